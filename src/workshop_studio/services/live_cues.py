"""Signals and prompts of the running block: given once, by themselves or by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop_studio.domain.events import CueFired
from workshop_studio.domain.run import needs_recovery
from workshop_studio.domain.run_cues import due_prompts, due_signals, held_prompts
from workshop_studio.domain.run_log import Act

if TYPE_CHECKING:
    from workshop_studio.domain.moment import Moment
    from workshop_studio.domain.staging import RunNow
    from workshop_studio.services.run_holder import RunHolder


class CueActs:
    """What is due is a level: whoever looks late still finds it. `at`: the moment of the press."""

    def __init__(self, holder: RunHolder) -> None:
        self._holder = holder

    @property
    def is_due(self) -> bool:
        """Return whether `give_due` has something to write."""
        now = self._now()
        return now is not None and bool(due_signals(now.run, now.room_s) or _new(now))

    def give_due(self) -> None:
        """Give every signal that is due, and the prompt when just one is; keep several for a hand.

        Of two signals that come due together only the later one is announced. A message that
        stands until the room has it is not pushed aside by a prompt: that waits for a hand too.
        """
        now = self._now()
        if now is None:
            return
        block_id = now.run.running.block.id
        signals = due_signals(now.run, now.room_s)
        for name in signals:
            self._holder.append(Act.CUE, block_id=block_id, text=name)
        if signals:
            run_id = self._holder.require().run_id
            self._holder.bus.publish(CueFired(run_id, block_id, signals[-1]))
        new = _new(now)
        is_alone = len(due_prompts(now.run, now.room_s)) == 1 and not now.run.is_message_held
        for prompt_id in new:
            act = Act.CUE if is_alone else Act.CUE_HOLD
            self._holder.append(act, block_id=block_id, text=prompt_id)

    def fire(self, block_id: str, prompt_id: str, at: Moment | None = None) -> None:
        """Show a prompt now, whatever its time."""
        self._holder.append(Act.CUE, at, block_id=block_id, text=prompt_id, is_on=True)

    def skip(self, block_id: str, prompt_id: str, at: Moment | None = None) -> None:
        """Drop a prompt."""
        self._holder.append(Act.CUE_SKIP, at, block_id=block_id, text=prompt_id)

    def put_off(
        self, block_id: str, prompt_id: str, later_s: float, at: Moment | None = None
    ) -> None:
        """Show a prompt later_s from now, on the block's own clock."""
        self._holder.append(Act.CUE_LATER, at, block_id=block_id, text=prompt_id, seconds=later_s)

    def _now(self) -> RunNow | None:
        held, moment = self._holder.held, self._holder.clock.now()
        if held is None or needs_recovery(held.run, held.log, moment):
            return None
        return held.at(moment)


def _new(now: RunNow) -> tuple[str, ...]:
    """Return the ids of due prompts that are neither given nor known to wait for a decision."""
    block_id = now.run.running.block.id
    known = now.run.held
    if held_prompts(now.run, now.room_s):
        due = held_prompts(now.run, now.room_s)
    else:
        due = due_prompts(now.run, now.room_s)
    return tuple(d.prompt.id for d in due if (block_id, d.prompt.id) not in known)
