"""Ask about rollouts: what was begun where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.accounts import queries as accounts
from repplan.products import queries as products
from repplan.providers import queries as providers
from repplan.rollouts.model import Rollout
from repplan.store.refs import ids_by_ref
from repplan.store.rows import select, to_model

if TYPE_CHECKING:
    import sqlite3

_JOINED = {"product": "d.name", "account": "a.name", "provider": "p.name"}
_SELECT = (
    f"{select(Rollout, 'rollout', _JOINED)} JOIN product d ON d.id = t.product_id "
    "LEFT JOIN account a ON a.id = t.account_id LEFT JOIN provider p ON p.id = t.provider_id"
)
_NEWEST = "ORDER BY t.from_on DESC, t.id DESC"


def rollout(db: sqlite3.Connection, rollout_id: str) -> Rollout:
    """Return one rollout by its id."""
    return to_model(Rollout, db.execute(f"{_SELECT} WHERE t.id = ?", (rollout_id,)).fetchone())


def rollouts(
    db: sqlite3.Connection,
    *,
    product_id: str | None = None,
    account_id: str | None = None,
    provider_id: str | None = None,
    with_ended: bool = False,
) -> list[Rollout]:
    """Return the rollouts that fit every filter given, the newest first."""
    conditions, values = ["1" if with_ended else "t.ended_on IS NULL"], []
    filters = (("product_id", product_id), ("account_id", account_id), ("provider_id", provider_id))
    for column, value in filters:
        if value:
            conditions.append(f"t.{column} = ?")
            values.append(value)
    rows = db.execute(f"{_SELECT} WHERE {' AND '.join(conditions)} {_NEWEST}", values)
    return [to_model(Rollout, row) for row in rows]


def running(
    db: sqlite3.Connection, product_id: str, *, account_id: str | None, provider_id: str | None
) -> Rollout | None:
    """Return the rollout of a product that goes on at just this account, or with just this provider."""
    row = db.execute(
        f"{_SELECT} WHERE t.ended_on IS NULL AND t.product_id = ? AND t.account_id IS ? "
        f"AND t.provider_id IS ? {_NEWEST} LIMIT 1",
        (product_id, account_id, provider_id),
    ).fetchone()
    return to_model(Rollout, row) if row else None


def called(db: sqlite3.Connection, said: str) -> list[Rollout]:
    """Return the rollouts that these words may mean, the newest first.

    A ref finds any. Words find those that go on: of the product, the account or the provider that
    they name, or of a product and the place after it (``cardexa oakwood``).
    """
    ids = ids_by_ref(db, "rollout", said)
    if ids:
        return [rollout(db, one) for one in ids]
    every = rollouts(db)
    first, _space, rest = said.strip().partition(" ")
    meant = [one for one in every if _fits(db, one, said, said)]
    if meant or not rest:
        return meant
    of_product = {one.id for one in products.called(db, first)}
    there = _places(db, rest)
    return [one for one in every if one.product_id in of_product and _place_of(one) in there]


def _fits(db: sqlite3.Connection, one: Rollout, product: str, place: str) -> bool:
    is_its = one.product_id in {found.id for found in products.called(db, product)}
    return is_its or _place_of(one) in _places(db, place)


def _places(db: sqlite3.Connection, said: str) -> set[str | None]:
    return {
        *(one.id for one in accounts.called(db, said)),
        *(one.id for one in providers.called(db, said)),
    }


def _place_of(one: Rollout) -> str | None:
    return one.account_id or one.provider_id
