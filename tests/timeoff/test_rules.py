"""Which days are off and which hours are taken: tables of cases, and random records."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.timeoff import rules
from repplan.timeoff.model import BUSY, HOLIDAY, KINDS, OFF, WORKDAY, TimeOff

MONDAY = date(2026, 11, 23)
THURSDAY, FRIDAY = MONDAY + timedelta(3), MONDAY + timedelta(4)
SUNDAY = MONDAY + timedelta(6)


def time_off(
    kind: str = OFF,
    first: date = THURSDAY,
    days: int = 1,
    *,
    hours: tuple[str, str] | None = None,
    what: str | None = None,
    ended: date | None = None,
) -> TimeOff:
    """Return a record as the store would hold it."""
    opens, closes = hours or (None, None)
    return TimeOff("i", "h-2222", kind, first.isoformat(), (first + timedelta(days)).isoformat(),
                   opens, closes, what, "", ended.isoformat() if ended else None)  # fmt: skip


@pytest.mark.parametrize(
    ("records", "days"),
    [
        ([], []),
        ([time_off()], [(THURSDAY, OFF)]),
        ([time_off(days=9)], [(THURSDAY + timedelta(n), OFF) for n in range(4)]),
        ([time_off(first=MONDAY - timedelta(9), days=10)], [(MONDAY, OFF)]),
        ([time_off(HOLIDAY), time_off()], [(THURSDAY, OFF)]),
        ([time_off(HOLIDAY), time_off(WORKDAY)], []),
        ([time_off(HOLIDAY), time_off(WORKDAY), time_off()], [(THURSDAY, OFF)]),
        ([time_off(HOLIDAY), time_off(HOLIDAY)], [(THURSDAY, HOLIDAY)]),
        ([time_off(BUSY, hours=("13:00", "15:00"))], []),
        # Back a day early; ended before it began.
        ([time_off(days=2, ended=FRIDAY)], [(THURSDAY, OFF)]),
        ([time_off(ended=MONDAY)], []),
    ],
)
def test_days_off(records: list[TimeOff], days: list[tuple[date, str]]) -> None:
    """The rep's own day off comes first, then a make-up day, then a holiday; each day once."""
    assert [(one.day, one.kind) for one in rules.days_off(records, MONDAY, SUNDAY)] == days


@pytest.mark.parametrize(
    ("hours", "days", "on", "busy"),
    [
        (("13:00", "15:00"), 1, THURSDAY, [(780, 900)]),
        (("13:00", "15:00"), 1, FRIDAY, []),
        (("22:00", "24:00"), 1, THURSDAY, [(1320, 1440)]),
        # A congress from Thursday at 10 to Saturday at 16.
        (("10:00", "16:00"), 3, THURSDAY, [(600, 1440)]),
        (("10:00", "16:00"), 3, FRIDAY, [(0, 1440)]),
        (("10:00", "16:00"), 3, FRIDAY + timedelta(1), [(0, 960)]),
        (("10:00", "00:00"), 2, FRIDAY, []),
    ],
)
def test_busy_hours(
    hours: tuple[str, str], days: int, on: date, busy: list[tuple[int, int]]
) -> None:
    """Hours count on the first and the last day, whole days in between."""
    found = rules.busy_on([time_off(BUSY, days=days, hours=hours)], on)
    assert [(one.from_min, one.until_min) for one in found] == busy


def test_what_cant_be() -> None:
    """Days that end before they begin, years of them, hours with one end, what is over: refused."""
    with pytest.raises(rules.DaysTurned):
        rules.check_days(FRIDAY, THURSDAY)
    with pytest.raises(rules.DaysTooMany):
        rules.check_days(MONDAY, MONDAY + timedelta(rules.LONGEST_DAYS))
    rules.check_days(MONDAY, MONDAY + timedelta(rules.LONGEST_DAYS - 1))
    noon = time(12)
    for last, hours in (
        (MONDAY, (noon, None)),
        (MONDAY, (None, noon)),
        (FRIDAY, (noon, time(13))),
        (MONDAY, (noon, noon)),
        (MONDAY, (noon, time(11))),
    ):
        with pytest.raises(rules.HoursOfOneDay):
            rules.check_hours(MONDAY, last, hours)
    rules.check_hours(MONDAY, MONDAY, (noon, time(13)))
    with pytest.raises(rules.TimeOffEnded):
        rules.check_open(time_off(), FRIDAY)
    with pytest.raises(rules.TimeOffEnded):
        rules.check_open(time_off(ended=THURSDAY), MONDAY)
    rules.check_open(time_off(), THURSDAY)
    for year in (2024, 2032):
        with pytest.raises(rules.BadYear):
            rules.check_year(year, 2026)
    rules.check_year(2025, 2026)


_records = st.builds(
    time_off,
    kind=st.sampled_from([kind for kind in KINDS if kind != BUSY]),
    first=st.dates(date(2026, 11, 1), date(2026, 12, 20)),
    days=st.integers(1, 9),
    ended=st.none() | st.dates(date(2026, 11, 1), date(2026, 12, 20)),
)


@given(st.lists(_records, max_size=8))
def test_a_day_is_off_for_a_reason(records: list[TimeOff]) -> None:
    """A day is off where a record says so, and no other."""
    first, last = date(2026, 11, 10), date(2026, 12, 10)
    found = {one.day: one.kind for one in rules.days_off(records, first, last)}
    for count in range((last - first).days + 1):
        day = first + timedelta(count)
        kinds = {one.kind for one in records if one.first <= day <= one.last}
        expected = OFF if OFF in kinds else HOLIDAY if kinds == {HOLIDAY} else None
        assert found.get(day) == expected
