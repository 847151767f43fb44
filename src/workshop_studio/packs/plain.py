"""Looks into plain YAML data that may hold anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


def entries(data: Any) -> Iterator[tuple[int, dict[str, Any]]]:  # noqa: ANN401 - plain YAML data
    """Yield the place and the fields of each entry of a list that has fields."""
    return ((at, one) for at, one in enumerate(as_list(data)) if isinstance(one, dict))


def as_list(data: Any) -> list[Any]:  # noqa: ANN401 - plain YAML data
    """Return a list, empty when it is none."""
    return data if isinstance(data, list) else []


def number(data: Any) -> float | None:  # noqa: ANN401 - plain YAML data
    """Return a number, None when it is none."""
    return data if isinstance(data, int | float) and not isinstance(data, bool) else None
