"""Gather who may be visited on some days: whom, why, where, when the door is open, what forbids it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from repplan.clock import minute_at
from repplan.due.people import people
from repplan.errors import N_, Conflict
from repplan.i18n.clocks import minute_words
from repplan.i18n.daysshown import show_day
from repplan.i18n.phrases import listed
from repplan.records import dataclass, field, replace
from repplan.routes import queries
from repplan.routes.everybody import Everybody, Wanted
from repplan.routes.model import CALL, Door, Prospect, Span
from repplan.routes.windows import WHOLE_DAY, starts_of
from repplan.store.refs import short_ref
from repplan.visits import queries as visits
from repplan.visits.model import GROUP, IN_PERSON, WISHED

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Mapping, Sequence

    from repplan.accounts.model import Account
    from repplan.day import QueueItem
    from repplan.due.today import Today
    from repplan.visits.model import Visit

_AREA = 3
"""Digits of a US postcode that name its area."""

_POSTCODE = re.compile(r"(?<![0-9.])[0-9]{5}")
"""Where a postcode begins in a text; the decimals of coordinates are none."""

_CALLS, _WRITTEN = frozenset({"phone", "video"}), frozenset({"email", "message"})
"""Channels without a way: those that take one's time, and those that wait for it."""

_CALL_MIN = 15
"""Minutes of a visit without a way, where nobody said how long it takes."""

NEW_FROM = 4
"""Of those never met so many times as many are weighed as may be offered: the nearest win."""

Seen: TypeAlias = tuple[str, str, str | None, str | None, int | None]
"""A planned visit as a plan has seen it: id, day, start, appointment, minutes."""


@dataclass(eq=False)
class PlannedAlready(Conflict):
    """Somebody is pinned or skipped whose visit is planned, and otherwise."""

    slug: ClassVar[str] = "planned-already"
    message: ClassVar[str] = N_("{who} is planned for {when}.")
    hint: ClassVar[str] = N_(
        "Change that first: repplan visit amend {ref} --at WHEN      or: visit cancel {ref}"
    )
    who: str
    when: str
    ref: str


@dataclass(frozen=True)
class Gathered:
    """Everybody who may be visited. ``calls`` are visits without a way: day → their minutes.

    ``seen`` is what was planned when it was looked at. ``gone`` names those whose visits of today have begun and aren't logged. ``here`` is the account
    where one is by now, ``busy_until`` the minute at which a visit that has begun must be over.
    """

    prospects: tuple[Prospect, ...]
    skipped: tuple[Prospect, ...]
    accounts: Mapping[str, Account]
    calls: Mapping[date, tuple[Span, ...]] = field(default_factory=dict)
    seen: frozenset[Seen] = frozenset()
    gone: tuple[str, ...] = ()
    here: str = ""
    busy_until: int = 0


def gather(db: sqlite3.Connection, day: Today, wanted: Wanted, *, home: str = "") -> Gathered:
    """Return who may be visited on the days that are wanted, what is planned there first.

    ``home`` is where the rep lives, as it is written down: those never met are looked for there too.
    Raises: PlannedAlready.
    """
    planned = _planned(db, day, wanted)
    seen = frozenset(_seen(visit) for visit, _ids in planned)
    gone = [] if wanted.is_planned_only else [one for one in planned if _has_begun(one[0], day)]
    planned = [one for one in planned if one not in gone]
    met = {one for _visit, ids in gone for one in ids}
    if wanted.days == (day.today,):
        met |= queries.met_on(db, day.iso)
    booked = {one for _visit, ids in planned for one in ids}
    due = {} if wanted.is_planned_only else queries.due_items(db, day, wanted.last)
    if day.today not in wanted.days:
        # Whoever is seen today needn't be seen again: what is owed is handed over then.
        due = {one: items for one, items in due.items() if one not in day.hours}
    span = wanted.days[0], wanted.last
    doors = queries.doors_of(db, {*due, *booked, *(pin.provider_id for pin in wanted.pins)}, span)
    accounts = queries.accounts_of(db, _account_ids(doors, planned))
    new = (
        {} if wanted.is_planned_only else _never_met(db, day, wanted, accounts, due=due, home=home)
    )
    doors |= queries.doors_of(db, new, span)
    accounts |= queries.accounts_of(db, (one.account_id for each in doors.values() for one in each))
    items = {**new, **due}
    for pin in wanted.pins:
        items.setdefault(pin.provider_id, ())
        met.discard(pin.provider_id)
    ids = [one for one in items if one not in booked and one not in met]
    everybody = Everybody(db, day, wanted, accounts, doors, {*ids, *booked})
    pinned = {pin.provider_id: pin for pin in wanted.pins}
    found = [everybody.prospect(one, items[one], pinned.get(one)) for one in ids]
    musts = [_of_visit(db, everybody, visit, of) for visit, of in planned if _has_way(visit)]
    return Gathered(
        prospects=(*musts, *(one for one in found if one.key not in wanted.skipped)),
        skipped=tuple(one for one in found if one.key in wanted.skipped),
        accounts=accounts,
        seen=seen,
        calls=_calls(db, planned),
        gone=tuple(_hour_and_name(db, *one) for one in gone),
        here=_here(db, day, wanted, gone),
        busy_until=max((_ends_at(visit, day) for visit, _ids in gone), default=0),
    )


