"""What the adviser says, in words ready to draw: each way with its consequence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from workshop_studio.domain.agenda import BlockKind
from workshop_studio.domain.bearing import USUAL_SHARE, whole_minutes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workshop_studio.domain.adviser import Advice, Cut, Proposal
    from workshop_studio.domain.agenda import Block
    from workshop_studio.domain.plan_change import PlanChange
    from workshop_studio.domain.projection import Projection
    from workshop_studio.domain.staging import RunNow

# More names than this in a row are no sentence any more.
MOST_NAMED = 3
_COUNTS = {1: "One", 2: "Two", 3: "Three"}


@dataclass(frozen=True, slots=True)
class WayReading:
    """One way: where it ends, what it does and leaves alone, what to leave out, its changes.

    is_on_time: it ends as planned, neither late nor early. done: what is said once it was done.
    """

    headline: str
    sentence: str
    hint: str
    is_on_time: bool
    done: str
    changes: tuple[PlanChange, ...]


@dataclass(frozen=True, slots=True)
class AdviceReading:
    """The card: how late it gets and how many ways there are, then the ways.

    Without ways the headline says that nothing can be won.
    """

    headline: str
    ways: tuple[WayReading, ...]


def advice_reading(now: RunNow, advice: Advice) -> AdviceReading:
    """Return an advice in words."""
    late = f"You will end {now.clock(advice.ends)}, {advice.late_min} min late."
    if not advice.proposals:
        return AdviceReading(f"Everything left is at its shortest. {late}", ())
    count = len(advice.proposals)
    ways = f"{_COUNTS[count]} way" + ("s" if count > 1 else "")
    goal = "back" if advice.proposals[0].is_full else "to win some of it back"
    seen = now.projection()
    return AdviceReading(
        f"{late} {ways} {goal}",
        tuple(_way(now, seen, advice, one) for one in advice.proposals),
    )


def _way(now: RunNow, seen: Projection, advice: Advice, way: Proposal) -> WayReading:
    parts = [_sooner(now, seen, way.cuts), _gone(way.cuts), _shorter(way.cuts), _kept(now, way)]
    return WayReading(
        headline=_headline(now, advice, way),
        sentence=" ".join(part for part in parts if part),
        hint=_hint(way.cuts),
        is_on_time=way.is_full and not whole_minutes(-way.behind_s),
        done=f"Agenda changed, ends {now.clock(way.ends)}",
        changes=way.changes,
    )


def _headline(now: RunNow, advice: Advice, way: Proposal) -> str:
    end = now.clock(way.ends)
    early = whole_minutes(-way.behind_s)
    if early:
        return f"End at {end}, {early} min early"
    if way.is_full:
        return f"End at {end} after all"
    return f"Win {way.won_min} of {advice.late_min} minutes, end at {end}"


def _gone(cuts: Sequence[Cut]) -> str:
    gone = [cut for cut in cuts if cut.is_gone]
    if len(gone) > MOST_NAMED:
        total = round(sum(cut.minutes for cut in gone))
        return f"Leave out {len(gone)} blocks, {total} minutes in all."
    names = [f"{_name(cut.bearing.block)} ({_minutes(cut.minutes)} min)" for cut in gone]
    return f"Leave out {_listed(names)}." if names else ""


def _shorter(cuts: Sequence[Cut]) -> str:
    ones = [cut for cut in cuts if not (cut.is_gone or cut.bearing.is_running)]
    if len(ones) > MOST_NAMED:
        least, most = (round(pick(cut.minutes for cut in ones)) for pick in (min, max))
        span = f"{least}" if least == most else f"{least} to {most}"
        unit = "minute" if most == 1 else "minutes"
        return f"Make {len(ones)} blocks {span} {unit} shorter each."
    parts: list[str] = []
    for cut in ones:
        before = cut.bearing.length_s / 60
        unit = "" if parts else (" minute" if before - cut.minutes == 1 else " minutes")
        after = f"{_minutes(before - cut.minutes)}{unit}"
        parts.append(f"{_name(cut.bearing.block)} {after} instead of {_minutes(before)}")
    return f"Make {_listed(parts)}." if parts else ""


def _sooner(now: RunNow, seen: Projection, cuts: Sequence[Cut]) -> str:
    for cut in cuts:
        if cut.bearing.is_running:
            end = seen.blocks[cut.bearing.place].projected_end
            sooner = now.clock(end - timedelta(minutes=cut.minutes))
            return f"End {_name(cut.bearing.block)} at {sooner} instead of {now.clock(end)}."
    return ""


def _kept(now: RunNow, way: Proposal) -> str:
    """Say which debriefs stay as long as they are, as that is what a room takes home."""
    touched = {cut.bearing.block.id for cut in way.cuts}
    coming = [
        one.block
        for one in now.run.blocks[now.run.current + 1 :]
        if one.block.kind is BlockKind.DEBRIEF and not one.is_skipped
    ]
    if not coming or any(block.id in touched for block in coming):
        return ""
    if len(coming) == 1:
        return "The debrief stays whole."
    return f"{'Both' if len(coming) == 2 else f'All {len(coming)}'} debriefs stay whole."


def _hint(cuts: Sequence[Cut]) -> str:
    """Return what to leave out inside the blocks that get shorter."""
    shorter = [
        cut for cut in cuts if not cut.is_gone and cut.bearing.block.kind is not BlockKind.BUFFER
    ]
    if len(shorter) > MOST_NAMED:
        return ""
    hints = []
    for cut in shorter:
        block = cut.bearing.block
        if block.cut_first:
            name = "" if len(shorter) == 1 else f"{_name(block)}: "
            hints.append(f"{name}{block.cut_first}")
        elif cut.bearing.is_usual:
            hints.append(f"{_name(block)} usually bears {USUAL_SHARE * 100:.0f} % less.")
    return " ".join(hints)


def _name(block: Block) -> str:
    """Return the title without its question mark, as it stands inside a sentence."""
    return block.title.rstrip("?.")


def _minutes(minutes: float) -> str:
    return f"{round(minutes, 1):g}"


def _listed(parts: Sequence[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
