from __future__ import annotations

import gc
import weakref

from workshop_studio.ui.bridge.collector import GuiCollector


class Knot:
    def __init__(self):
        self.itself = self


def test_the_first_turn_only_sets_aside_what_the_start_made(qapp):
    collector = GuiCollector()
    try:
        assert not gc.isenabled()
        kept = Knot()
        held = weakref.ref(kept)
        collector.collect()
        assert gc.get_freeze_count() > 0
        del kept
        assert held() is not None
    finally:
        collector.stop()
    assert gc.get_freeze_count() == 0
    assert gc.isenabled()


def test_later_turns_collect_what_came_after_the_start(qapp):
    collector = GuiCollector()
    try:
        collector.collect()
        lost = weakref.ref(Knot())
        keep = [[] for _ in range(gc.get_threshold()[0] * 5)]
        collector.collect()
        assert lost() is None
        assert len(keep) > gc.get_threshold()[0]
    finally:
        collector.stop()
