"""``repplan objective``: add, show, list, edit, retire."""

from __future__ import annotations

from gettext import gettext as _
from typing import Annotated

import typer

from repplan.cli.complete import objective_refs, one_of, product_names, provider_names
from repplan.cli.options import Despite, Json, with_fields
from repplan.objectives.model import FIELDS, KINDS, TEXTS

Which = Annotated[
    list[str],
    typer.Argument(
        metavar="REF",
        help=_("a ref, or whose and words of it"),
        autocompletion=objective_refs,
    ),
]
About = Annotated[
    str | None,
    typer.Option("--product", help=_("the product it is about"), autocompletion=product_names),
]
Until = Annotated[str | None, typer.Option("--until", help=_("its last day: 15 dec, eom, +3w"))]
From = Annotated[str | None, typer.Option("--from", help=_("its first day, instead of today"))]


@with_fields(FIELDS, without=("what",))
def add(
    ctx: typer.Context,
    who: Annotated[
        str, typer.Argument(help=_("part of a name, or a ref"), autocompletion=provider_names)
    ],
    text: Annotated[list[str], typer.Argument(help=_("what they will do or know, by when"))],
    product: About = None,
    until: Until = None,
    from_: From = None,
    because: Despite = None,
    json: Json = False,
    **fields: str | None,
) -> None:
    """Set an objective. What is missing for it to be SMART is named, and nothing is refused."""
    from repplan.cli.days import ahead, take_day
    from repplan.cli.incoming import one_text
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.fields import needed_text, read_cells
    from repplan.objectives.actions import add_objective
    from repplan.objectives.rules import smart
    from repplan.objectives.views import objective_json, written_lines
    from repplan.products.pick import pick_product
    from repplan.providers.pick import pick_provider
    from repplan.providers.queries import names_over_days
    from repplan.screening.flow import check_cells
    from repplan.screening.views import overrides_json, with_overrides
    from repplan.store.refs import short_ref
    from repplan.text import clean

    runtime = runtime_of(ctx)
    what = clean(one_text(text)).strip()
    last = ahead(runtime, until) if until else None
    first = ahead(runtime, from_) if from_ else runtime.clock.today
    with runtime.reading() as db:
        one = pick_provider(db, who)
        about = pick_product(db, product).id if product else None
        if last is None:
            what, last = take_day(runtime, what, names_over_days(db, [one.id]))
    cells = {
        **read_cells(FIELDS, fields),
        "what": needed_text(_("the text"), what),
        "product_id": about,
        "from_on": first.isoformat(),
        "until_on": last.isoformat() if last else None,
    }
    checked = check_cells(runtime, TEXTS, cells, because)
    with runtime.writing("objective add") as work:
        new = add_objective(work, one.id, {**cells, **checked.texts})
        checked.keep(work, "objective", new.id)
        ref = short_ref(work.db, "objective", new.ref)
    lacks = smart(new, runtime.clock.today)
    if json:
        told = {"overrides": overrides_json(checked), "batch": work.batch}
        out_json({"objective": objective_json(new, lacks), **told})
        return
    lines = written_lines(new, lacks, ref, work.batch, language=runtime.language)
    out(with_overrides(lines, checked))


