"""Clocks in the queue: what must be reported, and the questions that medical affairs answers."""

from __future__ import annotations

from datetime import timedelta
from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.clock import from_instant
from repplan.day import Group, QueueItem
from repplan.due import people
from repplan.due.rules import inquiry_terms, safety_terms
from repplan.i18n.clocks import clock_words, moment_words, near_day, report_by
from repplan.i18n.phrases import quoted
from repplan.inquiries.queries import WAITING
from repplan.records import replace
from repplan.store.refs import short_ref

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from repplan.due.today import Today

SAFETY, INQUIRY = "safety", "inquiry"
"""The kinds of an item."""

_REPORTS = (
    f"SELECT e.ref, e.what, e.heard_at, e.due_at, {people.COLUMNS} FROM safety_report e "
    "LEFT JOIN provider p ON p.id = e.provider_id WHERE e.state = 'open' ORDER BY e.due_at, e.ref"
)
_INQUIRIES = (
    "SELECT i.ref, i.question, i.asked_on, i.sent_at, i.answered_on, f.ref AS followup, "
    f"f.state AS owed, i.state, {people.COLUMNS} FROM inquiry i "
    "JOIN provider p ON p.id = i.provider_id LEFT JOIN followup f ON f.id = i.followup_id "
    f"WHERE i.{WAITING} ORDER BY i.asked_on, i.ref"
)
_PERSON_OF_REPORT, _PERSON_OF_INQUIRY = 4, 8

WITH_MEDICAL = (
    "f.id NOT IN (SELECT i.followup_id FROM inquiry i WHERE "
    f"i.{WAITING} AND i.state <> 'answered' AND i.followup_id IS NOT NULL)"
)
"""Of a follow-up ``f``: we owe it. What medical affairs is to answer first is theirs."""


def asked(db: sqlite3.Connection) -> list[sqlite3.Row]:
    """Return the questions that wait for somebody, as the others here take them: read once."""
    return db.execute(_INQUIRIES).fetchall()


def clocks(db: sqlite3.Connection, day: Today, rows: Sequence[sqlite3.Row]) -> list[QueueItem]:
    """Return what must be reported, and what is to go to medical affairs."""
    return [*_reports(db, day), *_to_send(db, day, rows)]


def with_medical(day: Today, rows: Sequence[sqlite3.Row]) -> list[QueueItem]:
    """Return the questions that are with medical affairs, the first sent first."""
    return [
        _inquiry(
            day,
            row,
            Group.WAITING,
            since=row["sent_at"],
            tail="",
            next_=_("with medical since {day}").format(day=_day(day, _local(row["sent_at"]))),
        )
        for row in rows
        if row["state"] == "sent"
    ]


def with_replies(
    day: Today, rows: Sequence[sqlite3.Row], items: Iterable[QueueItem]
) -> Iterator[QueueItem]:
    """Yield the items; a question that medical affairs has answered says since when."""
    replied = {row["followup"]: row["answered_on"] for row in rows if row["state"] == "answered"}
    for item in items:
        on = replied.get(item.ref)
        if on is None:
            yield item
        else:
            # L10n: stands behind a question: "ok in dialysis?" medical replied Mon.
            told = _(" medical replied {day}").format(day=_day(day, _date(day, on)))
            yield replace(item, what=quoted(item.what), tail=told)


def _reports(db: sqlite3.Connection, day: Today) -> list[QueueItem]:
    now = day.clock.now
    found = []
    for row in db.execute(_REPORTS):
        due, heard = from_instant(row["due_at"]), from_instant(row["heard_at"])
        hours_left = (due - now) / timedelta(hours=1)
        # Heard at a moment still to come: the machine's clock was set back, and no hour is sure.
        is_sure = heard <= now
        said = moment_words(heard, now, day.language)
        found.append(
            QueueItem(
                ref=row["ref"],
                group=Group.CLOCKS,
                kind=SAFETY,
                what=row["what"],
                person=people.person(row, _PERSON_OF_REPORT),
                account="",
                due_on=due.date().isoformat(),
                overdue_days=max((now.date() - due.date()).days, 0) if due < now else 0,
                why=safety_terms(day.settings, hours_left=hours_left),
                when=clock_words(due, now) if is_sure else _("check clock"),
                next=report_by(due, now, day.language),
                is_late=True,
                # L10n: stands behind what was heard: "dizzy on Cardexa, heard Mon 14:20".
                tail=_(", heard {moment}").format(moment=said),
                due_at=row["due_at"],
                command=f"safety report {short_ref(db, 'safety_report', row['ref'])}",
            )
        )
    return found


def _to_send(db: sqlite3.Connection, day: Today, rows: Sequence[sqlite3.Row]) -> list[QueueItem]:
    """Questions to send, and answers whose follow-up is no longer there to hand them over with."""
    found = []
    for row in rows:
        if row["state"] == "open":
            ref = short_ref(db, "inquiry", row["ref"])
            asked = _day(day, _date(day, row["asked_on"]))
            is_today = row["asked_on"] == day.iso
            # L10n: stands behind a question: "ok in dialysis?" asked Mon.
            tail = "" if is_today else _(" asked {day}").format(day=asked)
            step = f"inquiry send {ref}"
            found.append(
                _inquiry(day, row, Group.CLOCKS, since=row["asked_on"], tail=tail, next_=step)
            )
        elif row["state"] == "answered" and row["owed"] != "open":
            ref = short_ref(db, "inquiry", row["ref"])
            told = _(" medical replied {day}").format(day=_day(day, _date(day, row["answered_on"])))
            step, since = f"inquiry hand {ref}", row["answered_on"]
            found.append(_inquiry(day, row, Group.CLOCKS, since=since, tail=told, next_=step))
    return found


def _inquiry(
    day: Today, row: sqlite3.Row, group: Group, *, since: str, tail: str, next_: str
) -> QueueItem:
    on = _local(since) if "T" in since else _date(day, since)
    days = max((day.today - on).days, 0)
    if group is Group.CLOCKS and row["state"] == "open":
        when = _("to send")
    else:
        when = _("since {days}d").format(days=days) if days else _("today")
    return QueueItem(
        ref=row["ref"],
        group=group,
        kind=INQUIRY,
        what=quoted(row["question"]),
        person=people.person(row, _PERSON_OF_INQUIRY),
        account="",
        due_on=None,
        overdue_days=0,
        why=inquiry_terms(day.settings, days=days, tier=row["tier"]),
        when=when,
        next=next_,
        tail=tail,
    )


def _day(day: Today, on: date) -> str:
    return near_day(on, day.today, day.language)


def _local(instant: str) -> date:
    return from_instant(instant).date()


def _date(day: Today, iso: str) -> date:
    return type(day.today).fromisoformat(iso)
