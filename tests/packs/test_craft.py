from __future__ import annotations

import pytest

from workshop_studio.packs.check import check_pack

SESSION, EXERCISE, SHEET = "session.yaml", "exercises/ask-once.yaml", "sheets/bakery.yaml"


def hints(folder):
    problems, found = check_pack(folder)
    assert problems == ()
    return found


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        (SESSION, "go back with a smile", "simply go back", "“simply” makes a difficulty"),
        (SESSION, "go back with a smile", "show who is to blame", "“to blame” looks for"),
        (SESSION, "protected: true", "protected: false", "debrief that is not protected"),
        (SESSION, "    cut_first: Leave out the second round.\n", "", "what to cut first"),
        (SESSION, "      - Minute cards", "      - Coats", "does not collect minute cards"),
        (SESSION, "language: en", "language: en\noffline: false", "needs a network"),
        (SESSION, "- By when?", "- " + "x" * 35, "has 35 characters; the wall shows 34"),
        (SESSION, "- By when?", "- A good question names a role and a day.", "shows a key"),
        (EXERCISE, "stage: Make it a question", "stage: " + "x" * 27, "the wall shows 26"),
        (SHEET, "A bakery lets", "A baker was injured. A bakery lets", "add a `content_note`"),
        (SHEET, "- lines: 4", "- bullets: [Green is good. Red is bad.]", "a shape or a letter"),
        (SHEET, "- lines: 4", "- bullets: [A good question names a role and a day.]", "a key"),
    ],
)  # fmt: skip
def test_each_rule_of_the_craft_gives_its_hint_where_it_belongs(
    example, edit, file, old, new, says
):
    edit(example, old, new, file)
    assert [hint.place for hint in hints(example) if says in hint.text] == [file]


def test_lines_that_fit_the_wall_exactly_give_no_hint(example, edit):
    edit(example, "- By when?", "- " + "x" * 34)
    edit(example, "stage: Make it a question", "stage: " + "x" * 26, EXERCISE)
    assert hints(example) == ()


def test_a_session_in_which_nobody_writes_alone_gives_a_hint(example, edit):
    edit(example, "grouping: solo", "grouping: pairs", EXERCISE)
    assert ["nobody writes alone" in hint.text for hint in hints(example)] == [True]


def test_a_hint_names_the_line_of_the_word(example, edit):
    line = edit(example, "go back with a smile", "obviously go back")
    assert [(hint.place, hint.line) for hint in hints(example)] == [("session.yaml", line)]


def test_talk_of_more_than_a_fifth_and_of_nine_minutes_gives_two_hints(example, edit):
    # 9 of 39 minutes are 23 %.
    block = (
        "  - {id: t, kind: talk, title: T, minutes: 9, minimum: 9, when_late: keep,"
        " stage: {title: T}}\n"
    )
    edit(example, "  - id: talk-about-it\n", block + "  - id: talk-about-it\n")
    texts = [hint.text for hint in hints(example)]
    assert texts == [
        "talk takes 23% of the time; keep it to 20 %",
        "block t talks for 9 minutes; keep a talk to 8",
    ]


def test_sixteen_minutes_before_people_do_something_give_a_hint(example, edit):
    block = (
        "  - {id: w, kind: welcome, title: W, minutes: 16, minimum: 16, when_late: keep,"
        " stage: {title: W}}\n"
    )
    edit(example, "  - id: ask\n", block + "  - id: ask\n")
    assert "after 16 minutes" in hints(example)[0].text


def test_a_company_sheet_of_more_than_a_page_gives_a_hint(example, edit):
    edit(example, "A bakery lets", "x" * 3200 + " A bakery lets", SHEET)
    assert [hint.place for hint in hints(example)] == [SHEET]


def test_a_key_for_participants_gives_a_hint(example):
    (example / "sheets" / "z.yaml").write_text(
        "id: bakery-key\ntitle: Z\naudience: participants\ncopies: one\nparts: [{lines: 1}]\n",
        encoding="utf-8",
    )
    (hint,) = hints(example)
    assert str(hint).startswith("sheets/z.yaml:3: this looks like a key")


def test_an_exercise_that_no_block_uses_gives_a_hint(example):
    text = (example / EXERCISE).read_text(encoding="utf-8")
    spare = example / "exercises" / "spare.yaml"
    spare.write_text(text.replace("id: ask-once", "id: spare"), encoding="utf-8")
    assert [hint.place for hint in hints(example)] == ["exercises/spare.yaml"]


def test_a_scenario_with_a_mistake_is_a_problem_with_its_file(example):
    (example / "scenarios").mkdir()
    (example / "scenarios" / "flood.yaml").write_text("id: flood\n", encoding="utf-8")
    problems, _ = check_pack(example)
    assert {problem.place for problem in problems} == {"scenarios/flood.yaml"}
