"""Processes that are killed while the clock runs and while somebody types, in the real windows."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event, Thread

import pytest

from fakes import ManualClock
from studio_fixture import a_studio
from workshop_studio.domain.run_log import Act
from workshop_studio.services.live_session import Recovery

HERE = Path(__file__).parent
ROUNDS = 25
# In these rounds the next start is one of the real windows too; it costs a second each.
IN_THE_WINDOW = (3, 11, 19)
# These rounds are killed only after the child has come some way; the others right after its start.
LATE = range(1, ROUNDS, 2)
AT_ONCE = 3
BOOT_S = 30
PASSPHRASE = "four plain words here"
# Everything typed is on disk within two seconds, in which the process has its turn: time that a
# busy machine gave to others does not count.
SAVED_WITHIN_S = 2.0
SAID = {
    "Session started": {"start"},
    "Paused": {"pause"},
    "Going on": {"resume"},
    "Next block started": {"next"},
    "Minutes changed": {"extend"},
    "Taken back": {"undo"},
    "Message sent": {"message"},
}

pytestmark = [
    pytest.mark.crash,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="kills by SIGKILL"),
]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """Return a workspace with a cohort, a planned session and a passphrase, as a person left it."""
    folder = tmp_path_factory.mktemp("prepared")
    studio = a_studio(folder, ManualClock(datetime.now(UTC)))
    studio.station.choose(PASSPHRASE)
    studio.close()
    return folder / "w.sqlite"


def killed(script, workspace, seed, longest_s, *arguments, after=bool):
    """Run a child, kill it at a random moment; return its lines and that moment.

    The moment is counted from the first time that the lines so far satisfy ``after``, so that a
    slow machine is killed as late in the story as a quick one. The lines that it had said and
    nobody had read yet count: they were said.
    """
    moment_s = random.Random(seed).uniform(0.0, longest_s)
    command = [sys.executable, str(HERE / script), str(workspace), str(seed), *arguments]
    said, has_begun = [], Event()

    def listen():
        for line in child.stdout:
            said.append(line)
            if after(said):
                has_begun.set()
        has_begun.set()

    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        listener = Thread(target=listen)
        listener.start()
        try:
            assert has_begun.wait(BOOT_S)
            assert child.poll() is None, "it ended by itself"
            with pytest.raises(subprocess.TimeoutExpired):
                child.wait(moment_s)
        finally:
            child.kill()
            killed_s = time.monotonic()
            listener.join()
    assert said[-1].endswith("\n"), "the last line was cut in two"
    return [json.loads(line) for line in said], killed_s


def in_rounds(play, prepared, folder):
    """Play all rounds, a few at a time; return what was wrong in each by its seed."""

    def one(seed):
        mine = folder / f"round-{seed}"
        mine.mkdir()
        shutil.copy(prepared, mine / "w.sqlite")
        return play(mine, seed)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(one, range(ROUNDS)))


# --- while the clock runs ------------------------------------------------------------------------


def stored_log(path):
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        return connection.execute(
            "SELECT seq, act, utc, seconds, target_seq FROM run_log ORDER BY seq"
        ).fetchall()


def left_by_hand(rows, planned_s, now):
    """Return the seconds left of the running block, counted with nothing but the log's UTC."""
    undone = {target for _, act, _, _, target in rows if act == "undo"}
    used, more = [0.0] * len(planned_s), [0.0] * len(planned_s)
    block, since = 0, None
    for seq, act, utc, seconds, _ in rows:
        at = datetime.fromisoformat(utc)
        if seq in undone:
            continue
        if act in {"pause", "next"} and since is not None:
            used[block] += (at - since).total_seconds()
            since = None
        if act == "next":
            block += 1
        if act in {"start", "resume", "next"}:
            since = at
        if act == "extend":
            more[block] += seconds
    running = 0.0 if since is None else (now - since).total_seconds()
    return planned_s[block] + more[block] - used[block] - running


def seconds_of(clock_text):
    """Return the seconds of "4:59" or "1:04:59"; overtime ("+0:24") is below zero."""
    total = 0
    for part in clock_text.lstrip("+").split(":"):
        total = total * 60 + int(part)
    return -total if clock_text.startswith("+") else total


