"""``repplan followup``: list, add, done, waive, drop."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, Annotated

import typer

from repplan.cli.complete import (
    colleague_names,
    one_of,
    open_refs,
    provider_names,
    visited_names,
)
from repplan.cli.options import Despite, Json
from repplan.followups.model import BY, CHANNELS, KINDS, QUESTION, US

if TYPE_CHECKING:
    from collections.abc import Callable

    from repplan.followups.model import Followup
    from repplan.store.work import Work

Which = Annotated[
    list[str],
    typer.Argument(
        metavar="REF",
        help=_("refs, or whose and words of it: patel table"),
        autocompletion=open_refs,
    ),
]
Because = Annotated[str | None, typer.Option("--because", help=_("why"))]
Side = Annotated[str | None, typer.Option("--by", help=_("us or them"), autocompletion=one_of(*BY))]
Sort = Annotated[
    str | None,
    typer.Option(
        "--kind",
        help=_("promise, question, article, introduction, check-in, problem, sample, other"),
        autocompletion=one_of(*KINDS),
    ),
]


def list_(
    ctx: typer.Context,
    who: Annotated[
        str | None, typer.Argument(help=_("only theirs"), autocompletion=provider_names)
    ] = None,
    by: Side = None,
    all_: Annotated[bool, typer.Option("--all", help=_("also those that have ended"))] = False,
    json: Json = False,
) -> None:
    """List promises, ours and theirs, the nearest due day first."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.fields import choice
    from repplan.followups.queries import followups
    from repplan.followups.views import followup_json, followup_lists
    from repplan.providers.pick import pick_provider
    from repplan.store.refs import short_refs

    runtime = runtime_of(ctx)
    side = choice("by", by, BY)
    with runtime.reading() as db:
        provider_id = pick_provider(db, who).id if who else None
        found = followups(db, provider_id=provider_id, by=side, with_closed=all_)
        refs = short_refs(db, "followup", [one.ref for one in found])
    if json:
        out_json({"follow_ups": [followup_json(one) for one in found]})
        return
    out(followup_lists(found, refs, today=runtime.clock.today, language=runtime.language))


By = Annotated[
    str | None,
    typer.Option("--channel", help=_("email, phone, message"), autocompletion=one_of(*CHANNELS)),
]


def add(
    ctx: typer.Context,
    who: Annotated[
        str, typer.Argument(help=_("a provider, or an account"), autocompletion=visited_names)
    ],
    text: Annotated[list[str], typer.Argument(help=_("what was promised, by when, via whom"))],
    by: Side = None,
    due: Annotated[str | None, typer.Option("--due", help=_("a day: fri, +3d, 15 dec"))] = None,
    kind: Sort = None,
    via: Annotated[
        str | None,
        typer.Option("--via", help=_("the colleague it waits on"), autocompletion=colleague_names),
    ] = None,
    channel: By = None,
    because: Despite = None,
    json: Json = False,
) -> None:
    """Write down a promise. A day at its end, and via a colleague, are understood."""
    from repplan.cli.incoming import one_text
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.fields import choice
    from repplan.followups.actions import promise
    from repplan.followups.channels import channel_said
    from repplan.followups.reach import check_reach
    from repplan.followups.reading import read_promise
    from repplan.followups.views import followup_json, written_lines
    from repplan.screening.flow import check_texts
    from repplan.screening.views import overrides_json, with_overrides
    from repplan.store.refs import short_ref

    runtime = runtime_of(ctx)
    side, sort = choice("by", by, BY) or BY[0], choice("kind", kind, KINDS) or KINDS[0]
    with runtime.reading() as db:
        said = read_promise(db, runtime, who=who, text=one_text(text), due=due, via=via)
        ours = channel_said(said.what) if side == US and sort != QUESTION else None
        way = choice("channel", channel, CHANNELS) or ours
        check_reach(runtime, db, said, way if side == BY[0] else None)
    checked = check_texts(runtime, {"text": said.what}, because)
    with runtime.writing("followup add") as work:
        one = promise(
            work,
            what=checked.texts["text"],
            provider_id=said.provider_id,
            account_id=said.account_id,
            by=side,
            kind=sort,
            due_on=said.due_on.isoformat() if said.due_on else None,
            via_id=said.via_id,
            channel=way,
        )
        checked.keep(work, "followup", one.id)
        ref = short_ref(work.db, "followup", one.ref)
    if json:
        kept = overrides_json(checked)
        out_json({"follow_up": followup_json(one), "overrides": kept, "batch": work.batch})
        return
    out(with_overrides(written_lines(one, ref, work.batch, language=runtime.language), checked))


def done(
    ctx: typer.Context,
    ref: Which,
    proof: Annotated[
        str | None, typer.Option("--proof", help=_("what shows that it was kept"))
    ] = None,
    json: Json = False,
) -> None:
    """A promise is kept: on or before its day, or late."""
    from repplan.followups.actions import close

    told = _told(ctx, proof)
    _end(ctx, "followup done", ref, lambda work, one: close(work, one, told), json=json)


def waive(ctx: typer.Context, ref: Which, because: Because = None, json: Json = False) -> None:
    """It is no longer wanted: it counts neither as kept nor as broken."""
    from repplan.followups import actions

    told = _told(ctx, because)
    _end(ctx, "followup waive", ref, lambda work, one: actions.waive(work, one, told), json=json)


def drop(ctx: typer.Context, ref: Which, because: Because = None, json: Json = False) -> None:
    """We won't keep it: it counts as broken."""
    from repplan.followups import actions

    told = _told(ctx, because)
    _end(ctx, "followup drop", ref, lambda work, one: actions.drop(work, one, told), json=json)


def _end(
    ctx: typer.Context,
    command: str,
    words: list[str],
    act: Callable[[Work, str], Followup],
    *,
    json: bool,
) -> None:
    """Pick the follow-ups, end each in one Work, show how they ended."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.followups.pick import pick_followups
    from repplan.followups.views import closed_lines, followup_json
    from repplan.store.refs import short_refs

    runtime = runtime_of(ctx)
    with runtime.reading() as db:
        meant = pick_followups(db, words)
    with runtime.writing(command) as work:
        ended = [act(work, one.id) for one in meant]
        refs = short_refs(work.db, "followup", [one.ref for one in ended])
    if json:
        out_json({"follow_ups": [followup_json(one) for one in ended], "batch": work.batch})
        return
    out(closed_lines(ended, refs, work.batch, today=runtime.clock.today))


def _told(ctx: typer.Context, text: str | None) -> str | None:
    if not text:
        return None
    from repplan.cli.runtime import runtime_of
    from repplan.screening.flow import check_reason

    return check_reason(runtime_of(ctx), text)
