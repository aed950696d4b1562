"""Ask what may be done with somebody: for one, whole; for many at once, only what refuses."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from repplan.accounts import queries as accounts
from repplan.can.booked import NO_PLANS, NOWHERE, asked_on, places_of, plans_of
from repplan.can.case import Case, Given, Sampling
from repplan.can.model import MEAL, SAMPLE, VISIT, Answer, Reason
from repplan.can.rules import Wish, answer, months_before, next_possible, refusal
from repplan.config import read_settings
from repplan.consents import queries as consents
from repplan.consents.model import REACHING
from repplan.policies.load import policy_of
from repplan.reception import queries as reception
from repplan.reception.rules import counting
from repplan.records import dataclass, replace
from repplan.samples import queries as samples

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Mapping, Sequence
    from datetime import time

    from repplan.clock import Clock
    from repplan.policies.model import Policy
    from repplan.providers.model import Provider
    from repplan.reception.model import ReceptionRule
    from repplan.visits.model import Visit

_HOSPITALS = frozenset({"hospital", "health system"})
"""Kinds of account where a policy may ask for a filing."""

_HAPPENED = (
    "SELECT l.provider_id, v.on_date FROM visit_provider l JOIN visit v ON v.id = l.visit_id "
    "WHERE l.provider_id IN (SELECT value FROM json_each(?)) "
    "AND v.state IN ('logged', 'filed') AND v.outcome IN ('seen', 'brief') "
    "AND (v.origin IS NULL OR v.origin IN ('', 'unsolicited')) "
    "AND v.channel NOT IN ('email', 'message') AND v.on_date > ? ORDER BY v.on_date"
)
"""Visits that count against a cap: unsolicited ones, or of unknown origin, that happened."""


def may(  # noqa: PLR0913 - who, when, what, where
    db: sqlite3.Connection,
    clock: Clock,
    provider: Provider,
    *,
    on: date,
    what: str = VISIT,
    account_id: str | None = None,
    department: str = "",
    origin: str | None = None,
    start: time | None = None,
    with_ids: Sequence[str] = (),
    channel: str | None = None,
    heads: int | None = None,
    moving: Visit | None = None,
) -> Answer:
    """Return whether something may be done with a provider on a day, and every reason.

    ``account_id``: where; None: where a visit is planned that day, else where they mainly work.
    ``origin``, ``start``, ``channel`` and ``heads`` are the visit's; ``with_ids`` who else comes
    along. ``moving``: the planned visit that is to be so: it speaks against nothing.
    """
    what = channel if what == VISIT and channel in REACHING else what
    case = case_of(
        db,
        clock,
        provider,
        on=on,
        what=what,
        account_id=account_id,
        department=department,
        with_ids=with_ids,
        heads=heads,
        moving=moving,
    )
    is_remote = channel not in {None, "", "in-person"}
    return answer(case, Wish(what, origin=origin, start=start, is_remote=is_remote), on)


@dataclass(frozen=True)
class There:
    """What may be done with a group at an account: its name and ref, and the answer."""

    name: str
    ref: str
    answer: Answer


def may_there(  # noqa: PLR0913 - where, when, with whom
    db: sqlite3.Connection,
    clock: Clock,
    account_id: str,
    department: str,
    *,
    on: date,
    start: time | None = None,
    with_ids: Sequence[str] = (),
    heads: int | None = None,
    moving: Visit | None = None,
) -> There:
    """Return whether an account, or a department of it, receives a visit to a group on a day."""
    account = accounts.account(db, account_id)
    today = clock.today.isoformat()
    case = Case(
        name=account.name,
        ref=account.ref,
        state="active",
        now=clock.now,
        policy=policy_of(db),
        workdays=read_settings(db).workdays,
        place=account.name,
        is_hospital=account.kind in _HOSPITALS,
        rule=counting(reception.rules_of(db, account_id, department, today), department),
        colleagues=_colleagues(db, "", on.isoformat(), with_ids),
        asked_on=asked_on(moving),
        heads=heads,
    )
    wish = Wish(VISIT, start=start, is_group=True)
    return There(account.name, account.ref, answer(case, wish, on))


def case_of(  # noqa: PLR0913 - who, when, what, where
    db: sqlite3.Connection,
    clock: Clock,
    provider: Provider,
    *,
    on: date,
    what: str = VISIT,
    account_id: str | None = None,
    department: str = "",
    with_ids: Sequence[str] = (),
    heads: int | None = None,
    moving: Visit | None = None,
) -> Case:
    """Return all that an answer about a provider hangs on."""
    today = clock.today.isoformat()
    policy = policy_of(db)
    place_id = account_id or _planned_at(db, provider.id, on.isoformat())
    if place_id is None or not department:
        places = places_of(db, [provider.id], today).get(provider.id, [])
        place_id = place_id or (places[0].account_id if places else None)
        here = [one.department for one in places if one.account_id == place_id]
        department = department or (here[0] if here else "")
    account = accounts.account(db, place_id) if place_id else None
    rules = reception.rules_of(db, place_id, department, today) if place_id else []
    months = int(policy.number("visits.unsolicited_months") or 0)
    since = months_before(min(on, clock.today), months).isoformat()
    happened = _happened(db, [provider.id], since) if months else {}
    plans = plans_of(db, [provider.id], today, moving.id if moving else "")
    plan = plans.get(provider.id, NO_PLANS)
    case = Case(
        name=provider.name,
        ref=provider.ref,
        state=provider.state,
        now=clock.now,
        policy=policy,
        workdays=read_settings(db).workdays,
        place=account.name if account else "",
        is_hospital=bool(account and account.kind in _HOSPITALS),
        rule=counting(rules, department),
        happened=happened.get(provider.id, ()),
        booked=plan.booked,
        planned=plan.counted,
        asked_on=asked_on(moving),
        heads=heads,
        report=_report(db, provider.id),
        colleagues=_colleagues(db, provider.id, on.isoformat(), with_ids),
    )
    if what in REACHING:
        known = consents.reach(db, [provider.id], today)
        address = tuple(known.addresses.get(provider.id, {}).items())
        case = replace(case, consents=known.records.get(provider.id, ()), address=address)
    if what == SAMPLE:
        case = replace(case, sampling=_sampling(db, provider.id, on, policy))
    if what == MEAL:
        case = replace(case, given=_given(db, provider.id, on.year, policy))
    return case


def refused_on(
    db: sqlite3.Connection, clock: Clock, provider_ids: Collection[str], on: date
) -> dict[str, Reason]:
    """Return provider id → what refuses an unsolicited visit on a day; who isn't in it may be seen.

    ``next_on`` of the reason is the next possible day, None: none by itself. Where no rule says
    anything (no cap, no reception rule, nobody who sees no reps) it is empty at the price of a few
    look-ups.
    """
    ids = list(dict.fromkeys(provider_ids))
    if not ids:
        return {}
    policy = policy_of(db)
    has_cap = policy.fact("visits.unsolicited_max") is not None
    has_rules = reception.has_rules(db)
    states = _states(db, ids)
    closed = [one for one in ids if states.get(one, ("", "", ""))[2] in {"left", "no-see"}]
    if not (has_cap or has_rules or closed):
        return {}
    asked = ids if has_cap or has_rules else closed
    wish = Wish(VISIT)
    found: dict[str, Reason] = {}
    for one, case in _cases(db, clock, policy, asked, states, on).items():
        reason = refusal(case, wish, on)
        if reason is not None:
            found[one] = replace(reason, next_on=next_possible(case, wish, on))
    return found


def _cases(  # noqa: PLR0917 - what was read of all of them already
    db: sqlite3.Connection,
    clock: Clock,
    policy: Policy,
    ids: Sequence[str],
    states: Mapping[str, tuple[str, str, str]],
    on: date,
) -> dict[str, Case]:
    today = clock.today.isoformat()
    months = int(policy.number("visits.unsolicited_months") or 0)
    since = months_before(min(on, clock.today), months).isoformat()
    happened = _happened(db, ids, since) if months else {}
    places = {one: there[0] for one, there in places_of(db, ids, today).items()}
    rules = reception.rules_by_account(db, {one.account_id for one in places.values()}, today)
    plans = plans_of(db, ids, today)
    workdays = read_settings(db).workdays
    found = {}
    for one in ids:
        name, ref, state = states.get(one, ("", "", ""))
        place = places.get(one, NOWHERE)
        plan = plans.get(one, NO_PLANS)
        found[one] = Case(
            name=name,
            ref=ref,
            state=state,
            now=clock.now,
            policy=policy,
            workdays=workdays,
            place=place.name,
            is_hospital=place.kind in _HOSPITALS,
            rule=_rule_at(rules.get(place.account_id, ()), place.department),
            happened=happened.get(one, ()),
            booked=plan.booked,
            planned=plan.counted,
        )
    return found


def _rule_at(rules: Sequence[ReceptionRule], department: str) -> ReceptionRule | None:
    return counting(rules, department) if rules else None


def _states(db: sqlite3.Connection, ids: Sequence[str]) -> dict[str, tuple[str, str, str]]:
    rows = db.execute(
        "SELECT id, name, ref, state FROM provider WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    return {row[0]: (row[1], row[2], row[3]) for row in rows}


def _report(db: sqlite3.Connection, provider_id: str) -> tuple[str, str] | None:
    """A provider's first open safety report: its ref, and when it is due."""
    row = db.execute(
        "SELECT ref, due_at FROM safety_report "
        "WHERE state = 'open' AND provider_id = ? ORDER BY due_at LIMIT 1",
        (provider_id,),
    ).fetchone()
    return (row[0], row[1]) if row else None


