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

BLOCK, WARN, TELL = "block", "warn", "tell"

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

    ``step`` is the slug of the next possible step, empty where there is none but the thing itself;
    ``next_on`` the next day on which it is possible, None: no such day is known. ``apply_on`` is
    the last day on which to apply for that day, up to the hour ``apply_by``; None: none is set.
    """

    what: str
    on: date
    is_yes: bool
    reasons: tuple[Reason, ...] = ()
    next_step: str = ""
    next_on: date | None = None
    apply_on: date | None = None
    apply_by: str | None = None
