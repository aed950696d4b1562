"""Knowledge in the queue: news for those who asked, approvals that ran out; and what both weigh."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from typing import Any

    from repplan.providers.model import Provider
    from tests.conftest import Run

NEWS = ("--kind", "guideline", "--dated", "2026-11-20", "--topic", "renal dosing; 肾功能")
ASKED = (
    ("anjali", "? how about renal dosing by 2026-12-04"),
    ("王建国", "? 肾功能不全怎么用 2026-12-04前"),
    ("lindqvist", "c: renal dosing"),
    ("zhou", "! renal dosing is a mess"),
)


@pytest.fixture
def asked(run: Run, people: dict[str, Provider]) -> Run:  # noqa: ARG001 - who asked
    """Return ``run`` on a store with four who want to know, and the guideline on it."""
    for who, note in ASKED:
        said = run("log", who, note, "--yes", now="2026-11-23T16:00:00-06:00")
        assert said.code == 0, said.err
    assert run("product", "add", "Cardexa").code == 0
    assert run("material", "add", "KDIGO 2026", *NEWS, "--product", "card").code == 0
    return run


def shared(run: Run, *line: str, **env: str) -> list[dict[str, Any]]:
    """Return the items that share news."""
    items = run("due", *line, "--json", **env).json["items"]
    return [item for item in items if item["kind"] == "share"]


def test_news_is_one_line(asked: Run) -> None:
    """Two names and how many more, what it is, and how to see whom."""
    (item,) = shared(asked)
    assert item["ref"].startswith("m-")
    assert item | {"ref": "", "next": ""} == {
        "ref": "", "group": "share", "kind": "share",
        "what": "Patel A, 王建国 + 2: KDIGO 2026", "provider": None, "account": None,
        "due_on": None, "overdue_days": 0, "score": 60.0,
        "why": [
            {"term": "share", "value": 4, "weight": 2.0, "points": 8.0},
            {"term": "asked", "value": 2, "weight": 20.0, "points": 40.0},
            {"term": "tier", "value": 3, "weight": 4.0, "points": 12.0},
        ],
        "next": "", "at": None, "due_at": None,
    }  # fmt: skip
    assert item["next"] == f"material match {item['ref'][:6]}"
    screen = asked("due").masked.splitlines()
    assert any(line.startswith("SHARE  guideline") for line in screen)
    assert asked("due", "share").masked == (
        "SHARE  guideline   Patel A, 王建国 + 2: KDIGO 2026         material match m-*\n"
    )
    assert (
        "       open questions that it answers     2 x 20 = 40\n"
        in asked("due", "share", "--why").out
    )


def test_whoever_has_it_drops_out(asked: Run) -> None:
    """The last one has a line of their own; then there is none, until it is taken back."""
    assert asked("material", "give", "kdigo", "anjali", "王建国", "lindqvist").code == 0
    (item,) = shared(asked)
    assert (item["what"], item["provider"]["name"]) == ("KDIGO 2026", "周一鸣")
    assert item["next"] == f"material give {item['ref'][:6]} 周一鸣"
    assert [one["ref"] for one in shared(asked, "周一鸣")] == [item["ref"]]
    asked("material", "give", "kdigo", "周一鸣")
    assert shared(asked) == []
    asked("undo")
    assert len(shared(asked)) == 1


def test_whom_we_see_today_comes_first(asked: Run) -> None:
    """Their name leads, and the line weighs more."""
    asked("visit", "plan", "zhou", "--at", "today 10:00")
    (item,) = shared(asked)
    assert item["what"].startswith("周一鸣, Patel A + 2: ")
    assert {"term": "today", "value": 1, "weight": 300.0, "points": 300.0} in item["why"]
    assert item["at"] == "10:00"


@pytest.mark.parametrize("kind", ["competitor", "reimbursement"])
def test_news_for_the_rep_is_to_know(asked: Run, kind: str) -> None:
    """What is no doctor's to read is matched, and not given: also where one person waits."""
    assert asked("material", "give", "kdigo", "anjali", "王建国", "lindqvist").code == 0
    assert asked("material", "edit", "kdigo", "--kind", kind).code == 0
    (item,) = shared(asked)
    assert item["next"] == f"material match {item['ref'][:6]}"
    said = asked("material", "match", "kdigo").out
    assert "Know this before you see them: it is not for handing out." in said
    assert "material give" not in said


