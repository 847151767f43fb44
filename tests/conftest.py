from __future__ import annotations

import os
import sys
from pathlib import Path

# Before any Qt import: without a display Qt aborts the whole process otherwise.
_SCREENS = Path(__file__).parent / "two_screens.json"
os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={_SCREENS}")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
for _folder in (".", "journeys"):
    sys.path.insert(0, str(Path(__file__).parent / _folder))
