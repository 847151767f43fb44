from __future__ import annotations

import shutil

import pytest

from workshop_studio.domain.errors import PackRejected
from workshop_studio.packs.reader import read_pack

SESSION, EXERCISE, SHEET = "session.yaml", "exercises/ask-once.yaml", "sheets/bakery.yaml"


def problems(folder):
    with pytest.raises(PackRejected) as rejected:
        read_pack(folder)
    return rejected.value.problems


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        (SESSION, "language: en", "langauge: en", "`langauge` is not a field here"),
        (SESSION, "language: en", "language: 5", "`language` must be a text"),
        (SESSION, "format: 1", "format: true", "`format` must be a whole number"),
        (SESSION, "format: 1", "format: 2", "`format` 2 is not understood"),
        (SESSION, "minutes: 8", 'minutes: "8"', "must be a number, without quotes"),
        (SESSION, "minutes: 8", "minutes: .nan", "must be at"),
        (SESSION, "minimum: 8", "minimum: 0.001", "must be at least 0.5"),
        (SESSION, "minimum: 14", "minimum: 21", "`minimum` 21 is more than `minutes` 20"),
        (SESSION, "minimum: 14", "minimum: 14\n    priority: 6", "`blocks[1].priority`"),
        (SESSION, "minimum: 14", "minimum: 14\n    priority: high", "must be a whole number"),
        (SESSION, "minutes: 20", "minutes: 21", "the steps of ask-once take 20 minutes"),
        (SESSION, "id: close", "id: ask", "`id` ask is used twice"),
        (SESSION, "company_sheet: bakery", "company_sheet: mill", "mill is not in sheets/"),
        (SESSION, "licence: CC-BY-4.0", "licence: CC\nlicence: MIT", "`licence` twice"),
        (EXERCISE, "minutes: 20", "minutes: 25", "says 25, but the steps take 20"),
        (EXERCISE, "{title: pairs,", "{titel: pairs,", "`steps[2].titel` is not a field"),
        (SHEET, "audience: participants", "audience: everybody", "not one of 'participants'"),
        (SHEET, '["Loaves a day, all shops",', "[Loaves a day, all shops,", "has 3 cells"),
        (SHEET, "- lines: 4", "- lines: 4\n    heading: Notes", "heading and lines"),
        (SHEET, "- lines: 4", '- caption: ""', "but holds none"),
        (SHEET, "- lines: 4", "- lines: 4\n    arrows: [[a, b]]", "arrows without boxes"),
        (SESSION, "id: first-question", "id: First Question", "small letters, digits"),
    ],
)
def test_a_mistake_is_told_with_its_file(example, edit, file, old, new, says):
    edit(example, old, new, file)
    found = [problem for problem in problems(example) if says in problem.text]
    assert [problem.place for problem in found] == [file]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (SESSION, "minutes: 8", "minutes: eight"),
        (SESSION, "kind: debrief", "kind: quarrel"),
        (SESSION, "minimum: 14", "minimum: 21"),
        (SESSION, "minimum: 14", "priority: 6\n    minimum: 14"),
        (SESSION, "id: close", "id: ask"),
        (SESSION, "language: en", "language: &a en"),
        (SESSION, "language: en", "language: !!python/name:os.system en"),
        (SESSION, "  - id: talk-about-it", "\t- id: talk-about-it"),
        (SESSION, "language: en", "language: a: b"),
        (SESSION, "language: en", 'language: "en'),
        (SESSION, "language: en", "language: [en"),
        (SESSION, "language: en", "language: \x07"),
        (EXERCISE, "{title: pairs,", "{titel: pairs,"),
        (SHEET, '["Loaves a day, all shops",', "[Loaves a day, all shops,"),
    ],
)
def test_a_mistake_is_told_with_its_line(example, edit, file, old, new):
    line = edit(example, old, new, file)
    assert (file, line) in {(problem.place, problem.line) for problem in problems(example)}


def test_an_exercise_that_is_missing_is_named_at_both_blocks_that_use_it(example):
    (example / "exercises" / "ask-once.yaml").unlink()
    found = problems(example)
    assert {problem.text for problem in found} == {
        "`exercise` ask-once is not in exercises/; add the file or remove it"
    }
    assert len({problem.line for problem in found}) == 2


def test_a_scenario_that_is_missing_is_named(example, edit):
    edit(example, "    exercise: ask-once\n    stage:\n      title: What made it", (
        "    exercise: ask-once\n    scenario: flood\n    stage:\n      title: What made it"
    ))  # fmt: skip
    assert "`scenario` flood is not in scenarios/" in problems(example)[0].text


