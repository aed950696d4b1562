"""``repplan safety``: add, list, show, edit, report, not-an-event."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, Annotated

import typer

from repplan.cli.complete import (
    one_of,
    product_names,
    safety_refs,
    visit_refs,
    visited_names,
)
from repplan.cli.incoming import from_dash
from repplan.cli.options import Json
from repplan.safety.model import SEXES

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from repplan.cli.runtime import Runtime
    from repplan.safety.model import SafetyReport
    from repplan.store.work import Work
    from repplan.store.write import Value
    from repplan.visits.model import Visit

Which = Annotated[
    list[str],
    typer.Argument(
        metavar="REF",
        help=_("a ref, or words of it: who told it, the product, what was heard"),
        autocompletion=safety_refs,
    ),
]
Product = Annotated[
    str | None,
    typer.Option("--product", help=_("of which product"), autocompletion=product_names),
]
Heard = Annotated[
    str | None,
    typer.Option("--heard", help=_("when you heard it, if not now: 14:20, mon 14:20")),
]
AgeBand = Annotated[
    str | None, typer.Option("--age-band", help=_("the patient's age as a band: 60-69"))
]
Sex = Annotated[
    str | None,
    typer.Option(
        "--sex", help=_("the patient's sex: female, male, other"), autocompletion=one_of(*SEXES)
    ),
]


def add(
    ctx: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="[WHO] TEXT...",
            help=_(
                "who told you (- for nobody of your list), then what happened, without the "
                "patient's name; a text quoted whole is nobody's"
            ),
            autocompletion=visited_names,
        ),
    ],
    product: Product = None,
    heard: Heard = None,
    age_band: AgeBand = None,
    sex: Sex = None,
    visit: Annotated[
        str | None,
        typer.Option("--visit", help=_("in which visit you heard it"), autocompletion=visit_refs),
    ] = None,
    json: Json = False,
) -> None:
    """Something you heard must be reported: its clock starts when you heard it."""
    from repplan.cli.runtime import runtime_of
    from repplan.products.pick import pick_product
    from repplan.safety import actions
    from repplan.safety.patient import without_patient
    from repplan.visits.pick import EITHER, LAST, pick_visit
    from repplan.visits.queries import provider_ids

    runtime = runtime_of(ctx)
    cells, remarks = _cells(age_band, sex)
    moment = _heard(runtime, heard)
    with runtime.reading() as db:
        provider_id, text = _told_by(db, words)
        text = without_patient(db, text)
        product_id = pick_product(db, product).id if product else None
        there = pick_visit(runtime, db, visit, LAST, EITHER) if visit else None
        if there and not provider_id:
            provider_id = next(iter(provider_ids(db, there.id)), None)
        if there and moment is None:
            moment = _heard_there(runtime, db, there)
    _write(
        runtime,
        "safety add",
        lambda work: actions.open_report(
            work,
            provider_id=provider_id,
            product_id=product_id,
            visit_id=there.id if there else None,
            heard_at=moment,
            what=text,
            age_band=cells.get("age_band"),
            sex=cells.get("sex"),
        ),
        remarks,
        json=json,
        is_new=True,
    )


def list_(
    ctx: typer.Context,
    all_: Annotated[bool, typer.Option("--all", help=_("also those that are closed"))] = False,
    json: Json = False,
) -> None:
    """List what waits to be reported, the first due first."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.safety import queries
    from repplan.safety.views import report_json, report_table
    from repplan.store.refs import short_refs

    runtime = runtime_of(ctx)
    with runtime.reading() as db:
        found = queries.reports(db) if all_ else queries.open_reports(db)
        refs = short_refs(db, "safety_report", [one.ref for one in found])
    now = runtime.clock.now
    if json:
        out_json({"safety": [report_json(one, now) for one in found]})
        return
    out(report_table(found, refs, now=now, language=runtime.language))


