"""Promises in the queue: what we owe, and what we wait for."""

from __future__ import annotations

import json
from collections import Counter
from datetime import timedelta
from gettext import gettext as _
from gettext import ngettext, pgettext
from typing import TYPE_CHECKING

from repplan.day import Group, Person, QueueItem, Term, total
from repplan.due import people
from repplan.due.clocks import WITH_MEDICAL
from repplan.due.model import LEFT, Part
from repplan.due.ruled import stopped
from repplan.due.rules import promise_terms, waiting_terms
from repplan.errors import NP_
from repplan.followups.model import CHECK_IN
from repplan.i18n.clocks import late_words
from repplan.i18n.phrases import listed
from repplan.records import dataclass
from repplan.store.refs import short_ref

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from repplan.due.today import Today

    _Known = dict[tuple[int, str, str | None, bool], tuple[Term, ...]]
    """What speaks for items that are late by as many days, of one kind and tier, seen today or not."""

_OPEN = (
    "f.state = 'open' AND (f.snoozed_until IS NULL OR f.snoozed_until <= :today) "
    f"AND {WITH_MEDICAL}"
)
_SELECT = (
    "SELECT f.ref, f.kind, f.what, f.due_on, coalesce(f.channel, p.preferred_channel) AS channel, "
    "f.made_on, f.via_since_on, f.account_id, "
    "a.name AS account, coalesce(nullif(c.family_name, ''), c.name) AS via, c.given_name AS given, "
    f"{people.COLUMNS}, p.state AS person_state FROM followup f LEFT JOIN provider p ON p.id = f.provider_id "
    "LEFT JOIN account a ON a.id = f.account_id LEFT JOIN provider c ON c.id = f.via_id "
    f"WHERE {_OPEN}"
)
_SOON = "(f.due_on BETWEEN :today AND :horizon OR f.due_on IS NULL)"
_NOT_YET = f"(f.kind = '{CHECK_IN}' AND f.due_on > :horizon)"
"""Check-ins before their week: nobody waits for one, and today's visit is too early for it."""

_SEEN_TODAY = (
    f"(f.due_on > :horizon AND f.kind <> '{CHECK_IN}' "
    "AND f.provider_id IN (SELECT value FROM json_each(:seen)))"
)
"""Near promises that aren't late: due within the horizon, or to people seen today."""

_HERE = "(f.provider_id IS NULL OR (SELECT p.state FROM provider p WHERE p.id = f.provider_id) <> 'left')"

_PERSON = 11
_NAMED = 2
"""Of those who have left, so many are named."""

_READ = 60
"""Of what they owe us, so many are read for the one screen: those due first."""

_CHANNELS = {
    "email": NP_("step", "e-mail"),
    "phone": NP_("step", "call"),
    "message": NP_("step", "message"),
}


@dataclass(frozen=True)
class Owed:
    """What we owe: near (late, due within the week, or to somebody seen today) and later.

    ``count`` is all that we owe, however far ahead, check-ins from their week on. ``left`` are rows of near promises to people
    who have left: nobody waits for these, and they are in no part.
    """

    near: Part
    later: tuple[QueueItem, ...]
    count: int
    left: tuple[sqlite3.Row, ...] = ()


@dataclass(frozen=True)
class Awaited:
    """What they said they would do; ``left`` are rows of what people did who have left."""

    part: Part
    left: tuple[sqlite3.Row, ...]


def owed(db: sqlite3.Connection, day: Today, until: date, *, most: int | None) -> Owed:
    """Return our open promises: the near ones, and the later ones until and with a day.

    ``most`` bounds the near ones, but for those that are late: they are all there.
    """
    horizon = _horizon(day)
    facts = {
        "horizon": horizon,
        "until": max(horizon, until.isoformat()),
        "seen": json.dumps(list(day.hours)),
    }
    late, left = _apart(_rows(db, day, "f.due_on < :today", {}))
    count = _count(db, day, "us")
    if most is not None and len(late) >= most:
        # A full screen has no line for the others: they are counted.
        here, gone = _near_counts(db, day, facts)
        near_part = Part(_items(db, day, late), len(late) + here)
        return Owed(near_part, (), count - len(left) - gone, tuple(left))
    rest, also_left = _apart(
        _rows(db, day, f"({_SOON} OR f.due_on BETWEEN :today AND :until OR {_SEEN_TODAY})", facts)
    )
    left += also_left
    near: list[sqlite3.Row] = []
    later: list[sqlite3.Row] = []
    for row in rest:
        is_near = _is_seen(day, row) or (row["due_on"] or "") <= horizon
        (near if is_near else later).append(row)
    best = _best(day, near, Group.PROMISES, None if most is None else most - len(late))
    return Owed(
        Part(_items(db, day, [*late, *best]), len(late) + len(near)),
        _items(db, day, later, Group.AHEAD),
        count - len(left),
        tuple(left),
    )


