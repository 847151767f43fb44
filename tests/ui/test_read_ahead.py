from __future__ import annotations

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
