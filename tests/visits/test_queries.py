"""What is asked about visits, on a small territory."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest

from repplan.visits import queries
from repplan.visits.actions import cancel_visit, plan_visit
from repplan.visits.model import Wanted
from tests.visits.territory import AT_8_40, FRIDAY, TUESDAY, Territory, logged, settle

if TYPE_CHECKING:
    from repplan.store.work import Work
    from repplan.visits.model import Visit


@pytest.fixture
def here(work: Work) -> Territory:
    """Return the territory."""
    return settle(work)


def plan(
    work: Work,
    *people: str,
    on: date = FRIDAY,
    at: time | None = AT_8_40,
    group: str | None = None,
    department: str | None = None,
) -> Visit:
    """Plan a visit."""
    return plan_visit(
        work, on=on, at=at, provider_ids=people, account_id=group, cells={"department": department}
    )


def test_planned_on_is_the_first_named(work: Work, here: Territory) -> None:
    """Of several people the plan of the first who has one is meant, however early another's is."""
    brandt = plan(work, here.brandt, at=time(8))
    patel = plan(work, here.patel, at=time(14))
    both = (here.patel, here.brandt)
    assert queries.planned_on(work.db, "2026-11-27", both, None) == patel
    assert queries.planned_on(work.db, "2026-11-27", both[::-1], None) == brandt
    assert queries.planned_on(work.db, "2026-11-26", both, None) is None
    assert queries.planned_on(work.db, "2026-11-27", (), None) is None


def test_planned_on_for_a_colleague(work: Work, here: Territory) -> None:
    """A visit that a colleague comes along to isn't their own; one with nobody else is."""
    plan(work, here.brandt, here.amy)
    assert queries.planned_on(work.db, "2026-11-27", (here.amy,), None) is None
    assert queries.planned_on(work.db, "2026-11-27", (here.patel, here.amy), None) is None
    own = plan(work, here.amy, at=time(16))
    assert queries.planned_on(work.db, "2026-11-27", (here.amy,), None) == own
    assert queries.planned_on(work.db, "2026-11-27", (here.patel, here.amy), None) is None


def test_planned_on_for_a_group(work: Work, here: Territory) -> None:
    """A group's plan is the account's, of that department where one is named."""
    patel = plan(work, here.patel)
    assert queries.planned_on(work.db, "2026-11-27", (), here.valley) is None
    ward = plan(work, group=here.valley, department="ward", at=time(9))
    lab = plan(work, group=here.valley, department="cath lab", at=time(12))
    found = {
        department: queries.planned_on(work.db, "2026-11-27", (), here.valley, department)
        for department in ("", "ward", "cath lab", "surgery")
    }
    assert found == {"": ward, "ward": ward, "cath lab": lab, "surgery": None}
    named = queries.planned_on(work.db, "2026-11-27", (here.patel,), here.valley, "surgery")
    assert named == patel


def test_visited(work: Work, here: Territory) -> None:
    """A visit is to those who aren't colleagues, unless there is nobody else."""
    both = queries.visited(work.db, (here.amy, here.patel, here.lin))
    assert both == [here.patel]
    assert queries.visited(work.db, (here.amy, here.lin)) == [here.amy, here.lin]
    assert queries.visited(work.db, ()) == []


def test_the_day_in_order(work: Work, here: Territory) -> None:
    """Planned visits come in the order of the day, those without a time last."""
    late = plan(work, here.patel, at=time(14))
    some_time = plan(work, here.brandt, at=None)
    early = plan(work, group=here.valley, at=time(8))
    tomorrow = plan(work, here.patel, on=FRIDAY + timedelta(1))
    day = queries.planned(work.db, start="2026-11-27", until="2026-11-28")
    assert day == [early, late, some_time]
    assert queries.unlogged(work.db, until="2026-11-28") == day
    noon = queries.next_planned(work.db, now="2026-11-27T18:00:00Z", today="2026-11-27")
    evening = queries.next_planned(work.db, now="2026-11-27T23:00:00Z", today="2026-11-27")
    after = queries.next_planned(work.db, now="2026-11-28T06:00:00Z", today="2026-11-28")
    assert [noon, evening, after] == [late, some_time, tomorrow]


