"""How a calendar walks in: read whole, worked out from now on, written in one Work, then told."""

from __future__ import annotations

from contextlib import suppress
from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.exchange.faults import BadWholeFile
from repplan.exchange.flow import OFTEN, Way
from repplan.exchange.ics_actions import Reading, take_calendar
from repplan.exchange.ics_lines import EVENT, METHOD, ZONE, blocks
from repplan.exchange.ics_model import CalendarReport, NotUnderstoodEvent
from repplan.exchange.ics_reading import Zones, read_event
from repplan.exchange.ics_times import stories
from repplan.exchange.model import Row, Status
from repplan.exchange.queries import people
from repplan.exchange.source import open_source
from repplan.records import replace
from repplan.visits.uids import IMPORT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from repplan.cli.runtime import Runtime
    from repplan.exchange.ics_model import Event

MOST_TIMES = 5_000
"""Appointments to come that one file may hold: twenty a working day of a year."""


class _TakenBack(Exception):
    """Ends a dry run: the Work rolls back."""


def import_ics(runtime: Runtime, file: str, way: Way) -> CalendarReport:
    """Return what became of a calendar's appointments. Raises: BadWholeFile."""
    report = CalendarReport("ics", file, is_dry=way.is_dry)

    def tell(row: Row) -> None:
        report.add(row)
        if way.rows is not None:
            way.rows.keep(row)

    def refuse(event: Event, why: str) -> None:
        tell(Row(event.line, Status.REFUSED, None, event.summary or _("private"), why))

    events = list(_events(file, report, way, tell))
    told = list(stories(events, runtime.clock.now, report, refuse))
    if sum(len(one.times) for one in told) > MOST_TIMES:
        text = _("more than {most} appointments are still to come")
        raise BadWholeFile(report.file, 0, 0, text.format(most=f"{MOST_TIMES:,}"))
    with suppress(_TakenBack), runtime.writing(IMPORT) as work:
        reading = Reading(people(work.db), runtime.language)
        for row in take_calendar(work, told, reading, report):
            is_unwritten = way.is_dry and row.status is Status.NEW
            tell(replace(row, ref=None) if is_unwritten else row)
        if way.is_dry:
            raise _TakenBack
        report.batch = work.written or None
    return report


def _events(
    file: str, report: CalendarReport, way: Way, tell: Callable[[Row], None]
) -> Iterator[Event]:
    """Yield the events that can be read; of the others ``tell`` is told. Raises: BadWholeFile."""
    packed = _("it is an archive: unpack it, and give the .ics file")
    with open_source(file, packed=packed) as source:
        report.file = source.name
        known = list(blocks(source))
    zones = Zones()
    for block in known:
        if block.name == ZONE:
            zones.add(block)
    is_called_off = any(one.name == METHOD and one.lines == ["CANCEL"] for one in known)
    for done, block in enumerate(one for one in known if one.name == EVENT):
        try:
            event = read_event(block, zones)
        except NotUnderstoodEvent as problem:
            tell(Row(block.line, Status.REFUSED, None, _name_of(block.lines), str(problem)))
        else:
            yield replace(event, is_cancelled=True) if is_called_off else event
        if done % OFTEN == 0:
            way.tick(_("reading"), done, len(known))


def _name_of(lines: list[str]) -> str:
    """Return what an event that can't be read is called, as far as it says."""
    found = (line.partition(":")[2] for line in lines if line[:7].upper() == "SUMMARY")
    return next(found, "")[:100].strip()
