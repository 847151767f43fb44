"""A run in which every text that the room must not read carries a mark."""

from __future__ import annotations

from dataclasses import replace

from workshop_studio.domain.agenda import Agenda, Prompt, Track
from workshop_studio.domain.live import ClockStyle
from workshop_studio.domain.run import StageView
from workshop_studio.domain.vocabulary import WordCard

PRIVATE = "ZZPRIVATE"


def marked(agenda):
    """Return the agenda with a mark in every text that the room must not read."""
    blocks = []
    for place, block in enumerate(agenda.blocks):
        tracks = tuple(
            Track(letter, f"Group {letter}", 300, "Unseen?", letter, f"{PRIVATE} mentor",
                  f"{PRIVATE} place") for letter in "AB"
        )  # fmt: skip
        blocks.append(
            replace(
                block,
                facilitator_note=f"{PRIVATE} note",
                answer_key=f"{PRIVATE} key",
                journal_prompt=f"{PRIVATE} journal",
                capture=f"{PRIVATE} capture",
                cut_first=f"{PRIVATE} cut",
                materials=(f"{PRIVATE} material",),
                exercise=PRIVATE,
                tracks=tracks if place % 2 == 0 else (),
                prompts=(Prompt("p1", 30, "Pass it on."),),
            )
        )
    words = (WordCard("drift", "The world moves on.", "A new catalogue.", "Watch"),)
    return Agenda(agenda.title, agenda.short_title, tuple(blocks), words)


def a_private_run(studio):
    """Open the studio's session with the marks in its plan and in the facilitator's own note."""
    session = studio.planning.sessions()[0]
    with studio.planning._unit_of_work.writing() as work:
        changed = replace(session, agenda=marked(session.agenda), revision=session.revision + 1)
        work.sessions.replace(changed, seen_revision=session.revision)
        work.commit()
    studio.notes.write(session.id, "b1", f"{PRIVATE} own note")
    studio.live.open(session.id)
    return studio.live


def every_picture(run, clock):
    """Yield the stage in every view and style of every block, and before and after the run."""

    def views():
        for view in StageView:
            item = {StageView.WORD: "drift", StageView.PROMPT: "Pass it on."}.get(view, "")
            if view is StageView.BREAKOUTS and not run.console().tracks:
                continue
            run.show(view, item=item)
            yield run.stage()

    yield from views()
    run.start()
    for place in range(len(run.session.agenda.blocks)):
        for style in ClockStyle:
            run.style(style)
            yield from views()
        run.cues.fire(f"b{place + 1}", "p1")
        yield run.stage()
        if run.console().tracks:
            run.groups.pause("A")
            run.groups.come_back("B")
            run.groups.begin_round(60)
            run.groups.call_back()
            yield run.stage()
        clock.advance(3600)
        yield run.stage()
        run.freeze(is_on=True)
        yield run.stage()
        run.freeze(is_on=False)
        if not run.console().is_last:
            run.next()
    run.end()
    yield from views()
