"""The tables of the relations room: who stands where, who moves whom, what each was given."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field, SQLModel


class Relation(SQLModel, table=True):
    """One provider's relation to another: ``provider_id`` reports to, mentors … ``other_id``."""

    __table_args__ = (
        CheckConstraint(
            "kind IN ('reports to', 'refers to', 'mentors', 'influences', 'works with')"
        ),
        CheckConstraint("provider_id <> other_id"),
    )

    id: str = Field(primary_key=True)
    ref: str = Field(unique=True)
    provider_id: str = Field(foreign_key="provider.id", index=True)
    other_id: str = Field(foreign_key="provider.id", index=True)
    kind: str
    from_on: str | None = None
    until_on: str | None = None
    evidence: str | None = None


class Stance(SQLModel, table=True):
    """Where a provider stood on a day, at an account, maybe on one product. The newest counts."""

    __table_args__ = (
        CheckConstraint(
            "stance IS NULL OR stance IN ('champion', 'supporter', 'neutral', 'skeptic', 'blocker')"
        ),
        CheckConstraint(
            "influence IS NULL "
            "OR influence IN ('decision-maker', 'influencer', 'gatekeeper', 'user')"
        ),
        CheckConstraint("stance IS NOT NULL OR influence IS NOT NULL"),
        Index("stance_of", "provider_id", "noted_on"),
    )

    id: str = Field(primary_key=True)
    ref: str = Field(unique=True)
    provider_id: str = Field(foreign_key="provider.id")
    account_id: str | None = Field(default=None, foreign_key="account.id", index=True)
    product_id: str | None = Field(default=None, foreign_key="product.id", index=True)
    stance: str | None = None
    influence: str | None = None
    noted_on: str
    evidence: str | None = None


class ValueGiven(SQLModel, table=True):
    """Something of use that was given and is no sample: an article, an introduction, a training."""

    __tablename__ = "value_given"
    __table_args__ = (
        # due asks each morning who has a piece of news already: no row is read for it.
        Index(
            "value_given_material",
            "material_id",
            "provider_id",
            "given_on",
            sqlite_where=text("material_id IS NOT NULL"),
        ),
    )

    id: str = Field(primary_key=True)
    provider_id: str | None = Field(default=None, foreign_key="provider.id", index=True)
    visit_id: str | None = Field(default=None, foreign_key="visit.id", index=True)
    kind: str = "other"
    what: str
    material_id: str | None = Field(default=None, foreign_key="material.id")
    given_on: str
