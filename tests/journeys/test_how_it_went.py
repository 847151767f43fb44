"""After the end: planned against actual on the console, and in the next plan."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from workshop_studio.domain.agenda import BlockKind
from workshop_studio.domain.history import Habit, History


def run_to_the_end(app, clock):
    """Two blocks, the first 3 min too long with a reason; then the session is ended."""
    app.make_sample()
    app.open_session()
    app.start()
    clock.advance(9 * 60)
    app.press("primary")
    app.until(lambda: app.shell.stage.snapshot.title == "Nora’s bag")
    clock.advance(6 * 60)
    app.console.running.end_held.emit()
    app.until(app.console.debrief.isVisible)


def test_the_end_shows_planned_against_actual(app, clock):
    run_to_the_end(app, clock)
    texts = app.console.debrief.texts
    # Planned 150 min; 9 + 6 were run, the other 138 left out: 135 min early.
    assert texts[0] == "135 min ahead, ended 13:45"
    assert texts[1].splitlines() == [
        "Lineage walk was left out: 35 min",
        "Risk-question relay was left out: 32 min",
        "Policy to Monday morning was left out: 27 min",
        "Break was left out: 10 min",
    ]
    assert texts[2] == "You said, we did 6 9 +3"
    assert texts[3] == "Cold open: Nora’s bag 6 6"
    assert texts[4].endswith("skipped")
    app.press("undo")
    app.until(lambda: not app.console.debrief.isVisible())


def test_the_plan_remembers_how_the_session_went(app, clock):
    run_to_the_end(app, clock)
    app.shell.show_room("plan")
    app.shell.planning.page.show_tab(1)
    went = app.shell.planning.page.session.went
    app.until(went.isVisible)
    assert went.headline.text() == "135 min ahead, ended 13:45"


def test_earlier_sessions_offer_a_length_for_the_next_plan(app):
    app.make_sample()
    page = app.shell.planning.page
    page.show_tab(1)
    app.until(lambda: page.session.agenda.rowCount() > 0)
    debriefs = Habit(count=9, middle_s=420, least_s=120, most_s=900)
    page.show_history(History({BlockKind.DEBRIEF: debriefs}, {}))
    page.session.agenda.choose("b5")
    app.until(page.session.habit.isVisible)
    assert page.session.habit.words.text() == "Your debriefs run +7 min (n = 9, range +2 to +15)"
    button = page.session.habit.findChild(QPushButton, "plan-habit")
    assert button.text() == "Plan 13 minutes"
    app.bot.mouseClick(button, Qt.MouseButton.LeftButton)
    app.until(lambda: page._planned.agenda.blocks[4].planned_s == 13 * 60)
