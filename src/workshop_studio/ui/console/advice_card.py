"""The adviser's card: the gentlest way back to the planned end, and the other ways in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from workshop_studio.ui.kit.basics import Button, Card, Rule, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from workshop_studio.domain.adviser_words import AdviceReading, WayReading
    from workshop_studio.ui.theme.theme import Theme

MOST_WAYS = 3
KEY = "R"
# A way with two lines of words: so much is seen of the list however little room there is.
LEAST_PX = 60
_ICON_PX = 22


class _Way(QWidget):
    """One way in words, with its button. looked_at, left: by the mouse or the focus."""

    taken = Signal(int)
    looked_at = Signal(int)
    left = Signal(int)

    def __init__(self, theme: Theme, place: int) -> None:
        super().__init__()
        self._place = place
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.headline = Text(theme, "section").wrapped()
        self.sentence = Text(theme, "body", tone="2").wrapped()
        self.hint = Text(theme, "caption", tone="3").wrapped()
        for line in (self.headline, self.sentence, self.hint):
            words.addWidget(line)
        row.addLayout(words, 1)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(4)
        self.do = Button(theme, "Do this", hint=KEY if place == 0 else "")
        self.do.setObjectName(f"way-{place + 1}")
        self.do.clicked.connect(self._take)
        self.do.installEventFilter(self)
        self.buttons.addWidget(self.do)
        row.addLayout(self.buttons)
        row.setAlignment(self.buttons, Qt.AlignmentFlag.AlignVCenter)

    def show_way(self, way: WayReading, *, is_wide: bool, is_alone: bool) -> None:
        """Say what it does; in a narrow list nothing that stands above the list already."""
        self.headline.setText(way.headline)
        self.sentence.setText(way.sentence)
        self.hint.setText(way.hint)
        self.headline.setVisible(is_wide or is_alone or not way.is_on_time)
        self.hint.setVisible(bool(way.hint) and is_wide)
        self.setToolTip(way.hint)
        self.do.setAccessibleName(f"Do this: {way.headline}. {way.sentence}")

    def enterEvent(self, event: QEvent) -> None:
        """Tell that somebody looks at it."""
        self.looked_at.emit(self._place)
        super().enterEvent(event)  # type: ignore[arg-type]

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that nobody does any more."""
        self.left.emit(self._place)
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when its button gets or loses the focus."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            is_in = event.type() is QEvent.Type.FocusIn
            (self.looked_at if is_in else self.left).emit(self._place)
        return super().eventFilter(watched, event)

    def _take(self) -> None:
        self.taken.emit(self._place)


class _WayList(QScrollArea):
    """The ways below each other, as high as they are; a list that scrolls where that is much."""

    def __init__(self, ways: Sequence[QWidget]) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        for way in ways:
            self._column.addWidget(way)
        self.setWidget(inner)
        self._wanted_px = 0
        self._most_px = 0

    def fit(self, most_px: int | None = None) -> None:
        """Take the height of what is shown, at most most_px (0 for any)."""
        if most_px is not None:
            self._most_px = most_px
        wide = max(self.viewport().width(), 200)
        self._column.invalidate()
        high = self._column.totalHeightForWidth(wide)
        self._wanted_px = high if high > 0 else self._column.totalSizeHint().height()
        is_limited = 0 < self._most_px < self._wanted_px
        if is_limited:
            self._wanted_px = max(LEAST_PX, self._most_px)
        # The bar at the side stands clear of the buttons.
        self._column.setContentsMargins(0, 0, 8 if is_limited else 0, 0)
        self.setFixedHeight(self._wanted_px)

    def sizeHint(self) -> QSize:
        """Return the height of what is in it."""
        return QSize(super().sizeHint().width(), self._wanted_px)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the words elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()


