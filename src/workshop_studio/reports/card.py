"""The governance card and the feedback on it, as stories and as pages."""

from __future__ import annotations

import hashlib
import io
from typing import TYPE_CHECKING

from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    FrameBreak,
    PageTemplate,
    Spacer,
)

from workshop_studio.domain.capstone import FIELDS, AnswerState, Section, card_rows
from workshop_studio.domain.feedback import CRITERIA
from workshop_studio.domain.prints import PrintedPdf
from workshop_studio.reports.story import SIZES, Furniture, SplitLine, Story, line_width, width_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlab.lib.colors import Color
    from reportlab.pdfgen.canvas import Canvas

    from workshop_studio.domain.capstone import Answer, CardField
    from workshop_studio.domain.prints import CardPrint, FeedbackPrint, Paper
    from workshop_studio.reports.text import Typesetter

_MARGIN, _HEAD, _FOOT, _GAP = 40.0, 86.0, 70.0, 24.0
# What fits into head and foot; longer texts are printed in the flow, where nothing is cut.
_TITLE_ROOM, _SIDE_ROOM, _OWNER_ROOM = 300.0, 220.0, 230.0
STATUS = "△ Workshop exercise: not approved for use"


class _HeadedStory(Story):
    """Begins with what is too long for the head and the foot of the page."""

    def long_head(self, card: CardPrint) -> None:
        """Print long titles and names in the flow, where they may take the room they need."""
        capstone = card.capstone
        for label, text, fits in (
            ("Title", capstone.title, fits_head(capstone.title)),
            ("Owner", capstone.owner, fits_foot(capstone.owner)),
            ("Team", _team_line(card), fits_side(_team_line(card))),
        ):
            if not fits:
                self.add(label, self.styles.label)
                self.add(text.strip(), self.styles.body)


class CardStory(_HeadedStory):
    """The twenty fields of a card."""

    def story(self, card: CardPrint, *, is_parted: bool = False) -> list[Flowable]:
        """Return the flowables; is_parted: people in the left column, choices in the right."""
        self.long_head(card)
        for section in Section:
            if is_parted and section is Section.CHOICE:
                self.parts.append(FrameBreak())
            self.parts.append(CondPageBreak(48))
            self.add(section.value, self.styles.head)
            fields = [field for field in FIELDS if field.section is section]
            for place, field in enumerate(fields):
                if place:
                    self.rule()
                self.parts.append(CondPageBreak(26))
                if field.label != section.value:
                    self.add(field.label, self.styles.label)
                self._answer(field, card.capstone.answer(field.key))
        return self.parts

    def _answer(self, field: CardField, answer: Answer) -> None:
        quiet = self.styles.quiet
        text = answer.text.strip()
        if answer.state is AnswerState.NOT_KNOWN:
            words = "◌ Not known yet." + (f" {answer.note}" if answer.note else "")
            self.add(words, quiet)
        elif answer.state is AnswerState.DOES_NOT_APPLY:
            self.add(f"Does not apply, because {answer.note or '…'}", quiet)
        elif not text:
            self.add("Open", quiet)
        if text and field.is_rows:
            for left, right in card_rows(answer.text):
                self._row(left, right)
        elif text:
            self.add(text, self.styles.body)

    def _row(self, left: str, right: str) -> None:
        """Print a check and its limit: side by side when the limit is short."""
        body = self.styles.body
        wide = width_of(right, body) + 1
        if not right or not left or wide > 110 or width_of(left, body) > 320:
            self.add(f"{left}: {right}" if left and right else left or right, body)
            return
        limit = self.paragraph(right, body.clone("limit", alignment=2))
        self.parts.append(SplitLine(self.paragraph(left, body), limit, wide))


