"""What a rehearsal says: the question that is open, and what was given by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop_studio.domain import run_cues
from workshop_studio.domain.console_asks import gap_question, span_words
from workshop_studio.domain.rehearsal import Answer, Option, Question
from workshop_studio.domain.run_log import Act

if TYPE_CHECKING:
    from workshop_studio.domain.run_log import LogEntry
    from workshop_studio.services.live_session import LiveSession


def question_in(live: LiveSession) -> Question | None:
    """Return the question after a crash or a sleep, None when nothing is asked."""
    asked = live.question()
    if asked is not None:
        return Question(
            f"You were away for {span_words(asked.gap_s)}. Did the room keep going?",
            (
                Option(Answer.KEPT_GOING, f"It kept going: {asked.left_if_kept_going} left"),
                Option(Answer.STOOD_STILL, f"It stood still: {asked.left_if_stood_still} left"),
                Option(Answer.END, "End the session"),
            ),
            Answer(asked.suggested),
        )
    now = live.run_now()
    gap = None if now is None else gap_question(now)
    if gap is None:
        return None
    return Question(
        f"The computer slept for {gap.words} while a block ran. Does that time count?",
        (
            Option(Answer.KEPT_GOING, "It counts: the room kept going"),
            Option(Answer.STOOD_STILL, f"Do not count these {gap.words}"),
        ),
        Answer.KEPT_GOING,
    )


def cue_words(live: LiveSession, entry: LogEntry) -> str:
    """Return what was said when a cue was given, "" when nobody heard or read anything new."""
    now = live.run_now()
    if now is None:
        return ""
    title = now.run.blocks[now.run.place_of(entry.block_id)].block.title
    signals = {
        # The timer says it already.
        run_cues.WARNING: "",
        run_cues.TIME_UP: f"Time is up: {title}",
        run_cues.TWO_MINUTES: "Two more minutes, then back together",
        run_cues.COME_BACK: "Come back together now",
    }
    if entry.text in signals:
        return signals[entry.text]
    prompt = run_cues.prompt_of(now.run, entry.block_id, entry.text)
    if prompt is None:
        return ""
    if entry.act is Act.CUE_HOLD:
        return f"Prompt waits for a decision: {prompt.text}"
    return f"Prompt shown: {prompt.text}"
