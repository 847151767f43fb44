"""Bad days in the real windows: one sentence to read, the clock goes on, nothing is clipped."""

from __future__ import annotations

import pytest
from driver import App
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QPushButton

from fakes import FullDisk

SIZES = [(1366, 768), (1920, 1080)]


@pytest.fixture
def running(app):
    app.make_sample()
    app.open_session()
    app.start()
    return app


def live(app):
    return app.shell.studio.live


def edit_in_plan(app, block_id, minutes):
    """Change the minutes of a block of the session, as the page of Plan does."""
    planning, lane = app.shell.studio.planning, app.shell.lane
    session_id = live(app).session.id
    lane.submit(lambda: planning.set_minutes(session_id, block_id, minutes))


def stands(app, words):
    app.until(lambda: any(words in text for text in app.console.standing.texts))


def press_answer(app, words):
    app.bot.mouseClick(app.console.standing.answer_of(words), Qt.MouseButton.LeftButton)


def full_disk(app):
    disk = FullDisk(live(app)._holder.unit_of_work)
    live(app)._holder.unit_of_work = disk
    disk.is_full = True
    return disk


def clock_shows(app, text):
    app.until(lambda: app.console.running.clock.text == text)
    assert app.shell.stage.snapshot.clock.text == text


def cut_short(page):
    """Return what is shown on the page and has less room than it needs."""
    found = []
    for label in page.findChildren(QLabel):
        if label.isVisible() and label.text() and label.wordWrap():
            if label.height() < label.heightForWidth(label.width()) - 1:
                found.append(label.text())
        elif label.isVisible() and label.text() and label.width() < label.sizeHint().width() - 1:
            found.append(label.text())
    buttons = [b for b in page.findChildren(QPushButton) if b.isVisible()]
    found += [b.text() for b in buttons if b.width() < b.sizeHint().width() - 1]
    cards = [page.running, page.standing, page.wall, page.following, page.plan]
    for card in (card for card in cards if card.isVisible()):
        place = QRect(card.mapTo(page, QPoint()), card.size())
        found += [] if page.rect().contains(place) else [type(card).__name__]
    return found


@pytest.mark.parametrize("counted", [True, False])
def test_the_lid_was_closed(running, clock, counted):
    clock.advance(10)
    clock.sleep(72, counted=counted)
    stands(running, "The computer slept for 1 min 12 s. The room kept going.")
    clock_shows(running, "4:38")
    press_answer(running, "Don’t count them")
    clock_shows(running, "5:50")
    running.until(lambda: not running.console.standing.isVisible())
    assert "slept" not in repr(running.shell.stage.snapshot)


def test_the_clock_of_the_computer_was_set(running, clock):
    clock.advance(10)
    clock.step_wall(-3600)
    stands(running, "This computer’s clock was set 1 h back. The countdown is not affected.")
    clock_shows(running, "5:50")
    assert running.console._time.text() == "12:30"
    press_answer(running, "Understood")
    running.until(lambda: not running.console.standing.isVisible())


def test_the_zone_of_the_computer_was_changed(running, clock):
    clock.change_zone("Asia/Kathmandu")
    stands(running, "Times in Europe/Berlin; this computer is set to Asia/Kathmandu.")
    assert running.console.zone_chip.isVisible()
    assert running.console.zone_chip.text() == "Times in Europe/Berlin"
    assert running.console._time.text() == "13:30"


def test_the_disk_is_full_in_the_middle_of_a_session(running, clock):
    disk = full_disk(running)
    running.press("extend-1")
    stands(running, "1 act is not on disk: the disk is full. The session goes on; free some space.")
    running.press("extend-5")
    stands(running, "2 acts are not on disk")
    clock.advance(60)
    clock_shows(running, "11:00")
    disk.is_full = False
    # The next beat of the app writes what waits; nobody has to do anything.
    running.until(lambda: not running.console.standing.isVisible())
    assert live(running).unwritten == 0


def test_what_a_full_disk_refused_is_there_after_a_crash(running, qtbot, qapp, tmp_path, clock):
    disk = full_disk(running)
    running.press("extend-5")
    stands(running, "1 act is not on disk")
    disk.is_full = False
    running.until(lambda: live(running).unwritten == 0)
    running.stop()
    clock.restart(after_s=20)
    again = App(qtbot, qapp, tmp_path / "w.sqlite", clock)
    assert again.console.recovery.kept_going.text() == "It kept going: 10:40 left"
    again.stop()


