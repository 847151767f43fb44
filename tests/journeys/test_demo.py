"""The demo as a person starts it: one command, a folder full of evidence."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pypdfium2
import pytest
from PySide6.QtGui import QImage

from fakes import ManualClock
from workshop_studio.app.bootstrap import open_studio
from workshop_studio.app.demo.folder import DemoFolder
from workshop_studio.app.demo.sample_work import read_sample_work
from workshop_studio.domain.capstone import FIELDS


def run_demo(out, *options):
    environment = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "QT_QPA_PLATFORM"}}
    return subprocess.run(
        [sys.executable, "-m", "workshop_studio", "demo", "--out", str(out), *options],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=110,
    )


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    out = tmp_path_factory.mktemp("demo")
    result = run_demo(out, "--json")
    assert result.returncode == 0, result.stderr
    return out, json.loads(result.stdout)


def test_it_leaves_the_files_that_it_names(played):
    out, report = played
    named = {one["file"] for one in report["files"]}
    assert {
        "console.png", "stage.png", "station.png", "scenario.png", "stage-scenario.png",
        "console-breakout.png", "stage-breakouts.png",
        "governance-card-A4.pdf", "governance-card-Letter.pdf", "feedback-A4.pdf",
        "feedback-Letter.pdf", "material-tables.pdf", "material-facilitator.pdf",
    } <= named  # fmt: skip
    for name in named:
        assert (out / name).stat().st_size > 1000, name


def test_its_pictures_show_something(played):
    out, report = played
    for name in (one["file"] for one in report["files"] if one["file"].endswith(".png")):
        picture = QImage(str(out / name))
        colours = {
            picture.pixel(x, y)
            for x in range(0, picture.width(), 7)
            for y in range(0, picture.height(), 7)
        }
        assert len(colours) > 5, name


def test_its_card_is_one_page_with_the_words_of_the_team(played):
    out, _ = played
    for paper in ("A4", "Letter"):
        document = pypdfium2.PdfDocument(out / f"governance-card-{paper}.pdf")
        text = document[0].get_textpage().get_text_bounded()
        assert len(document) == 1
        assert "≤ 2 % each night" in " ".join(text.split())
        document.close()


def test_its_workspace_opens_and_holds_the_whole_session(played):
    out, _ = played
    studio = open_studio(out / "workspace.sqlite", ManualClock(), create=False)
    work = read_sample_work()
    cohort = studio.cohorts.cohorts()[0]
    assert (len(cohort.participants), len(cohort.teams)) == (28, 6)
    review = studio.capstones.reviews(cohort.id)[0]
    assert {f.key: review.desk.capstone.answer(f.key).text for f in FIELDS} == {
        f.key: work.answers.get(f.key, "") for f in FIELDS
    }
    assert review.desk.capstone.open_count == 0
    assert review.feedback.is_complete
    assert not studio.live.open_unfinished()
    assert studio.journals.has_journal(cohort.participants[0].id) or any(
        studio.journals.has_journal(one.id) for one in cohort.participants
    )
    studio.close()


def test_the_journal_is_readable_in_none_of_its_files(played):
    out, report = played
    sentence = read_sample_work()["journal"].encode()
    assert report["journal_found_in"] == []
    files = [one for one in out.rglob("*") if one.is_file()]
    assert any(one.parent != out for one in files)  # the backups too
    assert [one.name for one in files if sentence in one.read_bytes()] == []


def test_it_replaces_an_earlier_demo_and_nothing_else(tmp_path):
    (tmp_path / "holiday.txt").write_text("mine", encoding="utf-8")
    result = run_demo(tmp_path)
    assert result.returncode == 1
    assert "holiday.txt" in result.stderr
    assert [one.name for one in tmp_path.iterdir()] == ["holiday.txt"]


def test_what_an_interrupted_demo_left_is_replaced(tmp_path):
    interrupted = DemoFolder(tmp_path)
    interrupted.prepare()
    interrupted.place("console.png", "a picture").write_bytes(b"half a picture")
    again = DemoFolder(tmp_path)
    again.prepare()
    assert not (tmp_path / "console.png").exists()


@pytest.mark.parametrize("name", ["../outside.txt", "..", "/etc/hostname"])
def test_a_manifest_that_names_files_elsewhere_reaches_none_of_them(tmp_path, name):
    outside = tmp_path / "outside.txt"
    outside.write_text("mine", encoding="utf-8")
    folder = tmp_path / "demo"
    folder.mkdir()
    (folder / "demo.json").write_text(json.dumps({"files": [name]}), encoding="utf-8")
    DemoFolder(folder).prepare()
    assert outside.read_text(encoding="utf-8") == "mine"
