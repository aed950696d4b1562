"""What was said of a plan: which days it is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.config import read_settings
from repplan.errors import BadDay, RepplanError, UnclearDay
from repplan.routes.choosing import (
    DayOver,
    PastPlan,
    day_of,
    refuse_over,
    shown_days,
    week_of,
)
from repplan.timeoff import actions as timeoff
from repplan.upkeep.actions import put_settings
from tests.routes.moments import EARLY, FRIDAY_NIGHT, LAST, NEXT, OVER, SATURDAY, TUESDAY, nov

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from datetime import date

    from tests.conftest import Writing
    from tests.routes.conftest import At


@pytest.fixture
def off(writing: Writing) -> Callable[..., None]:
    """Return a function that writes down days off, make-up days and settings."""

    def written(*days: int, made_up: tuple[int, ...] = (), **said: str) -> None:
        with writing("timeoff add") as work:
            for day in nov(*days):
                timeoff.add(work, day, day)
            for day in nov(*made_up):
                timeoff.add(work, day, day, is_worked=True)
            put_settings(work, said)

    return written


@pytest.mark.parametrize(
    ("now", "said", "day"),
    [
        (EARLY, None, 24),
        (EARLY, "", 24),
        (LAST, None, 24),
        (OVER, None, 25),
        (OVER, "tomorrow", 25),
        (EARLY, "today", 24),
        (LAST, "today", 24),
        (EARLY, "this tue", 24),
        (EARLY, "fri", 27),
        (EARLY, "周五", 27),
        (EARLY, "tue", 31),
        (EARLY, "2026-11-28", 28),
        (FRIDAY_NIGHT, None, 30),
        (SATURDAY, None, 30),
        (SATURDAY, "today", 28),
    ],
)
def test_day(at: At, db: sqlite3.Connection, now: str, said: str | None, day: int) -> None:
    """What is said counts, worked or not; unsaid it is today as long as there are hours left."""
    assert day_of(at(now), said, read_settings(db)) == nov(day)[0]


@pytest.mark.parametrize(
    ("now", "days", "made_up", "day"),
    [
        (EARLY, (24,), (), 25),
        (OVER, (25, 26), (), 27),
        (FRIDAY_NIGHT, (), (28,), 28),
        (SATURDAY, (), (28,), 28),
        (SATURDAY, (30, 31), (), 32),
        (SATURDAY, (28,), (28,), 30),
    ],
)
def test_day_worked(
    at: At,
    off: Callable[..., None],
    db: sqlite3.Connection,
    now: str,
    days: tuple[int, ...],
    made_up: tuple[int, ...],
    day: int,
) -> None:
    """Unsaid it is a day that is worked: days off are passed by, make-up days aren't."""
    off(*days, made_up=made_up)
    assert day_of(at(now), None, read_settings(db)) == nov(day)[0]


def test_own_hours_say_when_a_day_is_over(
    at: At, off: Callable[..., None], db: sqlite3.Connection
) -> None:
    """Whoever works until noon plans tomorrow from noon on."""
    off(hours="07:00-12:00")
    settings = read_settings(db)
    assert day_of(at("2026-11-24T11:59"), None, settings) == TUESDAY
    assert day_of(at("2026-11-24T12:00"), None, settings) == nov(25)[0]
    with pytest.raises(DayOver) as refusal:
        day_of(at("2026-11-24T12:00"), "today", settings)
    assert refusal.value.time == "12:00"


@pytest.mark.parametrize(
    ("now", "said", "error"),
    [
        (EARLY, "yesterday", PastPlan("Mon 23 Nov", "2026-11-23")),
        (EARLY, "2026-11-02", PastPlan("Mon 2 Nov", "2026-11-02")),
        (OVER, "today", DayOver("17:30")),
        (EARLY, "firday", BadDay("firday", "friday")),
        (EARLY, "10 nov", UnclearDay("10 nov", "2026-11-10", "2027-11-10")),
    ],
)
@pytest.mark.parametrize("choose", [day_of, week_of])
def test_days_that_cant_be_planned(
    at: At,
    db: sqlite3.Connection,
    choose: Callable[..., object],
    now: str,
    said: str,
    error: RepplanError,
) -> None:
    """What has gone by, what isn't a day, what could be two: each is named."""
    with pytest.raises(type(error)) as refusal:
        choose(at(now), said, read_settings(db))
    assert vars(refusal.value) == vars(error)


