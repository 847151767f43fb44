"""The card of the three sounds: wanted or not, how loud, and each to be tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout

from workshop_studio.domain.sounds import SOUND_WORDS, Sound, SoundSettings
from workshop_studio.ui.kit.basics import Button, Card, Text
from workshop_studio.ui.kit.segmented import SegmentedChoice

if TYPE_CHECKING:
    from workshop_studio.ui.theme.theme import Theme

_STEP = 5
_CHOICES = (("off", "Off"), ("on", "On"))


class SoundsCard(Card):
    """Sets text and passes on what was chosen; while sounds are off none can be played."""

    switched = Signal(bool)
    volume_chosen = Signal(int)
    play_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("sounds")
        head = QHBoxLayout()
        head.addWidget(Text(theme, "section", "Sounds"), 1)
        self.switch = SegmentedChoice(theme, _CHOICES, name="Sounds")
        self.switch.chosen.connect(self._switched)
        head.addWidget(self.switch)
        self.body.addLayout(head)
        self.state = Text(theme, "body", tone="2").wrapped()
        self.body.addWidget(self.state)
        self.body.addLayout(self._volume(theme))
        self.buttons: dict[Sound, Button] = {}
        for sound, (title, how) in SOUND_WORDS.items():
            self.body.addLayout(self._row(theme, sound, title, how))
        self.said = Text(theme, "body", tone="watch").wrapped()
        self.said.hide()
        self.body.addWidget(self.said)
        self.show_settings(SoundSettings())

    def _volume(self, theme: Theme) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Text(theme, "body", "Volume"))
        self.volume = QSlider(Qt.Orientation.Horizontal)
        self.volume.setAccessibleName("Volume of the sounds")
        self.volume.setRange(0, 100)
        self.volume.setMinimumHeight(24)
        self.volume.setSingleStep(_STEP)
        self.volume.setPageStep(4 * _STEP)
        # Told once it is let go of: each wish is remembered on disk.
        self.volume.setTracking(False)
        self.volume.valueChanged.connect(self.volume_chosen)
        self.volume.sliderMoved.connect(self._moved)
        row.addWidget(self.volume, 1)
        self.level = Text(theme, "body").numeric()
        self.level.setFixedWidth(30)
        self.level.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.level)
        return row

    def _row(self, theme: Theme, sound: Sound, title: str, how: str) -> QHBoxLayout:
        row = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(theme, "body-strong", title))
        words.addWidget(Text(theme, "caption", how, "3"))
        row.addLayout(words, 1)
        button = Button(theme, "Play it", icon="play", size="compact")
        button.setObjectName(f"play-{sound.value}")
        button.setAccessibleName(f"Play it: {title}")
        button.clicked.connect(self._play)
        self.buttons[sound] = button
        row.addWidget(button)
        return row

    def show_settings(self, settings: SoundSettings) -> None:
        """Show whether sounds are wanted, and how loud."""
        self.switch.choose("on" if settings.is_on else "off")
        with QSignalBlocker(self.volume):
            self.volume.setValue(settings.volume_pct)
        self._moved(settings.volume_pct)
        self.volume.setEnabled(settings.is_on)
        for button in self.buttons.values():
            button.setEnabled(settings.is_on)
            button.setToolTip("" if settings.is_on else "Switch sounds on to try them")
        self.state.setText(
            "On: each is played when the session says so. The stage shows the same in words."
            if settings.is_on
            else "Off: nothing is played. Switch them on to try them."
        )

    def say(self, text: str) -> None:
        """Say why nothing was heard; an empty text takes it away."""
        self.said.setText(text)
        self.said.setVisible(bool(text))

    def _moved(self, value: int) -> None:
        self.level.setText(str(value))

    def _switched(self, key: str) -> None:
        self.switched.emit(key == "on")

    def _play(self) -> None:
        button = self.sender()
        for sound, one in self.buttons.items():
            if one is button:
                self.play_wanted.emit(sound)
