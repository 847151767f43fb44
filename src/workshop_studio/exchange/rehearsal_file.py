"""Reads the event file of a rehearsal, or lists everything that is wrong with it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Annotated, Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError
from pydantic.functional_validators import AfterValidator

from workshop_studio.domain.errors import Problem
from workshop_studio.domain.rehearsal import Do, RehearsalEvent

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_BYTES = 5_000_000
_DAY_MIN = 1440
_AT = r"^\d{2}:[0-5]\d:[0-5]\d(\.\d{1,3})?$"


def is_zone(name: str) -> bool:
    """Return whether a text is the IANA name of a time zone."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _known_zone(name: str) -> str:
    if not is_zone(name):
        message = f"“{name}” is no time zone; write a name such as Europe/Berlin"
        raise ValueError(message)
    return name


Minutes = Annotated[float, Field(ge=-_DAY_MIN, le=_DAY_MIN, allow_inf_nan=False)]
Seconds = Annotated[float, Field(ge=0, le=7 * 86400, allow_inf_nan=False)]
Id = Annotated[str, Field(min_length=1, max_length=200)]


class EventModel(BaseModel):
    """One event. A misspelled field is a mistake and a text is not taken for a number."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    at: Annotated[str, Field(pattern=_AT)]


class PlainModel(EventModel):
    """An act or a reading without fields of its own."""

    do: Literal["start", "next", "back", "pause", "resume", "undo", "end", "read"]


class ExtendModel(EventModel):
    """More minutes, or fewer when negative, for the running or a named block, or one group."""

    do: Literal["extend"]
    minutes: Minutes
    block: Id | None = None
    track: Id | None = None


class PushModel(EventModel):
    """The running (or a named) block is pushed, alone or with everything later moved along."""

    do: Literal["push"]
    minutes: Minutes
    scope: Literal["block", "rest"]
    block: Id | None = None


class SkipModel(EventModel):
    """A block is left out."""

    do: Literal["skip"]
    block: Id


class StartedAgoModel(EventModel):
    """The block began earlier than it was said."""

    do: Literal["started_ago"]
    minutes: Annotated[float, Field(ge=0, le=_DAY_MIN, allow_inf_nan=False)]


class SleepModel(EventModel):
    """The computer sleeps; counted: the monotonic clock runs on."""

    do: Literal["sleep"]
    seconds: Seconds
    counted: bool


class StepWallModel(EventModel):
    """Somebody sets the computer's clock."""

    do: Literal["step_wall"]
    seconds: Annotated[float, Field(ge=-7 * 86400, le=7 * 86400, allow_inf_nan=False)]


class ZoneModel(EventModel):
    """Somebody sets the computer to another zone."""

    do: Literal["zone"]
    name: Annotated[str, AfterValidator(_known_zone)]


class CrashModel(EventModel):
    """The app dies, and is started again so many seconds later."""

    do: Literal["crash"]
    seconds: Seconds


class ChooseModel(EventModel):
    """An answer to the question after a gap."""

    do: Literal["choose"]
    option: str | Annotated[int, Field(ge=1, le=3)]


_EVENT: TypeAdapter[EventModel] = TypeAdapter(
    Annotated[
        PlainModel
        | ExtendModel
        | PushModel
        | SkipModel
        | StartedAgoModel
        | SleepModel
        | StepWallModel
        | ZoneModel
        | CrashModel
        | ChooseModel,
        Field(discriminator="do"),
    ]
)
_PLAIN = {
    "missing": "is missing",
    "extra_forbidden": "is not a field of this event",
    "literal_error": "must be {expected}",
    "string_type": "must be a text",
    "string_too_short": "is empty",
    "string_pattern_mismatch": "must be written as HH:MM:SS, such as 00:12:30",
    "float_type": "must be a number",
    "int_type": "must be a text, or the number of an answer",
    "bool_type": "must be true or false",
    "greater_than_equal": "must be {ge:g} or more",
    "less_than_equal": "must be {le:g} or less",
    "finite_number": "must be a number",
}


