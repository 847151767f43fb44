"""Sheets of a pack as one PDF: each begins on its own page and fills it as well as it can."""

from __future__ import annotations

import io
import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Spacer,
)

from workshop_studio.domain.prints import PrintedPdf
from workshop_studio.domain.sheet import Audience
from workshop_studio.reports.pieces import cut_line
from workshop_studio.reports.sheet_story import SheetStory
from workshop_studio.reports.story import SIZES, Furniture

if TYPE_CHECKING:
    from reportlab.lib.colors import Color
    from reportlab.pdfgen.canvas import Canvas

    from workshop_studio.domain.material import MaterialPrint
    from workshop_studio.domain.prints import Paper
    from workshop_studio.domain.sheet import Sheet
    from workshop_studio.reports.text import Typesetter

_MARGIN, _TOP, _FOOT, _LATER_HEAD = 44.0, 36.0, 46.0, 58.0
_SIDE = 150.0
_PIECE_PAD = 24.0
_BODY_SIZES = (11.5, 11.0, 10.5, 10.0, 9.5, 9.0)
_PIECE_SIZES = (10.0, 9.5, 9.0, 8.5, 8.0, 7.5)
_MOST_STRETCH, _TIGHT = 140.0, -4.5
ONLY_FACILITATOR = "△ For the facilitator alone"


