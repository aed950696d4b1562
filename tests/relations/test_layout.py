"""A drawn map: nobody stands on anybody, no line crosses a person, the same map twice."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from repplan.relations.layout import CARD_HEIGHT, CARD_WIDTH, Block, Layout, Tie, lay_out

SIZES = st.lists(st.lists(st.integers(1, 9), min_size=1, max_size=4), min_size=1, max_size=6)
PAIRS = st.lists(st.tuples(st.integers(0, 199), st.integers(0, 199)), max_size=25)


def drawn(sizes: list[list[int]], pairs: list[tuple[int, int]]) -> tuple[Layout, list[Tie]]:
    """Return blocks with levels of these sizes laid out, and ties between their people."""
    blocks, names = [], []
    for at, levels in enumerate(sizes):
        people = [
            tuple(f"{at}.{level}.{who}" for who in range(size)) for level, size in enumerate(levels)
        ]
        names += [who for level in people for who in level]
        blocks.append(Block(f"block {at}", tuple(people)))
    ties = [
        Tie(names[one % len(names)], names[other % len(names)], str(at))
        for at, (one, other) in enumerate(pairs)
        if one % len(names) != other % len(names)
    ]
    return lay_out(blocks, ties), ties


@settings(max_examples=60, deadline=None)
@given(SIZES, PAIRS)
def test_nobody_stands_on_anybody(sizes: list[list[int]], pairs: list[tuple[int, int]]) -> None:
    """Everybody is on the paper, cards keep apart, and so do the frames of departments."""
    layout, _ties = drawn(sizes, pairs)
    assert len(layout.cards) == sum(map(sum, sizes))
    for x, y in layout.cards.values():
        assert x > 0
        assert x + CARD_WIDTH < layout.width
        assert y > 0
        assert y + CARD_HEIGHT < layout.height
    for (x, y), (other_x, other_y) in combinations(layout.cards.values(), 2):
        assert abs(x - other_x) > CARD_WIDTH or abs(y - other_y) > CARD_HEIGHT
    for one, other in combinations(layout.frames, 2):
        assert (
            one.x + one.width <= other.x
            or other.x + other.width <= one.x
            or one.y + one.height <= other.y
            or other.y + other.height <= one.y
        )


@settings(max_examples=60, deadline=None)
@given(SIZES, PAIRS)
def test_no_line_crosses_a_person(sizes: list[list[int]], pairs: list[tuple[int, int]]) -> None:
    """Lines run straight along or across, begin and end at their people, and pass all others by."""
    layout, ties = drawn(sizes, pairs)
    assert len(layout.ways) == len(ties)
    for tie, way in zip(ties, layout.ways, strict=True):
        for who, (x, y) in ((tie.source, way[0]), (tie.target, way[-1])):
            left, top = layout.cards[who]
            assert left < x < left + CARD_WIDTH
            assert y in {top, top + CARD_HEIGHT}
        for one, other in pairwise(way):
            assert one[0] == other[0] or one[1] == other[1]
            low, high = sorted((one, other))
            for left, top in layout.cards.values():
                is_beside = high[0] <= left or low[0] >= left + CARD_WIDTH
                y_low, y_high = sorted((one[1], other[1]))
                assert is_beside or y_high <= top or y_low >= top + CARD_HEIGHT
        assert all(0 <= x <= layout.width and 0 <= y <= layout.height for x, y in way)


def test_arrowheads_keep_apart() -> None:
    """Lines of several kinds that end at one person do so apart; those of one kind may meet."""
    blocks = [Block("a", (("boss",), ("one", "two"))), Block("b", (("three", "four"),))]
    ties = [Tie("one", "boss", "reports"), Tie("two", "boss", "reports")]
    ties += [Tie(who, "boss", f"{who} influences") for who in ("one", "three", "four")]
    ways = lay_out(blocks, ties).ways
    assert ways[0][-1] == ways[1][-1]
    ends = sorted({way[-1] for way in ways})
    assert len(ends) == 4
    assert all(other[0] - one[0] >= 9 for one, other in pairwise(ends) if one[1] == other[1])


def test_the_same_map_is_the_same_drawing() -> None:
    """Nothing is left to chance."""
    sizes, pairs = [[2, 5], [1, 3, 9]], [(at, at * 7 + 3) for at in range(20)]
    assert drawn(sizes, pairs) == drawn(sizes, pairs)


def test_many_people_and_nobody() -> None:
    """Two hundred people find their places; without anybody there is an empty sheet."""
    layout, _ties = drawn([[1, 9, 9]] * 11, [(at, at + 7) for at in range(100)])
    assert len(layout.cards) == 209
    assert lay_out([], []).cards == {}
