"""The console's picture of the stage: at once after an act, seldom while digits move."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from workshop_studio.ui.console.stage_picture import (
    ACT_GAP_MS,
    SETTLE_MS,
    TICK_GAP_MS,
    StagePicture,
)
from workshop_studio.ui.console.wall import Thumbnail
from workshop_studio.ui.theme.theme import Theme, ThemeChoice

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@pytest.fixture
def stage(qtbot):
    stage = QWidget()
    qtbot.addWidget(stage)
    stage.resize(320, 180)
    stage.setAutoFillBackground(True)
    return stage


@pytest.fixture
def thumbnail(qtbot, qapp):
    thumbnail = Thumbnail(Theme(RESOURCES, ThemeChoice.LIGHT))
    qtbot.addWidget(thumbnail)
    thumbnail.resize(160, 90)
    return thumbnail


@pytest.fixture
def picture(stage, thumbnail):
    return StagePicture(stage, thumbnail, QObject(thumbnail))


def wait_ms(picture):
    (timer,) = picture.findChildren(QTimer)
    return timer.interval() if timer.isActive() else None


def test_the_first_picture_is_taken_once_both_screens_have_painted(picture):
    assert wait_ms(picture) is None
    picture.later()
    assert wait_ms(picture) == SETTLE_MS


def test_digits_alone_wait_for_half_a_second_after_the_last_picture(picture):
    picture.take()
    picture.later()
    assert ACT_GAP_MS < wait_ms(picture) <= TICK_GAP_MS


def test_an_act_does_not_wait_for_the_picture_of_the_digits(picture):
    picture.take()
    picture.later()
    picture.soon()
    assert SETTLE_MS <= wait_ms(picture) <= ACT_GAP_MS


def test_digits_do_not_put_off_the_picture_of_an_act(picture):
    picture.take()
    picture.soon()
    soon = wait_ms(picture)
    picture.later()
    assert wait_ms(picture) == soon


def test_the_picture_is_the_one_of_the_real_stage(picture, stage, thumbnail, qtbot):
    colours = stage.palette()
    colours.setColor(stage.backgroundRole(), QColor(10, 200, 30))
    stage.setPalette(colours)
    picture.soon()
    qtbot.waitUntil(
        lambda: thumbnail.grab().toImage().pixelColor(80, 45) == QColor(10, 200, 30), timeout=2000
    )
