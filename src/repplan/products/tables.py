"""The table of the products room."""

from __future__ import annotations

from sqlmodel import Field, SQLModel


class Product(SQLModel, table=True):
    """What the rep talks about. ``until_on`` is exclusive: the day it stopped being ours."""

    id: str = Field(primary_key=True)
    ref: str = Field(unique=True)
    name: str
    folded: str = Field(unique=True)
    generic_name: str | None = None
    from_on: str | None = None
    until_on: str | None = None
