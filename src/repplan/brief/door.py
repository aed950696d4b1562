"""What every section of a brief is asked with."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from repplan.records import dataclass
from repplan.visits.talk import Talk, talk_with

if TYPE_CHECKING:
    import sqlite3

    from repplan.clock import Clock
    from repplan.providers.model import Provider
    from repplan.visits.model import Visit


@dataclass(frozen=True)
class Door:
    """What every section is asked with: the store, the time, and whom it is about.

    ``account_id`` is where the visit is, ``main_account_id`` where the provider mainly works.
    ``depth`` is how long the message may take: 20s, 2m or 10m.
    """

    db: sqlite3.Connection
    clock: Clock
    language: str
    provider: Provider | None
    account_id: str | None
    visit: Visit | None
    main_account_id: str | None = None
    depth: str = "20s"

    @property
    def today(self) -> date:
        """The local day."""
        return self.clock.today

    @property
    def on(self) -> date:
        """The day of the visit: the planned one's, else today."""
        return date.fromisoformat(self.visit.on_date) if self.visit else self.clock.today

    @cached_property
    def talk(self) -> Talk | None:
        """What to talk about, chosen once for all sections; None for a group."""
        if self.provider is None:
            return None
        on = self.on.isoformat()
        return talk_with(
            self.db, self.provider, on=on, visit=self.visit, account_id=self.account_id
        )
