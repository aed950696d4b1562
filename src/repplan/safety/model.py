"""What was heard that may be a safety event, and its clock, in the field's words."""

from __future__ import annotations

from repplan.errors import N_
from repplan.records import dataclass

OPEN, REPORTED, NOT_AN_EVENT = N_("open"), N_("reported"), N_("not-an-event")
SEXES = (N_("female"), N_("male"), N_("other"))

HOURS = "safety.report_hours"
"""The fact of a policy that says how many hours there are, from when it was heard."""


@dataclass(frozen=True)
class SafetyReport:
    """Something heard that may be a safety event.

    ``heard_at``, ``due_at`` and ``reported_at`` are instants (UTC). Of the patient there is an age
    band and the sex alone. ``provider`` (who told it) and ``product`` are names, None: not known.
    """

    id: str
    ref: str
    provider_id: str | None
    product_id: str | None
    visit_id: str | None
    heard_at: str
    what: str
    age_band: str | None
    sex: str | None
    due_at: str
    state: str
    reported_at: str | None
    reference: str | None
    why: str | None
    provider_ref: str | None
    provider: str | None
    product: str | None
    visit_ref: str | None

    @property
    def is_open(self) -> bool:
        """Whether its clock still runs."""
        return self.state == OPEN
