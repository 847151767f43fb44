"""Wires the groups, the wall and the message: cards, forms and presenters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from workshop_studio.ui.console.groups_presenter import GroupsPresenter
from workshop_studio.ui.console.wall_asks import WallAsks
from workshop_studio.ui.console.wall_presenter import WallPresenter

if TYPE_CHECKING:
    from collections.abc import Callable

    from workshop_studio.ports.lane import Lane
    from workshop_studio.ui.console.desk import Desk
    from workshop_studio.ui.console.page import ConsolePage
    from workshop_studio.ui.theme.theme import Theme

MESSAGE_S = 30.0


class StageWiring(QObject):
    """What the room sees of the run besides the clock, and who can change it."""

    def __init__(self, theme: Theme, page: ConsolePage, desk: Desk, lane: Lane) -> None:
        super().__init__(page)
        self.asks = WallAsks(theme, page)
        self.wall = WallPresenter(desk, self.asks)
        self.groups = GroupsPresenter(desk, lane, page.tables)
        page.wall.view_chosen.connect(self.wall.show)
        page.wall.style_chosen.connect(self.wall.style)
        self.asks.word_chosen.connect(self.wall.show_word)
        self.asks.prompt_chosen.connect(self.wall.show_prompt)
        page.message_sent.connect(self._send)
        page.messages.read.connect(self.wall.acknowledge)
        page.running.groups_pressed.connect(self.groups.ask_send_out)
        tables, groups = page.tables, self.groups
        tables.group_pressed.connect(groups.choose)
        tables.more_wanted.connect(groups.more)
        tables.hold_wanted.connect(groups.hold)
        tables.back_wanted.connect(groups.come_back)
        tables.round_wanted.connect(groups.ask_round)
        tables.round_begun.connect(groups.begin_round)
        tables.call_back_wanted.connect(groups.call_back)
        tables.call_off_wanted.connect(groups.call_off)
        tables.sent_out.connect(groups.send_out)

    def keys(self) -> dict[Qt.Key, Callable[[], None]]:
        """Return the keys of the common ones; they work from the stage's window too."""
        keys = Qt.Key
        return {
            keys.Key_H: self.wall.hold,
            keys.Key_C: self.wall.countdown,
            keys.Key_T: self.wall.breakouts,
            keys.Key_A: self.wall.agenda,
            keys.Key_P: self.wall.prompt,
            keys.Key_W: self.wall.word,
            keys.Key_G: self.groups.open,
        }

    def doers(self) -> dict[str, Callable[[], object]]:
        """Return what the palette can do here."""
        return {
            "run-hold": self.wall.hold,
            "wall-countdown": self.wall.countdown,
            "wall-breakouts": self.wall.breakouts,
            "wall-agenda": self.wall.agenda,
            "wall-prompt": self.wall.prompt,
            "wall-word": self.wall.word,
            "groups-open": self.groups.open,
            "groups-round": self.groups.ask_round,
            "groups-call-back": self.groups.call_back,
            "groups-call-off": self.groups.call_off,
            "message-read": self.wall.acknowledge,
        }

    def _send(self, text: str, until_read: bool) -> None:  # noqa: FBT001 - the shape of a signal
        self.wall.message(text, MESSAGE_S, until_read=until_read)
