"""``repplan relation``: what it answers, word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Run

pytestmark = pytest.mark.usefixtures("people")

SAVED = "Saved. Take it back: repplan undo b-*\n"


@pytest.mark.parametrize("kind", [("reports to",), ("reports-to",), ("reports", "to"), ("汇报",)])
def test_add(run: Run, kind: tuple[str, ...]) -> None:
    """A relation is told as a sentence, with its day and its evidence."""
    answer = run(
        *("relation", "add", "dev", *kind, "anjali"),
        *("--since", "1 oct", "--evidence", "org chart"),
    )
    assert answer.masked == (
        "Dev Patel reports to Anjali Patel, MD  r-*\n  since Thu 2026-10-01\n  org chart\n" + SAVED
    )


def test_add_in_chinese(run: Run) -> None:
    """Chinese names and kinds are understood whatever the language of the screen."""
    assert run("relation", "add", "周一鸣", "汇报", "王建国").code == 0
    assert run("relation", "list", "wjg").masked == (
        "r-*  周一鸣 reports to 王建国 主任医师 (since Tue 24 Nov)\n"
    )


def test_list(run: Run) -> None:
    """Relations of all, of a person both ways, of an account; ended ones only when asked for."""
    assert run("relation", "list").out == "No relation is written down.\n"
    run("relation", "add", "dev", "mentors", "anjali")
    run("relation", "add", "zhou", "reports to", "wang jianguo")
    run("relation", "retire", "zhou")
    dev = "r-*  Dev Patel mentors Anjali Patel, MD (since Tue 24 Nov)\n"
    for words in ((), ("anjali",), ("dev",), ("valley",), ("dev", "patel")):
        assert run("relation", "list", *words).masked == dev
    assert run("relation", "list", "市一").out == "No relation is written down.\n"
    ended = "r-*  周一鸣 reports to 王建国 主任医师 (until Tue 24 Nov)\n"
    assert run("relation", "list", "--all").masked == dev + ended
    (one,) = run("relation", "list", "--json").json["relations"]
    assert (one["kind"], one["until_on"], one["other"]["name"]) == (
        *("mentors", None),
        "Anjali Patel, MD",
    )


def test_edit_and_retire(run: Run) -> None:
    """What changes is told; a relation is named by its people or by its ref; undo takes it back."""
    ref = run("relation", "add", "dev", "mentors", "anjali", "--json").json["relation"]["ref"]
    run("relation", "add", "dev", "influences", "zhou")
    answer = run("relation", "edit", "dev", "anjali", "--evidence", "she said", "--since", "")
    assert answer.masked == "Dev Patel mentors Anjali Patel, MD  r-*\n  she said\n" + SAVED
    same = run("relation", "edit", ref, "--evidence", "she said")
    assert same.out.endswith("It was so already: nothing was changed.\n")
    assert run("relation", "retire", ref, "--on", "yesterday").masked == (
        "Dev Patel mentors Anjali Patel, MD  r-*\n  until Mon 2026-11-23\n  she said\n" + SAVED
    )
    assert run("undo").code == 0
    assert len(run("relation", "list", "dev", "--json").json["relations"]) == 2


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("add dev mentors dev", 5, "one person twice"),
        ("add anjali reports-to zhou", 5, "Anjali Patel, MD > 周一鸣 > Dev Patel > Anjali"),
        ("add dev reports-to anjali", 6, "already here"),
        ("add dev mentors zhou --since 2026-11-01 --until 2026-10-01", 5, "can't end"),
        ("add dev knows zhou", 2, "reports to, refers to, mentors"),
        ("add dev reports to", 2, "Whom is missing"),
        ("add nobody mentors dev", 3, "nobody"),
        ("add patel mentors zhou", 4, "2 of them"),
        ("add dev mentors zhou --since firday", 2, "firday"),
        ("edit dev", 2, "What to change"),
        ("edit r-2345 --evidence x", 3, "No relation fits"),
        ("edit dev zhou wang --evidence x", 3, "No relation fits"),
        ("retire anjali --on 2026-01-01", 5, "can't end"),
    ],
)
def test_what_is_refused(run: Run, line: str, code: int, said: str) -> None:
    """A refusal names the rule and writes nothing."""
    run("relation", "add", "dev", "reports to", "anjali")
    run("relation", "add", "zhou", "reports to", "dev")
    before = run("relation", "list", "--all", "--json").out
    answer = run("relation", *line.split())
    assert (answer.code, answer.out) == (code, "")
    assert said in answer.err
    assert run("relation", "list", "--all", "--json").out == before


def test_who_left_is_refused(run: Run) -> None:
    """Nobody gets a relation to somebody who has left."""
    ref = run("provider", "show", "zhou", "--json").json["ref"]
    run("provider", "retire", "zhou")
    answer = run("relation", "add", "dev", "mentors", ref)
    assert (answer.code, answer.err) == (
        5,
        f"周一鸣 has left.\nIf they are back: repplan provider edit {ref} --state active\n",
    )
