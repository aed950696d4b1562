"""Cadence in the queue: who is getting cold, who was never met, who has no next step.

The groups may hold tens of thousands: ``cohorts`` reads the best of them. Only what can be shown
becomes an item.
"""

from __future__ import annotations

from datetime import date, timedelta
from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.config import Cadence
from repplan.day import Group, QueueItem, total
from repplan.due import cohorts, people
from repplan.due.model import Part
from repplan.due.ruled import refused as refused_in
from repplan.due.rules import cadence_terms, person_terms
from repplan.due.typed import typed_word
from repplan.records import dataclass

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

    from repplan.day import Term
    from repplan.due.today import Today

_SOON = 50
"""The most of a tier that “ahead” lists: beyond it nobody plans from a list."""

_OPEN_DAYS = 365
"""Days after a real contact in which a relationship is open."""

_AIMED = 12
"""Of those with an objective so many of each condition are read where they are counted only."""

_PAST_OWN_IDEAL = (
    "p.ideal_days IS NOT NULL AND p.last_contact_on IS NOT NULL "
    "AND julianday(:today) - julianday(p.last_contact_on) > p.ideal_days"
)


@dataclass(frozen=True)
class _Candidate:
    """Somebody who may become an item: ``rank`` is their place, the smallest first."""

    rank: tuple[float, str, str]
    row: sqlite3.Row
    why: tuple[Term, ...]


def reconnect(db: sqlite3.Connection, day: Today, *, most: int | None) -> Part:
    """Return who hasn't been seen for longer than the ideal gap and isn't planned."""
    gaps = _gaps(day)
    facts = {f"before_{tier}": _iso(day, one.ideal_days) for tier, one in gaps.items()}
    conditions = [
        f"{cohorts.in_tier(tier)} AND p.last_contact_on < :before_{tier}" for tier in gaps
    ]
    found, count = _read_and_count(db, day, conditions, facts, most)
    if most is not None and conditions:
        found += cohorts.with_objective(db, day, conditions, facts, most)[0]
    own = cohorts.unseen_first(db, day, _PAST_OWN_IDEAL, {}, None)
    best = _best([_as_cold(day, row, gaps) for row in _once([*found, *own])], most)
    refused = _refused(db, day, best)
    items = tuple(_cold(db, day, one, gaps, refused) for one in best)
    count += len(own)
    return Part(items, count, count >= cohorts.COUNTED and most is not None)


def soon(db: sqlite3.Connection, day: Today, until: date, *, most: int | None) -> Part:
    """Return whose ideal gap ends after today, until and with a day, and who isn't planned.

    ``most`` 0: they are counted only.
    """
    found = []
    count = 0
    for tier, one in _gaps(day).items():
        facts = {
            "first": _iso(day, one.ideal_days),
            "last": (until - timedelta(one.ideal_days)).isoformat(),
        }
        condition = (
            f"{cohorts.in_tier(tier)} AND p.last_contact_on >= :first AND p.last_contact_on < :last"
        )
        count += cohorts.count(db, day, condition, facts, _SOON)
        if most == 0:
            continue
        read = _SOON if most is None else min(most, _SOON)
        for row in cohorts.unseen_first(db, day, condition, facts, read):
            on = date.fromisoformat(row["last_contact_on"]) + timedelta(one.ideal_days)
            why = person_terms(day.settings, tier=row["tier"], has_objective=False)
            found.append((on.isoformat(), -total(why), row["ref"], on, row, why))
    found.sort(key=lambda one: one[:3])
    items = tuple(
        _item(db, row, Group.AHEAD, "cadence", why=why, due_on=due_on,
              when=day.shown(on.isoformat()), next=_("ideal gap ends"))
        for due_on, _points, _ref, on, row, why in found[:most]
    )  # fmt: skip
    return Part(items, count)


