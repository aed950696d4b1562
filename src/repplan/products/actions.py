"""Act on products: add one, retire one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.errors import AlreadyClosed, AlreadyThere
from repplan.products import queries
from repplan.store.write import change, insert
from repplan.text import fold

if TYPE_CHECKING:
    from repplan.products.model import Product
    from repplan.store.work import Work


def add_product(work: Work, name: str, generic_name: str | None = None) -> Product:
    """Return the product, ours from today on; a retired one of that name comes back.

    Raises: AlreadyThere.
    """
    row = work.db.execute(
        "SELECT id, name, ref, until_on FROM product WHERE folded = ?", (fold(name),)
    ).fetchone()
    if row and row["until_on"] is None:
        raise AlreadyThere(row["name"], row["ref"])
    cells = {"name": name, "from_on": work.today.isoformat(), "until_on": None}
    if generic_name:
        cells["generic_name"] = generic_name
    if row:
        change(work, "product", row["id"], cells)
        return queries.product(work.db, row["id"])
    identity, _ref = insert(work, "product", {**cells, "folded": fold(name)})
    return queries.product(work.db, identity)


def retire_product(work: Work, product_id: str) -> Product:
    """Return the product, no longer ours from today on; what was said of it stays.

    Raises: AlreadyClosed.
    """
    one = queries.product(work.db, product_id)
    if one.until_on is not None:
        raise AlreadyClosed(one.name, one.until_on, one.ref)
    change(work, "product", product_id, {"until_on": work.today.isoformat()})
    return queries.product(work.db, product_id)
