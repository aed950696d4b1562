"""Briefs as a calendar: one event a planned visit. The one file that imports icalendar."""

from __future__ import annotations

from datetime import UTC, date, timedelta
from typing import TYPE_CHECKING

from icalendar import Calendar, Event

from repplan.brief.choosing import NothingPlanned
from repplan.brief.words import facts_of, groups, label_of, name_of, place_of, when_of
from repplan.clock import from_instant
from repplan.i18n.phrases import listed
from repplan.text import shown
from repplan.visits.model import ASKED, WISHED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repplan.brief.model import Brief
    from repplan.clock import Clock
    from repplan.visits.model import Visit


def calendar(briefs: Sequence[Brief], *, language: str, clock: Clock) -> bytes:
    """Return an iCalendar file. An event keeps its UID, so a later file updates the calendar.

    Source: RFC 5545. Raises: NothingPlanned when none of the briefs is for a planned visit.
    """
    planned = [(brief, brief.visit) for brief in briefs if brief.visit is not None]
    if not planned:
        raise NothingPlanned
    whole = Calendar()
    whole.add("prodid", "-//repplan//brief//EN")
    whole.add("version", "2.0")
    for brief, visit in planned:
        whole.add_component(_event(brief, visit, language, clock))
    return bytes(whole.to_ical())


def _event(brief: Brief, visit: Visit, language: str, clock: Clock) -> Event:
    event = Event()
    event.add("uid", f"{visit.id}@repplan")
    event.add("dtstamp", clock.now.astimezone(UTC).replace(microsecond=0))
    _add_time(event, visit)
    event.add("summary", shown(name_of(brief)))
    if place := place_of(brief):
        event.add("location", shown(place))
    event.add("description", _description(brief, language))
    is_agreed = visit.appointment not in {None, WISHED, ASKED}
    event.add("status", "CONFIRMED" if is_agreed else "TENTATIVE")
    # What is owed to whom is nobody's business in a calendar that a team shares.
    event.add("class", "PRIVATE")
    return event


def _add_time(event: Event, visit: Visit) -> None:
    """Add the hours; the whole day when the start isn't known, no end when the minutes aren't."""
    if visit.start_at is None:
        day = date.fromisoformat(visit.on_date)
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(1))
        return
    start = from_instant(visit.start_at).astimezone(UTC)
    event.add("dtstart", start)
    if visit.minutes_planned:
        event.add("dtend", start + timedelta(minutes=visit.minutes_planned))


def _description(brief: Brief, language: str) -> str:
    lines = [listed((*facts_of(brief), when_of(brief, language, says_today=False)))]
    lines += [f"{label_of(label)}: {item.text}" for label, items in groups(brief) for item in items]
    return shown("\n".join([*lines, *([brief.header] if brief.header else [])]))
