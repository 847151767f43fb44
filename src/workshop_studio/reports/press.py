"""The answer to `ports.press.Press`: reportlab writes, pypdfium2 shows."""

from __future__ import annotations

import hashlib
import io
import threading
from typing import TYPE_CHECKING

import pypdfium2
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import STATE_DEFAULTS, Drawing
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    FrameBreak,
    HRFlowable,
    PageTemplate,
    Paragraph,
    Spacer,
)

from workshop_studio.domain.capstone import FIELDS, AnswerState, Section, card_rows
from workshop_studio.domain.feedback import CRITERIA
from workshop_studio.domain.prints import PageImage, Paper, PrintedPdf
from workshop_studio.reports.text import Typesetter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reportlab.pdfgen.canvas import Canvas

    from workshop_studio.domain.capstone import Answer, CardField
    from workshop_studio.domain.prints import CardPrint, FeedbackPrint

_SIZES = {Paper.A4: A4, Paper.LETTER: LETTER}
_MARGIN, _HEAD, _FOOT, _GAP = 40.0, 82.0, 70.0, 24.0
_PDFIUM = threading.Lock()
# Drawings would name Helvetica in every file, which none of them embeds.
STATE_DEFAULTS["fontName"] = "Inter"


class PdfPress:
    """ink: colours by role, "text", "text-2", "accent", "line", "watch", as "#RRGGBB"."""

    def __init__(self, fonts: Path, ink: dict[str, str]) -> None:
        self._fonts = fonts
        self._ink = {role: HexColor(value) for role, value in ink.items()}

    def card(self, card: CardPrint, paper: Paper) -> PrintedPdf:
        """Return the governance card: two columns on one page, longer text on further ones."""
        setter = Typesetter(self._fonts)
        page = _Page(setter, self._ink, card, "Governance card")
        # People on the left, choices on the right, as long as both columns hold their half.
        parted = page.printed(
            lambda: _CardStory(setter, self._ink).story(card, is_parted=True), paper, columns=2
        )
        if parted.pages == 1:
            return parted
        return page.printed(lambda: _CardStory(setter, self._ink).story(card), paper, columns=2)

    def feedback(self, sheet: FeedbackPrint, paper: Paper) -> PrintedPdf:
        """Return feedback for a team: the chosen levels, why, and what next."""
        setter = Typesetter(self._fonts)
        page = _Page(setter, self._ink, sheet.card, "Feedback")
        return page.printed(
            lambda: _FeedbackStory(setter, self._ink).story(sheet), paper, columns=1
        )

    def pictures(self, pdf: bytes, dpi: int) -> tuple[PageImage, ...]:
        """Return the pages as pictures at so many dots an inch."""
        with _PDFIUM:
            document = pypdfium2.PdfDocument(pdf)
            try:
                images = []
                for number in range(len(document)):
                    page = document[number]
                    picture = page.render(scale=dpi / 72).to_pil().convert("RGB")
                    images.append(PageImage(picture.width, picture.height, picture.tobytes()))
                    page.close()
                return tuple(images)
            finally:
                document.close()


class _Story:
    def __init__(self, setter: Typesetter, ink: dict[str, Color]) -> None:
        self._setter = setter
        self._ink = ink
        self.parts: list[Flowable] = []
        base = {"fontName": "Inter", "fontSize": 9, "leading": 11.2, "textColor": ink["text"],
                "splitLongWords": 1}  # fmt: skip
        self._body = ParagraphStyle("body", **base)
        self._quiet = ParagraphStyle("quiet", **{**base, "textColor": ink["text-2"]})
        strong = {**base, "fontName": "Inter-Strong", "fontSize": 8, "leading": 9.8}
        self._label = ParagraphStyle("label", **strong, spaceBefore=1.5)
        self._head = ParagraphStyle(
            "head", fontName="Serif", fontSize=11, leading=14, textColor=ink["accent"],
            spaceBefore=5, spaceAfter=1,
        )  # fmt: skip

    def _add(self, text: str, style: ParagraphStyle) -> None:
        font = {"Inter-Strong": "Inter-Strong", "Serif": "Serif"}.get(style.fontName, "Inter")
        self.parts.append(Paragraph(self._setter.literal(text, font), style))

    def _rule(self) -> None:
        self.parts.append(
            HRFlowable("100%", 0.5, color=self._ink["line"], spaceBefore=1.8, spaceAfter=0.5)
        )


class _CardStory(_Story):
    def story(self, card: CardPrint, *, is_parted: bool = False) -> list[Flowable]:
        for section in Section:
            if is_parted and section is Section.CHOICE:
                self.parts.append(FrameBreak())
            self.parts.append(CondPageBreak(48))
            self._add(section.value, self._head)
            fields = [field for field in FIELDS if field.section is section]
            for place, field in enumerate(fields):
                if place:
                    self._rule()
                self.parts.append(CondPageBreak(26))
                if field.label != section.value:
                    self._add(field.label, self._label)
                self._answer(field, card.capstone.answer(field.key))
        return self.parts

    def _answer(self, field: CardField, answer: Answer) -> None:
        if answer.state is AnswerState.NOT_KNOWN:
            words = "◌ Not known yet." + (f" {answer.note}" if answer.note else "")
            self._add(words, self._quiet)
            if not answer.text.strip():
                return
        if answer.state is AnswerState.DOES_NOT_APPLY:
            self._add(f"Does not apply, because {answer.note or '…'}", self._quiet)
            if not answer.text.strip():
                return
        if not answer.text.strip():
            self._add("Open", self._quiet)
        elif field.is_rows:
            for left, right in card_rows(answer.text):
                self._add(f"{left}: {right}" if right else left, self._body)
        else:
            self._add(answer.text.strip(), self._body)


