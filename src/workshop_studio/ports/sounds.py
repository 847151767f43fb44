"""The loudspeaker, without saying how the system is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from workshop_studio.domain.sounds import Sound, SoundState


class Sounds(Protocol):
    """Plays the app's own sounds; a computer without a loudspeaker is a state, never an error.

    Asking the system may take a while: call it off the interface thread.
    """

    def look(self) -> SoundState:
        """Return whether a sound could be heard now; plays nothing."""
        ...

    def play(self, sound: Sound, volume_pct: int) -> SoundState:
        """Begin a sound and return; the newest replaces one that still sounds.

        volume_pct: 0 to 100; 0 plays nothing.
        """
        ...

    def close(self) -> None:
        """Fall silent and let go of the loudspeaker."""
        ...