def waiting(db: sqlite3.Connection, day: Today, *, most: int | None) -> Awaited:
    """Return what they said they would do, still open; ``most`` None: all of it.

    Beyond many, those to come furthest ahead are only counted.
    """
    rows = db.execute(
        f"{_SELECT} AND f.by = 'them' ORDER BY f.due_on, f.ref LIMIT :read",
        {"today": day.iso, "read": -1 if most is None else _READ},
    ).fetchall()
    here, left = _apart(rows)
    items = _items(db, day, _best(day, here, Group.WAITING, most), Group.WAITING)
    count = len(rows) if len(rows) < _READ else _count(db, day, "them")
    return Awaited(Part(items, count - len(left)), tuple(left))


def of_those_who_left(db: sqlite3.Connection, rows: Sequence[sqlite3.Row]) -> list[QueueItem]:
    """Return one line for open promises of and to people who have left; none where there are none.

    It is about the first of them: settled, the next one stands there.
    """
    if not rows:
        return []
    first = min(rows, key=lambda row: (row["due_on"] or "9999", row["ref"]))
    counts = Counter(row[_PERSON] for row in rows)
    names = {row[_PERSON]: row[_PERSON + 3] for row in rows}
    told = [
        # L10n: open promises, ours and theirs, with somebody who has left.
        ngettext("{n} promise with {name}", "{n} promises with {name}", n).format(
            n=n, name=names[one]
        )
        for one, n in sorted(counts.items(), key=lambda each: (-each[1], names[each[0]]))
    ]
    more = f" +{len(told) - _NAMED}" if len(told) > _NAMED else ""
    named = listed(told[:_NAMED]) + more
    return [
        QueueItem(
            ref=first["ref"],
            group=Group.NO_NEXT_STEP,
            kind=LEFT,
            # L10n: {what}: "2 promises with Haddad", who has left.
            what=_("left: {what}").format(what=named),
            person=None,
            account="",
            due_on=first["due_on"],
            overdue_days=0,
            why=(),
            when=_("open"),
            next=f"followup waive {short_ref(db, 'followup', first['ref'])}",
        )
    ]


def _apart(rows: Iterable[sqlite3.Row]) -> tuple[list[sqlite3.Row], list[sqlite3.Row]]:
    """The rows of people who are here, or of nobody, and those of people who have left."""
    here: list[sqlite3.Row] = []
    left: list[sqlite3.Row] = []
    for row in rows:
        (left if row["person_state"] == "left" else here).append(row)
    return here, left


def _rows(
    db: sqlite3.Connection, day: Today, condition: str, facts: Mapping[str, str]
) -> list[sqlite3.Row]:
    return db.execute(
        f"{_SELECT} AND f.by = 'us' AND {condition} ORDER BY f.due_on, f.ref",
        {"today": day.iso, **facts},
    ).fetchall()


def _count(db: sqlite3.Connection, day: Today, by: str) -> int:
    row = db.execute(
        f"SELECT count(*) FROM followup f WHERE {_OPEN} AND f.by = :by AND NOT {_NOT_YET}",
        {"by": by, "today": day.iso, "horizon": _horizon(day)},
    ).fetchone()
    return int(row[0])


def _near_counts(db: sqlite3.Connection, day: Today, facts: Mapping[str, str]) -> tuple[int, int]:
    """How many near promises that aren't late wait for people who are here, and who have left."""
    here = gone = 0
    for near in (_SOON, _SEEN_TODAY):
        row = db.execute(
            f"SELECT count(*), count(CASE WHEN {_HERE} THEN 1 END) FROM followup f "
            f"WHERE {_OPEN} AND f.by = 'us' AND {near}",
            {"today": day.iso, **facts},
        ).fetchone()
        here += row[1]
        gone += row[0] - row[1]
    return here, gone


def _best(day: Today, rows: list[sqlite3.Row], group: Group, most: int | None) -> list[sqlite3.Row]:
    """The rows with the highest scores, in order."""
    if most is not None and most <= 0:
        return []

    known: _Known = {}

    def rank(row: sqlite3.Row) -> tuple[float, str, str]:
        terms = _terms(day, row, group, _overdue(day, row), known)
        return (-total(terms), row["due_on"] or "9999", row["ref"])

    return sorted(rows, key=rank)[:most]


