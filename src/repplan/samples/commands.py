"""``repplan sample``: stock, receive, drop, return, lose, transfer, count, adjust, report."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, Annotated

import typer

from repplan.cli.complete import file_names, lot_numbers, product_names, provider_names
from repplan.cli.help import NumberCommand
from repplan.cli.options import Json

if TYPE_CHECKING:
    import sqlite3

    from repplan.cli.runtime import Runtime
    from repplan.samples.model import Lot, Movement

Which = Annotated[
    str,
    typer.Argument(
        metavar="PRODUCT", help=_("part of a name, or a ref"), autocompletion=product_names
    ),
]
Quantity = Annotated[str, typer.Argument(metavar="QTY", help=_("how many: a whole number"))]
LotNo = Annotated[
    str | None,
    typer.Option("--lot", help=_("the lot's number, or its ref"), autocompletion=lot_numbers),
]
On = Annotated[str | None, typer.Option("--on", help=_("which day, if not today"))]
Why = Annotated[str | None, typer.Option("--because", help=_("why"))]
Needed = Annotated[str | None, typer.Option("--because", help=_("why: this is needed"))]


def stock(
    ctx: typer.Context,
    product: Annotated[
        str | None,
        typer.Argument(
            metavar="[PRODUCT]",
            help=_("part of a name, or a ref"),
            autocompletion=product_names,
        ),
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help=_("also lots that are used up"))] = False,
    json: Json = False,
) -> None:
    """What is left of each lot, the first to expire first."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.products.pick import pick_product
    from repplan.samples import queries
    from repplan.samples.views import stock_json, stock_table
    from repplan.samples.warning import warn_until
    from repplan.store.refs import short_refs

    runtime = runtime_of(ctx)
    today = runtime.clock.today
    with runtime.reading() as db:
        _refuse_off(db)
        meant = pick_product(db, product).id if product else None
        found = queries.stock(db, today.isoformat(), product_id=meant, with_empty=all_)
        refs = short_refs(db, "sample_lot", [one.lot.ref for one in found])
        until = warn_until(db, today)
    if json:
        out_json({"lots": [stock_json(one) for one in found], "warn_until": until})
        return
    out(stock_table(found, refs, today=today, warn_until=until or "", language=runtime.language))


def receive(
    ctx: typer.Context,
    product: Which,
    quantity: Quantity,
    lot: Annotated[
        str, typer.Option("--lot", help=_("the lot's number"), autocompletion=lot_numbers)
    ],
    strength: Annotated[str, typer.Option("--strength", help=_("such as 10mg"))] = "",
    expires: Annotated[
        str | None, typer.Option("--expires", help=_("the last day: 2027-08-31, 2027-08"))
    ] = None,
    on: On = None,
    json: Json = False,
) -> None:
    """Samples came: so many of a lot."""
    from repplan.cli.days import ahead
    from repplan.cli.runtime import runtime_of
    from repplan.fields import name_text
    from repplan.products.pick import pick_product
    from repplan.samples import actions, rules
    from repplan.samples.pick import meant_strength

    runtime = runtime_of(ctx)
    number = rules.read_number(lot)
    pieces = rules.read_quantity(quantity)
    said = name_text("strength", strength, _LONGEST) if strength.strip() else ""
    until = None
    if expires:
        until = rules.read_month(expires) or ahead(runtime, expires).isoformat()
    day = _day(runtime, on)
    with runtime.reading() as db:
        _refuse_off(db)
        meant = pick_product(db, product)
        said = said or meant_strength(db, meant, number, until)
    with runtime.writing("sample receive") as work:
        made = actions.receive(
            work,
            meant.id,
            number=number,
            quantity=pieces,
            strength=said,
            expires_on=until,
            on=day,
        )
    _show(runtime, made, work.batch, is_json=json)


