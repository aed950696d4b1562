"""Samples on the screen, as JSON and as a table for a spreadsheet."""

from __future__ import annotations

from gettext import gettext as _
from gettext import pgettext
from typing import TYPE_CHECKING

from repplan.cli.show import facts, saved, table
from repplan.i18n.daysshown import iso_short, iso_words
from repplan.spreadsheet import csv_table
from repplan.text import as_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from repplan.cli.show import Line
    from repplan.samples.model import Count, Movement, Stock

_LOT = ("ref", "product", "strength", "number", "expires_on")
_MOVEMENT = (
    "ref", "product", "strength", "number", "kind", "quantity", "on_date", "provider", "request",
    "receipt", "to_whom", "why",
)  # fmt: skip
_COUNT = ("product", "strength", "number", "on_date", "found", "expected")
COLUMNS = (
    "record", "ref", "date", "product", "strength", "lot", "kind", "quantity", "balance",
    "provider", "request", "receipt", "to", "why", "corrects",
)  # fmt: skip
"""The columns of a report as CSV. ``record``: movement, count or balance."""


def stock_json(one: Stock) -> dict[str, object]:
    """Return a lot and what is left of it as JSON."""
    return {**{name: getattr(one.lot, name) for name in _LOT}, "balance": one.balance}


def movement_json(one: Movement) -> dict[str, object]:
    """Return a movement as JSON."""
    return {name: getattr(one, name) for name in _MOVEMENT}


def count_json(one: Count) -> dict[str, object]:
    """Return a count as JSON."""
    return {
        **{name: getattr(one, name) for name in _COUNT},
        "difference": one.found - one.expected,
    }


def stock_table(
    found: Sequence[Stock], refs: Mapping[str, str], *, today: date, warn_until: str, language: str
) -> list[Line]:
    """Return lots in columns; what expires up to ``warn_until`` is named below."""
    if not found:
        return [_("No samples here: repplan sample receive PRODUCT QTY --lot NO")]
    rows = [
        (
            one.lot.what,
            one.lot.number,
            str(one.balance),
            iso_short(one.lot.expires_on, today, language),
            refs[one.lot.ref],
        )
        for one in found
    ]
    heads = (_("Product"), _("Lot"), _("Left"), _("Expires"), _("Ref"))
    lines = table(heads, rows)
    for one in found:
        until = one.lot.expires_on
        if one.balance <= 0 or not until or until > warn_until:
            continue
        text = _("{product}, lot {lot} expires on {day}.")
        if until < today.isoformat():
            text = _("{product}, lot {lot} expired on {day}: send it back.")
        day = iso_words(until, language)
        lines.append([(text.format(product=one.lot.what, lot=one.lot.number, day=day), "warn")])
    return lines


def moved_lines(one: Movement, ref: str, left: int, batch: str, *, language: str) -> list[Line]:
    """Return what was written about a movement, what is left, and how to take it back."""
    day = iso_words(one.on_date, language)
    told = [
        (_("lot"), one.number),
        (pgettext("movement", one.kind), f"{one.quantity:+d}"),
        (_("on"), day),
        (_("to"), one.provider or one.to_whom or ""),
        (_("request"), one.request or ""),
        (_("receipt"), one.receipt or ""),
        (_("why"), one.why or ""),
        (_("left"), str(left)),
    ]
    return [[(one.what, "head"), (f"  {ref}", "faint")], *facts(told), saved(batch)]


def counted_lines(one: Count, batch: str, *, language: str) -> list[Line]:
    """Return a count, its difference, and the command that would adjust the balance."""
    day = iso_words(one.on_date, language)
    by = one.found - one.expected
    told = [
        (_("lot"), one.number),
        (_("on"), day),
        (_("found"), str(one.found)),
        (_("expected"), str(one.expected)),
        (_("difference"), f"{by:+d}" if by else _("none")),
    ]
    lines: list[Line] = [[(one.what, "head")], *facts(told)]
    if by:
        text = _(
            "The balance stays as it is. To adjust it:\n"
            "  repplan sample adjust {product} {by} --lot {lot} --because WHY"
        )
        said = text.format(product=as_word(one.product), by=f"{by:+d}", lot=as_word(one.number))
        lines.append([(said, "warn")])
    return [*lines, saved(batch)]


def report_lines(
    moved: Sequence[Movement],
    counted: Sequence[Count],
    left: Sequence[Stock],
    refs: Mapping[str, str],
    *,
    today: date,
    language: str,
) -> list[Line]:
    """Return what moved, what was counted and what is left, in columns."""
    if not moved and not counted and not left:
        return [_("Nothing moved in these days.")]
    rows = [
        (
            iso_short(one.on_date, today, language),
            one.what,
            one.number,
            pgettext("movement", one.kind),
            f"{one.quantity:+d}",
            one.provider or one.to_whom or one.why or "",
            refs[one.ref],
        )
        for one in moved
    ]
    heads = (_("Day"), _("Product"), _("Lot"), _("What"), _("Pieces"), _("Whom"), _("Ref"))
    lines = table(heads, rows) if rows else []
    for one in counted:
        text = _("{day}  {product}, lot {lot}: counted {found}, expected {expected}")
        lines.append(
            text.format(
                day=iso_short(one.on_date, today, language),
                product=one.what,
                lot=one.number,
                found=one.found,
                expected=one.expected,
            )
        )
    if left:
        lines.append([(_("Left"), "head")])
        lines += [f"{one.lot.what}  {one.lot.number}  {one.balance}" for one in left]
    lines.append([(_("Your employer's ledger is the record; this is your memo."), "faint")])
    return lines


def report_json(
    moved: Sequence[Movement], counted: Sequence[Count], left: Sequence[Stock]
) -> dict[str, object]:
    """Return a report as JSON."""
    return {
        "movements": [movement_json(one) for one in moved],
        "counts": [count_json(one) for one in counted],
        "balances": [stock_json(one) for one in left],
    }


def report_csv(moved: Sequence[Movement], counted: Sequence[Count], left: Sequence[Stock]) -> bytes:
    """Return a report as CSV, with a mark that spreadsheets read as UTF-8."""
    return csv_table(COLUMNS, _csv_rows(moved, counted, left), encoding="utf-8-sig")


def _csv_rows(
    moved: Iterable[Movement], counted: Iterable[Count], left: Iterable[Stock]
) -> list[dict[str, object]]:
    refs = {one.id: one.ref for one in moved}
    rows: list[dict[str, object]] = [
        {
            "record": "movement",
            "ref": one.ref,
            "date": one.on_date,
            "product": one.product,
            "strength": one.strength,
            "lot": one.number,
            "kind": one.kind,
            "quantity": one.quantity,
            "provider": one.provider,
            "request": one.request,
            "receipt": one.receipt,
            "to": one.to_whom,
            "why": one.why,
            "corrects": refs.get(one.corrects_id or "", ""),
        }
        for one in moved
    ]
    rows += [
        {
            "record": "count",
            "date": one.on_date,
            "product": one.product,
            "strength": one.strength,
            "lot": one.number,
            "quantity": one.found,
            "balance": one.expected,
        }
        for one in counted
    ]
    rows += [
        {
            "record": "balance",
            "ref": one.lot.ref,
            "date": one.lot.expires_on or "",
            "product": one.lot.product,
            "strength": one.lot.strength,
            "lot": one.lot.number,
            "kind": "expires" if one.lot.expires_on else "",
            "balance": one.balance,
        }
        for one in left
    ]
    return rows