class AdviceCard(Card):
    """Sets text and passes on what was pressed; hidden while there is nothing to say."""

    taken = Signal(int)
    looked_at = Signal(int)
    left = Signal(int)
    opened = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(padding=16, spacing=8)
        self.setObjectName("advice")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._theme = theme
        self._reading: AdviceReading | None = None
        self._is_open = False
        self._is_wide = True
        row = QHBoxLayout()
        row.setSpacing(16)
        self._icon = QLabel()
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(8)
        row.addLayout(column, 1)
        self.body.addLayout(row)
        column.addLayout(self._head())
        self.ways = tuple(_Way(theme, place) for place in range(MOST_WAYS))
        self._rules = tuple(Rule() for _ in self.ways)
        pairs = zip(self._rules, self.ways, strict=True)
        self.list = _WayList([one for pair in pairs for one in pair])
        column.addWidget(self.list)
        for way in self.ways:
            way.taken.connect(self.taken)
            way.looked_at.connect(self.looked_at)
            way.left.connect(self.left)
        self.others = Button(theme, "", "text")
        self.others.setObjectName("other-ways")
        self.others.clicked.connect(self.toggle)
        self.ways[0].buttons.insertWidget(0, self.others)
        theme.changed.connect(self._recolour)
        self._recolour()
        self.hide()

    def _head(self) -> QHBoxLayout:
        """Return the line above the ways, which is all there is when there are none."""
        head = QHBoxLayout()
        self.headline = Text(self._theme, "section").wrapped()
        self.fold = Button(self._theme, "Fewer ways", "text", size="compact")
        self.fold.setObjectName("fewer-ways")
        self.fold.clicked.connect(self.toggle)
        head.addWidget(self.headline, 1)
        head.addWidget(self.fold)
        return head

    def _recolour(self) -> None:
        accent = self._theme.colour("accent")
        self._icon.setPixmap(self._theme.pixmap("lightbulb", accent, _ICON_PX, 2.0))

    def take_measure(self, *, is_wide: bool) -> None:
        """Keep hints and keys for where there is room."""
        self._is_wide = is_wide
        self.ways[0].do.show_hint(is_shown=is_wide)
        self._lay_out()

    def limit(self, most_px: int) -> None:
        """Be at most so high while all ways are open: then they are a list that scrolls."""
        if self._is_open:
            around = self.heightForWidth(self.width()) - self.list.sizeHint().height()
            self.list.fit(most_px - around)

    def show_advice(self, reading: AdviceReading | None) -> None:
        """Show what is advised, or nothing."""
        if reading == self._reading:
            return
        self._reading = reading
        if reading is None or len(reading.ways) < 2:
            self._is_open = False
        self._lay_out()

    def toggle(self) -> None:
        """Show the other ways too, or the first alone again."""
        if self._reading is None or len(self._reading.ways) < 2:
            return
        self._is_open = not self._is_open
        self._lay_out()
        self.opened.emit()
        # Whoever walks with Tab goes on where they were.
        (self.fold if self._is_open else self.others).setFocus()

    def _lay_out(self) -> None:
        reading = self._reading
        self.setVisible(reading is not None)
        if reading is None:
            return
        count = len(reading.ways)
        is_bare = self._is_open or count == 0
        self.headline.setText(reading.headline)
        self.headline.setVisible(is_bare)
        self.fold.setVisible(self._is_open)
        others = count - 1
        self.others.setText(f"{others} other way" + ("s" if others > 1 else ""))
        self.others.setAccessibleName(self.others.text())
        self.others.setVisible(others > 0 and not self._is_open)
        for place, (rule, way) in enumerate(zip(self._rules, self.ways, strict=True)):
            is_shown = place < count and (place == 0 or self._is_open)
            rule.setVisible(is_shown and self._is_open)
            way.setVisible(is_shown)
            if is_shown:
                way.show_way(reading.ways[place], is_wide=self._is_wide, is_alone=not self._is_open)
        self.list.setVisible(count > 0)
        self.list.fit(None if self._is_open else 0)
