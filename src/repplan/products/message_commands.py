"""``repplan message``: add, show, list, edit, retire."""

from __future__ import annotations

from gettext import gettext as _
from typing import Annotated

import typer

from repplan.cli.complete import message_refs
from repplan.cli.options import Json, with_fields
from repplan.products.model import MESSAGE_FIELDS
from repplan.products.options import About, Approved, OfProduct, Retired

Which = Annotated[
    list[str],
    typer.Argument(metavar="REF", help=_("a ref, or words of it"), autocompletion=message_refs),
]


@with_fields(MESSAGE_FIELDS)
def add(ctx: typer.Context, product: About, json: Json = False, **fields: str | None) -> None:
    """Add a key message: what it claims, and what it can't say."""
    from repplan.products import said_flow
    from repplan.products.actions import add_message

    said_flow.add(ctx, said_flow.MESSAGE, add_message, product, fields, is_json=json)


def show(ctx: typer.Context, ref: Which, json: Json = False) -> None:
    """Show one key message, its claim with its limitation."""
    from repplan.products import said_flow

    said_flow.show(ctx, said_flow.MESSAGE, ref, is_json=json)


def list_(
    ctx: typer.Context,
    product: OfProduct = None,
    approved: Approved = False,
    retired: Retired = False,
    json: Json = False,
) -> None:
    """List key messages, each claim with its limitation."""
    from repplan.products import said_flow

    kind = said_flow.MESSAGE
    said_flow.list_(ctx, kind, product, is_approved=approved, with_retired=retired, is_json=json)


@with_fields(MESSAGE_FIELDS)
def edit(ctx: typer.Context, ref: Which, json: Json = False, **fields: str | None) -> None:
    """Change a message: give only what changes; an empty value empties a field."""
    from repplan.products import said_flow

    said_flow.edit(ctx, said_flow.MESSAGE, ref, fields, is_json=json)


def retire(ctx: typer.Context, ref: Which, json: Json = False) -> None:
    """A message is no longer used: visits in which it was given keep it."""
    from repplan.products import said_flow

    said_flow.retire(ctx, said_flow.MESSAGE, ref, is_json=json)
