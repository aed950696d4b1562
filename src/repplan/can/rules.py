"""Decisions: every reason for and against something on a day, and the next possible day.

A case is gathered once; each day is then told from it alone, so that the next day proposed is one
that these same rules don't refuse.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from repplan.can.model import (
    BLOCK,
    MEAL,
    OWN,
    PEOPLE,
    SAMPLE,
    TELL,
    UNSOLICITED,
    VISIT,
    WARN,
    Answer,
    Reason,
)
from repplan.consents.model import OPTED_OUT
from repplan.errors import N_
from repplan.reception import rules as reception
from repplan.records import replace
from repplan.safety.model import HOURS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from repplan.can.case import Case, Wish

HOUSE = N_("repplan: one plan a provider and day")

_FARTHEST = 400
"""Days ahead that are looked at for a possible one: more than a year."""


def answer(case: Case, wish: Wish, on: date) -> Answer:
    """Return yes or no with every reason, the next step, and the next possible day."""
    reasons = tuple(reasons_on(case, wish, on))
    refusals = [one for one in reasons if one.is_refusal]
    # Another day may have another hour.
    day = next_possible(case, replace(wish, start=None), on) if refusals else on
    step = _step_of_no(case, wish, refusals, day) if refusals else _step_of_yes(reasons)
    rule = case.rule if step == "apply" and day is not None else None
    return Answer(
        wish.what,
        on,
        reasons=reasons,
        next_step=step,
        next_on=day,
        apply_on=reception.apply_on(rule, day, case.workdays) if rule and day else None,
        apply_by=rule.lead_by if rule else None,
    )


def step_of(answer: Answer, reason: Reason) -> str:
    """Return the next step after one refusal alone: what lifts it, else the next possible day."""
    if reason.rule in _STEPS:
        return _STEPS[reason.rule]
    if answer.next_on is None:
        return answer.next_step if reason.rule.startswith("consent.") else ""
    is_late = reason.rule == "reception.lead" and answer.next_step == "apply"
    return "apply" if is_late else "wait"


def refusal(case: Case, wish: Wish, on: date) -> Reason | None:
    """Return the first reason that refuses it on a day; None: nothing does."""
    return next((one for one in reasons_on(case, wish, on) if one.is_refusal), None)


def reasons_on(case: Case, wish: Wish, on: date) -> list[Reason]:
    """Return every reason, those that refuse first, then warnings, then what is only told."""
    found = [reason for rule in _rules_of(wish.what) for reason in rule(case, wish, on)]
    return sorted(found, key=lambda one: (BLOCK, WARN, TELL).index(one.action))


def next_possible(case: Case, wish: Wish, on: date) -> date | None:
    """Return the next day after ``on`` that nothing refuses; None: no day is near that would do.

    A day that was asked for in the past is no reason to propose one there.
    """
    day = max(on + timedelta(1), case.today)
    for _turn in range(_FARTHEST):
        refused = refusal(case, wish, day)
        if refused is None and _is_worked(case, day):
            return day
        if refused is not None and refused.rule in _NO_DAY_HELPS:
            return None
        # A cap names the day on which it lets go: the days before it needn't be asked about.
        later = refused.next_on if refused else None
        day = max(later or day, day + timedelta(1))
    return None


def months_before(day: date, months: int) -> date:
    """Return the same day some months before, or the last of that month where it has no such day.

    >>> months_before(date(2028, 2, 29), 12)
    datetime.date(2027, 2, 28)
    """
    return months_after(day, -months)


def months_after(day: date, months: int) -> date:
    """Return the same day some months after, or the last of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(1)).day
    return date(year, month + 1, min(day.day, last))


# --- the rules, each a few reasons --------------------------------------------------------------


