"""Cadence in the queue: who is getting cold, who was never met, who has no next step.

The groups may hold tens of thousands. Within a tier the score falls with the day of the last
contact, so the best of each tier stand first in an index, and the best of all are among them;
those with an open objective score higher and are few: they are all looked at.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.config import Cadence
from repplan.day import Group, Person, QueueItem
from repplan.due import people
from repplan.due.rules import cadence_terms, person_terms
from repplan.due.visiting import has_objective
from repplan.i18n.dates import show_day

if TYPE_CHECKING:
    import sqlite3

    from repplan.due.today import Today

COUNTED = 1000
"""Beyond this a group isn't counted to its end: the screen says 999+."""

_HERE = (
    "p.state <> 'left' AND p.role <> 'colleague' "
    "AND (p.snoozed_until IS NULL OR p.snoozed_until <= :today)"
)
_NO_PLAN = (
    "NOT EXISTS (SELECT 1 FROM visit_provider vp JOIN visit v ON v.id = vp.visit_id "
    "WHERE vp.provider_id = p.id AND v.state = 'planned' AND v.on_date >= :today)"
)
_NO_PROMISE = (
    "NOT EXISTS (SELECT 1 FROM followup f WHERE f.provider_id = p.id AND f.state = 'open')"
)
_SOON = 50
"""The most of a tier that “ahead” lists: beyond it nobody plans from a list."""

_OPEN_DAYS = 365
"""Days after a real contact in which a relationship is open."""


@dataclass(frozen=True)
class Part:
    """The best items of a group, and how many there are; ``is_capped``: at least so many."""

    items: tuple[QueueItem, ...]
    count: int
    is_capped: bool = False


def reconnect(db: sqlite3.Connection, day: Today, *, most: int | None) -> Part:
    """Return who hasn't been seen for longer than the ideal gap and isn't planned."""
    found: dict[str, QueueItem] = {}
    count = 0
    for tier in ("A", "B", "C", "D"):
        gaps = day.settings.cadence(tier)
        if gaps is None:
            continue
        before = (day.today - timedelta(gaps.ideal_days)).isoformat()
        condition = "p.tier = :tier AND p.ideal_days IS NULL AND p.last_contact_on < :before"
        facts = {"tier": tier, "before": before}
        best = _ask(db, day, f"{condition} AND {_NO_PLAN}", facts, most)
        promising = [] if most is None else _ask(db, day, f"{condition} AND {_NO_PLAN} AND p.id IN "
            "(SELECT provider_id FROM objective WHERE result = 'open')", facts, None)
        for row in (*best, *promising):
            found[row["id"]] = _cold(db, day, row, gaps)
        count += len(best) if most is None or len(best) < most else _count(db, day, condition, facts)
    for row in _ask(db, day, f"p.ideal_days IS NOT NULL AND p.last_contact_on IS NOT NULL "
                    f"AND {_NO_PLAN}", {}, None):
        gaps = _own(day, row)
        if (day.today - date.fromisoformat(row["last_contact_on"])).days > gaps.ideal_days:
            found[row["id"]] = _cold(db, day, row, gaps)
            count += 1
    return Part(tuple(found.values()), max(count, len(found)), count >= COUNTED and most is not None)


def soon(db: sqlite3.Connection, day: Today, until: date) -> list[QueueItem]:
    """Return whose ideal gap ends after today, until and with a day, and who isn't planned."""
    found = []
    for tier in ("A", "B", "C", "D"):
        gaps = day.settings.cadence(tier)
        if gaps is None:
            continue
        facts = {
            "tier": tier,
            "first": (day.today - timedelta(gaps.ideal_days)).isoformat(),
            "last": (until - timedelta(gaps.ideal_days)).isoformat(),
        }
        condition = (
            "p.tier = :tier AND p.ideal_days IS NULL AND p.last_contact_on >= :first "
            f"AND p.last_contact_on < :last AND {_NO_PLAN}"
        )
        for row in _ask(db, day, condition, facts, _SOON):
            on = date.fromisoformat(row["last_contact_on"]) + timedelta(gaps.ideal_days)
            found.append(
                QueueItem(
                    ref=row["ref"],
                    group=Group.AHEAD,
                    kind="cadence",
                    what=_main_place(db, row["id"]),
                    person=people.person(row),
                    account=_main_place(db, row["id"]),
                    due_on=on.isoformat(),
                    overdue_days=0,
                    why=person_terms(day.settings, tier=row["tier"], has_objective=False),
                    when=show_day(on, day.today, day.language),
                    next=_("ideal gap ends"),
                )
            )
    return sorted(found, key=lambda item: (item.due_on or "", -item.score, item.ref))