def _here(
    db: sqlite3.Connection, day: Today, wanted: Wanted, gone: Sequence[tuple[Visit, object]]
) -> str:
    """The account of the last visit of today, logged or begun by now; empty: there was none."""
    if wanted.days[0] != day.today or _is_whole_day(db, day, wanted):
        return ""
    last = [
        (visit.start_at or "", visit.account_id or "") for visit, _ids in gone if _has_way(visit)
    ]
    last += [(start, account_id) for account_id, start, _id, _min in queries.logged_on(db, day.iso)]
    return max((one for one in last if one[1]), default=("", ""))[1]


def _is_whole_day(db: sqlite3.Connection, day: Today, wanted: Wanted) -> bool:
    """Whether a day is looked at from its beginning: what has begun is on it too."""
    return wanted.is_planned_only and any(
        _has_begun(visit, day) for visit, _ids in _planned(db, day, wanted)
    )


def _ends_at(visit: Visit, day: Today) -> int:
    """The minute until which a visit takes one's time; 0: it takes none."""
    if visit.channel in _WRITTEN:
        return 0
    usual = day.settings.number("route.minutes") if _has_way(visit) else _CALL_MIN
    return (minute_at(visit.start_at) or 0) + (visit.minutes_planned or usual)


def _has_begun(visit: Visit, day: Today) -> bool:
    """Whether a visit of today has begun by now: what of it isn't over, one is at."""
    at = minute_at(visit.start_at)
    now = day.clock.now.hour * 60 + day.clock.now.minute
    return visit.on_date == day.iso and at is not None and at < now


def _hour_and_name(db: sqlite3.Connection, visit: Visit, ids: tuple[str, ...]) -> str:
    who = listed(one.short_name for one in people(db, ids))
    return " ".join((who, minute_words(minute_at(visit.start_at) or 0)))


def _planned(
    db: sqlite3.Connection, day: Today, wanted: Wanted
) -> list[tuple[Visit, tuple[str, ...]]]:
    """The planned visits of the days. Raises: PlannedAlready for a pin or skip of their people."""
    until = (wanted.last + timedelta(1)).isoformat()
    days = {one.isoformat() for one in wanted.days}
    found = []
    for visit in visits.planned(db, start=wanted.days[0].isoformat(), until=until):
        ids = visits.provider_ids(db, visit.id)
        if visit.on_date in days:
            _refuse_change(db, day, wanted, visit, ids)
            found.append((visit, ids))
    return found


def _seen(visit: Visit) -> Seen:
    return visit.id, visit.on_date, visit.start_at, visit.appointment, visit.minutes_planned


def seen_now(db: sqlite3.Connection, days: Sequence[date]) -> frozenset[Seen]:
    """Return what is planned on some days by now, as ``Gathered.seen`` has it."""
    until = (days[-1] + timedelta(1)).isoformat()
    isos = {one.isoformat() for one in days}
    there = visits.planned(db, start=days[0].isoformat(), until=until)
    return frozenset(_seen(visit) for visit in there if visit.on_date in isos)


def _refuse_change(
    db: sqlite3.Connection, day: Today, wanted: Wanted, visit: Visit, ids: tuple[str, ...]
) -> None:
    """Raise PlannedAlready where a pin or a skip wants what is planned to be otherwise."""
    on, at = date.fromisoformat(visit.on_date), minute_at(visit.start_at)
    others = [
        pin.provider_id
        for pin in wanted.pins
        if pin.provider_id in ids and (pin.on not in {None, on} or pin.at not in {None, at})
    ]
    for one in [*(one for one in ids if one in wanted.skipped), *others]:
        who = people(db, (one,))[0].name
        hour = minute_words(at) if at is not None else ""
        when = " ".join(filter(None, (show_day(on, day.today, day.language), hour)))
        raise PlannedAlready(who, when, short_ref(db, "visit", visit.ref))


