"""Groups, prompts and marks of the clock in a pack."""

from __future__ import annotations

from pathlib import Path

import pytest

from workshop_studio.domain.breakouts import for_teams
from workshop_studio.domain.cohort import Team
from workshop_studio.domain.errors import PackRejected
from workshop_studio.packs.check import check_pack
from workshop_studio.packs.reader import read_pack

ASK_EARLY = Path(__file__).resolve().parents[2] / "sessions" / "ask-early"
PLACE = "    exercise: ask-once\n    stage:\n      title: Ask about the bakery\n"
GROUPS = """\
    breakout:
      minutes: 12
      groups:
        - {name: Window, text: Who waits?, mentor: Ines from security, place: table 3}
        - {name: Door, minutes: 6.5}
    prompts:
      - {at: "12:00", text: Pass it on.}
      - {at: 300, text: Half a page is enough.}
    warning: 240
    danger: 0
"""


@pytest.fixture
def with_lines(example, edit):
    """Put lines into the first block, which takes 20 minutes; return the pack's folder."""

    def put(lines):
        edit(example, PLACE, lines + PLACE)
        return example

    return put


def problems(folder):
    with pytest.raises(PackRejected) as rejected:
        read_pack(folder)
    return rejected.value.problems


def test_named_groups_have_their_own_minutes_text_mentor_and_place(with_lines):
    window, door = read_pack(with_lines(GROUPS)).agenda.blocks[0].tracks
    assert (window.id, window.letter, window.name, window.planned_s) == ("1", "A", "Window", 720)
    assert (window.text, window.mentor, window.place) == (
        "Who waits?", "Ines from security", "table 3"
    )  # fmt: skip
    assert (door.id, door.letter, door.planned_s, door.text) == ("2", "B", 390, "")


def test_prompts_come_by_time_whichever_way_the_moment_is_written(with_lines):
    prompts = read_pack(with_lines(GROUPS)).agenda.blocks[0].prompts
    assert [(prompt.id, prompt.at_s, prompt.text) for prompt in prompts] == [
        ("p1", 300, "Half a page is enough."),
        ("p2", 720, "Pass it on."),
    ]


def test_the_marks_of_the_clock_are_seconds_left(with_lines):
    block = read_pack(with_lines(GROUPS)).agenda.blocks[0]
    assert (block.warning_s, block.danger_s) == (240, 0)


def test_texts_wait_for_the_teams_and_go_round(with_lines):
    lines = "    breakout:\n      texts: [Unseen?, Untrue?]\n"
    agenda = read_pack(with_lines(lines)).agenda
    assert [(t.id, t.letter, t.name, t.planned_s) for t in agenda.blocks[0].tracks] == [
        ("1", "A", "", 1200), ("2", "B", "", 1200)
    ]  # fmt: skip
    teams = tuple(Team(f"t{n}", letter, name, "code", ()) for n, (letter, name) in enumerate(
        (("A", "Basil"), ("B", "Fennel"), ("C", "Juniper"))
    ))  # fmt: skip
    tracks = for_teams(agenda, teams).blocks[0].tracks
    assert [(t.name, t.text) for t in tracks] == [
        ("Basil", "Unseen?"), ("Fennel", "Untrue?"), ("Juniper", "Unseen?")
    ]  # fmt: skip


def test_without_a_breakout_there_are_no_groups(example):
    block = read_pack(example).agenda.blocks[0]
    assert (block.tracks, block.prompts, block.warning_s, block.danger_s) == ((), (), None, None)


def test_the_built_in_relay_has_six_lenses_and_two_prompts():
    relay = read_pack(ASK_EARLY).agenda.blocks[5]
    assert [track.text for track in relay.tracks] == [
        "Unseen?", "Untrue?", "Left out?", "Unsafe?", "Hard to undo?", "Treated differently?"
    ]  # fmt: skip
    assert {track.planned_s for track in relay.tracks} == {relay.planned_s}
    # The exercise passes the sheets on after 8 and after 12 minutes.
    assert [prompt.at_s for prompt in relay.prompts] == [480, 720]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("      minutes: 12\n", "      minutes: 21\n", "21 is more than the 20 of the block"),
        ("minutes: 6.5}", "minutes: 25}", "25 is more than the 20 of the block"),
        ("      groups:\n", "      texts: [a, b]\n      groups:\n", "keep one of them"),
        ("name: Door", "name: window", "`name` window is used twice"),
        ("mentor: Ines", "mentr: Ines", "`blocks[1].breakout.groups[1].mentr` is not a field"),
        ('"12:00"', '"20:00"', "is after the block, which ends at 20:00"),
        ('"12:00"', "1200", "is after the block"),
        ("at: 300", 'at: "12:00"', "has a prompt already"),
        ('"12:00"', '"12.00"', '`blocks[1].prompts[1].at` must be a moment such as "12:00"'),
        ('"12:00"', '"12:60"', '`blocks[1].prompts[1].at` must be a moment such as "12:00"'),
        ("Pass it on.", "x" * 91, "too long, at most 90"),
        ("warning: 240", "warning: 1200", "no less than the 20 minutes"),
        ("danger: 0", "danger: 240", "must come after `warning` 240"),
        ("warning: 240", "warning: 2.5", "must be a whole number"),
        ("danger: 0", "danger: -1", "must be at least 0"),
        ("    warning: 240\n    danger: 0\n", "    warning: 30\n", "`danger` 60 s must come after"),
        ("    warning: 240\n    danger: 0\n", "    danger: 300\n", "must come after `warning` 240"),
    ],
)
def test_a_mistake_is_told_with_file_and_line(with_lines, edit, old, new, says):
    folder = with_lines(GROUPS)
    line = edit(folder, old, new)
    (problem,) = problems(folder)
    assert says in problem.text
    # What is wrong with a breakout as a whole is told where it begins, two lines above.
    told = line - 2 if says == "keep one of them" else line
    assert (problem.place, problem.line) == ("session.yaml", told)


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ("    breakout:\n      texts: [Alone?]\n", "too few entries, at least 2"),
        (
            "    breakout:\n      texts: [a, b, c, d, e, f, g, h, i]\n",
            "too many entries, at most 8",
        ),
        ("    breakout:\n      groups: [{name: a}]\n", "too few entries, at least 2"),
        ("    breakout: {}\n", "must hold `texts` for the teams, or `groups` with names"),
    ],
)
def test_a_breakout_has_two_to_eight_groups_of_one_kind(with_lines, lines, says):
    (problem,) = problems(with_lines(lines))
    assert says in problem.text


def test_all_mistakes_of_a_breakout_come_at_once(with_lines):
    lines = GROUPS.replace("name: Door", "name: Window").replace('"12:00"', '"30:00"')
    lines = lines.replace("danger: 0", "danger: 500").replace("minutes: 12", "minutes: 40")
    assert len(problems(with_lines(lines))) == 4


def test_a_text_too_long_for_its_tile_is_hinted_at(with_lines):
    lines = "    breakout:\n      texts: [Who would be the last one to notice this?, Unseen?]\n"
    found, hints = check_pack(with_lines(lines))
    assert found == ()
    assert [hint.text for hint in hints] == [
        "“Who would be the last one to notice this?” has 41 characters; the wall shows 26 well"
    ]
