"""What is thin on a map, and which stances moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.relations.thin import moves, thin, threads
from tests.relations.spots import SEEN, relation, spot
from tests.relations.test_rules import made

if TYPE_CHECKING:
    from repplan.relations.model import Relation, Spot

WELL = [
    spot("cho", "champion", "decision-maker", seen=SEEN),
    spot("patel", "skeptic", seen=SEEN),
]
ANSWERED = {"patel": "2026-11-01"}


def found(people: list[Spot], pairs: list[Relation] | None = None, **known: object) -> list[str]:
    """Return what is thin among these people, as kind and whom."""
    answered = known.get("answered", ANSWERED)
    assert isinstance(answered, dict)
    seen = threads(people, "2025-11-24")
    return [
        " ".join((one.kind, *one.people, *one.others, *one.was))
        for one in thin(people, pairs or [], seen, answered, ("haas",))
    ]


def test_where_all_is_well() -> None:
    """A champion who decides, two threads, a doubt answered: nothing is thin. Nobody: nothing."""
    assert found(WELL) == []
    assert found([]) == []


@pytest.mark.parametrize(
    ("people", "said"),
    [
        ([WELL[0], spot("patel", seen="2025-11-23")], ["one-thread cho"]),
        # Who is alone there is the only thread there can be.
        ([WELL[0]], []),
        (
            [spot("cho", "champion", "decision-maker", seen="2025-11-23"), spot("patel")],
            ["no-thread"],
        ),
        (
            [spot("cho", "supporter", "decision-maker", seen=SEEN), WELL[1]],
            ["no-champion"],
        ),
        ([spot("cho", "champion", "user", seen=SEEN), WELL[1]], ["nobody-decides"]),
        (
            [*WELL, spot("moss", None, "decision-maker")],
            ["never-seen moss"],
        ),
        ([*WELL, spot("moss", "blocker", seen=SEEN)], ["unanswered moss"]),
        ([WELL[0], spot("patel", "skeptic", seen=SEEN, noted_on="2026-11-02")], ["unanswered patel"]),
        # Who left counts for nothing but the hole they leave.
        ([*WELL, spot("haas", "champion", is_here=False)], ["left haas champion"]),
        ([*WELL, spot("haas", "skeptic", is_here=False)], []),
    ],
)  # fmt: skip
def test_what_is_thin(people: list[Spot], said: list[str]) -> None:
    """Each kind of thinness is found where it is, and nothing else."""
    assert found(people) == said


def test_who_left_leaves_a_hole() -> None:
    """Those who reported to somebody who has left are named, if they are here."""
    pairs = [relation("patel", "reports to", "haas"), relation("stein", "reports to", "haas")]
    assert found(WELL, pairs) == ["left haas patel"]
    assert found(WELL, [relation("haas", "mentors", "patel")]) == []


@pytest.mark.parametrize(
    ("history", "said"),
    [
        ([("2026-11-02", "skeptic", None)], [(None, "skeptic")]),
        ([("2026-10-01", "skeptic", None)], []),
        ([("2026-10-01", "skeptic", None), ("2026-11-02", "skeptic", None)], []),
        (
            [("2026-10-01", "skeptic", None), ("2026-11-02", "champion", None)],
            [("skeptic", "champion")],
        ),
        # Twice within the time: both, the newest first.
        (
            [("2026-11-02", "skeptic", None), ("2026-11-03", "neutral", None)],
            [("skeptic", "neutral"), (None, "skeptic")],
        ),
        # On a product: compared with the same, else with what was said in general.
        (
            [("2026-10-01", "champion", None), ("2026-11-02", "skeptic", "d")],
            [("champion", "skeptic")],
        ),
        (
            [("2026-10-01", "skeptic", "d"), ("2026-11-02", "champion", None)],
            [(None, "champion")],
        ),
    ],
)
def test_what_moved(
    history: list[tuple[str, str, str | None]], said: list[tuple[str | None, str]]
) -> None:
    """A stance has moved where it differs from the one before, of the same subject."""
    stances = [
        made(day, provider_id="p", stance=stance, product_id=product)
        for day, stance, product in history
    ]
    for order in (stances, stances[::-1]):
        assert [(one.was, one.now.stance) for one in moves(order, "2026-11-01")] == said


def test_an_influence_moves_too() -> None:
    """A person who came to decide has moved, and two people aren't mixed up."""
    history = [
        made("2026-10-01", provider_id="p", stance="neutral", influence="user"),
        made("2026-11-02", provider_id="p", influence="decision-maker"),
        made("2026-10-02", provider_id="q", influence="decision-maker", stance="champion"),
    ]
    (one,) = moves(history, "2026-11-01")
    assert (one.now.provider_id, one.had, one.now.influence) == ("p", "user", "decision-maker")
