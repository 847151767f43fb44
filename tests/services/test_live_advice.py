"""Advice on a real workspace: asked often, thought of seldom, followed as one act."""

from __future__ import annotations

import pytest

from fakes import ManualClock
from studio_fixture import a_studio
from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.run_log import Act
from workshop_studio.services import live_advice


@pytest.fixture
def clock():
    return ManualClock()


@pytest.fixture
def studio(tmp_path, clock):
    opened = a_studio(tmp_path, clock)
    opened.live.open(opened.planning.sessions()[0].id)
    yield opened
    opened.close()


@pytest.fixture
def thoughts(monkeypatch):
    """Count how often the adviser thinks."""
    seen = []
    think = live_advice.advise

    def counted(now):
        seen.append(now.room_s)
        return think(now)

    monkeypatch.setattr(live_advice, "advise", counted)
    return seen


def late(studio, clock, minutes=4):
    clock.advance(minutes * 60)
    studio.live.start()
    clock.advance(1)
    return studio.live


def test_nothing_is_advised_without_a_run_before_its_start_and_on_time(studio, clock):
    assert studio.live.advice.reading() is None
    studio.live.start()
    assert studio.live.advice.reading() is None
    studio.live.close()
    assert studio.live.advice.reading() is None


def test_following_a_way_is_one_act_and_one_undo_restores_the_run_exactly(studio, clock):
    live = late(studio, clock)
    before, written = live.run_now().run, len(live.log)
    way = live.advice.reading().ways[0]
    live.advice.follow(way)
    assert [entry.act for entry in live.log[written:]] == [Act.PLAN]
    assert live.console().lateness.casefold() == "on time, ends 16:00"
    assert way.done == "Agenda changed, ends 16:00"
    assert live.advice.reading() is None
    live.undo()
    assert live.run_now().run == before


def test_a_way_that_was_followed_is_still_there_after_a_crash(studio, clock, tmp_path):
    live = late(studio, clock)
    live.advice.follow(live.advice.reading().ways[0])
    run = live.run_now().run
    studio.close()
    clock.restart(after_s=1)
    again = a_studio(tmp_path, clock)
    assert again.live.open_unfinished()
    assert again.live.run_now().run.blocks[7] == run.blocks[7]
    assert again.live.advice.reading() is None  # first the question after the crash
    again.close()


def test_the_template_of_the_plan_stays_as_it_was(studio, clock):
    before = studio.planning.sessions()[0].agenda
    live = late(studio, clock)
    live.advice.follow(live.advice.reading().ways[0])
    assert studio.planning.sessions()[0].agenda == before
    assert live.session.agenda.blocks[7].planned_s == before.blocks[7].planned_s


def test_a_way_that_is_not_advised_any_more_is_refused_and_changes_nothing(studio, clock):
    live = late(studio, clock)
    way = live.advice.reading().ways[0]
    live.advice.follow(way)
    run = live.run_now().run
    with pytest.raises(RuleBroken) as refused:
        live.advice.follow(way)
    assert refused.value.code == "advice-old"
    assert live.run_now().run == run


def test_the_same_minute_is_thought_of_once(studio, clock, thoughts):
    live = late(studio, clock)
    for _ in range(50):
        clock.advance(0.1)
        live.advice.reading()
    assert len(thoughts) == 1


def test_an_act_and_another_minute_are_thought_of_again(studio, clock, thoughts):
    live = late(studio, clock)
    live.advice.reading()
    live.extend(120)
    assert "6 min late" in live.advice.reading().headline
    clock.advance(10 * 60)
    assert "8 min late" in live.advice.reading().headline
    assert len(thoughts) == 3


def test_the_preview_shows_what_a_way_would_change_and_changes_nothing(studio, clock):
    live = late(studio, clock)
    before = live.run_now().run
    rows = live.console().rows
    ahead = live.advice.preview(live.advice.reading().ways[0])
    changed = [a.title for a, b in zip(ahead, rows, strict=True) if a.minutes != b.minutes]
    assert changed == ["Lineage walk"]
    assert (rows[8].now, ahead[8].now) == ("15:44", "15:40")
    assert live.run_now().run == before


def test_a_preview_of_a_way_that_is_gone_is_empty(studio, clock):
    live = late(studio, clock)
    way = live.advice.reading().ways[0]
    live.end()
    assert live.advice.preview(way) == ()
