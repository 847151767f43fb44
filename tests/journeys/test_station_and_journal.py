"""The shared machine as a team and as participants use it, in its real window."""

from __future__ import annotations

import gc
import itertools
from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from fakes import FullDisk, ManualClock
from studio_fixture import a_studio
from workshop_studio.app import bootstrap, paths
from workshop_studio.app.desktop import Desktop
from workshop_studio.domain.capstone import EMPTY, Answer, AnswerState
from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.events import Event
from workshop_studio.ui.bridge.lane import ThreadLane
from workshop_studio.ui.station.room import StationRoom
from workshop_studio.ui.theme.theme import Theme, ThemeChoice
from workshop_studio.vault.argon_vault import ArgonVault

SENTENCE = "I was afraid to say that the numbers looked wrong"
PASSPHRASE = "four plain words here"
LEFT = Qt.MouseButton.LeftButton


def files_below(folder):
    """Return all files, those of the backups too."""
    return [one for one in folder.rglob("*") if one.is_file()]


def words_on(window):
    """Return everything that a widget of the window says, shows, or tells a screen reader."""
    found = []
    for widget in (window, *window.findChildren(QWidget)):
        for name in (
            "text", "toPlainText", "placeholderText", "accessibleName", "accessibleDescription",
            "toolTip", "windowTitle",
        ):  # fmt: skip
            said = getattr(widget, name, None)
            if callable(said):
                found.append(str(said()))
    return "\n".join(found)


class Station:
    """The station's room on a real workspace and a real lane, driven by its widgets."""

    def __init__(self, qtbot, theme, tmp_path, clock):
        self.bot, self.folder, self.clock = qtbot, tmp_path, clock
        self.studio = a_studio(tmp_path, clock)
        self.lane = ThreadLane()
        self.room = StationRoom(theme, self.studio, self.lane)
        self.window, self.door = self.room.window, self.room.window.door
        self.card, self.journal = self.room.card.page, self.room.journal.page
        self.writing = self.journal.writing
        self.room.open()
        qtbot.waitUntil(lambda: len(self.card.fields) == 20)

    def until(self, condition, timeout=5000):
        self.bot.waitUntil(condition, timeout=timeout)

    def click(self, button):
        self.bot.mouseClick(button, LEFT)

    def type(self, widget, text):
        widget.setFocus()
        self.bot.keyClicks(widget, text)

    # --- teams -----------------------------------------------------------------------------------

    @property
    def team(self):
        return self.studio.cohorts.cohorts()[0].teams[0]

    def open_card(self):
        self.type(self.door.code, self.team.code.lower())
        self.bot.keyClick(self.door.code, Qt.Key.Key_Return)
        self.until(self.card.isVisible)

    def field(self, key):
        return self.card.fields[key]

    def on_disk(self, key):
        return self.studio.capstones.open(self.team.code).capstone.answer(key)

    # --- participants ----------------------------------------------------------------------------

    def find_me(self, letters="Sample 7"):
        self.click(self.door.journal)
        self.until(self.journal.names.search.isVisible)
        self.type(self.journal.names.search, letters)
        self.bot.keyClick(self.journal.names.search, Qt.Key.Key_Return)
        self.until(self.journal.passphrase.isVisible)

    def enter(self, passphrase=PASSPHRASE, *, is_new=False):
        page = self.journal.passphrase
        self.type(page.first_line.line, passphrase)
        self.bot.keyClick(page.first_line.line, Qt.Key.Key_Return)
        if is_new:
            self.type(page.again_line.line, passphrase)
            self.bot.keyClick(page.again_line.line, Qt.Key.Key_Return)

    def begin_journal(self, letters="Sample 7"):
        self.find_me(letters)
        self.enter(is_new=True)
        self.until(self.writing.text.isVisible)

    def open_journal(self, letters="Sample 7", passphrase=PASSPHRASE):
        self.find_me(letters)
        self.enter(passphrase)
        self.until(self.writing.text.isVisible)

    def write(self, text):
        self.type(self.writing.text, text)
        self.until(lambda: self.writing.saved.text.startswith("saved"))

    def close_journal(self):
        self.click(self.writing.close_journal)
        self.until(lambda: self.window.is_at_door)

    def stop(self):
        self.room.put_away()
        self.lane.close()
        self.window.allow_close()
        self.window.close()
        self.studio.close()
        shiboken6.delete(self.window)
        gc.collect()


@pytest.fixture
def clock():
    return ManualClock()