def _terms(
    day: Today, row: sqlite3.Row, group: Group, overdue: int, known: _Known
) -> tuple[Term, ...]:
    """What speaks for an item; ``known`` holds what was worked out for others like it."""
    is_seen = _is_seen(day, row)
    kind, tier = row["kind"], row["tier"]
    terms = known.get((overdue, kind, tier, is_seen))
    if terms is None:
        settings = day.settings
        terms = known[overdue, kind, tier, is_seen] = (
            waiting_terms(settings, overdue_days=overdue, tier=tier, is_seen_today=is_seen)
            if group is Group.WAITING
            else promise_terms(
                settings, overdue_days=overdue, kind=kind, tier=tier, is_seen_today=is_seen
            )
        )
    return terms


def _items(
    db: sqlite3.Connection,
    day: Today,
    rows: Sequence[sqlite3.Row],
    group: Group = Group.PROMISES,
) -> tuple[QueueItem, ...]:
    stops = stopped(db, day, rows, _PERSON)
    known: _Known = {}
    return tuple(_item(day, row, group, stops, known) for row in rows)


def _item(
    day: Today, row: sqlite3.Row, group: Group, stops: Mapping[str, str], known: _Known
) -> QueueItem:
    who = people.person(row, _PERSON)
    overdue = _overdue(day, row)
    return QueueItem(
        ref=row["ref"],
        group=group,
        kind=row["kind"],
        what=row["what"],
        person=who,
        account=row["account"] or "",
        due_on=row["due_on"],
        overdue_days=max(overdue, 0),
        why=_terms(day, row, group, overdue, known),
        when=_when(day, row, overdue),
        next=_next(day, row, who, group, stops),
        at=day.hours[row[_PERSON]] if _is_seen(day, row) else "",
        is_late=overdue > 0,
    )


def _horizon(day: Today) -> str:
    return (day.today + timedelta(day.settings.number("due.ahead"))).isoformat()


def _is_ahead(day: Today, row: sqlite3.Row) -> bool:
    """Whether it is a check-in of a later week: asked at a visit from its day on, not before."""
    return row["kind"] == CHECK_IN and (row["due_on"] or "") > _horizon(day)


def _is_seen(day: Today, row: sqlite3.Row) -> bool:
    """Whether it may be settled at a visit still to come today."""
    return row[_PERSON] in day.hours and not _is_ahead(day, row)


def _overdue(day: Today, row: sqlite3.Row) -> int:
    """Return days past the due day; a check-in was promised to nobody, and is at most due."""
    days = day.overdue(row["due_on"]) if row["due_on"] else 0
    return min(days, 0) if row["kind"] == CHECK_IN else days


def _when(day: Today, row: sqlite3.Row, overdue: int) -> str:
    is_check_in = row["kind"] == CHECK_IN and overdue == 0
    if is_check_in or not row["due_on"]:
        since = day.overdue(row["due_on"] or row["made_on"])
        return _("since {days}d").format(days=since) if since else _("today")
    if overdue > 0:
        return late_words(overdue)
    if overdue == 0:
        return _("today")
    return day.shown(row["due_on"])


def _next(
    day: Today,
    row: sqlite3.Row,
    who: Person | None,
    group: Group,
    stops: Mapping[str, str],
) -> str:
    if row["via"]:
        name = row["given"] or row["via"]
        since = day.overdue(row["via_since_on"]) if row["via_since_on"] else 0
        return _("{name} has it {days}d: ask {name}").format(name=name, days=since)
    if who and _is_seen(day, row):
        return _next_today(row, day.hours[who.id], group)
    is_ahead = _is_ahead(day, row)
    if row["kind"] == CHECK_IN and row["account_id"] in day.stops and not is_ahead:
        return _("ask there today")
    step = _CHANNELS.get(row["channel"])
    if step:
        return stops.get(row["ref"]) or pgettext("step", step)
    planned = day.planned.get(who.id) if who else None
    if planned and not (is_ahead and planned < row["due_on"]):
        return _("you see them {day}").format(day=day.shown(planned))
    if row["kind"] == CHECK_IN:
        return _("ask how it goes")
    return _("ask once") if group is Group.WAITING else _("no visit planned")


def _next_today(row: sqlite3.Row, hour: str, group: Group) -> str:
    if group is Group.WAITING:
        return _("ask at {hour}, once").format(hour=hour) if hour else _("ask today, once")
    if row["kind"] == CHECK_IN:
        return _("ask at {hour}").format(hour=hour) if hour else _("ask today")
    if row["kind"] == "question":
        return _("answer at {hour}").format(hour=hour) if hour else _("answer today")
    return _("hand over at {hour}").format(hour=hour) if hour else _("hand over today")
