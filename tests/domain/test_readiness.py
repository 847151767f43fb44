from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from workshop_studio.domain.readiness import (
    Look,
    Offer,
    awake_line,
    check_lines,
    clock_line,
    disk_line,
    handouts_line,
    power_line,
    projector_line,
    rehearsal_line,
    sound_line,
    summary,
    things_line,
)
from workshop_studio.domain.ready_sheet import ready_sheet
from workshop_studio.domain.room_facts import (
    Awake,
    ComputerFacts,
    Disk,
    Power,
    PowerSource,
    Projector,
    ProjectorState,
    SessionFacts,
)
from workshop_studio.domain.sheet import Audience
from workshop_studio.domain.sounds import NO_OUTPUT, SoundSettings, SoundState
from workshop_studio.domain.ticks import ThingToBring, Ticked

NOW = datetime(2026, 10, 6, 11, 28, tzinfo=UTC)
PENS, TAPE = ThingToBring("m-1", "Pens", "Welcome"), ThingToBring("m-2", "Tape", "Map")
SESSION = SessionFacts(
    "s", "Ask early", NOW + timedelta(minutes=2), "Europe/Berlin", 9000,
    people=28, tables=6, sheets=118,
)  # fmt: skip
FACTS = ComputerFacts(
    NOW,
    "Europe/Berlin",
    Projector(ProjectorState.FOUND, "Sample Projector", (1920, 1080)),
    Awake.KEPT,
    Power(PowerSource.MAINS, 90),
    Disk(is_writable=True, free_bytes=12 * 10**9),
    SoundState(),
)
ON, OFF = SoundSettings(is_on=True), SoundSettings()


def ticked(session=SESSION, **ids):
    return replace(session, ticks=tuple(Ticked(id_, NOW, count) for id_, count in ids.items()))


def seen(line):
    return line.look, line.says


def test_a_room_where_all_is_well_says_so_in_nine_lines():
    lines = check_lines(FACTS, ticked(heard=0, handouts=28, rehearsed=0), ON)
    assert [line.id for line in lines] == [
        "projector", "sound", "awake", "power", "disk", "clock", "handouts", "things", "rehearsal",
    ]  # fmt: skip
    assert {line.look for line in lines} == {Look.QUIET}
    assert {line.to_do for line in lines} == {""}
    assert summary(lines) == (Look.QUIET, "Everything is ready")


@pytest.mark.parametrize(
    ("projector", "look", "says"),
    [
        (FACTS.projector, Look.QUIET, "The stage is on Sample Projector, 1920 x 1080."),
        (Projector(ProjectorState.FOUND), Look.QUIET, "The stage is on the second screen."),
        (Projector(ProjectorState.WINDOW), Look.WATCH, "The stage is in a window on this screen."),
        (Projector(ProjectorState.WAITING), Look.ALERT, "The projector was here and is gone."),
        (Projector(ProjectorState.NONE), Look.ALERT, "No second screen is plugged in."),
        (
            Projector(ProjectorState.ASKING),
            Look.WATCH,
            "More than one screen could be the projector.",
        ),
        (
            Projector(ProjectorState.COPY),
            Look.ALERT,
            "The projector shows a copy of this screen, notes and all.",
        ),
        (Projector(ProjectorState.ALONE), Look.WATCH, "The stage fills the only screen."),
        (None, Look.OPEN, "No answer yet."),
    ],
)
def test_the_projector_is_found_in_a_window_gone_or_never_there(projector, look, says):
    assert seen(projector_line(projector)) == (look, says)


def test_every_place_of_the_stage_has_its_line_and_one_thing_to_do_unless_all_is_well():
    for state in ProjectorState:
        line = projector_line(Projector(state))
        assert bool(line.to_do) is (state is not ProjectorState.FOUND)


def test_without_a_projector_the_stage_can_be_shown_in_a_window():
    assert projector_line(Projector(ProjectorState.NONE)).offer is Offer.SHOW_WINDOW


def test_sounds_that_are_not_wanted_need_no_loudspeaker():
    deaf = replace(FACTS, sound=SoundState(NO_OUTPUT))
    line = sound_line(deaf, SESSION, OFF)
    assert seen(line) == (Look.QUIET, "Sounds are off today; nothing is played.")
    assert line.offer is Offer.SWITCH_ON


def test_sounds_that_are_wanted_but_cannot_be_heard_are_an_alert_with_one_thing_to_do():
    line = sound_line(replace(FACTS, sound=SoundState(NO_OUTPUT)), ticked(heard=0), ON)
    assert line.look is Look.ALERT
    assert line.says == ("This computer has no sound output that answers, so nothing is heard.")
    assert line.to_do.startswith("Plug in a loudspeaker or headphones")


def test_a_sound_counts_as_heard_for_twelve_hours_and_not_longer():
    assert seen(sound_line(FACTS, ticked(heard=0), ON)) == (
        Look.QUIET, "Heard at 13:28, volume 60 of 100.",
    )  # fmt: skip
    edge = replace(FACTS, now_utc=NOW + timedelta(hours=12))
    assert sound_line(edge, ticked(heard=0), ON).look is Look.QUIET
    after = replace(FACTS, now_utc=NOW + timedelta(hours=12, seconds=1))
    assert sound_line(after, ticked(heard=0), ON).look is Look.WATCH


