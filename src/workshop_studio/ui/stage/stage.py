"""The projected window. It draws snapshots and knows nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from workshop_studio.domain.live import StageFace, StageSnapshot
from workshop_studio.ui.stage.difference import Difference, difference
from workshop_studio.ui.stage.message import in_band
from workshop_studio.ui.stage.slide import SlidePainter

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from workshop_studio.ui.stage.scenario_wall import ScenarioWall
    from workshop_studio.ui.theme.theme import Theme


class StageWindow(QWidget):
    """Full screen on the projector, or a framed window where there is only one screen.

    changed: something else is drawn. ticked: only what its clocks say is. pressed: a key that came
    while it had the focus. close_wanted: somebody pressed the close button of its frame.
    """

    changed = Signal()
    ticked = Signal()
    pressed = Signal(int)
    close_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._slide = SlidePainter(theme)
        self._snapshot = StageSnapshot(StageFace.HOLDING)
        self._wall: ScenarioWall | None = None
        self._may_close = False
        self.setWindowTitle("Stage")
        self.setObjectName("stage")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        # The facilitator's keys belong to the console, also when a projector is plugged in.
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.resize(1280, 720)

    @property
    def snapshot(self) -> StageSnapshot:
        """Return what is shown."""
        return self._snapshot

    def show_snapshot(self, snapshot: StageSnapshot) -> None:
        """Show a snapshot; one that looks the same costs nothing."""
        differs = difference(self._snapshot, snapshot)
        if differs is Difference.NONE:
            return
        before, self._snapshot = self._snapshot, snapshot
        is_other_wall = self._show_wall()
        region = self._slide.changed_region(before, snapshot, self.width(), self.height())
        if region.isEmpty() and not is_other_wall:
            return
        # All clocks in one repaint, and only what has changed: it happens ten times a second.
        self.update(region)
        if differs is Difference.TICK:
            self.ticked.emit()
        else:
            self.changed.emit()

    def allow_close(self) -> None:
        """Let the window close; before that, no key and no button of the system closes it."""
        self._may_close = True

    def _show_wall(self) -> bool:
        """Show or hide the charts; return whether anything of them has changed."""
        scenario = self._snapshot.scenario
        message = self._snapshot.message
        is_long = bool(message) and not in_band(self._theme, message).fits
        if self._snapshot.face is not StageFace.SCENARIO or scenario is None or is_long:
            if self._wall is None or self._wall.isHidden():
                return False
            self._wall.hide()
            return True
        if self._wall is None:
            # Charts are heavy to import and no countdown needs them.
            from workshop_studio.ui.stage.scenario_wall import ScenarioWall  # noqa: PLC0415

            self._wall = ScenarioWall(self._theme, self)
            self._wall.setGeometry(self.rect())
        is_other = self._wall.show_scenario(
            scenario, message, is_rehearsal=self._snapshot.is_rehearsal
        )
        is_other = is_other or self._wall.isHidden()
        self._wall.show()
        return is_other

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the slide."""
        painter = QPainter(self)
        self._slide.draw(painter, self._snapshot, self.width(), self.height(), event.region())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the charts again; slides scale by themselves."""
        if self._wall is not None:
            self._wall.setGeometry(self.rect())
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass plain keys on, so that a clicker works whichever window has the focus.

        A key that is held down counts once: a stuck clicker must not run through the blocks.
        """
        keys = Qt.KeyboardModifier
        is_combined = event.modifiers() & (keys.ControlModifier | keys.AltModifier)
        if not is_combined and not event.isAutoRepeat():
            self.pressed.emit(event.key())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay open until the app itself closes; say that somebody tried."""
        if not self._may_close:
            event.ignore()
            self.close_wanted.emit()
