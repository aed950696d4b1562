"""Which product these words mean, asked at a terminal where it is unclear: for commands alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.cli.pick import pick
from repplan.products import queries
from repplan.store.refs import short_ref

if TYPE_CHECKING:
    import sqlite3

    from repplan.products.model import Product


def pick_product(db: sqlite3.Connection, said: str) -> Product:
    """Return the product meant. Raises: NotFound (naming ours), Ambiguous, Declined."""
    return pick(
        said,
        queries.called(db, said),
        lambda one: f"{one.name}  {short_ref(db, 'product', one.ref)}",
        nearest=lambda: tuple(one.name for one in queries.products(db)),
    )
