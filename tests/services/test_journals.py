from __future__ import annotations

import dataclasses
from datetime import timedelta

import pytest

from fakes import FullDisk, ManualClock
from studio_fixture import a_studio
from workshop_studio.app.bootstrap import open_studio
from workshop_studio.domain.cohort import Cohort, Participant, Person, Team
from workshop_studio.domain.errors import RuleBroken, StorageUnavailable
from workshop_studio.domain.journal import (
    Draft,
    JournalEntry,
    Writer,
    find_writers,
    writers_of,
)
from workshop_studio.vault.argon_vault import ArgonVault

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


def test_the_door_names_people_and_nothing_else_and_offers_the_sessions_prompts(studio):
    door = studio.journals.door()
    assert [writer.name for writer in door.writers][:3] == ["Sample 1", "Sample 10", "Sample 11"]
    assert {f.name for f in dataclasses.fields(door.writers[0])} == {"id", "name"}
    assert [p[:31] for p in door.prompts] == ["A time I noticed a risk late. W"]


def test_the_door_opens_to_the_cohort_that_sits_in_the_room(studio, clock):
    later = studio.cohorts.create("Spring")
    studio.cohorts.import_people(later.id, (Person("Zoë Sample"),))
    start = clock.now().utc + timedelta(days=60)
    spring = studio.planning.plan(later.id, "ask-early", start, "Europe/Berlin")
    assert len(studio.journals.door().writers) == 12
    studio.live.open(spring.id)
    studio.live.start()
    assert [w.name for w in studio.journals.door().writers] == ["Zoë Sample"]
    studio.live.end()
    assert len(studio.journals.door().writers) == 12
    clock.advance(40 * 86400)
    assert [w.name for w in studio.journals.door().writers] == ["Zoë Sample"]


def test_a_run_that_was_forgotten_yesterday_does_not_hold_the_door(studio, clock):
    later = studio.cohorts.create("Spring")
    studio.cohorts.import_people(later.id, (Person("Zoë Sample"),))
    start = clock.now().utc + timedelta(days=2)
    studio.planning.plan(later.id, "ask-early", start, "Europe/Berlin")
    studio.live.open(studio.planning.sessions()[0].id)
    studio.live.start()
    clock.advance(2 * 86400)
    assert [w.name for w in studio.journals.door().writers] == ["Zoë Sample"]


def test_without_a_session_the_newest_cohort_with_people_may_write(tmp_path, clock):
    studio = a_studio(tmp_path, clock, with_session=False)
    assert studio.journals.door().writers == ()
    cohort = studio.cohorts.create("Autumn")
    studio.cohorts.import_people(cohort.id, (Person("Ada Sample"),))
    studio.cohorts.create("Empty")
    assert [w.name for w in studio.journals.door().writers] == ["Ada Sample"]
    assert studio.journals.door().prompts == ()
    studio.close()


def test_two_people_of_one_name_are_told_apart_by_their_table():
    people = tuple(Participant(f"p{n}", "Ada Sample") for n in (1, 2))
    other = Participant("p3", "Bo Sample")
    tables = (Team("t1", "A", "Basil", "AAAA", ("p1",)), Team("t2", "B", "Fennel", "B", ("p2",)))
    cohort = Cohort("c", "Autumn", (*people, other), tables)
    assert [w.name for w in writers_of(cohort)] == [
        "Ada Sample, Basil", "Ada Sample, Fennel", "Bo Sample",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("zoe", ["Zoë Lukas"]),
        ("ŁU", ["Zoë Lukas", "Łucja Sample"]),
        ("sam luc", ["Łucja Sample"]),
        ("amp", []),
        ("  ", ["Zoë Lukas", "Łucja Sample"]),
    ],
)
def test_a_name_is_found_by_the_beginnings_of_its_words(typed, found):
    people = (Writer("1", "Zoë Lukas"), Writer("2", "Łucja Sample"))
    assert [w.name for w in find_writers(people, typed)] == found


def test_an_entry_is_removed_and_put_back_without_being_opened(studio):
    key = studio.journals.begin(somebody(studio), "correct horse")
    studio.journals.write(key, "", "p", "first")
    second = studio.journals.write(key, "", "p", "second")
    sealed = studio.journals.remove(key, second)
    assert [e.text for e in studio.journals.entries(key)] == ["first"]
    assert b"second" not in sealed.sealed
    assert studio.journals.restore(key, sealed).text == "second"
    assert [e.text for e in studio.journals.entries(key)] == ["first", "second"]


