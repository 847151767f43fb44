"""From a table as a system exports it to people: headers in many languages, every oddity named."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from workshop_studio.domain.cohort import Person, Side


class Field(StrEnum):
    """What a column means."""

    IGNORE = "ignore"
    NAME = "name"
    GIVEN_NAME = "given name"
    FAMILY_NAME = "family name"
    MAIL = "mail"
    FUNCTION = "function"
    MANAGER = "manager"


@dataclass(frozen=True, slots=True)
class RosterTable:
    """A table of texts. header_row, and the numbers of rows, count lines of the file from 1."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    row_numbers: tuple[int, ...]
    header_row: int
    source: str


@dataclass(frozen=True, slots=True)
class RowProblem:
    """What was odd in a row; kept says whether the person is still taken."""

    row: int
    column: str
    text: str
    is_kept: bool


@dataclass(frozen=True, slots=True)
class Understanding:
    """The people of a table and everything that was odd about it."""

    people: tuple[Person, ...]
    problems: tuple[RowProblem, ...]


# Headers in English, German, French, Polish, Spanish, Dutch and Italian, folded to bare letters.
_HEADERS: dict[Field, tuple[str, ...]] = {
    Field.GIVEN_NAME: ("firstname", "givenname", "forename", "vorname", "prenom", "imie", "nombre",
                       "voornaam", "nome"),
    Field.FAMILY_NAME: ("lastname", "surname", "familyname", "nachname", "familienname", "nom",
                        "nazwisko", "apellido", "apellidos", "achternaam", "cognome"),
    Field.NAME: ("name", "fullname", "participant", "participantname", "displayname", "teilnehmer",
                 "imieinazwisko", "nometprenom", "naam", "user", "learner", "student"),
    Field.MAIL: ("mail", "email", "emailaddress", "mailadresse", "emailadresse", "courriel",
                 "adresseemail", "adressemail", "adresemail", "correo", "workemail"),
    Field.FUNCTION: ("function", "role", "jobtitle", "title", "position", "department", "team",
                     "abteilung", "funktion", "rolle", "fonction", "service", "poste", "metier",
                     "stanowisko", "dzial", "funkcja", "puesto", "functie", "ruolo", "bereich"),
    Field.MANAGER: ("manager", "linemanager", "supervisor", "vorgesetzter", "vorgesetzte",
                    "fuhrungskraft", "responsable", "przelozony", "przelozona", "jefe", "kierownik",
                    "managername"),
}  # fmt: skip
_SIDES: dict[Side, tuple[str, ...]] = {
    side: tuple(words.split())
    for side, words in {
        Side.GUARDIAN: "legal recht jurist juridi prawn privacy datenschutz security sicherheit "
        "bezpiecz securite risk risiko ryzyk risque compliance audit conformite revision ochron",
        Side.BUILDER: "data daten donnees dane danych ml machine engineer entwickl software "
        "develop inzynier ingenie programist technik it analyt analys platform infrastru "
        "backend devops architek",
        Side.CUSTOMER_FACING: "product produkt produit design projekt marketing support kunden "
        "customer client klient sales vertrieb ventes sprzedaz research ux courier content brand "
        "service commercial obslug kommunikation communication",
    }.items()
}
_TOTALS = ("summe", "gesamt", "total", "razem", "suma", "totaal", "totale", "anzahl")
_MAIL = re.compile(r"^[^@\s,;]+@[^@\s,;]+\.[^@\s,;.]+$")
_PARTICLES = {"van", "von", "de", "der", "den", "du", "la", "le", "di", "da", "del", "zu", "af"}
_MOST_HEADERS = 6
_FOLDS = str.maketrans("łøßđæœ", "losdao")


def folded(text: str) -> str:
    """Return a text in small letters without accents."""
    flat = unicodedata.normalize("NFKD", text.casefold().translate(_FOLDS))
    return "".join(c for c in flat if not unicodedata.combining(c))


def guess_columns(table: RosterTable) -> tuple[Field, ...]:
    """Return what each column most likely means, by its header and then by its content."""
    plan: list[Field] = []
    for place, header in enumerate(table.header):
        bare = re.sub(r"[^a-z]", "", folded(header))
        field = next((f for f, names in _HEADERS.items() if bare in names), Field.IGNORE)
        if field is Field.IGNORE:
            cells = [row[place] for row in table.rows if place < len(row) and row[place]]
            if cells and sum("@" in cell for cell in cells) * 2 > len(cells):
                field = Field.MAIL
        if field is not Field.IGNORE and field in plan:
            field = Field.IGNORE
        plan.append(field)
    return tuple(plan)


def header_choices(table: RosterTable) -> tuple[int, ...]:
    """Return the numbers of the rows that may be the header, 0 for none; at most six and none."""
    return (*(number for number, _ in _lines(table)[:-1][:_MOST_HEADERS]), 0)


def with_header(table: RosterTable, row: int) -> RosterTable:
    """Return the table with another row as its header, 0 for none: then nobody is lost above it."""
    lines = _lines(table)
    place = next((n for n, (number, _) in enumerate(lines) if number == row), -1)
    names = lines[place][1] if place >= 0 else ()
    names += ("",) * (len(table.header) - len(names))
    return RosterTable(
        tuple(name or f"column {n}" for n, name in enumerate(names, start=1)),
        tuple(cells for _, cells in lines[place + 1 :]),
        tuple(number for number, _ in lines[place + 1 :]),
        lines[place][0] if place >= 0 else 0,
        table.source,
    )


