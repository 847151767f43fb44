"""Printing into a file through Qt's printer, with a dialog that answers by itself."""

from __future__ import annotations

import subprocess
import sys

import pypdfium2
import pytest
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter

from fakes import InlineLane
from workshop_studio.domain.errors import StorageUnavailable
from workshop_studio.domain.prints import PageImage, Paper, PrintedPdf, PrintJob, PrintOutcome
from workshop_studio.ui.printing.qt_printer import QtPrinter, chosen_pages, fitted

UPRIGHT, WIDE = (595.2756, 841.8898), (841.8898, 595.2756)


class Pages:
    """Pages in one grey each, so that a print shows which page it is."""

    def __init__(self, sizes=(UPRIGHT,) * 3):
        self.sizes, self.asked = sizes, []

    def page_sizes(self, printed):
        return self.sizes

    def picture(self, printed, page, dpi):
        self.asked.append((page, dpi))
        wide, high = (4, 6) if self.sizes[page][0] < self.sizes[page][1] else (6, 4)
        return PageImage(wide, high, bytes([60 * page + 40]) * (wide * high * 3))


class Dialog:
    """Chooses a file as printer and answers."""

    def __init__(self, path, *, is_yes=True, set_up=None, printers=True):
        self.path, self.is_yes, self.printers = path, is_yes, printers
        self.set_up, self.pages = set_up, 0

    def has_printer(self):
        return self.printers

    def ask(self, printer, pages, answered):
        self.pages = pages
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.path))
        if self.set_up is not None:
            self.set_up(printer)
        answered(self.is_yes)


@pytest.fixture
def target(qapp, tmp_path):
    return tmp_path / "out.pdf"


def run(dialog, pages=None, paper=Paper.A4, order=(0, 1, 2), lane=None):
    pages = pages or Pages()
    seen, ends = [], []
    printer = QtPrinter(lane or InlineLane(), pages, dialog)
    job = PrintJob("Ask early", PrintedPdf(b"", len(pages.sizes), ()), paper, order)
    printer.start(job, lambda done, total: seen.append((done, total)), ends.append)
    return pages, seen, ends


def greys(path):
    """Return the size in points and the grey of the middle of each printed page."""
    document = pypdfium2.PdfDocument(path)
    found = []
    for number in range(len(document)):
        page = document[number]
        picture = page.render(scale=0.2).to_pil().convert("L")
        grey = picture.getpixel((picture.width // 2, picture.height // 2))
        found.append((tuple(round(side) for side in page.get_size()), grey))
    document.close()
    return found


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))])
def test_every_page_leaves_the_printer_at_the_size_of_the_paper(target, paper, size):
    pages, seen, ends = run(Dialog(target), paper=paper)
    assert ends == [PrintOutcome.PRINTED]
    assert seen == [(1, 3), (2, 3), (3, 3)]
    assert greys(target) == [(size, 40), (size, 100), (size, 160)]
    assert {dpi for _, dpi in pages.asked} == {300}


def test_wide_pages_lie_and_upright_ones_stand_in_one_job(target):
    run(Dialog(target), Pages((UPRIGHT, WIDE, UPRIGHT)))
    assert [size for size, _ in greys(target)] == [(595, 842), (842, 595), (595, 842)]


def test_a_range_of_pages_is_printed_alone(target):
    def two_to_three(printer):
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(2, 3)

    dialog = Dialog(target, set_up=two_to_three)
    run(dialog)
    assert dialog.pages == 3
    assert [grey for _, grey in greys(target)] == [100, 160]


@pytest.mark.parametrize(
    ("is_collated", "order"), [(True, (0, 1, 0, 1)), (False, (0, 0, 1, 1))]
)  # fmt: skip
def test_copies_come_sorted_or_page_by_page(target, is_collated, order):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setCopyCount(2)
    printer.setCollateCopies(is_collated)
    assert chosen_pages(printer, (0, 1)) == order


def test_the_last_page_may_come_first(target):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert chosen_pages(printer, (0, 1, 2)) == (2, 1, 0)


def test_copies_of_the_room_keep_their_order_and_each_page_is_drawn_once(target):
    pages, _, _ = run(Dialog(target), order=(0, 0, 2))
    assert [page for page, _ in pages.asked] == [0, 2]
    assert [grey for _, grey in greys(target)] == [40, 40, 160]


