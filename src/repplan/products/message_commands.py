"""``repplan message``: add, show, list, edit, retire."""

from __future__ import annotations

from gettext import gettext as _
from typing import Annotated

import typer

from repplan.cli.complete import message_refs, product_names
from repplan.cli.options import Json, with_fields
from repplan.products.model import MESSAGE_FIELDS

Which = Annotated[
    list[str],
    typer.Argument(metavar="REF", help=_("a ref, or words of it"), autocompletion=message_refs),
]


@with_fields(MESSAGE_FIELDS)
def add(
    ctx: typer.Context,
    product: Annotated[
        str, typer.Argument(help=_("the product it is about"), autocompletion=product_names)
    ],
    json: Json = False,
    **fields: str | None,
) -> None:
    """Add a key message: what it claims, and what it can't say."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.products.actions import add_message
    from repplan.products.days import with_days
    from repplan.products.message_views import message_json, written_lines
    from repplan.products.pick import pick_product
    from repplan.products.rules import check_approval, message_cells
    from repplan.store.refs import short_ref

    runtime = runtime_of(ctx)
    today = runtime.clock.today.isoformat()
    fields = with_days(runtime, fields)
    with runtime.reading() as db:
        about = pick_product(db, product)
    cells = message_cells(fields, is_new=True)
    check_approval(cells, today)
    with runtime.writing("message add") as work:
        one = add_message(work, about.id, cells)
        ref = short_ref(work.db, "message", one.ref)
    if json:
        out_json({"message": message_json(one, today), "batch": work.batch})
        return
    out(written_lines(one, ref, work.batch, today=today, language=runtime.language))


def show(ctx: typer.Context, ref: Which, json: Json = False) -> None:
    """Show one key message, its claim with its limitation."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.products.message_views import message_json, message_lines
    from repplan.products.pick import pick_message
    from repplan.store.refs import short_ref

    runtime = runtime_of(ctx)
    today = runtime.clock.today.isoformat()
    with runtime.reading() as db:
        one = pick_message(db, " ".join(ref))
        short = short_ref(db, "message", one.ref)
    if json:
        out_json(message_json(one, today))
        return
    out(message_lines(one, short, today=today, language=runtime.language))


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
    """List key messages, each claim with its limitation."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.products.message_views import message_json, message_list
    from repplan.products.pick import pick_product
    from repplan.products.queries import messages
    from repplan.store.refs import short_refs

    runtime = runtime_of(ctx)
    today = runtime.clock.today.isoformat()
    with runtime.reading() as db:
        found = messages(
            db,
            product_id=pick_product(db, product).id if product else None,
            today=today if approved else None,
            with_retired=retired,
        )
        refs = short_refs(db, "message", [one.ref for one in found])
    if json:
        out_json({"messages": [message_json(one, today) for one in found]})
        return
    out(message_list(found, refs, today=today, language=runtime.language))


@with_fields(MESSAGE_FIELDS)
def edit(ctx: typer.Context, ref: Which, json: Json = False, **fields: str | None) -> None:
    """Change a message: give only what changes; an empty value empties a field."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.errors import MissingValue
    from repplan.products.actions import edit_message
    from repplan.products.days import with_days
    from repplan.products.message_views import message_json, written_lines
    from repplan.products.pick import pick_message
    from repplan.products.rules import check_approval, message_cells
    from repplan.store.refs import short_ref

    runtime = runtime_of(ctx)
    today = runtime.clock.today.isoformat()
    fields = with_days(runtime, fields)
    cells = message_cells(fields, is_new=False)
    check_approval(cells, today)
    if not cells:
        raise MissingValue(_("what to change"))
    with runtime.reading() as db:
        meant = pick_message(db, " ".join(ref))
    with runtime.writing("message edit") as work:
        one = edit_message(work, meant.id, cells)
        short = short_ref(work.db, "message", one.ref)
        batch = work.written
    if json:
        out_json({"message": message_json(one, today), "batch": batch or None})
        return
    out(written_lines(one, short, batch, today=today, language=runtime.language))


def retire(ctx: typer.Context, ref: Which, json: Json = False) -> None:
    """A message is no longer used: visits in which it was given keep it."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.products.actions import retire_message
    from repplan.products.message_views import message_json, written_lines
    from repplan.products.pick import pick_message
    from repplan.store.refs import short_ref

    runtime = runtime_of(ctx)
    today = runtime.clock.today.isoformat()
    with runtime.reading() as db:
        meant = pick_message(db, " ".join(ref))
    with runtime.writing("message retire") as work:
        one = retire_message(work, meant.id)
        short = short_ref(work.db, "message", one.ref)
    if json:
        out_json({"message": message_json(one, today), "batch": work.batch})
        return
    out(written_lines(one, short, work.batch, today=today, language=runtime.language))
