"""``repplan can``, and what planning refuses because of it: word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.store.write import insert
from tests.conftest import Run

if TYPE_CHECKING:
    from tests.conftest import Writing

pytestmark = pytest.mark.usefixtures("people")

SEEN = ("2025-12-01", "2026-03-02", "2026-10-06")


def _seen(run: Run, *days: str) -> None:
    """Log a visit to Anjali Patel on each of these days."""
    for day in days:
        answer = run("log", "anjali", f"went well on {day}", "--at", day, "--yes")
        assert answer.code == 0, answer.err


def test_yes(run: Run) -> None:
    """Without rules everything is allowed, in a line; JSON says the same and has every field."""
    assert run("can", "anjali").out == (
        "yes  Anjali Patel, MD: visit on Tue 24 Nov\n  no rule is known here\n"
    )
    said = run("can", "anjali", "--on", "fri", "--json").json
    assert (said["answer"], said["for"], said["on"]) == ("yes", "visit", "2026-11-27")
    assert said["reasons"] == []
    assert said["next"] == {
        "step": None,
        "text": None,
        "on": "2026-11-27",
        "apply_on": None,
        "apply_by": None,
    }


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (("nobody",), 3),
        (("patel",), 4),
        (("anjali", "--for", "dinner"), 2),
        (("anjali", "--on", "firday"), 2),
    ],
)
def test_bad_input(run: Run, line: tuple[str, ...], code: int) -> None:
    """A wrong name, purpose or day is refused in one line, as everywhere."""
    assert run("can", *line).code == code


def test_the_cap(run: Run) -> None:
    """The third unsolicited visit is counted down; the fourth is refused with count, day and source."""
    run("config", "set", "policy", "uk")
    _seen(run, *SEEN[1:])
    two = run("can", "anjali")
    assert two.out.startswith(
        "yes  Anjali Patel, MD: visit on Tue 24 Nov\n"
        "  told    2 of 3 unsolicited visits in 12 months; the oldest falls out Tue 2 Mar\n"
        "          2027\n"
        "          Rule: visits.unsolicited_max (ABPI Code of Practice"
    )
    _seen(run, SEEN[0])
    three = run("can", "anjali")
    assert three.code == 0
    assert three.out.startswith(
        "no  Anjali Patel, MD: visit on Tue 24 Nov\n"
        "  blocks  3 of 3 unsolicited visits in 12 months: the next from Tue 1 Dec\n"
    )
    assert three.out.endswith("next: possible from Tue 1 Dec\n")
    refused = run("visit", "plan", "anjali", "--at", "fri")
    assert refused.code == 5
    assert "Rule: visits.unsolicited_max; source: ABPI" in refused.err
    assert "Next: possible from Tue 1 Dec." in refused.err
    assert run("visit", "list", "--state", "planned", "--json").json["visits"] == []
    assert run("visit", "plan", "anjali", "--at", "fri", "--origin", "requested").code == 0
    assert run("visit", "plan", "anjali", "--at", "2026-12-01").code == 0


def test_the_cap_in_due_and_brief(run: Run) -> None:
    """Who is at the cap isn't proposed before its day; the brief has it as a stop."""
    run("config", "set", "policy", "uk")
    run("config", "set", "cadence.a", "28/40")
    run("provider", "edit", "anjali", "--last-seen-on", "2026-09-01")
    _seen(run, *SEEN)
    assert "not before Tue 1 Dec" in run("due").out
    assert "plan day --pin" not in run("due").out
    assert "STOP   3 of 3 unsolicited visits in 12 months: the next from Tue 1 Dec" in (
        run("brief", "anjali").out
    )
    run("config", "set", "policy", "none")
    assert "plan day --pin" in run("due").out


def test_reception(run: Run) -> None:
    """A day on which they don't receive is refused with the next one; the cold are planned for it."""
    run("reception", "add", "valley", "--days", "tue,thu", "--lead", "2", "--source", "the gate")
    said = run("can", "anjali", "--on", "wed")
    assert said.out == (
        "no  Anjali Patel, MD: visit on Wed 25 Nov\n"
        "  blocks  Valley Cardiology receives on Tue, Thu only, not on Wed 25 Nov\n"
        "          Rule: reception.weekday (the gate)\n"
        "  blocks  Valley Cardiology wants an application 2 working days ahead: too late\n"
        "          for Wed 25 Nov\n"
        "          Rule: reception.lead (the gate)\n"
        "next: apply today for Thu 26 Nov\n"
    )
    assert run("can", "anjali", "--on", "thu").out.endswith("next: apply today for Thu 26 Nov\n")
    refused = run("visit", "plan", "anjali", "--at", "wed 9:00")
    assert refused.code == 5
    assert "Rule: reception.weekday; source: the gate." in refused.err
    assert run("visit", "plan", "anjali", "--at", "thu 8:30").code == 0
    moved = run("visit", "amend", "anjali", "--at", "fri 8:30")
    assert moved.code == 5
    assert run("visit", "plan", "valley", "--at", "2026-12-02").code == 5
    assert run("visit", "plan", "valley", "--at", "2026-12-03").code == 0


