"""One theme for palette, style sheet and painters; switching it repaints everything."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from workshop_studio.ui.theme.style_sheet import style_sheet
from workshop_studio.ui.theme.tokens import Tokens, load_tokens

if TYPE_CHECKING:
    from pathlib import Path


ICON_GAP = 6


class ThemeChoice(StrEnum):
    """Which theme the console and the station use; the stage always has its own."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Colours by role, fonts by role, icons by name. `changed` after a switch."""

    changed = Signal()

    def __init__(self, resources: Path, choice: ThemeChoice = ThemeChoice.SYSTEM) -> None:
        super().__init__()
        self._resources = resources
        self.tokens: Tokens = load_tokens(resources / "theme" / "tokens.json")
        self._choice = choice
        self._is_following = False
        self._icons: dict[tuple[str, str, int, float], QPixmap] = {}
        for file in sorted((resources / "fonts").glob("*.ttf")):
            if not file.name.startswith("DejaVu"):
                QFontDatabase.addApplicationFont(str(file))

    @property
    def name(self) -> str:
        """Return "light" or "dark"."""
        if self._choice is not ThemeChoice.SYSTEM:
            return self._choice.value
        scheme = QGuiApplication.styleHints().colorScheme()
        return "dark" if scheme == Qt.ColorScheme.Dark else "light"

    @property
    def choice(self) -> ThemeChoice:
        """Return what the person chose."""
        return self._choice

    def choose(self, choice: ThemeChoice, app: QApplication) -> None:
        """Switch the theme of the whole app."""
        self._choice = choice
        self.apply(app)

    def apply(self, app: QApplication) -> None:
        """Give the app its style, palette, font and style sheet."""
        app.setStyle("Fusion")
        app.setPalette(self.palette())
        app.setFont(self.font("body"))
        app.setStyleSheet(style_sheet(self.tokens, self.name))
        if not self._is_following:
            self._is_following = True
            app.styleHints().colorSchemeChanged.connect(self._follow)
        self.changed.emit()

    def _follow(self) -> None:
        app = QGuiApplication.instance()
        if self._choice is ThemeChoice.SYSTEM and isinstance(app, QApplication):
            self.apply(app)

    def colour(self, role: str, theme: str | None = None) -> QColor:
        """Return the colour of a role such as "text-2" in this or a named theme."""
        return QColor(self.tokens.colours[theme or self.name][role])

    def kind_colour(self, kind: str) -> QColor:
        """Return the colour of an agenda kind; unlisted kinds have the one of "other"."""
        kinds = self.tokens.kinds[self.name]
        return QColor(kinds.get(kind, kinds["other"]))

    def team_colour(self, letter: str, theme: str | None = None) -> QColor:
        """Return the colour of a team letter; letters beyond the six repeat them."""
        colours = self.tokens.teams[theme or self.name]
        letters = sorted(colours)
        return QColor(colours[letters[(ord(letter) - ord("A")) % len(letters)]])

    def series_colour(self, index: int, theme: str | None = None) -> QColor:
        """Return the colour of a chart line."""
        return QColor(self.tokens.series[theme or self.name][index])

    def font(self, role: str, group: str = "console", scale: float = 1.0) -> QFont:
        """Return the font of a type role, such as "title" of "console"; sizes are pixels."""
        kind = self.tokens.types[group][role]
        font = QFont(self.tokens.serif_family if kind.is_serif else self.tokens.ui_family)
        font.setPixelSize(max(1, round(kind.size * scale)))
        font.setWeight(QFont.Weight(kind.weight))
        return font

    def figures(self, font: QFont) -> QFont:
        """Return the font with tabular figures and a raised colon, for numbers only."""
        font = QFont(font)
        font.setFeature(QFont.Tag("tnum"), 1)
        font.setFeature(QFont.Tag("case"), 1)
        return font

    def palette(self) -> QPalette:
        """Return the palette of the current theme."""
        palette = QPalette()
        role = QPalette.ColorRole
        for target, name in (
            (role.Window, "canvas"), (role.Base, "surface"), (role.AlternateBase, "sunken"),
            (role.Text, "text"), (role.WindowText, "text"), (role.ButtonText, "text"),
            (role.PlaceholderText, "text-3"), (role.Button, "surface"),
            (role.Highlight, "accent-soft"), (role.HighlightedText, "text"),
            (role.Accent, "accent-text"), (role.Link, "accent-text"), (role.Mid, "line"),
            (role.Dark, "control"), (role.ToolTipBase, "surface"), (role.ToolTipText, "text"),
        ):  # fmt: skip
            palette.setColor(target, self.colour(name))
        return palette

    def pixmap(self, name: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
        """Return a Lucide icon in a colour, `size` logical pixels square, cached."""
        key = (name, colour.name(), size, ratio)
        if key not in self._icons:
            svg = (self._resources / "icons" / f"{name}.svg").read_text(encoding="utf-8")
            svg = svg.replace("currentColor", colour.name())
            svg = svg.replace('stroke-width="2"', 'stroke-width="1.75"')
            pixmap = QPixmap(round(size * ratio), round(size * ratio))
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, size, size))
            painter.end()
            self._icons[key] = pixmap
        return self._icons[key]

    def icon(self, name: str, role: str = "text", size: int = 18) -> QIcon:
        """Return an icon for a control, in the colour of a role, also when disabled."""
        icon = QIcon()
        for ratio in (1.0, 2.0):
            for tone, mode in ((role, QIcon.Mode.Normal), ("line-strong", QIcon.Mode.Disabled)):
                icon.addPixmap(
                    _spaced(self.pixmap(name, self.colour(tone), size, ratio), ratio), mode
                )
        return icon


def _spaced(pixmap: QPixmap, ratio: float) -> QPixmap:
    # The style leaves hardly any room between icon and words, so the icon brings its own.
    wide = QPixmap(pixmap.width() + round(ICON_GAP * ratio), pixmap.height())
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, pixmap)
    painter.end()
    return wide