def test_a_sound_that_nobody_heard_is_to_be_tried():
    line = sound_line(FACTS, SESSION, ON)
    assert (line.look, line.offer) == (Look.WATCH, Offer.PLAY)


def test_a_volume_of_nothing_is_said():
    line = sound_line(FACTS, ticked(heard=0), SoundSettings(is_on=True, volume_pct=0))
    assert seen(line) == (Look.WATCH, "Sounds are on, but their volume is 0.")


def test_sounds_that_were_not_asked_yet_have_no_answer():
    assert sound_line(replace(FACTS, sound=None), SESSION, ON).look is Look.OPEN


@pytest.mark.parametrize(
    ("awake", "look"),
    [(Awake.KEPT, Look.QUIET), (Awake.NOT_KEPT, Look.WATCH), (Awake.UNKNOWN, Look.WATCH)],
)
def test_a_display_that_may_go_dark_is_to_be_looked_at(awake, look):
    line = awake_line(awake)
    assert line.look is look
    assert bool(line.to_do) is (look is Look.WATCH)


@pytest.mark.parametrize(
    ("power", "look", "says"),
    [
        (Power(PowerSource.MAINS), Look.QUIET, "On mains."),
        (Power(PowerSource.MAINS, 64), Look.QUIET, "On mains, 64 % in the battery."),
        (Power(PowerSource.BATTERY, 64), Look.WATCH,
         "On battery, 64 % in the battery; the session lasts 2 h 30 min."),
        (Power(PowerSource.BATTERY, 30), Look.WATCH,
         "On battery, 30 % in the battery; the session lasts 2 h 30 min."),
        (Power(PowerSource.BATTERY, 29), Look.ALERT,
         "On battery, 29 % in the battery; the session lasts 2 h 30 min."),
        (Power(PowerSource.BATTERY), Look.WATCH, "On battery; the session lasts 2 h 30 min."),
        (Power(PowerSource.UNKNOWN), Look.WATCH, "This computer does not say what it runs on."),
        (None, Look.OPEN, "No answer yet."),
    ],
)  # fmt: skip
def test_mains_is_quiet_a_battery_is_to_be_looked_at_and_a_low_one_is_an_alert(power, look, says):
    assert seen(power_line(power, 9000)) == (look, says)


@pytest.mark.parametrize(
    ("seconds", "span"), [(2700, "45 min"), (7200, "2 h"), (5400, "1 h 30 min")]
)
def test_the_length_of_the_session_is_said_in_hours_and_minutes(seconds, span):
    assert power_line(Power(PowerSource.BATTERY), seconds).says.endswith(f"lasts {span}.")


@pytest.mark.parametrize(
    ("disk", "look", "says"),
    [
        (Disk(is_writable=True, free_bytes=12 * 10**9), Look.QUIET,
         "The workspace can be written; 12 GB free."),
        (Disk(is_writable=True, free_bytes=10**9), Look.QUIET,
         "The workspace can be written; 1.0 GB free."),
        (Disk(is_writable=True, free_bytes=999 * 10**6), Look.WATCH,
         "The workspace can be written; 999 MB free."),
        (Disk(is_writable=True, free_bytes=49 * 10**6), Look.ALERT,
         "The workspace can be written; 49 MB free."),
        (Disk(is_writable=True), Look.QUIET, "The workspace can be written."),
        (Disk(is_writable=False, free_bytes=12 * 10**9), Look.ALERT,
         "The folder of the workspace cannot be written to."),
        (Disk(is_writable=False, free_bytes=0), Look.ALERT, "The disk of the workspace is full."),
        (None, Look.OPEN, "No answer yet."),
    ],
)  # fmt: skip
def test_the_disk_is_writable_and_has_space_or_says_what_is_wrong(disk, look, says):
    assert seen(disk_line(disk)) == (look, says)


def at(zone, now=NOW):
    return replace(FACTS, zone=zone, now_utc=now)


def test_a_computer_in_the_zone_of_the_session_is_quiet():
    assert seen(clock_line(FACTS, SESSION)) == (
        Look.QUIET, "13:28 in Europe/Berlin, as planned.",
    )  # fmt: skip


def test_another_zone_with_the_same_time_is_quiet():
    assert seen(clock_line(at("Europe/Paris"), SESSION)) == (
        Look.QUIET, "13:28 in Europe/Berlin, the same as Europe/Paris here.",
    )  # fmt: skip


def test_another_zone_with_another_time_names_both():
    line = clock_line(at("America/New_York"), SESSION)
    assert seen(line) == (
        Look.WATCH,
        (
            "The session is planned in Europe/Berlin; this computer is set to America/New_York. "
            "13:28 there is 07:28 here."
        ),
    )


def test_a_zone_that_differs_only_once_the_session_starts_is_named():
    # London and Lagos have the same time until British Summer Time ends on 25 October at 01:00 UTC.
    start = datetime(2026, 10, 25, 2, 0, tzinfo=UTC)
    session = replace(SESSION, start_utc=start, zone="Europe/London")
    before = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert clock_line(at("Africa/Lagos", before), session).look is Look.WATCH


