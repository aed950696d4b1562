"""``repplan map``: who stands where in an account, and what is thin."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path
from typing import Annotated

import typer

from repplan.cli.complete import file_names, visited_names
from repplan.cli.options import Json

Side = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[WHO]", help=_("an account, or a person"), autocompletion=visited_names
    ),
]
Changes = Annotated[
    str | None,
    typer.Option("--changes", metavar="SINCE", help=_("the stances that moved since a day")),
]
To = Annotated[
    Path | None,
    typer.Option("--to", help=_("a drawn map in a file: .svg or .html"), autocompletion=file_names),
]


def map_(
    ctx: typer.Context,
    who: Side = None,
    changes: Changes = None,
    full: Annotated[bool, typer.Option("--full", help=_("everybody, without a limit"))] = False,
    to: To = None,
    force: Annotated[bool, typer.Option("--force", help=_("write over that file"))] = False,
    json: Json = False,
) -> None:
    """Show who stands where: reports, influence, stances, steps to a purchase, what is thin."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.errors import MissingValue
    from repplan.relations.map_views import written_lines
    from repplan.relations.mapping import map_of
    from repplan.relations.person_views import map_json, map_lines
    from repplan.relations.pick import pick_side

    runtime = runtime_of(ctx)
    said = " ".join(who or [])
    if changes is not None:
        _changes(ctx, said, changes, json=json)
        return
    if not said.strip():
        raise MissingValue(_("the account or the person"))
    with runtime.reading() as db:
        found = map_of(db, pick_side(db, said), runtime.clock.today)
    language = runtime.language
    if to is not None:
        from repplan.relations.files import write_map

        write_map(
            found,
            to,
            language=language,
            clock=runtime.clock,
            is_full=full,
            may_replace=force,
        )
    if json:
        out_json(map_json(found))
    elif to is not None:
        out(written_lines(str(to)))
    else:
        out(map_lines(found, language=language, is_full=full))


def _changes(ctx: typer.Context, said: str, changes: str, *, json: bool) -> None:
    from repplan.cli.days import gone_by
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.relations import queries
    from repplan.relations.pick import people_of
    from repplan.relations.thin import moves
    from repplan.relations.views import move_json, move_lines, stance_json

    runtime = runtime_of(ctx)
    today = runtime.clock.today
    first = gone_by(runtime, changes)
    with runtime.reading() as db:
        whose = people_of(db, said, today.isoformat()) if said.strip() else None
        found = moves(queries.stances_since(db, first, provider_ids=whose), first)
    if json:
        new = [stance_json(one.now) for one in found if one.is_first]
        moved = [move_json(one) for one in found if not one.is_first]
        out_json({"since": first, "moves": moved, "new": new})
        return
    out(move_lines(found, first, today=today, language=runtime.language))
