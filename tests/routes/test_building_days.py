"""Single days on the clock: lunch, slack, what is agreed early and late, who has no place."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from repplan.records import replace
from repplan.routes.building import (
    GRID_MIN,
    UNPLACED_MIN,
    ground_of,
    padded,
    problem_of,
    widened,
)
from repplan.routes.model import DAY_MIN, LUNCH, Span
from repplan.routes.places import CITY
from repplan.routes.travel import ESTIMATE, HOME, MATRIX, Legs, Spot
from tests.routes.making import (
    CLOSES,
    MONDAY,
    OPENS,
    PLANNED,
    TRAVEL,
    TWO,
    frame,
    ground,
    one_day,
    planned,
    prospect,
)

if TYPE_CHECKING:
    from collections.abc import Sequence


def test_a_day_on_the_clock() -> None:
    """One leaves in time for the first door, waits nowhere, and is back with slack behind."""
    who = prospect("chen", {MONDAY: ((600, 660),)})
    route = one_day([who])
    (stop,) = route.stops
    assert (stop.leaves, stop.arrives, stop.starts, stop.ends) == (577, 597, 600, 620)
    assert (stop.travel, stop.slack, stop.wait) == (20, 6, 0)
    assert (route.leaves, route.back, route.back_travel) == (577, 643, 20)
    assert (route.start_name, stop.basis, stop.point) == ("home", ESTIMATE, (41.0, -80.0))


@pytest.mark.parametrize(
    ("first", "last", "starts"),
    [(601, 660, 605), (601, 604, 601), (600, 600, 600), (533, 900, 535), (603, 605, 605)],
)
def test_a_visit_starts_on_the_grid_where_it_may(first: int, last: int, starts: int) -> None:
    """A start is rounded up to five minutes, and never beyond the door's own hours."""
    (stop,) = one_day([prospect("chen", {MONDAY: ((first, last),)})], slack=0.0).stops
    assert stop.starts == starts
    assert stop.starts % GRID_MIN == 0 or starts == first


def test_rounding_leaves_time_for_what_follows() -> None:
    """A start stays off the grid where the next door would be shut by then, or the day over."""
    people = [prospect("a", {MONDAY: ((601, 700),)}), prospect("b", {MONDAY: ((623, 623),)})]
    assert [stop.starts for stop in one_day(people, slack=0.0).stops] == [601, 623]
    last = prospect("a", {MONDAY: ((CLOSES - 39, CLOSES),)}, minutes=18)
    assert one_day([last], slack=0.0).stops[0].starts == CLOSES - 39


def test_lunch_interrupts_the_way_and_no_visit() -> None:
    """Who can't be seen before lunch is seen after it; the way may be driven in two parts."""
    lunch = Span(720, 780, "lunch", LUNCH)
    long = prospect("chen", {MONDAY: ((700, 800),)}, minutes=30)
    route = one_day([long], [lunch], slack=0.0)
    assert route.stops[0].starts == 780
    assert route.stops[0].leaves == 700
    assert route.stops[0].arrives == 720
    nowhere = [[0, 0], [0, 0]]
    route = one_day([long], [lunch], slack=0.0, minutes=nowhere)
    assert (route.leaves, route.stops[0].arrives) == (780, 780)


def test_a_wait_is_told() -> None:
    """What nothing fills between two visits is waiting, behind the slack of the way."""
    people = [prospect("a", {MONDAY: ((540, 540),)}), prospect("b", {MONDAY: ((700, 700),)})]
    first, second = one_day(people, minutes=[[0, 20], [20, 0]]).stops
    assert (first.ends, first.wait) == (560, 0)
    assert second.wait == 700 - 540 - padded(20, 0.15)
    assert second.travel == 0


@pytest.mark.parametrize(
    ("at", "spans", "opens", "closes"),
    [
        (600, [], OPENS, CLOSES),
        (510, [], 487, CLOSES),
        (420, [], 397, CLOSES),
        (1030, [], OPENS, 1076),
        (1200, [], OPENS, 1246),
        (10, [], 0, CLOSES),
        (1435, [], OPENS, DAY_MIN),
        # What is cut out before and behind it is no time for the way.
        (540, [Span(520, 535)], 502, CLOSES),
        (1010, [Span(1035, 1045)], OPENS, 1066),
    ],
)
def test_a_day_is_widened_for_what_is_agreed(
    at: int, spans: Sequence[Span], opens: int, closes: int
) -> None:
    """It begins early enough to be there, and ends late enough to be back."""
    who = prospect("chen", {MONDAY: ((at, at),)}, at=at, is_must=True)
    where = ground(TWO, {"chen": 1})
    found = widened(frame(0, spans), 0, where, [who], 0.15).hours
    assert (found.opens, found.closes) == (opens, closes)


