"""The hours of days that are planned: what is taken out of them, and what has gone by."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.config import Settings
from repplan.routes.days import base_of
from repplan.routes.hours import Hours
from repplan.routes.model import BUSY, CALL, LUNCH, Prospect, Span
from repplan.timeoff import actions as timeoff
from tests.routes.framing import TUE, WED, agreed, days_of, frame_of, gaps_of, pin, put, take

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from tests.conftest import Writing


@pytest.mark.parametrize(
    ("said", "base"),
    [
        ("", (510, 1050)),
        ("08:30-17:30", (510, 1050)),
        ("00:00-23:59", (0, 1439)),
        ("06:05-06:06", (365, 366)),
    ],
)
def test_working_hours(said: str, base: tuple[int, int]) -> None:
    """Working hours are minutes of the day, as the setting says or by default."""
    assert base_of(Settings({"hours": said})) == base


def test_a_plain_day(db: sqlite3.Connection) -> None:
    """A working day has its hours without lunch, bare with it, and the names of both its ends."""
    frame = frame_of(days_of(db, WED))
    lunch = Span(720, 750, "lunch", LUNCH)
    assert frame.hours == Hours(510, 1050, (lunch,))
    assert frame.bare == Hours(510, 1050)
    assert frame.fasting.hours == frame.bare
    assert (frame.day, frame.start_name, frame.end_name) == (WED, "home", "hotel")
    assert (frame.off, frame.is_public_off, frame.bound) == ("", False, 0)


@pytest.mark.parametrize(
    ("settings", "busy", "musts", "lunch"),
    [
        ({}, (), (), (720, 750)),
        ({"route.lunch": "none"}, (), (), None),
        ({"route.lunch": "13:00-14:00"}, (), (), (780, 840)),
        # An appointment elsewhere moves it, as little as can be; earlier, where both are as near.
        ({}, (("12:00", "12:30"),), (), (690, 720)),
        ({}, (("11:50", "12:10"),), (), (730, 760)),
        ({}, (("11:00", "14:00"),), (), None),
        ({}, (("12:30", "13:00"),), (), (720, 750)),
        # Before the day begins nobody rests; after it nothing is cut out.
        ({"hours": "12:15-20:00"}, (), (), (735, 765)),
        ({"hours": "08:00-12:00"}, (), (), None),
        # What would reach past the end of the day is earlier, whole; where it can't be, there is none.
        ({"hours": "08:00-12:10"}, (), (), (700, 730)),
        ({"hours": "08:00-12:30"}, (), (), (720, 750)),
        ({"hours": "08:00-12:10"}, (("11:00", "11:50"),), (), None),
        ({"hours": "08:00-13:10"}, (("12:20", "12:50"),), (), (710, 740)),
        # A visit with its hour moves it, with the way there (20 and 15 percent) and its own slack:
        # 12:30 is left for at 12:07, 11:40 ends at 12:03.
        ({}, (), (agreed(750),), (695, 725)),
        ({}, (), (agreed(700),), (725, 755)),
        ({}, (), (pin(750),), (695, 725)),
        # So does the way from one to the next: it is no rest between 11:20 and 13:03 here.
        ({}, (), (agreed(680), agreed(760, "far")), (785, 815)),
        # What may be at any hour moves nothing, nor does another day's.
        ({}, (), (agreed(None),), (720, 750)),
        ({}, (), (agreed(750, day=WED),), (720, 750)),
    ],
)  # fmt: skip
def test_lunch(
    db: sqlite3.Connection,
    writing: Writing,
    settings: Mapping[str, str],
    busy: Sequence[tuple[str, str]],
    musts: Sequence[Prospect],
    lunch: tuple[int, int] | None,
) -> None:
    """Lunch lies where it is wanted, or beside what has its hour; bare hours never have it."""
    put(writing, settings)
    take(writing, *busy)
    frame = frame_of(days_of(db), *musts)
    assert gaps_of(frame.hours, LUNCH) == ([lunch] if lunch else [])
    assert gaps_of(frame.bare, LUNCH) == []
    if lunch is None:
        assert frame.hours == frame.bare


@pytest.mark.parametrize(("slack", "lunch"), [(0.0, (725, 755)), (0.15, (730, 760)), (1.0, None)])
def test_lunch_and_slack(
    db: sqlite3.Connection, slack: float, lunch: tuple[int, int] | None
) -> None:
    """The more is kept free, the farther lunch is pushed; where no room is left there is none."""
    days = days_of(db, slack=slack)
    frame = frame_of(days, agreed(700, minutes=25), agreed(810, "far", minutes=25))
    assert gaps_of(frame.hours, LUNCH) == ([lunch] if lunch else [])


@pytest.mark.parametrize(
    ("busy", "gaps"),
    [
        ((), []),
        ((("10:00", "11:00"),), [(600, 660)]),
        # What lies outside the hours is no matter; what reaches in is cut.
        ((("06:00", "08:30"), ("17:30", "20:00")), []),
        ((("06:00", "09:00"), ("17:00", "20:00")), [(510, 540), (1020, 1050)]),
        # Overlapping hours are one, those that touch two.
        ((("10:00", "11:00"), ("10:30", "11:30")), [(600, 690)]),
        ((("10:00", "11:00"), ("11:00", "11:30")), [(600, 660), (660, 690)]),
        ((("00:00", "24:00"),), [(510, 1050)]),
    ],
)
def test_busy_hours(
    db: sqlite3.Connection,
    writing: Writing,
    busy: Sequence[tuple[str, str]],
    gaps: Sequence[tuple[int, int]],
) -> None:
    """Hours that are taken are out of the day, with and without lunch; other days keep theirs."""
    take(writing, *busy)
    days = days_of(db, TUE, WED)
    frame = frame_of(days)
    assert gaps_of(frame.bare) == gaps
    assert gaps_of(frame.hours, BUSY) == gaps
    assert {one.what for one in frame.bare.gaps} <= {"dentist"}
    assert gaps_of(frame_of(days, index=1).bare) == []
    assert days.remarks == []


def test_busy_hours_over_midnight(db: sqlite3.Connection, writing: Writing) -> None:
    """What a calendar says of several days is taken out of each of them."""
    with writing("import") as work:
        timeoff.put_read(work, TUE, WED, what="congress", hours=("15:00", "10:00"))
    days = days_of(db, TUE, WED)
    assert gaps_of(frame_of(days).bare) == [(900, 1050)]
    assert gaps_of(frame_of(days, index=1).bare) == [(510, 600)]


def test_calls(db: sqlite3.Connection) -> None:
    """A visit by telephone takes its minutes of its own day, and moves lunch."""
    call = Span(715, 730, "Cho", CALL)
    days = days_of(db, TUE, WED, calls={TUE: (call,)})
    frame = frame_of(days)
    assert frame.bare.gaps == (call,)
    assert gaps_of(frame.hours, LUNCH) == [(730, 760)]
    assert frame_of(days, index=1).bare.gaps == ()


@pytest.mark.parametrize(
    ("busy", "musts", "gaps", "told"),
    [
        # In the middle, at the beginning, at the end, over all of it, over one of its ends.
        ((("10:00", "12:00"),), (agreed(640),), [(600, 640), (660, 720)], ["patel 10:40"]),
        ((("10:00", "12:00"),), (agreed(600),), [(620, 720)], ["patel 10:00"]),
        ((("10:00", "12:00"),), (agreed(700),), [(600, 700)], ["patel 11:40"]),
        ((("10:00", "10:20"),), (agreed(600),), [], ["patel 10:00"]),
        ((("10:05", "10:10"),), (agreed(600),), [], ["patel 10:00"]),
        ((("10:00", "12:00"),), (agreed(590),), [(610, 720)], ["patel 9:50"]),
        # Side by side is no clash.
        ((("10:00", "12:00"),), (agreed(580),), [(600, 720)], []),
        ((("10:00", "12:00"),), (agreed(720),), [(600, 720)], []),
        # Two of them in the same hours; one in two hours that are taken is told once.
        ((("10:00", "12:00"),), (agreed(610), agreed(670, "far")),
         [(600, 610), (630, 670), (690, 720)], ["patel 10:10", "far 11:10"]),
        ((("10:00", "10:30"), ("10:20", "12:00")), (agreed(620),),
         [(600, 620), (640, 720)], ["patel 10:20"]),
        ((("10:00", "10:30"), ("10:30", "12:00")), (agreed(620),),
         [(600, 620), (640, 720)], ["patel 10:20"]),
        # A pin, a wish without an hour, another day's: the hours stay taken.
        ((("10:00", "12:00"),), (pin(640),), [(600, 720)], []),
        ((("10:00", "12:00"),), (agreed(None),), [(600, 720)], []),
        ((("10:00", "12:00"),), (agreed(640, day=WED),), [(600, 720)], []),
    ],
)  # fmt: skip
def test_what_was_agreed_beside_busy_hours(
    db: sqlite3.Connection,
    writing: Writing,
    busy: Sequence[tuple[str, str]],
    musts: Sequence[Prospect],
    gaps: Sequence[tuple[int, int]],
    told: Sequence[str],
) -> None:
    """A planned visit keeps its own minutes of hours that are taken; each clash is told, once."""
    take(writing, *busy)
    days = days_of(db)
    frame = frame_of(days, *musts)
    assert gaps_of(frame.bare) == gaps
    assert days.remarks == [f"{one} lies in hours that are taken otherwise." for one in told]
    assert not any("dentist" in one for one in days.remarks)


@pytest.mark.parametrize(
    ("now", "free_from", "busy_until", "bound", "opens"),
    [
        ("07:05", None, 0, 425, 510),
        ("08:30", None, 0, 510, 510),
        # One is asked for the next full five minutes.
        ("10:00", None, 0, 600, 600),
        ("10:01", None, 0, 605, 605),
        ("10:04", None, 0, 605, 605),
        # A visit that has begun must be over, if the rep doesn't say otherwise.
        ("10:00", None, 635, 635, 635),
        ("10:00", None, 590, 600, 600),
        ("10:00", 700, 0, 700, 700),
        ("10:00", 615, 635, 615, 615),
        # What has gone by can't be had.
        ("10:00", 540, 0, 600, 600),
        ("10:00", 0, 635, 600, 600),
        # Nothing is left of the day.
        ("17:30", None, 0, 1050, 1050),
        ("19:12", None, 0, 1155, 1050),
        ("23:58", None, 0, 1440, 1050),
        ("10:00", 1200, 0, 1200, 1050),
    ],
)
def test_what_has_gone_by(
    db: sqlite3.Connection,
    monkeypatch: pytest.MonkeyPatch,
    now: str,
    free_from: int | None,
    busy_until: int,
    bound: int,
    opens: int,
) -> None:
    """Today begins when one is free; tomorrow has all of its hours; lunch isn't in the past."""
    monkeypatch.setenv("REPPLAN_NOW", f"2026-11-24T{now}:00-06:00")
    days = days_of(db, TUE, WED, free_from=free_from, busy_until=busy_until)
    frame = frame_of(days)
    assert (frame.bound, frame.bare) == (bound, Hours(opens, 1050))
    assert frame.hours.worked == (1050 - opens) - (30 if gaps_of(frame.hours, LUNCH) else 0)
    assert all(first >= opens for first, _until in gaps_of(frame.hours))
    other = frame_of(days, index=1)
    assert (other.bound, other.bare) == (0, Hours(510, 1050))


