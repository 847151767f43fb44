from __future__ import annotations

import subprocess
import sys

from fakes import InlineLane
from workshop_studio.ui.shell.read_ahead import MODULES, ReadAhead


class SlowLane:
    """Keeps what it is given until it is told to run the next."""

    def __init__(self):
        self.jobs = []

    def submit(self, job, done=None, failed=None):
        self.jobs.append((job, done))

    def run_next(self):
        job, done = self.jobs.pop(0)
        done(job())


def test_one_module_a_turn_so_that_others_get_theirs():
    lane = SlowLane()
    ReadAhead(lane, ("colorsys", "this_is_not_reached")).go_on()
    assert len(lane.jobs) == 1
    sys.modules.pop("colorsys", None)
    lane.run_next()
    assert "colorsys" in sys.modules
    assert len(lane.jobs) == 1


def test_everything_on_the_list_can_be_imported():
    ReadAhead(InlineLane()).go_on()
    assert set(MODULES) <= set(sys.modules)


def test_nothing_on_the_list_brings_qt_to_the_other_thread():
    script = (
        "import sys\nfrom workshop_studio.ui.shell.read_ahead import MODULES\n"
        "from importlib import import_module\n"
        "[import_module(name) for name in MODULES]\n"
        "print([n for n in sys.modules if n.split('.')[0] in ('PySide6', 'pyqtgraph')])"
    )
    seen = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert seen.stdout == "[]\n"