def no_next_step(db: sqlite3.Connection, day: Today, *, most: int | None) -> Part:
    """Return open relationships with nothing ahead: no plan, no promise, no cadence to call them.

    Open: a real contact in the last 12 months, or an open objective.
    """
    since = (day.today - timedelta(_OPEN_DAYS)).isoformat()
    tiers = [tier for tier in ("A", "B", "C", "D") if day.settings.cadence(tier)]
    # Whoever has a cadence comes back by it: the group is for those whom nothing calls back.
    without = " AND ".join(f"p.tier IS NOT '{tier}'" for tier in tiers) or "1"
    condition = f"p.ideal_days IS NULL AND {without} AND {_NO_PLAN} AND {_NO_PROMISE}"
    seen = _ask(
        db, day, f"p.last_contact_on >= :since AND {condition}", {"since": since}, most or None
    )
    aimed = _ask(
        db,
        day,
        "p.id IN (SELECT provider_id FROM objective WHERE result = 'open') "
        f"AND {_NO_PLAN} AND {_NO_PROMISE}",
        {},
        None,
    )
    rows = {row["id"]: row for row in (*seen, *aimed)}
    items = tuple(_stuck(db, day, row) for row in rows.values())
    return Part(items, len(items), most is not None and len(seen) >= most)


def never_met(db: sqlite3.Connection, day: Today) -> list[QueueItem]:
    """Return a few providers never met, who work where the day's visits are."""
    most = day.settings.number("due.new")
    found: list[QueueItem] = []
    for account_id in day.stops:
        if len(found) >= most:
            break
        name = _account_name(db, account_id)
        rows = _ask(
            db,
            day,
            "p.last_contact_on IS NULL AND p.id IN (SELECT provider_id FROM affiliation w "
            f"WHERE w.account_id = :account AND w.until_on IS NULL) AND {_NO_PLAN}",
            {"account": account_id},
            most - len(found),
        )
        found += [
            QueueItem(
                ref=row["ref"],
                group=Group.RECONNECT,
                kind="new",
                what=name,
                person=people.person(row),
                account=name,
                due_on=None,
                overdue_days=0,
                why=person_terms(day.settings, tier=row["tier"], has_objective=False),
                when=_("never met"),
                next=_("you are there today"),
            )
            for row in rows
        ]
    return found


def _ask(
    db: sqlite3.Connection,
    day: Today,
    condition: str,
    facts: dict[str, str],
    most: int | None,
) -> list[sqlite3.Row]:
    """Providers who are here and fit, the longest unseen first. Shape: a Person, then days."""
    return db.execute(
        f"SELECT {people.COLUMNS}, p.last_contact_on, p.ideal_days, p.maximum_days "
        f"FROM provider p WHERE {_HERE} AND {condition} "
        "ORDER BY p.last_contact_on, p.ref LIMIT :most",
        {"today": day.iso, "most": -1 if most is None else most, **facts},
    ).fetchall()


def _count(db: sqlite3.Connection, day: Today, condition: str, facts: dict[str, str]) -> int:
    row = db.execute(
        f"SELECT count(*) FROM (SELECT 1 FROM provider p WHERE {_HERE} AND {condition} "
        f"AND {_NO_PLAN} LIMIT {COUNTED})",
        {"today": day.iso, **facts},
    ).fetchone()
    return int(row[0])


def _own(day: Today, row: sqlite3.Row) -> Cadence:
    """The gaps of somebody with their own; a maximum that isn't given is the tier's, or double."""
    ideal = int(row["ideal_days"])
    tier = day.settings.cadence(row["tier"])
    longest = row["maximum_days"] or (tier.maximum_days if tier else 2 * ideal)
    return Cadence(ideal, max(ideal, longest))


def _cold(db: sqlite3.Connection, day: Today, row: sqlite3.Row, gaps: Cadence) -> QueueItem:
    days = (day.today - date.fromisoformat(row["last_contact_on"])).days
    place = _main_place(db, row["id"])
    return QueueItem(
        ref=row["ref"],
        group=Group.RECONNECT,
        kind="cadence",
        what=place,
        person=people.person(row),
        account=place,
        due_on=(day.today - timedelta(days - gaps.ideal_days)).isoformat(),
        overdue_days=days - gaps.ideal_days,
        why=cadence_terms(
            day.settings,
            days=days,
            cadence=gaps,
            tier=row["tier"],
            has_objective=has_objective(db, row["id"]),
        ),
        when=_("{days}d, max {maximum}").format(days=days, maximum=gaps.maximum_days),
        next=_("plan a visit"),
        is_late=days > gaps.maximum_days,
    )


def _stuck(db: sqlite3.Connection, day: Today, row: sqlite3.Row) -> QueueItem:
    last = row["last_contact_on"]
    days = (day.today - date.fromisoformat(last)).days if last else None
    place = _main_place(db, row["id"])
    return QueueItem(
        ref=row["ref"],
        group=Group.NO_NEXT_STEP,
        kind="no-next-step",
        what=place,
        person=people.person(row),
        account=place,
        due_on=None,
        overdue_days=0,
        why=person_terms(
            day.settings, tier=row["tier"], has_objective=has_objective(db, row["id"])
        ),
        when=_("seen {days}d ago").format(days=days) if days is not None else _("never met"),
        next=_("plan, promise or let go"),
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