def _happened(
    db: sqlite3.Connection, ids: Sequence[str], since: str
) -> dict[str, tuple[date, ...]]:
    found: dict[str, tuple[date, ...]] = {}
    for one, day in db.execute(_HAPPENED, (json.dumps(list(ids)), since)):
        found[one] = (*found.get(one, ()), date.fromisoformat(day))
    return found


def _planned_at(db: sqlite3.Connection, provider_id: str, on: str) -> str | None:
    row = db.execute(
        "SELECT v.account_id FROM visit v JOIN visit_provider l ON l.visit_id = v.id "
        "WHERE v.state = 'planned' AND v.on_date = ? AND l.provider_id = ? LIMIT 1",
        (on, provider_id),
    ).fetchone()
    return row[0] if row else None


def _colleagues(db: sqlite3.Connection, provider_id: str, on: str, with_ids: Sequence[str]) -> int:
    """How many of the rep's team come along: those named, or those of the visit that is planned."""
    row = db.execute(
        "SELECT count(DISTINCT p.id) FROM provider p WHERE p.role = 'colleague' "
        "AND (p.id IN (SELECT value FROM json_each(?)) OR p.id IN ("
        "SELECT o.provider_id FROM visit v JOIN visit_provider l ON l.visit_id = v.id "
        "JOIN visit_provider o ON o.visit_id = v.id "
        "WHERE v.state = 'planned' AND v.on_date = ? AND l.provider_id = ?))",
        (json.dumps(list(with_ids)), on, provider_id),
    ).fetchone()
    return int(row[0])


