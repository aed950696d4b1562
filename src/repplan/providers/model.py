"""A provider, their affiliations and their licences, in the field's words."""

from __future__ import annotations

from repplan.errors import N_, NP_
from repplan.fields import Field, Kind
from repplan.i18n.phrases import placed
from repplan.records import dataclass

TIERS = ("A", "B", "C", "D")
STATES = (N_("unverified"), N_("active"), NP_("state", "no-see"), NP_("state", "left"))
COLLEAGUE = N_("colleague")
ROLES = (
    N_("physician"), N_("nurse practitioner"), N_("physician assistant"), N_("nurse"),
    N_("pharmacist"), N_("practice manager"), N_("administrator"), N_("other"), COLLEAGUE,
)  # fmt: skip
CHANNELS = (
    N_("in-person"), N_("phone"), N_("video"), N_("email"), N_("message"), N_("event"),
)  # fmt: skip

FIELDS = (
    Field("name", N_("name: as you write it"), is_needed=True),
    Field("given_name", N_("given name"), empty=""),
    Field("family_name", N_("family name"), empty=""),
    Field("title", N_("title: MD, NP, 主任医师"), empty=""),
    Field("native_name", N_("native name: in their own script"), empty=""),
    Field("pinyin", N_("pinyin: a blank between syllables"), empty=""),
    Field("nicknames", N_("nicknames: parted by ;"), Kind.LIST),
    Field("role", N_("role: physician, nurse, pharmacist, colleague …"), Kind.CHOICE, ROLES,
          is_needed=True),
    Field("specialties", N_("specialties: parted by ;"), Kind.LIST, flag="--specialty"),
    Field("npi", N_("NPI number")),
    Field("tier", N_("tier: A, B, C or D"), Kind.CHOICE, TIERS),
    Field("segment", N_("segment: or target list")),
    Field("ideal_days", N_("ideal gap: days between contacts, instead of the tier's"), Kind.COUNT),
    Field("maximum_days", N_("maximum gap: days between contacts"), Kind.COUNT),
    Field("languages", N_("languages: parted by ;"), Kind.LIST),
    Field("phone", N_("phone")),
    Field("email", N_("e-mail")),
    Field("assistant_name", N_("assistant's name")),
    Field("assistant_phone", N_("assistant's phone")),
    Field("preferred_channel", N_("preferred channel"), Kind.CHOICE, CHANNELS),
    Field("best_times", N_("best times: in words")),
    Field("likes", N_("likes: how to speak to them")),
    Field("prescribing", N_("prescribing: habits in words, never volumes")),
    Field("patients", N_("patients: in words, never one by one")),
    Field("interests", N_("clinical interests")),
    Field("state", N_("state: unverified, active, no-see, left"), Kind.CHOICE, STATES,
          is_needed=True),
    Field("seen_before_on", N_("seen before: last seen before repplan, 2026-10-31"), Kind.DAY,
          flag="--last-seen-on"),
)  # fmt: skip

TEXTS = ("likes", "prescribing", "patients", "interests")
"""Columns of one's own words: they are checked before they are kept."""

AFFILIATION_FIELDS = (
    Field("department", N_("department: there"), empty=""),
    Field("hours", N_("hours: weekdays and times there, in words")),
    Field("building", N_("building")),
    Field("floor", N_("floor")),
    Field("room", N_("room: or suite")),
)


@dataclass(frozen=True)
class Provider:
    """One provider. Empty text and None both mean: not known; days are ISO text."""

    id: str
    ref: str
    name: str
    given_name: str
    family_name: str
    title: str
    native_name: str
    pinyin: str
    nicknames: tuple[str, ...]
    role: str
    specialties: tuple[str, ...]
    npi: str | None
    tier: str | None
    segment: str | None
    ideal_days: int | None
    maximum_days: int | None
    languages: tuple[str, ...]
    phone: str | None
    email: str | None
    assistant_name: str | None
    assistant_phone: str | None
    preferred_channel: str | None
    best_times: str | None
    likes: str | None
    prescribing: str | None
    patients: str | None
    interests: str | None
    state: str
    seen_before_on: str | None
    last_contact_on: str | None
    snoozed_until: str | None
    snoozed_because: str | None

    @property
    def short_name(self) -> str:
        """The name for a narrow column: the native one, else the family name, else all of it."""
        return self.native_name or self.family_name or self.name

    @property
    def is_colleague(self) -> bool:
        """Whether this is one of the rep's own team."""
        return self.role == COLLEAGUE


@dataclass(frozen=True)
class Affiliation:
    """Where a provider works. ``until_on`` is exclusive."""

    id: str
    ref: str
    provider_id: str
    account_id: str
    account: str
    department: str
    role: str | None
    is_primary: bool
    hours: str | None
    building: str | None
    floor: str | None
    room: str | None
    from_on: str | None
    until_on: str | None

    @property
    def place(self) -> str:
        """Account, department, building, floor and room as one phrase."""
        return placed((self.account, self.department, self.building, self.floor, self.room))


@dataclass(frozen=True)
class Licence:
    """A licence to practise."""

    id: str
    region: str
    number: str
    status: str | None
    expires_on: str | None
