"""Ask about products and what is said of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from repplan.products.model import NEWS_KINDS, Coverage, Material, Message, Objection, Product
from repplan.products.rules import holds
from repplan.store.refs import ids_by_ref
from repplan.store.rows import select, to_model
from repplan.text import fold

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

Said = TypeVar("Said", Message, Objection, Material)

_SELECT = select(Product, "product")
_BY_NAME = "ORDER BY t.folded, t.id"
_SAID = {
    model: f"{select(model, table, {'product': 'd.name'})} "
    "LEFT JOIN product d ON d.id = t.product_id"
    for model, table in ((Message, "message"), (Objection, "objection"), (Material, "material"))
}
_BY_PRODUCT = "ORDER BY d.folded IS NULL, d.folded, coalesce(t.code, t.ref)"
_COVERED = (
    f"{select(Coverage, 'coverage', {'product': 'd.name', 'account': 'a.name'})} "
    "JOIN product d ON d.id = t.product_id LEFT JOIN account a ON a.id = t.account_id"
)


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


def message(db: sqlite3.Connection, message_id: str) -> Message:
    """Return one key message by its id."""
    return _one(db, Message, message_id)


def objection(db: sqlite3.Connection, objection_id: str) -> Objection:
    """Return one objection by its id."""
    return _one(db, Objection, objection_id)


def material(db: sqlite3.Connection, material_id: str) -> Material:
    """Return one material by its id."""
    return _one(db, Material, material_id)


def messages(
    db: sqlite3.Connection,
    *,
    product_id: str | None = None,
    today: str | None = None,
    with_retired: bool = False,
) -> list[Message]:
    """Return the key messages, of one product or of all; by product, then by their code or ref.

    ``today`` (ISO): only those approved on that day, of products that are ours.
    """
    return _said(db, Message, product_id, today, with_retired=with_retired)


def objections(
    db: sqlite3.Connection,
    *,
    product_id: str | None = None,
    today: str | None = None,
    with_retired: bool = False,
) -> list[Objection]:
    """Return the objections with their answers; the filters and the order are ``messages``'s."""
    return _said(db, Objection, product_id, today, with_retired=with_retired)


def materials(
    db: sqlite3.Connection,
    *,
    product_id: str | None = None,
    today: str | None = None,
    with_retired: bool = False,
) -> list[Material]:
    """Return the materials; the filters and the order are ``messages``'s.

    Those of no product stand last, and aren't among a product's.
    """
    return _said(db, Material, product_id, today, with_retired=with_retired)


def news(db: sqlite3.Connection, *, since: str, today: str) -> list[Material]:
    """Return the news dated from a day up to today that may be shared today, the newest first."""
    kinds = ", ".join(f"'{kind}'" for kind in NEWS_KINDS)
    of_these_days = f"t.kind IN ({kinds}) AND t.dated_on BETWEEN :since AND :today"
    found = _said(
        db,
        Material,
        None,
        today,
        with_retired=False,
        condition=of_these_days,
        facts={"since": since},
    )
    return sorted(found, key=lambda one: (one.dated_on or "", one.ref), reverse=True)


def messages_called(db: sqlite3.Connection, said: str) -> list[Message]:
    """Return the messages that a ref or words mean; see ``_called``."""
    return _called(db, Message, "message", said)


def objections_called(db: sqlite3.Connection, said: str) -> list[Objection]:
    """Return the objections that a ref or words mean; see ``_called``."""
    return _called(db, Objection, "objection", said)


def materials_called(db: sqlite3.Connection, said: str) -> list[Material]:
    """Return the materials that a ref or words mean; see ``_called``."""
    return _called(db, Material, "material", said)


def coverage(
    db: sqlite3.Connection, *, product_id: str | None, account_id: str | None, today: str
) -> list[Coverage]:
    """Return who pays for a product (None: for any of ours) on a day, by product and payer.

    For an account its own line stands in the place of the general one of the same payer. Without
    one every line is there, the general ones before those of single accounts.
    """
    conditions = [
        "(t.from_on IS NULL OR t.from_on <= :today)",
        "(t.until_on IS NULL OR t.until_on > :today)",
        "t.product_id = :product" if product_id else "d.until_on IS NULL",
    ]
    if account_id:
        conditions.append("(t.account_id = :account OR t.account_id IS NULL)")
    rows = db.execute(
        f"{_COVERED} WHERE {' AND '.join(conditions)} "
        "ORDER BY d.folded, t.account_id IS NOT NULL, t.payer, a.folded, t.id",
        {"product": product_id, "account": account_id, "today": today},
    )
    found = [to_model(Coverage, row) for row in rows]
    if not account_id:
        return found
    by_payer: dict[tuple[str, str], Coverage] = {}
    for one in found:  # the account's own come last, and stay
        by_payer[(one.product_id, fold(one.payer))] = one
    return list(by_payer.values())


def coverage_lines(
    db: sqlite3.Connection, product_id: str, payer: str, account_id: str | None
) -> list[Coverage]:
    """Return a payer's lines for a product at one account, or (None) the general ones.

    The last to begin comes first; lines that have ended are there too.
    """
    rows = db.execute(
        f"{_COVERED} WHERE t.product_id = ? AND t.account_id IS ? "
        "ORDER BY coalesce(t.from_on, '') DESC, t.id DESC",
        (product_id, account_id),
    )
    found = (to_model(Coverage, row) for row in rows)
    return [one for one in found if fold(one.payer) == fold(payer)]


def _one(db: sqlite3.Connection, model: type[Said], identity: str) -> Said:
    return to_model(model, db.execute(f"{_SAID[model]} WHERE t.id = ?", (identity,)).fetchone())


def _said(
    db: sqlite3.Connection,
    model: type[Said],
    product_id: str | None,
    today: str | None,
    *,
    with_retired: bool,
    condition: str = "1",
    facts: Mapping[str, str] | None = None,
) -> list[Said]:
    conditions = [condition]
    if product_id:
        conditions.append("t.product_id = :product")
    elif not with_retired:
        conditions.append("d.until_on IS NULL")
    if not with_retired:
        conditions.append("t.retired_on IS NULL")
    if today:
        conditions.append("(t.expires_on IS NULL OR t.expires_on >= :today)")
        conditions.append("(d.until_on IS NULL OR d.until_on > :today)")
    rows = db.execute(
        f"{_SAID[model]} WHERE {' AND '.join(conditions)} {_BY_PRODUCT}",
        {"product": product_id, "today": today, **(facts or {})},
    )
    return [to_model(model, row) for row in rows]


def _called(db: sqlite3.Connection, model: type[Said], table: str, said: str) -> list[Said]:
    """Return those that these words may mean (REF).

    A ref or its beginning finds any, retired ones too. Words find those in use with all of them
    in their text, their code or their product's name; none at all mean nothing.
    """
    ids = ids_by_ref(db, table, said)
    if ids:
        return [_one(db, model, one) for one in ids]
    words = fold(said).split()
    ours = _said(db, model, None, None, with_retired=False)
    return [one for one in ours if words and holds(words, *_texts(one), name=one.product or "")]


def _texts(one: Message | Objection | Material) -> Iterable[str]:
    if isinstance(one, Message):
        texts: Sequence[str | None] = (one.claim, one.text_20s, one.angle, one.code)
    elif isinstance(one, Objection):
        texts = (one.text, one.category, one.code)
    else:
        texts = (one.title, one.kind, one.code, *one.topics)
    return [text for text in texts if text]
