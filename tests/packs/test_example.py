from __future__ import annotations

from workshop_studio.domain.sheet import Audience
from workshop_studio.packs.check import check_pack
from workshop_studio.packs.reader import read_pack


def test_the_example_of_the_guide_has_no_problems_and_no_hints(example):
    assert check_pack(example) == ((), ())


def test_the_example_becomes_an_agenda_with_steps(example):
    ask, debrief, _ = read_pack(example).agenda.blocks
    assert [step.planned_s for step in ask.steps] == [300, 900]
    assert ask.stage_lines == ("Who could answer it?", "By when?")
    assert debrief.exercise == "ask-once"
    assert debrief.steps == ()


def test_notes_and_keys_stay_out_of_what_the_room_reads(example):
    pack = read_pack(example)
    for block in pack.agenda.blocks:
        shown = " ".join((block.stage_title, *block.stage_lines, *(s.stage for s in block.steps)))
        assert not block.answer_key or block.answer_key not in shown
        assert not block.facilitator_note or block.facilitator_note not in shown
    assert pack.exercise("ask-once").step_notes == ("Silence. A worry may be half a sentence.", "")
    assert [sheet.id for sheet in pack.sheets_for(Audience.PARTICIPANTS)] == ["bakery"]
