"""Who else is there: where they stand, and when one sees them that day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Run

pytestmark = pytest.mark.usefixtures("people")


def also(run: Run, *who: str) -> str:
    """Return the line of a brief that says who else is there."""
    sections = run("brief", *who, "--json").json["sections"]
    access = next(one for one in sections if one["name"] == "access")
    return next((one["text"] for one in access["items"] if " | " in one["text"]), "")


@pytest.fixture
def colleagues(run: Run, people: object) -> None:  # noqa: ARG001 - they work there
    """Add three more people to the account of Dr Patel."""
    for name in ("Ruth Cho, MD", "Sam Lee PA", "Dana Moss"):
        assert run("provider", "add", name, "--account", "valley").code == 0
    run("visit", "plan", "anjali", "--at", "today 8:40")


@pytest.mark.usefixtures("colleagues")
def test_nothing_is_known_of_them(run: Run) -> None:
    """Without a stance they stand by name, and who wasn't met is marked so."""
    assert also(run, "anjali") == "Moss, not met | Cho, not met | Lee, not met"


@pytest.mark.usefixtures("colleagues")
def test_where_they_stand(run: Run) -> None:
    """Whose stance is known stands first, with the hour if one sees them that day."""
    run("stance", "add", "cho", "skeptic", "--influence", "user")
    run("stance", "add", "lee", "--influence", "gatekeeper")
    run("visit", "plan", "cho", "--at", "today 15:20")
    run("visit", "plan", "dana", "--at", "tomorrow 9:00")
    assert also(run, "anjali") == (
        "Cho, skeptic, you see them 15:20 | Lee, gatekeeper, not met | Moss, not met"
    )
    run("stance", "add", "cho", "neutral", "--influence", "decision-maker")
    assert also(run, "anjali").startswith("Cho, neutral, decision-maker, you see them 15:20")


@pytest.mark.usefixtures("colleagues")
def test_the_stance_here_counts(run: Run) -> None:
    """Somebody's stance at this account beats what was noted at another one."""
    run("provider", "edit", "cho", "--account", "Oakwood Internal Medicine")
    run("stance", "add", "cho", "skeptic", "--account", "valley", "--on", "2026-10-01")
    run("stance", "add", "cho", "champion", "--account", "oakwood")
    assert also(run, "anjali").startswith("Cho, skeptic, not met")


@pytest.mark.usefixtures("colleagues")
def test_a_plan_without_an_hour(run: Run) -> None:
    """Who is planned for the day without an hour is seen too."""
    run("visit", "plan", "lee", "--at", "today")
    assert "Lee, you see them too" in also(run, "anjali")


def stands(run: Run, who: str) -> list[dict[str, object]]:
    """Return what a brief says of the person's own stance."""
    sections = run("brief", who, "--json").json["sections"]
    person = next(one for one in sections if one["name"] == "person")
    return [one for one in person["items"] if one["label"] == "stands"]


def test_where_the_person_stands(run: Run) -> None:
    """Their own stance is one line: the newest that counts here, and on which product it differs."""
    assert stands(run, "anjali") == []
    said = ("skeptic", "--influence", "decision-maker", "--evidence", "show me bleeding first")
    run("stance", "add", "anjali", "champion", "--on", "2026-06-01")
    run("stance", "add", "anjali", *said)
    run("stance", "add", "anjali", "blocker", "--account", "oakwood")
    (one,) = stands(run, "anjali")
    assert one["text"] == "skeptic, decision-maker; show me bleeding first"
    assert (one["stance"], one["influence"]) == ("skeptic", "decision-maker")
    assert "STANDS skeptic, decision-maker; show me bleeding first\n" in run("brief", "anjali").out
    run("product", "add", "Cardexa")
    run("stance", "add", "anjali", "blocker", "--product", "cardexa", "--evidence", "no " * 60)
    (one,) = stands(run, "anjali")
    assert str(one["text"]).startswith("skeptic, decision-maker; blocker on Cardexa; show me")
    run("stance", "add", "anjali", "neutral", "--evidence", "no " * 60)
    (one,) = stands(run, "anjali")
    assert len(str(one["text"])) == 73
