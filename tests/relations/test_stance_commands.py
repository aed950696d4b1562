"""``repplan stance``: what it answers, word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Run

pytestmark = pytest.mark.usefixtures("people")

SAVED = "Saved. Take it back: repplan undo b-*\n"


def test_add_and_list(run: Run) -> None:
    """Each stance is one more in the history, with where, on what, when and how it is known."""
    run("product", "add", "Cardexa")
    first = run("stance", "add", "anjali", "skeptic", "--on", "17 nov", "--evidence", "too new")
    assert first.masked == ("Anjali Patel, MD  t-*\n  skeptic, Tue 2026-11-17\n  too new\n" + SAVED)
    second = run(
        *("stance", "add", "anjali", "支持者", "--influence", "拍板"),
        *("--account", "valley", "--product", "card"),
    )
    assert second.masked == (
        "Anjali Patel, MD  t-*\n"
        "  supporter, decision-maker (Valley Cardiology, Cardexa), Tue 2026-11-24\n" + SAVED
    )
    history = (
        "Anjali Patel, MD\n"
        "Tue 24 Nov  supporter, decision-maker (Valley Cardiology, Cardexa); t-*\n"
        "Tue 17 Nov  skeptic; too new; t-*\n"
    )
    for who in ("anjali", "valley"):
        assert run("stance", "list", who).masked == history
    assert run("stance", "list", "dev").out == "No stance is noted: repplan stance add dev STANCE\n"
    newest, _oldest = run("stance", "list", "anjali", "--json").json["stances"]
    assert (newest["account"], newest["product"]) == ("Valley Cardiology", "Cardexa")


def test_edit(run: Run) -> None:
    """A slip is mended; undo brings it back."""
    run("stance", "add", "dev", "champion")
    assert run("stance", "edit", "dev", "--stance", "neutral", "--on", "yesterday").masked == (
        "Dev Patel  t-*\n  neutral, Mon 2026-11-23\n" + SAVED
    )
    assert run("undo").code == 0
    assert "Tue 24 Nov  champion" in run("stance", "list", "dev").out


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("add dev", 2, "--influence"),
        ("add dev fan", 2, "champion, supporter"),
        ("add dev champion --influence boss", 2, "gatekeeper"),
        ("add dev champion --on tomorrow", 2, "2026-11-25 is still to come"),
        ("add dev champion --account valley", 5, "doesn't work at Valley Cardiology"),
        ("add dev champion --product nothing", 3, "nothing"),
        ("add patel champion", 4, "2 of them"),
        ("list", 2, "WHO"),
        ("edit dev", 2, "What to change"),
        ("edit dev --stance neutral", 3, "No stance fits"),
    ],
)
def test_what_is_refused(run: Run, line: str, code: int, said: str) -> None:
    """A refusal says why and writes nothing."""
    answer = run("stance", *line.split())
    assert (answer.code, answer.out) == (code, "")
    assert said in answer.err
    assert run("stance", "list", "dev", "--json").json == {"stances": []}


def test_who_left_stands_nowhere(run: Run) -> None:
    """A stance for somebody who has left is refused."""
    ref = run("provider", "retire", "dev", "--json").json["provider"]["ref"]
    answer = run("stance", "add", ref, "champion")
    assert (answer.code, answer.out) == (5, "")
    assert answer.err.startswith("Dev Patel has left.\n")
