"""A drill card in the field's words, and what it asks."""

from __future__ import annotations

from repplan.errors import N_
from repplan.records import dataclass

KINDS = ("message", "objection", "fact", "who")
FACTS = ("indications", "mechanism", "safety_profile", "trials", "comparisons")
"""What of a product is asked for: its columns."""

WHO = ("decides", "champion", "against", "gatekeeper", "reports to")
"""What is asked of an account's people; the last of them is asked of one person."""

ANSWER, CLAIM, LIMITATION, EVIDENCE = N_("answer"), N_("claim"), N_("limitation"), N_("evidence")


@dataclass(frozen=True)
class DrillCard:
    """What is practised; ``due_at`` and ``practised_at`` are instants (UTC), None: never yet.

    ``subject_id`` is the record asked about, ``aspect`` what of it: a depth, a column, a question;
    ``state`` is the schedule's own JSON.
    """

    id: str
    ref: str
    kind: str
    subject_id: str
    aspect: str
    state: str
    due_at: str
    practised_at: str | None


@dataclass(frozen=True)
class Asked:
    """A question and its answer, as the store has them today. ``card`` None: never practised yet.

    ``about`` is the product, the account or the person; ``topic`` what of it is meant, in its own
    words. ``answer`` are a label (a message id) and a text each, in order; none: nothing is known.
    """

    kind: str
    subject_id: str
    aspect: str
    about: str
    topic: str = ""
    answer: tuple[tuple[str, str], ...] = ()
    card: DrillCard | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from all others."""
        return self.subject_id, self.aspect


@dataclass(frozen=True)
class Practised:
    """One answer as it was rated: when, and how the schedule goes on."""

    asked: Asked
    rating: int
    state: str
    due_at: str
    practised_at: str


@dataclass(frozen=True)
class Line:
    """What a person says in a role-play. ``on``: the day (ISO) on which they said it last.

    ``is_others``: others like them say it. Neither: nobody has said it yet, but an answer is
    approved. ``asked`` None: none is.
    """

    said: str
    on: str | None
    asked: Asked | None
    is_others: bool = False
