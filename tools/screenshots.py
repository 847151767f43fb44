"""Pictures of every page, light and dark, at both sizes, and of every face of the stage."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={ROOT / 'tests' / 'two_screens.json'}"

from collections.abc import Callable  # noqa: E402, TC003
from datetime import UTC, datetime  # noqa: E402

from console_pictures import take_console_pictures  # noqa: E402
from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402
from stage_pictures import take_stage_pictures  # noqa: E402

from workshop_studio.app.clock import FastClock  # noqa: E402
from workshop_studio.app.desktop import Desktop, make_application  # noqa: E402
from workshop_studio.ui.theme.theme import ThemeChoice  # noqa: E402

SIZES = ((1366, 768), (1920, 1080))


def wait(ms: int) -> None:
    """Let the event loop run for a while."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def wait_for(condition: Callable[[], bool], limit_ms: int = 8000) -> None:
    """Let the event loop run until the condition holds; raises TimeoutError."""
    waited = 0
    while not condition():
        wait(20)
        waited += 20
        if waited > limit_ms:
            raise TimeoutError("waited too long")


def main(out: Path) -> None:
    """Take the pictures."""
    out.mkdir(parents=True, exist_ok=True)
    app = make_application(["screenshots"])
    take_console_pictures(app, out, wait, wait_for)
    clock = FastClock(datetime(2026, 10, 6, 11, 33, tzinfo=UTC), "Europe/Berlin", 0.2)
    with tempfile.TemporaryDirectory() as folder:
        desktop = Desktop(app, Path(folder) / "w.sqlite", clock)
        wait_for(lambda: desktop.shell is not None and desktop.window.room == "welcome")
        shell, window = desktop.shell, desktop.window
        take_stage_pictures(out, shell.theme, wait)

        def shoot(name: str) -> None:
            for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK):
                shell.theme.choose(choice, app)
                for width, height in SIZES:
                    window.resize(width, height)
                    wait(120)
                    window.grab().save(str(out / f"{name}-{choice.value}-{width}x{height}.png"))

        shoot("welcome")
        shell.planning.open_roster(
            ROOT / "tests" / "rosters" / "sample-personal.csv", is_for_new=True
        )
        wait_for(shell.planning.page.preview.take.isEnabled)
        shoot("roster")
        shell.planning.page.preview.back.click()
        shell.welcome.sample_wanted.emit()
        wait_for(lambda: shell.planning.page.run.isEnabled())
        wait(300)
        shoot("cohort")
        shell.planning.page.show_tab(1)
        shoot("session")
        shell.planning.page.rehearse.click()
        wait_for(lambda: shell.rehearsals.now is not None)
        shell.console.presenter.press_primary()
        wait(300)
        shoot("console-rehearsal")
        shell.stage.grab().save(str(out / "stage-rehearsal.png"))
        shell.rehearsals.end()
        shell.planning.page.run.click()
        wait_for(lambda: shell.studio.live.console() is not None)
        wait(300)
        presenter = shell.console.presenter

        session = shell.studio.live.session
        shell.planning.presenter.set_start(
            session.id,
            datetime(2026, 10, 6, 13, 30),  # noqa: DTZ001 - local time is wanted
            "Europe/Berlin",
        )
        wait(200)
        shell.planning.presenter.open_session(session.id)
        wait(200)
        shoot("console-ready")
        shell.console.page.ready.check.click()
        wait_for(lambda: shell.check.page.checked.text().startswith("Checked at"))
        shoot("room-check")
        shell.show_room("run")
        presenter.press_primary()
        wait(200)
        shell.console.page.standing.answer_of("Keep the end").click()
        for minutes in (6, 6, 8, 27, 7):
            clock.skip(minutes * 60)
            shell.studio.live.look()
            wait(100)
            presenter.press_primary()
            wait(200)
        # From prompt to prompt: each is given at its moment, as in a room.
        for seconds in (8 * 60, 4 * 60, 2 * 60 + 18):
            clock.skip(seconds)
            shell.studio.live.look()
            wait(400)
        shoot("console-run")
        groups, wall = shell.console.wiring.groups, shell.console.wiring.wall
        groups.begin_round(4, "Last pass: add two questions")
        wait(200)
        groups.hold("D")
        clock.skip(215)
        wait(200)
        groups.more("A", 2)
        groups.come_back("B")
        wait(300)
        shoot("console-groups")
        shell.stage.grab().save(str(out / "stage-groups.png"))
        groups.choose("A")
        wait(200)
        shell.console.page.tables.menu.grab().save(str(out / "menu-of-a-group.png"))
        shell.console.page.tables.menu.close()
        for _ in range(4):
            presenter.undo()
            wait(100)
        wall.countdown()
        wait(300)
        shell.stage.grab().save(str(out / "stage-countdown.png"))
        message = "Keep the questions somebody can answer within a week."
        wall.message(message, 30.0, until_read=False)
        wait(300)
        shell.stage.grab().save(str(out / "stage-message.png"))
        clock.skip(13 * 60 + 30)
        shell.studio.live.look()
        wait(300)
        shell.stage.grab().save(str(out / "stage-danger.png"))
        presenter.press_pause()
        wait(300)
        shoot("console-paused")
        shell.show_room("scenario")
        wait_for(lambda: shell.dashboards.presenter.seen is not None)
        scenario = shell.dashboards.presenter
        scenario.go_to(32)
        scenario.put_on_wall()
        wait(400)
        shoot("scenario")
        shell.stage.grab().save(str(out / "stage-scenario.png"))
        scenario.decide(next(o.id for o in scenario.seen.options if o.does))
        wait(500)
        scenario.go_to(52)
        wait(300)
        shoot("scenario-decided")
        shell.stage.grab().save(str(out / "stage-scenario-decided.png"))
        window.show_room("settings")
        shell.settings.passphrase_chosen.emit("four plain words here", "")
        wait(800)
        shell.open_station()
        wait_for(lambda: shell.station is not None)
        station = shell.station

        def shoot_station(name: str) -> None:
            for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK):
                shell.theme.choose(choice, app)
                for width, height in SIZES:
                    station.window.showNormal()
                    station.window.resize(width, height)
                    wait(200)
                    picture = f"station-{name}-{choice.value}-{width}x{height}.png"
                    station.window.grab().save(str(out / picture))

        shoot_station("door")
        station.door.code_entered.emit(shell.studio.cohorts.cohorts()[0].teams[2].code)
        wait(400)
        card = station.card.page
        card.fields["consent"].text.setPlainText(
            "Off until someone taps “Remember what I buy”. The next screen shows three real "
            "guesses before anything is saved, so that nobody is surprised."
        )
        card.fields["control"].text.setPlainText("“Not this one” removes an item for good.")
        card.fields["opt_out"].choose(1)
        card.show_section(2)
        wait(2000)
        shoot_station("card")
        card.show_whole_card()
        shoot_station("whole-card")
        card.bar.hand_over.click()
        wait_for(lambda: station.window.is_at_door)
        station.journal.open()
        journal = station.journal.page
        wait_for(journal.names.isVisible)
        shoot_station("journal-names")
        journal.names.chosen.emit(shell.studio.journals.door().writers[0].id)
        wait_for(journal.passphrase.isVisible)
        shoot_station("journal-passphrase")
        journal.passphrase.entered.emit("four plain words here", "four plain words here")
        wait_for(journal.writing.text.isVisible)
        journal.writing.text.setPlainText(
            "In March I saw the returns rise and said nothing for two weeks, because the chart "
            "was not mine.\n\nI should have asked what a rise in returns means for the pickers."
        )
        wait_for(lambda: journal.writing.saved.text.startswith("saved"))
        shoot_station("journal-writing")
        station.journal.put_away()
        station.window.left()
        shoot("settings")
        shell.show_room("review")
        wait(1500)
        shoot("review")
        shell.printing.open_for(session.id)
        wait_for(lambda: shell.printing.page.pages.is_drawn)
        shoot("print")
        window.guard(is_session_on=False)
        window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "screenshots"))
