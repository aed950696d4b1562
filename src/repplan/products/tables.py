"""The tables of the products room: what is talked about, and what is said of it."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field, SQLModel


class Product(SQLModel, table=True):
    """What the rep talks about. ``until_on`` is exclusive: the day it stopped being ours.

    ``pack`` is the knowledge pack it came from; lists are JSON arrays of text.
    """

    id: str = Field(primary_key=True)
    ref: str = Field(unique=True)
    name: str
    folded: str = Field(unique=True)
    generic_name: str | None = None
    indications: str = "[]"
    mechanism: str | None = None
    trials: str = "[]"
    safety_profile: str | None = None
    comparisons: str = "[]"
    labelling: str | None = None
    from_on: str | None = None
    until_on: str | None = None
    updated_on: str | None = None
    pack: str | None = None


class Message(SQLModel, table=True):
    """A key message: its text at three depths, its claim and its limitation, never one alone.

    Empty audience lists: for everybody. ``expires_on`` is the last day of its approval; ``code``
    is its name inside the pack that it came from.
    """

    __table_args__ = (
        CheckConstraint("limitation <> ''"),
        CheckConstraint(
            "angle IS NULL "
            "OR angle IN ('adherence', 'side effects', 'cost', 'outcomes', 'workflow')"
        ),
        Index("message_code", "pack", "code", unique=True, sqlite_where=text("pack IS NOT NULL")),
    )

    id: str = Field(primary_key=True)
    ref: str = Field(unique=True)
    product_id: str = Field(foreign_key="product.id", index=True)
    roles: str = "[]"
    specialties: str = "[]"
    angle: str | None = None
    text_20s: str
    text_2m: str | None = None
    text_10m: str | None = None
    claim: str
    limitation: str
    citation: str | None = None
    figure: str | None = None
    expires_on: str | None = None
    updated_on: str | None = None
    retired_on: str | None = None
    pack: str | None = None
    code: str | None = None


class Objection(SQLModel, table=True):
    """An objection that people raise, with the approved answer."""

    __table_args__ = (
        CheckConstraint("category IN ('clinical', 'financial', 'logistical')"),
        Index("objection_code", "pack", "code", unique=True, sqlite_where=text("pack IS NOT NULL")),
    )

    id: str = Field(primary_key=True)
    ref: str = Field(unique=True)
    product_id: str = Field(foreign_key="product.id", index=True)
    category: str
    text: str
    answer: str
    citation: str | None = None
    expires_on: str | None = None
    updated_on: str | None = None
    retired_on: str | None = None
    pack: str | None = None
    code: str | None = None


class Material(SQLModel, table=True):
    """Something to leave, show or share. ``dated_on``: it is news of that day.

    ``topics`` are the words by which it is matched with what people asked, objected to or care
    about; ``product_id`` None: of no one product.
    """

    __table_args__ = (
        Index("material_code", "pack", "code", unique=True, sqlite_where=text("pack IS NOT NULL")),
    )

    id: str = Field(primary_key=True)
    ref: str = Field(unique=True)
    title: str
    kind: str = "article"
    version: str | None = None
    product_id: str | None = Field(default=None, foreign_key="product.id", index=True)
    summary: str | None = None
    topics: str = "[]"
    place: str | None = None
    dated_on: str | None = None
    expires_on: str | None = None
    updated_on: str | None = None
    retired_on: str | None = None
    pack: str | None = None
    code: str | None = None


class Coverage(SQLModel, table=True):
    """Whether a payer or a list pays for a product, at one account or (None) everywhere.

    ``pack`` is the knowledge pack it came from.
    """

    __table_args__ = (
        CheckConstraint("state IN ('covered', 'restricted', 'not covered', 'pending')"),
    )

    id: str = Field(primary_key=True)
    product_id: str = Field(foreign_key="product.id", index=True)
    payer: str
    account_id: str | None = Field(default=None, foreign_key="account.id", index=True)
    state: str = "covered"
    steps: str | None = None
    from_on: str | None = None
    until_on: str | None = None
    pack: str | None = None


class Pack(SQLModel, table=True):
    """A knowledge pack that was loaded, by its name; the newest version counts."""

    id: str = Field(primary_key=True)
    name: str = Field(unique=True)
    version: str
    language: str | None = None
    loaded_on: str
