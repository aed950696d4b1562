"""Decisions about visits, by table."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as some

from repplan.clock import local_instant, to_instant
from repplan.config import Settings
from repplan.errors import RepplanError
from repplan.timeoff.model import Busy
from repplan.visits import rules
from repplan.visits.model import VisitRequest
from tests.visits.territory import TUESDAY, a_visit

if TYPE_CHECKING:
    from repplan.visits.model import Visit

SATURDAY = date(2026, 11, 28)
HOURS = Settings()
"""08:30-17:30, Monday to Friday."""


def local(on: date, at: str) -> datetime:
    """Return a local moment."""
    return datetime.combine(on, time.fromisoformat(at)).astimezone()


def planned(at: str | None, minutes: int | None = None, **cells: object) -> Visit:
    """Return a visit planned on Tuesday."""
    start = local_instant(TUESDAY, time.fromisoformat(at)) if at else None
    return a_visit(start_at=start, minutes_planned=minutes, **cells)


@pytest.mark.parametrize(
    ("said", "plan", "now", "on", "outcome", "start"),
    [
        ("14:20", "08:40", "15:00", TUESDAY, "seen", "14:20"),
        (None, "08:40", "09:05", TUESDAY, "seen", "08:40"),
        (None, "14:00", "09:05", TUESDAY, "seen", "09:05"),
        (None, "14:00", "07:05", TUESDAY, "seen", None),
        (None, "14:00", "07:05", TUESDAY, "cancelled", "14:00"),
        (None, None, "09:05", TUESDAY, "seen", "09:05"),
        (None, None, "08:29", TUESDAY, "seen", None),
        (None, None, "17:31", TUESDAY, "seen", None),
        (None, None, "09:05", SATURDAY, "seen", None),
        (None, None, "09:05", TUESDAY - timedelta(1), "seen", None),
    ],
)
def test_start(
    said: str | None, plan: str | None, now: str, on: date, outcome: str, start: str | None
) -> None:
    """A start is as given, as planned unless that is to come, now in working hours, or unknown."""
    request = VisitRequest("", on, time.fromisoformat(said) if said else None, outcome=outcome)
    visit = planned(plan) if plan else None
    began = rules.start_of(request, visit, local(max(on, TUESDAY), now), HOURS)
    assert (f"{began:%H:%M}" if began else None) == start


@pytest.mark.parametrize(
    ("on", "at", "is_past", "is_to_come"),
    [
        (TUESDAY - timedelta(1), None, True, False),
        (TUESDAY - timedelta(1), "23:59", True, False),
        (TUESDAY, None, True, True),
        (TUESDAY, "07:04", True, False),
        (TUESDAY, "07:05", True, True),
        (TUESDAY, "07:06", False, True),
        (TUESDAY + timedelta(1), None, False, True),
    ],
)
def test_past_and_to_come(on: date, at: str | None, is_past: bool, is_to_come: bool) -> None:
    """What has begun can be logged, what hasn't gone by can be planned; today alone can be both."""
    moment = time.fromisoformat(at) if at else None
    now = local(TUESDAY, "07:05")
    assert (refuses(rules.check_past, on, moment, now) is None) is is_past
    assert (refuses(rules.check_plan, on, moment, now) is None) is is_to_come


def test_refused_moments_are_named() -> None:
    """A refusal says which day and time it was about."""
    now = local(TUESDAY, "07:05")
    with pytest.raises(rules.FutureVisit, match="2026-11-24 09:00 is still to come"):
        rules.check_past(TUESDAY, time(9), now)
    with pytest.raises(rules.PastPlan, match="2026-11-23 has gone by"):
        rules.check_plan(TUESDAY - timedelta(1), None, now)


@pytest.mark.parametrize(
    ("on", "at", "minutes", "hours", "is_well"),
    [
        (TUESDAY, "08:30", 10, {}, True),
        (TUESDAY, "08:29", None, {}, False),
        (TUESDAY, "17:20", 10, {}, True),
        (TUESDAY, "17:20", 11, {}, False),
        (TUESDAY, "12:00", None, {"hours": "13:00-20:00"}, False),
        (TUESDAY, None, None, {}, True),
        (SATURDAY, None, None, {}, False),
        (SATURDAY, "10:00", None, {}, False),
        (SATURDAY, "10:00", None, {"workdays": "1-6"}, True),
    ],
)
def test_planned_well(
    on: date, at: str | None, minutes: int | None, hours: dict[str, str], is_well: bool
) -> None:
    """A plan is well placed on a working day, from opening until its end at closing."""
    start = local_instant(on, time.fromisoformat(at)) if at else None
    visit = a_visit(on_date=on.isoformat(), start_at=start, minutes_planned=minutes)
    assert rules.is_planned_well(visit, Settings(hours)) is is_well


