"""What the rules say at the door: who mayn't be written to, and whether the cap is reached.

Where no rule can speak, nothing of the rooms that know them is loaded.
"""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.brief.model import STOP
from repplan.can.there import has_cap, there
from repplan.day import BriefItem
from repplan.i18n.phrases import listed

if TYPE_CHECKING:
    from repplan.brief.door import Door


def allowed_stops(door: Door) -> list[BriefItem]:
    """Return what they said no to, each with its day, and the cap on visits where it is reached."""
    one = door.provider
    if one is None:
        return []
    texts = [*_out(door), *_cap(door)]
    return [BriefItem(STOP, text, one.ref, "late", is_kept=True) for text in texts]


def received(door: Door, department: str) -> str:
    """Return how the place of the visit receives reps, in one line; empty: not written down."""
    if door.account_id is None or not _has(door, "reception_rule", "account_id", door.account_id):
        return ""
    from repplan.reception import queries as reception
    from repplan.reception.rules import counting
    from repplan.reception.words import briefly

    rules = reception.rules_of(door.db, door.account_id, department, door.today.isoformat())
    rule = counting(rules, department)
    return briefly(rule, door.today, door.language) if rule else ""


def _out(door: Door) -> list[str]:
    one = door.provider
    today = door.today.isoformat()
    if one is None or not _has(door, "consent", "provider_id", one.id):
        return []
    from repplan.consents.model import OPTED_OUT, REACHING
    from repplan.consents.queries import consents, reach
    from repplan.consents.words import no_word

    known = reach(door.db, [one.id], today)
    outs = []
    for channel in REACHING:
        said = known.standing(one.id, channel)
        if said.why == OPTED_OUT and said.consent:
            outs.append((no_word(channel), said.consent.given_on))
    told = [
        _("{no} (opted out {day})").format(no=no, day=door.day(given_on)) for no, given_on in outs
    ]
    kept = [
        _("wants nothing kept about them ({day})").format(day=door.day(it.given_on))
        for it in consents(door.db, one.id, on=today)
        if it.channel == "data" and not it.is_in and it.may_count(today)
    ]
    return [text for text in (listed(told), *kept) if text]


def _cap(door: Door) -> list[str]:
    one, visit = door.provider, door.visit
    if one is None or one.is_colleague or not has_cap(door.db, there(door.db)):
        return []
    from repplan.can.model import TELL
    from repplan.can.visiting import cap_of
    from repplan.can.words import reason_text

    origin = visit.origin if visit else None
    said = cap_of(door.db, door.clock, one, on=door.on, origin=origin)
    is_reached = said is not None and said.action != TELL
    return [reason_text(said, door.today, door.language)] if said and is_reached else []


def _has(door: Door, table: str, column: str, value: str) -> bool:
    row = door.db.execute(f"SELECT 1 FROM {table} WHERE {column} = ? LIMIT 1", (value,)).fetchone()
    return row is not None
