"""Snapshots of the stage with the words of the sample session, for pictures of every face."""

from __future__ import annotations

from dataclasses import replace

from workshop_studio.domain.live import (
    ClockStyle,
    LineMark,
    StageAgendaRow,
    StageBreakouts,
    StageChart,
    StageClock,
    StageFace,
    StageLine,
    StageScenario,
    StageSegment,
    StageSnapshot,
    StageTrack,
    StageWord,
)
from workshop_studio.domain.timer import TimerPhase

CLOCKS = {
    TimerPhase.NORMAL: ("17:42", "about 20 min", "left, until 14:59", 0.55),
    TimerPhase.WARNING: ("4:48", "about 5 min", "Nearly there, until 14:59", 0.15),
    TimerPhase.DANGER: ("0:41", "under 1 min", "Last minute, until 14:59", 0.02),
    TimerPhase.OVER: ("+0:24", "time is up", "Over", 0.0),
    TimerPhase.PAUSED: ("17:42", "about 20 min", "Paused", 0.55),
}
TEAMS = (
    ("A", "Basil", "Unseen?"),
    ("B", "Fennel", "Untrue?"),
    ("C", "Juniper", "Left out?"),
    ("D", "Saffron", "Unsafe?"),
    ("E", "Sorrel", "Hard to undo?"),
    ("F", "Thyme", "Treated differently?"),
    ("", "Mentors", "Listen, then ask one question"),
    ("", "Nora’s table", "What would Nora notice first?"),
)
TRACK_CLOCKS = (
    ("2:18", TimerPhase.NORMAL, "left", 0.58),
    ("1:42", TimerPhase.NORMAL, "left", 0.43),
    ("0:48", TimerPhase.WARNING, "Nearly there", 0.20),
    ("3:05", TimerPhase.PAUSED, "Paused", 0.77),
    ("0:12", TimerPhase.DANGER, "Last minute", 0.05),
    ("+0:24", TimerPhase.OVER, "Over: pass it on", 0.0),
    None,
    ("12:30", TimerPhase.NORMAL, "left", 0.9),
)
MESSAGE = "Keep the questions somebody can answer within a week."
CALL = "Two more minutes, then back together"
GERMAN = "Datenschutz-Folgenabschätzungsverantwortliche und Lieferantenbewertungsbögen"
LONG_TITLE = (
    "Debrief: which weakness of the lineage map would Nora feel first, and who would notice it?"
)
LONG_LINE = "Write down who would be hurt first, and what they would say."


def clock(phase: TimerPhase, style: ClockStyle) -> StageClock:
    """Return a clock of the sample session."""
    digits, about, caption, left = CLOCKS[phase]
    text = {ClockStyle.ABOUT: about, ClockStyle.NONE: ""}.get(style, digits)
    return StageClock(text, phase, caption, style, left)


def countdown(phase: TimerPhase, style: ClockStyle) -> StageSnapshot:
    """Return the running relay."""
    texts = (
        "Alone: write two", "Pass it on: last round", "Home: rewrite two", "Rank your top three",
        "Make one a request",
    )  # fmt: skip
    marks = (LineMark.DONE, LineMark.CURRENT, LineMark.AHEAD, LineMark.AHEAD, LineMark.AHEAD)
    return StageSnapshot(
        StageFace.COUNTDOWN,
        session_title="Ask early",
        title="Risk-question relay",
        clock=clock(phase, style),
        lines=tuple(StageLine(text, mark) for text, mark in zip(texts, marks, strict=True)),
        segments=tuple(
            StageSegment(minutes / 32, done)
            for minutes, done in ((4, 1), (12, 0.86), (6, 0), (5, 0), (5, 0))
        ),
        next_up="Break, 10 minutes",
        time_of_day="14:41",
    )


