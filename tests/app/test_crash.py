from __future__ import annotations

import sys

from fakes import ManualClock
from workshop_studio.app.crash import LARGEST_LOG_BYTES, CrashHook, crash_report


def thrown(work):
    try:
        work()
    except (ArithmeticError, ValueError):
        return sys.exc_info()
    raise AssertionError("nothing was thrown")


def divide():
    secret_word = "heliotrope"
    return len(secret_word) / 0


def test_a_report_says_where_and_what_but_no_values():
    report = crash_report(*thrown(divide))
    assert "in divide" in report
    assert report.endswith("ZeroDivisionError: division by zero\n")
    assert "heliotrope" not in report


def test_the_message_of_an_error_from_the_journal_is_left_out(tmp_path):
    place = tmp_path / "journal" / "page.py"
    place.parent.mkdir()
    source = "def write():\n    raise ValueError('my private heliotrope')\n"
    names = {}
    exec(compile(source, str(place), "exec"), names)
    report = crash_report(*thrown(names["write"]))
    assert "heliotrope" not in report
    assert "ValueError: (left out" in report


def test_an_exception_is_logged_and_told(tmp_path, capsys):
    told = []
    hook = CrashHook(tmp_path / "deep" / "studio.log", ManualClock(), told.append)
    hook.caught(*thrown(divide))
    assert "ZeroDivisionError" in (tmp_path / "deep" / "studio.log").read_text(encoding="utf-8")
    assert str(tmp_path / "deep" / "studio.log") in told[0]
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_a_log_that_grew_too_large_is_put_aside(tmp_path, capsys):
    log = tmp_path / "studio.log"
    log.write_text("x" * (LARGEST_LOG_BYTES + 1), encoding="utf-8")
    CrashHook(log, ManualClock(), print).caught(*thrown(divide))
    assert log.stat().st_size < 4000
    assert (tmp_path / "studio.old.log").stat().st_size > LARGEST_LOG_BYTES
    assert "Something went wrong" in capsys.readouterr().out


def test_interrupting_from_the_keyboard_is_no_crash(tmp_path):
    told = []
    hook = CrashHook(tmp_path / "studio.log", ManualClock(), told.append)
    hook.caught(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert told == [""]
    assert not (tmp_path / "studio.log").exists()
