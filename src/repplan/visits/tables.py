"""The tables of the visits room: a visit, who was there, what was talked about."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field, SQLModel


class Visit(SQLModel, table=True):
    """A visit from wish to filing. ``start_at`` (UTC) is None where the time isn't known."""

    __table_args__ = (
        CheckConstraint("state IN ('planned', 'logged', 'filed', 'cancelled')"),
        CheckConstraint(
            "outcome IS NULL OR outcome IN ('seen', 'brief', 'staff', 'no-see', 'cancelled')"
        ),
        Index("visit_planned", "on_date", sqlite_where=text("state = 'planned'")),
        Index(
            "visit_opening", "opening_id", "on_date", sqlite_where=text("opening_id IS NOT NULL")
        ),
        Index("visit_rival", "on_date", sqlite_where=text("rival IS NOT NULL")),
        Index("visit_objective", "objective_id", sqlite_where=text("objective_id IS NOT NULL")),
    )

    id: str = Field(primary_key=True)
    ref: str = Field(unique=True)
    account_id: str | None = Field(default=None, foreign_key="account.id", index=True)
    department: str = ""
    on_date: str = Field(index=True)
    start_at: str | None = None
    minutes_planned: int | None = None
    minutes: int | None = None
    channel: str = "in-person"
    purpose: str | None = None
    heads: int | None = None
    origin: str | None = None
    state: str
    appointment: str | None = None
    agreed_with: str | None = None
    cancelled_by: str | None = None
    objective_id: str | None = Field(default=None, foreign_key="objective.id")
    outcome: str | None = None
    said: str | None = None
    agreed: str | None = None
    reading: str | None = None
    rival: str | None = None
    sample_text: str | None = None
    next_on: str | None = None
    typed: str | None = None
    # How the brief said to open: the next one opens otherwise. A plain column: note.visit_id
    # already points this way.
    opening_id: str | None = None


class VisitProvider(SQLModel, table=True):
    """Who was, or will be, in a visit, by name."""

    __tablename__ = "visit_provider"
    __table_args__ = (Index("visit_provider_pair", "visit_id", "provider_id", unique=True),)

    id: str = Field(primary_key=True)
    visit_id: str = Field(foreign_key="visit.id")
    provider_id: str = Field(foreign_key="provider.id", index=True)


class VisitProduct(SQLModel, table=True):
    """A product that was discussed, in order, with the reaction."""

    __tablename__ = "visit_product"

    id: str = Field(primary_key=True)
    visit_id: str = Field(foreign_key="visit.id", index=True)
    product_id: str = Field(foreign_key="product.id", index=True)
    position: int
    message_id: str | None = Field(default=None, foreign_key="message.id", index=True)
    reaction: str | None = None
    said: str | None = None


class VisitObjection(SQLModel, table=True):
    """An objection that was raised, in their words. ``kind`` None: not known.

    ``objection_id`` is the approved one that it matches; ``answer`` what we said to it.
    """

    __tablename__ = "visit_objection"

    id: str = Field(primary_key=True)
    visit_id: str = Field(foreign_key="visit.id", index=True)
    kind: str | None = None
    said: str
    objection_id: str | None = Field(default=None, foreign_key="objection.id", index=True)
    product_id: str | None = Field(default=None, foreign_key="product.id", index=True)
    answer: str | None = None
    has_landed: bool | None = None
