"""What the app remembers about this computer: theme, sounds, projector, place of its window."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Preferences:
    """theme: "system", "light" or "dark". window: Qt's own record of place and size, base 64.

    projector: the screen that a person chose for the stage, as `ScreenIdentity.as_text` writes it.
    sounds: as `domain.sounds.SoundSettings.as_text`, such as "on 60".
    """

    theme: str = "system"
    window: str = ""
    projector: str = ""
    sounds: str = ""


class PreferencesFile:
    """A small TOML file. One that cannot be read counts as none; it is only about comfort."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.now = self._read()

    def change(self, **wanted: str) -> None:
        """Change some and write all; a failed write leaves the old file whole.

        Raises OSError when the file cannot be written.
        """
        after = replace(self.now, **wanted)
        if after == self.now:
            return
        lines = [f'{name} = "{_escaped(value)}"' for name, value in asdict(after).items()]
        self._path.parent.mkdir(parents=True, exist_ok=True)
        part = self._path.with_name(self._path.name + ".part")
        part.write_text("\n".join(lines) + "\n", encoding="utf-8")
        part.replace(self._path)
        self.now = after

    def _read(self) -> Preferences:
        if not self._path.exists():
            return Preferences()
        import tomllib  # noqa: PLC0415 - before the first paint each millisecond is seen

        try:
            raw = tomllib.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return Preferences()
        known = {f.name for f in fields(Preferences)}
        texts = {k: v for k, v in raw.items() if k in known and isinstance(v, str)}
        return Preferences(**texts)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