def _account_ids(
    doors: Mapping[str, Sequence[Door]], planned: Sequence[tuple[Visit, tuple[str, ...]]]
) -> set[str]:
    there = {door.account_id for each in doors.values() for door in each}
    return there | {visit.account_id for visit, _ids in planned if visit.account_id}


def _never_met(
    db: sqlite3.Connection,
    day: Today,
    wanted: Wanted,
    accounts: Mapping[str, Account],
    *,
    due: Collection[str],
    home: str,
) -> dict[str, tuple[QueueItem, ...]]:
    """A few of those never met: who works where the others do, in the same towns, or near home.

    Those who are due for something else are no part of the few.
    """
    most = day.settings.number("due.new") * len(wanted.days)
    if not most:
        return {}
    cities = {one.city for one in accounts.values() if one.city}
    cities |= {part.strip() for part in re.split("[,，;；]", home) if part.strip()}
    areas = {match[:_AREA] for match in _POSTCODE.findall(home)}
    days = wanted.days[0], wanted.last
    found = queries.never_met(db, day, cities, accounts, areas, days=days)
    others = [(one, items) for one, items in found.items() if one not in due]
    return dict(others[: most * NEW_FROM])


def _of_visit(
    db: sqlite3.Connection, everybody: Everybody, visit: Visit, ids: tuple[str, ...]
) -> Prospect:
    """A planned visit: a must, at its time where somebody else knows of it."""
    day = date.fromisoformat(visit.on_date)
    settings = everybody.day.settings
    # Colleagues who come along are named last, and have no hours of their own there.
    visited = visits.visited(db, ids)
    those = people(db, (*visited, *(one for one in ids if one not in visited)))
    first = those[0] if those else None
    account = everybody.accounts.get(visit.account_id or "")
    own = next(
        (
            door
            for one in ids
            for door in everybody.doors.get(one, ())
            if account and door.account_id == account.id and door.is_there(day)
        ),
        None,
    )  # fmt: skip
    door = own or Door(account.id if account else "", account.name if account else "")
    if visit.department:
        door = replace(door, department=visit.department)
    is_group = visit.origin == GROUP or first is None
    name = listed((door.name, visit.department)) if is_group else first.name if first else ""
    others = 0 if is_group else max(len(those) - 1, 0)
    minutes = visit.minutes_planned or settings.number("route.minutes")
    at = minute_at(visit.start_at)
    is_fixed = at is not None and (
        not everybody.wanted.may_move or visit.appointment not in {None, WISHED}
    )
    alone = visited[0] if len(visited) == 1 and not is_group else None
    open_ = everybody.open_on(day, door, alone) or WHOLE_DAY
    if at is not None and not any(begins <= at < ends for begins, ends in open_):
        # Somebody knew better than the hours that are written down.
        is_fixed = True
    return Prospect(
        key=visit.id,
        person=None if is_group else first,
        name=f"{name} + {others}" if others else name,
        others=others,
        door=door,
        minutes=minutes,
        visit=visit,
        is_fixed=is_fixed,
        pinned_on=day,
        pinned_at=at if is_fixed else None,
        is_must=True,
        is_firm=visit.appointment in {"agreed", "confirmed"}
        or any(pin.provider_id in ids for pin in everybody.wanted.pins),
        standing={"agreed": 3, "confirmed": 3, "asked": 2}.get(visit.appointment or "", 1),
        starts={day: ((at, at),) if is_fixed and at is not None else starts_of(open_, minutes)},
    )


def _calls(
    db: sqlite3.Connection, planned: Sequence[tuple[Visit, tuple[str, ...]]]
) -> dict[date, tuple[Span, ...]]:
    """Visits by telephone or video that have a time: day → the minutes they take.

    What is written is written between the visits: it takes no time of the day.
    """
    found: dict[date, tuple[Span, ...]] = {}
    for visit, ids in planned:
        at = minute_at(visit.start_at)
        if at is None or visit.channel not in _CALLS:
            continue
        who = listed(one.short_name for one in people(db, ids))
        span = Span(at, at + (visit.minutes_planned or _CALL_MIN), who, CALL)
        day = date.fromisoformat(visit.on_date)
        found[day] = (*found.get(day, ()), span)
    return found


def _has_way(visit: Visit) -> bool:
    """Whether one goes there: a call, an e-mail have no way."""
    return visit.channel in {IN_PERSON, "event"}
