"""What to take along today: one line over all visits still to come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.products.knowledge import fill

if TYPE_CHECKING:
    from tests.conftest import Result, Run, Writing

pytestmark = pytest.mark.usefixtures("people")

FIRST = "2026-11-01T09:00:00-06:00"


def must(done: Result) -> Result:
    """Return what a command left; it has to have worked."""
    assert (done.code, done.err) == (0, "")
    return done


def bag(run: Run, *options: str, **env: str) -> list[dict[str, Any]]:
    """Return the items of the bag."""
    items = must(run("due", *options, "--json", **env)).json["items"]
    return [one for one in items if one["group"] == "bag"]


@pytest.fixture
def known(writing: Writing) -> None:
    """Write the product with its materials."""
    with writing(now=FIRST) as work:
        fill(work)


@pytest.mark.usefixtures("known")
def test_one_line_for_the_day(run: Run) -> None:
    """Promises due by today and what the briefs bring, each thing once with how many of it."""
    text = (
        "> the copay sheet by wed; > call Amy by tue; > renal table by fri; > an article in 5 wks"
    )
    must(run("log", "patel@valley", f"{text}; # Cardexa", now=FIRST))
    planned = must(run("visit", "plan", "patel@valley", "--at", "today 8:40", "--json")).json
    must(run("visit", "plan", "dev", "--at", "today 10:00"))
    must(run("visit", "plan", "lindqvist", "--at", "today 11:00"))
    (item,) = bag(run)
    what = "the copay sheet, Renal dosing table, Registry one-pager x2"
    assert item == {
        "ref": planned["visit"]["ref"],
        "group": "bag",
        "kind": "bag",
        "what": what,
        "provider": None,
        "account": None,
        "due_on": "2026-11-24",
        "overdue_days": 0,
        "score": 0,
        "why": [],
        "next": "",
        "at": None,
        "due_at": None,
    }
    lines = must(run("due")).out.splitlines()
    assert f"BAG    {what}" in lines
    assert must(run("due", "bag")).out == f"BAG    {what}\n"


@pytest.mark.usefixtures("known")
def test_no_visit_no_bag(run: Run) -> None:
    """Nothing is packed for a day without visits, nor for a visit that is over."""
    must(run("followup", "add", "patel@valley", "renal table", "--due", "today"))
    assert bag(run) == []
    must(run("visit", "plan", "patel@valley", "--at", "today 8:40"))
    assert len(bag(run)) == 1
    later = must(run("due", "--json", now="2026-11-24T09:30:00-06:00")).json["items"]
    assert [one for one in later if one["group"] == "bag"] == []
    assert "BAG" not in must(run("due", now="2026-11-24T09:30:00-06:00")).out


def test_a_group_is_brought_what_was_promised_there(run: Run) -> None:
    """A visit to an account brings what is owed to it, in the words it was promised."""
    must(run("followup", "add", "oakwood", "two articles", "--due", "today"))
    must(run("visit", "plan", "oakwood", "--at", "today 12:00"))
    (item,) = bag(run)
    assert item["what"] == "two articles"


def test_a_long_bag_is_clipped_on_the_screen_and_whole_alone(run: Run) -> None:
    """One line of the screen; ``due bag`` wraps it."""
    for number in range(4):
        what = f"article number {number} on dosing in the very old"
        must(run("followup", "add", "patel@valley", what, "--due", "today"))
    must(run("visit", "plan", "patel@valley", "--at", "today 8:40"))
    (line,) = [one for one in must(run("due")).out.splitlines() if one.startswith("BAG")]
    assert len(line) <= 80
    assert line.endswith("..")
    whole = must(run("due", "bag")).out
    assert "article number 3" in " ".join(whole.split())
    assert max(len(one) for one in whole.splitlines()) <= 80


@pytest.mark.usefixtures("known")
def test_the_screen_keeps_the_bag(run: Run) -> None:
    """However full the screen is, the bag stands on it, in its place."""
    for number in range(30):
        must(run("followup", "add", "dev", f"promise {number}", "--due", "today"))
    must(run("followup", "add", "patel@valley", "renal table", "--due", "today"))
    must(run("visit", "plan", "patel@valley", "--at", "today 8:40"))
    lines = must(run("due")).out.splitlines()
    labels = [line[:6].strip() for line in lines if line[:6].strip()]
    assert labels.index("OWED") < labels.index("BAG") < labels.index("TODAY")
    assert len(lines) <= 20


def test_in_chinese(run: Run, writing: Writing) -> None:
    """The same with Chinese names and things."""
    with writing(now=FIRST) as work:
        fill(work, "泽康平", is_chinese=True)
    must(
        run(
            "log",
            "王建国",
            "关注:75岁以上低血压;>肾功能剂量表 11月23日前",
            now="2026-11-17T09:00:00-06:00",
        )
    )
    must(run("visit", "plan", "王建国", "--at", "today 9:10"))
    (item,) = bag(run)
    assert item["what"] == "肾功能剂量表, 登记研究单页"
