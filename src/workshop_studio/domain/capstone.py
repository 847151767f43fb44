"""The governance card of a team: twenty fields, each with an honest answer."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum

from workshop_studio.domain.errors import RuleBroken

TITLE_BOUND = 80
WHO_BOUND = 60
WHY_BOUND = 120


class AnswerState(StrEnum):
    """Empty is only a draft; the other three are answers."""

    EMPTY = "empty"
    ANSWERED = "answered"
    NOT_KNOWN = "not-known"
    DOES_NOT_APPLY = "does-not-apply"


class Section(StrEnum):
    """The parts of the card in reading order."""

    PURPOSE = "Purpose and people"
    DATA = "Data and analysis"
    CHOICE = "Fairness and choice"
    WATCHING = "Watching and stopping"
    OPEN = "Open questions"


@dataclass(frozen=True, slots=True)
class CardField:
    """One field: stable key, label, section, bound in user-visible characters, help, a start.

    is_rows: each line is one row, "what | limit".
    """

    key: str
    label: str
    section: Section
    bound: int
    help: str
    start: str
    is_needed: bool = True
    is_rows: bool = False


FIELDS: tuple[CardField, ...] = (
    CardField("purpose", "What it is for", Section.PURPOSE, 200,
              "In one or two sentences: what does it do, and for which decision?",
              "It suggests …, so that …"),
    CardField("users_affected", "Who uses it, and who is affected", Section.PURPOSE, 220,
              "Name the people who use it, and the people it is used on.",
              "Used by … Affects …"),
    CardField("not_for", "Not for", Section.PURPOSE, 160,
              "What must nobody use it for?", "Never for …"),
    CardField("user_value", "User value", Section.PURPOSE, 220,
              "What gets better for the user, and how would you notice?",
              "A person can … in … instead of …"),
    CardField("business_goal", "Business goal and measure", Section.PURPOSE, 160,
              "Which goal does this serve? Which number should move, from what to what?",
              "From … to … within …"),
    CardField("data_collected", "Data we collect", Section.DATA, 280,
              "List the data. Mark what is about a person. Mark what is sensitive.",
              "… (personal), …"),
    CardField("data_source", "Where data comes from", Section.DATA, 160,
              "Source, dates, and who may share it.", "From …, since …"),
    CardField("analysis", "How we analyse it", Section.DATA, 280,
              "Say it so that a colleague outside data science can follow.",
              "We compare …, and when … we …"),
    CardField("dq_top3", "Data-quality checks, the three we would not launch without",
              Section.DATA, 240, "One check a line: what you check | the limit.",
              "Rows failing the check | below 2 %", is_rows=True),
    CardField("limits", "Known limits", Section.DATA, 200,
              "When does it fail, and what does failing look like?", "It fails when …"),
    CardField("fairness", "Who could lose out, and our check", Section.CHOICE, 240,
              "One group a line: the group and what goes wrong for it | the limit of your test.",
              "Irregular shoppers: bad guesses | gap below 8 points", is_rows=True),
    CardField("privacy", "Privacy", Section.CHOICE, 220,
              "What do you leave out, how long do you keep it, who can see it?",
              "Kept for … days. Seen by …"),
    CardField("consent", "Consent", Section.CHOICE, 110,
              "How do people agree, and to what?", "Start with the moment they say yes"),
    CardField("transparency", "Transparency", Section.CHOICE, 110,
              "How do people learn that this is used on them?",
              "Start with the moment they see it"),
    CardField("control", "Control", Section.CHOICE, 110,
              "How can people see, correct or question a result?", "They can …"),
    CardField("opt_out", "Opt-out", Section.CHOICE, 110,
              "How can people say no, and what happens then?", "One switch in …; then …"),
    CardField("oversight", "Human oversight", Section.CHOICE, 160,
              "Who can overrule or stop it? Name the role.", "The … can … at any time"),
    CardField("monitoring", "Monitoring after launch", Section.WATCHING, 240,
              "One signal a line: signal, how often, who acts | the limit.",
              "Opt-outs, weekly, marketing lead | above 2 %", is_rows=True),
    CardField("incident", "If something goes wrong", Section.WATCHING, 240,
              "First step, stop switch, and who is told.", "1. Switch off … 2. Tell …"),
    CardField("open_questions", "Open questions", Section.OPEN, 140,
              "What would you ask an expert next?", "How would we notice …?", is_needed=False),
)  # fmt: skip
BY_KEY = {field.key: field for field in FIELDS}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a team says in one field. note: who finds out, or why it does not apply."""

    state: AnswerState = AnswerState.EMPTY
    text: str = ""
    note: str = ""

    @property
    def is_given(self) -> bool:
        """Return whether this counts as an answer; "does not apply" needs its reason."""
        if self.state is AnswerState.ANSWERED:
            return bool(self.text.strip())
        if self.state is AnswerState.DOES_NOT_APPLY:
            return bool(self.note.strip())
        return self.state is AnswerState.NOT_KNOWN


