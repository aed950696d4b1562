"""The queue: who is in which group, in what order, and that a bound changes nothing but length."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from repplan.clock import read_clock
from repplan.day import Group
from repplan.due.queries import queue

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from tests.conftest import Run

NOON = "2026-11-24T12:00:00-06:00"
EVENING = "2026-11-24T18:00:00-06:00"


def items(run: Run, *argv: str, now: str = "2026-11-24T07:05:00-06:00") -> list[dict[str, object]]:
    """Return the items of ``due --json``."""
    said = run("due", *argv, "--json", now=now)
    assert said.code == 0, said.err
    found: list[dict[str, object]] = json.loads(said.out)["items"]
    return found


def groups(run: Run, *argv: str, now: str = "2026-11-24T07:05:00-06:00") -> list[tuple[str, str]]:
    """Return (group, provider) of each item, in order."""
    return [
        (str(item["group"]), item["provider"]["name"] if item["provider"] else "")  # type: ignore[index]  # an object by contract
        for item in items(run, *argv, now=now)
    ]


@pytest.fixture
def typed(run: Run, store: Path) -> Run:  # noqa: ARG001 - the store is where it happens
    """Return ``run`` on a store with four people: one cold, one seen lately, two never met."""
    for argv in (
        ("provider", "add", "Lucia Ruiz", "--tier", "A", "--last-seen-on", "2026-09-21"),
        ("provider", "add", "Bola Adeyemi", "--tier", "A", "--last-seen-on", "2026-11-20"),
        ("provider", "add", "Grace Lee", "--account", "Valley Cardiology"),
        ("provider", "add", "Daniel Cho", "--tier", "B", "--account", "Valley Cardiology"),
    ):
        assert run(*argv).code == 0, argv
    return run


def test_an_empty_queue_says_how_to_fill_it(run: Run, store: Path) -> None:  # noqa: ARG001 - as above
    """Nothing due is an answer, with one next step."""
    said = run("due")
    assert (said.code, said.err) == (0, "")
    assert said.out == (
        "Tue 24 Nov 07:05    0 visits    you owe nothing\n"
        "Nothing is due. repplan visit plan WHO --at WHEN puts something in the day.\n"
    )


def test_cold_is_whoever_passed_the_ideal_gap(typed: Run) -> None:
    """64 days is past an A's 28; 4 days is not; nobody never met is overdue."""
    (item,) = items(typed)
    assert item | {"ref": ""} == {
        "ref": "",
        "group": "reconnect",
        "kind": "cadence",
        "what": "",
        "provider": item["provider"],
        "account": None,
        "due_on": "2026-10-19",
        "overdue_days": 36,
        "score": 38.0,
        "why": [
            {"term": "gap", "value": 36, "weight": 0.5, "points": 18.0},
            {"term": "maximum", "value": 8, "weight": 1.0, "points": 8.0},
            {"term": "tier", "value": 3, "weight": 4.0, "points": 12.0},
        ],
        "next": "plan day --pin ruiz",
        "at": None,
        "due_at": None,
    }


def test_a_planned_visit_takes_somebody_out_of_the_cold(typed: Run) -> None:
    """Who will be seen isn't getting cold, whenever that is."""
    assert typed("visit", "plan", "ruiz", "--at", "3 dec").code == 0
    assert groups(typed) == []
    assert groups(typed, "--ahead", "2w") == [("ahead", "Lucia Ruiz")]


def test_never_met_are_offered_where_the_day_is(typed: Run) -> None:
    """Of those never met only the ones at today's stops come up, at most three."""
    assert typed("visit", "plan", "cho", "--at", "9:00").code == 0
    assert groups(typed) == [
        ("today", "Daniel Cho"),
        ("reconnect", "Lucia Ruiz"),
        ("reconnect", "Grace Lee"),
    ]


def test_promises_by_score_and_each_once(typed: Run) -> None:
    """Due today first, then one to somebody seen today before the same to somebody who isn't."""
    for who, day in (("cho", "fri"), ("adeyemi", "fri"), ("ruiz", "today")):
        assert typed("followup", "add", who, f"paper for {who}", "--due", day).code == 0
    assert typed("visit", "plan", "cho", "--at", "9:00").code == 0
    found = items(typed, "owed", now="2026-11-24T08:00:00-06:00")
    assert [(item["what"], item["next"]) for item in found] == [
        ("paper for ruiz", "no visit planned"),
        ("paper for cho", "hand over at 9:00"),
        ("paper for adeyemi", "no visit planned"),
    ]
    every = items(typed)
    assert len({item["ref"] for item in every}) == len(every)
    assert all(
        item["score"] == round(sum(term["points"] for term in item["why"]), 2)  # type: ignore[attr-defined]  # a list by contract
        for item in every
    )