def no_next_step(db: sqlite3.Connection, day: Today, *, most: int | None) -> Part:
    """Return open relationships with nothing ahead: no plan, no promise, no cadence to call them.

    Open: a real contact in the last 12 months, or an open objective. ``most`` 0: they are counted
    only.
    """
    gaps = _gaps(day)
    since = _iso(day, _OPEN_DAYS)
    facts = {"since": since}
    everybody = [*cohorts.TIERS, None]
    # Whoever has a cadence comes back by it; it begins with the first contact.
    without = [cohorts.in_tier(tier) for tier in everybody if tier not in gaps]
    seen, count = _read_and_count(
        db,
        day,
        [f"{tier} AND p.last_contact_on >= :since AND {cohorts.NO_PROMISE}" for tier in without],
        facts,
        most,
    )
    if most == 0 and count >= cohorts.COUNTED:
        return Part((), count, is_capped=True)
    conditions = [f"{tier} AND p.last_contact_on IS NOT NULL" for tier in without]
    # Never met: no cadence has begun. By tier, so that the best of each are among those read; and
    # by whose cadence it would be, since each kind has an index of its own.
    conditions += [
        f"{one} AND p.last_contact_on IS NULL"
        for tier in everybody
        for one in (cohorts.in_tier(tier), cohorts.in_tier(tier, by_own=True))
    ]
    conditions = [f"{condition} AND {cohorts.NO_PROMISE}" for condition in conditions]
    aimed, is_all = cohorts.with_objective(
        db, day, conditions, facts, _AIMED if most == 0 else most
    )
    best = _best([_as_stuck(day, row) for row in _once([*seen, *aimed])], most)
    count += sum((row["last_contact_on"] or "") < since for row in aimed)
    is_capped = most is not None and (count >= cohorts.COUNTED or not is_all)
    refused = _refused(db, day, best)
    return Part(tuple(_stuck(db, day, one, refused) for one in best), count, is_capped)


def never_met(db: sqlite3.Connection, day: Today) -> list[QueueItem]:
    """Return a few providers never met, who work where the day's visits are."""
    most = day.settings.number("due.new")
    found: list[QueueItem] = []
    for account_id in day.stops:
        if len(found) >= most:
            break
        rows = cohorts.unseen_first(
            db,
            day,
            "p.last_contact_on IS NULL AND p.id IN (SELECT provider_id FROM affiliation w "
            "WHERE w.account_id = :account AND w.until_on IS NULL)",
            {"account": account_id},
            most - len(found),
        )
        refused = refused_in(db, day, [row["id"] for row in rows])
        rows = [one for one in rows if one["id"] not in refused]
        place = _account_name(db, account_id) if rows else ""
        for row in rows:
            why = person_terms(day.settings, tier=row["tier"], has_objective=False)
            found.append(
                _item(db, row, Group.RECONNECT, "new", why=why, when=_("never met"),
                      next=_("you are there today"), place=place)
            )  # fmt: skip
    return found


def _gaps(day: Today) -> dict[str, Cadence]:
    """Tier → its gaps, of the tiers that have a cadence."""
    gaps = {tier: day.settings.cadence(tier) for tier in cohorts.TIERS}
    return {tier: one for tier, one in gaps.items() if one}


def _iso(day: Today, days_ago: int) -> str:
    return (day.today - timedelta(days_ago)).isoformat()


def _read_and_count(
    db: sqlite3.Connection,
    day: Today,
    conditions: list[str],
    facts: dict[str, str],
    most: int | None,
) -> tuple[list[sqlite3.Row], int]:
    """The best of each condition, which exclude one another, and how many fit one of them."""
    found: list[sqlite3.Row] = []
    count = 0
    for condition in conditions:
        rows = cohorts.unseen_first(db, day, condition, facts, most) if most != 0 else []
        found += rows
        is_all = most is None or len(rows) < most
        left = max(cohorts.COUNTED - count, 0)
        count += len(rows) if is_all else cohorts.count(db, day, condition, facts, left)
    return found, count


def _once(rows: Iterable[sqlite3.Row]) -> list[sqlite3.Row]:
    return list({row["id"]: row for row in rows}.values())


def _best(candidates: list[_Candidate], most: int | None) -> list[_Candidate]:
    return sorted(candidates, key=lambda one: one.rank)[:most]


