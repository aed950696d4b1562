"""Short names on a screen that more than one provider has: an initial tells them apart."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from repplan.text import fold

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping


def names_apart(db: sqlite3.Connection, named: Mapping[str, str]) -> dict[str, str]:
    """Return id → short name with the given name's initial, of those who share theirs.

    ``named`` is id → short name of whom the screen names; a namesake who isn't on it counts as
    well, unless they left. Where the initial is shared too, the given name stands whole; a name
    in one piece stays as it is.
    """
    apart = {}
    for identity, short, given, is_alone in _sharing(db, named):
        if given and not short.endswith(given):
            apart[identity] = f"{short} {given[:1] if is_alone else given}"
    return apart


def _sharing(db: sqlite3.Connection, named: Mapping[str, str]) -> list[tuple[str, str, str, bool]]:
    """Those whose short name somebody else has: (id, short name, given name, no same initial).

    Asked person by person, each answered by the first namesake: a common name may have thousands.
    """
    rows = db.execute(
        # Materialised: else each value is taken out of the JSON again wherever it is compared.
        "WITH s AS MATERIALIZED (SELECT p.id, p.given_name, substr(p.given_name, 1, 1) AS initial, "
        "json_extract(j.value, '$[1]') AS short, json_extract(j.value, '$[2]') AS key "
        "FROM json_each(?) j JOIN provider p ON p.id = json_extract(j.value, '$[0]') "
        "WHERE p.state <> 'left') SELECT s.id, s.short, s.given_name, "
        f"NOT {_somebody('substr(q.given_name, 1, 1) = s.initial')} FROM s WHERE {_somebody('1')}",
        (json.dumps([(one, short, _key(short)) for one, short in named.items()]),),
    )
    return [(row[0], row[1], row[2], bool(row[3])) for row in rows]


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
