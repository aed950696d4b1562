"""Days that come back each year: how they are read, and when they are."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.errors import BadForm
from repplan.notes.yearly import days_of_year, read_yearly, yearly_in


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("05-03", "05-03"), ("3 may", "05-03"), ("May 3", "05-03"), ("3. Sept", "09-03"),
        ("5月3号", "05-03"), ("29 feb", "02-29"), ("31 feb", None), ("2026-05-03", None),
        ("13-01", None), ("may", None), ("12月32日", None),
    ],
)  # fmt: skip
def test_a_day_of_any_year(said: str, day: str | None) -> None:
    """A day is read without a year; one that the calendar doesn't have is none."""
    assert yearly_in(said) == day
    if day is None:
        with pytest.raises(BadForm):
            read_yearly(said)


@given(
    first=st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 1, 1)),
    days=st.integers(1, 40),
)
def test_the_days_of_a_year_miss_nobody(first: date, days: int) -> None:
    """Every day has its key, and who was born on 29 February has a day in every year."""
    found = days_of_year(first, days)
    for after in range(days):
        day = first + timedelta(after)
        assert found[day.strftime("%m-%d")] == day
    assert len(found) in {days, days + 1}
    whole = days_of_year(date(first.year, 1, 1), 366)
    assert "02-29" in whole
