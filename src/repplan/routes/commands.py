"""``repplan plan``: day, week, show, mend."""

from __future__ import annotations

from contextlib import suppress
from gettext import gettext as _
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

import typer

from repplan.cli.complete import file_names, provider_names
from repplan.cli.options import with_options
from repplan.errors import RepplanError
from repplan.records import dataclass, replace

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping
    from datetime import date

    from repplan.cli.runtime import Runtime
    from repplan.routes.actions import Accepted
    from repplan.routes.model import Proposal

Typed: TypeAlias = "str | int | bool | list[str] | None"

When = Annotated[
    str | None, typer.Argument(metavar="[DATE]", help=_("which day: tomorrow, thu, 2026-12-01"))
]
Move = Annotated[
    bool, typer.Option("--move", help=_("planned visits that nobody agreed to may move"))
]

Nights = Annotated[
    list[str] | None,
    typer.Option("--night", metavar="DAY=PLACE", help=_("a night elsewhere: tue=Toledo, OH")),
]

_PLANNING: dict[str, object] = {
    "pin": Annotated[
        list[str] | None,
        typer.Option(
            "--pin",
            metavar="WHO[@WHEN]",
            help=_("must be in it: patel, patel@10:30, patel@thu 9:00"),
            autocompletion=provider_names,
        ),
    ],
    "skip": Annotated[
        list[str] | None,
        typer.Option("--skip", metavar="WHO", help=_("not now"), autocompletion=provider_names),
    ],
    "accept": Annotated[
        bool, typer.Option("--accept", help=_("plan these visits; undo takes all back"))
    ],
    "slack": Annotated[
        int | None,
        typer.Option("--slack", min=0, max=99, help=_("percent kept free for what takes longer")),
    ],
    "because": Annotated[
        str | None, typer.Option("--because", help=_("why, where a rule warns of a visit"))
    ],
    "effort": Annotated[
        int | None,
        typer.Option("--effort", min=0, max=100, help=_("how hard to search: 0 is at once")),
    ],
    "seed": Annotated[
        int | None,
        typer.Option("--seed", min=0, max=2**32 - 1, help=_("another one may find another plan")),
    ],
}
"""Options of what is planned anew."""

_GROUND: dict[str, object] = {
    "begin": Annotated[
        str | None, typer.Option("--from", help=_("where the day starts, if not at home"))
    ],
    "end": Annotated[str | None, typer.Option("--until", help=_("where it ends, if not at home"))],
    "most": Annotated[
        int | None, typer.Option("--most", min=1, max=99, help=_("visits a day at most"))
    ],
    "matrix": Annotated[
        str | None,
        typer.Option("--matrix", help=_("a CSV of your own minutes"), autocompletion=file_names),
    ],
}
"""Options of the ways."""

_SHOWING: dict[str, object] = {
    "why": Annotated[
        bool, typer.Option("--why", help=_("scores, ways, waits, and who would have to go"))
    ],
    "everybody": Annotated[bool, typer.Option("--all", help=_("everybody who was left out"))],
    "to": Annotated[
        str | None,
        typer.Option("--to", help=_("a file: .ics, .html or .pdf"), autocompletion=file_names),
    ],
    "personal": Annotated[
        bool, typer.Option("--personal", help=_("with personal notes, in the file"))
    ],
    "force": Annotated[bool, typer.Option("--force", help=_("write over that file"))],
    "json": Annotated[bool, typer.Option("--json", help=_("the answer as JSON"))],
}
"""Options of how a plan is shown."""


@dataclass(frozen=True)
class Asked:
    """What was typed: the options above, and those of one command alone.

    ``free`` is the minute of today from which there is time, None: now; ``usual_effort`` counts
    where none was typed.
    """

    pin: list[str] | None = None
    skip: list[str] | None = None
    accept: bool = False
    begin: str | None = None
    end: str | None = None
    most: int | None = None
    slack: int | None = None
    matrix: str | None = None
    because: str | None = None
    effort: int | None = None
    seed: int | None = None
    why: bool = False
    everybody: bool = False
    to: str | None = None
    personal: bool = False
    force: bool = False
    json: bool = False
    move: bool = False
    night: list[str] | None = None
    free: int | None = None
    usual_effort: int = 1


