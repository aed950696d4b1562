"""An account in the field's words: a place where providers work."""

from __future__ import annotations

from repplan.errors import N_
from repplan.fields import Field, Kind
from repplan.records import dataclass

KINDS = (
    N_("hospital"), N_("health system"), N_("clinic"), N_("surgery centre"),
    N_("private practice"), N_("group practice"), N_("pharmacy"), N_("specialty pharmacy"),
    N_("long-term care"), N_("rehabilitation"), N_("laboratory"), N_("other"),
)  # fmt: skip
STATES = (N_("active"), N_("closed"))

FIELDS = (
    Field("name", N_("name: as people call it"), is_needed=True),
    Field("kind", N_("kind: hospital, clinic, pharmacy …"), Kind.CHOICE, KINDS, empty="other"),
    Field("departments", N_("departments: parted by ;"), Kind.LIST),
    Field("street", N_("street: and number")),
    Field("city", N_("town")),
    Field("region", N_("region: state or province")),
    Field("postcode", N_("postcode")),
    Field("country", N_("country: two letters")),
    Field("phone", N_("phone: of the desk")),
    Field("latitude", N_("latitude: degrees north"), Kind.DEGREES),
    Field("longitude", N_("longitude: degrees east"), Kind.DEGREES),
    Field("time_zone", N_("time zone: such as America/Chicago")),
    Field("access", N_("access: door, desk, when, what to leave in the car")),
    Field("formulary", N_("formulary: notes on what is listed")),
    Field("payers", N_("payers: parted by ;"), Kind.LIST),
    Field("budget_months", N_("budget months: when money is decided on, in words")),
    Field("purchase", N_("purchase: the steps to one, in order, parted by ;"), Kind.LIST),
    Field("signs", N_("signs: who signs a purchase")),
    Field(
        "committee_on",
        N_("committee: the next meeting's day, 2026-12-15"),
        Kind.DAY,
        flag="--committee",
    ),
    Field("asked_for", N_("asked for: what we asked of them last")),
    Field("state", N_("state: active or closed"), Kind.CHOICE, STATES, is_needed=True),
)


@dataclass(frozen=True)
class Account:
    """One account. Empty text and None both mean: not known."""

    id: str
    ref: str
    name: str
    kind: str
    departments: tuple[str, ...]
    street: str | None
    city: str | None
    region: str | None
    postcode: str | None
    country: str | None
    phone: str | None
    latitude: float | None
    longitude: float | None
    time_zone: str | None
    access: str | None
    formulary: str | None
    payers: tuple[str, ...]
    budget_months: str | None
    purchase: tuple[str, ...]
    signs: str | None
    committee_on: str | None
    asked_for: str | None
    parent_id: str | None
    state: str
