"""``repplan consent``: add, list, show, end."""

from __future__ import annotations

from gettext import gettext as _
from typing import Annotated

import typer

from repplan.cli.complete import consent_refs, one_of, provider_names
from repplan.cli.options import Json
from repplan.consents.model import CHANNELS, IN, SIDES

Who = Annotated[
    str, typer.Argument(help=_("part of a name, or a ref"), autocompletion=provider_names)
]
Which = Annotated[
    list[str],
    typer.Argument(
        metavar="REF",
        help=_("a ref, or WHO and the channel: chen email"),
        autocompletion=consent_refs,
    ),
]


def add(
    ctx: typer.Context,
    who: Who,
    channel: Annotated[
        str, typer.Argument(help=_("email, phone, message, data"), autocompletion=one_of(*CHANNELS))
    ],
    side: Annotated[
        str | None,
        typer.Argument(metavar="in|out", help=_("in or out"), autocompletion=one_of(*SIDES)),
    ] = None,
    value: Annotated[
        str | None, typer.Option("--value", help=_("for this address or number alone"))
    ] = None,
    topic: Annotated[str | None, typer.Option("--topic", help=_("about this alone"))] = None,
    on: Annotated[str | None, typer.Option("--on", help=_("the day they said so"))] = None,
    how: Annotated[
        str | None, typer.Option("--how", help=_("how they said so: signed form, in person"))
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", help=_("the last day on which it counts"))
    ] = None,
    json: Json = False,
) -> None:
    """Write down that somebody may be e-mailed, called or texted (in), or not (out). Out wins."""
    from repplan.cli.days import ahead, since
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json, say
    from repplan.consents import actions
    from repplan.consents.queries import reach
    from repplan.consents.views import consent_json, still_out, written_lines
    from repplan.fields import Field, Kind, read_cell
    from repplan.providers.pick import pick_provider
    from repplan.store.refs import short_ref

    runtime = runtime_of(ctx)
    way = read_cell(Field("channel", "", Kind.CHOICE, CHANNELS, is_needed=True), channel)
    with runtime.reading() as db:
        one = pick_provider(db, who)
    is_in = _is_in(side)
    with runtime.writing("consent add") as work:
        kept = actions.note(
            work,
            one.id,
            str(way),
            is_in=is_in,
            value=_told(value) or "",
            topic=_told(topic) or "",
            given_on=since(runtime, on) if on else None,
            how=_told(how),
            expires_on=ahead(runtime, until).isoformat() if until else None,
        )
        ref = short_ref(work.db, "consent", kept.ref)
        now = reach(work.db, [one.id], work.today.isoformat())
    nos = now.outs(kept)
    for their_no in nos:
        say(still_out(their_no))
    if json:
        out_json({"consent": consent_json(kept), "batch": work.batch})
        return
    out(written_lines(kept, ref, work.batch, work.today, runtime.language, out_wins=bool(nos)))


def list_(
    ctx: typer.Context,
    who: Annotated[
        str | None, typer.Argument(help=_("only theirs"), autocompletion=provider_names)
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help=_("also those that have ended"))] = False,
    json: Json = False,
) -> None:
    """List consents, the newest first; of one provider also what the policy asks for."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.consents.model import REACHING
    from repplan.consents.queries import consents, reach
    from repplan.consents.views import (
        consent_json,
        consent_table,
        needs_json,
        needs_lines,
        needs_of,
    )
    from repplan.policies.load import policy_of
    from repplan.providers.pick import pick_provider
    from repplan.store.refs import short_refs

    runtime = runtime_of(ctx)
    today = runtime.clock.today
    with runtime.reading() as db:
        one = pick_provider(db, who) if who else None
        found = consents(db, one.id if one else None, on=None if all_ else today.isoformat())
        refs = short_refs(db, "consent", [each.ref for each in found])
        needs = needs_of(policy_of(db), REACHING)
        now = reach(db, {each.provider_id for each in found}, today.isoformat())
    if json:
        out_json({"consents": [consent_json(each) for each in found], "needs": needs_json(needs)})
        return
    silenced = {each.id for each in found if now.outs(each)}
    lines = consent_table(found, refs, today, runtime.language, silenced)
    out([*lines, *(needs_lines(needs) if one else [])])


def show(ctx: typer.Context, ref: Which, json: Json = False) -> None:
    """Show one consent, whole."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.consents.pick import pick_consent
    from repplan.consents.queries import reach
    from repplan.consents.views import consent_json, consent_lines
    from repplan.store.refs import short_ref

    runtime = runtime_of(ctx)
    today = runtime.clock.today
    with runtime.reading() as db:
        one = pick_consent(db, " ".join(ref), today.isoformat())
        short = short_ref(db, "consent", one.ref)
        out_wins = bool(reach(db, [one.provider_id], today.isoformat()).outs(one))
    if json:
        out_json(consent_json(one))
        return
    out(consent_lines(one, short, today, runtime.language, out_wins=out_wins))


def end(
    ctx: typer.Context,
    ref: Which,
    on: Annotated[
        str | None, typer.Option("--on", help=_("from which day on, if not today"))
    ] = None,
    json: Json = False,
) -> None:
    """A consent, or a no, counts no longer: they took it back, or changed their mind."""
    from repplan.cli.days import since
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.consents import actions
    from repplan.consents.pick import pick_consent
    from repplan.consents.views import consent_json, written_lines
    from repplan.store.refs import short_ref

    runtime = runtime_of(ctx)
    today = runtime.clock.today
    day = since(runtime, on) if on else None
    with runtime.reading() as db:
        meant = pick_consent(db, " ".join(ref), today.isoformat())
    with runtime.writing("consent end") as work:
        one = actions.end(work, meant.id, day)
        short = short_ref(work.db, "consent", one.ref)
    if json:
        out_json({"consent": consent_json(one), "batch": work.batch})
        return
    out(written_lines(one, short, work.batch, today, runtime.language))


def _is_in(said: str | None) -> bool:
    """Return whether they said in; asked for where nothing was said. Raises: BadValue, MissingValue."""
    from repplan.cli.ask import confirm
    from repplan.fields import Field, Kind, read_cell

    if said is None:
        return confirm(_("Did they agree to it?"), is_usual=None, what=_("in or out"))
    field = Field("consent", "", Kind.CHOICE, SIDES, flag="--in or out", is_needed=True)
    return read_cell(field, said) == IN


def _told(text: str | None) -> str | None:
    from repplan.fields import Field, read_cell

    cell = read_cell(Field("text", "", longest=500), text) if text else None
    return str(cell) if cell else None
