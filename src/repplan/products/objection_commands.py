"""``repplan objection``: add, show, list, edit, retire, stats."""

from __future__ import annotations

from gettext import gettext as _
from typing import Annotated

import typer

from repplan.cli.complete import objection_refs, product_names
from repplan.cli.options import Json, with_fields
from repplan.products.model import OBJECTION_FIELDS

Which = Annotated[
    list[str],
    typer.Argument(metavar="REF", help=_("a ref, or words of it"), autocompletion=objection_refs),
]


@with_fields(OBJECTION_FIELDS)
def add(
    ctx: typer.Context,
    product: Annotated[
        str, typer.Argument(help=_("the product it is about"), autocompletion=product_names)
    ],
    json: Json = False,
    **fields: str | None,
) -> None:
    """Add an objection that people raise, and the approved answer."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.products.actions import add_objection
    from repplan.products.days import with_days
    from repplan.products.objection_views import objection_json, written_lines
    from repplan.products.pick import pick_product
    from repplan.products.rules import check_approval, said_cells
    from repplan.store.refs import short_ref

    runtime = runtime_of(ctx)
    today = runtime.clock.today.isoformat()
    fields = with_days(runtime, fields)
    with runtime.reading() as db:
        about = pick_product(db, product)
    cells = said_cells(OBJECTION_FIELDS, fields, is_new=True)
    check_approval(cells, today)
    with runtime.writing("objection add") as work:
        one = add_objection(work, about.id, cells)
        ref = short_ref(work.db, "objection", one.ref)
    if json:
        out_json({"objection": objection_json(one, today), "batch": work.batch})
        return
    out(written_lines(one, ref, work.batch, today=today, language=runtime.language))


def show(ctx: typer.Context, ref: Which, json: Json = False) -> None:
    """Show one objection and its approved answer."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.products.objection_views import objection_json, objection_lines
    from repplan.products.pick import pick_objection
    from repplan.store.refs import short_ref

    runtime = runtime_of(ctx)
    today = runtime.clock.today.isoformat()
    with runtime.reading() as db:
        one = pick_objection(db, " ".join(ref))
        short = short_ref(db, "objection", one.ref)
    if json:
        out_json(objection_json(one, today))
        return
    out(objection_lines(one, short, today=today, language=runtime.language))


def list_(
    ctx: typer.Context,
    product: Annotated[
        str | None,
        typer.Argument(help=_("only of this product"), autocompletion=product_names),
    ] = None,
    approved: Annotated[
        bool, typer.Option("--approved", help=_("only those that may be used today"))
    ] = False,
    retired: Annotated[bool, typer.Option("--retired", help=_("also those retired"))] = False,
    json: Json = False,
) -> None:
    """List objections, each with its answer."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.products.objection_views import objection_json, objection_list
    from repplan.products.pick import pick_product
    from repplan.products.queries import objections
    from repplan.store.refs import short_refs

    runtime = runtime_of(ctx)
    today = runtime.clock.today.isoformat()
    with runtime.reading() as db:
        found = objections(
            db,
            product_id=pick_product(db, product).id if product else None,
            today=today if approved else None,
            with_retired=retired,
        )
        refs = short_refs(db, "objection", [one.ref for one in found])
    if json:
        out_json({"objections": [objection_json(one, today) for one in found]})
        return
    out(objection_list(found, refs, today=today, language=runtime.language))


@with_fields(OBJECTION_FIELDS)
def edit(ctx: typer.Context, ref: Which, json: Json = False, **fields: str | None) -> None:
    """Change an objection: give only what changes; an empty value empties a field."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.errors import MissingValue
    from repplan.products.actions import edit_objection
    from repplan.products.days import with_days
    from repplan.products.objection_views import objection_json, written_lines
    from repplan.products.pick import pick_objection
    from repplan.products.rules import check_approval, said_cells
    from repplan.store.refs import short_ref

    runtime = runtime_of(ctx)
    today = runtime.clock.today.isoformat()
    fields = with_days(runtime, fields)
    cells = said_cells(OBJECTION_FIELDS, fields, is_new=False)
    check_approval(cells, today)
    if not cells:
        raise MissingValue(_("what to change"))
    with runtime.reading() as db:
        meant = pick_objection(db, " ".join(ref))
    with runtime.writing("objection edit") as work:
        one = edit_objection(work, meant.id, cells)
        short = short_ref(work.db, "objection", one.ref)
        batch = work.written
    if json:
        out_json({"objection": objection_json(one, today), "batch": batch or None})
        return
    out(written_lines(one, short, batch, today=today, language=runtime.language))


def retire(ctx: typer.Context, ref: Which, json: Json = False) -> None:
    """An objection is no longer used: visits in which it was raised keep it."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.products.actions import retire_objection
    from repplan.products.objection_views import objection_json, written_lines
    from repplan.products.pick import pick_objection
    from repplan.store.refs import short_ref

    runtime = runtime_of(ctx)
    today = runtime.clock.today.isoformat()
    with runtime.reading() as db:
        meant = pick_objection(db, " ".join(ref))
    with runtime.writing("objection retire") as work:
        one = retire_objection(work, meant.id)
        short = short_ref(work.db, "objection", one.ref)
    if json:
        out_json({"objection": objection_json(one, today), "batch": work.batch})
        return
    out(written_lines(one, short, work.batch, today=today, language=runtime.language))


def stats(
    ctx: typer.Context,
    product: Annotated[
        str | None,
        typer.Option("--product", help=_("only to this product"), autocompletion=product_names),
    ] = None,
    since_: Annotated[
        str | None, typer.Option("--since", help=_("from this day on: 3m, mon, 2026-01-01"))
    ] = None,
    json: Json = False,
) -> None:
    """Show what was objected, how often and by whom, and which answer landed with whom."""
    from repplan.cli.days import gone_by
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.products.objection_views import stats_json, stats_lines
    from repplan.products.pick import pick_product
    from repplan.products.stats import objection_stats
    from repplan.store.refs import short_refs

    runtime = runtime_of(ctx)
    first = gone_by(runtime, since_) if since_ else None
    with runtime.reading() as db:
        about = pick_product(db, product) if product else None
        found = objection_stats(db, product_id=about.id if about else None, since=first)
        refs = short_refs(db, "objection", [one.ref for one in found if one.ref])
    if json:
        out_json(stats_json(found, product=about.name if about else None, since=first))
        return
    out(stats_lines(found, refs))
