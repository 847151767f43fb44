"""Handouts of teams and the printed material of sessions as finished PDFs."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.material import Material, MaterialPrint, material_of
from workshop_studio.domain.prints import CardPrint, FeedbackPrint, Paper
from workshop_studio.domain.sheet import Audience

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from workshop_studio.domain.pack import SessionPack
    from workshop_studio.domain.prints import PageImage, PrintedPdf
    from workshop_studio.domain.sheet import Sheet
    from workshop_studio.ports.clock import Clock
    from workshop_studio.ports.library import PackLibrary
    from workshop_studio.ports.press import Press
    from workshop_studio.ports.unit_of_work import UnitOfWork
    from workshop_studio.services.capstones import Review

# The language of the handouts, whatever the language of the computer is.
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


class PrintingService:
    """Prints what is stored; the press is made when the first page is wanted.

    A public method is one transaction at most; call them on the lane.
    """

    def __init__(
        self,
        make_press: Callable[[], Press],
        clock: Clock,
        unit_of_work: UnitOfWork,
        library: PackLibrary,
    ) -> None:
        self._make_press = make_press
        self._clock = clock
        self._unit_of_work = unit_of_work
        self._library = library
        self._press: Press | None = None

    def card(self, review: Review, paper: Paper = Paper.A4) -> PrintedPdf:
        """Return a team's governance card."""
        return self._ready().card(self._print_of(review), paper)

    def feedback(self, review: Review, paper: Paper = Paper.A4) -> PrintedPdf:
        """Return a team's feedback."""
        sheet = FeedbackPrint(self._print_of(review), review.feedback)
        return self._ready().feedback(sheet, paper)

    def handouts(self, session_id: str) -> Material:
        """Return which sheets a planned session needs, for whom, and how many.

        Raises RuleBroken("not-found") and RuleBroken("pack-missing").
        """
        with self._unit_of_work.reading() as work:
            session = work.sessions.get(session_id)
            cohort = work.cohorts.get(session.cohort_id)
        pack = self._pack(session.pack_id)
        people, tables = len(cohort.participants), len(cohort.teams)
        return material_of(session.title, session.agenda, pack.sheets, people, tables)

    def material(
        self,
        session: str | SessionPack,
        paper: Paper = Paper.A4,
        audience: Audience = Audience.PARTICIPANTS,
        sheet_ids: Collection[str] | None = None,
    ) -> PrintedPdf:
        """Return the sheets of one audience of a session (by its id) or of a pack as one PDF.

        Keys and guides never come into a stack for the tables: they are the other audience.
        sheet_ids: only these, None for all. Raises RuleBroken("nothing-to-print").
        """
        if isinstance(session, str):
            listed = self.handouts(session)
            pack = self._pack_of(session)
        else:
            pack = session
            listed = material_of(pack.title, pack.agenda, pack.sheets, 0, 0)
        sheets = tuple(
            line.sheet
            for line in listed.lines_for(audience)
            if sheet_ids is None or line.sheet.id in sheet_ids
        )
        if not sheets:
            raise RuleBroken("nothing-to-print")
        return self._ready().material(MaterialPrint(listed.title, sheets, pack.language), paper)

    def sheet(self, sheet: Sheet, title: str, paper: Paper = Paper.A4) -> PrintedPdf:
        """Return one sheet of the app's own as a PDF. title: of the session it belongs to."""
        return self._ready().material(MaterialPrint(title, (sheet,)), paper)

    def page_sizes(self, printed: PrintedPdf) -> tuple[tuple[float, float], ...]:
        """Return width and height of each page in points."""
        return self._ready().page_sizes(printed.data)

    def picture(self, printed: PrintedPdf, page: int, dpi: int) -> PageImage:
        """Return one page of a PDF, counted from 0, as a picture."""
        return self._ready().picture(printed.data, page, dpi)

    def _ready(self) -> Press:
        if self._press is None:
            self._press = self._make_press()
        return self._press

    def _pack_of(self, session_id: str) -> SessionPack:
        with self._unit_of_work.reading() as work:
            return self._pack(work.sessions.get(session_id).pack_id)

    def _pack(self, pack_id: str) -> SessionPack:
        pack = self._library.shelf().pack(pack_id)
        if pack is None:
            raise RuleBroken("pack-missing", pack=pack_id)
        return pack

    def _print_of(self, review: Review) -> CardPrint:
        team = review.desk.team
        today = self._clock.now().utc.astimezone(ZoneInfo(self._clock.zone()))
        date = f"{today.day} {_MONTHS[today.month - 1]} {today.year}"
        return CardPrint(
            review.desk.capstone, f"Team {team.letter} {team.name}", review.desk.cohort_name, date
        )
