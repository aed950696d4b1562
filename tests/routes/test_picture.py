"""Where a route stands on its drawing: in its order, its shape, apart, and inside."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from repplan.records import replace
from repplan.routes.distance import crow_km
from repplan.routes.picture import HIGH, WIDTH, Mark, Picture, picture_of, project
from tests.routes.plans import CLINIC, HOME, PATEL, PLAN, ROUTE, STOPS, TOWER, prospect, stop

NORTH = st.floats(-70, 70)
EAST = st.floats(-180, 180)
NEAR = st.floats(-0.4, 0.4)


def drawn(points: list[tuple[float, float]], home: tuple[float, float] = HOME) -> Picture:
    """Return the picture of a day with a visit at each of these points."""
    stops = tuple(
        stop(prospect(f"Dr {at}", f"Clinic number {at}"), 500 + 20 * at, travel=5, point=point)
        for at, point in enumerate(points)
    )
    found = picture_of(replace(ROUTE, stops=stops, start_point=home, end_point=home))
    assert found is not None
    return found


@given(north=NORTH, east=EAST, offsets=st.lists(st.tuples(NEAR, NEAR), min_size=2, max_size=8))
def test_a_projection_keeps_order_and_aspect(
    north: float, east: float, offsets: list[tuple[float, float]]
) -> None:
    """North is up, east is right, and lengths are true to one scale, whatever the latitude."""
    points = [(north + up, (east + right + 180) % 360 - 180) for up, right in offsets]
    projected, height, scale = project(points)
    for (one, at), (other, there) in combinations(zip(offsets, projected, strict=True), 2):
        if one[0] - other[0] > 1e-6:
            assert at[1] < there[1]
        if one[1] - other[1] > 1e-6:
            assert at[0] > there[0]
    assert all(0 <= x <= WIDTH and 0 <= y <= height for x, y in projected)
    # A degree of longitude is as long as in the middle: near the edges it errs by a little.
    squeeze = max(abs(math.cos(math.radians(n)) / math.cos(math.radians(north)) - 1)
                  for n, _ in points)  # fmt: skip
    assume(squeeze < 0.03)
    for (a, at), (b, there) in combinations(zip(points, projected, strict=True), 2):
        km = math.dist(at, there) / scale
        assert km == pytest.approx(crow_km(a, b), rel=0.07, abs=0.05)


def test_one_building_is_one_mark() -> None:
    """Several visits in a building share a mark with their numbers; home is a mark without one."""
    found = picture_of(ROUTE)
    assert found is not None
    assert [(mark.text, mark.title) for mark in found.marks] == [
        ("", "Home"),
        ("1, 2", "Valley Cardiology"),
        ("3", "市一医院"),
        ("5", "Uptown Pharmacy"),
    ]


@pytest.mark.parametrize(
    ("numbers", "text"),
    [((4,), "4"), ((1, 2), "1, 2"), ((1, 2, 3), "1-3"), ((1, 3, 4, 5, 6, 9), "1, 3-6, 9")],
)
def test_numbers_in_a_row_are_told_by_their_ends(numbers: tuple[int, ...], text: str) -> None:
    """A building of many visits has a mark that is no wider than it must be."""
    assert Mark((0, 0), 0, 0, 20, numbers, "").text == text


def test_the_way_is_in_order() -> None:
    """From home over each mark back home; within a building there is no way, on foot it says so."""
    found = picture_of(ROUTE)
    assert found is not None
    home, clinic, tower, uptown = ((mark.x, mark.y) for mark in found.marks)
    assert [(leg.start, leg.end, leg.is_walk) for leg in found.legs] == [
        (home, clinic, False),
        (clinic, tower, True),
        (tower, uptown, False),
        (uptown, home, False),
    ]


def test_where_a_day_begins_and_ends_elsewhere() -> None:
    """Home and hotel are two marks; without either the way is from visit to visit."""
    apart = picture_of(replace(ROUTE, end_point=(41.6, -81.5), end_name="Hotel"))
    assert apart is not None
    assert [mark.title for mark in apart.marks][:2] == ["Home", "Hotel"]
    bare = picture_of(replace(ROUTE, start_point=None, end_point=None))
    assert bare is not None
    assert len(bare.legs) == len(bare.marks) - 1 == 2


def test_nothing_to_draw() -> None:
    """Without a visit whose place is known, or with one place alone, there is no way to draw."""
    assert picture_of(replace(ROUTE, stops=())) is None
    assert picture_of(replace(ROUTE, stops=(stop(PATEL, 500, point=None),))) is None
    alone = replace(ROUTE, stops=STOPS[:2], start_point=None, end_point=None)
    assert picture_of(alone) is None


@given(
    offsets=st.lists(st.tuples(NEAR, NEAR), min_size=1, max_size=10, unique=True),
    shrunk=st.sampled_from([1.0, 0.1, 0.01, 0.0]),
)
def test_marks_and_names_lie_on_nothing(offsets: list[tuple[float, float]], shrunk: float) -> None:
    """However close a town lies together: marks stand apart and inside, names cover no mark."""
    found = drawn([(41.5 + up * shrunk, -81.7 + right * shrunk) for up, right in offsets])
    for mark in found.marks:
        left, top, right, bottom = mark.box
        assert left >= 0
        assert top >= 0
        assert right <= found.width
        assert bottom <= found.height
    for one, other in combinations(found.marks, 2):
        apart = max(abs(one.x - other.x) - (one.wide + other.wide) / 2, abs(one.y - other.y) - HIGH)
        assert apart > -1
    for one in found.marks:
        if one.name:
            middle = (one.left + 10, one.base - 4)
            assert not any(
                box[0] < middle[0] < box[2] and box[1] < middle[1] < box[3]
                for box in (mark.box for mark in found.marks)
            )


def test_a_mark_that_had_to_move_points_home() -> None:
    """Two doors of one street are drawn apart, and a line leads to where each one is."""
    # Home is 60 km away: on the drawing the doors lie on one another.
    doors = [(41.5, -81.7), (41.5008, -81.7), (41.5, -81.7009)]
    found = drawn(doors, home=(42.0, -81.3))
    moved = [mark for mark in found.marks if mark.is_moved]
    assert len(moved) >= 2
    assert len(found.marks) == 4


@pytest.mark.parametrize(
    ("far", "km"), [((41.51, -81.68), 0.2), ((41.6, -81.6), 2), ((43.0, -79.0), 50)]
)
def test_the_scale_is_round(far: tuple[float, float], km: float) -> None:
    """The scale is 1, 2 or 5 of a power of ten, at most a quarter wide, and true."""
    found = drawn([far, (41.5, -81.69)], home=(41.5, -81.69))
    assert found.scale_km == km
    assert WIDTH / 12 < found.scale_px <= WIDTH / 4


def test_across_the_date_line() -> None:
    """Fiji's islands on both sides of it stay neighbours."""
    found = drawn([(-16.8, 179.9), (-16.8, -179.9)], home=(-17.0, 179.8))
    one, other = (mark for mark in found.marks if mark.numbers)
    assert one.x < other.x
    assert found.scale_km <= 10


def test_the_plan_of_the_other_tests_is_drawn_whole() -> None:
    """Every visit that has a point is on the picture."""
    found = picture_of(PLAN.routes[0])
    assert found is not None
    numbers = sorted(number for mark in found.marks for number in mark.numbers)
    assert numbers == [at for at, one in enumerate(STOPS, 1) if one.point]
    assert {CLINIC, TOWER} <= {one.point for one in STOPS}
