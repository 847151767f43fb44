"""Wires the pre-flight page and the sounds: page, presenters, and the card on the console."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workshop_studio.domain.readiness import Offer
from workshop_studio.domain.sounds import Sound
from workshop_studio.ui.console.ready_page import ReadyPage
from workshop_studio.ui.console.ready_presenter import ReadyPresenter
from workshop_studio.ui.console.sound_presenter import SoundPresenter

if TYPE_CHECKING:
    from collections.abc import Callable

    from workshop_studio.domain.room_facts import Projector
    from workshop_studio.domain.sounds import SoundSettings
    from workshop_studio.ports.lane import Lane
    from workshop_studio.services.studio import Studio
    from workshop_studio.ui.console.ready_card import ReadyCard
    from workshop_studio.ui.kit.sounds_card import SoundsCard
    from workshop_studio.ui.theme.theme import Theme


class ReadyRoom(QObject):
    """The page behind "Check the room", and the choice of sounds wherever it is shown."""

    window_wanted = Signal()
    material_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        studio: Studio,
        lane: Lane,
        worker: Lane,
        card: ReadyCard,
        remember: Callable[[SoundSettings], None],
        look_at_projector: Callable[[], Projector],
        ask_awake: Callable[[], None],
    ) -> None:
        super().__init__()
        self.page = ReadyPage(theme)
        self.presenter = ReadyPresenter(
            studio, lane, worker, self.page, card, look_at_projector, ask_awake
        )
        self.sounds = SoundPresenter(studio.sounds, worker, remember, self.presenter.sound_found)
        self.follow(self.page.sounds)
        self.page.check_wanted.connect(self.presenter.check)
        self.page.ticked.connect(self.presenter.tick)
        self.page.offered.connect(self._offered)

    def follow(self, card: SoundsCard) -> None:
        """Let sounds be chosen and tried in this card too."""
        card.switched.connect(self.sounds.switch)
        card.volume_chosen.connect(self.sounds.choose_volume)
        card.play_wanted.connect(self.sounds.play)
        self.sounds.show_in(card)

    def _offered(self, offer: Offer) -> None:
        if offer is Offer.SWITCH_ON:
            self.sounds.switch(is_on=True)
        elif offer is Offer.PLAY:
            self.sounds.play(Sound.TIME_UP)
        elif offer is Offer.SHOW_WINDOW:
            self.window_wanted.emit()
        elif offer is Offer.PRINT_MATERIAL:
            self.material_wanted.emit()
