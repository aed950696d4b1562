"""``repplan spend``: add, list, show, retire, report."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, Annotated

import typer

from repplan.cli.complete import (
    file_names,
    one_of,
    product_names,
    provider_names,
    spend_refs,
    visit_refs,
)
from repplan.cli.help import NumberCommand
from repplan.cli.incoming import from_dash
from repplan.cli.options import Json
from repplan.spending.model import NATURES, NewSpend

if TYPE_CHECKING:
    from repplan.cli.runtime import Runtime
    from repplan.policies.model import Policy
    from repplan.screening.flow import Checked
    from repplan.spending.rules import NeedsWhy

Which = Annotated[
    list[str],
    typer.Argument(metavar="REF", help=_("a ref, or who shared it"), autocompletion=spend_refs),
]
Year = Annotated[int | None, typer.Option("--year", min=1990, max=2100, help=_("of this year"))]


Amount = Annotated[str, typer.Argument(help=_("27.80, with its currency behind it: 27.80 EUR"))]
Who = Annotated[
    list[str],
    typer.Argument(
        metavar="[CURRENCY] WHO", help=_("who shared it"), autocompletion=provider_names
    ),
]
Nature = Annotated[
    str,
    typer.Option(
        "--nature",
        help=_(
            "food, travel, education, speaker, consulting, honorarium, gift, grant, entertainment, "
            "charity, other"
        ),
        autocompletion=one_of(*NATURES),
    ),
]
Heads = Annotated[str | None, typer.Option("--heads", help=_("how many shared it, named or not"))]
About = Annotated[
    str | None,
    typer.Option("--product", help=_("about this product"), autocompletion=product_names),
]
At = Annotated[
    str | None,
    typer.Option("--visit", help=_("at this visit, planned too"), autocompletion=visit_refs),
]
Why = Annotated[str | None, typer.Option("--because", help=_("why, where a rule blocks it"))]


def add(
    ctx: typer.Context,
    amount: Amount,
    who: Who,
    nature: Nature,
    heads: Heads = None,
    on: Annotated[str | None, typer.Option("--on", help=_("which day, if not today"))] = None,
    product: About = None,
    visit: At = None,
    what: Annotated[
        str | None, typer.Option("--text", help=_("what it was"), callback=from_dash)
    ] = None,
    because: Why = None,
    json: Json = False,
) -> None:
    """Note what was spent: split over all heads, a share for each one named."""
    from repplan.cli.runtime import runtime_of
    from repplan.fields import name_text
    from repplan.policies.load import policy_of
    from repplan.products.pick import pick_product
    from repplan.providers.pick import pick_provider
    from repplan.spending import rules
    from repplan.spending.money import read_amount
    from repplan.visits.meant import Side
    from repplan.visits.pick import pick_visit

    runtime = runtime_of(ctx)
    kind = _nature(nature)
    with runtime.reading() as db:
        policy = policy_of(db)
        currency, names = _currency(policy, who)
        minor = read_amount(amount, currency)
        people = list(dict.fromkeys(pick_provider(db, one).id for one in names))
        many = rules.read_heads(heads, len(people))
        product_id = pick_product(db, product).id if product else None
        meant = pick_visit(runtime, db, visit, (Side.NEXT, Side.LAST)) if visit else None
    day = _day(runtime, on) or (meant.on_date if meant else runtime.clock.today.isoformat())
    text, reason = _checked(runtime, name_text("--text", what) if what else None, because)
    new = NewSpend(
        provider_ids=tuple(people),
        minor=minor,
        currency=currency,
        nature=kind,
        heads=many,
        on=day,
        product_id=product_id,
        visit_id=meant.id if meant else None,
        what=text.texts.get("what"),
    )
    _ask_if_noted(runtime, new)
    try:
        _note(runtime, new, reason, text, is_json=json)
    except rules.NeedsWhy as problem:
        if reason:
            raise
        _note(runtime, new, _why(runtime, problem), text, is_json=json)


def _ask_if_noted(runtime: Runtime, new: NewSpend) -> None:
    """Remark on the same amount noted of the same day and people. Raises: Declined."""
    from repplan.cli.pick import not_twice
    from repplan.spending import queries
    from repplan.spending.pick import line

    with runtime.reading() as db:
        same = queries.same_as(db, new)
        told = line(db, same) if same else ""
    if told:
        not_twice(_("Noted already: {what}").format(what=told), _("Note it once more?"))


def _checked(runtime: Runtime, what: str | None, because: str | None) -> tuple[Checked, str | None]:
    """Return the text as it may be kept, and the reason given. Raises: as ``check_texts``."""
    from repplan.screening.flow import check_reason, check_texts
    from repplan.screening.model import WARN
    from repplan.screening.queries import screener
    from repplan.screening.refusals import of_action

    reason = check_reason(runtime, because)
    with runtime.reading() as db:
        is_warned = bool(what and of_action(screener(db)(what), WARN))
    return check_texts(runtime, {"what": what}, reason if is_warned else None), reason


def _why(runtime: Runtime, problem: NeedsWhy) -> str:
    """Return why it is noted all the same, asked at a terminal. Raises: the problem, Declined."""
    from repplan.cli.ask import ask, may_ask
    from repplan.cli.show import say
    from repplan.errors import Declined
    from repplan.i18n.phrases import message_of
    from repplan.screening.flow import check_reason

    if not may_ask():
        raise problem
    say(message_of(problem))
    said = ask(_("Why is it noted all the same? (Enter: it isn't)"))
    reason = check_reason(runtime, said)
    if not reason:
        raise Declined
    return reason


def _note(
    runtime: Runtime, new: NewSpend, reason: str | None, text: Checked, *, is_json: bool
) -> None:
    """Write it, and show what it does to the year."""
    from repplan.cli.show import out, out_json
    from repplan.policies.load import policy_of
    from repplan.spending import actions, queries, rules
    from repplan.spending.views import added_lines, spend_json, warned_json
    from repplan.store.refs import short_ref

    with runtime.writing("spend add") as work:
        one, told = actions.add(work, new, reason)
        text.keep(work, "spend", one.id)
        shares = queries.shares(work.db, one.id)
        limits = rules.limits_of(policy_of(work.db), int(new.on[:4]))
        ref = short_ref(work.db, "spend", one.ref)
    if is_json:
        answer = {"spend": spend_json(one, shares), "warned": warned_json(told, limits)}
        out_json({**answer, "batch": work.batch})
        return
    out(
        added_lines(one, shares, told, limits, ref=ref, batch=work.batch, language=runtime.language)
    )


def list_(
    ctx: typer.Context,
    who: Annotated[
        str | None,
        typer.Argument(
            metavar="[WHO]", help=_("part of a name, or a ref"), autocompletion=provider_names
        ),
    ] = None,
    year: Year = None,
    json: Json = False,
) -> None:
    """What was spent, the newest first."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.providers.pick import pick_provider
    from repplan.spending import queries
    from repplan.spending.views import spend_json, spend_table
    from repplan.store.refs import short_refs

    runtime = runtime_of(ctx)
    with runtime.reading() as db:
        meant = pick_provider(db, who).id if who else None
        found = [
            (one, queries.shares(db, one.id))
            for one in queries.spends(db, provider_id=meant, year=year)
        ]
        refs = short_refs(db, "spend", [one.ref for one, _shares in found])
    if json:
        out_json({"spends": [spend_json(one, shares) for one, shares in found]})
        return
    out(spend_table(found, refs, today=runtime.clock.today, language=runtime.language))


