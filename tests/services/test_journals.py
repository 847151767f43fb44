from __future__ import annotations

import pytest

from fakes import ManualClock
from studio_fixture import a_studio
from workshop_studio.domain.errors import RuleBroken

SENTENCE = "I was afraid to say that the numbers looked wrong"


@pytest.fixture
def clock():
    return ManualClock()


@pytest.fixture
def studio(tmp_path, clock):
    opened = a_studio(tmp_path, clock)
    yield opened
    opened.close()


def somebody(studio, place=0):
    return studio.cohorts.cohorts()[0].participants[place].id


def test_a_note_comes_back_only_behind_its_passphrase(studio):
    person = somebody(studio)
    key = studio.journals.begin(person, "correct horse")
    entry = studio.journals.write(key, "", "What happened?", SENTENCE)
    studio.journals.write(key, entry, "What happened?", SENTENCE + ".")
    studio.journals.close(key)
    with pytest.raises(RuleBroken) as refused:
        studio.journals.entries(key)
    assert refused.value.code == "journal-locked"
    again = studio.journals.open(person, "correct horse")
    assert [e.text for e in studio.journals.entries(again)] == [SENTENCE + "."]


def test_no_file_of_the_workspace_holds_the_sentence(studio, tmp_path):
    key = studio.journals.begin(somebody(studio), "correct horse")
    studio.journals.write(key, "", "What happened?", SENTENCE)
    for file in tmp_path.iterdir():
        assert SENTENCE.encode() not in file.read_bytes(), file.name
        assert b"What happened?" not in file.read_bytes(), file.name


def test_five_wrong_passphrases_bring_a_wait_that_doubles_and_survives_a_restart(
    studio, clock, tmp_path
):
    person = somebody(studio)
    studio.journals.close(studio.journals.begin(person, "correct horse"))
    for _ in range(5):
        with pytest.raises(RuleBroken):
            studio.journals.open(person, "wrong horse")
    studio.close()
    clock.restart(1)
    again = a_studio(tmp_path, clock)
    with pytest.raises(RuleBroken) as refused:
        again.journals.open(person, "correct horse")
    assert (refused.value.code, refused.value.facts["seconds"]) == ("passphrase-wait", 4)
    clock.advance(4)
    with pytest.raises(RuleBroken) as refused:
        again.journals.open(person, "wrong horse")
    assert refused.value.code == "passphrase-wrong"
    clock.advance(9)
    with pytest.raises(RuleBroken) as refused:
        again.journals.open(person, "correct horse")
    assert refused.value.facts["seconds"] == 1
    clock.advance(1)
    again.journals.open(person, "correct horse")
    again.close()


def test_an_open_journal_closes_itself_after_five_quiet_minutes(studio, clock):
    key = studio.journals.begin(somebody(studio), "correct horse")
    clock.advance(300)
    assert studio.journals.entries(key) == ()
    clock.advance(301)
    with pytest.raises(RuleBroken) as refused:
        studio.journals.entries(key)
    assert refused.value.code == "journal-locked"


def test_a_damaged_note_says_so_and_the_others_open(studio):
    key = studio.journals.begin(somebody(studio), "correct horse")
    studio.journals.write(key, "", "p", "first")
    stranger = studio.journals.begin(somebody(studio, 1), "another horse")
    studio.journals.write(stranger, "", "p", "second")
    mixed = type(key)(key.participant_id, stranger.secret)
    assert [e.is_damaged for e in studio.journals.entries(mixed)] == [True]
    assert [e.text for e in studio.journals.entries(key)] == ["first"]


def test_a_short_passphrase_is_refused(studio):
    with pytest.raises(RuleBroken) as refused:
        studio.journals.begin(somebody(studio), "1234")
    assert refused.value.code == "passphrase-short"
