"""What is to be spent at today's visits: how much a head, and whether that is reportable."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.policies.load import policy_of
from repplan.spending import queries
from repplan.spending.money import shown_amount
from repplan.spending.rules import is_reportable, limits_of, split

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from repplan.due.today import Today
    from repplan.spending.model import Limits, Spend


def a_head(db: sqlite3.Connection, day: Today) -> dict[str, str]:
    """Return visit → what stands behind it: ``13.90 USD a head: reportable``."""
    limits = limits_of(policy_of(db), day.today.year)
    found = queries.of_visits(db, day.iso)
    return {visit: _told(db, spends, limits) for visit, spends in found.items()}


def _told(db: sqlite3.Connection, spends: Sequence[Spend], limits: Limits) -> str:
    """Return the sum a head of all that is spent at one visit, each currency by itself."""
    each: dict[str, int] = {}
    for one in spends:
        each[one.currency] = each.get(one.currency, 0) + split(one.minor, one.heads)[0]
    amount = " + ".join(shown_amount(minor, currency) for currency, minor in each.items())
    mine = [one for one in spends if one.currency == limits.currency]
    is_compared = bool(mine) and limits.item_from is not None
    if is_compared and _is_reportable(db, mine, each[limits.currency], limits):
        return _("{amount} a head: reportable").format(amount=amount)
    return _("{amount} a head").format(amount=amount)


def _is_reportable(
    db: sqlite3.Connection, spends: Sequence[Spend], each: int, limits: Limits
) -> bool:
    """Whether a head's part is large enough, or brings anybody past the year's total."""
    if is_reportable(each, 0, limits):
        return True
    people = {share.provider_id for one in spends for share in queries.shares(db, one.id)}
    totals = (
        queries.year_total(db, provider_id, limits.year, limits.currency) for provider_id in people
    )
    return any(is_reportable(each, total, limits) for total in totals)
