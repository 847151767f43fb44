"""The three sounds, which cue of a run plays which, and whether they are wanted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

NOT_WANTED = "Sounds are off, so nothing is played."
NO_OUTPUT = (
    "This computer has no sound output that answers, so nothing is heard. Plug in a loudspeaker "
    "or headphones, then try again; the clock and the stage do without."
)
NO_LIBRARY = (
    "Sounds are not available on this kind of computer. The clock and the stage do without."
)

NO_FILE = (
    "The sound’s file cannot be read, so nothing is played. Install the app again to bring it back."
)


class Sound(StrEnum):
    """A sound, by the name of its file."""

    NEARLY_THERE = "nearly-there"
    TIME_UP = "time-up"
    COME_BACK = "come-back"


SOUND_WORDS = {
    Sound.NEARLY_THERE: ("Nearly there", "one soft bell"),
    Sound.TIME_UP: ("Time is up", "two bells, going down"),
    Sound.COME_BACK: ("Come back together", "four bells, going up"),
}
_CUES = {
    "warning": Sound.NEARLY_THERE,
    "two-minutes": Sound.NEARLY_THERE,
    "time-up": Sound.TIME_UP,
    "come-back": Sound.COME_BACK,
}


def sound_of(cue: str) -> Sound | None:
    """Return the sound of a cue of the run, None for a cue that has none."""
    return _CUES.get(cue)


@dataclass(frozen=True, slots=True)
class SoundSettings:
    """Whether sounds are wanted, and how loud: 0 to 100. Off until somebody wants them."""

    is_on: bool = False
    volume_pct: int = 60

    def as_text(self) -> str:
        """Return it as one short text, such as "on 60"."""
        return f"{'on' if self.is_on else 'off'} {self.volume_pct}"


def settings_from(text: str) -> SoundSettings:
    """Return the settings of a text of `as_text`; anything else counts as the first ones."""
    word, _, volume = text.partition(" ")
    if word not in {"on", "off"} or not (volume.isascii() and volume.isdigit()):
        return SoundSettings()
    return SoundSettings(word == "on", min(100, int(volume)))


@dataclass(frozen=True, slots=True)
class SoundState:
    """Whether the computer can be heard; why_not: one sentence, "" when it can."""

    why_not: str = ""

    @property
    def is_available(self) -> bool:
        """Return whether a sound can be heard."""
        return not self.why_not
