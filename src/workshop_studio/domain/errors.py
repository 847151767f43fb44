"""The errors that people are told about; everything else is a bug of ours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class WorkshopError(Exception):
    """Base of every error that has a text for people in `ui/wording.py`."""


class RuleBroken(WorkshopError):
    """A rule of the domain refused an action.

    code: stable name such as "capstone-locked", the key of its wording.
    facts: what the sentence needs to name, such as team="Juniper".
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value}" for name, value in sorted(self.facts.items()))
        return f"{self.code} ({details})" if details else self.code


class StaleEdit(WorkshopError):
    """Somebody else changed the record since it was read; nothing was overwritten."""


class StorageUnavailable(WorkshopError):
    """The world refused a read or a write: disk full, locked, read-only, gone.

    code: stable name, the key of its wording; facts: what to name, such as path.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value}" for name, value in sorted(self.facts.items()))
        return f"{self.code} ({details})" if details else self.code


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with somebody's input, and where.

    place: file name relative to what was given; line: counted from 1, 0 when unknown;
    text: what is wrong and what to do, one sentence for people.
    """

    place: str
    line: int
    text: str

    def __str__(self) -> str:
        where = f"{self.place}:{self.line}" if self.line else self.place
        return f"{where}: {self.text}"


class PackRejected(WorkshopError):
    """A session pack has problems; `problems` holds all of them."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = tuple(problems)


class FileRejected(WorkshopError):
    """A file of the person's cannot be used at all; `problem` says why and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem
