"""The planning page: people and tables on one side, the session's agenda on the other."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDateTime, QMimeData, Qt, Signal
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QDateTimeEdit,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from workshop_studio.domain import teams
from workshop_studio.domain.agenda import WhenLate
from workshop_studio.domain.cohort import Side
from workshop_studio.domain.projection import planned_times
from workshop_studio.domain.staging import wall_clock
from workshop_studio.ui.kit.basics import Banner, Button, Card, Chip, Text
from workshop_studio.ui.kit.marks import TeamBadge

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from workshop_studio.domain.agenda import Block
    from workshop_studio.domain.cohort import Cohort, Team
    from workshop_studio.domain.roster import Understanding
    from workshop_studio.domain.session import PlannedSession
    from workshop_studio.ui.planning.presenter import PlanState
    from workshop_studio.ui.theme.theme import Theme

_SIDE_SIGN = {
    Side.BUILDER: "■",
    Side.CUSTOMER_FACING: "○",
    Side.GUARDIAN: "◇",
    Side.UNKNOWN: "·",
}
MOST_TOLD = 12
_MIME = "application/x-workshop-participant"
_LATE_WORDS = {WhenLate.KEEP: "keep", WhenLate.SHRINK: "shrink", WhenLate.CUT: "can be cut"}


class TeamList(QListWidget):
    """The people of one table; drag them to another, or choose in their menu key."""

    dropped = Signal(str, str)

    def __init__(self, team_id: str) -> None:
        super().__init__()
        self._team_id = team_id
        self.setAcceptDrops(True)
        self.setDragEnabled(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Carry the id of the person."""
        item = self.currentItem()
        if item is None:
            return
        data = QMimeData()
        data.setData(_MIME, str(item.data(Qt.ItemDataRole.UserRole)).encode())
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take people only."""
        if event.mimeData().hasFormat(_MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragEnterEvent) -> None:  # type: ignore[override]
        """Keep taking people."""
        if event.mimeData().hasFormat(_MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Announce who was dropped; the list is drawn anew from what was saved."""
        person = bytes(event.mimeData().data(_MIME).data()).decode()
        if person:
            event.acceptProposedAction()
            self.dropped.emit(person, self._team_id)


