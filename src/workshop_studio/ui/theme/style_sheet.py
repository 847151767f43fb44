"""The one style sheet, written from the tokens; dynamic properties choose its rules."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workshop_studio.ui.theme.tokens import Tokens

_RULES = Template("""
QWidget { color: $text; }
QMainWindow, QDialog, QWidget[page="true"] { background: $canvas; }
QToolTip { background: $surface; color: $text; border: 1px solid $line_strong; padding: 6px 8px; }
QFrame[card="true"] { background: $surface; border: 1px solid $line; border-radius: 12px; }
QFrame[card="private"] { background: $private_soft; border: none; border-left: 3px solid $private;
  border-radius: 12px; }
QFrame[card="accent"] { background: $accent_soft; border: 1px solid $accent; border-radius: 12px; }
QFrame[rail="true"] { background: $sunken; border: none; border-right: 1px solid $line; }
QFrame[band="true"] { background: $surface; border: none; border-bottom: 1px solid $line; }
QFrame[side="true"] { background: $sunken; border: none; border-left: 1px solid $line; }
QFrame[rule="true"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QLabel { background: transparent; }
QLabel[tone="2"] { color: $text_2; }
QLabel[tone="3"] { color: $text_3; }
QLabel[tone="private"] { color: $private; }
QLabel[tone="watch"] { color: $watch; }
QLabel[tone="alert"] { color: $alert; }
QLabel[tone="accent"] { color: $accent_text; }
QLabel[chip] { border-radius: 4px; padding: 3px 8px; }
QFrame[chip="quiet"] { background: $quiet_soft; border-radius: 4px; }
QFrame[chip="watch"] { background: $watch_soft; border-radius: 4px; }
QFrame[chip="alert"] { background: $alert_soft; border-radius: 4px; }
QFrame[chip="quiet"] QLabel { color: $quiet; }
QFrame[chip="watch"] QLabel { color: $watch; }
QFrame[chip="alert"] QLabel { color: $alert; }
QLabel[chip="quiet"] { color: $quiet; background: $quiet_soft; }
QLabel[chip="live"] { color: $accent_text; background: $accent_soft; }
QLabel[chip="watch"] { color: $watch; background: $watch_soft; }
QLabel[chip="alert"] { color: $alert; background: $alert_soft; }
QFrame[banner="watch"] { background: $watch_soft; border: none; border-radius: 8px; }
QFrame[banner="alert"] { background: $alert_soft; border: none; border-radius: 8px; }
QFrame[banner="quiet"] { background: $quiet_soft; border: none; border-radius: 8px; }
QFrame[toast="true"] { background: $text; border-radius: 8px; }
QFrame[toast="true"] QLabel { color: $canvas; }
QFrame[toast="true"] QPushButton { color: $canvas; background: transparent; border: none;
  font-weight: 600; }
QPushButton { background: $surface; color: $text; border: 1px solid $line_strong;
  border-radius: 8px; padding: 0 14px; min-height: 34px; font-weight: 500; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $sunken; }
QPushButton:disabled { color: $text_3; border-color: $line; background: $canvas; }
QPushButton:focus { border: 2px solid $focus; padding: 0 13px; min-height: 32px; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent;
  font-weight: 600; }
QPushButton[role="primary"]:hover { background: $accent_hover; }
QPushButton[role="primary"]:focus { border: 2px solid $text; }
QPushButton[role="primary"]:disabled { background: $line; color: $text_3; border-color: $line; }
QPushButton[role="text"] { background: transparent; border: none; color: $accent_text;
  font-weight: 600; padding: 0 6px; }
QPushButton[role="text"]:hover { background: $hover; }
QPushButton[role="text"]:focus { border: 2px solid $focus; padding: 0 4px; }
QPushButton[role="quiet"] { background: transparent; border: none; color: $text_2;
  font-weight: 400; padding: 0 4px; min-height: 26px; text-align: left; }
QPushButton[role="quiet"]:hover { color: $text; background: $hover; }
QPushButton[role="quiet"]:focus { border: 2px solid $focus; padding: 0 2px; min-height: 22px; }
QPushButton[role="find"] { color: $text_3; font-weight: 400; text-align: left;
  border-color: $line_strong; padding: 0 10px; }
QPushButton::menu-indicator { image: none; width: 0; }
QPushButton[role="danger"] { color: $alert; border: 1px solid $alert; background: $surface; }
QPushButton[role="choice"] { text-align: left; padding: 14px 20px; border-radius: 12px;
  border: 1px solid $line; }
QPushButton[role="choice"]:hover { border-color: $accent; background: $accent_soft; }
QPushButton[role="segment"] { border-radius: 6px; padding: 0 12px; min-height: 30px; }
QPushButton[role="segment"]:checked { background: $accent_soft; border: 1px solid $accent;
  color: $accent_text; font-weight: 600; }
QPushButton[role="rail"] { background: transparent; border: 1px solid transparent; }
QPushButton[role="navigation"] { text-align: left; background: transparent;
  border: 1px solid transparent; border-radius: 10px; padding: 0 14px; min-height: 44px; }
QPushButton[role="navigation"]:checked { background: $surface; border: 1px solid $line;
  font-weight: 600; }
QPushButton[chip] { border: none; border-radius: 4px; padding: 0 26px 0 8px;
  min-height: 24px; text-align: left; }
QPushButton[chip]:focus { border: 2px solid $focus; padding: 0 24px 0 6px; min-height: 20px; }
QPushButton[chip="quiet"] { background: $quiet_soft; color: $quiet; }
QPushButton[chip="watch"] { background: $watch_soft; color: $watch; }
QPushButton[chip="alert"] { background: $alert_soft; color: $alert; }
QPushButton[chip]:hover { background: $hover; }
QPushButton[measure="station"] { min-height: 46px; padding: 0 20px; }
QPushButton[measure="station"]:focus { min-height: 44px; padding: 0 19px; }
QPushButton[role="text"][measure="station"] { padding: 0 8px; }
QPushButton[role="text"][measure="station"]:focus { padding: 0 6px; }
QPushButton[measure="compact"] { min-height: 26px; padding: 0 8px; font-size: 13px; }
QPushButton[measure="compact"]:focus { min-height: 24px; padding: 0 7px; }
QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QSpinBox, QDateTimeEdit, QTimeEdit {
  background: $surface; color: $text; border: 1px solid $control; border-radius: 8px;
  padding: 6px 10px; selection-background-color: $accent_soft; selection-color: $text; }
QLineEdit { min-height: 22px; }
QLineEdit[measure="station"] { min-height: 34px; }
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus,
QDateTimeEdit:focus { border: 2px solid $focus; padding: 5px 9px; }
QComboBox { min-height: 22px; }
QComboBox[look="bare"] { background: transparent; border: 1px solid transparent;
  border-radius: 6px; padding: 0 2px; margin-left: -3px; min-height: 22px; }
QComboBox[look="bare"]:hover { border-color: $line_strong; }
QComboBox[look="bare"]:focus { border: 1px solid $focus; padding: 0 2px; }
QComboBox::drop-down, QDateTimeEdit::drop-down { border: none; width: 24px; }
QListWidget::item { padding: 4px 0; border-radius: 4px; }
QListWidget::item:selected { background: $accent_soft; color: $text; }
QTableView::item { border-bottom: 1px solid $line; padding: 0 8px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $line_strong;
  selection-background-color: $accent_soft; selection-color: $text; outline: none; padding: 4px; }
QTableView, QListView, QTreeView, QTableWidget, QListWidget { background: $surface; border: none;
  gridline-color: $line; selection-background-color: $accent_soft; selection-color: $text;
  outline: none; }
QFrame[card="accent"] QListWidget { background: transparent; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $surface; color: $text_3; border: none;
  border-bottom: 1px solid $line; padding: 8px 10px; font-size: 12px; font-weight: 500; }
QTableCornerButton::section { background: $surface; border: none; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar:vertical { background: transparent; width: 8px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 8px; margin: 0; }
QScrollBar::handle { background: $line_strong; border-radius: 4px; min-height: 32px;
  min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { background: $surface; border: 1px solid $line_strong; padding: 6px; }
QMenu::item { padding: 8px 20px; border-radius: 6px; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $text_3; background: transparent; }
QMenu::separator { background: $line; height: 1px; margin: 6px 8px; }
QCheckBox, QRadioButton { spacing: 8px; background: transparent; min-height: 28px; }
QCheckBox:disabled, QRadioButton:disabled { color: $text_3; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $control;
  border-radius: 8px; background: $surface; }
QRadioButton::indicator:checked { border: 5px solid $accent; width: 6px; height: 6px; }
QRadioButton::indicator:disabled { border-color: $line_strong; }
QSlider::groove:horizontal { background: $line; height: 4px; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; height: 4px; border-radius: 2px; }
QSlider::handle:horizontal { background: $surface; border: 3px solid $accent; width: 12px;
  height: 12px; margin: -7px 0; border-radius: 9px; }
QSlider::sub-page:horizontal:disabled { background: $line_strong; }
QSlider::handle:horizontal:disabled { border-color: $line_strong; }
QProgressBar { background: $line; border: none; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
""")


def style_sheet(tokens: Tokens, theme: str) -> str:
    """Return the style sheet of a theme; raises KeyError when a rule names an unknown token."""
    colours = tokens.colours[theme]
    return _RULES.substitute({name.replace("-", "_"): value for name, value in colours.items()})
