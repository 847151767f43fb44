"""Makes PDFs, shows them, sends them to the printer or to a file; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from workshop_studio.domain.errors import StorageUnavailable
from workshop_studio.domain.material import sheets_of_paper
from workshop_studio.domain.prints import PrintJob, PrintOutcome, copies_order, file_name
from workshop_studio.domain.sheet import Audience
from workshop_studio.ui.wording import words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from workshop_studio.domain.errors import WorkshopError
    from workshop_studio.domain.material import Material
    from workshop_studio.domain.prints import PageImage, Paper, PrintedPdf
    from workshop_studio.domain.sheet import Sheet
    from workshop_studio.ports.lane import Lane
    from workshop_studio.ports.printer import Printer
    from workshop_studio.services.capstones import Review
    from workshop_studio.services.studio import Studio

NO_PRINTER = "No printer is set up on this computer. Save it as PDF and print it elsewhere."
NOT_PRINTED = "The printer did not take it. Nothing is lost: try again, or save it as PDF."


@dataclass(frozen=True, slots=True)
class Document:
    """What is to be printed. make: turns paper and chosen sheets into a PDF, on the lane."""

    title: str
    subtitle: str
    file: str
    make: Callable[[Paper, Audience, frozenset[str]], PrintedPdf]


@dataclass(frozen=True, slots=True)
class Preview:
    """A made PDF with the sizes of its pages in points."""

    printed: PrintedPdf
    sizes: tuple[tuple[float, float], ...]


class PrintView(Protocol):
    """What the page can be told."""

    def show_document(self, title: str, subtitle: str, paper: Paper) -> None: ...  # noqa: D102
    def show_sheets(self, material: Material | None, audience: Audience) -> None: ...  # noqa: D102
    def show_working(self) -> None: ...  # noqa: D102
    def show_preview(self, preview: Preview | None) -> None: ...  # noqa: D102
    def show_picture(self, place: int, image: PageImage, dpi: int) -> None: ...  # noqa: D102
    def show_count(self, text: str, copies: str) -> None: ...  # noqa: D102
    def show_progress(self, text: str) -> None: ...  # noqa: D102
    def say_problem(self, text: str, action: str) -> None: ...  # noqa: D102
    def say_done(self, text: str, *, can_undo: bool) -> None: ...  # noqa: D102


class PrintPresenter:
    """One document at a time; answers that come after another choice was made are dropped."""

    def __init__(
        self, studio: Studio, lane: Lane, view: PrintView, printer: Printer, paper: Paper
    ) -> None:
        self._studio, self._lane, self._view, self._printer = studio, lane, view, printer
        self.paper = paper
        self._document: Document | None = None
        self._material: Material | None = None
        self._audience = Audience.PARTICIPANTS
        self._chosen: frozenset[str] = frozenset()
        self._has_copies = False
        self._preview: Preview | None = None
        self._made = 0

    # --- what to print ---------------------------------------------------------------------------

    def open_card(self, review: Review) -> None:
        """Show the governance card of a team."""
        printing = self._studio.printing
        self._open(review, "Governance card", lambda paper, _a, _s: printing.card(review, paper))

    def open_feedback(self, review: Review) -> None:
        """Show the feedback of a team."""
        printing = self._studio.printing
        self._open(review, "Feedback", lambda paper, _a, _s: printing.feedback(review, paper))

    def open_document(self, document: Document) -> None:
        """Show a single document of somebody else's making."""
        self._begin(document, None)

    def _open(
        self,
        review: Review,
        kind: str,
        make: Callable[[Paper, Audience, frozenset[str]], PrintedPdf],
    ) -> None:
        team = review.desk.team
        title = review.desk.capstone.title.strip()
        subtitle = f"Team {team.letter} {team.name}" + (f", {title}" if title else "")
        self._begin(Document(kind, subtitle, file_name(kind, team.name), make), None)

    def open_session(self, session_id: str) -> None:
        """Show the printed material of a planned session."""

        def show(material: Material) -> None:
            printing = self._studio.printing
            document = Document(
                "Print material",
                f"{material.title}, {material.people} people, {material.tables} tables",
                file_name(material.title, "material"),
                lambda paper, audience, sheets: printing.material(
                    session_id, paper, audience, sheets
                ),
            )
            self._begin(document, material)

        # Until the list is read the page is empty; what was shown before is not this session's.
        self._document, self._material, self._preview = None, None, None
        self._made += 1
        self._view.show_document("Print material", "", self.paper)
        self._view.show_sheets(None, Audience.PARTICIPANTS)
        self._view.show_preview(None)
        self._lane.submit(lambda: self._studio.printing.handouts(session_id), show, self._failed)

    def _begin(self, document: Document, material: Material | None) -> None:
        self._document, self._material = document, material
        self._audience, self._has_copies = Audience.PARTICIPANTS, False
        self._preview = None
        self._choose_all()
        self._view.show_document(document.title, document.subtitle, self.paper)
        self._view.show_sheets(material, self._audience)
        self._view.show_preview(None)
        self._make()

    # --- choices ---------------------------------------------------------------------------------

    def choose_paper(self, paper: Paper) -> None:
        """Set everything again for another paper; it stays chosen for the next document."""
        if paper is not self.paper:
            self.paper = paper
            self._make()

    def choose_audience(self, audience: Audience) -> None:
        """Show what lies on the tables, or what is for the facilitator alone; never both."""
        if audience is not self._audience and self._material is not None:
            self._audience = audience
            self._choose_all()
            self._view.show_sheets(self._material, audience)
            self._make()

    def choose_sheets(self, ids: frozenset[str]) -> None:
        """Print these sheets."""
        if ids != self._chosen:
            self._chosen = ids
            self._make()

    def choose_copies(self, is_on: bool) -> None:  # noqa: FBT001 - the shape of a signal
        """Print each sheet once, or as many times as the room needs."""
        self._has_copies = is_on
        self._count()

    def _choose_all(self) -> None:
        lines = self._material.lines_for(self._audience) if self._material else ()
        self._chosen = frozenset(line.sheet.id for line in lines)

    # --- preview ---------------------------------------------------------------------------------

    def _make(self) -> None:
        document = self._document
        self._made += 1
        number = self._made
        if document is None:
            return
        if self._material is not None and not self._chosen:
            self._preview = None
            self._view.show_preview(None)
            self._view.show_count("Nothing chosen. Tick a sheet to print it.", "")
            return
        # What is still shown is of another paper or choice: it must not reach printer or file.
        self._preview = None
        self._view.show_working()
        paper, audience, chosen = self.paper, self._audience, self._chosen
        printing = self._studio.printing

        def work() -> Preview:
            printed = document.make(paper, audience, chosen)
            return Preview(printed, printing.page_sizes(printed))

        def show(preview: Preview) -> None:
            if number == self._made:
                self._preview = preview
                self._view.show_preview(preview)
                self._count()

        self._lane.submit(work, show, self._failed)

    @property
    def is_ready(self) -> bool:
        """Return whether the preview shows what was chosen last."""
        return self._preview is not None

    def want_picture(self, place: int, dpi: int) -> None:
        """Draw a page of the preview."""
        preview, number = self._preview, self._made
        if preview is None or place >= preview.printed.pages:
            return

        def show(image: PageImage) -> None:
            if number == self._made:
                self._view.show_picture(place, image, dpi)

        self._lane.submit(
            lambda: self._studio.printing.picture(preview.printed, place, dpi), show, self._failed
        )

    def place_of(self, sheet_id: str) -> int | None:
        """Return the first page of a sheet in the preview, None when it is not chosen."""
        ids = [sheet.id for sheet in self._chosen_sheets()]
        if self._preview is None or sheet_id not in ids:
            return None
        return self._preview.printed.starts[ids.index(sheet_id)]

    def _count(self) -> None:
        preview = self._preview
        if preview is None:
            return
        pages = preview.printed.pages
        text = f"{pages} {'page' if pages == 1 else 'pages'} on {self.paper.value}"
        if preview.printed.replaced:
            names = " ".join(preview.printed.replaced[:8])
            text += f". No font has {names}; printed by name instead"
        copies = f"{len(self._order())} pages leave the printer" if self._has_copies else ""
        self._view.show_count(text, copies)

    def _order(self) -> tuple[int, ...]:
        if self._preview is None:
            return ()
        printed = self._preview.printed
        if self._material is None or not self._has_copies:
            return tuple(range(printed.pages))
        counts = {
            line.sheet.id: sheets_of_paper(line) or 1
            for line in self._material.lines_for(self._audience)
        }
        return copies_order(printed, tuple(counts[s.id] for s in self._chosen_sheets()))

    def _chosen_sheets(self) -> tuple[Sheet, ...]:
        lines = self._material.lines_for(self._audience) if self._material else ()
        return tuple(line.sheet for line in lines if line.sheet.id in self._chosen)

    # --- out -------------------------------------------------------------------------------------

    def print_now(self) -> None:
        """Open the system's dialog and print what the preview shows."""
        if self._document is None or self._preview is None:
            return
        job = PrintJob(self._title(), self._preview.printed, self.paper, self._order())
        self._view.say_problem("", "")
        self._printer.start(job, self._progressed, self._printed)

    def cancel(self) -> None:
        """Stop printing after the page that is under way."""
        self._printer.cancel()

    def suggestion(self) -> str:
        """Return a file name for the shown document."""
        return self._document.file if self._document else "print.pdf"

    def save(self, path: Path) -> None:
        """Write the shown PDF; a failed write leaves an older file whole."""
        if self._preview is None:
            return
        data = self._preview.printed.data

        def work() -> str:
            return write_whole(path, data)

        self._lane.submit(work, self._written, self._failed)

    def _title(self) -> str:
        document = self._document
        return f"{document.title}: {document.subtitle}" if document else ""

    def _progressed(self, done: int, total: int) -> None:
        self._view.show_progress(f"Printing page {done} of {total}" if done < total else "")

    def _printed(self, outcome: PrintOutcome) -> None:
        self._view.show_progress("")
        if outcome is PrintOutcome.PRINTED:
            self._view.say_done("Sent to the printer", can_undo=False)
        elif outcome is PrintOutcome.NO_PRINTER:
            self._view.say_problem(NO_PRINTER, "Save as PDF")
        elif outcome is PrintOutcome.FAILED:
            self._view.say_problem(NOT_PRINTED, "Save as PDF")

    def _written(self, name: str) -> None:
        self._view.say_problem("", "")
        self._view.say_done(f"Saved as {name}", can_undo=False)

    def _failed(self, error: WorkshopError) -> None:
        self._view.say_problem(words(error), "")


def write_whole(path: Path, data: bytes) -> str:
    """Write a file beside its place and move it there; return its name.

    Raises StorageUnavailable("file-not-written").
    """
    if not path.suffix and not path.with_suffix(".pdf").exists():
        path = path.with_suffix(".pdf")
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise StorageUnavailable("file-not-written", path=str(path)) from error
    return path.name
