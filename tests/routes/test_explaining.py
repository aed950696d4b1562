"""Why somebody isn't in a plan: each reason in its words, and who would have to go."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from repplan.day import Group, Person, QueueItem, Term
from repplan.routes.building import STANDING_WORTH, Frame, Made
from repplan.routes.explaining import beside, left_out, why_not
from repplan.routes.hours import hours_of
from repplan.routes.model import (
    BUSY,
    CALL,
    CLASH,
    LUNCH,
    NO_ROOM,
    NO_RULE,
    NO_WINDOW,
    SKIPPED,
    TOO_FAR,
    WARNED,
    Door,
    LeftOut,
    Prospect,
    Span,
)
from repplan.routes.problem import Candidate, Day, Problem, Window, timed, timed_day
from repplan.routes.search import search
from repplan.routes.words import left_words

if TYPE_CHECKING:
    from collections.abc import Sequence

TUESDAY = date(2026, 12, 1)
STARTS = {TUESDAY: ((540, 900),)}
DOOR = Door("a", "Mercy", hours="Tue 8-12")


def someone(
    key: str = "chen",
    *,
    points: float = 1,
    door: Door = DOOR,
    starts: dict[date, tuple[tuple[int, int], ...]] | None = None,
    at: int | None = None,
    is_must: bool = False,
    refused: dict[date, str] | None = None,
    warned: str = "",
    because: str = "",
    remark: str = "",
) -> Prospect:
    """Return somebody; ``at`` is when they must be."""
    why = (Term("score", points, 1),)
    item = QueueItem("f-1", Group.PROMISES, "promise", "table", None, "", None, 0, why)
    return Prospect(
        key, Person(key, key, key.title(), key.title()), key.title(), door, 20, items=(item,),
        pinned_at=at, is_must=is_must, is_firm=is_must, refused=refused,
        starts=STARTS if starts is None else starts, warned=warned, warning="they asked for no reps",
        because=because, remark=remark,
    )  # fmt: skip


def frame(spans: Sequence[Span] = (), at: int = 0, *, bound: int = 0, off: str = "") -> Frame:
    """Return a day from nine to five."""
    hours = hours_of(540, 1020, spans)
    return Frame(TUESDAY + timedelta(at), hours, hours, off=off, bound=bound)


def made(
    candidates: Sequence[Candidate], routes: Sequence[Sequence[int]], frames: Sequence[Frame],
    travel: Sequence[Sequence[int]] = ((0,),), most: int | None = None,
) -> Made:  # fmt: skip
    """Return a problem with the plan that these routes make."""
    days = tuple(Day(0, 0, 0, each.hours.worked, most) for each in frames)
    problem = Problem(tuple(candidates), days, travel)
    plan = timed(problem, routes)
    assert plan is not None
    return Made(problem, plan, tuple(frames))


def candidate(
    *windows: tuple[int, int], place: int = 0, worth: int = 1, is_must: bool = False, day: int = 0
) -> Candidate:
    """Return a candidate of twenty minutes for these windows."""
    return Candidate(place, 20, worth, tuple(Window(day, *each) for each in windows), is_must)


ANY = candidate((0, 460))
FAR = ((0, 300), (300, 0))
NOWHERE = Door("", "")


@pytest.mark.parametrize(
    ("one", "those", "days", "reason", "said"),
    [
        (someone(warned="rule"), ANY, [frame()], WARNED, "they asked for no reps: --because"),
        (someone(starts={}, refused={TUESDAY: "from Thu"}), candidate(), [frame()], NO_RULE, "from Thu"),
        (someone(starts={}, refused={TUESDAY: "from Thu", TUESDAY + timedelta(1): "from Thu"}),
         candidate(), [frame(), frame(at=1)], NO_RULE, "from Thu"),
        (someone(starts={}, door=NOWHERE), candidate(), [frame()], NO_WINDOW,
         "nobody knows where they work"),
        (someone(starts={}), candidate(), [frame()], NO_WINDOW, "there: Tue 8-12"),
        (someone(starts={}, remark="3 no-sees in a row: ask first"), candidate(), [frame()],
         NO_WINDOW, "3 no-sees in a row: ask first"),
        (someone(starts={}, door=Door("a", "Mercy")), candidate(), [frame()], NO_WINDOW, "not on Tue"),
        (someone(starts={}, door=Door("a", "Mercy")), candidate(), [frame(), frame(at=1)], NO_WINDOW,
         "the door is shut on these days"),
        (someone(starts={}, at=630, is_must=True), candidate(), [frame()], NO_WINDOW,
         "nobody receives at 10:30"),
        (someone(at=600, is_must=True), candidate(), [frame(bound=660)], NO_WINDOW,
         "you are free at 11:00 only"),
        (someone(at=630, is_must=True), candidate(), [frame([Span(640, 700, "bank", BUSY)])],
         NO_WINDOW, "bank"),
        (someone(at=630, is_must=True), candidate(), [frame([Span(600, 640, "Wu", CALL)])],
         NO_WINDOW, "call Wu"),
        (someone(at=630, is_must=True), candidate(),
         [frame([Span(600, 630, "bank"), Span(650, 700, "tax")])], NO_WINDOW, "nobody receives at 10:30"),
        (someone(), candidate((0, 460), place=1), [frame()], TOO_FAR, "too far for these hours"),
    ],
)  # fmt: skip
def test_each_reason_has_its_words(
    one: Prospect, those: Candidate, days: Sequence[Frame], reason: str, said: str
) -> None:
    """Whoever can't be visited even alone: the first thing that keeps them out is told."""
    plan = made([those], [() for _ in days], days, FAR)
    (found,) = left_out(plan, [one], [], "en")
    assert (found.reason, found.said, left_words(found)) == (reason, said, said)
    assert found.prospect is one
    assert found.instead_of == ()
    alone = why_not(plan, 0, one)
    # Without a language no weekday is named.
    assert alone == (said if said != "not on Tue" else "the door is shut on these days")


