"""Ask what the store knows already of the people and places in a file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from repplan.exchange.ics_people import People, person
from repplan.exchange.model import Cell, Known
from repplan.i18n.names import read_who
from repplan.text import fold

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable

_MOST_NAMESAKES = 20_000


def by_npi(db: sqlite3.Connection, npis: Collection[str]) -> dict[str, Known]:
    """Return NPI → provider, for those of these NPIs that somebody has."""
    rows = db.execute(
        "SELECT * FROM provider WHERE npi IN (SELECT value FROM json_each(?))",
        (json.dumps(list(npis)),),
    )
    return {str(one.cells["npi"]): one for one in _known(db, rows)}


def by_licence(
    db: sqlite3.Connection, licences: Collection[tuple[str, str]]
) -> dict[tuple[str, str], Known]:
    """Return licence (region, number) → provider, for those of these licences that are held."""
    numbers = json.dumps([number for _region, number in licences])
    wanted = set(licences)
    rows = db.execute(
        "SELECT region, number, provider_id FROM licence "
        "WHERE number IN (SELECT value FROM json_each(?))",
        (numbers,),
    )
    holders = {(row[0], row[1]): row[2] for row in rows if (row[0], row[1]) in wanted}
    people = by_id(db, holders.values())
    return {licence: people[holder] for licence, holder in holders.items()}


def by_id(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, Known]:
    """Return id → provider."""
    rows = db.execute(
        "SELECT * FROM provider WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    return {one.id: one for one in _known(db, rows)}


def by_name(db: sqlite3.Connection, name: str) -> list[Known]:
    """Return the providers who answer to the longest word of this name."""
    words = read_who(name).words
    if not words:
        return []
    rows = db.execute(
        "SELECT p.* FROM name_key k JOIN provider p ON p.id = k.provider_id WHERE k.key = ? "
        "ORDER BY p.id",
        (max(words, key=len),),
    )
    return _known(db, rows)


def without_npi(db: sqlite3.Connection) -> dict[tuple[str, str], str]:
    """Return (first name, family name), folded → ref, of providers who have no NPI."""
    rows = db.execute(
        "SELECT given_name, family_name, ref FROM provider WHERE npi IS NULL AND family_name <> '' "
        f"AND role <> 'colleague' LIMIT {_MOST_NAMESAKES}"
    )
    return {name_key(row[0], row[1]): row[2] for row in rows}


def name_key(given: str, family: str) -> tuple[str, str]:
    """Return what two spellings of a name share: the first given name and the family name."""
    return fold(given).partition(" ")[0], fold(family)


def accounts_by_key(
    db: sqlite3.Connection, keys: Collection[str]
) -> dict[str, list[dict[str, Cell]]]:
    """Return address key → what names the open accounts there, the oldest first."""
    rows = db.execute(
        "SELECT id, ref, name, street, city, address_key FROM account WHERE address_key IN (SELECT value FROM json_each(?)) "
        "AND state = 'active' ORDER BY id",
        (json.dumps(list(keys)),),
    )
    found: dict[str, list[dict[str, Cell]]] = {}
    for row in rows:
        found.setdefault(row["address_key"], []).append(dict(row))
    return found


def account_cells(db: sqlite3.Connection, account_id: str) -> dict[str, Cell]:
    """Return all cells of one account."""
    return dict(db.execute("SELECT * FROM account WHERE id = ?", (account_id,)).fetchone())


def accounts_by_name(db: sqlite3.Connection, name: str) -> list[dict[str, Cell]]:
    """Return what names the open accounts of this name, the oldest first."""
    rows = db.execute(
        "SELECT id, ref, name, street, city FROM account WHERE folded = ? AND state = 'active' ORDER BY id",
        (fold(name),),
    )
    return [dict(row) for row in rows]


def _known(db: sqlite3.Connection, rows: Iterable[sqlite3.Row]) -> list[Known]:
    people = {row["id"]: Known(dict(row)) for row in rows}
    ids = json.dumps(list(people))
    places = db.execute(
        "SELECT w.*, a.name AS account, a.address_key FROM affiliation w "
        "JOIN account a ON a.id = w.account_id "
        "WHERE w.provider_id IN (SELECT value FROM json_each(?)) "
        "ORDER BY w.until_on IS NOT NULL, w.id",
        (ids,),
    )
    for place in places:
        people[place["provider_id"]].places.append(dict(place))
    licences = db.execute(
        "SELECT provider_id, region, number FROM licence "
        "WHERE provider_id IN (SELECT value FROM json_each(?))",
        (ids,),
    )
    for provider_id, region, number in licences:
        people[provider_id].licences.add((region, number))
    return list(people.values())


def people(db: sqlite3.Connection) -> People:
    """Return all whom an appointment may be with: who has left and colleagues are none."""
    found = People()
    for row in db.execute(
        "SELECT id, ref, name, given_name, family_name, native_name, title, email FROM provider "
        "WHERE state <> 'left' AND role <> 'colleague'"
    ):
        found.add(person(*row))
    return found
