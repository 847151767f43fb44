"""Session packs and roster files, without saying how they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from workshop_studio.domain.pack import Shelf


class PackLibrary(Protocol):
    """The packs that this computer has."""

    def shelf(self) -> Shelf:
        """Return all packs; broken ones are listed with their problems."""
        ...
