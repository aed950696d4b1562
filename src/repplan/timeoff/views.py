"""Time off on the screen and as JSON."""

from __future__ import annotations

from datetime import date
from gettext import gettext as _
from gettext import ngettext
from typing import TYPE_CHECKING

from repplan.cli.show import facts, saved, table
from repplan.i18n.daysshown import iso_words, show_day, show_day_iso
from repplan.i18n.phrases import choice_word, listed
from repplan.records import facts as facts_of
from repplan.timeoff.words import kind_words, source_words, when_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from repplan.cli.show import Line
    from repplan.timeoff.actions import Taken
    from repplan.timeoff.model import HolidayCalendar, PublicDay, TimeOff


def time_off_json(one: TimeOff) -> dict[str, object]:
    """Return one record as JSON. ``until_on`` is the day after the last; ``source`` null: our own."""
    told = {name: value for name, value in facts_of(one).items() if name != "id"}
    return {**told, "source": one.source or None}


def written_lines(one: TimeOff, batch: str, language: str) -> list[Line]:
    """Return what was written, and how to take it back."""
    first, last = show_day_iso(one.first, language), show_day_iso(one.written_last, language)
    hours = f"{one.from_time}-{one.until_time}" if one.from_time else ""
    told = [
        (choice_word("time off", one.kind), first if first == last else f"{first} - {last}"),
        (_("hours"), hours),
        (_("what"), one.what or ""),
        (_("source"), source_words(one)),
        (_("ended"), iso_words(one.ended_on, language)),
    ]
    return [*facts(told), saved(batch)]


def list_lines(
    records: Sequence[TimeOff], refs: Mapping[str, str], today: date, language: str
) -> list[Line]:
    """Return records in columns, in order."""
    if not records:
        return [_("No time off is written down: repplan timeoff add fri --what vacation")]
    headings = (_("When"), _("What"), _("Source"), _("Ref"))
    rows = [
        (
            when_words(one, today, language),
            kind_words(one),
            listed((source_words(one), _("ended") if one.has_ended else "")),
            refs[one.ref],
        )
        for one in records
    ]
    return table(headings, rows)


def planned_remarks(
    visits: Iterable[tuple[str, str, str]], today: date, language: str
) -> list[str]:
    """Return a remark on each visit that is planned on a day that is off now: ref, day, with whom."""
    text = _("{day} {who} is planned: repplan visit amend {ref} --at DAY")
    return [
        text.format(day=show_day(date.fromisoformat(day), today, language), who=who, ref=ref)
        for ref, day, who in visits
    ]


def calendar_lines(calendar: HolidayCalendar, taken: Taken, batch: str) -> list[Line]:
    """Return a calendar that was taken in, a year a line, and what nobody knows of it yet."""
    lines: list[Line] = [[(calendar.code, "head")]]
    lines += facts((str(year), _counted(_of(calendar, year))) for year in calendar.years)
    text = _(
        "{year}: no make-up working days are known yet. Run this again in a later version, "
        "or write each down: repplan timeoff add DAY --workday"
    )
    lines += [[(text.format(year=year), "warn")] for year in calendar.unsettled]
    counts = [
        ngettext("{n} new", "{n} new", len(taken.new)).format(n=len(taken.new)),
        ngettext("{n} renamed", "{n} renamed", len(taken.changed)).format(n=len(taken.changed)),
        ngettext("{n} no longer one", "{n} no longer ones", len(taken.gone)).format(
            n=len(taken.gone)
        ),
    ]
    known = zip(counts, (taken.new, taken.changed, taken.gone), strict=True)
    told = listed(count for count, days in known if days)
    return [*lines, *([told] if told else []), saved(batch)]


def calendar_json(calendar: HolidayCalendar, taken: Taken, batch: str) -> dict[str, object]:
    """Return a calendar that was taken in as JSON; ``is_settled``: its make-up days are known."""
    return {
        "calendar": calendar.code,
        "years": [
            {
                "year": year,
                "holidays": sum(one.is_off for one in _of(calendar, year)),
                "workdays": sum(not one.is_off for one in _of(calendar, year)),
                "is_settled": year not in calendar.unsettled,
            }
            for year in calendar.years
        ],
        "new": [_day_json(one) for one in taken.new],
        "renamed": [_day_json(one) for one in taken.changed],
        "gone": [day.isoformat() for day in taken.gone],
        "batch": batch or None,
    }


def _of(calendar: HolidayCalendar, year: int) -> list[PublicDay]:
    return [one for one in calendar.days if one.day.year == year]


def _counted(days: Sequence[PublicDay]) -> str:
    off = sum(one.is_off for one in days)
    worked = len(days) - off
    return listed(
        (
            ngettext("{n} holiday", "{n} holidays", off).format(n=off),
            ngettext("{n} make-up working day", "{n} make-up working days", worked).format(n=worked)
            if worked
            else "",
        )
    )


def _day_json(one: PublicDay) -> dict[str, object]:
    return {"day": one.day.isoformat(), "is_off": one.is_off, "what": one.what or None}
