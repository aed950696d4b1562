"""Ask about relations: who is tied to whom, where each stands, what each was given."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from repplan.providers import queries as providers
from repplan.relations.model import Given, Relation, Stance
from repplan.relations.rules import standing
from repplan.store.refs import ids_by_ref
from repplan.store.rows import select, to_model
from repplan.text import fold, is_in

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

_PEOPLE = {
    "provider_ref": "p.ref",
    "provider": "p.name",
    "other_ref": "o.ref",
    "other": "o.name",
}
_RELATION = (
    f"{select(Relation, 'relation', _PEOPLE)} "
    "JOIN provider p ON p.id = t.provider_id JOIN provider o ON o.id = t.other_id"
)
_STANCE = (
    select(
        Stance,
        "stance",
        {
            "provider_ref": "p.ref",
            "provider": "p.name",
            "account": "a.name",
            "product": "d.name",
        },
    )
    + " JOIN provider p ON p.id = t.provider_id LEFT JOIN account a ON a.id = t.account_id "
    "LEFT JOIN product d ON d.id = t.product_id"
)
_GIVEN = select(Given, "value_given")
_LASTS = (
    "(t.from_on IS NULL OR t.from_on <= :today) AND (t.until_on IS NULL OR t.until_on > :today)"
)
_BOTH_HERE = "p.state <> 'left' AND o.state <> 'left'"
_AMONG = "IN (SELECT value FROM json_each(:ids))"
MOST = -1
_EVER = "9999-12-31"


def relation(db: sqlite3.Connection, relation_id: str) -> Relation:
    """Return one relation by its id."""
    row = db.execute(f"{_RELATION} WHERE t.id = ?", (relation_id,)).fetchone()
    return to_model(Relation, row)


def relations_of(db: sqlite3.Connection, provider_id: str, today: str) -> list[Relation]:
    """Return a provider's relations on a day, both ways; none with somebody who has left."""
    return relations_among(db, [provider_id], today)


def relations_among(
    db: sqlite3.Connection,
    provider_ids: Sequence[str],
    today: str,
    *,
    with_left: bool = False,
) -> list[Relation]:
    """Return the relations that any of these providers has on a day, both ways, each once.

    ``with_left``: also those with somebody who has left since. By kind and names.
    """
    here = "1" if with_left else _BOTH_HERE
    # Two look-ups by index: OR over two columns would read the whole table.
    rows = db.execute(
        f"{_RELATION} WHERE t.id IN (SELECT id FROM relation WHERE provider_id {_AMONG} "
        f"UNION SELECT id FROM relation WHERE other_id {_AMONG}) AND {_LASTS} AND {here} "
        "ORDER BY t.kind, p.name, o.name, t.id",
        {"ids": json.dumps(list(provider_ids)), "today": today},
    )
    return [to_model(Relation, row) for row in rows]


def relations(
    db: sqlite3.Connection,
    today: str,
    *,
    provider_ids: Sequence[str] | None = None,
    with_ended: bool = False,
) -> list[Relation]:
    """Return relations by kind and names; ``provider_ids``: only those that one of them has."""
    conditions = ["1" if with_ended else _LASTS]
    if provider_ids is not None:
        conditions.append(
            f"t.id IN (SELECT id FROM relation WHERE provider_id {_AMONG} "
            f"UNION SELECT id FROM relation WHERE other_id {_AMONG})"
        )
    rows = db.execute(
        f"{_RELATION} WHERE {' AND '.join(conditions)} "
        "ORDER BY t.until_on IS NOT NULL, t.kind, p.name, o.name, t.id",
        {"ids": json.dumps(list(provider_ids or ())), "today": today},
    )
    return [to_model(Relation, row) for row in rows]


def called(db: sqlite3.Connection, said: str) -> list[Relation]:
    """Return the relations that these words may mean (REF): those that last.

    A ref or its beginning finds any. Words find those of whom the first words mean, with all the
    others in the other's name or in the kind (``lee haas``, ``lee reports``).
    """
    ids = ids_by_ref(db, "relation", said)
    if ids:
        return [relation(db, one) for one in ids]
    words = said.split()
    found: dict[str, Relation] = {}
    for end in range(min(len(words), providers.MOST_WORDS), 0, -1):
        rest = fold(" ".join(words[end:])).split()
        people = [one.id for one in providers.called(db, " ".join(words[:end]))]
        for one in relations(db, _EVER, provider_ids=people) if people else ():
            text = fold(f"{one.provider} {one.kind} {one.other}")
            if all(is_in(word, text) for word in rest):
                found[one.id] = one
    return list(found.values())