def _lines(table: RosterTable) -> list[tuple[int, tuple[str, ...]]]:
    head = [(table.header_row, table.header)] if table.header_row else []
    return [*head, *zip(table.row_numbers, table.rows, strict=True)]


def choose_column(plan: tuple[Field, ...], column: int, field: Field) -> tuple[Field, ...]:
    """Return the plan with a column meaning `field`; a column that meant it before is ignored."""
    rest = [Field.IGNORE if field is not Field.IGNORE and f is field else f for f in plan]
    rest[column] = field
    return tuple(rest)


def is_usable(plan: tuple[Field, ...]) -> bool:
    """Return whether a plan finds names; without one nobody can be taken."""
    return any(f in plan for f in (Field.NAME, Field.FAMILY_NAME, Field.GIVEN_NAME))


def side_of(function: str) -> Side:
    """Return where a function stands, UNKNOWN when its words are not known."""
    found = re.findall(r"[a-z]+", folded(function))
    for side, stems in _SIDES.items():
        for stem in stems:
            is_short = len(stem) <= 2
            if (stem in found) if is_short else any(w.startswith(stem) for w in found):
                return side
    return Side.UNKNOWN


def tidy_name(text: str) -> str:
    """Return a name as people write it: capitals become title case, "Family, Given" is turned."""
    name = " ".join(text.split())
    if name.count(",") == 1:
        family, given = (part.strip() for part in name.split(","))
        if family and given:
            name = f"{given} {family}"
    return " ".join(_tidy_word(word) for word in name.split())


def _tidy_word(word: str) -> str:
    letters = [c for c in word if c.isalpha()]
    if len(letters) < 2 or not all(c.isupper() for c in letters):
        return word
    if word.casefold() in _PARTICLES:
        return word.casefold()
    titled = re.sub(r"[^\W\d_]+", lambda m: m.group(0)[:1].upper() + m.group(0)[1:].lower(), word)
    return re.sub(r"^Mc([a-z])", lambda m: "Mc" + m.group(1).upper(), titled)


def understand(table: RosterTable, plan: tuple[Field, ...]) -> Understanding:
    """Return the people of a table under a plan; good rows are always kept, problems all listed."""
    people: list[Person] = []
    problems: list[RowProblem] = []
    by_mail: dict[str, int] = {}
    names: dict[str, int] = {}
    for row, number in zip(table.rows, table.row_numbers, strict=True):
        cells = _cells(row, plan)
        name = _name(cells)
        if not any(cells.values()):
            continue
        if _is_total(name, cells):
            problems.append(RowProblem(number, "", "is a total, not a person", is_kept=False))
            continue
        if not name:
            problems.append(RowProblem(number, "name", "has no name", is_kept=False))
            continue
        mail = _checked_mail(cells[Field.MAIL], number, problems)
        person = Person(
            name, mail, cells[Field.FUNCTION], side_of(cells[Field.FUNCTION]),
            tidy_name(cells[Field.MANAGER]),
        )  # fmt: skip
        if mail and mail.casefold() in by_mail:
            place = by_mail[mail.casefold()]
            people[place] = _merged(people[place], person)
            text = f"is {people[place].name} again; both rows became one"
            problems.append(RowProblem(number, "mail", text, is_kept=True))
            continue
        if name.casefold() in names:
            text = f"has the name of row {names[name.casefold()]}; kept as two people"
            problems.append(RowProblem(number, "name", text, is_kept=True))
        names.setdefault(name.casefold(), number)
        if mail:
            by_mail[mail.casefold()] = len(people)
        people.append(person)
    return Understanding(tuple(people), tuple(problems))


def _cells(row: tuple[str, ...], plan: tuple[Field, ...]) -> dict[Field, str]:
    cells = dict.fromkeys(Field, "")
    for field, cell in zip(plan, row, strict=False):
        if field is not Field.IGNORE and not cells[field]:
            cells[field] = " ".join(cell.split())
    return cells


def _name(cells: dict[Field, str]) -> str:
    whole = cells[Field.NAME]
    if not whole:
        whole = f"{cells[Field.GIVEN_NAME]} {cells[Field.FAMILY_NAME]}".strip()
    elif cells[Field.GIVEN_NAME] and not cells[Field.FAMILY_NAME]:
        whole = f"{cells[Field.GIVEN_NAME]} {whole}"
    return tidy_name(whole)


def _is_total(name: str, cells: dict[Field, str]) -> bool:
    first = folded(name).partition(" ")[0].strip(":")
    return first in _TOTALS and "@" not in cells[Field.MAIL]


def _checked_mail(mail: str, number: int, problems: list[RowProblem]) -> str:
    if not mail:
        problems.append(RowProblem(number, "mail", "has no mail address", is_kept=True))
        return ""
    if not _MAIL.match(mail):
        text = f"has a mail address that cannot be right ({mail}); taken without it"
        problems.append(RowProblem(number, "mail", text, is_kept=True))
        return ""
    return mail


def _merged(one: Person, again: Person) -> Person:
    side = one.side if one.side is not Side.UNKNOWN else again.side
    return Person(
        one.name, one.mail, one.function or again.function, side, one.manager or again.manager
    )
