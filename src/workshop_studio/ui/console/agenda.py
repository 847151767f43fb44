"""The agenda of the console: rows that can be chosen, opened and moved while the session runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from workshop_studio.domain.projection import BlockState
from workshop_studio.ui.console.agenda_paint import HEAD, MORE, AgendaPainter, RowLook, row_height
from workshop_studio.ui.kit.basics import Button

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import (
        QContextMenuEvent,
        QFocusEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
    )

    from workshop_studio.domain.console_rows import AgendaRow
    from workshop_studio.ui.theme.theme import Theme

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_GIVEN = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Minus: -1}


class AgendaList(QWidget):
    """One row a block. Emits what is wanted of a block; decides nothing.

    opened: its menu, at a place on the screen. dropped: put it before another one, "" for the end.
    """

    opened = Signal(str, object)
    stepped = Signal(str, int)
    dropped = Signal(str, str)
    given = Signal(str, int)
    typed = Signal(str, str)
    skip_pressed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._painter = AgendaPainter(theme)
        self._rows: tuple[AgendaRow, ...] = ()
        self._ahead: dict[str, AgendaRow] = {}
        self._chosen = self._hovered = self._pressed = self._moved = ""
        self._pressed_at = QPointF()
        self._target = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName("Agenda")
        self.setToolTip("")
        self.more = Button(theme, "", "text", "ellipsis", "compact")
        self.more.setParent(self)
        self.more.setObjectName("more")
        self.more.setToolTip("Change this block  (Enter, or the menu key)")
        # The keyboard has the row itself, with Enter and the menu key.
        self.more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.more.clicked.connect(self._open_by_button)
        self.more.hide()
        theme.changed.connect(self.update)

    @property
    def rows(self) -> tuple[AgendaRow, ...]:
        """Return the rows that are shown."""
        return self._rows

    @property
    def chosen(self) -> str:
        """Return the block that is chosen, "" for none."""
        return self._chosen

    def show_rows(self, rows: tuple[AgendaRow, ...]) -> None:
        """Show the rows of a reading."""
        if rows == self._rows:
            return
        self._rows = rows
        ids = {row.block_id for row in rows}
        if self._chosen not in ids:
            self._chosen = ""
        if self._moved not in ids:
            self._moved = ""
        self._take_height()
        self._tell_chosen()

    def show_preview(self, rows: tuple[AgendaRow, ...]) -> None:
        """Show in accent what would change; no rows end that."""
        ahead = {row.block_id: row for row in rows}
        if ahead != self._ahead:
            self._ahead = ahead
            self.update()

    def choose(self, block_id: str) -> None:
        """Choose a row."""
        self._chosen = block_id
        self._tell_chosen()
        self._place_more()
        self.update()

    def box_of(self, block_id: str) -> QRectF:
        """Return the place of a row; an empty one for a block that is not there."""
        top = float(HEAD)
        for row in self._rows:
            height = row_height(row, is_wide=self._is_wide)
            if row.block_id == block_id:
                return QRectF(0, top, self.width(), height)
            top += height
        return QRectF()

    # --- measures --------------------------------------------------------------------------------

    @property
    def _is_wide(self) -> bool:
        return self.width() >= 400

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give rows more room where there is more."""
        super().resizeEvent(event)
        self._take_height()

    def _take_height(self) -> None:
        heights = (row_height(row, is_wide=self._is_wide) for row in self._rows)
        self.setFixedHeight(HEAD + sum(heights))
        self._place_more()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of all rows."""
        return QSize(340, self.minimumHeight())

    def _row_at(self, y: float) -> str:
        for row in self._rows:
            box = self.box_of(row.block_id)
            if box.top() <= y < box.bottom():
                return row.block_id
        return ""

    def _place_more(self) -> None:
        active = self._hovered or (self._chosen if self.hasFocus() else "")
        box = self.box_of(active)
        self.more.setVisible(bool(active) and not box.isEmpty() and not self._moved)
        if not box.isEmpty():
            edge = 20 if self._is_wide else 14
            left = self.width() - edge - 24 - MORE
            self.more.setGeometry(left, round(box.center().y()) - 14, MORE, 28)
            title = next(row.title for row in self._rows if row.block_id == active)
            self.more.setAccessibleName(f"Change {title}")

    def _tell_chosen(self) -> None:
        row = next((row for row in self._rows if row.block_id == self._chosen), None)
        words = "" if row is None else f"{row.now} {row.title}, {row.minutes} min, {row.detail}"
        self.setAccessibleDescription(words)

    # --- painting --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw header and rows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.head(painter, self.width(), is_wide=self._is_wide)
        has_focus = self.hasFocus()
        for row in self._rows:
            block_id = row.block_id
            is_chosen = block_id == self._chosen and has_focus
            look = RowLook(
                is_hovered=block_id == self._hovered,
                is_chosen=is_chosen,
                is_focused=is_chosen,
                is_moved=block_id == self._moved,
                ahead=self._ahead.get(block_id),
            )
            self._painter.row(painter, row, self.box_of(block_id), look, is_wide=self._is_wide)
        if self._moved:
            self._painter.gap(painter, self._top_of(self._target), self.width())

    def _top_of(self, place: int) -> float:
        if place < len(self._rows):
            return self.box_of(self._rows[place].block_id).top()
        return float(self.height()) - 1

    # --- keyboard --------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with the arrows; move with Alt; minutes with digits, plus and minus; Del skips."""
        key, chosen = event.key(), self._chosen
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key == Qt.Key.Key_Escape and self._moved:
            self._end_move()
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            step = -1 if key == Qt.Key.Key_Up else 1
            if is_alt and chosen:
                self.stepped.emit(chosen, step)
            else:
                self._choose_next(step)
        elif chosen and key in _ENTER:
            self._open(chosen)
        elif chosen and key in _GIVEN:
            self.given.emit(chosen, _GIVEN[Qt.Key(key)])
        elif chosen and key == Qt.Key.Key_Delete:
            self.skip_pressed.emit(chosen)
        elif chosen and (key == Qt.Key.Key_F2 or event.text().isdigit()):
            self.typed.emit(chosen, event.text() if event.text().isdigit() else "")
        else:
            super().keyPressEvent(event)

    def _choose_next(self, step: int) -> None:
        ids = [row.block_id for row in self._rows]
        if not ids:
            return
        if self._chosen in ids:
            place = min(max(0, ids.index(self._chosen) + step), len(ids) - 1)
        else:
            place = self._running_place()
        self.choose(ids[place])

    def _running_place(self) -> int:
        states = [row.state for row in self._rows]
        return states.index(BlockState.RUNNING) if BlockState.RUNNING in states else 0

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the running block at first."""
        super().focusInEvent(event)
        if not self._chosen and self._rows:
            self.choose(self._rows[self._running_place()].block_id)
        self._place_more()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the frame of the keyboard away."""
        super().focusOutEvent(event)
        self._place_more()
        self.update()

    # --- mouse -----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a row; it can be moved from here."""
        block_id = self._row_at(event.position().y())
        if block_id and event.button() is Qt.MouseButton.LeftButton:
            self._pressed, self._pressed_at = block_id, event.position()
            self.choose(block_id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what can be done to the row under the pointer, or where the moved one will stand."""
        y = event.position().y()
        far = (event.position() - self._pressed_at).manhattanLength()
        if self._pressed and not self._moved and far >= QApplication.startDragDistance():
            self._begin_move()
        if self._moved:
            self._target = self._place_at(y)
        else:
            self._hovered = self._row_at(y)
        self._place_more()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put a moved row down."""
        moved, target = self._moved, self._target
        self._end_move()
        if moved:
            before = self._rows[target].block_id if target < len(self._rows) else ""
            if before != moved:
                self.dropped.emit(moved, before)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Type the minutes of a row."""
        block_id = self._row_at(event.position().y())
        if block_id:
            self.typed.emit(block_id, "")

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        super().leaveEvent(event)
        self._hovered = ""
        self._place_more()
        self.update()

    def _begin_move(self) -> None:
        row = next(row for row in self._rows if row.block_id == self._pressed)
        if row.state in {BlockState.WAITING, BlockState.SKIPPED}:
            self._moved = row.block_id
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def _end_move(self) -> None:
        self._pressed = self._moved = ""
        self.unsetCursor()
        self._place_more()
        self.update()

    def _place_at(self, y: float) -> int:
        """Return the place before which a row let go at y would stand, after all that has begun."""
        free = {BlockState.WAITING, BlockState.SKIPPED}
        first = next((p for p, row in enumerate(self._rows) if row.state in free), len(self._rows))
        boxes = [self.box_of(row.block_id) for row in self._rows]
        return max(first, sum(1 for box in boxes if box.center().y() < y))

    # --- its menu --------------------------------------------------------------------------------

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the row that was clicked, or chosen when a key asked for it."""
        is_key = event.reason() is event.Reason.Keyboard
        block_id = self._chosen if is_key else self._row_at(event.pos().y())
        if block_id:
            self.choose(block_id)
            self._open(block_id, None if is_key else event.globalPos())

    def _open(self, block_id: str, at: QPoint | None = None) -> None:
        if at is None:
            box = self.box_of(block_id)
            at = self.mapToGlobal(QPointF(box.left() + 148, box.bottom() - 6).toPoint())
        self.opened.emit(block_id, at)

    def _open_by_button(self) -> None:
        block_id = self._hovered or self._chosen
        if block_id:
            self.choose(block_id)
            self._open(block_id, self.more.mapToGlobal(self.more.rect().bottomLeft()))
