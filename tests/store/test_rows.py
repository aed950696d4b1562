"""Rows become the model's dataclasses by the names of their fields."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from repplan.records import dataclass
from repplan.store.rows import columns, select, to_model


@dataclass(frozen=True)
class Thing:
    """A model with a field of each kind."""

    id: str
    words: tuple[str, ...]
    is_odd: bool
    size: int | None
    of: str = ""


def test_the_fields_are_the_columns() -> None:
    """A query asks for each field by name, in order; joined ones come from where they are said."""
    assert columns(Thing) == ("id", "words", "is_odd", "size", "of")
    assert select(Thing, "thing") == "SELECT t.id, t.words, t.is_odd, t.size, t.of FROM thing t"
    assert select(Thing, "thing", {"of": "a.name"}).startswith(
        "SELECT t.id, t.words, t.is_odd, t.size, a.name FROM"
    )


def test_cells_become_values() -> None:
    """A JSON list becomes a tuple, a flag a boolean, the rest stays what it is."""
    with closing(sqlite3.connect(":memory:")) as db:
        db.row_factory = sqlite3.Row
        full = db.execute("""SELECT 'x', '["a", "王"]', 1, 3, 'y'""").fetchone()
        bare = db.execute("SELECT 'x', NULL, 0, NULL, ''").fetchone()
    assert to_model(Thing, full) == Thing("x", ("a", "王"), is_odd=True, size=3, of="y")
    assert to_model(Thing, bare) == Thing("x", (), is_odd=False, size=None)