def test_stepping_back_prints_nothing(target):
    pages, _, ends = run(Dialog(target, is_yes=False))
    assert ends == [PrintOutcome.CANCELLED]
    assert pages.asked == []
    assert not target.exists()


def test_no_printer_is_an_answer_and_no_dialog_opens(target):
    dialog = Dialog(target, printers=False)
    assert run(dialog)[2] == [PrintOutcome.NO_PRINTER]
    assert dialog.pages == 0


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told(target):
    assert run(Dialog(target / "in" / "no" / "folder.pdf"))[2] == [PrintOutcome.FAILED]


def test_a_page_that_cannot_be_drawn_ends_the_job_once(target):
    class Broken(Pages):
        def picture(self, printed, page, dpi):
            if page == 1:
                raise StorageUnavailable("file-not-written", path="x")
            return super().picture(printed, page, dpi)

    _, seen, ends = run(Dialog(target), Broken())
    assert (seen, ends) == ([(1, 3)], [PrintOutcome.FAILED])


class StepLane:
    """Runs one job when told to."""

    def __init__(self):
        self.jobs = []

    def submit(self, job, done=None, failed=None):
        self.jobs.append((job, done))

    def step(self):
        job, done = self.jobs.pop(0)
        value = job()
        if done is not None:
            done(value)


def test_a_job_can_be_stopped_between_two_pages(target):
    lane, ends, seen = StepLane(), [], []
    printer = QtPrinter(lane, Pages(), Dialog(target))
    job = PrintJob("x", PrintedPdf(b"", 3, ()), Paper.A4, (0, 1, 2))
    printer.start(job, lambda *done: seen.append(done), ends.append)
    lane.step()
    printer.cancel()
    lane.step()
    assert ends == []
    lane.step()
    assert (seen, ends) == ([(1, 3), (2, 3)], [PrintOutcome.CANCELLED])
    assert lane.jobs == []


def test_closing_the_window_ends_the_job_and_late_pages_are_dropped(target):
    lane, ends = StepLane(), []
    printer = QtPrinter(lane, Pages(), Dialog(target))
    job = PrintJob("x", PrintedPdf(b"", 3, ()), Paper.A4, (0, 1, 2))
    printer.start(job, lambda *_: None, ends.append)
    lane.step()
    printer.close()
    while lane.jobs:
        lane.step()
    assert ends == [PrintOutcome.CANCELLED]


def test_a_second_job_waits_its_turn_and_says_so(target):
    lane, ends = StepLane(), []
    printer = QtPrinter(lane, Pages(), Dialog(target))
    job = PrintJob("x", PrintedPdf(b"", 3, ()), Paper.A4, (0,))
    printer.start(job, lambda *_: None, ends.append)
    printer.start(job, lambda *_: None, ends.append)
    assert ends == [PrintOutcome.CANCELLED]
    printer.close()


def test_a_page_keeps_its_shape_on_other_paper():
    sheet = QRectF(0, 0, 612, 792)
    placed = fitted(QSizeF(595.2756, 841.8898), sheet)
    assert placed.height() == pytest.approx(792)
    assert placed.width() == pytest.approx(560.0, abs=0.1)
    assert placed.center().x() == pytest.approx(306)
    assert fitted(QSizeF(612, 792), sheet) == sheet


def test_qts_print_support_is_loaded_with_the_first_print_only():
    script = (
        "import sys; import workshop_studio.ui.printing.room;"
        "print('PySide6.QtPrintSupport' in sys.modules, 'reportlab' in sys.modules)"
    )
    said = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout
    assert said.split() == ["False", "False"]


def test_the_dialog_of_the_system_opens_without_blocking_and_answers(qtbot, qapp):
    from PySide6.QtPrintSupport import QPrintDialog
    from PySide6.QtWidgets import QWidget

    from workshop_studio.ui.printing.qt_printer import SystemDialogs

    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    printer = QPrinter()
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    answers = []
    SystemDialogs(window).ask(printer, 3, answers.append)
    dialog = window.findChild(QPrintDialog)
    assert (dialog.isVisible(), dialog.minPage(), dialog.maxPage(), answers) == (True, 1, 3, [])
    dialog.reject()
    assert answers == [False]
