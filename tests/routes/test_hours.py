"""The minutes that are worked, what is cut out of them, and the hours that a clock leaves out."""

from __future__ import annotations

import time
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.routes.hours import (
    LUNCH_EARLIER,
    LUNCH_LATER,
    Hours,
    hours_of,
    lunch_span,
    missing_hour,
)
from repplan.routes.model import BUSY, CALL, DAY_MIN, LUNCH, NO_HOUR, Span

NINE, NOON, FIVE = 9 * 60, 12 * 60, 17 * 60

SPANS = st.builds(
    lambda first, long, what, kind: Span(first, first + long, what, kind),
    st.integers(0, DAY_MIN),
    st.integers(0, 200),
    st.sampled_from(["", "bank", "Chen"]),
    st.sampled_from([BUSY, CALL, LUNCH, NO_HOUR]),
)
HOURS = st.builds(
    lambda edges, spans: hours_of(min(edges), max(edges), spans),
    st.tuples(st.integers(0, DAY_MIN), st.integers(0, DAY_MIN)),
    st.lists(SPANS, max_size=6),
)


def is_free(hours: Hours, minute: int) -> bool:
    """Whether a minute is worked, by the definition."""
    is_gone = any(gap.first <= minute < gap.until for gap in hours.gaps)
    return hours.opens <= minute < hours.closes and not is_gone


@given(edges=st.tuples(st.integers(0, DAY_MIN), st.integers(0, DAY_MIN)), spans=st.lists(SPANS))
def test_exactly_the_spans_are_cut_out(edges: tuple[int, int], spans: list[Span]) -> None:
    """A minute is worked if and only if no span takes it; gaps are in order and don't overlap."""
    opens, closes = min(edges), max(edges)
    hours = hours_of(opens, closes, spans)
    free = [
        minute
        for minute in range(opens, closes)
        if not any(one.first <= minute < one.until for one in spans)
    ]
    assert [minute for minute in range(DAY_MIN) if is_free(hours, minute)] == free
    assert hours.worked == len(free)
    assert all(one.until <= other.first for one, other in pairwise(hours.gaps))
    assert all(opens <= one.first < one.until <= closes for one in hours.gaps)


@given(hours=HOURS)
def test_worked_minutes_and_the_clock(hours: Hours) -> None:
    """Each worked minute has its place on the clock, in order, and is found from it again."""
    places = [hours.outer(inner, is_start=True) for inner in range(hours.worked)]
    assert places == [minute for minute in range(DAY_MIN) if is_free(hours, minute)]
    for inner in range(hours.worked + 1):
        assert hours.inner(hours.outer(inner)) == inner
        assert hours.inner(hours.outer(inner, is_start=True)) == inner
        assert hours.outer(inner) <= hours.outer(inner, is_start=True)
    ends = [hours.outer(inner) for inner in range(hours.worked + 1)]
    assert all(one < other for one, other in pairwise(ends))


@given(hours=HOURS, minutes=st.lists(st.integers(-60, DAY_MIN + 60), min_size=2, max_size=2))
def test_later_is_never_less_worked(hours: Hours, minutes: list[int]) -> None:
    """The later minute has at least as many worked ones before it, and never more than there are."""
    one, other = (hours.inner(minute) for minute in sorted(minutes))
    assert 0 <= one <= other <= hours.worked


@given(hours=HOURS, span=st.tuples(st.integers(0, DAY_MIN), st.integers(0, DAY_MIN)),
       minutes=st.integers(1, 240))  # fmt: skip
def test_a_visit_is_never_interrupted(hours: Hours, span: tuple[int, int], minutes: int) -> None:
    """Starts are exactly those from which a visit runs in one go within the hours and the span."""
    first, last = min(span), max(span)
    found = hours.starts(first, last, minutes)
    told = {
        hours.outer(at, is_start=True) for begins, ends in found for at in range(begins, ends + 1)
    }
    possible, free = set(), 0
    for minute in range(DAY_MIN - 1, -1, -1):
        free = free + 1 if is_free(hours, minute) else 0
        if free >= minutes and first <= minute <= last:
            possible.add(minute)
    assert told == possible
    assert all(begins <= ends for begins, ends in found)


@pytest.mark.parametrize(
    ("spans", "gaps"),
    [
        ([], []),
        ([Span(600, 660, "bank"), Span(630, 700, "Chen", CALL)], [Span(600, 700, "bank + Chen")]),
        ([Span(600, 700, "bank"), Span(630, 660, "")], [Span(600, 700, "bank")]),
        ([Span(600, 700, "bank"), Span(630, 660, "tax"), Span(690, 720, "bank")],
         [Span(600, 720, "bank + tax")]),
        ([Span(600, 660, "Chen", CALL), Span(620, 700, "Wu", CALL)],
         [Span(600, 700, "Chen + Wu", CALL)]),
        # What only touches keeps its own name and kind.
        ([Span(NOON, 780, "lunch", LUNCH), Span(780, 840, "bank")],
         [Span(NOON, 780, "lunch", LUNCH), Span(780, 840, "bank")]),
        ([Span(600, NOON, "bank"), Span(NOON, 780, "lunch", LUNCH)],
         [Span(600, NOON, "bank"), Span(NOON, 780, "lunch", LUNCH)]),
        # Beyond the hours.
        ([Span(0, DAY_MIN, "congress")], [Span(NINE, FIVE, "congress")]),
        ([Span(0, NINE), Span(FIVE, DAY_MIN), Span(600, 600)], []),
        ([Span(500, 600, "bank")], [Span(NINE, 600, "bank")]),
    ],
)  # fmt: skip
def test_what_is_cut_out_has_its_name(spans: list[Span], gaps: list[Span]) -> None:
    """Overlapping spans are one with both names; a kind of its own stays where it says the truth."""
    assert list(hours_of(NINE, FIVE, reversed(spans)).gaps) == gaps


