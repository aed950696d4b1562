"""A plan as a calendar: one event a planned visit, and an end to those that are off."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from gettext import gettext as _
from gettext import ngettext
from typing import TYPE_CHECKING, ClassVar

from icalendar import Alarm

from repplan.brief.calendar import event_of, written
from repplan.brief.choosing import NothingPlanned
from repplan.brief.opening import without_personal
from repplan.brief.queries import brief_of_visit
from repplan.clock import local_instant, minute_at
from repplan.errors import N_, Refused
from repplan.i18n.clocks import minute_words
from repplan.records import dataclass, replace
from repplan.routes.called_off import called_off, moved_away
from repplan.text import shown
from repplan.visits import queries as visits

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from datetime import date

    from icalendar import Event

    from repplan.brief.model import Brief
    from repplan.clock import Clock
    from repplan.routes.model import DayRoute, Proposal, Stop
    from repplan.visits.model import Visit

_READY_MIN = 10
"""So many minutes before one has to leave, the calendar says so."""


@dataclass(eq=False)
class NotAccepted(Refused):
    """Some visits of the plan aren't in the store yet, or at another time: they can't be events."""

    slug: ClassVar[str] = "not-accepted"
    message: ClassVar[str] = N_("Visits of this plan that aren't accepted yet: {count}.")
    hint: ClassVar[str] = N_(
        "A calendar takes what is planned: repplan plan day --accept --to plan.ics"
    )
    count: int


def calendar(
    proposal: Proposal, *, db: sqlite3.Connection, language: str, clock: Clock, is_personal: bool
) -> bytes:
    """Return an iCalendar file: each visit planned on these days, those called off as cancelled.

    Raises: NotAccepted; NothingPlanned where there is nothing to tell, not even what was called off.
    """
    writer = _Writer(db, language, clock, is_personal=is_personal)
    stops = {
        stop.prospect.visit.id: (route, at)
        for route in proposal.routes
        for at, stop in enumerate(route.stops)
        if stop.prospect.visit and _is_kept(route, stop)
    }
    if count := len(proposal.stops) - len(stops):
        raise NotAccepted(count)
    days = sorted(route.day for route in proposal.routes) or [clock.today]
    isos = {day.isoformat() for day in days}
    until = (days[-1] + timedelta(1)).isoformat()
    planned = visits.planned(db, start=days[0].isoformat(), until=until)
    events = [
        writer.stop(one, *stops[one.id]) if one.id in stops else writer.plain(one)
        for one in planned
        if one.on_date in isos
    ]
    events += [writer.plain(one) for one in moved_away(db, isos, clock.today.isoformat())]
    events += [writer.cancelled(one) for one in called_off(db, isos)]
    if not events:
        raise NothingPlanned
    return written(events)


class _Writer:
    """Writes events from what the store knows, for the reader and whom they may show it to."""

    def __init__(
        self, db: sqlite3.Connection, language: str, clock: Clock, *, is_personal: bool
    ) -> None:
        self.db, self.language, self.clock = db, language, clock
        self.is_personal = is_personal

    def stop(self, visit: Visit, route: DayRoute, at: int) -> Event:
        """Return the event of a visit on its route: how to get there, and when to leave."""
        stop = route.stops[at]
        timed = replace(
            visit,
            start_at=visit.start_at or _instant(route.day, stop.starts),
            minutes_planned=visit.minutes_planned or stop.ends - stop.starts,
        )
        told = list(_way_there(route, at))
        brief = self._brief(timed)
        event = event_of(brief, timed, self.language, self.clock, told=told)
        if stop.point:
            event.add("geo", stop.point)
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", shown(" ".join((*told, brief.name)) if told else brief.name))
        alarm.add("trigger", -timedelta(minutes=stop.travel + _READY_MIN))
        event.add_component(alarm)
        return event

    def plain(self, visit: Visit) -> Event:
        """Return the event of a visit that no route holds: a call, or one on another day now."""
        return event_of(self._brief(visit), visit, self.language, self.clock)

    def cancelled(self, visit: Visit) -> Event:
        """Return what takes a visit out of a calendar; nothing of the brief is in it."""
        event = event_of(self._brief(visit), visit, self.language, self.clock)
        if not event["summary"]:
            event["summary"] = _("visit called off")
        return event

    def _brief(self, visit: Visit) -> Brief:
        brief = brief_of_visit(self.db, self.clock, self.language, visit)
        return brief if self.is_personal else without_personal(brief)


def _is_kept(route: DayRoute, stop: Stop) -> bool:
    """Whether the store plans the visit as the route does; one without an hour takes the route's."""
    visit = stop.prospect.visit
    if visit is None or visit.on_date != route.day.isoformat():
        return False
    return visit.start_at is None or minute_at(visit.start_at) == stop.starts


def _way_there(route: DayRoute, at: int) -> Iterator[str]:
    """Yield when to leave at the latest, and from where; nothing where there is no way to go."""
    stop = route.stops[at]
    if not stop.travel:
        return
    start = route.stops[at - 1].prospect.door.name if at else route.start_name
    way = (
        ngettext("{n} minute on foot", "{n} minutes on foot", stop.travel)
        if stop.is_walk
        else ngettext("{n} minute on the way", "{n} minutes on the way", stop.travel)
    ).format(n=stop.travel)
    said = _("Leave {start} by {time}, {way}.") if start else _("Leave by {time}, {way}.")
    yield said.format(start=start, time=minute_words(stop.starts - stop.travel), way=way)


def _instant(day: date, minute: int) -> str:
    """Return the instant of a minute of a local day; from 24:00 on it is the next day's."""
    moment = datetime.combine(day, time()) + timedelta(minutes=minute)
    return local_instant(moment.date(), moment.time())