@pytest.mark.parametrize(
    ("now", "lunch"),
    [("12:00", (720, 750)), ("12:10", (730, 760)), ("13:30", (810, 840)), ("13:31", None)],
)
def test_lunch_today(
    db: sqlite3.Connection,
    monkeypatch: pytest.MonkeyPatch,
    now: str,
    lunch: tuple[int, int] | None,
) -> None:
    """Lunch that one is late for comes next, up to an hour and a half later; then it was had."""
    monkeypatch.setenv("REPPLAN_NOW", f"2026-11-24T{now}:00-06:00")
    assert gaps_of(frame_of(days_of(db)).hours, LUNCH) == ([lunch] if lunch else [])


@pytest.mark.parametrize("free_from", [None, 0, 800])
def test_a_day_that_is_looked_at(
    db: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, free_from: int | None
) -> None:
    """What is only shown is the same all day long: its morning and lunch stay where they were."""
    before = frame_of(days_of(db, is_planned_only=True))
    monkeypatch.setenv("REPPLAN_NOW", "2026-11-24T12:10:00-06:00")
    assert frame_of(days_of(db, is_planned_only=True, free_from=free_from)) == before
    assert (before.bound, before.hours.opens) == (0, 510)
    assert gaps_of(before.hours) == [(720, 750)]
