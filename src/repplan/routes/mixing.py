"""Good tours of different plans put together to one that is better than each.

Source: Hu, Lim, "An iterative three-component heuristic for the team orienteering problem with time
windows", European Journal of Operational Research 232 (2014): set packing over the tours met.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repplan.routes.insertion import Tour

_WEIGHED = 600  # tours that are put together at most, the worthiest
_STEPS = 30_000  # of the search for the best set, then the best so far is taken


class Pool:
    """Tours met in good plans, of each set of stops the shortest.

    ``kinds[day]`` is the same for days that are alike: a tour of one is a tour of the other.
    """

    def __init__(self, kinds: Sequence[int], worth: Sequence[int]) -> None:
        self.kinds = kinds
        self.worth = worth
        self._met: dict[tuple[int, int], tuple[int, Tour]] = {}

    def add(self, index: int, tour: Tour) -> None:
        """Keep a day's tour, or the shorter of two with the same stops."""
        stops = 0
        for one in tour.stops:
            stops |= 1 << one
        key = self.kinds[index], stops
        known = self._met.get(key)
        if known is None:
            self._met[key] = sum(self.worth[one] for one in tour.stops), tour
        elif tour.travel < known[1].travel:
            self._met[key] = known[0], tour

    def best(self, above: int) -> dict[int, Tour] | None:
        """Return day → tour of a set worth more than ``above``, None where none was found.

        Depth first, the worthiest tours first, left off where not even the worthiest of the rest
        would do, and after a number of steps: the same on every machine.
        """
        ranked = sorted(
            ((worth, *key, tour) for key, (worth, tour) in self._met.items()),
            key=lambda each: each[:3],
            reverse=True,
        )
        del ranked[_WEIGHED:]
        self._met = {(kind, stops): (worth, tour) for worth, kind, stops, tour in ranked}
        free: dict[int, int] = {}
        for kind in self.kinds:
            free[kind] = free.get(kind, 0) + 1
        packing = _Packing([each[:3] for each in ranked], free, above)
        packing.pack(0, 0, 0, len(self.kinds))
        if packing.found is None:
            return None
        days = {kind: [] for kind in free}  # type: dict[int, list[int]]
        for index, kind in enumerate(self.kinds):
            days[kind].append(index)
        return {days[ranked[each][1]].pop(): ranked[each][3] for each in packing.found}


class _Packing:
    """The search for the worthiest set of tours that share no stop."""

    def __init__(
        self, ranked: list[tuple[int, int, int]], free: dict[int, int], above: int
    ) -> None:
        self.ranked = ranked
        self.free = free
        self.most = above
        self.steps = 0
        self.chosen: list[int] = []
        self.found: list[int] | None = None

    def pack(self, first: int, stops: int, worth: int, left: int) -> None:
        """Go on with tours from the first, apart from the stops that are taken."""
        for each in range(first, len(self.ranked)):
            value, kind, other = self.ranked[each]
            if worth + left * value <= self.most or self.steps > _STEPS:
                return
            self.steps += 1
            if stops & other or not self.free[kind]:
                continue
            self.chosen.append(each)
            if worth + value > self.most:
                self.most, self.found = worth + value, self.chosen.copy()
            if left > 1:
                self.free[kind] -= 1
                self.pack(each + 1, stops | other, worth + value, left - 1)
                self.free[kind] += 1
            self.chosen.pop()
