"""A process that appends to a run until it is killed, and names each line once it is committed."""

from __future__ import annotations

import sys
from pathlib import Path

from workshop_studio.domain.moment import Moment
from workshop_studio.domain.run_log import Act, LogEntry
from workshop_studio.storage.times import from_text
from workshop_studio.storage.workspace_file import open_workspace

MOMENT = Moment(from_text("2026-10-06T11:30:00+00:00"), 1.0, "start-1")


def main(path):
    workspace = open_workspace(Path(path), create=False)
    seq = 0
    while True:
        seq += 1
        with workspace.writing() as work:
            work.runs.append("run-1", LogEntry(seq, Act.EXTEND, MOMENT, "b1", 60.0))
            work.runs.beat("run-1", MOMENT)
            work.commit()
        print(seq, flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