def _state(case: Case, wish: Wish, _on: date) -> Iterator[Reason]:
    if case.state == "left":
        yield Reason("state.left", OWN, BLOCK, (("name", case.name),))
    elif case.state == "no-see" and wish.what in {VISIT, SAMPLE, MEAL}:
        is_asked = (wish.origin or "") not in UNSOLICITED
        yield Reason("state.no-see", OWN, TELL if is_asked else BLOCK, (("name", case.name),))


def _past(case: Case, _wish: Wish, on: date) -> Iterator[Reason]:
    if on < case.today:
        yield Reason("day.past", OWN, BLOCK, (("day", on.isoformat()),))


def _safety(case: Case, _wish: Wish, _on: date) -> Iterator[Reason]:
    """An open report is told of, and comes first; its own clock presses, it bars no visit."""
    if case.report is None:
        return
    ref, due_at = case.report
    fact = case.policy.known(HOURS)
    facts = (("ref", ref), ("due_at", due_at))
    yield Reason(HOURS, fact.source if fact else OWN, TELL, facts)


def cap(case: Case, wish: Wish, on: date) -> Iterator[Reason]:
    """Yield what the cap on unsolicited visits says: of this one, and of the plans after it."""
    fact = case.policy.fact("visits.unsolicited_max")
    months = case.policy.number("visits.unsolicited_months")
    if fact is None or not months or wish.is_group or (wish.origin or "") not in UNSOLICITED:
        return
    most, months = int(str(fact.value)), int(months)
    planned = [one.on for one in case.booked if one.is_counted and one.on != on]
    # A later plan must still fit once this visit was: each of their periods has its own count.
    ends = [on, *(day for day in planned if months_before(day, months) < on < day)]
    windows = [_counted(case.happened, planned, months_before(end, months), end) for end in ends]
    found = next((one for one in windows if len(one) >= most), windows[0])
    facts = (
        ("count", len(found)),
        ("most", most),
        ("months", months),
        ("planned", sum(is_plan for _day, is_plan in found)),
    )
    falls = months_after(found[0][0], months) if found else None
    if len(found) < most:
        yield Reason(fact.name, fact.source, TELL, (*facts, ("falls_out_on", _iso(falls))))
        return
    # So many of the oldest must have gone by before another one may be.
    free = months_after(found[len(found) - most][0], months) if found is windows[0] else None
    yield Reason(
        fact.name, fact.source, fact.action, (*facts, ("falls_out_on", _iso(free))), next_on=free
    )


def _counted(
    happened: Sequence[date], planned: Sequence[date], since: date, end: date
) -> list[tuple[date, bool]]:
    """The days that count against a cap in a period, in order, each with whether it is a plan."""
    days = [(day, False) for day in happened] + [(day, True) for day in planned]
    return sorted(one for one in days if since < one[0] <= end)


def _booked(case: Case, _wish: Wish, on: date) -> Iterator[Reason]:
    if any(one.on == on for one in case.booked):
        yield Reason("visits.one-a-day", HOUSE, BLOCK, (("day", on.isoformat()),))


def _reception(case: Case, wish: Wish, on: date) -> Iterator[Reason]:
    if wish.is_remote:
        return
    yield from _filing(case, on)
    yield from _people(case)
    rule = case.rule
    if rule is None:
        return
    is_asked = case.asked_on == on or any(one.on == on and one.is_asked for one in case.booked)
    found = reception.hindered(
        rule,
        on,
        today=case.today,
        at=case.now.time(),
        workdays=case.workdays,
        start=wish.start,
        is_asked=is_asked,
    )
    source = rule.source or OWN
    facts: tuple[tuple[str, object], ...] = (
        ("place", case.place),
        ("day", on.isoformat()),
        ("weekdays", [int(day) for day in rule.weekdays]),
        ("opens", rule.opens),
        ("closes", rule.closes),
        ("lead_days", rule.lead_days),
        ("lead_by", rule.lead_by),
        ("apply_on", reception.apply_on(rule, on, case.workdays).isoformat()),
    )
    for slug in found:
        yield Reason(f"reception.{slug}", source, BLOCK, facts)
    if rule.is_asking_needed and not is_asked and not found:
        yield Reason(
            "reception.ask", source, TELL, (*facts, ("form", rule.form), ("contact", rule.contact))
        )


