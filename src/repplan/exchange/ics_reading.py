"""What one event of a calendar says, read with icalendar: its times, its rule, whom it is with."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cache
from gettext import gettext as _
from typing import TYPE_CHECKING, Any

from icalendar import Event as Component
from icalendar import Timezone

from repplan.exchange.ics_model import WEEKDAYS, Event, NotUnderstoodEvent, Rule, key_of
from repplan.text import clean, clip

if TYPE_CHECKING:
    from collections.abc import Iterable

    from repplan.exchange.ics_lines import Block
    from repplan.exchange.ics_model import Moment

_YEARS = range(1900, 2200)
_LONGEST_DAYS = 366
_MOST_DATES = 2_000
_MOST_ZONES = 200
_SHOWN = 200
"""Characters of what an event is called."""

_AWAY = (
    "out of office", "ooo", "vacation", "annual leave", "pto", "on leave", "day off", "休假", "年假",
    "请假", "调休", "不在办公室", "外出休息",
)  # fmt: skip
"""Words that mark whole days as out of office, where the program has no mark of its own."""

_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_WITHIN_A_DAY = ("BYHOUR", "BYMINUTE", "BYSECOND", "RSCALE", "SKIP")
_BROKEN = (ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError)
"""What a broken property raises, in the library or where its value is used."""


class Zones:
    """The time zones that a file defines itself, made when an event names one."""

    def __init__(self) -> None:
        """None is known."""
        self._blocks: dict[str, Block] = {}
        self._made: dict[str, tzinfo | None] = {}

    def add(self, block: Block) -> None:
        """Remember a definition; it isn't worked out before it is needed."""
        name = next((line[5:].strip() for line in block.lines if line[:5].upper() == "TZID:"), "")
        if name and not block.problem and len(self._blocks) < _MOST_ZONES:
            self._blocks.setdefault(name, block)

    def of(self, name: str) -> tzinfo:
        """Return the zone of a name. Raises: NotUnderstoodEvent."""
        if name not in self._made:
            self._made[name] = self._make(name)
        found = self._made[name]
        if found is None:
            text = _("its time zone “{name}” isn't known")
            raise NotUnderstoodEvent(text.format(name=clip(name, 40)))
        return found

    def _make(self, name: str) -> tzinfo | None:
        block = self._blocks.get(name)
        rules = [one for one in block.lines if one[:5].upper() == "RRULE"] if block else []
        if block is None or not all(_yearly().fullmatch(one) for one in rules):
            return None
        try:
            read = Timezone.from_ical(block.text)
            zone = read.to_tz(lookup_tzid=False) if isinstance(read, Timezone) else None
            if isinstance(zone, tzinfo):
                zone.utcoffset(datetime(2026, 1, 1))  # noqa: DTZ001 - asked whether it answers
                return zone
        except _BROKEN:
            pass
        return None


@cache
def _yearly() -> re.Pattern[str]:
    """A clock change as it is: once a year, in a month, on a weekday or a day. Others may run away."""
    return re.compile(
        r"RRULE:FREQ=YEARLY(;(BYMONTH=\d{1,2}|INTERVAL=1|WKST=[A-Z]{2}|UNTIL=[\dTZ]{8,16}"
        r"|BYDAY=[+-]?[1-5](SU|MO|TU|WE|TH|FR|SA)"
        r"|BYDAY=(SU|MO|TU|WE|TH|FR|SA)|BYMONTHDAY=-?\d{1,2}(,\d{1,2})*))*",
        re.IGNORECASE,
    )


def read_event(block: Block, zones: Zones) -> Event:
    """Return what an event says. Raises: NotUnderstoodEvent."""
    if block.problem:
        raise NotUnderstoodEvent(block.problem)
    try:
        return _event(block, Component.from_ical(block.text), zones)
    except NotUnderstoodEvent:
        raise
    except _BROKEN:
        raise NotUnderstoodEvent(_("it can't be read")) from None


