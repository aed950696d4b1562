"""Act on products and what is said of them: add, change, retire, say who pays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.errors import AlreadyClosed, AlreadyThere
from repplan.products import queries
from repplan.products.rules import NoLimitation
from repplan.store.write import change, delete, insert
from repplan.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from repplan.fields import Cell
    from repplan.products.model import Coverage, Material, Message, Objection, Product
    from repplan.store.work import Work

_UNSAID = frozenset(
    {
        "name",
        "generic_name",
        "folded",
        "from_on",
        "until_on",
        "expires_on",
        "place",
        "topics",
        "pack",
        "code",
    }
)
"""Columns whose change changes nothing that anybody says or hears."""


def add_product(
    work: Work,
    name: str,
    cells: Mapping[str, Cell] | None = None,
) -> Product:
    """Return the product, ours from today on; a retired one of that name comes back.

    ``cells`` are its facts. Raises: AlreadyThere.
    """
    row = work.db.execute(
        "SELECT id, name, ref, until_on FROM product WHERE folded = ?", (fold(name),)
    ).fetchone()
    if row and row["until_on"] is None:
        raise AlreadyThere(row["name"], row["ref"])
    today = work.today.isoformat()
    new: dict[str, Cell] = {"from_on": today, "until_on": None, **(cells or {}), "name": name}
    if row:
        change(work, "product", row["id"], {"from_on": today, "until_on": None})
        return edit_product(work, row["id"], new)
    if _says_something({name: cell for name, cell in new.items() if cell}):
        new["updated_on"] = today
    identity, _ref = insert(work, "product", {**new, "folded": fold(name)})
    return queries.product(work.db, identity)


def edit_product(work: Work, product_id: str, cells: Mapping[str, Cell]) -> Product:
    """Return the product with these cells changed. Raises: AlreadyThere for a name that is taken."""
    new = dict(cells)
    if "name" in new:
        new["folded"] = fold(str(new["name"]))
        row = work.db.execute(
            "SELECT id, name, ref FROM product WHERE folded = ?", (new["folded"],)
        ).fetchone()
        if row and row["id"] != product_id:
            raise AlreadyThere(row["name"], row["ref"])
    _edit(work, "product", product_id, new)
    return queries.product(work.db, product_id)


def retire_product(work: Work, product_id: str) -> Product:
    """Return the product, no longer ours from today on; what was said of it stays.

    Raises: AlreadyClosed.
    """
    one = queries.product(work.db, product_id)
    if one.until_on is not None:
        raise AlreadyClosed(one.name, one.until_on, one.ref)
    change(work, "product", product_id, {"until_on": work.today.isoformat()})
    return queries.product(work.db, product_id)


def add_message(
    work: Work,
    product_id: str,
    cells: Mapping[str, Cell],
    *,
    pack: str | None = None,
    code: str | None = None,
) -> Message:
    """Return the new key message. ``pack`` and ``code``: where it came from.

    Raises: NoLimitation, AlreadyThere (typed, and there already).
    """
    if not cells.get("limitation"):
        raise NoLimitation
    if pack is None:
        _refuse_twice(work, "message", "claim", product_id, cells)
    return queries.message(work.db, _add(work, "message", product_id, cells, (pack, code)))


def edit_message(work: Work, message_id: str, cells: Mapping[str, Cell]) -> Message:
    """Return the message with these cells changed. Raises: NoLimitation."""
    if not cells.get("limitation", "there"):
        raise NoLimitation
    _edit(work, "message", message_id, cells)
    return queries.message(work.db, message_id)


def retire_message(work: Work, message_id: str) -> Message:
    """Return the message, no longer in use from today on. Raises: AlreadyClosed."""
    one = queries.message(work.db, message_id)
    _retire(work, "message", one, one.claim)
    return queries.message(work.db, message_id)


def add_objection(
    work: Work,
    product_id: str,
    cells: Mapping[str, Cell],
    *,
    pack: str | None = None,
    code: str | None = None,
) -> Objection:
    """Return the new objection with its approved answer. ``pack``, ``code``: where it came from.

    Raises: AlreadyThere (typed, and there already).
    """
    if pack is None:
        _refuse_twice(work, "objection", "text", product_id, cells)
    return queries.objection(work.db, _add(work, "objection", product_id, cells, (pack, code)))


def edit_objection(work: Work, objection_id: str, cells: Mapping[str, Cell]) -> Objection:
    """Return the objection with these cells changed."""
    _edit(work, "objection", objection_id, cells)
    return queries.objection(work.db, objection_id)


def retire_objection(work: Work, objection_id: str) -> Objection:
    """Return the objection, no longer in use from today on. Raises: AlreadyClosed."""
    one = queries.objection(work.db, objection_id)
    _retire(work, "objection", one, one.text)
    return queries.objection(work.db, objection_id)


def add_material(
    work: Work,
    product_id: str | None,
    cells: Mapping[str, Cell],
    *,
    pack: str | None = None,
    code: str | None = None,
) -> Material:
    """Return the new material; ``product_id`` None: of no one product. Raises: nothing of its own."""
    return queries.material(work.db, _add(work, "material", product_id, cells, (pack, code)))


def edit_material(work: Work, material_id: str, cells: Mapping[str, Cell]) -> Material:
    """Return the material with these cells changed."""
    _edit(work, "material", material_id, cells)
    return queries.material(work.db, material_id)


def retire_material(work: Work, material_id: str) -> Material:
    """Return the material, no longer in use from today on. Raises: AlreadyClosed."""
    one = queries.material(work.db, material_id)
    _retire(work, "material", one, one.title)
    return queries.material(work.db, material_id)


def cover(
    work: Work,
    product_id: str,
    payer: str,
    cells: Mapping[str, Cell],
    account_id: str | None = None,
) -> Coverage:
    """Return what a payer or list now says of a product, at one account or (None) everywhere.

    Its line is changed; where it has ended another one begins, and where ``cells`` begin later than
    it does it ends on that day and another one begins.
    """
    lines = queries.coverage_lines(work.db, product_id, payer, account_id)
    last = lines[0] if lines else None
    today = work.today.isoformat()
    if last and last.until_on and last.until_on <= today:
        last, cells = None, {"from_on": today, **cells}
    begins = str(cells.get("from_on") or "")
    if last and (not begins or begins <= (last.from_on or "")):
        change(work, "coverage", last.id, cells)
        identity = last.id
    else:
        if last and (last.until_on is None or last.until_on > begins):
            change(work, "coverage", last.id, {"until_on": begins})
        facts = {"product_id": product_id, "payer": payer, "account_id": account_id}
        identity, _ref = insert(work, "coverage", {**facts, **cells})
    found = queries.coverage_lines(work.db, product_id, payer, account_id)
    return next(one for one in found if one.id == identity)


def uncover(work: Work, coverage_id: str) -> None:
    """Take a line of coverage away: it was never so. The journal keeps it."""
    delete(work, "coverage", coverage_id)


def _add(
    work: Work,
    table: str,
    product_id: str | None,
    cells: Mapping[str, Cell],
    source: tuple[str | None, str | None],
) -> str:
    pack, code = source
    row = {**cells, "product_id": product_id, "pack": pack, "code": code}
    identity, _ref = insert(work, table, {**row, "updated_on": work.today.isoformat()})
    return identity


def _refuse_twice(
    work: Work, table: str, column: str, product_id: str, cells: Mapping[str, Cell]
) -> None:
    """Raise AlreadyThere where the same is in use of this product."""
    rows = work.db.execute(
        f"SELECT ref, {column} AS words FROM {table} WHERE product_id = ? AND retired_on IS NULL",
        (product_id,),
    )
    said = fold(str(cells.get(column) or ""))
    for row in rows:
        if fold(row["words"]) == said:
            raise AlreadyThere(row["words"], row["ref"])


def _edit(work: Work, table: str, identity: str, cells: Mapping[str, Cell]) -> None:
    """Change cells; the day is noted where what people say or hear changes with them."""
    if not cells:
        return
    columns = ", ".join(cells)
    row = work.db.execute(f"SELECT {columns} FROM {table} WHERE id = ?", (identity,)).fetchone()
    changed = {name: cell for name, cell in cells.items() if row is None or row[name] != cell}
    noted = {"updated_on": work.today.isoformat()} if _says_something(changed) else {}
    change(work, table, identity, {**cells, **noted})


def _says_something(cells: Mapping[str, Cell]) -> bool:
    """Whether one of these cells is a fact that people say or hear."""
    return any(name not in _UNSAID for name in cells)


def _retire(work: Work, table: str, one: Message | Objection | Material, what: str) -> None:
    if one.retired_on is not None:
        raise AlreadyClosed(what, one.retired_on, one.ref)
    change(work, table, one.id, {"retired_on": work.today.isoformat()})
