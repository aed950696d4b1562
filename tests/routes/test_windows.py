"""When a door is open: the account's rule, their own hours, what was learned, best times."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.reception.model import ReceptionRule
from repplan.routes.model import DAY_MIN
from repplan.routes.times import open_on, read_times
from repplan.routes.windows import (
    by_day,
    door_open,
    good_hours,
    is_best_day,
    minute_of,
    starts_of,
    vain_hours,
)
from repplan.visits.learned import Slot

MONDAY = date(2026, 11, 30)
TUESDAY, THURSDAY = MONDAY + timedelta(1), MONDAY + timedelta(3)
WEEK = tuple(MONDAY + timedelta(at) for at in range(5))
ALL = ((0, DAY_MIN),)


def rule(opens: str | None, closes: str | None) -> ReceptionRule:
    """Return how an account receives: its hours alone."""
    return ReceptionRule("r", "a", "", None, (), opens, closes, "none", None, None, None, None,
                         None, None, None, None, "2026-11-01", None, "Mercy")  # fmt: skip


GOOD = [Slot(2, 9, 4, 5), Slot(2, 10, 3, 3), Slot(4, 14, 1, 4), Slot(2, 15, 0, 2)]
"""On Tuesdays from nine they are seen, at three never; on Thursdays now and then."""


@pytest.mark.parametrize(
    ("receives", "hours", "best", "learned", "spans"),
    [
        (None, "", "", [], ALL),
        (rule(None, None), "", "", [], ALL),
        (rule("08:00", "09:00"), "", "", [], ((480, 540),)),
        (rule("08:00", None), "", "", [], ((480, DAY_MIN),)),
        (rule(None, "09:30"), "", "", [], ((0, 570),)),
        # Their own hours, and both.
        (None, "Tue 8-12", "", [], ((480, 720),)),
        (rule("11:00", "15:00"), "Tue 8-12; Tue 1-5", "", [], ((660, 720), (780, 900))),
        (rule("13:00", "15:00"), "Tue 8-12", "", [], ()),
        (None, "Thu 8-12", "", [], ()),
        (None, "Tue theatre", "", [], ()),
        (None, "ask Dana", "", [], ALL),
        # Best times narrow what is open, and never shut it.
        (None, "Tue 8-12", "before 9", [], ((480, 540),)),
        (None, "Tue 8-12", "afternoons", [], ((480, 720),)),
        (None, "Tue 8-12", "Thu 8-9", [], ((480, 720),)),
        (None, "", "Tue 8-10, 2-4", [], ((480, 600), (840, 960))),
        # What visits taught: good hours with a little around, an hour in vain left out.
        (None, "", "", GOOD, ((510, 690),)),
        (None, "Tue 8-9", "", GOOD, ((510, 540),)),
        (None, "Tue 1-5", "", GOOD, ((780, 900), (960, 1020))),
        (None, "Tue 3-4", "", GOOD, ()),
        # What is written down as best counts before what was learned.
        (None, "", "Tue 2-4", GOOD, ((840, 900),)),
        (None, "", "Thu 2-4", GOOD, ((510, 690),)),
    ],
)
def test_when_a_door_is_open(
    receives: ReceptionRule | None,
    hours: str,
    best: str,
    learned: list[Slot],
    spans: tuple[tuple[int, int], ...],
) -> None:
    """On a Tuesday a door is open where everything that is known of it agrees."""
    assert door_open(TUESDAY, receives, hours, best, learned) == spans


def test_what_was_learned_is_of_its_weekday() -> None:
    """A Tuesday's hours say nothing of a Thursday; odds below the bar make no good hour."""
    assert good_hours(GOOD, 2) == [(510, 690)]
    assert good_hours(GOOD, 4) == []
    assert good_hours([Slot(1, 0, 3, 3), Slot(1, 23, 3, 3)], 1) == [(0, 90), (1350, DAY_MIN)]
    assert vain_hours(GOOD, 2) == [(900, 960)]
    assert vain_hours(GOOD, 4) == []
    assert vain_hours([Slot(2, 15, 0, 1), Slot(2, 16, 1, 9)], 2) == []


