"""A process that reads a cohort and writes it again, many times, beside another one."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from workshop_studio.storage.workspace_file import open_workspace


def main(path, times):
    workspace = open_workspace(Path(path), create=False)
    print("ready", flush=True)
    sys.stdin.readline()
    for _ in range(int(times)):
        with workspace.writing() as work:
            seen = work.cohorts.get("cohort-1")
            work.cohorts.replace(
                replace(seen, revision=seen.revision + 1), seen_revision=seen.revision
            )
            work.commit()
    workspace.close()
    print("done", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
