"""How an account receives reps, in the field's words."""

from __future__ import annotations

from repplan.errors import N_, NP_
from repplan.fields import Field, Kind
from repplan.records import dataclass

BOOKINGS = (NP_("booking", "none"), N_("appointment"), N_("application"))

FIELDS = (
    Field("place", N_("place: where reps are received")),
    Field("booking", N_("booking: none, appointment, application"), Kind.CHOICE, BOOKINGS,
          empty="none"),
    Field("lead_days", N_("working days from applying to the visit"), Kind.COUNT, flag="--lead"),
    Field("people_needed", N_("how many of us must come, you among them"), Kind.COUNT,
          flag="--people"),
    Field("form", N_("form: how to apply, and with what")),
    Field("contact", N_("contact: whom to ask")),
    Field("filing", N_("filing: the number of our filing there")),
    Field("source", N_("source: where this stands, or who said so")),
)  # fmt: skip
"""What is kept as it is typed; days and hours are read by ``rules``."""


@dataclass(frozen=True)
class ReceptionRule:
    """How an account, or one department of it, receives reps. None: not known, or no such rule.

    ``weekdays`` are ISO numbers as text, none: any working day; ``opens``, ``closes``, ``lead_by``
    local times (``08:00``). ``lead_days`` are working days from applying to the visit; ``filing``
    is our filing there, ``filing_until_on`` the day from which it no longer counts.
    """

    id: str
    account_id: str
    department: str
    place: str | None
    weekdays: tuple[str, ...]
    opens: str | None
    closes: str | None
    booking: str
    lead_days: int | None
    lead_by: str | None
    form: str | None
    people_needed: int | None
    contact: str | None
    filing: str | None
    filing_until_on: str | None
    source: str | None
    noted_on: str
    until_on: str | None
    account: str

    @property
    def days(self) -> frozenset[int]:
        """The weekdays as ISO numbers; none: any working day."""
        return frozenset(int(day) for day in self.weekdays)

    @property
    def is_asking_needed(self) -> bool:
        """Whether somebody must be asked before one comes."""
        return self.booking != BOOKINGS[0] or bool(self.lead_days)
