"""What every section of a brief is asked with."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from repplan.records import dataclass

if TYPE_CHECKING:
    import sqlite3

    from repplan.clock import Clock
    from repplan.providers.model import Provider
    from repplan.visits.model import Visit


@dataclass(frozen=True)
class Door:
    """What every section is asked with: the store, the time, and whom it is about.

    ``account_id`` is where the visit is, ``main_account_id`` where the provider mainly works.
    """

    db: sqlite3.Connection
    clock: Clock
    language: str
    provider: Provider | None
    account_id: str | None
    visit: Visit | None
    main_account_id: str | None = None

    @property
    def today(self) -> date:
        """The local day."""
        return self.clock.today

    @property
    def on(self) -> date:
        """The day of the visit: the planned one's, else today."""
        return date.fromisoformat(self.visit.on_date) if self.visit else self.clock.today
