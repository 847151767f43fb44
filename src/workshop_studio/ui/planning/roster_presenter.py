"""A roster before anything is taken from it: what its columns mean and what would happen; no Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Protocol

from workshop_studio.domain.cohort import Cohort, Side, merge_people
from workshop_studio.domain.roster import (
    Field,
    RosterTable,
    choose_column,
    guess_columns,
    header_choices,
    is_usable,
    understand,
    with_header,
)
from workshop_studio.domain.teams import MOST_PEOPLE
from workshop_studio.ui.planning.cohort_words import teams_words
from workshop_studio.ui.planning.presenter import Taken, plan_first

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from workshop_studio.domain.cohort import MergeResult
    from workshop_studio.domain.errors import WorkshopError
    from workshop_studio.domain.roster import RowProblem, Understanding
    from workshop_studio.ports.lane import Lane
    from workshop_studio.services.studio import Studio

NEW_COHORT = ""
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person has chosen so far. target: id of a cohort, or NEW_COHORT with a name.

    as_read: the file as it was first understood; table: with the header that was chosen.
    """

    file: str
    as_read: RosterTable
    table: RosterTable
    plan: tuple[Field, ...]
    target: str
    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class RosterPreview:
    """What would be taken under a wish, and everything that was odd.

    cohorts: (id, name) to choose from. refusal: why nothing can be taken, "" when it can.
    """

    wish: Wish
    cohorts: tuple[tuple[str, str], ...]
    read: Understanding
    merged: MergeResult
    refusal: str

    @property
    def how(self) -> str:
        """Return how the file was understood: "Windows-1252, semicolons, header in row 4"."""
        row = self.wish.table.header_row
        return f"{self.wish.table.source}, {header_words(row)}"

    @property
    def header_rows(self) -> tuple[int, ...]:
        """Return the rows that may be the header, 0 for no header."""
        return header_choices(self.wish.as_read)

    @property
    def verb(self) -> str:
        """Return the words of the button."""
        return f"Take {_people(len(self.read.people))}"

    @property
    def counts(self) -> str:
        """Return what would happen to the cohort, in a sentence."""
        if not self.read.people:
            return ""
        if self.wish.target == NEW_COHORT:
            return "All of them are new."
        merged = self.merged
        return f"{merged.added} added, {merged.updated} updated, {merged.unchanged} unchanged."

    @property
    def hints(self) -> tuple[str, ...]:
        """Return what to know before taking them, one sentence each."""
        hints = []
        if self.merged.missing:
            names = ", ".join(self.merged.missing)
            hints.append(f"No longer in the file, kept in the cohort: {names}.")
        unknown = sum(one.side is Side.UNKNOWN for one in self.read.people)
        if unknown:
            hints.append(
                f"{_people(unknown)} with a function whose side is not known. "
                "You can set it in the cohort."
            )
        if len(self.merged.cohort.participants) > MOST_PEOPLE:
            hints.append(f"Tables can be made for at most {MOST_PEOPLE} people of one cohort.")
        return tuple(hints)

    @property
    def problem_title(self) -> str:
        """Return how many rows were odd and how many of them are left out."""
        rows = len({problem.row for problem in self.read.problems})
        out = sum(not problem.is_kept for problem in self.read.problems)
        if not rows:
            return "Nothing odd in any row" if self.read.people else ""
        return f"{rows} {'row' if rows == 1 else 'rows'} to look at, {out} left out"


class RosterView(Protocol):
    """What the page can be told."""

    def show_reading(self, file: str) -> None: ...  # noqa: D102
    def show_preview(self, preview: RosterPreview) -> None: ...  # noqa: D102
    def close_preview(self) -> None: ...  # noqa: D102


