from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from fakes import FakeComputer, ManualClock
from studio_fixture import a_studio
from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.prints import Paper
from workshop_studio.domain.readiness import check_lines
from workshop_studio.domain.room_facts import ComputerFacts
from workshop_studio.domain.sounds import SoundSettings
from workshop_studio.domain.ticks import TICKS_BLOCK


@pytest.fixture
def clock():
    return ManualClock()


@pytest.fixture
def studio(tmp_path, clock):
    opened = a_studio(tmp_path, clock)
    yield opened
    opened.close()


@pytest.fixture
def session(studio):
    return studio.planning.sessions()[0]


def test_what_the_session_needs_comes_from_cohort_and_pack(studio, session):
    facts = studio.readiness.session_facts(session.id)
    assert (facts.people, facts.tables) == (12, 2)
    assert facts.title == session.title
    assert facts.things[0].text == "Minute cards of the last session"
    assert facts.things[0].block == "You said, we did"
    assert facts.ticks == ()
    assert facts.sheets > 0


def test_a_tick_is_kept_with_the_session_and_counts_the_people(studio, session, clock, tmp_path):
    at = clock.now().utc
    told = studio.readiness.tick(session.id, "handouts", is_on=True)
    studio.close()
    again = a_studio(tmp_path, clock)
    facts = again.readiness.session_facts(session.id)
    assert facts.ticks == told.ticks
    assert facts.tick("handouts").at == at
    assert facts.tick("handouts").count == 12
    assert again.readiness.tick(session.id, "handouts", is_on=False).ticks == ()
    assert again.notes.of_session(session.id) == {}
    again.close()


def test_ticks_and_notes_of_blocks_do_not_touch_each_other(studio, session):
    studio.notes.write(session.id, "b1", "Read two cards")
    studio.readiness.tick(session.id, "heard", is_on=True)
    assert studio.notes.of_session(session.id)["b1"] == "Read two cards"
    assert TICKS_BLOCK not in {block.id for block in session.agenda.blocks}


def test_two_ticks_stay_beside_each_other(studio, session):
    studio.readiness.tick(session.id, "heard", is_on=True)
    facts = studio.readiness.tick(session.id, "rehearsed", is_on=True)
    assert [one.id for one in facts.ticks] == ["heard", "rehearsed"]


def test_a_pack_that_is_gone_leaves_the_rest_to_be_seen(studio, session, monkeypatch):
    def gone(_):
        raise RuleBroken("pack-missing", pack="ask-early")

    monkeypatch.setattr(studio.printing, "_pack", gone)
    facts = studio.readiness.session_facts(session.id)
    assert facts.missing_pack == "ask-early"
    assert len(facts.things) > 5


def test_a_session_that_is_gone_is_refused(studio):
    with pytest.raises(RuleBroken, match="not-found"):
        studio.readiness.session_facts("nowhere")


def test_the_computer_is_asked_for_power_and_disk(studio):
    studio.readiness._computer = FakeComputer()
    assert studio.readiness.power() == studio.readiness._computer.power_said
    assert studio.readiness.disk() == studio.readiness._computer.disk_said


@pytest.mark.parametrize("paper", Paper)
def test_the_card_is_one_page_with_every_check_and_every_thing(studio, session, clock, paper):
    facts = studio.readiness.tick(session.id, "rehearsed", is_on=True)
    lines = check_lines(ComputerFacts(clock.now().utc, clock.zone()), facts, SoundSettings())
    printed = studio.readiness.printed(facts, lines, "13:28", paper)
    assert printed.pages == 1
    assert printed.replaced == ()
    document = pypdfium2.PdfDocument(printed.data)
    text = document[0].get_textpage().get_text_bounded()
    size = tuple(round(side) for side in document[0].get_size())
    document.close()
    assert size == tuple(round(side) for side in paper.size_pt)
    words = " ".join(text.split())
    for wanted in ("Ready?", "checked at 13:28", "☑ Rehearsed", "☐ Sound heard", "Projector"):
        assert wanted in words
    for thing in facts.things:
        assert thing.text.split()[0] in words


def test_a_long_list_of_things_still_fits_on_one_page(studio, session, clock):
    facts = studio.readiness.session_facts(session.id)
    things = tuple(replace(facts.things[0], id=f"m-{n}", text=f"Thing {n}") for n in range(30))
    facts = replace(facts, things=things)
    lines = check_lines(ComputerFacts(clock.now().utc, clock.zone()), facts, SoundSettings())
    assert studio.readiness.printed(facts, lines, "13:28", Paper.LETTER).pages == 1
