"""When a card comes up again: on a day, the same each time, later for what is known better."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.clock import from_instant
from repplan.drills.schedule import AGAIN, EASY, GOOD, HARD, rated

MORNING = datetime(2026, 11, 24, 8, 10, tzinfo=ZoneInfo("America/Chicago"))


def test_not_known_comes_in_a_minute() -> None:
    """What wasn't known is due within the session."""
    _state, due_at = rated(None, AGAIN, MORNING)
    assert from_instant(due_at) - MORNING == timedelta(minutes=1)


@pytest.mark.parametrize("rating", [GOOD, EASY])
def test_known_comes_on_a_day(rating: int) -> None:
    """What was known is due from the first minute of a later day: an earlier hour is no matter."""
    _state, due_at = rated(None, rating, MORNING)
    due = from_instant(due_at)
    assert (due.hour, due.minute) == (0, 0)
    assert due.date() > MORNING.date()


def test_the_hour_is_no_matter() -> None:
    """Practised at eight and next at seven: a whole day lies between."""
    state, _due = rated(None, GOOD, MORNING)
    early, late = MORNING + timedelta(2, hours=-1), MORNING + timedelta(2, hours=5)
    assert rated(state, GOOD, early) == rated(state, GOOD, late)


def test_better_known_comes_later() -> None:
    """The better an answer was, the later its card comes; a slip brings it back at once."""
    state, _due = rated(None, GOOD, MORNING)
    on = MORNING + timedelta(3)
    days = [from_instant(rated(state, one, on)[1]) for one in (HARD, GOOD, EASY)]
    assert days == sorted(days)
    assert days[0] < days[2]
    assert from_instant(rated(state, AGAIN, on)[1]) - on == timedelta(minutes=1)


@given(st.lists(st.tuples(st.integers(1, 4), st.integers(0, 90)), min_size=1, max_size=12))
def test_the_same_each_time(answers: list[tuple[int, int]]) -> None:
    """Any course of answers gives the same again, never a day gone by, within a year."""

    def course() -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        state, at = None, MORNING
        for rating, days in answers:
            at += timedelta(days)
            state, due_at = rated(state, rating, at)
            assert at < from_instant(due_at) <= at + timedelta(366)
            found.append((state, due_at))
        return found

    assert course() == course()
