"""From people and doors to the solver's problem, and from its plan back to stops with their times."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from repplan.clock import minute_at
from repplan.records import dataclass, replace
from repplan.routes.hours import Hours
from repplan.routes.model import DAY_MIN, DayRoute, Stop
from repplan.routes.problem import Candidate, Day, Problem, Window
from repplan.routes.travel import Spot, legs_between, on_foot_min
from repplan.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from repplan.accounts.model import Account
    from repplan.routes.model import Door, Prospect
    from repplan.routes.places import Place
    from repplan.routes.problem import Plan, Visit
    from repplan.routes.travel import Legs, Travel

POINT_WORTH = 100
"""The solver counts whole numbers: a hundredth of due's points is one."""

UNPLACED_MIN = 30
"""Minutes to and from a place that nobody can locate: it is planned last, and said."""

STANDING_WORTH = (0, 10**7, 10**9, 10**9)
"""By standing: a wish beats all that is due, whatever its points; what was asked for beats wishes."""

GRID_MIN = 5
"""Nobody asks for 8:43: a visit starts at a multiple of this where that costs nothing."""


@dataclass(frozen=True)
class Ground:
    """Where the days lead: the spots, the minutes between them, and who is at which.

    ``minutes`` has a last row and column for those whom nobody can locate. ``ends`` are the spots
    at which each day begins and ends, ``spot_of`` is prospect key → spot.
    """

    spots: tuple[Spot, ...]
    legs: Legs
    minutes: tuple[tuple[int, ...], ...]
    ends: tuple[tuple[int, int], ...]
    spot_of: Mapping[str, int]

    @property
    def nowhere(self) -> int:
        """The row of those whom nobody can locate."""
        return len(self.spots)

    @property
    def free(self) -> int:
        """The row of where a day begins or ends when nobody said where: no way is counted."""
        return len(self.spots) + 1


@dataclass(frozen=True)
class Frame:
    """One day's frame: its hours, ``bare`` ones without lunch, the names of both ends.

    ``off`` says why it isn't worked, ``is_public_off`` that everybody has it off; ``bound`` is the minute before which all has gone by.
    """

    day: date
    hours: Hours
    bare: Hours
    start_name: str = ""
    end_name: str = ""
    off: str = ""
    is_public_off: bool = False
    bound: int = 0

    @property
    def fasting(self) -> Frame:
        """The same day without lunch."""
        return replace(self, hours=self.bare)


@dataclass(frozen=True)
class Made:
    """A problem with its solution."""

    problem: Problem
    plan: Plan
    frames: tuple[Frame, ...]


def spot_for(door: Door, account: Account, place: Place, address: str) -> Spot:
    """Return the spot of a door."""
    return Spot(
        place.latitude,
        place.longitude,
        account.id,
        campus_id=account.parent_id or account.id,
        building=door.building,
        department=door.department,
        address=address,
        basis=place.basis,
    )


def ground_of(
    prospects: Sequence[Prospect],
    spots: Mapping[str, Spot],
    ends: Sequence[tuple[Spot | None, Spot | None]],
    travel: Travel,
    legs: Callable[[Sequence[Spot]], Legs] | None = None,
) -> Ground:
    """Return the ground of some days. ``spots`` is prospect key → spot, of those who have one.

    ``ends`` are where each day begins and ends; None: nobody said, and it takes no time.
    """
    index: dict[tuple[object, ...], int] = {}
    kept: list[Spot] = []

    def place(spot: Spot) -> int:
        key = (
            spot.account_id,
            fold(spot.building),
            fold(spot.department),
            spot.latitude,
            spot.longitude,
        )
        if key not in index:
            index[key] = len(kept)
            kept.append(spot)
        return index[key]

    both = [(place(a) if a else -1, place(b) if b else -1) for a, b in ends]
    spot_of = {one.key: place(spots[one.key]) for one in prospects if one.key in spots}
    told = legs(kept) if legs else legs_between(kept, travel)
    count = len(kept)
    # Behind the spots: one for those nobody can locate, one for a day that begins nowhere.
    minutes = [[*row, UNPLACED_MIN, 0] for row in told.minutes]
    minutes.append([UNPLACED_MIN] * count + [UNPLACED_MIN, 0])
    minutes.append([0] * (count + 2))
    for row in minutes[:count]:
        row[count + 1] = 0
    return Ground(
        spots=tuple(kept),
        legs=told,
        minutes=tuple(map(tuple, minutes)),
        ends=tuple((a if a >= 0 else count + 1, b if b >= 0 else count + 1) for a, b in both),
        spot_of={one.key: spot_of.get(one.key, count) for one in prospects},
    )


