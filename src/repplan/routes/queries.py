"""Ask who is due, where they are met, what is planned already, and how they were found before."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from repplan.accounts.model import Account
from repplan.day import Group, Person, QueueItem
from repplan.due import cadence, people, promises, sharing
from repplan.due.rules import person_terms
from repplan.errors import N_
from repplan.records import dataclass
from repplan.routes.model import Door
from repplan.store.rows import select, to_model

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable

    from repplan.day import Term
    from repplan.due.today import Today

_MOST = 200
"""So many of each group of the queue are looked at: more than a week holds many times over."""

_SOON_DAYS = 7
"""Whoever is planned within so many days behind the plan is left to that visit."""

_STUCK = 40
_NEW_READ = 120
"""Of those never met, so many are read; the nearest of them are offered."""

IN_VAIN = 3
"""After so many visits in a row without being seen, another way is proposed."""

_WORKS_THERE = (
    "(w.from_on IS NULL OR w.from_on <= :last) AND (w.until_on IS NULL OR w.until_on > :first)"
)
"""Whether an affiliation holds on some day from a first to a last."""

NEVER_MET = N_("never met")


def due_items(db: sqlite3.Connection, day: Today, until: date) -> dict[str, tuple[QueueItem, ...]]:
    """Return provider id → what makes a visit to them due up to a day, the best first.

    What is owed, whose gap has passed or ends by then, whose next step is missing, who should hear
    news. Whoever has a planned visit is among them only for what is owed before it.
    """
    owed = promises.owed(db, day, until, most=_MOST)
    last = until.isoformat()
    items = [
        *owed.near.items,
        *(one for one in owed.later if (one.due_on or "") <= last),
        *cadence.reconnect(db, day, most=_MOST).items,
        *cadence.soon(db, day, until, most=_MOST).items,
        *cadence.no_next_step(db, day, most=_STUCK).items,
        *sharing.news(db, day),
    ]
    found: dict[str, list[QueueItem]] = {}
    for item in items:
        if item.person is None or not _is_before_plan(day, item, until):
            continue
        found.setdefault(item.person.id, []).append(item)
    return {
        one: tuple(sorted(theirs, key=lambda item: (-item.score, item.ref)))
        for one, theirs in found.items()
    }


def _is_before_plan(day: Today, item: QueueItem, until: date) -> bool:
    """Whether somebody has no plan behind these days, or is owed something long before it."""
    planned = day.planned.get(item.person.id) if item.person else None
    if planned is None:
        return True
    is_owed = item.group is Group.PROMISES and item.due_on is not None
    return is_owed and (date.fromisoformat(planned) - until).days > _SOON_DAYS


def never_met(
    db: sqlite3.Connection,
    day: Today,
    cities: Collection[str],
    accounts: Collection[str],
    areas: Collection[str] = (),
    *,
    days: tuple[date, date],
) -> dict[str, tuple[QueueItem, ...]]:
    """Return provider id → the one item of those never met who work in these towns or accounts.

    ``days`` are the first and the last on which they are to be there. ``areas`` are the beginnings of postcodes.
    """
    rows = db.execute(
        f"SELECT DISTINCT {people.COLUMNS}, EXISTS (SELECT 1 FROM objective o "
        "WHERE o.provider_id = p.id AND o.result = 'open') AS has_objective "
        f"FROM account a JOIN affiliation w ON w.account_id = a.id AND {_WORKS_THERE} "
        "JOIN provider p ON p.id = w.provider_id "
        "WHERE (a.id IN (SELECT value FROM json_each(:accounts)) "
        "OR a.city COLLATE NOCASE IN (SELECT value FROM json_each(:cities)) "
        "OR substr(a.postcode, 1, 3) IN (SELECT value FROM json_each(:areas))) "
        "AND a.state = 'active' AND p.last_contact_on IS NULL "
        "AND p.state IN ('active', 'unverified') AND p.role <> 'colleague' "
        "AND (p.snoozed_until IS NULL OR p.snoozed_until <= :today) "
        "AND p.id NOT IN (SELECT value FROM json_each(:booked)) "
        "ORDER BY p.tier IS NULL, p.tier, p.ref LIMIT :most",
        {
            "accounts": json.dumps(sorted(accounts)),
            "areas": json.dumps(sorted(areas)),
            "cities": json.dumps(sorted(cities), ensure_ascii=False),
            "today": day.iso,
            "booked": day.booked,
            **_span(days),
            "most": _NEW_READ,
        },
    )
    found: dict[str, tuple[QueueItem, ...]] = {}
    for row in rows:
        one = Person(*tuple(row)[:6])
        terms = person_terms(day.settings, tier=one.tier, has_objective=bool(row["has_objective"]))
        found[one.id] = (_item(one, terms),)
    return found


def _item(one: Person, why: tuple[Term, ...]) -> QueueItem:
    return QueueItem(
        ref=one.ref,
        group=Group.RECONNECT,
        kind="new",
        what=NEVER_MET,
        person=one,
        account="",
        due_on=None,
        overdue_days=0,
        why=why,
    )


def doors_of(
    db: sqlite3.Connection, ids: Collection[str], days: tuple[date, date]
) -> dict[str, tuple[Door, ...]]:
    """Return provider id → where they are met from the first to the last day, the primary place first."""
    rows = db.execute(
        "SELECT w.provider_id, w.account_id, a.name, w.department, w.building, w.floor, w.room, "
        "w.hours, w.from_on, w.until_on "
        "FROM affiliation w JOIN account a ON a.id = w.account_id "
        "WHERE w.provider_id IN (SELECT value FROM json_each(:ids)) "
        f"AND {_WORKS_THERE} AND a.state <> 'closed' "
        "ORDER BY w.is_primary DESC, w.from_on, w.id",
        {"ids": json.dumps(sorted(ids)), **_span(days)},
    )
    found: dict[str, tuple[Door, ...]] = {}
    for one, account_id, name, *where in rows:
        door = Door(account_id, name, *(each or "" for each in where))
        found[one] = (*found.get(one, ()), door)
    return found


def _span(days: tuple[date, date]) -> dict[str, str]:
    first, last = days
    return {"first": first.isoformat(), "last": last.isoformat()}


def accounts_of(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, Account]:
    """Return account id → account."""
    rows = db.execute(
        f"{select(Account, 'account')} WHERE t.id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(set(ids))),),
    )
    return {row["id"]: to_model(Account, row) for row in rows}


def address_keys(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, str]:
    """Return account id → what two spellings of its address share; only of those that have one."""
    rows = db.execute(
        "SELECT id, address_key FROM account WHERE id IN (SELECT value FROM json_each(?)) "
        "AND address_key IS NOT NULL AND address_key <> ''",
        (json.dumps(sorted(set(ids))),),
    )
    return {row[0]: row[1] for row in rows}


def best_times(db: sqlite3.Connection, ids: Collection[str]) -> dict[str, str]:
    """Return provider id → their best times, as somebody wrote them down."""
    rows = db.execute(
        "SELECT id, best_times FROM provider WHERE id IN (SELECT value FROM json_each(?)) "
        "AND best_times IS NOT NULL",
        (json.dumps(sorted(ids)),),
    )
    return {row[0]: row[1] for row in rows}


@dataclass(frozen=True)
class InVain:
    """The last visits to somebody, all without being seen: how many, and on which weekdays."""

    count: int
    weekdays: frozenset[int]
    channel: str = ""


def in_vain(db: sqlite3.Connection, ids: Collection[str]) -> dict[str, InVain]:
    """Return provider id → their last visits, of those not seen three times in a row or more."""
    rows = db.execute(
        "SELECT provider_id, on_date, outcome, preferred_channel FROM ("
        "SELECT vp.provider_id, v.on_date, v.outcome, p.preferred_channel, "
        "row_number() OVER (PARTITION BY vp.provider_id "
        "ORDER BY v.on_date DESC, v.start_at DESC, v.id DESC) AS nth "
        "FROM json_each(?) j CROSS JOIN visit_provider vp ON vp.provider_id = j.value "
        "JOIN visit v ON v.id = vp.visit_id JOIN provider p ON p.id = vp.provider_id "
        "WHERE v.state IN ('logged', 'filed') AND v.channel = 'in-person') "
        "WHERE nth <= 12 ORDER BY provider_id, nth",
        (json.dumps(sorted(ids)),),
    )
    tries: dict[str, list[tuple[str, str, str]]] = {}
    for one, on, outcome, channel in rows:
        tries.setdefault(one, []).append((on, outcome, channel or ""))
    return {one: vain for one, theirs in tries.items() if (vain := _vain(theirs))}


def _vain(tries: list[tuple[str, str, str]]) -> InVain | None:
    first = next((at for at, one in enumerate(tries) if one[1] != "no-see"), len(tries))
    if first < IN_VAIN:
        return None
    days = frozenset(date.fromisoformat(one[0]).isoweekday() for one in tries[:first])
    return InVain(first, days, tries[0][2])


def logged_on(db: sqlite3.Connection, day: str) -> list[tuple[str, str, str, int | None]]:
    """Return the day's visits that were logged with a start, the last first.

    Shape: account id (may be empty), start (UTC instant), visit id, minutes they took.
    """
    rows = db.execute(
        "SELECT coalesce(account_id, ''), start_at, id, coalesce(minutes, minutes_planned) "
        "FROM visit WHERE state IN ('logged', 'filed') AND on_date = ? AND start_at IS NOT NULL "
        "AND channel = 'in-person' ORDER BY start_at DESC, id",
        (day,),
    )
    return [tuple(row) for row in rows]


def called_off(db: sqlite3.Connection, days: Collection[date]) -> dict[str, tuple[date, ...]]:
    """Return provider id → those of the days for which a visit to them was cancelled."""
    rows = db.execute(
        "SELECT vp.provider_id, v.on_date FROM visit v JOIN visit_provider vp "
        "ON vp.visit_id = v.id WHERE v.state = 'cancelled' "
        "AND v.on_date IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(day.isoformat() for day in days)),),
    )
    found: dict[str, tuple[date, ...]] = {}
    for one, on in rows:
        found[one] = (*found.get(one, ()), date.fromisoformat(on))
    return found


def met_on(db: sqlite3.Connection, day: str) -> set[str]:
    """Return the ids of those with a visit on a day that is logged."""
    rows = db.execute(
        "SELECT vp.provider_id FROM visit v JOIN visit_provider vp ON vp.visit_id = v.id "
        "WHERE v.on_date = ? AND v.state IN ('logged', 'filed')",
        (day,),
    )
    return {row[0] for row in rows}
