"""Whatever the territory: a plan keeps what was agreed, obeys every rule, and is the same again."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from repplan.can.visiting import refused_on
from repplan.clock import from_instant, read_clock
from repplan.config import read_settings
from repplan.due.today import read_today
from repplan.errors import Conflict, Refused
from repplan.ids import read_ids
from repplan.providers.actions import add_provider
from repplan.reception import actions as reception
from repplan.routes.actions import Accepted, accept
from repplan.routes.everybody import Pin, Wanted
from repplan.routes.layout import Options
from repplan.routes.planning import CantPin, plan
from repplan.routes.showing import planned_routes
from repplan.store.connect import open_read
from repplan.store.work import open_work
from repplan.timeoff import actions as timeoff
from repplan.upkeep.actions import put_settings
from repplan.visits.actions import plan_visit
from tests.routes.cases import CASES, CLOSES, MINUTE, OPENS, WHO, Case
from tests.routes.territory import settle

if TYPE_CHECKING:
    import sqlite3
    from contextlib import AbstractContextManager
    from pathlib import Path

    from repplan.due.today import Today
    from repplan.fields import Cell
    from repplan.routes.model import Proposal
    from repplan.store.work import Work
    from tests.conftest import Run
    from tests.routes.territory import Territory

TODAY = date(2026, 11, 24)


@dataclass(frozen=True)
class Store:
    """A store that every example makes anew."""

    path: Path
    blank: Path

    def clear(self) -> None:
        """Make it blank."""
        for end in ("-wal", "-shm"):
            self.path.with_name(self.path.name + end).unlink(missing_ok=True)
        shutil.copy2(self.blank, self.path)

    def writing(self) -> AbstractContextManager[Work]:
        """Open the writing door."""
        return open_work(self.path, "plan day", clock=read_clock(), ids=read_ids())

    def reading(self) -> closing[sqlite3.Connection]:
        """Open a reading connection."""
        return closing(open_read(self.path))


@pytest.fixture
def fresh(store: Path, blank_store: Path) -> Store:
    """Return a store that can be made blank again."""
    return Store(store, blank_store)


def _today(db: sqlite3.Connection) -> Today:
    return read_today(db, read_clock(), read_settings(db), "en")


def _build(work: Work, case: Case) -> Territory:
    """Write a case's territory."""
    found = settle(work)
    put_settings(work, {"policy": case.policy})
    houses = list(found.houses.values())
    for number in range(case.new):
        add_provider(work, {"name": f"New {'ABC'[number]}"}, account_id=houses[number])
    for visit in (*case.agreed, *case.wishes):
        at = None if visit.at is None else time(*divmod(visit.at, 60))
        cells: dict[str, Cell] = {
            "minutes_planned": visit.minutes,
            "appointment": visit.appointment,
        }
        try:
            plan_visit(
                work, on=TODAY + timedelta(visit.day), at=at, provider_ids=(found.people[visit.who],),
                account_id=None, cells=cells,
            )  # fmt: skip
        except Conflict:
            continue  # they have one on that day
    for rule in case.rules:
        reception.add(
            work, found.houses[rule.house], "",
            {"weekdays": reception.weekdays_cell(rule.weekdays), "opens": rule.opens,
             "closes": rule.closes, "lead_days": rule.lead_days,
             "booking": "application" if rule.lead_days else "none"},
        )  # fmt: skip
    if case.no_see:
        work.db.execute(
            "UPDATE provider SET state = 'no-see' WHERE id = ?", (found.people[case.no_see],)
        )
    if case.busy and not _is_beside_agreed(case):
        hours = tuple(f"{minute // 60:02}:{minute % 60:02}" for minute in case.busy)
        timeoff.add_busy(work, TODAY, (hours[0], hours[1]), what="dentist")
    if case.off is not None:
        timeoff.add(work, TODAY + timedelta(case.off), TODAY + timedelta(case.off))
    return found


def _is_beside_agreed(case: Case) -> bool:
    """Whether the hours that are taken come too close to what was agreed that day."""
    first, until = case.busy or (0, 0)
    return any(
        one.day == 0 and one.at is not None and first - 120 < one.at < until + 120
        for one in case.agreed
    )


