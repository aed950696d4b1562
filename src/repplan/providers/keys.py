"""The words by which a provider is found, kept beside the provider for prefix look-ups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.fields import list_of
from repplan.i18n.names import keys_of
from repplan.store.write import insert_rows

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

    from repplan.fields import Cell
    from repplan.store.work import Work

_COLUMNS = "name, given_name, family_name, native_name, pinyin, nicknames"


def rekey(work: Work, provider_ids: Iterable[str]) -> None:
    """Make the keys of these providers anew from their names; those who are gone lose theirs."""
    for provider_id in sorted(set(provider_ids)):
        row = work.db.execute(
            f"SELECT {_COLUMNS} FROM provider WHERE id = ?", (provider_id,)
        ).fetchone()
        work.db.execute("DELETE FROM name_key WHERE provider_id = ?", (provider_id,))
        if row:
            work.db.executemany(
                "INSERT INTO name_key (key, provider_id) VALUES (?, ?)",
                [(key, provider_id) for key in sorted(_keys(dict(row)))],
            )


def add_keys(work: Work, providers: Iterable[tuple[str, Mapping[str, Cell]]]) -> None:
    """Make the keys of new providers, who have none yet: their ids and cells."""
    keys = [(key, provider_id) for provider_id, cells in providers for key in _keys(cells)]
    # In the order of the table, whose pages are then each written once.
    insert_rows(work, "name_key", ("key", "provider_id"), sorted(keys))


def miskeyed(db: sqlite3.Connection) -> list[str]:
    """Return the refs of the providers whose keys aren't those of their names."""
    kept: dict[str, set[str]] = {}
    for key, provider_id in db.execute("SELECT key, provider_id FROM name_key"):
        kept.setdefault(provider_id, set()).add(key)
    rows = db.execute(
        f"SELECT {_COLUMNS}, ref, id, CASE WHEN json_valid(nicknames) THEN json_type(nicknames) END "
        "IS 'array' AS is_readable FROM provider"
    )
    wrong = []
    for row in rows:
        held = kept.pop(row["id"], set())
        # A list that can't be read is no matter of keys: ``check`` tells it by itself.
        if row["is_readable"] and held != set(_keys(dict(row))):
            wrong.append(row["ref"])
    return [*wrong, *kept]


def _keys(row: Mapping[str, Cell]) -> frozenset[str]:
    given, family, native, pinyin, nicknames = (
        str(row.get(column) or "")
        for column in ("given_name", "family_name", "native_name", "pinyin", "nicknames")
    )
    return keys_of(
        name=str(row["name"]),
        given=given,
        family=family,
        native=native,
        pinyin=pinyin,
        nicknames=list_of(nicknames),
    )
