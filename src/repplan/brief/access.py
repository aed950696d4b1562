"""When and how to get in, who else is there, and the header to type notes under."""

from __future__ import annotations

import json
from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.brief.allowed import received
from repplan.brief.model import AFTER, ALSO, IN, STANDS, WHEN
from repplan.brief.words import slot_words
from repplan.clock import from_instant
from repplan.day import BriefItem
from repplan.i18n.phrases import clauses, listed, placed
from repplan.providers.queries import SHORT_NAME
from repplan.relations import queries as relations
from repplan.relations.model import DECIDES
from repplan.relations.rules import differing, standing
from repplan.relations.words import influence_word, on_product, on_products, stance_word
from repplan.text import clip
from repplan.visits.learned import slots, telling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repplan.brief.door import Door
    from repplan.relations.model import Stance

_ALSO = 4
_STANDS = 73
"""Cells of a line of 80 columns beside its label."""


def access(door: Door) -> list[BriefItem]:
    """Return how to get in, the hours they were seen at, who else works there."""
    items = []
    way = _way_in(door)
    if way:
        items.append(BriefItem(IN, way))
    when = _best_times(door)
    if when:
        items.append(BriefItem(WHEN, when))
    also = _also(door)
    if also:
        items.append(BriefItem(ALSO, also))
    return items


def stands(door: Door) -> list[BriefItem]:
    """Return where they stand at this account on what is to be talked about, as one line."""
    if door.provider is None:
        return []
    about = door.talk.product_id if door.talk else None
    known = relations.stances(door.db, [door.provider.id])
    one = standing(known, account_id=door.account_id, product_id=about)
    if one is None:
        return []
    stance = on_product(stance_word(one.stance), one.product if one.stance else None)
    found = differing(known, one, account_id=door.account_id)
    others = [other for other in found if other.product_id != one.product_id]
    said = clauses((listed((stance, influence_word(one.influence))), on_products(others)))
    facts: tuple[tuple[str, object], ...] = (
        ("stance", one.stance),
        ("influence", one.influence),
        ("product", one.product if one.stance else None),
        ("noted_on", one.noted_on),
        ("evidence", one.evidence),
    )
    text = " ".join(clauses((said, one.evidence)).split())
    return [BriefItem(STANDS, clip(text, _STANDS), one.ref, facts=facts)]


def header(text: str) -> tuple[BriefItem, ...]:
    """Return the line to type notes under, in the phone's file."""
    return (BriefItem(AFTER, text),) if text else ()


def _way_in(door: Door) -> str:
    parts = [_place(door), received(door, _department(door))]
    if door.account is not None:
        parts.append(door.account.access or "")
    one = door.provider
    if one is not None and one.assistant_name:
        phone = f" {one.assistant_phone}" if one.assistant_phone else ""
        parts.append(_("{name} runs the book{phone}").format(name=one.assistant_name, phone=phone))
    return clauses(part.rstrip(".;。；") for part in parts if part)


def _place(door: Door) -> str:
    """Return where exactly, and the hours there; an account they aren't known at by its address."""
    account = door.account
    if account is None:
        return ""
    for one in door.places:
        if one.account_id == account.id:
            return clauses((one.place, one.hours))
    department = door.visit.department if door.visit else ""
    return listed((placed((account.name, department)), account.street, account.city))


def _best_times(door: Door) -> str:
    if door.provider is None:
        return ""
    told = slot_words(telling(slots(door.db, door.provider.id)), door.language)
    return listed((door.provider.best_times, *told))


def _also(door: Door) -> str:
    """Return who else works there, where they stand, and at what hour one sees them that day.

    Those whose stance is known first, then their own department, then by tier, those met first.
    """
    if door.account_id is None:
        return ""
    rows = door.db.execute(
        f"SELECT p.id, {SHORT_NAME} AS name, p.tier, p.last_contact_on, "
        "max(w.department <> '' AND w.department = ?) AS is_near, count(*) OVER () AS everybody, "
        "EXISTS (SELECT 1 FROM stance s WHERE s.provider_id = p.id) AS is_noted "
        "FROM affiliation w JOIN provider p ON p.id = w.provider_id "
        "WHERE w.account_id = ? AND (w.until_on IS NULL OR w.until_on > ?) "
        "AND p.state <> 'left' AND p.id IS NOT ? GROUP BY p.id "
        "ORDER BY is_noted DESC, is_near DESC, p.tier IS NULL, p.tier, p.last_contact_on IS NULL, "
        "p.name, p.id LIMIT ?",
        (
            _department(door),
            door.account_id,
            door.today.isoformat(),
            door.provider.id if door.provider else None,
            _ALSO,
        ),
    ).fetchall()
    ids = [row["id"] for row in rows]
    stances = relations.stances_now(door.db, ids, account_id=door.account_id) if ids else {}
    hours = _hours_seen(door, ids) if ids else {}
    names = [
        listed(
            (
                " ".join(part for part in (row["name"], row["tier"]) if part),
                _standing(stances.get(row["id"])),
                hours.get(row["id"]) or ("" if row["last_contact_on"] else _("not met")),
            )
        )
        for row in rows
    ]
    more = rows[0]["everybody"] - len(rows) if rows else 0
    return " | ".join(names) + (f" +{more}" if more else "")


def _standing(one: Stance | None) -> str:
    """Return the stance, and the influence where it decides or is all that is known."""
    if one is None:
        return ""
    weighs = one.influence == DECIDES or not one.stance
    return listed((stance_word(one.stance), influence_word(one.influence) if weighs else ""))


def _hours_seen(door: Door, ids: Sequence[str]) -> dict[str, str]:
    """Return id → when one sees these people on the day of the visit, as far as that is planned."""
    rows = door.db.execute(
        "SELECT l.provider_id, v.start_at FROM visit v JOIN visit_provider l ON l.visit_id = v.id "
        "WHERE v.state = 'planned' AND v.on_date = ? AND v.id IS NOT ? "
        "AND l.provider_id IN (SELECT value FROM json_each(?)) ORDER BY v.start_at DESC",
        (door.on.isoformat(), door.visit.id if door.visit else None, json.dumps(list(ids))),
    )
    found = {}
    for who, start_at in rows:
        start = from_instant(start_at) if start_at else None
        hour = f"{start.hour}:{start.minute:02}" if start else ""
        found[who] = _("you see them {hour}").format(hour=hour) if hour else _("you see them too")
    return found


def _department(door: Door) -> str:
    here = (one.department for one in door.places if one.account_id == door.account_id)
    return next(here, door.visit.department if door.visit else "")
