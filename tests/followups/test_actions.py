"""The life of a promise: made, put off, kept, waived, broken; closed once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from repplan.errors import AlreadyClosed, NotAhead
from repplan.followups import actions, queries
from repplan.followups.model import Followup, unwritten
from repplan.providers.actions import add_provider
from repplan.store.write import insert

if TYPE_CHECKING:
    from collections.abc import Callable

    from repplan.providers.model import Provider
    from repplan.store.work import Work
    from tests.conftest import Writing


@pytest.fixture
def brandt(work: Work) -> Provider:
    """Return one provider."""
    return add_provider(work, {"name": "Jo Brandt NP"})


@pytest.mark.parametrize(
    ("cells", "due_on", "is_assumed"),
    [
        ({}, "2026-11-26", True),
        ({"due_on": "2026-12-01"}, "2026-12-01", False),
        ({"by": "them"}, None, False),
        ({"by": "them", "due_on": "2026-12-01"}, "2026-12-01", False),
        ({"made_on": date(2026, 11, 20)}, "2026-11-24", True),
    ],
)
def test_promise(
    work: Work, brandt: Provider, cells: dict[str, object], due_on: str | None, is_assumed: bool
) -> None:
    """One of ours without a day is due two working days after it was made; theirs has none."""
    item = actions.promise(work, provider_id=brandt.id, what="copay sheet", **cells)  # type: ignore[arg-type]  # a case holds some of them
    assert (item.due_on, item.is_assumed, item.state) == (due_on, is_assumed, "open")
    assert (item.provider, item.short_name, item.whose) == (
        "Jo Brandt NP",
        "Brandt",
        "Jo Brandt NP",
    )


def test_the_setting_decides(work: Work, brandt: Provider) -> None:
    """How long an assumed promise has is the rep's to set."""
    insert(work, "setting", {"id": "promise.days", "value": "5"})
    item = actions.promise(work, provider_id=brandt.id, what="x")
    assert item.due_on == "2026-12-01"


def test_via(work: Work, brandt: Provider) -> None:
    """A promise that waits on a colleague knows since when."""
    amy = add_provider(work, {"name": "Amy Chu", "role": "colleague"})
    item = actions.promise(work, provider_id=brandt.id, what="x", via_id=amy.id)
    assert (item.via, item.via_ref, item.via_since_on) == ("Amy Chu", amy.ref, "2026-11-24")


@pytest.mark.parametrize(
    ("act", "state", "facts"),
    [
        (
            lambda work, one: actions.close(work, one, "handed over"),
            "kept",
            {"proof": "handed over"},
        ),
        (
            lambda work, one: actions.close(work, one, on=date(2026, 11, 27)),
            "late",
            {"closed_on": "2026-11-27"},
        ),
        (lambda work, one: actions.waive(work, one, "has it"), "waived", {"why": "has it"}),
        (lambda work, one: actions.drop(work, one, "no stock"), "broken", {"why": "no stock"}),
    ],
)
def test_ends(
    work: Work,
    brandt: Provider,
    act: Callable[[Work, str], Followup],
    state: str,
    facts: dict[str, str],
) -> None:
    """Each way to end leaves its state, its day and its words; none is possible twice."""
    item = actions.promise(work, provider_id=brandt.id, what="x")
    ended = act(work, item.id)
    assert ended.state == state
    assert {name: getattr(ended, name) for name in facts} == facts
    assert queries.open_of_provider(work.db, brandt.id) == []
    for again in (actions.close, actions.waive, actions.drop):
        with pytest.raises(AlreadyClosed):
            again(work, item.id)
    with pytest.raises(AlreadyClosed):
        actions.snooze(work, item.id, date(2026, 12, 1))


def test_snooze(work: Work, brandt: Provider) -> None:
    """Putting off hides until a day and says why; what was promised stays promised."""
    item = actions.promise(work, provider_id=brandt.id, what="x", due_on="2026-11-25")
    put_off = actions.snooze(work, item.id, date(2026, 11, 30), "she is away")
    assert (put_off.snoozed_until, put_off.snoozed_because) == ("2026-11-30", "she is away")
    assert (put_off.due_on, put_off.state) == ("2026-11-25", "open")
    with pytest.raises(NotAhead):
        actions.snooze(work, item.id, date(2026, 11, 24))


def test_late_by_the_clock(writing: Writing) -> None:
    """A promise that is done on a later day than its own is late."""
    with writing() as work:
        one = add_provider(work, {"name": "Jo Brandt NP"})
        item = actions.promise(work, provider_id=one.id, what="x", due_on="2026-11-25")
    with writing(now="2026-11-27T09:00:00-06:00") as work:
        assert actions.close(work, item.id).state == "late"


def test_unwritten() -> None:
    """A promise of a dry run has its facts and no ref."""
    item = unwritten(by="us", kind="promise", what="x", due_on="2026-11-27", is_assumed=True)
    assert (item.ref, item.what, item.is_assumed, item.is_open) == ("", "x", True, True)
