"""What every section of a brief is asked with."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from repplan.accounts import queries as accounts
from repplan.i18n.daysshown import iso_short
from repplan.inquiries import queries as inquiries
from repplan.products import queries as products
from repplan.providers import queries as providers
from repplan.records import dataclass
from repplan.visits.talk import Talk, talk_with

if TYPE_CHECKING:
    import sqlite3

    from repplan.accounts.model import Account
    from repplan.clock import Clock
    from repplan.inquiries.model import Inquiry
    from repplan.products.model import Coverage
    from repplan.providers.model import Affiliation, Provider
    from repplan.visits.model import Visit


@dataclass(frozen=True)
class Door:
    """What every section is asked with: the store, the time, and whom it is about.

    What several of them need is read once. ``depth`` is how long the message may take: 20s, 2m or
    10m.
    """

    db: sqlite3.Connection
    clock: Clock
    language: str
    provider: Provider | None
    visit: Visit | None
    depth: str

    @property
    def today(self) -> date:
        """The local day."""
        return self.clock.today

    @property
    def on(self) -> date:
        """The day of the visit: the planned one's, else today."""
        return date.fromisoformat(self.visit.on_date) if self.visit else self.clock.today

    @cached_property
    def places(self) -> list[Affiliation]:
        """Where the provider works, the main place first; none for a group."""
        if self.provider is None:
            return []
        return providers.affiliations(self.db, self.provider.id, self.today.isoformat())

    @property
    def account_id(self) -> str | None:
        """Where the visit is, else where the provider mainly works; None: unknown."""
        at = self.visit.account_id if self.visit else None
        return at or (self.places[0].account_id if self.places else None)

    @cached_property
    def account(self) -> Account | None:
        """The account where the visit is."""
        return accounts.account(self.db, self.account_id) if self.account_id else None

    @cached_property
    def inquiries(self) -> list[Inquiry]:
        """The provider's inquiries that wait for somebody; none for a group."""
        return inquiries.of_provider(self.db, self.provider.id) if self.provider else []

    @cached_property
    def coverage(self) -> list[Coverage]:
        """Who pays for the product to talk about where the visit is; none before there is one."""
        product_id = self.talk.product_id if self.talk else None
        return self.coverage_on(product_id, self.on.isoformat()) if product_id else []

    def coverage_on(self, product_id: str, on: str) -> list[Coverage]:
        """Return who pays for a product where the visit is, on a day (ISO)."""
        return products.coverage(
            self.db, product_id=product_id, account_id=self.account_id, today=on
        )

    def day(self, iso: str | None) -> str:
        """Return a stored day as a screen shows it; empty where there is none."""
        return iso_short(iso, self.today, self.language)

    @cached_property
    def talk(self) -> Talk | None:
        """What to talk about, chosen once for all sections; None for a group."""
        if self.provider is None:
            return None
        on = self.on.isoformat()
        return talk_with(
            self.db, self.provider, on=on, visit=self.visit, account_id=self.account_id
        )