def _gaps_of(row: sqlite3.Row, gaps: dict[str, Cadence]) -> Cadence:
    """Their own gaps, else the tier's; a maximum that isn't given is the tier's, or double."""
    tier = gaps.get(row["tier"])
    ideal = row["ideal_days"]
    if ideal is None and tier:
        return tier
    ideal = int(ideal or 0)
    longest = row["maximum_days"] or (tier.maximum_days if tier else 2 * ideal)
    return Cadence(ideal, max(ideal, longest))


def _as_cold(day: Today, row: sqlite3.Row, gaps: dict[str, Cadence]) -> _Candidate:
    mine = _gaps_of(row, gaps)
    days = day.overdue(row["last_contact_on"])
    why = cadence_terms(
        day.settings,
        days=days,
        cadence=mine,
        tier=row["tier"],
        has_objective=bool(row["has_objective"]),
    )
    return _Candidate((-total(why), _iso(day, days - mine.ideal_days), row["ref"]), row, why)


def _refused(db: sqlite3.Connection, day: Today, found: Sequence[_Candidate]) -> dict[str, str]:
    return refused_in(db, day, [one.row["id"] for one in found])


def _cold(
    db: sqlite3.Connection,
    day: Today,
    one: _Candidate,
    gaps: dict[str, Cadence],
    refused: Mapping[str, str],
) -> QueueItem:
    mine = _gaps_of(one.row, gaps)
    days = day.overdue(one.row["last_contact_on"])
    person = people.person(one.row)
    named = typed_word(person.short_name) if person else ""
    return _item(
        db,
        one.row,
        Group.RECONNECT,
        "cadence",
        why=one.why,
        due_on=_iso(day, days - mine.ideal_days),
        overdue_days=days - mine.ideal_days,
        when=_("{days}d, max {maximum}").format(days=days, maximum=mine.maximum_days),
        next=refused.get(one.row["id"]) or f"plan day --pin {named or one.row['ref']}",
        is_late=days > mine.maximum_days,
    )


def _as_stuck(day: Today, row: sqlite3.Row) -> _Candidate:
    has_objective = bool(row["has_objective"])
    why = person_terms(day.settings, tier=row["tier"], has_objective=has_objective)
    return _Candidate((-total(why), row["last_contact_on"] or "9999", row["ref"]), row, why)


def _stuck(
    db: sqlite3.Connection, day: Today, one: _Candidate, refused: Mapping[str, str]
) -> QueueItem:
    last = one.row["last_contact_on"]
    when = _("seen {days}d ago").format(days=day.overdue(last)) if last else _("never met")
    return _item(db, one.row, Group.NO_NEXT_STEP, "no-next-step", why=one.why, when=when,
                 next=refused.get(one.row["id"]) or _("plan, promise or let go"))  # fmt: skip


def _item(  # noqa: PLR0913 - what a line of the queue says
    db: sqlite3.Connection,
    row: sqlite3.Row,
    group: Group,
    kind: str,
    *,
    why: tuple[Term, ...],
    when: str,
    next: str,  # noqa: A002 - the field's name
    place: str | None = None,
    due_on: str | None = None,
    overdue_days: int = 0,
    is_late: bool = False,
) -> QueueItem:
    where = _main_place(db, row["id"]) if place is None else place
    return QueueItem(
        ref=row["ref"],
        group=group,
        kind=kind,
        what=where,
        person=people.person(row),
        account=where,
        due_on=due_on,
        overdue_days=overdue_days,
        why=why,
        when=when,
        next=next,
        is_late=is_late,
    )


def _main_place(db: sqlite3.Connection, provider_id: str) -> str:
    row = db.execute(
        "SELECT a.name FROM affiliation w JOIN account a ON a.id = w.account_id "
        "WHERE w.provider_id = ? AND w.until_on IS NULL ORDER BY w.is_primary DESC, w.id LIMIT 1",
        (provider_id,),
    ).fetchone()
    return str(row[0]) if row else ""


def _account_name(db: sqlite3.Connection, account_id: str) -> str:
    return str(db.execute("SELECT name FROM account WHERE id = ?", (account_id,)).fetchone()[0])
