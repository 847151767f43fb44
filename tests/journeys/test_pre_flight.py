"""From "Check the room" to a ticked and printed card, in the real windows."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pypdfium2
import pytest
from driver import App
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QPushButton
from two_screens import set_screens

from fakes import FakeComputer, FakeSounds
from workshop_studio.app.preferences import PreferencesFile
from workshop_studio.domain.events import CueFired
from workshop_studio.domain.room_facts import Power, PowerSource
from workshop_studio.domain.sounds import NO_OUTPUT

SCREENS = json.loads(
    (Path(__file__).resolve().parents[1] / "two_screens.json").read_text(encoding="utf-8")
)["screens"]
PENS = "Pens that write on the wall"
hot_plug = pytest.mark.skipif(
    not sys.platform.startswith("linux") or sys.maxsize < 2**32, reason="a private hook of Linux"
)


class FilePrinter:
    """The system's print dialog, answering with a file."""

    def __init__(self, path):
        self.path = path

    def has_printer(self):
        return True

    def ask(self, printer, pages, answered):
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.path))
        answered(True)


class Room:
    """The app with a computer and a loudspeaker that say what they are told to say."""

    def __init__(self, app, why_not=""):
        self.app, self.check = app, app.shell.check
        self.page = self.check.page
        self.sounds, self.computer = FakeSounds(why_not), FakeComputer()
        app.shell.studio.sounds._sounds = self.sounds
        app.shell.studio.readiness._computer = self.computer

    def open(self):
        self.app.make_sample()
        self.app.open_session()
        self.app.press("check-room")
        self.app.until(self.is_checked)

    def is_checked(self):
        return len(self.page.rows) == 9 and self.page.checked.text().startswith("Checked at")

    def word(self, line):
        return self.page.rows[line].chip.words

    def tick(self, box):
        self.app.bot.mouseClick(box, Qt.MouseButton.LeftButton)

    def click(self, button):
        self.app.bot.mouseClick(button, Qt.MouseButton.LeftButton)

    def head_word(self):
        return self.check.sound_chip.text()


@pytest.fixture
def room(app):
    return Room(app)


def test_before_the_start_the_console_leads_to_the_card_and_the_start_takes_it_away(room):
    app = room.app
    app.make_sample()
    app.open_session()
    card = app.console.ready
    app.until(lambda: "to look at" in card.chip.words)
    assert card.isVisible()
    app.press("check-room")
    assert app.room == "ready"
    app.until(room.is_checked)
    app.bot.keyClick(room.page, Qt.Key.Key_Escape)
    assert app.room == "run"
    app.start()
    app.until(lambda: not card.isVisible())
    app.press("undo")
    app.until(card.isVisible)