def test_a_mistake_in_one_place_does_not_hide_one_elsewhere(example, edit):
    edit(example, "kind: debrief", "kind: quarrel")
    edit(example, "company_sheet: bakery", "company_sheet: mill")
    edit(example, "purpose: Turn", "porpoise: Turn", EXERCISE)
    (example / "sheets" / "broken.yaml").write_text("a: [", encoding="utf-8")
    places = {problem.place for problem in problems(example)}
    assert places == {"session.yaml", "exercises/ask-once.yaml", "sheets/broken.yaml"}
    assert sum(problem.place == "session.yaml" for problem in problems(example)) == 2


def test_a_file_that_cannot_be_read_is_not_also_called_missing(example):
    (example / "sheets" / "bakery.yaml").write_text("id: [", encoding="utf-8")
    assert [problem.place for problem in problems(example)] == ["sheets/bakery.yaml"]


def test_a_fixed_start_inside_an_earlier_block_is_refused(example, edit):
    edit(example, "  - id: close\n", "  - id: close\n    fixed: 27\n")
    assert "the blocks before it end at minute 28" in problems(example)[0].text


def test_a_fixed_start_after_a_gap_is_accepted(example, edit):
    edit(example, "  - id: close\n", "  - id: close\n    fixed: 30\n")
    assert read_pack(example).agenda.blocks[2].fixed_start_s == 30 * 60


def test_an_arrow_to_a_box_that_is_not_there_is_told_with_its_line(example):
    path = example / "sheets" / "map.yaml"
    path.write_text(
        "id: map\ntitle: Map\naudience: participants\ncopies: one\nparts:\n"
        "  - boxes:\n      - {id: N1, label: Mill, column: 0, row: 0}\n"
        "    arrows:\n      - [N1, N1]\n      - [N1, N2]\n",
        encoding="utf-8",
    )
    (problem,) = problems(example)
    assert (problem.place, problem.line) == ("sheets/map.yaml", 10)
    assert "N2" in problem.text


def test_two_sheets_with_one_id_are_told(example):
    shutil.copy(example / "sheets" / "bakery.yaml", example / "sheets" / "later.yaml")
    (problem,) = problems(example)
    assert str(problem).startswith("sheets/later.yaml:1: `id` bakery is also the sheet in")


def test_a_folder_without_a_session_is_refused(tmp_path):
    assert [str(p) for p in problems(tmp_path)] == ["session.yaml: is missing; every pack needs it"]


def test_a_file_with_the_other_ending_is_not_passed_over_in_silence(example):
    (example / "exercises" / "ask-once.yaml").rename(example / "exercises" / "ask-once.yml")
    assert [str(p) for p in problems(example)] == [
        "exercises/ask-once.yml: ends in .yml; rename it to end in .yaml"
    ]


@pytest.mark.parametrize("name", ["scenarios/x.yaml", "sheets/x.yaml", "cards/x.yaml"])
def test_a_link_out_of_the_pack_is_refused(example, tmp_path, name):
    (tmp_path / "outside.yaml").write_text("id: outside\n", encoding="utf-8")
    (example / name).parent.mkdir(exist_ok=True)
    (example / name).symlink_to(tmp_path / "outside.yaml")
    (problem,) = problems(example)
    assert (problem.place, "leads out of the pack" in problem.text) == (name, True)


def test_a_folder_that_is_a_link_out_of_the_pack_is_refused_once(example, tmp_path):
    (example / "sheets").rename(tmp_path / "elsewhere")
    (example / "sheets").symlink_to(tmp_path / "elsewhere")
    assert [problem.place for problem in problems(example)] == ["sheets"]


def test_a_link_to_itself_is_refused(example):
    (example / "sheets" / "x.yaml").symlink_to(example / "sheets" / "x.yaml")
    assert [problem.place for problem in problems(example)] == ["sheets/x.yaml"]


def test_a_file_of_more_than_a_megabyte_is_refused_unread(example):
    (example / "sheets" / "bakery.yaml").write_text("#" * 1_000_001, encoding="utf-8")
    assert "larger than 1 MB" in problems(example)[0].text


def test_prose_may_hold_stars_and_ampersands(example, edit):
    edit(example, "facilitator_note: Questions", 'facilitator_note: "Read: *slowly* & twice.')
    edit(example, "go back with a smile.", 'go back."')
    note = read_pack(example).agenda.blocks[0].facilitator_note
    assert note.startswith("Read: *slowly* & twice.")


def test_a_sheet_for_a_block_that_is_not_there_is_told(example):
    path = example / "sheets" / "bakery.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "block: nowhere\n", encoding="utf-8")
    (problem,) = problems(example)
    assert problem.place == "sheets/bakery.yaml"
    assert "`block` nowhere is not in session.yaml" in problem.text


def test_a_sheet_for_a_block_that_is_there_is_fine(example):
    path = example / "sheets" / "bakery.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "block: ask\n", encoding="utf-8")
    assert read_pack(example).sheets[0].block == "ask"