def test_visits_are_filtered(work: Work, here: Territory) -> None:
    """Filters add up; planned visits come the next first, then the others newest first."""
    lunch = plan(work, group=here.valley, department="ward", on=FRIDAY + timedelta(3))
    soon = plan(work, here.patel)
    seen = logged(work, on=TUESDAY - timedelta(7), provider_ids=(here.patel,)).visit
    off = cancel_visit(work, plan(work, here.brandt).id, by="us")
    for wanted, found in (
        (Wanted(), [soon, lunch, off, seen]),
        (Wanted(provider_id=here.patel), [soon, seen]),
        (Wanted(account_id=here.valley), [soon, lunch, seen]),
        (Wanted(account_id=here.valley, department="ward"), [lunch]),
        (Wanted(state="planned"), [soon, lunch]),
        (Wanted(state="cancelled"), [off]),
        (Wanted(origin="group"), [lunch]),
        (Wanted(since="2026-11-18"), [soon, lunch, off]),
        (Wanted(since="2026-11-17", until="2026-11-27"), [seen]),
        (Wanted(provider_id=here.patel, state="cancelled"), []),
    ):
        assert queries.visits(work.db, wanted) == found
        assert queries.visit_count(work.db, wanted) == len(found)
    assert queries.visits(work.db, Wanted(), most=1) == [soon]


def test_of_provider(work: Work, here: Territory) -> None:
    """A provider's actual visits come newest first, their planned ones next first."""
    days = [TUESDAY - timedelta(weeks) for weeks in (14, 7)]
    older, newer = (logged(work, f"{on}", on, provider_ids=(here.patel,)).visit for on in days)
    later, sooner = (plan(work, here.patel, on=FRIDAY + timedelta(n)) for n in (7, 0))
    actual = queries.of_provider(work.db, here.patel, is_actual=True, most=5)
    to_come = queries.of_provider(work.db, here.patel, is_actual=False, most=1)
    assert (actual, to_come) == ([newer, older], [sooner])
    assert later not in to_come


def test_whole(work: Work, here: Territory) -> None:
    """A whole visit holds its people in the order they were named, and all that was said."""
    text = "# Cardexa ++ clear; ! price is high; + article on falls; > table by fri; < a count"
    visit = logged(work, text, provider_ids=(here.patel, here.amy)).visit
    one = queries.whole(work.db, visit.id)
    assert one.visit == visit
    assert visit.ref.startswith(one.ref)
    assert [who.id for who in one.people] == [here.patel, here.amy]
    assert one.account == "Valley Cardiology"
    assert [(it.product, it.reaction, it.said) for it in one.talked] == [("Cardexa", "++", "clear")]
    assert [(it.said, it.kind) for it in one.raised] == [("price is high", "financial")]
    assert one.given == ("article on falls",)
    assert sorted((item.by, item.what) for item in one.followups) == [
        ("them", "a count"),
        ("us", "table"),
    ]


def test_logged_with(work: Work, here: Territory) -> None:
    """The same words on the same day with the same people are found, for a group too."""
    one = logged(work, "liked it", provider_ids=(here.patel,)).visit
    group = logged(work, "liked it", account_id=here.valley).visit
    day = "2026-11-24"
    for provider, account, typed, on, ref in (
        (here.patel, None, "liked it", day, one.ref),
        (None, here.valley, "liked it", day, group.ref),
        (here.brandt, None, "liked it", day, None),
        (here.patel, None, "liked them", day, None),
        (here.patel, None, "liked it", "2026-11-23", None),
    ):
        found = queries.logged_with(
            work.db, on=on, typed=typed, provider_id=provider, account_id=account
        )
        assert found == ref
