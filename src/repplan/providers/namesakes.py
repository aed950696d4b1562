"""Short names on a screen that more than one provider has: an initial tells them apart."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from repplan.providers import queries
from repplan.text import fold

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence


def short_names(db: sqlite3.Connection, provider_ids: Iterable[str]) -> list[str]:
    """Return the short names of these providers, in order, each told apart from its namesakes."""
    people = [queries.provider(db, one) for one in provider_ids]
    apart = names_apart(db, {one.id: (one.short_name, one.given_name) for one in people})
    return [apart.get(one.id, one.short_name) for one in people]


def names_apart(db: sqlite3.Connection, named: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """Return id → short name with the given name's initial, of those who share theirs.

    ``named`` is id → (short name, given name) of whom the screen names; a namesake who isn't on it
    counts as well, unless they left. Where the initial is shared too, the given name stands whole;
    a name in one piece stays as it is.
    """
    may_share = [
        (one, short, given[:1], _key(short))
        for one, (short, given) in named.items()
        if given and not short.endswith(given)
    ]
    apart = {}
    for identity, is_alone in _sharing(db, may_share):
        short, given = named[identity]
        apart[identity] = f"{short} {given[:1] if is_alone else given}"
    return apart


def _sharing(
    db: sqlite3.Connection, asked: Sequence[tuple[str, str, str, str]]
) -> list[tuple[str, bool]]:
    """Those whose short name somebody else has, and whether nobody else has their initial.

    Asked person by person, each answered by the first namesake: a common name may have thousands.
    """
    rows = db.execute(
        # Materialised: else each value is taken out of the JSON again wherever it is compared.
        "WITH s AS MATERIALIZED (SELECT json_extract(value, '$[0]') AS id, "
        "json_extract(value, '$[1]') AS short, json_extract(value, '$[2]') AS initial, "
        "json_extract(value, '$[3]') AS key FROM json_each(?)) "
        f"SELECT s.id, NOT {_somebody('substr(q.given_name, 1, 1) = s.initial')} "
        f"FROM s WHERE {_somebody('1')}",
        (json.dumps(asked),),
    )
    return [(row[0], bool(row[1])) for row in rows]


def _key(short: str) -> str:
    """The search key of a native name; none for Latin letters, where a key is half a name."""
    return "" if short.isascii() else fold(short)


def _somebody(condition: str) -> str:
    """SQL: whether somebody else is called ``s.short``, by family, native or whole name."""
    here = f"q.state <> 'left' AND q.id <> s.id AND {condition}"
    return (
        "(EXISTS (SELECT 1 FROM provider q WHERE q.family_name = s.short AND q.native_name = '' "
        f"AND {here}) OR EXISTS (SELECT 1 FROM name_key k JOIN provider q ON q.id = k.provider_id "
        f"WHERE k.key = s.key AND q.native_name = s.short AND {here}) "
        "OR EXISTS (SELECT 1 FROM provider q WHERE q.name = s.short AND +q.native_name = '' "
        # The plus: by the name's own index, not by that of all who lack the others.
        f"AND +q.family_name = '' AND {here}))"
    )
