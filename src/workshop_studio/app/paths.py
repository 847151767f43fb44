"""Where resources, built-in packs and the person's own files are."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def _beside(name: str) -> Path:
    bundled = _PACKAGE / "_bundled" / name
    return bundled if bundled.is_dir() else _PACKAGE.parent.parent / name


def resources() -> Path:
    """Return the folder of icons, fonts, theme and samples."""
    return _beside("resources")


def built_in_packs() -> Path:
    """Return the folder of the packs that ship with the app."""
    return _beside("sessions")


def data_folder() -> Path:
    """Return the person's data folder; it may not exist yet."""
    import platformdirs  # noqa: PLC0415 - not needed where --workspace names a file

    return Path(platformdirs.user_data_dir("workshop-studio", appauthor=False))


def default_workspace() -> Path:
    """Return the file that is opened when none was named."""
    return data_folder() / "workspace.sqlite"


def preferences() -> Path:
    """Return the file of what the app remembers about this computer."""
    import platformdirs  # noqa: PLC0415 - not needed where nothing is remembered

    return Path(platformdirs.user_config_dir("workshop-studio", appauthor=False)) / "settings.toml"


def crash_log() -> Path:
    """Return the file that bugs of the app are written to."""
    return data_folder() / "workshop-studio.log"


def own_packs() -> Path:
    """Return the folder of the person's own packs."""
    return data_folder() / "sessions"
