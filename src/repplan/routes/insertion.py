"""Tours, and where one more visit fits into them, in constant time a gap.

Source: Vansteenwegen, Souffriau, Vanden Berghe, Van Oudheusden, "Iterated local search for the team
orienteering problem with time windows", Computers & Operations Research 36 (2009): the shift that a
visit costs, and the room that is left. Several windows a day: a bound is the latest arrival from
which the rest can still be done, which stays right where windows have gaps (Souffriau and the same,
"The multiconstraint team orienteering problem with multiple time windows", Transportation Science
47 (2013)).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from repplan.routes.ground import NEVER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from repplan.routes.ground import Card, Ground, Shifts

Fit = tuple[int, int]  # by how much the rest comes later, and the gap where that is least
Fits = dict[int, Fit]  # candidate → where it fits best into one tour
Gap = tuple[int, int, int, int, int]  # leaves, from, to, latest, arrives


class Tour(NamedTuple):
    """One day's visits. A tour of k stops has k + 1 gaps, in each of which one more may go.

    A gap lies between two places: one leaves the former at ``leaves``, arrives at the latter, and
    must be there by ``latest``; both grow along a tour.
    """

    stops: list[int]
    gaps: list[Gap]
    leaves: list[int]
    latest: list[int]
    travel: int


def tour_of(ground: Ground, index: int, stops: list[int]) -> Tour | None:
    """Return these stops as a day's tour, each as early as may be; None: a window or bound breaks."""
    day, cards, several = ground.days[index], ground.cards[index], ground.several[index]
    place, rows = ground.place, ground.rows
    at, now, travel = day.start, day.opens, 0
    places, leaves, arrives = [at], [now], []
    for one in stops:
        opens, closes, _, _, to, _, service, shut, again = cards[one]
        travel += to[at]
        now += to[at]
        arrives.append(now)
        if now > closes:
            return None
        if now < opens:
            now = opens
        elif now > shut:
            if one in several:
                now = opening(several[one], now)
            elif now < again:
                now = again
        now += service
        at = place[one]
        places.append(at)
        leaves.append(now)
    travel += rows[at][day.end]
    now += rows[at][day.end]
    if now > day.closes:
        return None
    arrives.append(now)
    latest = _latest(ground, index, stops)
    gaps = list(zip(leaves, places, [*places[1:], day.end], latest, arrives, strict=True))
    return Tour(stops, gaps, leaves, latest, travel)


def _latest(ground: Ground, index: int, stops: list[int]) -> list[int]:
    """Return by when one must be at each stop, and at the day's end."""
    cards, several = ground.cards[index], ground.several[index]
    bound, there = ground.days[index].closes, ground.days[index].end
    latest = [bound]
    for one in reversed(stops):
        _, closes, _, _, _, on, service, shut, again = cards[one]
        bound -= on[there] + service
        if bound > closes:
            bound = closes
        elif bound > shut:
            if one in several:
                bound = closing(several[one], bound)
            elif bound < again:
                bound = shut
        latest.append(bound)
        there = ground.place[one]
    latest.reverse()
    return latest


def opening(windows: Shifts, arrives: int) -> int:
    """Return when service starts for one who arrives then, not after the last closing."""
    return max(arrives, windows.opens[bisect_left(windows.closes, arrives)])


def closing(windows: Shifts, bound: int) -> int:
    """Return the latest start of service up to a bound, not before the first opening."""
    return min(bound, windows.closes[bisect_right(windows.opens, bound) - 1])


def fits(
    ground: Ground, index: int, those: Iterable[int], tour: Tour, before: Tour | None = None
) -> Fits:
    """Return for each of those who fits into a day's tour the gap where it shifts the rest least.

    With ``before``, into which none of them fitted, only the gaps that have changed since count.
    """
    cards, several = ground.cards[index], ground.several[index]
    _, gaps, leaves, latest, _ = tour
    found: Fits = {}
    least, most = (0, len(gaps)) if before is None else changed(before.gaps, gaps)
    if least >= most:
        return found
    sooner, later = leaves[least], latest[most - 1]
    for one in those:
        opens, closes, clears, due, to, on, service, shut, again = cards[one]
        if clears > later or due < sooner:
            continue
        low = bisect_left(latest, clears, least, most)
        high = bisect_right(leaves, due, low, most)
        if one in several:
            fit = _fit_several(cards[one], several[one], gaps[low:high], low)
            if fit is not None:
                found[one] = fit
            continue
        best, gap, where = NEVER, low, low
        for leave, here, there, by, arrive in gaps[low:high]:
            now = leave + to[here]
            if now <= closes:
                if now < opens:
                    now = opens
                elif shut < now < again:
                    now = again
                now += service + on[there]
                if now <= by and now - arrive < best:
                    best, where = now - arrive, gap
            gap += 1
        if best < NEVER:
            found[one] = (best, where)
    return found


def _fit_several(card: Card, windows: Shifts, gaps: list[Gap], first: int) -> Fit | None:
    """Return as ``fits`` does for one who has more than two windows that day."""
    opens, closes = windows
    best, where = NEVER, first
    for gap, (leave, here, there, by, arrive) in enumerate(gaps, first):
        now = leave + card.to[here]
        if now <= card.closes:
            now = max(now, opens[bisect_left(closes, now)]) + card.service + card.on[there]
            if now <= by and now - arrive < best:
                best, where = now - arrive, gap
    return (best, where) if best < NEVER else None


def changed(before: list[Gap], after: list[Gap]) -> tuple[int, int]:
    """Return the first gap that isn't as before, and the first of those at the end that are."""
    least, most, past = 0, len(after), len(before)
    while least < min(most, past) and before[least] == after[least]:
        least += 1
    while most > least and past > 0 and before[past - 1] == after[most - 1]:
        most -= 1
        past -= 1
    return least, most


def refit(ground: Ground, index: int, known: Fits, tour: Tour, gap: int) -> Fits:
    """Return what still fits after a stop went into a gap, of those who fitted before.

    Only the two new gaps and the one known as best are looked at, and all only where that best is
    gone: a tenth of the work, and seldom another answer.
    """
    cards, gaps = ground.cards[index], tour.gaps
    found: Fits = {}
    again: list[int] = []
    for one, (_, known_gap) in known.items():
        opens, closes, _, _, to, on, service, shut, reopens = cards[one]
        if known_gap == gap or shut < NEVER:
            again.append(one)
            continue
        old = known_gap + 1 if known_gap > gap else known_gap
        best, where = NEVER, old
        for each in (old, gap, gap + 1):
            leave, here, there, by, arrive = gaps[each]
            now = leave + to[here]
            if now <= closes:
                if now < opens:
                    now = opens
                elif shut < now < reopens:
                    now = reopens
                now += service + on[there]
                if now <= by and now - arrive < best:
                    best, where = now - arrive, each
                    continue
            if each == old:
                again.append(one)
                break
        else:
            found[one] = (best, where)
    if again:
        found.update(fits(ground, index, again, tour))
    return found
