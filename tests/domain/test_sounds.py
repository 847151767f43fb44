from __future__ import annotations

import pytest

from workshop_studio.domain.sounds import (
    SOUND_WORDS,
    Sound,
    SoundSettings,
    SoundState,
    settings_from,
    sound_of,
)


@pytest.mark.parametrize(
    ("cue", "sound"),
    [
        ("warning", Sound.NEARLY_THERE),
        ("two-minutes", Sound.NEARLY_THERE),
        ("time-up", Sound.TIME_UP),
        ("come-back", Sound.COME_BACK),
        ("something-new", None),
        ("", None),
    ],
)
def test_each_cue_has_its_sound_and_an_unknown_one_is_silent(cue, sound):
    assert sound_of(cue) is sound


def test_sounds_are_off_until_somebody_wants_them():
    assert SoundSettings().is_on is False


@pytest.mark.parametrize("settings", [SoundSettings(is_on=True, volume_pct=35), SoundSettings()])
def test_what_is_remembered_is_what_was_chosen(settings):
    assert settings_from(settings.as_text()) == settings


@pytest.mark.parametrize("text", ["", "on", "loud 60", "on sixty", "on -5", "on ²", "60 on"])
def test_a_text_that_is_no_setting_counts_as_the_first_one(text):
    assert settings_from(text) == SoundSettings()


def test_no_volume_is_louder_than_the_whole():
    assert settings_from("on 900") == SoundSettings(is_on=True, volume_pct=100)


def test_a_sentence_why_not_means_that_nothing_can_be_heard():
    assert SoundState().is_available
    assert not SoundState("No loudspeaker.").is_available


def test_every_sound_has_words():
    assert set(SOUND_WORDS) == set(Sound)
