"""``repplan reception``, and where it is heard: word for word."""

from __future__ import annotations

import pytest

from tests.conftest import Run

pytestmark = pytest.mark.usefixtures("people")

SAVED = "Saved. Take it back: repplan undo b-*\n"
RULE = (
    *("--days", "tue,thu", "--from", "8:00", "--to", "9:00", "--booking", "application"),
    *("--lead", "2", "--lead-by", "17:00", "--people", "2", "--filing", "F-12"),
)


def test_a_rule(run: Run) -> None:
    """A rule says every fact it has; the account's page and the brief say it in a line."""
    said = run("reception", "add", "valley", *RULE, "--filing-until", "2027-03-31",
               "--contact", "Ms Vo", "--form", "web form", "--place", "room 4",
               "--source", "notice at the gate")  # fmt: skip
    assert (
        said.masked
        == (
            "Valley Cardiology\n"
            "where to       room 4\n"
            "weekdays       Tue, Thu\n"
            "hours          8-9\n"
            "to be let in   apply 2 days ahead, by 17:00\n"
            "with what      web form\n"
            "people needed  2 people\n"
            "whom to ask    Ms Vo\n"
            "our filing     F-12 (to Wed 2027-03-31)\n"
            "source         notice at the gate\n"
            "noted          Tue 2026-11-24\n"
        )
        + SAVED
    )
    briefly = "Tue, Thu 8-9 only, apply 2 days ahead, by 17:00, 2 people, our filing to"
    assert briefly in " ".join(run("account", "show", "valley").out.split())
    assert briefly in " ".join(run("brief", "anjali").out.split())
    assert run("reception", "show", "valley", "--json").json["filing_until_on"] == "2027-04-01"


def test_departments(run: Run) -> None:
    """A department's rule stands beside its account's; each is shown, edited and ended by name."""
    run("reception", "add", "市一", "--days", "周三", "--filing", "备字12")
    run("reception", "add", "市一", "--department", "心内科", "--days", "周二、四")
    assert "weekdays    Wed\n" in run("reception", "show", "市一").out
    edited = run("reception", "edit", "市一", "--department", "心内科", "--days", "mon-wed",
                 "--from", "8点30分")  # fmt: skip
    assert "weekdays  Mon-Wed\nhours     from 8:30\n" in edited.out
    assert run("reception", "end", "市一", "--department", "心内科").code == 0
    assert [one["department"] for one in run("reception", "list", "--json").json["rules"]] == [""]
    assert run("reception", "edit", "市一", "--days", "").code == 0
    assert run("reception", "show", "市一", "--json").json["weekdays"] == []


def test_said_again(run: Run) -> None:
    """Nothing there is 3; the same place twice 6; after its end it may be written down again."""
    assert run("reception", "show", "valley").code == 3
    assert run("reception", "list").out == (
        "Nothing is written down yet: repplan reception add ACCOUNT\n"
    )
    assert run("reception", "list", "valley").out == (
        "Nothing is written down yet: repplan reception add valley\n"
    )
    assert run("reception", "add", "valley", "--days", "tue").code == 0
    assert run("reception", "add", "valley", "--days", "wed").code == 6
    assert "It was so already" in run("reception", "edit", "valley", "--days", "tue").out
    assert run("reception", "end", "valley").code == 0
    assert run("reception", "add", "valley", "--days", "wed").code == 0
    assert run("undo").code == 0
    assert run("reception", "show", "valley").code == 3


@pytest.mark.parametrize(
    ("line", "slug"),
    [
        (("--days", "someday"), "bad-value"),
        (("--from", "8"), "bad-time"),
        (("--from", "9:00", "--to", "8:00"), "hours-turned"),
        (("--lead", "-1"), "bad-value"),
        (("--lead", "1.5"), "bad-value"),
        (("--lead-by", "17:00"), "lead-needed"),
        (("--people", "many"), "bad-value"),
        (("--booking", "perhaps"), "bad-value"),
        (("--filing-until", "30 feb"), "bad-day"),
    ],
)
def test_what_is_refused(run: Run, line: tuple[str, ...], slug: str) -> None:
    """Hours, days and numbers that can't be are refused, and nothing is written."""
    answer = run("reception", "add", "valley", *line, "--json")
    assert (answer.code, f'"{slug}"' in answer.err) == (2, True), answer.err
    assert run("reception", "list", "--json").json["rules"] == []


def test_apply_today_for_thursday(run: Run) -> None:
    """On the last day to apply, due says so with the hour and who comes along, until it is asked."""
    run("reception", "add", "valley", *RULE)
    planned = run("visit", "plan", "anjali", "--at", "thu 8:30", "--with", "amy", "--json")
    ref = planned.json["visit"]["ref"]
    monday = run("due", now="2026-11-23T07:05:00-06:00")
    assert "CLOCK" not in monday.out
    today = run("due").masked
    assert "CLOCK  by 17:00" in today
    assert "apply for Thu, with Chu" in today
    assert "visit ask v-*\n" in today
    item = run("due", "--json").json["items"][0]
    assert (item["group"], item["kind"], item["due_on"]) == ("clocks", "apply", "2026-11-24")
    late = run("due", now="2026-11-24T17:30:00-06:00").out
    assert "CLOCK  too late" in late
    run("visit", "amend", ref, "--appointment", "asked")
    assert "CLOCK" not in run("due").out


def test_who_is_missing(run: Run) -> None:
    """Where two of us are wanted and nobody comes along yet, the clock says so."""
    run("reception", "add", "valley", *RULE)
    run("visit", "plan", "anjali", "--at", "thu 8:30", "--because", "Amy is asked")
    assert "apply for Thu, 1 more needed" in run("due").out


@pytest.mark.parametrize(
    ("until", "when"),
    [
        ("2026-11-24", "0d left"),
        ("2026-12-06", "12d left"),
        ("2026-12-24", "30d left"),
        ("2026-12-25", ""),
        ("2026-11-23", "ran out"),
    ],
)
def test_a_filing_that_runs_out(run: Run, until: str, when: str) -> None:
    """A filing is a clock from 30 days before its last day on, and after it."""
    run("reception", "add", "valley", "--filing", "F-1")
    # A day gone by is no day to come: it is written as what it was.
    run("reception", "edit", "valley", "--filing-until", until, now="2026-11-01T07:05:00-06:00")
    out = run("due").out
    assert (f"CLOCK  {when}" in out) if when else ("CLOCK" not in out)


@pytest.mark.usefixtures("people")
def test_a_lead_of_months_is_a_clock_too(run: Run) -> None:
    """What must be applied for today is told, however far ahead the visit is."""
    run("reception", "add", "valley", "--lead", "100")
    assert run("visit", "plan", "anjali", "--at", "2027-04-13 9:00").code == 0
    assert "apply for" in run("due").out


def test_a_filing_near_its_end_names_the_command(run: Run) -> None:
    """What due points to says how the renewal is noted, and that command can be typed."""
    line = ("reception", "add", "valley", "--filing", "F-1", "--filing-until")
    assert run(*line, "2026-12-06").code == 0
    (item,) = (one for one in run("due", "--json").json["items"] if one["kind"] == "filing")
    said = run(*item["next"].split()).out.splitlines()[-1]
    head, _name, command = said.partition("repplan ")
    assert (head, command.split()[-1]) == ("Once it is renewed: ", "2027-12-06")
    assert run(*command.split()).code == 0
    assert "Once it is renewed" not in run("reception", "show", "valley").out
