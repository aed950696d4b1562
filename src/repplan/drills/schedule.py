"""When a card comes up again, by FSRS: the one file that imports it.

Practised once a day, before the first visit: a card comes on a day, not at an hour, so that what
was practised at eight is there again at seven. Source: py-fsrs 6 (open-spaced-repetition), checked
2026-11-22.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from fsrs import Card, Rating, Scheduler, State

from repplan.clock import local_instant, to_instant

if TYPE_CHECKING:
    from datetime import date

AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4

_SOON = (timedelta(minutes=1),)
"""What wasn't known comes once more within the session; what was, on another day."""

_MOST_DAYS = 365
"""No label stays the same for longer."""


def rated(state: str | None, rating: int, now: datetime) -> tuple[str, str]:
    """Return the card's state after an answer, and the instant from which it is due again.

    ``state`` None: it was never practised. The same state, rating and moment give the same: nothing
    is left to chance.
    """
    scheduler = Scheduler(
        learning_steps=_SOON,
        relearning_steps=_SOON,
        maximum_interval=_MOST_DAYS,
        enable_fuzzing=False,
    )
    at = _noon(now.date())
    card, _log = scheduler.review_card(_card(state, at), Rating(rating), at)
    gap = card.due - at
    is_soon = gap < timedelta(1)
    due_at = to_instant(now + gap) if is_soon else _morning(now.date() + timedelta(gap.days))
    return _text(card), due_at


def _noon(day: date) -> datetime:
    """Return the moment at which all of a day counts: FSRS counts whole days between two."""
    return datetime.combine(day, time(12), UTC)


def _morning(day: date) -> str:
    return local_instant(day, time(0))


def _card(state: str | None, at: datetime) -> Card:
    said = json.loads(state) if state else {}
    reviewed = said.get("reviewed_on")
    return Card(
        card_id=0,
        state=State(said.get("state", State.Learning)),
        step=said.get("step"),
        stability=said.get("stability"),
        difficulty=said.get("difficulty"),
        due=at,
        last_review=_noon(datetime.fromisoformat(reviewed).date()) if reviewed else None,
    )


def _text(card: Card) -> str:
    reviewed = card.last_review
    facts = {
        "state": int(card.state),
        "step": card.step,
        "stability": round(card.stability or 0.0, 6),
        "difficulty": round(card.difficulty or 0.0, 6),
        "reviewed_on": reviewed.date().isoformat() if reviewed else None,
    }
    return json.dumps(facts)
