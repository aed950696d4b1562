"""The tables of the screening room: the rep's own watch words, and what was kept in spite of a rule."""

from __future__ import annotations

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel


class WatchWord(SQLModel, table=True):
    """A word that the rep has added to those that lead to a question. ``folded`` is its key."""

    __tablename__ = "watch_word"
    __table_args__ = (CheckConstraint("label IN ('safety', 'barred')"),)

    id: str = Field(primary_key=True)
    label: str
    text: str
    folded: str = Field(unique=True)
    noted_on: str


class Override(SQLModel, table=True):
    """What a rule warned of and was kept all the same: which rule, of which record, and why.

    The words themselves stay in the record alone.
    """

    id: str = Field(primary_key=True)
    rule: str
    tbl: str
    record_id: str = Field(index=True)
    reason: str
    noted_on: str
