"""Sentences of a block that the room may read: the choice for the prompt on the stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workshop_studio.domain.agenda import Block


def sentences(block: Block) -> tuple[str, ...]:
    """Return the prompts, the lines for the stage and those of the steps, each once.

    Nothing else of a block is for the room: its note, its key and the journal's question are not.
    """
    said = [prompt.text for prompt in block.prompts]
    said += block.stage_lines
    said += [step.stage for step in block.steps]
    return tuple(dict.fromkeys(text for text in said if text))
