"""``repplan material``: add, show, list, edit, retire, match, give."""

from __future__ import annotations

from gettext import gettext as _
from typing import Annotated

import typer

from repplan.cli.complete import material_refs, product_names, provider_names
from repplan.cli.options import Json, with_fields
from repplan.products.model import MATERIAL_FIELDS
from repplan.products.options import Approved, OfProduct, Retired

Which = Annotated[
    list[str],
    typer.Argument(metavar="REF", help=_("a ref, or words of it"), autocompletion=material_refs),
]


@with_fields(MATERIAL_FIELDS, without=("title",))
def add(
    ctx: typer.Context,
    title: Annotated[list[str], typer.Argument(help=_("what it is called"))],
    product: Annotated[
        str | None,
        typer.Option("--product", help=_("the product it is about"), autocompletion=product_names),
    ] = None,
    json: Json = False,
    **fields: str | None,
) -> None:
    """Add something to leave, show or share. News is dated, and due names whom it matters to."""
    from functools import partial

    from repplan.cli.incoming import one_text
    from repplan.cli.runtime import runtime_of
    from repplan.products import said_flow
    from repplan.products.actions import add_material
    from repplan.products.days import with_days
    from repplan.products.pick import pick_product
    from repplan.products.rules import check_approval, material_cells

    runtime = runtime_of(ctx)
    today = runtime.clock.today.isoformat()
    cells = material_cells({**with_days(runtime, fields), "title": one_text(title)}, today)
    check_approval(cells, today)
    with runtime.reading() as db:
        about = pick_product(db, product).id if product else None
    kind = said_flow.MATERIAL
    act = partial(add_material, product_id=about, cells=cells)
    said_flow.write(runtime, kind, "add", act, is_json=json)


def show(ctx: typer.Context, ref: Which, json: Json = False) -> None:
    """Show one material."""
    from repplan.products import said_flow

    said_flow.show(ctx, said_flow.MATERIAL, ref, is_json=json)


def list_(
    ctx: typer.Context,
    product: OfProduct = None,
    approved: Approved = False,
    retired: Retired = False,
    json: Json = False,
) -> None:
    """List what there is to leave, show or share."""
    from repplan.products import said_flow

    kind = said_flow.MATERIAL
    said_flow.list_(ctx, kind, product, is_approved=approved, with_retired=retired, is_json=json)


@with_fields(MATERIAL_FIELDS)
def edit(ctx: typer.Context, ref: Which, json: Json = False, **fields: str | None) -> None:
    """Change a material: give only what changes; an empty value empties a field."""
    from repplan.products import said_flow

    said_flow.edit(ctx, said_flow.MATERIAL, ref, fields, is_json=json)


def retire(ctx: typer.Context, ref: Which, json: Json = False) -> None:
    """A material is no longer used: who got it stays known."""
    from repplan.products import said_flow

    said_flow.retire(ctx, said_flow.MATERIAL, ref, is_json=json)


def match(ctx: typer.Context, ref: Which, json: Json = False) -> None:
    """Show who asked about it, objected to it or cares about it, and the visit that says so."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.products.matching import matches
    from repplan.products.material_views import match_json, match_lines
    from repplan.products.said_flow import MATERIAL, pick_said
    from repplan.store.refs import short_ref, short_refs

    runtime = runtime_of(ctx)
    today = runtime.clock.today.isoformat()
    with runtime.reading() as db:
        one = pick_said(db, MATERIAL, " ".join(ref))
        found = matches(db, one, today=today)
        short = short_ref(db, "material", one.ref)
        refs = short_refs(db, "visit", {each.visit for each in found if each.visit})
    if json:
        out_json(match_json(one, found, today))
        return
    out(match_lines(one, found, refs, short, today=today, language=runtime.language))


def give(
    ctx: typer.Context,
    ref: Annotated[
        str,
        typer.Argument(
            metavar="REF", help=_("a ref, or words of it, quoted"), autocompletion=material_refs
        ),
    ],
    who: Annotated[
        list[str],
        typer.Argument(help=_("part of a name, or a ref, each"), autocompletion=provider_names),
    ],
    on: Annotated[str | None, typer.Option("--on", help=_("the day, instead of today"))] = None,
    json: Json = False,
) -> None:
    """Note who got a material: due names them no more for it."""
    from datetime import date

    from repplan.cli.days import since
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.products.material_views import given_json, given_lines
    from repplan.products.rules import check_gift
    from repplan.products.said_flow import MATERIAL, pick_said
    from repplan.providers.pick import pick_provider
    from repplan.relations.actions import give as give_value
    from repplan.relations.actions import refuse_given
    from repplan.relations.rules import refuse_left

    runtime = runtime_of(ctx)
    today = runtime.clock.today.isoformat()
    day = since(runtime, on) if on else today
    with runtime.reading() as db:
        one = pick_said(db, MATERIAL, ref)
        check_gift(one, day, today)
        people = list(
            {each.id: each for each in (pick_provider(db, name) for name in who)}.values()
        )
        for each in people:
            refuse_left(each)
    with runtime.writing("material give") as work:
        for each in people:
            refuse_given(work, each, one.id, one.title, day)
            give_value(
                work,
                provider_id=each.id,
                visit_id=None,
                what=one.title,
                kind="article",
                material_id=one.id,
                on=day,
            )
    if json:
        names = [(each.ref, each.name) for each in people]
        out_json(given_json(one, names, day, work.batch, today))
        return
    names_only = [each.name for each in people]
    out(given_lines(one, names_only, date.fromisoformat(day), work.batch, runtime.language))
