"""Yes or no: tables of cases under each policy, and random cases."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.can.case import Case, Plan, Sampling, Wish
from repplan.can.model import EMAIL, MEAL, SAMPLE, VISIT, WHATS
from repplan.can.rules import (
    answer,
    months_after,
    months_before,
    next_possible,
    reasons_on,
    refusal,
)
from repplan.policies.load import POLICIES, policy_named
from repplan.policies.model import Policy
from repplan.reception.model import ReceptionRule
from repplan.records import replace
from repplan.samples.model import LicenceState
from repplan.workdays import Workdays

NOW = datetime(2026, 11, 24, 7, 5)  # noqa: DTZ001 - a case's local moment
TODAY = NOW.date()
WORKDAYS = Workdays(frozenset({1, 2, 3, 4, 5}))
RULE = ReceptionRule("r", "a", "", None, ("2", "4"), "08:00", "09:00", "application", 2, "17:00",
                     None, None, None, None, None, "gate", "2026-11-01", None, "Mercy")  # fmt: skip


def case(policy: str = "none", **facts: object) -> Case:
    """Return a case with nothing against anything, but for these facts."""
    plain = Case("Ann Lee", "active", NOW, policy_named(policy), WORKDAYS, place="Mercy")
    return replace(plain, **facts)  # type: ignore[arg-type]  # a case's own fields


def against(one: Case, wish: Wish, on: date = TODAY) -> list[str]:
    """Return the rules that refuse or warn."""
    return [reason.rule for reason in reasons_on(one, wish, on) if reason.action != "tell"]


def plans(*days: date) -> tuple[Plan, ...]:
    """Return plans for these days that count against a cap."""
    return tuple(Plan(day, is_counted=True) for day in days)


LOTS = (("Cardexa", "A1", None, 3),)
DAYS = (date(2025, 12, 1), date(2026, 3, 2), date(2026, 10, 6))


@pytest.mark.parametrize(
    ("policy", "facts", "wish", "found"),
    [
        ("none", {}, Wish(), []),
        ("none", {"state": "left"}, Wish(), ["state.left"]),
        ("none", {"state": "left"}, Wish(EMAIL), ["state.left"]),
        ("none", {"state": "no-see"}, Wish(), ["state.no-see"]),
        ("none", {"state": "no-see"}, Wish(origin="requested"), []),
        ("none", {"state": "no-see"}, Wish(EMAIL), []),
        ("none", {"report": ("e-1", "2026-11-25T12:00:00Z")}, Wish(), []),
        ("none", {"report": ("e-1", "2026-11-25T12:00:00Z")}, Wish(EMAIL), []),
        ("none", {"booked": (Plan(TODAY),)}, Wish(), ["visits.one-a-day"]),
        ("none", {"happened": DAYS}, Wish(), []),
        ("us", {"happened": DAYS}, Wish(), []),
        ("uk", {"happened": DAYS}, Wish(), ["visits.unsolicited_max"]),
        ("uk", {"happened": DAYS[1:]}, Wish(), []),
        ("uk", {"happened": DAYS}, Wish(origin="requested"), []),
        ("uk", {"happened": DAYS}, Wish(origin="enquiry"), []),
        ("uk", {"happened": DAYS}, Wish(origin="unsolicited"), ["visits.unsolicited_max"]),
        ("uk", {"happened": DAYS}, Wish(is_group=True), []),
        ("none", {"rule": RULE}, Wish(), ["reception.lead"]),
        ("none", {"rule": RULE, "asked_on": TODAY}, Wish(), []),
        ("none", {"rule": RULE}, Wish(is_remote=True), []),
        ("cn", {"rule": replace(RULE, lead_days=None)}, Wish(), []),
        ("cn", {"is_hospital": True}, Wish(), []),
        ("cn", {"is_hospital": True, "heads": 1}, Wish(), ["reception.people_min"]),
        ("cn", {"is_hospital": True, "heads": 2}, Wish(), []),
        ("cn", {"heads": 1}, Wish(), []),
        ("cn", {"is_hospital": True, "rule": replace(RULE, lead_days=None)}, Wish(), []),
        ("cn", {"is_hospital": True,
                "rule": replace(RULE, lead_days=None, filing_until_on="2026-11-24")},
         Wish(), ["reception.filing-expired"]),
        ("uk", {"happened": DAYS[2:], "booked": plans(date(2026, 11, 24))}, Wish(),
         ["visits.one-a-day"]),
        ("uk", {"happened": DAYS[1:], "booked": plans(date(2026, 11, 25))}, Wish(),
         ["visits.unsolicited_max"]),
        ("cn", {"rule": replace(RULE, lead_days=None, filing="F")}, Wish(), []),
        ("cn", {"rule": replace(RULE, lead_days=None, filing="F", filing_until_on="2026-11-24")},
         Wish(), []),
        ("none", {"is_hospital": True,
                  "rule": replace(RULE, lead_days=None, filing_until_on="2026-11-24")}, Wish(),
         ["reception.filing-expired"]),
        ("none", {"rule": replace(RULE, weekdays=(), lead_days=None), "workdays": Workdays(frozenset({1}))},
         Wish(), ["reception.workday"]),
        ("none", {"rule": replace(RULE, lead_days=None, people_needed=2)}, Wish(),
         ["reception.people"]),
        ("none", {"rule": replace(RULE, lead_days=None, people_needed=2), "colleagues": 1},
         Wish(), []),
        ("none", {}, Wish(EMAIL), []),
        ("uk", {}, Wish(EMAIL), ["consent.email"]),
        ("none", {"sampling": Sampling(is_on=False)}, Wish(SAMPLE), ["samples.off"]),
        ("none", {"sampling": Sampling(is_on=True, lots=LOTS)}, Wish(SAMPLE), []),
        ("none", {"sampling": Sampling(is_on=True)}, Wish(SAMPLE), ["samples.stock"]),
        ("us", {"sampling": Sampling(is_on=True, licence=LicenceState("valid"), lots=LOTS)}, Wish(SAMPLE), []),
        ("us", {"sampling": Sampling(is_on=True, licence=LicenceState("expired"), lots=LOTS)}, Wish(SAMPLE),
         ["samples.licence"]),
        ("uk", {"sampling": Sampling(is_on=True, licence=LicenceState("valid"), lots=LOTS,
                                     taken=(("Cardexa", 4),))},
         Wish(SAMPLE), ["samples.max_pieces"]),
        ("us", {"given": 13_812}, Wish(MEAL), []),
        ("us", {"given": 13_813}, Wish(MEAL), ["spend.year.2026.year_from"]),
        ("cn", {"given": 99_999}, Wish(MEAL), []),
    ],
)  # fmt: skip
def test_what_speaks_against_it(
    policy: str, facts: dict[str, object], wish: Wish, found: list[str]
) -> None:
    """Each rule refuses or warns where its policy says so, and nowhere else."""
    assert against(case(policy, **facts), wish) == found


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("what", WHATS)
def test_every_reason_has_its_source(policy: str, what: str) -> None:
    """Under every policy each reason names a rule and a source."""
    one = case(policy, rule=RULE, happened=DAYS, is_hospital=True, given=20_000,
               sampling=Sampling(is_on=True), report=("e-1", "2026-11-25T12:00:00Z"))  # fmt: skip
    found = reasons_on(one, Wish(what), TODAY)
    assert all(reason.rule and reason.source for reason in found)
    assert found


def test_when_the_cap_falls() -> None:
    """The next day is the one on which so many have gone by that one more fits."""
    said = answer(case("uk", happened=DAYS), Wish(), TODAY)
    assert (said.is_yes, said.next_step, said.next_on) == (False, "wait", date(2026, 12, 1))
    more = answer(case("uk", happened=(date(2025, 11, 28), *DAYS)), Wish(), TODAY)
    assert more.next_on == date(2026, 12, 1)
    told = answer(case("uk", happened=DAYS[1:]), Wish(), TODAY).reasons[0]
    assert (told.fact("count"), told.fact("falls_out_on")) == (2, "2027-03-02")


def test_the_next_step() -> None:
    """What can be done next is named: report, ask, apply, file, or wait for a day."""
    steps = {
        "report": case(report=("e-1", "2026-11-25T12:00:00Z")),
        "apply": case(rule=RULE),
        "another-way": case(state="no-see"),
        "followed-by": case(state="left"),
        "file": case("cn", is_hospital=True, rule=replace(RULE, filing_until_on="2026-11-24")),
    }
    for step, one in steps.items():
        assert answer(one, Wish(), TODAY).next_step == step
    assert answer(case(rule=RULE), Wish(), TODAY).next_on == date(2026, 11, 26)
    assert answer(case(rule=RULE), Wish(), date(2026, 11, 26)).next_step == "apply"
    assert answer(case("uk"), Wish(EMAIL), TODAY).next_step == "ask-when-met"


@pytest.mark.parametrize(
    ("day", "months", "after"),
    [
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 11, 30), 1, date(2026, 12, 30)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
    ],
)
def test_months(day: date, months: int, after: date) -> None:
    """Months later is the same day, or the last one of a shorter month."""
    assert months_after(day, months) == after
    assert months_before(day, -months) == after


_days = st.dates(date(2025, 6, 1), date(2027, 12, 31))
_rules = st.none() | st.builds(
    lambda days, lead, filing: replace(RULE, weekdays=tuple(map(str, days)), lead_days=lead,
                                       filing_until_on=filing, opens=None, closes=None),
    st.lists(st.integers(1, 7), unique=True),
    st.none() | st.integers(0, 6),
    st.none() | _days.map(lambda day: day.isoformat()),
)  # fmt: skip
_cases = st.builds(
    case,
    st.sampled_from(POLICIES),
    state=st.sampled_from(["active", "unverified", "no-see", "left"]),
    rule=_rules,
    happened=st.lists(_days.filter(lambda day: day <= TODAY), max_size=6).map(
        lambda days: tuple(sorted(days))
    ),
    booked=st.lists(
        st.builds(Plan, _days.filter(lambda day: day >= TODAY), st.booleans()), max_size=4
    ).map(tuple),
    workdays=st.frozensets(st.integers(1, 7), min_size=1).map(Workdays),
    is_hospital=st.booleans(),
)


@given(_cases, st.sampled_from(WHATS), st.integers(-5, 90))
def test_a_refused_day_is_never_proposed(one: Case, what: str, away: int) -> None:
    """The next possible day comes after the one asked for, isn't gone by, and nothing refuses it."""
    on = TODAY + timedelta(away)
    wish = Wish(what)
    said = answer(one, wish, on)
    assert said.is_yes == (refusal(one, wish, on) is None)
    if said.is_yes:
        assert on >= TODAY
        return
    assert said.next_on == next_possible(one, wish, on)
    if said.next_on is not None:
        assert said.next_on >= max(on, TODAY)
        assert refusal(one, wish, said.next_on) is None
        assert said.next_on != on


