"""``repplan brief``: what to know before the door."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from repplan.cli.complete import file_names, one_of, provider_names
from repplan.cli.help import Command
from repplan.cli.options import Json

if TYPE_CHECKING:
    import sqlite3

    from repplan.brief.model import Brief
    from repplan.cli.runtime import Runtime
    from repplan.providers.model import Provider

_TODAY = "today"
_DEPTHS = one_of("20s", "2m", "10m")


class BriefCommand(Command):
    """``--day`` stands alone (today's) or takes a day."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - Typer's own type is private
        """Parse the line with a day put behind every ``--day`` that has none."""
        words = list(args)
        for at in range(len(words) - 1, -1, -1):
            has_day = at + 1 < len(words) and not words[at + 1].startswith("-")
            if words[at] == "--day" and not has_day:
                words.insert(at + 1, _TODAY)
        return super().parse_args(ctx, words)


def brief(
    ctx: typer.Context,
    who: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WHO]",
            help=_("whom; alone: the next planned visit"),
            autocompletion=provider_names,
        ),
    ] = None,
    full: Annotated[bool, typer.Option("--full", help=_("everything, without a limit"))] = False,
    depth: Annotated[
        str | None,
        typer.Option("--depth", help=_("of the message: 20s, 2m or 10m"), autocompletion=_DEPTHS),
    ] = None,
    why: Annotated[bool, typer.Option("--why", help=_("why each thing was chosen"))] = False,
    day: Annotated[
        str | None,
        typer.Option("--day", metavar="[DAY]", help=_("all of a day's visits; alone: today's")),
    ] = None,
    to: Annotated[
        Path | None,
        typer.Option(
            "--to",
            help=_("a file for the phone: .html, .pdf, .md or .ics"),
            autocompletion=file_names,
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help=_("write over that file"))] = False,
    personal: Annotated[
        bool,
        typer.Option("--personal", help=_("with personal notes, in a file or as JSON too")),
    ] = False,
    json: Json = False,
) -> None:
    """Show what to know before a visit: what you owe, who this is, how to get in."""
    from repplan.brief.views import brief_json, written_lines
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json

    runtime = runtime_of(ctx)
    briefs = _briefs(runtime, " ".join(who or []), day, _depth(depth))
    if (json or to is not None) and not personal:
        briefs = _for_others(briefs)
    if to is not None:
        _write(runtime, briefs, to, may_replace=force)
    if json:
        told = [brief_json(one) for one in briefs]
        today = runtime.clock.today.isoformat()
        out_json({"as_of": today, "briefs": told} if day is not None else told[0])
    elif to is not None:
        out(written_lines(len(briefs), str(to)))
    else:
        _show(runtime, briefs, is_full=full, has_why=why)


def _show(runtime: Runtime, briefs: list[Brief], *, is_full: bool, has_why: bool) -> None:
    from repplan.brief.views import brief_lines
    from repplan.cli.show import out, screen_width

    for number, one in enumerate(briefs):
        out([""] if number else [])
        out(brief_lines(one, runtime.language, screen_width(), is_full=is_full, has_why=has_why))


def _for_others(briefs: list[Brief]) -> list[Brief]:
    """Return briefs without what is personal: what leaves the screen may be read by others."""
    from repplan.brief.opening import without_personal

    return [without_personal(one) for one in briefs]


def _write(runtime: Runtime, briefs: list[Brief], to: Path, *, may_replace: bool) -> None:
    from repplan.brief.files import write_file

    language, clock = runtime.language, runtime.clock
    write_file(briefs, to, language=language, clock=clock, may_replace=may_replace)


def _depth(said: str | None) -> str | None:
    """Return the depth meant, None where none was said. Raises: BadValue."""
    from repplan.fields import Field, Kind, read_cell
    from repplan.products.model import DEPTHS

    if said is None:
        return None
    return str(read_cell(Field("depth", "", Kind.CHOICE, DEPTHS, is_needed=True), said))


def _briefs(runtime: Runtime, said: str, day: str | None, depth: str | None) -> list[Brief]:
    """Return the briefs asked for. Raises: NothingPlanned, and what WHO or DAY may raise."""
    from repplan.brief import queries
    from repplan.brief.choosing import NothingPlanned, NothingPlannedOn

    clock, language = runtime.clock, runtime.language
    with runtime.reading() as db:
        one = _whose(db, said) if said else None
        if day is not None:
            # Days are read as they are typed: what the next brief needn't load.
            from repplan.cli.days import ahead
            from repplan.i18n.daysshown import show_day_iso

            on = ahead(runtime, day)
            briefs = queries.briefs_of_day(db, clock, language, on, one, depth=depth)
            if not briefs:
                raise NothingPlannedOn(show_day_iso(on, language))
            return briefs
        if one is not None:
            return [queries.brief_of(db, clock, language, one, depth=depth)]
        visit = queries.next_visit(db, clock)
        if visit is None:
            raise NothingPlanned
        return [queries.brief_of_visit(db, clock, language, visit, depth=depth)]


def _whose(db: sqlite3.Connection, said: str) -> Provider:
    """Return the provider meant. Raises: IsAnAccount, and what ``pick_provider`` may raise."""
    from repplan.errors import NotFound
    from repplan.providers.pick import pick_provider

    try:
        return pick_provider(db, said)
    except NotFound:
        from repplan.accounts import queries as accounts
        from repplan.brief.choosing import IsAnAccount

        found = accounts.called(db, said)
        if not found:
            raise
        raise IsAnAccount(said, account=found[0].name) from None


brief.command_class = BriefCommand  # type: ignore[attr-defined]  # cli/app.py looks for it
