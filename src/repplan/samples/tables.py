"""The tables of the samples room: lots, what moved, what was counted. Movements are only added."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field, SQLModel


class SampleLot(SQLModel, table=True):
    """A lot of a product's samples. ``expires_on`` is the last day on which one may be dropped."""

    __tablename__ = "sample_lot"
    __table_args__ = (Index("sample_lot_number", "product_id", "strength", "number", unique=True),)

    id: str = Field(primary_key=True)
    ref: str = Field(unique=True)
    product_id: str = Field(foreign_key="product.id")
    strength: str = ""
    number: str
    expires_on: str | None = None


class SampleMovement(SQLModel, table=True):
    """What came or went. ``quantity`` is signed: what it does to the balance; never zero.

    ``request`` and ``receipt`` are the numbers of the signed papers; ``to_whom`` a colleague's name
    of a transfer; ``corrects_id`` the movement that this one takes back.
    """

    __tablename__ = "sample_movement"
    __table_args__ = (
        CheckConstraint(
            "kind IN ('received', 'dropped', 'returned', 'lost', 'transferred', 'adjusted')"
        ),
        CheckConstraint("quantity <> 0"),
        Index("sample_movement_of", "provider_id", "on_date"),
        # A balance is a sum over a lot's movements: read from here alone.
        Index("sample_movement_lot", "lot_id", "on_date", "quantity"),
    )

    id: str = Field(primary_key=True)
    ref: str = Field(unique=True)
    lot_id: str = Field(foreign_key="sample_lot.id")
    kind: str
    quantity: int
    on_date: str
    provider_id: str | None = Field(default=None, foreign_key="provider.id")
    # No foreign key: a log can be taken back, what it moved stands.
    visit_id: str | None = Field(default=None, index=True)
    request: str | None = None
    receipt: str | None = None
    to_whom: str | None = None
    why: str | None = None
    corrects_id: str | None = Field(default=None, foreign_key="sample_movement.id", index=True)


class SampleCount(SQLModel, table=True):
    """A lot counted by hand: ``found`` pieces where the movements said ``expected``."""

    __tablename__ = "sample_count"

    id: str = Field(primary_key=True)
    lot_id: str = Field(foreign_key="sample_lot.id", index=True)
    on_date: str
    found: int
    expected: int
