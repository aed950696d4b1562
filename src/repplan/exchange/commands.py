"""``repplan import``: providers from the public NPI file or one's own table, and a calendar."""

from __future__ import annotations

import os
from contextlib import contextmanager, nullcontext
from gettext import gettext as _
from typing import TYPE_CHECKING, Annotated

import typer

from repplan.cli.complete import file_names
from repplan.cli.options import Json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from repplan.exchange.flow import Tick
    from repplan.exchange.model import Report
    from repplan.exchange.spool import Rows

DryRun = Annotated[
    bool, typer.Option("--dry-run", help=_("show what would be written, and write nothing"))
]
_STDERR = 2


def nppes(
    ctx: typer.Context,
    file: Annotated[
        str,
        typer.Argument(
            help=_("npidata_pfile_….csv, its zip archive, or -"), autocompletion=file_names
        ),
    ],
    state: Annotated[
        list[str] | None, typer.Option("--state", help=_("practice in this state: TX; repeatable"))
    ] = None,
    city: Annotated[
        list[str] | None, typer.Option("--city", help=_("practice in this town; repeatable"))
    ] = None,
    postcode: Annotated[
        list[str] | None,
        typer.Option("--postcode", help=_("beginning of the postcode: 787; repeatable")),
    ] = None,
    taxonomy: Annotated[
        list[str] | None,
        typer.Option(
            "--taxonomy", help=_("code, its beginning, or a specialty: cardiology; repeatable")
        ),
    ] = None,
    taxonomy_file: Annotated[
        str | None,
        typer.Option("--taxonomy-file", help=_("the public list of codes (NUCC), as CSV")),
    ] = None,
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    """Take in providers from the public US register of NPI numbers (NPPES)."""
    from repplan.cli.runtime import runtime_of
    from repplan.exchange import taxonomy as codes
    from repplan.exchange.flow import Way
    from repplan.exchange.nppes_flow import import_nppes
    from repplan.exchange.picks import picks_of
    from repplan.exchange.spool import Rows

    runtime = runtime_of(ctx)
    names = codes.with_file(taxonomy_file) if taxonomy_file else codes.shipped()
    wants = codes.chooser(taxonomy, names) if taxonomy else None
    picks = picks_of(state or (), city or (), postcode or (), wants)
    with Rows() if json else nullcontext() as rows:
        with _progress() as tick:
            way = Way("import nppes", dry_run, tick, rows)
            report = import_nppes(runtime, file, picks, names, way)
        _show(report, rows)


def csv_(
    ctx: typer.Context,
    file: Annotated[
        str, typer.Argument(help=_("a table with our headings, or -"), autocompletion=file_names)
    ],
    map_: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="THEIRS=OURS", help=_("their heading is ours; repeatable")),
    ] = None,
    encoding: Annotated[
        str,
        typer.Option("--encoding", help=_("where it isn't UTF-8: windows-1252, gb18030 …")),
    ] = "",
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    """Take in providers from a table of your own; docs/reference/csv.md lists the headings."""
    from repplan.cli.days import day_context
    from repplan.cli.runtime import runtime_of
    from repplan.exchange.csv_flow import Reading, import_csv
    from repplan.exchange.flow import Way
    from repplan.exchange.headings import renamed
    from repplan.exchange.spool import Rows
    from repplan.i18n.dates import Direction

    runtime = runtime_of(ctx)
    days = day_context(runtime, Direction.BACKWARD)
    reading = Reading(encoding, renamed(map_ or ()), days)
    with Rows() if json else nullcontext() as rows:
        with _progress() as tick:
            way = Way("import csv", dry_run, tick, rows)
            report = import_csv(runtime, file, reading, way)
        _show(report, rows)


def ics(
    ctx: typer.Context,
    file: Annotated[
        str, typer.Argument(help=_("a calendar (.ics), or -"), autocompletion=file_names)
    ],
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    """Read appointments of a calendar back: as planned visits, hours that are taken, days off."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json_rows
    from repplan.exchange.flow import Way
    from repplan.exchange.ics_flow import import_ics
    from repplan.exchange.spool import Rows
    from repplan.exchange.views import calendar_json, calendar_lines, row_json
    from repplan.visits.uids import IMPORT

    runtime = runtime_of(ctx)
    with Rows() if json else nullcontext() as rows:
        with _progress() as tick:
            report = import_ics(runtime, file, Way(IMPORT, dry_run, tick, rows))
        if rows is None:
            out(calendar_lines(report))
        else:
            out_json_rows(calendar_json(report), "rows", (row_json(row) for row in rows.read()))


def _show(report: Report, rows: Rows | None) -> None:
    from repplan.cli.show import out, out_json_rows, screen_width
    from repplan.exchange.views import report_json, report_lines, row_json

    if rows is None:
        out(report_lines(report, screen_width()))
        return
    out_json_rows(report_json(report), "rows", (row_json(row) for row in rows.read()))


@contextmanager
def _progress() -> Iterator[Tick]:
    """Yield what draws a bar on a terminal, and does nothing elsewhere; the end clears it."""
    if not os.isatty(_STDERR):
        yield lambda *_how_far: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(_("reading"), total=None)

        def tick(doing: str, done: int, total: int) -> None:
            bar.update(task, description=doing, completed=done, total=total or None)

        yield tick
