"""When somebody is seen: learned from outcomes, and only from enough of them."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from repplan.visits.learned import Slot, slots, telling
from tests.visits.territory import Territory, logged, settle

if TYPE_CHECKING:
    from repplan.store.work import Work

TRIED = (
    (date(2026, 11, 17), time(8, 10), "no-see", ""),
    (date(2026, 11, 10), time(8, 50), "brief", ""),
    (date(2026, 11, 3), time(8), "seen", ""),
    # Before the clocks were set back: the hour on the wall counts.
    (date(2026, 10, 27), time(8, 20), "seen", ""),
    (date(2026, 11, 22), time(9), "staff", ""),
    (date(2026, 11, 20), None, "seen", ""),
    (date(2026, 11, 19), time(9), "seen", "phone"),
    (date(2026, 11, 18), time(9), "cancelled", ""),
)


@pytest.fixture
def here(work: Work) -> Territory:
    """Return the territory."""
    return settle(work)


def test_seen_by_weekday_and_hour(work: Work, here: Territory) -> None:
    """Only visits in person with a known time and outcome count, by the hour on the wall."""
    for on, at, outcome, channel in TRIED:
        people = (here.patel,)
        logged(work, f"{on}", on, at=at, outcome=outcome, channel=channel, provider_ids=people)
    assert slots(work.db, here.patel) == [Slot(2, 8, 3, 4), Slot(7, 9, 0, 1)]


def test_too_few_teach_nothing(work: Work, here: Territory) -> None:
    """Four tries give no hour at all; the fifth gives them."""
    for on, at, outcome, channel in TRIED[:4]:
        people = (here.patel,)
        logged(work, f"{on}", on, at=at, outcome=outcome, channel=channel, provider_ids=people)
    assert slots(work.db, here.patel) == []
    logged(work, "once more", date(2026, 11, 23), at=time(8), provider_ids=(here.patel,))
    assert slots(work.db, here.patel) == [Slot(2, 8, 3, 4), Slot(1, 8, 1, 1)]


@pytest.mark.parametrize(
    ("known", "told"),
    [
        ([], []),
        ([Slot(2, 8, 4, 5), Slot(1, 9, 1, 1), Slot(3, 9, 1, 2)], ["2 8", "1 9"]),
        ([Slot(2, 8, 4, 5), Slot(4, 9, 0, 1), Slot(5, 9, 0, 3)], ["2 8", "5 9"]),
        ([Slot(4, 9, 0, 1), Slot(5, 9, 0, 4)], ["5 9"]),
    ],
)
def test_what_is_told(known: list[Slot], told: list[str]) -> None:
    """The two best hours, and one that was tried twice or more and never worked."""
    ranked = sorted(known, key=lambda one: -one.odds)
    assert [f"{one.weekday} {one.hour}" for one in telling(ranked)] == told