@pytest.fixture
def theme(qapp):
    made = Theme(paths.resources(), ThemeChoice.LIGHT)
    made.apply(qapp)
    return made


@pytest.fixture
def station(qtbot, theme, tmp_path, clock):
    opened = Station(qtbot, theme, tmp_path, clock)
    yield opened
    opened.stop()


# --- journals ------------------------------------------------------------------------------------


def test_a_participant_writes_closes_and_comes_back(station):
    station.begin_journal()
    assert station.writing.prompts.prompt.startswith("A time I noticed a risk late.")
    station.write(SENTENCE)
    assert station.writing.saved.text == "saved 13:30"
    station.close_journal()
    station.open_journal()
    station.until(lambda: len(station.writing.shelf.rows()) == 1)
    station.click(station.writing.shelf.rows()[0])
    assert station.writing.text.toPlainText() == SENTENCE


def test_somebody_else_does_not_get_in_and_is_told_so_calmly(station):
    station.begin_journal()
    station.write(SENTENCE)
    station.close_journal()
    station.find_me()
    assert "Choose a passphrase." not in words_on(station.journal.passphrase)
    page = station.journal.passphrase
    for _ in range(5):
        station.enter("perhaps this one")
        station.until(lambda: page.problem == "That is not the passphrase. Nothing was changed.")
        assert page.first_line.text() == ""
    station.enter()
    station.until(lambda: "Wait 5 seconds" in page.problem)
    assert not station.writing.text.isVisible()
    assert SENTENCE not in words_on(station.window)
    station.clock.advance(5)
    station.enter()
    station.until(station.writing.text.isVisible)


def test_five_quiet_minutes_close_the_journal_and_lose_nothing(station, clock):
    station.begin_journal()
    station.type(station.writing.text, SENTENCE)
    clock.advance(301)
    station.until(lambda: station.window.is_at_door)
    assert "closed itself after five quiet minutes" in station.door.banner.text
    assert SENTENCE not in words_on(station.window)
    station.open_journal()
    station.until(lambda: len(station.writing.shelf.rows()) == 1)
    station.click(station.writing.shelf.rows()[0])
    assert station.writing.text.toPlainText() == SENTENCE


def test_the_first_key_of_the_next_person_reaches_no_open_journal(station, clock):
    station.begin_journal()
    station.write(SENTENCE)
    clock.advance(301)
    station.bot.keyClick(station.writing.text, Qt.Key.Key_X)
    assert station.window.is_at_door
    assert station.writing.text.toPlainText() == ""
    station.open_journal()
    station.until(lambda: len(station.writing.shelf.rows()) == 1)
    station.click(station.writing.shelf.rows()[0])
    assert station.writing.text.toPlainText() == SENTENCE


def test_typing_keeps_the_journal_open(station, clock):
    station.begin_journal()
    for word in ("I ", "was ", "afraid"):
        clock.advance(240)
        station.write(word)
    assert station.writing.text.toPlainText() == "I was afraid"
    assert not station.window.is_at_door


def test_a_sentence_of_a_journal_is_found_nowhere_but_on_its_page(station, caplog):
    heard = []
    station.studio.bus.subscribe(Event, heard.append)
    station.begin_journal()
    station.write(SENTENCE)
    station.writing.text.selectAll()
    station.writing.text.copy()
    assert station.window.windowTitle() == "Station"
    files = {file.name: file.read_bytes() for file in files_below(station.folder)}
    assert {"w.sqlite", "w.sqlite-wal", "w.sqlite-shm"} <= set(files)
    station.close_journal()
    station.studio.close()
    files |= {f"{file.name} later": file.read_bytes() for file in files_below(station.folder)}
    secrets = [SENTENCE, PASSPHRASE, "A time I noticed a risk late. What question, asked"]
    for (name, content), secret in itertools.product(files.items(), secrets[:2]):
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            assert secret.encode(encoding) not in content, name
    assert SENTENCE not in repr(heard) + caplog.text
    assert SENTENCE not in QGuiApplication.clipboard().text()
    station.until(lambda: SENTENCE not in words_on(station.window))
    assert PASSPHRASE not in words_on(station.window)


def test_what_somebody_copied_elsewhere_stays_on_the_clipboard(station):
    QGuiApplication.clipboard().setText("copied at the console")
    station.begin_journal()
    station.write(SENTENCE)
    station.close_journal()
    assert QGuiApplication.clipboard().text() == "copied at the console"


