"""Which objective these words mean, asked at a terminal where it is unclear: for commands alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.cli.pick import pick
from repplan.errors import SeveralMatch
from repplan.objectives import queries
from repplan.objectives.rules import NoSuchObjective
from repplan.providers import queries as providers
from repplan.providers.pick import nearest_of
from repplan.store.refs import short_ref

if TYPE_CHECKING:
    import sqlite3

    from repplan.objectives.model import Objective


def pick_objective(db: sqlite3.Connection, said: str) -> Objective:
    """Return the objective meant. Raises: NoSuchObjective, SeveralMatch, Declined."""
    return pick(
        said,
        queries.called(db, said),
        lambda one: _line(db, one),
        nearest=lambda: _nearest(db, said),
        several=SeveralMatch,
        missing=NoSuchObjective,
    )


def _line(db: sqlite3.Connection, one: Objective) -> str:
    return f"{one.short_name}: {one.what}  {short_ref(db, 'objective', one.ref)}"


def _nearest(db: sqlite3.Connection, said: str) -> tuple[str, ...]:
    """Return what is open of whom the first word means, else the nearest names to it."""
    first = said.partition(" ")[0]
    people = providers.called(db, first)
    items = [item for one in people for item in queries.open_of(db, one.id)]
    if people:
        return tuple(_line(db, item) for item in items[:_MOST])
    return nearest_of(db, first)


_MOST = 5
