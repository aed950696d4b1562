"""Decisions about transfers of value: shares a head, what is reportable, what passes a limit."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from repplan.errors import N_, BadNumber, MissingValue, Refused, UsageProblem
from repplan.records import dataclass
from repplan.spending.model import Limits, Warned, YearTotal
from repplan.spending.money import minor_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from repplan.policies.model import Fact, Policy
    from repplan.spending.model import Item

MOST_HEADS = 9999
_NEAR = 0.8
"""From this part of a year's threshold on it is told beforehand."""


@dataclass(eq=False)
class NoCurrency(MissingValue):
    """Neither said nor known from the policy."""

    slug: ClassVar[str] = "no-currency"
    message: ClassVar[str] = N_("In which currency?")
    hint: ClassVar[str] = N_("Say its code behind the amount: repplan spend add 27.80 EUR WHO")
    what: str = "currency"


@dataclass(eq=False)
class TooFewHeads(UsageProblem):
    """Fewer heads than people named."""

    slug: ClassVar[str] = "too-few-heads"
    message: ClassVar[str] = N_("{heads} heads, and {named} people named.")
    hint: ClassVar[str] = N_("--heads counts all who shared it, named or not.")
    heads: int
    named: int


@dataclass(eq=False)
class NoRecipient(UsageProblem):
    """A colleague gets no transfer of value."""

    slug: ClassVar[str] = "no-recipient"
    message: ClassVar[str] = N_("{name} is one of your own team: counted in --heads, not named.")
    hint: ClassVar[str] = N_("Leave the name out and count all with --heads N.")
    name: str


@dataclass(eq=False)
class SpentAhead(UsageProblem):
    """Money of a day to come, and no planned visit of that day."""

    slug: ClassVar[str] = "spent-ahead"
    message: ClassVar[str] = N_("{on} is still to come.")
    hint: ClassVar[str] = N_("For a planned visit name it: --visit REF")
    on: str


@dataclass(eq=False)
class NeedsWhy(Refused):
    """A rule is against it: what was spent all the same is noted with why."""


@dataclass(eq=False)
class MealTooDear(NeedsWhy):
    """A meal costs more a head than the policy allows."""

    slug: ClassVar[str] = "meal-too-dear"
    message: ClassVar[str] = N_("{share} a head: the limit is {limit} ({rule}: {source}).")
    hint: ClassVar[str] = N_("If it was spent all the same, say why: --because WHY")
    share: str
    limit: str
    rule: str
    source: str


@dataclass(eq=False)
class PassesYear(NeedsWhy):
    """A provider's total of the year would pass what the policy allows."""

    slug: ClassVar[str] = "passes-year"
    message: ClassVar[str] = N_(
        "{provider}: {after} in {year} would pass {limit} ({rule}: {source})."
    )
    hint: ClassVar[str] = N_("If it was spent all the same, say why: --because WHY")
    provider: str
    after: str
    year: int
    limit: str
    rule: str
    source: str


@dataclass(eq=False)
class OtherCurrency(NeedsWhy):
    """An amount in another currency than the limits: nobody holds it against them."""

    slug: ClassVar[str] = "other-currency"
    message: ClassVar[str] = N_(
        "The limits are in {known}: {amount} can't be held against them ({rule}: {source})."
    )
    hint: ClassVar[str] = N_("Say it in {known}, or why it is right all the same: --because WHY")
    amount: str
    known: str
    rule: str
    source: str


def read_heads(said: str | None, named: int) -> int:
    """Return how many shared it: those named, where nothing is said.

    Raises: BadNumber, TooFewHeads.
    """
    if said is None:
        return named
    text = said.strip()
    if not (text.isascii() and text.isdigit()) or not 1 <= int(text[:9]) <= MOST_HEADS:
        raise BadNumber("heads", text[:40], f"1 - {MOST_HEADS}")
    if int(text) < named:
        raise TooFewHeads(int(text), named)
    return int(text)


def split(minor: int, heads: int) -> tuple[int, ...]:
    """Return each head's share; what can't be divided goes one by one to the first.

    >>> split(1000, 3)
    (334, 333, 333)
    """
    each, rest = divmod(minor, heads)
    return tuple(each + (at < rest) for at in range(heads))


def limits_of(policy: Policy, year: int) -> Limits:
    """Return the policy's thresholds of a year; the currency is empty where none is known."""
    currency = policy.text("spend.currency") or ""
    item, year_from = (
        policy.of_year("spend.item_from", year),
        policy.of_year("spend.year_from", year),
    )
    meal = policy.fact("spend.meal_max")
    known = [found[1] for found in (item, year_from) if found and found[1] is not None]
    return Limits(
        year=year,
        currency=currency,
        item_from=_minor(item[0] if item else None, currency),
        year_from=_minor(year_from[0] if year_from else None, currency),
        meal_max=_minor(meal, currency),
        known_year=known[0] if known else None,
    )


def _minor(fact: Fact | None, currency: str) -> int | None:
    return minor_of(fact.value, currency) if fact else None


def is_reportable(share: int, total: int, limits: Limits) -> bool:
    """Whether an item is known to be reported: large enough by itself, or the year's total passes."""
    if limits.item_from is not None and share >= limits.item_from:
        return True
    return limits.year_from is not None and total > limits.year_from


def year_totals(items: Iterable[Item], limits: Limits) -> list[YearTotal]:
    """Return each provider's total by currency, by name; thresholds count in their currency alone."""
    groups: dict[tuple[str, str], list[Item]] = {}
    for one in items:
        groups.setdefault((one.share.provider_id, one.spend.currency), []).append(one)
    found = [_total(of_one, limits) for of_one in groups.values()]
    return sorted(found, key=lambda one: (one.provider, one.ref, one.currency))


def _total(items: Sequence[Item], limits: Limits) -> YearTotal:
    first = items[0]
    is_known = first.spend.currency == limits.currency and limits.item_from is not None
    counted = reportable(items, limits)
    total = sum(one.share.minor for one in items)
    is_compared = first.spend.currency == limits.currency and limits.year_from is not None
    return YearTotal(
        provider_id=first.share.provider_id,
        ref=first.share.ref,
        provider=first.share.provider,
        currency=first.spend.currency,
        items=len(items),
        minor=total,
        reportable_items=len(counted) if is_known else None,
        reportable=sum(one.share.minor for one in counted) if is_known else None,
        is_past=is_compared and total > (limits.year_from or 0),
    )


def reportable(items: Sequence[Item], limits: Limits) -> list[Item]:
    """Return the items that are reported, in order; where nobody can say it, all of them."""
    totals: dict[str, int] = {}
    for one in items:
        if one.spend.currency == limits.currency:
            totals[one.share.provider_id] = totals.get(one.share.provider_id, 0) + one.share.minor
    return [
        one
        for one in items
        if one.spend.currency != limits.currency
        or limits.item_from is None
        or is_reportable(one.share.minor, totals[one.share.provider_id], limits)
    ]


def warned(provider: str, share: int, before: int, limits: Limits) -> Warned:
    """Return what a share does to a provider's year; both amounts in the limits' currency."""
    after = before + share
    year_from = limits.year_from
    return Warned(
        provider=provider,
        share=share,
        after=after,
        is_reportable=limits.item_from is not None and is_reportable(share, after, limits),
        is_passing=year_from is not None and year_from < after,
        is_near=year_from is not None and year_from * _NEAR <= after <= year_from,
    )
