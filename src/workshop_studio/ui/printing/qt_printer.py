"""The system's print dialog and printer behind `ports.printer.Printer`.

Qt's print support is imported when something is printed for the first time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QDialog

from workshop_studio.domain.prints import Paper, PrintOutcome

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtPrintSupport import QPrintDialog, QPrinter
    from PySide6.QtWidgets import QWidget

    from workshop_studio.domain.errors import WorkshopError
    from workshop_studio.domain.prints import PageImage, PrintedPdf, PrintJob
    from workshop_studio.ports.lane import Lane

PRINT_DPI = 300
# Pictures of 26 MB each; copies of a sheet come one behind the other, so few are enough.
_KEPT = 3
_PAPERS = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}


class Pages(Protocol):
    """Where pictures of pages come from; the printing service is one."""

    def picture(self, printed: PrintedPdf, page: int, dpi: int) -> PageImage:
        """Return one page as a picture."""
        ...

    def page_sizes(self, printed: PrintedPdf) -> tuple[tuple[float, float], ...]:
        """Return the size of each page in points."""
        ...


class PrintDialogs(Protocol):
    """Asks the person how to print."""

    def has_printer(self) -> bool:
        """Return whether the system knows a printer."""
        ...

    def ask(self, printer: QPrinter, pages: int, answered: Callable[[bool], None]) -> None:
        """Let the person choose printer, pages and copies; nothing waits."""
        ...


class _Answer(QObject):
    """Keeps a callback alive until the dialog was answered, then goes with it."""

    def __init__(self, dialog: QPrintDialog, answered: Callable[[bool], None]) -> None:
        super().__init__(dialog)
        self._answered = answered
        dialog.finished.connect(self._finish)

    def _finish(self, result: int) -> None:
        self._answered(bool(result))


class SystemDialogs:
    """The dialog of the system."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def has_printer(self) -> bool:
        """Return whether the system knows a printer."""
        from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415 - loaded when needed

        return bool(QPrinterInfo.availablePrinterNames())

    def ask(self, printer: QPrinter, pages: int, answered: Callable[[bool], None]) -> None:
        """Open it above our window."""
        from PySide6.QtPrintSupport import QPrintDialog  # noqa: PLC0415 - loaded when needed

        dialog = QPrintDialog(printer, self._parent.window())
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, pages)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        _Answer(dialog, answered)
        # QPrintDialog hides the plain open of its base behind one with a receiver.
        QDialog.open(dialog)


class _Sheets:
    """Paints pages on a printer. Only the lane's thread uses it once the first page is wanted.

    A page of 300 dots an inch takes half a second to draw and pack: too long for the windows.
    """

    def __init__(self, printer: QPrinter, pages: Pages, job: PrintJob) -> None:
        self._printer, self._pages, self._printed = printer, pages, job.printed
        self._painter: QPainter | None = None
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._kept: dict[int, QImage] = {}

    def put(self, page: int) -> bool:
        """Print one page; return whether the printer took it."""
        if not self._sizes:
            self._sizes = self._pages.page_sizes(self._printed)
        wide, high = self._sizes[page]
        printer = self._printer
        way = QPageLayout.Orientation
        printer.setPageOrientation(way.Landscape if wide > high else way.Portrait)
        if not self._is_ready():
            return False
        sheet = printer.pageLayout().fullRectPixels(printer.resolution())
        if self._painter is not None:
            self._painter.drawImage(fitted(QSizeF(wide, high), QRectF(sheet)), self._image(page))
        return True

    def _image(self, page: int) -> QImage:
        """Return the picture of a page; Qt packs the same picture only once into a job."""
        image = self._kept.pop(page, None)
        if image is None:
            dpi = min(PRINT_DPI, self._printer.resolution())
            made = self._pages.picture(self._printed, page, dpi)
            wide, high = made.width_px, made.height_px
            # The copy owns its memory: the bytes of the page may go.
            image = QImage(made.rgb, wide, high, wide * 3, QImage.Format.Format_RGB888).copy()
        self._kept[page] = image
        if len(self._kept) > _KEPT:
            del self._kept[next(iter(self._kept))]
        return image

    def _is_ready(self) -> bool:
        if self._painter is None:
            self._painter = QPainter()
            return self._painter.begin(self._printer)
        return self._printer.newPage()

    def close(self, *, is_whole: bool) -> None:
        """Hand the job over, or throw it away."""
        if self._painter is not None and self._painter.isActive():
            if not is_whole:
                self._printer.abort()
            self._painter.end()