def test_checking_the_room_opens_no_window_of_its_own(room, qtbot):
    opened = []

    class Watch(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Show and getattr(watched, "isWindow", bool)():
                opened.append(type(watched).__name__)
            return False

    watch = Watch()
    room.app.application.installEventFilter(watch)
    room.open()
    room.app.application.removeEventFilter(watch)
    assert opened == []


def test_the_room_is_checked_ticked_and_the_ticks_are_there_after_a_restart(
    room, qtbot, qapp, tmp_path, clock
):
    app = room.app
    room.open()
    assert room.word("power") == "Ready"
    room.computer.power_said = Power(PowerSource.BATTERY, 12)
    clock.advance(60)
    room.click(room.page.again)
    app.until(lambda: room.page.checked.text() == "Checked at 13:31")
    assert room.word("power") == "Not ready"
    assert room.page.rows["power"].to_do.text() == "Plug in the charger."
    room.tick(room.page.by_hand.boxes["handouts"])
    app.until(lambda: room.word("handouts") == "Ready")
    assert room.page.rows["handouts"].says.text().startswith("Printed for 28 people")
    pens = next(b for b in room.page.things.boxes.values() if b.text() == PENS)
    room.tick(pens)
    app.until(lambda: room.page.rows["things"].says.text() == "1 of 17 things ticked.")
    app.stop()
    again = Room(App(qtbot, qapp, tmp_path / "w.sqlite", clock))
    again.app.open_session()
    again.app.press("check-room")
    again.app.until(again.is_checked)
    assert again.word("handouts") == "Ready"
    assert again.page.by_hand.boxes["handouts"].isChecked()
    assert [b.text() for b in again.page.things.boxes.values() if b.isChecked()] == [PENS]
    again.app.stop()


def test_the_card_is_printed_on_one_page(room, tmp_path):
    app = room.app
    room.open()
    app.shell.printing.printer._dialogs = FilePrinter(tmp_path / "card.pdf")
    room.tick(room.page.by_hand.boxes["rehearsed"])
    app.until(lambda: room.word("rehearsal") == "Ready")
    room.click(room.page.print)
    assert app.room == "print"
    place = app.shell.printing.page
    app.until(place.print.isEnabled)
    assert place.count.text().startswith("1 page on")
    room.click(place.print)
    app.until(lambda: app.desktop.window.toast._text.text() == "Sent to the printer")
    document = pypdfium2.PdfDocument(tmp_path / "card.pdf")
    assert len(document) == 1
    document.close()
    room.click(place.back)
    assert app.room == "ready"


def test_the_handouts_lead_to_the_material_of_the_session(room):
    room.open()
    room.click(room.page.rows["handouts"].button)
    assert room.app.room == "print"
    room.app.until(room.app.shell.printing.page.print.isEnabled)
    assert room.app.shell.printing.page.title.text() == "Print material"


def test_sounds_are_off_at_first_and_no_cue_makes_one(room):
    room.open()
    assert room.page.rows["sound"].says.text() == "Sounds are off today; nothing is played."
    assert room.head_word() == "Sounds off"
    app = room.app
    app.shell.studio.bus.publish(CueFired("run", "b1"))
    # The first answer comes after the cue was heard, the second after its work would be done.
    for turn in ("heard", "done"):
        answered = []
        app.shell.check.worker.submit(lambda said=turn: said, answered.append)
        app.until(lambda said=turn, got=answered: got == [said])
    assert room.sounds.played == []


def test_sounds_are_switched_on_tried_ticked_and_heard_when_the_time_is_up(room, clock):
    app = room.app
    room.open()
    room.click(room.page.rows["sound"].button)
    app.until(lambda: room.word("sound") == "Look at it")
    assert room.sounds.played == []
    room.click(room.page.findChild(QPushButton, "play-come-back"))
    app.until(lambda: room.sounds.played == [("come-back", 60)])
    room.tick(room.page.by_hand.boxes["heard"])
    app.until(lambda: room.word("sound") == "Ready")
    app.bot.keyClick(room.page, Qt.Key.Key_Escape)
    assert room.head_word() == "Sounds on"
    app.start()
    clock.advance(6 * 60)
    app.until(lambda: room.sounds.played[-1] == ("time-up", 60))


def test_a_computer_that_cannot_be_heard_says_one_sentence_and_the_session_goes_on(app, clock):
    room = Room(app, NO_OUTPUT)
    room.open()
    room.click(room.page.rows["sound"].button)
    app.until(lambda: room.word("sound") == "Not ready")
    app.until(lambda: room.page.sounds.said.text() == NO_OUTPUT)
    assert app.shell.settings.sounds.said.text() == NO_OUTPUT
    assert room.head_word() == "No sound"
    app.bot.keyClick(room.page, Qt.Key.Key_Escape)
    app.start()
    clock.advance(6 * 60 + 1)
    app.until(lambda: app.console.running.clock.text == "+0:01")


def test_the_choice_of_sounds_is_there_at_the_next_start(qtbot, qapp, tmp_path, clock):
    known = PreferencesFile(tmp_path / "settings.toml")
    app = App(qtbot, qapp, tmp_path / "w.sqlite", clock, known=known)
    Room(app)
    app.shell.show_room("settings")
    card = app.shell.settings.sounds
    app.bot.mouseClick(card.switch.segments()[1], Qt.MouseButton.LeftButton)
    card.volume.setFocus()
    app.bot.keyClick(card.volume, Qt.Key.Key_Left)
    app.until(lambda: known.now.sounds == "on 55")
    app.stop()
    known = PreferencesFile(tmp_path / "settings.toml")
    again = App(qtbot, qapp, tmp_path / "w.sqlite", clock, known=known)
    assert again.shell.studio.sounds.settings.as_text() == "on 55"
    assert again.shell.settings.sounds.volume.value() == 55
    assert again.shell.check.page.sounds.switch.value == "on"
    again.stop()


def test_the_palette_leads_to_the_card_without_a_session_too(app):
    app.shell.doings.do("check-room")
    assert app.room == "ready"
    assert app.shell.check.page._empty.isVisible()
    app.shell.doings.do("switch-sounds")
    assert app.shell.studio.sounds.settings.is_on


@hot_plug
def test_a_projector_that_is_unplugged_shows_on_the_card_at_once(room):
    room.open()
    assert room.word("projector") == "Ready"
    try:
        set_screens(SCREENS[:1])
        room.app.until(lambda: room.word("projector") == "Not ready")
    finally:
        set_screens(SCREENS)
    room.app.until(lambda: room.word("projector") == "Ready")