def show(ctx: typer.Context, ref: Which, json: Json = False) -> None:
    """Show one safety report and its clock."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.safety.pick import pick_report
    from repplan.safety.views import report_json, report_lines
    from repplan.store.refs import short_ref

    runtime = runtime_of(ctx)
    with runtime.reading() as db:
        one = pick_report(db, " ".join(ref))
        short = short_ref(db, "safety_report", one.ref)
    if json:
        out_json(report_json(one, runtime.clock.now))
        return
    out(report_lines(one, short, now=runtime.clock.now, language=runtime.language))


def edit(
    ctx: typer.Context,
    ref: Which,
    what: Annotated[
        str | None, typer.Option("--what", help=_("what happened"), callback=from_dash)
    ] = None,
    product: Product = None,
    heard: Heard = None,
    age_band: AgeBand = None,
    sex: Sex = None,
    json: Json = False,
) -> None:
    """Change a safety report while its clock runs."""
    from repplan.cli.runtime import runtime_of
    from repplan.errors import MissingValue
    from repplan.fields import needed_text
    from repplan.products.pick import pick_product
    from repplan.safety import actions
    from repplan.safety.patient import without_patient
    from repplan.safety.pick import pick_report

    runtime = runtime_of(ctx)
    if not any((what, product, heard, age_band, sex)):
        raise MissingValue(_("What to change"))
    said, remarks = _cells(age_band, sex)
    cells: dict[str, Value] = {name: value for name, value in said.items() if value}
    moment = _heard(runtime, heard)
    with runtime.reading() as db:
        meant = pick_report(db, " ".join(ref))
        if what:
            text = needed_text(_("the text"), what)
            cells["what"] = without_patient(db, text)
        if product:
            cells["product_id"] = pick_product(db, product).id
    if moment and moment > meant.heard_at:
        remarks.append(_("Heard later, it isn't due later: a deadline only ever moves nearer."))
    _write(
        runtime,
        "safety edit",
        lambda work: actions.edit_report(work, meant.id, cells, heard_at=moment),
        remarks,
        json=json,
    )


def report(
    ctx: typer.Context,
    ref: Which,
    reference: Annotated[
        str | None,
        typer.Option("--reference", help=_("the number that the safety department gave")),
    ] = None,
    at: Annotated[
        str | None, typer.Option("--at", help=_("when it was reported, if not now: 15:10"))
    ] = None,
    json: Json = False,
) -> None:
    """It is reported, under a reference number: the clock stops, and the report stands."""
    from repplan.cli.runtime import runtime_of
    from repplan.fields import NUMBERLESS
    from repplan.safety import actions
    from repplan.safety.pick import pick_report
    from repplan.safety.rules import HourNeeded
    from repplan.screening.flow import needed_reason
    from repplan.visits.party import moment

    runtime = runtime_of(ctx)
    with runtime.reading() as db:
        meant = pick_report(db, " ".join(ref), is_final=True)
    when = None
    if at:
        from datetime import datetime

        day, hour = moment(runtime, at)
        if hour is None:
            raise HourNeeded(at)
        when = datetime.combine(day, hour).astimezone()
    name = _("The reference number")
    number = needed_reason(runtime, name, reference, not_just=NUMBERLESS)
    _write(
        runtime,
        "safety report",
        lambda work: actions.report(work, meant.id, number, at=when),
        json=json,
    )


def not_an_event(
    ctx: typer.Context,
    ref: Which,
    because: Annotated[
        str | None, typer.Option("--because", help=_("why it is none, and who said so"))
    ] = None,
    json: Json = False,
) -> None:
    """It was no safety event after all: the clock stops, with the reason kept."""
    from repplan.cli.runtime import runtime_of
    from repplan.safety import actions
    from repplan.safety.pick import pick_report
    from repplan.safety.rules import check_open
    from repplan.screening.flow import needed_reason

    runtime = runtime_of(ctx)
    with runtime.reading() as db:
        meant = pick_report(db, " ".join(ref))
    check_open(meant)
    why = needed_reason(runtime, _("Why it is no safety event"), because)
    _write(
        runtime,
        "safety not-an-event",
        lambda work: actions.close_as_no_event(work, meant.id, why),
        json=json,
    )


def _told_by(db: sqlite3.Connection, words: Sequence[str]) -> tuple[str | None, str]:
    """Return who told it and what: of several words the first are who, a dash is nobody.

    A text that is one word for the shell, quoted whole, is nobody's; of a name alone it is asked
    what happened. Raises: NobodyTold, Ambiguous, Declined, MissingValue.
    """
    from repplan.cli.ask import ask
    from repplan.cli.incoming import one_text
    from repplan.fields import needed_text
    from repplan.providers.pick import nearest_of, pick_provider
    from repplan.providers.queries import called
    from repplan.safety.rules import NobodyTold
    from repplan.visits.party import part_name

    who, rest = part_name(db, words[0], " ".join(words[1:]))
    if words[-1] != "-" and called(db, " ".join(words)):
        who = " ".join(words)
        rest = needed_text(_("What happened"), ask(_("What happened?"), what=_("What happened")))
    if who == "-" or not rest.strip():
        return None, needed_text(_("the text"), one_text([rest or who if who == "-" else who]))
    if not called(db, who):
        raise NobodyTold(who, nearest_of(db, who))
    return pick_provider(db, who).id, needed_text(_("the text"), one_text([rest]))


def _heard_there(runtime: Runtime, db: sqlite3.Connection, visit: Visit) -> str:
    """Return the instant at which it was heard in a visit: as that began, never after now."""
    from datetime import date

    from repplan.clock import from_instant, to_instant
    from repplan.config import read_settings
    from repplan.safety.rules import heard_moment

    start = from_instant(visit.start_at) if visit.start_at else None
    day, at = (start.date(), start.time()) if start else (date.fromisoformat(visit.on_date), None)
    opens = read_settings(db).hours[0]
    return to_instant(heard_moment(day, at, opens, runtime.clock.now))


def _cells(age_band: str | None, sex: str | None) -> tuple[dict[str, str | None], list[str]]:
    """Return what is kept of the patient, and a remark where an age became a band."""
    from repplan.fields import choice
    from repplan.safety.rules import read_age_band

    band = read_age_band(age_band) if age_band else None
    remarks = []
    if band and age_band and age_band.strip() != band:
        said = _("“{said}” is kept as {band}: an age is kept as a band alone.")
        remarks.append(said.format(said=age_band.strip(), band=band))
    return {"age_band": band, "sex": choice("sex", sex, SEXES)}, remarks


def _heard(runtime: Runtime, said: str | None) -> str | None:
    """Return the instant that was said; None: nothing was. Raises: HeardLater, BadDay, BadTime."""
    from datetime import datetime

    from repplan.clock import to_instant
    from repplan.config import read_settings
    from repplan.safety.rules import HeardLater, heard_moment
    from repplan.visits.party import moment

    if said is None:
        return None
    day, at = moment(runtime, said)
    now = runtime.clock.now
    with runtime.reading() as db:
        opens = read_settings(db).hours[0]
    if day > now.date() or (at and datetime.combine(day, at).astimezone() > now):
        raise HeardLater(said)
    return to_instant(heard_moment(day, at, opens, now))


def _write(
    runtime: Runtime,
    command: str,
    act: Callable[[Work], SafetyReport],
    remarks: Sequence[str] = (),
    *,
    json: bool,
    is_new: bool = False,
) -> None:
    """Do it in one Work; then show what was written. ``is_new``: a clock was opened."""
    from repplan.cli.show import out, out_json
    from repplan.safety.views import report_json, written_lines
    from repplan.store.refs import short_ref

    with runtime.writing(command) as work:
        one = act(work)
        ref = short_ref(work.db, "safety_report", one.ref)
        batch = work.written
    now = runtime.clock.now
    if json:
        told = {"safety": report_json(one, now), "batch": batch or None}
        out_json({**told, "remarks": list(remarks)})
        return
    language = runtime.language
    out(written_lines(one, ref, batch, now=now, language=language, remarks=remarks, is_new=is_new))
