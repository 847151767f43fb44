from __future__ import annotations

import pytest

from builders import HALF_PAST_ONE
from workshop_studio.domain.cohort import Cohort
from workshop_studio.domain.errors import StaleEdit
from workshop_studio.domain.moment import Moment
from workshop_studio.domain.run_log import Act, LogEntry
from workshop_studio.storage.workspace_file import open_workspace


@pytest.fixture
def workspace(tmp_path):
    opened = open_workspace(tmp_path / "a.sqlite")
    yield opened
    opened.close()


def write_while_reading(workspace):
    with workspace.reading() as work:
        work.settings.put("tone", "soft")
        work.commit()


def test_a_reading_transaction_writes_nothing_and_says_whose_mistake_it_was(workspace):
    with pytest.raises(RuntimeError, match="reading transaction was asked to write"):
        write_while_reading(workspace)
    with workspace.reading() as work:
        assert work.settings.get("tone") is None


def test_after_reading_the_same_connection_writes_again(workspace):
    for number in range(6):
        with workspace.reading() as work:
            assert len(work.cohorts.all()) == number
        with workspace.writing() as work:
            work.cohorts.add(Cohort(f"c{number}", "Autumn"))
            work.commit()


def test_a_line_of_a_run_that_is_not_there_is_our_mistake_and_no_edit_of_another(workspace):
    entry = LogEntry(1, Act.START, Moment(HALF_PAST_ONE, 1.0, "start-1"))
    with pytest.raises(Exception, match="FOREIGN KEY") as refused, workspace.writing() as work:
        work.runs.append("no such run", entry)
    assert not isinstance(refused.value, StaleEdit)
