"""Reads a session pack into domain values, or lists everything that is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel

from workshop_studio.domain.agenda import Agenda, Block, BlockKind, Step, WhenLate
from workshop_studio.domain.errors import PackRejected, Problem
from workshop_studio.domain.pack import Exercise, SessionPack
from workshop_studio.domain.vocabulary import WordCard
from workshop_studio.packs.breakouts import to_prompts, to_tracks
from workshop_studio.packs.models import (
    BlockModel,
    CardsModel,
    ExerciseModel,
    SessionModel,
    SheetModel,
)
from workshop_studio.packs.pack_folder import PackFiles, read_files
from workshop_studio.packs.references import reference_problems
from workshop_studio.packs.sheets import to_sheet
from workshop_studio.packs.yaml_file import Document, validate

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

M = TypeVar("M", bound=BaseModel)


def read_pack(folder: Path) -> SessionPack:
    """Return the pack in a folder; raises PackRejected with all problems at once.

    Problems come in the order of file and line. Scenarios are listed by id and not read further.
    """
    files, problems = read_files(folder)
    return build_pack(folder, files, problems)


def build_pack(folder: Path, files: PackFiles, found: Iterable[Problem] = ()) -> SessionPack:
    """Return the pack of files that were read; raises PackRejected.

    found: problems that are known already; they are told together with the others.
    """
    problems = [*found, *reference_problems(files)]
    sessions = _validated([files.session] if files.session else [], SessionModel, problems)
    exercises = _validated(files.exercises, ExerciseModel, problems)
    sheets = _validated(files.sheets, SheetModel, problems)
    cards = _validated(files.cards, CardsModel, problems)
    if problems:
        raise PackRejected(sorted(set(problems), key=lambda p: (p.place, p.line, p.text)))
    (model,) = sessions
    steps = {exercise.id: _steps(exercise) for exercise in exercises}
    words = tuple(
        WordCard(word.term, word.meaning, word.example, word.stage)
        for card in cards
        for word in card.words
    )
    return SessionPack(
        id=model.id,
        version=model.version,
        language=model.language,
        title=model.title,
        purpose=model.purpose,
        objectives=tuple(model.objectives),
        prework=model.prework.strip(),
        agenda=Agenda(
            model.title,
            model.short_title,
            tuple(_block(block, steps) for block in model.blocks),
            words,
        ),
        exercises=tuple(_exercise(exercise) for exercise in exercises),
        sheets=tuple(to_sheet(sheet) for sheet in sheets),
        words=words,
        scenario_ids=tuple(str(document.data["id"]) for document in files.scenarios),
        folder=str(folder),
        licence=model.licence,
        company_sheet=model.company_sheet or "",
        currency=model.currency,
        is_offline=model.offline,
        content_note=model.content_note.strip(),
    )


def _validated(documents: Iterable[Document], model: type[M], problems: list[Problem]) -> list[M]:
    values = []
    for document in documents:
        value, wrong = validate(document, model)
        problems += wrong
        values += [value] if value is not None else []
    return values


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
        priority=block.priority or 0,
        tracks=to_tracks(block),
        prompts=to_prompts(block),
        warning_s=block.warning,
        danger_s=block.danger,
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
        set_up=model.set_up.strip(),
        step_notes=tuple(step.note.strip() for step in model.steps),
        cut_first=tuple(model.cut_first),
    )
