"""How to open, what to leave alone, whose day it is: notes, most of them personal.

A personal entry says so in its facts, with what of it may be told (``public``): files and JSON
leave out the rest unless it is asked for by name.
"""

from __future__ import annotations

from datetime import date, timedelta
from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.brief.model import DATE, LEAVE, OPEN
from repplan.day import BriefItem, BriefSection
from repplan.i18n.phrases import listed, with_note
from repplan.notes import queries as notes
from repplan.notes.model import TOLD
from repplan.notes.yearly import days_of_year, without_day
from repplan.records import replace
from repplan.text import clip

if TYPE_CHECKING:
    from repplan.brief.door import Door
    from repplan.brief.model import Brief
    from repplan.notes.model import Note

_NEAR_DAYS = 7
"""So many days before and after a visit somebody's day is worth a word."""

_PERSONAL, _PUBLIC = "personal", "public"
_LAST = 32
"""Cells of what the last visit was opened with: enough to know it again."""


def opening(door: Door) -> tuple[frozenset[str], list[BriefItem]]:
    """Return how to open: the notes named there (ids), and the entries.

    These say what to open with, whose day it is, and what to leave alone: the story that we told
    once isn't told again.
    """
    if door.provider is None:
        return frozenset(), []
    who, on = door.provider.id, door.on.isoformat()
    now, last = notes.openings(door.db, who, on)
    parts = []
    if now:
        parts.append((_opener(door, now), now.is_personal))
    if last:
        said = _("you last opened with: {what}").format(what=clip(last.text, _LAST))
        parts.append((said, last.is_personal))
    named = frozenset(one.id for one in (now, last) if one)
    return named, [*_entry(OPEN, parts), *_dates(door), *_entry(LEAVE, _left_alone(door, who, on))]


def without_personal(brief: Brief) -> Brief:
    """Return a brief for other eyes: of a personal entry only what may be told is left."""
    return replace(
        brief,
        sections=tuple(
            BriefSection(section.name, tuple(_public(section.items))) for section in brief.sections
        ),
    )


def _public(items: tuple[BriefItem, ...]) -> list[BriefItem]:
    found = []
    for item in items:
        facts = dict(item.facts)
        if not facts.get(_PERSONAL):
            found.append(item)
        elif facts[_PUBLIC]:
            found.append(replace(item, text=str(facts[_PUBLIC]), facts=()))
    return found


def _entry(label: str, parts: list[tuple[str, bool]]) -> list[BriefItem]:
    """The parts (text, whether it is personal) as one entry; none where there are none."""
    if not parts:
        return []
    text = " | ".join(part for part, _is_personal in parts)
    public = " | ".join(part for part, is_personal in parts if not is_personal)
    is_personal = any(is_personal for _part, is_personal in parts)
    facts = ((_PERSONAL, True), (_PUBLIC, public)) if is_personal else ()
    return [BriefItem(label, text, facts=facts)]


def _opener(door: Door, note: Note) -> str:
    day = door.day(note.happened_on)
    return with_note(listed((note.text, day)), _("public") if note.source == "public" else "")


def _dates(door: Door) -> list[BriefItem]:
    """Return the days that come back near the visit's: a birthday, the day of their profession."""
    if door.provider is None:
        return []
    first = door.on - timedelta(_NEAR_DAYS)
    near = days_of_year(first, 2 * _NEAR_DAYS + 1)
    found = notes.yearly(door.db, door.provider.id, door.on.isoformat(), near)
    found.sort(key=lambda one: near[one.yearly or ""])
    parts = [
        (with_note(without_day(one.text), _near(door, near[one.yearly or ""])), one.is_personal)
        for one in found
    ]
    return _entry(DATE, parts)


def _left_alone(door: Door, who: str, on: str) -> list[tuple[str, bool]]:
    """What not to bring up, where not to talk business, the story they know: one of each."""
    said = {TOLD: _("told already: {what}")}
    return [
        (said.get(one.topic or "", "{what}").format(what=one.text), True)
        for one in notes.leave_alone(door.db, who, on)
    ]


def _near(door: Door, day: date) -> str:
    return _("today") if day == door.today else door.day(day.isoformat())
