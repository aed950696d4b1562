"""Which visit is meant (REF): by its ref, or by whom it is with and when or what it was about."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from repplan.accounts import queries as accounts
from repplan.errors import BadDay, UnclearDay
from repplan.i18n.dates import DayContext, Direction, parse_day
from repplan.providers import queries as providers
from repplan.text import fold
from repplan.visits import queries
from repplan.visits.model import GROUP, PLANNED, Wanted

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from repplan.visits.model import Visit

_ENOUGH = 200
"""Visits of one person that words are looked for in; older ones have their refs."""


class Side(Enum):
    """Which of a person's visits a command is about, where words don't tell."""

    NEXT = "next"
    LAST = "last"


def meant(
    db: sqlite3.Connection, said: str, context: DayContext, sides: Sequence[Side]
) -> list[Visit]:
    """Return the visits that these words may mean; empty if none.

    A ref or its beginning finds any. WHO alone is their next planned visit (else the latest that
    went by unlogged), or the last one logged: of each of ``sides``. Behind WHO may stand a day or
    words of the visit: ``patel 17 nov``, ``patel renal``.
    """
    found = queries.by_ref(db, said)
    if found:
        return found
    words = said.split()
    for end in range(min(len(words), providers.MOST_WORDS), 0, -1):
        who, rest = " ".join(words[:end]), " ".join(words[end:])
        for side in sides:
            for visits in _of(db, who, side):
                found += _fitting(visits, rest, context, side)
        if found:
            return list({one.id: one for one in found}.values())
    return []


def is_somebody(db: sqlite3.Connection, said: str) -> bool:
    """Whether the words, or their beginning, name a provider, an account or a department."""
    words = said.split()
    longest = min(len(words), providers.MOST_WORDS)
    starts = (" ".join(words[:end]) for end in range(longest, 0, -1))
    return any(
        providers.called(db, who) or accounts.called(db, who) or accounts.with_department(db, who)
        for who in starts
    )


def _of(db: sqlite3.Connection, who: str, side: Side) -> Iterator[list[Visit]]:
    """Yield the visits of each whom the words may mean, on one side, the best first."""
    people = providers.called(db, who)
    for one in people:
        yield queries.of_provider(db, one.id, is_actual=side is Side.LAST, most=_ENOUGH)
    if people:
        return
    groups = [(account.id, "") for account in accounts.called(db, who)]
    for account_id, department in groups or accounts.with_department(db, who):
        wanted = Wanted(
            account_id=account_id,
            department=department,
            origin=GROUP,
            state=PLANNED if side is Side.NEXT else None,
        )
        visits = queries.visits(db, wanted, most=_ENOUGH)
        yield [one for one in visits if side is Side.NEXT or one.is_actual]


def _fitting(visits: Sequence[Visit], rest: str, context: DayContext, side: Side) -> list[Visit]:
    """Return the visits with a day or words; without either the first that counts."""
    if rest:
        days = _days(rest, context)
        words = fold(rest).split()
        return [one for one in visits if one.on_date in days or (not days and _has(one, words))]
    if side is Side.LAST:
        return list(visits[:1])
    today = context.today.isoformat()
    to_come = [one for one in visits if one.on_date >= today]
    return to_come[:1] or list(visits[-1:])


def _days(said: str, context: DayContext) -> set[str]:
    """Return the day that words name, looked for both ways: ISO text; empty when they name none."""
    found = set()
    for direction in Direction:
        try:
            day = parse_day(said, DayContext(context.today, context.month_first, direction))
        except (BadDay, UnclearDay):
            continue
        found.add(day.isoformat())
    return found


def _has(visit: Visit, words: Sequence[str]) -> bool:
    parts = (visit.said, visit.typed, visit.agreed, visit.purpose, visit.department, visit.channel)
    text = fold(" ".join(part for part in parts if part))
    return all(word in text for word in words)