def test_a_session_of_another_day_may_be_a_wrong_clock():
    line = clock_line(at("Europe/Berlin", NOW + timedelta(days=3)), SESSION)
    assert seen(line) == (
        Look.WATCH,
        (
            "The session is planned for Tuesday 6 October, 13:30; this computer says "
            "Friday 9 October, 13:28."
        ),
    )


def test_twelve_hours_off_is_still_the_day():
    start = SESSION.start_utc
    assert clock_line(at("Europe/Berlin", start - timedelta(hours=12)), SESSION).look is Look.QUIET
    off = clock_line(at("Europe/Berlin", start - timedelta(hours=12, seconds=1)), SESSION)
    assert off.look is Look.WATCH


@pytest.mark.parametrize("zone", ["Middle/Earth", "", "../etc"])
def test_a_zone_that_nobody_knows_is_said_and_nothing_fails(zone):
    assert clock_line(at(zone), SESSION).look is Look.WATCH
    assert clock_line(FACTS, replace(SESSION, zone=zone)).look is Look.WATCH


def test_handouts_are_counted_for_the_people_of_the_cohort():
    line = handouts_line(SESSION)
    assert seen(line) == (Look.WATCH, "28 people at 6 tables: 118 sheets of paper.")
    assert line.offer is Offer.PRINT_MATERIAL


def test_sheets_that_the_pack_does_not_count_are_said():
    line = handouts_line(replace(SESSION, people=1, tables=1, sheets=1, uncounted=2))
    assert line.says == "1 person at 1 table: 1 sheet of paper, and 2 more to count by hand."


def test_handouts_that_were_printed_before_more_people_came_are_too_few():
    assert seen(handouts_line(ticked(handouts=28))) == (
        Look.QUIET, "Printed for 28 people; 118 sheets.",
    )  # fmt: skip
    line = handouts_line(ticked(handouts=25))
    assert seen(line) == (Look.WATCH, "Printed for 25 people; the cohort has 28 now.")
    assert line.to_do == "Print for 3 more, then tick again."
    assert handouts_line(ticked(handouts=30)).look is Look.QUIET


def test_a_pack_that_is_gone_is_named():
    line = handouts_line(replace(SESSION, missing_pack="ask-early"))
    assert seen(line) == (Look.ALERT, "The pack ask-early is not on this computer.")


def test_things_are_counted_as_they_are_ticked():
    session = replace(SESSION, things=(PENS, TAPE))
    assert seen(things_line(session)) == (Look.WATCH, "0 of 2 things ticked.")
    half = replace(session, ticks=(Ticked("m-1", NOW),))
    assert seen(things_line(half)) == (Look.WATCH, "1 of 2 things ticked.")
    whole = replace(session, ticks=(Ticked("m-1", NOW), Ticked("m-2", NOW)))
    assert seen(things_line(whole)) == (Look.QUIET, "2 of 2 things ticked.")
    assert things_line(SESSION).look is Look.QUIET


def test_a_rehearsal_is_a_tick():
    assert rehearsal_line(SESSION).look is Look.WATCH
    assert rehearsal_line(ticked(rehearsed=0)).look is Look.QUIET


def test_all_lines_together_look_like_the_worst_of_them():
    def of(*looks):
        return summary(tuple(replace(rehearsal_line(SESSION), look=look) for look in looks))

    assert of(Look.QUIET, Look.WATCH, Look.ALERT) == (Look.ALERT, "1 not ready, 1 to look at")
    assert of(Look.WATCH, Look.WATCH) == (Look.WATCH, "2 to look at")
    assert of(Look.OPEN, Look.WATCH) == (Look.WATCH, "1 to look at, 1 not checked yet")
    assert of(Look.OPEN, Look.QUIET) == (Look.OPEN, "1 not checked yet")


def test_each_look_has_a_word_of_its_own():
    assert len({look.word for look in Look}) == len(Look)


def test_the_printed_card_holds_every_line_and_every_tick_and_never_reaches_a_table():
    session = replace(ticked(rehearsed=0), things=(PENS, TAPE))
    session = replace(session, ticks=(*session.ticks, Ticked("m-2", NOW)))
    lines = check_lines(FACTS, session, OFF)
    sheet = ready_sheet(session, lines, "13:28")
    assert sheet.audience is Audience.FACILITATOR
    assert sheet.subtitle == "Ask early, checked at 13:28"
    checks, by_hand, things = sheet.parts
    assert checks.rows[1] == (
        "☑", "Projector", "Ready: The stage is on Sample Projector, 1920 x 1080.", "–",
    )  # fmt: skip
    assert len(checks.rows) == 10
    assert by_hand.text.split("     ") == ["☐ Sound heard", "☐ Handouts printed", "☑ Rehearsed"]
    assert things.rows[1:] == (("☐", "Pens", "☑", "Tape"),)
    assert len(ready_sheet(SESSION, lines, "13:28").parts) == 2