def test_a_warning_needs_a_reason(run: Run) -> None:
    """What is warned of is planned for a reason, which is kept; without a terminal it is asked for."""
    run("reception", "add", "valley", "--people", "2")
    refused = run("visit", "plan", "anjali", "--at", "fri")
    assert refused.code == 5
    assert "Valley Cardiology wants 2 of us: 1 so far. Rule: reception.people" in refused.err
    assert "--because TEXT" in refused.err
    assert run("visit", "plan", "anjali", "--at", "fri", "--with", "amy").code == 0
    assert run("visit", "plan", "anjali", "--at", "2026-12-02", "--because", "alone").code == 0


def test_the_override_is_kept(run: Run, writing: Writing) -> None:
    """The rule and the reason stand beside the visit; undo takes both back."""
    run("reception", "add", "valley", "--people", "2")
    planned = run("visit", "plan", "anjali", "--at", "fri", "--because", "Dana agreed", "--json")
    assert planned.code == 0
    with writing() as work:
        rows = [tuple(row) for row in work.db.execute("SELECT rule, tbl, reason FROM override")]
    assert rows == [("reception.people", "visit", "Dana agreed")]
    assert run("undo").code == 0
    with writing() as work:
        assert work.db.execute("SELECT count(*) FROM override").fetchone()[0] == 0


def test_no_see(run: Run) -> None:
    """Who sees no reps can't be planned but on their own wish, and due names another way."""
    run("provider", "edit", "anjali", "--state", "no-see")
    said = run("can", "anjali").out
    assert said.startswith("no")
    assert "next: ask whether they want to be written to or called" in said
    assert run("visit", "plan", "anjali", "--at", "fri").code == 5
    assert run("visit", "plan", "anjali", "--at", "fri", "--origin", "requested").code == 0
    run("undo")
    late = run("due", now="2027-02-24T07:05:00-06:00").out
    assert "sees no reps: write, call" in late


def test_china(run: Run) -> None:
    """Under cn a hospital without a known filing is told, with one that ran out refused."""
    run("config", "set", "policy", "cn")
    run("account", "edit", "市一", "--kind", "hospital")
    told = run("can", "王建国").out
    assert told.startswith("yes")
    assert "no filing of ours is noted at 市一医院" in told
    run("reception", "add", "市一", "--days", "周二,周四")
    told = run("can", "王建国").out
    assert told.startswith("yes")
    assert "no filing of ours is noted at 市一医院" in told
    run("reception", "edit", "市一", "--filing", "备字12", "--filing-until", "2026-11-30")
    assert run("can", "王建国", "--on", "thu").out.startswith("yes")
    assert "has run out" in run("can", "王建国", "--on", "2026-12-01").out
    zh = run("--lang", "zh_CN", "can", "王建国", "--on", "周三")
    assert zh.code == 0


def test_samples(run: Run) -> None:
    """Samples are off at first; on, the licence and the stock are looked at."""
    assert "samples.off" in run("can", "anjali", "--for", "sample").out
    run("config", "set", "samples", "on")
    run("config", "set", "policy", "us")
    said = run("can", "anjali", "--for", "sample")
    assert said.out.startswith("no")
    assert "their licence: missing" in said.out
    assert "you have none left that hasn't expired" in said.out


@pytest.fixture
def spent(writing: Writing, people: object) -> None:  # noqa: ARG001 - who is spent on
    """Give Anjali Patel 120 dollars in 2026."""
    with writing() as work:
        who = work.db.execute("SELECT id FROM provider WHERE name LIKE 'Anjali%'").fetchone()[0]
        row: dict[str, str | int | None] = {"on_date": "2026-05-05", "minor": 12_000, "currency": "USD", "nature": "food",
               "heads": 1}  # fmt: skip
        spend, _ref = insert(work, "spend", row)
        insert(work, "spend_share", {"spend_id": spend, "provider_id": who, "minor": 12_000})


