"""``repplan product``: what it answers, word for word."""

from __future__ import annotations

import pytest

from tests.conftest import Result, Run


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
        (("add", " "), 2, "name is missing."),
        (("retire", "renexa"), 3, "Nobody and nothing here is called “renexa”."),
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
