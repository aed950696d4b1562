"""On which day one may come: tables of cases, and random rules."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.errors import BadForm
from repplan.reception.model import ReceptionRule
from repplan.reception.rules import (
    HoursTurned,
    LeadNeeded,
    apply_on,
    check_hours,
    check_lead,
    counting,
    has_filing_expired,
    hindered,
    is_received_on,
    may_still_apply,
    read_weekdays,
)
from repplan.workdays import Workdays

TODAY, AT = date(2026, 11, 24), time(7, 5)
WORKDAYS = Workdays(frozenset({1, 2, 3, 4, 5}))


def rule(
    department: str = "",
    *,
    weekdays: tuple[int, ...] = (),
    opens: str | None = None,
    closes: str | None = None,
    booking: str = "none",
    lead_days: int | None = None,
    lead_by: str | None = None,
    people_needed: int | None = None,
    filing: str | None = None,
    filing_until_on: str | None = None,
) -> ReceptionRule:
    """Return a rule as the store would hold it."""
    return ReceptionRule("r", "a", department, None, tuple(map(str, weekdays)), opens, closes,
                         booking, lead_days, lead_by, None, people_needed, None, filing,
                         filing_until_on, None, "2026-11-01", None, "Mercy")  # fmt: skip


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("tue,thu", (2, 4)),
        ("Thursday and Tues", (2, 4)),
        ("mon-wed", (1, 2, 3)),
        ("fri-mon", (1, 5, 6, 7)),
        ("周二、周四", (2, 4)),
        ("周二、四", (2, 4)),
        ("星期一到星期三", (1, 2, 3)),
        ("禮拜五", (5,)),
        ("2;4", (2, 4)),
        ("", ()),
    ],
)
def test_weekdays(said: str, days: tuple[int, ...]) -> None:
    """Weekdays are read in both languages, in rows and in runs."""
    assert read_weekdays(said) == days


@pytest.mark.parametrize("said", ["thursday morning", "8", "someday", "tue-", "周八"])
def test_no_weekdays(said: str) -> None:
    """What names no weekday is refused, not left out."""
    with pytest.raises(BadForm):
        read_weekdays(said)


@pytest.mark.parametrize(
    ("lead", "day", "last"),
    [
        (2, date(2026, 11, 26), date(2026, 11, 24)),
        (2, date(2026, 11, 30), date(2026, 11, 26)),
        (1, date(2026, 11, 30), date(2026, 11, 27)),
        (0, date(2026, 11, 30), date(2026, 11, 30)),
        (None, date(2026, 11, 30), date(2026, 11, 30)),
    ],
)
def test_the_last_day_to_apply(lead: int | None, day: date, last: date) -> None:
    """Days of lead are working days, counted back from the visit."""
    assert apply_on(rule(lead_days=lead), day, WORKDAYS) == last


@pytest.mark.parametrize(
    ("one", "day", "start", "found"),
    [
        (rule(), TODAY, None, []),
        (rule(), date(2026, 11, 28), None, ["workday"]),
        (rule(weekdays=(6,)), date(2026, 11, 28), None, []),
        (rule(weekdays=(2, 4)), date(2026, 11, 25), None, ["weekday"]),
        (rule(opens="08:00", closes="09:00"), TODAY, time(8, 40), []),
        (rule(opens="08:00", closes="09:00"), TODAY, time(9), ["hours"]),
        (rule(opens="08:00", closes="09:00"), TODAY, time(7, 59), ["hours"]),
        (rule(closes="07:00"), TODAY, None, ["hours"]),
        (rule(lead_days=2), date(2026, 11, 26), None, []),
        (rule(lead_days=2), date(2026, 11, 25), None, ["lead"]),
        (rule(lead_days=2, lead_by="17:00"), date(2026, 11, 26), None, []),
        (rule(lead_days=2, lead_by="07:00"), date(2026, 11, 26), None, ["lead"]),
    ],
)
def test_what_hinders(one: ReceptionRule, day: date, start: time | None, found: list[str]) -> None:
    """Weekday, hours and lead each speak for themselves."""
    assert hindered(one, day, today=TODAY, at=AT, workdays=WORKDAYS, start=start) == found


def test_asked_and_filed() -> None:
    """Who has asked already has kept the lead; a filing counts up to the day before its end."""
    one = rule(lead_days=5)
    assert hindered(one, TODAY, today=TODAY, at=AT, workdays=WORKDAYS, is_asked=True) == []
    assert has_filing_expired(rule(filing_until_on="2026-11-24"), TODAY)
    assert not has_filing_expired(rule(filing_until_on="2026-11-25"), TODAY)
    assert not has_filing_expired(rule(), TODAY)


def test_days_off() -> None:
    """Days of lead are working days of theirs: my vacation counts, a holiday doesn't."""
    thursday, monday = date(2026, 11, 26), date(2026, 11, 30)
    holiday = Workdays(WORKDAYS.weekdays, holidays=frozenset({thursday}))
    away = Workdays(WORKDAYS.weekdays, off=frozenset({thursday}))
    made_up = Workdays(WORKDAYS.weekdays, made_up=frozenset({date(2026, 11, 28)}))
    lead = rule(lead_days=2)
    assert apply_on(lead, monday, holiday) == date(2026, 11, 25)
    assert apply_on(lead, monday, away) == thursday
    assert apply_on(lead, monday, made_up) == date(2026, 11, 27)
    assert is_received_on(rule(), thursday, away)
    assert not is_received_on(rule(), thursday, holiday)
    assert is_received_on(rule(), date(2026, 11, 28), made_up)
    # Where they name their days, those count.
    assert is_received_on(rule(weekdays=(4,)), thursday, holiday)