@pytest.mark.parametrize(
    ("change", "there"),
    [
        ((), 1),
        (("material", "retire", "kdigo"), 0),
        (("product", "retire", "card"), 0),
        (("material", "edit", "kdigo", "--kind", "leaflet"), 0),
        (("material", "edit", "kdigo", "--topic", "dialysis"), 0),
        (("config", "set", "due.share", "3"), 0),
        (("config", "set", "due.share", "4"), 1),
    ],
)
def test_when_news_is_shared(asked: Run, change: tuple[str, ...], there: int) -> None:
    """In use, of a product of ours, dated of late, and about what somebody wants to know."""
    if change:
        assert asked(*change).code == 0
    assert len(shared(asked)) == there


def test_old_news_is_none(asked: Run) -> None:
    """After ninety days it is taken as known; and never before it came out."""
    assert len(shared(asked, now="2027-02-18T07:05:00-06:00")) == 1
    assert shared(asked, now="2027-02-19T07:05:00-06:00") == []
    asked("material", "edit", "kdigo", "--dated", "2026-11-25")
    assert shared(asked) == []


def test_one_screen_and_all_agree(asked: Run) -> None:
    """The line is the same however it is asked for."""
    rows = {
        next(row for row in asked(*line).masked.splitlines() if row.startswith("SHARE"))
        for line in (("due",), ("due", "--all"), ("due", "share"))
    }
    assert len({" ".join(row.split()) for row in rows}) == 1


@pytest.fixture
def stale(run: Run) -> Run:
    """Return ``run`` on a store where approvals end this month."""
    for name in ("Cardexa", "Renexa"):
        assert run("product", "add", name).code == 0
    until = ("--approved-until", "2026-11-30")
    whole = ("--20s", "one", "--claim", "fewer strokes", "--limitation", "not below 15")
    other = ("--20s", "two", "--claim", "fewer falls", "--limitation", "not below 15")
    answer = ("--category", "clinical", "--text", "too new", "--answer", "two years")
    for line in (
        ("message", "add", "card", *whole, *until),
        ("message", "add", "card", *other, "--approved-until", "2026-12-05"),
        ("objection", "add", "card", *answer, *until),
        ("material", "add", "Table", "--product", "renexa", *until),
        ("material", "add", "Map", *until),
        ("message", "add", "renexa", *whole),
    ):
        assert run(*line).code == 0
    return run


def ran_out(run: Run, day: str) -> list[tuple[str, str, int, float]]:
    """Return what ran out by the morning of a day: its line, its first day, late by, its score."""
    items = run("due", "--json", now=f"{day}T07:05:00-06:00").json["items"]
    return [
        (item["what"], item["due_on"], item["overdue_days"], item["score"])
        for item in items
        if item["kind"] == "expired"
    ]


def test_approvals_that_ran_out(stale: Run) -> None:
    """From the day after the last one, a line for each product, however many records."""
    assert ran_out(stale, "2026-11-30") == []
    assert sorted(ran_out(stale, "2026-12-06")) == [
        ("Cardexa: approval ran out: 2 messages, 1 answer", "2026-11-30", 6, 30.0),
        ("Renexa: approval ran out: 1 material", "2026-11-30", 6, 10.0),
        ("approval ran out: 1 material", "2026-11-30", 6, 10.0),
    ]


def test_what_ran_out_is_seen_and_settled(stale: Run) -> None:
    """It stands on the one screen and in its group; a new approval or retiring it settles it."""
    now = "2026-12-01T07:05:00-06:00"
    (line,) = [row for row in stale("due", now=now).out.splitlines() if row.startswith("STUCK")]
    assert " ".join(line.split()) in {
        "STUCK since 1d Cardexa: approval ran out: 1 message, 1 answer product show cardexa",
        "STUCK since 1d Renexa: approval ran out: 1 material product show renexa",
    } or line.startswith("STUCK  since 1d")
    assert len(stale("due", "stuck", now=now).out.splitlines()) == 3
    assert "approvals that ran out" in stale("due", "stuck", "--why", now=now).out
    for settle in (
        ("material", "retire", "table"),
        ("material", "edit", "map", "--approved-until", ""),
        ("product", "retire", "card"),
    ):
        assert stale(*settle, now=now).code == 0
    assert ran_out(stale, "2026-12-06") == []