def read_events(path: Path) -> tuple[tuple[RehearsalEvent, ...], tuple[Problem, ...]]:
    """Return the events of a file in their order, and every problem; never raises for a file.

    Whether the plan has the blocks and groups that are named is seen when they are played: an act
    on another one is refused.
    """
    try:
        if path.stat().st_size > LARGEST_BYTES:
            return (), (Problem(path.name, 0, "is larger than 5 MB"),)
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        return (), (Problem(path.name, 0, "is not UTF-8 text; save it as UTF-8"),)
    except OSError as error:
        return (), (Problem(path.name, 0, f"cannot be read ({error.strerror})"),)
    return parse_events(text, path.name)


def parse_events(text: str, place: str) -> tuple[tuple[RehearsalEvent, ...], tuple[Problem, ...]]:
    """Return the events of a text and every problem; as `read_events`."""
    try:
        raw = json.loads(text, parse_constant=str)
    except json.JSONDecodeError as error:
        return (), (Problem(place, error.lineno, f"is not JSON: {_lowered(error.msg)}"),)
    except (RecursionError, ValueError):
        return (), (Problem(place, 0, "is not JSON that can be understood"),)
    if not isinstance(raw, list):
        return (), (Problem(place, 0, "must be a list of events, in square brackets"),)
    problems: list[Problem] = []
    events: list[RehearsalEvent] = []
    last_s, last = 0.0, 0
    for number, one in enumerate(raw, start=1):
        model, wrong = _model(one)
        at_s = _at_s(one)
        if at_s is not None and at_s < last_s:
            wrong.append(("at", f"{one['at']} is earlier than the event before, event {last}"))
        elif at_s is not None:
            last_s, last = at_s, number
        if model is not None:
            events.append(_event(model))
        problems += [Problem(place, 0, _told(number, field, words)) for field, words in wrong]
    return (() if problems else tuple(events)), tuple(problems)


def _at_s(raw: object) -> float | None:
    """Return the seconds that an event's `at` names, None when it names none."""
    at = raw.get("at") if isinstance(raw, dict) else None
    if not isinstance(at, str) or re.fullmatch(_AT, at) is None:
        return None
    hours, minutes, seconds = at.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)


def _model(raw: object) -> tuple[EventModel | None, list[tuple[str, str]]]:
    """Return one event, or None and what is wrong: pairs of field and words."""
    if not isinstance(raw, dict):
        return None, [("", 'must be an object such as {"at": "00:00:00", "do": "start"}')]
    try:
        return _EVENT.validate_python(raw), []
    except ValidationError as error:
        # Of a text or a number, both mistakes are told; one is enough.
        found = dict(_mistake(raw, one) for one in reversed(error.errors(include_url=False)))
        return None, list(reversed(found.items()))


def _mistake(raw: dict[str, Any], mistake: Any) -> tuple[str, str]:  # noqa: ANN401 - pydantic's
    kind = mistake["type"]
    if kind == "union_tag_not_found":
        return "do", "is missing"
    if kind == "union_tag_invalid":
        return "do", f"“{raw['do']}” is not known; there are {', '.join(one.value for one in Do)}"
    where = [str(step) for step in mistake["loc"][1:2]]
    words = str(mistake["msg"]).removeprefix("Value error, ")
    known = _PLAIN.get(kind)
    if known is not None:
        words = known.format(**mistake.get("ctx", {}))
    return (where[0] if where else ""), words


def _event(model: EventModel) -> RehearsalEvent:
    raw = model.model_dump()
    return RehearsalEvent(
        at_s=_at_s(raw) or 0.0,
        do=Do(raw["do"]),
        minutes=float(raw.get("minutes", 0)),
        block=raw.get("block") or "",
        track=raw.get("track") or "",
        is_rest=raw.get("scope") == "rest",
        seconds=float(raw.get("seconds", 0)),
        is_counted=bool(raw.get("counted", True)),
        zone=raw.get("name", ""),
        option=str(raw.get("option", "")),
    )


def _told(number: int, field: str, words: str) -> str:
    return f"event {number}: `{field}` {words}" if field else f"event {number} {words}"


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]
