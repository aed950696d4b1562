"""The rep's own table of minutes beside a service: what is taken of which, and what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.routes.travel import ESTIMATE, HOME, MATRIX, SERVICE, Spot
from tests.routes.test_services import points_of, serving
from tests.routes.test_travelling import (
    GONE,
    PARKING_MIN,
    SPOTS,
    WAYS,
    H,
    O,
    V,
    estimates,
    rows,
    sources,
    table,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping

    from repplan.routes.travelling import Travelling
    from tests.conftest import Writing
    from tests.routes.test_travelling import Told

OWN = {(HOME, "valley"): 33, ("valley", HOME): 0}


@pytest.mark.parametrize(
    ("given", "letters", "holes"),
    [
        (None, "eeeeee", 0),
        ({}, "eeeeee", 6),
        (OWN, "memeee", 4),
        (dict.fromkeys(OWN, 7) | {(HOME, "nowhere"): 7}, "memeee", 4),
        ({(a.account_id, b.account_id): 9 for a in SPOTS for b in SPOTS}, "mmmmmm", 0),
        (
            {(a.account_id, b.account_id): 9 for a in SPOTS for b in SPOTS if b.account_id != HOME}
            | {("valley", HOME): 9},
            "mmmmem",
            1,
        ),
    ],
)
def test_the_reps_own_table(
    travelling: Callable[..., Travelling],
    given: Mapping[tuple[str, str], int] | None,
    letters: str,
    holes: int,
) -> None:
    """Its minutes are from door to door, each way its own; what it leaves out is counted."""
    one = travelling(given=given)
    legs, remarks = one.legs(SPOTS)
    estimated = estimates(one)
    assert sources(legs.sources) == letters
    for (a, b), letter in zip(WAYS, letters, strict=True):
        pair = (SPOTS[a].account_id, SPOTS[b].account_id)
        assert legs.minutes[a][b] == ((given or {})[pair] if letter == "m" else estimated[a][b])
    said = {0: "", 1: "1 way isn't in your table: it is estimated."}
    text = said.get(holes, f"{holes} ways aren't in your table: they are estimated.")
    assert remarks == ((text,) if text else ())


def test_the_best_source_first(
    db: sqlite3.Connection, writing: Writing, travelling: Callable[..., Travelling]
) -> None:
    """Own table, then the service, then the estimate; what the service told of is no hole."""
    odd: Told = {(H, O): None, (O, H): None, (V, O): 0, (O, V): 0}
    with serving(table(odd)) as loopback:
        one = travelling(loopback.url, given={(HOME, "valley"): 33})
        legs, remarks = one.legs(SPOTS)
    assert [legs.sources[a][b] for a, b in WAYS] == [
        MATRIX, ESTIMATE, SERVICE, ESTIMATE, ESTIMATE, ESTIMATE,
    ]  # fmt: skip
    assert (legs.minutes[0][1], legs.minutes[1][0]) == (33, 10 + PARKING_MIN)
    host = loopback.url.removeprefix("http://")
    assert remarks == (
        f"{host} knows no road for 2 ways: they are estimated.",
        f"{host} tells what can't be of 2 ways: they are estimated.",
    )
    # The rep's own minutes are the rep's file: only what was told is kept.
    with writing() as work:
        one.keep(work)
    assert {start: told for _name, start, _on, told in rows(db)}[H] == {V: 10, O: None}


def test_one_is_no_plural(travelling: Callable[..., Travelling]) -> None:
    """A single way is told as one: without a road, or with minutes that can't be."""
    with serving(table({(H, V): None, (V, H): 0})) as loopback:
        legs, remarks = travelling(loopback.url).legs(SPOTS)
    host = loopback.url.removeprefix("http://")
    assert (legs.unreachable, legs.odd) == (1, 1)
    assert remarks == (
        f"{host} knows no road for 1 way: it is estimated.",
        f"{host} tells what can't be of 1 way: it is estimated.",
    )


WHOLE = {(a.account_id, b.account_id): 9 for a in SPOTS for b in SPOTS if a != b}


@pytest.mark.parametrize("is_gone", [False, True])
def test_a_whole_table_leaves_nothing_to_ask(
    travelling: Callable[..., Travelling], *, is_gone: bool
) -> None:
    """Where the rep's own table has all ways, no point leaves, be the service there or not."""
    with serving(table({})) as loopback:
        one = travelling(GONE if is_gone else loopback.url, given=WHOLE)
        legs, remarks = one.legs(SPOTS)
        assert loopback.asked == []
    assert (sources(legs.sources), remarks, one.told) == ("mmmmmm", (), {})


def test_what_others_cover_is_not_asked_for(travelling: Callable[..., Travelling]) -> None:
    """Points leave for ways that neither the table nor a walk covers, and for them alone."""
    lab = Spot(39.662, -84.16, "lab", campus_id="valley")
    given = {pair: 9 for pair in WHOLE if set(pair) != {HOME, "oakwood"}}
    given |= {pair: 9 for end in (HOME, "oakwood") for pair in (("lab", end), (end, "lab"))}
    with serving(table({})) as loopback:
        one = travelling(loopback.url, given=given)
        legs, remarks = one.legs((*SPOTS, lab))
        ((path, *_rest),) = loopback.asked
    assert sorted(points_of(path)) == sorted({H, O})
    assert one.told.keys() == {(H, O), (O, H)}
    assert (legs.minutes[1][3], legs.sources[0][2], remarks) == (5, SERVICE, ())
