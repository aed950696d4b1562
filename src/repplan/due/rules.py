"""The arithmetic of the queue: every score is a sum of terms, each value × weight.

An older or nearer due day never lowers a score. Weights are settings (``weight.*``). By default
what we owe is in the order that one reads: late by lateness, due today, for whom we see today, by
due day; a question and the tier decide among equals, as together they weigh less than a day.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from repplan.day import Term

if TYPE_CHECKING:
    from repplan.config import Cadence, Settings

NEAR_DAYS = 14
"""A promise due later than this has no nearness yet."""

NEAR_HOURS = 168
"""What must be reported more hours ahead than this has no nearness yet."""

TIER_STEPS = {"A": 3, "B": 2, "C": 1, "D": 0}


def promise_terms(
    settings: Settings,
    *,
    overdue_days: int,
    kind: str,
    tier: str | None,
    is_seen_today: bool,
) -> tuple[Term, ...]:
    """Return the terms of what we owe. ``overdue_days`` below zero: days still to go."""
    near = min(max(NEAR_DAYS + overdue_days, 0), NEAR_DAYS)
    return _terms(
        settings,
        ("promise", 1),
        ("question", int(kind == "question")),
        ("late", max(overdue_days, 0)),
        ("due", int(overdue_days >= 0)),
        ("near", near),
        ("today", int(is_seen_today)),
        ("tier", TIER_STEPS.get(tier or "", 0)),
    )


def waiting_terms(
    settings: Settings, *, overdue_days: int, tier: str | None, is_seen_today: bool
) -> tuple[Term, ...]:
    """Return the terms of what they owe us."""
    return _terms(
        settings,
        ("waiting", max(overdue_days, 0)),
        ("today", int(is_seen_today)),
        ("tier", TIER_STEPS.get(tier or "", 0)),
    )


def cadence_terms(
    settings: Settings, *, days: int, cadence: Cadence, tier: str | None, has_objective: bool
) -> tuple[Term, ...]:
    """Return the terms of somebody not seen for ``days``, whose ideal gap has passed."""
    return _terms(
        settings,
        ("gap", max(days - cadence.ideal_days, 0)),
        ("maximum", max(days - cadence.maximum_days, 0)),
        ("objective", int(has_objective)),
        ("tier", TIER_STEPS.get(tier or "", 0)),
    )


def share_terms(
    settings: Settings, *, people: int, asked: int, tier: str | None, is_seen_today: bool
) -> tuple[Term, ...]:
    """Return the terms of news that matters to so many people; ``tier`` is the best of theirs."""
    return _terms(
        settings,
        ("share", people),
        ("asked", asked),
        ("today", int(is_seen_today)),
        ("tier", TIER_STEPS.get(tier or "", 0)),
    )


def expired_terms(settings: Settings, count: int) -> tuple[Term, ...]:
    """Return the terms of so many approvals that ran out."""
    return _terms(settings, ("expired", count))


def safety_terms(settings: Settings, *, hours_left: float) -> tuple[Term, ...]:
    """Return the terms of what must be reported; ``hours_left`` below zero: it is late."""
    hours = round(max(NEAR_HOURS - hours_left, 0), 2)
    return _terms(settings, ("safety", 1), ("hours", hours))


def inquiry_terms(settings: Settings, *, days: int, tier: str | None) -> tuple[Term, ...]:
    """Return the terms of a question for medical affairs that has waited so many days."""
    return _terms(
        settings, ("inquiry", 1), ("waiting", days), ("tier", TIER_STEPS.get(tier or "", 0))
    )


def apply_terms(settings: Settings, *, tier: str | None) -> tuple[Term, ...]:
    """Return the terms of a visit that must be applied for today."""
    return _terms(settings, ("due", 1), ("tier", TIER_STEPS.get(tier or "", 0)))


def filing_terms(settings: Settings, *, days_left: int) -> tuple[Term, ...]:
    """Return the terms of a filing that runs out; ``days_left`` below zero: it has."""
    return _terms(settings, ("near", max(NEAR_DAYS - max(days_left, 0), 0)))


def person_terms(
    settings: Settings, *, tier: str | None, has_objective: bool, is_today: bool = False
) -> tuple[Term, ...]:
    """Return the terms of a visit, or of somebody without a next step."""
    return _terms(
        settings,
        ("today", int(is_today)),
        ("objective", int(has_objective)),
        ("tier", TIER_STEPS.get(tier or "", 0)),
    )


def _terms(settings: Settings, *pairs: tuple[str, float]) -> tuple[Term, ...]:
    """Terms that are not zero; one of value 0 says nothing and takes no room in the sum."""
    return tuple([_term(name, value, settings.weight(name)) for name, value in pairs if value])


# Hundreds of items have the same few terms: one each is made.
_term = lru_cache(maxsize=512)(Term)
