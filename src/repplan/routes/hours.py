"""The minutes of a working day: what is taken out of them, and when a visit may begin.

A rest at noon, an appointment elsewhere, a telephone call have no place on the map: one is where
one is. So they are cut out of the day, and the solver counts worked minutes alone: a drive may be
interrupted by them, a visit may not. An hour that a change of clocks leaves out is cut out as well.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from repplan.records import dataclass
from repplan.routes.model import BUSY, DAY_MIN, LUNCH, NO_HOUR, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LUNCH_EARLIER, LUNCH_LATER = 60, 90
"""So far lunch may move for an appointment. Units: minutes."""

_BOTH = " + "


@dataclass(frozen=True)
class Hours:
    """One day's working hours with what is cut out of them: sorted spans that don't overlap."""

    opens: int
    closes: int
    gaps: tuple[Span, ...] = ()

    @property
    def worked(self) -> int:
        """Minutes that are worked."""
        return max(0, self.closes - self.opens - sum(gap.minutes for gap in self.gaps))

    def inner(self, minute: int) -> int:
        """Return how many worked minutes lie between the beginning of the day and a minute of it."""
        minute = min(max(minute, self.opens), self.closes)
        gone = sum(max(0, min(minute, gap.until) - gap.first) for gap in self.gaps)
        return minute - self.opens - gone

    def outer(self, inner: int, *, is_start: bool = False) -> int:
        """Return the minute of the day after so many worked ones.

        Where a gap lies there: its beginning; its end where something starts then.
        """
        minute = self.opens + inner
        for gap in self.gaps:
            if minute > gap.first or (is_start and minute == gap.first):
                minute += gap.minutes
        return minute

    def starts(self, first: int, last: int, minutes: int) -> list[tuple[int, int]]:
        """Return when a visit may begin, in worked minutes: parts of ``first`` to ``last``.

        It lies within the hours, and no gap interrupts it.
        """
        found = []
        for begins, ends in self._parts():
            lo, hi = max(first, begins), min(last, ends - minutes)
            if lo <= hi:
                at = self.inner(begins)
                found.append((at + lo - begins, at + hi - begins))
        return found

    def _parts(self) -> Iterable[tuple[int, int]]:
        at = self.opens
        for gap in self.gaps:
            yield at, gap.first
            at = gap.until
        yield at, self.closes


def hours_of(opens: int, closes: int, spans: Iterable[Span]) -> Hours:
    """Return a day's hours without these spans.

    Those that overlap are one, with the names of both; those that only touch stay apart, as
    lunch and what comes behind it.
    """
    gaps: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.first, one.until)):
        first, until = max(span.first, opens), min(span.until, closes)
        if first >= until:
            continue
        if gaps and first < gaps[-1].until:
            before = gaps.pop()
            names = dict.fromkeys([*before.what.split(_BOTH), *span.what.split(_BOTH)])
            kind = before.kind if before.kind == span.kind else BUSY
            until = max(before.until, until)
            gaps.append(Span(before.first, until, _BOTH.join(filter(None, names)), kind))
        else:
            gaps.append(Span(first, until, span.what, span.kind))
    return Hours(opens, closes, tuple(gaps))


def lunch_span(wanted: Span, taken: Sequence[Span]) -> Span | None:
    """Return when there is time for lunch: as wanted, else as near as can be; None: never.

    ``taken`` are appointments, and hours that are taken otherwise.
    """
    moves = sorted(range(-LUNCH_EARLIER, LUNCH_LATER + 1, 5), key=lambda by: (abs(by), by))
    for by in moves:
        first, until = wanted.first + by, wanted.until + by
        if all(until <= one.first or one.until <= first for one in taken):
            return Span(first, until, wanted.what, LUNCH)
    return None


def missing_hour(day: date) -> list[Span]:
    """Return the minutes of a day that the clock leaves out: an hour in spring; mostly none."""
    found: list[Span] = []
    if not date.min < day < date.max:
        return found
    midnight = datetime.combine(day, time())
    # From the evening before: some clocks change at midnight.
    before, after = midnight - timedelta(minutes=1), midnight + timedelta(1)
    if before.astimezone().utcoffset() == after.astimezone().utcoffset():
        return found
    for minute in range(0, DAY_MIN, 15):
        local = midnight + timedelta(minutes=minute)
        back = local.astimezone(UTC).astimezone().replace(tzinfo=None)
        if back != local:
            if found and found[-1].until == minute:
                found[-1] = Span(found[-1].first, minute + 15, "", NO_HOUR)
            else:
                found.append(Span(minute, minute + 15, "", NO_HOUR))
    return found
