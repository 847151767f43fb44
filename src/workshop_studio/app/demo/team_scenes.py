"""The other half of the demo: a team and a participant at the station, feedback, handouts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop_studio.app.demo.player import Breath, Until
from workshop_studio.domain.capstone import FIELDS
from workshop_studio.domain.feedback import Level
from workshop_studio.domain.prints import Paper
from workshop_studio.domain.sheet import Audience

if TYPE_CHECKING:
    from pathlib import Path

    from workshop_studio.app.demo.teller import Scene, Teller
    from workshop_studio.services.capstones import Review

TEAM = 2
SHOWN_SECTION = 2
STATION_SIZE = (1366, 768)


def station(teller: Teller) -> Scene:
    """A team fills in its card; everything saves itself."""
    shell = teller.shell
    settings = shell.settings
    settings.passphrase_chosen.emit(teller.work["facilitator_passphrase"], "")
    yield Until("the passphrase is set", lambda: "is set" in settings.said.text())
    shell.open_station()
    yield Until("the station opens", lambda: shell.station is not None)
    room = shell.station
    if room is None:
        raise LookupError("the station")
    team = shell.studio.cohorts.cohorts()[0].teams[TEAM]
    yield Breath(1.0)
    teller.grab(room.window, "station-door.png", "the door of the station")
    teller.type_line(room.door.code, team.code)
    teller.press("open-card", room.window)
    page = room.card.page
    yield Until("the card opens", lambda: page.isVisible())
    teller.type_line(page.heads["title"].line, teller.work.title)
    teller.type_line(page.heads["owner"].line, teller.work.owner)
    for field in FIELDS:
        editor = page.fields[field.key]
        if field.key in teller.work.answers:
            yield from teller.type_into(editor.text, teller.work.answers[field.key])
        else:
            editor.choose(1)
            teller.type_line(editor.note, teller.work.not_known[field.key])
    page.flush()
    yield Until("everything is saved", lambda: page.bar.saved.text.startswith("saved"))
    yield Until("the card is complete", lambda: _open_answers(teller, team.id) == 0)
    page.show_section(SHOWN_SECTION)
    yield Breath(2.0)
    teller.grab(room.window, "station.png", "a team's governance card at the station")
    teller.say(
        f"Team {team.letter} {team.name} opened its card with the code {team.code} and filled in "
        f"{len(FIELDS)} fields"
    )
    teller.press("hand-over", room.window)
    yield Until("the door shows", lambda: room.door.isVisible())


def journal(teller: Teller) -> Scene:
    """A participant writes what nobody else can read."""
    room = teller.shell.station
    if room is None:
        raise LookupError("the station")
    page = room.journal.page
    teller.press("find-my-name", room.window)
    yield Until("the names show", lambda: page.names.list.count() > 0)
    name = page.names.list.item(0).text()
    page.names.search.returnPressed.emit()
    yield Until("the passphrase is asked for", page.passphrase.enter.isVisible)
    secret = teller.work["journal_passphrase"]
    teller.type_line(page.passphrase.first_line.line, secret)
    teller.type_line(page.passphrase.again_line.line, secret)
    yield Breath(1.0)
    teller.press("open-journal", room.window)
    yield Until("the journal is open", page.writing.text.isVisible)
    yield from teller.type_into(page.writing.text, teller.work["journal"])
    yield Until("the entry is sealed", lambda: page.writing.saved.text.startswith("saved"))
    yield Breath(1.0)
    teller.press("close-journal", room.window)
    yield Until("the journal is closed", lambda: room.door.isVisible())
    teller.say(f"{name} wrote a journal note behind an own passphrase")
    room.door.leave_wanted.emit(teller.work["facilitator_passphrase"])
    yield Until("the station is left", lambda: teller.shell.station is None)


def review(teller: Teller) -> Scene:
    """Read the card as it prints, rate it, write what helps."""
    shell = teller.shell
    shell.show_room("review")
    page, work = shell.review.page, teller.work
    yield Until("the card shows", lambda: page.form.isVisible())
    for key, (level, comment) in work.feedback.items():
        row = page.form.rows[key]
        next(s for s in row.levels.segments() if s.text() == Level[level].value).click()
        teller.type_line(row.comment.line, comment)
        yield Breath(0.4)
    teller.type_line(page.form.strengths[0].line, work["strength"])
    teller.type_line(page.form.step.line, work["next_step"])
    teller.type_line(page.form.owner, work["next_owner"])
    teller.type_line(page.form.date, work["next_date"])
    page.flush()
    yield Until("the feedback is complete", lambda: _feedback_is_complete(teller))
    yield Until("its picture is drawn", lambda: page.pages.is_drawn)
    teller.desktop.window.toast.hide()
    yield Breath(2.0)
    teller.grab(teller.desktop.window, "review.png", "the card as it prints, and the feedback")
    teller.say("Rated clarity, feasibility and business alignment, and named a next step")


def handouts(teller: Teller) -> Scene:
    """Print card, feedback and the material of the session into files, from the print room."""
    shell = teller.shell
    printing = shell.printing
    reviews = _reviews(teller)
    session = shell.studio.planning.sessions()[0]
    card, feedback = "governance-card", "feedback"
    for paper in Paper:
        printing.presenter.choose_paper(paper)
        printing.open_card(reviews[0])
        yield from _save(teller, f"{card}-{paper.value}.pdf", f"the governance card, {paper.value}")
        printing.open_feedback(reviews[0])
        yield from _save(teller, f"{feedback}-{paper.value}.pdf", f"the feedback, {paper.value}")
    printing.presenter.choose_paper(Paper.A4)
    printing.open_for(session.id)
    yield from _save(teller, "material-tables.pdf", "the printed material for the tables, A4")
    yield Until("the pages are drawn", lambda: printing.page.pages.is_drawn)
    teller.desktop.window.toast.hide()
    yield Breath(2.0)
    teller.grab(teller.desktop.window, "print.png", "the material before it is printed")
    printing.presenter.choose_audience(Audience.FACILITATOR)
    yield from _save(teller, "material-facilitator.pdf", "guide and keys for the facilitator, A4")
    teller.say(f"Printed card and feedback on {' and '.join(Paper)}, and the session's material")


def _save(teller: Teller, name: str, what: str) -> Scene:
    presenter = teller.shell.printing.presenter
    yield Until(f"{what} is set", lambda: presenter.is_ready)
    path: Path = teller.folder.place(name, what)
    presenter.save(path)
    yield Until(f"{name} is written", path.exists)


def _reviews(teller: Teller) -> tuple[Review, ...]:
    studio = teller.shell.studio
    return studio.capstones.reviews(studio.cohorts.cohorts()[0].id)


def _open_answers(teller: Teller, team_id: str) -> int:
    return next(r.desk.capstone.open_count for r in _reviews(teller) if r.desk.team.id == team_id)


def _feedback_is_complete(teller: Teller) -> bool:
    feedback = _reviews(teller)[0].feedback
    return feedback.is_complete and feedback.next_step == teller.work["next_step"]