def test_a_promise_far_off_is_ahead(typed: Run) -> None:
    """What is due in three weeks waits in ahead, unless its person is seen today."""
    assert typed("followup", "add", "cho", "the registry", "--due", "+20d").code == 0
    assert groups(typed, "owed") == []
    assert ("ahead", "Daniel Cho") in groups(typed, "--ahead", "30d")
    assert typed("visit", "plan", "cho", "--at", "9:00").code == 0
    assert groups(typed, "owed") == [("promises", "Daniel Cho")]


def test_a_visit_gone_by_asks_to_be_logged(typed: Run) -> None:
    """It is neither actual nor scheduled; the day after it stands behind the day's own visits."""
    assert typed("visit", "plan", "cho", "--at", "9:00").code == 0
    assert [item["next"] for item in items(typed, "today", now=NOON)] == ["log it, or cancel it"]
    tomorrow = items(typed, "today", now="2026-11-25T07:00:00-06:00")
    assert [(item["kind"], item["overdue_days"]) for item in tomorrow] == [("unlogged", 1)]
    assert typed("visit", "cancel", "cho", now=EVENING).code == 0
    assert items(typed, "today", now=EVENING) == []


def test_the_evening_opens_with_what_is_not_logged(typed: Run) -> None:
    """After working hours the day's unlogged visits come first on the screen."""
    assert typed("visit", "plan", "cho", "--at", "9:00").code == 0
    assert typed("followup", "add", "cho", "the registry", "--due", "today").code == 0
    lines = typed("due", now=EVENING).out.splitlines()
    assert lines[0] == "Tue 24 Nov 18:00    1 to log    you owe 1"
    assert lines[1].startswith("TODAY   9:00       Cho B")


def test_no_next_step_is_an_open_relationship_with_nothing_ahead(typed: Run) -> None:
    """Seen last week, no tier, no plan, no promise: nothing calls them back."""
    assert typed("log", "lee", "nice talk", now=NOON).code == 0
    now = "2026-11-30T07:05:00-06:00"
    assert ("no-next-step", "Grace Lee") in groups(typed, now=now)
    assert typed("followup", "add", "lee", "the paper", now=now).code == 0
    assert ("no-next-step", "Grace Lee") not in groups(typed, now=now)


def test_colleagues_are_nobody_to_visit(typed: Run) -> None:
    """The rep's own team never gets cold."""
    assert typed("provider", "add", "Amy Novak", "--role", "colleague", "--tier", "A",
                 "--last-seen-on", "2026-01-01").code == 0  # fmt: skip
    assert ("reconnect", "Amy Novak") not in groups(typed)


def test_a_bound_never_changes_who_is_best(run: Run, store: Path, db: sqlite3.Connection) -> None:  # noqa: ARG001 - as above
    """The screen's few are the first of all: reading less gives the same beginning."""
    for number in range(24):
        tier = "ABC"[number % 3]
        seen = f"2026-0{number % 6 + 1}-{number + 1:02}"
        own = ("--ideal-days", "20") if number % 7 == 0 else ()
        assert run("provider", "add", f"Person {chr(65 + number)}ish", "--tier", tier,
                   "--last-seen-on", seen, *own).code == 0  # fmt: skip
    assert run("objective", "add", "person cish", "she names a patient").code == 0
    every = queue(db, read_clock(), language="en").of(Group.RECONNECT)
    few = queue(db, read_clock(), language="en", most=5).of(Group.RECONNECT)
    assert len(every) == 24
    assert [item.ref for item in few] == [item.ref for item in every[: len(few)]]
    assert len(few) >= 5


@pytest.mark.parametrize("word", ["owed", "promises", "欠的", "OWED"])
def test_a_group_is_named_in_either_language(typed: Run, word: str) -> None:
    """Group words are understood whatever the language of the screen."""
    assert typed("followup", "add", "cho", "the registry", "--due", "today").code == 0
    assert groups(typed, word) == [("promises", "Daniel Cho")]