@given(_cases, st.sampled_from(WHATS))
def test_what_is_needed_first_names_no_day(one: Case, what: str) -> None:
    """Who has left is refused every day, and no day is promised."""
    said = answer(replace(one, state="left"), Wish(what), TODAY)
    assert (said.is_yes, said.next_on) == (False, None)


def test_visit_is_the_default() -> None:
    """What isn't said is a visit."""
    assert Wish().what == VISIT


def test_the_cap_counts_plans() -> None:
    """Plans up to the day count, and a plan before others counts in theirs; a way out is named."""
    week = tuple(date(2026, 11, 25) + timedelta(days) for days in range(3))
    one = case("uk", booked=plans(*week))
    after = answer(one, Wish(), date(2026, 12, 1))
    assert not after.is_yes
    assert (after.reasons[0].fact("count"), after.reasons[0].fact("planned")) == (3, 3)
    assert after.next_on == date(2027, 11, 25)
    assert not answer(one, Wish(), TODAY).is_yes
    # On the day of a plan, that plan is the visit itself.
    assert against(one, Wish(), week[1]) == ["visits.one-a-day"]
    assert answer(replace(one, booked=plans(*week[:2])), Wish(), TODAY).is_yes


def test_samples_say_what_there_is() -> None:
    """A yes has the licence, what is in stock and the lot to use first; all at the limit is a no."""
    lots = (("Cardexa", "A1", "2026-12-31", 4), ("Renova", "B2", None, 2))
    licence = LicenceState("valid", expires_on="2027-01-31")
    there = Sampling(is_on=True, licence=licence, lots=lots)
    said = {one.rule: one for one in reasons_on(case("uk", sampling=there), Wish(SAMPLE), TODAY)}
    assert said["samples.licence"].action == "tell"
    assert said["samples.in-stock"].fact("lot") == "A1"
    assert said["samples.in-stock"].fact("stock") == [
        {"product": "Cardexa", "pieces": 4},
        {"product": "Renova", "pieces": 2},
    ]
    both = case("uk", sampling=replace(there, taken=(("Cardexa", 4), ("Renova", 4))))
    assert not answer(both, Wish(SAMPLE), TODAY).is_yes
    one = case("uk", sampling=replace(there, taken=(("Cardexa", 4), ("Renova", 0))))
    assert answer(one, Wish(SAMPLE), TODAY).is_yes


@pytest.mark.parametrize(
    ("action", "minor", "is_yes", "left"),
    [("block", 999, True, 1), ("block", 1000, False, 0), ("warn", 1000, True, 0)],
)
def test_money_without_a_point(action: str, minor: int, is_yes: bool, left: int) -> None:
    """A currency of whole units is counted in them; what blocks at a total blocks."""
    rows = {
        "spend.currency": ("JPY", "warn", "a code", "2026-11-01", "own"),
        "spend.year_from": (1000, action, "a code", "2026-11-01", "own"),
    }
    one = replace(case(given=minor), policy=Policy("none", rows))
    said = answer(one, Wish(MEAL), TODAY)
    assert (said.is_yes, said.reasons[0].fact("left"), said.reasons[0].fact("from")) == (
        is_yes, left, 1000)  # fmt: skip