class RosterPresenter:
    """Reads a file on the lane and reckons anew after each choice.

    read: turns a file into a table, raises FileRejected. taken: hears what was taken.
    refused: hears why a file cannot be read or its people not be taken.
    """

    def __init__(
        self,
        studio: Studio,
        lane: Lane,
        read: Callable[[Path], RosterTable],
        view: RosterView,
        taken: Callable[[Taken], None],
        refused: Callable[[WorkshopError], None],
    ) -> None:
        self._studio, self._lane, self._read, self._view = studio, lane, read, view
        self._tell_taken, self._tell_refused = taken, refused
        self._preview: RosterPreview | None = None
        self._cohorts: tuple[Cohort, ...] = ()
        # Answers to an older question than the newest are dropped.
        self._asked = 0
        # The column that is being chosen for, and what the columns meant before that.
        self._choosing: tuple[int, tuple[Field, ...]] | None = None

    def open(self, path: Path, target: str) -> None:
        """Read a file to be taken into a cohort, NEW_COHORT for a new one."""
        self._preview = self._choosing = None
        self._view.show_reading(path.name)
        self._asked += 1

        def work() -> tuple[tuple[Cohort, ...], RosterPreview]:
            table = self._read(path)
            cohorts = self._studio.cohorts.cohorts()
            plan = guess_columns(table)
            known = target if target in {one.id for one in cohorts} else NEW_COHORT
            wish = Wish(path.name, table, table, plan, known, suggested_name(path.stem))
            return cohorts, preview_of(wish, cohorts)

        self._lane.submit(
            work, partial(self._opened, self._asked), partial(self._unreadable, self._asked)
        )

    def choose_field(self, column: int, field: Field) -> None:
        """Let a column mean something; the column that meant it before is ignored from now on.

        Arrow keys pass through meanings on their way to the wanted one. As long as one column is
        being chosen for, each choice replaces the last, so what was only passed comes back.
        """
        if self._preview is None:
            return
        wish = self._preview.wish
        if self._choosing is None or self._choosing[0] != column:
            self._choosing = (column, wish.plan)
        plan = self._choosing[1]
        before = plan.index(field) if field in plan else column
        note = ""
        if field is not Field.IGNORE and before != column:
            headers = wish.table.header
            note = (
                f"“{headers[column]}” is the {field.value} now, so “{headers[before]}” is ignored."
            )
        self._wish(replace(wish, plan=choose_column(plan, column, field), note=note))

    def choose_header(self, row: int) -> None:
        """Take another row as the header, 0 for none; columns are understood anew."""
        if self._preview is not None:
            self._choosing = None
            table = with_header(self._preview.wish.as_read, row)
            plan = guess_columns(table)
            self._wish(replace(self._preview.wish, table=table, plan=plan, note=""))

    def choose_target(self, cohort_id: str) -> None:
        """Take the people into another cohort, NEW_COHORT for a new one."""
        if self._preview is not None:
            self._wish(replace(self._preview.wish, target=cohort_id, note=""))

    def name_cohort(self, name: str) -> None:
        """Name the new cohort; people are not read again for it."""
        if self._preview is not None:
            wish = replace(self._preview.wish, name=name)
            self._preview = replace(
                self._preview, wish=wish, refusal=_refusal(wish, self._preview.read)
            )
            self._view.show_preview(self._preview)

    def take(self) -> None:
        """Take the people as shown."""
        preview = self._preview
        if preview is None or preview.refusal:
            return
        self._preview = None
        self._asked += 1

        def work() -> Taken:
            return take_people(self._studio, preview)

        self._lane.submit(work, self._taken, partial(self._not_taken, preview))

    def step_back(self) -> None:
        """Leave everything as it was."""
        self._preview = None
        self._asked += 1
        self._view.close_preview()

    def _wish(self, wish: Wish) -> None:
        self._asked += 1
        if self._preview is not None:
            self._preview = replace(self._preview, wish=wish)
        self._lane.submit(
            partial(preview_of, wish, self._cohorts), partial(self._reckoned, self._asked)
        )

    def _opened(self, asked: int, answer: tuple[tuple[Cohort, ...], RosterPreview]) -> None:
        if asked == self._asked:
            self._cohorts = answer[0]
            self._reckoned(asked, answer[1])

    def _reckoned(self, asked: int, preview: RosterPreview) -> None:
        if asked == self._asked:
            if self._preview is not None:
                # The name may have been typed on while the rest was reckoned.
                wish = replace(preview.wish, name=self._preview.wish.name)
                preview = replace(preview, wish=wish, refusal=_refusal(wish, preview.read))
            self._preview = preview
            self._view.show_preview(preview)

    def _unreadable(self, asked: int, error: WorkshopError) -> None:
        if asked == self._asked:
            self._view.close_preview()
            self._tell_refused(error)

    def _taken(self, taken: Taken) -> None:
        self._view.close_preview()
        self._tell_taken(taken)

    def _not_taken(self, preview: RosterPreview, error: WorkshopError) -> None:
        self._preview = preview
        self._view.show_preview(preview)
        self._tell_refused(error)


def header_words(row: int) -> str:
    """Return "header in row 4" or "no header" for row 0."""
    return f"header in row {row}" if row else "no header"


def suggested_name(stem: str) -> str:
    """Return a name for a cohort from a file's name without its ending."""
    name = " ".join(stem.replace("-", " ").replace("_", " ").split())
    return name[:1].upper() + name[1:] or "New cohort"


def preview_of(wish: Wish, cohorts: tuple[Cohort, ...]) -> RosterPreview:
    """Return what taking the people under a wish would do; nothing is changed."""
    read = understand(wish.table, wish.plan)
    cohort = next((one for one in cohorts if one.id == wish.target), Cohort("", wish.name))
    numbers = count()
    merged = merge_people(cohort, read.people, lambda: f"preview-{next(numbers)}")
    choices = tuple((one.id, one.name) for one in cohorts)
    return RosterPreview(wish, choices, read, merged, _refusal(wish, read))


def take_people(studio: Studio, preview: RosterPreview) -> Taken:
    """Take the people and return what to say of it; raises WorkshopError."""
    wish, people = preview.wish, preview.read.people
    if wish.target == NEW_COHORT:
        cohort = studio.cohorts.create_of(wish.name, people)
        plan_first(studio, cohort.id)
        tables = f"{teams_words(len(cohort.teams))} made" if cohort.teams else "no teams yet"
        return Taken(None, cohort, f"{_people(len(people))} taken, {tables}")
    before = studio.cohorts.cohort(wish.target)
    result = studio.cohorts.import_people(wish.target, people)
    if result.added + result.updated == 0:
        said = f"Nothing new: all {_people(len(people))} were known as they are"
    else:
        said = f"{result.added} added, {result.updated} updated, {result.unchanged} unchanged"
    return Taken(before, result.cohort, said + _missing_words(result.missing))


def _missing_words(missing: tuple[str, ...]) -> str:
    if not missing:
        return ""
    named = ", ".join(missing[:_NAMED])
    more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
    return f". No longer in the file, kept: {named}{more}"


def _refusal(wish: Wish, read: Understanding) -> str:
    if not is_usable(wish.plan):
        return "Say which column holds names first."
    if not read.people:
        return "No row of this file holds a name under these columns."
    if wish.target == NEW_COHORT and not wish.name.strip():
        return "Give the cohort a name first."
    return ""


def _people(number: int) -> str:
    return "1 person" if number == 1 else f"{number:,} people"


def problem_words(problem: RowProblem) -> tuple[str, str, str]:
    """Return row, what is odd, and what happens to it, for a table of three columns."""
    return f"row {problem.row}", problem.text, "kept" if problem.is_kept else "left out"
