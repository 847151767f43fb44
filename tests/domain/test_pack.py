from __future__ import annotations

from workshop_studio.domain.agenda import Agenda, Step
from workshop_studio.domain.pack import Exercise, SessionPack, Shelf
from workshop_studio.domain.sheet import Audience, Sheet


def a_sheet(name, audience):
    return Sheet(name, name, "", audience, "one", is_landscape=False, parts=())


EXERCISE = Exercise(
    id="e1",
    title="One",
    purpose="Why",
    steps=(Step("a", "A", 240, "solo"), Step("b", "B", 720, "tables")),
    outputs=(),
    rubric=(),
    key="secret",
    short_variant="",
    long_variant="",
    debrief=(),
)
PACK = SessionPack(
    id="p1",
    version="1",
    language="en",
    title="Pack",
    purpose="Why",
    objectives=("One",),
    prework="",
    agenda=Agenda("Pack", "P", ()),
    exercises=(EXERCISE,),
    sheets=(a_sheet("map", Audience.PARTICIPANTS), a_sheet("map-key", Audience.FACILITATOR)),
    words=(),
    scenario_ids=(),
    folder="there",
)


def test_an_exercise_is_as_long_as_its_steps():
    assert EXERCISE.planned_s == 960


def test_an_exercise_is_found_by_its_id():
    assert PACK.exercise("e1") is EXERCISE
    assert PACK.exercise("e2") is None


def test_keys_are_not_among_the_sheets_for_participants():
    assert [sheet.id for sheet in PACK.sheets_for(Audience.PARTICIPANTS)] == ["map"]
    assert [sheet.id for sheet in PACK.sheets_for(Audience.FACILITATOR)] == ["map-key"]


def test_a_shelf_gives_a_pack_by_its_id():
    shelf = Shelf((PACK,), (), ())
    assert shelf.pack("p1") is PACK
    assert shelf.pack("p2") is None