def show(ctx: typer.Context, ref: Which, json: Json = False) -> None:
    """Show one objective, and what it lacks."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.objectives.pick import pick_objective
    from repplan.objectives.rules import smart
    from repplan.objectives.views import objective_json, objective_lines
    from repplan.store.refs import short_ref

    runtime = runtime_of(ctx)
    with runtime.reading() as db:
        one = pick_objective(db, " ".join(ref))
        short = short_ref(db, "objective", one.ref)
    lacks = smart(one, runtime.clock.today)
    if json:
        out_json(objective_json(one, lacks))
        return
    out(objective_lines(one, lacks, short, language=runtime.language))


def list_(
    ctx: typer.Context,
    who: Annotated[
        str | None, typer.Argument(help=_("only theirs"), autocompletion=provider_names)
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind", help=_("deliver, answer, learn or win"), autocompletion=one_of(*KINDS)
        ),
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help=_("also those that have ended"))] = False,
    json: Json = False,
) -> None:
    """List objectives, the nearest last day first. Filters add up."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.fields import choice
    from repplan.objectives.queries import objectives
    from repplan.objectives.rules import smart
    from repplan.objectives.views import objective_json, objective_table
    from repplan.providers.pick import pick_provider
    from repplan.store.refs import short_refs

    runtime = runtime_of(ctx)
    today = runtime.clock.today
    sort = choice("kind", kind, KINDS)
    with runtime.reading() as db:
        found = objectives(
            db,
            provider_id=pick_provider(db, who).id if who else None,
            kind=sort,
            with_closed=all_,
        )
        refs = short_refs(db, "objective", [one.ref for one in found])
    checked = [(one, smart(one, today)) for one in found]
    if json:
        out_json({"objectives": [objective_json(one, lacks) for one, lacks in checked]})
        return
    out(objective_table(checked, refs, today=today, language=runtime.language))


@with_fields(FIELDS)
def edit(
    ctx: typer.Context,
    ref: Which,
    product: About = None,
    until: Until = None,
    from_: From = None,
    because: Despite = None,
    json: Json = False,
    **fields: str | None,
) -> None:
    """Change an objective: give only what changes; an empty value empties a field."""
    from repplan.cli.days import ahead
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.errors import MissingValue
    from repplan.fields import read_cells
    from repplan.objectives.actions import edit_objective
    from repplan.objectives.pick import pick_objective
    from repplan.objectives.rules import smart
    from repplan.objectives.views import objective_json, written_lines
    from repplan.products.pick import pick_product
    from repplan.screening.flow import check_cells
    from repplan.screening.views import overrides_json, with_overrides
    from repplan.store.refs import short_ref

    runtime = runtime_of(ctx)
    cells = read_cells(FIELDS, fields)
    if until is not None:
        cells["until_on"] = ahead(runtime, until).isoformat() if until else None
    if from_ is not None:
        cells["from_on"] = ahead(runtime, from_).isoformat()
    if not cells and product is None:
        raise MissingValue(_("what to change"))
    with runtime.reading() as db:
        meant = pick_objective(db, " ".join(ref))
        if product is not None:
            cells["product_id"] = pick_product(db, product).id if product else None
    checked = check_cells(runtime, TEXTS, cells, because)
    with runtime.writing("objective edit") as work:
        one = edit_objective(work, meant.id, {**cells, **checked.texts})
        checked.keep(work, "objective", one.id)
        short = short_ref(work.db, "objective", one.ref)
        batch = work.written
    lacks = smart(one, runtime.clock.today)
    if json:
        told = {"overrides": overrides_json(checked), "batch": batch or None}
        out_json({"objective": objective_json(one, lacks), **told})
        return
    lines = written_lines(one, lacks, short, batch, language=runtime.language)
    out(with_overrides(lines, checked))


def retire(
    ctx: typer.Context,
    ref: Which,
    because: Annotated[str | None, typer.Option("--because", help=_("why"))] = None,
    json: Json = False,
) -> None:
    """Drop an objective: it is no longer aimed at. One that a visit settles is logged with r:."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.objectives.actions import drop_objective
    from repplan.objectives.pick import pick_objective
    from repplan.objectives.rules import smart
    from repplan.objectives.views import objective_json, written_lines
    from repplan.screening.flow import check_reason
    from repplan.store.refs import short_ref

    runtime = runtime_of(ctx)
    with runtime.reading() as db:
        meant = pick_objective(db, " ".join(ref))
    why = check_reason(runtime, because)
    with runtime.writing("objective retire") as work:
        one = drop_objective(work, meant.id, why)
        short = short_ref(work.db, "objective", one.ref)
    lacks = smart(one, runtime.clock.today)
    if json:
        out_json({"objective": objective_json(one, lacks), "batch": work.batch})
        return
    out(written_lines(one, lacks, short, work.batch, language=runtime.language))
