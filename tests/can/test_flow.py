"""The check before a visit is planned or moved, at a terminal and without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.can.flow import CantGroup, CantVisit, NeedsReason, NoDayFor

if TYPE_CHECKING:
    from tests.conftest import Run


@pytest.mark.parametrize("kind", [CantVisit, CantGroup, NoDayFor, NeedsReason])
def test_every_refusal_names_rule_and_source(kind: type[CantVisit]) -> None:
    """Each ends with 5 and names what it is about, the rule and its source."""
    error = kind("Ann", "Fri 27 Nov", "2026-11-27", "p-1", "too many", "a.rule", "a law", "later")
    assert error.exit_code == 5
    assert str(error) == "Ann on Fri 27 Nov: too many. Rule: a.rule; source: a law."


@pytest.mark.usefixtures("people")
def test_a_group_is_told_how_they_receive(run: Run) -> None:
    """A group on a day when nobody is received is refused; the list of rules is named, not can."""
    run("reception", "add", "valley", "--days", "thu")
    refused = run("visit", "plan", "valley", "--at", "fri")
    assert refused.code == 5
    assert "How they receive: repplan reception list a-" in refused.err


@pytest.mark.usefixtures("people")
def test_a_move_is_checked_a_logged_visit_is_not(run: Run) -> None:
    """Moving a plan asks the rules; changing anything else, or a visit that was, doesn't."""
    run("visit", "plan", "anjali", "--at", "fri 9:00")
    run("reception", "add", "valley", "--days", "fri", "--to", "10:00")
    assert run("visit", "amend", "anjali", "--at", "mon 9:00").code == 5
    assert run("visit", "amend", "anjali", "--at", "11:00").code == 0
    assert run("visit", "amend", "anjali", "--purpose", "talk").code == 0
    assert run("visit", "amend", "anjali", "--at", "2026-12-04 9:00").code == 0


@pytest.mark.usefixtures("people")
def test_asking_elsewhere_or_by_video_needs_no_door(run: Run) -> None:
    """A video call isn't held up by a reception; a call by phone asks for consent."""
    run("reception", "add", "valley", "--days", "thu")
    run("config", "set", "policy", "uk")
    assert run("visit", "plan", "anjali", "--at", "fri", "--channel", "video").code == 0
    phone = run("visit", "plan", "anjali", "--at", "2026-12-04", "--channel", "phone")
    assert (phone.code, "consent.phone" in phone.err) == (5, True)


@pytest.mark.usefixtures("people")
def test_a_day_gone_by_is_planning_s_own_refusal(run: Run) -> None:
    """A plan in the past is refused for that, whatever the rules of the place."""
    run("reception", "add", "valley", "--days", "thu", "--lead", "2")
    refused = run("visit", "plan", "anjali", "--at", "2026-11-02")
    assert (refused.code, "Rule:" in refused.err) == (2, False)