def test_the_facilitators_passphrase_opens_no_journal(station):
    station.studio.station.choose("the facilitators own")
    station.begin_journal()
    station.write(SENTENCE)
    station.close_journal()
    me = next(w for w in station.studio.journals.door().writers if w.name == "Sample 7")
    with pytest.raises(RuleBroken) as refused:
        station.studio.journals.open(me.id, "the facilitators own")
    assert refused.value.code == "passphrase-wrong"


def test_undo_brings_back_nothing_of_the_person_before(station):
    station.begin_journal()
    station.write(SENTENCE)
    station.close_journal()
    station.begin_journal("Sample 8")
    station.writing.text.undo()
    station.bot.keyClick(station.writing.text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert station.writing.text.toPlainText() == ""
    station.close_journal()
    station.find_me("Sample 8")
    line = station.journal.passphrase.first_line
    station.click(line.reveal)
    line.line.undo()
    assert line.text() == ""
    station.click(station.journal.passphrase.back)
    station.journal.names.search.undo()
    assert station.journal.names.search.text() == ""


def test_escape_ends_nothing(station):
    station.begin_journal()
    station.write(SENTENCE)
    station.bot.keyClick(station.writing.text, Qt.Key.Key_Escape)
    assert station.writing.text.toPlainText() == SENTENCE
    station.close_journal()
    station.find_me()
    station.bot.keyClick(station.journal.passphrase.first_line.line, Qt.Key.Key_Escape)
    assert station.journal.passphrase.isVisible()
    assert station.window.isVisible()


def test_a_deleted_entry_comes_back_with_undo(station):
    station.begin_journal()
    station.write(SENTENCE)
    station.click(station.writing.remove)
    station.until(station.writing.toast.isVisible)
    assert station.writing.shelf.rows() == []
    station.click(station.writing.toast.undo)
    station.until(lambda: station.writing.text.toPlainText() == SENTENCE)
    station.until(lambda: len(station.writing.shelf.rows()) == 1)


def test_a_damaged_entry_says_so_and_the_others_open(station):
    station.begin_journal()
    station.write("first")
    station.click(station.writing.shelf.new)
    station.write("second")
    station.until(lambda: len(station.writing.shelf.rows()) == 2)
    damaged = station.writing.shelf.rows()[1].line.id
    station.close_journal()
    with station.studio.journals._unit_of_work.writing() as work:
        me = next(w.id for w in station.studio.journals.door().writers if w.name == "Sample 7")
        entry = next(e for e in work.journals.entries(me) if e.id == damaged)
        work.journals.save_entry(replace(entry, sealed=entry.sealed[:-1] + b"?"))
        work.commit()
    station.open_journal()
    station.until(lambda: len(station.writing.shelf.rows()) == 2)
    row = next(r for r in station.writing.shelf.rows() if r.line.id == damaged)
    assert row.line.title == "Changed or damaged"
    station.click(row)
    assert "This entry was changed or damaged." in words_on(station.writing)
    assert station.writing.text.isReadOnly()
    other = next(r for r in station.writing.shelf.rows() if r.line.id != damaged)
    station.click(other)
    assert station.writing.text.toPlainText() == "second"
    assert not station.writing.text.isReadOnly()


def test_what_a_participant_types_is_sealed_on_the_disk_within_two_seconds(station):
    station.begin_journal()
    me = next(w.id for w in station.studio.journals.door().writers if w.name == "Sample 7")

    def sealed():
        with station.studio.journals._unit_of_work.reading() as work:
            return work.journals.entries(me)

    station.type(station.writing.text, SENTENCE)
    station.until(lambda: len(sealed()) == 1, timeout=2000)
    station.until(lambda: station.writing.saved.text == "saved 13:30")


def test_another_prompt_is_kept_with_the_entry(station):
    station.begin_journal()
    station.click(station.writing.prompts.rows()[1])
    station.write("That I asked.")
    station.until(lambda: station.writing.shelf.rows()[0].line.title == "That I asked.")
    station.click(station.writing.shelf.rows()[0])
    assert station.writing.prompts.isHidden()


def test_a_full_disk_is_said_and_the_words_stay(station):
    station.begin_journal()
    disk = station.studio.journals._unit_of_work = FullDisk(station.studio.journals._unit_of_work)
    disk.is_full = True
    station.type(station.writing.text, SENTENCE)
    station.until(lambda: "The disk is full" in station.writing.banner.text)
    assert station.writing.text.toPlainText() == SENTENCE
    disk.is_full = False
    station.clock.advance(5)
    station.until(lambda: station.writing.saved.text == "saved 13:30")
    assert station.writing.banner.text == ""


# --- cards ---------------------------------------------------------------------------------------


def test_what_a_team_types_is_on_the_disk_within_two_seconds(station):
    station.open_card()
    station.card.show_section(1)
    station.type(station.field("limits").text, "Fails above <5 %")
    station.until(lambda: station.on_disk("limits").text == "Fails above <5 %", timeout=2000)
    station.until(lambda: station.card.bar.saved.text == "saved 13:30")
    station.card.show_section(0)
    station.type(station.card.heads["owner"].line, "Product lead")
    card = station.studio.capstones
    station.until(
        lambda: card.open(station.team.code).capstone.owner == "Product lead", timeout=2000
    )


def test_what_dictation_puts_into_a_line_is_saved_like_what_is_typed(station):
    station.open_card()
    station.card.heads["title"].line.setText("Pantry Predict")
    station.field("opt_out").choose(1)
    station.field("opt_out").note.setText("Ingrid")
    card = station.studio.capstones
    station.until(
        lambda: card.open(station.team.code).capstone.title == "Pantry Predict", timeout=2000
    )
    station.until(lambda: station.on_disk("opt_out").note == "Ingrid", timeout=2000)
    station.click(station.card.bar.hand_over)
    station.until(lambda: station.window.is_at_door)
    station.click(station.door.journal)
    station.until(station.journal.names.search.isVisible)
    station.journal.names.search.setText("Sample 12")
    assert station.journal.names.list.count() == 1


def test_handing_over_in_the_middle_of_a_word_keeps_it_and_shows_it_to_nobody(station):
    station.open_card()
    station.type(station.card.heads["title"].line, "Pantry")
    station.card.show_section(1)
    station.type(station.field("limits").text, "Fails above 5 %")
    station.click(station.card.bar.hand_over)
    station.until(lambda: station.window.is_at_door)
    assert station.on_disk("limits").text == "Fails above 5 %"
    for words in ("Fails above", "Pantry", station.team.name):
        assert words not in words_on(station.window)
    station.field("limits").text.undo()
    station.card.heads["title"].line.undo()
    assert station.field("limits").answer == EMPTY
    assert station.card.heads["title"].answer == EMPTY


def test_a_wrong_code_is_kept_for_correcting(station):
    station.type(station.door.code, "0000")
    station.click(station.door.enter)
    station.until(lambda: station.door.problem.startswith("No team has this code."))
    assert station.door.code.selectedText() == "0000"
    station.door.code.setText("")
    station.click(station.door.enter)
    assert station.door.problem.startswith("Type the code first.")


def test_the_three_answers_ask_what_they_need(station):
    station.open_card()
    station.card.show_section(2)
    field = station.field("opt_out")
    field.choose(1)
    assert field.note.placeholderText() == "Who will find out?"
    assert field.text.isHidden()
    station.type(field.note, "Ingrid asks the data team")
    station.until(
        lambda: (
            station.on_disk("opt_out")
            == Answer(AnswerState.NOT_KNOWN, "", "Ingrid asks the data team")
        )
    )
    field.choose(1)
    station.until(lambda: station.on_disk("opt_out").state is AnswerState.EMPTY)
    assert field.text.isVisible()
    station.type(field.text, "x" * 113)
    assert field.length.text == "3 over 110. Keep typing, shorten later"
    station.until(lambda: station.on_disk("opt_out").text == "x" * 113)
    field.choose(2)
    assert (field.text.isVisible(), field.note.placeholderText()) == (
        True,
        "Why does it not apply?",
    )


def test_a_field_is_as_high_as_its_text(station):
    station.open_card()
    field = station.field("purpose").text
    before = field.height()
    for word in ("one", "two", "three", "four"):
        station.type(field, word)
        station.bot.keyClick(field, Qt.Key.Key_Return)
    assert field.height() > before + 40
    assert field.verticalScrollBar().maximum() == 0


def test_the_caret_stays_in_sight_while_a_text_grows(station):
    station.open_card()
    station.window.showNormal()
    station.window.resize(1366, 768)
    station.card.show_section(3)
    page, field = station.card._pages[3], station.field("incident").text
    for _ in range(30):
        station.type(field, "and then")
        station.bot.keyClick(field, Qt.Key.Key_Return)

    def caret_is_seen():
        at = field.viewport().mapTo(page.viewport(), field.cursorRect().bottomLeft())
        return 0 <= at.y() <= page.viewport().height()

    station.until(caret_is_seen)
    assert page.verticalScrollBar().value() > 0


def test_progress_is_painted_and_said(station):
    station.open_card()
    rows = station.card._navigation.rows
    assert [(row.mark, row.count) for row in rows[3:]] == [("ring", "0 of 2"), ("ring", "0 of 1")]
    station.card.show_section(3)
    station.type(station.field("incident").text, "1. Switch off")
    station.until(lambda: rows[3].count == "1 of 2")
    assert rows[3].mark == "half"
    station.type(station.field("monitoring").text, "Opt-outs | 2 %")
    station.until(lambda: rows[3].mark == "check")
    assert rows[3].accessibleName() == "Watching and stopping, 2 of 2 answered"


def test_two_machines_write_one_field_and_the_team_chooses(station):
    station.open_card()
    card = station.studio.capstones.open(station.team.code).capstone
    theirs = Answer(AnswerState.ANSWERED, "People agree at the till.")
    station.studio.capstones.set_answer(card.id, "consent", theirs, EMPTY)
    station.card.show_section(2)
    field = station.field("consent")
    station.type(field.text, "Off until taken.")
    station.until(lambda: field.conflict is not None and field.conflict.isVisible())
    assert field.conflict.text == "People agree at the till."
    assert field.text.toPlainText() == "Off until taken."
    station.card.show_section(0)
    station.click(station.card.bar.hand_over)
    assert not station.window.is_at_door
    assert field.isVisible()
    station.click(field.conflict.keep)
    station.until(lambda: station.on_disk("consent").text == "Off until taken.")
    station.until(lambda: station.card.banner.text == "")
    station.click(station.card.bar.hand_over)
    station.until(lambda: station.window.is_at_door)


def test_a_full_disk_keeps_the_card_open_until_it_is_saved(station):
    station.open_card()
    disk = FullDisk(station.studio.capstones._unit_of_work)
    station.studio.capstones._unit_of_work = disk
    disk.is_full = True
    station.type(station.field("purpose").text, "It suggests three items.")
    station.until(lambda: "The disk is full" in station.card.banner.text)
    station.click(station.card.bar.hand_over)
    station.until(lambda: len(station.card.banner.text) > 0)
    assert not station.window.is_at_door
    disk.is_full = False
    station.click(station.card.banner.action)
    station.until(lambda: station.on_disk("purpose").text == "It suggests three items.")
    station.until(lambda: station.card.banner.text == "")


def test_the_whole_card_is_shown_before_it_is_printed(station):
    station.open_card()
    station.type(station.field("purpose").text, "It suggests " + "x" * 60)
    station.field("opt_out").choose(1)
    station.card.show_whole_card()
    page = station.card.whole_card
    assert page.text("purpose").replace("\u200b", "") == "It suggests " + "x" * 60
    assert page.text("opt_out") == "Not known yet."
    assert page.text("limits") == "Open"
    station.click(page.leave)
    assert station.card.whole_card is None


@pytest.mark.parametrize(("width", "has_column"), [(1366, False), (1920, True)])
def test_the_help_folds_under_the_fields_on_a_narrow_screen(station, width, has_column):
    station.open_card()
    station.window.showNormal()
    station.window.resize(width, 768)
    station.until(lambda: station.card.width() == width)
    assert station.card._help.whole.isVisible() is has_column
    assert station.card.whole_below.isVisible() is not has_column
    assert station.card._pages[0]._help.isVisible() is not has_column


def test_the_tab_key_goes_from_field_to_field(station):
    station.open_card()
    seen = []
    station.until(station.card.heads["title"].line.hasFocus)
    for _ in range(4):
        station.bot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget().accessibleName())
    assert seen == [
        "Owner, by role",
        "What it is for",
        "Answered",
        "Who uses it, and who is affected",
    ]