class FeedbackStory(_HeadedStory):
    """What the facilitator says to a team."""

    def story(self, sheet: FeedbackPrint) -> list[Flowable]:
        """Return the flowables: strengths, criteria with the chosen level alone, what next."""
        self.long_head(sheet.card)
        feedback = sheet.feedback
        strengths = feedback.strengths
        self._pair("A strength" if len(strengths) < 2 else "Two strengths", *strengths)
        for criterion in CRITERIA:
            rating = feedback.rating(criterion.key)
            self.parts.append(CondPageBreak(70))
            self.add(criterion.label, self.styles.head)
            if rating.level is None:
                self.add("Not rated yet.", self.styles.quiet)
                if rating.comment.strip():
                    self.add(rating.comment.strip(), self.styles.body)
                continue
            cell = criterion.cell(rating.level)
            self.add(f"{rating.level.value}: {cell.sees}", self.styles.label)
            self.parts.append(Spacer(1, 2))
            if rating.comment.strip():
                self.add(rating.comment.strip(), self.styles.body)
            self.add(f"Next: {cell.next_step}", self.styles.quiet)
        self._pair("One question", feedback.question)
        owner = ", ".join(p for p in (feedback.next_owner, feedback.next_date) if p.strip())
        step = feedback.next_step.strip()
        self._pair("Next step", f"{step} ({owner})" if owner and step else step or owner)
        self.parts.append(Spacer(1, 8))
        self.rule()
        self.parts.append(Spacer(1, 4))
        self.add(
            "This is about the card and never about a person. " + _about(sheet), self.styles.quiet
        )
        return self.parts

    def _pair(self, head: str, *texts: str) -> None:
        said = [text.strip() for text in texts if text.strip()]
        if said:
            self.parts.append(CondPageBreak(48))
            self.add(head, self.styles.head)
            for text in said:
                self.add(text, self.styles.body)
                self.parts.append(Spacer(1, 4))


def _team_line(card: CardPrint) -> str:
    return f"{card.team}, {card.cohort}"


def _about(sheet: FeedbackPrint) -> str:
    about, now = sheet.feedback.card_revision, sheet.card.capstone.revision
    if not about:
        return "Answer on the back, or talk to your facilitator."
    if about != now:
        return f"It was written about version {about}; the card is now version {now}."
    return f"It was written about version {about}."


