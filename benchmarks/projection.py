"""What one projection of a long agenda with breakouts costs, beside one bare pass of additions.

200 blocks of six groups each are a week of workshops in one plan. Also what a console reading and a
stage snapshot of it cost, which are made ten times a second, and what replaying its log costs,
which is done when a run is opened and when an act is taken back. --out FOLDER writes
projection.json.
"""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "src"), str(HERE), str(HERE.parent / "tests")]

from windows import figure, report  # noqa: E402

from builders import make_agenda, make_session  # noqa: E402
from workshop_studio.domain.agenda import Track  # noqa: E402
from workshop_studio.domain.console import console_reading  # noqa: E402
from workshop_studio.domain.moment import Moment  # noqa: E402
from workshop_studio.domain.projection import project  # noqa: E402
from workshop_studio.domain.replay import state  # noqa: E402
from workshop_studio.domain.run import room_now  # noqa: E402
from workshop_studio.domain.run_log import Act, LogEntry  # noqa: E402
from workshop_studio.domain.staging import RunNow, stage_snapshot  # noqa: E402

BEGUN = datetime(2026, 10, 6, 7, 0, tzinfo=UTC)


def moment(seconds):
    """Return the moment so many seconds after the start."""
    return Moment(BEGUN + timedelta(seconds=seconds), 1000.0 + seconds, "start")


def a_log(blocks, acts):
    """Return a log that has come half way through the agenda, with so many acts on the way."""
    kinds = [Act.START, *[Act.NEXT] * (blocks // 2)]
    while len(kinds) < acts:
        kinds += [Act.PAUSE, Act.RESUME, Act.EXTEND]
    return tuple(
        LogEntry(seq, act, moment(seq * 20.0), seconds=60.0 if act is Act.EXTEND else 0.0)
        for seq, act in enumerate(kinds, start=1)
    )


def timed(work, rounds):
    """Return what each of so many calls took, ms."""
    took = []
    for _ in range(rounds):
        begun = time.perf_counter()
        work()
        took.append((time.perf_counter() - begun) * 1000)
    return took


def one_pass(lengths):
    """Add up where each block and each of its groups ends: what any projection has to do."""
    at, times = 0.0, []
    for own, groups in lengths:
        end = at + own
        for group in groups:
            end = max(end, at + group)
        times.append((at, end))
        at = end
    return times


def an_agenda(blocks, tracks):
    """Return an agenda with so many blocks of ten minutes, each with so many groups."""
    groups = tuple(Track(f"t{n}", f"Group {n}", 480 + n * 10, "Write two") for n in range(tracks))
    plain = make_agenda(*[10.0] * blocks)
    return replace(plain, blocks=tuple(replace(one, tracks=groups) for one in plain.blocks))


def measure(blocks, tracks, acts, rounds):
    """Return the figures; floor and projection take turns."""
    agenda = an_agenda(blocks, tracks)
    session = make_session(agenda, start_utc=BEGUN)
    log = a_log(blocks, acts)
    now = moment(log[-1].seq * 20.0 + 7.3)
    run = state(agenda, log)
    room_s = room_now(log, now)
    at_once = RunNow(session, run, room_s, now.utc)
    lengths = [
        (float(block.planned_s), [float(track.planned_s) for track in block.tracks])
        for block in agenda.blocks
    ]
    works = {
        "floor_one_pass": lambda: one_pass(lengths),
        "project": lambda: project(agenda, BEGUN, run, room_s, now.utc),
        "state": lambda: state(agenda, log),
        "console_reading": lambda: console_reading(at_once, log),
        "stage_snapshot": lambda: stage_snapshot(at_once, None),
    }
    took = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            took[name] += timed(work, 3)
    found = {"blocks": blocks, "tracks": tracks, "acts": len(log)}
    found |= {f"{name}_ms": figure(values) for name, values in took.items()}
    floor = found["floor_one_pass_ms"]["median"]
    found["project_times_floor"] = round(found["project_ms"]["median"] / floor, 1)
    return found


def main():
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--blocks", type=int, default=200)
    parser.add_argument("--tracks", type=int, default=6)
    parser.add_argument("--acts", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    report(measure(asked.blocks, asked.tracks, asked.acts, asked.rounds), asked.out, "projection")


if __name__ == "__main__":
    main()
