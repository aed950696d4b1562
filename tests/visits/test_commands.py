"""``repplan visit plan|amend|cancel`` as a rep types it: each answer word for word."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.visits.typed import amended, lines, plan, rp_ref, shown

if TYPE_CHECKING:
    from tests.conftest import Run


def test_plan(rp: Run) -> None:
    """A plan says whom, when with weekday and ISO date, how long and where, and how to undo it."""
    done = rp(
        "visit", "plan", "patel", "--at", "fri 8:40", "--minutes", "10", "--with", "amy",
        "--purpose", "demo", "--agreed-with", "Dana",
    )  # fmt: skip
    ref = shown(rp, "patel")["ref"]
    assert lines(done) == [
        f"Anjali Patel, MD, Amy Reed  planned  Fri 2026-11-27 08:40, 10 min  {ref[:6]}",
        "at           Valley Cardiology",
        "purpose      demo",
        "appointment  agreed with Dana",
    ]
    assert done.out.splitlines()[-1].startswith("Saved. Take it back: repplan undo b-")
    assert done.err == ""
    assert rp("undo").code == 0
    assert rp("visit", "show", "patel").code == 3


def test_plan_a_group(rp: Run) -> None:
    """An account or a department is a group: heads are counted, the place is told."""
    done = rp("visit", "plan", "ward@valley", "--at", "1 dec 12:00", "--heads", "12")
    ref = shown(rp, "ward")["ref"]
    assert lines(done) == [
        f"ward  planned  Tue 2026-12-01 12:00, 12 people  {ref[:6]}",
        "at           Valley Cardiology, ward",
        "origin       group",
        "appointment  wished",
    ]
    assert plan(rp, "valley", "2 dec")["providers"] == []


def test_plan_in_chinese_words(rp: Run) -> None:
    """Names, titles and days are taken as they are said in Chinese."""
    visit = plan(rp, "王主任", "明天9点10分")
    assert (visit["date"], visit["start"]) == ("2026-11-25", "2026-11-25T15:10:00Z")


def test_plan_json(rp: Run) -> None:
    """A planned visit as JSON has every field, whole refs, instants in UTC; unknown is null."""
    objective = json.loads(rp("objective", "add", "patel", "she names one patient", "--json").out)[
        "objective"
    ]
    visit = plan(rp, "patel", "fri 8:40", "--objective", "patient", "--channel", "phone")
    people = [{"ref": rp_ref(rp, "patel"), "name": "Anjali Patel, MD"}]
    blank = (
        "outcome", "minutes_planned", "minutes", "purpose", "heads", "origin", "agreed_with",
        "cancelled_by", "department", "said", "agreed", "reading", "rival", "next_on", "typed",
    )  # fmt: skip
    assert visit == {
        **dict.fromkeys(blank),
        "ref": visit["ref"],
        "state": "planned",
        "date": "2026-11-27",
        "start": "2026-11-27T14:40:00Z",
        "channel": "phone",
        "appointment": "wished",
        "providers": people,
        "account": "Valley Cardiology",
        "objective": {"ref": objective["ref"], "what": "she names one patient"},
        "products": [],
        "objections": [],
        "value_given": [],
        "follow_ups": [],
    }
    assert len(visit["ref"]) == 10
    assert shown(rp, visit["ref"]) == visit


@pytest.mark.parametrize(
    ("line", "code", "err"),
    [
        (
            ("patel", "--at", "yesterday"),
            2,
            "2026-11-23 has gone by.\nThat is: repplan log patel --at yesterday\n",
        ),
        (
            ("patel", "--at", "7:00"),
            2,
            "2026-11-24 07:00 has gone by.\nThat is: repplan log patel --at 7:00\n",
        ),
        (
            ("patel", "--at", "fri 25:00"),
            2,
            "“25:00” is no time I know.\nTry 8:40, 840, 2pm, 14:20, 9点10分.\n",
        ),
        (
            ("patel",),
            2,
            "Missing option '--at'.\n  when: fri 8:40, tomorrow 2pm, 12月1日9点\nSee: repplan visit plan --help\n",
        ),
        (
            ("patel", "--at", "fri", "--purpose", "chat"),
            2,
            (
                "“chat” is no value of “purpose”.\n"
                "Use one of: talk, case, demo, training, department meeting, problem.\n"
            ),
        ),
        (
            ("patl", "--at", "fri"),
            3,
            (
                "Nobody and nothing here is called “patl”.\n  Anjali Patel, MD\n"
                "Try: repplan find patl\n"
            ),
        ),
        (
            ("patl@valley", "--at", "fri"),
            3,
            (
                "Nobody and nothing here is called “patl@valley”.\n  Anjali Patel, MD\n"
                "Try: repplan find patl@valley\n"
            ),
        ),
        (
            ("patel", "--at", "fri", "--objective", "nothing"),
            3,
            "No objective fits “nothing”.\nSee what is open: repplan objective list\n",
        ),
    ],
)
def test_plan_refused(rp: Run, line: tuple[str, ...], code: int, err: str) -> None:
    """What can't be planned is said exactly, with the way on, and nothing is written."""
    done = rp("visit", "plan", *line)
    assert (done.code, done.out, done.err) == (code, "", err)
    assert json.loads(rp("visit", "list", "--json").out) == {"visits": []}