@with_options({**_PLANNING, **_GROUND, **_SHOWING})
def day(ctx: typer.Context, on: When = None, move: Move = False, **said: Typed) -> None:
    """Plan a day: whom of those due, in which order, at what time. Only --accept writes it."""
    from repplan.cli.runtime import runtime_of
    from repplan.config import read_settings
    from repplan.routes.choosing import day_of

    runtime = runtime_of(ctx)
    with runtime.reading() as db:
        days = (day_of(runtime, on, read_settings(db)),)
    _plan(runtime, days, replace(_asked(said), move=move), "plan day")


@with_options({**_PLANNING, **_GROUND, **_SHOWING})
def week(
    ctx: typer.Context,
    on: When = None,
    night: Nights = None,
    move: Move = False,
    **said: Typed,
) -> None:
    """Plan a week, from today on: its days together. Only --accept writes it."""
    from repplan.cli.runtime import runtime_of
    from repplan.config import read_settings
    from repplan.routes.choosing import week_of

    runtime = runtime_of(ctx)
    with runtime.reading() as db:
        days = week_of(runtime, on, read_settings(db))
    _plan(runtime, days, replace(_asked(said), move=move, night=night), "plan week")


@with_options({**_PLANNING, **_GROUND, **_SHOWING})
def mend(
    ctx: typer.Context,
    at: Annotated[
        str | None, typer.Option("--at", help=_("from when you are free, if not now: 11:20"))
    ] = None,
    **said: Typed,
) -> None:
    """Mend today's plan: what was agreed stays, the rest is planned anew from here and now."""
    from repplan.cli.runtime import runtime_of
    from repplan.config import read_settings
    from repplan.i18n.times import parse_time
    from repplan.routes.choosing import refuse_over

    runtime = runtime_of(ctx)
    with runtime.reading() as db:
        refuse_over(runtime, read_settings(db))
    free = parse_time(at) if at else None
    minute = free.hour * 60 + free.minute if free else None
    asked = replace(_asked(said), move=True, free=minute, usual_effort=0)
    _plan(runtime, (runtime.clock.today,), asked, "plan mend")


@with_options({**_GROUND, **_SHOWING})
def show(
    ctx: typer.Context,
    on: When = None,
    whole_week: Annotated[bool, typer.Option("--week", help=_("all days of its week"))] = False,
    night: Nights = None,
    **said: Typed,
) -> None:
    """Show what is planned as a route: the ways between the visits, and whether they fit."""
    from repplan.cli.runtime import runtime_of
    from repplan.routes.choosing import shown_days

    runtime = runtime_of(ctx)
    asked = replace(_asked(said), night=night)
    days = shown_days(runtime, on, is_week=whole_week)
    found = _as_planned(runtime, days, asked)
    if whole_week:
        # A weekend is worth a line where something is planned on it.
        there = (route for route in found.routes if route.stops or not route.is_public_off)
        found = replace(found, routes=tuple(there))
    _tell(runtime, found, asked)


def _as_planned(runtime: Runtime, days: tuple[date, ...], asked: Asked) -> Proposal:
    """What is planned on some days; a file of it is written where one is asked for."""
    from repplan.config import read_settings
    from repplan.due.today import read_today
    from repplan.routes.choosing import nights_of
    from repplan.routes.kept_places import KeptPlaces
    from repplan.routes.layout import Options
    from repplan.routes.showing import planned_routes
    from repplan.routes.travelling import Travelling

    given = _own_minutes(runtime, asked.matrix) if asked.matrix else None
    with runtime.reading() as db:
        settings = read_settings(db)
        today = read_today(db, runtime.clock, settings, runtime.language)
        travelling = Travelling(db, settings, runtime.clock.today, given, may_ask=False)
        places = KeptPlaces(db)
        options = Options(
            begins=asked.begin or "",
            ends=asked.end or "",
            nights=nights_of(runtime, asked.night or (), days),
            asking=travelling.legs,
            knowing=places.known_of,
        )
        found = planned_routes(db, today, days, options)
        _write_file(runtime, db, found, asked)
    return found


def _asked(said: Mapping[str, Typed]) -> Asked:
    values: dict[str, Any] = dict(said)
    return Asked(**values)


