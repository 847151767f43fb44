"""Pictures of every face of the stage, at three sizes of a projector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stage_samples import all_faces

from workshop_studio.ui.stage.stage import StageWindow

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from workshop_studio.ui.theme.theme import Theme

SIZES = ((1366, 768), (1920, 1080), (3840, 2160))


def take_stage_pictures(out: Path, theme: Theme, wait: Callable[[int], None]) -> None:
    """Write one picture of each face and size; the window is the one of the product."""
    stage = StageWindow(theme)
    stage.show()
    for width, height in SIZES:
        stage.resize(width, height)
        for name, snapshot in all_faces().items():
            stage.show_snapshot(snapshot)
            wait(20)
            stage.grab().save(str(out / f"stage-{name}-{width}x{height}.png"))
    stage.allow_close()
    stage.close()
