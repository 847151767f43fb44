"""A real workspace in a temporary folder, with hand-moved time and cheap passphrases."""

from __future__ import annotations

from workshop_studio.app.bootstrap import open_studio
from workshop_studio.domain.cohort import Person, Side
from workshop_studio.vault.argon_vault import ArgonVault

SIDES = (Side.BUILDER, Side.CUSTOMER_FACING, Side.GUARDIAN)


def some_people(count=12):
    return tuple(
        Person(f"Sample {n}", f"sample{n}@example.org", f"function {n % 5}", SIDES[n % 3])
        for n in range(1, count + 1)
    )


def a_studio(tmp_path, clock, *, with_session=True):
    studio = open_studio(tmp_path / "w.sqlite", clock, vault=ArgonVault(memory_kib=64, passes=1))
    if with_session and not studio.cohorts.cohorts():
        cohort = studio.cohorts.create("Autumn")
        studio.cohorts.import_people(cohort.id, some_people())
        studio.cohorts.balance(cohort.id)
        studio.planning.plan(cohort.id, "ask-early", clock.now().utc, "Europe/Berlin")
    return studio