EMPTY = Answer()


def both(theirs: Answer, ours: Answer) -> Answer:
    """Return one answer that holds two texts for the same field, one below the other."""
    texts = dict.fromkeys(t for t in (theirs.text.strip(), ours.text.strip()) if t)
    notes = dict.fromkeys(n for n in (theirs.note.strip(), ours.note.strip()) if n)
    state = AnswerState.ANSWERED if texts else ours.state
    return Answer(state, "\n".join(texts), "; ".join(notes))


@dataclass(frozen=True, slots=True)
class Capstone:
    """A team's capstone: the card's head and its answers by field key."""

    id: str
    team_id: str
    title: str = ""
    owner: str = ""
    answers: tuple[tuple[str, Answer], ...] = ()
    revision: int = 1

    def answer(self, key: str) -> Answer:
        """Return the answer in a field, an empty one when nothing was said."""
        return next((answer for name, answer in self.answers if name == key), EMPTY)

    def with_answer(self, key: str, answer: Answer) -> Capstone:
        """Return the capstone with one answer changed and the next revision.

        Raises RuleBroken("unknown-field"). Text over the bound is kept as it is, never cut.
        """
        if key not in BY_KEY:
            raise RuleBroken("unknown-field", field=key)
        others = tuple((name, given) for name, given in self.answers if name != key)
        return replace(self, answers=(*others, (key, answer)), revision=self.revision + 1)

    def with_head(self, title: str, owner: str) -> Capstone:
        """Return the capstone with another title and owner."""
        return replace(self, title=title, owner=owner, revision=self.revision + 1)

    def progress(self, section: Section) -> tuple[int, int]:
        """Return how many of a section's fields are answered, and how many there are."""
        fields = [field for field in FIELDS if field.section is section]
        return sum(self.answer(field.key).is_given for field in fields), len(fields)

    @property
    def open_count(self) -> int:
        """Return how many needed fields have no answer yet."""
        return sum(f.is_needed and not self.answer(f.key).is_given for f in FIELDS)


def card_rows(text: str) -> tuple[tuple[str, str], ...]:
    """Return (left, right) for each line of a rows field, "left | right"; right may be ""."""
    rows = []
    for line in text.splitlines():
        left, _, right = line.partition("|")
        if left.strip() or right.strip():
            rows.append((left.strip(), right.strip()))
    return tuple(rows)


def visible_length(text: str) -> int:
    """Return the length in user-visible characters after trimming.

    An approximation of extended grapheme clusters with the standard library: combining marks,
    joiners, variation selectors, emoji modifiers and pairs of regional indicators add nothing.
    Source: Unicode Standard Annex 29, without its tables for Indic conjuncts.
    """
    count, joined, flags = 0, False, 0
    for letter in text.strip().replace("\r\n", "\n"):
        code = ord(letter)
        if 0x1F1E6 <= code <= 0x1F1FF:
            flags += 1
            count += flags % 2
            joined = False
            continue
        flags = 0
        extends = (
            unicodedata.category(letter) in {"Mn", "Me", "Mc"}
            or code in {0x200D, 0x200C}
            or 0xFE00 <= code <= 0xFE0F
            or 0x1F3FB <= code <= 0x1F3FF
        )
        if extends and count:
            joined = code == 0x200D
            continue
        count += 0 if joined else 1
        joined = False
    return count
