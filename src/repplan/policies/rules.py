"""Which facts are due to be looked at again: pure functions of a policy and today."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from repplan.policies.load import kind_of
from repplan.policies.model import OWN

if TYPE_CHECKING:
    from repplan.policies.model import Fact, Policy

STALE = "policy.stale_days"
CURRENCY = "spend.currency"


def is_stale(policy: Policy, fact: Fact, today: date) -> bool:
    """Whether nobody has looked at a fact's source for longer than the policy allows."""
    days = policy.number(STALE)
    if days is None:
        return False
    try:
        checked = date.fromisoformat(fact.checked_on)
    except ValueError:
        return True
    return checked + timedelta(days=days) < today


def stale_facts(policy: Policy, today: date) -> list[Fact]:
    """Return the facts that are in force and whose source wants to be looked at again, by name."""
    return [one for one in policy.every() if one.is_in_force and is_stale(policy, one, today)]


_NEEDS = {
    "samples.max_pieces": "samples.max_days",
    "visits.unsolicited_max": "visits.unsolicited_months",
}
"""A limit → the period in which it counts."""


def idle_facts(policy: Policy) -> list[tuple[Fact, str]]:
    """Return the facts in force that count for nothing, each with the fact that it would need."""
    found = []
    for one in policy.every():
        needed = _NEEDS.get(one.name)
        if kind_of(one.name) == "money":
            needed = CURRENCY
        if needed and one.is_in_force and not (policy.number(needed) or policy.text(needed)):
            found.append((one, needed))
    return found


def own_facts(policy: Policy) -> list[Fact]:
    """Return the facts that the employer's own file sets, by name."""
    return [one for one in policy.every() if one.layer == OWN]
