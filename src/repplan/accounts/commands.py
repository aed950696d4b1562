"""``repplan account``: add, show, list, edit, retire."""

from __future__ import annotations

from gettext import gettext as _
from typing import Annotated

import typer

from repplan.accounts.model import FIELDS, KINDS
from repplan.cli.complete import account_names, one_of
from repplan.cli.options import Json, with_fields

Which = Annotated[
    str, typer.Argument(help=_("part of a name, or a ref"), autocompletion=account_names)
]
Parent = Annotated[
    str | None,
    typer.Option("--parent", help=_("the account it is a part of"), autocompletion=account_names),
]


@with_fields(FIELDS, without=("name", "state"))
def add(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help=_("its name"))],
    parent: Parent = None,
    json: Json = False,
    **fields: str | None,
) -> None:
    """Add an account. A name is enough."""
    from repplan.accounts.actions import add_account, place_under
    from repplan.accounts.views import account_json, written_lines
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.fields import read_cells
    from repplan.providers.pick import pick_account
    from repplan.store.refs import short_ref

    runtime = runtime_of(ctx)
    cells = read_cells(FIELDS, {"name": name, **fields})
    above = None
    if parent:
        with runtime.reading() as db:
            above = pick_account(db, parent)
    with runtime.writing("account add") as work:
        one = add_account(work, cells)
        if above:
            one = place_under(work, one.id, above.id)
        ref = short_ref(work.db, "account", one.ref)
    if json:
        out_json({"account": account_json(one, parent=above), "batch": work.batch})
        return
    out(written_lines(one, above, ref, work.batch))


def show(ctx: typer.Context, which: Which, json: Json = False) -> None:
    """Show one account: how to get in, its facts, who works there."""
    from repplan.accounts import queries
    from repplan.accounts.views import account_lines, account_show_json
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.providers.pick import pick_account
    from repplan.providers.queries import people_at
    from repplan.reception.queries import rules
    from repplan.reception.views import reception_lines, rule_json
    from repplan.store.refs import short_ref, short_refs

    runtime = runtime_of(ctx)
    with runtime.reading() as db:
        one = pick_account(db, which)
        line = queries.line_of(db, one.id)[1:]
        parts = queries.parts(db, one.id)
        people = people_at(db, one.id, runtime.clock.today.isoformat())
        received = rules(db, one.id, on=runtime.clock.today.isoformat())
        refs = short_refs(db, "provider", [who.ref for who, _at in people])
        ref = short_ref(db, "account", one.ref)
    if json:
        told = account_show_json(one, line, parts, people)
        out_json({**told, "reception": [rule_json(rule) for rule in received]})
        return
    lines = account_lines(one, line, parts, people, {**refs, one.ref: ref})
    out([*lines, *reception_lines(received, runtime.clock.today, runtime.language)])


def list_(
    ctx: typer.Context,
    city: Annotated[str | None, typer.Option("--city", help=_("town"))] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind",
            help=_("hospital, clinic, pharmacy …"),
            autocompletion=one_of(*KINDS),
        ),
    ] = None,
    closed: Annotated[bool, typer.Option("--closed", help=_("also those closed"))] = False,
    json: Json = False,
) -> None:
    """List accounts, filtered. Filters add up."""
    from repplan.accounts import queries
    from repplan.accounts.views import account_json, account_table
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.fields import choice
    from repplan.store.refs import short_refs

    runtime = runtime_of(ctx)
    sort = choice("kind", kind, KINDS)
    with runtime.reading() as db:
        found = queries.accounts(db, city=city, kind=sort, with_closed=closed)
        heads = queries.head_counts(db)
        parents = queries.parents(db)
        refs = short_refs(db, "account", [one.ref for one in found])
    if json:
        answer = [
            account_json(one, parent=parents.get(one.parent_id or ""), heads=heads.get(one.id, 0))
            for one in found
        ]
        out_json({"accounts": answer})
        return
    out(account_table(found, heads, refs))


@with_fields(FIELDS)
def edit(
    ctx: typer.Context,
    which: Which,
    parent: Parent = None,
    json: Json = False,
    **fields: str | None,
) -> None:
    """Change an account: give only what changes; an empty value empties a field."""
    from repplan.accounts import queries
    from repplan.accounts.actions import edit_account, place_under
    from repplan.accounts.views import account_json, written_lines
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.errors import MissingValue
    from repplan.fields import read_cells
    from repplan.providers.pick import pick_account
    from repplan.store.refs import short_ref

    runtime = runtime_of(ctx)
    cells = read_cells(FIELDS, fields)
    if not cells and parent is None:
        raise MissingValue(_("what to change"))
    with runtime.reading() as db:
        meant = pick_account(db, which)
        above = pick_account(db, parent) if parent else None
    with runtime.writing("account edit") as work:
        one = edit_account(work, meant.id, cells)
        if parent is not None:
            one = place_under(work, one.id, above.id if above else None)
        here = queries.account(work.db, one.parent_id) if one.parent_id else None
        ref = short_ref(work.db, "account", one.ref)
        batch = work.written
    if json:
        out_json({"account": account_json(one, parent=here), "batch": batch or None})
        return
    out(written_lines(one, here, ref, batch))


def retire(ctx: typer.Context, which: Which, json: Json = False) -> None:
    """An account has closed: out of lists, all that was written stays."""
    from repplan.accounts.actions import close_account
    from repplan.accounts.views import account_json, written_lines
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.providers.pick import pick_account
    from repplan.store.refs import short_ref

    runtime = runtime_of(ctx)
    with runtime.reading() as db:
        meant = pick_account(db, which)
    with runtime.writing("account retire") as work:
        one = close_account(work, meant.id)
        ref = short_ref(work.db, "account", one.ref)
    if json:
        out_json({"account": account_json(one), "batch": work.batch})
        return
    out(written_lines(one, None, ref, work.batch))