def _wanted(case: Case) -> tuple[Wanted, Options]:
    days = tuple(TODAY + timedelta(at) for at in range(case.days))
    return (
        Wanted(days, may_move=case.may_move),
        Options(most=case.most, slack=case.slack, effort=0, seed=case.seed),
    )


def _at(instant: str) -> int:
    local = from_instant(instant)
    return local.hour * 60 + local.minute


def _check_times(proposal: Proposal) -> None:
    """Nobody is in two places: each way and each visit has its minutes, in order."""
    for route in proposal.routes:
        for stop in route.stops:
            assert stop.leaves <= stop.arrives <= stop.starts < stop.ends
            assert stop.arrives - stop.leaves >= stop.travel
            assert stop.ends - stop.starts == stop.prospect.minutes
            # A visit is interrupted by nothing; what was agreed may have stood there before.
            if not stop.prospect.is_fixed:
                assert not [g for g in route.gaps if g.first < stop.ends and stop.starts < g.until]
        for before, after in pairwise(route.stops):
            assert before.ends <= after.leaves
        if route.stops:
            assert route.leaves is not None
            assert route.back is not None
            assert route.leaves <= route.stops[0].leaves
            assert route.back >= route.stops[-1].ends + route.back_travel


def _check_hours(proposal: Proposal) -> None:
    """What is new lies within the working hours."""
    for route in proposal.routes:
        for stop in route.stops:
            if stop.prospect.visit is None:
                assert stop.starts >= OPENS
                assert stop.ends <= CLOSES


def _check_rules(db: sqlite3.Connection, proposal: Proposal, case: Case, where: Territory) -> None:
    """Nothing is proposed that ``can`` refuses on that day, nor beside a house's hours."""
    hours = {where.houses[rule.house]: rule for rule in case.rules}
    for route in proposal.routes:
        new = [stop for stop in route.stops if stop.prospect.visit is None]
        ids = [stop.prospect.key for stop in new]
        assert refused_on(db, read_clock(), ids, route.day) == {}
        assert not new or case.off is None or route.day != TODAY + timedelta(case.off)
        for stop in new:
            rule = hours.get(stop.prospect.door.account_id)
            if rule and rule.opens and rule.closes:
                assert f"{stop.starts // 60:02}:{stop.starts % 60:02}" >= rule.opens
                assert f"{stop.ends // 60:02}:{stop.ends % 60:02}" <= rule.closes


def _check_kept(db: sqlite3.Connection, proposal: Proposal) -> None:
    """What was agreed is all in it, at its time; everybody else is in it or left out, once."""
    rows = db.execute(
        "SELECT id, on_date, start_at FROM visit WHERE state = 'planned' "
        "AND appointment IN ('agreed', 'confirmed')"
    ).fetchall()
    there = {
        stop.prospect.visit.id: (route.day.isoformat(), stop.starts)
        for route in proposal.routes
        for stop in route.stops
        if stop.prospect.visit
    }
    days = {route.day.isoformat() for route in proposal.routes}
    for identity, on, start in rows:
        if on in days:
            assert there.get(identity) == (on, _at(start))


def _check_once(proposal: Proposal) -> None:
    seen = [stop.prospect.person.id for stop in proposal.stops if stop.prospect.person]
    new = [stop.prospect.key for stop in proposal.stops if stop.prospect.visit is None]
    assert len(new) == len(set(new))
    assert all(seen.count(one) == 1 for one in new)
    inside = {stop.prospect.key for stop in proposal.stops}
    left = [one.prospect.key for one in proposal.left]
    assert not inside & set(left)
    assert len(left) == len(set(left))


def _check_most(proposal: Proposal, case: Case) -> None:
    for route in proposal.routes:
        planned = sum(stop.prospect.visit is not None for stop in route.stops)
        assert len(route.stops) <= max(case.most, planned)


