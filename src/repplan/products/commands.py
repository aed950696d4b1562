"""``repplan product``: add, list, retire."""

from __future__ import annotations

from gettext import gettext as _
from typing import Annotated

import typer

from repplan.cli.complete import product_names
from repplan.cli.options import Json


def add(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help=_("its name"))],
    generic: Annotated[str | None, typer.Option("--generic", help=_("generic name"))] = None,
    json: Json = False,
) -> None:
    """Add a product. From now on # marks it in a note."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.fields import name_text
    from repplan.products.actions import add_product
    from repplan.products.views import product_json, written_lines
    from repplan.store.refs import short_ref
    from repplan.text import clean

    runtime = runtime_of(ctx)
    name = name_text("name", name)
    with runtime.writing("product add") as work:
        one = add_product(work, name, clean(generic).strip() if generic else None)
        ref = short_ref(work.db, "product", one.ref)
    if json:
        out_json({"product": product_json(one), "batch": work.batch})
        return
    out(written_lines(one, ref, work.batch))


def list_(
    ctx: typer.Context,
    retired: Annotated[bool, typer.Option("--retired", help=_("also those retired"))] = False,
    json: Json = False,
) -> None:
    """List the products."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.products.queries import products
    from repplan.products.views import product_json, product_table
    from repplan.store.refs import short_refs

    with runtime_of(ctx).reading() as db:
        found = products(db, with_retired=retired)
        refs = short_refs(db, "product", [one.ref for one in found])
    if json:
        out_json({"products": [product_json(one) for one in found]})
        return
    out(product_table(found, refs))


def retire(
    ctx: typer.Context,
    which: Annotated[
        str, typer.Argument(help=_("part of a name, or a ref"), autocompletion=product_names)
    ],
    json: Json = False,
) -> None:
    """A product is no longer ours: what was said of it stays."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.products.actions import retire_product
    from repplan.products.pick import pick_product
    from repplan.products.views import product_json, written_lines
    from repplan.store.refs import short_ref

    runtime = runtime_of(ctx)
    with runtime.reading() as db:
        meant = pick_product(db, which)
    with runtime.writing("product retire") as work:
        one = retire_product(work, meant.id)
        ref = short_ref(work.db, "product", one.ref)
    if json:
        out_json({"product": product_json(one), "batch": work.batch})
        return
    out(written_lines(one, ref, work.batch))
