"""Starts the windows or the command line, and nothing else."""

from __future__ import annotations

import sys
from pathlib import Path


def main() -> None:
    """Run the command that was typed; without one, open the windows."""
    # Reading the commands takes a fifth of the time until the first paint; most starts need none.
    match sys.argv[1:]:
        case []:
            _open_windows(None)
        case ["--workspace", str(name)] if not name.startswith("-"):
            _open_windows(Path(name))
        case _:
            from workshop_studio.app.cli import app  # noqa: PLC0415

            app()


def _open_windows(workspace: Path | None) -> None:
    from workshop_studio.app.windows import run_windows  # noqa: PLC0415

    raise SystemExit(run_windows(workspace))


if __name__ == "__main__":
    main()
