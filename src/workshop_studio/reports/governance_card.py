"""The governance card as a PDF: one page for a full card, more pages rather than lost words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reportlab.platypus import FrameBreak, Spacer

from workshop_studio.domain.capstone import FIELDS, AnswerState, Section, card_rows
from workshop_studio.reports.blocks import RingParagraph, Stack, pair_parts
from workshop_studio.reports.card_frame import CardFrame, spilled_heads
from workshop_studio.reports.card_words import is_open, open_words
from workshop_studio.reports.document import Meta, fits, print_pages
from workshop_studio.reports.press import PrintedPdf
from workshop_studio.reports.setting import open_job, style

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlab.platypus import Flowable

    from workshop_studio.domain.capstone import Answer, CardField
    from workshop_studio.reports.card_words import CardPrint
    from workshop_studio.reports.press import PageSize, Press
    from workshop_studio.reports.setting import Job

_LEFT = (Section.PURPOSE, Section.DATA)
_RIGHT = (Section.CHOICE, Section.WATCHING, Section.OPEN)


@dataclass(frozen=True, slots=True)
class Spacing:
    """How much air stands around the fields, in points; the letters stay the same size."""

    edge: float
    gutter: float
    above_section: float
    pad: float
    below_field: float
    below_row: float
    is_run_in: bool = False


AIRY = Spacing(45, 19.2, 10.5, 4.3, 4.8, 1.6)
CLOSE = Spacing(42, 18, 8, 2.8, 2.8, 0.6)
TIGHT = Spacing(36, 16, 6, 2.0, 1.8, 0.0, is_run_in=True)


def governance_card(press: Press, card: CardPrint, page: PageSize) -> PrintedPdf:
    """Return a card as PDF: one page up to the bounds of all fields in normal English.

    The text stays at 9 pt. First the air around the fields gives way, then the card flows to
    further pages and page 1 says so. Raises FileRejected when fonts or colours cannot be read.
    """
    job = open_job(press)
    spacing, story = _arrangement(job, card, page)
    frame = CardFrame(job, card, page, spacing.edge, spacing.gutter)
    meta = Meta(
        title=f"{frame.title}: governance card",
        author=card.team,
        subject=card.status,
        language=card.language,
    )
    data, pages = print_pages(story, frame.plans(), meta, frame.draw)
    return PrintedPdf(data, pages, job.setter.replaced)


def _arrangement(job: Job, card: CardPrint, page: PageSize) -> tuple[Spacing, list[Flowable]]:
    """Return the airiest spacing that keeps the card on one page, and the story to print."""
    for spacing in (AIRY, CLOSE, TIGHT):
        columns = CardFrame(job, card, page, spacing.edge, spacing.gutter).plans()[0].columns
        width = columns[0].width

        def halves(spacing: Spacing = spacing, width: float = width) -> list[list[Flowable]]:
            left = list(_sections(job, card, _LEFT, spacing, width))
            right = list(_sections(job, card, _RIGHT, spacing, width))
            return [left, right + spilled_heads(job, card)]

        left, right = halves()
        if fits(left, columns[:1]) and fits(right, columns[1:]):
            left, right = halves()
            return spacing, [*left, FrameBreak(), *right]
        if spacing is not AIRY and fits([*left, *right], columns):
            return spacing, [block for half in halves() for block in half]
    spacing = CLOSE
    frame = CardFrame(job, card, page, spacing.edge, spacing.gutter)
    width = frame.plans()[0].columns[0].width
    blocks = _sections(job, card, (*_LEFT, *_RIGHT), spacing, width)
    return spacing, [*blocks, *spilled_heads(job, card)]


def _sections(
    job: Job, card: CardPrint, sections: Sequence[Section], spacing: Spacing, width: float
) -> Iterator[Flowable]:
    for section in sections:
        fields = [field for field in FIELDS if field.section is section]
        for place, field in enumerate(fields):
            yield _field(job, card, field, spacing, width, heads_section=place == 0)


def _field(
    job: Job,
    card: CardPrint,
    field: CardField,
    spacing: Spacing,
    width: float,
    *,
    heads_section: bool,
) -> Stack:
    answer = card.capstone.answer(field.key)
    has_label = field.section is not Section.OPEN
    runs_in = has_label and spacing.is_run_in and not is_open(answer) and not field.is_rows
    head: list[Flowable] = []
    if heads_section:
        head += [job.paragraph(field.section.value, job.looks.section), Spacer(1, 1.5)]
    if has_label and not runs_in:
        head.append(job.paragraph(field.label, job.looks.label))
    body = _body(job, field, answer, spacing, width, lead=field.label if runs_in else "")
    return Stack(
        [*head, *body],
        keep=len(head),
        above=spacing.above_section if heads_section else 0,
        below=spacing.below_field,
        rule=None if heads_section else job.ink.line,
        pad=0 if heads_section else spacing.pad,
    )


def _body(
    job: Job, field: CardField, answer: Answer, spacing: Spacing, width: float, lead: str
) -> list[Flowable]:
    if is_open(answer):
        return [_open_answer(job, field, answer)]
    rows = card_rows(answer.text) if field.is_rows else ()
    if not any(right for _, right in rows):
        return [job.paragraph(answer.text, job.looks.body, lead, job.looks.label)]
    looks = (job.looks.rows, job.looks.rows)
    parts: list[Flowable] = [Spacer(1, spacing.below_row)]
    for left, right in rows:
        parts += pair_parts(job, left, right, looks, width, spacing.below_row)
    return parts


def _open_answer(job: Job, field: CardField, answer: Answer) -> Flowable:
    look = job.looks.body.in_colour(job.ink.quiet)
    words = open_words(field, answer)
    if answer.state is AnswerState.DOES_NOT_APPLY or not field.is_needed:
        return job.paragraph(words, look)
    return RingParagraph(job.setter.markup(words, look.face), style(replace(look, indent_pt=9.5)))
