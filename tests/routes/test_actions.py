"""Accepting a plan: what is written, what moves, what stays, what is refused, what undo takes back.

People come out of a real store; the hours of a plan are set by hand, so that each case is one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest

from repplan.clock import from_instant, read_clock
from repplan.config import read_settings
from repplan.due.today import read_today
from repplan.reception import actions as reception
from repplan.records import replace
from repplan.routes.actions import Accepted, PlanChanged, accept
from repplan.routes.everybody import Pin, Wanted
from repplan.routes.gathering import gather
from repplan.routes.model import DayRoute, Door, Proposal, Stop
from repplan.store.write import insert
from repplan.visits import actions as visits
from repplan.visits import queries
from repplan.visits.rules import PastPlan, PlannedTwice

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping, Sequence

    from repplan.errors import RepplanError
    from repplan.fields import Cell
    from repplan.routes.model import Prospect
    from repplan.store.work import Work
    from repplan.visits.model import Visit
    from tests.conftest import Run, Writing
    from tests.routes.territory import Territory

TUESDAY = date(2026, 11, 24)
WEDNESDAY, THURSDAY = TUESDAY + timedelta(1), TUESDAY + timedelta(2)
TEN, ELEVEN = 600, 660


@dataclass(frozen=True)
class Planning:
    """A territory on which plans are made by hand."""

    db: sqlite3.Connection
    writing: Writing
    territory: Territory

    def wish(self, who: str, at: int | None = TEN, on: date = TUESDAY, **cells: Cell) -> Visit:
        """Plan a visit, in a command of its own."""
        with self.writing("visit plan") as work:
            return visits.plan_visit(
                work, on=on, at=None if at is None else time(*divmod(at, 60)),
                provider_ids=[self.territory.people[who]], account_id=None, cells=cells,
            )  # fmt: skip

    def prospects(
        self, days: Sequence[date], *, may_move: bool = False, because: str = ""
    ) -> tuple[Mapping[str, Prospect], frozenset[tuple[object, ...]]]:
        """Return everybody who may be visited, by short name, and what is planned by now."""
        today = read_today(self.db, read_clock(), read_settings(self.db), "en")
        pins = [Pin(one) for short, one in self.territory.people.items() if short != "amy"]
        wanted = Wanted(tuple(days), tuple(pins), may_move=may_move, because=because)
        found = gather(self.db, today, wanted)
        by_name = {self.territory.who(one.person.id): one for one in found.prospects if one.person}
        return by_name, found.seen

    def plan(
        self,
        *days: tuple[date, Mapping[str, int]],
        may_move: bool = False,
        because: str = "",
        door: Door | None = None,
    ) -> Proposal:
        """Return a plan: days, and who begins at which minute; ``door`` is where all are met."""
        people, seen = self.prospects(
            [day for day, _who in days], may_move=may_move, because=because
        )

        def stop(who: str, starts: int) -> Stop:
            one = replace(people[who], door=door) if door else people[who]
            return Stop(one, starts - 5, starts, starts, starts + one.minutes, 5)

        routes = tuple(
            DayRoute(day, 480, 1020, "", "", stops=tuple(stop(*one) for one in who.items()))
            for day, who in days
        )
        return Proposal(routes, seen=seen)

    def accept(self, proposal: Proposal) -> tuple[Accepted, bool]:
        """Accept a plan as ``plan day --accept`` does; return what was done, and whether it counts."""
        with self.writing("plan day") as work:
            done = accept(work, proposal)
            return done, bool(work.written)

    def rows(self) -> list[tuple[object, ...]]:
        """Return all that a plan may write, as it stands."""
        return [
            tuple(row)
            for table in ("visit", "visit_provider", "override")
            for row in self.db.execute(f"SELECT * FROM {table} ORDER BY 1, 2")
        ]

    def planned(self) -> dict[str, tuple[str, str | None]]:
        """Return short name → day and hour of a planned visit."""
        found = queries.planned(self.db, start="2026-01-01", until="2028-01-01")
        return {
            self.territory.who(one): (visit.on_date, _hour(visit.start_at))
            for visit in found
            for one in queries.provider_ids(self.db, visit.id)
        }


def _hour(instant: str | None) -> str | None:
    return f"{from_instant(instant):%H:%M}" if instant else None


@pytest.fixture
def planning(db: sqlite3.Connection, writing: Writing, territory: Territory) -> Planning:
    """Return a store with the territory, to plan on."""
    return Planning(db, writing, territory)


def test_new_visits_are_wishes(planning: Planning) -> None:
    """Each stop is one planned visit of one person, at its day, hour, place and length."""
    proposal = planning.plan(
        (TUESDAY, {"patel": 545, "ruiz": ELEVEN}), (WEDNESDAY, {}), (THURSDAY, {"reyes": 1}),
    )  # fmt: skip
    assert planning.accept(proposal) == (Accepted(3, 0), True)
    found = queries.planned(planning.db, start="2026-11-01", until="2026-12-31")
    where, who = planning.territory.houses, planning.territory.people
    assert [
        (one.on_date, one.start_at, one.account_id, one.appointment, one.state, one.origin)
        for one in found
    ] == [
        ("2026-11-24", "2026-11-24T15:05:00Z", where["valley"], "wished", "planned", None),
        ("2026-11-24", "2026-11-24T17:00:00Z", where["mercy"], "wished", "planned", None),
        ("2026-11-26", "2026-11-26T06:01:00Z", where["oakwood"], "wished", "planned", None),
    ]
    stops = proposal.stops
    assert [one.minutes_planned for one in found] == [stop.prospect.minutes for stop in stops]
    assert [queries.provider_ids(planning.db, one.id) for one in found] == [
        (who["patel"],), (who["ruiz"],), (who["reyes"],),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("door", "house"),
    [
        (Door("mercy", "Mercy Lane Hospital", department="oncology"), "mercy"),
        # Nobody knows where they are met: it is where they mainly work.
        (Door("", ""), "valley"),
    ],
)
def test_the_door_of_the_plan(planning: Planning, door: Door, house: str) -> None:
    """A visit is at the door that was planned, be it their second one."""
    where = planning.territory.houses
    there = replace(door, account_id=where[house]) if door.account_id else door
    planning.accept(planning.plan((TUESDAY, {"patel": TEN}), door=there))
    (visit,) = queries.planned(planning.db, start="2026-11-24", until="2026-11-25")
    assert visit.account_id == where[house]


def test_an_empty_plan_writes_nothing(planning: Planning) -> None:
    """A day that holds nobody leaves no command behind that undo could find."""
    before = planning.rows()
    assert planning.accept(planning.plan((TUESDAY, {}))) == (Accepted(0, 0), False)
    assert planning.rows() == before


STAYS = "10:00"


@pytest.mark.parametrize(
    ("appointment", "at", "may_move", "starts", "hour"),
    [
        # A wish moves where it may, and gets an hour where it has none.
        ("wished", TEN, True, ELEVEN, "11:00"),
        ("wished", TEN, True, TEN + 1, "10:01"),
        ("wished", TEN, True, TEN, STAYS),
        ("wished", TEN, False, ELEVEN, STAYS),
        ("wished", None, False, ELEVEN, "11:00"),
        ("wished", None, True, ELEVEN, "11:00"),
        # What was asked for keeps the hour it was asked for.
        ("asked", TEN, True, ELEVEN, STAYS),
        ("asked", None, True, ELEVEN, "11:00"),
        # What was agreed is nobody's to move, nor to set.
        ("agreed", TEN, True, ELEVEN, STAYS),
        ("agreed", None, True, ELEVEN, None),
        ("confirmed", TEN, False, ELEVEN, STAYS),
        ("confirmed", TEN, True, ELEVEN, STAYS),
        ("confirmed", None, False, ELEVEN, None),
    ],
)
def test_planned_visits(
    planning: Planning,
    appointment: str,
    at: int | None,
    may_move: bool,
    starts: int,
    hour: str | None,
) -> None:
    """Who moves, and who stays to the last cell; what stays isn't counted, and isn't written."""
    before = planning.wish("patel", at, appointment=appointment, minutes_planned=25)
    proposal = planning.plan((TUESDAY, {"patel": starts}), may_move=may_move)
    has_moved = hour != (STAYS if at else None)
    assert planning.accept(proposal) == (Accepted(0, int(has_moved)), has_moved)
    after = queries.visit(planning.db, before.id)
    assert _hour(after.start_at) == hour
    assert replace(after, start_at=before.start_at) == before


def test_new_and_moved_together(planning: Planning, run: Run) -> None:
    """They are one command: undo takes all of it back, and leaves what was there."""
    planning.wish("patel", TEN)
    planning.wish("cho", None)
    planning.wish("vole", 900, agreed_with="Dana")
    before = planning.rows()
    day = {"patel": ELEVEN, "cho": 700, "reyes": 780, "vole": 900}
    proposal = planning.plan((TUESDAY, day), (WEDNESDAY, {"ruiz": TEN}), may_move=True)
    assert planning.accept(proposal) == (Accepted(2, 2), True)
    assert planning.planned() == {
        "patel": ("2026-11-24", "11:00"),
        "cho": ("2026-11-24", "11:40"),
        "reyes": ("2026-11-24", "13:00"),
        "vole": ("2026-11-24", "15:00"),
        "ruiz": ("2026-11-25", "10:00"),
    }
    assert run("undo").code == 0
    assert planning.rows() == before


def test_a_reason_is_kept_with_the_visit(
    planning: Planning, run: Run, territory: Territory
) -> None:
    """Who a rule warns of is written with the rule and the reason; others aren't; undo takes it."""
    with planning.writing("reception add") as work:
        reception.add(work, territory.houses["oakwood"], "", {"people_needed": 2})
    before = planning.rows()
    proposal = planning.plan((TUESDAY, {"patel": TEN, "reyes": ELEVEN}), because="she said alone")
    assert planning.accept(proposal) == (Accepted(2, 0), True)
    ((rule, tbl, record, reason, noted),) = planning.db.execute(
        "SELECT rule, tbl, record_id, reason, noted_on FROM override"
    )
    warned = next(one.prospect.warned for one in proposal.stops if one.prospect.warned)
    assert (rule, tbl, reason, noted) == (warned, "visit", "she said alone", "2026-11-24")
    assert queries.provider_ids(planning.db, record) == (territory.people["reyes"],)
    assert run("undo").code == 0
    assert planning.rows() == before


