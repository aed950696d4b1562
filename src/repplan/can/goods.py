"""Decisions about samples and meals: what a provider may be left with, or be asked to eat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.can.model import BLOCK, TELL, WARN, Reason
from repplan.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from repplan.can.case import Case

LEDGER = N_("repplan: the setting samples")
STOCK = N_("your own ledger of samples")


def sample_reasons(case: Case, _on: date) -> Iterator[Reason]:
    """Yield what speaks for and against a sample: the setting, the licence, the stock, limits."""
    told = case.sampling
    if told is None or not told.is_on:
        yield Reason("samples.off", LEDGER, BLOCK)
        return
    licence = case.policy.fact("samples.licence")
    if licence is not None and told.licence != "valid":
        facts = (("licence", told.licence), ("until_on", told.licence_until))
        yield Reason("samples.licence", licence.source, licence.action, facts)
    if told.stock <= 0:
        yield Reason("samples.stock", STOCK, BLOCK)
    yield from _limit(case)
    for name in ("samples.request", "samples.receipt"):
        fact = case.policy.fact(name)
        if fact is not None:
            yield Reason(name, fact.source, TELL)


def _limit(case: Case) -> Iterator[Reason]:
    most = case.policy.fact("samples.max_pieces")
    days = case.policy.number("samples.max_days")
    if most is None or not days or case.sampling is None:
        return
    limit = int(str(most.value))
    for product, taken in case.sampling.taken:
        facts = (("product", product), ("taken", taken), ("most", limit), ("days", int(days)))
        # One product at its limit leaves the others: it is warned of, and told of each.
        yield Reason(most.name, most.source, WARN if taken >= limit else TELL, facts)


def meal_reasons(case: Case, on: date) -> Iterator[Reason]:
    """Yield what speaks about a meal: the most a head, and the year's total before it is passed."""
    currency = case.policy.text("spend.currency") or ""
    most = case.policy.fact("spend.meal_max")
    if most is not None:
        yield Reason(most.name, most.source, TELL, (("most", most.value), ("currency", currency)))
    said = case.policy.of_year("spend.year_from", on.year)
    if said is None or case.given is None:
        return
    fact, year = said
    limit = round(float(str(fact.value)) * 100)
    left = limit - case.given.minor
    facts = (
        ("year", on.year),
        ("of_year", year),
        ("given", case.given.minor / 100),
        ("from", limit / 100),
        ("left", max(left, 0) / 100),
        ("currency", currency),
    )
    yield Reason(fact.name, fact.source, TELL if left > 0 else WARN, facts)
