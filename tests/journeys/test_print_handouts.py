"""From a rated card and a planned session to paper, in the real window."""

from __future__ import annotations

import gc

import pypdfium2
import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter

from fakes import ManualClock
from workshop_studio.app.desktop import Desktop


class Dialogs:
    """The system's print and file dialogs, answering with files in a folder."""

    def __init__(self, folder):
        self.folder, self.printers, self.copies = folder, True, 1
        self.asked = self.suggested = ""

    def has_printer(self):
        return self.printers

    def ask(self, printer, pages, answered):
        self.asked = printer.docName()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.folder / "printed.pdf"))
        printer.setCopyCount(self.copies)
        answered(True)

    def save_file(self, title, suggestion, chosen):
        self.suggested = suggestion
        chosen(self.folder / suggestion)


class App:
    """One start of the app, driven by its widgets."""

    def __init__(self, qtbot, qapp, path, dialogs):
        self.bot, self.dialogs = qtbot, dialogs
        self.desktop = Desktop(qapp, path, ManualClock())
        self.until(lambda: self.desktop.shell is not None and self.desktop.window.room != "")
        self.shell.printing.printer._dialogs = dialogs
        self.shell.printing._prompter = dialogs
        self.click(self.shell.welcome.sample)
        self.until(lambda: self.room == "plan" and self.shell.planning.page.run.isEnabled())

    @property
    def shell(self):
        return self.desktop.shell

    @property
    def room(self):
        return self.desktop.window.room

    @property
    def review(self):
        return self.shell.review.page

    @property
    def place(self):
        return self.shell.printing.page

    @property
    def toast(self):
        return self.desktop.window.toast._text.text()

    def until(self, condition):
        self.bot.waitUntil(condition, timeout=20_000)

    def click(self, button):
        self.bot.mouseClick(button, Qt.MouseButton.LeftButton)

    def open_card(self, team=2):
        cohort = self.shell.studio.cohorts.cohorts()[0]
        desk = self.shell.studio.capstones.open(cohort.teams[team].code)
        self.shell.studio.capstones.set_head(desk.capstone.id, "Pantry Predict", "Amara Osei")
        return desk.capstone.id

    def show_review(self):
        self.shell.show_room("review")
        self.until(lambda: self.review.pages.is_drawn)

    def save_here(self):
        self.until(self.place.save.isEnabled)
        self.click(self.place.save)
        path = self.dialogs.folder / self.dialogs.suggested
        self.until(lambda: self.toast == f"Saved as {self.dialogs.suggested}")
        return path

    def stored(self):
        cohort = self.shell.studio.cohorts.cohorts()[0]
        return self.shell.studio.capstones.reviews(cohort.id)[0].feedback

    def stop(self):
        if self.desktop is None:
            return
        window, stage = self.desktop.window, self.shell.stage
        window.close()
        self.desktop.collector.stop()
        for gone in (stage, window):
            shiboken6.delete(gone)
        self.desktop = None
        gc.collect()


@pytest.fixture
def app(qtbot, qapp, tmp_path):
    started = App(qtbot, qapp, tmp_path / "w.sqlite", Dialogs(tmp_path))
    yield started
    started.stop()


def read(path):
    """Return the text and the size of the first page, and the number of pages."""
    document = pypdfium2.PdfDocument(path)
    text = "".join(document[n].get_textpage().get_text_bounded() for n in range(len(document)))
    size = tuple(round(side) for side in document[0].get_size())
    count = len(document)
    document.close()
    return text, size, count


SIZES = {"A4": (595, 842), "Letter": (612, 792)}


@pytest.mark.parametrize("paper", SIZES)
def test_card_and_feedback_are_rated_previewed_and_saved_on_both_papers(app, paper):
    app.open_card()
    app.show_review()
    app.review.form.rows["clarity"].levels.segments()[3].click()
    line = app.review.form.rows["clarity"].comment.line
    line.setFocus()
    app.bot.keyClicks(line, "Bashir retold it; drift <= 5")
    assert app.review.form.rows["clarity"].comment.count.text == "28 of 280"
    app.click(app.review.print_feedback)
    assert app.room == "print"
    app.place.paper.segments()[list(SIZES).index(paper)].click()
    app.until(lambda: app.place.count.text() == f"1 page on {paper}")
    text, size, pages = read(app.save_here())
    assert (size, pages) == (SIZES[paper], 1)
    assert "Bashir retold it; drift <= 5" in text
    app.bot.keyClick(app.place, Qt.Key.Key_Escape)
    app.until(lambda: app.room == "review" and app.review.saved.text.startswith("saved"))
    app.click(app.review.print_card)
    app.until(lambda: app.place.count.text() == f"1 page on {paper}")
    text, size, pages = read(app.save_here())
    assert (size, pages) == (SIZES[paper], 1)
    assert "Pantry Predict" in text


