from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import make_block
from workshop_studio.domain.agenda import Agenda
from workshop_studio.domain.ticks import (
    Ticked,
    thing_id,
    things_of,
    ticks_as_text,
    ticks_from,
    with_tick,
)

AT = datetime(2026, 10, 6, 11, 30, tzinfo=UTC)


def test_each_thing_of_the_pack_is_listed_once_with_the_block_that_needs_it_first():
    blocks = (
        make_block("a", title="Welcome", materials=("Pens", "Step cards")),
        make_block("b", title="Map", materials=("Tape", "Pens")),
    )
    agenda = Agenda("Ask early", "Ask early", blocks)
    assert [(one.text, one.block) for one in things_of(agenda)] == [
        ("Pens", "Welcome"),
        ("Step cards", "Welcome"),
        ("Tape", "Map"),
    ]


def test_a_thing_keeps_its_id_while_its_words_stay():
    assert thing_id("Pens") == thing_id("Pens")
    assert thing_id("Pens") != thing_id("Tape")


def test_a_tick_is_set_once_and_taken_away():
    ticks = with_tick((), "heard", AT)
    ticks = with_tick(ticks, "handouts", AT, 28)
    later = AT + timedelta(minutes=5)
    assert with_tick(ticks, "heard", later) == (
        Ticked("handouts", AT, 28),
        Ticked("heard", later),
    )
    assert with_tick(ticks, "heard", None) == (Ticked("handouts", AT, 28),)


def test_ticks_are_kept_as_one_line_each():
    assert ticks_as_text((Ticked("handouts", AT, 28), Ticked("heard", AT))) == (
        '{"tick":"handouts","at":1791286200,"for":28}\n{"tick":"heard","at":1791286200}'
    )
    assert ticks_as_text(()) == ""


@given(
    st.lists(
        st.builds(
            Ticked,
            st.text(min_size=1),
            st.integers(0, 4_000_000_000).map(lambda s: datetime.fromtimestamp(s, UTC)),
            st.integers(0, 200),
        )
    )
)
def test_what_is_kept_is_what_was_ticked(ticks):
    assert ticks_from(ticks_as_text(ticks)) == tuple(ticks)


@pytest.mark.parametrize(
    "line", ["", "words", "7", "[]", "null", '{"tick":"x"}', '{"tick":"x","at":"y"}',
             '{"tick":"x","at":1e99}', '{"tick":"x","at":1,"for":null}']
)  # fmt: skip
def test_a_line_that_is_no_tick_is_passed_over(line):
    good = ticks_as_text((Ticked("heard", AT),))
    assert ticks_from(f"{line}\n{good}") == (Ticked("heard", AT),)


def test_a_hundred_ticks_fit_into_a_note():
    ticks = tuple(Ticked(thing_id(str(n)), AT) for n in range(100))
    assert len(ticks_as_text(ticks)) < 4000