def _event(block: Block, said: Any, zones: Zones) -> Event:  # noqa: ANN401 - icalendar's own
    uid = _text(said, "UID")
    if not uid:
        raise NotUnderstoodEvent(_("it has no UID, so it can't be known again"))
    start = _moment(said, "DTSTART", zones, _("it has no day that can be read"))
    end = _end(said, start, zones)
    stamp = _stamp(said)
    again = said.get("RECURRENCE-ID")
    summary = _text(said, "SUMMARY")
    is_private = _text(said, "CLASS").upper() in {"PRIVATE", "CONFIDENTIAL"}
    status, shown = _text(said, "STATUS").upper(), _text(said, "X-MICROSOFT-CDO-BUSYSTATUS").upper()
    return Event(
        line=block.line,
        uid=uid,
        version=(_count(said, "SEQUENCE"), stamp),
        start=start,
        end=end,
        summary="" if is_private else summary,
        place=_text(said, "LOCATION"),
        occurrence=key_of(_moment(said, "RECURRENCE-ID", zones, "")) if again is not None else "",
        emails=_emails(said),
        is_cancelled=status == "CANCELLED",
        is_tentative=status == "TENTATIVE" or shown == "TENTATIVE",
        is_free=_text(said, "TRANSP").upper() == "TRANSPARENT" or shown == "FREE",
        is_away=shown == "OOF" or _is_away(summary, _text(said, "CATEGORIES")),
        rule=_rule(said, zones),
        added=tuple(_dates(said, "RDATE", zones)),
        left_out=tuple(_dates(said, "EXDATE", zones)),
    )


def _text(said: Any, name: str) -> str:  # noqa: ANN401 - as above
    found = said.get(name)
    if isinstance(found, list):
        found = found[0]
    if name == "CATEGORIES" and found is not None:
        found = ", ".join(str(one) for one in getattr(found, "cats", [found]))
    return clip(clean(" ".join(str(found).split())), _SHOWN) if found is not None else ""


def _count(said: Any, name: str) -> int:  # noqa: ANN401 - as above
    text = _text(said, name)
    return min(int(text), 2**31) if text.isascii() and text.isdigit() else 0


def _stamp(said: Any) -> str:  # noqa: ANN401 - as above
    """Return when this version was written, in UTC; empty where it doesn't say."""
    for name in ("LAST-MODIFIED", "DTSTAMP"):
        try:
            found = said[name].dt
        except _BROKEN:
            continue
        if isinstance(found, datetime):
            return found.strftime("%Y%m%dT%H%M%S")
    return ""


def _emails(said: Any) -> tuple[str, ...]:  # noqa: ANN401 - as above
    found = said.get("ATTENDEE", [])
    every = found if isinstance(found, list) else [found]
    return tuple(re.sub("(?i)^mailto:", "", str(one)).strip().casefold() for one in every)


def _is_away(summary: str, categories: str) -> bool:
    words = f" {summary} {categories} ".casefold()
    return any(re.search(rf"\b{one}\b", words) if one.isascii() else one in words for one in _AWAY)


# --- times ----------------------------------------------------------------------------------------


def _moment(said: Any, name: str, zones: Zones, missing: str) -> Moment:  # noqa: ANN401 - as above
    found = said.get(name)
    if isinstance(found, list):
        raise NotUnderstoodEvent(_("{name} stands in it twice").format(name=name))
    try:
        moment = found.dt
    except _BROKEN:
        raise NotUnderstoodEvent(missing or _("it can't be read")) from None
    return _placed(moment, found.params.get("TZID"), zones)


def _placed(moment: object, zone: str | None, zones: Zones) -> Moment:
    """Return a moment in its zone; one without a zone stays as it is, local."""
    if not isinstance(moment, date) or moment.year not in _YEARS:
        raise NotUnderstoodEvent(_("its day can't be"))
    if isinstance(moment, datetime) and moment.tzinfo is None and zone:
        return moment.replace(tzinfo=zones.of(str(zone)))
    return moment