def drop(
    ctx: typer.Context,
    who: Annotated[
        str,
        typer.Argument(
            metavar="WHO", help=_("part of a name, or a ref"), autocompletion=provider_names
        ),
    ],
    product: Which,
    quantity: Quantity,
    lot: LotNo = None,
    request: Annotated[
        str | None, typer.Option("--request", help=_("number of the signed request"))
    ] = None,
    receipt: Annotated[
        str | None, typer.Option("--receipt", help=_("number of the signed receipt"))
    ] = None,
    on: On = None,
    because: Why = None,
    json: Json = False,
) -> None:
    """Samples were left with a provider. In a log: = PRODUCT QTY lot NO."""
    from repplan.cli.runtime import runtime_of
    from repplan.products.pick import pick_product
    from repplan.providers.pick import pick_provider
    from repplan.samples import actions, rules
    from repplan.samples.pick import pick_lot
    from repplan.screening.flow import check_reason

    runtime = runtime_of(ctx)
    pieces = rules.read_quantity(quantity)
    day = _day(runtime, on) or runtime.clock.today.isoformat()
    with runtime.reading() as db:
        _refuse_off(db)
        person = pick_provider(db, who)
        meant = pick_lot(db, pick_product(db, product), lot, day)
    reason = check_reason(runtime, because)
    with runtime.writing("sample drop") as work:
        made = actions.drop(
            work,
            lot_id=meant.id,
            provider_id=person.id,
            visit_id=None,
            quantity=pieces,
            on=day,
            request=rules.read_paper("--request", request),
            receipt=rules.read_paper("--receipt", receipt),
            reason=reason,
        )
    _show(runtime, made, work.batch, is_json=json)


def return_(
    ctx: typer.Context,
    product: Which,
    quantity: Quantity,
    lot: LotNo = None,
    on: On = None,
    because: Why = None,
    json: Json = False,
) -> None:
    """Samples went back to the company."""
    _take_out(ctx, "returned", product, quantity, lot=lot, on=on, why=because, is_json=json)


def lose(
    ctx: typer.Context,
    product: Which,
    quantity: Quantity,
    lot: LotNo = None,
    on: On = None,
    because: Needed = None,
    json: Json = False,
) -> None:
    """Samples were lost, stolen or spoilt."""
    _take_out(
        ctx, "lost", product, quantity, lot=lot, on=on, why=because, is_json=json, needs_why=True
    )


def transfer(
    ctx: typer.Context,
    product: Which,
    quantity: Quantity,
    to: Annotated[str, typer.Option("--to", help=_("to which colleague"))],
    lot: LotNo = None,
    on: On = None,
    json: Json = False,
) -> None:
    """Samples went to a colleague."""
    _take_out(ctx, "transferred", product, quantity, lot=lot, on=on, to_whom=to, is_json=json)


