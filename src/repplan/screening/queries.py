"""Ask for what screening has to know: the policy, the products' uses, the rep's own words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from repplan.policies.load import policy_of
from repplan.screening.model import Hit, ProductUses
from repplan.screening.rules import screen

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable


def screener(db: sqlite3.Connection) -> Callable[[str], tuple[Hit, ...]]:
    """Return what screens a text by this store's policy, products and own words, read once."""
    policy, uses, own = policy_of(db), uses_of(db), own_words(db)
    return lambda text: screen(text, policy=policy, uses=uses, own=own)


def uses_of(db: sqlite3.Connection) -> tuple[ProductUses, ...]:
    """Return what the products that are ours are for, by name."""
    rows = db.execute(
        "SELECT name, generic_name, indications FROM product WHERE until_on IS NULL ORDER BY folded"
    )
    return tuple(
        ProductUses(name, (name, generic) if generic else (name,), tuple(json.loads(said)))
        for name, generic, said in rows
    )


def own_words(db: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """Return label → the rep's own watch words."""
    found: dict[str, tuple[str, ...]] = {}
    for label, text in db.execute("SELECT label, text FROM watch_word ORDER BY label, folded"):
        found[label] = (*found.get(label, ()), text)
    return found
