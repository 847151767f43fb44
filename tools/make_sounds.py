"""The three sounds of the app, made from sine waves; give it the folder `resources/sounds`.

Soft bells with a slow attack and a long decay: they call attention without startling anybody.
"""

from __future__ import annotations

import math
import struct
import sys
import wave
from pathlib import Path

RATE = 22_050
PEAK = 0.6
# A bell's partials: how many times the note, how loud, how many seconds until a third is left.
PARTIALS = ((1.0, 1.0, 0.60), (2.0, 0.35, 0.35), (3.0, 0.12, 0.20), (4.2, 0.05, 0.10))
ATTACK_S, FADE_S = 0.012, 0.15
# Equal temperament from a' = 440 Hz.
C5, E5, G5, C6 = 523.25, 659.26, 783.99, 1046.50
# Each sound: its length in seconds, and its notes as (start, pitch).
SOUNDS = {
    "nearly-there": (1.5, ((0.0, E5),)),
    "time-up": (2.2, ((0.0, G5), (0.45, C5))),
    "come-back": (2.6, ((0.0, C5), (0.28, E5), (0.56, G5), (0.84, C6))),
}


def bell(pitch_hz: float, since_s: float) -> float:
    """Return a struck bell's value so many seconds after the stroke; 0 before it."""
    if since_s < 0:
        return 0.0
    rise = min(1.0, since_s / ATTACK_S)
    return rise * sum(
        loud * math.exp(-since_s / decay_s) * math.sin(2 * math.pi * pitch_hz * times * since_s)
        for times, loud, decay_s in PARTIALS
    )


def samples(name: str) -> list[int]:
    """Return a sound as 16-bit values; it begins and ends in silence."""
    length_s, notes = SOUNDS[name]
    count = round(length_s * RATE)
    raw = [sum(bell(pitch, n / RATE - start) for start, pitch in notes) for n in range(count)]
    loudest = max(map(abs, raw))
    scale = PEAK * 32_767 / loudest
    fade = [min(1.0, (count - 1 - n) / (FADE_S * RATE)) for n in range(count)]
    return [round(value * scale * soft) for value, soft in zip(raw, fade, strict=True)]


def main(folder: Path) -> None:
    """Write the three files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in SOUNDS:
        values = samples(name)
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(struct.pack(f"<{len(values)}h", *values))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
