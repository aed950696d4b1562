"""The nearest names to a misspelt one. Loaded only where nobody answered to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import distance, process

from repplan.accounts import queries as accounts
from repplan.i18n.names import read_who
from repplan.providers import queries
from repplan.text import fold

if TYPE_CHECKING:
    import sqlite3

_LIKE = 0.82
"""How alike two words must be (Jaro-Winkler, 1 is the same) to be offered."""

_MOST = 5


def nearest_names(db: sqlite3.Connection, said: str) -> tuple[str, ...]:
    """Return up to five provider names like these words, the likest first. It never acts."""
    keys = queries.keys(db)
    names: dict[str, None] = {}
    for word in sorted(read_who(said).words, key=len, reverse=True):
        found = process.extract(
            word, keys, scorer=distance.JaroWinkler.similarity, limit=_MOST, score_cutoff=_LIKE
        )
        for key, _score, _index in found:
            names.update(dict.fromkeys(queries.names_with_key(db, key)))
    return tuple(names)[:_MOST]


def nearest_accounts(db: sqlite3.Connection, said: str) -> tuple[str, ...]:
    """Return up to five names of accounts like these words, the likest first."""
    found = process.extract(
        fold(said),
        accounts.names(db),
        processor=fold,
        scorer=distance.JaroWinkler.similarity,
        limit=_MOST,
        score_cutoff=0.85,
    )
    return tuple(name for name, _score, _index in found)
