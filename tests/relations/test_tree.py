"""Who stands under whom, and who is shown where there are many."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from repplan.relations.tree import FEW, chosen, tree
from tests.relations.spots import relation, spot


def test_departments_in_their_order() -> None:
    """Departments stand as the account lists them, others by name, those of none last."""
    people = [
        spot("a"),
        spot("b", department="Ward"),
        spot("c", department="Pharmacy"),
        spot("d", department="Desk"),
    ]
    branches = tree(("Pharmacy", "Theatre"), people, people, [])
    assert [(one.name, one.count) for one in branches] == [
        *(("Pharmacy", 1), ("Desk", 1)),
        *(("Ward", 1), ("", 1)),
    ]


def test_reports_stand_under_their_boss() -> None:
    """In a department each stands behind whom they report to; the weightier first."""
    people = [
        spot("lee"),
        spot("patel", tier="A"),
        spot("cho", influence="decision-maker"),
        spot("brandt"),
    ]
    pairs = [
        relation("lee", "reports to", "patel"),
        relation("patel", "reports to", "cho"),
        relation("brandt", "mentors", "cho"),
    ]
    (branch,) = tree((), people, people, pairs)
    assert [(depth, one.id) for depth, one in branch.people] == [
        *((0, "cho"), (1, "patel")),
        *((2, "lee"), (0, "brandt")),
    ]


def test_a_boss_elsewhere_takes_nobody_along() -> None:
    """Who reports to another department stands at the top of their own."""
    people = [spot("a", department="Ward"), spot("b", department="Office")]
    branches = tree((), people, people, [relation("a", "reports to", "b")])
    assert [[(depth, one.id) for depth, one in branch.people] for branch in branches] == [
        *([(0, "b")], [(0, "a")]),
    ]


@given(st.sets(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=30))
def test_nobody_is_lost(pairs: set[tuple[int, int]]) -> None:
    """Whoever reports to whomever, in loops too, each is shown once."""
    people = [spot(str(at)) for at in range(10)]
    ties = [relation(str(one), "reports to", str(other)) for one, other in pairs if one != other]
    (branch,) = tree((), people, people, ties)
    assert sorted(one.id for _depth, one in branch.people) == [str(at) for at in range(10)]


def test_of_many_those_who_matter() -> None:
    """A few are shown all; of many those of whom something is known, unless all are asked for."""
    few = [spot(str(at)) for at in range(FEW)]
    assert chosen(few, [], is_full=False) == few
    many = [
        *few,
        spot("unseen"),
        spot("head", tier="A"),
        spot("decides", influence="decision-maker"),
        spot("tied"),
        spot("gone", "champion", is_here=False),
    ]
    pairs = [relation("tied", "reports to", "head")]
    assert [one.id for one in chosen(many, pairs, is_full=False)] == ["decides", "head", "tied"]
    assert len(chosen(many, pairs, is_full=True)) == len(many) - 1
    everybody = [spot(f"{at:02}", "neutral") for at in range(100)]
    assert len(chosen(everybody, [], is_full=False)) == FEW
