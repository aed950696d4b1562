"""The table of the drills room."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field, SQLModel


class DrillCard(SQLModel, table=True):
    """What is practised, and its state in the spaced-repetition schedule (``state``: JSON of fsrs).

    ``subject_id`` is the record asked about, ``aspect`` what of it: a depth, a column, a question.
    """

    __tablename__ = "drill_card"
    __table_args__ = (
        CheckConstraint("kind IN ('message', 'objection', 'fact', 'who')"),
        Index("drill_card_subject", "subject_id", "aspect", unique=True),
    )

    id: str = Field(primary_key=True)
    ref: str = Field(unique=True)
    kind: str
    subject_id: str
    aspect: str
    state: str
    due_at: str = Field(index=True)
    practised_at: str | None = None
