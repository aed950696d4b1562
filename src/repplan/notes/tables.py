"""The table of the notes room."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index
from sqlalchemy import text as sql
from sqlmodel import Field, SQLModel


class Note(SQLModel, table=True):
    """What is known about a provider: professional, or personal and kept apart.

    ``happened_on`` is the day of what it tells (a congress); ``yearly`` one that comes back, MM-DD.
    """

    __table_args__ = (
        CheckConstraint("kind IN ('professional', 'personal')"),
        # due asks each morning whose day it is: few notes have one.
        Index("note_yearly", "yearly", sqlite_where=sql("yearly IS NOT NULL")),
    )

    id: str = Field(primary_key=True)
    ref: str = Field(unique=True)
    provider_id: str = Field(foreign_key="provider.id", index=True)
    visit_id: str | None = Field(default=None, foreign_key="visit.id", index=True)
    kind: str = "professional"
    topic: str | None = None
    text: str
    source: str | None = None
    noted_on: str
    happened_on: str | None = None
    yearly: str | None = None
    expires_on: str | None = None
