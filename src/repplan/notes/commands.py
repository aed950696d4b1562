"""``repplan note``: add, list."""

from __future__ import annotations

from gettext import gettext as _
from typing import Annotated

import typer

from repplan.cli.complete import one_of, provider_names
from repplan.cli.options import Json
from repplan.notes.model import PERSONAL, PROFESSIONAL, SOURCES

Who = Annotated[
    str, typer.Argument(help=_("part of a name, or a ref"), autocompletion=provider_names)
]


def add(
    ctx: typer.Context,
    who: Who,
    text: Annotated[list[str], typer.Argument(help=_("what you know"))],
    personal: Annotated[
        bool, typer.Option("--personal", help=_("keep it apart: off screens and exports"))
    ] = False,
    source: Annotated[
        str | None,
        typer.Option(
            "--source", help=_("told or public: how you know it"), autocompletion=one_of(*SOURCES)
        ),
    ] = None,
    expires: Annotated[
        str | None, typer.Option("--expires", help=_("the last day on which it counts"))
    ] = None,
    json: Json = False,
) -> None:
    """Keep a note on a provider. Write it as if they will read it."""
    from repplan.cli.days import ahead
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.fields import Field, Kind, needed_text, read_cell
    from repplan.notes.actions import keep
    from repplan.notes.views import note_json, written_lines
    from repplan.providers.pick import pick_provider
    from repplan.store.refs import short_ref

    runtime = runtime_of(ctx)
    words = needed_text("text", " ".join(text))
    source_cell = read_cell(Field("source", "", Kind.CHOICE, SOURCES), source) if source else None
    until = ahead(runtime, expires).isoformat() if expires else None
    with runtime.reading() as db:
        one = pick_provider(db, who)
    with runtime.writing("note add") as work:
        kept = keep(
            work,
            one.id,
            words,
            PERSONAL if personal else PROFESSIONAL,
            source=str(source_cell) if source_cell else None,
            expires_on=until,
        )
        ref = short_ref(work.db, "note", kept.ref)
    if json:
        out_json({"note": note_json(kept), "batch": work.batch})
        return
    out(written_lines(one.name, kept, ref, work.batch, language=runtime.language))


def list_(
    ctx: typer.Context,
    who: Who,
    all_: Annotated[bool, typer.Option("--all", help=_("also those that have expired"))] = False,
    json: Json = False,
) -> None:
    """List the notes on a provider, the newest first. Personal ones are only counted."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.notes import queries
    from repplan.notes.views import note_json, note_lines
    from repplan.providers.pick import pick_provider
    from repplan.store.refs import short_refs

    runtime = runtime_of(ctx)
    today = runtime.clock.today
    with runtime.reading() as db:
        one = pick_provider(db, who)
        found = queries.notes(db, one.id, today.isoformat(), with_expired=all_)
        kept_apart = queries.personal_count(db, one.id)
        refs = short_refs(db, "note", [note.ref for note in found])
    if json:
        out_json({"notes": [note_json(note) for note in found], "personal": kept_apart})
        return
    out(note_lines(one.name, found, kept_apart, refs, today=today, language=runtime.language))
