"""Ask for the map of an account: a handful of statements, however many people work there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from repplan.accounts import queries as accounts
from repplan.i18n.dates import Interval
from repplan.providers import queries as providers
from repplan.providers.model import Provider
from repplan.records import replace
from repplan.relations import queries
from repplan.relations.model import BLOCKER, SKEPTIC, AccountMap, PersonMap, Spot
from repplan.relations.rules import differing, standing
from repplan.relations.thin import thin, threads
from repplan.store.refs import short_ref
from repplan.store.rows import to_model

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence
    from datetime import date

    from repplan.accounts.model import Account
    from repplan.relations.model import AnyMap, Relation, Stance

_AMONG = "IN (SELECT value FROM json_each(:ids))"


def map_of(db: sqlite3.Connection, side: Provider | Account, today: date) -> AnyMap:
    """Return the map of an account, or the one round a person."""
    if isinstance(side, Provider):
        return person_map(db, side, today)
    return account_map(db, side.id, today)


def account_map(db: sqlite3.Connection, account_id: str, today: date) -> AccountMap:
    """Return the map of an account on a day."""
    account = accounts.account(db, account_id)
    year_ago = Interval(months=12).after(today, -1).isoformat()
    spots = _spots(db, account_id, today.isoformat(), year_ago)
    ids = [one.id for one in spots]
    stances = queries.stances_by_person(db, ids)
    contacts = _contacts(db, ids, year_ago)
    spots = [
        replace(_stood(one, stances.get(one.id, ()), account_id), contacts=contacts.get(one.id, 0))
        for one in spots
    ]
    relations = queries.relations_among(db, ids, today.isoformat(), with_left=True)
    doubting = [one.id for one in spots if one.stands in {SKEPTIC, BLOCKER}]
    answered_on = _answered_on(db, doubting) if doubting else {}
    gone = _gone(db, relations)
    seen = threads(spots, year_ago)
    return AccountMap(
        account=account,
        as_of=today,
        spots=tuple(spots),
        short_ref=short_ref(db, "account", account.ref),
        relations=tuple(relations),
        names=_names(spots, relations),
        gone=tuple(gone),
        threads=seen,
        thin=thin(spots, relations, seen, answered_on, gone),
        parts=_parts(db, account_id),
    )


def person_map(db: sqlite3.Connection, provider: Provider, today: date) -> PersonMap:
    """Return the map round one person on a day."""
    on = today.isoformat()
    relations = queries.relations_among(db, [provider.id], on, with_left=True)
    others = {one.other_id if one.provider_id == provider.id else one.provider_id
              for one in relations}  # fmt: skip
    places = dict.fromkeys(
        place.account_id for place in providers.affiliations(db, provider.id, on)
    )
    return PersonMap(
        provider=provider,
        as_of=today,
        short_ref=short_ref(db, "provider", provider.ref),
        stances=tuple(queries.stances(db, [provider.id])),
        relations=tuple(relations),
        others=queries.stances_now(db, sorted(others)),
        gone=tuple(_gone(db, relations)),
        given=tuple(queries.given_to(db, provider.id)),
        accounts=tuple(account_map(db, account_id, today) for account_id in places),
    )


def _spots(db: sqlite3.Connection, account_id: str, today: str, year_ago: str) -> list[Spot]:
    """Return who works there, and who did within the last 12 months; without the rep's team.

    Each once: where several places are theirs, the one that is theirs now, the primary one first.
    """
    rows = db.execute(
        f"SELECT p.id, p.ref, p.name, {providers.SHORT_NAME}, p.title, p.role, p.tier, p.state, "
        "w.department, w.role, p.last_contact_on, "
        "p.state <> 'left' AND (w.until_on IS NULL OR w.until_on > :today) AS is_here, 0, NULL, '[]' "
        "FROM affiliation w JOIN provider p ON p.id = w.provider_id "
        "WHERE w.account_id = :account AND p.role <> 'colleague' "
        "AND (w.until_on IS NULL OR w.until_on > :year_ago) "
        "ORDER BY is_here DESC, w.is_primary DESC, p.name, w.id",
        {"account": account_id, "today": today, "year_ago": year_ago},
    )
    found: dict[str, Spot] = {}
    for row in rows:
        found.setdefault(row["id"], to_model(Spot, row))
    return list(found.values())


def _stood(one: Spot, stances: Sequence[Stance], account_id: str) -> Spot:
    """Return somebody's place with where they stand there, in general and on single products."""
    now = standing(stances, account_id=account_id)
    return replace(one, stance=now, differing=differing(stances, now, account_id=account_id))


def _contacts(db: sqlite3.Connection, ids: Sequence[str], since: str) -> dict[str, int]:
    rows = db.execute(
        f"SELECT provider_id, count(*) FROM real_contact WHERE provider_id {_AMONG} "
        "AND on_date >= :since GROUP BY provider_id",
        {"ids": json.dumps(list(ids)), "since": since},
    )
    return {row[0]: row[1] for row in rows}


def _answered_on(db: sqlite3.Connection, ids: Sequence[str]) -> dict[str, str]:
    """Return id → the last day on which an objection of theirs got an answer that didn't fail."""
    rows = db.execute(
        "SELECT l.provider_id, max(v.on_date) FROM visit_provider l "
        "JOIN visit v ON v.id = l.visit_id JOIN visit_objection x ON x.visit_id = v.id "
        f"WHERE l.provider_id {_AMONG} AND v.state IN ('logged', 'filed') "
        "AND coalesce(x.has_landed, x.answer IS NOT NULL) = 1 GROUP BY l.provider_id",
        {"ids": json.dumps(list(ids))},
    )
    return {row[0]: row[1] for row in rows}


def _gone(db: sqlite3.Connection, relations: Iterable[Relation]) -> list[str]:
    """Return the ids of those in the relations who have left."""
    ids = sorted({one for pair in relations for one in (pair.provider_id, pair.other_id)})
    if not ids:
        return []
    rows = db.execute(
        f"SELECT id FROM provider WHERE id {_AMONG} AND state = 'left' ORDER BY name, id",
        {"ids": json.dumps(ids)},
    )
    return [row[0] for row in rows]


def _names(spots: Iterable[Spot], relations: Iterable[Relation]) -> dict[str, str]:
    """Return id → name of all: those of the account by their short name, but for namesakes."""
    names = {}
    for pair in relations:
        names[pair.provider_id], names[pair.other_id] = pair.provider, pair.other
    known = list(spots)
    called = [one.short_name for one in known]
    for one in known:
        names[one.id] = one.name if called.count(one.short_name) > 1 else one.short_name
    return names


def _parts(db: sqlite3.Connection, account_id: str) -> tuple[tuple[str, int], ...]:
    rows = db.execute(
        "SELECT a.name, count(DISTINCT p.id) FROM account a "
        "LEFT JOIN affiliation w ON w.account_id = a.id AND w.until_on IS NULL "
        "LEFT JOIN provider p ON p.id = w.provider_id AND p.state <> 'left' "
        "WHERE a.parent_id = ? AND a.state = 'active' GROUP BY a.id ORDER BY a.name, a.id",
        (account_id,),
    )
    return tuple((row[0], row[1]) for row in rows)
