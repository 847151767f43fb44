"""Sounds for the cues of a run: played when they are wanted, and never otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop_studio.domain.sounds import NOT_WANTED, SoundSettings, SoundState, sound_of

if TYPE_CHECKING:
    from workshop_studio.domain.sounds import Sound
    from workshop_studio.ports.sounds import Sounds


class SoundService:
    """The only door to the loudspeaker; while sounds are off it stays shut, whoever knocks.

    Everything but `settings` and `choose` may take a while: call it off the interface thread.
    """

    def __init__(self, sounds: Sounds) -> None:
        self._sounds = sounds
        self.settings = SoundSettings()

    def choose(self, settings: SoundSettings) -> None:
        """Want sounds or not, and how loud; the next sound goes by it."""
        self.settings = settings

    def look(self) -> SoundState:
        """Return whether the computer can be heard; while off the loudspeaker is left alone."""
        return self._sounds.look() if self.settings.is_on else SoundState(NOT_WANTED)

    def play(self, sound: Sound) -> SoundState:
        """Play a sound when sounds are wanted."""
        settings = self.settings
        if not settings.is_on:
            return SoundState(NOT_WANTED)
        return self._sounds.play(sound, settings.volume_pct)

    def cue(self, cue: str) -> SoundState:
        """Play the sound of a cue of the run; a cue without one is silent."""
        sound = sound_of(cue)
        return SoundState() if sound is None else self.play(sound)

    def close(self) -> None:
        """Fall silent."""
        self._sounds.close()
