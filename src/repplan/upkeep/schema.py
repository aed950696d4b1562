"""All tables of all rooms in one metadata: for migrations, their test, and published schemas."""

from __future__ import annotations

from sqlalchemy import DefaultClause
from sqlalchemy.sql.schema import ScalarElementColumnDefault
from sqlmodel import SQLModel

from repplan.accounts import tables as accounts
from repplan.drills import tables as drills
from repplan.followups import tables as followups
from repplan.notes import tables as notes
from repplan.objectives import tables as objectives
from repplan.products import tables as products
from repplan.providers import tables as providers
from repplan.relations import tables as relations
from repplan.rollouts import tables as rollouts
from repplan.upkeep import tables as upkeep
from repplan.visits import tables as visits

ROOMS = (
    accounts, providers, relations, products, objectives, followups, notes, drills, rollouts, visits,
    upkeep,
)  # fmt: skip
"""Every module that declares tables; a room that isn't here has none."""

metadata = SQLModel.metadata

for _table in metadata.tables.values():
    for _column in _table.columns:
        # A default that is declared once holds for every writer, our SQL and outside edits too.
        _default = _column.default
        if isinstance(_default, ScalarElementColumnDefault) and _column.server_default is None:
            _scalar = _default.arg
            _value = int(_scalar) if isinstance(_scalar, bool) else _scalar
            _column.server_default = DefaultClause(str(_value))
