"""Visits in the queue: today's by time, those gone by without a word, those ahead."""

from __future__ import annotations

import json
from datetime import timedelta
from gettext import gettext as _
from gettext import pgettext
from typing import TYPE_CHECKING

from repplan.day import Group, Person, QueueItem
from repplan.due.people import people
from repplan.due.rules import person_terms
from repplan.due.today import hour_of
from repplan.i18n.phrases import listed, placed
from repplan.records import replace
from repplan.visits import queries as visits

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from datetime import date

    from repplan.due.today import Today
    from repplan.visits.model import Visit

    Planned = tuple[Visit, tuple[str, ...]]
    """A visit, and the ids of whom it is with."""


def today(db: sqlite3.Connection, day: Today) -> list[QueueItem]:
    """Return the day's visits in order, after them those of days gone by that nobody logged."""
    gone_by = [(one, visits.provider_ids(db, one.id)) for one in visits.unlogged(db, until=day.iso)]
    spent = _a_head(db, day)
    found = [*day.visits, *gone_by]
    told = [spent.get(one.id, "") for one, _people in day.visits] + [""] * len(gone_by)
    return list(map(_with_spend, _items(db, day, found, Group.TODAY), told))


def _with_spend(item: QueueItem, told: str) -> QueueItem:
    """Return the item with what is spent there: first, as the place gives way to it."""
    return replace(item, what=listed([told, item.what])) if told else item


def _a_head(db: sqlite3.Connection, day: Today) -> dict[str, str]:
    """Return visit → what is to be spent a head there; on most days nothing is."""
    sql = "SELECT 1 FROM spend WHERE on_date = ? AND visit_id IS NOT NULL LIMIT 1"
    if db.execute(sql, (day.iso,)).fetchone() is None:
        return {}
    from repplan.due.spent import a_head

    return a_head(db, day)


def ahead(db: sqlite3.Connection, day: Today, until: date) -> list[QueueItem]:
    """Return the visits planned after today, until and with a day."""
    planned = [(one, visits.provider_ids(db, one.id)) for one in _ahead(db, day, until)]
    return _items(db, day, planned, Group.AHEAD)


def count_ahead(db: sqlite3.Connection, day: Today, until: date) -> int:
    """Return how many visits are planned after today, until and with a day."""
    return len(_ahead(db, day, until))


def _ahead(db: sqlite3.Connection, day: Today, until: date) -> list[Visit]:
    tomorrow = (day.today + timedelta(1)).isoformat()
    return visits.planned(db, start=tomorrow, until=(until + timedelta(1)).isoformat())


def _items(
    db: sqlite3.Connection, day: Today, found: Sequence[Planned], group: Group
) -> list[QueueItem]:
    at = json.dumps([one.account_id for one, _people in found])
    sql = "SELECT id, name FROM account WHERE id IN (SELECT value FROM json_each(?))"
    names = dict(db.execute(sql, (at,)).fetchall()) if found else {}
    return [
        _item(db, day, one, people, group, names.get(one.account_id, "")) for one, people in found
    ]


def _item(  # noqa: PLR0917 - what a line of the queue says
    db: sqlite3.Connection,
    day: Today,
    one: Visit,
    people_ids: tuple[str, ...],
    group: Group,
    account: str,
) -> QueueItem:
    who = people(db, people_ids)
    first = who[0] if who else None
    hour = hour_of(one.start_at)
    is_today = one.on_date == day.iso
    # Whoever was to be seen by now was seen, or wasn't: either is worth a line.
    has_begun = is_today and (one.start_at <= day.clock.instant if one.start_at else day.is_evening)
    is_past = one.on_date < day.iso or has_begun
    return QueueItem(
        ref=one.ref,
        group=group,
        kind="unlogged" if is_past else "visit",
        what=_place(db, one, first, account),
        person=first,
        account=account,
        due_on=one.on_date,
        overdue_days=max(day.overdue(one.on_date), 0),
        why=person_terms(
            day.settings,
            tier=first.tier if first else None,
            has_objective=bool(first and has_objective(db, first.id)),
            is_today=is_today,
        ),
        when=_when(day, one, hour),
        next=_next(one, is_past=is_past),
        at=hour,
        is_late=is_past and (day.is_evening or not is_today),
    )


def has_objective(db: sqlite3.Connection, provider_id: str) -> bool:
    """Whether a provider has an open objective."""
    row = db.execute(
        "SELECT 1 FROM objective WHERE provider_id = ? AND result = 'open' LIMIT 1", (provider_id,)
    ).fetchone()
    return row is not None


def _when(day: Today, one: Visit, hour: str) -> str:
    minutes = _("{n}m").format(n=one.minutes_planned) if one.minutes_planned else ""
    if one.on_date == day.iso:
        return f"{hour:>5} {minutes}" if hour or minutes else _("today")
    shown = day.shown(one.on_date)
    # A visit gone by is named by its day; one to come by its hour as well.
    return shown if one.on_date < day.iso else f"{shown} {hour}".strip()


def _next(one: Visit, *, is_past: bool) -> str:
    if is_past:
        return _("log it, or cancel it")
    if one.appointment in {"agreed", "confirmed"} and one.agreed_with:
        return _("agreed with {name}").format(name=one.agreed_with)
    return {
        "wished": _("not asked yet"),
        "asked": _("asked, no answer yet"),
        "agreed": pgettext("appointment", "agreed"),
        "confirmed": pgettext("appointment", "confirmed"),
    }.get(one.appointment or "", "")


def _place(db: sqlite3.Connection, one: Visit, first: Person | None, account: str) -> str:
    """Account and room as one phrase, with heads for a group."""
    parts = [account, one.department]
    if first:
        row = db.execute(
            "SELECT department, building, floor, room FROM affiliation WHERE provider_id = ? "
            "AND account_id IS ? AND until_on IS NULL LIMIT 1",
            (first.id, one.account_id),
        ).fetchone()
        parts += list(row) if row else []
    if one.heads:
        parts.append(_("{heads} people").format(heads=one.heads))
    return placed(parts)