@dataclass(frozen=True, slots=True)
class _Area:
    """Where text may stand, from the lower left corner."""

    left: float
    bottom: float
    width: float
    height: float

    def frame(self, name: str) -> Frame:
        """Return it as a frame without padding."""
        return Frame(
            self.left, self.bottom, self.width, self.height, id=name,
            leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Plan:
    """How one sheet is set: body size, how far places to write on grow, on how many pages."""

    size: float
    stretch: float
    pages: int
    is_pieces: bool


@dataclass(slots=True)
class _Setting:
    """One sheet with its paper and its areas."""

    sheet: Sheet
    paper: tuple[float, float]
    head_height: float
    count: list[int] = field(default_factory=lambda: [0])

    @property
    def first(self) -> _Area:
        """The area below the head of the first page."""
        width, height = self.paper
        return _Area(_MARGIN, _FOOT, width - 2 * _MARGIN, height - self.head_height - _FOOT)

    @property
    def later(self) -> _Area:
        """The area of the pages that follow."""
        width, height = self.paper
        return _Area(_MARGIN, _FOOT, width - 2 * _MARGIN, height - _LATER_HEAD - _FOOT)

    def cells(self) -> list[tuple[float, float, float, float]]:
        """The pieces of a page that is cut apart, row by row from the top."""
        width, height = self.paper
        across, down = (2, 2) if self.sheet.on_a_page == 4 else (1, 2)
        wide, high = width / across, height / down
        return [
            (column * wide, height - (row + 1) * high, wide, high)
            for row in range(down)
            for column in range(across)
        ]

    def piece_areas(self) -> list[_Area]:
        """The text areas of those pieces."""
        pad = _PIECE_PAD
        return [_Area(x + pad, y + pad, w - 2 * pad, h - 2 * pad) for x, y, w, h in self.cells()]


class SheetPress:
    """Prints the sheets of a session."""

    def __init__(self, setter: Typesetter, ink: dict[str, Color]) -> None:
        self._setter, self._ink = setter, ink
        self._furniture = Furniture(setter, ink)

    def printed(self, material: MaterialPrint, paper: Paper) -> PrintedPdf:
        """Return all sheets as one PDF; page numbers count within each sheet."""
        settings = [self._setting(sheet, paper, material.title) for sheet in material.sheets]
        plans = [self._plan(one) for one in settings]
        self._setter.replaced.clear()
        out = io.BytesIO()
        document = self._document(out, SIZES[paper], material)
        story: list[Flowable] = []
        for place, (one, plan) in enumerate(zip(settings, plans, strict=True)):
            document.addPageTemplates(self._templates(place, one, plan, material))
            story += self._opening(place)
            story += self._content(one, plan)
        document.build(story)
        counts = [one.count[0] for one in settings]
        starts = tuple(itertools.accumulate(counts[:-1], initial=0))
        replaced = tuple(dict.fromkeys(self._setter.replaced))
        return PrintedPdf(out.getvalue(), sum(counts), replaced, starts)

    def _document(
        self, out: io.BytesIO, size: tuple[float, float], material: MaterialPrint
    ) -> BaseDocTemplate:
        names = [sheet.title for sheet in material.sheets]
        title = names[0] if len(names) == 1 else f"{material.title}: printed material"
        return BaseDocTemplate(
            out, pagesize=size, title=title, author="", subject=material.title,
            lang=material.language, invariant=1, initialFontName="Inter", displayDocTitle=1,
        )  # fmt: skip

    def _opening(self, place: int) -> list[Flowable]:
        later = NextPageTemplate(f"later-{place}")
        return [later] if place == 0 else [NextPageTemplate(f"first-{place}"), PageBreak(), later]

    # --- how a sheet is set ----------------------------------------------------------------------

    def _setting(self, sheet: Sheet, paper: Paper, session: str) -> _Setting:
        width, height = SIZES[paper]
        size = (height, width) if sheet.is_landscape else (width, height)
        lines = self._head_lines(sheet, session)
        tall = sum(
            line.wrap(_head_room(size[0], place), 10_000)[1] + 3 for place, line in enumerate(lines)
        )
        # A head that leaves hardly any room would never let the text begin.
        return _Setting(sheet, size, min(_TOP + tall + 20, size[1] * 0.45))

    def _plan(self, one: _Setting) -> _Plan:
        if one.sheet.on_a_page > 1:
            area = one.piece_areas()[0]
            for size in _PIECE_SIZES:
                pages, left, places = self._tried(one, size, 0, [area], is_piece=True)
                if pages == 1:
                    stretch = self._stretch(one, size, _share(left, places), [area], is_piece=True)
                    return _Plan(size, stretch, 1, is_pieces=True)
        areas = [one.first, one.later]
        fewest = self._tried(one, _BODY_SIZES[-1], 0, areas)[0]
        if fewest > 1 and self._tried(one, _BODY_SIZES[-1], _TIGHT, areas)[0] == 1:
            return _Plan(_BODY_SIZES[-1], _TIGHT, 1, is_pieces=False)
        for size in _BODY_SIZES:
            pages, left, places = self._tried(one, size, 0, areas)
            if pages == fewest:
                stretch = 0.0
                if pages == 1:
                    stretch = self._stretch(one, size, _share(left, places), areas)
                return _Plan(size, stretch, pages, is_pieces=False)
        return _Plan(_BODY_SIZES[-1], 0.0, fewest, is_pieces=False)

    def _stretch(
        self, one: _Setting, size: float, wanted: float, areas: list[_Area],
        *, is_piece: bool = False,
    ) -> float:  # fmt: skip
        """Return the largest stretch up to the wanted one that still keeps one page."""
        while wanted > 1:
            if self._tried(one, size, wanted, areas, is_piece=is_piece)[0] == 1:
                return wanted
            wanted *= 0.85
        return 0.0

    def _tried(
        self, one: _Setting, size: float, stretch: float, areas: list[_Area],
        *, is_piece: bool = False,
    ) -> tuple[int, float, int]:  # fmt: skip
        """Return the pages of a trial, what is left on the last, and how many places can grow."""
        story = SheetStory(self._setter, self._ink, size, _frame(areas[0]), stretch)
        parts = [*(self._piece_head(story, one) if is_piece else []), *story.story(one.sheet)]
        trial = _Trial(io.BytesIO(), pagesize=one.paper, initialFontName="Inter")
        trial.addPageTemplates([
            PageTemplate(f"page-{place}", [area.frame("text")], autoNextPageTemplate="page-1")
            for place, area in enumerate([areas[0], areas[-1]])
        ])  # fmt: skip
        trial.build(parts)
        return trial.page, trial.left, story.places

    def _content(self, one: _Setting, plan: _Plan) -> list[Flowable]:
        areas = one.piece_areas() if plan.is_pieces else [one.first]
        content: list[Flowable] = []
        for place, area in enumerate(areas):
            story = SheetStory(self._setter, self._ink, plan.size, _frame(area), plan.stretch)
            head = self._piece_head(story, one) if plan.is_pieces else []
            content += [FrameBreak()] if place else []
            content += [*head, *story.story(one.sheet)]
        return content

    # --- pages -----------------------------------------------------------------------------------

    def _templates(
        self, place: int, one: _Setting, plan: _Plan, material: MaterialPrint
    ) -> list[PageTemplate]:
        def furnish(canvas: Canvas, _: object) -> None:
            one.count[0] += 1
            if one.count[0] == 1:
                canvas.bookmarkPage(f"sheet-{place}")
                canvas.addOutlineEntry(one.sheet.title, f"sheet-{place}")
            if plan.is_pieces:
                self._cuts(canvas, one)
                return
            self._head(canvas, one, material)
            self._foot(canvas, one, plan, material)

        first = [area.frame("piece") for area in one.piece_areas()] if plan.is_pieces else [
            one.first.frame("text")
        ]  # fmt: skip
        return [
            PageTemplate(f"first-{place}", first, onPage=furnish, pagesize=one.paper),
            PageTemplate(
                f"later-{place}", [one.later.frame("text")], onPage=furnish, pagesize=one.paper
            ),
        ]

    def _cuts(self, canvas: Canvas, one: _Setting) -> None:
        width, height = one.paper
        cut_line(canvas, 0, height / 2, width, height / 2, self._ink["control"])
        if one.sheet.on_a_page == 4:
            cut_line(canvas, width / 2, 0, width / 2, height, self._ink["control"])

    def _head_lines(self, sheet: Sheet, session: str) -> list[Flowable]:
        make = self._furniture.paragraph
        is_key = sheet.audience is Audience.FACILITATOR
        over = (
            make(ONLY_FACILITATOR, 8, "watch", "Inter-Strong") if is_key else
            make(session, 8, "text-2")
        )  # fmt: skip
        lines = [over, make(sheet.title, 20, "text", "Serif")]
        if sheet.subtitle.strip():
            lines.append(make(sheet.subtitle, 9.5, "text-2"))
        return lines

    def _piece_head(self, story: SheetStory, one: _Setting) -> list[Flowable]:
        make = self._furniture.paragraph
        lines: list[Flowable] = [make(one.sheet.title, 14, "text", "Serif")]
        if one.sheet.audience is Audience.FACILITATOR:
            lines.insert(0, make(ONLY_FACILITATOR, 7.5, "watch", "Inter-Strong"))
        if one.sheet.subtitle.strip():
            lines += [Spacer(1, 2), make(one.sheet.subtitle, 8, "text-2")]
        return [*lines, Spacer(1, 6)]

    def _head(self, canvas: Canvas, one: _Setting, material: MaterialPrint) -> None:
        width, height = one.paper
        right = width - _MARGIN
        if one.count[0] > 1:
            line = self._furniture.paragraph(one.sheet.title, 8, "text-2")
            self._furniture.put(canvas, line, _MARGIN, height - _TOP, width - 2 * _MARGIN)
            self._furniture.rule(canvas, height - _TOP - 14, _MARGIN, right, "line")
            return
        top = height - _TOP
        for place, line in enumerate(self._head_lines(one.sheet, material.title)):
            top -= self._furniture.put(canvas, line, _MARGIN, top, _head_room(width, place)) + 3
        copies = one.sheet.copies[:1].upper() + one.sheet.copies[1:]
        hint = self._furniture.paragraph(copies, 8, "text-2", is_right=True)
        self._furniture.put(canvas, hint, right - _SIDE, height - _TOP, _SIDE)
        self._furniture.rule(canvas, height - one.head_height + 12, _MARGIN, right, "accent")

    def _foot(self, canvas: Canvas, one: _Setting, plan: _Plan, material: MaterialPrint) -> None:
        right = one.paper[0] - _MARGIN
        make, put = self._furniture.paragraph, self._furniture.put
        self._furniture.rule(canvas, 38, _MARGIN, right, "line")
        is_key = one.sheet.audience is Audience.FACILITATOR
        said = ONLY_FACILITATOR[2:] if is_key else material.title
        put(canvas, make(said, 7.5, "watch" if is_key else "text-2"), _MARGIN, 32, 330)
        if plan.pages > 1:
            words = f"Page {one.count[0]} of {plan.pages}"
            put(canvas, make(words, 7.5, "text-2", is_right=True), right - 120, 32, 120)


class _Trial(BaseDocTemplate):  # type: ignore[misc]
    """Builds a sheet to see how many pages it takes and what is left on the last."""

    left = 0.0

    def afterFlowable(self, _: Flowable) -> None:
        # Between two pages there is no frame.
        if self.frame is not None:
            self.left = self.frame._y - self.frame._y1p  # noqa: SLF001 - there is no public way


def _head_room(width: float, place: int) -> float:
    """Return the width for a line of the head; above the subtitle stands the hint on copies."""
    return width - 2 * _MARGIN - (_SIDE + 16 if place < 2 else 0)


def _frame(area: _Area) -> tuple[float, float]:
    return area.width, area.height


def _share(left: float, places: int) -> float:
    """Return how far each of the places may grow; a little is kept, so that nothing tips over."""
    return min(_MOST_STRETCH, max(0.0, left - 6) / places) if places else 0.0
