"""What advice on a long plan costs, beside one bare pass of additions over the same blocks.

200 blocks half way through, twelve minutes late, so that every way has to be tried out. Also what
a look costs while the minutes stay the same, which is what the console does with each reading.
--out FOLDER writes advice.json.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "src"), str(HERE), str(HERE.parent / "tests")]

from projection import BEGUN, one_pass, timed  # noqa: E402
from windows import figure, report  # noqa: E402

from builders import make_agenda, make_session  # noqa: E402
from fakes import ManualClock  # noqa: E402
from workshop_studio.domain.adviser import advise  # noqa: E402
from workshop_studio.domain.adviser_words import advice_reading  # noqa: E402
from workshop_studio.domain.agenda import BlockKind, WhenLate  # noqa: E402
from workshop_studio.domain.moment import Moment  # noqa: E402
from workshop_studio.domain.replay import state  # noqa: E402
from workshop_studio.domain.run import room_now  # noqa: E402
from workshop_studio.domain.run_log import Act, LogEntry  # noqa: E402
from workshop_studio.domain.staging import RunNow  # noqa: E402
from workshop_studio.services.live_advice import AdviceActs  # noqa: E402
from workshop_studio.services.run_holder import HeldRun, RunHolder  # noqa: E402

LATE_S = 720.0


def an_agenda(blocks):
    """Return ten-minute blocks: talks that may be left out, activities that may shrink."""
    plain = make_agenda(*[10.0] * blocks)
    talk = {"kind": BlockKind.TALK, "when_late": WhenLate.CUT, "minimum_s": 480}
    doing = {"kind": BlockKind.ACTIVITY, "when_late": WhenLate.SHRINK, "minimum_s": 480}
    mixed = tuple(
        replace(one, **(doing if place % 3 else talk)) for place, one in enumerate(plain.blocks)
    )
    return replace(plain, blocks=mixed)


def a_late_run(blocks):
    """Return the run half way through, and its log."""
    agenda = an_agenda(blocks)

    def moment(seconds):
        return Moment(BEGUN + timedelta(seconds=seconds), 1000.0 + seconds, "start-1")

    acts = [Act.START, *[Act.NEXT] * (blocks // 2)]
    log = tuple(
        LogEntry(seq, act, moment(LATE_S + (seq - 1) * 600.0)) for seq, act in enumerate(acts, 1)
    )
    now = moment(LATE_S + blocks // 2 * 600.0 + 1)
    session = make_session(agenda, BEGUN)
    run = state(agenda, log)
    return RunNow(session, run, room_now(log, now), now.utc), log


def measure(blocks, rounds):
    """Return the figures."""
    now, log = a_late_run(blocks)
    advice = advise(now)
    clock = ManualClock(BEGUN)
    holder = RunHolder(None, clock, None)
    holder.held = HeldRun(now.session, "run", log, now.run, now.room_s)
    acts = AdviceActs(holder)
    acts.reading()
    lengths = [(float(one.planned_s), ()) for one in now.session.agenda.blocks]
    return {
        "blocks": blocks,
        "late_min": advice.late_min,
        "ways": len(advice.proposals),
        "bare_pass_ms": figure(timed(lambda: one_pass(lengths), rounds)),
        "projection_ms": figure(timed(now.projection, rounds)),
        "advice_ms": figure(timed(lambda: advise(now), rounds)),
        "words_ms": figure(timed(lambda: advice_reading(now, advice), rounds)),
        "same_minute_ms": figure(timed(acts.reading, rounds)),
    }


def main():
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--blocks", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    report(measure(asked.blocks, asked.rounds), asked.out, "advice")


if __name__ == "__main__":
    main()
