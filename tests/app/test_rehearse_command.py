"""The command as a program or a person calls it."""

from __future__ import annotations

import json
import shutil

import pytest
from typer.testing import CliRunner

from workshop_studio.app import paths
from workshop_studio.app.cli import app

PACK = paths.built_in_packs() / "ask-early"
BERLIN = ("--start", "2026-10-06T13:30", "--zone", "Europe/Berlin")


def run(*words):
    return CliRunner().invoke(app, ["rehearse", *map(str, words)])


@pytest.fixture
def events(tmp_path):
    def written(*raw):
        path = tmp_path / "events.json"
        path.write_text(json.dumps(raw), encoding="utf-8")
        return path

    return written


def objects(result):
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.mark.parametrize("plan", [PACK, PACK / "session.yaml", "ask-early"])
def test_without_events_every_block_takes_exactly_its_minutes(plan):
    seen = objects(run(plan, *BERLIN, "--json"))
    # 6, 6, 8, 27, 6, 32, 10, 35, 8, 6 and 6 minutes: 150 in all.
    assert [one["at"] for one in seen] == [
        "00:00:00", "00:06:00", "00:12:00", "00:20:00", "00:47:00", "00:53:00", "01:25:00",
        "01:35:00", "02:10:00", "02:18:00", "02:24:00", "02:30:00",
    ]  # fmt: skip
    assert [one["block"] for one in seen[:-1]] == [f"b{n}" for n in range(1, 12)]
    assert {one["behind_s"] for one in seen} == {0}
    assert {one["ends_at"] for one in seen} == {"2026-10-06T16:00:00+02:00"}
    assert seen[-1]["phase"] == "ended"


def test_an_object_has_the_fields_that_programs_read(events):
    file = events({"at": "00:00:00", "do": "start"}, {"at": "00:01:30", "do": "pause"})
    first, second = objects(run(PACK, *BERLIN, "--events", file, "--json"))
    assert first["blocks"][0] == {
        "id": "b1",
        "planned_start": "2026-10-06T13:30:00+02:00",
        "planned_end": "2026-10-06T13:36:00+02:00",
        "projected_start": "2026-10-06T13:30:00+02:00",
        "projected_end": "2026-10-06T13:36:00+02:00",
        "state": "running",
    }
    assert len(second.pop("blocks")) == 11
    assert second == {
        "at": "00:01:30",
        "do": "pause",
        "block": "b1",
        "phase": "paused",
        "timer": "paused",
        "elapsed_s": 90,
        "remaining_s": 270,
        "over_s": 0,
        "behind_s": 0,
        "ends_at": "2026-10-06T16:00:00+02:00",
        "planned_end": "2026-10-06T16:00:00+02:00",
    }


def test_a_question_and_a_refusal_are_in_people_s_words_and_the_command_is_done(events):
    file = events(
        {"at": "00:00:00", "do": "start"},
        {"at": "00:02:00", "do": "crash", "seconds": 60},
        {"at": "00:03:30", "do": "next"},
        {"at": "00:04:00", "do": "choose", "option": "stood_still"},
        {"at": "00:05:00.250", "do": "read"},
    )
    seen = objects(run(PACK, *BERLIN, "--events", file, "--json"))
    assert seen[1]["notice"] == "The app stopped and was started again 1 min 0 s later"
    assert seen[1]["question"] == {
        "text": "You were away for 1 min 0 s. Did the room keep going?",
        "options": [
            {"option": "kept-going", "text": "It kept going: 3:00 left"},
            {"option": "stood-still", "text": "It stood still: 4:00 left"},
            {"option": "end", "text": "End the session"},
        ],
        "suggested": "kept-going",
    }
    assert seen[2]["refused"] == "Answer first whether the room kept going. Nothing was changed."
    assert (seen[3]["elapsed_s"], "question" in seen[3], "refused" in seen[3]) == (
        120,
        False,
        False,
    )
    assert (seen[4]["elapsed_s"], seen[4]["remaining_s"]) == (180.25, 179.75)


def test_times_stand_in_the_session_s_zone_on_both_sides_of_a_change_of_clocks(events):
    file = events({"at": "00:00:00", "do": "start"}, {"at": "02:30:00", "do": "end"})
    start = ("--start", "2026-03-08T01:00", "--zone", "America/New_York")
    seen = objects(run(PACK, *start, "--events", file, "--json"))[0]
    assert seen["blocks"][0]["planned_start"] == "2026-03-08T01:00:00-05:00"
    assert seen["ends_at"] == "2026-03-08T04:30:00-04:00"


def test_a_start_with_an_offset_is_that_moment():
    words = ("--start", "2026-10-06T11:30:00Z", "--zone", "Europe/Berlin", "--json")
    assert objects(run(PACK, *words))[0]["planned_end"] == "2026-10-06T16:00:00+02:00"


def test_people_read_a_table(events):
    file = events(
        {"at": "00:04:00", "do": "start"},
        {"at": "00:12:00", "do": "next"},
        {"at": "00:12:00", "do": "next"},
    )
    result = run(PACK, *BERLIN, "--events", file)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[1] == ("Rehearsal, planned start 13:30 on 6 October 2026, times in Europe/Berlin")
    assert [line.split() for line in lines[4:6]] == [
        ["00:04:00", "start", "b1", "running", "0:00", "6:00", "16:04", "4", "min", "behind"],
        ["00:12:00", "next", "b2", "running", "0:00", "6:00", "16:06", "6", "min", "behind"],
    ]
    assert lines[6].strip() == "Time is up: You said, we did (00:10:00)."
    assert lines[8].strip().startswith("Refused: Next was pressed twice")
    assert "13:30 to 13:36 13:34 to 13:42 You said, we did, done" in lines


