"""Who got it, as the public file of payments asks for a recipient."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.accounts import queries as accounts
from repplan.providers import queries as providers
from repplan.spending.open_payments import Recipient

if TYPE_CHECKING:
    import sqlite3


def recipient(db: sqlite3.Connection, provider_id: str, on: str) -> Recipient:
    """Return a provider with where they mainly work; empty where it isn't known."""
    who = providers.provider(db, provider_id)
    works_at = providers.affiliations(db, provider_id, on)
    place = accounts.account(db, works_at[0].account_id) if works_at else None
    regions = (one.region for one in providers.licences(db, provider_id) if one.region)
    return Recipient(
        role=who.role,
        given_name=who.given_name or ("" if who.family_name else who.name),
        family_name=who.family_name,
        npi=who.npi or "",
        specialty=who.specialties[0] if who.specialties else "",
        street=(place.street or "") if place else "",
        city=(place.city or "") if place else "",
        state=(place.region or "") if place else "",
        postcode=(place.postcode or "") if place else "",
        country=(place.country or "") if place else "",
        licence_states=tuple(dict.fromkeys(regions)),
    )