def count(
    ctx: typer.Context,
    product: Which,
    found: Annotated[str, typer.Argument(metavar="FOUND", help=_("how many you counted"))],
    lot: LotNo = None,
    on: On = None,
    json: Json = False,
) -> None:
    """A lot was counted. The balance stays: what adjusts it is shown."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.samples import actions, rules
    from repplan.samples.views import count_json, counted_lines

    runtime = runtime_of(ctx)
    pieces = rules.read_found(found)
    day = _day(runtime, on)
    meant = _lot(runtime, product, lot, day)
    with runtime.writing("sample count") as work:
        one = actions.count(work, meant.id, pieces, on=day)
    if json:
        out_json({"count": count_json(one), "batch": work.batch})
        return
    out(counted_lines(one, work.batch, language=runtime.language))


def adjust(
    ctx: typer.Context,
    product: Which,
    by: Annotated[str, typer.Argument(metavar="+N|-N", help=_("what is added or taken away"))],
    lot: LotNo = None,
    on: On = None,
    because: Needed = None,
    json: Json = False,
) -> None:
    """Bring the balance of a lot to what was counted."""
    from repplan.cli.runtime import runtime_of
    from repplan.samples import actions, rules

    runtime = runtime_of(ctx)
    pieces = rules.read_change(by)
    day = _day(runtime, on)
    meant = _lot(runtime, product, lot, day)
    why = _why(runtime, because)
    with runtime.writing("sample adjust") as work:
        made = actions.adjust(work, meant.id, pieces, why, on=day)
    _show(runtime, made, work.batch, is_json=json)


def report(
    ctx: typer.Context,
    product: Annotated[
        str | None,
        typer.Option("--product", help=_("of this product"), autocompletion=product_names),
    ] = None,
    since: Annotated[str | None, typer.Option("--since", help=_("from this day on"))] = None,
    until: Annotated[str | None, typer.Option("--until", help=_("up to this day"))] = None,
    to: Annotated[
        str | None,
        typer.Option("--to", help=_("into this file (.csv)"), autocompletion=file_names),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help=_("over a file that is there"))] = False,
    json: Json = False,
) -> None:
    """What moved, what was counted, and what is left."""
    from pathlib import Path

    from repplan.cli import days
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.files import write_whole
    from repplan.products.pick import pick_product
    from repplan.samples import queries
    from repplan.samples.views import report_csv, report_json, report_lines
    from repplan.store.refs import short_refs

    runtime = runtime_of(ctx)
    today = runtime.clock.today
    first = days.gone_by(runtime, since) if since else None
    last = days.since(runtime, until) if until else None
    with runtime.reading() as db:
        _refuse_off(db)
        meant = pick_product(db, product).id if product else None
        moved = queries.movements(db, since=first, until=last, product_id=meant)
        counted = queries.counts(db, since=first, until=last, product_id=meant)
        left = queries.stock(db, last or today.isoformat(), product_id=meant)
        refs = short_refs(db, "sample_movement", [one.ref for one in moved])
    if to:
        path = Path(to).expanduser()
        write_whole(path, report_csv(moved, counted, left), may_replace=force)
    if json:
        out_json({**report_json(moved, counted, left), "since": first, "until": last, "file": to})
    elif to:
        out([_("Written: {path}").format(path=to)])
    else:
        out(report_lines(moved, counted, left, refs, today=today, language=runtime.language))


_LONGEST = 60


def _refuse_off(db: sqlite3.Connection) -> None:
    from repplan.samples.queries import is_on
    from repplan.samples.refusals import SamplesOff

    if not is_on(db):
        raise SamplesOff


def _lot(runtime: Runtime, product: str, lot: str | None, day: str | None) -> Lot:
    from repplan.products.pick import pick_product
    from repplan.samples.pick import pick_lot

    with runtime.reading() as db:
        _refuse_off(db)
        on = day or runtime.clock.today.isoformat()
        return pick_lot(db, pick_product(db, product), lot, on)


def _take_out(
    ctx: typer.Context,
    kind: str,
    product: str,
    quantity: str,
    *,
    lot: str | None,
    on: str | None,
    why: str | None = None,
    to_whom: str | None = None,
    is_json: bool,
    needs_why: bool = False,
) -> None:
    from repplan.cli.runtime import runtime_of
    from repplan.fields import needed_text
    from repplan.samples import actions, rules

    runtime = runtime_of(ctx)
    pieces = rules.read_quantity(quantity)
    person = needed_text("--to", to_whom) if to_whom is not None else None
    day = _day(runtime, on)
    meant = _lot(runtime, product, lot, day)
    reason = _why(runtime, why) if needs_why or why is not None else None
    with runtime.writing(f"sample {_NAMES[kind]}") as work:
        made = actions.take_out(work, meant.id, kind, pieces, on=day, why=reason, to_whom=person)
    _show(runtime, made, work.batch, is_json=is_json)


_NAMES = {"returned": "return", "lost": "lose", "transferred": "transfer"}


def _why(runtime: Runtime, said: str | None) -> str:
    """Return why something is so, asked at a terminal. Raises: as ``check_reason``."""
    from repplan.cli.ask import ask
    from repplan.fields import needed_text
    from repplan.screening.flow import check_reason

    why = needed_text("--because", ask(_("Why?"), what="--because") if said is None else said)
    return check_reason(runtime, why) or ""


def _day(runtime: Runtime, said: str | None) -> str | None:
    from repplan.cli.days import since

    return since(runtime, said) if said else None


def _show(runtime: Runtime, made: Movement, batch: str, *, is_json: bool) -> None:
    from repplan.cli.show import out, out_json
    from repplan.samples.queries import balance
    from repplan.samples.views import moved_lines, movement_json
    from repplan.store.refs import short_ref

    with runtime.reading() as db:
        left = balance(db, made.lot_id, "9999-12-31")
        ref = short_ref(db, "sample_movement", made.ref)
    if is_json:
        out_json({"movement": movement_json(made), "left": left, "batch": batch})
        return
    out(moved_lines(made, ref, left, batch, language=runtime.language))


for _command in (receive, drop, return_, lose, transfer, count, adjust):
    vars(_command)["command_class"] = NumberCommand  # cli/app.py looks for it
