"""Reads a session pack into domain values, or lists everything that is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel

from workshop_studio.domain.agenda import Agenda, Block, BlockKind, Step, WhenLate
from workshop_studio.domain.errors import PackRejected, Problem
from workshop_studio.domain.pack import Exercise, SessionPack, WordCard
from workshop_studio.packs.models import (
    BlockModel,
    CardsModel,
    ExerciseModel,
    SessionModel,
    SheetModel,
)
from workshop_studio.packs.sheets import to_sheet
from workshop_studio.packs.yaml_file import Document, read_yaml, validate

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

M = TypeVar("M", bound=BaseModel)
Read = list[tuple[Document, M]]


def read_pack(folder: Path) -> SessionPack:
    """Return the pack in a folder; raises PackRejected with all problems at once."""
    problems: list[Problem] = []
    session = _read_one(folder, folder / "session.yaml", SessionModel, problems)
    exercises = _read_all(folder, "exercises", ExerciseModel, problems)
    sheets = _read_all(folder, "sheets", SheetModel, problems)
    cards = _read_all(folder, "cards", CardsModel, problems)
    scenario_ids = _scenario_ids(folder, problems)
    problems += _doubled("exercise", ((doc, model.id) for doc, model in exercises))
    problems += _doubled("sheet", ((doc, model.id) for doc, model in sheets))
    if session is not None:
        known = {model.id: model for _, model in exercises}
        sheet_ids = {model.id for _, model in sheets}
        problems += _session_problems(session, known, sheet_ids, set(scenario_ids))
    if problems or session is None:
        raise PackRejected(sorted(problems, key=lambda p: (p.place, p.line, p.text)))
    model = session[1]
    steps = {exercise.id: _steps(exercise) for _, exercise in exercises}
    return SessionPack(
        id=model.id,
        version=model.version,
        language=model.language,
        title=model.title,
        purpose=model.purpose,
        objectives=tuple(model.objectives),
        prework=model.prework.strip(),
        agenda=Agenda(
            model.title, model.short_title, tuple(_block(block, steps) for block in model.blocks)
        ),
        exercises=tuple(_exercise(exercise) for _, exercise in exercises),
        sheets=tuple(to_sheet(sheet) for _, sheet in sheets),
        words=tuple(
            WordCard(word.term, word.meaning, word.example, word.stage)
            for _, card in cards
            for word in card.words
        ),
        scenario_ids=tuple(scenario_ids),
        folder=str(folder),
    )


def _read_one(
    folder: Path, path: Path, model: type[M], problems: list[Problem]
) -> tuple[Document, M] | None:
    place = path.relative_to(folder).as_posix()
    if not path.is_file():
        problems.append(Problem(place, 0, "is missing; every pack needs it"))
        return None
    if not path.resolve().is_relative_to(folder.resolve()):
        problems.append(Problem(place, 0, "leads out of the pack; copy the file into the folder"))
        return None
    document, wrong = read_yaml(path, place)
    problems += wrong
    if document is None:
        return None
    value, wrong = validate(document, model)
    problems += wrong
    return None if value is None else (document, value)


def _read_all(folder: Path, name: str, model: type[M], problems: list[Problem]) -> Read[M]:
    found = []
    for path in sorted((folder / name).glob("*.yaml")):
        one = _read_one(folder, path, model, problems)
        if one is not None:
            found.append(one)
    return found


def _scenario_ids(folder: Path, problems: list[Problem]) -> list[str]:
    ids = []
    for path in sorted((folder / "scenarios").glob("*.yaml")):
        place = path.relative_to(folder).as_posix()
        document, wrong = read_yaml(path, place)
        problems += wrong
        if document is None:
            continue
        if isinstance(document.data.get("id"), str):
            ids.append(str(document.data["id"]))
        else:
            problems.append(document.problem("`id` is missing; add it"))
    return ids


def _doubled(what: str, found: Iterable[tuple[Document, str]]) -> list[Problem]:
    seen: dict[str, str] = {}
    problems = []
    for document, name in found:
        if name in seen:
            text = f"`id` {name} is also the {what} in {seen[name]}; give one another id"
            problems.append(document.problem(text, "id"))
        seen[name] = document.place
    return problems


def _session_problems(
    session: tuple[Document, SessionModel],
    exercises: dict[str, ExerciseModel],
    sheet_ids: set[str],
    scenario_ids: set[str],
) -> list[Problem]:
    document, model = session
    problems: list[Problem] = []
    seen: set[str] = set()
    for index, block in enumerate(model.blocks):
        if block.id in seen:
            text = f"`id` {block.id} is used twice; give each block its own"
            problems.append(document.problem(text, "blocks", index, "id"))
        seen.add(block.id)
        problems += _block_problems(document, index, block, exercises)
        if block.scenario and block.scenario not in scenario_ids:
            text = f"`scenario` {block.scenario} is not in scenarios/; add the file or remove it"
            problems.append(document.problem(text, "blocks", index, "scenario"))
    if model.company_sheet and model.company_sheet not in sheet_ids:
        text = f"`company_sheet` {model.company_sheet} is not in sheets/; add the file"
        problems.append(document.problem(text, "company_sheet"))
    return problems


def _block_problems(
    document: Document, index: int, block: BlockModel, exercises: dict[str, ExerciseModel]
) -> list[Problem]:
    problems = []
    if block.minimum > block.minutes:
        text = f"`minimum` {block.minimum:g} is more than `minutes` {block.minutes:g}"
        problems.append(document.problem(text, "blocks", index, "minimum"))
    if block.exercise is None or block.kind == "debrief":
        return problems
    exercise = exercises.get(block.exercise)
    if exercise is None:
        text = f"`exercise` {block.exercise} is not in exercises/; add the file or remove it"
        problems.append(document.problem(text, "blocks", index, "exercise"))
        return problems
    total = sum(step.minutes for step in exercise.steps)
    if abs(total - block.minutes) > 1e-6:
        text = (
            f"the steps of {block.exercise} take {total:g} minutes, the block {block.minutes:g}; "
            "make them equal"
        )
        problems.append(document.problem(text, "blocks", index, "minutes"))
    return problems


def _steps(exercise: ExerciseModel) -> tuple[Step, ...]:
    return tuple(
        Step(step.title, step.stage, round(step.minutes * 60), step.grouping)
        for step in exercise.steps
    )


def _block(block: BlockModel, steps: dict[str, tuple[Step, ...]]) -> Block:
    has_steps = block.exercise is not None and block.kind != "debrief"
    return Block(
        id=block.id,
        kind=BlockKind(block.kind),
        title=block.title,
        planned_s=round(block.minutes * 60),
        minimum_s=round(block.minimum * 60),
        when_late=WhenLate(block.when_late),
        cut_first=block.cut_first.strip(),
        is_protected=block.protected,
        fixed_start_s=None if block.fixed is None else round(block.fixed * 60),
        grouping="" if block.grouping == "none" else block.grouping,
        exercise=block.exercise or "",
        stage_title=block.stage.title,
        stage_lines=tuple(block.stage.lines),
        facilitator_note=block.facilitator_note.strip(),
        answer_key=block.answer_key.strip(),
        materials=tuple(block.materials),
        capture=block.capture.strip(),
        journal_prompt=block.journal_prompt.strip(),
        scenario=block.scenario or "",
        steps=steps.get(block.exercise or "", ()) if has_steps else (),
    )


def _exercise(model: ExerciseModel) -> Exercise:
    return Exercise(
        id=model.id,
        title=model.title,
        purpose=model.purpose,
        steps=_steps(model),
        outputs=tuple(model.outputs),
        rubric=tuple(model.rubric),
        key=model.key.strip(),
        short_variant=model.short_variant.strip(),
        long_variant=model.long_variant.strip(),
        debrief=tuple(model.debrief),
    )
