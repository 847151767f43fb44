"""Changes of the plan while it runs; several of them make one act, and one undo."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workshop_studio.domain.agenda import Block, Track


class ChangeKind(StrEnum):
    """What a change does. Names are stored: never rename, only add."""

    EXTEND = "extend"
    SKIP = "skip"
    RESTORE = "restore"
    MOVE = "move"
    ADD = "add"
    PUSH = "push"
    PUSH_REST = "push-rest"
    SPLIT = "split"


@dataclass(frozen=True, slots=True)
class PlanChange:
    """One change of one block.

    seconds: of EXTEND (negative: shorter) and of the two pushes. before_id: the block that MOVE and
    ADD put it before, "" for the end. block: the new one of ADD. tracks: the groups of SPLIT.
    """

    kind: ChangeKind
    block_id: str
    seconds: float = 0.0
    before_id: str = ""
    block: Block | None = None
    tracks: tuple[Track, ...] = ()