class _FeedbackStory(_Story):
    def story(self, sheet: FeedbackPrint) -> list[Flowable]:
        feedback = sheet.feedback
        self._pair("A strength", feedback.strength)
        for criterion in CRITERIA:
            rating = feedback.rating(criterion.key)
            self.parts.append(CondPageBreak(70))
            self._add(criterion.label, self._head)
            if rating.level is None:
                self._add("Not rated yet.", self._quiet)
                continue
            cell = criterion.cell(rating.level)
            self._add(f"{rating.level.value}: {cell.sees}", self._label)
            if rating.comment.strip():
                self._add(rating.comment.strip(), self._body)
            self._add(f"Next: {cell.next_step}", self._quiet)
            self._rule()
        self._pair("One question", feedback.question)
        owner = ", ".join(p for p in (feedback.next_owner, feedback.next_date) if p.strip())
        self._pair("Next step", f"{feedback.next_step} ({owner})" if owner else feedback.next_step)
        return self.parts

    def _pair(self, head: str, text: str) -> None:
        if text.strip():
            self.parts.append(CondPageBreak(48))
            self._add(head, self._head)
            self._add(text.strip(), self._body)
            self.parts.append(Spacer(1, 4))


class _Page:
    def __init__(
        self, setter: Typesetter, ink: dict[str, Color], card: CardPrint, kind: str
    ) -> None:
        self._setter, self._ink, self._card, self._kind = setter, ink, card, kind

    def printed(
        self, story: Callable[[], list[Flowable]], paper: Paper, columns: int
    ) -> PrintedPdf:
        # The first pass counts pages, so that the second can say "page 1 of 2".
        pages = self._build(story(), paper, columns, 0)[1]
        data, pages = self._build(story(), paper, columns, pages)
        return PrintedPdf(data, pages, tuple(dict.fromkeys(self._setter.replaced)))

    def _build(
        self, story: list[Flowable], paper: Paper, columns: int, total: int
    ) -> tuple[bytes, int]:
        width, height = _SIZES[paper]
        out = io.BytesIO()
        document = BaseDocTemplate(
            out, pagesize=(width, height), title=f"{self._kind}: {self._title}",
            author=self._card.team, lang="en", invariant=1, initialFontName="Inter",
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
            self._furnish(canvas, width, height, count[0], total)

        document.addPageTemplates(PageTemplate("page", frames, onPage=furnish))
        # Without a name of ours the canvas would mention Helvetica, which no file embeds.
        document.build(story)
        return out.getvalue(), count[0]

    @property
    def _title(self) -> str:
        return self._card.capstone.title.strip() or self._card.team

    def _furnish(self, canvas: Canvas, width: float, height: float, page: int, total: int) -> None:
        right, top = width - _MARGIN, height - 40
        self._words(canvas, self._kind, _MARGIN, top, 8, "text-2", "Inter", 200)
        self._words(canvas, self._title, _MARGIN, top - 22, 20, "text", "Serif", 300)
        status = "Workshop exercise: not approved for use"
        self._words(canvas, status, right, top, 8, "watch", "Inter-Strong", -220)
        team = f"{self._card.team}, {self._card.cohort}"
        self._words(canvas, team, right, top - 12, 8, "text-2", "Inter", -220)
        version = f"Version {self._card.capstone.revision}, {self._card.date}"
        self._words(canvas, version, right, top - 24, 8, "text-2", "Inter", -220)
        canvas.setStrokeColor(self._ink["accent"])
        canvas.setLineWidth(1.4)
        canvas.line(_MARGIN, top - 36, right, top - 36)
        canvas.setStrokeColor(self._ink["line"])
        canvas.setLineWidth(0.6)
        canvas.line(_MARGIN, 66, right, 66)
        owner = self._card.capstone.owner.strip() or "not named yet"
        self._words(canvas, f"Owner: {owner}", _MARGIN, 50, 7.5, "text-2", "Inter", 230)
        if page == 1 and total > 1:
            words = "The card goes on overleaf: nothing was cut."
            self._words(canvas, words, _MARGIN, 38, 7.5, "watch", "Inter-Strong", 230)
        mark = card_mark(self._card)
        words = f"Card {mark}, page {page} of {total or page}"
        self._words(canvas, words, right - 48, 50, 7.5, "text-2", "Inter", -220)
        drawing = Drawing(40, 40, transform=[1, 0, 0, 1, 0, 0])
        drawing.add(QrCodeWidget(f"workshop-studio card {mark}", barWidth=40, barHeight=40))
        drawing.drawOn(canvas, right - 40, 20)

    def _words(
        self, canvas: Canvas, text: str, x: float, y: float, size: float, role: str, font: str,
        room: float,
    ) -> None:  # fmt: skip
        style = ParagraphStyle(
            "furniture", fontName=font, fontSize=size, leading=size * 1.2,
            textColor=self._ink[role], alignment=2 if room < 0 else 0,
        )  # fmt: skip
        line = Paragraph(self._setter.literal(" ".join(text.split()), font), style)
        wide = abs(room)
        _, high = line.wrap(wide, 60)
        line.drawOn(canvas, x - wide if room < 0 else x, y - high + size)


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