def test_nobody_removes_or_restores_an_entry_of_somebody_else(studio):
    key = studio.journals.begin(somebody(studio), "correct horse")
    mine = studio.journals.write(key, "", "p", "mine")
    stranger = studio.journals.begin(somebody(studio, 1), "another horse")
    with pytest.raises(RuleBroken) as refused:
        studio.journals.remove(stranger, mine)
    assert refused.value.code == "not-found"
    sealed = studio.journals.remove(key, mine)
    with pytest.raises(RuleBroken) as refused:
        studio.journals.restore(stranger, sealed)
    assert refused.value.code == "not-found"


def test_words_typed_before_the_key_expired_are_sealed_after_it(studio, clock):
    person = somebody(studio)
    key = studio.journals.begin(person, "correct horse")
    begun = studio.journals.write(key, "", "p", "I was")
    created = studio.journals.entries(key)[0].created_utc
    clock.advance(3600)
    with pytest.raises(RuleBroken):
        studio.journals.write(key, begun, "p", SENTENCE)
    studio.journals.put_away(key, [Draft(begun, "p", SENTENCE, created)])
    with pytest.raises(RuleBroken):
        studio.journals.entries(key)
    again = studio.journals.open(person, "correct horse")
    kept = studio.journals.entries(again)
    assert [(e.text, e.created_utc) for e in kept] == [(SENTENCE, created)]


def test_words_that_the_disk_refused_wait_sealed_and_are_written_later(studio):
    person = somebody(studio)
    key = studio.journals.begin(person, "correct horse")
    disk = FullDisk(studio.journals._unit_of_work)
    studio.journals._unit_of_work = disk
    disk.is_full = True
    with pytest.raises(StorageUnavailable):
        studio.journals.put_away(key, [Draft("new", "p", SENTENCE)])
    assert SENTENCE not in repr(vars(studio.journals))
    with pytest.raises(StorageUnavailable):
        studio.journals.try_again()
    disk.is_full = False
    assert studio.journals.try_again()
    assert not studio.journals.try_again()
    again = studio.journals.open(person, "correct horse")
    assert [e.text for e in studio.journals.entries(again)] == [SENTENCE]


@pytest.mark.parametrize("counted", [True, False])
def test_a_closed_lid_is_quiet_whatever_the_systems_clock_counts(studio, clock, counted):
    key = studio.journals.begin(somebody(studio), "correct horse")
    clock.sleep(301, counted=counted)
    with pytest.raises(RuleBroken) as refused:
        studio.journals.stay_open(key)
    assert refused.value.code == "journal-locked"


def test_reading_keeps_a_journal_open(studio, clock):
    key = studio.journals.begin(somebody(studio), "correct horse")
    for _ in range(3):
        clock.advance(200)
        studio.journals.stay_open(key)
    assert studio.journals.entries(key) == ()


def test_half_a_letter_from_a_broken_paste_does_not_stop_the_saving(studio):
    key = studio.journals.begin(somebody(studio), "correct horse")
    studio.journals.write(key, "", "p", "before \ud83d after")
    assert studio.journals.entries(key)[0].text == "before ? after"


@pytest.mark.parametrize(
    "value", [Draft("1", "p", SENTENCE), JournalEntry("1", "p", SENTENCE, None)]
)
def test_no_value_shows_its_words_when_it_is_printed(value):
    assert SENTENCE not in f"{value} {value!r}"


class InterruptedVault:
    """Opens lockboxes like the real one, but somebody at another station tries in between."""

    def __init__(self, vault):
        self._vault = vault
        self.meanwhile = None

    def __getattr__(self, name):
        return getattr(self._vault, name)

    def unlock(self, lockbox, passphrase):
        meanwhile, self.meanwhile = self.meanwhile, None
        if meanwhile is not None:
            meanwhile()
        return self._vault.unlock(lockbox, passphrase)


def test_two_stations_that_try_at_once_lose_no_count(tmp_path, clock):
    vault = InterruptedVault(ArgonVault(memory_kib=64, passes=1))
    here = open_studio(tmp_path / "w.sqlite", clock, vault=vault)
    cohort = here.cohorts.create("Autumn")
    here.cohorts.import_people(cohort.id, [Person("Sample One")])
    person = here.cohorts.cohort(cohort.id).participants[0].id
    here.journals.begin(person, "correct horse")
    there = a_studio(tmp_path, clock, with_session=False)

    def wrong(studio):
        with pytest.raises(RuleBroken) as refused:
            studio.journals.open(person, "wrong horse")
        return refused.value.code

    vault.meanwhile = lambda: [wrong(there) for _ in range(3)]
    codes = [wrong(here), wrong(here), wrong(here)]
    # Three there and two here are five; the sixth try has to wait.
    assert codes == ["passphrase-wrong", "passphrase-wrong", "passphrase-wait"]
    there.close()
    here.close()
