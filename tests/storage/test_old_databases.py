from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from workshop_studio.domain.agenda import BlockKind, WhenLate
from workshop_studio.domain.capstone import Answer, AnswerState
from workshop_studio.domain.cohort import Participant, Side, Team
from workshop_studio.domain.feedback import Level
from workshop_studio.domain.run_log import Act
from workshop_studio.domain.scenario_play import ScenarioPlay
from workshop_studio.storage.times import from_text
from workshop_studio.storage.workspace_file import REVISIONS, open_workspace
from workshop_studio.vault.argon_vault import ArgonVault

OLD = Path(__file__).resolve().parents[1] / "old_databases"
FILES = sorted(OLD.glob("*.sqlite"))


@pytest.fixture(params=FILES, ids=lambda file: file.stem)
def work(request, tmp_path):
    path = shutil.copy(request.param, tmp_path / "old.sqlite")
    workspace = open_workspace(path, create=False)
    with workspace.reading() as opened:
        yield opened
    workspace.close()


def test_there_is_one_old_file_for_each_schema():
    assert [file.stem for file in FILES] == sorted(REVISIONS)


def test_people_and_teams_of_an_old_file_are_all_there(work):
    cohort = work.cohorts.get("cohort-1")
    assert cohort.participants == (
        Participant("p1", "Zoë Sample", "zoe@example.org", "design", Side.CUSTOMER_FACING, "Mei"),
        Participant("p2", "Sample Two", times_alone=2),
    )
    assert cohort.teams == (Team("t1", "A", "Basil", "ACDE", ("p2", "p1")),)


def test_the_plan_of_an_old_file_reads_as_it_was_written(work):
    session = work.sessions.get("session-1")
    assert (session.start_utc, session.zone) == (
        from_text("2026-10-06T11:30:00+00:00"),
        "Europe/Berlin",
    )
    (block,) = session.agenda.blocks
    assert (block.kind, block.when_late) == (BlockKind.ACTIVITY, WhenLate.SHRINK)
    assert (block.planned_s, block.fixed_start_s, block.materials) == (600, 1800, ("tape ≤ 2 m",))
    assert [step.stage for step in block.steps] == ["Alone: write two"]


def test_the_run_of_an_old_file_is_complete(work):
    record = work.runs.newest_of("session-1")
    assert [(e.seq, e.act, e.seconds, e.at.monotonic_s) for e in record.log] == [
        (1, Act.START, 0.0, 1000.0),
        (2, Act.EXTEND, 60.0, 1001.5),
    ]
    assert record.last_alive_utc == from_text("2026-10-06T11:30:01.500000+00:00")
    assert work.plays.get("session-1", "quiet") == ScenarioPlay(
        "session-1", "quiet", 30, 28, "pause", 1
    )
    assert work.settings.get("tone") == "soft"


def test_the_work_of_a_team_in_an_old_file_is_complete(work):
    capstone = work.capstones.of_team("t1")
    assert capstone.answer("limits") == Answer(AnswerState.ANSWERED, "≤ 5 % of <b>rows</b>")
    feedback = work.feedback.of_capstone(capstone.id)
    assert [(r.key, r.level, r.comment) for r in feedback.ratings if r.level] == [
        ("clarity", Level.READY, "Good.")
    ]


def test_a_journal_in_an_old_file_opens_with_its_passphrase(work):
    vault = ArgonVault()
    key = vault.unlock(work.journals.lockbox("p1"), "correct horse")
    (entry,) = work.journals.entries("p1")
    assert vault.open(key, entry.id, entry.nonce, entry.sealed) == "A word from the first schema"


def test_notes_of_a_file_that_could_hold_them_are_there(request, work):
    has_notes = request.node.callspec.params["work"].stem >= "0002"
    expected = {"b1": "Table C: legal ≤ two minutes."} if has_notes else {}
    assert work.notes.of_session("session-1") == expected