def widened(
    frame: Frame, index: int, ground: Ground, prospects: Sequence[Prospect], slack: float
) -> Frame:
    """Return a day that is long enough for what was agreed before and after its hours."""
    opens, closes = frame.hours.opens, frame.hours.closes
    whole = Hours(frame.bound, DAY_MIN, frame.hours.gaps)
    for one in prospects:
        at = one.pinned_at
        if not one.is_must or at is None or frame.day not in (one.starts or {}):
            continue
        if at < frame.bound:
            continue
        spot = ground.spot_of[one.key]
        start, end = ground.ends[index]
        # What is cut out of the day takes no part in the way: one leaves that much earlier.
        begun = whole.inner(at)
        left = begun - padded(ground.minutes[start][spot], slack)
        back = begun + padded(one.minutes, slack) + padded(ground.minutes[spot][end], slack)
        opens = min(opens, whole.outer(max(0, left), is_start=True))
        closes = max(closes, min(whole.outer(back), DAY_MIN))
    if (opens, closes) == (frame.hours.opens, frame.hours.closes):
        return frame
    return replace(frame, hours=Hours(opens, closes, frame.hours.gaps))


def padded(minutes: int, slack: float) -> int:
    """Return minutes with the share of slack, rounded up."""
    return math.ceil(minutes * (1 + slack) - 1e-9)


def problem_of(
    prospects: Sequence[Prospect],
    frames: Sequence[Frame],
    ground: Ground,
    *,
    most: int,
    slack: float,
    is_clashing: bool = False,
) -> Problem:
    """Return the solver's problem: worked minutes on each day, travel and visits with their slack.

    A day that was widened for what was agreed is open for that alone. What is planned is a must;
    ``is_clashing``: as that can't all be, what was only asked for or wished is worth much instead.
    """
    on_day = [
        sum(one.is_must and set(one.starts or ()) == {frame.day} for one in prospects)
        for frame in frames
    ]
    return Problem(
        candidates=tuple(_candidate(one, frames, ground, slack, is_clashing=is_clashing) for one in prospects),
        days=tuple(
            Day(*ground.ends[index], 0, frame.hours.worked, most=max(most, on_day[index]))
            for index, frame in enumerate(frames)
        ),
        travel=tuple(
            tuple(padded(each, slack) for each in row) for row in ground.minutes
        ),
    )  # fmt: skip


def _candidate(
    one: Prospect, frames: Sequence[Frame], ground: Ground, slack: float, *, is_clashing: bool
) -> Candidate:
    windows = []
    for index, frame in enumerate(frames):
        # On a day off there is what was planned or pinned for it, and nothing else.
        if (one.warned and not one.because) or (frame.off and not one.is_must):
            continue
        for first, last in (one.starts or {}).get(frame.day, ()):
            lo, hi = first, last
            if not one.is_must:
                opens = frame.bare.opens
                closes = frame.bare.closes
                lo, hi = max(first, opens), min(last, closes - one.minutes)
            windows += [Window(index, *each) for each in frame.hours.starts(lo, hi, one.minutes)]
    # Whoever nobody can locate comes last: any other is worth more.
    worth = 1 if one.is_unplaced else max(2, round(one.score * POINT_WORTH) + 2)
    worth += STANDING_WORTH[one.standing] if is_clashing else 0
    return Candidate(
        place=ground.spot_of[one.key],
        service=padded(one.minutes, slack),
        worth=worth,
        windows=tuple(windows),
        is_must=one.is_firm if is_clashing else one.is_must,
    )


def day_of(index: int, frame: Frame, ground: Ground) -> DayRoute:
    """Return one day's route before anybody is on it."""
    start, end = ground.ends[index]
    return DayRoute(
        day=frame.day,
        opens=frame.hours.opens,
        closes=frame.hours.closes,
        start_name=frame.start_name,
        end_name=frame.end_name,
        gaps=frame.hours.gaps,
        start_point=point_of(ground, start),
        end_point=point_of(ground, end),
        off=frame.off,
        is_public_off=frame.is_public_off,
    )


