"""The application object: leaving it goes through the main window, which may ask first."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget


class StudioApplication(QApplication):
    """A system that wants to quit asks each window in some order, and the stage never gives way.

    So the main window is asked first; it takes the others with it, and the app ends behind it.
    """

    main_window: QWidget | None = None

    def event(self, event: QEvent) -> bool:
        """Ask the main window before anything is closed."""
        window = self.main_window
        if event.type() == QEvent.Type.Quit and window is not None and window.isVisible():
            window.close()
            event.ignore()
            return True
        return super().event(event)
