"""Working days counted."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.workdays import moved

TUESDAY = date(2026, 11, 24)
DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))


@pytest.mark.parametrize(
    ("day", "count", "workdays", "due"),
    [
        (TUESDAY, 2, {1, 2, 3, 4, 5}, date(2026, 11, 26)),
        (date(2026, 11, 26), 2, {1, 2, 3, 4, 5}, date(2026, 11, 30)),
        (date(2026, 11, 28), 2, {1, 2, 3, 4, 5}, date(2026, 12, 1)),
        (TUESDAY, 0, {1, 2, 3, 4, 5}, TUESDAY),
        (TUESDAY, 2, {7, 1, 2, 3, 4}, date(2026, 11, 26)),
        (TUESDAY, 3, set(), date(2026, 11, 27)),
    ],
)
def test_working_days(day: date, count: int, workdays: set[int], due: date) -> None:
    """Days that aren't worked don't count."""
    assert moved(day, count, workdays) == due


@given(DAYS, st.integers(1, 30), st.sets(st.integers(1, 7), min_size=1))
def test_working_days_are_counted(day: date, count: int, workdays: set[int]) -> None:
    """Between a day and the due day lie exactly so many working days, the due day being one."""
    due = moved(day, count, workdays)
    between = [day + timedelta(n) for n in range(1, (due - day).days + 1)]
    assert sum(one.isoweekday() in workdays for one in between) == count
    assert due.isoweekday() in workdays


@given(DAYS, st.integers(1, 30), st.sets(st.integers(1, 7), min_size=1))
def test_back_is_as_far_as_forth(day: date, count: int, workdays: set[int]) -> None:
    """From a working day so many on, and as many back again, is that day."""
    start = moved(day, 1, workdays)
    assert moved(moved(start, count, workdays), -count, workdays) == start
