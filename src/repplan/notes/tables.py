"""The table of the notes room."""

from __future__ import annotations

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel


class Note(SQLModel, table=True):
    """What is known about a provider: professional, or personal and kept apart."""

    __table_args__ = (CheckConstraint("kind IN ('professional', 'personal')"),)

    id: str = Field(primary_key=True)
    ref: str = Field(unique=True)
    provider_id: str = Field(foreign_key="provider.id", index=True)
    visit_id: str | None = Field(default=None, foreign_key="visit.id", index=True)
    kind: str = "professional"
    text: str
    source: str | None = None
    noted_on: str
    expires_on: str | None = None