def test_a_department_over_its_account() -> None:
    """What a department says counts there; what it doesn't say, its account's rule says."""
    whole = rule(weekdays=(1,), opens="10:00", lead_days=3, filing="F-1", people_needed=2)
    own = rule("ICU", weekdays=(2,))
    found = counting([own, whole], "icu")
    assert found is not None
    assert (found.days, found.opens, found.lead_days, found.filing) == (
        frozenset({2}),
        None,
        3,
        "F-1",
    )
    assert found.people_needed == 2
    assert counting([own, whole], "Ward 3") == whole
    assert counting([own], "Ward 3") is None
    assert counting([], "") is None


def test_what_cant_be() -> None:
    """Hours that end before they begin, and an hour to apply by without days, are refused."""
    with pytest.raises(HoursTurned):
        check_hours("09:00", "08:00")
    with pytest.raises(HoursTurned):
        check_hours("09:00", "09:00")
    with pytest.raises(LeadNeeded):
        check_lead(None, "17:00")
    check_hours("08:00", None)
    check_lead(0, "17:00")


_hours = st.none() | st.times().map(lambda at: at.isoformat("minutes"))
_rules = st.builds(
    rule,
    weekdays=st.lists(st.integers(1, 7), unique=True).map(tuple),
    opens=_hours,
    closes=_hours,
    lead_days=st.none() | st.integers(0, 12),
    lead_by=_hours,
    filing=st.none() | st.just("F-1"),
    filing_until_on=st.none()
    | st.dates(date(2026, 1, 1), date(2028, 1, 1)).map(lambda day: day.isoformat()),
)
_workdays = st.frozensets(st.integers(1, 7)).map(Workdays)


@given(_rules, _workdays, st.integers(0, 60), st.times())
def test_a_day_is_hindered_for_a_reason(
    one: ReceptionRule, workdays: Workdays, away: int, at: time
) -> None:
    """A day on which nothing hinders is one on which they receive, and can still be applied for."""
    day = TODAY + timedelta(away)
    against = hindered(one, day, today=TODAY, at=at, workdays=workdays)
    is_open = is_received_on(one, day, workdays)
    assert is_open == (not {"weekday", "workday"} & set(against))
    assert not {"weekday", "workday"} <= set(against)
    assert ("lead" in against) == (
        bool(one.lead_days) and not may_still_apply(one, day, TODAY, at, workdays)
    )