@pytest.mark.parametrize(
    ("inner", "ends", "starts"),
    [(0, 540, 540), (180, 720, 780), (181, 781, 781), (240, 840, 900), (300, 960, 960)],
)
def test_where_a_gap_lies(inner: int, ends: int, starts: int) -> None:
    """What ends at a gap ends as it begins; what starts there starts as it ends."""
    hours = hours_of(NINE, FIVE, [Span(720, 780), Span(840, 900)])
    assert (hours.outer(inner), hours.outer(inner, is_start=True)) == (ends, starts)


WANTED = Span(NOON, 780, "lunch", LUNCH)


@pytest.mark.parametrize(
    ("taken", "first"),
    [
        ([], 720),
        ([Span(780, 840)], 720),
        ([Span(770, 840)], 710),
        ([Span(700, 730)], 730),
        ([Span(690, 750)], 750),
        ([Span(730, 770)], 670),
        ([Span(700, 800)], 800),
        ([Span(600, 800)], 800),
        ([Span(720, 820), Span(600, 640)], 660),
        ([Span(600, 810)], 810),
        ([Span(600, 815)], None),
        ([Span(0, DAY_MIN)], None),
        ([Span(660, 725), Span(775, 870)], None),
    ],
)
def test_lunch_moves(taken: list[Span], first: int | None) -> None:
    """Lunch is as near to its time as what is taken allows; earlier, where both are as near."""
    found = lunch_span(WANTED, taken)
    assert found == (None if first is None else Span(first, first + 60, "lunch", LUNCH))


@given(taken=st.lists(SPANS, max_size=5))
def test_lunch_is_as_near_as_can_be(taken: list[Span]) -> None:
    """Of all moves by five minutes that are free none is nearer."""
    taken = [one for one in taken if one.minutes]
    found = lunch_span(WANTED, taken)
    moves = [
        by
        for by in range(-LUNCH_EARLIER, LUNCH_LATER + 1, 5)
        if not any(one.first < WANTED.until + by and WANTED.first + by < one.until for one in taken)
    ]
    if found is None:
        assert not moves
    else:
        by = found.first - WANTED.first
        assert by in moves
        assert abs(by) == min(map(abs, moves))
        assert found == Span(WANTED.first + by, WANTED.until + by, "lunch", LUNCH)


@pytest.mark.parametrize(
    ("zone", "day", "gaps"),
    [
        ("Europe/Berlin", date(2026, 3, 29), [(120, 180)]),
        ("Europe/Berlin", date(2026, 3, 28), []),
        ("Europe/Berlin", date(2026, 3, 30), []),
        ("Europe/Berlin", date(2026, 10, 25), []),
        ("America/Chicago", date(2026, 3, 8), [(120, 180)]),
        ("America/Chicago", date(2026, 11, 1), []),
        ("America/Sao_Paulo", date(2026, 10, 18), []),
        ("America/Sao_Paulo", date(2018, 11, 4), [(0, 60)]),
        ("Asia/Shanghai", date(2026, 3, 29), []),
        ("Africa/Casablanca", date(2026, 3, 22), [(120, 180)]),
        ("America/Havana", date(2026, 3, 8), [(0, 60)]),
        ("America/Havana", date(2026, 3, 7), []),
        ("America/Havana", date(2026, 11, 1), []),
        ("Asia/Beirut", date(2026, 3, 29), [(0, 60)]),
        ("Australia/Lord_Howe", date(2026, 10, 4), [(120, 150)]),
        ("UTC", date(2026, 3, 29), []),
        # A whole day that an island skipped.
        ("Pacific/Apia", date(2011, 12, 30), [(0, 1440)]),
    ],
)
def test_an_hour_that_the_clock_skips(
    zone: str, day: date, gaps: list[tuple[int, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The minutes that no clock of the zone shows on a day are told; mostly there are none."""
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    assert missing_hour(day) == [Span(*gap, kind=NO_HOUR) for gap in gaps]


@pytest.mark.parametrize(
    "zone", ["Europe/Berlin", "Asia/Beirut", "America/Chicago", "Asia/Shanghai"]
)
def test_no_visit_where_there_is_no_hour(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """All year long, worked minutes of a night shift are those that pass, but for an hour doubled."""
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    for at in range(365):
        day = date(2026, 1, 1) + timedelta(at)
        hours = hours_of(0, DAY_MIN, missing_hour(day))
        begins = datetime.combine(day, datetime.min.time())
        passed = (begins + timedelta(1)).timestamp() - begins.timestamp()
        assert hours.worked == min(passed / 60, DAY_MIN), day


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31)])
def test_the_ends_of_the_calendar(day: date) -> None:
    """The first and the last day of all have no missing hour, and break nothing."""
    assert missing_hour(day) == []
