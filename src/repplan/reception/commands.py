"""``repplan reception``: add, list, show, edit, end. A rule is named by account and department."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, Annotated

import typer

from repplan.cli.complete import account_names
from repplan.cli.options import Json, with_fields
from repplan.reception.model import FIELDS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from repplan.cli.runtime import Runtime
    from repplan.fields import Cell
    from repplan.reception.model import ReceptionRule

Where = Annotated[
    str,
    typer.Argument(
        metavar="ACCOUNT",
        help=_("an account: part of its name, or a ref"),
        autocompletion=account_names,
    ),
]
Department = Annotated[
    str | None, typer.Option("--department", help=_("this department of it alone"))
]
Days = Annotated[str | None, typer.Option("--days", help=_("weekdays: tue,thu or mon-wed"))]
Opens = Annotated[str | None, typer.Option("--from", help=_("from this hour: 8:00"))]
Closes = Annotated[str | None, typer.Option("--to", help=_("to this hour: 9:00"))]
Lead = Annotated[
    str | None, typer.Option("--lead", help=_("working days from applying to the visit"))
]
LeadBy = Annotated[
    str | None, typer.Option("--lead-by", help=_("by this hour of the last day to apply: 17:00"))
]
People = Annotated[
    str | None, typer.Option("--people", help=_("how many of us must come, you among them"))
]
FilingUntil = Annotated[
    str | None, typer.Option("--filing-until", help=_("the last day on which our filing counts"))
]


@with_fields(FIELDS)
def add(
    ctx: typer.Context,
    account: Where,
    department: Department = None,
    days: Days = None,
    opens: Opens = None,
    closes: Closes = None,
    lead: Lead = None,
    lead_by: LeadBy = None,
    people: People = None,
    filing_until: FilingUntil = None,
    json: Json = False,
    **fields: str | None,
) -> None:
    """Write down how an account, or a department of it, receives reps."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.providers.pick import pick_account
    from repplan.reception import actions
    from repplan.reception.views import rule_json, written_lines

    runtime = runtime_of(ctx)
    cells = _cells(
        runtime,
        fields,
        days=days,
        opens=opens,
        closes=closes,
        lead=lead,
        lead_by=lead_by,
        people=people,
        filing_until=filing_until,
    )
    with runtime.reading() as db:
        meant = pick_account(db, account)
        part = _department(db, meant.id, department)
    with runtime.writing("reception add") as work:
        one = actions.add(work, meant.id, part, cells)
    if json:
        out_json({"rule": rule_json(one), "batch": work.batch})
        return
    out(written_lines(one, work.batch, runtime.language))


def list_(
    ctx: typer.Context,
    account: Annotated[
        str | None, typer.Argument(help=_("only there"), autocompletion=account_names)
    ] = None,
    json: Json = False,
) -> None:
    """List how accounts receive reps."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.providers.pick import pick_account
    from repplan.reception.queries import rules
    from repplan.reception.views import rule_json, rule_table

    runtime = runtime_of(ctx)
    today = runtime.clock.today
    with runtime.reading() as db:
        here = pick_account(db, account).id if account else None
        found = rules(db, here, on=today.isoformat())
    if json:
        out_json({"rules": [rule_json(one) for one in found]})
        return
    out(rule_table(found, today, runtime.language))


def show(
    ctx: typer.Context, account: Where, department: Department = None, json: Json = False
) -> None:
    """Show how one account, or a department of it, receives reps."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.reception.views import rule_json, rule_lines

    runtime = runtime_of(ctx)
    with runtime.reading() as db:
        one = _rule(db, runtime, account, department)
    if json:
        out_json(rule_json(one))
        return
    out(rule_lines(one, runtime.language))


