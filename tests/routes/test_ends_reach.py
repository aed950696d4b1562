"""How far a day may begin or end from everybody: farther away, no way is counted, and it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.routes.building import UNPLACED_MIN, ground_of
from repplan.routes.ends import FARTHEST_MIN, End, within_reach
from repplan.routes.travel import ESTIMATE, Legs, Spot
from tests.routes.making import TRAVEL, prospect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repplan.routes.building import Ground

DOORS = {"patel": Spot(40.0, -80.0, "valley"), "ruiz": Spot(40.0, -81.0, "mercy")}


def _reach(
    ways: Sequence[tuple[int, int]], pairs: Sequence[tuple[int, int]], keys: Sequence[str]
) -> tuple[Ground, list[tuple[End, End]]]:
    """Return the ground of two doors and of places so many minutes from each; days between these.

    Place 0 is nobody's: no way is counted. The doors are 9 minutes apart, the places 1.
    """
    places = [Spot(50.0 + at, -80.0, f"place:{at}") for at in range(len(ways))]
    minutes = {(one, other): 1 for one in places for other in places}
    for one, way in zip(places, ways, strict=True):
        for door, each in zip(DOORS.values(), way, strict=True):
            minutes[one, door] = minutes[door, one] = each

    def told(kept: Sequence[Spot]) -> Legs:
        table = [[0 if a == b else minutes.get((a, b), 9) for b in kept] for a in kept]
        return Legs(table, [[ESTIMATE] * len(kept) for _ in kept])

    def end(at: int) -> End:
        return End(f"place {at}", places[at - 1]) if at else End()

    ends = [(end(a), end(b)) for a, b in pairs]
    people = [prospect(key, {}) for key in keys]
    spots = [(a.spot, b.spot) for a, b in ends]
    return ground_of(people, DOORS, spots, TRAVEL, told), ends


BOTH = ("patel", "ruiz")
FAR = FARTHEST_MIN + 1


@pytest.mark.parametrize(
    ("ways", "pairs", "keys", "kept", "told"),
    [
        ([(10, 20)], [(1, 1)], BOTH, [(1, 1)], []),
        # So far and no farther, from the nearest of them.
        ([(FARTHEST_MIN, 999)], [(1, 1)], BOTH, [(1, 1)], []),
        ([(FAR, FAR + 9)], [(1, 1)], BOTH, [(0, 0)], ["place 1 is 4h01"]),
        # Only the end that is far goes, be it where the day begins or where it ends.
        ([(10, 10), (600, 611)], [(2, 1)], BOTH, [(0, 1)], ["place 2 is 10h"]),
        ([(10, 10), (600, 611)], [(1, 2)], BOTH, [(1, 0)], ["place 2 is 10h"]),
        # A night far off: its evening and its morning; the days around it stay. It is told once.
        (
            [(10, 10), (600, 600)], [(1, 1), (1, 2), (2, 1), (1, 1)], BOTH,
            [(1, 1), (1, 0), (0, 1), (1, 1)], ["place 2 is 10h"],
        ),
        ([(300, 300), (600, 600)], [(1, 2)], BOTH, [(0, 0)],
         ["place 1 is 5h", "place 2 is 10h"]),
        # Where nobody said, nothing is far.
        ([], [(0, 0)], BOTH, [(0, 0)], []),
        ([(600, 600)], [(0, 1)], BOTH, [(0, 0)], ["place 1 is 10h"]),
        # Nobody is far from nobody, nor from those whom nobody can locate.
        ([(600, 600)], [(1, 1)], (), [(1, 1)], []),
        ([(600, 600)], [(1, 1)], ("lost",), [(1, 1)], []),
        ([(600, 10)], [(1, 1)], ("patel",), [(0, 0)], ["place 1 is 10h"]),
        ([(600, 10)], [(1, 1)], ("patel", "ruiz", "lost"), [(1, 1)], []),
    ],
)  # fmt: skip
def test_within_reach(
    ways: Sequence[tuple[int, int]],
    pairs: Sequence[tuple[int, int]],
    keys: Sequence[str],
    kept: Sequence[tuple[int, int]],
    told: Sequence[str],
) -> None:
    """A place that is hours away from everybody takes no way, whichever end it is, and is told once."""
    where, ends = _reach(ways, pairs, keys)
    found, left, remarks = within_reach(where, ends)
    names = [tuple(f"place {at}" if at else "" for at in pair) for pair in kept]
    assert [(start.name, end.name) for start, end in left] == names
    for pair, before, after in zip(kept, where.ends, found.ends, strict=True):
        assert after == tuple(
            was if at else found.free for at, was in zip(pair, before, strict=True)
        )
    assert [one.partition(" from everybody")[0] for one in remarks] == told
    assert (found.spots, found.minutes, found.spot_of) == (
        where.spots, where.minutes, where.spot_of,
    )  # fmt: skip


def test_no_way_is_counted() -> None:
    """From an end that is taken away it is no minute to anybody, known or not."""
    where, ends = _reach([(600, 600)], [(1, 1)], (*BOTH, "lost"))
    found, _left, remarks = within_reach(where, ends)
    start, end = found.ends[0]
    spots = set(found.spot_of.values())
    assert {found.minutes[start][one] for one in spots} == {0}
    assert {found.minutes[one][end] for one in spots} == {0}
    assert found.minutes[found.nowhere][found.nowhere] == UNPLACED_MIN
    assert remarks == [
        "place 1 is 10h from everybody: the way isn't counted. Is it the right place?"
    ]
