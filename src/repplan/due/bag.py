"""What to take along today, over all visits still to come: one line of the queue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.day import Group, QueueItem
from repplan.followups import queries as followups
from repplan.i18n.phrases import listed
from repplan.products.bringing import bring
from repplan.providers import queries as providers
from repplan.visits import talk as talks

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from repplan.due.today import Today
    from repplan.products.bringing import Bring
    from repplan.visits.model import Visit

_MOST_VISITS = 20
"""So many of the day's visits are packed for."""


def bag(db: sqlite3.Connection, day: Today) -> list[QueueItem]:
    """Return the one line of the bag, and lots of samples that expire; none where nothing is so.

    The line's ref is the first visit's that something is for.
    """
    counts: dict[str, int] = {}
    first: Visit | None = None
    for visit, thing in _things(db, day):
        first = first or visit
        what = thing.material.title if thing.material else thing.what
        counts[what] = counts.get(what, 0) + 1
    lots = _lots(db, day)
    if first is None:
        return lots
    return [
        QueueItem(
            ref=first.ref,
            group=Group.BAG,
            kind="bag",
            what=listed(f"{what} x{n}" if n > 1 else what for what, n in counts.items()),
            person=None,
            account="",
            due_on=day.iso,
            overdue_days=0,
            why=(),
        ),
        *lots,
    ]


def _lots(db: sqlite3.Connection, day: Today) -> list[QueueItem]:
    if day.settings.text("samples") != "on":
        return []
    from repplan.due.expiring import lots

    return lots(db, day)


def _things(db: sqlite3.Connection, day: Today) -> Iterator[tuple[Visit, Bring]]:
    """Each thing for each visit still to come, in the order of the day."""
    to_come = [(one, people) for one, people in day.visits if _is_to_come(day, one, people)]
    if not to_come:
        return
    known = talks.known_on(db, day.iso)
    for visit, people in to_come[:_MOST_VISITS]:
        if not people and visit.account_id:
            open_there = followups.open_of_account(db, visit.account_id)
            wishes = talks.wishes_of(open_there, day.iso)
            yield from ((visit, one) for one in bring(wishes, known.materials, product_id=None))
        for one in people:
            who = providers.provider(db, one)
            if who.is_colleague:
                continue
            talk = talks.talk_with(db, who, on=day.iso, visit=visit, known=known)
            yield from ((visit, thing) for thing in talks.to_bring(db, talk))


def _is_to_come(day: Today, visit: Visit, people: tuple[str, ...]) -> bool:
    if people:
        return any(one in day.hours for one in people)
    return visit.start_at > day.clock.instant if visit.start_at else not day.is_evening
