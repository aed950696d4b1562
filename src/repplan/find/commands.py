"""``repplan find``: names, accounts, everything written."""

from __future__ import annotations

from gettext import gettext as _
from typing import Annotated

import typer

from repplan.cli.complete import one_of, provider_names
from repplan.cli.options import Json


def find(
    ctx: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(help=_("words, the last may be begun"), autocompletion=provider_names),
    ],
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind",
            help=_("provider, account, visit, followup, note …"),
            autocompletion=one_of(
                "provider",
                "account",
                "visit",
                "followup",
                "objective",
                "note",
                "product",
                "concern",
            ),
        ),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, max=500, help=_("how many"))] = 20,
    json: Json = False,
) -> None:
    """Search names, accounts and everything written: all the words must be there."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json, screen_width
    from repplan.errors import BadValue
    from repplan.find import queries
    from repplan.find.views import hit_lines, hits_json

    runtime = runtime_of(ctx)
    if kind is not None and kind not in queries.KINDS:
        raise BadValue("--kind", kind, ", ".join(queries.KINDS))
    said = " ".join(words)
    with runtime.reading() as db:
        found = queries.hits(db, said, kind=kind, most=limit)
    if json:
        out_json(hits_json(found))
        return
    out(hit_lines(found, said, runtime.language, runtime.clock.today, screen_width()))
