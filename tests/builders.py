"""Small valid values for tests; name only what the test is about."""

from __future__ import annotations

from datetime import UTC, datetime

from workshop_studio.domain.agenda import Agenda, Block, BlockKind, Step, WhenLate
from workshop_studio.domain.session import PlannedSession

HALF_PAST_ONE = datetime(2026, 10, 6, 11, 30, tzinfo=UTC)  # 13:30 in Berlin


def make_step(stage="Alone: write two", minutes=4):
    return Step(title=stage.lower(), stage=stage, planned_s=minutes * 60, grouping="solo")


def make_block(block_id="b1", minutes=10.0, **changes):
    planned_s = round(minutes * 60)
    facts = {
        "id": block_id,
        "kind": BlockKind.ACTIVITY,
        "title": f"Block {block_id}",
        "planned_s": planned_s,
        "minimum_s": min(planned_s, 120),
        "when_late": WhenLate.SHRINK,
        "cut_first": "",
        "is_protected": False,
        "fixed_start_s": None,
        "grouping": "tables",
        "exercise": "",
        "stage_title": f"Stage {block_id}",
        "stage_lines": ("Write two questions",),
        "facilitator_note": "A note that stays on the console.",
        "answer_key": "The key stays in its envelope.",
        "materials": (),
        "capture": "",
        "journal_prompt": "",
        "scenario": "",
        "steps": (),
    }
    return Block(**{**facts, **changes})


def make_agenda(*minutes, **changes):
    blocks = tuple(make_block(f"b{n}", m) for n, m in enumerate(minutes or (10, 20, 30), start=1))
    return Agenda(title="Ask early: governance", short_title="Ask early", blocks=blocks)


def make_session(agenda=None, start_utc=HALF_PAST_ONE, zone="Europe/Berlin"):
    return PlannedSession(
        id="session-1",
        cohort_id="cohort-1",
        pack_id="ask-early",
        title="Ask early",
        start_utc=start_utc,
        zone=zone,
        agenda=agenda or make_agenda(),
    )
