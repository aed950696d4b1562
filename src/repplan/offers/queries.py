"""Ask what a word being typed may mean: few rows by index, quick on the largest store too."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from repplan.i18n.names import read_who
from repplan.offers.model import Item, Person, Place
from repplan.providers.queries import SHORT_NAME, key_range
from repplan.text import fold

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from repplan.i18n.names import Who

MOST = 50
"""Answers to one question: more is no help."""

_KEYS_EACH = 4
_AFTER_REFS = "~"
"""Sorts behind every character of a ref."""

EVERYBODY = "1"
COLLEAGUES = "p.role = 'colleague'"
WITH_FOLLOWUP = "EXISTS (SELECT 1 FROM followup f WHERE f.provider_id = p.id AND f.state = 'open')"
WITH_VISIT = "EXISTS (SELECT 1 FROM visit_provider f WHERE f.provider_id = p.id)"
WITH_OBJECTIVE = (
    "EXISTS (SELECT 1 FROM objective f WHERE f.provider_id = p.id AND f.result = 'open')"
)


def people(db: sqlite3.Connection, who: Who, condition: str = EVERYBODY) -> list[Person]:
    """Return the providers with a name that begins with each of the words; by that name.

    Of more than there is room for, the last one is among them: what all have in common is then
    what those shown have in common, and that is what a shell types for the rep.
    """
    if not who.words:
        return []
    first, *others = sorted(who.words, key=len, reverse=True)
    narrowed, narrowing = _narrowed([key_range(word) for word in others], who.place)
    values = (*key_range(first), *narrowing)
    sql = (
        "SELECT k.provider_id, k.key FROM name_key k JOIN provider p ON p.id = k.provider_id "
        f"WHERE k.key >= ? AND k.key < ? AND p.state <> 'left' AND {condition}{narrowed} "
        "ORDER BY k.key"
    )
    keys: dict[str, list[str]] = {}
    for provider_id, key in db.execute(f"{sql} LIMIT {MOST * _KEYS_EACH}", values):
        keys.setdefault(provider_id, []).append(key)
    chosen = list(keys)[:MOST]
    if len(keys) > MOST:
        last = db.execute(f"{sql} DESC LIMIT 1", values).fetchone()
        keys.setdefault(last[0], [last[1]])
        chosen[-1] = last[0]
    return _details(db, {one: tuple(keys[one]) for one in chosen}, who.place)


def _narrowed(ranges: Sequence[tuple[str, str]], place: str) -> tuple[str, tuple[str, ...]]:
    """Return SQL, and its values, for having a key in each range and working at the place."""
    words = place.split()
    values = [value for limits in ranges for value in limits]
    values += [f"%{word}%" for word in words for _column in range(3)]
    return _HAS_KEY * len(ranges) + _AT_PLACE * len(words), tuple(values)


_HAS_KEY = (
    " AND EXISTS (SELECT 1 FROM name_key x WHERE x.provider_id = k.provider_id "
    "AND x.key >= ? AND x.key < ?)"
)
_AT_PLACE = (
    " AND EXISTS (SELECT 1 FROM affiliation w JOIN account a ON a.id = w.account_id "
    "WHERE w.provider_id = k.provider_id "
    "AND (a.folded LIKE ? OR w.department LIKE ? OR a.city LIKE ?))"
)


def people_near(db: sqlite3.Connection, today: str, condition: str = EVERYBODY) -> list[Person]:
    """Return who is likely meant before a letter is typed, likeliest first.

    Whom a visit is planned with, from today on; then whom the last ones were with; then anybody.
    """
    ids: dict[str, tuple[str, ...]] = {}
    for sql, values in (
        (_PEOPLE_ON.format("v.state = 'planned' AND v.on_date >= ?", "ASC", condition), (today,)),
        (_PEOPLE_ON.format("v.on_date <= ?", "DESC", condition), (today,)),
        (f"SELECT p.id FROM provider p WHERE p.state <> 'left' AND {condition} ORDER BY p.name",
         ()),
    ):  # fmt: skip
        if len(ids) < MOST:
            ids.update((row[0], ()) for row in db.execute(f"{sql} LIMIT {MOST}", values))
    return _details(db, dict(list(ids.items())[:MOST]), "")


_PEOPLE_ON = (
    "SELECT p.id FROM visit v JOIN visit_provider l ON l.visit_id = v.id "
    "JOIN provider p ON p.id = l.provider_id "
    "WHERE {0} AND p.state <> 'left' AND {2} ORDER BY v.on_date {1}"
)


def people_by_ref(db: sqlite3.Connection, typed: str) -> list[Person]:
    """Return the providers whose ref begins so."""
    rows = db.execute(
        f"SELECT id FROM provider WHERE ref >= ? AND ref < ? ORDER BY ref LIMIT {MOST}",
        _ref_range(typed),
    )
    return _details(db, {row[0]: () for row in rows}, "")


def answering(db: sqlite3.Connection, said: str, condition: str = EVERYBODY) -> set[str]:
    """Return the ids of those who answer to these words as a command understands them (WHO).

    Whole names beat their beginnings, those who are here beat those who left. Of many, a few are
    enough to know that it isn't one. ``condition`` says who may be meant at all.
    """
    who = read_who(said)
    for is_whole in (True, False):
        found = _answering(db, who, condition, is_whole=is_whole) if who.words else []
        if found:
            here = {provider_id for provider_id, state in found if state != "left"}
            return here or {provider_id for provider_id, _state in found}
    return set()


def _answering(
    db: sqlite3.Connection, who: Who, condition: str, *, is_whole: bool
) -> list[tuple[str, str]]:
    words = [key_range(word, is_whole=is_whole and len(word) > 1) for word in who.words]
    # The rarest word first: a given name may be that of thousands.
    first, *others = sorted(words, key=lambda limits: _count(db, limits)) if words[1:] else words
    narrowed, values = _narrowed(others, who.place)
    rows = db.execute(
        "SELECT p.id, p.state FROM provider p WHERE p.id IN (SELECT k.provider_id "
        f"FROM name_key k WHERE k.key >= ? AND k.key < ?{narrowed}) AND {condition} LIMIT {_FEW}",
        (*first, *values),
    )
    return [(row[0], row[1]) for row in rows]


_FEW = 5
_COUNTED = 500


def _count(db: sqlite3.Connection, limits: tuple[str, str]) -> int:
    sql = f"SELECT 1 FROM name_key WHERE key >= ? AND key < ? LIMIT {_COUNTED}"
    return int(db.execute(f"SELECT count(*) FROM ({sql})", limits).fetchone()[0])


def _details(db: sqlite3.Connection, keys: dict[str, tuple[str, ...]], place: str) -> list[Person]:
    """Return these people, in this order, each with the place that was asked for, or the main."""
    ids = (json.dumps(list(keys)),)
    places: dict[str, str] = {}
    for provider_id, account, department, city in db.execute(
        "SELECT w.provider_id, a.name, w.department, coalesce(a.city, '') "
        "FROM affiliation w JOIN account a ON a.id = w.account_id "
        "WHERE w.provider_id IN (SELECT value FROM json_each(?)) AND w.until_on IS NULL "
        "ORDER BY w.is_primary DESC, w.id",
        ids,
    ):
        where = fold(f"{account} {department} {city}")
        if all(word in where for word in place.split()):
            places.setdefault(provider_id, account)
    rows = {
        row[0]: row
        for row in db.execute(
            "SELECT id, ref, name, given_name, family_name, native_name, title FROM provider "
            "WHERE id IN (SELECT value FROM json_each(?))",
            ids,
        )
    }
    return [
        Person(
            id=one,
            ref=rows[one]["ref"],
            name=rows[one]["name"],
            given=rows[one]["given_name"],
            family=rows[one]["family_name"],
            native=rows[one]["native_name"],
            title=rows[one]["title"],
            place=places.get(one, ""),
            keys=keys[one],
        )
        for one in keys
    ]


def accounts(db: sqlite3.Connection, typed: str) -> list[Place]:
    """Return the open accounts whose name begins as typed, the last one too; else has it within."""
    name = fold(typed)
    sql = (
        "SELECT a.ref, a.name, coalesce(a.city, ''), (SELECT count(*) FROM account x "
        "WHERE x.folded = a.folded AND x.state = 'active') = 1 FROM account a "
        "WHERE a.state = 'active' AND {} ORDER BY a.folded {} LIMIT {}"
    )
    begun = "a.folded >= ? AND a.folded < ?"
    rows = db.execute(sql.format(begun, "ASC", MOST), key_range(name)).fetchall()
    if len(rows) == MOST:
        rows[-1:] = db.execute(sql.format(begun, "DESC", 1), key_range(name)).fetchall()
    if not rows:
        rows = db.execute(sql.format("instr(a.folded, ?)", "ASC", MOST), (name,)).fetchall()
    return [Place(row[0], row[1], row[2], bool(row[3])) for row in rows]


def accounts_by_ref(db: sqlite3.Connection, typed: str) -> list[Item]:
    """Return the accounts whose ref begins so."""
    sql = (
        "SELECT ref, '', name FROM account WHERE ref >= ? AND ref < ? AND state = 'active' "
        f"ORDER BY ref LIMIT {MOST}"
    )
    return _items(db, sql, _ref_range(typed))


def open_followups(db: sqlite3.Connection, typed: str) -> list[Item]:
    """Return open follow-ups, the nearest due day first; with a ref begun, those by ref."""
    sql = (
        f"SELECT t.ref, coalesce({SHORT_NAME}, a.name, ''), t.what, coalesce(t.due_on, '') "
        "FROM followup t LEFT JOIN provider p ON p.id = t.provider_id "
        f"LEFT JOIN account a ON a.id = t.account_id WHERE {{}} LIMIT {MOST}"
    )
    if typed:
        # The plus keeps SQLite on the index of refs.
        by_ref = "t.ref >= ? AND t.ref < ? AND +t.state = 'open' ORDER BY t.ref"
        return _items(db, sql.format(by_ref), _ref_range(typed))
    dated = sql.format("t.state = 'open' AND t.due_on IS NOT NULL ORDER BY t.due_on")
    undated = sql.format("t.state = 'open' AND t.due_on IS NULL")
    return [*_items(db, dated), *_items(db, undated)][:MOST]


def followups_of(db: sqlite3.Connection, provider_ids: Iterable[str]) -> list[Item]:
    """Return the open follow-ups of these providers."""
    return _items(
        db,
        f"SELECT t.ref, {SHORT_NAME}, t.what, coalesce(t.due_on, '') FROM followup t "
        "JOIN provider p ON p.id = t.provider_id WHERE t.state = 'open' "
        f"AND t.provider_id IN (SELECT value FROM json_each(?)) LIMIT {MOST}",
        (json.dumps(list(provider_ids)),),
    )


def visits(db: sqlite3.Connection, typed: str, today: str) -> list[Item]:
    """Return visits: what is planned from today on, then the last ones; with a ref, those by it."""
    sql = (
        "SELECT t.ref, coalesce((SELECT group_concat("
        f"{SHORT_NAME}, ', ') FROM visit_provider l JOIN provider p ON p.id = l.provider_id "
        "WHERE l.visit_id = t.id), a.name, ''), coalesce(t.outcome, t.state), t.on_date "
        f"FROM visit t LEFT JOIN account a ON a.id = t.account_id WHERE {{}} LIMIT {MOST}"
    )
    if typed:
        by_ref = "t.ref >= ? AND t.ref < ? ORDER BY t.ref"
        return _items(db, sql.format(by_ref), _ref_range(typed))
    planned = "t.state = 'planned' AND t.on_date >= ? ORDER BY t.on_date, t.start_at"
    last = "t.on_date <= ? ORDER BY t.on_date DESC"
    found = [item for part in (planned, last) for item in _items(db, sql.format(part), (today,))]
    return list({item.ref: item for item in found}.values())[:MOST]


def open_objectives(db: sqlite3.Connection, typed: str) -> list[Item]:
    """Return open objectives, the newest first; with a ref begun, those by ref."""
    sql = (
        f"SELECT t.ref, {SHORT_NAME}, t.what, coalesce(t.until_on, '') FROM objective t "
        f"JOIN provider p ON p.id = t.provider_id WHERE {{}} LIMIT {MOST}"
    )
    if typed:
        by_ref = "t.ref >= ? AND t.ref < ? AND +t.result = 'open' ORDER BY t.ref"
        return _items(db, sql.format(by_ref), _ref_range(typed))
    return _items(db, sql.format("+t.result = 'open' ORDER BY t.id DESC"))


def objectives_of(db: sqlite3.Connection, provider_ids: Iterable[str]) -> list[Item]:
    """Return the open objectives of these providers."""
    return _items(
        db,
        f"SELECT t.ref, {SHORT_NAME}, t.what, coalesce(t.until_on, '') FROM objective t "
        "JOIN provider p ON p.id = t.provider_id WHERE t.result = 'open' "
        f"AND t.provider_id IN (SELECT value FROM json_each(?)) LIMIT {MOST}",
        (json.dumps(list(provider_ids)),),
    )


def products(db: sqlite3.Connection) -> list[Item]:
    """Return the rep's products by name."""
    sql = "SELECT ref, coalesce(generic_name, ''), name FROM product WHERE until_on IS NULL"
    return _items(db, f"{sql} ORDER BY folded LIMIT {MOST}")


