"""Times in the database: ISO text in UTC, sortable as text."""

from __future__ import annotations

from datetime import UTC, datetime


def to_text(utc: datetime) -> str:
    """Return an aware time as ISO text in UTC with microseconds."""
    return utc.astimezone(UTC).isoformat(timespec="microseconds")


def from_text(text: str) -> datetime:
    """Return the aware time of such a text."""
    return datetime.fromisoformat(text)
