"""The facilitator's passphrase: it opens and leaves the station."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.events import SettingsChanged
from workshop_studio.domain.journal import SHORTEST_PASSPHRASE

if TYPE_CHECKING:
    from workshop_studio.ports.unit_of_work import UnitOfWork
    from workshop_studio.ports.vault import Vault
    from workshop_studio.services.event_bus import EventBus

_SETTING = "facilitator_passphrase"


class StationLock:
    """Sets and checks the facilitator's passphrase; only a slow salted hash is stored."""

    def __init__(self, unit_of_work: UnitOfWork, vault: Vault, bus: EventBus) -> None:
        self._unit_of_work = unit_of_work
        self._vault = vault
        self._bus = bus

    def is_set(self) -> bool:
        """Return whether a passphrase was chosen; without one the station cannot be opened."""
        with self._unit_of_work.reading() as work:
            return bool(work.settings.get(_SETTING))

    def choose(self, passphrase: str, current: str = "") -> None:
        """Set the passphrase; a change needs the current one.

        Raises RuleBroken("passphrase-short") or RuleBroken("passphrase-wrong").
        """
        if len(passphrase) < SHORTEST_PASSPHRASE:
            raise RuleBroken("passphrase-short", least=SHORTEST_PASSPHRASE)
        if self.is_set():
            self.require(current)
        fingerprint = self._vault.fingerprint(passphrase)
        with self._unit_of_work.writing() as work:
            work.settings.put(_SETTING, fingerprint)
            work.commit()
        self._bus.publish(SettingsChanged(_SETTING))

    def require(self, passphrase: str) -> None:
        """Return when it is the right one; raises RuleBroken("passphrase-wrong")."""
        with self._unit_of_work.reading() as work:
            fingerprint = work.settings.get(_SETTING)
        if fingerprint is None or not self._vault.matches(fingerprint, passphrase):
            raise RuleBroken("passphrase-wrong")
