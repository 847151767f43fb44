"""The planning page: cohort, session, and a roster before it is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from workshop_studio.ui.kit.basics import Banner, Button, Text
from workshop_studio.ui.kit.cards import EmptyPage
from workshop_studio.ui.kit.fields import SavedMark
from workshop_studio.ui.kit.literal import action_text
from workshop_studio.ui.planning.agenda_words import when_words
from workshop_studio.ui.planning.cohort_page import CohortPage
from workshop_studio.ui.planning.cohort_words import people_words, teams_words
from workshop_studio.ui.planning.roster_page import RosterPage
from workshop_studio.ui.planning.session_page import SessionPage
from workshop_studio.ui.planning.title import Title

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from workshop_studio.domain.cohort import Cohort
    from workshop_studio.domain.debrief import Debrief
    from workshop_studio.domain.history import History
    from workshop_studio.domain.session import PlannedSession
    from workshop_studio.ui.planning.presenter import PlanState
    from workshop_studio.ui.planning.roster_presenter import RosterPreview
    from workshop_studio.ui.theme.theme import Theme

COHORT, SESSION = 0, 1
_WIDE_PX = 1360


class PlanningPage(QWidget):
    """Sets text and passes on what was pressed."""

    roster_wanted = Signal()
    cohort_wanted = Signal()
    balance_wanted = Signal()
    cohort_chosen = Signal(str)
    session_wanted = Signal()
    run_wanted = Signal(str)
    rehearse_wanted = Signal(str)
    print_wanted = Signal()
    session_shown = Signal()
    done_said = Signal(str, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._state: PlanState | None = None
        self._tab = COHORT
        self._can_print = self._is_wide = False
        self.setProperty("page", "true")
        self.setObjectName("planning")
        self.cohort = CohortPage(theme)
        self.session = SessionPage(theme)
        self.preview = RosterPage(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 20)
        column.setSpacing(12)
        self._head = QWidget()
        self._head.setLayout(self._header())
        column.addWidget(self._head)
        self.banner = Banner(theme)
        self.banner.acted.connect(self._hide_banner)
        column.addWidget(self.banner)
        self._stack = QStackedWidget()
        self.nobody = EmptyPage(
            theme,
            "Begin with the people: read a roster, and tables are made of it.",
            "Read a roster file",
            "upload",
        )
        self.nobody.acted.connect(self.cohort_wanted)
        self.no_session = EmptyPage(
            theme, "This cohort has no session yet.", "Plan the first session", "calendar"
        )
        self.no_session.acted.connect(self.session_wanted)
        for page in (self.nobody, self.cohort, self.session, self.no_session, self.preview):
            self._stack.addWidget(page)
        column.addWidget(self._stack, 1)
        self._arrange()

    def _header(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        self._title = Title(self._theme)
        self._subtitle = Text(self._theme, "body", tone="2")
        self.cohorts = Button(self._theme, "Cohorts", "text", "chevron-down")
        self.cohorts.setToolTip("Show another cohort, or begin a new one")
        self.cohorts.clicked.connect(self._open_cohorts)
        self.cohort_menu = QMenu(self)
        self.cohort_menu.triggered.connect(self._cohort_pressed)
        self.saved = SavedMark(self._theme)
        self.roster = Button(self._theme, "Read a roster file", icon="upload")
        self.roster.clicked.connect(self.roster_wanted)
        self.balance = Button(self._theme, "Balance again", icon="shuffle")
        self.balance.clicked.connect(self.balance_wanted)
        self.print = Button(self._theme, "Print", icon="printer")
        self.print.clicked.connect(self.print_wanted)
        self.print.setVisible(False)
        self.rehearse = Button(self._theme, "Rehearse", icon="repeat")
        self.rehearse.setObjectName("rehearse-session")
        self.rehearse.setToolTip("Run the session with another clock; nothing of it is kept")
        self.rehearse.clicked.connect(self._rehearse)
        self.run = Button(self._theme, "Run session", "primary", "play")
        self.run.setObjectName("run-session")
        self.run.clicked.connect(self._run)
        row.addWidget(self._title)
        row.addWidget(self.cohorts)
        row.addSpacing(8)
        row.addWidget(self._subtitle)
        row.addStretch(1)
        row.addWidget(self.saved)
        row.addSpacing(8)
        self._add_tabs(row)
        row.addSpacing(8)
        for button in (self.roster, self.balance, self.print, self.rehearse, self.run):
            row.addWidget(button)
        return row

    def _add_tabs(self, row: QHBoxLayout) -> None:
        self._tabs = QButtonGroup(self)
        for place, words in ((COHORT, "Cohort"), (SESSION, "Session")):
            button = Button(self._theme, words, "segment")
            button.setCheckable(True)
            button.setChecked(place == COHORT)
            self._tabs.addButton(button, place)
            row.addWidget(button)
        self._tabs.idClicked.connect(self.show_tab)

    # --- what is shown ---------------------------------------------------------------------------

    def show_tab(self, place: int) -> None:
        """Show the cohort (0) or the session (1)."""
        self._tab = place
        self._tabs.button(place).setChecked(True)
        self._arrange()
        if place == SESSION:
            self.session_shown.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Look again at what became of the session while another room was shown."""
        super().showEvent(event)
        self.session_shown.emit()

    def offer_printing(self) -> None:
        """Show the button that asks for printed material; `print_wanted` has a listener then."""
        self._can_print = True
        self._arrange()

    def show_state(self, state: PlanState) -> None:
        """Show what was read."""
        self._state = state
        if state.cohort is not None:
            self.cohort.show_cohort(state.cohort)
            self.balance.setText("Balance again" if state.cohort.teams else "Make teams")
            self.balance.setEnabled(bool(state.cohort.participants))
        if self._planned is not None:
            self.session.show_session(self._planned)
            self.session_shown.emit()
        self._arrange()

    def show_history(self, history: History) -> None:
        """Show what earlier sessions say of the plan."""
        self.session.show_history(history)

    def show_debrief(self, debrief: Debrief | None) -> None:
        """Show how the session went."""
        self.session.went.show_debrief(debrief)

    def show_saved(self, time_of_day: str) -> None:
        """Say when the plan was last saved."""
        self.saved.show_saved(time_of_day)

    def say_problem(self, text: str) -> None:
        """Say what did not work; an empty text says that it is solved."""
        self.banner.say(text, "alert", "Understood" if text else "")

    def say_done(self, text: str, *, can_undo: bool) -> None:
        """Pass on what was done, for a toast."""
        self.done_said.emit(text, can_undo)

    def show_reading(self, file: str) -> None:
        """Show that a roster is being read."""
        self.preview.show_reading(file)
        self._stack.setCurrentWidget(self.preview)
        self._arrange()

    def show_preview(self, preview: RosterPreview) -> None:
        """Show a roster before it is taken."""
        self.preview.show_preview(preview)

    def close_preview(self) -> None:
        """Show the cohort again."""
        self._stack.setCurrentWidget(self.nobody)
        self.show_tab(COHORT)

    @property
    def regions(self) -> tuple[QWidget, ...]:
        """Return the parts that F6 goes round: header, then the regions of the shown page."""
        shown = self._stack.currentWidget()
        if isinstance(shown, CohortPage | SessionPage | RosterPage):
            return (self._head, *shown.regions)
        return (self._head, self._stack)

    @property
    def is_previewing(self) -> bool:
        """Return whether a roster is shown."""
        return self._stack.currentWidget() is self.preview

    @property
    def _planned(self) -> PlannedSession | None:
        sessions = self._state.sessions if self._state is not None else ()
        return sessions[0] if sessions else None

    @property
    def _cohort(self) -> Cohort | None:
        return self._state.cohort if self._state is not None else None

    def _arrange(self) -> None:
        """Show the page, the words and the buttons that fit what is there."""
        is_cohort = self._tab == COHORT
        self._head.setVisible(not self.is_previewing)
        for button in (*self._tabs.buttons(), self.run):
            button.setVisible(self._cohort is not None)
        self.cohorts.setVisible(self._cohort is not None and is_cohort)
        self.run.setEnabled(self._planned is not None)
        self.roster.setVisible(self._cohort is not None and is_cohort)
        self.balance.setVisible(self._cohort is not None and is_cohort)
        self.print.setVisible(self._can_print and not is_cohort and self._planned is not None)
        self.rehearse.setVisible(not is_cohort and self._planned is not None)
        self.saved.setVisible(not is_cohort and bool(self.saved.text))
        if not self.is_previewing:
            self._stack.setCurrentWidget(self._fitting_page())
        self._say_title()

    def _fitting_page(self) -> QWidget:
        if self._cohort is None:
            return self.nobody
        if self._tab == COHORT:
            return self.cohort
        return self.session if self._planned is not None else self.no_session

    def _say_title(self) -> None:
        cohort, session = self._cohort, self._planned
        if cohort is None:
            self._title.setText("Plan")
            self._subtitle.setText("")
        elif self._tab == SESSION and session is not None:
            self._title.setText(session.title)
            self._subtitle.setText(when_words(session, is_short=not self._is_wide))
        else:
            self._title.setText(cohort.name)
            people = people_words(len(cohort.participants))
            self._subtitle.setText(f"{people}, {teams_words(len(cohort.teams))}")
        # A session is told by its time, a cohort by its name: at 1366 that is what has to stay.
        self._subtitle.setVisible(self._is_wide or self._tab == SESSION)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the subtitle go where there is no room for it."""
        super().resizeEvent(event)
        is_wide = self.width() >= _WIDE_PX
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            self.session.show_wide(is_wide=is_wide)
            self.print.setText("Print material" if is_wide else "Print")
            self.run.setText("Run this session" if is_wide else "Run session")
            self._say_title()

    # --- what was pressed ------------------------------------------------------------------------

    def _open_cohorts(self) -> None:
        self.cohort_menu.clear()
        if self._state is not None:
            group = QActionGroup(self.cohort_menu)
            for one in self._state.cohorts:
                people = people_words(len(one.participants))
                action = self.cohort_menu.addAction(action_text(f"{one.name}, {people}"))
                action.setData(one.id)
                action.setCheckable(True)
                action.setChecked(self._cohort is not None and one.id == self._cohort.id)
                group.addAction(action)
        self.cohort_menu.addSeparator()
        self.cohort_menu.addAction("New cohort from a roster").setData("")
        self.cohort_menu.popup(self.cohorts.mapToGlobal(QPoint(0, self.cohorts.height())))

    def _cohort_pressed(self, action: QAction) -> None:
        if action.data():
            self.cohort_chosen.emit(action.data())
        else:
            self.cohort_wanted.emit()

    def _run(self) -> None:
        if self._planned is not None:
            self.run_wanted.emit(self._planned.id)

    def _rehearse(self) -> None:
        if self._planned is not None:
            self.rehearse_wanted.emit(self._planned.id)

    def _hide_banner(self) -> None:
        self.banner.say("")
