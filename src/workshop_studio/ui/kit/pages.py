"""Pages of a PDF as they will be printed, one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from workshop_studio.domain.prints import PageImage
    from workshop_studio.ui.theme.theme import Theme

_EDGE, _GAP, _SETTLE_MS = 16, 16, 120
_LEAST_DPI, _MOST_DPI = 40, 220


class PaperPage(QWidget):
    """One page: white paper with a hairline, its picture as soon as there is one."""

    def __init__(
        self, theme: Theme, size_pt: tuple[float, float], number: int, *, is_bare: bool
    ) -> None:
        super().__init__()
        self._theme, self.size_pt, self._is_bare = theme, size_pt, is_bare
        self._picture = QPixmap()
        self.shown_dpi = 0
        self.wanted_dpi = 0
        self.setAccessibleName(f"Page {number}")

    @property
    def has_picture(self) -> bool:
        """Return whether the page is drawn yet."""
        return not self._picture.isNull()

    def set_width(self, width: int) -> None:
        """Be so wide, and as tall as the paper then is."""
        size = QSize(width, round(width * self.size_pt[1] / self.size_pt[0]))
        if size != self.size():
            self.setFixedSize(size)

    def show_picture(self, image: QImage, dpi: int) -> None:
        """Take the picture."""
        self._picture = QPixmap.fromImage(image)
        self.shown_dpi = dpi
        self.update()

    def drop_picture(self) -> None:
        """Forget the picture; pages far away hold none."""
        self._picture = QPixmap()
        self.shown_dpi = self.wanted_dpi = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw paper, picture and edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._picture.isNull():
            painter.fillRect(self.rect(), self._theme.colour("surface", "light"))
        else:
            painter.drawPixmap(self.rect(), self._picture)
        if self._is_bare:
            return
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))


class PagesView(QScrollArea):
    """Shows pages at the width of the view and asks for the pictures that can be seen.

    is_bare: the view stands in a card of its own, so pages have neither edge nor margin.
    page_wanted: place counted from 0, and dots an inch. page_seen: the page in the middle.
    """

    page_wanted = Signal(int, int)
    page_seen = Signal(int)

    def __init__(self, theme: Theme, widest: int = 920, *, is_bare: bool = False) -> None:
        super().__init__()
        self._theme, self._widest, self._seen = theme, widest, -1
        self._is_bare, self._edge = is_bare, 0 if is_bare else _EDGE
        self.pages: list[PaperPage] = []
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(self._edge, self._edge, self._edge, self._edge)
        self._column.setSpacing(_GAP)
        self._column.addStretch(1)
        self.setWidget(self._inner)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._ask)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    @property
    def is_drawn(self) -> bool:
        """Return whether the first page can be seen."""
        return bool(self.pages) and self.pages[0].has_picture

    def show_document(self, sizes_pt: Sequence[tuple[float, float]]) -> None:
        """Show empty pages of these sizes; a document of the same sizes keeps its place."""
        if [page.size_pt for page in self.pages] != list(sizes_pt):
            for page in self.pages:
                self._column.removeWidget(page)
                page.deleteLater()
            self.pages = [
                PaperPage(self._theme, size, number, is_bare=self._is_bare)
                for number, size in enumerate(sizes_pt, 1)
            ]
            for place, page in enumerate(self.pages):
                self._column.insertWidget(place, page, 0, Qt.AlignmentFlag.AlignHCenter)
                page.show()
            self.verticalScrollBar().setValue(0)
        for page in self.pages:
            # The old picture stays until the new one is there: nothing flashes.
            page.shown_dpi = page.wanted_dpi = 0
        self._seen = -1
        self._fit()
        self._settle.start()

    def show_picture(self, place: int, image: PageImage, dpi: int) -> None:
        """Draw a page."""
        if place < len(self.pages):
            picture = QImage(
                image.rgb, image.width_px, image.height_px, image.width_px * 3,
                QImage.Format.Format_RGB888,
            )  # fmt: skip
            self.pages[place].show_picture(picture, dpi)

    def go_to(self, place: int) -> None:
        """Scroll to a page."""
        if place < len(self.pages):
            self.verticalScrollBar().setValue(self.pages[place].y() - self._edge)
            self._settle.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages into the new width."""
        super().resizeEvent(event)
        self._fit()
        self._settle.start()

    def _fit(self) -> None:
        room = max(120, min(self._widest, self.viewport().width() - 2 * self._edge))
        upright = min((page.size_pt[0] for page in self.pages), default=595.0)
        for page in self.pages:
            # A wide page is shown at the same scale where there is room for it.
            page.set_width(
                min(
                    self.viewport().width() - 2 * self._edge,
                    round(room * page.size_pt[0] / upright),
                )
            )

    def _scrolled(self, _: int) -> None:
        self._settle.start()
        self._announce()

    def _announce(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        for place, page in enumerate(self.pages):
            if page.y() + page.height() + _GAP > middle:
                if place != self._seen:
                    self._seen = place
                    self.page_seen.emit(place)
                return

    def _ask(self) -> None:
        """Ask for pictures of what can be seen and of one screen around it; drop the rest."""
        self._announce()
        high = self.viewport().height()
        top = self.verticalScrollBar().value()
        for place, page in enumerate(self.pages):
            if page.y() > top + 2 * high or page.y() + page.height() < top - high:
                page.drop_picture()
                continue
            dots = page.width() * self.devicePixelRatioF() / page.size_pt[0] * 72
            dpi = max(_LEAST_DPI, min(_MOST_DPI, round(dots)))
            if dpi not in {page.shown_dpi, page.wanted_dpi}:
                page.wanted_dpi = dpi
                self.page_wanted.emit(place, dpi)