def test_a_day_is_widened_for_nobody_else() -> None:
    """Whom nobody agreed with is seen in the working hours, and not before now."""
    must = prospect("must", {MONDAY: ((420, 420),)}, at=420, is_must=True)
    early = prospect("early", {MONDAY: ((430, OPENS - 1),)})
    late = prospect("late", {MONDAY: ((430, 1000),)})
    route = one_day([must, early, late])
    assert [(stop.prospect.key, stop.starts) for stop in route.stops] == [
        ("must", 420),
        ("late", OPENS),
    ]
    # It is eleven by now: an agreed visit may need an earlier start, nobody else gets one.
    agreed = prospect("agreed", {MONDAY: ((670, 670),)}, at=670, is_must=True)
    other = prospect("other", {MONDAY: ((540, 655),)}, minutes=1)
    where = ground([[0, 20, 5], [20, 0, 5], [5, 5, 0]], {"agreed": 1, "other": 2})
    now = widened(frame(base=(660, CLOSES)), 0, where, [agreed, other], 0)
    assert now.hours.opens == 650
    _problem, _plan, (route,) = planned([agreed, other], [now], where, most=9, slack=0)
    assert [stop.prospect.key for stop in route.stops] == ["agreed"]


def test_what_has_gone_by_is_no_time() -> None:
    """Nothing begins before a day's bound, however early what was agreed is."""
    where = ground(TWO, {"late": 1, "gone": 1})
    late = prospect("late", {MONDAY: ((665, 665),)}, at=665, is_must=True)
    gone = prospect("gone", {MONDAY: ((600, 600),)}, at=600, is_must=True)
    now = replace(frame(base=(660, CLOSES)), bound=655)
    assert widened(now, 0, where, [late], 0.15).hours.opens == 655
    assert widened(now, 0, where, [gone], 0.15) == now


