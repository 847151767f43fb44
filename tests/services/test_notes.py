from __future__ import annotations

import pytest

from fakes import ManualClock
from studio_fixture import a_studio
from workshop_studio.domain.errors import RuleBroken


@pytest.fixture
def clock():
    return ManualClock()


@pytest.fixture
def studio(tmp_path, clock):
    opened = a_studio(tmp_path, clock)
    yield opened
    opened.close()


def the_session(studio):
    return studio.planning.sessions()[0].id


def test_a_note_belongs_to_one_block_and_survives_a_restart(studio, tmp_path, clock):
    session = the_session(studio)
    studio.notes.write(session, "relay", "Table C: legal answers everything.")
    studio.close()
    again = a_studio(tmp_path, clock)
    assert again.notes.of_session(session) == {"relay": "Table C: legal answers everything."}
    again.close()


def test_an_emptied_note_is_gone(studio):
    session = the_session(studio)
    studio.notes.write(session, "relay", "Once")
    studio.notes.write(session, "relay", "")
    assert studio.notes.of_session(session) == {}


def test_a_note_that_is_too_long_is_refused_and_the_old_one_stays(studio):
    session = the_session(studio)
    studio.notes.write(session, "relay", "Once")
    with pytest.raises(RuleBroken) as refused:
        studio.notes.write(session, "relay", "x" * 4001)
    assert refused.value.code == "note-long"
    assert studio.notes.of_session(session) == {"relay": "Once"}


def test_a_note_never_reaches_the_stage(studio):
    session = the_session(studio)
    studio.live.open(session)
    studio.live.start()
    block = studio.live.console().block.id
    studio.notes.write(session, block, "Watch the corner table")
    assert "corner table" not in repr(studio.live.stage())
