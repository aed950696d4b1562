"""``repplan account``: what it answers, word for word."""

from __future__ import annotations

import pytest

from tests.conftest import Result, Run

SAVED = "Saved. Take it back: repplan undo b-*\n"


def test_add_and_show(run: Run) -> None:
    """How to get in stands first; long notes wrap under themselves."""
    access = "suite 210, lot C. No bag past the desk. Say 10 min; Dana books Tue 8:30, 7 days ahead"
    assert run(
        *("account", "add", "Valley Cardiology", "--kind", "private practice"),
        *("--city", "Kettering", "--departments", "cardiology; renal", "--access", access),
    ).masked == ("Valley Cardiology, private practice, Kettering  a-*\n" + SAVED)
    assert run("account", "show", "valley").masked == (
        "Valley Cardiology  a-*\n"
        "to get in    suite 210, lot C. No bag past the desk. Say 10 min; Dana books Tue\n"
        "             8:30, 7 days ahead\n"
        "kind         private practice\n"
        "departments  cardiology, renal\n"
        "town         Kettering\n"
    )


@pytest.mark.usefixtures("people")
def test_show_who_works_there(run: Run) -> None:
    """Who works at an account stands under it, by tier, with department and hours."""
    run("provider", "edit", "zhou", "--department", "心内", "--hours", "周二上午")
    assert run("account", "show", "市一").masked == (
        "市一医院  a-*\n"
        "kind  other\n"
        "\n"
        "Who              Tier  Role       Department  Hours     Ref\n"
        "王建国 主任医师  A     physician                        p-*\n"
        "周一鸣                 physician  心内        周二上午  p-*\n"
    )
    answer = run("account", "show", "市一", "--json").json
    assert answer["people"] == 2
    assert [one["name"] for one in answer["providers"]] == ["王建国 主任医师", "周一鸣"]
    assert answer["providers"][1]["hours"] == "周二上午"


def test_parts(run: Run) -> None:
    """An account shows what it is a part of and what is a part of it."""
    run("account", "add", "Oakwood Health", "--kind", "health system")
    assert run("account", "add", "Oakwood Hospital", "--parent", "oakwood health").masked == (
        "Oakwood Hospital  a-*\n  part of Oakwood Health\n" + SAVED
    )
    run("account", "add", "Oakwood Lab", "--parent", "oakwood hospital")
    assert run("account", "show", "oakwood lab").masked == (
        "Oakwood Lab  a-*\npart of  Oakwood Hospital, Oakwood Health\nkind     other\n"
    )
    assert "its parts  Oakwood Hospital\n" in run("account", "show", "oakwood health").out
    assert run("account", "show", "oakwood lab", "--json").json["parent"]["name"] == (
        "Oakwood Hospital"
    )
    assert run("account", "edit", "oakwood health", "--parent", "oakwood lab") == Result(
        5,
        "",
        "Oakwood Health can't be a part of Oakwood Lab: Oakwood Lab is a part of it.\n"
        "Change the parent of Oakwood Lab first.\n",
    )
    assert "part of" not in run("account", "edit", "oakwood lab", "--parent", "").out


@pytest.mark.usefixtures("people")
def test_list(run: Run) -> None:
    """The list counts who works at each; filters add up; closed ones are asked for."""
    run("account", "edit", "valley", "--kind", "clinic", "--city", "Kettering")
    run("account", "retire", "oakwood")
    assert run("account", "list").masked == (
        "Name               Kind    Town       People  Ref\n"
        "Valley Cardiology  clinic  Kettering  1       a-*\n"
        "市一医院           other              2       a-*\n"
    )
    assert "Oakwood Internal Medicine (closed)" in run("account", "list", "--closed").out
    only = run("account", "list", "--kind", "clinic", "--city", "kettering", "--json").json
    assert [(one["name"], one["people"]) for one in only["accounts"]] == [("Valley Cardiology", 1)]
    assert run("account", "list", "--city", "Nowhere").out == "No account fits.\n"


@pytest.mark.usefixtures("people")
def test_edit(run: Run) -> None:
    """Only what is given changes; what is so already isn't written."""
    line = ("account", "edit", "valley", "--name", "Valley Heart", "--access", "side door, ask Jo")
    assert run(*line).masked == "Valley Heart  a-*\n" + SAVED
    assert run("account", "show", "valley heart", "--json").json["access"] == "side door, ask Jo"
    again = run("account", "edit", "valley", *line[3:])
    assert again.masked == "Valley Heart  a-*\nIt was so already: nothing was changed.\n"


@pytest.mark.usefixtures("people")
def test_retire(run: Run) -> None:
    """A closed account leaves the list, is closed once, and can be opened again by its ref."""
    ref = run("account", "show", "valley", "--json").json["ref"]
    assert run("account", "retire", "valley").masked == (
        "Valley Cardiology  a-*\n  Closed. Its visits, promises and people stay.\n" + SAVED
    )
    assert run("account", "show", "valley").code == 3
    again = run("account", "retire", ref)
    assert (again.code, again.err.splitlines()[0]) == (
        6,
        "“Valley Cardiology” is already closed (closed).",
    )
    assert run("account", "edit", ref, "--state", "active").code == 0
    assert run("account", "show", "valley").code == 0


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize(
    ("line", "code", "err"),
    [
        (("add", "valley cardiology"), 6, "Valley Cardiology is already here"),
        (("add", " "), 2, "Name is missing."),
        (("add", "Lab", "--kind", "labratory"), 2, "“labratory” is no value of “kind”."),
        (("add", "Lab", "--latitude", "north"), 2, "“north” is no value of “latitude”."),
        (("add", "Lab", "--parent", "nope"), 3, "Nobody and nothing here is called “nope”."),
        (("show", "valey cardiology"), 3, "Nobody and nothing here is called “valey cardiology”."),
        (("edit", "valley"), 2, "What to change is missing."),
    ],
)
def test_refusals(run: Run, line: tuple[str, ...], code: int, err: str) -> None:
    """What can't be read, is there, or isn't, is refused with its own code."""
    answer = run("account", *line)
    assert (answer.code, answer.out) == (code, "")
    assert answer.err.startswith(err)


def test_ambiguous(run: Run) -> None:
    """Two accounts of like names are told apart by street, town and ref."""
    first = run("account", "add", "Main St Clinic", "--city", "Dayton", "--json").json["account"]
    second = run("account", "add", "Main St Clinic", "--city", "Troy", "--json").json["account"]
    answer = run("account", "show", "main st")
    assert answer.code == 4
    assert f"  Main St Clinic  Dayton  {first['ref'][:6]}\n" in answer.err
    assert f"  Main St Clinic  Troy  {second['ref'][:6]}\n" in answer.err