def test_accepted_again_is_refused(planning: Planning) -> None:
    """The same plan once more would plan everybody twice."""
    proposal = planning.plan((TUESDAY, {"patel": TEN}))
    planning.accept(proposal)
    before = planning.rows()
    with pytest.raises(PlanChanged):
        planning.accept(proposal)
    assert planning.rows() == before


def _another(work: Work, _visit: Visit, territory: Territory) -> None:
    visits.plan_visit(
        work, on=TUESDAY, at=None, provider_ids=[territory.people["ruiz"]], account_id=None, cells={}
    )  # fmt: skip


def _later(work: Work, visit: Visit, _territory: Territory) -> None:
    visits.amend_visit(work, visit.id, {}, on=TUESDAY, at=time(10, 5))


def _away(work: Work, visit: Visit, _territory: Territory) -> None:
    visits.amend_visit(work, visit.id, {}, on=WEDNESDAY, at=time(10))


def _asked(work: Work, visit: Visit, _territory: Territory) -> None:
    visits.ask_for_visit(work, visit.id)


def _longer(work: Work, visit: Visit, _territory: Territory) -> None:
    visits.amend_visit(work, visit.id, {"minutes_planned": 60})


def _off(work: Work, visit: Visit, _territory: Territory) -> None:
    visits.cancel_visit(work, visit.id)


