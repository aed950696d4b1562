"""``repplan objective``: what it answers, word for word."""

from __future__ import annotations

from datetime import date

import pytest

from repplan.errors import AlreadyClosed
from repplan.objectives import actions, queries
from repplan.providers.model import Provider
from tests.conftest import Run, Writing

pytestmark = pytest.mark.usefixtures("people")

SAVED = "Saved. Take it back: repplan undo b-*\n"


def test_complete(run: Run) -> None:
    """A day at the end of the text is its last day; a complete objective is called so."""
    run("product", "add", "Cardexa")
    assert (
        run(
            *("objective", "add", "anjali", "she names one eGFR 30-45 patient to start by 15 dec"),
            *("--measure", "a name", "--benefit", "fewer falls over 75", "--product", "card"),
        ).masked
        == (
            "she names one eGFR 30-45 patient to start  o-*\n"
            "for      Anjali Patel, MD\n"
            "measure  a name\n"
            "benefit  fewer falls over 75\n"
            "kind     win\n"
            "product  Cardexa\n"
            "until    Tue 2026-12-15\n"
            "SMART    complete\n"
        )
        + SAVED
    )


def test_lacking(run: Run) -> None:
    """What is missing is named, nothing is refused."""
    answer = run("objective", "add", "dev", "discuss", "renal", "data")
    assert answer.code == 0
    assert (
        answer.masked
        == (
            "discuss renal data  o-*\n"
            "for    Dev Patel\n"
            "kind   win\n"
            "lacks  specific (“discuss” is what you do: what will they do or know?)\n"
            "       measurable (no measure: how will you know that it happened?)\n"
            "       relevant (no benefit to them: what do they or their patients gain?)\n"
            "       time-bound (no day: until when?)\n"
        )
        + SAVED
    )


def test_in_chinese(run: Run) -> None:
    """A Chinese objective is judged in Chinese words."""
    answer = run(
        *("objective", "add", "wjg", "12月15日前他同意在科会讲一次老年患者的剂量调整"),
        *("--benefit", "少走弯路"),
    )
    assert (
        answer.masked
        == (
            "他同意在科会讲一次老年患者的剂量调整  o-*\n"
            "for      王建国 主任医师\n"
            "benefit  少走弯路\n"
            "kind     win\n"
            "until    Tue 2026-12-15\n"
            "SMART    complete\n"
        )
        + SAVED
    )


def test_list_and_show(run: Run) -> None:
    """The list has the nearest first and a dash for each letter that one lacks."""
    run("objective", "add", "dev", "discuss renal data")
    run("objective", "add", "wjg", "他同意试用2例", "--until", "12月15日")
    assert run("objective", "list").masked == (
        "Until       Who     What                SMART  Ref\n"
        "Tue 15 Dec  王建国  他同意试用2例       SMA-T  o-*\n"
        "            Patel   discuss renal data  --A--  o-*\n"
    )
    assert run("objective", "show", "dev", "renal").masked.startswith("discuss renal data  o-*\n")
    assert run("objective", "list", "dev", "--kind", "learn").out == "No objective fits.\n"
    (only,) = run("objective", "list", "wjg", "--json").json["objectives"]
    assert only["provider"]["name"] == "王建国 主任医师"
    assert [lack["criterion"] for lack in only["lacks"]] == ["relevant"]


def test_namesakes_are_told_apart(run: Run) -> None:
    """Where two on one screen are called the same, their whole names stand."""
    run("objective", "add", "dev", "x")
    run("objective", "add", "anjali", "y")
    listed = run("objective", "list").out
    assert "Dev Patel" in listed
    assert "Anjali Patel, MD" in listed


