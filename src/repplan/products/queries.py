"""Ask about products."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.products.model import Product
from repplan.store.refs import ids_by_ref
from repplan.store.rows import select, to_model
from repplan.text import fold

if TYPE_CHECKING:
    import sqlite3

_SELECT = select(Product, "product")
_BY_NAME = "ORDER BY t.folded, t.id"


def product(db: sqlite3.Connection, product_id: str) -> Product:
    """Return one product by its id."""
    return to_model(Product, db.execute(f"{_SELECT} WHERE t.id = ?", (product_id,)).fetchone())


def products(db: sqlite3.Connection, *, with_retired: bool = False) -> list[Product]:
    """Return the products that are ours, by name."""
    condition = "1" if with_retired else "t.until_on IS NULL"
    return [to_model(Product, row) for row in db.execute(f"{_SELECT} WHERE {condition} {_BY_NAME}")]


def called(db: sqlite3.Connection, said: str) -> list[Product]:
    """Return the products of ours that answer to a ref or to part of a name, best first.

    The whole name beats its beginning, which beats a part of it, which beats the generic name:
    only the best kind is returned.
    """
    ids = ids_by_ref(db, "product", said)
    if ids:
        return [product(db, one) for one in ids]
    name = fold(said)
    if not name:
        return []
    ours = [(fold(one.name), fold(one.generic_name or ""), one) for one in products(db)]
    return (
        [one for own, _generic, one in ours if own == name]
        or [one for own, _generic, one in ours if own.startswith(name)]
        or [one for own, _generic, one in ours if name in own]
        or [one for _own, generic, one in ours if generic.startswith(name)]
    )


def named_at_start(db: sqlite3.Connection, text: str) -> Product | None:
    """Return the product whose name a text begins with, the longest name first; None: no one's."""
    folded = fold(text)
    ours = sorted(products(db), key=lambda one: len(one.name), reverse=True)
    return next((one for one in ours if folded.startswith(fold(one.name))), None)
