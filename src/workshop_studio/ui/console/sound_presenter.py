"""What is asked of the sounds and what is said of them; no Qt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from workshop_studio.domain.sounds import Sound, SoundSettings, SoundState
    from workshop_studio.ports.lane import Lane
    from workshop_studio.services.sounds import SoundService


class SoundView(Protocol):
    """Where sounds are chosen, or only named."""

    def show_settings(self, settings: SoundSettings) -> None: ...  # noqa: D102
    def say(self, text: str) -> None: ...  # noqa: D102


class SoundPresenter:
    """One choice shown in several places. worker: not the lane of the disk, for it may hang.

    remember: keeps the choice for the next start. changed: the choice, or what was found.
    """

    def __init__(
        self,
        service: SoundService,
        worker: Lane,
        remember: Callable[[SoundSettings], None],
        changed: Callable[[SoundState | None], None],
    ) -> None:
        self._service, self._worker = service, worker
        self._remember, self._changed = remember, changed
        self._views: list[SoundView] = []

    def show_in(self, view: SoundView) -> None:
        """Show the choice in one place more."""
        self._views.append(view)
        view.show_settings(self._service.settings)

    def switch(self, is_on: bool) -> None:  # noqa: FBT001 - the shape of a signal
        """Want sounds, or want none."""
        self._choose(replace(self._service.settings, is_on=is_on))
        if is_on:
            self._worker.submit(self._service.look, self._said)

    def toggle(self) -> None:
        """Want sounds when none were wanted, and the other way round."""
        self.switch(not self._service.settings.is_on)

    def choose_volume(self, volume_pct: int) -> None:
        """Take another volume from the next sound on."""
        self._choose(replace(self._service.settings, volume_pct=volume_pct))

    def play(self, sound: Sound) -> None:
        """Try a sound."""
        self._worker.submit(lambda: self._service.play(sound), self._said)

    def cue(self, cue: str) -> None:
        """Play what belongs to a cue of the run; nothing while sounds are off."""
        if self._service.settings.is_on:
            self._worker.submit(lambda: self._service.cue(cue), self._said)

    def _choose(self, settings: SoundSettings) -> None:
        if settings == self._service.settings:
            return
        self._service.choose(settings)
        self._remember(settings)
        for view in self._views:
            view.show_settings(settings)
            view.say("")
        self._changed(None)

    def _said(self, state: SoundState) -> None:
        # An answer that comes after sounds were switched off is no trouble of anybody.
        if self._service.settings.is_on:
            for view in self._views:
                view.say(state.why_not)
            self._changed(state)