def test_what_was_planned_keeps_its_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    """A visit that may move stays where it was planned, on the grid or not, if it can."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    for said, starts in (("11:03", 663), ("09:00", 600), ("15:02", 600), ("12:30", 600)):
        visit = replace(PLANNED, start_at=f"2026-11-30T{said}:00Z")
        who = replace(prospect("a", {MONDAY: ((600, 900),)}), visit=visit)
        route = one_day([who], [Span(720, 780, "lunch", LUNCH)], slack=0.0)
        assert route.stops[0].starts == starts


def test_who_is_pinned_without_a_time_widens_nothing() -> None:
    """Only a time that is set makes a day longer, and only on a day on which it may be."""
    must = prospect("must", {MONDAY: ((420, 1200),)}, is_must=True)
    elsewhere = prospect("else", {MONDAY + timedelta(1): ((420, 420),)}, at=420, is_must=True)
    where = ground(TWO, {"must": 1, "else": 1})
    one = frame()
    assert widened(one, 0, where, [must, elsewhere], 0.15) == one


def test_whom_nobody_can_locate_comes_last() -> None:
    """Anybody else is worth more, and the way to them is a fixed guess."""
    lost = prospect("lost", {MONDAY: ((OPENS, CLOSES),)}, points=50, is_unplaced=True)
    dull = prospect("dull", {MONDAY: ((OPENS, CLOSES),)}, points=0)
    where = ground(TWO, {"lost": 9, "dull": 1})
    problem = problem_of([lost, dull], [frame()], where, most=1, slack=0)
    assert [one.worth for one in problem.candidates] == [1, 2]
    assert where.spot_of["lost"] == where.nowhere
    there = where.ends[0][0]
    assert (
        where.minutes[there][where.nowhere] == where.minutes[where.nowhere][there] == UNPLACED_MIN
    )
    assert where.minutes[where.nowhere][where.nowhere] == UNPLACED_MIN
    _problem, _plan, (route,) = planned([lost, dull], [frame()], where, most=1, slack=0)
    assert [stop.prospect.key for stop in route.stops] == ["dull"]
    _problem, _plan, (route,) = planned([lost], [frame()], where, most=1, slack=0)
    (stop,) = route.stops
    assert (stop.travel, stop.basis, stop.point, stop.is_walk) == (UNPLACED_MIN, "", None, False)


def test_worth_keeps_the_order_of_points() -> None:
    """A hundredth of a point more is worth more."""
    people = [
        prospect(str(at), {}, points=points) for at, points in enumerate([0, 0.01, 0.02, 4, 4.01])
    ]
    where = ground(TWO, {one.key: 1 for one in people})
    problem = problem_of(people, [frame()], where, most=1, slack=0)
    worth = [one.worth for one in problem.candidates]
    assert worth == sorted(set(worth))


def test_a_day_that_begins_nowhere() -> None:
    """Where nobody said where a day begins or ends, both take no time."""
    who = prospect("chen", {MONDAY: ((600, 600),)})
    spot = Spot(41, -80, "a1")
    where = ground_of([who], {"chen": spot}, [(None, None)], TRAVEL)
    _problem, _plan, (route,) = planned([who], [frame()], where, most=1, slack=0.15)
    (stop,) = route.stops
    assert (stop.leaves, stop.arrives, stop.travel, stop.point) == (600, 600, 0, (41, -80))
    assert (route.back, route.back_travel) == (623, 0)
    assert (route.start_point, route.end_point) == (None, None)
    # Nor does the way from and to somebody whom nobody can locate.
    lost = ground_of([who], {}, [(None, None)], TRAVEL)
    _problem, _plan, (route,) = planned([who], [frame()], lost, most=1, slack=0.15)
    assert (route.leaves, route.back) == (600, 623)


def test_one_spot_for_one_door() -> None:
    """People of one department share a spot; another building of the account is another."""
    people = [prospect(key, {}) for key in "abcd"]
    spots = {
        "a": Spot(41, -80, "a1", building="North", department="Cardiology"),
        "b": Spot(41, -80, "a1", building="north ", department="cardiology"),
        "c": Spot(41, -80, "a1", building="South", department="Cardiology"),
    }
    home = Spot(40, -80, HOME, basis=CITY)
    where = ground_of(people, spots, [(home, home), (home, None), (None, home)], TRAVEL)
    assert len(where.spots) == 3
    assert where.spot_of == {"a": 1, "b": 1, "c": 2, "d": where.nowhere}
    assert where.ends == ((0, 0), (0, 4), (4, 0))
    assert where.spots[0].basis == CITY
    assert where.minutes[1][2] == TRAVEL.walk_min
    size = len(where.spots) + 2
    assert [len(row) for row in where.minutes] == [size] * size


def test_what_the_ways_rest_on() -> None:
    """Each stop says what its minutes rest on, and whether one walks."""
    people = [prospect(key, {MONDAY: ((600, 900),)}) for key in "ab"]
    spots = {"a": Spot(41, -80, "a1", building="North"), "b": Spot(41, -80, "a1", building="South")}
    home = Spot(40.9, -80, HOME)
    told: list[int] = []

    def legs(kept: Sequence[Spot]) -> Legs:
        told.append(len(kept))
        return Legs([[0, 9, 30], [9, 0, 6], [30, 6, 0]], [["", MATRIX, MATRIX]] * 3)

    where = ground_of(people, spots, [(home, home)], TRAVEL, legs)
    _problem, _plan, (route,) = planned(people, [frame()], where, most=2, slack=0)
    assert told == [3]
    assert [(stop.travel, stop.is_walk) for stop in route.stops] in (
        [(9, False), (6, True)],
        [(30, False), (6, True)],
    )
    assert route.stops[0].basis == MATRIX


@pytest.mark.parametrize(("most", "count", "found"), [(2, 4, 2), (9, 4, 4), (1, 4, 1)])
def test_a_limit_of_visits(most: int, count: int, found: int) -> None:
    """A day has so many visits at most."""
    people = [prospect(str(at), {MONDAY: ((OPENS, CLOSES),)}) for at in range(count)]
    where = ground(TWO, {one.key: 1 for one in people})
    assert len(planned(people, [frame()], where, most=most, slack=0)[2][0].stops) == found


def test_the_limit_gives_way_to_what_was_planned() -> None:
    """What was planned for a day stays, though it be more than the limit."""
    people = [
        prospect(str(at), {MONDAY: ((600 + 60 * at, 600 + 60 * at),)}, is_must=True)
        for at in range(3)
    ]
    where = ground(TWO, {one.key: 1 for one in people})
    assert len(planned(people, [frame()], where, most=1, slack=0)[2][0].stops) == 3


def test_a_warning_keeps_out_until_there_is_a_reason() -> None:
    """Whom a rule warns of is no candidate without a reason for it, must or not."""
    starts = {MONDAY: ((600, 900),)}
    where = ground(TWO, {"a": 1})
    for is_must in (False, True):
        warned = prospect("a", starts, warned="rule", is_must=is_must)
        given = prospect("a", starts, warned="rule", because="asked for", is_must=is_must)
        problem = problem_of([warned], [frame()], where, most=1, slack=0)
        assert not problem.candidates[0].windows
        assert problem_of([given], [frame()], where, most=1, slack=0).candidates[0].windows


def test_a_day_off_is_for_what_was_planned() -> None:
    """Nobody is proposed on a day off; what was planned or pinned for it is there."""
    where = ground(TWO, {"a": 1, "b": 1})
    free = prospect("a", {MONDAY: ((600, 900),)})
    must = prospect("b", {MONDAY: ((600, 900),)}, is_must=True)
    off = frame(off="Thanksgiving")
    _problem, _plan, (route,) = planned([free, must], [off], where, most=5, slack=0)
    assert [stop.prospect.key for stop in route.stops] == ["b"]
    _problem, _plan, (route,) = planned([free], [off], where, most=5, slack=0)
    assert (route.stops, route.off, route.leaves, route.back) == ((), "Thanksgiving", None, None)


@pytest.mark.parametrize(
    ("minutes", "slack", "found"),
    [(20, 0.15, 23), (20, 0.0, 20), (0, 0.5, 0), (10, 0.1, 11), (7, 0.15, 9)],
)
def test_slack_is_rounded_up(minutes: int, slack: float, found: int) -> None:
    """A share of slack is whole minutes, none too few."""
    assert padded(minutes, slack) == found