@pytest.mark.usefixtures("spent")
def test_a_meal(run: Run) -> None:
    """The year's total is told before it is passed, with what is left."""
    run("config", "set", "policy", "us")
    said = run("can", "anjali", "--for", "meal").out
    assert said.startswith("yes")
    assert "120.00 of 138.13 USD given in 2026: 18.13 left" in " ".join(said.split())
    assert run("can", "dev", "--for", "meal").out.count("0.00 of 138.13") == 1


def test_a_past_day(run: Run) -> None:
    """A day gone by is no."""
    said = run("can", "anjali", "--on", "2026-11-02").out
    assert said.startswith(
        "no  Anjali Patel, MD: visit on Mon 2 Nov\n  blocks  Mon 2 Nov has gone by\n"
    )


def test_a_visit_that_is_planned(run: Run) -> None:
    """To today's own visit it says yes, with its hour and what was said to it; rules still speak."""
    planned = ("visit", "plan", "anjali", "--at", "today 8:40")
    assert run(*planned).code == 0
    (one,) = run("visit", "list", "--json").json["visits"]
    ref = one["ref"][:6]
    assert run("can", "anjali").out == (
        "yes  Anjali Patel, MD: visit on Tue 24 Nov\n"
        f"  told    it is planned: 8:40, wished ({ref})\n"
        "          Rule: visits.planned (what you wrote down)\n"
    )
    assert (
        run("visit", "amend", "anjali", "--appointment", "agreed", "--agreed-with", "Dana").code
        == 0
    )
    assert f"it is planned: 8:40, agreed with Dana ({ref})\n" in run("can", "anjali").out
    assert run("can", "anjali", "--json").json["answer"] == "yes"
    assert run(*planned).code == 6
    run("reception", "add", "valley", "--from", "10:00", "--source", "the gate")
    said = run("can", "anjali").out
    assert said.startswith("no  Anjali")
    assert "Valley Cardiology receives from 10 only" in said


def test_a_warning_says_so_in_the_verdict(run: Run) -> None:
    """What planning wants a reason for is no plain yes; both name the colleague as the way out."""
    run("reception", "add", "valley", "--people", "2")
    said = run("can", "anjali", "--on", "fri").out
    ref = run("can", "anjali", "--json").json["provider"]["ref"][:6]
    assert said == (
        "yes, but  Anjali Patel, MD: visit on Fri 27 Nov\n"
        "  warns   Valley Cardiology wants 2 of us: 1 so far\n"
        "          Rule: reception.people (what you wrote down)\n"
        f"next: take somebody along: repplan visit plan {ref} --at 2026-11-27 --with NAME\n"
    )
    refused = run("visit", "plan", "anjali", "--at", "fri")
    assert refused.code == 5
    assert refused.err.endswith(
        "Take somebody along: --with NAME. If it is right all the same, say why: --because TEXT\n"
    )
    assert run("visit", "plan", ref, "--at", "2026-11-27", "--with", "amy").code == 0
    assert run("can", "anjali", "--on", "fri").out.startswith("yes  Anjali")
    assert run("visit", "plan", "anjali", "--at", "2026-12-02", "--because", "alone").code == 0
    moved = run("visit", "amend", "anjali 2 dec", "--at", "2026-12-03")
    assert (moved.code, "--with" in moved.err) == (5, False)


def test_an_account(run: Run) -> None:
    """A place is answered for as a whole; what concerns a person is not, and says who is there."""
    run("reception", "add", "valley", "--days", "thu", "--source", "the gate")
    said = run("can", "valley")
    assert said.out == (
        "no  Valley Cardiology: visit on Tue 24 Nov\n"
        "  blocks  Valley Cardiology receives on Thu only, not on Tue 24 Nov\n"
        "          Rule: reception.weekday (the gate)\n"
        "next: possible from Thu 26 Nov\n"
    )
    told = run("can", "valley", "--json").json
    assert (told["provider"], told["account"]["name"]) == (None, "Valley Cardiology")
    refused = run("can", "valley", "--for", "email")
    assert refused.code == 3
    assert refused.err == (
        "Valley Cardiology is an account: only a visit can be asked about there.\n"
        "Ask about a person. Who is there: repplan map valley\n"
    )
    assert run("visit", "plan", "valley", "--at", "thu 9:00").code == 0
    assert "it is planned: 9:00" in run("can", "valley", "--on", "thu").out
