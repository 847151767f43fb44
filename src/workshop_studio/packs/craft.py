"""Advice from the craft of teaching, as far as it can be read off a pack.

Each rule is one function from a pack to hints. None of them stops a pack: a person who knows the
room may have good reasons.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from workshop_studio.domain.agenda import BlockKind, WhenLate
from workshop_studio.domain.sheet import Audience

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workshop_studio.domain.errors import Problem
    from workshop_studio.domain.pack import SessionPack
    from workshop_studio.packs.pack_folder import PackFiles
    from workshop_studio.packs.yaml_file import Document, Where

MOST_TALK_SHARE = 0.20
LONGEST_TALK_S = 8 * 60
FIRST_ACTIVITY_S = 15 * 60
ONE_PAGE_CHARACTERS = 3200
STAGE_LINE_CHARACTERS = 34
STEP_LINE_CHARACTERS = 26
GROUP_TEXT_CHARACTERS = 26
SHORTEST_KEY_CHARACTERS = 20

_WORDS = (
    (re.compile(r"\b(just|simply|obviously)\b", re.IGNORECASE), "makes a difficulty sound small"),
    (
        re.compile(
            r"\b(human error|careless|should have|to blame|whose fault|why did you)\b",
            re.IGNORECASE,
        ),
        "looks for somebody to blame; ask what and how",
    ),
)
_RED, _GREEN = re.compile(r"\bred\b", re.IGNORECASE), re.compile(r"\bgreen\b", re.IGNORECASE)
_HEAVY = re.compile(
    r"\b(suicid\w*|self-harm|child removal|injur\w+|killed|died|fatal\w*)\b", re.IGNORECASE
)
_KEY = re.compile(r"\b(key|answers?)\b", re.IGNORECASE)
_MINUTE_CARD = re.compile(r"\bminute[- ]cards?\b", re.IGNORECASE)


def craft_hints(pack: SessionPack, files: PackFiles, session: Document) -> Iterator[Problem]:
    """Yield every hint with file and line, in no order; session: the file of `files`."""
    yield from _talk_hints(pack, session)
    yield from _doing_hints(pack, session)
    yield from _late_hints(pack, session)
    yield from _close_hints(pack, session)
    yield from _stage_hints(pack, files, session)
    yield from _key_hints(pack, files, session)
    yield from _sheet_hints(pack, files)
    yield from _word_hints(pack, files, session)
    used = {block.exercise for block in pack.agenda.blocks}
    for document in files.exercises:
        if document.data["id"] not in used:
            yield document.problem("no block uses this exercise; name it in one, or remove it")


def _talk_hints(pack: SessionPack, session: Document) -> Iterator[Problem]:
    talk = [
        (at, block) for at, block in enumerate(pack.agenda.blocks) if block.kind is BlockKind.TALK
    ]
    share = sum(block.planned_s for _, block in talk) / pack.agenda.planned_s
    if share > MOST_TALK_SHARE:
        yield session.problem(f"talk takes {share:.0%} of the time; keep it to 20 %", "blocks")
    for at, block in talk:
        if block.planned_s > LONGEST_TALK_S:
            minutes = f"{block.planned_s / 60:g}"
            text = f"block {block.id} talks for {minutes} minutes; keep a talk to 8"
            yield session.problem(text, "blocks", at, "minutes")


def _doing_hints(pack: SessionPack, session: Document) -> Iterator[Problem]:
    doing = {BlockKind.ACTIVITY, BlockKind.SIMULATION}
    before_s = 0
    for block in pack.agenda.blocks:
        if block.kind in doing:
            break
        before_s += block.planned_s
    if before_s > FIRST_ACTIVITY_S:
        text = f"people first do something after {before_s / 60:g} minutes; begin within 15"
        yield session.problem(text, "blocks")
    groupings = {block.grouping for block in pack.agenda.blocks}
    groupings |= {step.grouping for block in pack.agenda.blocks for step in block.steps}
    if not any("solo" in grouping for grouping in groupings):
        yield session.problem("nobody writes alone; let people write before they speak", "blocks")


def _late_hints(pack: SessionPack, session: Document) -> Iterator[Problem]:
    blocks = pack.agenda.blocks
    if all(block.kind is not BlockKind.DEBRIEF for block in blocks):
        yield session.problem("there is no debrief; add one after the main activity", "blocks")
    for at, block in enumerate(blocks):
        if block.kind is BlockKind.DEBRIEF and not block.is_protected:
            text = f"block {block.id} is a debrief that is not protected; set `protected: true`"
            yield session.problem(text, "blocks", at)
        if block.when_late is not WhenLate.KEEP and not block.cut_first:
            text = f"block {block.id} may give way, but does not say what to cut first"
            yield session.problem(text, "blocks", at, "when_late")


def _close_hints(pack: SessionPack, session: Document) -> Iterator[Problem]:
    last = pack.agenda.blocks[-1]
    said = " ".join((last.title, last.facilitator_note, last.capture, *last.materials))
    if not _MINUTE_CARD.search(said):
        where = ("blocks", len(pack.agenda.blocks) - 1)
        yield session.problem("the last block does not collect minute cards; add them", *where)
    if not pack.is_offline:
        text = "this pack needs a network; give a printed way for everything on a screen"
        yield session.problem(text, "offline")


def _stage_hints(pack: SessionPack, files: PackFiles, session: Document) -> Iterator[Problem]:
    for at, block in enumerate(pack.agenda.blocks):
        for number, line in enumerate(block.stage_lines):
            if len(line) > STAGE_LINE_CHARACTERS:
                where = ("blocks", at, "stage", "lines", number)
                yield session.problem(_too_wide(line, STAGE_LINE_CHARACTERS), *where)
        for number, track in enumerate(block.tracks):
            if len(track.text) > GROUP_TEXT_CHARACTERS:
                kind = "groups" if "groups" in session.data["blocks"][at]["breakout"] else "texts"
                text = _too_wide(track.text, GROUP_TEXT_CHARACTERS)
                yield session.problem(text, "blocks", at, "breakout", kind, number)
    for document in files.exercises:
        for number, step in enumerate(document.data["steps"]):
            if len(step["stage"]) > STEP_LINE_CHARACTERS:
                text = _too_wide(step["stage"], STEP_LINE_CHARACTERS)
                yield document.problem(text, "steps", number, "stage")


def _too_wide(line: str, most: int) -> str:
    return f"“{line}” has {len(line)} characters; the wall shows {most} well"


def _key_hints(pack: SessionPack, files: PackFiles, session: Document) -> Iterator[Problem]:
    keys = [block.answer_key for block in pack.agenda.blocks]
    keys += [exercise.key for exercise in pack.exercises]
    keys = [_flat(key) for key in keys if len(key) >= SHORTEST_KEY_CHARACTERS]
    for at, block in enumerate(pack.agenda.blocks):
        shown = _flat(" ".join(block.stage_lines))
        if any(key in shown for key in keys):
            yield session.problem(f"block {block.id} shows a key on the stage", "blocks", at)
    for document in files.sheets:
        if document.data["audience"] != Audience.PARTICIPANTS.value:
            continue
        if _KEY.search(document.data["id"].replace("-", " ")):
            text = "this looks like a key, but it is for participants; set `audience: facilitator`"
            yield document.problem(text, "audience")
        handed_out = _flat(" ".join(text for _, text in _texts(document.data)))
        if any(key in handed_out for key in keys):
            yield document.problem("this sheet holds a key; move it to a sheet of its own")


def _sheet_hints(pack: SessionPack, files: PackFiles) -> Iterator[Problem]:
    for document in files.sheets:
        length = sum(len(text) for _, text in _texts(document.data["parts"]))
        if document.data["id"] == pack.company_sheet and length > ONE_PAGE_CHARACTERS:
            text = (
                f"the company sheet has {length} characters; a room reads one page in five "
                f"minutes, about {ONE_PAGE_CHARACTERS}"
            )
            yield document.problem(text, "parts")


def _word_hints(pack: SessionPack, files: PackFiles, session: Document) -> Iterator[Problem]:
    for document in (session, *files.exercises, *files.sheets):
        for where, text in _texts(document.data):
            for pattern, why in _WORDS:
                for found in pattern.finditer(text):
                    yield document.problem(f"“{found.group(0)}” {why}", *where)
            if _RED.search(text) and _GREEN.search(text):
                hint = "red and green cannot be told apart by everybody; add a shape or a letter"
                yield document.problem(hint, *where)
            heavy = _HEAVY.search(text)
            if heavy and not pack.content_note:
                hint = f"“{heavy.group(0)}” may be hard to read; add a `content_note`"
                yield document.problem(hint, *where)


def _texts(data: Any, where: Where = ()) -> Iterator[tuple[Where, str]]:  # noqa: ANN401
    """Yield every text of plain YAML data with the way to it."""
    if isinstance(data, str):
        yield where, data
    elif isinstance(data, dict):
        for name, value in data.items():
            yield from _texts(value, (*where, name))
    elif isinstance(data, list):
        for at, value in enumerate(data):
            yield from _texts(value, (*where, at))


def _flat(text: str) -> str:
    return " ".join(text.split()).casefold()
