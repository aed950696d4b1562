"""``repplan objection``: add, show, list, edit, retire, stats."""

from __future__ import annotations

from gettext import gettext as _
from typing import Annotated

import typer

from repplan.cli.complete import objection_refs, product_names
from repplan.cli.options import Json, with_fields
from repplan.products.model import OBJECTION_FIELDS
from repplan.products.options import About, Approved, OfProduct, Retired

Which = Annotated[
    list[str],
    typer.Argument(metavar="REF", help=_("a ref, or words of it"), autocompletion=objection_refs),
]


@with_fields(OBJECTION_FIELDS)
def add(ctx: typer.Context, product: About, json: Json = False, **fields: str | None) -> None:
    """Add an objection that people raise, and the approved answer."""
    from repplan.products import said_flow
    from repplan.products.actions import add_objection

    said_flow.add(ctx, said_flow.OBJECTION, add_objection, product, fields, is_json=json)


def show(ctx: typer.Context, ref: Which, json: Json = False) -> None:
    """Show one objection and its approved answer."""
    from repplan.products import said_flow

    said_flow.show(ctx, said_flow.OBJECTION, ref, is_json=json)


def list_(
    ctx: typer.Context,
    product: OfProduct = None,
    approved: Approved = False,
    retired: Retired = False,
    json: Json = False,
) -> None:
    """List objections, each with its answer."""
    from repplan.products import said_flow

    kind = said_flow.OBJECTION
    said_flow.list_(ctx, kind, product, is_approved=approved, with_retired=retired, is_json=json)


@with_fields(OBJECTION_FIELDS)
def edit(ctx: typer.Context, ref: Which, json: Json = False, **fields: str | None) -> None:
    """Change an objection: give only what changes; an empty value empties a field."""
    from repplan.products import said_flow

    said_flow.edit(ctx, said_flow.OBJECTION, ref, fields, is_json=json)


def retire(ctx: typer.Context, ref: Which, json: Json = False) -> None:
    """An objection is no longer used: visits in which it was raised keep it."""
    from repplan.products import said_flow

    said_flow.retire(ctx, said_flow.OBJECTION, ref, is_json=json)


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