def test_who_could_be_visited_has_no_reason() -> None:
    """Alone there would be time: nothing of their own keeps them out."""
    assert why_not(made([ANY], [()], [frame()]), 0, someone()) is None
    reasoned = someone(warned="rule", because="they called")
    assert why_not(made([ANY], [()], [frame()]), 0, reasoned) is None


def test_no_room_names_who_would_have_to_go() -> None:
    """Of the visits whose place would do the least worth is named; of what is firm none is."""
    worth = [(5, False), (3, False), (4, True), (9, False)]
    all_day = [candidate((0, 0), worth=5), candidate((20, 20), worth=3),
               candidate((40, 40), worth=1, is_must=True), candidate((0, 40), worth=2)]  # fmt: skip
    people = [someone(key, points=points) for key, (points, _) in zip("abcd", worth, strict=True)]
    plan = made(all_day, [(0, 1, 2)], [frame()])
    (found,) = left_out(plan, people, [], "en")
    assert (found.reason, found.prospect.key) == (NO_ROOM, "d")
    assert [one.key for one in found.instead_of] == ["b"]
    assert left_words(found) == "no room: B would have to go"


def test_what_somebody_was_asked_for_never_goes() -> None:
    """A visit that stands, though not firmly, isn't offered for another."""
    both = [candidate((0, 0), worth=STANDING_WORTH[1]), candidate((0, 0), worth=2)]
    (found,) = left_out(made(both, [(0,)], [frame()]), [someone("a"), someone("b")], [], "en")
    assert (found.reason, found.instead_of) == (NO_ROOM, ())
    assert left_words(found) == "no room"


def test_a_full_day() -> None:
    """Where all that is left stands firm and the limit is reached, the limit is told."""
    both = [candidate((0, 0), is_must=True), candidate((0, 400))]
    people = [someone("a", is_must=True), someone("b")]
    (found,) = left_out(made(both, [(0,)], [frame()], most=1), people, [], "en")
    assert left_words(found) == "1 a day at most"


def test_what_was_agreed_and_clashes() -> None:
    """Two that can't both be: the other one is named with its time."""
    both = [candidate((60, 60), is_must=True), candidate((70, 70), is_must=True)]
    people = [someone("a", at=600, is_must=True), someone("b", at=610, is_must=True)]
    plan = made(both, [(0,)], [frame()])
    (found,) = left_out(plan, people, [], "en")
    assert (found.reason, found.prospect.key) == (CLASH, "b")
    assert left_words(found) == beside(plan, people, 1) == "too close to A at 10:00"
    anywhen = [people[0], someone("b", is_must=True)]
    (found,) = left_out(plan, anywhen, [], "en")
    assert left_words(found) == "there is no time for it beside what is planned"


