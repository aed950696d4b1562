"""``repplan find``: names, accounts, everything written."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, Annotated

import typer

from repplan.cli.complete import one_of, provider_names
from repplan.cli.options import Json
from repplan.find.model import KINDS, MARKS

if TYPE_CHECKING:
    from repplan.cli.runtime import Runtime


def find(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(help=_("words, the last may be begun"), autocompletion=provider_names),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind",
            help=_("provider, account, visit, followup, note …"),
            autocompletion=one_of(*KINDS),
        ),
    ] = None,
    mark: Annotated[
        str | None,
        typer.Option(
            "--mark",
            help=_("only what was noted so: rival, agreed, objection …"),
            autocompletion=one_of(*MARKS),
        ),
    ] = None,
    since_: Annotated[
        str | None,
        typer.Option("--since", help=_("with --mark: from this day on: 3m, mon")),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, max=500, help=_("how many"))] = 20,
    json: Json = False,
) -> None:
    """Search names, accounts and everything written: all the words must be there.

    With --mark: what was noted so, the newest first, with or without words.
    """
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json, screen_width
    from repplan.errors import BadValue, MissingValue
    from repplan.find.queries import hits
    from repplan.find.views import hit_lines, hits_json

    runtime = runtime_of(ctx)
    if kind is not None and kind not in KINDS:
        raise BadValue("--kind", kind, ", ".join(KINDS))
    said = " ".join(words or [])
    if mark is None and (since_ is not None or not words):
        raise MissingValue("--mark" if words else _("what to look for"))
    if mark is None:
        with runtime.reading() as db:
            found = hits(db, said, kind=kind, most=limit)
    else:
        from repplan.cli.days import gone_by
        from repplan.find.marks import mark_of, marked

        noted, first = mark_of(mark), gone_by(runtime, since_) if since_ else ""
        with runtime.reading() as db:
            found = marked(db, noted, said, since=first, most=limit)
    near = () if found or mark else _near(runtime, said, kind)
    if json:
        out_json(hits_json(found, near))
        return
    out(hit_lines(found, said, runtime.language, runtime.clock.today, screen_width(), near=near))


def _near(runtime: Runtime, said: str, kind: str | None) -> tuple[str, ...]:
    """Return the names like words that found nothing; other kinds than people and accounts have none."""
    if kind not in {None, "provider", "account"}:
        return ()
    from repplan.providers.pick import likest

    with runtime.reading() as db:
        return likest(db, said)
