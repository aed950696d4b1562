"""``repplan can``: may I, every reason with its rule and source, and the next possible step."""

from __future__ import annotations

from gettext import gettext as _
from typing import Annotated

import typer

from repplan.can.model import WHATS
from repplan.cli.complete import one_of, provider_names
from repplan.cli.options import Json


def can(
    ctx: typer.Context,
    who: Annotated[
        str, typer.Argument(help=_("part of a name, or a ref"), autocompletion=provider_names)
    ],
    on: Annotated[str | None, typer.Option("--on", help=_("on which day, if not today"))] = None,
    what: Annotated[
        str | None,
        typer.Option(
            "--for",
            help=_("visit, email, phone, message, sample, meal"),
            autocompletion=one_of(*WHATS),
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Say whether a visit, an e-mail, a sample or a meal is allowed, why, and what is next."""
    from repplan.can.choosing import asked_about
    from repplan.can.views import answer_json, answer_lines
    from repplan.cli.days import ahead
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.fields import Field, Kind, read_cell

    runtime = runtime_of(ctx)
    meant = str(read_cell(Field("what", "", Kind.CHOICE, WHATS, flag="--for"), what or WHATS[0]))
    day = ahead(runtime, on) if on else runtime.clock.today
    with runtime.reading() as db:
        name, full, ref, answer = asked_about(db, runtime.clock, who, on=day, what=meant)
    today = runtime.clock.today
    if json:
        out_json(answer_json(answer, name=name, ref=full, today=today,
                             language=runtime.language))  # fmt: skip
        return
    out(answer_lines(answer, name=name, ref=ref, today=today, language=runtime.language))
