"""The answer to `ports.sounds.Sounds`: WAV files through the miniaudio library."""

from __future__ import annotations

import array
import sys
import threading
import wave
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from workshop_studio.domain.sounds import NO_FILE, NO_LIBRARY, NO_OUTPUT, SoundState

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from types import ModuleType

    from workshop_studio.domain.sounds import Sound


class Loudspeaker(Protocol):
    """What is used of a device of the library."""

    def start(self, pieces: Generator[array.array[int], int, None]) -> None: ...  # noqa: D102
    def close(self) -> None: ...  # noqa: D102


_SOUND_CARDS = Path("/dev/snd")
# What is still in the buffers when the last sample was handed over.
_LINGER_S = 0.5


class MiniaudioSounds:
    """Opens the loudspeaker for one sound at a time and lets go of it afterwards.

    folder: where the WAV files are. backends: names of miniaudio's ways to the system, None for
    those of this one.
    """

    def __init__(self, folder: Path, backends: Sequence[str] | None = None) -> None:
        self._folder = folder
        self._backends = _ways_of(sys.platform) if backends is None else tuple(backends)
        self._lock = threading.Lock()
        self._device: Loudspeaker | None = None

    def look(self) -> SoundState:
        """Return whether the loudspeaker can be opened."""
        library = _library()
        if library is None:
            return SoundState(NO_LIBRARY)
        try:
            self._open(library, 44_100).close()
        except library.MiniaudioError:
            return SoundState(NO_OUTPUT)
        return SoundState()

    def play(self, sound: Sound, volume_pct: int) -> SoundState:
        """Begin a sound; it goes on by itself."""
        if volume_pct <= 0:
            return SoundState()
        library = _library()
        if library is None:
            return SoundState(NO_LIBRARY)
        try:
            samples, rate = read_wav(self._folder / f"{sound.value}.wav", volume_pct)
        except (OSError, EOFError, wave.Error):
            return SoundState(NO_FILE)
        self.close()
        try:
            device = self._open(library, rate)
            pieces = in_pieces(samples)
            next(pieces)
            device.start(pieces)
        except library.MiniaudioError:
            return SoundState(NO_OUTPUT)
        with self._lock:
            self._device = device
        ending = threading.Timer(len(samples) / rate + _LINGER_S, self._end, (device,))
        ending.daemon = True
        ending.start()
        return SoundState()

    def close(self) -> None:
        """Fall silent."""
        with self._lock:
            device, self._device = self._device, None
        if device is not None:
            device.close()

    @property
    def is_open(self) -> bool:
        """Return whether the loudspeaker is held."""
        return self._device is not None

    def _end(self, device: object) -> None:
        with self._lock:
            is_mine = self._device is device
        if is_mine:
            self.close()

    def _open(self, library: ModuleType, rate: int) -> Loudspeaker:
        device = library.PlaybackDevice(
            output_format=library.SampleFormat.SIGNED16,
            nchannels=1,
            sample_rate=rate,
            backends=[library.Backend[name] for name in self._backends],
            app_name="Workshop Studio",
        )
        return cast("Loudspeaker", device)


def _library() -> ModuleType | None:
    try:
        import miniaudio  # noqa: PLC0415 - there is no wheel of it for every machine
    except ImportError:
        return None
    return cast("ModuleType", miniaudio)


def _ways_of(platform: str) -> tuple[str, ...]:
    """Return the ways to a loudspeaker; never the one that swallows every sound and says yes."""
    if platform == "win32":
        return ("WASAPI", "DSOUND", "WINMM")
    if platform == "darwin":
        return ("COREAUDIO",)
    # ALSA without a sound card writes pages of its own complaints to the terminal.
    return ("PULSEAUDIO", "ALSA") if _SOUND_CARDS.exists() else ("PULSEAUDIO",)


def read_wav(path: Path, volume_pct: int) -> tuple[array.array[int], int]:
    """Return the 16-bit samples of a file at a volume, and how many there are in a second."""
    with wave.open(str(path), "rb") as file:
        samples = array.array("h", file.readframes(file.getnframes()))
        rate = file.getframerate()
    if sys.byteorder == "big":
        samples.byteswap()
    # The ear hears loudness in ratios: squared, half of the slider sounds about half as loud.
    scale = (min(100, volume_pct) / 100) ** 2
    return array.array("h", (round(sample * scale) for sample in samples)), rate


def in_pieces(samples: array.array[int]) -> Generator[array.array[int], int, None]:
    """Yield the samples in pieces of the wished size; it must be begun with `next`."""
    at, wanted = 0, (yield array.array("h"))
    while at < len(samples):
        piece = samples[at : at + wanted]
        at += wanted
        wanted = yield piece
