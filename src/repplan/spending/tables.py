"""The tables of the spending room: a transfer of value, and each one's share."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field, SQLModel


class Spend(SQLModel, table=True):
    """Something of value, paid on one day. ``minor`` is the amount in the currency's smallest unit.

    ``heads`` are all who shared it, also those whom nobody named; ``nature`` is a word of the field
    (food and beverage, travel and lodging …).
    """

    __table_args__ = (
        CheckConstraint("minor > 0"),
        CheckConstraint("heads > 0"),
    )

    id: str = Field(primary_key=True)
    ref: str = Field(unique=True)
    on_date: str = Field(index=True)
    minor: int
    currency: str
    nature: str
    heads: int
    product_id: str | None = Field(default=None, foreign_key="product.id", index=True)
    visit_id: str | None = Field(default=None, foreign_key="visit.id", index=True)
    account_id: str | None = Field(default=None, foreign_key="account.id", index=True)
    what: str | None = None


class SpendShare(SQLModel, table=True):
    """What one provider got of it, in the currency's smallest unit."""

    __tablename__ = "spend_share"
    __table_args__ = (Index("spend_share_pair", "spend_id", "provider_id", unique=True),)

    id: str = Field(primary_key=True)
    spend_id: str = Field(foreign_key="spend.id")
    provider_id: str = Field(foreign_key="provider.id", index=True)
    minor: int
