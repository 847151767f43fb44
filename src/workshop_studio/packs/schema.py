"""The JSON Schema of the pack format, generated from the models."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from workshop_studio.packs.models import CardsModel, ExerciseModel, SessionModel, SheetModel

if TYPE_CHECKING:
    from pydantic import BaseModel


def schema_text() -> str:
    """Return the schemas of the four kinds of file as one JSON text."""
    files: dict[str, type[BaseModel]] = {
        "session.yaml": SessionModel,
        "exercises/*.yaml": ExerciseModel,
        "sheets/*.yaml": SheetModel,
        "cards/*.yaml": CardsModel,
    }
    schemas = {name: model.model_json_schema() for name, model in files.items()}
    return json.dumps(schemas, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