@pytest.mark.parametrize("page", ["card", "journal"])
def test_every_page_fits_a_small_screen_also_after_a_large_one(station, page):
    if page == "card":
        station.open_card()
        station.card.show_section(2)
        station.field("oversight").choose(2)
        station.type(station.field("oversight").note, "x" * 130)
    else:
        station.begin_journal()
    station.window.showNormal()
    for width in (1920, 1366):
        station.window.resize(width, 768)
        station.until(lambda: station.window.width() == width)  # noqa: B023
    assert station.window.minimumSizeHint().width() <= 1024
    across = station.card._pages[2].horizontalScrollBar()
    station.until(lambda: across.maximum() == 0)


def test_opening_the_station_again_disturbs_nobody(station):
    station.open_card()
    station.type(station.field("purpose").text, "It suggests")
    station.room.open()
    assert station.card.isVisible()
    station.until(lambda: station.on_disk("purpose").text == "It suggests")


# --- leaving -------------------------------------------------------------------------------------


def test_closing_the_window_by_the_system_is_refused(station):
    station.window.close()
    assert station.window.isVisible()
    station.begin_journal()
    station.window.close()
    assert station.window.isVisible()


def test_the_station_is_left_with_the_facilitators_passphrase_only(station):
    station.studio.station.choose("the facilitators own")
    station.click(station.door.leave)
    assert "needs the facilitator" in station.door.banner.text
    station.type(station.door.passphrase.line, "a guess of somebody")
    station.bot.keyClick(station.door.passphrase.line, Qt.Key.Key_Return)
    station.until(lambda: "The station stays open" in station.door.banner.text)
    assert station.door.passphrase.text() == ""
    station.type(station.door.passphrase.line, "the facilitators own")
    with station.bot.waitSignal(station.window.closed):
        station.bot.keyClick(station.door.passphrase.line, Qt.Key.Key_Return)
    assert not station.window.isVisible()