@pytest.mark.parametrize(
    ("best", "learned", "days"),
    [
        ("", [], WEEK),
        ("mornings", [], WEEK),
        ("Tue", [], (TUESDAY,)),
        ("Tue, Thu am", [], (TUESDAY, THURSDAY)),
        ("", GOOD, (TUESDAY,)),
        ("Thu", GOOD, (TUESDAY, THURSDAY)),
        ("Sat", [], WEEK),
        ("by appointment", [], WEEK),
    ],
)
def test_best_days_alone_are_proposed(
    best: str, learned: list[Slot], days: tuple[date, ...]
) -> None:
    """Where best times name some of the days, the others aren't proposed; else all are."""
    assert tuple(by_day(WEEK, None, "", best, learned)) == days
    named = {day for day in WEEK if is_best_day(day, best, learned)}
    assert named in (set(days), set())


def test_a_best_day_on_which_nobody_receives() -> None:
    """Best times that never meet the hours are left aside; hours in vain still are."""
    assert by_day(WEEK, None, "Thu 1-5", "Tue", []) == {THURSDAY: ((780, 1020),)}
    vain = [Slot(4, 14, 0, 3)]
    assert by_day(WEEK, None, "Thu 1-5", "Tue", vain) == {THURSDAY: ((780, 840), (900, 1020))}
    assert by_day([TUESDAY], None, "Thu 1-5", "", []) == {}


@pytest.mark.parametrize(
    ("spans", "minutes", "starts"),
    [
        (((480, 540),), 20, ((480, 520),)),
        (((480, 540),), 60, ((480, 480),)),
        (((480, 490),), 30, ((480, 480),)),
        (((480, 540), (600, 700)), 30, ((480, 510), (600, 670))),
        ((), 30, ()),
    ],
)
def test_when_a_visit_starts(
    spans: tuple[tuple[int, int], ...], minutes: int, starts: tuple[tuple[int, int], ...]
) -> None:
    """It ends while the door is open; a door that is open for less is caught as it opens."""
    assert starts_of(spans, minutes) == starts


def test_a_clock_as_a_minute() -> None:
    """Hours and minutes since midnight, up to the end of the day."""
    assert [minute_of(one) for one in ("00:00", "8:40", "08:40:00", "24:00")] == [0, 520, 520, 1440]


SAID = st.sampled_from(["", "8-12", "Tue 8-12; Tue 2-5", "Thu theatre", "not before 10", "closed Tue",
                        "before 9 or after 4", "ask", "Tue, Thu pm", "周二上午"])  # fmt: skip
CLOCKS = st.sampled_from([None, "08:00", "09:30", "12:00", "16:45"])
SLOTS = st.lists(
    st.builds(
        lambda weekday, hour, seen, more: Slot(weekday, hour, seen, seen + more),
        st.integers(1, 5),
        st.integers(0, 23),
        st.integers(0, 4),
        st.integers(0, 4),
    ),
    max_size=6,
    unique_by=lambda one: (one.weekday, one.hour),
)


@given(edges=st.tuples(CLOCKS, CLOCKS), hours=SAID, best=SAID, learned=SLOTS, at=st.integers(0, 4))
def test_nothing_is_open_that_something_shuts(
    edges: tuple[str | None, str | None], hours: str, best: str, learned: list[Slot], at: int
) -> None:
    """Best times only choose among the minutes that rule, hours and vain tries leave."""
    day, weekday = WEEK[at], at + 1
    spans = door_open(day, rule(*edges), hours, best, learned)
    wide = door_open(day, rule(*edges), hours, "", [one for one in learned if not one.seen])
    there = open_on(read_times(hours), weekday)
    opens, closes = (minute_of(edges[0] or "0:00"), minute_of(edges[1] or "24:00"))
    vain = {
        one.hour for one in learned if one.weekday == weekday and one.tried > 1 and not one.seen
    }
    for minute in range(DAY_MIN):
        is_possible = (
            opens <= minute < closes
            and (there is None or any(first <= minute < until for first, until in there))
            and minute // 60 not in vain
        )
        assert any(first <= minute < until for first, until in wide) == is_possible
        assert is_possible or not any(first <= minute < until for first, until in spans)
    assert bool(spans) == bool(wide)
    assert all(one[1] < other[0] for one, other in pairwise(spans))
