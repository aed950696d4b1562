"""A day as a line of characters: on the way, visits, waiting, slack, what is taken out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.errors import N_
from repplan.records import dataclass
from repplan.routes.model import LUNCH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from repplan.routes.model import DayRoute

WAY, VISIT, WAIT, SLACK, GAP, FREE = "-", "#", ".", "~", "o", " "

LEGEND = (
    (WAY, N_("on the way")),
    (VISIT, N_("visit")),
    (WAIT, N_("waiting")),
    (SLACK, N_("slack")),
    (GAP, N_("lunch, busy")),
)
STYLES = {WAY: "warn", VISIT: "head", WAIT: "faint", SLACK: "good", GAP: "faint"}

_STEPS = (5, 6, 10, 12, 15, 20, 30, 60, 120)
"""Minutes of a character: those that make an hour, and two hours where it is narrow."""

_LABEL = 3
"""Characters of an hour above a bar, with the blank behind it."""

_PRIORITY = {VISIT: 4, GAP: 3, WAY: 2, SLACK: 1, WAIT: 0, FREE: -1}


@dataclass(frozen=True)
class Part:
    """Some minutes of a day and what they are."""

    first: int
    until: int
    kind: str


@dataclass(frozen=True)
class Scale:
    """What one character stands for: so many minutes, the first one from ``first`` on."""

    first: int
    until: int
    step: int

    @property
    def cells(self) -> int:
        """How many characters a day takes."""
        return -(-(self.until - self.first) // self.step)

    def at(self, minute: int) -> int:
        """Return the character of a minute."""
        return (minute - self.first) // self.step


def scale_of(routes: Iterable[DayRoute], columns: int) -> Scale:
    """Return a scale for some days that fits so many columns, from a full hour to a full hour."""
    routes = list(routes)
    first = min((_begin(one) for one in routes), default=8 * 60) // 60 * 60
    until = -(-max((_end(one) for one in routes), default=17 * 60) // 60) * 60
    until = max(until, first + 60)
    step = next((each for each in _STEPS if (until - first) / each <= columns), _STEPS[-1])
    return Scale(first, until, step)


def bar(route: DayRoute, scale: Scale) -> str:
    """Return a day as characters; each visit has one at least, however short it is."""
    filled: list[dict[str, int]] = [{} for _ in range(scale.cells)]
    visited = set()
    for part in parts(route):
        first, until = max(part.first, scale.first), min(part.until, scale.until)
        for cell in range(scale.at(first), scale.at(until - 1) + 1):
            begins = scale.first + cell * scale.step
            share = min(until, begins + scale.step) - max(first, begins)
            filled[cell][part.kind] = filled[cell].get(part.kind, 0) + share
        if part.kind == VISIT:
            visited.add(scale.at((part.first + part.until - 1) // 2))
    # What fills most of a character's minutes is drawn.
    drawn = (
        max(each, key=lambda kind: (each[kind], _PRIORITY[kind]), default=FREE) for each in filled
    )
    return "".join(VISIT if cell in visited else kind for cell, kind in enumerate(drawn))


def hours_line(scale: Scale) -> str:
    """Return the hours above a bar, where there is room for them."""
    every = next(hours for hours in (1, 2, 4, 8) if hours * 60 >= _LABEL * scale.step)
    line = ""
    for minute in range(scale.first, scale.until, every * 60):
        word = str(minute // 60)
        if scale.at(minute) + len(word) <= scale.cells:
            line = f"{line:<{scale.at(minute)}}{word}"
    return line


def runs(drawn: str) -> Iterator[tuple[str, str]]:
    """Yield runs of the same character, each with its style."""
    at = 0
    while at < len(drawn):
        end = at
        while end < len(drawn) and drawn[end] == drawn[at]:
            end += 1
        yield drawn[at:end], STYLES.get(drawn[at], "")
        at = end


def parts(route: DayRoute) -> Iterator[Part]:
    """Yield the parts of a day: each gap, then each way, wait, visit and slack in order.

    None overlaps another, and from leaving to being back each minute is in one. Nobody draws a
    lunch on a day without visits.
    """
    for gap in route.gaps:
        if route.stops or gap.kind != LUNCH:
            yield Part(gap.first, gap.until, GAP)
    free: int | None = None
    for stop in route.stops:
        if free is not None:
            yield from _off(Part(free, stop.leaves, SLACK), route)
        yield from _off(Part(stop.leaves, stop.arrives, WAY), route)
        # What is waited comes last: slack is what one counts on to be used up.
        late = max(stop.arrives, _before(stop.starts, stop.wait, route))
        yield from _off(Part(stop.arrives, late, SLACK), route)
        yield from _off(Part(late, stop.starts, WAIT), route)
        yield Part(stop.starts, stop.ends, VISIT)
        free = stop.ends
    if free is not None and route.back is not None:
        leaves = max(free, _before(route.back, route.back_travel, route))
        yield from _off(Part(free, leaves, SLACK), route)
        yield from _off(Part(leaves, route.back, WAY), route)


def _off(part: Part, route: DayRoute) -> Iterator[Part]:
    """A part without what is taken out of the day."""
    left: Sequence[tuple[int, int]] = [(part.first, part.until)]
    for gap in route.gaps:
        left = [
            each
            for first, until in left
            for each in ((first, min(until, gap.first)), (max(first, gap.until), until))
            if each[0] < each[1]
        ]
    yield from (Part(first, until, part.kind) for first, until in left if first < until)


def _before(until: int, minutes: int, route: DayRoute) -> int:
    """Return the minute that lies so many worked ones before another."""
    for gap in reversed(route.gaps):
        if until - minutes < gap.until <= until:
            minutes += gap.minutes
    return until - minutes


def _begin(route: DayRoute) -> int:
    return min(route.opens, route.leaves if route.leaves is not None else route.opens)


def _end(route: DayRoute) -> int:
    return max(route.closes, route.back if route.back is not None else route.closes)
