"""``repplan product``: add, show, list, edit, retire, cover."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, Annotated

import typer

from repplan.cli.complete import account_names, one_of, product_names
from repplan.cli.options import Json, with_fields
from repplan.products.model import COVERED, PRODUCT_FIELDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from repplan.cli.runtime import Runtime
    from repplan.products.model import Product
    from repplan.store.work import Work

Which = Annotated[
    str, typer.Argument(help=_("part of a name, or a ref"), autocompletion=product_names)
]
From = Annotated[str | None, typer.Option("--from", help=_("its first day"))]
Until = Annotated[str | None, typer.Option("--until", help=_("the day on which it ends"))]
State = Annotated[
    str | None,
    typer.Option(
        "--state",
        help=_("covered, restricted, not covered or pending"),
        autocompletion=one_of(*COVERED),
    ),
]


@with_fields(PRODUCT_FIELDS, without=("name",))
def add(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help=_("its name"))],
    json: Json = False,
    **fields: str | None,
) -> None:
    """Add a product. From now on # marks it in a note."""
    from repplan.cli.runtime import runtime_of
    from repplan.fields import name_text, read_cells
    from repplan.products.actions import add_product

    runtime = runtime_of(ctx)
    name = name_text("name", name)
    cells = read_cells(PRODUCT_FIELDS, fields)
    _write(runtime, "add", lambda work: add_product(work, name, cells=cells), json=json)


def show(
    ctx: typer.Context,
    which: Which,
    account: Annotated[
        str | None,
        typer.Option("--account", help=_("who pays at this account"), autocompletion=account_names),
    ] = None,
    retired: Annotated[bool, typer.Option("--retired", help=_("also what was retired"))] = False,
    json: Json = False,
) -> None:
    """Show a product whole: its facts, how it compares, who pays, what is said of it."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.products import queries
    from repplan.products.pick import pick_product
    from repplan.products.views import Known, known_lines, product_known_json
    from repplan.providers.pick import pick_account
    from repplan.store.refs import short_ref, short_refs

    runtime = runtime_of(ctx)
    today = runtime.clock.today.isoformat()
    with runtime.reading() as db:
        one = pick_product(db, which)
        place = pick_account(db, account).id if account else None
        messages = queries.messages(db, product_id=one.id, with_retired=retired)
        objections = queries.objections(db, product_id=one.id, with_retired=retired)
        materials = queries.materials(db, product_id=one.id, with_retired=retired)
        refs = {
            **short_refs(db, "message", [each.ref for each in messages]),
            **short_refs(db, "objection", [each.ref for each in objections]),
            **short_refs(db, "material", [each.ref for each in materials]),
        }
        coverage = queries.coverage(db, product_id=one.id, account_id=place, today=today)
        short = short_ref(db, "product", one.ref)
    known = Known(messages, objections, materials, coverage, refs)
    if json:
        out_json(product_known_json(one, known, today))
        return
    out(known_lines(one, known, short, today=today, language=runtime.language))


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


@with_fields(PRODUCT_FIELDS)
def edit(ctx: typer.Context, which: Which, json: Json = False, **fields: str | None) -> None:
    """Change a product: give only what changes; an empty value empties a field."""
    from repplan.cli.runtime import runtime_of
    from repplan.errors import MissingValue
    from repplan.fields import read_cells
    from repplan.products.actions import edit_product
    from repplan.products.pick import pick_product

    runtime = runtime_of(ctx)
    cells = read_cells(PRODUCT_FIELDS, fields)
    if not cells:
        raise MissingValue(_("what to change"))
    with runtime.reading() as db:
        meant = pick_product(db, which)
    _write(runtime, "edit", lambda work: edit_product(work, meant.id, cells), json=json)


def retire(ctx: typer.Context, which: Which, json: Json = False) -> None:
    """A product is no longer ours: what was said of it stays."""
    from repplan.cli.runtime import runtime_of
    from repplan.products.actions import retire_product
    from repplan.products.pick import pick_product

    runtime = runtime_of(ctx)
    with runtime.reading() as db:
        meant = pick_product(db, which)
    _write(runtime, "retire", lambda work: retire_product(work, meant.id), json=json)


def cover(
    ctx: typer.Context,
    which: Which,
    payer: Annotated[str, typer.Option("--payer", help=_("a payer or a list: formulary, 医保"))],
    account: Annotated[
        str | None,
        typer.Option("--account", help=_("only at this account"), autocompletion=account_names),
    ] = None,
    state: State = None,
    steps: Annotated[
        str | None, typer.Option("--steps", help=_("what it takes: a prior authorisation"))
    ] = None,
    from_: From = None,
    until: Until = None,
    drop: Annotated[bool, typer.Option("--drop", help=_("take it away: it isn't so"))] = False,
    json: Json = False,
) -> None:
    """Say who pays for a product, everywhere or at one account; again to change it."""
    from repplan.cli.days import ahead
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.fields import name_text, read_cells
    from repplan.products import actions, queries
    from repplan.products.model import COVERAGE_FIELDS
    from repplan.products.pick import pick_covered, pick_product
    from repplan.products.rules import check_coverage
    from repplan.products.views import coverage_json, covered_lines
    from repplan.providers.pick import pick_account

    runtime = runtime_of(ctx)
    payer = name_text("payer", payer)
    given = {
        "state": state,
        "steps": steps,
        "from_on": ahead(runtime, from_).isoformat() if from_ else from_,
        "until_on": ahead(runtime, until).isoformat() if until else until,
    }
    cells = read_cells(COVERAGE_FIELDS, given)
    with runtime.reading() as db:
        meant = pick_product(db, which)
        place = pick_account(db, account).id if account else None
        known = queries.coverage_lines(db, meant.id, payer, place)
        gone = pick_covered(known, payer) if drop else None
    if gone is None:
        check_coverage(cells, is_new=not known)
    with runtime.writing("product cover") as work:
        if gone:
            actions.uncover(work, gone.id)
        one = gone or actions.cover(work, meant.id, payer, cells, place)
        batch = work.written
    if json:
        answer = {"coverage": coverage_json(one), "is_dropped": drop, "batch": batch or None}
        out_json(answer)
        return
    out(covered_lines(one, batch, is_dropped=drop))


def _write(runtime: Runtime, verb: str, act: Callable[[Work], Product], *, json: bool) -> None:
    """Do it in one Work; then show the product as it is now."""
    from repplan.cli.written import write_one
    from repplan.products.views import product_json, written_lines

    write_one(
        runtime, "product", verb, act,
        as_json=product_json, as_lines=written_lines, is_json=json,
    )  # fmt: skip