def wall(count: int) -> StageSnapshot:
    """Return the wall of clocks of so many groups."""
    tracks = []
    for (letter, name, text), shown in zip(TEAMS[:count], TRACK_CLOCKS, strict=False):
        tick = None
        if shown is not None:
            tick = StageClock(shown[0], shown[1], shown[2], ClockStyle.DIGITS, shown[3])
        tracks.append(StageTrack(letter, name, text, tick))
    return StageSnapshot(
        StageFace.BREAKOUTS,
        session_title="Ask early",
        title="Last pass: add two questions",
        breakouts=StageBreakouts(tuple(tracks), "Back together at 14:59"),
        time_of_day="14:41",
    )


def long_wall(count: int) -> StageSnapshot:
    """Return a wall whose names and texts are as long as they come."""
    name = "Kundenbeziehungsmanagement und Einkauf 3"
    tracks = tuple(
        StageTrack("ABCDEFGH"[place], name, LONG_LINE, track.clock)
        for place, track in enumerate(wall(count).breakouts.tracks)  # type: ignore[union-attr]
    )
    return replace(
        wall(count), title=LONG_TITLE, breakouts=StageBreakouts(tracks, "Back together at 14:59")
    )


def prompt() -> StageSnapshot:
    """Return the question of the journal."""
    return StageSnapshot(
        StageFace.PROMPT,
        session_title="Ask early",
        prompt="What question, asked a month earlier, would have changed the outcome?",
        time_of_day="14:41",
    )


def word() -> StageSnapshot:
    """Return a card of the glossary."""
    return StageSnapshot(
        StageFace.WORD,
        session_title="Ask early",
        word=StageWord(
            "Guardrail",
            "A rule the product keeps by itself: it blocks, limits, asks a person first, or "
            "explains.",
            "A swap never breaks a stated allergy, whatever the model would pick.",
            "Set at Frame, tested before Release, watched while it runs",
        ),
        time_of_day="14:41",
    )


def agenda() -> StageSnapshot:
    """Return now and next."""
    rows = (
        ("14:21", "Debrief: what did we pretend to do before?", "6 minutes", LineMark.DONE),
        ("14:27", "Risk-question relay", "32 minutes", LineMark.CURRENT),
        ("14:59", "Break", "10 minutes", LineMark.AHEAD),
        ("15:09", "Lineage walk", "35 minutes", LineMark.AHEAD),
        ("15:44", "Which would Nora feel first?", "8 minutes", LineMark.AHEAD),
    )
    return StageSnapshot(
        StageFace.AGENDA,
        session_title="Ask early",
        agenda=tuple(StageAgendaRow(*row) for row in rows),
        time_of_day="14:41",
    )


def holding() -> StageSnapshot:
    """Return the slide before the start."""
    return StageSnapshot(
        StageFace.HOLDING,
        session_title="Ask early",
        title="Ask early: governance you can do on Monday",
        lines=(StageLine("We start at 13:30."),),
        time_of_day="13:24",
    )


def scenario() -> StageSnapshot:
    """Return four charts of the quiet catalogue."""
    values = tuple(0.4 + 0.06 * day + (0.3 if day % 5 == 0 else 0.0) for day in range(32))
    facts = (
        ("Customers’ trust", "quiet", "Hardly anything has moved."),
        ("Changed catalogue", "alert", "Three times the alarm since day 20."),
        ("Refunds a day", "watch", "A little above the usual."),
        ("Orders", "quiet", "As many as ever."),
    )
    charts = tuple(
        StageChart(
            title, values, (), 32, 0, 1.8, 2.2, "act above 2.2", "2.3", state, sentence, 0.0, 3.0
        )
        for title, state, sentence in facts
    )
    return StageSnapshot(
        StageFace.SCENARIO,
        session_title="Ask early",
        scenario=StageScenario(
            "SwapSense, day 32 of 90", "The catalogue changed, and nobody was told.", charts
        ),
        time_of_day="15:46",
    )


