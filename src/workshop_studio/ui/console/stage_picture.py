"""Takes the pictures of the real stage that the console shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from workshop_studio.ui.console.wall import Thumbnail

# Both screens paint first; then the picture is taken.
SETTLE_MS = 50
# A picture costs a painting of the whole slide: after an act at once, for digits alone rarely.
ACT_GAP_MS = 100
TICK_GAP_MS = 500


class StagePicture(QObject):
    """Grabs the stage for the thumbnail, again and again as it changes."""

    def __init__(self, stage: QWidget, thumbnail: Thumbnail, parent: QObject) -> None:
        super().__init__(parent)
        self._stage, self._thumbnail = stage, thumbnail
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.take)

    def soon(self) -> None:
        """Take a picture shortly; several wishes make one picture."""
        self._take_in(ACT_GAP_MS)

    def later(self) -> None:
        """Take a picture, but not a second one within half a second: only digits have moved."""
        self._take_in(TICK_GAP_MS)

    def _take_in(self, gap_ms: int) -> None:
        passed_ms = self._since.elapsed() if self._since.isValid() else gap_ms
        wait_ms = max(SETTLE_MS, gap_ms - passed_ms)
        if not self._timer.isActive() or self._timer.remainingTime() > wait_ms:
            self._timer.start(wait_ms)

    def take(self) -> None:
        """Take it now."""
        self._since.start()
        self._thumbnail.show_picture(
            self._stage.grab().scaledToWidth(
                self._thumbnail.width() * 2, Qt.TransformationMode.SmoothTransformation
            )
        )
