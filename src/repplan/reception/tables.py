"""The table of the reception room."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field, SQLModel


class ReceptionRule(SQLModel, table=True):
    """How an account, or one department of it, receives reps. Lists are JSON arrays.

    ``weekdays`` are ISO numbers, Monday is 1, none: any; ``opens``, ``closes`` and ``lead_by`` local
    times (``08:00``); ``lead_days`` working days between applying and the visit. ``filing`` is our
    filing there, ``filing_until_on`` the day from which it no longer counts; ``until_on`` (exclusive)
    the day the rule ended.
    """

    __tablename__ = "reception_rule"
    __table_args__ = (
        CheckConstraint("booking IN ('none', 'appointment', 'application')"),
        Index(
            "reception_filing",
            "filing_until_on",
            sqlite_where=text("filing_until_on IS NOT NULL"),
        ),
    )

    id: str = Field(primary_key=True)
    account_id: str = Field(foreign_key="account.id", index=True)
    department: str = ""
    place: str | None = None
    weekdays: str = "[]"
    opens: str | None = None
    closes: str | None = None
    booking: str = "none"
    lead_days: int | None = None
    lead_by: str | None = None
    form: str | None = None
    people_needed: int | None = None
    contact: str | None = None
    filing: str | None = None
    filing_until_on: str | None = None
    source: str | None = None
    noted_on: str
    until_on: str | None = None