def all_faces() -> dict[str, StageSnapshot]:
    """Return every picture by its name."""
    normal = countdown(TimerPhase.NORMAL, ClockStyle.DIGITS)
    told = "Keep the questions somebody can answer within a week, and put the others on the wall. "
    found = {
        f"countdown-{style.value}-{phase.value}": countdown(phase, style)
        for style in ClockStyle
        for phase in TimerPhase
    }
    found |= {f"breakouts-{count}": wall(count) for count in range(2, 9)}
    small = {"clock": clock(TimerPhase.WARNING, ClockStyle.DIGITS)}
    ring = {"clock": clock(TimerPhase.NORMAL, ClockStyle.RING)}
    found |= {
        "holding": holding(),
        "prompt": prompt(),
        "prompt-clock": replace(prompt(), **small),
        "word": word(),
        "word-ring": replace(word(), **ring),
        "agenda": agenda(),
        "agenda-clock": replace(agenda(), **small),
        "scenario": scenario(),
    }
    faces = {
        "countdown": normal, "breakouts": wall(6), "breakouts-8": wall(8), "prompt": prompt(),
        "prompt-clock": found["prompt-clock"], "word": word(), "agenda": agenda(),
        "holding": holding(), "scenario": scenario(),
    }  # fmt: skip
    for name, slide in faces.items():
        found[f"{name}-message"] = replace(slide, message=MESSAGE)
        found[f"{name}-rehearsal"] = replace(slide, is_rehearsal=True, message=MESSAGE)
    found |= {
        "countdown-call": replace(normal, callout=CALL),
        "countdown-call-message": replace(normal, callout=CALL, message=MESSAGE),
        "countdown-ring-call": replace(
            countdown(TimerPhase.WARNING, ClockStyle.RING), callout="Come back now"
        ),
        "breakouts-call": replace(wall(6), callout=CALL),
        "breakouts-call-message": replace(wall(6), callout="Come back now", message=MESSAGE),
        "long-message": replace(normal, message=told * 4),
        "long-message-call": replace(wall(6), message=told * 4, callout=CALL),
        "countdown-rehearsal-plain": replace(normal, is_rehearsal=True),
    }
    return found | long_faces()


def long_faces() -> dict[str, StageSnapshot]:
    """Return slides with the longest words that come."""
    lines = tuple(StageLine(LONG_LINE, LineMark.AHEAD) for _ in range(5))
    normal = replace(
        countdown(TimerPhase.NORMAL, ClockStyle.DIGITS), title=LONG_TITLE, lines=lines,
        next_up=f"{LONG_TITLE}, 10 minutes",
    )  # fmt: skip
    rows = tuple(replace(row, title=LONG_TITLE) for row in agenda().agenda)
    words = StageWord(GERMAN, f"{LONG_LINE} " * 4, f"{LONG_LINE} " * 3, LONG_TITLE)
    return {
        "long-countdown": normal,
        "long-countdown-ring": replace(normal, clock=clock(TimerPhase.NORMAL, ClockStyle.RING)),
        "long-countdown-about": replace(normal, clock=clock(TimerPhase.OVER, ClockStyle.ABOUT)),
        "long-countdown-none": replace(normal, clock=clock(TimerPhase.WARNING, ClockStyle.NONE)),
        "long-countdown-german": replace(
            normal, title=GERMAN, lines=tuple(StageLine(GERMAN, LineMark.DONE) for _ in range(5))
        ),
        "long-countdown-bands": replace(normal, callout=CALL, message=MESSAGE),
        "long-breakouts-4": long_wall(4),
        "long-breakouts-6": long_wall(6),
        "long-breakouts-8": long_wall(8),
        "long-breakouts-8-call": replace(long_wall(8), callout=CALL, message=MESSAGE),
        "long-agenda": replace(agenda(), agenda=rows, title=LONG_TITLE),
        "long-word": replace(word(), word=words),
        "long-prompt": replace(prompt(), prompt=f"{LONG_LINE} " * 6),
        "long-holding": replace(holding(), title=GERMAN, lines=lines),
    }
