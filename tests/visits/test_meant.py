"""Which visit a REF means."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from repplan.i18n.dates import DayContext
from repplan.providers.actions import add_provider
from repplan.visits.actions import cancel_visit, plan_visit
from repplan.visits.meant import Side, is_somebody, meant
from tests.visits.territory import FRIDAY, TUESDAY, logged, settle

if TYPE_CHECKING:
    from repplan.store.work import Work

NEXT, LAST = (Side.NEXT,), (Side.LAST,)
CONTEXT = DayContext(TUESDAY, month_first=True)


@pytest.fixture
def names(work: Work) -> dict[str, str]:
    """Write visits; return id → the name by which the table below calls each."""
    here = settle(work)
    found = {}
    for name, on, text in (
        ("spring", "2026-03-17", "asked for the renal table"),
        ("october", "2026-10-20", "clinic ran late"),
        ("last", "2026-11-17", "liked the Renal chart"),
    ):
        day = date.fromisoformat(on)
        found[logged(work, text, day, provider_ids=(here.patel,)).visit.id] = name
    for name, weeks in (("soon", 0), ("later", 1)):
        friday = FRIDAY + timedelta(7 * weeks)
        cells = {"purpose": "demo"} if weeks else {}
        plan = plan_visit(
            work, on=friday, at=None, provider_ids=[here.patel], account_id=None, cells=cells
        )
        found[plan.id] = name
    off = plan_visit(
        work, on=TUESDAY, at=None, provider_ids=[here.patel], account_id=None, cells={}
    )
    cancel_visit(work, off.id)
    lunch = plan_visit(
        work,
        on=FRIDAY,
        at=None,
        provider_ids=(),
        account_id=here.valley,
        cells={"department": "ward"},
    )
    return {**found, off.id: "off", lunch.id: "lunch"}


@pytest.mark.parametrize(
    ("said", "sides", "meant_are"),
    [
        ("patel", NEXT, ["soon"]),
        ("patel", LAST, ["last"]),
        ("anjali patel", LAST, ["last"]),
        ("patel", (*NEXT, *LAST), ["soon", "last"]),
        ("patel 4 dec", NEXT, ["later"]),
        ("patel 2026-11-17", LAST, ["last"]),
        ("patel 20 oct", LAST, ["october"]),
        ("patel 17 nov", NEXT, []),
        ("patel renal", LAST, ["last", "spring"]),
        ("patel renal table", LAST, ["spring"]),
        ("patel demo", NEXT, ["later"]),
        ("patel dialysis", LAST, []),
        ("valley cardiology", NEXT, ["lunch"]),
        ("ward", NEXT, ["lunch"]),
        ("cath lab", NEXT, []),
        ("valley", LAST, []),
        ("brandt", NEXT, []),
        ("nobody", LAST, []),
        ("", LAST, []),
    ],
)
def test_words(
    work: Work, names: dict[str, str], said: str, sides: tuple[Side, ...], meant_are: list[str]
) -> None:
    """Words mean the next or last visit of whom they name, or those of a day or about something."""
    found = meant(work.db, said, CONTEXT, sides)
    assert [names[one.id] for one in found] == meant_are


def test_refs(work: Work, names: dict[str, str]) -> None:
    """A ref, or its beginning with or without the letter, means that visit on any side."""
    for row in work.db.execute("SELECT id, ref FROM visit").fetchall():
        for said in (row["ref"], row["ref"][2:], row["ref"].upper(), row["ref"][:7]):
            assert row["id"] in [one.id for one in meant(work.db, said, CONTEXT, NEXT)]
    assert len(names) == 7


def test_a_plan_gone_by(work: Work) -> None:
    """Without a plan to come the latest that went by unlogged is the next one to settle."""
    here = settle(work)
    plans = [
        plan_visit(work, on=on, at=None, provider_ids=[here.patel], account_id=None, cells={})
        for on in (TUESDAY, FRIDAY)
    ]
    after = DayContext(FRIDAY + timedelta(3))
    assert meant(work.db, "patel", after, NEXT) == [plans[1]]
    assert meant(work.db, "patel", DayContext(FRIDAY), NEXT) == [plans[1]]
    assert meant(work.db, "patel", CONTEXT, NEXT) == [plans[0]]


def test_namesakes(work: Work) -> None:
    """Of namesakes each one's last visit may be meant; who has none is out of the question."""
    here = settle(work)
    other = add_provider(work, {"name": "Ravi Patel"})
    first = logged(work, "one", provider_ids=(here.patel,)).visit
    assert meant(work.db, "patel", CONTEXT, LAST) == [first]
    second = logged(work, "two", provider_ids=(other.id,)).visit
    assert {one.id for one in meant(work.db, "patel", CONTEXT, LAST)} == {first.id, second.id}
    assert meant(work.db, "ravi patel", CONTEXT, LAST) == [second]


@pytest.mark.parametrize(
    ("said", "is_known"),
    [
        ("patel", True),
        ("patel 3 mar", True),
        ("valley", True),
        ("ward", True),
        ("patl", False),
        ("", False),
    ],
)
def test_somebody(work: Work, said: str, is_known: bool) -> None:
    """Words that begin with a known name are somebody's, whatever follows."""
    settle(work)
    assert is_somebody(work.db, said) is is_known