def _plan(runtime: Runtime, days: tuple[date, ...], asked: Asked, command: str) -> None:
    from repplan.config import read_settings
    from repplan.due.today import read_today
    from repplan.routes.choosing import nights_of, wanted_of
    from repplan.routes.kept_places import KeptPlaces
    from repplan.routes.layout import Options
    from repplan.routes.planning import plan
    from repplan.routes.travelling import Travelling

    if asked.to:
        from pathlib import Path

        from repplan.routes.files import check_target

        # What can't be written is said before anything is.
        check_target(Path(asked.to), may_replace=asked.force)
    given = _own_minutes(runtime, asked.matrix) if asked.matrix else None
    with runtime.reading() as db:
        settings = read_settings(db)
        today = read_today(db, runtime.clock, settings, runtime.language)
        wanted = wanted_of(
            runtime, db, days, pins=asked.pin or (), skips=asked.skip or (),
            because=asked.because or "", may_move=asked.move,
        )  # fmt: skip
        travelling = Travelling(db, settings, runtime.clock.today, given)
        places = KeptPlaces(db)
        options = Options(
            most=asked.most,
            slack=None if asked.slack is None else asked.slack / 100,
            begins=asked.begin or "",
            ends=asked.end or "",
            free_from=asked.free,
            effort=asked.usual_effort if asked.effort is None else asked.effort,
            seed=1 if asked.seed is None else asked.seed,
            nights=nights_of(runtime, asked.night or (), days),
            asking=travelling.legs,
            knowing=places.known_of,
        )
        found = plan(db, today, wanted, options)
        if not asked.accept:
            _write_file(runtime, db, found, asked)
    if not asked.accept:
        _tell(runtime, found, asked, is_open=True)
        if travelling.told or places.told:
            # What a service told and the data said is kept for the next plan: nothing hangs on it,
            # so no fault is told.
            with suppress(RepplanError), runtime.writing(command) as work:
                travelling.keep(work)
                places.keep(work)
        return
    from repplan.routes.actions import accept

    with runtime.writing(command) as work:
        done = accept(work, found)
        travelling.keep(work)
        places.keep(work)
    _accepted(runtime, found, asked, done, work.batch)


def _own_minutes(runtime: Runtime, file: str) -> dict[tuple[str, str], int]:
    from repplan.config import read_settings
    from repplan.exchange.sheet import Limits, open_sheet
    from repplan.routes.ends import home_id
    from repplan.routes.matrix import DELIMITERS, MOST_BYTES, MOST_ROWS, known_names, read_matrix

    with runtime.reading() as db:
        names = known_names(db, home_id(db, read_settings(db)))
    limits = Limits(most_bytes=MOST_BYTES, most_rows=MOST_ROWS)
    with open_sheet(file, delimiters=DELIMITERS, limits=limits) as sheet:
        return read_matrix(sheet, names)


def _write_file(runtime: Runtime, db: sqlite3.Connection, found: Proposal, asked: Asked) -> None:
    if not asked.to:
        return
    from pathlib import Path

    from repplan.routes.files import write_file

    write_file(
        found,
        Path(asked.to),
        db=db,
        language=runtime.language,
        clock=runtime.clock,
        is_personal=asked.personal,
        may_replace=asked.force,
    )


def _tell(runtime: Runtime, found: Proposal, asked: Asked, *, is_open: bool = False) -> None:
    from repplan.cli.show import out, out_json, say, screen_width
    from repplan.routes import views

    if asked.to:
        say(_("Written: {file}").format(file=asked.to))
    if asked.json:
        out_json(views.plan_json(found))
    elif not asked.to:
        lines = views.plan_lines(
            found, columns=screen_width(), today=runtime.clock.today,
            language=runtime.language, is_why=asked.why, is_all=asked.everybody,
        )  # fmt: skip
        if found.stops:
            lines += ["", *views.legend_lines(screen_width())]
            lines += views.next_lines(screen_width(), is_why=asked.why) if is_open else []
        out(lines)


def _accepted(runtime: Runtime, found: Proposal, asked: Asked, done: Accepted, batch: str) -> None:
    from repplan.cli.show import out, out_json
    from repplan.routes import views

    if asked.to:
        _as_planned(runtime, tuple(route.day for route in found.routes), asked)
    if asked.json:
        written = {"planned": done.planned, "moved": done.moved, "batch": batch}
        out_json({**views.plan_json(found), **written})
        return
    _tell(runtime, found, asked)
    out(views.accepted_lines(done, batch))
