"""``repplan product start`` and ``repplan rollout``: list, show, end."""

from __future__ import annotations

from gettext import gettext as _
from typing import Annotated

import typer

from repplan.cli.complete import account_names, product_names, provider_names, rollout_refs
from repplan.cli.options import Json

Which = Annotated[
    list[str],
    typer.Argument(
        metavar="REF",
        help=_("a ref, or the product and where it runs"),
        autocompletion=rollout_refs,
    ),
]
At = Annotated[
    str | None,
    typer.Option("--account", help=_("at this account"), autocompletion=account_names),
]
With = Annotated[
    str | None,
    typer.Option("--for", help=_("with this provider"), autocompletion=provider_names),
]


def start(
    ctx: typer.Context,
    product: Annotated[
        str, typer.Argument(help=_("part of a name, or a ref"), autocompletion=product_names)
    ],
    account: At = None,
    who: With = None,
    on: Annotated[str | None, typer.Option("--on", help=_("since when, if not today"))] = None,
    weeks: Annotated[
        str | None, typer.Option("--weeks", help=_("after which weeks to check in: 2;6;12"))
    ] = None,
    json: Json = False,
) -> None:
    """A product begins at an account or with a provider: check-ins come up in due."""
    from repplan.cli.days import ahead
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.config import read_settings
    from repplan.followups.queries import of_rollout
    from repplan.products.pick import pick_product
    from repplan.providers.pick import pick_account, pick_provider
    from repplan.rollouts import actions
    from repplan.rollouts.rules import OnePlace, check_in_days, read_weeks
    from repplan.rollouts.views import rollout_json, written_lines
    from repplan.store.refs import short_ref

    runtime = runtime_of(ctx)
    if bool(account) is bool(who):
        raise OnePlace
    said = None if weeks is None else read_weeks(weeks)
    day = ahead(runtime, on) if on else None
    with runtime.reading() as db:
        meant = pick_product(db, product)
        account_id = pick_account(db, account).id if account else None
        provider_id = pick_provider(db, who).id if who else None
        settings = read_settings(db)
    asked = said or read_weeks(settings.text("rollout.weeks"))
    with runtime.writing("product start") as work:
        one = actions.start(
            work, meant.id, account_id=account_id, provider_id=provider_id, weeks=asked, on=day
        )
        items = of_rollout(work.db, one.id)
        ref = short_ref(work.db, "rollout", one.ref)
    today = runtime.clock.today
    coming = dict(check_in_days(day or today, asked, settings.workdays, today))
    gone = [week for week in asked if week not in coming]
    if json:
        told = rollout_json(one, items)
        out_json({"rollout": told, "weeks_left_out": gone, "batch": work.batch})
        return
    out(written_lines(one, items, ref, work.batch, language=runtime.language, gone=gone))


def list_(
    ctx: typer.Context,
    product: Annotated[
        str | None,
        typer.Option("--product", help=_("of this product"), autocompletion=product_names),
    ] = None,
    account: At = None,
    who: With = None,
    all_: Annotated[bool, typer.Option("--all", help=_("also those that have ended"))] = False,
    json: Json = False,
) -> None:
    """List what was begun where, the newest first. Filters add up."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.followups.queries import of_rollout
    from repplan.products.pick import pick_product
    from repplan.providers.pick import pick_account, pick_provider
    from repplan.rollouts.queries import rollouts
    from repplan.rollouts.views import rollout_json, rollout_table
    from repplan.store.refs import short_refs

    runtime = runtime_of(ctx)
    with runtime.reading() as db:
        found = rollouts(
            db,
            product_id=pick_product(db, product).id if product else None,
            account_id=pick_account(db, account).id if account else None,
            provider_id=pick_provider(db, who).id if who else None,
            with_ended=all_,
        )
        whole = [(one, of_rollout(db, one.id)) for one in found]
        refs = short_refs(db, "rollout", [one.ref for one in found])
    if json:
        out_json({"rollouts": [rollout_json(one, items) for one, items in whole]})
        return
    out(rollout_table(whole, refs, today=runtime.clock.today, language=runtime.language))


def show(ctx: typer.Context, ref: Which, json: Json = False) -> None:
    """Show one rollout and its check-ins."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.followups.queries import of_rollout
    from repplan.rollouts.pick import pick_rollout
    from repplan.rollouts.views import rollout_json, rollout_lines
    from repplan.store.refs import short_ref

    runtime = runtime_of(ctx)
    with runtime.reading() as db:
        one = pick_rollout(db, " ".join(ref))
        items = of_rollout(db, one.id)
        short = short_ref(db, "rollout", one.ref)
    if json:
        out_json(rollout_json(one, items))
        return
    out(rollout_lines(one, items, short, language=runtime.language))


def end(
    ctx: typer.Context,
    ref: Which,
    because: Annotated[str | None, typer.Option("--because", help=_("why"))] = None,
    json: Json = False,
) -> None:
    """A rollout is over: its open check-ins are no longer wanted."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.followups.queries import of_rollout
    from repplan.rollouts import actions
    from repplan.rollouts.pick import pick_rollout
    from repplan.rollouts.views import rollout_json, written_lines
    from repplan.screening.flow import check_reason
    from repplan.store.refs import short_ref

    runtime = runtime_of(ctx)
    why = check_reason(runtime, because)
    with runtime.reading() as db:
        meant = pick_rollout(db, " ".join(ref))
    with runtime.writing("rollout end") as work:
        one = actions.end(work, meant.id, why)
        items = of_rollout(work.db, one.id)
        short = short_ref(work.db, "rollout", one.ref)
    if json:
        out_json({"rollout": rollout_json(one, items), "batch": work.batch})
        return
    out(written_lines(one, items, short, work.batch, language=runtime.language))
