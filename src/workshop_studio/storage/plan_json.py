"""Plans of runs and changes of plans as JSON text in a row."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from workshop_studio.domain.plan_change import ChangeKind, PlanChange
from workshop_studio.domain.session import PlannedSession
from workshop_studio.storage.agenda_json import (
    decode_agenda,
    decode_block,
    decode_tracks,
    encode_agenda,
)
from workshop_studio.storage.times import from_text, to_text


def encode_plan(session: PlannedSession) -> str:
    """Return a session, as it was planned when its run began, as JSON text."""
    facts = {
        "id": session.id,
        "cohort_id": session.cohort_id,
        "pack_id": session.pack_id,
        "title": session.title,
        "start_utc": to_text(session.start_utc),
        "zone": session.zone,
        "agenda": encode_agenda(session.agenda),
        "revision": session.revision,
    }
    return json.dumps(facts, ensure_ascii=False)


def decode_plan(text: str) -> PlannedSession | None:
    """Return the session of such a text, None for the empty text of an older run."""
    if not text:
        return None
    raw: dict[str, Any] = json.loads(text)
    return PlannedSession(
        **{
            **raw,
            "start_utc": from_text(raw["start_utc"]),
            "agenda": decode_agenda(raw["agenda"]),
        }
    )


def encode_changes(changes: tuple[PlanChange, ...]) -> str:
    """Return changes as JSON text, "" for none."""
    if not changes:
        return ""
    return json.dumps([asdict(change) for change in changes], ensure_ascii=False)


def decode_changes(text: str) -> tuple[PlanChange, ...]:
    """Return the changes of such a text."""
    return tuple(_change(raw) for raw in json.loads(text)) if text else ()


def _change(raw: dict[str, Any]) -> PlanChange:
    return PlanChange(
        **{
            **raw,
            "kind": ChangeKind(raw["kind"]),
            "block": None if raw["block"] is None else decode_block(raw["block"]),
            "tracks": decode_tracks(raw["tracks"]),
        }
    )
