"""Clocks of reception: what must be applied for today, and filings that run out."""

from __future__ import annotations

from datetime import date, timedelta
from gettext import gettext as _
from gettext import ngettext
from typing import TYPE_CHECKING

from repplan.day import Group, QueueItem
from repplan.due import people
from repplan.due.rules import apply_terms, filing_terms
from repplan.i18n.daysshown import weekday_name
from repplan.i18n.phrases import listed
from repplan.reception import queries as reception
from repplan.reception.rules import (
    FILING_NEAR_DAYS,
    apply_on,
    counting,
    is_received_on,
    may_still_apply,
)
from repplan.reception.words import last_day
from repplan.store.refs import short_ref
from repplan.workdays import moved

if TYPE_CHECKING:
    import sqlite3

    from repplan.day import Person
    from repplan.due.today import Today
    from repplan.reception.model import ReceptionRule

APPLY, FILING = "apply", "filing"
"""The kinds of an item."""

_WEEK = 7
"""Days within which a weekday alone says which day is meant."""

_LOOKED_AT = 60
"""Days in which a day is looked for on which a visit may still be applied for."""

_UNASKED = (
    "SELECT v.id, v.ref, v.on_date, v.account_id, v.department FROM visit v "
    "WHERE v.state = 'planned' AND v.on_date >= :today AND v.on_date <= :until "
    "AND (v.appointment IS NULL OR v.appointment = 'wished') "
    "AND EXISTS (SELECT 1 FROM reception_rule r "
    "WHERE r.account_id = v.account_id AND r.lead_days > 0) "
    "ORDER BY v.on_date, v.start_at, v.ref"
)
_LONGEST_LEAD = "SELECT max(lead_days) FROM reception_rule WHERE until_on IS NULL OR until_on > ?"
"""Days of lead that any place asks for: no plan beyond them need be looked at."""

_ATTENDEES = (
    f"SELECT {people.COLUMNS}, p.role, (SELECT w.department FROM affiliation w "
    "WHERE w.provider_id = p.id AND w.account_id = :account AND (w.until_on IS NULL OR w.until_on > :today) "
    "ORDER BY w.is_primary DESC LIMIT 1) AS department "
    "FROM visit_provider l JOIN provider p ON p.id = l.provider_id "
    "WHERE l.visit_id = :visit ORDER BY l.id"
)


def clocks(db: sqlite3.Connection, day: Today) -> list[QueueItem]:
    """Return what must be applied for by today, then filings that run out or have run out."""
    return [*_applications(db, day), *_filings(db, day)]


def _applications(db: sqlite3.Connection, day: Today) -> list[QueueItem]:
    longest = db.execute(_LONGEST_LEAD, (day.iso,)).fetchone()[0]
    if not longest:
        return []
    until = _reach_of(longest, day).isoformat()
    found = []
    for row in db.execute(_UNASKED, {"today": day.iso, "until": until}).fetchall():
        attending = db.execute(
            _ATTENDEES, {"account": row["account_id"], "visit": row["id"], "today": day.iso}
        ).fetchall()
        theirs = [one for one in attending if one["role"] != "colleague"]
        department = row["department"] or (theirs[0]["department"] if theirs else "") or ""
        rule = counting(reception.rules_of(db, row["account_id"], department, day.iso), department)
        if rule is None or not rule.lead_days:
            continue
        on = date.fromisoformat(row["on_date"])
        workdays = day.settings.workdays
        last = apply_on(rule, on, workdays)
        # On a day off nobody writes an application: the working day before is the last.
        if moved(last + timedelta(1), -1, workdays) <= day.today:
            team = [one[3] for one in attending if one["role"] == "colleague"]
            who = people.person(theirs[0]) if theirs else None
            found.append(_application(db, day, row, rule, last, who, team))
    return found


def _reach_of(lead_days: int, day: Today) -> date:
    """The last day of a visit that may have to be applied for by today, with such a lead."""
    workdays = day.settings.workdays
    # Whoever is off until then applies before.
    free_until = moved(day.today, 1, workdays) - timedelta(1)
    return moved(free_until, lead_days, workdays.of_others)


def _application(  # noqa: PLR0917 - what a line of the queue says
    db: sqlite3.Connection,
    day: Today,
    row: sqlite3.Row,
    rule: ReceptionRule,
    last: date,
    who: Person | None,
    team: list[str],
) -> QueueItem:
    at = day.clock.now.time().isoformat("minutes")
    by = rule.lead_by if last <= day.today else None
    is_late = last < day.today or (by is not None and at > by)
    on = date.fromisoformat(row["on_date"])
    is_near = 0 < (on - day.today).days < _WEEK
    shown = weekday_name(on.isoweekday(), day.language) if is_near else day.shown(row["on_date"])
    when = _("by {hour}").format(hour=by) if by else _("today")
    ref = short_ref(db, "visit", row["ref"])
    missing = (rule.people_needed or 1) - 1 - len(team)
    return QueueItem(
        ref=row["ref"],
        group=Group.CLOCKS,
        kind=APPLY,
        what=listed(
            (
                _("apply for {day}").format(day=shown),
                # L10n: {names}: colleagues who come along.
                _("with {names}").format(names=listed(team)) if team else "",
                ngettext("{n} more needed", "{n} more needed", missing).format(n=missing)
                if missing > 0
                else "",
            )
        ),
        person=who,
        account=rule.account,
        due_on=last.isoformat(),
        overdue_days=max((day.today - last).days, 0),
        why=apply_terms(day.settings, tier=who.tier if who else None),
        when=_("too late") if is_late else when,
        next=_move(day, rule, on, ref) if is_late else f"visit ask {ref}",
        is_late=True,
    )


def _move(day: Today, rule: ReceptionRule, on: date, ref: str) -> str:
    """The command that moves a visit to the first day for which it isn't too late to apply."""
    at, workdays = day.clock.now.time(), day.settings.workdays
    for later in (on + timedelta(days) for days in range(1, _LOOKED_AT)):
        is_possible = is_received_on(rule, later, workdays) and not workdays.is_off(later)
        if is_possible and may_still_apply(rule, later, day.today, at, workdays):
            return f"visit amend {ref} --at {later.isoformat()}"
    return f"visit show {ref}"


def _filings(db: sqlite3.Connection, day: Today) -> list[QueueItem]:
    until = (day.today + timedelta(FILING_NEAR_DAYS + 1)).isoformat()
    found = []
    for rule in reception.expiring_filings(db, on=day.iso, until=until):
        last = last_day(str(rule.filing_until_on))
        left = (last - day.today).days
        ref = db.execute("SELECT ref FROM account WHERE id = ?", (rule.account_id,)).fetchone()[0]
        if left >= 0:
            when = ngettext("{n}d left", "{n}d left", left).format(n=left)
        else:
            when = _("ran out")
        found.append(
            QueueItem(
                ref=ref,
                group=Group.CLOCKS,
                kind=FILING,
                what=_("our filing there"),
                person=None,
                account=rule.account,
                due_on=last.isoformat(),
                overdue_days=max(-left, 0),
                why=filing_terms(day.settings, days_left=left),
                when=when,
                next=f"reception show {short_ref(db, 'account', ref)}",
                is_late=left < 0,
            )
        )
    return found
