"""Error codes to sentences: what happened, what was kept, what to do."""

from __future__ import annotations

from workshop_studio.domain.errors import (
    FileRejected,
    PackRejected,
    RuleBroken,
    StaleEdit,
    StorageUnavailable,
    WorkshopError,
)

TEXTS: dict[str, str] = {
    "act-not-now": "That is not possible while the session is {phase}. Nothing was changed.",
    "agenda-empty": "This session has no block to begin. Add one, or take a skipped one in again.",
    "answer-first": "Answer first whether the room kept going. Nothing was changed.",
    "backup-failed": "No backup of {path} could be made; the disk may be full. Your work is saved "
    "as usual.",
    "block-fixed": "{block} begins at a fixed time and is not pushed. Nothing was changed.",
    "block-over": "{block} is over already. Nothing was changed.",
    "block-runs": "{block} is running. End it with Next; the plan after it can still be changed.",
    "block-skipped": "{block} is skipped already.",
    "block-twice": "{block} is in the plan already. Nothing was changed.",
    "block-waits": "{block} is not skipped. Nothing was changed.",
    "awake-not-released": "This computer may stay awake until the app is closed.",
    "cannot-stay-awake": "This computer cannot be asked to stay awake. Set its sleep and its "
    "screen saver to never while you run the session.",
    "changed-since": "Something else was changed since, so nothing was undone.",
    "code-unknown": "No team has this code. It stands on the table card; ask your facilitator.",
    "decision-closed": "This decision is no longer open on that day. Nothing was changed.",
    "disk-full": "The disk is full. What was saved is kept; free some space and try again.",
    "entry-damaged": "This entry was changed or damaged. Your other entries are not affected.",
    "file-not-written": "{path} could not be written. Check that the folder is yours and that no "
    "other program has the file open; an older file there was kept.",
    "first-block": "This is the first block. There is nothing before it.",
    "group-is-back": "This group is back already. Nothing was changed.",
    "group-is-out": "This group is out already. Nothing was changed.",
    "group-runs": "This group’s clock runs already.",
    "group-stands": "This group’s clock stands already.",
    "groups-count": "A breakout needs two to {most} groups. Make teams under Plan first.",
    "journal-exists": "There is a journal under this name already. Open it with its passphrase.",
    "journal-locked": "The journal closed itself after five quiet minutes. Open it again.",
    "journal-missing": "There is no journal under this name yet. Choose a passphrase to begin one.",
    "last-block": "This is the last block. Hold “End session” to end.",
    "minutes-not-a-number": "Type a number of minutes up to {most}. Nothing was changed.",
    "minutes-of-steps": "The steps of {block} add up to its minutes. Change the steps in the pack.",
    "advice-old": "Something changed in between, so nothing was done. Look at the ways again.",
    "minutes-under-minimum": "This block needs at least {least} minutes.",
    "name-missing": "Give it a name first.",
    "no-gap": "There is no gap to decide about any more.",
    "no-groups": "This block has no groups. Send the room out in groups first.",
    "no-words": "This session has no vocabulary. A pack brings it in cards/.",
    "no-message": "No message is on the stage.",
    "no-session-open": "No session is open. Choose one under Plan.",
    "no-session-planned": "There is no session to rehearse. Plan one first.",
    "no-such-block": "This block is not in the plan. Nothing was changed.",
    "no-such-group": "This group is not in the block. Nothing was changed.",
    "no-such-prompt": "This prompt is not in the block any more. Nothing was changed.",
    "no-time-left": "A block cannot be shorter than nothing. Nothing was changed.",
    "note-long": "A note holds {most} characters at most. Nothing was changed; shorten it.",
    "not-found": "This {thing} is no longer there. Go back and choose again.",
    "nothing-to-print": "Nothing is chosen to print. Tick a sheet first.",
    "nothing-to-undo": "There is nothing to undo.",
    "pack-missing": "The pack {pack} is not on this computer. Put its folder beside the others.",
    "passphrase-short": "Take at least {least} characters. Four short words work well.",
    "passphrase-wait": "Too many wrong passphrases. Wait {seconds} seconds, then try again.",
    "passphrase-wrong": "That is not the passphrase. Nothing was changed.",
    "person-has-journal": "{person} keeps a journal here and stays. Nothing was changed.",
    "pressed-twice": "Next was pressed twice in a moment. One block was ended, not two.",
    "rehearsal-on": "A rehearsal is on, and this would touch the real session. End it first.",
    "scenario-missing": "This session’s pack has no scenario.",
    "session-on": "A session is running on these screens. End it first, then rehearse.",
    "started-earlier": "It began earlier than that already. Nothing was changed.",
    "started-when-last-ended": "It cannot have begun before the block before it ended. Nothing was "
    "changed.",
    "team-has-work": "Team {team} has written on its card. Fewer tables would orphan that work.",
    "timer-runs": "The clock runs already.",
    "timer-stands": "The clock stands already.",
    "too-many-people": "{count} people are more than {most}. Make two cohorts of them.",
    "unknown-field": "This card has no field {field}.",
    "unknown-option": "This decision has no such option. Choose one of those listed.",
    "workspace-damaged": "{path} is damaged. It was not changed. Restore a backup, or choose "
    "another workspace.",
    "workspace-failed": "{path} cannot be opened. Check that the folder exists and is yours.",
    "workspace-locked": "{path} is in use by another program. Close it there, then try again.",
    "workspace-missing": "{path} does not exist. Check the name, or start a new workspace.",
    "workspace-name-too-long": "{path} is too long a name for a workspace. Choose a folder with a "
    "shorter one.",
    "workspace-newer": "{path} was made by a newer Workshop Studio. Update the app to open it; "
    "the file was not changed.",
    "workspace-not-ours": "{path} is not a workspace of Workshop Studio. It was not changed.",
    "workspace-open-already": "{path} is open in another window of Workshop Studio. Go on there.",
    "workspace-read-only": "{path} cannot be written to. Copy it to a folder of your own.",
}


def words(error: WorkshopError) -> str:
    """Return the sentence of an error."""
    if isinstance(error, RuleBroken | StorageUnavailable):
        text = TEXTS.get(error.code)
        if text is not None:
            return text.format(**error.facts)
        return str(error)
    if isinstance(error, StaleEdit):
        return "Somebody else changed this a moment ago. Your text is still here; look at both."
    if isinstance(error, PackRejected):
        return "\n".join(str(problem) for problem in error.problems)
    if isinstance(error, FileRejected):
        return error.problem.text
    return str(error)
