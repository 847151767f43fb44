"""Questions to the person in Qt's own windows; nothing here blocks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable


class _Question(QObject):
    """Keeps a callback alive until its box was answered, then goes with the box."""

    def __init__(self, box: QMessageBox, answered: Callable[[bool], None]) -> None:
        super().__init__(box)
        self._answered = answered
        self._box = box
        box.finished.connect(self._finish)

    def _finish(self, _: int) -> None:
        role = self._box.buttonRole(self._box.clickedButton())
        self._answered(role is QMessageBox.ButtonRole.AcceptRole)


class _Chosen(QObject):
    """The same for a file dialog."""

    def __init__(self, dialog: QFileDialog, chosen: Callable[[Path | None], None]) -> None:
        super().__init__(dialog)
        self._chosen = chosen
        self._dialog = dialog
        dialog.finished.connect(self._finish)

    def _finish(self, result: int) -> None:
        files = self._dialog.selectedFiles()
        self._chosen(Path(files[0]) if result and files else None)


class QtPrompter:
    """The Qt answer to `ports.prompter.Prompter`."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def confirm(self, title: str, text: str, verb: str, answered: Callable[[bool], None]) -> None:
        """Ask a question whose yes is `verb`; Escape is no."""
        box = QMessageBox(self._parent)
        box.setWindowTitle(title)
        box.setText(text)
        box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
        box.addButton("Cancel", QMessageBox.ButtonRole.RejectRole)
        _Question(box, answered)
        self._open(box)

    def show_problem(self, title: str, text: str) -> None:
        """Say what went wrong, what was kept, and what to do."""
        box = QMessageBox(self._parent)
        box.setWindowTitle(title)
        box.setText(text)
        box.addButton("Understood", QMessageBox.ButtonRole.AcceptRole)
        self._open(box)

    def choose_file(
        self, title: str, patterns: tuple[str, ...], chosen: Callable[[Path | None], None]
    ) -> None:
        """Ask for a file to open."""
        dialog = QFileDialog(self._parent, title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(f"{title} ({' '.join(patterns)})")
        _Chosen(dialog, chosen)
        self._open(dialog)

    def save_file(self, title: str, suggestion: str, chosen: Callable[[Path | None], None]) -> None:
        """Ask where to save; Qt asks before an existing file is replaced."""
        dialog = QFileDialog(self._parent, title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(suggestion)
        _Chosen(dialog, chosen)
        self._open(dialog)

    def _open(self, dialog: QMessageBox | QFileDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
