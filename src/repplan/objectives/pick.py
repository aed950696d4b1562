"""Which objective these words mean, asked at a terminal where it is unclear: for commands alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.cli.pick import pick
from repplan.errors import SeveralMatch
from repplan.objectives import queries
from repplan.store.refs import short_ref

if TYPE_CHECKING:
    import sqlite3

    from repplan.objectives.model import Objective


def pick_objective(db: sqlite3.Connection, said: str) -> Objective:
    """Return the objective meant. Raises: NotFound, SeveralMatch, Declined."""
    return pick(
        said,
        queries.called(db, said),
        lambda one: f"{one.short_name}: {one.what}  {short_ref(db, 'objective', one.ref)}",
        several=SeveralMatch,
    )
