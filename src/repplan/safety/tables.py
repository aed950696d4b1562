"""The table of the safety room."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field, SQLModel


class SafetyReport(SQLModel, table=True):
    """Something heard that may be a safety event, and its clock.

    ``heard_at``, ``due_at`` and ``reported_at`` are instants (UTC). Of the patient an age band and
    the sex alone; ``provider_id`` is who told it, None: nobody of the store.
    """

    __tablename__ = "safety_report"
    __table_args__ = (
        CheckConstraint("state IN ('open', 'reported', 'not-an-event')"),
        CheckConstraint("sex IS NULL OR sex IN ('female', 'male', 'other')"),
        CheckConstraint("state <> 'reported' OR reference IS NOT NULL"),
        Index("safety_open", "due_at", sqlite_where=text("state = 'open'")),
    )

    id: str = Field(primary_key=True)
    ref: str = Field(unique=True)
    provider_id: str | None = Field(default=None, foreign_key="provider.id", index=True)
    product_id: str | None = Field(default=None, foreign_key="product.id", index=True)
    visit_id: str | None = Field(default=None, foreign_key="visit.id", index=True)
    heard_at: str
    what: str
    age_band: str | None = None
    sex: str | None = None
    due_at: str
    state: str = "open"
    reported_at: str | None = None
    reference: str | None = None
    why: str | None = None
