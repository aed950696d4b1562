"""Days of check-ins: worked ones, still to come."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.errors import BadForm
from repplan.rollouts.rules import check_in_days, read_weeks, working_day
from repplan.workdays import Workdays

TUESDAY = date(2026, 11, 24)
WEEK = frozenset({1, 2, 3, 4, 5})


@pytest.mark.parametrize(
    ("said", "weeks"),
    [
        ("2;6;12", (2, 6, 12)),
        ("12; 6, 2", (2, 6, 12)),
        ("2 6 12", (2, 6, 12)),
        ("2；6、12", (2, 6, 12)),
        ("4,4;", (4,)),
        ("99", (99,)),
    ],
)
def test_weeks(said: str, weeks: tuple[int, ...]) -> None:
    """Weeks may be parted as people part them; each counts once, the first first."""
    assert read_weeks(said) == weeks


@pytest.mark.parametrize("said", ["", ";", "0", "-2", "two", "2;x", "100", "2.5", "２x", "²"])
def test_no_weeks(said: str) -> None:
    """What is no number of weeks is refused, and shown how to write."""
    with pytest.raises(BadForm) as refused:
        read_weeks(said)
    assert refused.value.allowed == "2;6;12"


@pytest.mark.parametrize(
    ("on", "weeks", "days"),
    [
        (TUESDAY, (2, 6), [(2, date(2026, 12, 8)), (6, date(2027, 1, 5))]),
        # Begun on a Saturday: Mondays.
        (date(2026, 11, 28), (2,), [(2, date(2026, 12, 14))]),
        # Begun five weeks ago: week 2 is past.
        (date(2026, 10, 20), (2, 6), [(6, date(2026, 12, 1))]),
        (date(2026, 1, 6), (2, 6), []),
        # Week 2 is today.
        (date(2026, 11, 10), (2,), [(2, TUESDAY)]),
    ],
)
def test_check_in_days(on: date, weeks: tuple[int, ...], days: list[tuple[int, date]]) -> None:
    """Check-ins fall on working days from today on."""
    assert check_in_days(on, weeks, Workdays(WEEK), TUESDAY) == days


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.frozensets(st.integers(1, 7)))
def test_working_day(day: date, workdays: frozenset[int]) -> None:
    """The day moves forward, less than a week, to a day that is worked, and not past one."""
    found = working_day(day, Workdays(workdays))
    assert timedelta(0) <= found - day < timedelta(7)
    assert found.isoweekday() in workdays or (not workdays and found == day)
    between = [day + timedelta(n) for n in range((found - day).days)]
    assert not any(one.isoweekday() in workdays for one in between)