def show(ctx: typer.Context, ref: Which, json: Json = False) -> None:
    """Show one transfer of value and each one's share."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.spending import queries
    from repplan.spending.pick import pick_spend
    from repplan.spending.views import spend_json, spend_lines
    from repplan.store.refs import short_ref

    runtime = runtime_of(ctx)
    with runtime.reading() as db:
        one = pick_spend(db, " ".join(ref))
        shares = queries.shares(db, one.id)
        short = short_ref(db, "spend", one.ref)
    if json:
        out_json(spend_json(one, shares))
        return
    out(spend_lines(one, shares, short, language=runtime.language))


def retire(ctx: typer.Context, ref: Which, json: Json = False) -> None:
    """Take one out of the totals: it was wrong, or it didn't come about."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json, saved
    from repplan.spending import actions, queries
    from repplan.spending.pick import pick_spend
    from repplan.spending.views import spend_json, spend_lines
    from repplan.store.refs import short_ref

    runtime = runtime_of(ctx)
    with runtime.reading() as db:
        one = pick_spend(db, " ".join(ref))
        shares = queries.shares(db, one.id)
        short = short_ref(db, "spend", one.ref)
    with runtime.writing("spend retire") as work:
        actions.retire(work, one.id)
    if json:
        out_json({"spend": spend_json(one, shares), "batch": work.batch})
        return
    lines = spend_lines(one, shares, short, language=runtime.language)
    out([*lines, _("Out of the totals."), saved(work.batch)])