def test_an_empty_list_of_events_prints_nothing_for_programs(events):
    assert objects(run(PACK, "--events", events(), "--json")) == []


def test_problems_of_plan_and_events_are_told_together(events, tmp_path):
    broken = tmp_path / "pack"
    shutil.copytree(PACK, broken)
    text = (broken / "session.yaml").read_text(encoding="utf-8")
    (broken / "session.yaml").write_text(
        text.replace("format: 1", "format: 2", 1).replace("kind: welcome", "kind: party", 1),
        encoding="utf-8",
    )
    result = run(broken, "--events", events({"at": "1", "do": "start"}), "--json")
    assert result.exit_code == 1
    assert result.stdout == ""
    said = result.stderr.splitlines()
    assert len(said) == 3
    assert said[0].startswith(f"{broken}/session.yaml:1: ")
    assert "`blocks[1].kind`" in said[1]
    assert said[2] == ("events.json: event 1: `at` must be written as HH:MM:SS, such as 00:12:30")


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        ("no-such-pack", "is neither a folder, nor a session.yaml, nor a pack on this computer"),
        (PACK / "exercises", "session.yaml: is missing"),
        (PACK / "cards" / "vocabulary.yaml", "is not a plan; name a pack’s folder"),
    ],
)
def test_a_plan_that_is_none_is_said_to_be_none(plan, said, tmp_path):
    if not str(plan).startswith("no-") and not plan.exists():
        plan = tmp_path / "other.yaml"
        plan.write_text("a: 1\n", encoding="utf-8")
    result = run(plan)
    assert result.exit_code == 1
    assert said in result.stderr


@pytest.mark.parametrize(
    "words",
    [
        (),
        (PACK, "--zone", "Mars/Base"),
        (PACK, "--start", "half past one"),
        (PACK, "--start", "2026-03-08T02:30", "--zone", "America/New_York"),
        (PACK, "--start", "9999-12-31T23:59:00-10:00"),
        (PACK, "--speed", "2"),
    ],
)
def test_wrong_usage_has_a_code_of_its_own(words):
    result = run(*words)
    assert result.exit_code == 2
    assert result.stdout == ""


def test_the_help_says_when_a_rehearsal_begins_without_a_start():
    assert "2026-01-05T09:00" in run("--help").stdout


def test_the_example_of_the_handbook_plays_without_a_refusal(tmp_path):
    page = (paths.built_in_packs().parent / "docs" / "rehearsal.md").read_text(encoding="utf-8")
    file = tmp_path / "events.json"
    file.write_text(page.partition("```json\n")[2].partition("```")[0], encoding="utf-8")
    seen = objects(run(PACK, *BERLIN, "--events", file, "--json"))
    assert [one for one in seen if "refused" in one] == []
    # b2 began at 12 min and slept for five that do not count: 8 of its 6 and 3 minutes are used.
    last = seen[-1]
    assert (last["block"], last["elapsed_s"], last["remaining_s"]) == ("b2", 480, 60)


@pytest.mark.parametrize("group", ["2", "B", "group b"])
def test_the_groups_of_a_pack_go_out_without_a_cohort(events, tmp_path, group):
    pack = tmp_path / "pack"
    shutil.copytree(PACK, pack)
    text = (pack / "session.yaml").read_text(encoding="utf-8")
    first = "    minutes: 6\n"
    breakout = f"{first}    breakout:\n      texts: [Hope, Doubt]\n      minutes: 4\n"
    (pack / "session.yaml").write_text(text.replace(first, breakout, 1), encoding="utf-8")
    file = events(
        {"at": "00:00:00", "do": "start"},
        {"at": "00:01:00", "do": "extend", "minutes": 4, "track": group},
    )
    tracks = [one["tracks"] for one in objects(run(pack, "--events", file, "--json"))]
    assert [[(t["name"], t["remaining_s"]) for t in row] for row in tracks] == [
        [("Group A", 240), ("Group B", 240)],
        [("Group A", 180), ("Group B", 420)],
    ]


def test_packs_of_a_further_folder_go_by_their_id(tmp_path):
    folder = tmp_path / "mine" / "pack"
    shutil.copytree(PACK, folder)
    text = (folder / "session.yaml").read_text(encoding="utf-8")
    (folder / "session.yaml").write_text(
        text.replace("id: ask-early", "id: ask-late", 1), encoding="utf-8"
    )
    words = ["--sessions", str(tmp_path / "mine"), "rehearse", "ask-late", "--json"]
    result = CliRunner().invoke(app, words)
    assert len(objects(result)) == 12


def test_a_rehearsal_leaves_nothing_on_disk(events, tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "data_folder", lambda: tmp_path / "data")
    objects(run("ask-early", "--json"))
    assert list(tmp_path.iterdir()) == []


def test_a_block_that_the_plan_does_not_have_is_refused_and_the_rest_is_played(events):
    file = events(
        {"at": "00:00:00", "do": "start"},
        {"at": "00:01:00", "do": "skip", "block": "b99"},
        {"at": "00:02:00", "do": "read"},
    )
    seen = objects(run(PACK, *BERLIN, "--events", file, "--json"))
    assert [one.get("refused") for one in seen] == [
        None,
        "This block is not in the plan. Nothing was changed.",
        None,
    ]


def test_thirds_of_a_second_are_rounded_alike_everywhere(events):
    # Two sevenths of a minute are 17.142857 s.
    file = events(
        {"at": "00:00:00", "do": "start"}, {"at": "00:01:00", "do": "extend", "minutes": 2 / 7}
    )
    seen = objects(run(PACK, *BERLIN, "--events", file, "--json"))[1]
    assert (seen["behind_s"], seen["remaining_s"]) == (17.143, 317.143)
    assert seen["ends_at"] == "2026-10-06T16:00:17.143+02:00"
