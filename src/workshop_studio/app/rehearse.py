"""`workshop-studio rehearse`: reads plan and events, plays them, and says what was seen."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from workshop_studio.app import paths
from workshop_studio.domain.errors import PackRejected, Problem
from workshop_studio.domain.projection import lateness_words, planned_spans
from workshop_studio.domain.rehearsal import at_words, straight_through
from workshop_studio.domain.session import PlannedSession
from workshop_studio.domain.staging import clock_time
from workshop_studio.domain.timer import clock_text
from workshop_studio.packs.library import read_shelf
from workshop_studio.packs.pack_folder import SESSION
from workshop_studio.packs.reader import read_pack
from workshop_studio.services.rehearsal import Rehearsal
from workshop_studio.ui.wording import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workshop_studio.domain.pack import SessionPack
    from workshop_studio.domain.rehearsal import BlockSeen, RehearsalEvent, Rehearsed, TrackSeen


class WrongOption(Exception):
    """An option of the command cannot be meant so; the text says why."""


@dataclass(frozen=True, slots=True)
class Script:
    """What is rehearsed."""

    session: PlannedSession
    events: tuple[RehearsalEvent, ...]


def start_in(text: str, zone: str) -> datetime:
    """Return a start in UTC; without an offset it is meant in the zone. Raises WrongOption."""
    try:
        start = datetime.fromisoformat(text)
    except ValueError as error:
        raise WrongOption(f"“{text}” is no date and time such as 2026-10-06T13:30") from error
    if start.tzinfo is None:
        there = start.replace(tzinfo=ZoneInfo(zone))
        if there.astimezone(UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None) != start:
            raise WrongOption(f"{text} does not exist in {zone}: the clocks go forward then")
        start = there
    try:
        return start.astimezone(UTC)
    except OverflowError as error:
        raise WrongOption(f"“{text}” is too far away") from error


def read_script(
    plan: str,
    events: Path | None,
    start_utc: datetime,
    zone: str,
    folders: Sequence[Path] = (),
) -> tuple[Script | None, tuple[Problem, ...]]:
    """Return what is to be rehearsed, or None and everything that is wrong with it.

    folders: of packs, beside the built-in and the person's own.
    """
    from workshop_studio.exchange.rehearsal_file import read_events  # noqa: PLC0415 - only here

    problems: list[Problem] = []
    pack: SessionPack | None = None
    try:
        pack = find_pack(plan, folders)
    except PackRejected as rejected:
        problems += rejected.problems
    found: tuple[RehearsalEvent, ...] = ()
    if events is not None:
        found, wrong = read_events(events)
        problems += wrong
    if pack is None or problems:
        return None, tuple(problems)
    session = PlannedSession(
        "rehearsal", "rehearsal", pack.id, pack.title, start_utc, zone, pack.agenda
    )
    return Script(session, found if events is not None else _as_planned(session)), ()


def find_pack(plan: str, folders: Sequence[Path] = ()) -> SessionPack:
    """Return the pack in a folder, of a session.yaml, or with an id; raises PackRejected."""
    path = Path(plan)
    if path.is_dir():
        return _read(path)
    if path.is_file():
        if path.name != SESSION:
            text = f"is not a plan; name a pack’s folder or its {SESSION}"
            raise PackRejected([Problem(plan, 0, text)])
        return _read(path.parent)
    shelf = read_shelf((paths.built_in_packs(), paths.own_packs(), *folders))
    pack = shelf.pack(plan)
    if pack is not None:
        return pack
    for folder, problems in shelf.broken:
        if Path(folder).name == plan:
            raise PackRejected([Problem(f"{folder}/{p.place}", p.line, p.text) for p in problems])
    known = ", ".join(sorted(one.id for one in shelf.packs))
    text = f"is neither a folder, nor a {SESSION}, nor a pack on this computer; there are: {known}"
    raise PackRejected([Problem(plan, 0, text)])


def _read(folder: Path) -> SessionPack:
    try:
        return read_pack(folder)
    except PackRejected as rejected:
        found = [Problem(f"{folder}/{p.place}", p.line, p.text) for p in rejected.problems]
        raise PackRejected(found) from rejected


def _as_planned(session: PlannedSession) -> tuple[RehearsalEvent, ...]:
    spans = planned_spans(session.agenda)
    return straight_through(
        tuple(begin for begin, _ in spans), max((end for _, end in spans), default=0.0)
    )


# --- for programs --------------------------------------------------------------------------------


def json_lines(script: Script) -> Iterator[str]:
    """Yield one JSON object a line, one for each event."""
    zone = ZoneInfo(script.session.zone)
    for seen in Rehearsal(script.session).play(script.events):
        yield json.dumps(_object(seen, zone), ensure_ascii=False)


def _object(seen: Rehearsed, zone: ZoneInfo) -> dict[str, object]:
    found: dict[str, object] = {
        "at": at_words(seen.event.at_s),
        "do": seen.event.do.value,
        "block": seen.block,
        "phase": seen.phase.value,
        "timer": seen.timer.value,
        "elapsed_s": _number(seen.elapsed_s),
        "remaining_s": _number(seen.remaining_s),
        "over_s": _number(seen.over_s),
        "behind_s": _number(seen.behind_s),
        "ends_at": _iso(seen.ends_at, zone),
        "planned_end": _iso(seen.planned_end, zone),
    }
    if seen.notices:
        found["notice"] = ". ".join(seen.notices)
    if seen.question is not None:
        found["question"] = {
            "text": seen.question.text,
            "options": [
                {"option": one.answer.value, "text": one.text} for one in seen.question.options
            ],
            "suggested": seen.question.suggested.value,
        }
    if seen.refused is not None:
        found["refused"] = words(seen.refused)
    found["blocks"] = [_block(one, zone) for one in seen.blocks]
    if seen.tracks:
        found["tracks"] = [_track(one) for one in seen.tracks]
    return found


def _block(one: BlockSeen, zone: ZoneInfo) -> dict[str, str]:
    return {
        "id": one.id,
        "planned_start": _iso(one.planned_start, zone),
        "planned_end": _iso(one.planned_end, zone),
        "projected_start": _iso(one.projected_start, zone),
        "projected_end": _iso(one.projected_end, zone),
        "state": one.state.value,
    }


def _track(one: TrackSeen) -> dict[str, object]:
    return {
        "id": one.id,
        "name": one.name,
        "elapsed_s": _number(one.elapsed_s),
        "remaining_s": _number(one.remaining_s),
        "over_s": _number(one.over_s),
        "state": one.state,
    }


def _number(seconds: float) -> int | float:
    """Return seconds to the millisecond, whole ones without a fraction."""
    rounded = round(seconds, 3)
    return int(rounded) if rounded == int(rounded) else rounded


def _iso(utc: datetime, zone: ZoneInfo) -> str:
    local = (utc + timedelta(microseconds=500)).astimezone(zone)
    return local.isoformat(timespec="milliseconds" if local.microsecond >= 1000 else "seconds")


# --- for people ----------------------------------------------------------------------------------


def table_lines(script: Script) -> Iterator[str]:
    """Yield the lines of a table, one row an event, and the plan as it ran below."""
    session = script.session
    zone, utc = session.zone, session.start_utc
    local = utc.astimezone(ZoneInfo(zone))
    day = f"{local.day} {local:%B %Y}"
    width = max([5, *(len(one.id) for one in session.agenda.blocks)])
    yield session.agenda.title
    yield f"Rehearsal, planned start {clock_time(utc, zone)} on {day}, times in {zone}"
    yield ""
    yield _row(width, ("at", "did", "block", "phase", "used", "left", "ends", "lateness"))
    last: Rehearsed | None = None
    for seen in Rehearsal(session).play(script.events):
        yield from _rows(seen, zone, width)
        last = seen
    if last is not None:
        yield ""
        yield from _agenda(last.blocks, zone)


def _rows(seen: Rehearsed, zone: str, width: int) -> Iterator[str]:
    left = seen.remaining_s if not seen.over_s else -seen.over_s
    yield _row(
        width,
        (
            at_words(seen.event.at_s),
            seen.event.do.value,
            seen.block,
            seen.phase.value,
            clock_text(-seen.elapsed_s).lstrip("+"),
            clock_text(left),
            clock_time(seen.ends_at, zone),
            lateness_words(seen.behind_s),
        ),
    )
    for notice in seen.notices:
        yield f"          {notice}."
    if seen.refused is not None:
        yield f"          Refused: {words(seen.refused)}"
    if seen.question is not None:
        yield f"          {seen.question.text}"
        for number, one in enumerate(seen.question.options, start=1):
            is_suggested = one.answer is seen.question.suggested
            mark = " (suggested)" if is_suggested else ""
            yield f"            {number} {one.answer.value}: {one.text}{mark}"
    for track in seen.tracks:
        left = track.remaining_s if not track.over_s else -track.over_s
        yield f"            {track.name or track.id}: {clock_text(left)}, {track.state}"


def _row(width: int, cells: Sequence[str]) -> str:
    at, did, block, phase, used, left, ends, lateness = cells
    return (
        f"{at:<9} {did:<11} {block:<{width}} {phase:<8} {used:>8} {left:>8} {ends:>6}  {lateness}"
    )


def _agenda(blocks: Iterable[BlockSeen], zone: str) -> Iterator[str]:
    yield "planned        as it ran      block"
    for one in blocks:
        planned = f"{clock_time(one.planned_start, zone)} to {clock_time(one.planned_end, zone)}"
        begin, end = (clock_time(t, zone) for t in (one.projected_start, one.projected_end))
        ran = one.state.value if one.state.value == "skipped" else f"{begin} to {end}"
        yield f"{planned:<14} {ran:<14} {one.title}, {one.state.value}"
