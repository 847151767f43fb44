from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt

from workshop_studio.domain.roster import RowProblem
from workshop_studio.ui.planning.roster_problems import ProblemModel

PROBLEMS = (
    RowProblem(6, "mail", "has no mail address", is_kept=True),
    RowProblem(9, "", "is a total, not a person", is_kept=False),
)


def shown(model):
    rows, columns = range(model.rowCount()), range(model.columnCount())
    return [[model.index(row, column).data() for column in columns] for row in rows]


def test_every_odd_row_is_listed_with_what_happens_to_it(qtmodeltester):
    model = ProblemModel()
    model.show_problems(PROBLEMS)
    qtmodeltester.check(model)
    assert shown(model) == [
        ["row 6", "has no mail address", "kept"],
        ["row 9", "is a total, not a person", "left out"],
    ]


def test_other_problems_replace_the_earlier_ones():
    model = ProblemModel()
    model.show_problems(PROBLEMS)
    resets = []
    model.modelReset.connect(lambda: resets.append(model.rowCount()))
    model.show_problems(PROBLEMS)
    model.show_problems(PROBLEMS[:1])
    assert resets == [1]
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.rowCount(QModelIndex()) == 1


def test_a_tooltip_shows_tags_as_they_were_written():
    model = ProblemModel()
    model.show_problems((RowProblem(2, "mail", "cannot be right (<b>x</b>)", is_kept=True),))
    cell = model.index(0, 1)
    assert cell.data() == "cannot be right (<b>x</b>)"
    assert "&lt;b&gt;" in cell.data(Qt.ItemDataRole.ToolTipRole)
