"""A day as a line of characters: each minute once, each visit to be seen, no wider than asked."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from repplan.routes.hours import hours_of
from repplan.routes.model import BUSY, DAY_MIN, LUNCH, DayRoute, Door, Prospect, Span, Stop
from repplan.routes.timeline import (
    GAP,
    LEGEND,
    SLACK,
    STYLES,
    VISIT,
    WAIT,
    WAY,
    Part,
    Scale,
    bar,
    hours_line,
    parts,
    runs,
    scale_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repplan.routes.hours import Hours

DAY = date(2026, 11, 24)
WHO = Prospect("p", None, "Chen", Door("", ""), 20)


def route_of(
    hours: Hours, legs: Sequence[tuple[int, int, int, int, int]], back: tuple[int, int]
) -> DayRoute | None:
    """Return a day built by hand, on the clock; None where it has no room for all of it.

    A leg is what is left over before it, travel, slack, wait and minutes, in worked minutes; back
    is what is left over, and the way home.
    """
    at = 0
    stops: list[Stop] = []
    for over, travel, slack, wait, minutes in legs:
        left = at + over
        fit = [begins for begins, ends in hours.starts(0, DAY_MIN, minutes)
               for begins in range(max(begins, left + travel + slack + wait), ends + 1)]  # fmt: skip
        if not fit:
            return None
        begun = min(fit)
        leaves = hours.outer(left, is_start=travel > 0 or not stops)
        starts = hours.outer(begun, is_start=True)
        arrives = max(leaves, hours.outer(left + travel))
        waited = begun - left - travel - slack
        stops.append(
            Stop(WHO, leaves, arrives, starts, starts + minutes, travel, slack=slack, wait=waited)
        )
        at = begun + minutes
    end = at + sum(back)
    if end > hours.worked:
        return None
    return DayRoute(DAY, hours.opens, hours.closes, "home", "home", hours.gaps, tuple(stops),
                    leaves=stops[0].leaves if stops else None,
                    back=hours.outer(end) if stops else None, back_travel=back[1])  # fmt: skip


LEGS = st.lists(
    st.tuples(*(st.sampled_from([0, 0, 3, 5, 15, 40]) for _ in range(4)), st.integers(1, 60)),
    max_size=6,
)
GAPS = st.lists(
    st.builds(
        lambda first, long, kind: Span(first, first + long, "", kind),
        st.integers(0, DAY_MIN),
        st.integers(1, 90),
        st.sampled_from([BUSY, LUNCH]),
    ),
    max_size=3,
)
ROUTES = st.builds(
    lambda opens, long, gaps, legs, back: route_of(
        hours_of(opens, min(opens + long, DAY_MIN), gaps), legs, back
    ),
    st.integers(0, 12 * 60),
    st.integers(0, DAY_MIN),
    GAPS,
    LEGS,
    st.tuples(st.sampled_from([0, 5]), st.integers(0, 50)),
).filter(bool)


@settings(max_examples=200, deadline=None)
@given(route=ROUTES)
def test_each_minute_is_one_thing(route: DayRoute) -> None:
    """Parts never overlap or fall into gaps, and from leaving to being back nothing is left out."""
    found = sorted(parts(route), key=lambda part: part.first)
    assert all(part.first < part.until for part in found)
    assert all(one.until <= other.first for one, other in pairwise(found))
    if route.leaves is not None and route.back is not None:
        drawn = {minute for part in found for minute in range(part.first, part.until)}
        gone = {minute for gap in route.gaps for minute in range(gap.first, gap.until)}
        assert drawn == gone | set(range(route.leaves, route.back))


@settings(max_examples=200, deadline=None)
@given(route=ROUTES)
def test_the_minutes_add_up(route: DayRoute) -> None:
    """What is drawn of the way, of visits and of waiting is as long as the route says it is."""
    drawn = dict.fromkeys((WAY, VISIT, WAIT, SLACK, GAP), 0)
    for part in parts(route):
        drawn[part.kind] += part.until - part.first
    assert drawn[VISIT] == route.visiting
    assert drawn[WAY] == route.travel
    assert drawn[WAIT] == route.waiting
    if route.stops:
        assert drawn[GAP] == sum(gap.minutes for gap in route.gaps)


@settings(max_examples=200, deadline=None)
@given(routes=st.lists(ROUTES, max_size=3), columns=st.integers(20, 200))
def test_a_bar_fits_its_columns(routes: list[DayRoute], columns: int) -> None:
    """Bars and hours are ASCII and no wider than asked; each visit has a character of its own kind."""
    scale = scale_of(routes, columns)
    assert scale.first % 60 == scale.until % 60 == 0
    assert 0 < scale.cells <= columns
    above = hours_line(scale)
    assert above.isascii()
    assert len(above) <= scale.cells
    for route in routes:
        drawn = bar(route, scale)
        assert len(drawn) == scale.cells
        assert set(drawn) <= {WAY, VISIT, WAIT, SLACK, GAP, " "}
        for stop in route.stops:
            cells = {scale.at(minute) for minute in range(stop.starts, stop.ends)}
            assert VISIT in {drawn[cell] for cell in cells}
        shown = {
            scale.at(minute) for part in parts(route) for minute in range(part.first, part.until)
        }
        assert {cell for cell, kind in enumerate(drawn) if kind != " "} == shown
        told = list(runs(drawn))
        assert "".join(text for text, _style in told) == drawn
        assert all(one[0][0] != other[0][0] for one, other in pairwise(told))
        assert all(style == STYLES.get(text[0], "") for text, style in told)


@given(first=st.integers(0, 22), long=st.integers(1, 24), columns=st.integers(20, 200))
def test_hours_stand_above_their_minutes(first: int, long: int, columns: int) -> None:
    """Each number above a bar begins at the character of its hour, and none is cut."""
    until = min(first + long, 24)
    route = DayRoute(DAY, first * 60, until * 60, "", "")
    scale = scale_of([route], columns)
    above = hours_line(scale)
    assert (scale.first, scale.until) == (first * 60, until * 60)
    words = above.split()
    if scale.cells >= len(str(first)):
        assert int(words[0]) == first
    places = [
        at for at, char in enumerate(above) if char != " " and above[at - 1 : at] in {"", " "}
    ]
    assert [scale.at(int(word) * 60) for word in words] == places
    assert len({int(other) - int(one) for one, other in pairwise(words)}) <= 1


def test_a_day_drawn() -> None:
    """A day of two visits: the way, a visit, slack, lunch, waiting, home again."""
    hours = hours_of(8 * 60, 13 * 60, [Span(690, 720, "lunch", LUNCH)])
    stops = (
        Stop(WHO, 480, 510, 540, 570, 30, slack=20, wait=10),
        Stop(WHO, 580, 600, 720, 740, 20, slack=10, wait=80),
    )
    route = DayRoute(DAY, hours.opens, hours.closes, "", "", hours.gaps, stops, 480, 775, 20)
    scale = scale_of([route], 72)
    assert scale == Scale(480, 780, 5)
    assert hours_line(scale) == "8           9           10          11          12"
    assert bar(route, scale) == "------~~~~..######~~----~~................oooooo####~~~---- "
    assert list(parts(route)) == [
        Part(690, 720, GAP),
        Part(480, 510, WAY),
        Part(510, 530, SLACK),
        Part(530, 540, WAIT),
        Part(540, 570, VISIT),
        Part(570, 580, SLACK),
        Part(580, 600, WAY),
        Part(600, 610, SLACK),
        Part(610, 690, WAIT),
        Part(720, 740, VISIT),
        Part(740, 755, SLACK),
        Part(755, 775, WAY),
    ]


def test_a_gap_in_the_way_home() -> None:
    """A way that lunch interrupts is drawn on both sides of it, as long as it is."""
    gaps = (Span(720, 780, "lunch", LUNCH),)
    stop = Stop(WHO, 600, 660, 660, 690, 60)
    route = DayRoute(DAY, 540, 1020, "", "", gaps, (stop,), 600, 800, 40)
    ways = [part for part in parts(route) if part.kind == WAY]
    assert ways == [Part(600, 660, WAY), Part(700, 720, WAY), Part(780, 800, WAY)]


def test_a_day_without_visits() -> None:
    """What is taken is drawn, a lunch that nobody interrupts the day for isn't."""
    gaps = (Span(600, 660, "bank"), Span(720, 780, "lunch", LUNCH))
    route = DayRoute(DAY, 540, 1020, "", "", gaps)
    assert list(parts(route)) == [Part(600, 660, GAP)]
    assert bar(route, scale_of([route], 20)) == "  oo" + " " * 12


@pytest.mark.parametrize(("columns", "step"), [(200, 5), (108, 5), (107, 6), (20, 30), (12, 60)])
def test_a_scale_is_as_fine_as_fits(columns: int, step: int) -> None:
    """From a full hour to a full hour, five minutes a character at best."""
    route = DayRoute(DAY, 8 * 60 + 30, 16 * 60 + 30, "", "")
    assert scale_of([route], columns) == Scale(480, 1020, step)


def test_no_day_at_all() -> None:
    """Without any day there is a scale of a working day."""
    scale = scale_of([], 80)
    assert (scale.first, scale.until) == (480, 1020)


def test_marks_are_told_apart() -> None:
    """Each kind has one character, its word in the legend, and its style."""
    marks = [mark for mark, _word in LEGEND]
    assert marks == [WAY, VISIT, WAIT, SLACK, GAP]
    assert len(set(marks)) == len(marks)
    assert set(STYLES) == set(marks)