class PlanningPage(QWidget):
    """Sets text and passes on what was pressed."""

    roster_wanted = Signal()
    balance_wanted = Signal()
    moved = Signal(str, str)
    run_wanted = Signal(str)
    start_changed = Signal(str, object, str)
    minutes_changed = Signal(str, str, int)
    print_wanted = Signal()
    done_said = Signal(str, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._session: PlannedSession | None = None
        self._is_filling = False
        self.setProperty("page", "true")
        self.setObjectName("planning")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 20)
        column.setSpacing(12)
        column.addLayout(self._header())
        self.banner = Banner(theme)
        self.banner.acted.connect(self._hide_banner)
        column.addWidget(self.banner)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._cohort_page())
        self._stack.addWidget(self._agenda_page())
        column.addWidget(self._stack, 1)

    def _header(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._title = Text(self._theme, "title")
        self._subtitle = Text(self._theme, "body", tone="2")
        self._tabs = QButtonGroup(self)
        self.roster = Button(self._theme, "Read a roster file", icon="upload")
        self.roster.clicked.connect(self.roster_wanted)
        self.balance = Button(self._theme, "Balance again", icon="shuffle")
        self.balance.clicked.connect(self.balance_wanted)
        self.run = Button(self._theme, "Run this session", "primary", "play")
        self.run.setObjectName("run-session")
        self.run.clicked.connect(self._run)
        row.addWidget(self._title)
        row.addSpacing(12)
        row.addWidget(self._subtitle)
        row.addStretch(1)
        for place, words in enumerate(("Cohort", "Session")):
            button = Button(self._theme, words, "segment")
            button.setCheckable(True)
            button.setChecked(place == 0)
            self._tabs.addButton(button, place)
            row.addWidget(button)
        row.addSpacing(16)
        for button in (self.roster, self.balance, self.run):
            row.addWidget(button)
        self._tabs.idClicked.connect(self.show_tab)
        return row

    def show_tab(self, place: int) -> None:
        """Show the cohort (0) or the session (1)."""
        self._tabs.button(place).setChecked(True)
        self._stack.setCurrentIndex(place)
        self.roster.setVisible(place == 0)
        self.balance.setVisible(place == 0)

    # --- cohort ----------------------------------------------------------------------------------

    def _cohort_page(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        card = Card(padding=12)
        self._people = QTableWidget(0, 4)
        self._people.setHorizontalHeaderLabels(["name", "function", "manager", "team"])
        self._people.verticalHeader().setVisible(False)
        self._people.setShowGrid(False)
        self._people.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._people.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._people.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._people.verticalHeader().setDefaultSectionSize(37)
        self._people.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        card.body.addWidget(self._people)
        row.addWidget(card, 1)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        self._summary_card = Card(padding=16)
        self._summary = Text(self._theme, "body-strong").wrapped()
        self._summary_card.body.addWidget(self._summary)
        column.addWidget(self._summary_card)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        holder = QWidget()
        self._tables = QGridLayout(holder)
        self._tables.setContentsMargins(0, 0, 0, 0)
        self._tables.setSpacing(12)
        scroll.setWidget(holder)
        column.addWidget(scroll, 1)
        column.addWidget(
            Text(
                self._theme,
                "caption",
                "■ builder    ○ customer-facing    ◇ guardian    Drag people between tables.",
                "2",
            )
        )
        row.addWidget(right, 1)
        return page

    def show_state(self, state: PlanState) -> None:
        """Show what was read."""
        cohort = state.cohort
        self._session = state.sessions[0] if state.sessions else None
        self.run.setEnabled(self._session is not None)
        if cohort is None:
            return
        self._title.setText(cohort.name)
        self._subtitle.setText(f"{len(cohort.participants)} people, {len(cohort.teams)} teams")
        self._fill_people(cohort)
        self._fill_tables(cohort)
        if self._session is not None:
            self._fill_agenda(self._session)

    def _fill_people(self, cohort: Cohort) -> None:
        self._people.setRowCount(len(cohort.participants))
        for place, one in enumerate(cohort.participants):
            team = cohort.team_of(one.id)
            sign = _SIDE_SIGN[one.side]
            for column, text in enumerate(
                (one.name, f"{sign}  {one.function}", one.manager, team.name if team else "")
            ):
                self._people.setItem(place, column, QTableWidgetItem(text))

    def _fill_tables(self, cohort: Cohort) -> None:
        while (item := self._tables.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        worries = 0
        for place, team in enumerate(cohort.teams):
            card, has_worry = self._team_card(cohort, team)
            worries += has_worry
            self._tables.addWidget(card, place // 2, place % 2)
        if not cohort.teams:
            self._summary.setText("There are no teams yet. “Balance again” makes them.")
        elif worries:
            self._summary.setText(
                f"{worries} of {len(cohort.teams)} tables have something to look at."
            )
        else:
            self._summary.setText(
                "Every table mixes builders, customer-facing people and guardians."
            )

    def _team_card(self, cohort: Cohort, team: Team) -> tuple[Card, bool]:
        members = cohort.members(team)
        card = Card(padding=16)
        head = QHBoxLayout()
        head.addWidget(TeamBadge(self._theme, team.letter))
        head.addWidget(Text(self._theme, "section", team.name))
        head.addStretch(1)
        head.addWidget(Text(self._theme, "caption", f"code {team.code}", "2"))
        card.body.addLayout(head)
        words = teams.warnings(members)
        if words:
            card.body.addWidget(Chip(self._theme, words[0], "watch"), 0, Qt.AlignmentFlag.AlignLeft)
        people = TeamList(team.id)
        people.setObjectName(f"team-{team.letter}")
        people.setAccessibleName(f"Team {team.name}")
        people.dropped.connect(self.moved)
        for one in members:
            item = QListWidgetItem(f"{_SIDE_SIGN[one.side]}  {one.name}   {one.function}")
            item.setData(Qt.ItemDataRole.UserRole, one.id)
            people.addItem(item)
        people.setMinimumHeight(28 * max(4, len(members)) + 8)
        card.body.addWidget(people, 1)
        return card, bool(words)

    # --- session ---------------------------------------------------------------------------------

    def _agenda_page(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        card = Card(padding=12)
        self._agenda = QTableWidget(0, 6)
        self._agenda.setHorizontalHeaderLabels(
            ["starts", "block", "who with", "min", "never under", "if we run late"]
        )
        self._agenda.verticalHeader().setVisible(False)
        self._agenda.setShowGrid(False)
        self._agenda.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._agenda.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self._agenda.verticalHeader().setDefaultSectionSize(44)
        self._agenda.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        for column, width in ((0, 90), (2, 150), (3, 70), (4, 110), (5, 130)):
            self._agenda.setColumnWidth(column, width)
        self._agenda.itemChanged.connect(self._cell_changed)
        card.body.addWidget(self._agenda)
        row.addWidget(card, 1)
        side = Card()
        side.setFixedWidth(340)
        self._total = Text(self._theme, "big-figure").numeric()
        self._total_words = Text(self._theme, "body", tone="2").wrapped()
        self._start = QDateTimeEdit()
        self._start.setDisplayFormat("ddd d MMMM yyyy, HH:mm")
        self._start.setCalendarPopup(True)
        self._start.editingFinished.connect(self._start_edited)
        self._kinds = Text(self._theme, "body").wrapped()
        self.print = Button(self._theme, "Print material", icon="printer")
        self.print.clicked.connect(self.print_wanted)
        for widget in (self._total, self._total_words):
            side.body.addWidget(widget)
        side.body.addSpacing(12)
        side.body.addWidget(Text(self._theme, "caption", "Starts", "2"))
        side.body.addWidget(self._start)
        side.body.addSpacing(12)
        side.body.addWidget(self._kinds)
        side.body.addStretch(1)
        side.body.addWidget(self.print)
        self.print.hide()
        row.addWidget(side)
        return page

    def _fill_agenda(self, session: PlannedSession) -> None:
        self._is_filling = True
        blocks = session.agenda.blocks
        self._agenda.setRowCount(len(blocks))
        times = planned_times(session.agenda, session.start_utc)
        for place, (block, (start, _)) in enumerate(zip(blocks, times, strict=True)):
            texts = (
                wall_clock(start, session.zone),
                block.title,
                block.grouping,
                f"{block.planned_s / 60:g}",
                f"{block.minimum_s / 60:g}",
                "protected" if block.is_protected else _LATE_WORDS[block.when_late],
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                if column != 3 or block.steps:
                    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                if column in {3, 4}:
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                self._agenda.setItem(place, column, item)
        self._total.setText(f"{session.agenda.planned_s / 60:g}")
        end = times[-1][1] if times else session.start_utc
        self._total_words.setText(
            f"minutes, ends {wall_clock(end, session.zone)}. "
            f"At the shortest it takes {session.agenda.minimum_s / 60:g} minutes."
        )
        self._kinds.setText(_kind_words(blocks))
        local = session.start_utc.astimezone(ZoneInfo(session.zone)).replace(tzinfo=None)
        self._start.setDateTime(
            QDateTime.fromString(local.isoformat(timespec="minutes"), "yyyy-MM-ddTHH:mm")
        )
        self._is_filling = False

    def _cell_changed(self, item: QTableWidgetItem) -> None:
        if self._is_filling or self._session is None or item.column() != 3:
            return
        block = self._session.agenda.blocks[item.row()]
        text = item.text().strip()
        if text.isdigit() and int(text) > 0:
            self.minutes_changed.emit(self._session.id, block.id, int(text))
        else:
            self.say_problem(f"“{text}” is not a number of minutes. The plan is as it was.")
            self._fill_agenda(self._session)

    def _start_edited(self) -> None:
        if self._session is None or self._is_filling:
            return
        text = self._start.dateTime().toString("yyyy-MM-ddTHH:mm")
        wanted = datetime.fromisoformat(text)
        zone = ZoneInfo(self._session.zone)
        shown = self._session.start_utc.astimezone(zone).replace(tzinfo=None)
        if wanted != shown.replace(second=0, microsecond=0):
            self.start_changed.emit(self._session.id, wanted, self._session.zone)

    def _run(self) -> None:
        if self._session is not None:
            self.run_wanted.emit(self._session.id)

    def _hide_banner(self) -> None:
        self.banner.say("")

    def say_problem(self, text: str) -> None:
        """Say what did not work."""
        self.banner.say(text, "alert", "Understood")

    def show_oddities(self, read: Understanding) -> None:
        """Say what was odd in a roster, by row; everybody who could be read is there."""
        if not read.problems:
            return
        told = [f"Row {p.row} {p.text}." for p in read.problems[:MOST_TOLD]]
        more = len(read.problems) - MOST_TOLD
        rest = f" And {more} more." if more > 0 else ""
        self.banner.say(
            f"{len(read.people)} people were read. {' '.join(told)}{rest}", "watch", "Understood"
        )

    def say_done(self, text: str, *, can_undo: bool) -> None:
        """Pass on what was done, for a toast."""
        self.done_said.emit(text, can_undo)


def _kind_words(blocks: tuple[Block, ...]) -> str:
    totals: dict[str, int] = {}
    for block in blocks:
        totals[block.kind.value] = totals.get(block.kind.value, 0) + block.planned_s
    whole = sum(totals.values()) or 1
    ranked = sorted(totals.items(), key=lambda pair: -pair[1])
    return "\n".join(
        f"{kind.capitalize()}: {spent / 60:g} min, {spent / whole:.0%}" for kind, spent in ranked
    )