class App:
    """The whole app with its station."""

    def __init__(self, qtbot, qapp, folder, clock):
        self.bot = qtbot
        self.desktop = Desktop(qapp, folder / "w.sqlite", clock)
        qtbot.waitUntil(
            lambda: self.shell is not None and self.desktop.window.room != "", timeout=10_000
        )

    @property
    def shell(self):
        return self.desktop.shell

    def open_station(self):
        shell = self.shell
        self.bot.mouseClick(shell.welcome.sample, LEFT)
        self.bot.waitUntil(lambda: self.desktop.window.room == "plan")
        self.bot.waitUntil(lambda: len(shell.studio.planning.sessions()) == 1)
        shell.settings.passphrase_chosen.emit("the facilitators own", "")
        self.bot.waitUntil(lambda: "is set" in shell.settings.said.text())
        shell.open_station()
        self.bot.waitUntil(lambda: shell.station is not None)
        return shell.station

    def stop(self):
        window, stage, station = self.desktop.window, self.shell.stage, self.shell.station
        window.close()
        self.desktop.collector.stop()
        for gone in (stage, window, *([station.window] if station is not None else [])):
            shiboken6.delete(gone)
        gc.collect()


@pytest.fixture
def cheap_passphrases(monkeypatch):
    monkeypatch.setattr(bootstrap, "ArgonVault", lambda: ArgonVault(memory_kib=64, passes=1))


