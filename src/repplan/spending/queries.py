"""Ask about transfers of value: one, those of a year, what a provider got."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.providers import queries as providers
from repplan.spending.model import FOOD, Item, Share, Spend
from repplan.store.refs import ids_by_ref
from repplan.store.rows import columns, select, to_model

if TYPE_CHECKING:
    import sqlite3

    from repplan.spending.model import NewSpend

_JOIN = "LEFT JOIN product d ON d.id = t.product_id"
_SPEND = f"{select(Spend, 'spend', {'product': 'd.name'})} {_JOIN}"
_NAMES = {"ref": "p.ref", "provider": "p.name"}
_SHARE = f"{select(Share, 'spend_share', _NAMES)} JOIN provider p ON p.id = t.provider_id"


def spend(db: sqlite3.Connection, spend_id: str) -> Spend:
    """Return one transfer of value by its id."""
    return to_model(Spend, db.execute(f"{_SPEND} WHERE t.id = ?", (spend_id,)).fetchone())


def shares(db: sqlite3.Connection, spend_id: str) -> list[Share]:
    """Return the shares of one, in the order in which they were named."""
    rows = db.execute(f"{_SHARE} WHERE t.spend_id = ? ORDER BY t.rowid", (spend_id,))
    return [to_model(Share, row) for row in rows]


def called(db: sqlite3.Connection, said: str) -> list[Spend]:
    """Return those whose ref begins so, else those that a provider of this name shared."""
    found = [spend(db, one) for one in ids_by_ref(db, "spend", said)]
    if found:
        return found
    people = providers.called(db, said)
    return [one for who in people for one in spends(db, provider_id=who.id)]


def spends(
    db: sqlite3.Connection, *, provider_id: str | None = None, year: int | None = None
) -> list[Spend]:
    """Return what was spent, the newest first: on one provider, in one year."""
    conditions, values = ["1"], []
    if provider_id:
        conditions.append(
            "EXISTS (SELECT 1 FROM spend_share h WHERE h.spend_id = t.id AND h.provider_id = ?)"
        )
        values.append(provider_id)
    if year:
        conditions.append("t.on_date >= ? AND t.on_date < ?")
        values += [f"{year:04}-01-01", f"{year + 1:04}-01-01"]
    where = " AND ".join(conditions)
    rows = db.execute(f"{_SPEND} WHERE {where} ORDER BY t.on_date DESC, t.rowid DESC", values)
    return [to_model(Spend, row) for row in rows]


def same_as(db: sqlite3.Connection, new: NewSpend) -> Spend | None:
    """Return what was noted of the same day, people, nature and amount; None: nothing was."""
    for one in spends(db, provider_id=new.provider_ids[0], year=int(new.on[:4])):
        is_same = (one.on_date, one.minor, one.currency, one.nature) == (
            (new.on, new.minor, new.currency, new.nature)
        )
        if is_same and {share.provider_id for share in shares(db, one.id)} == set(new.provider_ids):
            return one
    return None


def items(db: sqlite3.Connection, year: int) -> list[Item]:
    """Return every named share of a year, the oldest first."""
    first = ", ".join({"product": "d.name"}.get(name, f"t.{name}") for name in columns(Spend))
    second = ", ".join(_NAMES.get(name, f"s.{name}") for name in columns(Share))
    rows = db.execute(
        f"SELECT {first}, {second} FROM spend t {_JOIN} JOIN spend_share s ON s.spend_id = t.id "
        "JOIN provider p ON p.id = s.provider_id WHERE t.on_date >= ? AND t.on_date < ? "
        "ORDER BY t.on_date, t.rowid, s.rowid",
        (f"{year:04}-01-01", f"{year + 1:04}-01-01"),
    )
    size = len(columns(Spend))
    return [Item(to_model(Spend, row[:size]), to_model(Share, row[size:])) for row in rows]


def year_total(db: sqlite3.Connection, provider_id: str, year: int, currency: str) -> int:
    """Return what a provider got in a year, in the smallest unit of a currency."""
    row = db.execute(
        "SELECT total(s.minor) FROM spend_share s JOIN spend t ON t.id = s.spend_id "
        "WHERE s.provider_id = ? AND t.on_date >= ? AND t.on_date < ? AND t.currency = ?",
        (provider_id, f"{year:04}-01-01", f"{year + 1:04}-01-01", currency),
    ).fetchone()
    return int(row[0])


def meals_of(db: sqlite3.Connection, visit_id: str, currency: str) -> list[tuple[int, int]]:
    """Return amount and heads of every meal noted at a visit, in one currency."""
    sql = (
        f"SELECT minor, heads FROM spend WHERE visit_id = ? AND currency = ? AND nature = '{FOOD}'"
    )
    return [(row[0], row[1]) for row in db.execute(sql, (visit_id, currency))]


def of_visits(db: sqlite3.Connection, on: str) -> dict[str, list[Spend]]:
    """Return visit → what is to be spent at it, of one day."""
    rows = db.execute(
        f"{_SPEND} WHERE t.on_date = ? AND t.visit_id IS NOT NULL ORDER BY t.id", (on,)
    )
    found: dict[str, list[Spend]] = {}
    for row in rows:
        one = to_model(Spend, row)
        found.setdefault(str(one.visit_id), []).append(one)
    return found
