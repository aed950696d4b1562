"""Decisions about samples and meals: what a provider may be left with, or be asked to eat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.can.model import BLOCK, OWN, TELL, WARN, Reason
from repplan.errors import N_
from repplan.spending.money import digits, minor_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from repplan.can.case import Case, Sampling, Wish
    from repplan.can.model import Facts

LEDGER = N_("repplan: the setting samples")
STOCK = N_("your own ledger of samples")


def sample_reasons(case: Case, _wish: Wish, _on: date) -> Iterator[Reason]:
    """Yield what speaks for and against a sample: the setting, the licence, the stock, limits."""
    told = case.sampling
    if told is None or not told.is_on:
        yield Reason("samples.off", LEDGER, BLOCK)
        return
    licence = case.policy.fact("samples.licence")
    if told.licence is not None:
        facts = (("licence", told.licence.state), ("until_on", told.licence.expires_on))
        is_against = licence is not None and not told.licence.is_valid
        action = licence.action if licence is not None and is_against else TELL
        yield Reason("samples.licence", licence.source if licence else OWN, action, facts)
    if told.lots:
        yield Reason("samples.in-stock", STOCK, TELL, _in_stock(told))
    else:
        yield Reason("samples.stock", STOCK, BLOCK)
    yield from _limit(case)
    for name in ("samples.request", "samples.receipt"):
        fact = case.policy.fact(name)
        if fact is not None:
            yield Reason(name, fact.source, TELL)


def _in_stock(told: Sampling) -> Facts:
    """What there is of each product, and the lot to use first: the next to expire."""
    pieces: dict[str, int] = {}
    for product, _number, _until, left in told.lots:
        pieces[product] = pieces.get(product, 0) + left
    product, number, until, _left = told.lots[0]
    return (
        ("stock", [{"product": name, "pieces": left} for name, left in pieces.items()]),
        ("first", product),
        ("lot", number),
        ("until_on", until),
    )


def _limit(case: Case) -> Iterator[Reason]:
    most = case.policy.fact("samples.max_pieces")
    days = case.policy.number("samples.max_days")
    if most is None or not days or case.sampling is None:
        return
    limit = int(str(most.value))
    # One product at its limit leaves the others: then it is only warned of.
    is_every = all(taken >= limit for _product, taken in case.sampling.taken)
    for product, taken in case.sampling.taken:
        facts = (("product", product), ("taken", taken), ("most", limit), ("days", int(days)))
        action = (most.action if is_every else WARN) if taken >= limit else TELL
        yield Reason(most.name, most.source, action, facts)


def meal_reasons(case: Case, _wish: Wish, on: date) -> Iterator[Reason]:
    """Yield what speaks about a meal: the most a head, and the year's total before it is passed."""
    currency = case.policy.text("spend.currency") or ""
    most = case.policy.fact("spend.meal_max")
    if most is not None:
        yield Reason(most.name, most.source, TELL, (("most", most.value), ("currency", currency)))
    said = case.policy.of_year("spend.year_from", on.year)
    if said is None or case.given is None:
        return
    fact, year = said
    limit = minor_of(fact.value, currency)
    left = limit - case.given
    facts = (
        ("year", on.year),
        ("of_year", year),
        ("given", _amount(case.given, currency)),
        ("from", _amount(limit, currency)),
        ("left", _amount(max(left, 0), currency)),
        ("currency", currency),
    )
    yield Reason(fact.name, fact.source, TELL if left > 0 else fact.action, facts)


def _amount(minor: int, currency: str) -> float | int:
    places = digits(currency)
    return minor / 10**places if places else minor
