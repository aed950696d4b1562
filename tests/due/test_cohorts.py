"""However many there are: the best of a bounded queue are those of the whole one."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from repplan.clock import read_clock
from repplan.config import read_settings
from repplan.due import cadence, cohorts
from repplan.due.today import read_today

if TYPE_CHECKING:
    from repplan.due.today import Today
    from repplan.store.work import Work

PEOPLE = st.lists(
    st.fixed_dictionaries(
        {
            "tier": st.sampled_from(["A", "B", "C", "D", None]),
            "ago": st.one_of(st.none(), st.integers(0, 40).map(lambda weeks: 12 * weeks)),
            "has_objective": st.booleans(),
            "is_planned": st.integers(0, 9).map(lambda one: one == 0),
            "is_promised": st.integers(0, 9).map(lambda one: one == 0),
            "is_snoozed": st.integers(0, 9).map(lambda one: one == 0),
            "ideal_days": st.sampled_from([None, None, None, 14, 90]),
        }
    ),
    min_size=1,
    max_size=40,
)


def fill(work: Work, people: list[dict[str, object]]) -> Today:
    """Write these people into an emptied store; return the day."""
    for table in ("visit_provider", "visit", "objective", "followup", "provider"):
        work.db.execute(f"DELETE FROM {table}")
    today = work.today
    for number, one in enumerate(people):
        who, ago = f"p{number}", one["ago"]
        seen = (today - timedelta(int(str(ago)))).isoformat() if ago is not None else None
        work.db.execute(
            "INSERT INTO provider (id, ref, name, tier, last_contact_on, ideal_days, snoozed_until)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (who, f"p-{number * 7919 % 100:08}", who, one["tier"], seen, one["ideal_days"],
             "2027-01-01" if one["is_snoozed"] else None),
        )  # fmt: skip
        facts = (f"x{number}", f"r-{number}", who)
        if one["has_objective"]:
            work.db.execute(
                "INSERT INTO objective (id, ref, provider_id, what, from_on) "
                "VALUES (?, ?, ?, 'try it', '2026-01-01')",
                facts,
            )
        if one["is_promised"]:
            work.db.execute(
                "INSERT INTO followup (id, ref, provider_id, what, made_on, due_on) "
                "VALUES (?, ?, ?, 'paper', '2026-11-01', '2027-02-01')",
                facts,
            )
        if one["is_planned"]:
            work.db.execute(
                "INSERT INTO visit (id, ref, on_date, state) "
                "VALUES (?, ?, '2026-12-01', 'planned')",
                facts[:2],
            )
            work.db.execute(
                "INSERT INTO visit_provider (id, visit_id, provider_id) VALUES (?, ?, ?)",
                (f"y{number}", facts[0], who),
            )
    return read_today(work.db, read_clock(), read_settings(work.db), "en")


@pytest.mark.parametrize("few", [1000, 0], ids=["by their objectives", "through the tiers"])
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(people=PEOPLE, most=st.integers(1, 6))
def test_a_bound_gives_the_first_of_the_whole(
    work: Work,
    monkeypatch: pytest.MonkeyPatch,
    few: int,
    people: list[dict[str, object]],
    most: int,
) -> None:
    """Reconnect and no next step: ``most`` items are the first ``most`` of all of them."""
    monkeypatch.setattr(cohorts, "_FEW", few)
    day = fill(work, people)
    for part in (cadence.reconnect, cadence.no_next_step):
        whole, bounded = part(work.db, day, most=None), part(work.db, day, most=most)
        assert bounded.items == whole.items[:most]
        assert whole.count == len(whole.items)
        assert bounded.count == whole.count or bounded.is_capped


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(people=PEOPLE)
def test_nobody_is_in_both_groups(work: Work, people: list[dict[str, object]]) -> None:
    """Whoever a cadence calls back isn't without a next step."""
    day = fill(work, people)
    cold = {item.ref for item in cadence.reconnect(work.db, day, most=None).items}
    stuck = {item.ref for item in cadence.no_next_step(work.db, day, most=None).items}
    assert not cold & stuck


def test_a_count_stops(work: Work) -> None:
    """A cohort is counted as far as was asked."""
    day = fill(work, [{"tier": "A", "ago": 100, "ideal_days": None, "has_objective": False,
                       "is_planned": False, "is_promised": False, "is_snoozed": False}] * 5)  # fmt: skip
    assert cohorts.count(work.db, day, cohorts.in_tier("A"), {}, 3) == 3
    assert cohorts.count(work.db, day, cohorts.in_tier("A"), {}, 9) == 5
    assert cohorts.count(work.db, day, cohorts.in_tier(None), {}, 9) == 0
