"""``repplan visit``: plan, ask, list, show, amend, cancel, recap."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, Annotated

import typer

from repplan.cli.complete import (
    account_names,
    objective_refs,
    one_of,
    provider_names,
    visit_refs,
    visited_names,
)
from repplan.cli.options import Despite, Json, with_fields
from repplan.followups.model import BY
from repplan.visits.model import FIELDS, STATES, TEXTS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Sequence

    from repplan.cli.runtime import Runtime
    from repplan.screening.flow import Checked
    from repplan.visits.meant import Side
    from repplan.visits.model import WholeVisit

Ref = Annotated[
    str,
    typer.Argument(
        metavar="REF",
        help=_("a ref, or whom it is with: “patel”, “patel 17 nov”"),
        autocompletion=visit_refs,
    ),
]
Who = Annotated[
    str,
    typer.Argument(
        metavar="WHO",
        help=_("a provider; an account or a department for a group"),
        autocompletion=visited_names,
    ),
]
When = Annotated[str, typer.Option("--at", help=_("when: fri 8:40, tomorrow 2pm, 12月1日9点"))]
Minutes = Annotated[
    int | None, typer.Option("--minutes", min=1, max=1440, help=_("minutes agreed"))
]
Objective = Annotated[
    str | None,
    typer.Option(
        "--objective", help=_("its objective: a ref, or words of it"), autocompletion=objective_refs
    ),
]
With = Annotated[
    list[str] | None,
    typer.Option("--with", help=_("who else will be there"), autocompletion=provider_names),
]
Anyway = Annotated[
    str | None, typer.Option("--because", help=_("why it is planned, where a rule warns of it"))
]
Copy = Annotated[bool, typer.Option("--copy", help=_("put the text on the clipboard"))]

_OF_A_PLAN = {"channel", "purpose", "origin", "heads", "appointment", "agreed_with"}
_ONLY_PLANNED = {"minutes_planned", "appointment", "agreed_with"}
_ONLY_LOGGED = {"outcome", "said", "agreed", "reading", "rival"}
_SHOWN = 200
"""Rows of a list on the screen; ``--all`` and JSON have no limit."""


@with_fields([field for field in FIELDS if field.column in _OF_A_PLAN])
def plan(
    ctx: typer.Context,
    who: Who,
    at: When,
    minutes: Minutes = None,
    objective: Objective = None,
    with_: With = None,
    because: Anyway = None,
    json: Json = False,
    **fields: str | None,
) -> None:
    """Plan a visit: one plan per provider and day, and none that a rule refuses."""
    from repplan.can.flow import apply_remark, check_visit
    from repplan.cli.days import day_context
    from repplan.cli.runtime import runtime_of
    from repplan.fields import read_cells
    from repplan.i18n.dates import parse_moment
    from repplan.visits import actions, queries
    from repplan.visits.party import party_of
    from repplan.visits.pick import pick_objective

    runtime = runtime_of(ctx)
    cells = {"minutes_planned": minutes, **read_cells(FIELDS, fields)}
    on, start = parse_moment(at, day_context(runtime))
    with runtime.reading() as db:
        party = party_of(db, who, tuple(with_ or ()))
        if objective:
            cells["objective_id"] = pick_objective(db, objective, party.provider_ids).id
        allowed = check_visit(runtime, db, party, cells, on=on, at=start, because=because)
    with runtime.writing("visit plan") as work:
        planned = actions.plan_visit(
            work,
            on=on,
            at=start,
            provider_ids=party.provider_ids,
            account_id=party.account_id,
            place_id=party.place_id,
            cells={**cells, "department": party.department or None},
        )
        allowed.keep(work, planned.id)
        whole = queries.whole(work.db, planned.id)
        remarks = apply_remark(runtime, work.db, allowed, planned.ref)
        remarks += _remarks(runtime, work.db, whole)
    _written(runtime, whole, work.batch, remarks, is_json=json)


def ask(ctx: typer.Context, ref: Ref, copy: Copy = False, json: Json = False) -> None:
    """Write a polite request for a planned visit; ``--copy`` marks it as asked for."""
    from repplan.cli.clipboard import copy as to_clipboard
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import say
    from repplan.config import read_settings
    from repplan.products import queries as products
    from repplan.visits import actions, queries, rules
    from repplan.visits.letters import ask_text
    from repplan.visits.pick import NEXT, pick_visit
    from repplan.visits.reach import say_reach

    runtime = runtime_of(ctx)
    with runtime.reading() as db:
        one = queries.whole(db, pick_visit(runtime, db, ref, NEXT).id)
        known = [product.name for product in products.products(db, with_retired=True)]
        signed = read_settings(db).text("owner.name")
    rules.check_to_come(one.visit, runtime.clock.now)
    say_reach(runtime, one)
    benefit = one.objective.benefit if one.objective else None
    if benefit and not rules.may_be_sent(benefit, known):
        say(_("The benefit names a product or a figure, so the text leaves it out."))
        benefit = None
    text = ask_text(one, benefit=benefit or "", signed=signed, language=runtime.language)
    batch = None
    is_copied = copy and to_clipboard(text)
    if is_copied:
        with runtime.writing("visit ask") as work:
            actions.ask_for_visit(work, one.visit.id)
            one = queries.whole(work.db, one.visit.id)
        batch = work.batch
    elif copy:
        say(_("It isn't marked as asked for: nothing was copied."))
    _letter(text, one, signed, is_copied=is_copied if copy else None, is_json=json, batch=batch)


def list_(
    ctx: typer.Context,
    who: Annotated[
        str | None,
        typer.Argument(
            metavar="[WHO]",
            help=_("a provider, an account or a department"),
            autocompletion=visited_names,
        ),
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", help=_("first day: 3 wks, last fri, 1 oct"))
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", help=_("last day: yesterday, fri, 31 oct"))
    ] = None,
    state: Annotated[
        str | None,
        typer.Option(
            "--state",
            help=_("planned, logged, filed, cancelled"),
            autocompletion=one_of(*STATES),
        ),
    ] = None,
    account: Annotated[
        str | None,
        typer.Option("--account", help=_("visits there"), autocompletion=account_names),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help=_("however many there are"))] = False,
    json: Json = False,
) -> None:
    """List visits, filtered: planned ones the next first, others the newest first."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json, say
    from repplan.visits import queries
    from repplan.visits.pick import wanted
    from repplan.visits.views import left_out, range_line, visit_json, visit_table

    runtime = runtime_of(ctx)
    with runtime.reading() as db:
        asked = wanted(runtime, db, who=who, account=account, state=state, since=since, until=until)
        found = queries.visits(db, asked, most=-1 if everything or json else _SHOWN)
        rows = [queries.whole(db, one.id) for one in found]
        count = queries.visit_count(db, asked)
    if json:
        out_json({"visits": [visit_json(one) for one in rows]})
        return
    if since or until:
        say(range_line(asked, runtime.language))
    out(visit_table(rows, runtime.clock.today, runtime.language))
    if count > len(rows):
        out([left_out(count - len(rows))])