def test_plan_twice(rp: Run) -> None:
    """One plan per provider and day: the first is named."""
    ref = plan(rp)["ref"]
    done = rp("visit", "plan", "patel", "--at", "fri 15:00")
    assert (done.code, done.out) == (6, "")
    assert done.err == (
        f"Anjali Patel, MD is already planned on 2026-11-27 ({ref}).\n"
        f'Move it with: repplan visit amend {ref} --at "fri 15:00"\n'
    )
    told = json.loads(rp("visit", "plan", "patel", "--at", "fri", "--json").err)
    assert (told["error"], told["ref"]) == ("planned-twice", ref)


def test_plan_remarks(rp: Run) -> None:
    """Outside working hours or across another visit is remarked on, and planned all the same."""
    first = plan(rp, "patel", "fri 8:40", "--minutes", "10")["ref"]
    clash = rp("visit", "plan", "brandt", "--at", "fri 8:45")
    assert (clash.code, clash.err) == (0, f"It overlaps with Patel 08:40 ({first[:6]}).\n")
    hours = ("--from", "9:30", "--to", "10:30", "--what", "dentist", "--json")
    taken = json.loads(rp("timeoff", "add", "fri", *hours).out)["time_off"]["ref"]
    amended = rp("visit", "amend", "patel", "--at", "fri 10:00")
    assert (amended.code, amended.err) == (0, f"It overlaps with dentist 9:30-10:30 ({taken}).\n")
    early = rp("visit", "plan", "brandt", "--at", "mon 6am")
    assert early.err == "Mon 2026-11-30 06:00 is outside your working hours.\n"
    weekend = rp("visit", "plan", "patel", "--at", "sat", "--json")
    remark = "Sat 2026-11-28 is outside your working hours."
    assert weekend.err == f"{remark}\n"
    assert json.loads(weekend.out)["remarks"] == [remark]


def test_plan_for_somebody_elses_objective(rp: Run) -> None:
    """An objective of a provider who isn't in the visit is refused by its rule."""
    told = rp("objective", "add", "patel", "she names one patient", "--json").out
    ref = json.loads(told)["objective"]["ref"]
    done = rp("visit", "plan", "brandt", "--at", "fri", "--objective", ref)
    assert (done.code, done.err) == (
        5,
        (
            "“she names one patient” is an objective of Anjali Patel, MD, "
            "who isn't in this visit.\n"
            "Bring them in with: --with\n"
        ),
    )


def test_amend(rp: Run) -> None:
    """Only what is given changes: a time keeps the day, a day the time; minutes are the planned."""
    ref = plan(rp, "patel", "fri 8:40", "--minutes", "10")["ref"]
    done = rp("visit", "amend", "patel", "--at", "9:15", "--minutes", "20", "--purpose", "case")
    assert lines(done) == [
        f"Anjali Patel, MD  planned  Fri 2026-11-27 09:15, 20 min  {ref[:6]}",
        "at           Valley Cardiology",
        "purpose      case",
        "appointment  wished",
    ]
    assert done.err == ""
    assert amended(rp, "patel", "--at", "mon")["start"] == "2026-11-30T15:15:00Z"
    assert amended(rp, "patel", "--at", "tue 2pm")["start"] == "2026-12-01T20:00:00Z"
    assert amended(rp, "patel", "--purpose", "")["purpose"] is None


