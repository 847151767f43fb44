from __future__ import annotations

import subprocess
import sys

SCRIPT = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from workshop_studio.ui.shell.charts_ahead import LIBRARIES, ChartsAhead

app = QApplication([])
ahead = ChartsAhead(app)
ahead.start()
print("at once:", "pyqtgraph" in sys.modules)
turns = []
watch = QTimer()
watch.timeout.connect(lambda: turns.append(1))
watch.timeout.connect(lambda: LIBRARIES[-1] in sys.modules and app.exit())
watch.start(5)
app.exec()
print("in the end:", "pyqtgraph" in sys.modules)
print("others had turns:", len(turns) > 20)
"""


def test_the_chart_library_comes_in_small_turns_that_leave_room_for_others():
    result = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=60, check=False
    )
    assert result.stdout.splitlines() == [
        "at once: False",
        "in the end: True",
        "others had turns: True",
    ], result.stderr
