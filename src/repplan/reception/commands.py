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
    from repplan.store.work import Work

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
LeadBy = Annotated[
    str | None, typer.Option("--lead-by", help=_("by this hour of the last day to apply: 17:00"))
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
    lead_by: LeadBy = None,
    filing_until: FilingUntil = None,
    json: Json = False,
    **fields: str | None,
) -> None:
    """Write down how an account, or a department of it, receives reps."""
    from repplan.cli.runtime import runtime_of
    from repplan.providers.pick import pick_account
    from repplan.reception import actions

    runtime = runtime_of(ctx)
    cells = _cells(
        runtime,
        fields,
        weekdays=days,
        opens=opens,
        closes=closes,
        lead_by=lead_by,
        filing_until_on=filing_until,
    )
    with runtime.reading() as db:
        meant = pick_account(db, account)
        part = _department(db, meant.id, department)
    _write(
        runtime, "reception add", lambda work: actions.add(work, meant.id, part, cells), json=json
    )


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
    out(rule_table(found, account, today, runtime.language))


def show(
    ctx: typer.Context, account: Where, department: Department = None, json: Json = False
) -> None:
    """Show how one account, or a department of it, receives reps."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.reception.views import renewal, rule_json, rule_lines

    runtime = runtime_of(ctx)
    with runtime.reading() as db:
        one = _rule(db, runtime, account, department)
        ref = _short_ref(db, one)
    if json:
        out_json(rule_json(one))
        return
    out([*rule_lines(one, runtime.language), *renewal(one, ref, runtime.clock.today)])


@with_fields(FIELDS)
def edit(
    ctx: typer.Context,
    account: Where,
    department: Department = None,
    days: Days = None,
    opens: Opens = None,
    closes: Closes = None,
    lead_by: LeadBy = None,
    filing_until: FilingUntil = None,
    json: Json = False,
    **fields: str | None,
) -> None:
    """Change how an account receives: give only what changes; an empty value empties it."""
    from repplan.cli.runtime import runtime_of
    from repplan.errors import MissingValue
    from repplan.reception import actions

    runtime = runtime_of(ctx)
    cells = _cells(
        runtime,
        fields,
        weekdays=days,
        opens=opens,
        closes=closes,
        lead_by=lead_by,
        filing_until_on=filing_until,
    )
    with runtime.reading() as db:
        meant = _rule(db, runtime, account, department)
    if not cells:
        raise MissingValue(_("what to change"))
    _write(runtime, "reception edit", lambda work: actions.edit(work, meant.id, cells), json=json)


def end(
    ctx: typer.Context, account: Where, department: Department = None, json: Json = False
) -> None:
    """They receive so no longer: the rule is over from today on."""
    from repplan.cli.runtime import runtime_of
    from repplan.reception import actions

    runtime = runtime_of(ctx)
    with runtime.reading() as db:
        meant = _rule(db, runtime, account, department)
    _write(runtime, "reception end", lambda work: actions.end(work, meant.id), json=json)


def _write(
    runtime: Runtime, command: str, act: Callable[[Work], ReceptionRule], *, json: bool
) -> None:
    """Do it in one Work; then show the rule as it is now."""
    from repplan.cli.show import out, out_json
    from repplan.reception.views import rule_json, written_lines

    with runtime.writing(command) as work:
        one = act(work)
        batch = work.written
    if json:
        out_json({"rule": rule_json(one), "batch": batch or None})
        return
    out(written_lines(one, batch, runtime.language))


def _cells(runtime: Runtime, fields: dict[str, str | None], **said: str | None) -> dict[str, Cell]:
    """Return the cells that were given; an empty text empties its cell."""
    from datetime import timedelta

    from repplan.cli.days import ahead
    from repplan.fields import read_cells
    from repplan.i18n.times import parse_time
    from repplan.reception.actions import weekdays_cell
    from repplan.reception.rules import read_weekdays

    def hour(text: str) -> Cell:
        return parse_time(text).isoformat("minutes") if text.strip() else None

    def until(text: str) -> Cell:
        # What is said is the last day; what is kept is the day from which it no longer counts.
        return (ahead(runtime, text) + timedelta(1)).isoformat() if text.strip() else None

    readers: dict[str, Callable[[str], Cell]] = {
        "weekdays": lambda text: weekdays_cell(read_weekdays(text)),
        "opens": hour,
        "closes": hour,
        "lead_by": hour,
        "filing_until_on": until,
    }
    given = {column: text for column, text in said.items() if text is not None}
    return {
        **read_cells(FIELDS, fields),
        **{column: readers[column](text) for column, text in given.items()},
    }


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


def _short_ref(db: sqlite3.Connection, one: ReceptionRule) -> str:
    """Return the ref of a rule's account, as short as it is clear."""
    from repplan.accounts.queries import account
    from repplan.store.refs import short_ref

    return short_ref(db, "account", account(db, one.account_id).ref)


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