def test_why_prints_the_sum(typed: Run) -> None:
    """``--why`` shows each term as value × weight = points, and their sum."""
    said = typed("due", "--why", "ruiz")
    assert said.out.splitlines()[1:] == [
        "       days past the ideal gap            36 x 0.5 = 18",
        "       days past the maximum              8 x 1 = 8",
        "       tier                               3 x 4 = 12",
        "       score                              38",
    ]


def test_who_is_not_in_the_queue_is_answered_with_nothing(typed: Run) -> None:
    """Asking about somebody with nothing due is no error; about nobody it is."""
    assert typed("due", "adeyemi").out.startswith("Nothing is due.")
    assert typed("due", "zzyzx").code == 3


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("they",), "Nothing in THEY.\n"),
        (("owed",), "Nothing in OWED.\n"),
        (("等他",), "Nothing in THEY.\n"),
        (("stuck", "--why"), "Nothing in STUCK.\n"),
        (("they", "--lang", "zh_CN"), "「等他」里没有。\n"),
    ],
)
def test_an_empty_group_is_named(typed: Run, argv: tuple[str, ...], said: str) -> None:
    """Nothing in one group isn't nothing due: the answer names the group."""
    done = typed("due", *argv)
    assert (done.code, done.out, done.err) == (0, said, "")


def test_walking_needs_a_terminal(typed: Run) -> None:
    """Without a terminal there is nobody to press keys."""
    said = typed("due", "--walk")
    assert (said.code, said.err.splitlines()[0]) == (
        2,
        "due --walk asks and waits for keys: it needs a terminal.",
    )


def test_promises_to_those_who_left_are_apart(typed: Run) -> None:
    """One line that says how to end them; nothing of it is owed, late or waited for."""
    for who, what, *more in (
        ("ruiz", "the reprint", "--due", "2026-11-30"),
        ("ruiz", "a table", "--due", "2026-12-01"),
        ("ruiz", "names a patient", "--due", "2026-11-30", "--by", "them"),
        ("grace", "a poster", "--due", "2026-11-30"),
        ("cho", "a call", "--due", "2026-11-30"),
    ):
        assert typed("followup", "add", who, what, *more).code == 0, (who, what)
    left = typed("provider", "retire", "ruiz")
    assert sorted(left.masked.splitlines()[2:5]) == [
        "  still open: a table  followup waive f-*",
        "  still open: names a patient  followup waive f-*",
        "  still open: the reprint  followup waive f-*",
    ]
    assert typed("provider", "retire", "grace").code == 0
    later = "2026-12-14T07:05:00-06:00"
    told = typed("due", "--json", now=later).json["items"]
    assert [one["what"] for one in told if one["group"] in {"promises", "waiting"}] == ["a call"]
    (gone,) = [one for one in told if one["kind"] == "left"]
    assert gone["what"] == "left: 3 promises with Ruiz, 1 promise with Lee"
    assert gone["next"].startswith("followup waive f-")
    screen = typed("due", now=later).masked
    assert "you owe 1, 1 late\n" in screen
    assert " left: 3 promises with Ruiz, 1 promi" in screen
    for _time in range(4):
        (gone,) = [
            one for one in typed("due", "--json", now=later).json["items"] if one["kind"] == "left"
        ]
        assert typed(*gone["next"].split(), now=later).code == 0
    assert not [
        one for one in typed("due", "--json", now=later).json["items"] if one["kind"] == "left"
    ]


def test_a_full_screen_owes_nothing_to_those_who_left(typed: Run) -> None:
    """Also where late promises fill it, those who left are neither counted nor shown."""
    for number in range(30):
        line = ("followup", "add", "cho", f"article {number}", "--due", "2026-11-25")
        assert typed(*line).code == 0
    for number, due in enumerate(("2026-11-25", "2026-12-15")):
        assert typed("followup", "add", "ruiz", f"poster {number}", "--due", due).code == 0
    assert typed("provider", "retire", "ruiz").code == 0
    screen = typed("due", now="2026-12-14T07:05:00-06:00").out
    assert "poster" not in screen
    assert "you owe 30, 30 late" in screen
    assert "left: 1 promise with Ruiz" in screen
