"""The choice of sounds: one service, shown in several places."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from fakes import FakeSounds, HeldLane, InlineLane
from workshop_studio.domain.sounds import NO_OUTPUT, Sound, SoundSettings, SoundState
from workshop_studio.services.sounds import SoundService
from workshop_studio.ui.console.sound_presenter import SoundPresenter
from workshop_studio.ui.kit.sounds_card import SoundsCard
from workshop_studio.ui.theme.theme import Theme, ThemeChoice

RESOURCES = Path(__file__).parents[2] / "resources"


class Place:
    def __init__(self):
        self.settings, self.said = None, []

    def show_settings(self, settings):
        self.settings = settings

    def say(self, text):
        self.said.append(text)


class Desk:
    def __init__(self, why_not="", worker=None):
        self.sounds = FakeSounds(why_not)
        self.service = SoundService(self.sounds)
        self.remembered, self.found = [], []
        self.presenter = SoundPresenter(
            self.service,
            InlineLane() if worker is None else worker,
            self.remembered.append,
            self.found.append,
        )
        self.places = [Place(), Place()]
        for place in self.places:
            self.presenter.show_in(place)


def test_a_choice_shows_in_every_place_and_is_remembered():
    desk = Desk()
    desk.presenter.switch(True)
    desk.presenter.choose_volume(25)
    wanted = SoundSettings(is_on=True, volume_pct=25)
    assert [place.settings for place in desk.places] == [wanted, wanted]
    assert desk.remembered == [SoundSettings(is_on=True), wanted]


def test_switching_on_asks_for_the_loudspeaker_and_plays_nothing():
    desk = Desk(NO_OUTPUT)
    desk.presenter.switch(True)
    assert desk.places[0].said[-1] == NO_OUTPUT
    assert desk.found[-1] == SoundState(NO_OUTPUT)
    assert desk.sounds.played == []


def test_choosing_what_is_chosen_already_writes_nothing():
    desk = Desk()
    desk.presenter.choose_volume(60)
    assert desk.remembered == []


def test_a_cue_while_sounds_are_off_does_not_even_wake_the_worker():
    worker = HeldLane()
    desk = Desk(worker=worker)
    desk.presenter.cue("time-up")
    assert len(worker) == 0


def test_a_cue_plays_and_a_loudspeaker_that_is_back_takes_the_sentence_away():
    desk = Desk(NO_OUTPUT)
    desk.presenter.switch(True)
    desk.sounds.why_not = ""
    desk.presenter.cue("come-back")
    assert desk.sounds.played == [("come-back", 60)]
    assert desk.places[1].said[-1] == ""


def test_sounds_switched_off_before_the_worker_comes_to_it_stay_silent():
    worker = HeldLane()
    desk = Desk(worker=worker)
    desk.presenter.toggle()
    desk.presenter.cue("time-up")
    desk.presenter.toggle()
    worker.run()
    assert desk.sounds.played == []
    assert desk.places[0].said[-1] == ""


@pytest.fixture
def card(qtbot, qapp):
    theme = Theme(RESOURCES, ThemeChoice.LIGHT)
    theme.choose(ThemeChoice.LIGHT, qapp)
    made = SoundsCard(theme)
    qtbot.addWidget(made)
    made.show()
    return made


def test_while_sounds_are_off_the_card_says_so_and_none_can_be_pressed(card):
    assert card.state.text().startswith("Off: nothing is played")
    assert not any(button.isEnabled() for button in card.buttons.values())
    assert not card.volume.isEnabled()


def test_each_sound_can_be_tried(card, qtbot):
    card.show_settings(SoundSettings(is_on=True))
    heard = []
    card.play_wanted.connect(heard.append)
    for button in card.buttons.values():
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert heard == list(Sound)


def test_the_switch_and_the_volume_are_passed_on_and_showing_them_is_not_choosing(card, qtbot):
    chosen = []
    card.switched.connect(chosen.append)
    card.volume_chosen.connect(chosen.append)
    card.show_settings(SoundSettings(is_on=True, volume_pct=40))
    assert card.level.text() == "40"
    assert chosen == []
    qtbot.mouseClick(card.switch.segments()[0], Qt.MouseButton.LeftButton)
    card.volume.setFocus()
    qtbot.keyClick(card.volume, Qt.Key.Key_Right)
    assert chosen == [False, 45]


def test_a_sentence_stands_under_the_sounds_until_it_is_taken_away(card):
    card.say(NO_OUTPUT)
    assert card.said.isVisible()
    card.say("")
    assert not card.said.isVisible()