LONG = settings(
    max_examples=10,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@given(CASES)
@LONG
def test_a_plan_can_be_driven(fresh: Store, case: Case) -> None:
    """Rules, hours, agreed times, one visit each, the limit: all hold, and again it is the same."""
    fresh.clear()
    with fresh.writing() as work:
        where = _build(work, case)
    wanted, options = _wanted(case)
    with fresh.reading() as db:
        before = list(db.iterdump())
        proposal = plan(db, _today(db), wanted, options)
        _check_times(proposal)
        _check_hours(proposal)
        _check_rules(db, proposal, case, where)
        _check_kept(db, proposal)
        _check_once(proposal)
        _check_most(proposal, case)
        assert plan(db, _today(db), wanted, options) == proposal
        assert list(db.iterdump()) == before


@given(CASES)
@LONG
def test_accepted_is_what_was_proposed(fresh: Store, run: Run, case: Case) -> None:
    """After --accept the same visits stand at the same times; again writes nothing; undo takes all."""
    fresh.clear()
    with fresh.writing() as work:
        _build(work, case)
    wanted, options = _wanted(case)
    with fresh.reading() as db:
        today = _today(db)
        proposal = plan(db, today, wanted, options)
        before = _visits_of(db)
    with fresh.writing() as work:
        done = accept(work, proposal)
    assert done.planned == sum(stop.prospect.visit is None for stop in proposal.stops)
    with fresh.reading() as db:
        today = _today(db)
        _check_shown(proposal, planned_routes(db, today, wanted.days))
        after = _visits_of(db)
        again = plan(db, today, wanted, options)
    assert (after != before) == (done != Accepted(0, 0))
    if not case.may_move:
        with fresh.writing() as work:
            assert accept(work, again) == Accepted(0, 0)
        with fresh.reading() as db:
            assert _visits_of(db) == after
    if done != Accepted(0, 0):
        assert run("undo").code == 0
        with fresh.reading() as db:
            assert _visits_of(db) == before


def _visits_of(db: sqlite3.Connection) -> list[tuple[object, ...]]:
    return [
        *map(tuple, db.execute("SELECT * FROM visit ORDER BY id")),
        *map(tuple, db.execute("SELECT * FROM visit_provider ORDER BY 1, 2")),
    ]


def _check_shown(proposal: Proposal, shown: Proposal) -> None:
    there = {
        (route.day, stop.starts, stop.prospect.name)
        for route in shown.routes
        for stop in route.stops
    }
    for route in proposal.routes:
        for stop in route.stops:
            assert (route.day, stop.starts, stop.prospect.name) in there


@given(
    CASES,
    st.sampled_from(WHO),
    st.none() | st.integers(0, 3),
    st.none() | MINUTE,
)
@LONG
def test_a_pin_is_in_it_or_refused(
    fresh: Store, case: Case, who: str, day: int | None, at: int | None
) -> None:
    """A pin stands in the plan as it was said, and what was agreed with it; or it is refused."""
    fresh.clear()
    with fresh.writing() as work:
        where = _build(work, case)
    wanted, options = _wanted(case)
    on = None if day is None else wanted.days[day % len(wanted.days)]
    pin = Pin(where.people[who], on, at)
    wanted = Wanted(wanted.days, (pin,), may_move=case.may_move)
    with fresh.reading() as db:
        try:
            proposal = plan(db, _today(db), wanted, options)
        except (Refused, Conflict):
            return
        _check_times(proposal)
        _check_kept(db, proposal)
        _check_once(proposal)
    found = [
        (route.day, stop.starts)
        for route in proposal.routes
        for stop in route.stops
        if stop.prospect.person and stop.prospect.person.id == pin.provider_id
    ]
    assert [one for one in found if on in {None, one[0]} and at in {None, one[1]}], (on, at, found)


def test_the_error_of_a_pin_is_plain() -> None:
    """It names who, when, and why, and what to type instead."""
    error = CantPin("Sam Vole, MD", "Tue 24 Nov", "too far for these hours", "vole")
    assert (error.slug, error.exit_code) == ("cant-pin", 5)
    assert error.message.format(**vars(error)) == (
        "Sam Vole, MD, Tue 24 Nov: too far for these hours."
    )
