"""Ask whether people may be visited: of many at once what refuses it, and how the cap stands."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from repplan.can.booked import NOWHERE, happened_with, places_of, plans_with
from repplan.can.case import Case, Wish
from repplan.can.model import VISIT, Reason
from repplan.can.rules import cap, months_before, next_possible, refusal
from repplan.config import read_settings
from repplan.policies.load import policy_of
from repplan.reception import queries as reception
from repplan.reception.rules import counting
from repplan.records import replace
from repplan.workdays import Workdays

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Mapping
    from datetime import date

    from repplan.can.booked import Place
    from repplan.clock import Clock
    from repplan.policies.model import Policy
    from repplan.providers.model import Provider

    States = Mapping[str, tuple[str, str]]
    """Provider id → name and state."""

HOSPITALS = frozenset({"hospital", "health system"})
"""Kinds of account where a policy may ask for a filing."""


def refused_on(
    db: sqlite3.Connection, clock: Clock, provider_ids: Collection[str], on: date
) -> dict[str, Reason]:
    """Return provider id → what refuses an unsolicited visit on a day; who isn't in it may be seen.

    ``next_on`` of the reason is the next possible day, None: none by itself.
    """
    rows = db.execute(
        "SELECT id, name, state FROM provider WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(provider_ids)),),
    )
    states = {row[0]: (row[1], row[2]) for row in rows}
    today = clock.today.isoformat()
    places = {one: there[0] for one, there in places_of(db, states, today).items()}
    wish = Wish(VISIT)
    found: dict[str, Reason] = {}
    for one, case in cases(db, clock, states, places, on).items():
        reason = refusal(case, wish, on)
        if reason is not None:
            found[one] = replace(reason, next_on=next_possible(case, wish, on))
    return found


def cases(
    db: sqlite3.Connection,
    clock: Clock,
    states: States,
    places: Mapping[str, Place],
    on: date,
    *,
    but: str = "",
) -> dict[str, Case]:
    """Return what visits to people hang on, each at their place; ``but`` is no plan of theirs."""
    today = clock.today.isoformat()
    policy = policy_of(db)
    happened = _happened(db, clock, policy, states, on)
    rules = reception.rules_by_account(db, {one.account_id for one in places.values()}, today)
    plans = plans_with(db, states, today, but)
    workdays = read_settings(db).workdays
    return {
        one: Case(
            name=name,
            state=state,
            now=clock.now,
            policy=policy,
            workdays=workdays,
            place=place.name,
            is_hospital=place.kind in HOSPITALS,
            rule=counting(rules.get(place.account_id, ()), place.department),
            happened=happened.get(one, ()),
            booked=plans.get(one, ()),
        )
        for one, (name, state) in states.items()
        for place in (places.get(one, NOWHERE),)
    }


def cap_of(
    db: sqlite3.Connection, clock: Clock, provider: Provider, *, on: date, origin: str | None
) -> Reason | None:
    """Return what the cap on visits says of one on a day; None: it says nothing."""
    policy = policy_of(db)
    ids = [provider.id]
    case = Case(
        name=provider.name,
        state=provider.state,
        now=clock.now,
        policy=policy,
        workdays=Workdays(),
        happened=_happened(db, clock, policy, ids, on).get(provider.id, ()),
        booked=plans_with(db, ids, clock.today.isoformat()).get(provider.id, ()),
    )
    return next(cap(case, Wish(VISIT, origin=origin), on), None)


def _happened(
    db: sqlite3.Connection, clock: Clock, policy: Policy, ids: Collection[str], on: date
) -> dict[str, tuple[date, ...]]:
    months = int(policy.number("visits.unsolicited_months") or 0)
    since = months_before(min(on, clock.today), months)
    return happened_with(db, ids, since.isoformat()) if months else {}