def said_of_products(db: sqlite3.Connection, table: str, column: str) -> list[Item]:
    """Return what is said of the rep's products and in use: messages, objections or materials."""
    return _items(
        db,
        f"SELECT t.ref, coalesce(d.name, ''), t.{column} FROM {table} t "
        "LEFT JOIN product d ON d.id = t.product_id "
        "WHERE t.retired_on IS NULL AND d.until_on IS NULL ORDER BY d.folded, t.id DESC",
    )


def notes(db: sqlite3.Connection, typed: str) -> list[Item]:
    """Return the newest notes whose ref begins as typed; of a personal one only that it is one."""
    return _items(
        db,
        "SELECT n.ref, p.name, CASE n.kind WHEN 'personal' THEN '^' ELSE n.text END, n.noted_on "
        "FROM note n JOIN provider p ON p.id = n.provider_id WHERE n.ref BETWEEN ? AND ? "
        f"ORDER BY n.id DESC LIMIT {MOST}",
        _ref_range(typed),
    )


def consents(db: sqlite3.Connection, typed: str) -> list[Item]:
    """Return the newest consents that haven't ended, whose ref begins as typed."""
    return _items(
        db,
        "SELECT c.ref, p.name, c.channel || CASE WHEN c.is_in THEN ' in' ELSE ' out' END, "
        "c.given_on FROM consent c JOIN provider p ON p.id = c.provider_id "
        f"WHERE c.ref BETWEEN ? AND ? AND c.until_on IS NULL ORDER BY c.id DESC LIMIT {MOST}",
        _ref_range(typed),
    )


def time_off(db: sqlite3.Connection, typed: str, today: str) -> list[Item]:
    """Return what counts from today on and whose ref begins as typed, in order."""
    return _items(
        db,
        "SELECT h.ref, coalesce(h.what, ''), h.kind, h.from_on FROM time_off h "
        "WHERE h.ref BETWEEN ? AND ? AND h.until_on > ? AND h.ended_on IS NULL "
        f"ORDER BY h.from_on LIMIT {MOST}",
        (*_ref_range(typed), today),
    )


def batches(db: sqlite3.Connection) -> list[Item]:
    """Return the last commands that wrote, the last one first."""
    sql = f"SELECT ref, '', command, at FROM batch ORDER BY first_seq DESC LIMIT {MOST}"
    return _items(db, sql)


def _items(db: sqlite3.Connection, sql: str, values: Sequence[str] = ()) -> list[Item]:
    return [Item(*row) for row in db.execute(sql, values)]


def _ref_range(typed: str) -> tuple[str, str]:
    return typed.lower(), typed.lower() + _AFTER_REFS
