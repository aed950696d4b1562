"""The hours of the days that are planned: what is taken out of them, and what has gone by."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.i18n.clocks import minute_words
from repplan.records import replace
from repplan.routes.building import Frame, padded
from repplan.routes.hours import hours_of, lunch_span, missing_hour
from repplan.routes.model import DAY_MIN, LUNCH, NO_HOUR, Span
from repplan.routes.windows import minute_of
from repplan.timeoff import queries as timeoff
from repplan.timeoff.model import HOLIDAY

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from repplan.clock import Clock
    from repplan.config import Settings
    from repplan.due.today import Today
    from repplan.routes.building import Ground
    from repplan.routes.ends import End
    from repplan.routes.everybody import Wanted
    from repplan.routes.gathering import Gathered
    from repplan.routes.model import Prospect


def base_of(settings: Settings) -> tuple[int, int]:
    """Return the working hours. Units: minutes of the day."""
    opens, closes = settings.hours
    return opens.hour * 60 + opens.minute, closes.hour * 60 + closes.minute


class Days:
    """What the hours of some days hang on, read at once.

    ``free_from`` is the minute of today from which there is time, None: now; ``slack`` the share
    that is kept free on each way.
    """

    def __init__(
        self,
        db: sqlite3.Connection,
        day: Today,
        wanted: Wanted,
        people: Gathered,
        *,
        free_from: int | None,
        slack: float,
    ) -> None:
        """Read which days are off."""
        self.db, self.day, self.days = db, day, wanted.days
        self.people, self.slack, self.free_from = people, slack, free_from
        self.is_planned_only = wanted.is_planned_only
        off = timeoff.days_off(db, wanted.days[0], wanted.last)
        self.remarks: list[str] = []
        self.off = {one.day: one for one in off}

    def frame(
        self, index: int, prospects: Sequence[Prospect], ground: Ground, ends: tuple[End, End]
    ) -> Frame:
        """Return a day's frame: without lunch, what is taken elsewhere, what has gone by."""
        day = self.days[index]
        settings = self.day.settings
        musts = [one for one in prospects if one.is_must and day in (one.starts or {})]
        taken = [
            *(Span(one.from_min, one.until_min, one.what or "")
              for one in timeoff.busy(self.db, day)),
            *self.people.calls.get(day, ()),
            *missing_hour(day),
        ]  # fmt: skip
        taken = self._beside_agreed(musts, taken)
        opens, closes = base_of(settings)
        # Where a day is only looked at, what of it has gone by is part of it.
        is_begun = day == self.day.today and not self.is_planned_only
        bound = self._free_from() if is_begun else 0
        opens = max(opens, bound)
        base = (min(opens, closes), closes)
        gone = [Span(0, base[0])]
        off = self.off.get(day)
        is_worked = settings.workdays.is_workday(day)
        lunch = _lunch(settings, [*self._with_ways(musts, ground, index), *taken, *gone], closes)
        bare = hours_of(*base, taken)
        return Frame(
            day=day,
            hours=hours_of(*base, [*taken, lunch]) if lunch else bare,
            bare=bare,
            start_name=ends[0].name,
            end_name=ends[1].name,
            off=(off.what or _("day off")) if off else "" if is_worked else _("no working day"),
            is_public_off=off.kind == HOLIDAY if off else not is_worked,
            bound=bound,
        )

    def _beside_agreed(self, musts: Sequence[Prospect], taken: Sequence[Span]) -> list[Span]:
        """What is taken, without the minutes of visits that are planned in it: the clash is told."""
        # What they are taken by is the rep's own business: a plan may be shown to others.
        text = _("{name} {time} lies in hours that are taken otherwise.")
        left = list(taken)
        for one in musts:
            first = one.pinned_at
            if one.visit is None or first is None:
                continue
            until = first + one.minutes
            for span in [each for each in left if each.kind != NO_HOUR]:
                if span.first < until and first < span.until:
                    left.remove(span)
                    parts = ((span.first, first), (until, span.until))
                    left += [replace(span, first=a, until=b) for a, b in parts if a < b]
                    said = text.format(name=one.short_name, time=minute_words(first))
                    if said not in self.remarks:
                        self.remarks.append(said)
        return left

    def _free_from(self) -> int:
        if self.free_from is not None:
            return max(self.free_from, _soon(self.day.clock))
        return max(_soon(self.day.clock), self.people.busy_until)

    def _with_ways(self, musts: Sequence[Prospect], ground: Ground, index: int) -> list[Span]:
        """What has its hour, each with the way to it from the one before: lunch isn't on the way."""
        timed = sorted((one.pinned_at, one.key, one) for one in musts if one.pinned_at is not None)
        at = ground.ends[index][0]
        found = []
        for minute, _key, one in timed:
            spot = ground.spot_of[one.key]
            way = padded(ground.minutes[at][spot], self.slack)
            until = minute + padded(one.minutes, self.slack)
            found.append(Span(minute - way, until, one.name))
            at = spot
        return found


def _soon(clock: Clock) -> int:
    """The next full five minutes of the day."""
    minute = clock.now.hour * 60 + clock.now.minute
    return minute + -minute % 5


def _lunch(settings: Settings, taken: Sequence[Span], closes: int) -> Span | None:
    """When lunch is, whole before the day closes; None: never, or behind the day."""
    said = settings.text("route.lunch")
    if said == "none":
        return None
    first, until = said.split("-")
    wanted = Span(minute_of(first), minute_of(until), _("lunch"), LUNCH)
    if wanted.first >= closes:
        return None
    return lunch_span(wanted, [*taken, Span(closes, DAY_MIN)])
