"""May I: an answer with its reasons, in the field's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from repplan.errors import N_
from repplan.records import dataclass

if TYPE_CHECKING:
    from datetime import date

VISIT, EMAIL, PHONE, MESSAGE = N_("visit"), N_("email"), N_("phone"), N_("message")
SAMPLE, MEAL = N_("sample"), N_("meal")
WHATS = (VISIT, EMAIL, PHONE, MESSAGE, SAMPLE, MEAL)
"""What one may want to do."""

UNSOLICITED = ("", "unsolicited")
"""Origins of visits that count against a cap: unknown ones do."""

BLOCK, WARN, TELL = "block", "warn", "tell"

OWN = N_("what you wrote down")
"""The source of what the rep noted."""

IS_PLANNED = "visits.planned"
"""What is told where the visit stands in the diary already."""

PEOPLE = "reception.people"
"""What warns where they want more of us to come."""

Facts: TypeAlias = tuple[tuple[str, object], ...]


@dataclass(frozen=True)
class Reason:
    """One thing that a rule says. ``rule`` names it, ``source`` says where it comes from.

    ``action``: ``block`` refuses, ``warn`` lets it be with a reason given, ``tell`` is only told.
    ``facts`` are what its sentence says: numbers, names, ISO days. ``next_on`` is the first day on
    which this no longer speaks against it, None: no day by itself.
    """

    rule: str
    source: str
    action: str
    facts: Facts = ()
    next_on: date | None = None

    @property
    def is_refusal(self) -> bool:
        """Whether it refuses what was asked for."""
        return self.action == BLOCK

    def fact(self, name: str) -> object:
        """Return one of its facts; None where it has none of that name."""
        return dict(self.facts).get(name)


@dataclass(frozen=True)
class Answer:
    """Yes or no, every reason, and what can be done next.

    ``next_step`` is the slug of the next possible step, empty where there is none but the thing itself;
    ``next_on`` the next day on which it is possible, None: no such day is known. ``apply_on`` is
    the last day on which to apply for that day, up to the hour ``apply_by``; None: none is set.
    """

    what: str
    on: date
    reasons: tuple[Reason, ...] = ()
    next_step: str = ""
    next_on: date | None = None
    apply_on: date | None = None
    apply_by: str | None = None

    @property
    def is_yes(self) -> bool:
        """Whether nothing refuses it."""
        return not any(one.is_refusal for one in self.reasons)

    @property
    def warnings(self) -> frozenset[str]:
        """The rules that want a reason before it is planned; none for what is planned already."""
        if any(one.rule == IS_PLANNED for one in self.reasons):
            return frozenset()
        return frozenset(one.rule for one in self.reasons if one.action == WARN)
