"""``repplan note``: add, list, edit, retire."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, Annotated

import typer

from repplan.cli.complete import note_refs, one_of, provider_names
from repplan.cli.incoming import from_dash
from repplan.cli.options import Despite, Json
from repplan.notes.model import ACHIEVEMENT, PERSONAL, PROFESSIONAL, SOURCES, TOPICS

if TYPE_CHECKING:
    from repplan.cli.runtime import Runtime
    from repplan.fields import Cell

Who = Annotated[
    str, typer.Argument(help=_("part of a name, or a ref"), autocompletion=provider_names)
]
Which = Annotated[
    list[str],
    typer.Argument(
        metavar="REF",
        help=_("a ref, or WHO and words of the note"),
        autocompletion=note_refs,
    ),
]
Source = Annotated[
    str | None,
    typer.Option(
        "--source", help=_("told or public: how you know it"), autocompletion=one_of(*SOURCES)
    ),
]
Topic = Annotated[
    str | None,
    typer.Option(
        "--topic",
        help=_("of a personal one: interest, food, family, team, story, told, avoid, place …"),
        autocompletion=one_of(*TOPICS),
    ),
]
Expires = Annotated[
    str | None, typer.Option("--expires", help=_("the last day on which it counts"))
]
On = Annotated[str | None, typer.Option("--on", help=_("the day of what it tells: 8 nov"))]
Yearly = Annotated[
    str | None, typer.Option("--yearly", help=_("a day that comes back: 05-03, 3 may"))
]


def add(
    ctx: typer.Context,
    who: Who,
    text: Annotated[list[str], typer.Argument(help=_("what you know"))],
    personal: Annotated[
        bool, typer.Option("--personal", help=_("keep it apart: out of files, lists and searches"))
    ] = False,
    achievement: Annotated[
        bool, typer.Option("--achievement", help=_("a congress, a paper, a talk, an award: public"))
    ] = False,
    topic: Topic = None,
    source: Source = None,
    expires: Expires = None,
    on: On = None,
    yearly: Yearly = None,
    because: Despite = None,
    json: Json = False,
) -> None:
    """Keep a note on a provider. Write it as if they will read it."""
    from repplan.cli.incoming import one_text
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.fields import needed_text
    from repplan.notes.actions import keep
    from repplan.notes.rules import check_apart, check_days, refuse_sensitive, with_topic
    from repplan.notes.views import note_json, written_lines
    from repplan.providers.pick import pick_provider
    from repplan.screening.flow import check_texts
    from repplan.screening.views import overrides_json, with_overrides
    from repplan.store.refs import short_ref

    runtime = runtime_of(ctx)
    words = needed_text("text", one_text(text))
    cells = _cells(runtime, topic=topic, source=source, expires=expires, on=on, yearly=yearly)
    check_apart(is_personal=personal, is_achievement=achievement, has_topic="topic" in cells)
    with runtime.reading() as db:
        one = pick_provider(db, who)
    checked = check_texts(runtime, {"text": words}, because)
    words = checked.texts["text"]
    if personal:
        refuse_sensitive(words)
        words, cells = with_topic(words, cells)
    if achievement:
        cells.setdefault("source", "public")
        cells["topic"] = ACHIEVEMENT
    check_days(cells, runtime.clock.today.isoformat())
    with runtime.writing("note add") as work:
        kept = keep(work, one.id, words, PERSONAL if personal else PROFESSIONAL, cells=cells)
        checked.keep(work, "note", kept.id)
        ref = short_ref(work.db, "note", kept.ref)
    if json:
        told = {"overrides": overrides_json(checked), "batch": work.batch}
        out_json({"note": note_json(kept), **told})
        return
    lines = written_lines(one.name, kept, ref, work.batch, language=runtime.language)
    out(with_overrides(lines, checked))


def list_(
    ctx: typer.Context,
    who: Who,
    personal: Annotated[
        bool, typer.Option("--personal", help=_("the personal ones, which are kept apart"))
    ] = False,
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
    ask = queries.personal if personal else queries.notes
    with runtime.reading() as db:
        one = pick_provider(db, who)
        found = ask(db, one.id, today.isoformat(), with_expired=all_)
        kept_apart = queries.personal_count(db, one.id)
        refs = short_refs(db, "note", [note.ref for note in found])
    if json:
        answer = [note_json(note, with_personal=personal) for note in found]
        out_json({"notes": answer, "personal": kept_apart})
        return
    apart = 0 if personal else kept_apart
    out(note_lines(one.name, found, apart, refs, today=today, language=runtime.language))


def edit(
    ctx: typer.Context,
    ref: Which,
    text: Annotated[
        str | None, typer.Option("--text", help=_("what you know"), callback=from_dash)
    ] = None,
    personal: Annotated[
        bool | None,
        typer.Option("--personal/--professional", help=_("kept apart, or seen with the others")),
    ] = None,
    topic: Topic = None,
    source: Source = None,
    expires: Expires = None,
    on: On = None,
    yearly: Yearly = None,
    because: Despite = None,
    json: Json = False,
) -> None:
    """Change a note: give only what changes; an empty value empties a field."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.errors import MissingValue
    from repplan.fields import needed_text
    from repplan.notes.actions import edit_note
    from repplan.notes.pick import pick_note
    from repplan.notes.rules import check_days, refuse_sensitive, topic_change
    from repplan.notes.views import note_json, written_lines
    from repplan.providers.queries import provider
    from repplan.screening.flow import check_texts
    from repplan.screening.views import overrides_json, with_overrides
    from repplan.store.refs import short_ref

    runtime = runtime_of(ctx)
    cells = _cells(runtime, topic=topic, source=source, expires=expires, on=on, yearly=yearly)
    words = None if text is None else needed_text("text", text)
    if personal is not None:
        cells["kind"] = PERSONAL if personal else PROFESSIONAL
    if not cells and words is None:
        raise MissingValue(_("what to change"))
    with runtime.reading() as db:
        meant = pick_note(db, " ".join(ref), runtime.clock.today.isoformat())
    checked = check_texts(runtime, {"text": words}, because)
    cells |= checked.texts
    if cells.get("kind", meant.kind) == PERSONAL:
        refuse_sensitive(str(cells.get("text", meant.text)))
    cells |= topic_change(meant, cells)
    check_days({"topic": meant.topic, **cells}, runtime.clock.today.isoformat())
    with runtime.writing("note edit") as work:
        one = edit_note(work, meant.id, cells)
        checked.keep(work, "note", one.id)
        name = provider(work.db, one.provider_id).name
        short = short_ref(work.db, "note", one.ref)
        batch = work.written
    if json:
        told = {"overrides": overrides_json(checked), "batch": batch or None}
        out_json({"note": note_json(one), **told})
        return
    lines = written_lines(name, one, short, batch, language=runtime.language)
    out(with_overrides(lines, checked))