def test_a_card_goes_through_the_dialog_to_the_printer_with_its_copies(app, tmp_path):
    app.open_card()
    app.show_review()
    app.click(app.review.print_card)
    app.until(app.place.print.isEnabled)
    app.dialogs.copies = 2
    app.click(app.place.print)
    app.until(lambda: app.toast == "Sent to the printer")
    assert app.dialogs.asked.startswith("Governance card: Team C ")
    _, size, pages = read(tmp_path / "printed.pdf")
    assert size in SIZES.values()
    assert pages == 2


def test_without_a_printer_the_banner_offers_the_file(app):
    app.open_card()
    app.show_review()
    app.click(app.review.print_card)
    app.until(app.place.print.isEnabled)
    app.dialogs.printers = False
    app.click(app.place.print)
    assert app.place.banner.text.startswith("No printer is set up on this computer")
    app.click(app.place.banner.action)
    app.until(lambda: app.toast == f"Saved as {app.dialogs.suggested}")
    assert app.place.banner.text == ""


def test_the_material_of_a_session_is_chosen_previewed_saved_and_printed(app, tmp_path):
    session = app.shell.studio.planning.sessions()[0].id
    app.shell.printing.open_for(session)
    app.until(app.place.print.isEnabled)
    assert app.room == "print"
    assert app.place.count.text().startswith("12 pages on")
    app.until(lambda: app.place.pages.is_drawn)
    text, _, pages = read(app.save_here())
    assert pages == 12
    assert "Wickerby on one page" in text
    assert "seven weaknesses" not in text
    app.click(app.place.sheets.none)
    app.until(lambda: not app.place.print.isEnabled())
    rows = {row.sheet_id: row for row in app.place.sheets.rows}
    for wanted in ("h12-decision-record", "h37-minute-card"):
        rows[wanted].tick.setChecked(True)
    app.until(app.place.print.isEnabled)
    app.place.sheets.copies.setChecked(True)
    # Two for each of six tables; 28 minute cards, four on a page.
    app.until(lambda: app.place.sheets._paper.text() == "19 pages leave the printer")
    app.click(app.place.print)
    app.until(lambda: app.toast == "Sent to the printer")
    assert read(tmp_path / "printed.pdf")[2] == 19
    app.click(app.place.back)
    app.until(lambda: app.room == "plan")


def test_the_keys_are_a_stack_of_their_own(app):
    app.shell.printing.open_for(app.shell.studio.planning.sessions()[0].id)
    app.until(app.place.print.isEnabled)
    app.place.sheets.audience.segments()[1].click()
    app.until(lambda: app.place.count.text().startswith("4 pages"))
    assert {row.sheet_id for row in app.place.sheets.rows} == {"guide", "h06-key", "h08-key"}
    app.click(app.place.sheets.rows[2].look)
    app.until(lambda: app.place.place.text() == "Page 4 of 4")


def test_words_typed_just_before_the_window_closes_are_on_the_disk(app, qtbot, qapp, tmp_path):
    app.open_card()
    app.show_review()
    line = app.review.form.question.line
    line.setFocus()
    app.bot.keyClicks(line, "Who holds the switch?")
    app.stop()
    again = Desktop(qapp, tmp_path / "w.sqlite", ManualClock())
    qtbot.waitUntil(lambda: again.shell is not None and again.window.room != "", timeout=10_000)
    app.desktop = again
    assert app.stored().question == "Who holds the switch?"


def test_words_typed_just_before_another_room_or_team_is_shown_stay_with_their_team(app):
    app.open_card(2)
    app.open_card(3)
    app.show_review()
    line = app.review.form.step.line
    line.setFocus()
    app.bot.keyClicks(line, "Agree the switch")
    app.click(app.review.next)
    app.until(lambda: app.review.saved.text.startswith("saved"))
    assert app.stored().next_step == "Agree the switch"
    assert line.text() == ""
    app.bot.keyClicks(line, "Another team")
    app.shell.show_room("plan")
    app.until(lambda: app.review.saved.text.startswith("saved"))
    assert app.stored().next_step == "Agree the switch"


def test_a_team_that_writes_meanwhile_is_told_in_the_banner(app):
    capstone = app.open_card()
    app.show_review()
    app.shell.studio.capstones.set_head(capstone, "Pantry Predict 2", "Amara Osei")
    app.until(lambda: app.review.banner.text.startswith("The team changed the card"))
    assert app.review.title.whole.endswith("Pantry Predict")
    app.click(app.review.banner.action)
    app.until(lambda: app.review.title.whole.endswith("Pantry Predict 2"))
    assert app.review.banner.text == ""


def test_an_empty_review_leads_to_the_station(app):
    app.shell.show_room("review")
    app.until(app.review.empty.isVisible)
    app.click(app.review.empty.action)
    # Without a passphrase nobody could leave the station: the way leads to it first.
    app.until(lambda: app.room == "settings" and "passphrase" in app.shell.settings.said.text())
