"""YAML files that strangers wrote: plain data only, every mistake with its line.

Nothing is constructed from the file but texts, numbers, truth values, lists and mappings. Anchors
and aliases are refused, because a few hundred letters of them can stand for gigabytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.reader import ReaderError

from workshop_studio.domain.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

M = TypeVar("M", bound=BaseModel)
Where = tuple[int | str, ...]

LARGEST_BYTES = 1_000_000
DEEPEST = 40
_TAG = "tag:yaml.org,2002:"
_KNOWN_TAGS = ("str", "int", "float", "bool", "null", "timestamp", "value", "merge", "map", "seq")
_ALIAS = "uses a YAML alias; write the text out instead"
_DEEP = "is nested too deeply; no file of a pack needs so many levels"
_NOT_YAML = (
    ("found undefined alias", "a text that begins with * needs quotes"),
    ("mapping values are not", "a colon is not expected here; put the whole text in quotes"),
    ("could not find expected ':'", "a field needs a colon and a space after its name"),
    ("found character '\\t'", "a line begins with a tab; use spaces"),
    ("found character", "a text that begins with this sign needs quotes"),
    ("found unexpected end of stream", "a quotation mark is opened here and never closed"),
    ("found unknown escape", "a backslash inside double quotes needs another backslash before it"),
    ("expected <block end>", "the indentation differs from the lines above; line it up"),
    ("expected ',' or", "a bracket is opened here and never closed"),
    ("expected the node content", "a bracket is opened and never closed, or a comma is doubled"),
    ("but found another document", "a second document begins here; keep one for each file"),
)
_PLAIN = {
    "missing": "is missing; add it",
    "extra_forbidden": "is not a field here; check the spelling or remove it",
    "literal_error": "has a word that is not one of {expected}",
    "enum": "has a word that is not one of {expected}",
    "string_pattern_mismatch": "may hold small letters, digits and hyphens only",
    "too_long": "has too many entries, at most {max_length}",
    "too_short": "has too few entries, at least {min_length}",
    "string_too_long": "is too long, at most {max_length} characters",
    "string_too_short": "is empty; write something or remove it",
    "greater_than": "must be more than {gt:g}",
    "greater_than_equal": "must be at least {ge:g}",
    "less_than": "must be less than {lt:g}",
    "less_than_equal": "must be at most {le:g}",
    "finite_number": "must be an ordinary number",
    "float_parsing": "must be a number",
    "float_type": "must be a number, without quotes",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "int_from_float": "must be a whole number",
    "string_type": "must be a text; put it in quotes",
    "list_type": "must be a list; begin each entry with a hyphen",
    "dict_type": "must have fields of its own",
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
    "model_type": "must have fields of its own",
}


@dataclass(frozen=True, slots=True)
class Document:
    """A file as plain data, with the line of every part.

    place: its path inside the pack; lines: from the way to a part, such as ("blocks", 0, "id"),
    to its line, counted from 1.
    """

    place: str
    data: Any
    lines: Mapping[Where, int]

    def line(self, where: Where) -> int:
        """Return the line of a part, counted from 1; that of the nearest known part around it."""
        for length in range(len(where), 0, -1):
            if where[:length] in self.lines:
                return self.lines[where[:length]]
        return 1

    def problem(self, text: str, *where: int | str) -> Problem:
        """Return a problem at a part of this file."""
        return Problem(self.place, self.line(where), text)


def read_yaml(path: Path, place: str) -> tuple[Document | None, list[Problem]]:
    """Return the document of a file, or None and what is wrong with it.

    Never raises for anything that a file can hold: UTF-8, at most 1 MB, one document, its top
    level a mapping, no anchors, no tags, no field twice.
    """
    try:
        if path.stat().st_size > LARGEST_BYTES:
            return None, [Problem(place, 0, "is larger than 1 MB; split it or shorten it")]
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        return None, [Problem(place, 0, "is not UTF-8 text; save it as UTF-8")]
    except OSError as error:
        return None, [Problem(place, 0, f"cannot be read ({error.strerror}); check the file")]
    return parse_yaml(text, place)


def parse_yaml(text: str, place: str) -> tuple[Document | None, list[Problem]]:
    """Return the document of a text, or None and what is wrong with it; as `read_yaml`."""
    yaml = YAML(typ="safe", pure=True)
    yaml.composer.warn_double_anchors = False
    try:
        root = yaml.compose(text)
    except MarkedYAMLError as error:
        return None, [_not_yaml(place, error)]
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        return None, [Problem(place, line, "is not valid YAML: a character is not allowed here")]
    except RecursionError:
        return None, [Problem(place, 0, _DEEP)]
    except (YAMLError, ValueError, TypeError, AttributeError, LookupError, AssertionError):
        return None, [Problem(place, 0, "is not valid YAML; check colons, quotes and indentation")]
    if not isinstance(root, MappingNode):
        return None, [Problem(place, 1, "must begin with fields such as `id:`")]
    lines: dict[Where, int] = {}
    problems: list[Problem] = []
    data = _Reading(place, lines, problems).value(root, ())
    return (None, problems) if problems else (Document(place, data, lines), [])


def validate(document: Document, model: type[M]) -> tuple[M | None, list[Problem]]:
    """Return the document as a model, or None and every mistake with its line."""
    try:
        return model.model_validate(document.data), []
    except ValidationError as error:
        return None, [_problem(document, mistake) for mistake in error.errors(include_url=False)]


@dataclass(frozen=True, slots=True)
class _Reading:
    """Turns nodes into plain data and notes the line of each part on the way."""

    place: str
    lines: dict[Where, int]
    problems: list[Problem]

    def value(self, node: Node, where: Where) -> Any:  # noqa: ANN401 - YAML can hold anything
        line = node.start_mark.line + 1
        self.lines.setdefault(where, line)
        tag = str(node.tag)
        if node.anchor is not None:
            return self._refuse(line, _ALIAS)
        if tag.removeprefix(_TAG) not in _KNOWN_TAGS:
            return self._refuse(line, "uses a YAML tag; remove the word that begins with `!`")
        if len(where) > DEEPEST:
            return self._refuse(line, _DEEP)
        if isinstance(node, MappingNode):
            return self._mapping(node, where)
        if isinstance(node, SequenceNode):
            return [self.value(item, (*where, index)) for index, item in enumerate(node.value)]
        return _scalar(tag.removeprefix(_TAG), str(node.value))

    def _mapping(self, node: MappingNode, where: Where) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, item in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, ScalarNode) or key.anchor is not None:
                self._refuse(line, "has a field whose name is not one word; check the colons")
                continue
            name = str(key.value)
            if name in found:
                self._refuse(line, f"has the field `{name}` twice; keep one")
                continue
            self.lines[*where, name] = line
            found[name] = self.value(item, (*where, name))
        return found

    def _refuse(self, line: int, text: str) -> None:
        self.problems.append(Problem(self.place, line, text))


def _scalar(tag: str, text: str) -> str | int | float | bool | None:
    """Return a scalar by its YAML 1.2 kind; what only looks like a number or date stays text."""
    if tag == "null":
        return None
    if tag == "bool":
        return text.lower() == "true"
    try:
        if tag == "int":
            return int(text.replace("_", ""), 10 if text.lstrip("+-0")[:1].isdigit() else 0)
        if tag == "float":
            return float(text.replace("_", "").replace(".inf", "inf").replace(".nan", "nan"))
    except ValueError:
        return text
    return text


def _not_yaml(place: str, error: MarkedYAMLError) -> Problem:
    said = (error.problem or "").strip()
    words = next(
        (plain for start, plain in _NOT_YAML if said.startswith(start)),
        "this cannot be understood; check colons, quotes and indentation",
    )
    mark = error.problem_mark
    if "is opened here" in words and error.context_mark is not None:
        mark = error.context_mark
    return Problem(place, mark.line + 1 if mark else 0, f"is not valid YAML: {words}")


def _problem(document: Document, mistake: Any) -> Problem:  # noqa: ANN401 - pydantic's dictionary
    where = tuple(step for step in mistake["loc"] if step != "[key]")
    words = str(mistake["msg"]).removeprefix("Value error, ")
    known = _PLAIN.get(mistake["type"])
    if known is not None:
        try:
            words = known.format(**mistake.get("ctx", {}))
        except (KeyError, ValueError):
            words = str(mistake["msg"])
    parent = where[:-1] if mistake["type"] == "missing" else where
    return Problem(document.place, document.line(parent), f"`{spelled(where)}` {words}")


def spelled(where: Where) -> str:
    """Return a place in words, entries counted from 1: ("blocks", 0, "id") as "blocks[1].id"."""
    text = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in where)
    return text.lstrip(".") or "the file"