def test_the_plan_is_edited_under_the_running_block(running, clock):
    session = live(running).session
    clock.advance(60)
    edit_in_plan(running, "b1", 8)
    stands(running, "The plan was changed: You said, we did 8 instead of 6 min.")
    clock_shows(running, "5:00")
    press_answer(running, "Use it here")
    clock_shows(running, "7:00")
    assert live(running).session == session
    running.press("undo")
    clock_shows(running, "5:00")


def test_a_plan_edited_before_the_start_is_what_starts(app):
    app.make_sample()
    app.open_session()
    edit_in_plan(app, "b1", 8)
    app.until(lambda: app.console.running.clock.text == "8:00")
    app.start()
    clock_shows(app, "8:00")


def test_the_pack_is_deleted_while_it_runs(running, clock, monkeypatch):
    from workshop_studio.domain.pack import Shelf

    empty = Shelf((), (), ())
    monkeypatch.setattr(running.shell.studio.planning._library, "_shelf", empty)
    clock.advance(60)
    clock_shows(running, "5:00")
    running.press("primary")
    running.until(lambda: running.shell.stage.snapshot.title == "Nora’s bag")
    assert running.console.banner.text == ""


def test_a_forgotten_start_is_put_right_in_one_tap(app, clock):
    app.make_sample()
    app.open_session()
    clock.advance(live(app).session.start_utc.timestamp() - clock.now().utc.timestamp() + 240)
    stands(app, "Planned start was 13:30.")
    row = app.console.standing.rows[0]
    app.bot.mouseClick(row.fewer, Qt.MouseButton.LeftButton)
    app.until(lambda: row.answers[0].text() == "It started 3 min ago")
    press_answer(app, "It started 3 min ago")
    clock_shows(app, "3:00")


def everything(app, clock):
    """Let as much stand as one bad afternoon can hold."""
    clock.advance(5)
    app.press("primary")
    app.until(lambda: live(app).console().block_number == 2)
    clock.advance(7)
    app.press("primary")
    app.until(lambda: live(app).console().block_number == 3)
    clock.advance(12 * 60)
    clock.sleep(130, counted=True)
    stands(app, "The computer slept")
    clock.step_wall(3600)
    clock.change_zone("America/New_York")
    edit_in_plan(app, "b7", 12)
    full_disk(app)
    app.press("extend-1")
    stands(app, "1 act is not on disk")


@pytest.mark.parametrize("size", SIZES)
def test_with_everything_standing_the_clock_stays_and_nothing_is_cut(running, clock, size):
    window, page = running.desktop.window, running.console
    window.resize(*size)
    everything(running, clock)
    running.until(lambda: cut_short(page) == [])
    assert (window.width(), window.height()) == size
    assert page.running.isVisible()
    assert page.running.clock.mapTo(page, QPoint()).y() > 0
    assert page.running.primary.visibleRegion().boundingRect().size() == page.running.primary.size()


@pytest.mark.parametrize("size", SIZES)
def test_when_nothing_stands_nothing_is_cut_and_message_and_notes_are_there(running, size):
    running.desktop.window.resize(*size)
    running.until(lambda: cut_short(running.console) == [])
    assert running.console.messages.isVisible()
    assert running.console.notes.own.isVisible()


def test_a_card_in_which_somebody_types_does_not_give_way(running, clock):
    running.desktop.window.resize(1366, 768)
    page = running.console
    page.messages.line.setFocus()
    running.bot.keyClicks(page.messages.line, "Back at ")
    everything(running, clock)
    page.messages.line.setFocus()
    running.bot.wait(50)
    assert page.messages.line.isVisible()
    running.bot.keyClicks(page.messages.line, "noon")
    assert page.messages.line.text() == "Back at noon"


def test_a_message_can_be_written_where_it_had_given_way(running, clock):
    running.desktop.window.resize(1366, 768)
    page = running.console
    everything(running, clock)
    running.until(page.messages.isHidden)
    running.key(Qt.Key.Key_M)
    running.until(page.messages.line.hasFocus)
    running.bot.keyClicks(page.messages.line, "Back at noon")
    running.until(lambda: cut_short(page) == [])
    running.bot.keyClick(page.messages.line, Qt.Key.Key_Return)
    running.until(lambda: running.shell.stage.snapshot.message == "Back at noon")
    page.setFocus()
    clock.advance(1)
    running.until(page.messages.isHidden)


def test_the_wall_that_is_frozen_fits_its_longer_word_at_any_size(running):
    running.press("freeze")
    running.until(lambda: live(running).console().is_frozen)
    for size in (SIZES[1], SIZES[0]):
        running.desktop.window.resize(*size)
        running.until(lambda: cut_short(running.console) == [])
        assert running.console.wall.freeze.text() == "Unfreeze"
