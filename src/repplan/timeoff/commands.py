"""``repplan timeoff``: add, list, end, holidays."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, Annotated

import typer

from repplan.cli.complete import time_off_refs
from repplan.cli.options import Json

if TYPE_CHECKING:
    from datetime import date

    from repplan.cli.runtime import Runtime


def add(
    ctx: typer.Context,
    first: Annotated[str, typer.Argument(metavar="FROM", help=_("the first day: fri, 24 dec"))],
    last: Annotated[
        str | None, typer.Argument(metavar="[UNTIL]", help=_("the last day, where there are more"))
    ] = None,
    what: Annotated[
        str | None, typer.Option("--what", help=_("what for: vacation, training, dentist"))
    ] = None,
    opens: Annotated[
        str | None, typer.Option("--from", help=_("only these hours of the day: from 13:00"))
    ] = None,
    closes: Annotated[str | None, typer.Option("--to", help=_("to this hour: 15:00"))] = None,
    workday: Annotated[
        bool, typer.Option("--workday", help=_("worked, though it is a weekend or a holiday"))
    ] = False,
    json: Json = False,
) -> None:
    """Write down a day off, several, or hours that are taken by something else."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json, say
    from repplan.i18n.times import parse_time
    from repplan.timeoff import actions, rules
    from repplan.timeoff.model import OFF
    from repplan.timeoff.queries import planned
    from repplan.timeoff.views import planned_remarks, time_off_json, written_lines

    runtime = runtime_of(ctx)
    begins, ends = _days(runtime, first, last)
    hours = (parse_time(opens) if opens else None, parse_time(closes) if closes else None)
    rules.check_hours(begins, ends, hours)
    start, stop = hours
    if start and stop and workday:
        raise rules.HoursOfOneDay
    text = _told(what)
    with runtime.writing("timeoff add") as work:
        if start and stop:
            said = (start.isoformat("minutes"), stop.isoformat("minutes"))
            one = actions.add_busy(work, begins, said, what=text)
        else:
            one = actions.add(work, begins, ends, what=text, is_worked=workday)
        visits = planned(work.db, begins, ends) if one.kind == OFF else []
        batch = work.written
    for remark in planned_remarks(visits, runtime.clock.today, runtime.language):
        say(remark)
    if json:
        out_json({"time_off": time_off_json(one), "batch": batch or None})
        return
    out(written_lines(one, batch, runtime.language))


def list_(
    ctx: typer.Context,
    all_: Annotated[bool, typer.Option("--all", help=_("also what has gone by or ended"))] = False,
    json: Json = False,
) -> None:
    """List days off, holidays, make-up working days and hours that are taken, from today on."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.store.refs import short_refs
    from repplan.timeoff.queries import listed
    from repplan.timeoff.views import list_lines, time_off_json

    runtime = runtime_of(ctx)
    today = runtime.clock.today
    with runtime.reading() as db:
        found = listed(db, since=None if all_ else today)
        refs = short_refs(db, "time_off", [one.ref for one in found])
    if json:
        out_json({"time_off": [time_off_json(one) for one in found]})
        return
    out(list_lines(found, refs, today, runtime.language))


def end(
    ctx: typer.Context,
    ref: Annotated[
        list[str],
        typer.Argument(
            metavar="REF",
            help=_("a ref, or words of what it is: thanksgiving"),
            autocompletion=time_off_refs,
        ),
    ],
    json: Json = False,
) -> None:
    """Time off counts no longer, from today on: you work then after all."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.timeoff import actions
    from repplan.timeoff.pick import pick_time_off
    from repplan.timeoff.views import time_off_json, written_lines

    runtime = runtime_of(ctx)
    with runtime.reading() as db:
        meant = pick_time_off(db, " ".join(ref), runtime.clock.today, runtime.language)
    with runtime.writing("timeoff end") as work:
        one = actions.end(work, meant.id)
        batch = work.written
    if json:
        out_json({"time_off": time_off_json(one), "batch": batch or None})
        return
    out(written_lines(one, batch, runtime.language))


def holidays(
    ctx: typer.Context,
    country: Annotated[
        str,
        typer.Argument(
            metavar="COUNTRY[-REGION]", help=_("two letters, and the region: US-CA, CN")
        ),
    ],
    year: Annotated[
        list[int] | None,
        typer.Option("--year", help=_("this year; repeatable. Default: this and the next")),
    ] = None,
    json: Json = False,
) -> None:
    """Write down the public holidays of a country, and the weekends that are worked instead."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.timeoff import actions
    from repplan.timeoff.calendars import public_days
    from repplan.timeoff.rules import check_year
    from repplan.timeoff.views import calendar_json, calendar_lines

    runtime = runtime_of(ctx)
    this = runtime.clock.today.year
    years = year or [this, this + 1]
    for one in years:
        check_year(one, this)
    calendar = public_days(country, years, runtime.language)
    with runtime.writing("timeoff holidays") as work:
        taken = actions.take_in(work, calendar.code, calendar.days, calendar.years)
        batch = work.written
    if json:
        out_json(calendar_json(calendar, taken, batch))
        return
    out(calendar_lines(calendar, taken, batch))


def _days(runtime: Runtime, first: str, last: str | None) -> tuple[date, date]:
    """Return the days meant; the last one is read from the first on where today's would be before."""
    from repplan.cli.days import ahead, day_context
    from repplan.i18n.dates import parse_day
    from repplan.records import replace

    begins = ahead(runtime, first)
    if last is None:
        return begins, begins
    ends = ahead(runtime, last)
    if ends < begins:
        # "next mon" until "fri": the Friday behind that Monday.
        later = parse_day(last, replace(day_context(runtime), today=begins))
        ends = later if later >= begins else ends
    return begins, ends


def _told(text: str | None) -> str | None:
    from repplan.fields import Field, read_cell

    cell = read_cell(Field("what", "", longest=500), text) if text else None
    return str(cell) if cell else None
