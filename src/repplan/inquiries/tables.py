"""The table of the inquiries room."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field, SQLModel


class Inquiry(SQLModel, table=True):
    """A question that medical affairs answers. Once sent, who asked what is locked.

    ``followup_id`` is the question owed in the follow-up queue; ``answer_by`` how they want the
    answer; ``routed_to`` whom it goes to.
    """

    __table_args__ = (
        CheckConstraint("state IN ('open', 'sent', 'answered', 'handed', 'withdrawn')"),
        Index("inquiry_of", "provider_id", "state"),
        Index(
            "inquiry_waiting",
            "asked_on",
            sqlite_where=text("state IN ('open', 'sent', 'answered')"),
        ),
    )

    id: str = Field(primary_key=True)
    ref: str = Field(unique=True)
    provider_id: str = Field(foreign_key="provider.id")
    product_id: str | None = Field(default=None, foreign_key="product.id", index=True)
    visit_id: str | None = Field(default=None, foreign_key="visit.id", index=True)
    followup_id: str | None = Field(default=None, foreign_key="followup.id", index=True)
    question: str
    is_unsolicited: bool = True
    answer_by: str | None = None
    routed_to: str | None = None
    asked_on: str
    state: str = "open"
    sent_at: str | None = None
    answered_on: str | None = None
    answer: str | None = None
    handed_on: str | None = None
    why: str | None = None
