"""The table of settings, by name."""

from __future__ import annotations

from sqlmodel import Field, SQLModel


class Setting(SQLModel, table=True):
    """One setting that differs from its default; ``id`` is its name."""

    id: str = Field(primary_key=True)
    value: str
