"""A question that medical affairs answers, in the field's words."""

from __future__ import annotations

from repplan.errors import N_
from repplan.records import dataclass

OPEN, SENT, ANSWERED = N_("open"), N_("sent"), N_("answered")
HANDED, WITHDRAWN = N_("handed"), N_("withdrawn")
WAYS = (N_("email"), N_("phone"), N_("letter"), N_("visit"))
"""How they may want the answer."""


@dataclass(frozen=True)
class Inquiry:
    """One question, in their own words. Days and instants are text, None: not so far.

    ``followup_id`` is the question that we owe in the queue. ``provider`` and ``product`` are names.
    """

    id: str
    ref: str
    provider_id: str
    product_id: str | None
    visit_id: str | None
    followup_id: str | None
    question: str
    is_unsolicited: bool
    answer_by: str | None
    routed_to: str | None
    asked_on: str
    state: str
    sent_at: str | None
    answered_on: str | None
    answer: str | None
    handed_on: str | None
    why: str | None
    provider_ref: str
    provider: str
    product: str | None
    followup_ref: str | None
    visit_ref: str | None

    @property
    def is_waiting(self) -> bool:
        """Whether it is still to be sent, answered or handed over."""
        return self.state in {OPEN, SENT, ANSWERED}
