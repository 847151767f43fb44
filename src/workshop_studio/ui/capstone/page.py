"""The station's pages: the door with a team code, and the card in five sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from workshop_studio.domain.capstone import FIELDS, Section
from workshop_studio.ui.capstone.field import FieldEditor
from workshop_studio.ui.kit.basics import Banner, Button, Text
from workshop_studio.ui.kit.marks import TeamBadge
from workshop_studio.ui.kit.rail import Mark

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from workshop_studio.domain.capstone import Capstone
    from workshop_studio.services.capstones import TeamDesk
    from workshop_studio.ui.theme.theme import Theme


class StationWindow(QWidget):
    """Full screen on the shared machine; leaving it needs the facilitator's passphrase."""

    code_entered = Signal(str)
    answer_edited = Signal(str, object)
    head_edited = Signal(str, str)
    hand_over_pressed = Signal()
    leave_wanted = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._may_close = False
        self.setWindowTitle("Station")
        self.setObjectName("station")
        self.setProperty("page", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.resize(1366, 768)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.banner = Banner(theme)
        self.banner.acted.connect(self._hide_banner)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._door())
        self._stack.addWidget(self._desk())
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)

    # --- the door --------------------------------------------------------------------------------

    def _door(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.addStretch(2)
        column.addWidget(Mark(self._theme, 56), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(12)
        head = Text(self._theme, "title", "Type the code of your table.", group="station")
        column.addWidget(head, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        row.addStretch(1)
        self.code = QLineEdit()
        self.code.setObjectName("code")
        self.code.setAccessibleName("Team code")
        self.code.setMaxLength(8)
        self.code.setFixedWidth(220)
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.code.setFont(self._theme.figures(self._theme.font("title", "station")))
        self.code.returnPressed.connect(self._enter)
        self.enter = Button(self._theme, "Open our card", "primary", "arrow-right", "station")
        self.enter.setObjectName("open-card")
        self.enter.clicked.connect(self._enter)
        row.addWidget(self.code)
        row.addWidget(self.enter)
        row.addStretch(1)
        column.addLayout(row)
        self._door_problem = Text(self._theme, "small", tone="alert", group="station").wrapped()
        self._door_problem.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._door_problem)
        column.addStretch(3)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 0, 24, 20)
        foot.addStretch(1)
        self.passphrase = QLineEdit()
        self.passphrase.setObjectName("leave-passphrase")
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setPlaceholderText("Facilitator’s passphrase")
        self.passphrase.setFixedWidth(240)
        self.passphrase.returnPressed.connect(self._leave)
        self.leave = Button(self._theme, "Leave the station", "text", "log-out")
        self.leave.setObjectName("leave")
        self.leave.clicked.connect(self._leave)
        foot.addWidget(self.passphrase)
        foot.addWidget(self.leave)
        column.addLayout(foot)
        return page

    # --- the desk --------------------------------------------------------------------------------

    def _desk(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        bar = QFrame()
        bar.setProperty("band", "true")
        bar.setFixedHeight(84)
        top = QHBoxLayout(bar)
        top.setContentsMargins(48, 0, 48, 0)
        self._badge_place = QHBoxLayout()
        top.addLayout(self._badge_place)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch(1)
        self._team = Text(self._theme, "label", group="station")
        self._people = Text(self._theme, "small", tone="2", group="station")
        names.addWidget(self._team)
        names.addWidget(self._people)
        names.addStretch(1)
        top.addLayout(names, 1)
        self.saved = Text(self._theme, "small", tone="2", group="station")
        self.hand_over = Button(self._theme, "Hand over", icon="arrow-left-right", size="station")
        self.hand_over.setObjectName("hand-over")
        self.hand_over.clicked.connect(self._hand_over)
        top.addWidget(self.saved)
        top.addSpacing(24)
        top.addWidget(self.hand_over)
        column.addWidget(bar)
        row = QHBoxLayout()
        row.setContentsMargins(40, 24, 40, 0)
        row.setSpacing(48)
        row.addWidget(self._navigation())
        row.addWidget(self._sections(), 1)
        column.addLayout(row, 1)
        return page

    def _navigation(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(300)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Text(self._theme, "small", "Governance card", "2", "station"))
        self._nav = QButtonGroup(self)
        for place, section in enumerate(Section):
            button = Button(self._theme, section.value, "navigation")
            button.setCheckable(True)
            button.setFont(self._theme.font("small", "station"))
            self._nav.addButton(button, place)
            column.addWidget(button)
        self._nav.idClicked.connect(self.show_section)
        column.addStretch(1)
        return side

    def _sections(self) -> QWidget:
        self._pages = QStackedWidget()
        self.fields: dict[str, FieldEditor] = {}
        for section in Section:
            scroll = QScrollArea()
            scroll.setWidgetResizable(True)
            scroll.setFrameShape(QFrame.Shape.NoFrame)
            inner = QWidget()
            column = QVBoxLayout(inner)
            column.setContentsMargins(0, 0, 24, 24)
            column.addWidget(Text(self._theme, "title", section.value, group="station"))
            column.addSpacing(8)
            if section is Section.PURPOSE:
                column.addWidget(self._head_fields())
            for field in FIELDS:
                if field.section is section:
                    editor = FieldEditor(self._theme, field)
                    editor.edited.connect(self.answer_edited)
                    self.fields[field.key] = editor
                    column.addWidget(editor)
            column.addStretch(1)
            inner.setMaximumWidth(900)
            scroll.setWidget(inner)
            self._pages.addWidget(scroll)
        return self._pages

    def _head_fields(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 16)
        self.title_edit, self.owner_edit = QLineEdit(), QLineEdit()
        for edit, label, name in (
            (self.title_edit, "Name of your product", "card-title"),
            (self.owner_edit, "Owner, by role", "card-owner"),
        ):
            edit.setPlaceholderText(label)
            edit.setAccessibleName(label)
            edit.setObjectName(name)
            edit.setFont(self._theme.font("body", "station"))
            edit.editingFinished.connect(self._head_done)
            row.addWidget(edit)
        return holder

    # --- being told ------------------------------------------------------------------------------

    def show_door(self, problem: str = "") -> None:
        """Show the door; nothing of the last team stays behind."""
        for editor in self.fields.values():
            editor.blank()
        self.title_edit.clear()
        self.owner_edit.clear()
        self.banner.say("")
        self._door_problem.setText(problem)
        if not problem:
            self.code.clear()
        self.passphrase.clear()
        self._stack.setCurrentIndex(0)
        self.code.setFocus()

    def show_desk(self, desk: TeamDesk) -> None:
        """Show a team's card."""
        while (item := self._badge_place.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._badge_place.addWidget(TeamBadge(self._theme, desk.team.letter, 44))
        self._team.setText(desk.team.name)
        self._people.setText(f"{len(desk.members)} people, {desk.cohort_name}")
        self.title_edit.setText(desk.capstone.title)
        self.owner_edit.setText(desk.capstone.owner)
        for key, editor in self.fields.items():
            editor.fill(desk.capstone.answer(key))
        self.saved.setText("")
        self.show_capstone(desk.capstone)
        self.show_section(0)
        self._stack.setCurrentIndex(1)

    def show_capstone(self, capstone: Capstone) -> None:
        """Show how far each section has come."""
        for place, section in enumerate(Section):
            done, whole = capstone.progress(section)
            sign = "✓" if done == whole else "◐" if done else "○"
            self._nav.button(place).setText(f"{sign}   {section.value}   {done} of {whole}")

    def say_saved(self, text: str) -> None:
        """Say that the last word is on disk, or not yet."""
        self.saved.setText(f"✓ {text}" if text.startswith("saved") else text)

    def say_problem(self, text: str) -> None:
        """Say what did not work."""
        self.banner.say(text, "alert", "Understood")

    def left(self) -> None:
        """Close; the right passphrase was given."""
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay open until the passphrase was given or the app closes."""
        if not self._may_close:
            event.ignore()
            return
        self.closed.emit()

    def allow_close(self) -> None:
        """Let the app close the window."""
        self._may_close = True

    # --- pressing --------------------------------------------------------------------------------

    def _enter(self) -> None:
        if self.code.text().strip():
            self.code_entered.emit(self.code.text())

    def _leave(self) -> None:
        self.leave_wanted.emit(self.passphrase.text())
        self.passphrase.clear()

    def _hand_over(self) -> None:
        for editor in self.fields.values():
            editor.flush()
        self.hand_over_pressed.emit()

    def _head_done(self) -> None:
        self.head_edited.emit(self.title_edit.text(), self.owner_edit.text())

    def show_section(self, place: int) -> None:
        """Show one of the five sections."""
        self._nav.button(place).setChecked(True)
        self._pages.setCurrentIndex(place)

    def _hide_banner(self) -> None:
        self.banner.say("")