def retire(ctx: typer.Context, ref: Which, json: Json = False) -> None:
    """A note counts no longer: out of briefs and lists, --all shows it."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.notes.actions import retire_note
    from repplan.notes.pick import pick_note
    from repplan.notes.views import note_json, retired_lines
    from repplan.providers.queries import provider
    from repplan.store.refs import short_ref

    runtime = runtime_of(ctx)
    with runtime.reading() as db:
        meant = pick_note(db, " ".join(ref), runtime.clock.today.isoformat())
    with runtime.writing("note retire") as work:
        one = retire_note(work, meant.id)
        name = provider(work.db, one.provider_id).name
        short = short_ref(work.db, "note", one.ref)
    if json:
        out_json({"note": note_json(one), "batch": work.batch})
        return
    out(retired_lines(name, one, short, work.batch))


def _cells(
    runtime: Runtime,
    *,
    topic: str | None,
    source: str | None,
    expires: str | None,
    on: str | None,
    yearly: str | None,
) -> dict[str, Cell]:
    """The cells of the options that were given; an empty one empties its field."""
    from repplan.cli.days import ahead, since
    from repplan.fields import choice
    from repplan.notes.yearly import read_yearly

    cells: dict[str, Cell] = {}
    for column, said, choices in (
        ("topic", topic, (*TOPICS, ACHIEVEMENT)),
        ("source", source, SOURCES),
    ):
        if said is not None:
            cells[column] = choice(column, said, choices)
    if expires is not None:
        cells["expires_on"] = ahead(runtime, expires).isoformat() if expires else None
    if on is not None:
        cells["happened_on"] = since(runtime, on) if on else None
    if yearly is not None:
        cells["yearly"] = read_yearly(yearly) if yearly else None
    return cells
