"""``repplan due``, ``done`` and ``snooze``."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, Annotated

import typer

from repplan.cli.complete import due_words, open_refs, snooze_refs
from repplan.cli.options import Json

if TYPE_CHECKING:
    from repplan.cli.runtime import Runtime
    from repplan.day import Group


def due(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[GROUP|WHO]",
            help=_("one group, or what concerns one person"),
            autocompletion=due_words,
        ),
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help=_("every item"))] = False,
    ahead: Annotated[
        str | None, typer.Option("--ahead", help=_("how far to look ahead: 7d, 2w"))
    ] = None,
    why: Annotated[bool, typer.Option("--why", help=_("the score as terms"))] = False,
    walk: Annotated[bool, typer.Option("--walk", help=_("go through it, one key each"))] = False,
    json: Json = False,
) -> None:
    """Show what is due today, ranked, and why: promises, visits, who is getting cold."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json, screen_width
    from repplan.due import views
    from repplan.due.queries import queue

    runtime = runtime_of(ctx)
    said = " ".join(words or [])
    group, days = _asked(runtime, said, ahead) if said or ahead else (None, None)
    is_whole = bool(said or all_ or json or walk or ahead)
    with runtime.reading() as db:
        found = queue(
            db,
            runtime.clock,
            language=runtime.language,
            ahead_days=days,
            most=None if is_whole else _MOST_SHOWN,
        )
        items = found.items
        if said:
            from repplan.due.choosing import chosen

            items = chosen(db, found, said, group)
    if json:
        out_json(views.queue_json(found, items))
    elif walk:
        # It logs visits as well: what the queue alone needn't load.
        from repplan.due.walk_flow import walk_through

        walk_through(runtime, items)
    elif why:
        out(views.why_lines(items, screen_width(), group))
    elif is_whole:
        out(views.full_lines(items, screen_width(), group))
    else:
        out(
            views.screen_lines(
                found, runtime.clock, runtime.language, screen_width(), found.screen_lines
            )
        )


def _asked(runtime: Runtime, said: str, ahead: str | None) -> tuple[Group | None, int | None]:
    """Return the group and the days asked for: what the morning's screen needn't load."""
    from repplan.due.choosing import days_ahead, group_of

    return group_of(said), days_ahead(runtime, ahead) if ahead else None


def done(
    ctx: typer.Context,
    refs: Annotated[
        list[str],
        typer.Argument(
            metavar="REF...",
            help=_("refs, or the person and words of the promise: patel table"),
            autocompletion=open_refs,
        ),
    ],
    proof: Annotated[
        str | None, typer.Option("--proof", help=_("how you know that it is done"))
    ] = None,
    json: Json = False,
) -> None:
    """A promise is kept, or an answer given."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.followups.actions import close
    from repplan.followups.pick import pick_followups
    from repplan.followups.views import closed_lines, followup_json
    from repplan.store.refs import short_refs

    runtime = runtime_of(ctx)
    told = _told(runtime, proof)
    with runtime.reading() as db:
        meant = pick_followups(db, refs)
    with runtime.writing("done") as work:
        closed = [close(work, one.id, told) for one in meant]
        short = short_refs(work.db, "followup", [one.ref for one in closed])
    if json:
        out_json({"settled": [followup_json(one) for one in closed], "batch": work.batch})
        return
    out(closed_lines(closed, short, work.batch, today=runtime.clock.today))


def snooze(
    ctx: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="REF UNTIL",
            help=_("what or whom, then until when: reyes mon"),
            autocompletion=snooze_refs,
        ),
    ],
    because: Annotated[str | None, typer.Option("--because", help=_("why"))] = None,
    json: Json = False,
) -> None:
    """Put off a follow-up or a provider until a day. Clocks can't be put off."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.due.snooze_views import snoozed_json, snoozed_lines
    from repplan.due.snoozing import put_off, read_snooze

    runtime = runtime_of(ctx)
    told = _told(runtime, because)
    with runtime.reading() as db:
        meant = read_snooze(runtime, db, words)
    with runtime.writing("snooze") as work:
        one = put_off(work, meant, told)
        batch = work.written
    if json:
        out_json(snoozed_json(one, batch))
        return
    out(snoozed_lines(one, runtime.language, batch))


def _told(runtime: Runtime, text: str | None) -> str | None:
    """A reason or a proof as it is kept, screened; most are closed and put off without one."""
    if not text:
        return None
    from repplan.screening.flow import check_reason

    return check_reason(runtime, text)


_MOST_SHOWN = 40
"""Items read of a long group for the one screen: more than it can show."""
