"""``repplan drill``: practise aloud before the first visit."""

from __future__ import annotations

from gettext import gettext as _
from typing import Annotated

import typer

from repplan.cli.complete import account_names, product_names, provider_names
from repplan.cli.options import Json


def drill(
    ctx: typer.Context,
    product: Annotated[
        str | None,
        typer.Option("--product", help=_("only this product"), autocompletion=product_names),
    ] = None,
    account: Annotated[
        str | None,
        typer.Option(
            "--account", help=_("only who is who at this account"), autocompletion=account_names
        ),
    ] = None,
    role_play: Annotated[
        str | None,
        typer.Option(
            "--role-play",
            help=_("what this person is likely to object"),
            autocompletion=provider_names,
        ),
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help=_("show what would be asked"))] = False,
    json: Json = False,
) -> None:
    """Practise aloud: say it, look, and tell with one key how it went. Three minutes.

    What you knew comes back in days, what you didn't at once. Ctrl-C ends it; what was answered is
    kept.
    """
    from repplan.drills.rules import OneOnly

    if sum(map(bool, (product, account, role_play))) > 1:
        raise OneOnly
    if role_play:
        _play(ctx, role_play, is_json=json, is_list=list_)
    else:
        _practise(ctx, product, account, is_json=json, is_list=list_)


def _practise(
    ctx: typer.Context, product: str | None, account: str | None, *, is_json: bool, is_list: bool
) -> None:
    """Ask what is due, and something new."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.config import read_settings
    from repplan.drills import views
    from repplan.drills.queries import deck
    from repplan.drills.rules import next_due, to_practise
    from repplan.products.pick import pick_product
    from repplan.providers.pick import pick_account

    runtime = runtime_of(ctx)
    today, now = runtime.clock.today, runtime.clock.instant
    with runtime.reading() as db:
        settings = read_settings(db)
        every = deck(
            db,
            today.isoformat(),
            product_id=pick_product(db, product).id if product else None,
            account_id=pick_account(db, account).id if account else None,
        )
    cards = to_practise(every, now, settings.number("drill.new"))
    if is_json:
        out_json({"cards": [views.asked_json(one) for one in cards]})
    elif not cards:
        at = next_due(every, now)
        out(views.nothing_lines(at, today=today, language=runtime.language, is_empty=not every))
    elif is_list:
        out(views.due_lines(cards, today=today, language=runtime.language))
    else:
        # It loads the schedule's library: what a list needn't.
        from repplan.drills.practice_flow import practise

        practise(runtime, cards, settings.number("drill.minutes"))


def _play(ctx: typer.Context, who: str, *, is_json: bool, is_list: bool) -> None:
    """Let a person say what they are likely to say, and look at the approved answers."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.config import read_settings
    from repplan.drills import views
    from repplan.drills.queries import lines as lines_of
    from repplan.drills.rules import suits
    from repplan.products.queries import objections
    from repplan.providers.pick import pick_provider
    from repplan.visits.talk import likely_objections, talk_with

    runtime = runtime_of(ctx)
    with runtime.reading() as db:
        one = pick_provider(db, who)
        today = runtime.clock.today.isoformat()
        talk = talk_with(db, one, on=today)
        likely = likely_objections(db, talk, most=_LINES)
        # Nobody is played with what can't be theirs: fewer lines rather than strange ones.
        others = [
            objection
            for objection in objections(db, today=today)
            if suits(objection, one, talk.known.messages)
        ]
        lines = lines_of(db, likely, others, product_id=talk.product_id, most=_LINES)
        minutes = read_settings(db).number("drill.minutes")
    if is_json:
        said = [views.spoken_json(line) for line in lines]
        out_json({"provider": {"ref": one.ref, "name": one.name}, "lines": said})
    elif not lines:
        out(views.nothing_said(one.name))
    elif is_list:
        out(views.said_lines(lines, today=runtime.clock.today, language=runtime.language))
    else:
        from repplan.drills.practice_flow import play

        play(runtime, one.name, lines, minutes)


_LINES = 3
"""What a person says in a role-play."""
