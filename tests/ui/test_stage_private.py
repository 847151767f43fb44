"""What the stage really draws, word by word, of a run that is full of private words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from stage_layout import said

from fakes import ManualClock
from private_words import PRIVATE, a_private_run, every_picture
from studio_fixture import a_studio
from workshop_studio.domain.live import StageFace
from workshop_studio.ui.stage.slide import SlidePainter
from workshop_studio.ui.theme.theme import Theme, ThemeChoice

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@pytest.fixture(scope="module")
def painter(qapp):
    return SlidePainter(Theme(RESOURCES, ThemeChoice.LIGHT))


def drawn(painter, picture):
    return " ".join(said(painter.pieces(picture)))


def test_no_private_word_is_drawn_in_any_view_of_any_block(tmp_path, painter):
    clock = ManualClock()
    studio = a_studio(tmp_path, clock)
    pictures = set(every_picture(a_private_run(studio), clock))
    slides = {picture: drawn(painter, picture) for picture in pictures}
    assert [picture.face for picture, words in slides.items() if PRIVATE in words] == []
    assert any("Unseen?" in words for words in slides.values())
    studio.close()


def test_a_mark_on_a_slide_would_be_found(tmp_path, painter):
    clock = ManualClock()
    studio = a_studio(tmp_path, clock)
    run = a_private_run(studio)
    run.start()
    for face in (StageFace.COUNTDOWN, StageFace.BREAKOUTS):
        leaky = replace(run.stage(), face=face, title=f"{PRIVATE} note")
        assert PRIVATE in drawn(painter, leaky)
    studio.close()
