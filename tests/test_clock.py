"""The clock: replaced by REPPLAN_NOW, written as UTC, true across clock changes."""

from __future__ import annotations

import re
from datetime import date, time

import pytest

from repplan.clock import (
    BadClock,
    from_instant,
    local_instant,
    minute_at,
    minutes_ahead,
    read_clock,
    to_instant,
)


def test_repplan_now_replaces_the_clock() -> None:
    """The world's clock stands at 07:05 in Chicago, which is 13:05 UTC."""
    clock = read_clock()
    assert clock.today == date(2026, 11, 24)
    assert clock.instant == "2026-11-24T13:05:00Z"


@pytest.mark.parametrize(
    "said",
    [
        "yesterday",
        "1e9",
        "2026-02-29T00:00",
        "1969-07-20T20:17:40Z",
        "3000-01-01T12:00",
        "9999-12-31T23:59:59-06:00",
        "0001-01-01T00:00:00+14:00",
    ],
)
def test_a_clock_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    """REPPLAN_NOW with something else in it is an error, never the real time."""
    monkeypatch.setenv("REPPLAN_NOW", said)
    with pytest.raises(BadClock, match=f"REPPLAN_NOW is “{re.escape(said)}”"):
        read_clock()


@pytest.mark.parametrize(
    ("day", "at", "instant"),
    [
        (date(2026, 11, 24), time(8, 40), "2026-11-24T14:40:00Z"),
        (date(2026, 7, 1), time(8, 40), "2026-07-01T13:40:00Z"),
        (date(2026, 11, 1), time(1, 30), "2026-11-01T06:30:00Z"),
        (date(2026, 3, 8), time(2, 30), "2026-03-08T08:30:00Z"),
    ],
)
def test_local_times_become_instants(day: date, at: time, instant: str) -> None:
    """Winter, summer, an hour that comes twice (its first) and one that is left out."""
    assert local_instant(day, at) == instant


def test_an_instant_comes_back() -> None:
    """What is stored is read back as the same moment."""
    assert to_instant(from_instant("2026-11-24T14:40:00Z")) == "2026-11-24T14:40:00Z"


@pytest.mark.parametrize(
    ("zone", "minutes"),
    [
        ("America/New_York", -60),
        ("America/Chicago", 0),
        ("Asia/Kolkata", -690),
        ("Nowhere/Else", 0),
    ],
)
def test_another_zones_clock(zone: str, minutes: int) -> None:
    """Chicago's clock is behind New York's; a zone that nobody knows is taken as one's own."""
    assert minutes_ahead(zone, date(2026, 11, 24)) == minutes


def test_the_minute_of_an_instant() -> None:
    """An instant is a minute of the local day; none is none."""
    local = local_instant(date(2026, 11, 24), time(8, 40))
    assert (minute_at(local), minute_at(None)) == (520, None)