def _filing(case: Case, on: date) -> Iterator[Reason]:
    """A filing is a matter of hospitals: one that ran out refuses where the policy asks for it."""
    if not case.is_hospital:
        return
    needed = case.policy.fact("reception.filing_needed")
    rule = case.rule
    place = (("place", case.place),)
    if rule is not None and reception.has_filing_expired(rule, on):
        source = needed.source if needed else rule.source or OWN
        facts = (*place, ("filing_until_on", rule.filing_until_on))
        yield Reason("reception.filing-expired", source, needed.action if needed else WARN, facts)
    elif needed is not None and not (rule and rule.filing):
        yield Reason("reception.filing-unknown", needed.source, TELL, place)


def _people(case: Case) -> Iterator[Reason]:
    """How many of us must come, and how many of theirs receive: that counts where it is known."""
    needed = (case.rule.people_needed if case.rule else None) or 0
    if case.rule and needed > 1 + case.colleagues:
        facts = (("place", case.place), ("needed", needed), ("have", 1 + case.colleagues))
        yield Reason(PEOPLE, case.rule.source or OWN, WARN, facts)
    least = case.policy.fact("reception.people_min")
    if least is None or not case.is_hospital:
        return
    told = (("place", case.place), ("least", least.value), ("heads", case.heads))
    if case.heads is None:
        yield Reason(least.name, least.source, TELL, told)
    elif case.heads < int(str(least.value)):
        yield Reason(least.name, least.source, least.action, told)


_MET = (_past, _state, _safety, cap, _booked, _reception)


def _rules_of(what: str) -> tuple[Callable[[Case, Wish, date], Iterator[Reason]], ...]:
    """Return the rules on a visit, a message, a sample or a meal, in the order they are told."""
    if what == VISIT:
        return _MET
    if what in {SAMPLE, MEAL}:
        from repplan.can.goods import meal_reasons, sample_reasons

        return (_past, _state, _safety, sample_reasons if what == SAMPLE else meal_reasons)
    from repplan.can.reaching import reaching_reasons

    return (_past, _state, _safety, reaching_reasons)


_NO_DAY_HELPS = frozenset(
    {
        "state.left", "state.no-see", "reception.filing-expired",
        "reception.people_min", "samples.off", "samples.licence", "samples.stock",
        "samples.max_pieces",
    }
)  # fmt: skip
"""Refusals that waiting doesn't lift: something must be done first."""


def _is_worked(case: Case, day: date) -> bool:
    has_days = case.rule is not None and case.rule.days
    return not case.workdays.is_off(day) and (bool(has_days) or case.workdays.is_workday(day))


def _step_of_yes(reasons: tuple[Reason, ...]) -> str:
    rules = {one.rule for one in reasons}
    if HOURS in rules:
        return "report"
    return "apply" if "reception.ask" in rules else ""


def _step_of_no(case: Case, wish: Wish, refusals: list[Reason], day: date | None) -> str:
    rules = {one.rule for one in refusals}
    for slug, step in _STEPS.items():
        if slug in rules:
            return step
    if day is None and any(one.fact("why") == OPTED_OUT for one in refusals):
        return "end-their-no"
    if day is None and any(rule.startswith("consent.") for rule in rules):
        return "ask-when-met"
    if wish.what == VISIT and day is not None and case.rule is not None and case.rule.lead_days:
        return "apply"
    return "wait" if day is not None else ""


_STEPS = {
    "state.left": "followed-by",
    "state.no-see": "another-way",
    "reception.filing-expired": "file",
    "samples.off": "samples-on",
    "samples.licence": "check-licence",
    "samples.stock": "restock",
}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