@with_fields(FIELDS)
def edit(
    ctx: typer.Context,
    account: Where,
    department: Department = None,
    days: Days = None,
    opens: Opens = None,
    closes: Closes = None,
    lead: Lead = None,
    lead_by: LeadBy = None,
    people: People = None,
    filing_until: FilingUntil = None,
    json: Json = False,
    **fields: str | None,
) -> None:
    """Change how an account receives: give only what changes; an empty value empties it."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.errors import MissingValue
    from repplan.reception import actions
    from repplan.reception.views import rule_json, written_lines

    runtime = runtime_of(ctx)
    cells = _cells(
        runtime,
        fields,
        days=days,
        opens=opens,
        closes=closes,
        lead=lead,
        lead_by=lead_by,
        people=people,
        filing_until=filing_until,
    )
    if not cells:
        raise MissingValue(_("what to change"))
    with runtime.reading() as db:
        meant = _rule(db, runtime, account, department)
    with runtime.writing("reception edit") as work:
        one = actions.edit(work, meant.id, cells)
        batch = work.written
    if json:
        out_json({"rule": rule_json(one), "batch": batch or None})
        return
    out(written_lines(one, batch, runtime.language))


def end(
    ctx: typer.Context, account: Where, department: Department = None, json: Json = False
) -> None:
    """They receive so no longer: the rule is over from today on."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.reception import actions
    from repplan.reception.views import rule_json, written_lines

    runtime = runtime_of(ctx)
    with runtime.reading() as db:
        meant = _rule(db, runtime, account, department)
    with runtime.writing("reception end") as work:
        one = actions.end(work, meant.id)
    if json:
        out_json({"rule": rule_json(one), "batch": work.batch})
        return
    out(written_lines(one, work.batch, runtime.language))


def _cells(runtime: Runtime, fields: dict[str, str | None], **said: str | None) -> dict[str, Cell]:
    """Return the cells that were given; an empty text empties its cell."""
    from datetime import timedelta

    from repplan.cli.days import ahead
    from repplan.fields import Field, Kind, read_cell, read_cells
    from repplan.i18n.times import parse_time
    from repplan.reception.actions import weekdays_cell
    from repplan.reception.rules import read_weekdays

    def hour(text: str) -> Cell:
        return parse_time(text).isoformat("minutes") if text.strip() else None

    def until(text: str) -> Cell:
        # What is said is the last day; what is kept is the day from which it no longer counts.
        return (ahead(runtime, text) + timedelta(1)).isoformat() if text.strip() else None

    def count(name: str, flag: str) -> Field:
        return Field(name, "", Kind.COUNT, flag=flag)

    readers: dict[str, tuple[str, Callable[[str], Cell]]] = {
        "days": ("weekdays", lambda text: weekdays_cell(read_weekdays(text))),
        "opens": ("opens", hour),
        "closes": ("closes", hour),
        "lead": ("lead_days", lambda text: read_cell(count("lead_days", "--lead"), text)),
        "lead_by": ("lead_by", hour),
        "people": (
            "people_needed",
            lambda text: read_cell(count("people_needed", "--people"), text),
        ),
        "filing_until": ("filing_until_on", until),
    }
    cells = read_cells(FIELDS, fields)
    for name, text in said.items():
        if text is not None:
            column, read = readers[name]
            cells[column] = read(text)
    return cells


def _department(db: sqlite3.Connection, account_id: str, said: str | None) -> str:
    """Return a department as it is written there already, else as it was said."""
    from repplan.accounts.queries import account
    from repplan.fields import name_text
    from repplan.text import fold

    if not said or not said.strip():
        return ""
    name = name_text("department", said)
    known = account(db, account_id).departments
    return next((one for one in known if fold(one) == fold(name)), name)


def _rule(
    db: sqlite3.Connection, runtime: Runtime, account: str, department: str | None
) -> ReceptionRule:
    """Return the rule meant. Raises: NoRule; what ``pick_account`` raises; Ambiguous."""
    from repplan.cli.pick import pick
    from repplan.errors import SeveralMatch
    from repplan.i18n.phrases import placed
    from repplan.providers.pick import pick_account
    from repplan.reception.queries import rules
    from repplan.reception.rules import NoRule
    from repplan.text import fold

    here = pick_account(db, account)
    found = rules(db, here.id, on=runtime.clock.today.isoformat())
    if department is not None:
        found = [one for one in found if fold(one.department) == fold(department)]
    # Without a department the account's own rule is meant, where there is one.
    own = [one for one in found if not one.department] if department is None else []
    said = placed((here.name, department))
    return pick(
        said,
        own or found,
        lambda one: placed((one.account, one.department)),
        several=SeveralMatch,
        missing=NoRule,
    )