def test_the_order_of_who_is_left() -> None:
    """What was agreed first, then the best, then whom the rep skipped; nobody twice."""
    those = [candidate((0, 0), worth=99)] + [
        candidate((0, 0), worth=worth) for worth in (2, 5, 5, 1)
    ]
    people = [someone("in"), someone("z", points=2), someone("b", points=5),
              someone("a", points=5), someone("must", is_must=True)]  # fmt: skip
    found = left_out(made(those, [(0,)], [frame()]), people, [someone("skip", points=50)], "en")
    assert [one.prospect.key for one in found] == ["must", "a", "b", "z", "skip"]
    assert found[-1] == LeftOut(found[-1].prospect, SKIPPED)
    assert left_words(found[-1]) == "skipped"


def test_only_the_best_are_weighed() -> None:
    """Of many without room a dozen are told who would have to go; the others have no room."""
    those = [candidate((0, 0), worth=1)] + [candidate((0, 0), worth=2)] * 20
    people = [someone(f"p{at:02}", points=50 - at) for at in range(21)]
    found = left_out(made(those, [(0,)], [frame()]), people, [], "en")
    assert [bool(one.instead_of) for one in found] == [True] * 12 + [False] * 8


def test_on_days_off_nobody_is_left_out() -> None:
    """A holiday leaves out what was planned for it alone."""
    people = [someone("free"), someone("must", is_must=True, at=600)]
    off = frame([Span(590, 700, "bank")], off="Thanksgiving")
    found = left_out(made([candidate(), candidate()], [()], [off]), people, [], "en")
    assert [one.prospect.key for one in found] == ["must"]
    lunch = frame([Span(590, 700, "", LUNCH)], off="Thanksgiving")
    (found_,) = left_out(made([candidate(), candidate()], [()], [lunch]), people, [], "en")
    assert found_.said == "lunch"


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """Draw a small problem in which not everybody has a place."""
    places = 3
    travel = [
        [0 if a == b else draw(st.integers(1, 40)) for b in range(places)] for a in range(places)
    ]
    days = tuple(
        Day(0, 0, 0, draw(st.integers(40, 160)), draw(st.none() | st.integers(1, 3)))
        for _ in range(draw(st.integers(1, 2)))
    )
    window = st.builds(
        lambda day, opens, long: Window(day, opens, opens + long),
        st.integers(0, len(days) - 1), st.integers(0, 120), st.integers(0, 60),
    )  # fmt: skip
    candidates = tuple(
        Candidate(
            draw(st.integers(0, places - 1)),
            draw(st.integers(10, 30)),
            draw(st.integers(1, 30)),
            tuple(draw(st.lists(window, max_size=3))),
            is_must=draw(st.integers(0, 5)) == 0,
        )
        for _ in range(draw(st.integers(2, 7)))
    )
    return Problem(candidates, days, travel)


@settings(max_examples=120, deadline=None)
@given(problem=problems(), seed=st.integers(0, 9))
def test_who_would_have_to_go_by_trying_all(problem: Problem, seed: int) -> None:
    """Nobody of less worth than the one named leaves room; where nobody is named, nobody does."""
    plan = search(problem, budget_s=60, seed=seed, rounds=5)
    frames = tuple(frame(at=at) for at in range(len(problem.days)))
    people = [
        someone(str(at), points=each.worth, is_must=each.is_must, starts={TUESDAY: ((0, 1000),)})
        for at, each in enumerate(problem.candidates)
    ]
    planned = {one for route in plan.routes for one in route}
    told = left_out(Made(problem, plan, frames), people, [], "en")
    assert {one.prospect.key for one in told} == {
        one.key for at, one in enumerate(people) if at not in planned
    }
    for one in told:
        at = int(one.prospect.key)
        enough = [
            problem.candidates[gone].worth
            for day, route in enumerate(plan.routes)
            for gone in route
            if not problem.candidates[gone].is_must and _has_room(problem, day, route, gone, at)
        ]
        if one.reason != NO_ROOM:
            assert one.reason in {NO_WINDOW, TOO_FAR, CLASH}
            continue
        assert bool(one.instead_of) == bool(enough)
        if enough:
            (gone,) = one.instead_of
            assert problem.candidates[int(gone.key)].worth == min(enough)


def _has_room(problem: Problem, day: int, route: Sequence[int], gone: int, at: int) -> bool:
    left = [one for one in route if one != gone]
    return any(
        timed_day(problem, day, [*left[:place], at, *left[place:]]) is not None
        for place in range(len(left) + 1)
    )
