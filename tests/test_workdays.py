"""Working days counted."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.workdays import Workdays, moved, next_off, workdays_of

TUESDAY = date(2026, 11, 24)
THURSDAY, FRIDAY, SATURDAY = date(2026, 11, 26), date(2026, 11, 27), date(2026, 11, 28)
WEEK = frozenset({1, 2, 3, 4, 5})
DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))
NEAR = st.frozensets(st.dates(date(2026, 11, 1), date(2027, 2, 1)), max_size=40)
WEEKS = st.builds(
    Workdays,
    weekdays=st.frozensets(st.integers(1, 7)),
    holidays=NEAR,
    made_up=NEAR,
    off=NEAR,
)


@pytest.mark.parametrize(
    ("day", "count", "weekdays", "due"),
    [
        (TUESDAY, 2, {1, 2, 3, 4, 5}, date(2026, 11, 26)),
        (date(2026, 11, 26), 2, {1, 2, 3, 4, 5}, date(2026, 11, 30)),
        (date(2026, 11, 28), 2, {1, 2, 3, 4, 5}, date(2026, 12, 1)),
        (TUESDAY, 0, {1, 2, 3, 4, 5}, TUESDAY),
        (TUESDAY, 2, {7, 1, 2, 3, 4}, date(2026, 11, 26)),
        (TUESDAY, 3, set(), date(2026, 11, 27)),
    ],
)
def test_working_days(day: date, count: int, weekdays: set[int], due: date) -> None:
    """Days that aren't worked don't count."""
    assert moved(day, count, Workdays(frozenset(weekdays))) == due


@pytest.mark.parametrize(
    ("days", "count", "due"),
    [
        ((("holiday", "2026-11-26", "2026-11-27"),), 2, FRIDAY),
        ((("holiday", "2026-11-26", "2026-11-28"),), 2, date(2026, 11, 30)),
        ((("holiday", "2026-11-26", "2026-11-28"), ("workday", "2026-11-28", "2026-11-29")), 2,
         SATURDAY),
        # One's own day off comes before what others made up, and a made-up day before a holiday.
        ((("workday", "2026-11-28", "2026-11-29"), ("off", "2026-11-26", "2026-11-29")), 2,
         date(2026, 11, 30)),
        ((("workday", "2026-11-26", "2026-11-27"), ("holiday", "2026-11-26", "2026-11-27")), 2,
         THURSDAY),
        # Ended before it began: no day at all.
        ((("off", "2026-11-26", "2026-11-24"),), 2, THURSDAY),
    ],
)  # fmt: skip
def test_days_off_and_made_up(
    days: tuple[tuple[str, str, str], ...], count: int, due: date
) -> None:
    """Time off, holidays and make-up days change which days are worked."""
    assert moved(TUESDAY, count, workdays_of(WEEK, [(*one, "") for one in days])) == due


def test_others_work_on_my_day_off() -> None:
    """Days of lead are the hospital's: my vacation is none of theirs, a holiday is."""
    mine = workdays_of(
        WEEK,
        [("off", "2026-11-25", "2026-11-26", ""), ("holiday", "2026-11-26", "2026-11-27", "")],
    )
    assert [mine.is_off(date(2026, 11, day)) for day in (24, 25, 26, 28)] == [
        False, True, True, False,
    ]  # fmt: skip
    assert mine.of_others.is_workday(date(2026, 11, 25))
    assert not mine.of_others.is_workday(THURSDAY)
    assert not mine.is_workday(SATURDAY)


def test_a_record_that_never_ends_is_read_all_the_same() -> None:
    """Whatever an edit from outside wrote, reading it takes a moment."""
    found = workdays_of(WEEK, [("off", "2026-11-26", "9999-12-31", "")])
    assert len(found.off) == 3 * 366


@pytest.mark.parametrize(
    ("days", "found"),
    [
        ((), None),
        ((("holiday", "2026-11-26", "2026-11-27", "Thanksgiving"),), (THURSDAY, "Thanksgiving")),
        # Nobody works on a Saturday; next week is told next week.
        ((("off", "2026-11-28", "2026-11-29", "party"),), None),
        ((("off", "2026-12-01", "2026-12-02", "away"),), None),
        ((("off", "2026-11-20", "2026-11-27", ""),), (TUESDAY, "")),
        ((("holiday", "2026-11-26", "2026-11-27", "Thanksgiving"),
          ("off", "2026-11-26", "2026-11-28", "vacation")), (THURSDAY, "vacation")),
        ((("holiday", "2026-11-26", "2026-11-27", "假"),
          ("workday", "2026-11-26", "2026-11-27", "")), None),
    ],
)  # fmt: skip
def test_next_day_off(
    days: tuple[tuple[str, str, str, str], ...], found: tuple[date, str] | None
) -> None:
    """The next day off within a week is named, where it would be worked else."""
    assert next_off(workdays_of(WEEK, days), days, TUESDAY, 7) == found


@given(DAYS, st.integers(1, 30), WEEKS)
def test_working_days_are_counted(day: date, count: int, workdays: Workdays) -> None:
    """Between a day and the due day lie exactly so many working days, the due day being one."""
    if not workdays.weekdays:
        workdays = Workdays(WEEK, workdays.holidays, workdays.made_up, workdays.off)
    due = moved(day, count, workdays)
    between = [day + timedelta(n) for n in range(1, (due - day).days + 1)]
    assert sum(workdays.is_workday(one) for one in between) == count
    assert workdays.is_workday(due)


@given(DAYS, st.integers(1, 30), WEEKS)
def test_back_is_as_far_as_forth(day: date, count: int, workdays: Workdays) -> None:
    """From a working day so many on, and as many back again, is that day."""
    start = moved(day, 1, workdays)
    assert moved(moved(start, count, workdays), -count, workdays) == start


@given(st.dates(date(2026, 11, 1), date(2027, 2, 1)), WEEKS)
def test_a_day_is_worked_for_one_reason(day: date, workdays: Workdays) -> None:
    """Own time off decides first, then a make-up day, a holiday, the weekday."""
    is_usual = not workdays.weekdays or day.isoweekday() in workdays.weekdays
    is_worked = day in workdays.made_up or (is_usual and day not in workdays.holidays)
    assert workdays.is_workday(day) == (is_worked and day not in workdays.off)
    assert workdays.of_others.is_workday(day) == is_worked
    assert not (workdays.is_off(day) and workdays.is_workday(day))
