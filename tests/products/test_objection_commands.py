"""``repplan objection``: the approved answers, and what works with whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from repplan.providers.model import Provider
    from tests.conftest import Run

WHOLE = ("--category", "clinical", "--text", "too new", "--answer", "two years of registry")


@pytest.fixture
def ours(run: Run, people: dict[str, Provider]) -> Run:  # noqa: ARG001 - who may object
    """Return ``run`` on a store with a product and people."""
    assert run("product", "add", "Cardexa").code == 0
    return run


def test_the_life_of_an_objection(ours: Run) -> None:
    """Added, listed, shown, changed, retired, and all of it taken back."""
    assert ours("objection", "add", "card", *WHOLE, "--approved-until", "2027-03-31").masked == (
        "Cardexa  x-*\n"
        "category  clinical\n"
        "text      too new\n"
        "answer    two years of registry\n"
        "approval  approved until Wed 2027-03-31\n"
        "changed   Tue 2026-11-24\n"
        "Saved. Take it back: repplan undo b-*\n"
    )
    assert ours("objection", "list", "card").masked == (
        "Cardexa\n"
        "  x-*   too new\n"
        "  say:     two years of registry\n"
        "           clinical; approved until Wed 2027-03-31\n"
    )
    changed = ours("objection", "edit", "new", "--answer", "three years", "--json").json
    assert changed["objection"] | {"ref": ""} == {
        "ref": "", "product": "Cardexa", "category": "clinical", "text": "too new",
        "answer": "three years", "citation": None, "expires_on": "2027-03-31",
        "updated_on": "2026-11-24", "retired_on": None, "pack": None, "code": None,
        "state": "approved",
    }  # fmt: skip
    assert ours("objection", "retire", "too", "new").code == 0
    assert ours("objection", "list").out.startswith("No objection fits.")
    for _ in range(3):
        assert ours("undo").code == 0
    assert ours("objection", "list", "--retired", "--json").json == {"objections": []}


@pytest.mark.parametrize(
    ("line", "code", "err"),
    [
        (("add", "card", *WHOLE[:4]), 2, "Answer is missing."),
        (("add", "card", *WHOLE[:5], " "), 2, "Answer is missing."),
        (("add", "card", "--category", "love", *WHOLE[2:]), 2, "“love” is no value of “category”."),
        (
            ("add", "card", *WHOLE, "--approved-until", "2026-01-31"),
            2,
            "The approval ended on 2026-01-31: today is 2026-11-24.",
        ),
        (("show", "nada"), 3, "No objection fits “nada”."),
        (("stats", "--product", "nada"), 3, "No product of yours is called “nada”."),
        (("stats", "--since", "firday"), 2, "“firday” is no day I know."),
    ],
)
def test_refusals(ours: Run, line: tuple[str, ...], code: int, err: str) -> None:
    """Each is one clear line with its own code."""
    answer = ours("objection", *line)
    assert (answer.code, answer.out) == (code, "")
    assert answer.err.splitlines()[0] == err


def test_stats_of_nothing(ours: Run) -> None:
    """Nothing logged is an answer, and says how one is marked."""
    assert ours("objection", "stats").out == ("No objection was logged: ! in a note marks one.\n")
    assert ours("objection", "stats", "--json").json == {
        "product": None, "since": None, "objections": [],
    }  # fmt: skip


def test_what_works_with_whom(ours: Run) -> None:
    """Raised how often, by whom; which answer was used and landed; in their words where unknown."""
    assert ours("objection", "add", "card", *WHOLE).code == 0
    for who, note in (
        ("anjali", "# Cardexa +; ! too new -> two years of registry ++"),
        ("lindqvist", "# Cardexa ~; ! too new -> the dosing table -"),
        ("lindqvist", "! parking is a pain"),
    ):
        assert ours("log", who, note, "--yes").code == 0
    assert ours("objection", "stats", "--since", "mon").masked == (
        "too new  Cardexa; clinical  x-*\n"
        "  raised  2 times, 2 people, last on 2026-11-24\n"
        "  by      pharmacist 1, physician 1; cardiology 1\n"
        "  answer  used 1x, landed 1 of 1; physician 1/1: two years of registry\n"
        "          used 1x, landed 0 of 1; pharmacist 0/1: the dosing table\n"
        "without an approved answer  kind unknown\n"
        "  raised  1 time, 1 person, last on 2026-11-24\n"
        "  by      pharmacist 1\n"
        "  as      parking is a pain\n"
    )
    (first,) = ours("objection", "stats", "--product", "card", "--json").json["objections"]
    assert (first["raised"], first["people"], first["product"]) == (2, 2, "Cardexa")
    assert first["by_role"] == {"physician": 1, "pharmacist": 1}
    assert first["answers"][1] == {
        "answer": "the dosing table", "used": 1, "landed": 0, "not_landed": 1, "unknown": 0,
        "by_role": {"pharmacist": {"landed": 0, "not_landed": 1}}, "by_specialty": {},
    }  # fmt: skip