class CardPages:
    """Head, foot and columns of a card's pages. kind: what stands over the title."""

    def __init__(
        self, setter: Typesetter, ink: dict[str, Color], card: CardPrint, kind: str
    ) -> None:
        self._setter, self._ink, self._card, self._kind = setter, ink, card, kind
        self._furniture = Furniture(setter, ink)

    def printed(
        self, story: Callable[[], list[Flowable]], paper: Paper, columns: int
    ) -> PrintedPdf:
        """Return the PDF; the first pass counts pages, so that the second can say "1 of 2"."""
        first = self.one_page(story(), paper, columns)
        if first.pages == 1:
            return first
        data, pages = self._build(story(), paper, columns, first.pages)
        return self._made(data, pages)

    def one_page(self, story: list[Flowable], paper: Paper, columns: int) -> PrintedPdf:
        """Return the PDF of a story that should be one page; with more, their foot is wrong."""
        return self._made(*self._build(story, paper, columns, 0))

    def _made(self, data: bytes, pages: int) -> PrintedPdf:
        return PrintedPdf(data, pages, tuple(dict.fromkeys(self._setter.replaced)))

    def _build(
        self, story: list[Flowable], paper: Paper, columns: int, total: int
    ) -> tuple[bytes, int]:
        width, height = SIZES[paper]
        out = io.BytesIO()
        document = BaseDocTemplate(
            out, pagesize=(width, height), title=f"{self._kind}: {self._title}",
            author=self._card.team, lang="en", invariant=1, initialFontName="Inter",
            displayDocTitle=1,
        )  # fmt: skip
        span = (width - 2 * _MARGIN - _GAP * (columns - 1)) / columns
        frames = [
            Frame(
                _MARGIN + place * (span + _GAP), _FOOT, span, height - _HEAD - _FOOT,
                leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
            )
            for place in range(columns)
        ]  # fmt: skip
        count = [0]

        def furnish(canvas: Canvas, _: object) -> None:
            count[0] += 1
            self._head(canvas, width, height)
            self._foot(canvas, width, count[0], total)

        document.addPageTemplates(PageTemplate("page", frames, onPage=furnish))
        document.build(story)
        return out.getvalue(), count[0]

    @property
    def _title(self) -> str:
        title = self._card.capstone.title.strip()
        return title if title and fits_head(title) else self._card.team

    def _head(self, canvas: Canvas, width: float, height: float) -> None:
        put, make = self._furniture.put, self._furniture.paragraph
        right, top = width - _MARGIN, height - 31
        put(canvas, make(self._kind, 8, "text-2"), _MARGIN, top, _TITLE_ROOM)
        size = 20 if line_width(self._title, "Serif", 20) <= _TITLE_ROOM else 13
        put(canvas, make(self._title, size, "text", "Serif"), _MARGIN, top - 11, _TITLE_ROOM)
        put(
            canvas, make(STATUS, 8, "watch", "Inter-Strong", is_right=True),
            right - _SIDE_ROOM, top, _SIDE_ROOM,
        )  # fmt: skip
        team = _team_line(self._card)
        team = team if fits_side(team) else "Team: see the top of the page"
        version = f"Version {self._card.capstone.revision}, {self._card.date}"
        for place, words in enumerate((team, version), start=1):
            line = make(words, 8, "text-2", is_right=True)
            put(canvas, line, right - _SIDE_ROOM, top - 12 * place, _SIDE_ROOM)
        self._furniture.rule(canvas, height - 76, _MARGIN, right, "accent")

    def _foot(self, canvas: Canvas, width: float, page: int, total: int) -> None:
        put, make = self._furniture.put, self._furniture.paragraph
        right = width - _MARGIN
        self._furniture.rule(canvas, 66, _MARGIN, right, "line")
        owner = self._card.capstone.owner.strip() or "not named yet"
        owner = owner if fits_foot(owner) else "see the top of the card"
        put(canvas, make(f"Owner: {owner}", 7.5, "text-2"), _MARGIN, 58, _OWNER_ROOM)
        if page == 1 and total > 1:
            words = "The card goes on overleaf: nothing was cut."
            put(canvas, make(words, 7.5, "watch", "Inter-Strong"), _MARGIN, 46, _OWNER_ROOM)
        mark = card_mark(self._card)
        for place, words in enumerate(
            (f"Card {mark}, made with Workshop Studio", f"Page {page} of {total or page}")
        ):
            line = make(words, 7.5, "text-2", is_right=True)
            put(canvas, line, right - 48 - _SIDE_ROOM, 46 - 11 * place, _SIDE_ROOM)
        drawing = Drawing(40, 40, transform=[1, 0, 0, 1, 0, 0])
        drawing.add(QrCodeWidget(f"workshop-studio card {mark}", barWidth=40, barHeight=40))
        drawing.drawOn(canvas, right - 40, 20)


def fits_head(title: str) -> bool:
    """Return whether a title fits into two lines of the head at its smaller size."""
    return line_width(title, "Serif", 13) <= 1.8 * _TITLE_ROOM


def fits_foot(owner: str) -> bool:
    """Return whether the owner fits beside the mark of the card."""
    return line_width(owner, "Inter", 7.5) <= _OWNER_ROOM - 32


def fits_side(team: str) -> bool:
    """Return whether team and cohort fit on the line under the status."""
    return line_width(team, "Inter", 8) <= _SIDE_ROOM


def card_mark(card: CardPrint) -> str:
    """Return eight signs that change with every word of the card, such as "7F3A 19C2"."""
    answers = sorted(card.capstone.answers)
    said = "\x1f".join(
        (
            card.capstone.id,
            card.capstone.title,
            card.capstone.owner,
            *(f"{key}\x1e{a.state.value}\x1e{a.text}\x1e{a.note}" for key, a in answers),
        )
    )
    digest = hashlib.sha256(said.encode("utf-8", "replace")).hexdigest().upper()
    return f"{digest[:4]} {digest[4:8]}"
