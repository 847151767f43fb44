"""What stands around the columns of a governance card: head, foot, and the room between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop_studio.reports.blocks import (
    HAIRLINE_PT,
    Stack,
    draw_at_top,
    draw_triangle,
    paragraph_height,
)
from workshop_studio.reports.card_words import (
    EXERCISE_STATUS,
    UNTITLED,
    card_mark,
    code_content,
)
from workshop_studio.reports.document import Box, PagePlan
from workshop_studio.reports.fonts import Face, text_width
from workshop_studio.reports.qr import draw_code
from workshop_studio.reports.setting import Look
from workshop_studio.reports.text import one_line

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Flowable

    from workshop_studio.reports.card_words import CardPrint
    from workshop_studio.reports.document import PageNumber
    from workshop_studio.reports.press import PageSize
    from workshop_studio.reports.setting import Job

_HEAD_BOUND = 120
_CODE_PT = 36.0
_TOP_PT, _FOOT_PT = 38.0, 28.0


def _heads(card: CardPrint) -> tuple[tuple[str, str], ...]:
    return (
        ("Title", card.capstone.title),
        ("Subtitle", card.subtitle),
        ("Team", card.team),
        ("Cohort", card.cohort),
        ("Owner", card.capstone.owner),
        ("Next review", card.next_review),
    )


def spilled_heads(job: Job, card: CardPrint) -> list[Flowable]:
    """Return the heads that are too long for head and foot, in full, as blocks for the end."""
    return [
        Stack(
            [job.paragraph(f"{label} in full", job.looks.label), job.paragraph(t, job.looks.body)],
            keep=1,
            above=6,
        )
        for label, text in _heads(card)
        for t in (one_line(text),)
        if len(t) > _HEAD_BOUND
    ]


def _short(text: str) -> str:
    text = one_line(text)
    return text if len(text) <= _HEAD_BOUND else f"{text[:_HEAD_BOUND]} … (in full at the end)"


class CardFrame:
    """Measures head and foot of one card on one paper and draws them. edge, gutter: points."""

    def __init__(
        self, job: Job, card: CardPrint, page: PageSize, edge: float, gutter: float
    ) -> None:
        self._job, self._card, self._page = job, card, page
        self._edge, self._gutter = edge, gutter
        self.title = _short(card.capstone.title) or UNTITLED
        self._width = page.width_pt - 2 * edge
        self._right = self._right_head()
        right_pt = max(self._status_width(), self._width * 0.36)
        self._right_pt = min(right_pt, self._width * 0.45)
        self._left_pt = self._width - self._right_pt - 16
        self._left = self._left_head()

    def plans(self) -> list[PagePlan]:
        """Return the kinds of page: the first with the full head, then those that continue it."""
        return [
            self._plan("first", self._head_bottom() - 6, "next"),
            self._plan("next", self._page.height_pt - _TOP_PT - 22, "next"),
        ]

    def draw(self, canvas: Canvas, number: PageNumber) -> None:
        """Draw head and foot of one page."""
        if number.plan == "first":
            self._draw_head(canvas)
        else:
            self._draw_short_head(canvas)
        self._draw_foot(canvas, number)

    # --- head ------------------------------------------------------------------------------------

    def _left_head(self) -> list[Flowable]:
        looks = self._job.looks
        blocks = [
            self._job.paragraph("Governance card", looks.kicker),
            self._job.paragraph(self.title, looks.title),
        ]
        subtitle = _short(self._card.subtitle)
        return blocks + ([self._job.paragraph(subtitle, looks.kicker)] if subtitle else [])

    def _right_head(self) -> list[Flowable]:
        look = Look(Face.MEDIUM, 7.5, 10.2, self._job.ink.quiet, is_right=True)
        status = Look(Face.STRONG, 7.5, 11, self._job.ink.watch, is_right=True)
        where = ", ".join(filter(None, (_short(self._card.team), _short(self._card.cohort))))
        when = f"Version {self._card.version}, {_short(self._card.printed_on)}"
        return [
            self._job.paragraph(_short(self._card.status), status),
            self._job.paragraph(where, look),
            self._job.paragraph(when, look),
        ]

    def _status_width(self) -> float:
        return text_width(_short(self._card.status), Face.STRONG, 7.5) + 14

    def _head_height(self) -> float:
        left = sum(paragraph_height(block, self._left_pt) for block in self._left)
        right = sum(paragraph_height(block, self._right_pt) for block in self._right)
        return max(left, right) + 8

    def _head_bottom(self) -> float:
        return self._page.height_pt - _TOP_PT - self._head_height()

    def _draw_head(self, canvas: Canvas) -> None:
        ink, bottom = self._job.ink, self._head_bottom()
        left = sum(paragraph_height(block, self._left_pt) for block in self._left)
        top = bottom + 8 + left
        for block in self._left:
            top = draw_at_top(canvas, block, self._edge, top, self._left_pt)
        right = sum(paragraph_height(block, self._right_pt) for block in self._right)
        top = bottom + 8 + right
        x = self._page.width_pt - self._edge - self._right_pt
        if self._card.status == EXERCISE_STATUS:
            corner = self._page.width_pt - self._edge - self._status_width() + 1
            draw_triangle(canvas, corner, top - 8.9, 6.6, ink.watch)
        for block in self._right:
            top = draw_at_top(canvas, block, x, top, self._right_pt)
        canvas.setStrokeColor(ink.accent)
        canvas.setLineWidth(1.5)
        canvas.line(self._edge, bottom, self._page.width_pt - self._edge, bottom)

    def _draw_short_head(self, canvas: Canvas) -> None:
        line = f"{self.title}: governance card, continued"
        block = self._job.paragraph(line, self._job.looks.kicker)
        height = paragraph_height(block, self._width)
        y = self._page.height_pt - _TOP_PT - 14
        block.drawOn(canvas, self._edge, max(y + 4, y + 14 - height))
        canvas.setStrokeColor(self._job.ink.accent)
        canvas.setLineWidth(1.5)
        canvas.line(self._edge, y, self._page.width_pt - self._edge, y)

    # --- foot ------------------------------------------------------------------------------------

    def _foot_left(self) -> list[Flowable]:
        look = self._job.looks.caption
        owner = _short(self._card.capstone.owner) or "not named yet"
        review = _short(self._card.next_review) or "no date yet"
        return [
            self._job.paragraph(f"Owner: {owner}", look),
            self._job.paragraph(f"Next review: {review}", look),
        ]

    def _foot_height(self) -> float:
        lines = sum(paragraph_height(block, self._width * 0.45) for block in self._foot_left())
        return max(_CODE_PT, lines + self._job.looks.caption.leading_pt) + 7

    def _draw_foot(self, canvas: Canvas, number: PageNumber) -> None:
        ink, looks = self._job.ink, self._job.looks
        right = self._page.width_pt - self._edge
        canvas.setStrokeColor(ink.line_strong)
        canvas.setLineWidth(HAIRLINE_PT)
        rule = _FOOT_PT + self._foot_height()
        canvas.line(self._edge, rule, right, rule)
        draw_code(
            canvas, code_content(self._card.capstone), right - _CODE_PT, _FOOT_PT, _CODE_PT, ink.text
        )
        left = self._foot_left()
        if number.number == 1 and number.count > 1:
            more = looks.caption.in_colour(ink.watch)
            left.insert(0, self._job.paragraph("This card continues on page 2.", more))
        mark = f"Card {card_mark(self._card.capstone)}, made with Workshop Studio"
        page = f"Page {number.number} of {number.count}"
        words = [self._job.paragraph(t, looks.caption.from_right()) for t in (mark, page)]
        for blocks, x, width in (
            (left, self._edge, self._width * 0.45),
            (words, self._edge + self._width * 0.46, self._width * 0.54 - _CODE_PT - 10),
        ):
            top = _FOOT_PT + sum(paragraph_height(block, width) for block in blocks)
            for block in blocks:
                top = draw_at_top(canvas, block, x, top, width)

    def _plan(self, name: str, top: float, next_name: str) -> PagePlan:
        bottom = _FOOT_PT + self._foot_height() + 6
        width = (self._width - self._gutter) / 2
        columns = tuple(
            Box(self._edge + place * (width + self._gutter), bottom, width, top - bottom)
            for place in (0, 1)
        )
        size = (self._page.width_pt, self._page.height_pt)
        return PagePlan(name, size, columns, "card", next_name)
