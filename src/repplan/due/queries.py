"""Ask for the day's queue: each group from its rows, scored, in order, an item once."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from repplan.config import read_settings
from repplan.day import Group
from repplan.due import (
    bag,
    cadence,
    clocks,
    dates,
    people,
    practice,
    promises,
    ruled,
    sharing,
    visiting,
)
from repplan.due.model import LATE_ALONE, Part, whole
from repplan.due.today import read_today
from repplan.records import dataclass, field
from repplan.workdays import moved, next_off

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping

    from repplan.clock import Clock
    from repplan.config import Settings
    from repplan.day import QueueItem


_ORDERED = frozenset({Group.TODAY, Group.WAITING, Group.NO_NEXT_STEP, Group.AHEAD})
"""Groups that come in order."""

_OFF_WITHIN = 7
"""Days, today among them, in which a day off is told at the head of the screen."""

_LEAST = 3
"""Items read of a group though the screen is full: the first of them are named as what is next."""


@dataclass(frozen=True)
class DayOff:
    """A day off, what it is (may be empty), and where it is today the next working day."""

    day: date
    what: str
    back_on: date | None


@dataclass(frozen=True)
class Queue:
    """A day's queue. ``counts`` say how many a group holds, also where fewer items are given.

    ``is_capped`` names the groups whose count stopped at ``cohorts.COUNTED``: there are more.
    ``day_off`` is the next one within a week.
    """

    as_of: date
    items: tuple[QueueItem, ...]
    counts: dict[Group, int]
    visits: int
    unlogged: int
    owed: int
    late: int
    is_evening: bool
    screen_lines: int
    is_capped: frozenset[Group] = field(default_factory=frozenset)
    day_off: DayOff | None = None

    def of(self, group: Group) -> tuple[QueueItem, ...]:
        """Return the items of one group, in order."""
        return tuple(item for item in self.items if item.group is group)


def queue(
    db: sqlite3.Connection,
    clock: Clock,
    *,
    language: str,
    ahead_days: int | None = None,
    most: int | None = None,
) -> Queue:
    """Return the queue of a day.

    ``most`` bounds the groups that may be long (reconnect, waiting): their best are the same with and
    without it, and what has no next step, or is ahead, is a count without items. None gives all.
    """
    settings = read_settings(db)
    day = read_today(db, clock, settings, language)
    until = clock.today + timedelta(ahead_days or settings.number("due.ahead"))
    if most is not None:
        most = min(most, settings.number("due.lines"))
    owed = promises.owed(db, day, until, most=most)
    late = sum(item.is_late for item in owed.near.items)
    if most is not None:
        # Late promises are always shown; what they leave of the screen is all there is to fill.
        most = max(most - min(late, LATE_ALONE), _LEAST)
    later = [item for item in owed.later if (item.due_on or "") <= until.isoformat()]
    if most is None:
        ahead = whole([*visiting.ahead(db, day, until), *later])
    else:
        ahead = Part((), visiting.count_ahead(db, day, until) + len(later))
    no_items = None if most is None else 0
    asked = clocks.asked(db)
    awaited = promises.waiting(db, day, most=most)
    gone = promises.of_those_who_left(db, (*owed.left, *awaited.left))
    parts = {
        Group.CLOCKS: whole(clocks.clocks(db, day, asked)) + whole(ruled.clocks(db, day)),
        Group.PROMISES: owed.near,
        Group.BAG: whole(bag.bag(db, day)),
        Group.TODAY: whole(visiting.today(db, day)),
        Group.RECONNECT: cadence.reconnect(db, day, most=most) + whole(cadence.never_met(db, day)),
        Group.SHARE: whole(dates.dates(db, day))
        + whole(sharing.news(db, day))
        + whole(practice.cards(db, day)),
        Group.WAITING: awaited.part + whole(clocks.with_medical(day, asked)),
        Group.NO_NEXT_STEP: whole([*gone, *sharing.expired(db, day)])
        + cadence.no_next_step(db, day, most=no_items),
        Group.AHEAD: ahead + cadence.soon(db, day, until, most=no_items),
    }
    visits = [item.kind for item in parts[Group.TODAY].items]
    return Queue(
        as_of=clock.today,
        items=tuple(people.told_apart(db, clocks.with_replies(day, asked, _in_order(parts)))),
        counts={group: part.count for group, part in parts.items()},
        visits=visits.count("visit"),
        unlogged=visits.count("unlogged"),
        owed=owed.count,
        late=late,
        is_evening=day.is_evening,
        screen_lines=settings.number("due.lines"),
        is_capped=frozenset(group for group, part in parts.items() if part.is_capped),
        day_off=_off(settings, clock.today),
    )


def _off(settings: Settings, today: date) -> DayOff | None:
    """The next day off within a week; None: none is near."""
    off = next_off(settings.workdays, settings.days, today, _OFF_WITHIN)
    if off is None:
        return None
    return DayOff(*off, moved(today, 1, settings.workdays) if off[0] == today else None)


def _in_order(parts: Mapping[Group, Part]) -> Iterator[QueueItem]:
    for group in Group:
        items = parts[group].items if group in parts else ()
        yield from items if group in _ORDERED else sorted(items, key=_rank)


def _rank(item: QueueItem) -> tuple[float, str, str]:
    """The best first; the older due day, then the ref, settles a draw: no order is by chance."""
    return (-item.score, item.due_on or "9999", item.ref)
