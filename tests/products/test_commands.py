"""``repplan product``: what it answers, word for word."""

from __future__ import annotations

import pytest

from tests.conftest import NOW, Result, Run


def test_the_life_of_a_product(run: Run) -> None:
    """A product is added, listed, retired and comes back under the same ref."""
    assert run("product", "add", "Cardexa", "--generic", "cardexaban").masked == (
        "Cardexa, cardexaban  d-*\nSaved. Take it back: repplan undo b-*\n"
    )
    run("product", "add", "Renexa")
    assert run("product", "list").masked == (
        "Name     Generic name  Until  Ref\n"
        "Cardexa  cardexaban           d-*\n"
        "Renexa                        d-*\n"
    )
    ref = run("product", "list", "--json").json["products"][0]["ref"]
    assert run("product", "retire", "card").masked == (
        "Cardexa, cardexaban  d-*\n"
        "  No longer ours. What was said of it stays.\n"
        "Saved. Take it back: repplan undo b-*\n"
    )
    assert "Cardexa" not in run("product", "list").out
    assert "2026-11-24" in run("product", "list", "--retired").out
    assert run("product", "add", "CARDEXA", "--json").json["product"]["ref"] == ref


def test_no_product_yet(run: Run) -> None:
    """An empty list says how to begin."""
    assert run("product", "list").out == "No product yet: repplan product add NAME\n"
    assert run("product", "list", "--json").json == {"products": []}


@pytest.mark.parametrize(
    ("line", "code", "err"),
    [
        (("add", "cardexa"), 6, "Cardexa is already here ({ref})."),
        (("add", "Ｃardexa"), 6, "Cardexa is already here ({ref})."),
        (("add", " "), 2, "Name is missing."),
        (("retire", "renexa"), 3, "No product of yours is called “renexa”."),
    ],
)
def test_refusals(run: Run, line: tuple[str, ...], code: int, err: str) -> None:
    """A name that is taken, missing or unknown is refused with its own code."""
    ref = run("product", "add", "Cardexa", "--json").json["product"]["ref"]
    answer = run("product", *line)
    assert (answer.code, answer.out) == (code, "")
    assert answer.err.splitlines()[0] == err.format(ref=ref)


def test_retired_twice(run: Run) -> None:
    """Retiring by ref what is retired already is refused."""
    ref = run("product", "add", "Cardexa", "--json").json["product"]["ref"]
    run("product", "retire", ref)
    assert run("product", "retire", ref) == Result(
        6,
        "",
        "“Cardexa” is already closed (2026-11-24).\n"
        f"See when, and by which command: repplan history {ref}\n",
    )


def test_a_product_whole(run: Run) -> None:
    """Its facts, how it compares, who pays, what is said of it: each claim with its limitation."""
    run(
        "product", "add", "Cardexa", "--generic", "cardexaban", "--indications",
        "stroke prevention in AF, non-valvular; DVT", "--mechanism", "blocks Xa",
        "--compare", "Bextra: fewer bleeds, more dyspepsia；Warfex: no monitoring",
    )  # fmt: skip
    run("account", "add", "Valley Cardiology")
    run("product", "cover", "card", "--payer", "Aetna", "--state", "restricted", "--steps", "PA")
    run("product", "cover", "card", "--payer", "医保", "--state", "covered", "--account", "valley")
    run(
        "message",
        "add",
        "card",
        "--20s",
        "a",
        "--claim",
        "fewer strokes",
        "--limitation",
        "AF only",
    )
    run(
        "objection", "add", "card", "--category", "clinical", "--text", "too new", "--answer", "2 y"
    )
    run("material", "add", "Table", "--kind", "leaflet", "--product", "card")
    assert run("product", "show", "card").masked == (
        "Cardexa, cardexaban  d-*\n"
        "indications  stroke prevention in AF, non-valvular\n"
        "             DVT\n"
        "mechanism    blocks Xa\n"
        "comparisons  Bextra: fewer bleeds, more dyspepsia\n"
        "             Warfex: no monitoring\n"
        "changed      Tue 2026-11-24\n"
        "Coverage\n"
        "Aetna                     restricted (PA)\n"
        "医保 (Valley Cardiology)  covered\n"
        "Messages\n"
        "  k-*   fewer strokes\n"
        "  but:     AF only\n"
        "           approved, no end\n"
        "Objections\n"
        "  x-*   too new\n"
        "  say:     2 y\n"
        "           clinical; approved, no end\n"
        "Materials\n"
        "  m-*  Table  leaflet\n"
    )
    whole = run("product", "show", "card", "--json").json
    assert whole["coverage"][0] == {
        "product": "Cardexa", "payer": "Aetna", "account": None, "state": "restricted",
        "steps": "PA", "from_on": None, "until_on": None, "pack": None,
    }  # fmt: skip
    assert whole["comparisons"][0] == "Bextra: fewer bleeds, more dyspepsia"
    assert [one["limitation"] for one in whole["messages"]] == ["AF only"]
    assert (len(whole["objections"]), len(whole["materials"])) == (1, 1)


