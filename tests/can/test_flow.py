"""The check before a visit is planned or moved, at a terminal and without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.can.flow import CantGroup, CantVisit, NeedsCompany, NeedsReason, NoDayFor

if TYPE_CHECKING:
    from tests.conftest import Run


@pytest.mark.parametrize("kind", [CantVisit, CantGroup, NoDayFor, NeedsReason, NeedsCompany])
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
    """Moving a plan asks the rules, to another hour too; what no rule hangs on doesn't."""
    run("visit", "plan", "anjali", "--at", "fri 9:00")
    run("reception", "add", "valley", "--days", "fri", "--to", "10:00")
    assert run("visit", "amend", "anjali", "--at", "mon 9:00").code == 5
    assert run("visit", "amend", "anjali", "--at", "11:00").code == 5
    assert run("visit", "amend", "anjali", "--at", "9:30").code == 0
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


@pytest.mark.usefixtures("people")
def test_a_change_is_checked_as_it_will_be(run: Run) -> None:
    """Another channel, or a visit of one's own accord, is asked about; the plan itself isn't."""
    run("config", "set", "policy", "uk")
    for day in ("2026-03-02", "2026-10-06", "2026-11-03"):
        assert run("log", "anjali", f"went well {day}", "--at", day, "--yes").code == 0
    assert run("visit", "plan", "anjali", "--at", "fri 9:00", "--origin", "requested").code == 0
    assert run("visit", "amend", "anjali 27 nov", "--origin", "requested").code == 0
    cold = run("visit", "amend", "anjali 27 nov", "--origin", "unsolicited")
    assert (cold.code, "visits.unsolicited_max" in cold.err) == (5, True)
    phone = run("visit", "amend", "anjali 27 nov", "--channel", "phone")
    assert (phone.code, "consent.phone" in phone.err) == (5, True)


@pytest.mark.usefixtures("people")
def test_a_plan_that_was_asked_for_keeps_its_lead(run: Run) -> None:
    """Another hour on the same day needs no second application; another day does."""
    run("reception", "add", "valley", "--lead", "3")
    planned = run("visit", "plan", "anjali", "--at", "fri 9:00")
    assert "apply by Tue 24 Nov: repplan visit ask v-" in planned.err
    run("visit", "amend", "anjali", "--appointment", "asked")
    later = "2026-11-26T07:05:00-06:00"
    assert run("visit", "amend", "anjali", "--at", "10:00", now=later).code == 0
    assert run("visit", "amend", "anjali", "--at", "mon 9:00", now=later).code == 5


@pytest.mark.usefixtures("people")
def test_a_week_of_plans_meets_the_cap(run: Run) -> None:
    """Planned visits count: the fourth is refused, and moving one of three isn't."""
    run("config", "set", "policy", "uk")
    days = ("2026-11-30", "2026-12-01", "2026-12-02")
    assert [run("visit", "plan", "anjali", "--at", day).code for day in days] == [0, 0, 0]
    fourth = run("visit", "plan", "anjali", "--at", "2026-12-03")
    assert (fourth.code, "3 of them planned" in fourth.err) == (5, True)
    assert run("visit", "plan", "anjali", "--at", "fri").code == 5
    assert run("visit", "amend", "anjali 2 dec", "--at", "2026-12-04").code == 0
    assert "STOP" not in run("brief", "anjali", now="2026-12-04T07:05:00-06:00").out


@pytest.mark.usefixtures("people")
def test_what_a_log_plans_is_said_not_lost(run: Run) -> None:
    """A next visit that can't be is kept, and said with the next day and the command."""
    assert run("log", "dev", "fine; ~ fri 9:00", "--yes").err == ""
    run("reception", "add", "valley", "--days", "tue", "--source", "the gate")
    said = run("log", "anjali", "went well; ~ thu 9:00", "--yes")
    assert said.code == 0
    assert "receives on Tue only, not on Thu 26 Nov. Rule: reception.weekday" in said.err
    assert "The next possible day is Tue 1 Dec: repplan visit amend v-" in said.err
    assert "--at 2026-12-01" in said.err
    assert run("visit", "list", "anjali", "--state", "planned", "--json").json["visits"]


@pytest.mark.usefixtures("people")
def test_the_refusal_names_its_own_way_out(run: Run) -> None:
    """The next step is that of the rule that refused, not of another one that speaks too."""
    run("reception", "add", "valley", "--days", "tue,thu", "--lead", "2")
    refused = run("visit", "plan", "anjali", "--at", "wed 9:00").err
    assert "reception.weekday" in refused
    assert "Next: possible from Thu 26 Nov." in refused