def test_edit(run: Run) -> None:
    """Only what is given changes, and what is lacking is judged again."""
    run("objective", "add", "dev", "discuss renal data")
    edited = run(
        *("objective", "edit", "dev", "discuss", "--what", "he switches two patients"),
        *("--until", "eom", "--benefit", "one pill a day"),
    )
    assert (
        edited.masked
        == (
            "he switches two patients  o-*\n"
            "for      Dev Patel\n"
            "benefit  one pill a day\n"
            "kind     win\n"
            "until    Mon 2026-11-30\n"
            "SMART    complete\n"
        )
        + SAVED
    )
    assert "no day" in run("objective", "edit", "dev", "switches", "--until", "").out


def test_retire(run: Run) -> None:
    """A dropped one says why, leaves the list, and can't be dropped again."""
    ref = run("objective", "add", "dev", "x", "--json").json["objective"]["ref"]
    assert (
        run("objective", "retire", "dev", "--because", "left the practice").masked
        == (
            "x  o-*\n"
            "for     Dev Patel\n"
            "kind    win\n"
            "result  dropped, Tue 2026-11-24, left the practice\n"
        )
        + SAVED
    )
    assert run("objective", "list").out == "No objective fits.\n"
    assert "dropped" in run("objective", "list", "--all").out
    again = run("objective", "retire", ref)
    assert (again.code, again.err.splitlines()[0]) == (6, "“x” is already closed (dropped).")


@pytest.mark.parametrize(
    ("line", "code", "err"),
    [
        (("add", "dev", "she tries it by firday"), 2, "“firday” is no day I know."),
        (("add", "dev", "she tries it", "--until", "someday"), 2, "“someday” is no day I know."),
        (("add", "dev", "by fri"), 2, "The text is missing."),
        (("add", "dev", "x", "--kind", "sell"), 2, "“sell” is no value of “kind”."),
        (("add", "dev", "x", "--product", "nope"), 3, "No product of yours is called “nope”."),
        (("add", "patel", "x"), 4, "“patel” could be 2 of them:"),
        (("show", "dev"), 4, "“dev” could be 2 of them:"),
        (("edit", "dev", "one"), 2, "What to change is missing."),
        (("edit", "dev", "one", "--what", ""), 2, "What is missing."),
        (("retire", "dev", "three"), 3, "No objective fits “dev three”."),
    ],
)
def test_refusals(run: Run, line: tuple[str, ...], code: int, err: str) -> None:
    """What can't be read, is unknown or is unclear is refused, and nothing is written."""
    run("objective", "add", "dev", "one")
    run("objective", "add", "dev", "two")
    answer = run("objective", *line)
    assert (answer.code, answer.out, answer.err.splitlines()[0]) == (code, "", err)
    assert len(run("objective", "list", "--all", "--json").json["objectives"]) == 2


def test_what_fits_no_objective_names_those_there_are(run: Run) -> None:
    """Of whom is known, what is open is listed; of whom isn't, the nearest names are."""
    ref = run("objective", "add", "dev", "one", "--json").json["objective"]["ref"]
    known = run("objective", "show", "dev", "three")
    assert (known.code, known.err) == (
        3,
        (
            f"No objective fits “dev three”.\n  Patel: one  {ref[:6]}\n"
            "See what is open: repplan objective list\n"
        ),
    )
    unknown = run("objective", "show", "lindquist")
    assert (unknown.code, unknown.err) == (
        3,
        (
            "No objective fits “lindquist”.\n  Åsa Lindqvist\n"
            "See what is open: repplan objective list\n"
        ),
    )


def test_settle(writing: Writing, people: dict[str, Provider]) -> None:
    """A visit settles an objective once, on its own day; it is open no more."""
    with writing() as work:
        one = actions.add_objective(work, people["dev"].id, {"what": "x"})
        settled = actions.settle(
            work, one.id, "partly", "one of two", "visit-1", on=date(2026, 11, 20)
        )
        assert (settled.result, settled.why, settled.visit_id, settled.closed_on) == (
            "partly", "one of two", "visit-1", "2026-11-20",
        )  # fmt: skip
        assert queries.open_of(work.db, people["dev"].id) == []
        with pytest.raises(AlreadyClosed):
            actions.settle(work, one.id, "met")
