"""A problem as flat lists, in the shape that the search reads thousands of times a second."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from repplan.routes.problem import Problem, Window

NEVER = 1 << 60  # later than any time


class Shifts(NamedTuple):
    """The windows of one candidate on one day: sorted, apart from each other, ends included."""

    opens: tuple[int, ...]
    closes: tuple[int, ...]


class Card(NamedTuple):
    """What is looked up of one candidate on one day.

    ``opens`` and ``closes`` are the first opening and the last closing. Who has to be somewhere
    else before ``clears``, or leaves somewhere else after ``due``, can't visit this one in between.
    ``to`` and ``on``: travel from each place to this one, and from this one to each place. Service
    doesn't start after ``shut`` and before ``again``, as it can't across lunch; with one window
    ``shut`` is never.
    """

    opens: int
    closes: int
    clears: int
    due: int
    to: list[int]
    on: list[int]
    service: int
    shut: int
    again: int


class Ground:
    """What the search looks up, by candidate, by day and by place.

    ``cards[day][one]`` is the card of a candidate; ``several[day]`` has those with more than two
    windows, which no card holds, and when those are.
    """

    def __init__(self, problem: Problem) -> None:
        candidates = problem.candidates
        self.days = problem.days
        self.place = [one.place for one in candidates]
        self.service = [one.service for one in candidates]
        self.worth = [one.worth for one in candidates]
        self.is_must = [one.is_must for one in candidates]
        self.rows = [list(row) for row in problem.travel]
        self._columns = [list(column) for column in zip(*problem.travel, strict=True)]
        self.several: list[dict[int, Shifts]] = []
        self.cards: list[list[Card]] = []
        nearest = self._nearest()
        for index in range(len(problem.days)):
            joined = [shifts(one.windows, index) for one in candidates]
            self.several.append(
                {one: each for one, each in enumerate(joined) if len(each.opens) > 2}
            )
            self.cards.append(
                [self._card(one, each, *nearest[one]) for one, each in enumerate(joined)]
            )
        self._neighbours: dict[int, list[int]] = {}

    def _nearest(self) -> list[tuple[int, int]]:
        """Return for each candidate the least travel to it and on from it."""
        used = Counter(self.place)
        used.update(at for day in self.days for at in (day.start, day.end))
        found: dict[int, tuple[int, int]] = {}
        for at in set(self.place):
            others = [each for each in used if each != at or used[at] > 1]
            found[at] = (
                min((self._columns[at][each] for each in others), default=0),
                min((self.rows[at][each] for each in others), default=0),
            )
        return [found[at] for at in self.place]

    def _card(self, one: int, windows: Shifts, nearest_to: int, nearest_on: int) -> Card:
        opens = windows.opens[0] if windows.opens else NEVER
        closes = windows.closes[-1] if windows.closes else -NEVER
        at, service = self.place[one], self.service[one]
        return Card(
            opens=opens,
            closes=closes,
            clears=opens + service + nearest_on,
            due=closes - nearest_to,
            to=self._columns[at],
            on=self.rows[at],
            service=service,
            shut=windows.closes[0] if len(windows.opens) > 1 else NEVER,
            again=windows.opens[1] if len(windows.opens) > 1 else NEVER,
        )

    def kinds(self) -> list[int]:
        """Return for each day the first day that is like it: same bounds, same windows."""
        found: list[int] = []
        for index, day in enumerate(self.days):
            for other in [*found, index]:
                if (
                    day == self.days[other]
                    and self.several[index] == self.several[other]
                    and self.cards[index] == self.cards[other]
                ):
                    found.append(other)
                    break
        return found

    def neighbours(self, one: int) -> list[int]:
        """Return all candidates, those first that are soonest visited before or after this one.

        Near is a short way and a short wait at its end, on the day where that is shortest.
        Source: Schmid, Ehmke, "An effective large neighborhood search for the team orienteering
        problem with time windows", ICCL 2017, for removing what is alike in place and time.
        """
        found = self._neighbours.get(one)
        if found is None:
            nearness = self._nearness(one)
            nearness[one] = -1
            found = sorted(range(len(self.place)), key=nearness.__getitem__)
            self._neighbours[one] = found
        return found

    def _nearness(self, one: int) -> list[int]:
        place = self.place
        to, on = self._columns[place[one]], self.rows[place[one]]
        best = [NEVER + to[at] for at in place]
        seen: list[list[Card]] = []
        for cards in self.cards:
            # Days that are all alike, as most are, count once.
            if cards[one].opens == NEVER or any(cards == other for other in seen):
                continue
            seen.append(cards)
            begins, ends = cards[one].opens, cards[one].closes + self.service[one]
            for other, (opens, closes, _, _, _, _, service, _, _) in enumerate(cards):
                at = place[other]
                there, back = on[at], to[at]
                wait = opens - ends - there
                if wait > 0:
                    there += wait // 2
                wait = begins - closes - service - back
                if wait > 0:
                    back += wait // 2
                nearest = there if there < back else back  # noqa: FURB136 - min() takes three times as long
                if nearest < best[other]:  # noqa: PLR1730 - here too
                    best[other] = nearest
        return best


def shifts(windows: tuple[Window, ...], day: int) -> Shifts:
    """Return a day's windows in order, those that touch joined; one that never opens left out."""
    joined: list[tuple[int, int]] = []
    for opens, closes in sorted((each.opens, each.closes) for each in windows if each.day == day):
        if opens > closes:
            continue
        if joined and opens <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(closes, joined[-1][1]))
        else:
            joined.append((opens, closes))
    return Shifts(tuple(opens for opens, _ in joined), tuple(closes for _, closes in joined))
