"""All tables of all rooms in one metadata: for migrations, their test, and published schemas."""

from __future__ import annotations

from sqlalchemy import DefaultClause
from sqlalchemy.sql.schema import ScalarElementColumnDefault
from sqlmodel import SQLModel

from repplan.accounts import tables as accounts
from repplan.consents import tables as consents
from repplan.drills import tables as drills
from repplan.followups import tables as followups
from repplan.inquiries import tables as inquiries
from repplan.notes import tables as notes
from repplan.objectives import tables as objectives
from repplan.policies import tables as policies
from repplan.products import tables as products
from repplan.providers import tables as providers
from repplan.reception import tables as reception
from repplan.relations import tables as relations
from repplan.rollouts import tables as rollouts
from repplan.routes import tables as routes
from repplan.safety import tables as safety
from repplan.samples import tables as samples
from repplan.screening import tables as screening
from repplan.spending import tables as spending
from repplan.timeoff import tables as timeoff
from repplan.upkeep import tables as upkeep
from repplan.visits import tables as visits

ROOMS = (
    policies, accounts, providers, reception, timeoff, relations, products, screening, consents, objectives,
    followups, notes, drills, rollouts, visits, safety, inquiries, samples, spending, routes, upkeep,
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