def _end(said: Any, start: Moment, zones: Zones) -> Moment:  # noqa: ANN401 - as above
    if said.get("DTEND") is not None:
        end = _moment(said, "DTEND", zones, _("its end can't be read"))
    elif said.get("DURATION") is not None:
        end = _later(start, said["DURATION"].dt)
    else:
        end = start if isinstance(start, datetime) else start + timedelta(1)
    if isinstance(end, datetime) != isinstance(start, datetime):
        raise NotUnderstoodEvent(_("it begins with a day and ends with an hour, or the reverse"))
    if not isinstance(start, datetime) and end == start:
        end = start + timedelta(1)
    lasts = _apart(start, end)
    if lasts < timedelta(0):
        raise NotUnderstoodEvent(_("it ends before it begins"))
    if lasts > timedelta(_LONGEST_DAYS):
        raise NotUnderstoodEvent(_("it lasts more than a year"))
    return end


def _later(start: Moment, lasts: timedelta) -> Moment:
    if abs(lasts) > timedelta(_LONGEST_DAYS):
        raise NotUnderstoodEvent(_("it lasts more than a year"))
    if not isinstance(start, datetime) or start.tzinfo is None:
        return start + lasts
    # Hours are hours, whatever the clocks do in between.
    return (start.astimezone(UTC) + lasts).astimezone(start.tzinfo)


def _apart(start: Moment, end: Moment) -> timedelta:
    if isinstance(start, datetime) and isinstance(end, datetime):
        if (start.tzinfo is None) != (end.tzinfo is None):
            raise NotUnderstoodEvent(_("one of its times has a zone, the other has none"))
        return end.astimezone(UTC) - start.astimezone(UTC) if start.tzinfo else end - start
    return datetime.combine(end, time()) - datetime.combine(start, time())


def _dates(said: Any, name: str, zones: Zones) -> Iterable[Moment]:  # noqa: ANN401 - as above
    found = said.get(name, [])
    count = 0
    for one in found if isinstance(found, list) else [found]:
        for each in one.dts:
            count += 1
            if count > _MOST_DATES:
                raise NotUnderstoodEvent(_("a part of it is too long"))
            moment = each.dt[0] if isinstance(each.dt, tuple) else each.dt
            yield _placed(moment, one.params.get("TZID"), zones)


# --- how it repeats -------------------------------------------------------------------------------


def _rule(said: Any, zones: Zones) -> Rule | None:  # noqa: ANN401 - as above
    found = said.get("RRULE")
    if found is None and "EXRULE" not in said:
        return None
    not_read = NotUnderstoodEvent(_("how it repeats isn't understood"))
    if isinstance(found, list) or "EXRULE" in said or found is None:
        raise not_read
    freq = str(found["FREQ"][0]).upper()
    if freq not in _FREQUENCIES or any(name in found for name in _WITHIN_A_DAY):
        raise not_read
    (interval,) = found.get("INTERVAL", [1])
    (count,) = found.get("COUNT", [None])
    (until,) = found.get("UNTIL", [None])
    (week_start,) = found.get("WKST", ["MO"])
    rule = Rule(
        freq=freq,
        interval=int(interval),
        count=int(count) if count is not None else None,
        until=_placed(until, None, zones) if until is not None else None,
        weekdays=tuple(_weekday(str(one)) for one in found.get("BYDAY", [])),
        month_days=_numbers(found, "BYMONTHDAY", 31),
        months=_numbers(found, "BYMONTH", 12),
        year_days=_numbers(found, "BYYEARDAY", 366),
        weeks=_numbers(found, "BYWEEKNO", 53),
        positions=_numbers(found, "BYSETPOS", 366),
        week_start=_weekday(str(week_start))[1],
    )
    if rule.interval < 1 or (rule.count is not None and rule.count < 1):
        raise not_read
    return rule


def _numbers(found: Any, name: str, most: int) -> tuple[int, ...]:  # noqa: ANN401 - as above
    numbers = tuple(int(one) for one in found.get(name, []))
    if any(not 0 < abs(one) <= most for one in numbers):
        raise NotUnderstoodEvent(_("how it repeats isn't understood"))
    return numbers


def _weekday(said: str) -> tuple[int, int]:
    ordinal, day = said[:-2], said[-2:].upper()
    return int(ordinal or 0), WEEKDAYS.index(day) + 1