def test_amend_remarks(rp: Run) -> None:
    """Moving what was settled with them, and amending what is filed, is remarked on."""
    plan(rp, "patel", "fri 8:40", "--agreed-with", "Dana")
    moved = rp("visit", "amend", "patel", "--at", "9:00")
    assert moved.err == "The old time was settled with them; is the new one? (--appointment)\n"
    again = rp("visit", "amend", "patel", "--at", "6:00", "--appointment", "confirmed")
    assert again.err == "Fri 2026-11-27 06:00 is outside your working hours.\n"
    rp("log", "brandt", "well", "--at", "yesterday")
    assert rp("visit", "amend", "brandt", "--filed").err == ""
    filed = rp("visit", "amend", "brandt", "--said", "very well")
    assert filed.err == "It is filed: amend it in your company's system too.\n"
    assert (shown(rp, "brandt")["state"], shown(rp, "brandt")["said"]) == ("filed", "very well")


def test_amend_means_the_visit_it_fits(rp: Run) -> None:
    """What was said is of the last visit, an appointment of the next; a time may be of either."""
    soon = plan(rp, "patel", "fri 8:40")["ref"]
    rp("log", "patel", "short", "--at", "2026-11-17 9:00")
    last = shown(rp, "patel")["ref"]
    assert amended(rp, "patel", "--said", "long")["ref"] == last
    assert amended(rp, "patel", "--appointment", "confirmed")["ref"] == soon
    done = rp("visit", "amend", "patel", "--at", "10:00")
    assert done.code == 4
    assert done.err.splitlines()[:3] == [
        "“patel” could be 2 of them:",
        f"  2026-11-27  08:40  Anjali Patel, MD  planned  {soon[:6]}",
        f"  2026-11-17  09:00  Anjali Patel, MD  seen  {last[:6]}",
    ]
    assert amended(rp, last, "--at", "mon 10:00")["start"] == "2026-11-23T16:00:00Z"


@pytest.mark.parametrize(
    ("ref", "change", "code", "err"),
    [
        ("patel", (), 2, "What to change is missing."),
        ("patel", ("--outcome", "seen"), 3, "No visit fits “patel”."),
        ("{ref}", ("--outcome", "seen"), 5, "{ref} isn't logged yet."),
        ("{ref}", ("--filed",), 5, "{ref} isn't logged yet."),
        ("patel", ("--at", "yesterday"), 2, "2026-11-23 08:40 has gone by."),
        ("patel", ("--channel", ""), 2, "Channel is missing."),
        ("patel", ("--at", "someday"), 2, "“someday” is no day I know."),
    ],
)
def test_amend_refused(rp: Run, ref: str, change: tuple[str, ...], code: int, err: str) -> None:
    """What can't be changed is refused with its reason, and the visit stays as it was."""
    before = plan(rp)
    done = rp("visit", "amend", ref.format(**before), *change)
    assert (done.code, done.err.splitlines()[0]) == (code, err.format(**before))
    assert shown(rp, before["ref"]) == before


def test_cancel(rp: Run) -> None:
    """A visit called off says by whom and why; its day is free again."""
    ref = plan(rp)["ref"]
    done = rp("visit", "cancel", "patel", "--by", "them", "--because", "on leave")
    assert lines(done) == [
        f"Anjali Patel, MD  cancelled  Fri 2026-11-27 08:40  {ref[:6]}",
        "at           Valley Cardiology",
        "appointment  cancelled by them",
        "because      on leave",
    ]
    assert shown(rp, ref)["cancelled_by"] == "them"
    again = rp("visit", "cancel", ref)
    assert (again.code, json.loads(rp("visit", "cancel", ref, "--json").err)["error"]) == (
        5,
        "not-planned",
    )
    done = rp("visit", "amend", ref, "--purpose", "demo")
    assert (done.code, done.err) == (
        5,
        (
            f"{ref} was called off: it stays as it was.\n"
            "Plan it anew with: repplan visit plan WHO --at WHEN\n"
        ),
    )
    plan(rp, "patel", "fri 10:00")