@pytest.mark.parametrize(
    ("one", "other", "do_meet"),
    [
        (("08:40", 10), ("08:45", 10), True),
        (("08:40", 10), ("08:50", 10), False),
        (("08:40", None), ("08:40", None), True),
        (("08:40", 30), ("08:50", None), True),
        (("08:40", None), ("08:30", 30), True),
        (("08:40", None), ("08:41", None), False),
        (("08:40", 10), (None, 10), False),
    ],
)
def test_overlapping(
    one: tuple[str | None, int | None], other: tuple[str | None, int | None], do_meet: bool
) -> None:
    """Two visits overlap when their minutes meet; one of unknown length is a moment."""
    first, second = planned(*one), planned(*other, id="2")
    assert rules.overlapping(first, [first, second]) == ([second] if do_meet else [])


@pytest.mark.parametrize(
    ("begin", "minutes", "is_taken"),
    [
        (569, 1, False),
        (569, 2, True),
        (540, None, False),
        (570, None, True),
        (629, None, True),
        (630, 15, False),
        (None, 15, False),
    ],
)
def test_taken_by(begin: int | None, minutes: int | None, is_taken: bool) -> None:
    """Hours that are taken are met by a visit that has a minute in them."""
    hours = Busy(570, 630, "dentist", "t1")
    assert rules.taken_by(begin, minutes, [hours]) == ([hours] if is_taken else [])


moments = some.datetimes(datetime(2026, 11, 24), datetime(2026, 11, 25))  # noqa: DTZ001 - local
lengths = some.none() | some.integers(1, 240)


@given(moments, lengths, moments, lengths)
def test_overlapping_is_mutual(
    start: datetime, minutes: int | None, other_start: datetime, other_minutes: int | None
) -> None:
    """Who overlaps with me, I overlap with; nobody overlaps with themselves."""
    one = a_visit(start_at=to_instant(start), minutes_planned=minutes)
    other = a_visit(id="2", start_at=to_instant(other_start), minutes_planned=other_minutes)
    assert bool(rules.overlapping(one, [other])) == bool(rules.overlapping(other, [one]))
    assert rules.overlapping(one, [one]) == []


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("one page with the renal doses", True),
        ("fewer calls from the pharmacy", True),
        ("a chart of Cardexa", False),
        ("CARDEXA in short", False),
        ("pressure under 100", False),
        ("half the falls, by %", False),
        ("剂量一页纸", True),
        ("低血压少2.1个百分点", False),
    ],
)
def test_may_be_sent(text: str, may: bool) -> None:
    """A benefit may stand in a request unless it names a product or a figure."""
    assert rules.may_be_sent(text, ["Cardexa"]) is may


@pytest.mark.parametrize(
    ("check", "state", "outcome", "slug"),
    [
        (rules.check_planned, "planned", None, None),
        (rules.check_planned, "logged", "seen", "not-planned"),
        (rules.check_planned, "cancelled", "cancelled", "not-planned"),
        (rules.check_seen, "logged", "seen", None),
        (rules.check_seen, "filed", "brief", None),
        (rules.check_seen, "logged", "staff", "nothing-to-recap"),
        (rules.check_seen, "logged", "no-see", "nothing-to-recap"),
        (rules.check_seen, "cancelled", "cancelled", "nothing-to-recap"),
        (rules.check_seen, "planned", None, "not-logged"),
    ],
)
def test_state(check: object, state: str, outcome: str | None, slug: str | None) -> None:
    """A planned visit can be asked for and called off, one in which they were seen thanked for."""
    error = refuses(check, a_visit(state=state, outcome=outcome))
    assert (error.slug if error else None) == slug


@pytest.mark.parametrize(("at", "slug"), [("07:04", "past-plan"), ("07:05", None), (None, None)])
def test_to_come(at: str | None, slug: str | None) -> None:
    """A visit whose time has gone by can't be asked for any more."""
    error = refuses(rules.check_to_come, planned(at), local(TUESDAY, "07:05"))
    assert (error.slug if error else None) == slug


def refuses(check: object, *facts: object) -> RepplanError | None:
    """Return the refusal of a check; None when it lets pass."""
    try:
        check(*facts)  # type: ignore[operator]  # checks of several shapes
    except RepplanError as error:
        return error
    return None