@pytest.mark.parametrize("meanwhile", [_another, _later, _away, _asked, _longer, _off])
def test_what_changed_meanwhile(
    planning: Planning, meanwhile: Callable[[Work, Visit, Territory], None]
) -> None:
    """Whatever of these days is otherwise than the plan has seen: nothing of it is written."""
    there = planning.wish("patel", TEN)
    proposal = planning.plan((TUESDAY, {"patel": ELEVEN, "cho": 720}), may_move=True)
    with planning.writing("visit") as work:
        meanwhile(work, there, planning.territory)
    before = planning.rows()
    with pytest.raises(PlanChanged):
        planning.accept(proposal)
    assert planning.rows() == before


def test_what_changed_on_other_days(planning: Planning) -> None:
    """A day between, before or behind those that are planned may change."""
    proposal = planning.plan((TUESDAY, {"patel": TEN}), (THURSDAY, {"cho": TEN}))
    for on in (WEDNESDAY, THURSDAY + timedelta(1)):
        planning.wish("patel", on=on)
    assert planning.accept(proposal) == (Accepted(2, 0), True)


def _joined(planning: Planning) -> Proposal:
    """A plan for somebody who joined another one's visit since."""
    there = planning.wish("patel", TEN)
    proposal = planning.plan((TUESDAY, {"ruiz": 540, "patel": TEN, "cho": 720}))
    with planning.writing("visit amend") as work:
        row = {"visit_id": there.id, "provider_id": planning.territory.people["cho"]}
        insert(work, "visit_provider", row)
    return proposal


def _gone_by(planning: Planning) -> Proposal:
    """A plan whose second stop lies before now."""
    return planning.plan((TUESDAY, {"ruiz": 540, "cho": 424}))


@pytest.mark.parametrize(
    ("make", "error"), [(_joined, PlannedTwice), (_gone_by, PastPlan)], ids=["joined", "gone by"]
)
def test_all_of_it_or_nothing(
    planning: Planning, make: Callable[[Planning], Proposal], error: type[RepplanError]
) -> None:
    """What can't be written of a plan takes the rest along: the store is as it was."""
    proposal = make(planning)
    before = planning.rows()
    with pytest.raises(error):
        planning.accept(proposal)
    assert planning.rows() == before


def test_the_minute_that_is_now(planning: Planning) -> None:
    """At five past seven a visit at five past seven can still be planned."""
    assert planning.accept(planning.plan((TUESDAY, {"cho": 425}))) == (Accepted(1, 0), True)
    assert planning.planned() == {"cho": ("2026-11-24", "07:05")}


def test_hours_are_local_on_each_day(planning: Planning) -> None:
    """Behind a change of the clocks nine is nine."""
    first, second = date(2027, 3, 12), date(2027, 3, 15)
    planning.accept(planning.plan((first, {"cho": 540}), (second, {"ruiz": 540})))
    found = queries.planned(planning.db, start="2027-03-01", until="2027-04-01")
    assert [one.start_at for one in found] == ["2027-03-12T15:00:00Z", "2027-03-15T14:00:00Z"]


def test_the_error_is_plain() -> None:
    """It says what happened and what to type."""
    error = PlanChanged()
    assert (error.slug, error.exit_code) == ("plan-changed", 6)
    assert error.message == "What is planned on these days has changed meanwhile."
    assert error.hint == "Plan again: the same line once more."