@pytest.mark.parametrize("now", [EARLY, LAST])
def test_time_left(at: At, db: sqlite3.Connection, now: str) -> None:
    """Up to the last minute of the hours nothing is refused."""
    refuse_over(at(now), read_settings(db))


@pytest.mark.parametrize("now", [OVER, "2026-11-24T23:59"])
def test_no_time_left(at: At, db: sqlite3.Connection, now: str) -> None:
    """From the end of the hours on there is nothing to mend."""
    with pytest.raises(DayOver):
        refuse_over(at(now), read_settings(db))


@pytest.mark.parametrize(
    ("now", "said", "days"),
    [
        (EARLY, None, nov(24, 25, 26, 27)),
        (OVER, None, nov(25, 26, 27)),
        (EARLY, "fri", nov(24, 25, 26, 27)),
        (OVER, "fri", nov(25, 26, 27)),
        (EARLY, "2026-12-02", NEXT),
        (EARLY, "next week", NEXT),
        (FRIDAY_NIGHT, None, NEXT),
        (SATURDAY, None, NEXT),
        (SATURDAY, "today", nov(28)),
        (EARLY, "sun", nov(24, 25, 26, 27)),
    ],
)
def test_week(
    at: At, db: sqlite3.Connection, now: str, said: str | None, days: tuple[date, ...]
) -> None:
    """The working days of a week from today on; on its last evening the next one."""
    assert week_of(at(now), said, read_settings(db)) == days


@pytest.mark.parametrize(
    ("now", "days", "made_up", "workdays", "week"),
    [
        # A day off is in it, so that it is seen: it holds nobody.
        (EARLY, (26,), (), "1-5", nov(24, 25, 26, 27)),
        (EARLY, (24, 25, 26, 27), (), "1-5", NEXT),
        (EARLY, (), (28,), "1-5", nov(24, 25, 26, 27, 28)),
        (FRIDAY_NIGHT, (), (28,), "1-5", nov(28)),
        (EARLY, (), (), "7-4", nov(24, 25, 26, 29)),
        (EARLY, (), (), "2-2", nov(24)),
        (OVER, (), (), "2-2", nov(31)),
        (SATURDAY, (), (), "1-7", nov(28, 29)),
    ],
)
def test_week_worked(
    at: At,
    off: Callable[..., None],
    db: sqlite3.Connection,
    now: str,
    days: tuple[int, ...],
    made_up: tuple[int, ...],
    workdays: str,
    week: tuple[date, ...],
) -> None:
    """A week is as the rep works: own weekdays, make-up days, and no week that is all off."""
    off(*days, made_up=made_up, workdays=workdays)
    assert week_of(at(now), None, read_settings(db)) == week


@pytest.mark.parametrize(
    ("said", "is_week", "days"),
    [
        (None, False, nov(24)),
        ("yesterday", False, nov(23)),
        ("2026-11-02", False, nov(2)),
        (None, True, nov(23, 24, 25, 26, 27, 28, 29)),
        ("2026-11-22", True, nov(16, 17, 18, 19, 20, 21, 22)),
        ("2026-11-30", True, nov(30, 31, 32, 33, 34, 35, 36)),
    ],
)
def test_shown(at: At, said: str | None, is_week: bool, days: tuple[date, ...]) -> None:
    """What has gone by may be looked at; a week begins on its Monday and is whole."""
    assert shown_days(at(OVER), said, is_week=is_week) == days


def test_shown_is_a_day(at: At) -> None:
    """What isn't one is named."""
    with pytest.raises(BadDay):
        shown_days(at(), "firday", is_week=True)
