"""The table of the rollouts room."""

from __future__ import annotations

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel


class Rollout(SQLModel, table=True):
    """A product begun at an account or with a provider. ``ended_on`` None: it goes on."""

    __table_args__ = (CheckConstraint("account_id IS NOT NULL OR provider_id IS NOT NULL"),)

    id: str = Field(primary_key=True)
    ref: str = Field(unique=True)
    product_id: str = Field(foreign_key="product.id", index=True)
    account_id: str | None = Field(default=None, foreign_key="account.id", index=True)
    provider_id: str | None = Field(default=None, foreign_key="provider.id", index=True)
    from_on: str
    ended_on: str | None = None
