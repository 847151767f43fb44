"""Late, and back on time with one key: the adviser in the real windows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLabel


@pytest.fixture
def late(app, clock):
    """A session that began four minutes late, one second into its first block."""
    app.make_sample()
    app.open_session()
    app.until(lambda: app.shell.studio.live.session is not None)
    start = app.shell.studio.live.session.start_utc
    clock.advance((start - clock.now().utc).total_seconds() + 240)
    app.start()
    clock.advance(1)
    app.until(app.console.advice.isVisible)
    return app


def minutes(app, block_id="b8"):
    return next(row.minutes for row in app.console.agenda.rows if row.block_id == block_id)


def first(app):
    return app.console.advice.ways[0]


def test_one_key_brings_a_late_session_back_and_undo_restores_it(late):
    assert first(late).headline.text() == "End at 16:00 after all"
    assert first(late).sentence.text().startswith("Make Lineage walk 31 minutes instead of 35.")
    before = late.shell.studio.live.run_now().run
    late.key(Qt.Key.Key_R)
    late.until(lambda: minutes(late) == 31)
    late.until(lambda: not late.console.advice.isVisible())
    assert late.console.running.lateness.text().casefold() == "on time, ends 16:00"
    late.press("undo")
    late.until(lambda: minutes(late) == 35)
    late.until(late.console.advice.isVisible)
    assert late.shell.studio.live.run_now().run == before


def test_the_key_works_from_the_stage_too(late):
    late.bot.keyClick(late.shell.stage, Qt.Key.Key_R)
    late.until(lambda: minutes(late) == 31)


def test_an_r_that_is_typed_into_a_message_changes_no_agenda(late):
    line = late.console.messages.line
    line.setFocus()
    late.bot.keyClicks(line, "Read on, R")
    assert late.shell.studio.live.log[-1].changes == ()
    assert minutes(late) == 35


def test_the_palette_knows_it(late):
    late.shell.doings.do("run-advice")
    late.until(lambda: minutes(late) == 31)


def test_the_other_ways_open_in_place_each_with_its_button(late):
    advice = late.console.advice
    late.press("other-ways")
    assert advice.headline.text() == "You will end 16:04, 4 min late. Three ways back"
    assert [way.isVisible() for way in advice.ways] == [True, True, True]
    chosen = late.shell.studio.live.advice.reading().ways[1]
    late.press("way-2")
    late.until(lambda: late.shell.studio.live.log[-1].changes == chosen.changes)
    late.until(lambda: not advice.isVisible())


def test_pointing_at_a_way_shows_in_the_agenda_what_it_would_change(late):
    agenda, way = late.console.agenda, first(late)
    before = agenda.grab().toImage()
    at = QPointF(5, 5)
    QApplication.sendEvent(way, QEnterEvent(at, at, at))
    assert agenda.grab().toImage() != before
    assert minutes(late) == 35
    QApplication.sendEvent(way, QEvent(QEvent.Type.Leave))
    assert agenda.grab().toImage() == before


def test_when_the_card_goes_the_keys_do_not_begin_to_type(late):
    first(late).do.setFocus()
    late.bot.keyClick(first(late).do, Qt.Key.Key_Space)
    late.until(lambda: not late.console.advice.isVisible())
    assert not late.console.messages.line.hasFocus()
    late.bot.keyClick(late.desktop.window.focusWidget(), Qt.Key.Key_B)
    late.until(lambda: late.shell.stage.snapshot.face.value == "black")


def cut_words(card):
    """Return the wrapped words in a card for which there is not height enough."""
    labels = [one for one in card.findChildren(QLabel) if one.isVisible() and one.wordWrap()]
    return [one.text() for one in labels if one.height() < one.heightForWidth(one.width())]


def to_the_relay(app, clock):
    """Go on to the sixth block, in which the tables have clocks of their own."""
    live = app.shell.studio.live
    for number in range(2, 7):
        clock.advance(live.console().block.planned_s)
        app.until(lambda: app.console.running.primary.isEnabled())
        live.next()
        app.until(lambda number=number: live.console().block_number == number)
    app.until(app.console.tables.isVisible)


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_no_words_of_the_ways_are_cut(late, size):
    late.desktop.window.resize(*size)
    late.press("other-ways")
    advice, page = late.console.advice, late.console
    late.until(lambda: advice.ways[2].isVisible() and cut_words(advice) == [])
    assert advice.mapTo(page, advice.rect().bottomLeft()).y() <= page.height()


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_with_tables_and_questions_on_it_the_page_keeps_its_clock_and_the_ways_scroll(
    late, clock, size
):
    late.desktop.window.resize(*size)
    to_the_relay(late, clock)
    page, advice = late.console, late.console.advice
    late.press("other-ways")
    late.until(lambda: advice.ways[2].isVisible())
    late.until(lambda: cut_words(page.running) == [] and cut_words(advice) == [])
    tables = page.tables
    late.until(lambda: tables.mapTo(page, tables.rect().bottomLeft()).y() <= page.height())
    assert page.running.height() >= page.running.heightForWidth(page.running.width())
    assert advice.list.height() >= 60
