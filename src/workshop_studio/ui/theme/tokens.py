"""The design tokens: the one place where colours and sizes come from."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

THEMES = ("light", "dark", "stage")


@dataclass(frozen=True, slots=True)
class TypeRole:
    """A text size: pixels, line height in pixels, weight, and whether it is the serif face."""

    size: int
    line: int
    weight: int
    is_serif: bool


@dataclass(frozen=True, slots=True)
class Tokens:
    """Everything in `tokens.json`, by theme where it differs by theme."""

    colours: dict[str, dict[str, str]]
    series: dict[str, tuple[str, ...]]
    teams: dict[str, dict[str, str]]
    kinds: dict[str, dict[str, str]]
    types: dict[str, dict[str, TypeRole]]
    ui_family: str
    serif_family: str


def load_tokens(path: Path) -> Tokens:
    """Return the tokens of a file; raises KeyError or ValueError when it is not one of ours."""
    raw: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return Tokens(
        colours=raw["theme"],
        series={name: tuple(raw["series"][name].values()) for name in THEMES},
        teams={
            name: {label.split()[0]: colour for label, colour in raw["team"][name].items()}
            for name in THEMES
        },
        kinds=raw["agenda-kind"],
        types={
            group: {name: _role(value) for name, value in roles.items()}
            for group, roles in raw["type"].items()
            if isinstance(roles, dict)
        },
        ui_family=raw["font"]["ui"],
        serif_family=raw["font"]["serif"],
    )


def _role(value: list[Any]) -> TypeRole:
    return TypeRole(int(value[0]), int(value[1]), int(value[2]), len(value) > 3)