def _sampling(db: sqlite3.Connection, provider_id: str, on: date, policy: Policy) -> Sampling:
    day = on.isoformat()
    licence = samples.licence_state(db, provider_id, day)
    there = [
        one
        for one in samples.stock(db, day)
        if one.lot.expires_on is None or one.lot.expires_on >= day
    ]
    since = date.fromordinal(
        on.toordinal() - int(policy.number("samples.max_days") or 0)
    ).isoformat()
    taken = [
        (
            one.lot.product,
            sum(
                pieces
                for at, pieces in samples.dropped(db, provider_id, one.lot.product_id)
                if since < at <= day
            ),
        )
        for one in {one.lot.product_id: one for one in there}.values()
    ]
    return Sampling(
        is_on=samples.is_on(db),
        licence=licence.state,
        licence_until=licence.expires_on,
        stock=sum(one.balance for one in there),
        taken=tuple(taken),
        lots=tuple(
            (one.lot.product, one.lot.number, one.lot.expires_on, one.balance)
            for one in there
            if one.balance > 0
        ),
    )


def _given(db: sqlite3.Connection, provider_id: str, year: int, policy: Policy) -> Given:
    currency = policy.text("spend.currency")
    rows = db.execute(
        "SELECT g.currency, sum(h.minor) FROM spend_share h JOIN spend g ON g.id = h.spend_id "
        "WHERE h.provider_id = ? AND g.on_date >= ? AND g.on_date < ? GROUP BY g.currency",
        (provider_id, f"{year}-01-01", f"{year + 1}-01-01"),
    ).fetchall()
    known = {row[0]: row[1] for row in rows}
    others = tuple(sorted(one for one in known if one != currency))
    return Given(int(known.get(currency, 0)), others)
