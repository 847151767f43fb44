"""YAML files that strangers wrote: plain data only, every mistake with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from workshop_studio.domain.errors import Problem

if TYPE_CHECKING:
    from pathlib import Path

M = TypeVar("M", bound=BaseModel)

LARGEST_BYTES = 1_000_000
_PLAIN = {
    "missing": "is missing; add it",
    "extra_forbidden": "is not a field here; check the spelling or remove it",
    "literal_error": "has a word that is not one of {expected}",
    "string_pattern_mismatch": "may hold small letters, digits and hyphens only",
    "too_long": "has too many entries, at most {max_length}",
    "too_short": "has too few entries, at least {min_length}",
    "string_too_long": "is too long, at most {max_length} characters",
    "string_too_short": "is empty; write something or remove it",
    "greater_than": "must be more than {gt}",
    "greater_than_equal": "must be at least {ge}",
    "less_than_equal": "must be at most {le}",
    "float_parsing": "must be a number",
    "float_type": "must be a number",
    "int_type": "must be a whole number",
    "string_type": "must be a text; put it in quotes",
    "list_type": "must be a list; begin each entry with a hyphen",
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
    "model_type": "must have fields of its own",
}


class Document:
    """A file as plain data, with the line of every part."""

    def __init__(self, place: str, data: Any) -> None:  # noqa: ANN401 - YAML can hold anything
        self.place = place
        self.data = data

    def line(self, where: tuple[int | str, ...]) -> int:
        """Return the line of a part, counted from 1; that of the nearest known part around it."""
        line, at = 1, self.data
        for step in where:
            try:
                if isinstance(at, CommentedMap):
                    line = at.lc.key(step)[0] + 1
                elif isinstance(at, CommentedSeq):
                    line = at.lc.item(step)[0] + 1
                at = at[step]
            except (KeyError, IndexError, TypeError, AttributeError):
                break
        return line

    def problem(self, text: str, *where: int | str) -> Problem:
        """Return a problem at a part of this file."""
        return Problem(self.place, self.line(where), text)


def read_yaml(path: Path, place: str) -> tuple[Document | None, list[Problem]]:
    """Return the document of a file, or None and what is wrong with it."""
    try:
        if path.stat().st_size > LARGEST_BYTES:
            return None, [Problem(place, 0, "is larger than 1 MB; split it or shorten it")]
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        return None, [Problem(place, 0, "is not UTF-8 text; save it as UTF-8")]
    except OSError as error:
        return None, [Problem(place, 0, f"cannot be read ({error.strerror}); check the file")]
    for number, line in enumerate(text.splitlines(), start=1):
        # Aliases can make a small file explode, and a person who edits a pack needs none.
        if line.lstrip().startswith(("&", "*")) or ": &" in line or ": *" in line:
            return None, [Problem(place, number, "uses a YAML alias; write the text out instead")]
    yaml = YAML(typ="rt")
    yaml.allow_duplicate_keys = False
    try:
        data = yaml.load(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark
        words = (error.problem or "cannot be understood").strip()
        return None, [Problem(place, mark.line + 1 if mark else 0, f"is not valid YAML: {words}")]
    except (YAMLError, ValueError, RecursionError, TypeError, AttributeError) as error:
        return None, [Problem(place, 0, f"is not valid YAML: {type(error).__name__}")]
    if not isinstance(data, CommentedMap):
        return None, [Problem(place, 1, "must begin with fields such as `id:`")]
    return Document(place, data), []


def validate(document: Document, model: type[M]) -> tuple[M | None, list[Problem]]:
    """Return the document as a model, or None and every mistake with its line."""
    try:
        return model.model_validate(_plain(document.data, 0)), []
    except ValidationError as error:
        return None, [_problem(document, mistake) for mistake in error.errors()]
    except RecursionError:
        return None, [Problem(document.place, 1, "is nested too deeply")]


def _plain(data: Any, depth: int) -> Any:  # noqa: ANN401 - YAML can hold anything
    if depth > 40:
        raise RecursionError
    if isinstance(data, CommentedMap):
        return {str(key): _plain(value, depth + 1) for key, value in data.items()}
    if isinstance(data, CommentedSeq):
        return [_plain(value, depth + 1) for value in data]
    if isinstance(data, str):
        return str(data)
    if isinstance(data, bool) or data is None:
        return data
    if isinstance(data, int):
        return int(data)
    if isinstance(data, float):
        return float(data)
    return repr(data)


def _problem(document: Document, mistake: Any) -> Problem:  # noqa: ANN401 - pydantic's dictionary
    where = tuple(mistake["loc"])
    known = _PLAIN.get(mistake["type"])
    if known is None:
        words = mistake["msg"].removeprefix("Value error, ")
    else:
        try:
            words = known.format(**mistake.get("ctx", {}))
        except KeyError:
            words = mistake["msg"]
    field = ".".join(str(step) for step in where) or "the file"
    parent = where[:-1] if mistake["type"] == "missing" else where
    return Problem(document.place, document.line(parent), f"`{field}` {words}")
