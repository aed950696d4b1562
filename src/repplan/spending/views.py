"""Transfers of value on the screen and as JSON."""

from __future__ import annotations

from gettext import gettext as _
from gettext import pgettext
from typing import TYPE_CHECKING

from repplan.cli.show import facts, saved, table
from repplan.i18n.daysshown import iso_short, iso_words
from repplan.i18n.phrases import listed
from repplan.spending.money import plain_amount, shown_amount

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from repplan.cli.show import Line
    from repplan.spending.model import Limits, Share, Spend, Warned, YearTotal

_FACTS = ("ref", "on_date", "currency", "nature", "heads", "product", "what")


def spend_json(one: Spend, shares: Sequence[Share]) -> dict[str, object]:
    """Return a transfer of value with its shares as JSON; amounts are decimal text."""
    return {
        **{name: getattr(one, name) for name in _FACTS},
        "amount": plain_amount(one.minor, one.currency),
        "shares": [
            {
                "provider": {"ref": share.ref, "name": share.provider},
                "amount": plain_amount(share.minor, one.currency),
            }
            for share in shares
        ],
    }


def spend_lines(one: Spend, shares: Sequence[Share], ref: str, *, language: str) -> list[Line]:
    """Return one transfer of value, one fact a line, and each one's share."""
    whose = "\n".join(
        f"{share.provider}: {shown_amount(share.minor, one.currency)}" for share in shares
    )
    told = [
        (pgettext("spend", "for"), pgettext("nature", one.nature)),
        (_("on"), iso_words(one.on_date, language)),
        (_("heads"), str(one.heads)),
        (_("shares"), whose or _("nobody named")),
        (_("product"), one.product or ""),
        (_("what"), one.what or ""),
    ]
    head = shown_amount(one.minor, one.currency)
    return [[(head, "head"), (f"  {ref}", "faint")], *facts(told)]


def warned_lines(told: Sequence[Warned], limits: Limits) -> list[Line]:
    """Return what a spend does to each one's year: reportable by itself, near or past the total."""
    lines: list[Line] = []
    if (
        told
        and told[0].is_reportable
        and not any(one.after > (limits.year_from or one.after) for one in told)
    ):
        share = shown_amount(told[0].share, limits.currency)
        lines.append([(_("{share} a head: reportable.").format(share=share), "warn")])
    for one in told:
        if limits.year_from is None:
            continue
        text = _("{name}: {after} of {limit} in {year}.")
        if one.is_passing:
            text = _("{name}: {after} in {year} passes {limit}: all of the year is reportable.")
        elif one.is_near:
            text = _("{name}: {after} in {year}, {limit} is near: past it all is reportable.")
        said = text.format(
            name=one.provider,
            after=plain_amount(one.after, limits.currency),
            limit=shown_amount(limits.year_from, limits.currency),
            year=limits.year,
        )
        lines.append([(said, "warn" if one.is_passing or one.is_near else "")])
    return lines + known_lines(limits)


def known_lines(limits: Limits) -> list[Line]:
    """Return the line that says of which year the thresholds are, where it is another one."""
    if not limits.is_of_another_year:
        return []
    text = _("Thresholds of {year} aren't known yet: those of {known} count.")
    return [[(text.format(year=limits.year, known=limits.known_year), "warn")]]


def warned_json(told: Sequence[Warned], limits: Limits) -> dict[str, object]:
    """Return the same as JSON."""
    currency = limits.currency
    return {
        "year": limits.year,
        "facts_of": limits.known_year,
        "year_from": None if limits.year_from is None else plain_amount(limits.year_from, currency),
        "people": [
            {
                "name": one.provider,
                "share": plain_amount(one.share, currency),
                "year_total": plain_amount(one.after, currency),
                "reportable": one.is_reportable,
                "passes": one.is_passing,
                "near": one.is_near,
            }
            for one in told
        ],
    }


def added_lines(
    one: Spend,
    shares: Sequence[Share],
    told: Sequence[Warned],
    limits: Limits,
    *,
    ref: str,
    batch: str,
    language: str,
) -> list[Line]:
    """Return what was noted, what it does to the year, and how to take it back."""
    lines = spend_lines(one, shares, ref, language=language)
    return [*lines, *warned_lines(told, limits), saved(batch)]


def spend_table(
    found: Sequence[tuple[Spend, Sequence[Share]]],
    refs: Mapping[str, str],
    *,
    today: date,
    language: str,
) -> list[Line]:
    """Return transfers of value in columns."""
    if not found:
        return [_("Nothing noted: repplan spend add AMOUNT WHO --nature food")]
    heads = (_("Day"), _("Amount"), _("For"), _("Heads"), _("Whom"), _("Ref"))
    return table(
        heads,
        [
            (
                iso_short(one.on_date, today, language),
                shown_amount(one.minor, one.currency),
                pgettext("nature", one.nature),
                str(one.heads),
                listed(share.provider for share in shares),
                refs[one.ref],
            )
            for one, shares in found
        ],
    )


def report_json(totals: Sequence[YearTotal], limits: Limits) -> dict[str, object]:
    """Return a year's totals as JSON."""
    return {
        "year": limits.year,
        "facts_of": limits.known_year,
        "currency": limits.currency or None,
        "item_from": _limit(limits.item_from, limits.currency),
        "year_from": _limit(limits.year_from, limits.currency),
        "providers": [
            {
                "provider": {"ref": one.ref, "name": one.provider},
                "currency": one.currency,
                "items": one.items,
                "total": plain_amount(one.minor, one.currency),
                "reportable_items": one.reportable_items,
                "reportable": _limit(one.reportable, one.currency),
                "past": one.is_past,
            }
            for one in totals
        ],
    }


def report_lines(totals: Sequence[YearTotal], limits: Limits) -> list[Line]:
    """Return a year's totals in columns, and the thresholds that they are held against."""
    if not totals:
        return [_("Nothing noted in {year}.").format(year=limits.year)]
    rows = [
        (
            one.provider,
            str(one.items),
            shown_amount(one.minor, one.currency),
            "-" if one.reportable is None else shown_amount(one.reportable, one.currency),
            _("past") if one.is_past else "",
        )
        for one in totals
    ]
    heads = (_("Provider"), _("Items"), _("Total"), _("Reportable"), "")
    lines = table(heads, rows)
    if limits.item_from is not None and limits.year_from is not None:
        text = _("Reportable: items of {item} and more; all, where a year passes {year_from}.")
        said = text.format(
            item=shown_amount(limits.item_from, limits.currency),
            year_from=shown_amount(limits.year_from, limits.currency),
        )
        lines.append([(said, "faint")])
    if any(one.reportable is None for one in totals):
        lines.append([(_("-: no threshold is known in that currency."), "faint")])
    lines += known_lines(limits)
    lines.append([(_("Your employer's system is the record; this is your memo."), "faint")])
    return lines


def _limit(minor: int | None, currency: str) -> str | None:
    return None if minor is None else plain_amount(minor, currency)
