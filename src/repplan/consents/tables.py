"""The table of the consents room."""

from __future__ import annotations

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel


class Consent(SQLModel, table=True):
    """What a provider allowed or forbade. Empty ``value``: every address; empty ``topic``: all.

    ``expires_on`` is the last day on which it counts, as they gave it; ``until_on`` (exclusive) the
    day it was withdrawn or replaced. While an out counts, no in does.
    """

    __table_args__ = (CheckConstraint("channel IN ('email', 'phone', 'message', 'data')"),)

    id: str = Field(primary_key=True)
    ref: str = Field(unique=True)
    provider_id: str = Field(foreign_key="provider.id", index=True)
    channel: str
    value: str = ""
    topic: str = ""
    is_in: bool
    given_on: str
    how: str | None = None
    expires_on: str | None = None
    until_on: str | None = None
