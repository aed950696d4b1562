"""Put a provider's cadence off until a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.errors import NotAhead
from repplan.providers import queries
from repplan.store.write import change

if TYPE_CHECKING:
    from datetime import date

    from repplan.providers.model import Provider
    from repplan.store.work import Work


def snooze_provider(work: Work, provider_id: str, until: date, because: str | None) -> Provider:
    """Return the provider, out of the cold list until a day; promises to them stay in sight.

    Raises: NotAhead for a day that isn't to come.
    """
    if until <= work.today:
        raise NotAhead(until.isoformat())
    cells = {"snoozed_until": until.isoformat(), "snoozed_because": because}
    change(work, "provider", provider_id, cells)
    return queries.provider(work.db, provider_id)
