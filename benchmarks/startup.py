"""How long the app takes to start, against a bare window of the same toolkit.

Each start is a process of its own; bare and app take turns, so that a busy moment of the machine
falls on both. Prints a table; --out FOLDER also writes startup.json.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
FIRST_PAINT_AT_MOST = 1.2
GAP_AT_MOST_MS = 120.0


def environment(home):
    """Return the environment of the children: no screen, our sources, bytecode kept, a new home."""
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    screens = ROOT / "tests" / "two_screens.json"
    return {
        **kept,
        "PYTHONPATH": str(ROOT / "src"),
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", f"offscreen:configfile={screens}"),
        "QT_LOGGING_RULES": "qt.qpa.*=false",
        **{f"XDG_{name}_HOME": str(home / name) for name in ("DATA", "CONFIG", "STATE")},
    }


def start(kind, workspace, home):
    """Return what one start took."""
    command = [sys.executable, str(HERE / "one_start.py"), kind, str(time.monotonic())]
    done = subprocess.run(
        [*command, str(workspace)],
        env=environment(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=True,
        timeout=120,
    )
    return json.loads(done.stdout)


def make_workspace(folder):
    """Return a workspace with the sample people, teams and a planned session."""
    sys.path[:0] = [str(ROOT / "src")]
    from workshop_studio.app import paths
    from workshop_studio.app.bootstrap import open_studio
    from workshop_studio.app.clock import SystemClock
    from workshop_studio.app.desktop import read_people

    studio = open_studio(folder / "used.sqlite", SystemClock())
    cohort = studio.cohorts.create("Sample cohort")
    people = read_people(paths.resources() / "samples" / "sample-roster.csv").people
    studio.cohorts.import_people(cohort.id, people)
    studio.cohorts.balance(cohort.id)
    session = studio.planning.plan(cohort.id, "ask-early", datetime.now(UTC), "Europe/Berlin")
    studio.live.open(session.id)
    studio.close()
    return folder / "used.sqlite"


def figure(values):
    """Return median, least and most."""
    return {
        "median": round(statistics.median(values), 2),
        "min": round(min(values), 2),
        "max": round(max(values), 2),
    }


def measure(rounds):
    """Return all figures of so many rounds."""
    seen = {"bare": [], "used": [], "first": []}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        used = make_workspace(folder)
        for round_ in range(-1, rounds):
            took = {
                "bare": start("bare", "-", folder),
                "used": start("app", used, folder),
                "first": start("app", folder / f"new-{round_}.sqlite", folder),
            }
            if round_ < 0:
                continue  # The first round fills the caches of bytecode and disk.
            for kind, one in took.items():
                seen[kind].append(one)
    found = {"rounds": rounds}
    for kind, runs in seen.items():
        for key in runs[0]:
            found[f"{kind}_{key}"] = figure([one[key] for one in runs])
    for kind in ("used", "first"):
        ratios = [
            app["first_paint_ms"] / bare["first_paint_ms"]
            for app, bare in zip(seen[kind], seen["bare"], strict=True)
        ]
        found[f"{kind}_first_paint_ratio"] = figure(ratios)
    return found


def main():
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    found = measure(asked.rounds)
    for key, value in found.items():
        if isinstance(value, dict):
            print(f"{key:32} {value['median']:9.2f}  [{value['min']:.2f} - {value['max']:.2f}]")
    ratio = found["used_first_paint_ratio"]["median"]
    gap = max(found[f"{kind}_worst_gap_ms"]["median"] for kind in ("used", "first"))
    print(f"first paint {ratio:.2f} times a bare window's, at most {FIRST_PAINT_AT_MOST} wanted")
    print(f"worst gap {gap:.0f} ms (median of the runs), at most {GAP_AT_MOST_MS:.0f} ms wanted")
    if asked.out:
        asked.out.mkdir(parents=True, exist_ok=True)
        text = json.dumps(found, indent=2) + "\n"
        (asked.out / "startup.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