def test_a_product_is_changed(run: Run) -> None:
    """Only what is given; the same again is nothing; a name that is taken is refused."""
    run("product", "add", "Cardexa", "--mechanism", "blocks Xa")
    run("product", "add", "Renexa")
    changed = run(
        "product", "edit", "card", "--mechanism", "", "--safety", "bleeding", "--json"
    ).json
    assert (changed["product"]["mechanism"], changed["product"]["safety_profile"]) == (
        None, "bleeding",
    )  # fmt: skip
    same = run("product", "edit", "card", "--safety", "bleeding", "--json").json
    assert same["batch"] is None
    assert run("product", "edit", "card").code == 2
    taken = run("product", "edit", "card", "--name", "RENEXA")
    assert (taken.code, taken.err.splitlines()[0][:26]) == (6, "Renexa is already here (d-")


def test_who_pays(run: Run) -> None:
    """Said, changed from a day on, taken away; an account's own line in place of the general."""
    run("product", "add", "Cardexa")
    run("account", "add", "Valley Cardiology")
    cover = ("product", "cover", "card", "--payer", "Aetna")
    assert run(*cover, "--state", "restricted", "--steps", "PA").masked == (
        "Cardexa, Aetna\n  restricted (PA)\nSaved. Take it back: repplan undo b-*\n"
    )
    assert run(*cover, "--state", "covered", "--from", "2027-01-01", "--steps", "").out.startswith(
        "Cardexa, Aetna\n  covered, from 2027-01-01\n"
    )
    assert run(*cover, "--account", "valley", "--state", "not covered").code == 0

    def states(*line: str, now: str = NOW) -> list[str]:
        found = run("product", "show", "card", *line, "--json", now=now).json["coverage"]
        return [one["state"] for one in found]

    assert states() == ["restricted", "not covered"]
    assert states(now="2027-01-02T07:05:00-06:00") == ["covered", "not covered"]
    assert states("--account", "valley") == ["not covered"]
    dropped = run(*cover, "--account", "valley", "--drop")
    assert dropped.masked.splitlines()[1] == "  taken away"
    assert states("--account", "valley") == ["restricted"]
    assert run("undo").code == 0
    assert states("--account", "valley") == ["not covered"]


@pytest.mark.parametrize(
    ("line", "code", "err"),
    [
        (("--payer", "x"), 2, "State is missing."),
        (("--payer", "x", "--steps", "PA"), 2, "State is missing."),
        (("--payer", "x", "--state", "maybe"), 2, "“maybe” is no value of “state”."),
        (("--payer", " ", "--state", "covered"), 2, "Payer is missing."),
        (
            ("--payer", "x", "--state", "covered", "--until", "firday"),
            2,
            "“firday” is no day I know.",
        ),
        (
            ("--payer", "x", "--state", "covered", "--from", "2027-01-02", "--until", "2027-01-01"),
            2,
            "It would end 2027-01-01, before it begins 2027-01-02.",
        ),
        (("--payer", "x", "--drop"), 3, "Nothing is known of “x” there."),
        (
            ("--payer", "x", "--state", "covered", "--account", "nowhere"),
            3,
            "Nobody and nothing here is called “nowhere”.",
        ),
    ],
)
def test_what_coverage_refuses(run: Run, line: tuple[str, ...], code: int, err: str) -> None:
    """Each is one clear line with its own code, and nothing is written."""
    run("product", "add", "Cardexa")
    answer = run("product", "cover", "card", *line)
    assert (answer.code, answer.out) == (code, "")
    assert answer.err.splitlines()[0] == err
    assert run("product", "show", "card", "--json").json["coverage"] == []
