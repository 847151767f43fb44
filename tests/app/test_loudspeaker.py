from __future__ import annotations

import array
import sys
import wave
from pathlib import Path

import pytest

from workshop_studio.app import paths
from workshop_studio.app import sounds as adapter
from workshop_studio.app.sounds import MiniaudioSounds, in_pieces, read_wav
from workshop_studio.domain.sounds import NO_FILE, NO_LIBRARY, NO_OUTPUT, Sound, SoundState

ROOT = Path(__file__).resolve().parents[2]
# The library's way to nowhere: it takes every sample at the pace of a loudspeaker.
NOWHERE = ("NULL",)


@pytest.fixture(scope="module")
def synthesis():
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        import make_sounds
    finally:
        sys.path.pop(0)
    return make_sounds


@pytest.mark.parametrize("sound", Sound)
def test_the_shipped_sounds_are_what_the_script_makes(synthesis, sound):
    samples, rate = read_wav(paths.resources() / "sounds" / f"{sound.value}.wav", 100)
    made = synthesis.samples(sound.value)
    assert rate == synthesis.RATE
    assert len(samples) == len(made)
    # Sines of two systems may differ in their last digit.
    assert max(abs(a - b) for a, b in zip(samples, made, strict=True)) <= 1


@pytest.mark.parametrize("sound", Sound)
def test_a_sound_begins_and_ends_in_silence_and_is_neither_faint_nor_harsh(sound):
    samples, rate = read_wav(paths.resources() / "sounds" / f"{sound.value}.wav", 100)
    loudest = max(map(abs, samples))
    assert 0.5 < loudest / 32_767 < 0.7
    assert abs(samples[0]) < loudest / 100
    assert abs(samples[-1]) < loudest / 100
    assert 1 < len(samples) / rate < 3
    # It is struck at the beginning and fades: the last third is the quietest.
    third = len(samples) // 3
    assert max(map(abs, samples[-third:])) < loudest


def test_the_sounds_ship_with_their_licence():
    assert "MIT" in (paths.resources() / "sounds" / "LICENSE-sounds.txt").read_text("utf-8")


def a_wav(folder, values, name="time-up"):
    with wave.open(str(folder / f"{name}.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(array.array("h", values).tobytes())
    return folder / f"{name}.wav"


@pytest.mark.parametrize(
    ("volume", "heard"),
    [(100, [1000, -800]), (50, [250, -200]), (10, [10, -8]), (300, [1000, -800])],
)
def test_half_of_the_volume_is_a_quarter_of_the_swing(tmp_path, volume, heard):
    samples, rate = read_wav(a_wav(tmp_path, [1000, -800]), volume)
    assert (list(samples), rate) == (heard, 8000)


def test_samples_are_handed_over_as_they_are_wished_for_and_none_is_lost():
    pieces = in_pieces(array.array("h", range(10)))
    next(pieces)
    assert [list(pieces.send(4)) for _ in range(3)] == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]]
    with pytest.raises(StopIteration):
        pieces.send(4)


def test_a_sound_is_begun_and_the_loudspeaker_let_go_of_when_it_is_over(tmp_path, qtbot):
    a_wav(tmp_path, [100] * 800)
    sounds = MiniaudioSounds(tmp_path, NOWHERE)
    assert sounds.look() == SoundState()
    assert not sounds.is_open
    assert sounds.play(Sound.TIME_UP, 60) == SoundState()
    assert sounds.is_open
    qtbot.waitUntil(lambda: not sounds.is_open, timeout=5000)


def test_the_newest_sound_replaces_the_one_that_still_sounds(tmp_path):
    a_wav(tmp_path, [100] * 80_000)
    sounds = MiniaudioSounds(tmp_path, NOWHERE)
    sounds.play(Sound.TIME_UP, 60)
    first = sounds._device
    sounds.play(Sound.TIME_UP, 60)
    assert sounds._device is not first
    sounds._end(first)
    assert sounds.is_open
    sounds.close()
    assert not sounds.is_open


def test_no_volume_opens_no_loudspeaker(tmp_path):
    a_wav(tmp_path, [100] * 800)
    sounds = MiniaudioSounds(tmp_path, NOWHERE)
    assert sounds.play(Sound.TIME_UP, 0) == SoundState()
    assert not sounds.is_open


def test_a_computer_without_a_sound_output_says_one_sentence(tmp_path):
    a_wav(tmp_path, [100] * 800)
    sounds = MiniaudioSounds(tmp_path, ("CUSTOM",))
    assert sounds.look() == SoundState(NO_OUTPUT)
    assert sounds.play(Sound.TIME_UP, 60) == SoundState(NO_OUTPUT)


def test_a_computer_without_the_library_says_one_sentence(tmp_path, monkeypatch):
    a_wav(tmp_path, [100] * 800)
    monkeypatch.setitem(sys.modules, "miniaudio", None)
    sounds = MiniaudioSounds(tmp_path)
    assert sounds.look() == SoundState(NO_LIBRARY)
    assert sounds.play(Sound.TIME_UP, 60) == SoundState(NO_LIBRARY)


@pytest.mark.parametrize("content", [None, b"", b"RIFF", b"no sound at all"])
def test_a_file_that_cannot_be_read_says_one_sentence(tmp_path, content):
    if content is not None:
        (tmp_path / "time-up.wav").write_bytes(content)
    assert MiniaudioSounds(tmp_path, NOWHERE).play(Sound.TIME_UP, 60) == SoundState(NO_FILE)


@pytest.mark.parametrize("platform", ["win32", "darwin", "linux"])
@pytest.mark.parametrize("has_cards", [True, False])
def test_no_system_is_asked_in_the_way_that_swallows_every_sound(
    platform, has_cards, tmp_path, monkeypatch
):
    import miniaudio

    monkeypatch.setattr(adapter, "_SOUND_CARDS", tmp_path if has_cards else tmp_path / "none")
    ways = adapter._ways_of(platform)
    assert ways
    assert all(miniaudio.Backend[way] is not miniaudio.Backend.NULL for way in ways)
