"""The main window: a rail and the rooms. It hosts them and owns no behaviour of theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent

    from workshop_studio.ui.theme.theme import Theme

WIDE = 1700
ROOMS = [
    ("plan", "calendar-days", "Plan"),
    ("run", "play", "Run"),
    ("scenario", "presentation", "Scenario"),
    ("review", "clipboard-check", "Review"),
    ("settings", "settings", "Settings"),
]


class MainWindow(QMainWindow):
    """Shows one room at a time; `closing` when the person closes it.

    key_left: a key that nothing in the window had a use for, such as a clicker's beside the page.
    """

    room_chosen = Signal(str)
    undo_wanted = Signal(str)
    also_wanted = Signal()
    key_left = Signal(int)
    closing = Signal()
    close_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Workshop Studio")
        self.setMinimumSize(1024, 640)
        self.resize(1366, 768)
        self._rooms: dict[str, QWidget] = {}
        self._current = self._undo_room = ""
        self._is_session_on = self._is_furnished = False

    def furnish(self, theme: Theme) -> None:
        """Put rail, pages and toast in; the window was shown and painted empty before.

        Their imports alone cost as much time as the whole first paint of a bare window.
        """
        from workshop_studio.ui.kit.rail import Rail  # noqa: PLC0415
        from workshop_studio.ui.kit.toast import Toast  # noqa: PLC0415
        from workshop_studio.ui.shell.opening import OpeningPage  # noqa: PLC0415

        middle = QWidget()
        middle.setProperty("page", "true")
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.rail = Rail(theme, ROOMS)
        self.rail.chosen.connect(self.room_chosen)
        self.rail.hide()
        self._stack = QStackedWidget()
        self.opening = OpeningPage(theme)
        self._stack.addWidget(self.opening)
        row.addWidget(self.rail)
        row.addWidget(self._stack, 1)
        self.setCentralWidget(middle)
        self.toast = Toast(theme, self)
        self.toast.undone.connect(self._undo)
        self.toast.also_pressed.connect(self.also_wanted)
        for key, act in (("F6", self._next_region), ("Shift+F6", self._region_before)):
            QShortcut(QKeySequence(key), self).activated.connect(act)
        self._is_furnished = True
        self._take_measure()

    def add_room(self, key: str, page: QWidget) -> None:
        """Give a room its page."""
        self._rooms[key] = page
        self._stack.addWidget(page)

    def forget_rooms(self) -> None:
        """Let go of every page: another workspace is being opened."""
        self._current = ""
        self.rail.hide()
        self.toast.hide()
        self._stack.setCurrentWidget(self.opening)
        for page in self._rooms.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self._rooms.clear()

    def show_room(self, key: str) -> None:
        """Show a room; the rail is there in every room but the welcome page."""
        page = self._rooms.get(key)
        if page is None:
            return
        self._current = key
        self.rail.setVisible(key != "welcome")
        self.rail.select(key)
        self._stack.setCurrentWidget(page)
        page.setFocus()

    @property
    def room(self) -> str:
        """Return the key of the shown room."""
        return self._current

    def say_offer(self, text: str, also: str) -> None:
        """Show a toast with Undo and one more thing to do, which `also_wanted` announces."""
        self.say_done(text, can_undo=True, also=also)

    def say_done(self, text: str, can_undo: bool, also: str = "") -> None:  # noqa: FBT001 - a signal
        """Show a toast; its Undo is for the room it was said in, wherever one is by then."""
        self._undo_room = self._current
        self._lift_toast()
        self.toast.say(text, can_undo=can_undo, also=also)

    def lift_toast(self) -> None:
        """Keep the toast clear of what the page has at its foot; call it when that changes."""
        self._lift_toast()
        self.toast.place()

    def _lift_toast(self) -> None:
        page = self._rooms.get(self._current)
        self.toast.lift_px = getattr(page, "foot_px", 0)
        self.toast.most_px = getattr(page, "toast_px", 0)

    def _undo(self) -> None:
        self.undo_wanted.emit(self._undo_room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the wide measures from 1700 px on."""
        if self._is_furnished:
            self._take_measure()
        super().resizeEvent(event)

    def _take_measure(self) -> None:
        is_wide = self.width() >= WIDE
        self.rail.take_measure(is_wide=is_wide)
        self.toast.left_px = 136 if is_wide else 92
        self.toast.place()

    def placement(self) -> str:
        """Return place and size of the window as a text for `place_as`."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def place_as(self, placement: str) -> None:
        """Stand where the window stood before; a text of another kind changes nothing."""
        self.restoreGeometry(QByteArray.fromBase64(placement.encode("ascii", "ignore")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass on what came to the rail or to nothing at all; a field keeps its keys to itself."""
        from workshop_studio.ui.kit.keys import FIELDS  # noqa: PLC0415 - a costly name

        is_plain = not event.modifiers().value and not event.isAutoRepeat()
        if is_plain and not isinstance(self.focusWidget(), FIELDS):
            self.key_left.emit(event.key())
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Announce it; while a session runs a slip of the hand only asks."""
        if self._is_session_on:
            event.ignore()
            self.close_wanted.emit()
            return
        self.closing.emit()
        super().closeEvent(event)

    def guard(self, *, is_session_on: bool) -> None:
        """Ask before closing while a session is on, or close at once."""
        self._is_session_on = is_session_on

    def _next_region(self) -> None:
        self._move_focus(1)

    def _region_before(self) -> None:
        self._move_focus(-1)

    def _move_focus(self, step: int) -> None:
        from PySide6.QtCore import Qt  # noqa: PLC0415 - a costly name, see `furnish`

        from workshop_studio.ui.kit.regions import neighbour  # noqa: PLC0415

        page = self._rooms.get(self._current)
        regions: list[QWidget] = [self.rail, *getattr(page, "regions", ())]
        target = neighbour(regions, self.focusWidget(), step)
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
