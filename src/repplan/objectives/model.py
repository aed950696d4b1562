"""An objective in the field's words: what a provider will do or know, by when."""

from __future__ import annotations

from enum import StrEnum

from repplan.errors import N_
from repplan.fields import Field, Kind
from repplan.records import dataclass

WIN = N_("win")
KINDS = (N_("deliver"), N_("answer"), N_("learn"), WIN)
"""Bring them something, answer them, learn something from them, win them for a next step."""

OPEN, DROPPED = N_("open"), N_("dropped")
RESULTS = (N_("met"), N_("partly"), N_("missed"))
"""How an objective ends in a visit, for the catalogue: ``visits.verdicts`` reads which."""

FIELDS = (
    Field("what", N_("what: they will do or know"), is_needed=True),
    Field("measure", N_("measure: how you will know that it happened")),
    Field("benefit", N_("benefit: what they or their patients gain")),
    Field("kind", N_("kind: deliver, answer, learn or win"), Kind.CHOICE, KINDS, is_needed=True),
)

TEXTS = ("what", "measure", "benefit")
"""Columns of one's own words: they are checked before they are kept."""


@dataclass(frozen=True)
class Objective:
    """One objective. Days are ISO text; ``until_on`` is its last day; None: not known.

    ``provider``, ``provider_ref`` and ``product`` come from their own records.
    """

    id: str
    ref: str
    provider_id: str
    what: str
    measure: str | None
    benefit: str | None
    kind: str
    product_id: str | None
    from_on: str
    until_on: str | None
    result: str
    why: str | None
    evidence: str | None
    closed_on: str | None
    visit_id: str | None
    provider_ref: str
    provider: str
    short_name: str
    product: str | None

    @property
    def is_open(self) -> bool:
        """Whether no visit has settled it yet and nobody dropped it."""
        return self.result == OPEN


class Smart(StrEnum):
    """What makes an objective one that a visit can reach."""

    SPECIFIC = N_("specific")
    MEASURABLE = N_("measurable")
    ACHIEVABLE = N_("achievable")
    RELEVANT = N_("relevant")
    TIME_BOUND = N_("time-bound")


@dataclass(frozen=True)
class Lack:
    """One thing that an objective lacks: which, and why (a message id with a ``{said}`` place)."""

    criterion: Smart
    reason: str
    said: str = ""
