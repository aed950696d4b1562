"""Days that are planned though they are off, and hours that a change of clocks leaves out."""

from __future__ import annotations

import time
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from repplan.routes.hours import Hours
from repplan.routes.model import LUNCH, NO_HOUR, Span
from repplan.timeoff import actions as timeoff
from repplan.timeoff.model import PublicDay
from tests.routes.framing import SAT, TUE, WED, agreed, days_of, frame_of, gaps_of, put

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from tests.conftest import Writing


@pytest.mark.parametrize(
    ("day", "off", "is_public"),
    [
        (TUE, "", False),
        (WED, "cello", False),
        (WED + timedelta(1), "Thanksgiving", True),
        (WED + timedelta(2), "day off", False),
        (SAT, "no working day", True),
        # A Sunday that is worked instead.
        (SAT + timedelta(1), "", False),
        # Written down on a weekend.
        (SAT + timedelta(7), "wedding", False),
    ],
)
def test_days_off(
    db: sqlite3.Connection, writing: Writing, day: date, off: str, is_public: bool
) -> None:
    """A day off says why, and whether everybody has it off; its hours are there for what is agreed."""
    thanks = WED + timedelta(1)
    with writing("timeoff add") as work:
        timeoff.add(work, WED, WED, what="cello")
        timeoff.take_in(work, "US", [PublicDay(thanks, True, "Thanksgiving")], {2026})
        timeoff.add(work, WED + timedelta(2), WED + timedelta(2))
        timeoff.add(work, SAT + timedelta(1), SAT + timedelta(1), is_worked=True)
        timeoff.add(work, SAT + timedelta(7), SAT + timedelta(7), what="wedding")
    frame = frame_of(days_of(db, day))
    assert (frame.off, frame.is_public_off) == (off, is_public)
    assert frame.bare == Hours(510, 1050)


def test_days_off_between_days(db: sqlite3.Connection, writing: Writing) -> None:
    """Of days apart each knows its own: what lies between them counts for none."""
    with writing("timeoff add") as work:
        timeoff.add(work, WED, WED, what="cello")
    days = days_of(db, TUE, WED + timedelta(1))
    assert [frame_of(days, index=at).off for at in (0, 1)] == ["", ""]
    other = days_of(db, TUE, WED)
    assert [frame_of(other, index=at).off for at in (0, 1)] == ["", "cello"]


def test_off_that_was_ended(db: sqlite3.Connection, writing: Writing) -> None:
    """Time off that was ended is worked again from then on."""
    with writing("timeoff add", now="2026-11-23T08:00:00-06:00") as work:
        one = timeoff.add(work, TUE - timedelta(1), WED, what="cello")
    with writing("timeoff end") as work:
        timeoff.end(work, one.id)
    assert frame_of(days_of(db, TUE)).off == ""


@pytest.mark.parametrize(
    ("zone", "day", "hours", "missing", "worked"),
    [
        ("Europe/Berlin", date(2026, 3, 29), "01:00-09:00", [(120, 180)], 7 * 60),
        ("Europe/Berlin", date(2026, 3, 28), "01:00-09:00", [], 8 * 60),
        # The hour that comes twice is there once: a clock can't tell them apart.
        ("Europe/Berlin", date(2026, 10, 25), "01:00-09:00", [], 8 * 60),
        ("America/Havana", date(2026, 3, 8), "00:00-06:00", [(0, 60)], 5 * 60),
        # By day nothing is missed, whatever the night.
        ("America/Chicago", date(2026, 3, 8), "08:30-17:30", [], 9 * 60),
        ("Australia/Lord_Howe", date(2026, 10, 4), "02:15-06:00", [(135, 150)], 210),
    ],
)
def test_clock_changes(
    db: sqlite3.Connection,
    writing: Writing,
    monkeypatch: pytest.MonkeyPatch,
    zone: str,
    day: date,
    hours: str,
    missing: Sequence[tuple[int, int]],
    worked: int,
) -> None:
    """An hour that the clock leaves out isn't worked, and isn't had for lunch."""
    put(writing, {"hours": hours, "route.lunch": "02:00-02:30", "workdays": "1-7"})
    monkeypatch.setenv("TZ", zone)
    monkeypatch.setenv("REPPLAN_NOW", "2026-01-05T07:05:00+00:00")
    time.tzset()
    frame = frame_of(days_of(db, day))
    assert gaps_of(frame.bare) == gaps_of(frame.bare, NO_HOUR) == missing
    assert frame.bare.worked == worked
    for first, until in gaps_of(frame.hours, LUNCH):
        assert all(until <= begins or ends <= first for begins, ends in missing)
    assert frame.hours.worked == worked - sum(
        until - first for first, until in gaps_of(frame.hours, LUNCH)
    )


def test_agreed_in_an_hour_that_is_missing(
    db: sqlite3.Connection, writing: Writing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An hour that no clock shows is given back for nobody, and nothing is said to clash with it."""
    put(writing, {"hours": "01:00-09:00", "route.lunch": "none", "workdays": "1-7"})
    monkeypatch.setenv("TZ", "Europe/Berlin")
    monkeypatch.setenv("REPPLAN_NOW", "2026-01-05T07:05:00+00:00")
    time.tzset()
    day = date(2026, 3, 29)
    days = days_of(db, day)
    frame = frame_of(days, agreed(130, day=day))
    assert frame.bare.gaps == (Span(120, 180, "", NO_HOUR),)
    assert days.remarks == []