def show(ctx: typer.Context, ref: Ref, json: Json = False) -> None:
    """Show one visit, whole: by its ref, or the last one with somebody, else the next."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.visits import queries
    from repplan.visits.pick import LAST, NEXT, pick_visit
    from repplan.visits.views import visit_json, visit_lines

    runtime = runtime_of(ctx)
    with runtime.reading() as db:
        one = queries.whole(db, pick_visit(runtime, db, ref, LAST, NEXT).id)
    if json:
        out_json(visit_json(one))
        return
    out(visit_lines(one, runtime.language))


@with_fields(FIELDS)
def amend(
    ctx: typer.Context,
    ref: Ref,
    at: Annotated[
        str | None, typer.Option("--at", help=_("another day or time: fri, 14:00, fri 14:00"))
    ] = None,
    objective: Objective = None,
    filed: Annotated[
        bool | None,
        typer.Option("--filed/--not-filed", help=_("it stands in your company's system")),
    ] = None,
    because: Despite = None,
    json: Json = False,
    **fields: str | None,
) -> None:
    """Change a visit: give only what changes; an empty value empties a field."""
    from repplan.can.flow import check_move
    from repplan.cli.runtime import runtime_of
    from repplan.errors import MissingValue
    from repplan.fields import read_cells
    from repplan.screening.flow import check_cells
    from repplan.visits import actions, queries
    from repplan.visits.pick import new_moment, pick_objective, pick_visit
    from repplan.visits.views import amend_remarks

    runtime = runtime_of(ctx)
    cells = read_cells(FIELDS, fields)
    if not cells and at is None and filed is None and objective is None:
        raise MissingValue(_("What to change"))
    with runtime.reading() as db:
        one = pick_visit(runtime, db, ref, _side(cells, is_filing=filed is not None))
        if objective is not None:
            people = queries.provider_ids(db, one.id)
            cells["objective_id"] = pick_objective(db, objective, people).id if objective else None
    if "minutes" in cells and not one.is_actual:
        cells["minutes_planned"] = cells.pop("minutes")
    on, start = new_moment(runtime, one, at) if at else (None, None)
    allowed = check_move(runtime, one, cells, on=on, at=start, because=because)
    checked = check_cells(runtime, TEXTS, cells, because)
    cells |= checked.texts
    with runtime.writing("visit amend") as work:
        actions.amend_visit(work, one.id, cells, on=on, at=start, is_filed=filed)
        checked.keep(work, "visit", one.id)
        allowed.keep(work, one.id)
        whole = queries.whole(work.db, one.id)
        remarks = amend_remarks(one, whole.visit)
        if on and not one.is_actual:
            remarks += _remarks(runtime, work.db, whole)
    _written(runtime, whole, work.batch, remarks, is_json=json, checked=checked)


def cancel(
    ctx: typer.Context,
    ref: Ref,
    by: Annotated[
        str | None,
        typer.Option("--by", help=_("who called it off: us or them"), autocompletion=one_of(*BY)),
    ] = None,
    because: Annotated[str | None, typer.Option("--because", help=_("why"))] = None,
    json: Json = False,
) -> None:
    """Call a planned visit off. It stays in the history and counts as no visit."""
    from repplan.cli.runtime import runtime_of
    from repplan.fields import Field, Kind, read_cell
    from repplan.screening.flow import check_reason
    from repplan.visits import actions, queries
    from repplan.visits.pick import NEXT, pick_visit

    runtime = runtime_of(ctx)
    whose = read_cell(Field("by", "", Kind.CHOICE, BY), by or "")
    why = read_cell(Field("because", ""), because or "")
    with runtime.reading() as db:
        one = pick_visit(runtime, db, ref, NEXT)
    check_reason(runtime, because)
    with runtime.writing("visit cancel") as work:
        actions.cancel_visit(work, one.id, by=whose, why=why)
        whole = queries.whole(work.db, one.id)
    _written(runtime, whole, work.batch, [], is_json=json)


def recap(ctx: typer.Context, ref: Ref, copy: Copy = False, json: Json = False) -> None:
    """Write the thank-you to send: what was agreed, we will, they will, next."""
    from repplan.cli.clipboard import copy as to_clipboard
    from repplan.cli.runtime import runtime_of
    from repplan.config import read_settings
    from repplan.visits import queries, rules
    from repplan.visits.letters import recap_text
    from repplan.visits.pick import LAST, pick_visit
    from repplan.visits.reach import say_reach

    runtime = runtime_of(ctx)
    with runtime.reading() as db:
        one = queries.whole(db, pick_visit(runtime, db, ref, LAST).id)
        signed = read_settings(db).text("owner.name")
    rules.check_seen(one.visit)
    say_reach(runtime, one)
    text = recap_text(one, signed=signed, language=runtime.language)
    is_copied = to_clipboard(text) if copy else None
    _letter(text, one, signed, is_copied=is_copied, is_json=json)


def _side(cells: Collection[str], *, is_filing: bool) -> Sequence[Side]:
    """Which visit of somebody an amendment speaks of: one that was, one to come, or either."""
    from repplan.visits.pick import EITHER, LAST, NEXT

    is_logged = is_filing or not _ONLY_LOGGED.isdisjoint(cells)
    is_planned = not _ONLY_PLANNED.isdisjoint(cells)
    if is_logged == is_planned:
        return EITHER
    return LAST if is_logged else NEXT


def _remarks(runtime: Runtime, db: sqlite3.Connection, one: WholeVisit) -> list[str]:
    """What speaks against the time of a planned visit, without keeping it from being."""
    from repplan.config import read_settings
    from repplan.visits import rules
    from repplan.visits.clashes import in_the_way
    from repplan.visits.views import plan_remarks

    clashes, taken = in_the_way(db, one.visit)
    is_working = rules.is_planned_well(one.visit, read_settings(db))
    return plan_remarks(one, clashes, taken, is_working=is_working, language=runtime.language)


def _written(
    runtime: Runtime,
    one: WholeVisit,
    batch: str,
    remarks: Sequence[str],
    *,
    is_json: bool,
    checked: Checked | None = None,
) -> None:
    """Show a visit as it was written, how to take it back, and what to mind."""
    from repplan.cli.show import out, out_json, saved, say
    from repplan.screening.views import overrides_json, with_overrides
    from repplan.visits.views import visit_json, visit_lines

    for remark in remarks:
        say(remark)
    if is_json:
        told = {"overrides": overrides_json(checked)} if checked else {}
        out_json({"visit": visit_json(one), "remarks": list(remarks), **told, "batch": batch})
        return
    lines = [*visit_lines(one, runtime.language), saved(batch)]
    out(with_overrides(lines, checked) if checked else lines)


def _letter(
    text: str,
    one: WholeVisit,
    signed: str,
    *,
    is_copied: bool | None,
    is_json: bool,
    batch: str | None = None,
) -> None:
    """Show a text to send; ``is_copied``: whether it is on the clipboard, None: nobody asked."""
    from repplan.cli.show import out, out_json, saved, say
    from repplan.visits.views import visit_json

    if is_copied is not None:
        say(_("Copied.") if is_copied else _("No clipboard here: copy the text from below."))
    if not signed:
        say(_("It bears no name. Set yours once: repplan config set owner.name NAME"))
    if is_json:
        told = {"visit": visit_json(one), "text": text, "copied": bool(is_copied)}
        out_json({**told, "batch": batch})
        return
    out(text.rstrip("\n").split("\n"))
    if batch:
        out(["", saved(batch)])