def back_in_the_window(path, rows, planned_s):
    """Start the app again in a process of its own, and answer its question."""
    child = subprocess.run(
        [sys.executable, str(HERE / "answer_after_a_kill.py"), str(path)],
        stdout=subprocess.PIPE,
        text=True,
        timeout=BOOT_S,
        check=True,
    )
    seen = json.loads(child.stdout)
    assert seen["room"] == "run"
    assert seen["asked"].startswith("It kept going: ")
    assert seen["is_stage_private"]
    by_hand = left_by_hand(rows, planned_s, datetime.fromisoformat(seen["utc"]))
    assert abs(seconds_of(seen["clock"]) - by_hand) <= 1.0


def had_four_acts(said):
    return len(said) >= 4


def run_and_be_killed(folder, seed):
    path = folder / "w.sqlite"
    after = had_four_acts if seed in LATE else bool
    lines, _ = killed("run_until_killed.py", path, seed, 1.2, after=after)
    if seed in IN_THE_WINDOW:
        # A copy with its side files, as the kill left them.
        shutil.copytree(folder, folder / "copy")
    rows = stored_log(path)
    acts = [row[1] for row in rows]
    assert acts[0] == "start"
    # The last act may have been committed without a chance to say so.
    assert len(acts) - len(lines) in {0, 1}
    clock = ManualClock(datetime.fromisoformat(rows[-1][2]))
    clock.restart(after_s=random.Random(seed).uniform(0.0, 900.0))
    studio = a_studio(folder, clock, with_session=False)
    assert studio.live.open_unfinished()
    planned_s = [block.planned_s for block in studio.live.session.agenda.blocks]
    for place, line in enumerate(lines):
        assert acts[place] in SAID[line["said"]]
        # The look began and ended; a busy machine may take its time between the two.
        most, least = (
            left_by_hand(rows[: place + 1], planned_s, datetime.fromisoformat(at))
            for at in line["looked"]
        )
        assert least - 0.05 <= seconds_of(line["clock"]) <= most + 1.05
    question = studio.live.question()
    by_hand = left_by_hand(rows, planned_s, clock.now().utc)
    assert abs(seconds_of(question.left_if_kept_going) - by_hand) <= 1.0
    studio.live.recover(Recovery.KEPT_GOING)
    clock.advance(1.0)
    later = left_by_hand(rows, planned_s, clock.now().utc)
    assert abs(seconds_of(studio.live.console().clock) - later) <= 1.0
    assert [entry.act.value for entry in studio.live.log] == [*acts, Act.RECOVER.value]
    studio.close()
    if seed in IN_THE_WINDOW:
        back_in_the_window(folder / "copy" / "w.sqlite", rows, planned_s)
    return len(lines)


def test_a_session_killed_while_its_clock_runs_goes_on_with_the_right_time_left(prepared, tmp_path):
    done = in_rounds(run_and_be_killed, prepared, tmp_path)
    assert len(done) == ROUNDS
    # Short lives and long ones.
    assert min(done) <= 3
    assert max(done) >= 4


# --- while somebody types ------------------------------------------------------------------------


def had_something_saved(said):
    return json.loads(said[-1])["kind"] == "saved"


def write_and_be_killed(folder, seed):
    path = folder / "w.sqlite"
    clock = ManualClock(datetime.now(UTC) + timedelta(hours=1))
    studio = a_studio(folder, clock, with_session=False)
    code = studio.cohorts.cohorts()[0].teams[0].code
    studio.close()
    after = had_something_saved if seed in LATE else bool
    lines, killed_s = killed("write_until_killed.py", path, seed, 2.9, code, after=after)
    again = a_studio(folder, clock, with_session=False)
    capstone = again.capstones.open(code).capstone
    again.close()
    promised = {}
    for line in lines:
        if line["kind"] == "saved":
            promised |= line["texts"]
        elif line["at_s"] <= killed_s - SAVED_WITHIN_S - (lines[-1]["lost_s"] - line["lost_s"]):
            promised[line["field"]] = line["text"]
    for key, text in promised.items():
        # Whatever was typed is only ever added to, so what came later may be there too.
        kept = capstone.answer(key.removeprefix("field-")).text
        assert kept.startswith(text), (key, text, kept)
    return promised


def test_what_was_typed_at_the_station_before_a_kill_is_there_on_the_next_start(prepared, tmp_path):
    promised = in_rounds(write_and_be_killed, prepared, tmp_path)
    assert len(promised) == ROUNDS
    assert sum(1 for one in promised if one) >= len(LATE)
