"""Which screen is the projector: known again by what it says of itself, not by its place."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class ScreenIdentity:
    """How a projector is known again: never by its coordinates, which change with every plug."""

    serial: str
    maker: str
    model: str
    name: str

    def as_text(self) -> str:
        """Return one line of text that `identity_from` reads."""
        return json.dumps(asdict(self))

    @property
    def label(self) -> str:
        """Return what a person reads: maker and model where they are known, and the socket."""
        known = " ".join(part for part in (self.maker, self.model) if part)
        return f"{known} ({self.name})" if known and self.name else known or self.name


def identity_from(text: str) -> ScreenIdentity | None:
    """Return the identity that a text holds; None for any other text."""
    try:
        raw = json.loads(text)
        parts = [raw[field.name] for field in fields(ScreenIdentity)]
    except (ValueError, KeyError, TypeError):
        return None
    return ScreenIdentity(*parts) if all(isinstance(part, str) for part in parts) else None


def has_serial_of(one: ScreenIdentity, other: ScreenIdentity) -> bool:
    """Return whether both give the same serial number."""
    return bool(one.serial) and one.serial == other.serial


def has_model_of(one: ScreenIdentity, other: ScreenIdentity) -> bool:
    """Return whether both give the same maker and model."""
    return bool(one.model) and (one.maker, one.model) == (other.maker, other.model)


def has_name_of(one: ScreenIdentity, other: ScreenIdentity) -> bool:
    """Return whether both are on the same socket."""
    return bool(one.name) and one.name == other.name


class By(StrEnum):
    """How sure a finding is."""

    IDENTITY = "identity"
    DOUBT = "doubt"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Finding:
    """The place of a screen that is known again; DOUBT when it may be one of several."""

    place: int | None
    by: By


def known_again(
    wanted: ScreenIdentity,
    offered: Sequence[ScreenIdentity],
    console: int,
    *,
    is_same_sitting: bool,
) -> Finding:
    """Return where a screen is: by serial number, else maker and model, else name.

    Never the place of the console. Two that say the same of themselves are told apart by their
    sockets only while nobody can have moved the cables: in the same sitting.
    """
    free = [place for place in range(len(offered)) if place != console]
    if len(free) < len(offered) and has_serial_of(wanted, offered[console]):
        return Finding(None, By.DOUBT)
    pool, are_twins = free, False
    for same in (has_serial_of, has_model_of):
        found = [place for place in pool if same(wanted, offered[place])]
        if len(found) == 1:
            return Finding(found[0], By.IDENTITY)
        if found:
            pool, are_twins = found, True
    named = [place for place in pool if has_name_of(wanted, offered[place])]
    if len(named) == 1 and (is_same_sitting or not are_twins):
        return Finding(named[0], By.IDENTITY)
    return Finding(None, By.DOUBT if are_twins else By.NOTHING)


def only_other(count: int, primary: int, console: int) -> int | None:
    """Return the only screen that is neither primary nor the console's, None when there is none."""
    others = [place for place in range(count) if place not in {primary, console}]
    return others[0] if len(others) == 1 else None


def best_match(
    wanted: Sequence[tuple[ScreenIdentity, bool]],
    offered: Sequence[ScreenIdentity],
    primary: int,
    console: int,
) -> int | None:
    """Return the place of the projector among the screens, None when nothing fits for sure.

    wanted: identities, the first counts most; each with whether it was met in this sitting.
    """
    if len(offered) < 2:
        return None
    for identity, is_same_sitting in wanted:
        finding = known_again(identity, offered, console, is_same_sitting=is_same_sitting)
        if finding.by is not By.NOTHING:
            return finding.place
    return only_other(len(offered), primary, console)
