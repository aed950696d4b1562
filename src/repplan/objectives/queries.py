"""Ask about objectives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.objectives.model import Objective
from repplan.providers import queries as providers
from repplan.store.refs import ids_by_ref
from repplan.store.rows import select, to_model
from repplan.text import fold, is_in

if TYPE_CHECKING:
    import sqlite3

_JOINED = {
    "provider_ref": "p.ref",
    "provider": "p.name",
    "short_name": providers.SHORT_NAME,
    "product": "d.name",
}
_SELECT = (
    f"{select(Objective, 'objective', _JOINED)} JOIN provider p ON p.id = t.provider_id "
    "LEFT JOIN product d ON d.id = t.product_id"
)
_BY_DAY = "ORDER BY t.until_on IS NULL, t.until_on, t.from_on, t.id"


def objective(db: sqlite3.Connection, objective_id: str) -> Objective:
    """Return one objective by its id."""
    row = db.execute(f"{_SELECT} WHERE t.id = ?", (objective_id,)).fetchone()
    return to_model(Objective, row)


def open_of(db: sqlite3.Connection, provider_id: str) -> list[Objective]:
    """Return a provider's open objectives, the nearest last day first."""
    return _where(db, "t.provider_id = ? AND t.result = 'open'", provider_id)


def objectives(
    db: sqlite3.Connection,
    *,
    provider_id: str | None = None,
    kind: str | None = None,
    with_closed: bool = False,
) -> list[Objective]:
    """Return the objectives that fit every filter given, the nearest last day first."""
    conditions, values = ["1" if with_closed else "t.result = 'open'"], []
    if provider_id:
        conditions.append("t.provider_id = ?")
        values.append(provider_id)
    if kind:
        conditions.append("t.kind = ?")
        values.append(kind)
    return _where(db, " AND ".join(conditions), *values)


def called(db: sqlite3.Connection, said: str) -> list[Objective]:
    """Return the objectives that these words may mean (REF), the nearest last day first.

    A ref or its beginning finds any. Words find open ones: those of whom the first words mean,
    with all the others in them (``patel renal``).
    """
    ids = ids_by_ref(db, "objective", said)
    if ids:
        return [objective(db, one) for one in ids]
    words = said.split()
    found: dict[str, Objective] = {}
    for end in range(min(len(words), providers.MOST_WORDS), 0, -1):
        rest = fold(" ".join(words[end:])).split()
        for item in _of_who(db, " ".join(words[:end])):
            if all(is_in(word, fold(item.what)) for word in rest):
                found[item.id] = item
    return sorted(found.values(), key=lambda one: (one.until_on or "9", one.ref))


def _of_who(db: sqlite3.Connection, who: str) -> list[Objective]:
    return [item for one in providers.called(db, who) for item in open_of(db, one.id)]


def _where(db: sqlite3.Connection, condition: str, *values: str) -> list[Objective]:
    rows = db.execute(f"{_SELECT} WHERE {condition} {_BY_DAY}", values)
    return [to_model(Objective, row) for row in rows]