def report(
    ctx: typer.Context,
    year: Year = None,
    to: Annotated[
        str | None,
        typer.Option("--to", help=_("into this file (.csv)"), autocompletion=file_names),
    ] = None,
    all_: Annotated[
        bool, typer.Option("--all", help=_("also what isn't reportable, into the file"))
    ] = False,
    force: Annotated[bool, typer.Option("--force", help=_("over a file that is there"))] = False,
    json: Json = False,
) -> None:
    """A year by provider against the thresholds; --to: as the public Open Payments file."""
    from pathlib import Path

    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.files import write_whole
    from repplan.policies.load import policy_of
    from repplan.spending import queries, rules
    from repplan.spending.open_payments import CURRENCY, open_payments_csv
    from repplan.spending.recipients import recipient
    from repplan.spending.views import report_json, report_lines

    runtime = runtime_of(ctx)
    today = runtime.clock.today
    of = year or today.year
    with runtime.reading() as db:
        limits = rules.limits_of(policy_of(db), of)
        items = queries.items(db, of)
        totals = rules.year_totals(items, limits)
        wanted = items if all_ else rules.reportable(items, limits)
        filed = [one for one in wanted if one.spend.currency == CURRENCY]
        rows = (
            [(one, recipient(db, one.share.provider_id, today.isoformat())) for one in filed]
            if to
            else []
        )
    if to:
        write_whole(Path(to).expanduser(), open_payments_csv(rows, of), may_replace=force)
    left_out = len(wanted) - len(filed) if to else 0
    if json:
        told = {"file": to, "rows": len(rows) if to else None, "left_out": left_out}
        out_json({**report_json(totals, limits), **told})
        return
    lines = report_lines(totals, limits)
    if to:
        lines.append(_("Written: {path}, {count} rows").format(path=to, count=len(rows)))
    if left_out:
        text = _("Left out, as the file is in {currency}: {count} in other currencies.")
        lines.append([(text.format(currency=CURRENCY, count=left_out), "warn")])
    out(lines)


def _nature(said: str) -> str:
    from repplan.fields import Field, Kind, read_cell

    return str(read_cell(Field("nature", "", Kind.CHOICE, NATURES, is_needed=True), said))


def _currency(policy: Policy, words: list[str]) -> tuple[str, list[str]]:
    """Return the currency, said first or the policy's, and whom the other words name."""
    from repplan.errors import MissingValue
    from repplan.policies.currencies import is_currency
    from repplan.spending.money import read_currency
    from repplan.spending.rules import NoCurrency

    first, *rest = words
    is_code = len(first) == 3 and first.isascii() and first.isalpha()
    if is_code and (first.isupper() or (rest and is_currency(first.upper()))):
        if not rest:
            raise MissingValue("WHO")
        return read_currency(first), rest
    known = policy.text("spend.currency")
    if not known:
        raise NoCurrency
    return read_currency(known), words


def _day(runtime: Runtime, said: str | None) -> str | None:
    from repplan.cli.days import day_context
    from repplan.i18n.dates import Direction, parse_day

    return parse_day(said, day_context(runtime, Direction.BACKWARD)).isoformat() if said else None


add.command_class = NumberCommand  # type: ignore[attr-defined]  # cli/app.py looks for it
