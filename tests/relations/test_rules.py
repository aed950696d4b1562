"""What may not be, and which of several stances counts."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.records import field_types
from repplan.relations.model import Stance
from repplan.relations.rules import EndsBeforeStart, check_span, loop, standing

WHO = st.integers(0, 7).map(str)


def made(noted_on: str = "2026-11-01", **known: str | None) -> Stance:
    """Return a stance of what is known; its id sorts by the day."""
    empty = dict.fromkeys(field_types(Stance))
    return Stance(**{**empty, "id": noted_on, "noted_on": noted_on, **known})  # type: ignore[arg-type]  # a case holds some of them


@given(st.sets(st.tuples(WHO, WHO)), WHO, WHO)
def test_a_loop_is_found_where_there_is_one(
    pairs: set[tuple[str, str]], who: str, whom: str
) -> None:
    """A line is told exactly if the new boss stands, however far up, under the new report."""
    pairs = {pair for pair in pairs if pair[0] != pair[1]}
    graph: nx.DiGraph[str] = nx.DiGraph([*pairs, (whom, whom)])
    above: dict[str, list[str]] = {}
    for one, boss in sorted(pairs):
        above.setdefault(one, []).append(boss)
    line = loop(above, who, whom)
    assert bool(line) == (who == whom or (who in graph and nx.has_path(graph, whom, who)))
    if line:
        assert (line[0], line[1], line[-1]) == (who, whom, who)
        assert all(step in pairs for step in pairwise(line[1:]))


@pytest.mark.parametrize(
    ("since", "until", "is_refused"),
    [
        (None, None, False),
        ("2026-11-02", None, False),
        ("2026-11-02", "2026-11-02", False),
        ("2026-11-02", "2026-11-03", False),
        ("2026-11-02", "2026-11-01", True),
        (None, "2026-11-01", False),
    ],
)
def test_an_end_before_the_start(since: str | None, until: str | None, *, is_refused: bool) -> None:
    """What ends before it began is refused; on the day itself it may end."""
    if not is_refused:
        check_span(since, until)
        return
    with pytest.raises(EndsBeforeStart):
        check_span(since, until)


OLD, NEW = "2026-01-01", "2026-06-01"


@pytest.mark.parametrize(
    ("stances", "account_id", "product_id", "counts"),
    [
        ([], None, None, None),
        # The newest counts.
        ([made(OLD, stance="skeptic"), made(NEW, stance="champion")], None, None, "champion"),
        # Everywhere and this account compete by day; another account comes after both.
        (
            [made(OLD, stance="skeptic", account_id="a"), made(NEW, stance="champion")],
            *("a", None, "champion"),
        ),
        (
            [made(OLD, stance="skeptic"), made(NEW, stance="champion", account_id="b")],
            *("a", None, "skeptic"),
        ),
        ([made(NEW, stance="champion", account_id="b")], "a", None, "champion"),
        # What was said on the product comes first, however old.
        (
            [made(OLD, stance="skeptic", product_id="d"), made(NEW, stance="champion")],
            *(None, "d", "skeptic"),
        ),
        # A doubt about one product is none about another.
        ([made(NEW, stance="skeptic", product_id="e")], None, "d", None),
        # Without a product asked about, what was said in general comes first.
        (
            [made(OLD, stance="champion"), made(NEW, stance="skeptic", product_id="d")],
            *(None, None, "champion"),
        ),
        ([made(NEW, stance="skeptic", product_id="d")], None, None, "skeptic"),
    ],
)
def test_which_stance_counts(
    stances: list[Stance], account_id: str | None, product_id: str | None, counts: str | None
) -> None:
    """Of several stances the most fitting counts, and of these the newest, in whatever order."""
    for order in (stances, stances[::-1]):
        found = standing(order, account_id=account_id, product_id=product_id)
        assert (found.stance if found else None) == counts


def test_influence_is_found_by_itself() -> None:
    """An influence noted before a later stance still stands, with the stance's day and evidence."""
    found = standing(
        [
            made(OLD, influence="decision-maker", product_id="d"),
            made(NEW, stance="skeptic", evidence="price"),
        ]
    )
    assert found is not None
    assert (found.stance, found.influence, found.noted_on, found.evidence) == (
        *("skeptic", "decision-maker"),
        *(NEW, "price"),
    )
