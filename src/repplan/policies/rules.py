"""Which facts are due to be looked at again: pure functions of a policy and today."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from repplan.policies.model import OWN

if TYPE_CHECKING:
    from repplan.policies.model import Fact, Policy

STALE = "policy.stale_days"


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


def own_facts(policy: Policy) -> list[Fact]:
    """Return the facts that the employer's own file sets, by name."""
    return [one for one in policy.every() if one.layer == OWN]
