from __future__ import annotations

import json

import pytest

from workshop_studio.domain.rehearsal import Do, RehearsalEvent
from workshop_studio.exchange.rehearsal_file import LARGEST_BYTES, parse_events, read_events


def told(*raw):
    """Return what is said about events that are given as Python values."""
    _, problems = parse_events(json.dumps(raw), "events.json")
    return [str(problem) for problem in problems]


def test_every_event_of_the_format_is_read():
    raw = [
        {"at": "00:00:00", "do": "start"},
        {"at": "00:01:00", "do": "extend", "minutes": 5},
        {"at": "00:01:00", "do": "extend", "minutes": -1.5, "block": "b2"},
        {"at": "00:02:00", "do": "push", "minutes": 3, "scope": "rest"},
        {"at": "00:02:00.5", "do": "push", "minutes": 3, "scope": "block"},
        {"at": "00:02:30", "do": "push", "minutes": 3, "scope": "block", "block": "b3"},
        {"at": "00:03:00", "do": "skip", "block": "b3"},
        {"at": "00:04:00", "do": "started_ago", "minutes": 2},
        {"at": "00:05:00", "do": "sleep", "seconds": 90, "counted": False},
        {"at": "00:07:00", "do": "step_wall", "seconds": -3600},
        {"at": "00:08:00", "do": "zone", "name": "America/New_York"},
        {"at": "00:09:00", "do": "crash", "seconds": 30},
        {"at": "00:10:00", "do": "choose", "option": "kept-going"},
        {"at": "00:10:00", "do": "choose", "option": 2},
        {"at": "26:00:00", "do": "read"},
    ]
    events, problems = parse_events(json.dumps(raw), "events.json")
    assert problems == ()
    assert events == (
        RehearsalEvent(0.0, Do.START),
        RehearsalEvent(60.0, Do.EXTEND, minutes=5.0),
        RehearsalEvent(60.0, Do.EXTEND, minutes=-1.5, block="b2"),
        RehearsalEvent(120.0, Do.PUSH, minutes=3.0, is_rest=True),
        RehearsalEvent(120.5, Do.PUSH, minutes=3.0),
        RehearsalEvent(150.0, Do.PUSH, minutes=3.0, block="b3"),
        RehearsalEvent(180.0, Do.SKIP, block="b3"),
        RehearsalEvent(240.0, Do.STARTED_AGO, minutes=2.0),
        RehearsalEvent(300.0, Do.SLEEP, seconds=90.0, is_counted=False),
        RehearsalEvent(420.0, Do.STEP_WALL, seconds=-3600.0),
        RehearsalEvent(480.0, Do.ZONE, zone="America/New_York"),
        RehearsalEvent(540.0, Do.CRASH, seconds=30.0),
        RehearsalEvent(600.0, Do.CHOOSE, option="kept-going"),
        RehearsalEvent(600.0, Do.CHOOSE, option="2"),
        RehearsalEvent(93600.0, Do.READ),
    )


@pytest.mark.parametrize("do", ["next", "back", "pause", "resume", "undo", "end", "read"])
def test_acts_without_fields_take_none(do):
    assert told({"at": "00:00:00", "do": do}) == []
    assert told({"at": "00:00:00", "do": do, "minutes": 1}) == [
        "events.json: event 1: `minutes` is not a field of this event"
    ]


def test_all_problems_are_told_at_once_with_their_event_and_field():
    found = told(
        {"at": "0:05", "do": "start"},
        {"do": "pause"},
        {"at": "00:05:00"},
        {"at": "00:05:00", "do": "dance"},
        {"at": "00:04:00", "do": "extend", "minutes": "5"},
        {"at": "00:06:00", "do": "push", "minutes": 3, "scope": "all"},
        {"at": "00:06:00", "do": "skip"},
        {"at": "00:06:00", "do": "sleep", "seconds": -1},
        {"at": "00:06:00", "do": "zone", "name": "Mars/Base"},
        7,
    )
    assert [line for line in found if "dance" not in line] == [
        "events.json: event 1: `at` must be written as HH:MM:SS, such as 00:12:30",
        "events.json: event 2: `at` is missing",
        "events.json: event 3: `do` is missing",
        "events.json: event 5: `minutes` must be a number",
        "events.json: event 5: `at` 00:04:00 is earlier than the event before, event 4",
        "events.json: event 6: `scope` must be 'block' or 'rest'",
        "events.json: event 7: `block` is missing",
        "events.json: event 8: `seconds` must be 0 or more",
        "events.json: event 8: `counted` is missing",
        (
            "events.json: event 9: `name` “Mars/Base” is no time zone; write a name such as "
            "Europe/Berlin"
        ),
        'events.json: event 10 must be an object such as {"at": "00:00:00", "do": "start"}',
    ]
    assert found[3].startswith("events.json: event 4: `do` “dance” is not known; there are start")


def test_numbers_have_to_be_numbers_that_a_clock_can_take():
    text = '[{"at": "00:00:00", "do": "crash", "seconds": NaN}]'
    assert [p.text for p in parse_events(text, "e.json")[1]] == [
        "event 1: `seconds` must be a number"
    ]
    far = {"at": "00:00:00", "do": "crash", "seconds": 1e300}
    assert told(far) == ["events.json: event 1: `seconds` must be 604800 or less"]
    yes = {"at": "00:00:00", "do": "push", "minutes": True, "scope": "rest"}
    assert told(yes) == ["events.json: event 1: `minutes` must be a number"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[{"at": "00:00:00"\n "do": "start"}]', "e.json:2: is not JSON: expecting ',' delimiter"),
        ("", "e.json:1: is not JSON: expecting value"),
        ("{}", "e.json: must be a list of events, in square brackets"),
        ("[" * 100_000, "e.json: is not JSON that can be understood"),
        ("[1e999999]", ('e.json: event 1 must be an object such as {"at": "00:00:00", "do": '
         '"start"}')),
    ],
)  # fmt: skip
def test_a_file_that_is_no_list_of_events_is_said_to_be_none(text, said):
    events, problems = parse_events(text, "e.json")
    assert ([str(problem) for problem in problems], events) == ([said], ())


def test_a_file_that_cannot_be_read_is_named(tmp_path):
    assert read_events(tmp_path / "none.json")[1][0].text.startswith("cannot be read (")
    latin = tmp_path / "latin.json"
    latin.write_bytes('["ü"]'.encode("latin-1"))
    assert read_events(latin)[1][0].text == "is not UTF-8 text; save it as UTF-8"
    large = tmp_path / "large.json"
    large.write_bytes(b" " * (LARGEST_BYTES + 1))
    assert read_events(large)[1][0].text == "is larger than 5 MB"
    good = tmp_path / "good.json"
    good.write_text('\ufeff[{"at": "00:00:00", "do": "read"}]', encoding="utf-8")
    assert read_events(good)[0] == (RehearsalEvent(0.0, Do.READ),)
