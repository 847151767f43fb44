"""A team's card at the station: sections at the left, fields in the middle, help at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from workshop_studio.domain.capstone import Section
from workshop_studio.ui.capstone.advice import HelpColumn, whole_card_button
from workshop_studio.ui.capstone.head import said
from workshop_studio.ui.capstone.navigation import Navigation
from workshop_studio.ui.capstone.section import SectionPage
from workshop_studio.ui.capstone.top_bar import TeamBar
from workshop_studio.ui.capstone.whole_card import WholeCard
from workshop_studio.ui.kit.basics import Banner

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from workshop_studio.domain.capstone import Answer, Capstone
    from workshop_studio.services.capstones import TeamDesk
    from workshop_studio.ui.capstone.field import FieldEditor
    from workshop_studio.ui.capstone.head import HeadEditor
    from workshop_studio.ui.theme.theme import Theme

# From this width on there is a column for the help.
_WIDE_PX = 1400


class CardPage(QWidget):
    """Emits what was typed and chosen; title and owner are keys like those of the fields."""

    edited = Signal(str, object)
    own_kept = Signal(str)
    other_taken = Signal(str)
    hand_over_pressed = Signal()
    retry_pressed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.bar = TeamBar(theme)
        self.bar.handed_over.connect(self._hand_over)
        self.banner = Banner(theme)
        self.banner.acted.connect(self.retry_pressed)
        column.addWidget(self.bar)
        column.addWidget(self.banner)
        self._middle = QStackedWidget()
        self._middle.addWidget(self._writing())
        self._whole: WholeCard | None = None
        column.addWidget(self._middle, 1)
        self._fit()

    def _writing(self) -> QWidget:
        page = QWidget()
        self._row = QHBoxLayout(page)
        self._navigation = Navigation(self._theme)
        self._navigation.chosen.connect(self.show_section)
        self.whole_below = whole_card_button(self._theme)
        self.whole_below.clicked.connect(self.show_whole_card)
        self._navigation.column.addWidget(self.whole_below)
        self._row.addWidget(self._navigation)
        self._sections = QStackedWidget()
        self.fields: dict[str, FieldEditor] = {}
        self.heads: dict[str, HeadEditor] = {}
        self._pages: list[SectionPage] = []
        self._to_build = list(Section)
        self._row.addWidget(self._sections, 1)
        self._help = HelpColumn(self._theme)
        self._help.whole_wanted.connect(self.show_whole_card)
        self._row.addWidget(self._help)
        return page

    def build_next(self) -> bool:
        """Build one more section; False when all are there.

        Twenty fields at once would hold up whatever else runs in this process, such as a clock.
        """
        if not self._to_build:
            return False
        page = SectionPage(self._theme, self._to_build.pop(0))
        page.show_help(is_shown=self.width() < _WIDE_PX)
        self.fields |= page.fields
        self.heads |= page.heads
        self._pages.append(page)
        self._sections.addWidget(page)
        editors: dict[str, FieldEditor | HeadEditor] = {**page.heads, **page.fields}
        for editor in editors.values():
            editor.edited.connect(self._edited)
            editor.kept.connect(self.own_kept)
            editor.taken.connect(self.other_taken)
        if not self._to_build:
            # The Tab key goes through the sections, the fields, and only then to the whole card.
            last = list(self.fields.values())[-1]
            QWidget.setTabOrder(last.note, self.whole_below)
            QWidget.setTabOrder(self.whole_below, self._help.whole)
        return bool(self._to_build)

    # --- being told ------------------------------------------------------------------------------

    def blank(self) -> None:
        """Forget everything of this team, undo histories too."""
        for editor in self._editors().values():
            editor.blank()
        if self._whole is not None:
            self._whole.blank()
        self._show_product()
        self.bar.blank()
        self.banner.say("")
        self._show_writing()

    def show_desk(self, desk: TeamDesk) -> None:
        """Show a team's card."""
        while self.build_next():
            pass
        self.blank()
        self.bar.show_desk(desk)
        self.heads["title"].fill(said(desk.capstone.title))
        self.heads["owner"].fill(said(desk.capstone.owner))
        for key, editor in self.fields.items():
            editor.fill(desk.capstone.answer(key))
        self._show_product()
        self.show_capstone(desk.capstone)
        self.show_section(0)
        self.heads["title"].line.setFocus()

    def show_capstone(self, capstone: Capstone) -> None:
        """Show how far each section has come."""
        self._navigation.show_capstone(capstone)

    def is_typing(self, key: str) -> bool:
        """Return whether a field holds words that were not handed on yet."""
        return self._editors()[key].is_typing

    def fill(self, key: str, answer: Answer) -> None:
        """Show what is stored in one field."""
        self._editors()[key].fill(answer)
        self._show_product()

    def show_conflict(self, key: str, theirs: Answer) -> None:
        """Show both texts of a field, and its section."""
        self._show_writing()
        for place, page in enumerate(self._pages):
            if key in page.fields or key in page.heads:
                self.show_section(place)
                page.show_conflict(key, theirs)

    def say_saving(self) -> None:
        """Say that a write is under way."""
        self.bar.saved.show_saving()

    def say_saved(self, time_of_day: str) -> None:
        """Say that everything is on the disk; a banner about a failed write goes."""
        self.bar.saved.show_saved(time_of_day)
        self.banner.say("")

    def say_failed(self, text: str, action: str) -> None:
        """Say what did not work and what was kept; action: what the banner's button does."""
        self.bar.saved.show_failed()
        self.banner.say(text, "alert", action)

    def flush(self) -> None:
        """Hand on everything that was typed."""
        for editor in self._editors().values():
            editor.flush()

    # --- pressing --------------------------------------------------------------------------------

    def show_section(self, place: int) -> None:
        """Show one of the five sections."""
        self._navigation.select(place)
        self._sections.setCurrentIndex(place)
        self._help.show_section(place)

    def show_whole_card(self) -> None:
        """Show all answers as they stand in the fields."""
        answers = {key: editor.answer for key, editor in self.fields.items()}
        title, owner = (self.heads[key].answer.text for key in ("title", "owner"))
        if self._whole is None:
            self._whole = WholeCard(self._theme)
            self._whole.back.connect(self._show_writing)
            self._middle.addWidget(self._whole)
        self._whole.show_card(title, owner, answers)
        self._middle.setCurrentWidget(self._whole)
        self._whole.leave.setFocus()

    @property
    def whole_card(self) -> WholeCard | None:
        """Return the page with all answers while it is shown."""
        return self._whole if self._middle.currentWidget() is self._whole else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the help under the fields where the window is narrow."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        is_wide = self.width() >= _WIDE_PX
        self.bar.fit(is_wide=is_wide)
        self._help.setVisible(is_wide)
        self.whole_below.setVisible(not is_wide)
        self._navigation.setFixedWidth(356 if is_wide else 328)
        self._row.setSpacing(52 if is_wide else 28)
        side = 48 if is_wide else 32
        self._row.setContentsMargins(side, 32 if is_wide else 24, side, 0)
        self._navigation.column.setContentsMargins(0, 0, 0, 24)
        for page in self._pages:
            page.show_help(is_shown=not is_wide)

    def _show_writing(self) -> None:
        self._middle.setCurrentIndex(0)

    def _show_product(self) -> None:
        title = self.heads["title"].answer.text if self.heads else ""
        for page in self._pages:
            page.show_product(title)

    def _editors(self) -> dict[str, FieldEditor | HeadEditor]:
        return {**self.heads, **self.fields}

    def _edited(self, key: str, answer: Answer) -> None:
        if key in self.heads:
            self._show_product()
        self.edited.emit(key, answer)

    def _hand_over(self) -> None:
        self.flush()
        self.hand_over_pressed.emit()
