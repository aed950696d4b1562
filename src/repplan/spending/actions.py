"""Act on transfers of value: note one with its shares, take one out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from repplan.policies.load import policy_of
from repplan.providers import queries as providers
from repplan.screening.actions import override
from repplan.spending import queries, rules
from repplan.spending.model import FOOD
from repplan.spending.money import shown_amount
from repplan.store.write import delete, insert

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repplan.policies.model import Fact, Policy
    from repplan.providers.model import Provider
    from repplan.spending.model import Limits, NewSpend, Spend, Warned
    from repplan.store.work import Work

    Broken = tuple[Fact, rules.NeedsWhy]


def add(work: Work, new: NewSpend, reason: str | None = None) -> tuple[Spend, tuple[Warned, ...]]:
    """Return what was noted, and what it does to each one's year.

    ``reason``: why it was spent although the policy blocks it; kept as an override.
    Raises: SpentAhead, NoRecipient, TooFewHeads, OtherCurrency, MealTooDear, PassesYear.
    """
    _check_day(work, new.on, new.visit_id)
    people = [providers.provider(work.db, one) for one in new.provider_ids]
    for who in people:
        if who.is_colleague:
            raise rules.NoRecipient(who.name)
    if new.heads < len(people):
        raise rules.TooFewHeads(new.heads, len(people))
    policy = policy_of(work.db)
    limits = rules.limits_of(policy, date.fromisoformat(new.on).year)
    parts = rules.split(new.minor, new.heads)
    told = _told(work, people, parts, limits) if new.currency == limits.currency else ()
    broken = _uncompared(policy, limits, new) or _broken(
        policy, limits, told, _meal(work, new, parts[0])
    )
    if broken and not reason:
        raise broken[0][1]
    identity, _ref = insert(
        work,
        "spend",
        {
            "on_date": new.on,
            "minor": new.minor,
            "currency": new.currency,
            "nature": new.nature,
            "heads": new.heads,
            "product_id": new.product_id,
            "visit_id": new.visit_id,
            "what": new.what,
        },
    )
    for who, share in zip(people, parts, strict=False):
        insert(
            work,
            "spend_share",
            {"spend_id": identity, "provider_id": who.id, "minor": share},
        )
    for fact, _problem in broken:
        override(work, fact.name, "spend", identity, reason or "")
    return queries.spend(work.db, identity), told


def _told(
    work: Work, people: Sequence[Provider], parts: Sequence[int], limits: Limits
) -> tuple[Warned, ...]:
    return tuple(
        rules.warned(
            who.name,
            share,
            queries.year_total(work.db, who.id, limits.year, limits.currency),
            limits,
        )
        for who, share in zip(people, parts, strict=False)
    )


def _meal(work: Work, new: NewSpend, share: int) -> int:
    """Return what a head ate and drank: at a visit all of it counts; 0: it is no meal."""
    if new.nature != FOOD:
        return 0
    before = queries.meals_of(work.db, new.visit_id, new.currency) if new.visit_id else []
    return share + sum(rules.split(minor, heads)[0] for minor, heads in before)


def _uncompared(policy: Policy, limits: Limits, new: NewSpend) -> list[Broken]:
    """Return the fact that no limit can be held against it: it is in another currency."""
    fact = policy.fact("spend.currency")
    meal_max = limits.meal_max if new.nature == FOOD else None
    known = (limits.item_from, limits.year_from, meal_max)
    if fact is None or new.currency == limits.currency or all(one is None for one in known):
        return []
    amount = shown_amount(new.minor, new.currency)
    return [(fact, rules.OtherCurrency(amount, limits.currency, fact.name, fact.source))]


def _broken(policy: Policy, limits: Limits, told: Sequence[Warned], meal: int) -> list[Broken]:
    """Return the facts that block it, each with its refusal; what only warns is told, not asked."""
    found: list[Broken] = []
    currency = limits.currency
    fact = policy.fact("spend.meal_max")
    if told and fact and fact.action == "block" and meal > (limits.meal_max or meal):
        limit = shown_amount(limits.meal_max or 0, currency)
        said = rules.MealTooDear(shown_amount(meal, currency), limit, fact.name, fact.source)
        found.append((fact, said))
    year = policy.of_year("spend.year_from", limits.year)
    passing = next((one for one in told if one.is_passing), None)
    if passing and year and year[0].action == "block":
        said_year = rules.PassesYear(
            passing.provider,
            shown_amount(passing.after, currency),
            limits.year,
            shown_amount(limits.year_from or 0, currency),
            year[0].name,
            year[0].source,
        )
        found.append((year[0], said_year))
    return found


def _check_day(work: Work, on: str, visit_id: str | None) -> None:
    """Raise SpentAhead for a day to come that isn't the visit's own."""
    if on <= work.today.isoformat():
        return
    row = work.db.execute("SELECT on_date FROM visit WHERE id = ?", (visit_id,)).fetchone()
    if row is None or row[0] != on:
        raise rules.SpentAhead(on)


def retire(work: Work, spend_id: str) -> None:
    """Take one out of the totals, with its shares; the journal keeps it."""
    rows = work.db.execute("SELECT id FROM spend_share WHERE spend_id = ?", (spend_id,))
    for (share_id,) in rows.fetchall():
        delete(work, "spend_share", share_id)
    delete(work, "spend", spend_id)