def route_of(
    index: int,
    frame: Frame,
    *,
    visits: Sequence[Visit],
    prospects: Sequence[Prospect],
    ground: Ground,
    problem: Problem,
    travel: Travel,
) -> DayRoute:
    """Return one day of a plan as a route with its times on the clock."""
    route = day_of(index, frame, ground)
    if not visits:
        return route

    def kept_at(candidate: int) -> int | None:
        one = prospects[candidate]
        return minute_at(one.visit.start_at) if one.visit else None

    starts = _rounded(index, frame, visits, problem, kept_at)
    stops: list[Stop] = []
    at = ground.ends[index][0]
    free: int | None = None
    for visit, begun in zip(visits, starts, strict=True):
        one = prospects[visit.candidate]
        spot = ground.spot_of[one.key]
        plain, with_slack = ground.minutes[at][spot], problem.travel[at][spot]
        # Nobody waits at the first door: one leaves in time.
        left = begun - with_slack if free is None else free
        leaves = frame.hours.outer(left, is_start=plain > 0 or free is None)
        clock = frame.hours.outer(begun, is_start=True)
        service = problem.candidates[visit.candidate].service
        stops.append(
            Stop(
                prospect=one,
                leaves=leaves,
                arrives=max(leaves, frame.hours.outer(left + plain)),
                starts=clock,
                ends=clock + one.minutes,
                travel=plain,
                slack=with_slack - plain + service - one.minutes,
                wait=max(0, begun - left - with_slack),
                is_walk=is_walked(ground, at, spot, travel),
                basis=basis_of(ground, at, spot),
                point=point_of(ground, spot),
            )
        )
        free = begun + service
        at = spot
    way = ground.minutes[at][ground.ends[index][1]]
    return replace(
        route,
        stops=tuple(stops),
        leaves=stops[0].leaves,
        back=frame.hours.outer((free or 0) + way),
        back_travel=way,
    )


def _rounded(
    index: int,
    frame: Frame,
    visits: Sequence[Visit],
    problem: Problem,
    kept_at: Callable[[int], int | None],
) -> list[int]:
    """When each visit starts, in worked minutes: on the grid where all that follows still fits."""
    day = problem.days[index]
    places = [problem.candidates[one.candidate].place for one in visits]
    latest: list[int] = []
    bound = day.closes - problem.travel[places[-1]][day.end] if visits else 0
    for at in range(len(visits) - 1, -1, -1):
        one = problem.candidates[visits[at].candidate]
        closes = max(
            (w.closes for w in one.windows if w.day == index and w.opens <= visits[at].starts <= w.closes),
            default=visits[at].starts,
        )  # fmt: skip
        last = min(closes, bound - one.service)
        latest.append(last)
        bound = last - problem.travel[places[at - 1]][places[at]] if at else 0
    latest.reverse()
    found: list[int] = []
    free = None
    for at, visit in enumerate(visits):
        earliest = visit.starts
        if free is not None:
            earliest = max(earliest, free + problem.travel[places[at - 1]][places[at]])
        clock = frame.hours.outer(earliest, is_start=True)
        by = -clock % GRID_MIN
        start = earliest + by if earliest + by <= latest[at] else earliest
        before = kept_at(visit.candidate)
        # What was planned keeps its hour where it can: nobody is moved for nothing.
        if before is not None and earliest <= frame.hours.inner(before) <= latest[at]:
            start = frame.hours.inner(before)
        found.append(start)
        free = start + problem.candidates[visit.candidate].service
    return found


def point_of(ground: Ground, spot: int) -> tuple[float, float] | None:
    """Return latitude and longitude of a spot; None: nobody knows."""
    if spot >= len(ground.spots):
        return None
    one = ground.spots[spot]
    return one.latitude, one.longitude


def is_walked(ground: Ground, a: int, b: int, travel: Travel) -> bool:
    """Whether one walks from a spot to another."""
    if max(a, b) >= len(ground.spots):
        return False
    return on_foot_min(ground.spots[a], ground.spots[b], travel) is not None


def basis_of(ground: Ground, a: int, b: int) -> str:
    """Return what the minutes between two spots rest on; empty: on nothing."""
    return ground.legs.sources[a][b] if max(a, b) < len(ground.spots) else ""
