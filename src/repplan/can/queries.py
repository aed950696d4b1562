"""Ask what may be done with somebody, or with a group at an account: every reason."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from repplan.accounts import queries as accounts
from repplan.can.booked import NOWHERE, Place, asked_on, places_of
from repplan.can.case import Case, Sampling, Wish
from repplan.can.model import IS_PLANNED, MEAL, OWN, SAMPLE, TELL, VISIT, Answer, Reason
from repplan.can.rules import answer
from repplan.can.visiting import HOSPITALS, cases
from repplan.clock import from_instant
from repplan.config import read_settings
from repplan.consents import queries as consents
from repplan.consents.model import REACHING
from repplan.policies.load import policy_of
from repplan.reception import queries as reception
from repplan.reception.rules import counting
from repplan.records import replace
from repplan.safety import queries as safety
from repplan.samples import queries as samples
from repplan.samples.rules import most_within
from repplan.spending.queries import year_total
from repplan.store.refs import short_ref
from repplan.visits import queries as visits

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from datetime import date, time

    from repplan.accounts.model import Account
    from repplan.clock import Clock
    from repplan.policies.model import Policy
    from repplan.providers.model import Provider
    from repplan.visits.model import Visit


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


def may_visit(
    db: sqlite3.Connection,
    clock: Clock,
    provider: Provider,
    *,
    on: date,
    account_id: str | None = None,
) -> Answer:
    """Return whether a provider may be visited on a day, and every reason.

    A visit that is planned with them then is asked about as it is planned, and told first.
    """
    one = visits.planned_on(db, on.isoformat(), [provider.id], None)
    if one is None:
        return may(db, clock, provider, on=on, account_id=account_id)
    found = may(
        db,
        clock,
        provider,
        on=on,
        account_id=one.account_id,
        department=one.department,
        origin=one.origin,
        start=_hour_of(one),
        channel=one.channel,
        heads=one.heads,
        moving=one,
    )
    return _with_plan(db, found, one)


def may_visit_there(
    db: sqlite3.Connection, clock: Clock, account_id: str, department: str, *, on: date
) -> tuple[Account, Answer]:
    """Return an account, and whether it receives a group on a day: as ``may_visit`` of people."""
    one = visits.planned_on(db, on.isoformat(), (), account_id, department)
    if one is None:
        return may_there(db, clock, account_id, department, on=on)
    people = visits.provider_ids(db, one.id)
    account, found = may_there(db, clock, account_id, one.department or department, on=on,
                               start=_hour_of(one), with_ids=people, heads=one.heads,
                               moving=one)  # fmt: skip
    return account, _with_plan(db, found, one)


def _hour_of(visit: Visit) -> time | None:
    return from_instant(visit.start_at).time() if visit.start_at else None


def _with_plan(db: sqlite3.Connection, found: Answer, visit: Visit) -> Answer:
    facts = (
        ("ref", short_ref(db, "visit", visit.ref)),
        ("start_at", visit.start_at),
        ("appointment", visit.appointment),
        ("agreed_with", visit.agreed_with),
    )
    return replace(
        found, what=VISIT, reasons=(Reason(IS_PLANNED, OWN, TELL, facts), *found.reasons)
    )


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
) -> tuple[Account, Answer]:
    """Return an account, and whether it, or a department of it, receives a group on a day."""
    account = accounts.account(db, account_id)
    today = clock.today.isoformat()
    case = Case(
        name=account.name,
        state="active",
        now=clock.now,
        policy=policy_of(db),
        workdays=read_settings(db).workdays,
        place=account.name,
        is_hospital=account.kind in HOSPITALS,
        rule=counting(reception.rules_of(db, account_id, department, today), department),
        colleagues=_colleagues(db, "", on.isoformat(), with_ids),
        asked_on=asked_on(moving),
        heads=heads,
    )
    wish = Wish(VISIT, start=start, is_group=True)
    return account, answer(case, wish, on)


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
    place = _place(db, provider, account_id or _planned_at(db, provider.id, on.isoformat()),
                   department, today)  # fmt: skip
    found = cases(
        db,
        clock,
        {provider.id: (provider.name, provider.state)},
        {provider.id: place},
        on,
        but=moving.id if moving else "",
    )
    report = next(iter(safety.of_provider(db, provider.id)), None)
    case = replace(
        found[provider.id],
        asked_on=asked_on(moving),
        heads=heads,
        report=(report.ref, report.due_at) if report else None,
        colleagues=_colleagues(db, provider.id, on.isoformat(), with_ids),
    )
    if what in REACHING:
        known = consents.reach(db, [provider.id], today)
        address = tuple(known.addresses.get(provider.id, {}).items())
        case = replace(case, consents=known.records.get(provider.id, ()), address=address)
    if what == SAMPLE:
        case = replace(case, sampling=_sampling(db, provider.id, on, case.policy))
    if what == MEAL:
        currency = case.policy.text("spend.currency") or ""
        case = replace(case, given=year_total(db, provider.id, on.year, currency))
    return case


def _place(
    db: sqlite3.Connection, provider: Provider, account_id: str | None, department: str, today: str
) -> Place:
    """Where they are seen: at this account, else where they mainly work, in their department."""
    theirs: list[Place] = []
    if account_id is None or not department:
        theirs = places_of(db, [provider.id], today).get(provider.id, [])
        if account_id is None and not theirs:
            return NOWHERE
        account_id = account_id or theirs[0].account_id
    account = accounts.account(db, account_id)
    here = (one.department for one in theirs if one.account_id == account_id)
    return Place(account.id, account.name, account.kind, department or next(here, ""))


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
    days = int(policy.number("samples.max_days") or 0)
    there = [
        one
        for one in samples.stock(db, day)
        if one.lot.expires_on is None or one.lot.expires_on >= day
    ]
    products = {one.lot.product_id: one.lot.product for one in there} if days else {}
    return Sampling(
        is_on=samples.is_on(db),
        licence=samples.licence_state(db, provider_id, day),
        taken=tuple(
            (name, most_within(samples.dropped(db, provider_id, product_id), day, days))
            for product_id, name in products.items()
        ),
        lots=tuple(
            (one.lot.product, one.lot.number, one.lot.expires_on, one.balance)
            for one in there
            if one.balance > 0
        ),
    )
