from __future__ import annotations

import pytest

from fakes import FakeSounds
from workshop_studio.domain.sounds import NO_OUTPUT, NOT_WANTED, Sound, SoundSettings, SoundState
from workshop_studio.services.sounds import SoundService

CUES = ("warning", "two-minutes", "time-up", "come-back")


def wanted(sounds, volume_pct=60):
    service = SoundService(sounds)
    service.choose(SoundSettings(is_on=True, volume_pct=volume_pct))
    return service


def test_while_sounds_are_off_nothing_is_ever_played():
    sounds = FakeSounds()
    service = SoundService(sounds)
    said = {service.cue(cue) for cue in CUES} | {service.play(one) for one in Sound}
    said.add(service.look())
    assert said == {SoundState(NOT_WANTED)}
    assert sounds.played == []


def test_each_cue_plays_its_sound_at_the_chosen_volume():
    sounds = FakeSounds()
    service = wanted(sounds, 35)
    assert {service.cue(cue) for cue in CUES} == {SoundState()}
    assert sounds.played == [
        ("nearly-there", 35), ("nearly-there", 35), ("time-up", 35), ("come-back", 35),
    ]  # fmt: skip


def test_a_cue_that_has_no_sound_is_silent():
    sounds = FakeSounds()
    assert wanted(sounds).cue("something-new") == SoundState()
    assert sounds.played == []


def test_switched_off_in_the_middle_the_next_cue_is_silent():
    sounds = FakeSounds()
    service = wanted(sounds)
    service.cue("warning")
    service.choose(SoundSettings(is_on=False, volume_pct=60))
    service.cue("time-up")
    assert sounds.played == [("nearly-there", 60)]


@pytest.mark.parametrize("why", [NO_OUTPUT])
def test_a_missing_loudspeaker_is_said_and_nothing_fails(why):
    service = wanted(FakeSounds(why))
    assert service.look() == service.cue("time-up") == SoundState(why)


def test_closing_falls_silent():
    sounds = FakeSounds()
    SoundService(sounds).close()
    assert sounds.is_closed