def bosses(
    db: sqlite3.Connection, today: str, *, without: str | None = None
) -> dict[str, list[str]]:
    """Return provider id → the ids of those whom they report to from a day on, of those still here.

    ``without``: the id of a relation that doesn't count.
    """
    rows = db.execute(
        "SELECT t.provider_id, t.other_id FROM relation t "
        "JOIN provider p ON p.id = t.provider_id JOIN provider o ON o.id = t.other_id "
        f"WHERE t.kind = 'reports to' AND (t.until_on IS NULL OR t.until_on > :today) "
        f"AND {_BOTH_HERE} AND t.id IS NOT :without",
        {"today": today, "without": without},
    )
    found: dict[str, list[str]] = {}
    for who, whom in rows:
        found.setdefault(who, []).append(whom)
    return found


def stance(db: sqlite3.Connection, stance_id: str) -> Stance:
    """Return one stance by its id."""
    return to_model(Stance, db.execute(f"{_STANCE} WHERE t.id = ?", (stance_id,)).fetchone())


def stances_called(db: sqlite3.Connection, said: str) -> list[Stance]:
    """Return the stances that these words may mean: a ref, or whose they are; the newest first."""
    ids = ids_by_ref(db, "stance", said)
    if ids:
        return [stance(db, one) for one in ids]
    people = [one.id for one in providers.called(db, said)]
    return stances(db, people) if people else []


def stances(
    db: sqlite3.Connection,
    provider_ids: Sequence[str],
    *,
    account_id: str | None = None,
) -> list[Stance]:
    """Return every stance of these providers, the newest first; ``account_id``: that count there.

    What was said of an account that was merged into it counts there too.
    """
    there = (
        "1"
        if account_id is None
        else "(t.account_id IS NULL OR t.account_id = :account OR a.merged_into_id = :account)"
    )
    rows = db.execute(
        f"{_STANCE} WHERE t.provider_id {_AMONG} AND {there} ORDER BY t.noted_on DESC, t.id DESC",
        {"ids": json.dumps(list(provider_ids)), "account": account_id},
    )
    return [to_model(Stance, row) for row in rows]


def stances_by_person(
    db: sqlite3.Connection, provider_ids: Sequence[str]
) -> dict[str, list[Stance]]:
    """Return provider id → every stance of theirs, the newest first."""
    by_person: dict[str, list[Stance]] = {}
    for one in stances(db, provider_ids):
        by_person.setdefault(one.provider_id, []).append(one)
    return by_person


def stances_since(
    db: sqlite3.Connection, since: str, *, provider_ids: Sequence[str] | None = None
) -> list[Stance]:
    """Return every stance of those of whom one was noted since a day, the newest first."""
    among = "1" if provider_ids is None else f"provider_id {_AMONG}"
    rows = db.execute(
        f"{_STANCE} WHERE t.provider_id IN (SELECT provider_id FROM stance "
        f"WHERE noted_on >= :since AND {among}) ORDER BY t.noted_on DESC, t.id DESC",
        {"ids": json.dumps(list(provider_ids or ())), "since": since},
    )
    return [to_model(Stance, row) for row in rows]


def stances_now(
    db: sqlite3.Connection,
    provider_ids: Sequence[str],
    *,
    account_id: str | None = None,
) -> dict[str, Stance]:
    """Return provider id → where they stand now, at an account.

    Nobody's stance was said: not in it. ``standing`` says which of several counts.
    """
    now = {
        who: standing(known, account_id=account_id)
        for who, known in stances_by_person(db, provider_ids).items()
    }
    return {who: one for who, one in now.items() if one is not None}


def ids_at(db: sqlite3.Connection, account_id: str, today: str) -> list[str]:
    """Return the ids of those who work at an account on a day."""
    rows = db.execute(
        "SELECT DISTINCT provider_id FROM affiliation WHERE account_id = ? "
        "AND (until_on IS NULL OR until_on > ?)",
        (account_id, today),
    )
    return [row[0] for row in rows]


def given_to(db: sqlite3.Connection, provider_id: str, most: int = MOST) -> list[Given]:
    """Return what was given to a provider that was no sample, the newest first."""
    rows = db.execute(
        f"{_GIVEN} WHERE t.provider_id = ? ORDER BY t.given_on DESC, t.id DESC LIMIT ?",
        (provider_id, most),
    )
    return [to_model(Given, row) for row in rows]
