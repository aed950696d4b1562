"""Act on time off: write it down, end it, take in a calendar of holidays."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from repplan.records import dataclass
from repplan.store.write import change, delete, insert, insert_many
from repplan.timeoff import queries, rules
from repplan.timeoff.model import BUSY, FROM_FILE, HOLIDAY, OFF, OWN, WORKDAY

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from repplan.store.work import Work
    from repplan.store.write import Value
    from repplan.timeoff.model import CalendarEntry, PublicDay, TimeOff


@dataclass(frozen=True)
class Taken:
    """What became of a calendar's days: those new, those changed, those that it no longer knows."""

    new: tuple[PublicDay, ...] = ()
    changed: tuple[PublicDay, ...] = ()
    gone: tuple[date, ...] = ()


def add(
    work: Work, first: date, last: date, *, what: str | None = None, is_worked: bool = False
) -> TimeOff:
    """Return days off, written down; ``is_worked``: make-up working days instead.

    Raises: DaysTurned, DaysTooMany, AlreadyOff.
    """
    rules.check_days(first, last)
    kind = WORKDAY if is_worked else OFF
    _check_new(queries.same_days(work.db, first, last), kind, first, last)
    return _added(work, kind, first, last, what=what)


def add_busy(work: Work, day: date, hours: tuple[str, str], *, what: str | None = None) -> TimeOff:
    """Return hours of a day that are taken, written down. Raises: AlreadyOff."""
    same = [
        one for one in queries.busy_times(work.db, day) if hours == (one.from_time, one.until_time)
    ]
    _check_new(same, BUSY, day, day)
    return _added(work, BUSY, day, day, what=what, hours=hours)


def end(work: Work, identity: str) -> TimeOff:
    """Return time off that counts no longer, from today on. Raises: TimeOffEnded."""
    one = queries.time_off(work.db, identity)
    rules.check_open(one, work.today)
    change(work, "time_off", identity, {"ended_on": work.today.isoformat()})
    return queries.time_off(work.db, identity)


def take_in(work: Work, source: str, days: Iterable[PublicDay], years: Collection[int]) -> Taken:
    """Return what was new in a calendar of holidays; what was ended stays ended.

    A day that is written down by another calendar of the same country isn't written twice; one
    to come that the calendar no longer knows is taken away.
    """
    country = source.partition("-")[0]
    there = {(one.kind, one.first): one for one in queries.of_country(work.db, country)}
    said = {(HOLIDAY if one.is_off else WORKDAY, one.day): one for one in days}
    new = [key for key in said if key not in there]
    changed = [
        key
        for key, one in said.items()
        if key in there and there[key].source == source and there[key].what != one.what
    ]
    gone = [
        one
        for key, one in there.items()
        if key not in said
        and one.source == source
        and one.first >= work.today
        and one.first.year in years
        and not one.has_ended
    ]
    insert_many(
        work,
        "time_off",
        [_row(kind, day, day, what=said[kind, day].what, source=source) for kind, day in new],
    )
    for key in changed:
        change(work, "time_off", there[key].id, {"what": said[key].what})
    for one in gone:
        delete(work, "time_off", one.id)
    return Taken(
        tuple(said[key] for key in new),
        tuple(said[key] for key in changed),
        tuple(one.first for one in gone),
    )


def put_read(
    work: Work,
    first: date,
    last: date,
    *,
    what: str | None,
    hours: tuple[str, str] | None,
    identity: str | None = None,
) -> TimeOff:
    """Return what a calendar file says, written: days off, or with ``hours`` busy time.

    ``identity``: what it was here before, which is changed to that. Raises: DaysTurned, DaysTooMany.
    """
    rules.check_days(first, last)
    row = _row(BUSY if hours else OFF, first, last, what=what, hours=hours, source=FROM_FILE)
    if identity is None:
        identity, _ref = insert(work, "time_off", row)
    else:
        change(work, "time_off", identity, row)
    return queries.time_off(work.db, identity)


def remember(
    work: Work,
    uid: str,
    occurrence: str,
    sequence: int,
    *,
    hours_read: str = "",
    before: CalendarEntry | None = None,
    visit_id: str | None = None,
    time_off_id: str | None = None,
) -> None:
    """Keep what an event of a calendar file became; busy time that it is no longer goes.

    ``hours_read`` is when it was, as text: another version of it is known by that. Neither a visit nor time off: it was called off.
    """
    row: dict[str, Value] = {
        "sequence": sequence, "visit_id": visit_id, "time_off_id": time_off_id,
    }  # fmt: skip
    if hours_read:
        row["hours_read"] = hours_read
    if before is None:
        insert(work, "calendar_entry", {"uid": uid, "occurrence": occurrence, **row})
        return
    change(work, "calendar_entry", before.id, row)
    if before.time_off_id and before.time_off_id != time_off_id:
        delete(work, "time_off", before.time_off_id)


def _check_new(found: Iterable[TimeOff], kind: str, first: date, last: date) -> None:
    same = (kind, first, last)
    for one in found:
        if (one.kind, one.first, one.last) == same and one.source == OWN:
            raise rules.AlreadyOff("", one.ref)


def _added(
    work: Work,
    kind: str,
    first: date,
    last: date,
    *,
    what: str | None,
    hours: tuple[str, str] | None = None,
) -> TimeOff:
    identity, _ref = insert(work, "time_off", _row(kind, first, last, what=what, hours=hours))
    return queries.time_off(work.db, identity)


def _row(
    kind: str,
    first: date,
    last: date,
    *,
    what: str | None,
    hours: tuple[str, str] | None = None,
    source: str = OWN,
) -> dict[str, Value]:
    opens, closes = hours or (None, None)
    return {
        "kind": kind,
        "from_on": first.isoformat(),
        "until_on": (last + timedelta(1)).isoformat(),
        "from_time": opens,
        "until_time": closes,
        "what": what,
        "source": source,
    }
