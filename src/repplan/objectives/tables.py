"""The table of the objectives room."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field, SQLModel


class Objective(SQLModel, table=True):
    """What a provider will do or know, by when, and how it ended. ``until_on`` is the last day."""

    __table_args__ = (
        CheckConstraint("result IN ('open', 'met', 'partly', 'missed', 'dropped')"),
        # With the result: else each row is read to see that it is open.
        Index("objective_open", "provider_id", "result", sqlite_where=text("result = 'open'")),
        Index("objective_product", "product_id", sqlite_where=text("product_id IS NOT NULL")),
    )

    id: str = Field(primary_key=True)
    ref: str = Field(unique=True)
    provider_id: str = Field(foreign_key="provider.id", index=True)
    what: str
    measure: str | None = None
    benefit: str | None = None
    kind: str = "win"
    product_id: str | None = Field(default=None, foreign_key="product.id")
    from_on: str
    until_on: str | None = None
    result: str = "open"
    why: str | None = None
    evidence: str | None = None
    closed_on: str | None = None
    # The visit that settled it. A plain column: visit.objective_id already points this way.
    visit_id: str | None = None
