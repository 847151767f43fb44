"""The facilitator's half of the demo: roster, plan, the timed session, the scenario."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop_studio.app import paths
from workshop_studio.app.demo.player import Breath, Until
from workshop_studio.domain.live import StageFace
from workshop_studio.domain.run import RunPhase, StageView
from workshop_studio.domain.timer import TimerPhase
from workshop_studio.ui.theme.theme import ThemeChoice

if TYPE_CHECKING:
    from collections.abc import Callable

    from workshop_studio.app.demo.teller import Scene, Teller

BEFORE_DECISION_DAY, AFTER_DECISION_DAY = 32, 52
LATE_S = 180
# The sixth block of the sample session is the one with steps; its picture shows the most.
RELAY = 6
INTO_RELAY_S = 14 * 60 + 18
MESSAGE_S = 31
PASS_S = 205
COHORT = "Wickerby autumn cohort (sample data)"


def welcome(teller: Teller) -> Scene:
    """Open the app on an empty workspace."""
    yield Until("the app opens", lambda: teller.desktop.shell is not None)
    yield Until("the first page shows", lambda: teller.room == "welcome")
    teller.theme(ThemeChoice.LIGHT)
    yield Breath(1.5)
    teller.grab(teller.desktop.window, "welcome.png", "the first page")


def roster(teller: Teller) -> Scene:
    """Read a roster through its preview, and form teams."""
    planning = teller.shell.planning
    file = paths.resources() / "samples" / "sample-roster.csv"
    planning.open_roster(file, is_for_new=True)
    preview = planning.page.preview
    yield Until("the roster is read", preview.take.isEnabled)
    teller.type_line(preview.name, COHORT)
    yield Breath(2.0)
    teller.grab(teller.desktop.window, "roster.png", "the roster before it is taken")
    teller.press("take-people")
    cohorts = teller.shell.studio.cohorts
    yield Until("teams are made", lambda: bool(cohorts.cohorts() and cohorts.cohorts()[0].teams))
    yield Until("the session can be run", lambda: _can_press(teller, "run-session"))
    teller.desktop.window.toast.hide()
    yield Breath(2.0)
    cohort = cohorts.cohorts()[0]
    teller.grab(teller.desktop.window, "cohort.png", "people and tables")
    teller.say(
        f"Read {len(cohort.participants)} people from {file.name}; {len(cohort.teams)} teams mix "
        "builders, customer-facing people and guardians"
    )
    planning.page.show_tab(1)
    yield Breath(1.5)
    teller.grab(teller.desktop.window, "plan.png", "the plan of the session")


def begin(teller: Teller) -> Scene:
    """Open the session and start it three minutes late."""
    live = teller.shell.studio.live
    teller.press("run-session")
    yield Until("the session is open", lambda: live.console() is not None)
    yield Until("the console can start it", lambda: _can_press(teller, "primary"))
    if live.session is not None:
        wait_s = (live.session.start_utc - teller.clock.now().utc).total_seconds() + LATE_S
        teller.skip(max(0.0, wait_s))
    yield Breath(1.0)
    teller.press("primary")
    yield Until("the clock runs", lambda: teller.reading.phase is RunPhase.RUNNING)
    teller.say(f"Started “{teller.reading.session_title}”, {teller.reading.lateness}")


def to_the_relay(teller: Teller) -> Scene:
    """Run on to the middle of an exercise; message, own note, five minutes and their undo."""
    while teller.reading.block_number < RELAY:
        yield from _end_block(teller)
    yield from _spend(teller, INTO_RELAY_S)
    console, stage = teller.shell.console.page, teller.shell.stage
    teller.type_line(console.messages.line, teller.work["message"])
    console.messages.send.click()
    yield Until("the message shows", lambda: bool(stage.snapshot and stage.snapshot.message))
    yield Breath(1.5)
    teller.grab(stage, "stage-message.png", "the stage with a message to the room")
    yield from teller.type_into(console.notes.own, teller.work["own_note"])
    yield Until("the own note is saved", lambda: console.notes.saved.text.startswith("saved"))
    before = teller.reading.ends
    teller.press("extend-5")
    yield Until("five minutes more", lambda: teller.reading.ends != before)
    teller.press("undo")
    yield Until("they are taken back", lambda: teller.reading.ends == before)
    teller.skip(MESSAGE_S)
    yield Until("the message goes", lambda: not (stage.snapshot and stage.snapshot.message))
    teller.desktop.window.toast.hide()
    yield Breath(1.0)
    teller.grab(teller.desktop.window, "console.png", "the console in the middle of an exercise")
    teller.grab(stage, "stage.png", "the stage at the same moment")
    teller.theme(ThemeChoice.DARK)
    yield Breath(0.6)
    teller.grab(teller.desktop.window, "console-dark.png", "the same in the dark theme")
    teller.theme(ThemeChoice.LIGHT)
    teller.say(
        f"Block {teller.reading.block_number} of {teller.reading.block_count}: sent a message, "
        f"saved a note, gave 5 min and took them back; {teller.reading.lateness}"
    )


def last_pass(teller: Teller) -> Scene:
    """Let all groups begin a last round; one waits, one gets more time, one is back early."""
    groups = teller.shell.console.wiring.groups
    ids = [track.id for track in teller.reading.tracks]
    groups.begin_round(4, "Last pass: add two questions")
    yield Until("the round begins", lambda: _clocks(teller) == {"4:00"})
    teller.skip(PASS_S - 150)
    groups.hold(ids[-3])
    yield Until("a group waits", lambda: any(one.is_held for one in teller.reading.tracks))
    teller.skip(150)
    groups.more(ids[0], 2)
    groups.come_back(ids[1])
    yield Until("a group is back", lambda: any(one.is_back for one in teller.reading.tracks))
    teller.desktop.window.toast.hide()
    yield Breath(1.5)
    teller.grab(teller.desktop.window, "console-breakout.png", "the console with all groups")
    teller.grab(teller.shell.stage, "stage-breakouts.png", "the clocks of all groups on the wall")
    teller.say(
        f"Began a last round of 4 min for {len(ids)} groups: one waits, one has 2 min more, "
        f"one is back; {teller.reading.groups[:1].lower()}{teller.reading.groups[1:]}"
    )


def scenario(teller: Teller) -> Scene:
    """Project the drifting scenario, decide, and look at the days after."""
    teller.shell.show_room("scenario")
    room = teller.shell.dashboards
    if room is None:
        raise LookupError("the scenario room")
    presenter, stage = room.presenter, teller.shell.stage
    yield Until("the scenario is computed", lambda: presenter.seen is not None)
    presenter.go_to(BEFORE_DECISION_DAY)
    presenter.put_on_wall()
    yield Until("the wall shows it", lambda: _face(teller) is StageFace.SCENARIO)
    yield Breath(2.0)
    if presenter.seen is None:
        raise LookupError("the scenario")
    option = next(one for one in presenter.seen.options if one.does)
    presenter.decide(option.id)
    yield Until(
        "the decision holds",
        lambda: presenter.seen is not None and presenter.seen.play.decision == option.id,
    )
    presenter.go_to(AFTER_DECISION_DAY)
    yield Until(
        "the later day shows",
        lambda: presenter.seen is not None and presenter.seen.day == AFTER_DECISION_DAY,
    )
    teller.desktop.window.toast.hide()
    yield Breath(2.5)
    teller.grab(teller.desktop.window, "scenario.png", "the scenario after the decision")
    teller.grab(stage, "stage-scenario.png", "the same on the wall")
    teller.say(
        f"Played the scenario to day {AFTER_DECISION_DAY} and decided “{option.label}” on day "
        f"{BEFORE_DECISION_DAY}; the line without it stays beside"
    )
    teller.shell.show_room("run")
    teller.shell.console.wiring.wall.show(StageView.COUNTDOWN)
    yield Until("the countdown is back", lambda: _face(teller) is StageFace.COUNTDOWN)


def to_the_end(teller: Teller) -> Scene:
    """Run the remaining blocks and end the session."""
    teller.shell.show_room("run")
    yield from _end_block(teller, already_s=INTO_RELAY_S + MESSAGE_S + PASS_S)
    while not teller.reading.is_last:
        yield from _end_block(teller)
    teller.skip(teller.reading.block.planned_s + 1)
    yield Until("time is up", lambda: teller.reading.timer_phase is TimerPhase.OVER)
    teller.shell.console.page.running.end.held.emit()
    yield Until("the session is over", lambda: teller.reading.phase is RunPhase.ENDED)
    teller.say(f"Ran all {teller.reading.block_count} blocks: {teller.reading.lateness}")
    yield Breath(1.5)


def _end_block(teller: Teller, already_s: int = 0) -> Scene:
    number = teller.reading.block_number
    left_s = max(0, teller.reading.block.planned_s - already_s)
    yield from _spend(teller, left_s, already_s)
    yield Breath(0.5)
    teller.press("primary")
    yield Until(f"block {number + 1} runs", lambda: teller.reading.block_number == number + 1)


def _spend(teller: Teller, seconds: float, since_s: float = 0.0) -> Scene:
    """Let time go by from prompt to prompt: each has its moment, as in a room.

    since_s: what the block has used before.
    """
    until_s = since_s + seconds
    for prompt in teller.reading.block.prompts:
        if since_s < prompt.at_s < until_s:
            teller.skip(prompt.at_s - since_s)
            since_s = float(prompt.at_s)
            yield Until(f"“{prompt.text}” shows", _shows(teller, prompt.text))
    teller.skip(until_s - since_s)


def _shows(teller: Teller, message: str) -> Callable[[], bool]:
    return lambda: teller.reading.message == message


def _clocks(teller: Teller) -> set[str]:
    return {track.clock for track in teller.reading.tracks}


def _face(teller: Teller) -> StageFace | None:
    snapshot = teller.shell.stage.snapshot
    return snapshot.face if snapshot else None


def _can_press(teller: Teller, name: str) -> bool:
    button = teller.button(name)
    return button is not None and button.isVisible() and button.isEnabled()
