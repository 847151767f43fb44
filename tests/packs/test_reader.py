from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workshop_studio.domain.errors import PackRejected
from workshop_studio.domain.sheet import Audience
from workshop_studio.packs.check import check_pack
from workshop_studio.packs.library import read_shelf
from workshop_studio.packs.reader import read_pack
from workshop_studio.packs.schema import schema_text

ROOT = Path(__file__).resolve().parents[2]
ASK_EARLY = ROOT / "sessions" / "ask-early"


@pytest.fixture
def pack(tmp_path):
    folder = tmp_path / "ask-early"
    shutil.copytree(ASK_EARLY, folder)
    return folder


def edit(folder, old, new, file="session.yaml"):
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def line_of(folder, text, file="session.yaml"):
    lines = (folder / file).read_text(encoding="utf-8").splitlines()
    return next(n for n, line in enumerate(lines, start=1) if text in line)


def problems(folder):
    with pytest.raises(PackRejected) as rejected:
        read_pack(folder)
    return rejected.value.problems


def test_the_built_in_pack_is_a_session_of_150_minutes_in_eleven_blocks():
    pack = read_pack(ASK_EARLY)
    assert pack.agenda.planned_s == 150 * 60
    assert [round(b.planned_s / 60) for b in pack.agenda.blocks] == [
        6, 6, 8, 27, 6, 32, 10, 35, 8, 6, 6
    ]  # fmt: skip
    assert [round(b.minimum_s / 60) for b in pack.agenda.blocks] == [
        4, 5, 6, 20, 4, 24, 8, 26, 6, 4, 4
    ]  # fmt: skip
    assert {e.id for e in pack.exercises} == {"e02", "e03", "e04"}


def test_the_built_in_pack_has_no_problems_and_no_hints():
    assert check_pack(ASK_EARLY) == ((), ())


def test_keys_are_sheets_of_their_own():
    sheets = read_pack(ASK_EARLY).sheets
    keys = {s.id for s in sheets if s.audience is Audience.FACILITATOR}
    assert keys == {"h06-key", "h08-key", "guide"}


def test_all_problems_come_at_once_with_file_and_line(pack):
    edit(pack, "    minutes: 8\n", "    minutes: eight\n")
    edit(pack, "kind: talk", "kind: lecture")
    edit(pack, "title: Lineage walk\npurpose", "titel: Lineage walk\npurpose", "exercises/e04.yaml")
    found = {(p.place, p.line) for p in problems(pack)}
    assert ("session.yaml", line_of(pack, "minutes: eight")) in found
    assert ("session.yaml", line_of(pack, "kind: lecture")) in found
    assert ("exercises/e04.yaml", line_of(pack, "titel:", "exercises/e04.yaml")) in found


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("    minimum: 24", "    minimum: 40", "is more than `minutes`"),
        ("    minutes: 32", "    minutes: 31", "the steps of e03 take 32 minutes"),
        ("    exercise: e03", "    exercise: e99", "is not in exercises/"),
        ("  - id: b7", "  - id: b6", "is used twice"),
        ("company_sheet: h01-wickerby", "company_sheet: h99", "is not in sheets/"),
        ("format: 1", "format: 2", "`format`"),
        ("short_title: Ask early", "short_title: [Ask", "is not valid YAML"),
        ("purpose: >-", "purpose: &again >-", "YAML alias"),
        ("language: en", "", "`language` is missing"),
    ],
)
def test_each_mistake_says_what_to_do(pack, old, new, says):
    edit(pack, old, new)
    assert any(says in str(problem) for problem in problems(pack))


def test_a_sixth_line_for_the_stage_is_refused(pack):
    edit(
        pack, "        - Hand in at the door", "        - a\n        - b\n        - c\n        - d"
    )
    assert any("at most 5" in str(problem) for problem in problems(pack))


def test_a_file_that_leads_out_of_the_pack_is_refused(pack, tmp_path):
    (tmp_path / "secret.yaml").write_text("id: secret\n", encoding="utf-8")
    (pack / "sheets" / "z.yaml").symlink_to(tmp_path / "secret.yaml")
    assert any("leads out of the pack" in str(problem) for problem in problems(pack))


def test_a_file_that_is_not_utf_8_is_refused(pack):
    (pack / "cards" / "words.yaml").write_bytes("words: Müller".encode("cp1252"))
    assert any("not UTF-8" in str(problem) for problem in problems(pack))


def test_a_broken_pack_does_not_hide_the_good_ones(pack, tmp_path):
    edit(pack, "format: 1", "format: 2")
    shelf = read_shelf((ROOT / "sessions", tmp_path))
    assert shelf.pack("ask-early") is not None
    assert shelf.broken[0][0] == str(pack)


def test_a_later_pack_with_the_same_id_replaces_the_earlier_and_says_so(pack, tmp_path):
    edit(pack, 'version: "1.0"', 'version: "2.0"')
    shelf = read_shelf((ROOT / "sessions", tmp_path))
    assert shelf.pack("ask-early").version == "2.0"
    assert len(shelf.notes) == 1


def test_long_talk_and_an_unprotected_debrief_are_hinted_at(pack):
    edit(
        pack,
        "    minutes: 8\n    minimum: 6\n    when_late: cut",
        "    minutes: 50\n    minimum: 6\n    when_late: cut",
    )
    edit(pack, "    protected: true", "    protected: false")
    hints = " ".join(hint.text for hint in check_pack(pack)[1])
    assert "talk takes 26%" in hints
    assert "talks for 50 minutes" in hints
    assert "debrief that is not protected" in hints


def test_the_published_schema_is_the_one_of_the_models():
    published = (ROOT / "docs" / "session-pack.schema.json").read_text(encoding="utf-8")
    assert published == schema_text()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=200))
def test_any_text_is_either_a_pack_or_a_list_of_problems(tmp_path, text):
    (tmp_path / "session.yaml").write_text(text, encoding="utf-8", errors="replace")
    with pytest.raises(PackRejected):
        read_pack(tmp_path)


def test_a_block_says_whether_it_goes_first_or_last_when_time_is_short(example, edit):
    edit(example, "minimum: 14", "minimum: 14\n    priority: 1")
    priorities = [block.priority for block in read_pack(example).agenda.blocks]
    assert sorted(priorities) == [*[0] * (len(priorities) - 1), 1]
