"""How long after `kill -9` in the middle of a session the console is usable again.

A first process runs a session in the real windows and is killed between two acts. A second one is
started the way the command starts it; times count from the moment it is asked for. *Asked*: the
question whether the room kept going is painted and its buttons can be pressed. *Running*: the
answer was pressed, and console and stage have painted the running clock. The floor, in turns: a
bare window of the same toolkit. --out FOLDER writes resume.json.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from startup import HERE, environment, make_workspace, start

WANTED_S = 3.0
ACTS = ("extend-5", "pause", "pause", "black", "black")


def killed_session(workspace, home):
    """Run a session in a process of its own, and kill it once it has done its acts."""
    child = subprocess.Popen(
        [sys.executable, str(HERE / "resume.py"), "--run", str(workspace)],
        env=environment(home),
        stdout=subprocess.PIPE,
        text=True,
    )
    said = child.stdout.readline().strip()
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()
    return json.loads(said)


def resumed(workspace, home):
    """Return what the next start took."""
    command = [sys.executable, str(HERE / "resume.py"), "--resume", str(workspace)]
    done = subprocess.run(
        [*command, "--asked", str(time.monotonic())],
        env=environment(home),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=120,
    )
    return json.loads(done.stdout)


def run_session(workspace):
    """Be the process that is killed."""
    from PySide6.QtCore import QObject
    from windows import Room, rest, run_until

    from workshop_studio.app.desktop import make_application

    studio = Room(make_application(["run"]), workspace, rest_s=0.5)
    studio.start()
    for count, name in enumerate(ACTS, start=2):
        studio.page.findChild(QObject, name).click()
        run_until(lambda count=count: len(studio.live.log) == count)
        rest(0.2)  # The buttons say what they do only once the act is shown.
    print(json.dumps({"acts": len(studio.live.log)}), flush=True)
    run_until(lambda: False)


def resume_session(workspace, asked_s):
    """Be the next start: wait for the question, answer it, wait for the clock."""
    from windows import Repaints, run_until

    from workshop_studio.app.clock import SystemClock
    from workshop_studio.app.desktop import Desktop, make_application

    took = {}

    def look(name, shows):
        if name not in took and shows():
            took[name] = (time.monotonic() - asked_s) * 1000

    desktop = Desktop(make_application(["workshop-studio"]), workspace, SystemClock())
    eye = Repaints(desktop.window, lambda: look("asked_ms", lambda: is_asked(desktop)))
    run_until(lambda: "asked_ms" in took)
    eye.stop()
    shell = desktop.shell
    kept = len(shell.studio.live.log)
    pressed_s = time.monotonic()
    console, stage = shell.console.page, shell.stage
    eyes = [
        Repaints(desktop.window, lambda: look("console_ms", lambda: not is_asked(desktop))),
        Repaints(stage, lambda: look("stage_ms", lambda: stage.snapshot.clock is not None)),
    ]
    console.recovery.kept_going.click()
    run_until(lambda: {"console_ms", "stage_ms"} <= set(took))
    assert eyes
    took["running_ms"] = max(took.pop("console_ms"), took.pop("stage_ms"))
    took["answer_ms"] = took["running_ms"] - (pressed_s - asked_s) * 1000
    print(json.dumps({**took, "acts": kept}), flush=True)
    os._exit(0)


def is_asked(desktop):
    """Return whether the question is open and can be answered."""
    shell = desktop.shell
    card = getattr(getattr(shell, "console", None), "page", None)
    button = card and card.recovery.kept_going
    return bool(button) and button.isVisible() and button.isEnabled()


def measure(rounds):
    """Return the figures; the first round only fills the caches."""
    from windows import figure

    seen = {"bare_ms": [], "asked_ms": [], "answer_ms": [], "running_ms": []}
    lost = 0
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        for round_ in range(-1, rounds):
            folder = home / str(round_)
            folder.mkdir()
            workspace = make_workspace(folder)
            bare = start("bare", "-", home)
            before = killed_session(workspace, home)
            took = resumed(workspace, home)
            lost += before["acts"] - took["acts"]
            if round_ >= 0:
                seen["bare_ms"].append(bare["first_paint_ms"])
                for key in ("asked_ms", "answer_ms", "running_ms"):
                    seen[key].append(took[key])
    found = {key: figure(values) for key, values in seen.items()}
    ratio = found["running_ms"]["median"] / found["bare_ms"]["median"]
    return found | {
        "running_times_bare": round(ratio, 2),
        f"later_than_{WANTED_S:.0f}_s": sum(ms > WANTED_S * 1000 for ms in seen["running_ms"]),
        "acknowledged_acts_lost": lost,
    }


def main():
    """Measure, print, write; or be one of the two processes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--run", type=Path)
    parser.add_argument("--resume", type=Path)
    parser.add_argument("--asked", type=float, default=0.0)
    asked = parser.parse_args()
    if asked.run:
        run_session(asked.run)
    elif asked.resume:
        resume_session(asked.resume, asked.asked)
    else:
        from windows import report

        report(measure(asked.rounds), asked.out, "resume")


if __name__ == "__main__":
    main()
