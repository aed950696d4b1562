"""Briefs as a calendar: one event a planned visit. The one file that writes one."""

from __future__ import annotations

from datetime import UTC, date, timedelta
from typing import TYPE_CHECKING

from icalendar import Calendar, Event

from repplan.brief.choosing import NothingPlanned
from repplan.brief.words import facts_of, groups, label_of, name_of, place_of, when_of
from repplan.clock import from_instant
from repplan.i18n.phrases import listed
from repplan.text import shown
from repplan.visits.model import ASKED, CANCELLED, WISHED
from repplan.visits.uids import event_uid

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from repplan.brief.model import Brief
    from repplan.clock import Clock
    from repplan.visits.model import Visit


def calendar(briefs: Sequence[Brief], *, language: str, clock: Clock) -> bytes:
    """Return an iCalendar file. An event keeps its UID, so a later file updates the calendar.

    Raises: NothingPlanned when none of the briefs is for a planned visit.
    """
    planned = [(brief, brief.visit) for brief in briefs if brief.visit is not None]
    if not planned:
        raise NothingPlanned
    return written([event_of(brief, visit, language, clock) for brief, visit in planned])


def written(events: Iterable[Event]) -> bytes:
    """Return the events as a file to be taken over, which asks nobody for an answer.

    Source: RFC 5545; RFC 5546, section 3.2.1, for PUBLISH.
    """
    whole = Calendar()
    whole.add("prodid", "-//repplan//brief//EN")
    whole.add("version", "2.0")
    whole.add("method", "PUBLISH")
    for event in events:
        whole.add_component(event)
    return bytes(whole.to_ical())


def event_of(
    brief: Brief, visit: Visit, language: str, clock: Clock, *, told: Sequence[str] = ()
) -> Event:
    """Return a visit's event; a cancelled one's says so, and nothing of the brief.

    ``told`` are lines to stand above the brief's.
    """
    event = Event()
    event.add("uid", event_uid(visit.id))
    event.add("dtstamp", clock.now.astimezone(UTC).replace(microsecond=0))
    event.add("sequence", brief.sequence)
    if brief.changed_at:
        event.add("last-modified", from_instant(brief.changed_at).astimezone(UTC))
    _add_time(event, visit)
    event.add("summary", shown(name_of(brief)))
    if place := place_of(brief):
        event.add("location", shown(place))
    if visit.state != CANCELLED:
        event.add("description", _description(brief, language, told))
    event.add("status", _status(visit))
    # What is owed to whom is nobody's business in a calendar that a team shares.
    event.add("class", "PRIVATE")
    return event


def _status(visit: Visit) -> str:
    if visit.state == CANCELLED:
        return "CANCELLED"
    is_agreed = visit.appointment not in {None, WISHED, ASKED}
    return "CONFIRMED" if is_agreed else "TENTATIVE"


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


def _description(brief: Brief, language: str, told: Sequence[str]) -> str:
    facts = listed((*facts_of(brief), when_of(brief, language, says_today=False)))
    lines = [*told, facts]
    lines += [f"{label_of(label)}: {item.text}" for label, items in groups(brief) for item in items]
    return shown("\n".join([*lines, *([brief.header] if brief.header else [])]))
