"""The command palette: type what you want to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from workshop_studio.ui.kit.basics import Text
from workshop_studio.ui.kit.palette_filter import Command, matching

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workshop_studio.ui.theme.theme import Theme

_WIDTH, _TOP, _ROW, _MOST_ROWS = 640, 96, 44, 9
_INDEX = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class CommandModel(QAbstractListModel):
    """The commands that answer to what was typed."""

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self._all = tuple(commands)
        self._shown = self._all

    def rowCount(self, parent: _INDEX = _NO_INDEX) -> int:
        """Return how many commands are left."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: _INDEX, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a row, or its command for the user role."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        command = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return command.words
        return command if role == Qt.ItemDataRole.UserRole else None

    def narrow(self, typed: str) -> None:
        """Keep what answers to the typed text."""
        self.beginResetModel()
        self._shown = matching(self._all, typed)
        self.endResetModel()


class _RowPainter(QStyledItemDelegate):
    """Draws icon, words and shortcut."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _INDEX) -> QSize:
        return QSize(_WIDTH - 32, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _INDEX) -> None:
        command = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(command, Command):
            return
        box = QRectF(option.rect)
        is_on = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent-soft"))
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), 8, 8)
        if command.icon:
            colour = self._theme.colour("accent-text" if is_on else "text-2")
            pixmap = self._theme.pixmap(
                command.icon, colour, 18, painter.device().devicePixelRatio()
            )
            painter.drawPixmap(round(box.left()) + 12, round(box.center().y()) - 9, pixmap)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._theme.font("body"))
        painter.setPen(self._theme.colour("text"))
        painter.drawText(box.adjusted(44, 0, -12, 0), middle, command.words)
        if command.shortcut:
            self._key(painter, box, command.shortcut)
        painter.restore()

    def _key(self, painter: QPainter, box: QRectF, key: str) -> None:
        font = self._theme.font("caption")
        width = QFontMetricsF(font).horizontalAdvance(key) + 12
        frame = QRectF(box.right() - 12 - width, box.center().y() - 9, width, 18)
        painter.setFont(font)
        painter.setPen(self._theme.colour("line-strong"))
        painter.setBrush(self._theme.colour("sunken"))
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(self._theme.colour("text-2"))
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, key)


class CommandPalette(QFrame):
    """Lies over its window, 640 wide, and closes with Escape, a choice or a click elsewhere.

    Emits `chosen` with the key of a command. It is deleted when it closes: make a new one each
    time with the commands of the present context first.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, commands: Sequence[Command], over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._before: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("card", "true")
        self.setAccessibleName("Do anything")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(8)
        self.line = QLineEdit()
        self.line.setPlaceholderText("Do anything")
        self.line.setAccessibleName("Do anything")
        self._model = CommandModel(commands)
        self._model.setParent(self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setItemDelegate(_RowPainter(theme, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = Text(theme, "body", "Nothing goes by these words. Try fewer.", "2")
        for widget in (self.line, self.list, self._nothing):
            column.addWidget(widget)
        self._shade(theme)
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._narrow)
        self.line.returnPressed.connect(self._take)
        self.list.clicked.connect(self._take)
        self._narrow("")

    def open(self) -> None:
        """Show it over its window with the keyboard in the line."""
        over = self._over
        width = min(_WIDTH, over.width() - 32)
        self.resize(width, self.sizeHint().height())
        self.move((over.width() - width) // 2, min(_TOP, max(8, over.height() // 8)))
        self._before = over.window().focusWidget()
        self.raise_()
        self.show()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move through the list with the keys of the line, and close when it loses the focus."""
        if event.type() is QEvent.Type.FocusOut:
            self.close()
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._key_was_ours(event.key())
        return False

    def shown(self) -> tuple[str, ...]:
        """Return the words of the rows, best first."""
        rows = range(self._model.rowCount())
        return tuple(str(self._model.index(row).data()) for row in rows)

    def _key_was_ours(self, key: int) -> bool:
        last = self._model.rowCount() - 1
        row = self.list.currentIndex().row()
        moves = {Qt.Key.Key_Down: row + 1, Qt.Key.Key_Up: row - 1}
        moves |= {Qt.Key.Key_PageDown: row + _MOST_ROWS, Qt.Key.Key_PageUp: row - _MOST_ROWS}
        target = moves.get(Qt.Key(key))
        if target is not None:
            self.list.setCurrentIndex(self._model.index(max(0, min(last, target))))
            return True
        if key == Qt.Key.Key_Escape:
            self._give_back()
            return True
        return False

    def _narrow(self, typed: str) -> None:
        self._model.narrow(typed)
        rows = self._model.rowCount()
        self.list.setCurrentIndex(self._model.index(0))
        self.list.setVisible(rows > 0)
        self._nothing.setVisible(rows == 0)
        self.list.setFixedHeight(_ROW * max(1, min(rows, _MOST_ROWS)) + 2)
        self.resize(self.width(), self.sizeHint().height())

    def _take(self) -> None:
        command = self.list.currentIndex().data(Qt.ItemDataRole.UserRole)
        if isinstance(command, Command):
            # First, so that what is done may take the keyboard for itself.
            self._give_back()
            self.chosen.emit(command.key)

    def _give_back(self) -> None:
        """Close, and give the keyboard back to what had it: Qt would hand it to the rail."""
        before = self._before
        if before is not None and isValid(before) and before.isVisible() and before.isEnabled():
            before.setFocus()
        self.close()

    def _shade(self, theme: Theme) -> None:
        shade = QGraphicsDropShadowEffect(self)
        shade.setBlurRadius(24)
        shade.setOffset(0, 8)
        colour = QColor(theme.colour("canvas", "stage"))
        colour.setAlphaF(0.14)
        shade.setColor(colour)
        self.setGraphicsEffect(shade)