@pytest.mark.usefixtures("cheap_passphrases")
def test_the_app_closes_while_a_team_types_and_nothing_is_lost(qtbot, qapp, tmp_path, clock):
    app = App(qtbot, qapp, tmp_path, clock)
    station = app.open_station()
    assert station.window.screen() is app.desktop.window.screen()
    team = app.shell.studio.cohorts.cohorts()[0].teams[0]
    station.door.code_entered.emit(team.code)
    qtbot.waitUntil(station.card.page.isVisible)
    qtbot.keyClicks(station.card.page.fields["purpose"].text, "It suggests three items")
    app.stop()
    again = a_studio(tmp_path, clock)
    answer = again.capstones.open(team.code).capstone.answer("purpose")
    again.close()
    assert answer.text == "It suggests three items"


@pytest.mark.usefixtures("cheap_passphrases")
def test_the_app_closes_while_somebody_writes_and_the_words_are_sealed(
    qtbot, qapp, tmp_path, clock
):
    app = App(qtbot, qapp, tmp_path, clock)
    station = app.open_station()
    qtbot.mouseClick(station.window.findChild(QPushButton, "find-my-name"), LEFT)
    page = station.journal.page
    qtbot.waitUntil(page.names.isVisible)
    me = app.shell.studio.journals.door().writers[3]
    page.names.chosen.emit(me.id)
    qtbot.waitUntil(page.passphrase.isVisible)
    page.passphrase.entered.emit(PASSPHRASE, PASSPHRASE)
    qtbot.waitUntil(page.writing.text.isVisible)
    qtbot.keyClicks(page.writing.text, SENTENCE)
    app.stop()
    for file in files_below(tmp_path):
        assert SENTENCE.encode() not in file.read_bytes(), file.name
    again = a_studio(tmp_path, clock)
    kept = again.journals.entries(again.journals.open(me.id, PASSPHRASE))
    again.close()
    assert [entry.text for entry in kept] == [SENTENCE]
