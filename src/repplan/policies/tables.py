"""The table of the employer's own policy, laid over the one that repplan knows."""

from __future__ import annotations

from sqlmodel import Field, SQLModel


class OwnPolicy(SQLModel, table=True):
    """The employer's file, whole, as it was read: at most one row, whose ``id`` is ``own``."""

    __tablename__ = "own_policy"

    id: str = Field(primary_key=True)
    name: str
    body: str
