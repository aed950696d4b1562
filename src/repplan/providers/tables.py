"""The tables of the providers room: providers, their licences, affiliations and search keys."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field, SQLModel


class Provider(SQLModel, table=True):
    """A person whom the rep visits, or a colleague. Lists are JSON arrays of text."""

    __table_args__ = (
        CheckConstraint("state IN ('unverified', 'active', 'no-see', 'left')"),
        CheckConstraint("tier IS NULL OR tier IN ('A', 'B', 'C', 'D')"),
        # due asks per tier for the ones not seen for longest, in this order, and counts them. The
        # rest stands here so that only the rows of those who are shown are read.
        Index(
            "provider_cadence",
            "tier",
            "last_contact_on",
            "ref",
            "snoozed_until",
            "id",
            "state",
            "role",
            "ideal_days",
            sqlite_where=text("state <> 'left' AND role <> 'colleague' AND ideal_days IS NULL"),
        ),
        # Who has the same short name, told without reading their rows.
        Index("provider_family", "family_name", "native_name", "given_name", "state", "id"),
        # Every log asks who the rep's own team is: a handful of rows.
        Index("provider_colleague", "name", sqlite_where=text("role = 'colleague'")),
        Index(
            "provider_own_cadence",
            "last_contact_on",
            sqlite_where=text("ideal_days IS NOT NULL"),
        ),
    )

    id: str = Field(primary_key=True)
    ref: str = Field(unique=True)
    name: str = Field(index=True)
    given_name: str = ""
    family_name: str = ""
    title: str = ""
    native_name: str = ""
    pinyin: str = ""
    nicknames: str = "[]"
    role: str = "physician"
    specialties: str = "[]"
    npi: str | None = Field(default=None, unique=True)
    tier: str | None = None
    segment: str | None = None
    ideal_days: int | None = None
    maximum_days: int | None = None
    languages: str = "[]"
    phone: str | None = None
    email: str | None = None
    assistant_name: str | None = None
    assistant_phone: str | None = None
    preferred_channel: str | None = None
    best_times: str | None = None
    likes: str | None = None
    prescribing: str | None = None
    patients: str | None = None
    interests: str | None = None
    state: str = "active"
    seen_before_on: str | None = None
    last_contact_on: str | None = None
    snoozed_until: str | None = None
    snoozed_because: str | None = None


class Licence(SQLModel, table=True):
    """A licence to practise, by region and number."""

    __table_args__ = (Index("licence_number", "number", "region", unique=True),)

    id: str = Field(primary_key=True)
    provider_id: str = Field(foreign_key="provider.id", index=True)
    region: str = ""
    number: str
    status: str | None = None
    expires_on: str | None = None


class Affiliation(SQLModel, table=True):
    """Where a provider works, and when one finds them there. ``until_on`` is exclusive."""

    id: str = Field(primary_key=True)
    ref: str = Field(unique=True)
    provider_id: str = Field(foreign_key="provider.id", index=True)
    account_id: str = Field(foreign_key="account.id", index=True)
    department: str = ""
    role: str | None = None
    is_primary: bool = False
    hours: str | None = None
    building: str | None = None
    floor: str | None = None
    room: str | None = None
    from_on: str | None = None
    until_on: str | None = None


class NameKey(SQLModel, table=True):
    """Folded words by which a provider is found; derived from the provider, not journalled."""

    __tablename__ = "name_key"
    __table_args__ = ({"sqlite_with_rowid": False},)

    key: str = Field(primary_key=True)
    provider_id: str = Field(primary_key=True, index=True)
