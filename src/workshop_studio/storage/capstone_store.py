"""Capstones and feedback in the database."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import CursorResult, select, update

from workshop_studio.domain.capstone import Answer, AnswerState, Capstone
from workshop_studio.domain.errors import RuleBroken, StaleEdit
from workshop_studio.domain.feedback import Feedback, Level, Rating
from workshop_studio.storage.rows import AnswerRow, CapstoneRow, FeedbackRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_TEXTS = ("strength", "question", "next_step", "next_owner", "next_date")


class SqlCapstoneStore:
    """Capstones, one a team."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, capstone: Capstone) -> None:
        """Keep a new capstone."""
        self._session.add(
            CapstoneRow(
                id=capstone.id,
                team_id=capstone.team_id,
                title=capstone.title,
                owner=capstone.owner,
                revision=capstone.revision,
            )
        )
        self._session.flush()
        self._write_answers(capstone)

    def get(self, capstone_id: str) -> Capstone:
        """Return a capstone; raises RuleBroken("not-found")."""
        row = self._session.get(CapstoneRow, capstone_id)
        if row is None:
            raise RuleBroken("not-found", thing="capstone")
        return self._capstone(row)

    def of_team(self, team_id: str) -> Capstone | None:
        """Return the team's capstone, None before it was opened."""
        row = self._session.scalar(select(CapstoneRow).where(CapstoneRow.team_id == team_id))
        return None if row is None else self._capstone(row)

    def replace(self, capstone: Capstone, *, seen_revision: int) -> None:
        """Replace it where seen_revision is still the stored one; raises StaleEdit otherwise."""
        wanted = (CapstoneRow.id == capstone.id) & (CapstoneRow.revision == seen_revision)
        result = self._session.execute(
            update(CapstoneRow)
            .where(wanted)
            .values(title=capstone.title, owner=capstone.owner, revision=capstone.revision)
        )
        if cast("CursorResult[Any]", result).rowcount == 0:
            raise StaleEdit("capstone")
        self._write_answers(capstone)

    def _write_answers(self, capstone: Capstone) -> None:
        for key, answer in capstone.answers:
            self._session.merge(
                AnswerRow(
                    capstone_id=capstone.id,
                    key=key,
                    state=answer.state.value,
                    text=answer.text,
                    note=answer.note,
                )
            )
        self._session.flush()

    def _capstone(self, row: CapstoneRow) -> Capstone:
        answers = self._session.scalars(
            select(AnswerRow).where(AnswerRow.capstone_id == row.id).order_by(AnswerRow.key)
        )
        return Capstone(
            id=row.id,
            team_id=row.team_id,
            title=row.title,
            owner=row.owner,
            answers=tuple((a.key, Answer(AnswerState(a.state), a.text, a.note)) for a in answers),
            revision=row.revision,
        )


class SqlFeedbackStore:
    """Feedback, one a capstone."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of_capstone(self, capstone_id: str) -> Feedback | None:
        """Return the feedback, None before the first word."""
        row = self._session.get(FeedbackRow, capstone_id)
        return None if row is None else _feedback(row)

    def save(self, feedback: Feedback, *, seen_revision: int) -> None:
        """Add (seen_revision 0) or replace it; raises StaleEdit when another one is stored."""
        row = self._session.get(FeedbackRow, feedback.capstone_id)
        if (0 if row is None else row.revision) != seen_revision:
            raise StaleEdit("feedback")
        self._session.merge(
            FeedbackRow(
                capstone_id=feedback.capstone_id,
                content=_content(feedback),
                revision=feedback.revision,
            )
        )
        self._session.flush()


def _content(feedback: Feedback) -> str:
    return json.dumps(
        {
            "card_revision": feedback.card_revision,
            "ratings": [
                {"key": r.key, "level": r.level.name if r.level else None, "comment": r.comment}
                for r in feedback.ratings
            ],
            **{name: getattr(feedback, name) for name in _TEXTS},
        },
        ensure_ascii=False,
    )


def _feedback(row: FeedbackRow) -> Feedback:
    raw = json.loads(row.content)
    return Feedback(
        capstone_id=row.capstone_id,
        card_revision=raw["card_revision"],
        ratings=tuple(
            Rating(r["key"], Level[r["level"]] if r["level"] else None, r["comment"])
            for r in raw["ratings"]
        ),
        revision=row.revision,
        **{name: raw[name] for name in _TEXTS},
    )
