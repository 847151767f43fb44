"""From a roster file of a real system to tables of people, through the windows."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from test_run_a_session import App

from fakes import ManualClock
from workshop_studio.domain.cohort import Side
from workshop_studio.ui.planning.carrying import person_data

ROSTERS = Path(__file__).resolve().parents[1] / "rosters"


@pytest.fixture
def clock():
    return ManualClock()


@pytest.fixture
def app(qtbot, qapp, tmp_path, clock):
    started = App(qtbot, qapp, tmp_path / "w.sqlite", clock)
    yield started
    started.stop()


def planning(app):
    return app.shell.planning


def preview(app):
    return planning(app).page.preview


def cohort(app):
    return app.shell.studio.cohorts.cohort(planning(app).presenter.cohort_id)


def shown(app):
    return planning(app).page._subtitle.text()


def open_roster(app, path, *, is_for_new=True):
    planning(app).open_roster(path, is_for_new=is_for_new)
    app.until(lambda: app.room == "plan" and preview(app).words.startswith("Read "))


def take(app, path, **how):
    open_roster(app, path, **how)
    app.press("take-people")
    app.until(lambda: not planning(app).page.is_previewing)


def choose(app, column, word):
    """Choose by keyboard: the first letters of the word, as in any list."""
    combo = preview(app).columns.choice(column)
    combo.setFocus()
    app.bot.keyClicks(combo, word)


def write(tmp_path, text, name="people.csv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "how", "verb", "problems"),
    [
        ("sample-personal.csv", "UTF-8, semicolons, header in row 1", "Take 7 people", 3),
        ("sample-lms.csv", "UTF-8, commas, header in row 1", "Take 3 people", 2),
        ("sample-formation.csv", "Windows-1252, semicolons, header in row 1", "Take 3 people", 0),
        ("sample-lista.xlsx", "spreadsheet, header in row 4", "Take 3 people", 1),
    ],
)
def test_every_shape_of_roster_is_shown_before_it_is_taken(app, name, how, verb, problems):
    open_roster(app, ROSTERS / name)
    assert preview(app).words == f"Read {name} / {how}"
    assert preview(app).take.text() == verb
    assert len(preview(app).problems.words) == problems
    assert app.shell.studio.cohorts.cohorts() == ()
    app.press("take-people")
    app.until(lambda: shown(app).startswith(verb.split()[1]))
    assert len(app.shell.studio.cohorts.cohorts()) == 1
    assert planning(app).page.run.isEnabled()


def test_a_row_that_is_left_out_is_told_apart_from_one_that_is_kept(app):
    open_roster(app, ROSTERS / "sample-lista.xlsx")
    assert preview(app).problems.words == [("row 9", "is a total, not a person", "left out")]
    assert preview(app).problems.title == "1 row to look at, 1 left out"


def test_another_meaning_for_a_column_changes_what_is_taken(app, tmp_path):
    rows = "LEFÈVRE;Élodie;Produit;Cheffe de produit\nBENOÎT;Noël;Juridique;Juriste\n"
    open_roster(app, write(tmp_path, f"NOM;Prénom;Service;Poste\n{rows}"))
    assert [preview(app).columns.choice(n).currentText() for n in (2, 3)] == ["Function", "Ignore"]
    choose(app, 3, "Fun")
    app.until(lambda: preview(app).columns.choice(2).currentText() == "Ignore")
    assert preview(app).columns.note == "“Poste” is the function now, so “Service” is ignored."
    # “Fa” of “Family name” was passed on the way; what it would have taken came back.
    assert preview(app).columns.choice(0).currentText() == "Family name"
    app.press("take-people")
    app.until(lambda: shown(app).startswith("2 people"))
    assert {(one.name, one.function) for one in cohort(app).participants} == {
        ("Élodie Lefèvre", "Cheffe de produit"),
        ("Noël Benoît", "Juriste"),
    }


def test_without_a_column_of_names_nothing_can_be_taken_and_the_page_says_why(app, tmp_path):
    rows = "Ada One;ada@example.org\nBo Two;bo@example.org\n"
    open_roster(app, write(tmp_path, f"Wer;Wohin\n{rows}"))
    assert not preview(app).take.isEnabled()
    assert preview(app).words.endswith("Say which column holds names first.")
    choose(app, 0, "Name")
    app.until(preview(app).take.isEnabled)
    assert preview(app).take.text() == "Take 2 people"
    preview(app).name.setFocus()
    preview(app).name.selectAll()
    app.bot.keyClick(preview(app).name, Qt.Key.Key_Delete)
    assert preview(app).words.endswith("Give the cohort a name first.")
    app.bot.keyClicks(preview(app).name, "Spring people")
    app.press("take-people")
    app.until(lambda: planning(app).page._title.text() == "Spring people")


def test_a_bare_list_of_names_is_taken_whole(app, tmp_path):
    open_roster(app, write(tmp_path, "Ada One\nBo Two\nCy Three\nDi Four\n"))
    assert preview(app).columns.header.currentText() == "Header in row 1"
    preview(app).columns.header.setFocus()
    app.bot.keyClicks(preview(app).columns.header, "No header")
    app.until(lambda: "no header" in preview(app).words)
    choose(app, 0, "Name")
    app.until(lambda: preview(app).take.text() == "Take 4 people")
    app.press("take-people")
    app.until(lambda: shown(app) == "4 people, 1 team")
    assert planning(app).page.cohort.people.names() == ["Ada One", "Bo Two", "Cy Three", "Di Four"]


def test_stepping_back_changes_nothing_and_returns_to_where_one_was(app):
    open_roster(app, ROSTERS / "sample-lms.csv")
    app.bot.keyClick(preview(app).back, Qt.Key.Key_Escape)
    app.until(lambda: app.room == "welcome")
    assert app.shell.studio.cohorts.cohorts() == ()
    take(app, ROSTERS / "sample-lms.csv")
    app.until(lambda: shown(app) == "3 people, 1 team")
    before = cohort(app)
    open_roster(app, ROSTERS / "sample-personal.csv", is_for_new=False)
    app.press("step-back")
    assert app.room == "plan"
    assert not planning(app).page.is_previewing
    assert cohort(app) == before


def test_a_file_that_is_no_roster_says_so_in_one_sentence(app, tmp_path, monkeypatch):
    said = []
    monkeypatch.setattr(
        app.shell._prompter, "show_problem", lambda title, text: said.append((title, text))
    )
    planning(app).open_roster(write(tmp_path, "", "empty.csv"), is_for_new=True)
    app.until(lambda: said != [])
    assert said == [("The roster cannot be read", "empty.csv is empty. Nothing was changed.")]
    assert app.room == "welcome"


def test_importing_again_updates_and_names_who_is_gone_and_can_be_undone(app, tmp_path):
    take(app, ROSTERS / "sample-personal.csv")
    app.until(lambda: shown(app) == "7 people, 2 teams")
    first = cohort(app)
    open_roster(app, ROSTERS / "sample-personal.csv", is_for_new=False)
    assert preview(app).counts == "7 people to take. 0 added, 0 updated, 7 unchanged."
    app.press("take-people")
    app.until(lambda: "Nothing new: all 7 people" in app.desktop.window.toast._text.text())
    assert cohort(app) == first
    one = first.participants[0]
    rows = f"{one.name};{one.mail};Recht\nNew Person;new@example.org;Recht\n"
    open_roster(app, write(tmp_path, f"Name;Mail;Funktion\n{rows}"), is_for_new=False)
    assert preview(app).counts == "2 people to take. 1 added, 1 updated, 0 unchanged."
    assert "No longer in the file, kept in the cohort: Ute Groß" in preview(app).hints
    app.press("take-people")
    app.until(lambda: shown(app) == "8 people, 2 teams")
    assert "and 3 more" in app.desktop.window.toast._text.text()
    app.desktop.window.toast.undo.click()
    app.until(lambda: shown(app) == "7 people, 2 teams")
    assert cohort(app).participants == first.participants
    assert cohort(app).teams == first.teams


def test_people_go_into_the_cohort_that_was_chosen(app):
    take(app, ROSTERS / "sample-lms.csv")
    app.until(lambda: shown(app) == "3 people, 1 team")
    first = planning(app).presenter.cohort_id
    take(app, ROSTERS / "sample-formation.csv")
    app.until(lambda: planning(app).presenter.cohort_id not in {"", first})
    open_roster(app, ROSTERS / "sample-lista.xlsx", is_for_new=False)
    into = preview(app).into
    into.setFocus()
    app.bot.keyClicks(into, "Sample lms")
    app.until(lambda: preview(app)._counts.text() == "3 added, 0 updated, 0 unchanged.")
    app.press("take-people")
    app.until(lambda: planning(app).presenter.cohort_id == first)
    app.until(lambda: shown(app) == "6 people, 1 team")
    page = planning(app).page
    page.cohorts.click()
    names = [action.text() for action in page.cohort_menu.actions() if action.text()]
    assert names == [
        "Sample formation, 3 people",
        "Sample lms, 6 people",
        "New cohort from a roster",
    ]
    choose_action(app, page.cohort_menu, "Sample formation, 3 people")
    app.until(lambda: page._title.text() == "Sample formation")


def open_menu(app, widget):
    """Press the menu key on the chosen person."""
    view = widget.viewport()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, QPoint(-1, -1), view.mapToGlobal(QPoint(-1, -1))
    )
    QApplication.sendEvent(view, event)
    menu = planning(app).page.cohort.menu.menu
    app.until(menu.isVisible)
    return menu


def choose_action(app, menu, text):
    action = next(one for one in menu.actions() if one.text() == text)
    menu.setActiveAction(action)
    app.bot.keyClick(menu, Qt.Key.Key_Return)


def test_a_person_is_moved_by_the_menu_key_and_the_move_is_undone(app):
    app.make_sample()
    page = planning(app).page.cohort
    before = cohort(app)
    person = before.members(before.teams[0])[0]
    people = page.card("A").people
    people.setFocus()
    assert people.choose(person.id)
    choose_action(app, open_menu(app, people), "Move to F  Thyme")
    app.until(lambda: cohort(app).team_of(person.id).letter == "F")
    app.until(lambda: app.desktop.window.focusWidget() is page.card("F").people)
    assert page.card("F").people.currentItem().text() == person.name
    assert app.desktop.window.toast._text.text() == f"{person.name} moved to Thyme"
    app.desktop.window.toast.undo.click()
    app.until(lambda: cohort(app).teams == before.teams)
    app.until(lambda: page.card("A").people.count() == len(before.teams[0].member_ids))


def test_a_person_is_moved_by_dropping_them_anywhere_on_another_table(app):
    app.make_sample()
    person = cohort(app).teams[0].member_ids[0]
    card = planning(app).page.cohort.card("B")
    data = person_data(person)
    no_key = Qt.KeyboardModifier.NoModifier
    left, move = Qt.MouseButton.LeftButton, Qt.DropAction.MoveAction
    QApplication.sendEvent(card, QDragEnterEvent(QPoint(5, 5), move, data, left, no_key))
    assert card.property("card") == "accent"
    QApplication.sendEvent(card, QDropEvent(QPointF(5, 5), move, data, left, no_key))
    assert card.property("card") == "true"
    app.until(lambda: cohort(app).team_of(person).letter == "B")


def test_f6_goes_round_header_people_and_tables(app):
    app.make_sample()
    page, window = planning(app).page, app.desktop.window
    page.run.setFocus()
    app.bot.keyClick(window, Qt.Key.Key_F6)
    assert window.focusWidget() is page.cohort.people.finder
    app.bot.keyClick(window, Qt.Key.Key_F6)
    assert window.focusWidget() is page.cohort.card("A").people
    page.show_tab(1)
    page.run.setFocus()
    app.bot.keyClick(window, Qt.Key.Key_F6)
    assert window.focusWidget() is page.session.agenda


def test_a_side_that_is_not_known_is_set_in_the_table_of_people(app):
    take(app, ROSTERS / "sample-personal.csv")
    app.until(lambda: shown(app) == "7 people, 2 teams")
    page = planning(app).page.cohort
    person = cohort(app).participants[0]
    table = page.people.table
    row = page.people.names().index(person.name)
    table.setFocus()
    table.setCurrentCell(row, 0)
    assert page.people.chosen == person.id
    target = next(side for side in (Side.GUARDIAN, Side.BUILDER) if side is not person.side)
    choose_action(app, open_menu(app, table), f"Side: {target.value}")
    app.until(lambda: cohort(app).participant(person.id).side is target)
    app.until(lambda: page.people.chosen == person.id)


def test_enter_opens_the_menu_of_a_person_too(app):
    app.make_sample()
    page = planning(app).page.cohort
    for view in (page.card("A").people, page.people.table):
        view.setFocus()
        view.setCurrentRow(1) if view is page.card("A").people else view.setCurrentCell(1, 0)
        app.bot.keyClick(view, Qt.Key.Key_Return)
        menu = page.menu.menu
        app.until(menu.isVisible)
        app.bot.keyClick(menu, Qt.Key.Key_Escape)
        assert not menu.isVisible()


def test_names_with_signs_of_other_languages_are_shown_as_written(app, tmp_path):
    rows = "<b>Ada</b> R&D;data\nBo Two;legal\nCy Three;support\nDi Four;data\n"
    take(app, write(tmp_path, f"Name;Funktion\n{rows}", "a&b.csv"))
    app.until(lambda: shown(app) == "4 people, 1 team")
    page = planning(app).page
    person = next(one for one in cohort(app).participants if "Ada" in one.name)
    assert person.name == "<b>Ada</b> R&D"
    card = page.cohort.card("A").people
    card.choose(person.id)
    assert card.currentItem().toolTip() == "<span>&lt;b&gt;Ada&lt;/b&gt; R&amp;D, data</span>"
    menu = open_menu(app, card)
    assert menu.actions()[0].text() == "<b>Ada</b> R&&D, Basil"
    choose_action(app, menu, "Side: guardian")
    toast = app.desktop.window.toast._text
    app.until(lambda: toast.text() == "<b>Ada</b> R&D is a guardian now")
    assert toast.textFormat() is Qt.TextFormat.PlainText
    page.cohorts.click()
    assert page.cohort_menu.actions()[0].text() == "A&&b, 4 people"


def test_what_there_is_to_look_at_is_shown(app, tmp_path):
    rows = "".join(f"P {n};{role}\n" for n, role in enumerate(["data", "support"] * 2 + ["legal"]))
    take(app, write(tmp_path, f"Name;Funktion\n{rows}Zoe Last;Finance\n"))
    app.until(lambda: shown(app) == "6 people, 1 team")
    page = planning(app).page.cohort
    assert page.summary.endswith("One thing to look at: the side of 1 person is not known.")
    page.people.finder.setText("nobody")
    page.show_worry.click()
    assert page.people.chosen == next(
        o.id for o in cohort(app).participants if o.name == "Zoe Last"
    )
    person = cohort(app).participants[4]
    page.people.choose(person.id)
    choose_action(app, open_menu(app, page.people.table), "Side: builder")
    app.until(lambda: page.summary.startswith("1 of 1 tables lacks one side"))
    assert page.card("A").faults == ("no guardian",)
    page.show_worry.click()
    assert app.desktop.window.focusWidget() is page.card("A").people


def test_somebody_who_was_doubled_is_removed_and_brought_back(app):
    take(app, ROSTERS / "sample-personal.csv")
    app.until(lambda: shown(app) == "7 people, 2 teams")
    before = cohort(app)
    page = planning(app).page.cohort
    page.people.table.setCurrentCell(page.people.names().index("Anna Beispiel"), 0)
    choose_action(app, open_menu(app, page.people.table), "Remove from the cohort")
    app.until(lambda: shown(app) == "6 people, 2 teams")
    app.desktop.window.toast.undo.click()
    app.until(lambda: shown(app) == "7 people, 2 teams")
    assert cohort(app).participants == before.participants


def test_people_stand_by_name_and_are_found_by_typing(app):
    take(app, ROSTERS / "sample-personal.csv")
    app.until(lambda: shown(app) == "7 people, 2 teams")
    people = planning(app).page.cohort.people
    assert people.names() == [
        "Anna Beispiel", "Anna Beispiel", "Clara von der Probe", "Jörg Muster",
        "Łukasz Przykład", "Thị Nguyễn Sample", "Ute Groß",
    ]  # fmt: skip
    app.bot.keyClicks(people.finder, "lukasz")
    assert people.names() == ["Łukasz Przykład"]
    assert people._count.text() == "1 of 7 people"
    people.finder.clear()
    assert len(people.names()) == 7


def test_minutes_are_typed_in_the_row_and_a_mistake_is_said_in_words(app):
    app.make_sample()
    page = planning(app).page
    page.show_tab(1)
    agenda = page.session.agenda
    session = page._planned
    title = session.agenda.blocks[0].title

    def type_minutes(text):
        agenda.setFocus()
        agenda.setCurrentCell(0, 0)
        app.bot.keyClick(agenda, Qt.Key.Key_Return)
        field = agenda.indexWidget(agenda.currentIndex())
        field.selectAll()
        app.bot.keyClicks(field, text)
        app.bot.keyClick(field, Qt.Key.Key_Return)

    type_minutes("ten")
    app.until(lambda: "“ten” is not a number of minutes" in page.banner.text)
    assert agenda.item(0, 3).text() == "6"
    type_minutes("2")
    app.until(lambda: page.banner.text == "This block needs at least 4 minutes.")
    type_minutes("9")
    app.until(lambda: page.session._total.text() == "153")
    assert page.banner.text == ""
    assert page.saved.text.startswith("saved ")
    assert app.desktop.window.toast._text.text() == f"{title}: 9 minutes instead of 6"
    app.desktop.window.toast.undo.click()
    app.until(lambda: page.session._total.text() == "150")


def test_what_is_being_typed_survives_a_change_from_elsewhere(app):
    app.make_sample()
    page = planning(app).page
    page.show_tab(1)
    agenda, session = page.session.agenda, page._planned
    agenda.setFocus()
    agenda.setCurrentCell(0, 0)
    app.bot.keyClick(agenda, Qt.Key.Key_Return)
    field = agenda.indexWidget(agenda.currentIndex())
    field.selectAll()
    app.bot.keyClicks(field, "1")
    app.shell.studio.planning.set_minutes(session.id, session.agenda.blocks[1].id, 8)
    app.until(lambda: page.session._total.text() == "152")
    app.bot.keyClicks(field, "0")
    app.bot.keyClick(field, Qt.Key.Key_Return)
    app.until(lambda: page.session._total.text() == "156")
    assert [agenda.item(row, 3).text() for row in (0, 1)] == ["10", "8"]


def test_a_chosen_block_tells_its_steps_and_what_to_cut_first(app):
    app.make_sample()
    page = planning(app).page
    page.show_tab(1)
    relay = next(b for b in page._planned.agenda.blocks if b.title == "Risk-question relay")
    page.session.day.chosen.emit(relay.id)
    assert page.session.agenda.currentRow() == 5
    words = page.session.block_words
    assert words[:3] == (
        "Risk-question relay",
        "Steps add up to 32 minutes.",
        "Alone: write two, 4",
    )
    assert words[-1] == "Late? Drop one pass, then shorten the ranking."
    app.bot.keyClick(page.session.agenda, Qt.Key.Key_Return)
    app.until(lambda: page.banner.text.startswith("The steps of Risk-question relay add up"))


def test_a_new_start_is_undone(app):
    app.make_sample()
    page = planning(app).page
    page.show_tab(1)
    before = page._subtitle.text()
    field = page.session._start
    field.setDateTime(field.dateTime().addSecs(3600))
    field.editingFinished.emit()
    app.until(lambda: page._subtitle.text() != before)
    app.desktop.window.toast.undo.click()
    app.until(lambda: page._subtitle.text() == before)


def test_without_a_cohort_the_plan_says_what_to_do_first(app, tmp_path):
    app.shell.show_room("plan")
    page = planning(app).page
    assert page.nobody.isVisible()
    assert not page.run.isVisible()
    asked = []
    app.shell._prompter.choose_file = lambda *question: asked.append(question)
    page.nobody.action.click()
    title, patterns, chosen = asked[0]
    assert (title, "*.xlsx" in patterns) == ("Roster", True)
    chosen(Path(shutil.copy(ROSTERS / "sample-lista.xlsx", tmp_path / "autumn-list.xlsx")))
    app.until(lambda: preview(app).take.isEnabled())
    app.press("take-people")
    app.until(lambda: page._title.text() == "Autumn list")
