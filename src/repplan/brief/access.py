"""When and how to get in, who else is there, and the header to type notes under."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.accounts import queries as accounts
from repplan.brief.model import AFTER, ALSO, IN, WHEN
from repplan.day import BriefItem
from repplan.i18n.dates import weekday_name
from repplan.i18n.phrases import clauses, listed, placed
from repplan.providers import queries as providers
from repplan.visits import queries as visits

if TYPE_CHECKING:
    from repplan.brief.door import Door
    from repplan.providers.model import Affiliation

_ENOUGH_VISITS = 5
"""Fewer than this teach nothing about the best day."""

_ALSO = 4


def access(door: Door) -> list[BriefItem]:
    """Return how to get in, the days they were seen on, who else works there."""
    items = []
    way = _way_in(door)
    if way:
        items.append(BriefItem(IN, way))
    when = _best_days(door)
    if when:
        items.append(BriefItem(WHEN, when))
    also = _also(door)
    if also:
        items.append(BriefItem(ALSO, also))
    return items


def header(text: str) -> tuple[BriefItem, ...]:
    """Return the line to type notes under, in the phone's file."""
    return (BriefItem(AFTER, text),) if text else ()


def _way_in(door: Door) -> str:
    parts = [_place(door)]
    if door.account_id is not None:
        parts.append(accounts.account(door.db, door.account_id).access or "")
    one = door.provider
    if one is not None and one.assistant_name:
        phone = f" {one.assistant_phone}" if one.assistant_phone else ""
        parts.append(_("{name} runs the book{phone}").format(name=one.assistant_name, phone=phone))
    return clauses(part.rstrip(".;。；") for part in parts if part)


def _place(door: Door) -> str:
    """Return where exactly, and the hours there; an account they aren't known at by its address."""
    if door.account_id is None:
        return ""
    for one in _places(door):
        if one.account_id == door.account_id:
            return clauses((one.place, one.hours))
    account = accounts.account(door.db, door.account_id)
    department = door.visit.department if door.visit else ""
    return listed((placed((account.name, department)), account.street, account.city))


def _places(door: Door) -> list[Affiliation]:
    if door.provider is None:
        return []
    return providers.affiliations(door.db, door.provider.id, door.today.isoformat())


def _best_days(door: Door) -> str:
    if door.provider is None:
        return ""
    parts = [door.provider.best_times] if door.provider.best_times else []
    days = visits.seen_by_weekday(door.db, door.provider.id)
    if sum(tried for _seen, tried in days.values()) >= _ENOUGH_VISITS:
        ranked = sorted(days.items(), key=lambda pair: (-pair[1][0] / pair[1][1], pair[0]))
        parts += [
            _("{day} seen {seen} of {tried}").format(
                day=weekday_name(day, door.language), seen=seen, tried=tried
            )
            for day, (seen, tried) in ranked[:3]
        ]
    return listed(parts)


def _also(door: Door) -> str:
    """Return who else works there: their own department first, then by tier, those met first."""
    if door.account_id is None:
        return ""
    rows = door.db.execute(
        f"SELECT {providers.SHORT_NAME} AS name, p.tier, p.last_contact_on, "
        "max(w.department <> '' AND w.department = ?) AS is_near, count(*) OVER () AS everybody "
        "FROM affiliation w JOIN provider p ON p.id = w.provider_id "
        "WHERE w.account_id = ? AND (w.until_on IS NULL OR w.until_on > ?) "
        "AND p.state <> 'left' AND p.id IS NOT ? GROUP BY p.id "
        "ORDER BY is_near DESC, p.tier IS NULL, p.tier, p.last_contact_on IS NULL, p.name, p.id "
        "LIMIT ?",
        (
            _department(door),
            door.account_id,
            door.today.isoformat(),
            door.provider.id if door.provider else None,
            _ALSO,
        ),
    ).fetchall()
    names = [
        listed(
            (
                " ".join(part for part in (row["name"], row["tier"]) if part),
                "" if row["last_contact_on"] else _("not met"),
            )
        )
        for row in rows
    ]
    more = rows[0]["everybody"] - len(rows) if rows else 0
    return " | ".join(names) + (f" +{more}" if more else "")


def _department(door: Door) -> str:
    here = (one.department for one in _places(door) if one.account_id == door.account_id)
    return next(here, door.visit.department if door.visit else "")
