"""What every scene of the demo needs: the open app, its clock, a way to press and look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from workshop_studio.app.demo.player import Until
from workshop_studio.app.demo.sample_work import read_sample_work

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from workshop_studio.app.clock import FastClock
    from workshop_studio.app.demo.folder import DemoFolder
    from workshop_studio.app.demo.player import Breath
    from workshop_studio.app.desktop import Desktop
    from workshop_studio.domain.console import ConsoleReading
    from workshop_studio.ui.shell.shell import Shell
    from workshop_studio.ui.theme.theme import ThemeChoice

    Scene = Generator[Until | Breath, None, None]


class Teller:
    """say: tells one line of what was done."""

    def __init__(
        self,
        desktop: Desktop,
        clock: FastClock,
        folder: DemoFolder,
        say: Callable[[str], None],
    ) -> None:
        self.desktop, self.clock, self.folder, self.say = desktop, clock, folder, say
        self.work = read_sample_work()

    @property
    def shell(self) -> Shell:
        """Return the open app; raises RuntimeError before it is open."""
        if self.desktop.shell is None:
            raise RuntimeError("the app is not open yet")
        return self.desktop.shell

    @property
    def room(self) -> str:
        """Return the room that the main window shows."""
        return self.desktop.window.room

    @property
    def reading(self) -> ConsoleReading:
        """Return what the console says; raises RuntimeError while no session is open."""
        found = self.shell.studio.live.console()
        if found is None:
            raise RuntimeError("no session is open")
        return found

    def skip(self, seconds: float) -> None:
        """Let room time go by at once; the app looks, or it would think that it slept."""
        self.clock.skip(seconds)
        self.shell.studio.live.look()

    def button(self, name: str, inside: QWidget | None = None) -> QAbstractButton | None:
        """Return the button of that name that can be seen, None when there is none."""
        place = inside or self.desktop.window
        found = [b for b in place.findChildren(QAbstractButton, name) if b.isVisible()]
        return found[0] if found else None

    def press(self, name: str, inside: QWidget | None = None) -> None:
        """Press the button of that name; raises LookupError when it cannot be pressed."""
        button = self.button(name, inside)
        if button is None or not button.isEnabled():
            raise LookupError(name)
        button.click()

    def type_line(self, line: QLineEdit, text: str) -> None:
        """Type a line key by key; only what is typed counts as typed."""
        line.setFocus()
        line.clear()
        for sign in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                none = Qt.KeyboardModifier.NoModifier
                QApplication.sendEvent(line, QKeyEvent(kind, 0, none, sign))

    def type_into(self, editor: QPlainTextEdit, text: str) -> Scene:
        """Type a text in a few strokes, as a fast hand would."""
        editor.setFocus()
        stride = max(1, len(text) // 4)
        for start in range(0, len(text), stride):
            editor.insertPlainText(text[start : start + stride])
        yield Until("the text stands there", lambda: editor.toPlainText() == text)

    def theme(self, choice: ThemeChoice) -> None:
        """Change the theme of console and station."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self.desktop.theme.choose(choice, app)

    def grab(self, widget: QWidget, name: str, what: str) -> None:
        """Take a picture of a window."""
        if not widget.grab().save(str(self.folder.place(name, what))):
            raise OSError(f"the picture {name} could not be written")
