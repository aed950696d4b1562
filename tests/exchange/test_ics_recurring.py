"""Series: the days they fall on, as dateutil finds them; and rules that would never end."""

from __future__ import annotations

import time as clock
from datetime import date, datetime, time, timedelta

import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]  # it carries no types
from hypothesis import assume, given
from hypothesis import strategies as st

from repplan.exchange.ics_model import WEEKDAYS, NotUnderstoodEvent, Rule
from repplan.exchange.ics_recurring import Steps, days_of

FIRST, LAST = date(2026, 11, 22), date(2027, 1, 21)


@pytest.mark.parametrize(
    ("rule", "start", "days"),
    [
        (Rule("DAILY", interval=20), date(2026, 11, 1), ["11-21", "12-11", "12-31", "01-20"]),
        (Rule("WEEKLY", interval=2, weekdays=((0, 1), (0, 3))), date(2026, 11, 23),
         ["11-23", "11-25", "12-07", "12-09", "12-21", "12-23", "01-04", "01-06", "01-18", "01-20"]),
        (Rule("WEEKLY", count=3), date(2026, 11, 17), ["11-24", "12-01"]),
        (Rule("MONTHLY"), date(2026, 1, 31), ["12-31"]),
        (Rule("MONTHLY", weekdays=((-1, 5),)), date(2026, 1, 30), ["11-27", "12-25"]),
        (Rule("MONTHLY", weekdays=tuple((0, day) for day in range(1, 6)), positions=(-1,)),
         date(2026, 1, 30), ["11-30", "12-31"]),
        (Rule("YEARLY"), date(1964, 11, 26), ["11-26"]),
        (Rule("YEARLY", months=(11,), weekdays=((4, 4),)), date(2020, 11, 26), ["11-26"]),
        (Rule("YEARLY", weekdays=((0, 1),), weeks=(53,)), date(2020, 12, 28), ["12-28"]),
        # Never: and its own first day counts all the same.
        (Rule("DAILY", months=(2,), month_days=(30,)), date(2026, 11, 24), ["11-24"]),
    ],
)  # fmt: skip
def test_days(rule: Rule, start: date, days: list[str]) -> None:
    """Each rule by hand."""
    found = [f"{day:%m-%d}" for day in days_of(rule, start, FIRST, LAST, Steps())]
    assert found == [day for day in days if day != "11-21"]


def test_what_would_never_end_ends() -> None:
    """Rules that no day fits, by the thousand, cost what was set aside for a file, and are refused."""
    steps, begun = Steps(200_000), clock.process_time()
    never = Rule("DAILY", months=(2,), month_days=(30,))
    refused = 0
    for _turn in range(10_000):
        try:
            days_of(never, date(2026, 11, 1), FIRST, LAST, steps)
        except NotUnderstoodEvent:
            refused += 1
    assert refused > 6_000
    assert clock.process_time() - begun < 60


def test_what_began_too_long_ago() -> None:
    """A series that ends after so many times is counted from its start, but not from Columbus's."""
    with pytest.raises(NotUnderstoodEvent):
        days_of(Rule("DAILY", count=9), date(1900, 1, 1), FIRST, LAST, Steps())
    assert days_of(Rule("DAILY"), date(1900, 1, 1), FIRST, LAST, Steps())[0] == FIRST


_numbers = st.sets(st.sampled_from([1, 2, 10, 15, 28, -1, -5]), min_size=1, max_size=4)
_rules = st.one_of(
    st.builds(Rule, freq=st.just("DAILY"), interval=st.integers(1, 9),
              count=st.none() | st.integers(1, 400)),
    st.builds(Rule, freq=st.just("WEEKLY"), interval=st.integers(1, 5),
              count=st.none() | st.integers(1, 100), week_start=st.integers(1, 7),
              weekdays=st.sets(st.integers(1, 7)).map(lambda days: tuple((0, d) for d in days))),
    st.builds(Rule, freq=st.just("MONTHLY"), interval=st.integers(1, 4),
              count=st.none() | st.integers(1, 40), month_days=_numbers.map(tuple)),
    st.builds(Rule, freq=st.just("MONTHLY"), interval=st.integers(1, 4),
              weekdays=st.tuples(st.tuples(st.sampled_from([1, 2, 4, -1, -2]), st.integers(1, 7)))),
    st.builds(Rule, freq=st.just("MONTHLY"),
              weekdays=st.sets(st.integers(1, 7), min_size=2).map(
                  lambda days: tuple((0, d) for d in days)),
              positions=st.sets(st.sampled_from([1, 2, 3, -1, -2]), min_size=1).map(tuple)),
    st.builds(Rule, freq=st.just("YEARLY"),
              months=st.sets(st.integers(1, 12), min_size=1).map(tuple),
              weekdays=st.tuples(st.tuples(st.sampled_from([1, 2, 4, -1]), st.integers(1, 7)))),
    st.builds(Rule, freq=st.just("YEARLY"),
              year_days=st.sets(st.integers(1, 365), min_size=1, max_size=30).map(tuple)),
    st.builds(Rule, freq=st.just("YEARLY"), weeks=st.sets(st.integers(1, 52), min_size=1).map(tuple),
              weekdays=st.tuples(st.tuples(st.just(0), st.integers(1, 7)))),
)  # fmt: skip


@given(_rules, st.dates(date(2023, 1, 1), date(2026, 11, 1)))
def test_as_dateutil_finds_them(rule: Rule, start: date) -> None:
    """From its own first day on, a series falls on the days that the library finds."""
    begun = next(iter(rrulestr(_text(rule), dtstart=datetime.combine(start, time()))), None)
    assume(begun is not None)
    assert begun is not None
    known = rrulestr(_text(rule), dtstart=begun).between(
        datetime.combine(FIRST, time()), datetime.combine(LAST, time()), inc=True
    )
    found = days_of(rule, begun.date(), FIRST, LAST, Steps())
    assert found == [one.date() for one in known]


def _text(rule: Rule) -> str:
    def joined(values: tuple[int, ...]) -> str:
        return ",".join(map(str, values))

    days = ",".join(f"{at or ''}{WEEKDAYS[day - 1]}" for at, day in rule.weekdays)
    parts = {
        "FREQ": rule.freq, "INTERVAL": str(rule.interval), "WKST": WEEKDAYS[rule.week_start - 1],
        "COUNT": str(rule.count or ""), "BYDAY": days, "BYMONTHDAY": joined(rule.month_days),
        "BYMONTH": joined(rule.months), "BYYEARDAY": joined(rule.year_days),
        "BYWEEKNO": joined(rule.weeks), "BYSETPOS": joined(rule.positions),
    }  # fmt: skip
    return ";".join(f"{name}={value}" for name, value in parts.items() if value)


def test_a_series_is_asked_about_in_order() -> None:
    """Days come in order, each once, within the days asked about."""
    found = days_of(Rule("DAILY"), FIRST - timedelta(5), FIRST, LAST, Steps())
    assert found == [FIRST + timedelta(n) for n in range((LAST - FIRST).days + 1)]
