"""What takes place from now on: series worked out, what stands in for one of them put in its place."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.exchange.ics_model import (
    Event,
    Happening,
    NotUnderstoodEvent,
    Story,
    day_of,
    key_of,
)
from repplan.exchange.ics_recurring import Steps, days_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from repplan.exchange.ics_model import CalendarReport, Moment

HORIZON_DAYS = 60
"""Days ahead for which a series is worked out; the next import goes on from there."""

_FARTHEST_DAYS = 3 * 366
"""Days ahead in which anything is taken; what lies behind is a reminder, not an appointment."""


def stories(
    events: Iterable[Event],
    now: datetime,
    report: CalendarReport,
    tell: Callable[[Event, str], None],
) -> Iterator[Story]:
    """Yield what each UID says from ``now`` on (aware, local), in the order of the file.

    ``tell`` is told of an event that can't be worked out, and why.
    """
    steps = Steps()
    for uid, known in _by_uid(events, report).items():
        master = known.pop("", None)
        found: dict[str, Happening] = {}
        event = master
        try:
            if master is not None:
                found = {one.occurrence: one for one in _times(master, now, report, steps)}
            for key, event in known.items():
                found.pop(key, None)
                one = _happening(event, key, event.start)
                if _is_past(one, now):
                    report.skip("past")
                else:
                    found[key] = one
        except NotUnderstoodEvent as problem:
            # One that can't be worked out leaves all of its series as it was.
            tell(event or next(iter(known.values())), str(problem))
            continue
        times = tuple(sorted(found.values(), key=lambda one: (one.starts, one.occurrence)))
        if times or master is not None:
            yield Story(uid, master, times)


def _by_uid(events: Iterable[Event], report: CalendarReport) -> dict[str, dict[str, Event]]:
    """Return UID → occurrence → event, the newest version of each."""
    found: dict[str, dict[str, Event]] = {}
    for event in events:
        same = found.setdefault(event.uid, {})
        there = same.get(event.occurrence)
        if there is not None:
            report.skip("older")
        if there is None or event.version >= there.version:
            same[event.occurrence] = event
    return found


def _times(
    event: Event, now: datetime, report: CalendarReport, steps: Steps
) -> Iterator[Happening]:
    if not event.is_series:
        one = _happening(event, "", event.start)
        if _is_past(one, now):
            report.skip("past")
        elif (one.first - now.date()).days > _FARTHEST_DAYS:
            report.skip("later")
        else:
            yield one
        return
    until = now.date() + timedelta(HORIZON_DAYS)
    report.until = until
    left_out = {key_of(moment) for moment in event.left_out}
    for start in dict.fromkeys(_starts(event, now.date(), until, steps)):
        key = key_of(start)
        # A day alone leaves out all of that day.
        if key in left_out or f"{day_of(start):%Y%m%d}" in left_out:
            continue
        one = _happening(event, key, start)
        if not _is_past(one, now) and one.first <= until:
            yield one


def _starts(event: Event, today: date, until: date, steps: Steps) -> Iterator[Moment]:
    """Yield the starts of a series that may reach into the days asked about."""
    # The event's own zone may be a day away from here, and one that lasts begins before.
    first = today - timedelta(_lasts(event).days + 2)
    last = until + timedelta(1)
    start, rule = event.start, event.rule
    if rule is None and first <= day_of(start) <= last:
        yield start
    if rule is not None:
        for day in days_of(rule, day_of(start), first, last, steps):
            moment = _on(start, day)
            if rule.until is None or not _is_after(moment, rule.until):
                yield moment
    yield from (one for one in event.added if first <= day_of(one) <= last)


def _on(start: Moment, day: date) -> Moment:
    if not isinstance(start, datetime):
        return day
    return datetime.combine(day, start.timetz())


def _is_after(moment: Moment, until: Moment) -> bool:
    if not isinstance(until, datetime) or not isinstance(moment, datetime):
        return day_of(moment) > day_of(until)
    if moment.tzinfo is None or until.tzinfo is None:
        return moment.replace(tzinfo=None) > until.replace(tzinfo=None)
    return moment.astimezone(UTC) > until.astimezone(UTC)


def _lasts(event: Event) -> timedelta:
    start, end = event.start, event.end
    if isinstance(start, datetime) and isinstance(end, datetime):
        return end.astimezone(UTC) - start.astimezone(UTC) if start.tzinfo else end - start
    return day_of(end) - day_of(start)


def _happening(event: Event, key: str, start: Moment) -> Happening:
    lasts = _lasts(event)
    if not isinstance(start, datetime):
        begin = datetime.combine(start, time())
        return Happening(event, key, begin, begin + lasts, lasts)
    if start.tzinfo is None:
        return Happening(event, key, start, start + lasts, lasts)
    end = start.astimezone(UTC) + lasts
    return Happening(event, key, _local(start), _local(end), lasts)


def _local(moment: datetime) -> datetime:
    try:
        return moment.astimezone().replace(tzinfo=None)
    except (OSError, OverflowError, ValueError):
        raise NotUnderstoodEvent(_("its day can't be")) from None


def _is_past(one: Happening, now: datetime) -> bool:
    return max(one.ends, one.starts + timedelta(minutes=1)) <= now.replace(tzinfo=None)
