"""Ask about consent: may somebody be reached, and by which record; for one, and for many at once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from repplan.consents import rules
from repplan.consents.model import REACHING, Consent, Standing
from repplan.policies.load import policy_of
from repplan.records import dataclass
from repplan.store.rows import select, to_model

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Mapping

    from repplan.policies.model import Policy

_SELECT = (
    f"{select(Consent, 'consent', {'provider': 'p.name'})} JOIN provider p ON p.id = t.provider_id"
)
_NEWEST = "ORDER BY t.given_on DESC, t.id DESC"
_ADDRESSES = "SELECT id, email, phone FROM provider WHERE id IN (SELECT value FROM json_each(?))"
"""Where they are reached: by e-mail, and by calls and messages."""


@dataclass(frozen=True)
class Reach:
    """Who may be reached on a day, of all who were asked about: read at once.

    ``records`` is provider id → what is on record; ``policy`` says what each channel needs;
    ``addresses`` are provider id → channel → where they are reached, as far as it is known.
    """

    on: str
    policy: Policy
    records: Mapping[str, tuple[Consent, ...]]
    addresses: Mapping[str, Mapping[str, str]]

    def standing(
        self, provider_id: str, channel: str, *, value: str = "", topic: str = ""
    ) -> Standing:
        """Return whether one of them may be reached on a channel; on others than ours always.

        ``value`` is the address it goes to; empty: the one that is known of them. ``topic`` is what
        it is about, in any words.
        """
        if channel not in REACHING:
            return Standing()
        return rules.standing(
            self.records.get(provider_id, ()),
            channel,
            self.on,
            fact=self.policy.fact(f"consent.{channel}"),
            value=value or self.address(provider_id, channel),
            topic=topic,
        )

    def address(self, provider_id: str, channel: str) -> str:
        """Return where somebody is reached on a channel; empty: it isn't known."""
        return self.addresses.get(provider_id, {}).get(channel, "")

    def outs(self, one: Consent) -> list[Consent]:
        """Return the no that keeps a yes from counting, where there is one."""
        said = self.standing(one.provider_id, one.channel, value=one.value, topic=one.topic)
        found = said.consent
        return [found] if one.is_in and found is not None and not found.is_in else []


def reach(db: sqlite3.Connection, provider_ids: Collection[str], on: str) -> Reach:
    """Return what is on record of many, and where each is reached, in two queries by index."""
    ids = json.dumps(list(provider_ids))
    records: dict[str, tuple[Consent, ...]] = {}
    rows = db.execute(
        f"{_SELECT} WHERE t.provider_id IN (SELECT value FROM json_each(?)) {_NEWEST}",
        (ids,),
    )
    for row in rows:
        one = to_model(Consent, row)
        records[one.provider_id] = (*records.get(one.provider_id, ()), one)
    places = db.execute(_ADDRESSES, (ids,))
    addresses = {
        identity: {"email": email or "", "phone": phone or "", "message": phone or ""}
        for identity, email, phone in places
    }
    return Reach(on, policy_of(db), records, addresses)


def consent(db: sqlite3.Connection, consent_id: str) -> Consent:
    """Return one consent by its id."""
    return to_model(Consent, db.execute(f"{_SELECT} WHERE t.id = ?", (consent_id,)).fetchone())


def consents(
    db: sqlite3.Connection, provider_id: str | None = None, *, on: str | None = None
) -> list[Consent]:
    """Return the consents of one provider or of all, the newest first.

    ``on`` (ISO day) leaves out those that were ended by then; one that ran out stays.
    """
    rows = db.execute(
        f"{_SELECT} WHERE (?1 IS NULL OR t.provider_id = ?1) "
        f"AND (?2 IS NULL OR t.until_on IS NULL OR t.until_on > ?2) {_NEWEST}",
        (provider_id, on),
    )
    return [to_model(Consent, row) for row in rows]


def same_as(
    db: sqlite3.Connection,
    provider_id: str,
    channel: str,
    *,
    value: str,
    topic: str,
    is_in: bool,
    on: str,
) -> Consent | None:
    """Return the consent that says the same already and hasn't ended; None: there is none."""
    return next(
        (
            one
            for one in consents(db, provider_id, on=on)
            if (one.channel, one.topic, one.is_in) == (channel, topic, is_in)
            and rules.bare_address(one.value) == rules.bare_address(value)
            and not one.has_expired(on)
        ),
        None,
    )
