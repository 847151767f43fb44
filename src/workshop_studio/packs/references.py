"""What one part of a pack says about another: ids that must exist, minutes that must add up.

The checks look at the plain data and not at the models, so that a misspelled field in one place
does not keep a dangling name in another place from being told in the same breath.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workshop_studio.domain.agenda import BlockKind
from workshop_studio.packs.breakouts import breakout_problems
from workshop_studio.packs.plain import as_list, entries, number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workshop_studio.domain.errors import Problem
    from workshop_studio.packs.pack_folder import PackFiles
    from workshop_studio.packs.yaml_file import Document

_SAME_MINUTES = 1e-6
_KINDS_WITH_STEPS = frozenset(kind.value for kind in BlockKind) - {BlockKind.DEBRIEF.value}


def reference_problems(files: PackFiles) -> list[Problem]:
    """Return everything in the files that does not fit together, in no order."""
    problems = [
        *_doubled_files("exercise", files.exercises),
        *_doubled_files("sheet", files.sheets),
        *_doubled_files("scenario", files.scenarios),
        *(_lost_scenario(document) for document in files.scenarios if not _id(document)),
    ]
    for exercise in files.exercises:
        problems += _exercise_problems(exercise)
    for sheet in files.sheets:
        problems += _sheet_problems(sheet)
    if files.session is not None:
        problems += _session_problems(files.session, files)
    return problems


def _session_problems(document: Document, files: PackFiles) -> Iterator[Problem]:
    yield from _doubled_entries(document, "blocks")
    company = document.data.get("company_sheet")
    if isinstance(company, str) and not _is_there(company, "sheets", files.sheets, files):
        text = f"`company_sheet` {company} is not in sheets/; add the file"
        yield document.problem(text, "company_sheet")
    exercises = {_id(one): one for one in files.exercises}
    for index, block in entries(document.data.get("blocks")):
        yield from _dangling(document, index, block, files)
        yield from breakout_problems(document, index, block)
        yield from _block_minutes(document, index, block, exercises.get(str(block.get("exercise"))))
    yield from _overlaps(document)
    yield from _lost_sheets(
        {block.get("id") for _, block in entries(document.data.get("blocks"))}, files
    )


def _lost_sheets(blocks: set[Any], files: PackFiles) -> Iterator[Problem]:
    for sheet in files.sheets:
        name = sheet.data.get("block")
        if isinstance(name, str) and name not in blocks:
            text = f"`block` {name} is not in session.yaml; correct it or remove it"
            yield sheet.problem(text, "block")


def _dangling(
    document: Document, index: int, block: dict[str, Any], files: PackFiles
) -> Iterator[Problem]:
    for field, folder, there in (
        ("exercise", "exercises", files.exercises),
        ("scenario", "scenarios", files.scenarios),
    ):
        name = block.get(field)
        if isinstance(name, str) and not _is_there(name, folder, there, files):
            text = f"`{field}` {name} is not in {folder}/; add the file or remove it"
            yield document.problem(text, "blocks", index, field)


def _is_there(name: str, folder: str, there: Iterable[Document], files: PackFiles) -> bool:
    """Return whether a name exists, or may exist in something that could not be read."""
    return name in {_id(one) for one in there} or bool({name, folder} & files.unread)


def _block_minutes(
    document: Document, index: int, block: dict[str, Any], exercise: Document | None
) -> Iterator[Problem]:
    minutes, minimum = number(block.get("minutes")), number(block.get("minimum"))
    if minutes is None:
        return
    if minimum is not None and minimum > minutes:
        text = f"`minimum` {minimum:g} is more than `minutes` {minutes:g}; lower it"
        yield document.problem(text, "blocks", index, "minimum")
    total = _steps_total(exercise)
    # A debrief names the exercise that it talks about; it does not run the steps again.
    if total is None or block.get("kind") not in _KINDS_WITH_STEPS:
        return
    if abs(total - minutes) > _SAME_MINUTES:
        text = (
            f"the steps of {block['exercise']} take {total:g} minutes, the block {minutes:g}; "
            "make them equal"
        )
        yield document.problem(text, "blocks", index, "minutes")


def _overlaps(document: Document) -> Iterator[Problem]:
    at = 0.0
    for index, block in entries(document.data.get("blocks")):
        fixed, minutes = number(block.get("fixed")), number(block.get("minutes"))
        if fixed is not None:
            if fixed < at - _SAME_MINUTES:
                text = f"`fixed` {fixed:g} is too early; the blocks before it end at minute {at:g}"
                yield document.problem(text, "blocks", index, "fixed")
            at = max(at, fixed)
        at += minutes or 0.0


def _exercise_problems(document: Document) -> Iterator[Problem]:
    said, total = number(document.data.get("minutes")), _steps_total(document)
    if said is not None and total is not None and abs(said - total) > _SAME_MINUTES:
        text = f"`minutes` says {said:g}, but the steps take {total:g}; make them equal"
        yield document.problem(text, "minutes")


def _sheet_problems(document: Document) -> Iterator[Problem]:
    for index, part in entries(document.data.get("parts")):
        boxes = {box.get("id") for _, box in entries(part.get("boxes"))}
        yield from _doubled_entries(document, "parts", index, "boxes")
        for at, arrow in enumerate(as_list(part.get("arrows"))):
            for name in as_list(arrow):
                if isinstance(name, str) and name not in boxes:
                    text = f"the arrow names a box {name} that is not there; add it or correct it"
                    yield document.problem(text, "parts", index, "arrows", at)
        rows = as_list(part.get("table"))
        for at, row in enumerate(rows):
            if isinstance(row, list) and len(row) != len(as_list(rows[0])):
                text = f"the row has {len(row)} cells, the first row {len(as_list(rows[0]))}"
                yield document.problem(f"{text}; make them equal", "parts", index, "table", at)


def _lost_scenario(document: Document) -> Problem:
    return document.problem("`id` is missing; add it", "id")


def _doubled_files(what: str, documents: Iterable[Document]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for document in documents:
        name = _id(document)
        if name and name in seen:
            text = f"`id` {name} is also the {what} in {seen[name]}; give one another id"
            yield document.problem(text, "id")
        seen.setdefault(name, document.place)


def _doubled_entries(document: Document, *where: int | str) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, entry in entries(_at(document.data, where)):
        name = entry.get("id")
        if isinstance(name, str) and name in seen:
            text = f"`id` {name} is used twice; give each its own"
            yield document.problem(text, *where, index, "id")
        seen.add(str(name))


def _at(data: Any, where: tuple[int | str, ...]) -> Any:  # noqa: ANN401 - YAML can hold anything
    for step in where:
        data = data.get(step) if isinstance(data, dict) else data[step]
    return data


def _id(document: Document) -> str:
    name = document.data.get("id")
    return name if isinstance(name, str) else ""


def _steps_total(exercise: Document | None) -> float | None:
    """Return the minutes of all steps; None when one of them is not a number."""
    if exercise is None:
        return None
    steps = as_list(exercise.data.get("steps"))
    minutes = [number(step.get("minutes")) for _, step in entries(steps)]
    known = [each for each in minutes if each is not None]
    return sum(known) if known and len(known) == len(steps) else None
