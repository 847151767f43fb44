"""The console without windows: its presenters on a real workspace, and a view that remembers."""

from __future__ import annotations

from dataclasses import replace

from builders import make_session
from fakes import FullDisk, InlineLane
from studio_fixture import a_studio
from workshop_studio.domain.events import Event
from workshop_studio.ui.console.agenda_presenter import AgendaPresenter
from workshop_studio.ui.console.cue_presenter import CuePresenter
from workshop_studio.ui.console.presenter import ConsolePresenter
from workshop_studio.ui.console.standing_presenter import StandingPresenter
from workshop_studio.ui.console.watch_presenter import WatchPresenter


class RememberingView:
    """What the page was told."""

    def __init__(self):
        self.reading = None
        self.question = None
        self.asks = ()
        self.said = []
        self.offers = []
        self.problems = []

    def show_reading(self, reading):
        self.reading = reading

    def show_nothing(self):
        self.reading = None

    def show_question(self, question):
        self.question = question

    def show_run(self, session, log):
        """The look back is another part's."""

    def show_scenario_ready(self, *, is_ready):
        """The scenario is another part's."""

    def show_asks(self, asks):
        self.asks = asks

    def say_problem(self, text):
        self.problems.append(text)

    def say_done(self, text, *, can_undo):
        self.said.append((text, can_undo))

    def say_offer(self, text, also):
        self.said.append((text, True))
        self.offers.append((text, also))


class Console:
    """One console on one session, looked at by hand.

    agenda: run this one instead of the sample session's.
    """

    def __init__(self, tmp_path, clock, agenda=None):
        self.clock, self.stage = clock, []
        self.studio = a_studio(tmp_path, clock)
        self.live = self.studio.live
        self.disk = FullDisk(self.live._holder.unit_of_work)
        self.live._holder.unit_of_work = self.disk
        self.view, lane = RememberingView(), InlineLane()
        self.presenter = ConsolePresenter(self.studio, lane, self.view, self.stage.append)
        desk = self.presenter.desk
        self.agenda = AgendaPresenter(desk)
        self.standing = StandingPresenter(desk, self.view)
        self.watch = WatchPresenter(desk, lane, self.standing)
        self.cues = CuePresenter(desk, lane, self.view)
        for one in (self.agenda, self.standing, self.watch, self.cues):
            self.presenter.followers.append(one.show_reading)
        self.studio.bus.subscribe(Event, self.watch.heard)
        clock.watchers.append(self.live.look)
        session = self.studio.planning.sessions()[0]
        if not self.live.open_unfinished():
            self.live.open(session.id)
        if agenda is not None:
            held = self.live._holder.held
            made = replace(make_session(agenda, session.start_utc), id=session.id)
            record = self._record(held.run_id)
            self.live._holder.hold(made, record)
        self.presenter.opened()

    def _record(self, run_id):
        with self.disk.reading() as work:
            return work.runs.get(run_id)

    def close(self):
        self.studio.close()

    @property
    def reading(self):
        return self.live.console()

    @property
    def rows(self):
        return {row.block_id: row for row in self.reading.rows}

    @property
    def asked(self):
        """Return the sentences that stand."""
        return [ask.text for ask in self.view.asks]

    def look(self):
        """Do what a pulse does."""
        self.watch.pulse()
        self.presenter.refresh()
        self.cues.pulse()
        self.presenter.refresh()

    def wait(self, seconds):
        """Let time pass while the computer is awake."""
        self.clock.advance(seconds)
        self.look()

    def start(self):
        self.presenter.press_primary()
        self.look()

    def next(self, count=1):
        for _ in range(count):
            self.wait(1)
            self.presenter.press_primary()

    def answer(self, words):
        """Press the answer with these words."""
        for ask in self.view.asks:
            for answer in ask.answers:
                if answer.words == words:
                    self.standing.answer(ask.key, answer.does)
                    self.look()
                    return
        raise LookupError(words)
