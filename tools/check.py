"""Every check and test, fastest first; stops at the first that fails."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
STEPS = (
    ("style", [BIN / "ruff", "check", "."]),
    ("layout", [BIN / "ruff", "format", "--check", "."]),
    ("imports", [BIN / "lint-imports"]),
    ("types", [BIN / "mypy"]),
    ("packs", [BIN / "workshop-studio", "check", "sessions/ask-early"]),
    ("tests", [sys.executable, "-m", "pytest", "-q", "-n", "2"]),
)


def main() -> int:
    """Return 0 when everything holds."""
    environment = {**os.environ, "PYTHONPATH": "", "QT_LOGGING_RULES": "qt.qpa.*=false"}
    for name, command in STEPS:
        print(f"== {name}", flush=True)
        result = subprocess.run([str(part) for part in command], cwd=ROOT, env=environment)
        if result.returncode:
            print(f"== {name} failed", flush=True)
            return result.returncode
    print("== all checks hold", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
