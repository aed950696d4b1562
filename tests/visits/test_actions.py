"""What is done with visits: planned, moved, asked for, called off, logged with all it promises."""

from __future__ import annotations

from datetime import date, time, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from repplan.clock import local_instant
from repplan.errors import GoneMeanwhile, RepplanError
from repplan.followups import queries as followups
from repplan.objectives.actions import add_objective
from repplan.objectives.queries import objective
from repplan.providers import queries as providers
from repplan.providers.actions import affiliate
from repplan.visits import queries
from repplan.visits.actions import (
    amend_visit,
    ask_for_visit,
    cancel_visit,
    plan_visit,
)
from repplan.visits.model import Wanted
from repplan.visits.rules import CalledOff, FutureVisit, LoggedTwice, NotLogged, PlannedTwice
from tests.visits.territory import (
    AT_8_40,
    FRIDAY,
    MONDAY,
    TUESDAY,
    Territory,
    logged,
    settle,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from repplan.store.work import Work
    from repplan.visits.model import Visit
    from tests.conftest import Writing

LAST_WEEK = TUESDAY - timedelta(7)


@pytest.fixture
def here(work: Work) -> Territory:
    """Return the territory."""
    return settle(work)


def plan(
    work: Work, *people: str, on: date = FRIDAY, at: time | None = AT_8_40, **facts: Any
) -> Visit:
    """Plan a visit; facts are ``account_id``, ``place_id`` and the cells."""
    where = {key: facts.pop(key, None) for key in ("account_id", "place_id")}
    return plan_visit(work, on=on, at=at, provider_ids=people, cells=facts, **where)


def last_contact(work: Work, provider_id: str) -> str | None:
    """Return the day of a provider's last real contact."""
    return providers.provider(work.db, provider_id).last_contact_on


# --- planned


def test_a_plan_is_wished_at_their_account(work: Work, here: Territory) -> None:
    """A plan without more is wished, where they mainly work, at the instant that was said."""
    one = plan(work, here.patel)
    assert (one.state, one.on_date, one.start_at) == (
        "planned",
        "2026-11-27",
        "2026-11-27T14:40:00Z",
    )
    assert (one.appointment, one.account_id, one.origin) == ("wished", here.valley, None)
    assert (one.outcome, one.minutes_planned) == (None, None)


def test_who_agreed_makes_it_agreed(work: Work, here: Territory) -> None:
    """Naming who agreed says that it is agreed; what was said of the appointment stands over it."""
    assert plan(work, here.patel, agreed_with="Dana").appointment == "agreed"
    later = plan(work, here.brandt, agreed_with="Jo", appointment="confirmed")
    assert later.appointment == "confirmed"


def test_a_group_visit(work: Work, here: Territory) -> None:
    """A visit to an account is a group's, whoever is named; people met elsewhere aren't a group."""
    lunch = plan(work, here.patel, account_id=here.valley, department="ward", heads=12)
    assert (lunch.origin, lunch.department, lunch.heads) == ("group", "ward", 12)
    affiliate(work, here.patel, here.oakwood, {})
    away = plan(work, here.patel, on=MONDAY, place_id=here.oakwood)
    assert (away.origin, away.account_id) == (None, here.oakwood)


def test_one_plan_per_provider_and_day(work: Work, here: Territory) -> None:
    """A provider planned twice on a day is refused with the first plan; another day is free."""
    first = plan(work, here.patel)
    with pytest.raises(PlannedTwice) as refused:
        plan(work, here.brandt, here.patel, at=time(15))
    assert refused.value.facts() == {
        "name": "Anjali Patel, MD",
        "day": "2026-11-27",
        "ref": first.ref,
    }
    plan(work, here.patel, on=MONDAY)
    cancel_visit(work, first.id)
    plan(work, here.patel, at=time(15))


def test_a_colleague_comes_along_many_times(work: Work, here: Territory) -> None:
    """Who comes along isn't planned twice; who is visited is, a colleague too."""
    plan(work, here.patel, here.amy)
    plan(work, here.brandt, here.amy, at=time(15))
    plan(work, here.amy, at=time(16))
    with pytest.raises(PlannedTwice):
        plan(work, here.amy, at=time(17))


# --- amended


def test_a_move_keeps_to_the_rules(work: Work, here: Territory) -> None:
    """A plan moves to come, on a day that is free; to another time of its day it always may."""
    one = plan(work, here.patel)
    plan(work, here.patel, on=MONDAY)
    moved = amend_visit(work, one.id, {}, on=FRIDAY, at=time(9))
    assert moved.start_at == local_instant(FRIDAY, time(9))
    with pytest.raises(PlannedTwice):
        amend_visit(work, one.id, {}, on=MONDAY, at=time(9))
    with pytest.raises(RepplanError, match="has gone by"):
        amend_visit(work, one.id, {}, on=TUESDAY - timedelta(1))
    assert amend_visit(work, one.id, {}, on=FRIDAY).start_at is None


def test_a_logged_visit_moves_back_only(work: Work, here: Territory) -> None:
    """A visit that was can't be moved to come; its day is the day of the contact."""
    one = logged(work, on=LAST_WEEK, provider_ids=(here.patel,)).visit
    with pytest.raises(FutureVisit):
        amend_visit(work, one.id, {}, on=FRIDAY)
    amend_visit(work, one.id, {}, on=LAST_WEEK - timedelta(1))
    assert last_contact(work, here.patel) == "2026-11-16"


def test_what_happened_belongs_to_a_logged_visit(work: Work, here: Territory) -> None:
    """A planned visit has no outcome and can't be filed; a cancelled one stays as it was."""
    one = plan(work, here.patel)
    with pytest.raises(NotLogged):
        amend_visit(work, one.id, {"outcome": "seen"})
    with pytest.raises(NotLogged):
        amend_visit(work, one.id, {}, is_filed=True)
    cancel_visit(work, one.id)
    with pytest.raises(CalledOff):
        amend_visit(work, one.id, {"purpose": "demo"})


def test_a_filed_visit_is_amended_not_overwritten(work: Work, here: Territory) -> None:
    """A filed visit stays filed when it is amended, and the journal keeps what it said."""
    one = logged(work, "liked it", provider_ids=(here.patel,)).visit
    assert amend_visit(work, one.id, {}, is_filed=True).state == "filed"
    amended = amend_visit(work, one.id, {"said": "loved it"})
    assert (amended.state, amended.said) == ("filed", "loved it")
    kept = work.db.execute(
        "SELECT old, new FROM journal WHERE row = ? AND col = 'said' AND kind = 'set'", (one.id,)
    )
    assert [tuple(row) for row in kept] == [('"liked it"', '"loved it"')]
    assert amend_visit(work, one.id, {}, is_filed=False).state == "logged"


@pytest.mark.parametrize(
    ("cells", "contact", "state"),
    [
        ({"outcome": "brief"}, "2026-11-17", "logged"),
        ({"outcome": "no-see"}, None, "logged"),
        ({"channel": "email"}, None, "logged"),
        ({"channel": "phone"}, "2026-11-17", "logged"),
        ({"outcome": "cancelled"}, None, "cancelled"),
        ({"department": None}, "2026-11-17", "logged"),
    ],
)
def test_the_cadence_follows_what_is_amended(
    work: Work, here: Territory, cells: dict[str, Any], contact: str | None, state: str
) -> None:
    """The last contact is counted again: seen or brief, and neither e-mail nor message."""
    one = logged(work, on=LAST_WEEK, provider_ids=(here.patel,)).visit
    assert last_contact(work, here.patel) == "2026-11-17"
    assert amend_visit(work, one.id, cells).state == state
    assert last_contact(work, here.patel) == contact


# --- asked for, called off


def test_asking_moves_a_wish_on(work: Work, here: Territory) -> None:
    """A wished appointment becomes asked; one that is further stays."""
    wished = plan(work, here.patel)
    agreed = plan(work, here.brandt, appointment="agreed")
    assert ask_for_visit(work, wished.id).appointment == "asked"
    assert ask_for_visit(work, agreed.id).appointment == "agreed"


def test_calling_off(work: Work, here: Territory) -> None:
    """A visit called off says by whom and why, counts for nothing, and can't be again."""
    one = cancel_visit(work, plan(work, here.patel).id, by="them", why="on leave")
    assert (one.state, one.outcome, one.cancelled_by) == ("cancelled", "cancelled", "them")
    assert one.said == "on leave"
    assert cancel_visit(work, plan(work, here.brandt).id).cancelled_by is None
    for act in (cancel_visit, ask_for_visit):
        with pytest.raises(RepplanError, match="no longer planned"):
            act(work, one.id)
    assert last_contact(work, here.patel) is None


# --- logged


def test_a_log_settles_the_plan(work: Work, here: Territory) -> None:
    """The day's plan becomes the visit: time, channel, objective stay; who came along is added."""
    aim = add_objective(work, here.patel, {"what": "she names one patient"})
    planned = plan(
        work, here.patel, on=TUESDAY, at=time(7, 5), channel="phone", objective_id=aim.id, heads=2
    )
    done = logged(work, "r: met", provider_ids=(here.patel, here.amy))
    assert done.visit.id == planned.id
    assert (done.visit.state, done.visit.outcome) == ("logged", "seen")
    assert (done.visit.start_at, done.visit.channel) == (planned.start_at, "phone")
    assert (done.visit.heads, done.visit.account_id) == (2, here.valley)
    assert done.provider_ids == (here.patel, here.amy)
    assert objective(work.db, aim.id).result == "met"


def test_a_log_without_a_plan(work: Work, here: Territory) -> None:
    """Without a plan a visit is new: in person, at their account or where it was said to be."""
    one = logged(work, provider_ids=(here.patel,)).visit
    assert (one.channel, one.account_id, one.origin) == ("in-person", here.valley, None)
    away = logged(work, provider_ids=(here.brandt,), place_id=here.valley).visit
    assert away.account_id == here.valley
    group = logged(work, account_id=here.valley, department="ward", heads=12).visit
    assert (group.origin, group.department, group.heads) == ("group", "ward", 12)


def test_a_group_counts_for_those_named(work: Work, here: Territory) -> None:
    """A group visit is a contact with those who are named, and with nobody else."""
    logged(work, account_id=here.valley, provider_ids=(here.brandt,), heads=12)
    assert last_contact(work, here.brandt) == "2026-11-24"
    assert last_contact(work, here.patel) is None


def test_a_group_keeps_what_it_cares_about(work: Work, here: Territory) -> None:
    """What a group cares about hangs on no name, so it stands with what was said."""
    one = logged(work, "full room; c: falls in old age", account_id=here.valley).visit
    assert one.said == "full room; falls in old age"


def test_promises_count_from_the_visit(work: Work, here: Territory) -> None:
    """A promise is made on the visit's day; without its own it is due 2 working days later."""
    done = logged(
        work, "> send the table; > call by fri; < a count", date(2026, 11, 19),
        provider_ids=(here.patel,),
    )  # fmt: skip
    made = [followups.followup(work.db, one) for one in done.followup_ids]
    assert [(one.by, one.what, one.due_on, one.is_assumed, one.made_on) for one in made] == [
        ("us", "send the table", "2026-11-23", True, "2026-11-19"),
        ("us", "call", "2026-11-20", False, "2026-11-19"),
        ("them", "a count", None, False, "2026-11-19"),
    ]
    assert {one.visit_id for one in made} == {done.visit.id}


def test_next_is_planned_once(work: Work, here: Territory) -> None:
    """``~`` plans the next visit with whom it was to; who is planned on that day isn't again."""
    done = logged(work, "~ 2w", provider_ids=(here.patel, here.amy))
    (planned,) = queries.visits(work.db, Wanted(state="planned"))
    assert (planned.ref, planned.on_date, planned.appointment) == (
        done.next_ref,
        "2026-12-08",
        "wished",
    )
    assert queries.provider_ids(work.db, planned.id) == (here.patel,)
    again = logged(work, "and ~ 8 dec\n~ 8 dec", on=TUESDAY, provider_ids=(here.patel, here.brandt))
    assert queries.provider_ids(work.db, str(_id(work, again.next_ref))) == (here.brandt,)
    third = logged(work, "short\n~ 8 dec", provider_ids=(here.patel, here.lin))
    assert third.next_ref is None
    assert third.visit.next_on == "2026-12-08"


def test_next_of_a_group(work: Work, here: Territory) -> None:
    """A group's next visit is the department's again, and planned once."""
    lunch: dict[str, Any] = {"account_id": here.valley, "department": "ward"}
    done = logged(work, "full room\n~ 8 dec", **lunch)
    planned = queries.visit(work.db, str(_id(work, done.next_ref)))
    assert (planned.origin, planned.account_id, planned.department) == (
        "group",
        here.valley,
        "ward",
    )
    assert logged(work, "small room\n~ 8 dec", **lunch).next_ref is None


def test_a_next_day_gone_by_plans_nothing(work: Work, here: Territory) -> None:
    """A visit logged late, whose next day has passed too, plans nothing."""
    done = logged(work, "short\n~ 2d", date(2026, 11, 10), provider_ids=(here.patel,))
    assert done.next_ref is None


def test_the_same_words_twice(work: Work, here: Territory) -> None:
    """The same words for the same people on a day are refused, other words are another visit."""
    one = logged(work, "liked it", provider_ids=(here.patel,)).visit
    with pytest.raises(LoggedTwice) as refused:
        logged(work, "liked it", provider_ids=(here.patel,))
    assert refused.value.facts() == {
        "name": "Anjali Patel, MD",
        "day": "2026-11-24",
        "ref": one.ref,
    }
    logged(work, "liked it", provider_ids=(here.brandt,))
    logged(work, "liked it all", provider_ids=(here.patel,))
    logged(work, "full room", account_id=here.valley)
    with pytest.raises(LoggedTwice, match="Valley Cardiology on 2026-11-24"):
        logged(work, "full room", account_id=here.valley)
    for _time in range(2):
        logged(work, "", outcome="no-see", provider_ids=(here.patel,))


def test_the_future_is_not_logged(work: Work, here: Territory) -> None:
    """A visit still to come can't be logged, and nothing is written."""
    with pytest.raises(FutureVisit):
        logged(work, at=time(7, 6), provider_ids=(here.patel,))
    with pytest.raises(FutureVisit):
        logged(work, on=FRIDAY, provider_ids=(here.patel,))
    assert queries.visits(work.db, Wanted()) == []


def test_a_cancelled_log(work: Work, here: Territory) -> None:
    """A visit that they called off on the day keeps its time and counts for nothing."""
    planned = plan(work, here.patel, on=TUESDAY)
    one = logged(work, "ill", outcome="cancelled", provider_ids=(here.patel,)).visit
    assert (one.id, one.state, one.cancelled_by) == (planned.id, "cancelled", "them")
    assert one.start_at == planned.start_at
    assert last_contact(work, here.patel) is None


def test_one_named_twice(work: Work, here: Territory) -> None:
    """Who is named twice is there once."""
    one = logged(work, provider_ids=(here.patel, here.patel)).visit
    assert queries.provider_ids(work.db, one.id) == (here.patel,)


def test_gone_meanwhile(writing: Writing) -> None:
    """A visit that was picked and then taken back by another process is refused, not a bug."""
    with writing() as work:
        one = plan(work, settle(work).patel)
    with writing() as work:
        work.db.execute("DELETE FROM visit_provider WHERE visit_id = ?", (one.id,))
        work.db.execute("DELETE FROM visit WHERE id = ?", (one.id,))
    acts: tuple[Callable[[Work, str], Visit], ...] = (
        partial(amend_visit, cells={}),
        cancel_visit,
        ask_for_visit,
    )
    for act in acts:
        with writing() as work, pytest.raises(GoneMeanwhile):
            act(work, one.id)


@pytest.mark.parametrize(
    "act",
    [
        lambda work, one: amend_visit(work, one, {"said": "x"}),
        ask_for_visit,
        cancel_visit,
    ],
)
def test_a_refusal_writes_nothing(writing: Writing, act: Callable[[Work, str], Visit]) -> None:
    """An action that is refused leaves the store as it was, whatever came before in its Work."""
    with writing() as work:
        here = settle(work)
        off = cancel_visit(work, plan(work, here.patel).id)
    with pytest.raises(RepplanError), writing() as work:  # noqa: PT012 - all of it is taken back
        plan(work, here.brandt)
        act(work, off.id)
    with writing() as work:
        assert queries.visits(work.db, Wanted()) == [off]


def _id(work: Work, ref: str | None) -> str | None:
    row = work.db.execute("SELECT id FROM visit WHERE ref = ?", (ref,)).fetchone()
    return row[0] if row else None
