"""The session: its blocks, the day as a bar, what it adds up to, and the chosen block."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDateTime, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from workshop_studio.domain.history import advice_for
from workshop_studio.domain.projection import planned_times
from workshop_studio.domain.staging import wall_clock
from workshop_studio.ui.kit.basics import Card, Rule, Text
from workshop_studio.ui.kit.cards import IconMark, KindMark
from workshop_studio.ui.kit.choices import DateField
from workshop_studio.ui.kit.day_bar import DayBar, DayBlock
from workshop_studio.ui.kit.literal import tip
from workshop_studio.ui.planning.agenda_table import AgendaTable
from workshop_studio.ui.planning.agenda_words import (
    doing_words,
    group_words,
    kind_totals,
    moment_words,
    prompt_words,
    step_words,
)
from workshop_studio.ui.planning.habit import HabitLine, WentCard

if TYPE_CHECKING:
    from workshop_studio.domain.agenda import Agenda, Block
    from workshop_studio.domain.history import History
    from workshop_studio.domain.session import PlannedSession
    from workshop_studio.ui.theme.theme import Theme


_SIDE_PX, _WIDE_SIDE_PX = 304, 400


class SessionPage(QWidget):
    """Shows a session and passes on what is changed in it."""

    start_changed = Signal(str, object, str)
    minutes_typed = Signal(str, str, str)
    fixed_pressed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._session: PlannedSession | None = None
        self._is_filling = self._is_wide = False
        self._history: History | None = None
        self._shown_start: tuple[str, datetime] | None = None
        self._step_texts: tuple[str, ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        card = Card(padding=12)
        self.agenda = AgendaTable(theme)
        self.agenda.chosen.connect(self._chosen)
        self.agenda.typed.connect(self._typed)
        self.agenda.fixed_pressed.connect(self.fixed_pressed)
        self.day = DayBar(theme)
        self.day.chosen.connect(self.agenda.choose)
        card.body.addWidget(self.agenda, 1)
        card.body.addWidget(Rule())
        card.body.addWidget(self.day)
        row.addWidget(card, 1)
        self._side = QWidget()
        self._side.setFixedWidth(_SIDE_PX)
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._totals_card())
        self.went = WentCard(theme)
        column.addWidget(self.went)
        column.addWidget(self._block_card(), 1)
        row.addWidget(self._side)
        self.regions: tuple[QWidget, ...] = (card, self._side)

    def _totals_card(self) -> Card:
        card = Card()
        self._total = Text(self._theme, "big-figure").numeric()
        self._ends = Text(self._theme, "lead", tone="2")
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._total, 0, Qt.AlignmentFlag.AlignBaseline)
        head.addWidget(self._ends, 0, Qt.AlignmentFlag.AlignBaseline)
        head.addStretch(1)
        self._shortest = Text(self._theme, "body", tone="2").wrapped()
        self._start = DateField(self._theme, "Starts")
        self._start.editingFinished.connect(self._start_edited)
        starts = QHBoxLayout()
        starts.addWidget(Text(self._theme, "body", "Starts", "2"))
        starts.addWidget(self._start, 1)
        self._kinds = QGridLayout()
        self._kinds.setHorizontalSpacing(10)
        self._kinds.setVerticalSpacing(6)
        self._kinds.setColumnStretch(1, 1)
        self._doing = Text(self._theme, "body-strong").wrapped()
        self._first = Text(self._theme, "body", tone="2").wrapped()
        card.body.addLayout(head)
        card.body.addWidget(self._shortest)
        card.body.addLayout(starts)
        card.body.addWidget(Rule())
        card.body.addLayout(self._kinds)
        card.body.addWidget(Rule())
        card.body.addWidget(self._doing)
        card.body.addWidget(self._first)
        return card

    def _block_card(self) -> Card:
        card = Card()
        self._block_title = Text(self._theme, "section").wrapped()
        self._block_about = Text(self._theme, "body", tone="2").wrapped()
        self._groups = Text(self._theme, "body", tone="2").wrapped()
        self._prompts = Text(self._theme, "body", tone="2").wrapped()
        self._steps = QGridLayout()
        self._steps.setVerticalSpacing(5)
        self._steps.setColumnStretch(0, 1)
        late = QHBoxLayout()
        late.setSpacing(8)
        self._late_mark = IconMark(self._theme, "alarm-clock", "text-2", 16)
        self._late = Text(self._theme, "body", tone="2").wrapped()
        late.addWidget(self._late_mark, 0, Qt.AlignmentFlag.AlignTop)
        late.addWidget(self._late, 1)
        card.body.addWidget(self._block_title)
        card.body.addWidget(self._block_about)
        card.body.addWidget(self._groups)
        card.body.addLayout(self._steps)
        card.body.addWidget(self._prompts)
        card.body.addLayout(late)
        self.habit = HabitLine(self._theme)
        self.habit.minutes_wanted.connect(self._habit_taken)
        card.body.addWidget(self.habit)
        card.body.addStretch(1)
        return card

    def show_wide(self, *, is_wide: bool) -> None:
        """Give the right side more room where there is some."""
        self._side.setFixedWidth(_WIDE_SIDE_PX if is_wide else _SIDE_PX)
        if is_wide is not self._is_wide:
            self._is_wide = is_wide
            self._chosen(self._chosen_id())

    def show_session(self, session: PlannedSession) -> None:
        """Show a session."""
        self._session = session
        self.agenda.show_session(session)
        self._show_totals(session)
        self._chosen(self._chosen_id())

    @property
    def block_words(self) -> tuple[str, ...]:
        """Return what the card of the chosen block says: title, steps, what to cut first."""
        return (
            self._block_title.text(),
            self._block_about.text(),
            *self._step_texts,
            *(text.text() for text in (self._groups, self._prompts) if text.text()),
            self._late.text(),
        )

    def _show_totals(self, session: PlannedSession) -> None:
        agenda = session.agenda
        times = planned_times(agenda, session.start_utc)
        end = times[-1][1] if times else session.start_utc
        self._total.setText(f"{agenda.planned_s / 60:g}")
        self._ends.setText(f"minutes, ends {wall_clock(end, session.zone)}")
        self._shortest.setText(f"At the shortest it takes {agenda.minimum_s / 60:g} minutes.")
        doing, first = doing_words(agenda)
        self._doing.setText(doing)
        self._first.setText(first)
        self._show_kinds(agenda)
        if self._shown_start == (session.id, session.start_utc) and self._start.hasFocus():
            # Somebody may be typing another start at this moment.
            return
        self._shown_start = (session.id, session.start_utc)
        self._is_filling = True
        local = session.start_utc.astimezone(ZoneInfo(session.zone)).replace(tzinfo=None)
        self._start.setDateTime(
            QDateTime.fromString(local.isoformat(timespec="minutes"), "yyyy-MM-ddTHH:mm")
        )
        self._is_filling = False

    def _show_kinds(self, agenda: Agenda) -> None:
        _clear(self._kinds)
        for row, total in enumerate(kind_totals(agenda)):
            mark = KindMark(self._theme, total.kind, width=12, height=12)
            minutes = Text(self._theme, "body-strong", f"{total.minutes:g}").numeric()
            share = Text(self._theme, "body", f"{total.percent} %", "2").numeric()
            self._kinds.addWidget(mark, row, 0)
            self._kinds.addWidget(Text(self._theme, "body", total.name), row, 1)
            self._kinds.addWidget(minutes, row, 2, Qt.AlignmentFlag.AlignRight)
            self._kinds.addWidget(share, row, 3, Qt.AlignmentFlag.AlignRight)

    def _chosen_id(self) -> str:
        row = self.agenda.currentRow()
        if self._session is None or not 0 <= row < len(self._session.agenda.blocks):
            return ""
        return self._session.agenda.blocks[row].id

    def _chosen(self, block_id: str) -> None:
        if self._session is None:
            return
        session = self._session
        block = next((one for one in session.agenda.blocks if one.id == block_id), None)
        times = planned_times(session.agenda, session.start_utc)
        days = [
            DayBlock(
                one.id,
                one.kind.value,
                one.planned_s / 60,
                wall_clock(start, session.zone),
                one.title,
            )
            for one, (start, _) in zip(session.agenda.blocks, times, strict=True)
        ]
        end = wall_clock(times[-1][1], session.zone) if times else ""
        self.day.show_day(days, end, block_id)
        if block is not None:
            self._show_block(block)

    def _show_block(self, block: Block) -> None:
        self._block_title.setText(block.title)
        self._block_about.setText(step_words(block))
        _clear(self._steps)
        self._step_texts = tuple(
            f"{step.stage or step.title}, {step.planned_s / 60:g}" for step in block.steps
        )
        for row, step in enumerate(block.steps):
            minutes = Text(self._theme, "body", f"{step.planned_s / 60:g}").numeric()
            words = Text(self._theme, "body", step.stage or step.title).wrapped()
            self._steps.addWidget(words, 2 * row, 0)
            self._steps.addWidget(minutes, 2 * row, 1, Qt.AlignmentFlag.AlignRight)
            self._steps.addWidget(Rule(), 2 * row + 1, 0, 1, 2)
        self._show_groups(block)
        late = block.cut_first.strip().rstrip(".")
        self._late.setText(f"Late? {late}." if late else "")
        self._late_mark.setVisible(bool(late))
        self._show_habit(block)

    def _show_groups(self, block: Block) -> None:
        groups, prompts = group_words(block), prompt_words(block)
        texts = "\n".join(("Prompts for the room:", *prompts)) if prompts else ""
        if not self._is_wide:
            # The steps need the room; the sentences themselves are in the tip.
            count = f"{len(block.tracks)} groups." if block.tracks else ""
            self._groups.setToolTip(tip("\n".join(part for part in (groups, texts) if part)))
            groups, texts = " ".join(p for p in (count, moment_words(block)) if p), ""
        for label, says in ((self._groups, groups), (self._prompts, texts)):
            label.setText(says)
            label.setVisible(bool(says))

    def show_history(self, history: History) -> None:
        """Show what earlier sessions say of the chosen block."""
        self._history = history
        self._chosen(self._chosen_id())

    def _show_habit(self, block: Block) -> None:
        if self._history is None or self._session is None:
            return
        self.habit.show_advice(advice_for(self._history, self._session.pack_id, block))

    def _habit_taken(self, minutes: int) -> None:
        self._typed(self._chosen_id(), str(minutes))

    def _typed(self, block_id: str, text: str) -> None:
        if self._session is not None:
            self.minutes_typed.emit(self._session.id, block_id, text)

    def _start_edited(self) -> None:
        if self._session is None or self._is_filling:
            return
        wanted = datetime.fromisoformat(self._start.dateTime().toString("yyyy-MM-ddTHH:mm"))
        zone = ZoneInfo(self._session.zone)
        shown = self._session.start_utc.astimezone(zone).replace(tzinfo=None)
        if wanted != shown.replace(second=0, microsecond=0):
            self.start_changed.emit(self._session.id, wanted, self._session.zone)


def _clear(grid: QGridLayout) -> None:
    while (item := grid.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            # Hidden at once: until it is deleted it would be seen through what replaces it.
            widget.hide()
            widget.deleteLater()