@dataclass(slots=True)
class _Run:
    """A job under way and how far it has come."""

    job: PrintJob
    progressed: Callable[[int, int], None]
    finished: Callable[[PrintOutcome], None]
    printer: QPrinter
    sheets: _Sheets
    order: tuple[int, ...]
    done: int = 0
    is_cancelled: bool = False


class QtPrinter:
    """Paints pictures of the finished pages at 300 dots an inch, one page a turn of the loop."""

    def __init__(self, lane: Lane, pages: Pages, dialogs: PrintDialogs) -> None:
        self._lane, self._pages, self._dialogs = lane, pages, dialogs
        self._run: _Run | None = None

    def start(
        self,
        job: PrintJob,
        progressed: Callable[[int, int], None],
        finished: Callable[[PrintOutcome], None],
    ) -> None:
        """Ask how to print, then print; see `ports.printer.Printer`."""
        from PySide6.QtPrintSupport import QPrinter  # noqa: PLC0415 - loaded when needed

        if self._run is not None:
            finished(PrintOutcome.CANCELLED)
            return
        if not self._dialogs.has_printer():
            finished(PrintOutcome.NO_PRINTER)
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(job.title)
        printer.setFullPage(True)
        printer.setPageSize(QPageSize(_PAPERS[job.paper]))
        sheets = _Sheets(printer, self._pages, job)
        self._run = _Run(job, progressed, finished, printer, sheets, job.order)
        self._dialogs.ask(printer, len(job.order), self._answered)

    def cancel(self) -> None:
        """Stop after the page that is under way."""
        if self._run is not None:
            self._run.is_cancelled = True

    def close(self) -> None:
        """Stop now: the window goes."""
        run, self._run = self._run, None
        if run is not None:
            self._lane.submit(lambda: run.sheets.close(is_whole=False))
            run.finished(PrintOutcome.CANCELLED)

    def _answered(self, is_yes: bool) -> None:  # noqa: FBT001 - an answer of a dialog
        run = self._run
        if run is None:
            return
        if not is_yes:
            self._finish(PrintOutcome.CANCELLED)
            return
        run.order = chosen_pages(run.printer, run.job.order)
        self._next()

    def _next(self) -> None:
        run = self._run
        if run is None:
            return
        if run.is_cancelled:
            self._finish(PrintOutcome.CANCELLED)
        elif run.done >= len(run.order):
            self._finish(PrintOutcome.PRINTED)
        else:
            page = run.order[run.done]
            self._lane.submit(lambda: run.sheets.put(page), self._put, self._failed)

    def _put(self, is_taken: bool) -> None:  # noqa: FBT001 - an answer of the lane
        run = self._run
        if run is None:
            return
        if not is_taken:
            self._finish(PrintOutcome.FAILED)
            return
        run.done += 1
        run.progressed(run.done, len(run.order))
        self._next()

    def _failed(self, _: WorkshopError) -> None:
        self._finish(PrintOutcome.FAILED)

    def _finish(self, outcome: PrintOutcome) -> None:
        run, self._run = self._run, None
        if run is None:
            return
        is_whole = outcome is PrintOutcome.PRINTED

        def told(_: None) -> None:
            run.finished(outcome)

        self._lane.submit(lambda: run.sheets.close(is_whole=is_whole), told)


def fitted(page: QSizeF, sheet: QRectF) -> QRectF:
    """Return where a page stands on a sheet: as large as it fits, in the middle, undistorted."""
    scale = min(sheet.width() / page.width(), sheet.height() / page.height())
    # Paper of the page's own size is filled whole; a pixel of rounding would leave a seam.
    if abs(sheet.width() / page.width() - sheet.height() / page.height()) < 0.01 * scale:
        return sheet
    wide, high = page.width() * scale, page.height() * scale
    middle = sheet.center()
    return QRectF(middle.x() - wide / 2, middle.y() - high / 2, wide, high)


def chosen_pages(printer: QPrinter, order: tuple[int, ...]) -> tuple[int, ...]:
    """Return the pages that the dialog asked for, in its order and with its copies."""
    from PySide6.QtPrintSupport import QPrinter  # noqa: PLC0415 - loaded when needed

    if printer.printRange() is QPrinter.PrintRange.PageRange and printer.fromPage():
        order = order[printer.fromPage() - 1 : printer.toPage()]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        order = order[::-1]
    # Printers that can repeat pages themselves are told the number by Qt.
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return order * copies
    return tuple(page for page in order for _ in range(copies))
