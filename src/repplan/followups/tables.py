"""The tables of the follow-ups room: promises, both ways, and what they care about."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field, SQLModel


class Followup(SQLModel, table=True):
    """What was promised, by whom, until when, and how it ended."""

    __table_args__ = (
        CheckConstraint("by IN ('us', 'them')"),
        CheckConstraint("state IN ('open', 'kept', 'late', 'broken', 'waived')"),
        # due asks for those whose day has come, and counts all without reading them.
        Index(
            "followup_open",
            "due_on",
            "by",
            "snoozed_until",
            "state",
            "id",
            sqlite_where=text("state = 'open'"),
        ),
        Index("followup_of", "provider_id", "state", "due_on"),
        Index("followup_via", "via_id", sqlite_where=text("via_id IS NOT NULL")),
    )

    id: str = Field(primary_key=True)
    ref: str = Field(unique=True)
    provider_id: str | None = Field(default=None, foreign_key="provider.id")
    account_id: str | None = Field(default=None, foreign_key="account.id", index=True)
    visit_id: str | None = Field(default=None, foreign_key="visit.id", index=True)
    rollout_id: str | None = Field(default=None, foreign_key="rollout.id", index=True)
    by: str = "us"
    kind: str = "promise"
    what: str
    channel: str | None = None
    via_id: str | None = Field(default=None, foreign_key="provider.id")
    via_since_on: str | None = None
    made_on: str
    due_on: str | None = None
    is_assumed: bool = False
    state: str = "open"
    closed_on: str | None = None
    proof: str | None = None
    why: str | None = None
    snoozed_until: str | None = None
    snoozed_because: str | None = None


class Concern(SQLModel, table=True):
    """What a provider cares about now; open until a visit settles it."""

    __table_args__ = (Index("concern_of", "provider_id", "settled_on"),)

    id: str = Field(primary_key=True)
    provider_id: str = Field(foreign_key="provider.id")
    visit_id: str | None = Field(default=None, foreign_key="visit.id", index=True)
    what: str
    raised_on: str
    settled_on: str | None = None
