"""The tables of the accounts room."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field, SQLModel


class Account(SQLModel, table=True):
    """A place where providers work. Lists are JSON arrays of text."""

    __table_args__ = (
        CheckConstraint("state IN ('active', 'closed', 'merged')"),
        # Few have it; without an index each account that goes would be looked for in all others.
        Index("account_merged", "merged_into_id", sqlite_where=text("merged_into_id IS NOT NULL")),
    )

    id: str = Field(primary_key=True)
    ref: str = Field(unique=True)
    name: str = Field(index=True)
    folded: str = Field(default="", index=True)
    kind: str = "other"
    parent_id: str | None = Field(default=None, foreign_key="account.id", index=True)
    departments: str = "[]"
    street: str | None = None
    city: str | None = Field(default=None, index=True)
    region: str | None = None
    postcode: str | None = None
    country: str | None = None
    address_key: str | None = Field(default=None, index=True)
    phone: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    time_zone: str | None = None
    access: str | None = None
    formulary: str | None = None
    payers: str = "[]"
    budget_months: str | None = None
    purchase: str = "[]"
    signs: str | None = None
    committee_on: str | None = None
    asked_for: str | None = None
    state: str = "active"
    merged_into_id: str | None = Field(default=None, foreign_key="account.id")
