"""What a room may contribute to a day: an item of the queue, a section of a brief. Types only."""

from __future__ import annotations

from enum import StrEnum

from repplan.records import dataclass


class Group(StrEnum):
    """The groups of the morning queue, in their order. An item stands once, in its first."""

    CLOCKS = "clocks"
    PROMISES = "promises"
    BAG = "bag"
    TODAY = "today"
    RECONNECT = "reconnect"
    SHARE = "share"
    WAITING = "waiting"
    NO_NEXT_STEP = "no-next-step"
    AHEAD = "ahead"


@dataclass(frozen=True)
class Term:
    """One term of a score: what it is, how much of it there is, what each is worth."""

    term: str
    value: float
    weight: float

    @property
    def points(self) -> float:
        """Value × weight, rounded as it is shown, so that the sum adds up on paper."""
        return round(self.value * self.weight, 2)


def total(why: tuple[Term, ...]) -> float:
    """Return a score: the sum of the terms' points."""
    return round(sum(term.points for term in why), 2)


@dataclass(frozen=True)
class Person:
    """Whom an item is about: enough to name them."""

    id: str
    ref: str
    name: str
    short_name: str
    tier: str | None = None
    given_name: str = ""


@dataclass(frozen=True)
class QueueItem:
    """One line of the queue: why it is here, who, what, since when, the next step.

    ``when`` is the short text of the line's left column; ``next`` a message for people, already
    translated; ``at`` the local time of an appointment (``08:40``), empty when unknown.
    ``is_personal``: ``what`` is a personal note's, for the rep's own screen alone. ``tail`` stands
    behind ``what`` and is never cut; ``due_at`` is the instant at which a clock runs out, ``command``
    what stops it.
    """

    ref: str
    group: Group
    kind: str
    what: str
    person: Person | None
    account: str
    due_on: str | None
    overdue_days: int
    why: tuple[Term, ...]
    when: str = ""
    next: str = ""
    at: str = ""
    is_late: bool = False
    is_personal: bool = False
    tail: str = ""
    due_at: str | None = None
    command: str = ""

    @property
    def score(self) -> float:
        """The sum of the terms' points."""
        return total(self.why)


@dataclass(frozen=True)
class BriefItem:
    """One entry of a brief's section. ``label`` is the word of the left column (a message id).

    ``is_kept``: never cut from the screen. ``facts`` are what JSON says beyond text and ref.
    """

    label: str
    text: str
    ref: str | None = None
    style: str = ""
    is_kept: bool = False
    facts: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True)
class BriefSection:
    """One section of a brief; an empty one takes no line."""

    name: str
    items: tuple[BriefItem, ...] = ()
