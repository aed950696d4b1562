"""A plan in words, row by row: what each row says, and what it keeps to itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan import i18n
from repplan.records import replace
from repplan.routes.itinerary import (
    BACK,
    GAP,
    LEAVE,
    VISIT,
    hours_of,
    left_rows,
    rests_on,
    rows_of,
    sums_of,
    title_of,
    unplaced_words,
    way_words,
    why_words,
)
from repplan.routes.model import BUSY, CALL, LUNCH, NO_HOUR, NO_ROOM, LeftOut, Proposal, Span, Stop
from tests.brief.making import AT_8_40
from tests.routes.plans import CLOCK, LIND, PATEL, PLAN, ROUTE, STOPS, item, prospect, stop, week

if TYPE_CHECKING:
    from repplan.visits.model import Visit


def test_rows_are_in_the_order_of_the_day() -> None:
    """Leaving first, each visit numbered as it is driven, what takes time between, the way back."""
    rows = rows_of(ROUTE, is_personal=False)
    assert [row.kind for row in rows] == [LEAVE, *[VISIT] * 4, GAP, VISIT, BACK, GAP]
    assert [row.number for row in rows if row.number] == [1, 2, 3, 4, 5]
    minutes = [int(row.time.split(":")[0]) * 60 + int(row.time.split(":")[1]) for row in rows]
    assert minutes == sorted(minutes)


def test_without_a_home_nobody_leaves_it() -> None:
    """Where nobody said where a day begins and ends, no row tells of it."""
    rows = rows_of(replace(ROUTE, start_name="", end_name=""), is_personal=False)
    assert {row.kind for row in rows} == {VISIT, GAP}


@pytest.mark.parametrize(
    ("gap", "is_personal", "said"),
    [
        (Span(720, 750, "", LUNCH), False, "lunch"),
        (Span(720, 750, "dentist", BUSY), False, "busy"),
        (Span(720, 750, "dentist", BUSY), True, "dentist"),
        (Span(720, 750, "Dr Cho", CALL), False, "call Dr Cho"),
        (Span(720, 750, "", NO_HOUR), False, "the clock skips this hour"),
    ],
)
def test_what_takes_time(gap: Span, is_personal: bool, said: str) -> None:
    """An appointment elsewhere says what it is only to who asked for it."""
    rows = rows_of(replace(ROUTE, gaps=(gap,)), is_personal=is_personal)
    assert [row.who for row in rows if row.kind == GAP] == [said]


@pytest.mark.parametrize("span", [Span(0, 480), Span(17 * 60, 24 * 60)])
def test_what_is_busy_outside_the_day_is_no_row(span: Span) -> None:
    """The evening is nobody's business."""
    rows = rows_of(replace(ROUTE, gaps=(span,)), is_personal=True)
    assert GAP not in {row.kind for row in rows}


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (stop(PATEL, 500, travel=25), "drive 25 min"),
        (stop(PATEL, 500, travel=65, wait=10, slack=8), "drive 1h05, wait 10 min, slack 8 min"),
        (stop(PATEL, 500, travel=4, is_walk=True), "walk 4 min"),
        (stop(PATEL, 500), ""),
    ],
)
def test_the_way(one: Stop, said: str) -> None:
    """How one gets there and what is free; nothing where one is there."""
    assert way_words(one) == said


def test_why() -> None:
    """What makes somebody due, each thing once, after what else is to know of them."""
    one = replace(
        prospect("Jo", "Clinic", item("sheet"), item("sheet"), item("cello", is_personal=True)),
        remark="never met",
    )
    assert why_words(one, is_personal=False) == "never met; sheet"
    assert why_words(one, is_personal=True) == "never met; sheet; cello"


@pytest.mark.parametrize(
    ("visit", "said"),
    [
        (None, ""),
        (replace(AT_8_40, appointment="wished"), ""),
        (replace(AT_8_40, appointment="asked"), "asked"),
        (AT_8_40, "agreed"),
    ],
)
def test_how_far_it_is_agreed(visit: Visit | None, said: str) -> None:
    """A wish is no appointment; what was asked, agreed or confirmed is told."""
    route = replace(ROUTE, stops=(stop(replace(PATEL, visit=visit), 510),), gaps=())
    [row] = [row for row in rows_of(route, is_personal=False) if row.kind == VISIT]
    assert row.appointment == said


def test_a_title_names_the_days() -> None:
    """One day by itself, several from the first to the last."""
    assert title_of(PLAN, CLOCK, "en") == "Tue 24 Nov"
    assert title_of(week(), CLOCK, "en") == "Mon 23 Nov to Fri 27 Nov"
    assert title_of(Proposal(()), CLOCK, "en") == "no days"


def test_sums() -> None:
    """Visits, the way with the way back, waiting, slack; a day off says why."""
    assert sums_of(ROUTE) == ["5 visits", "1h53 on the way", "12 min waiting", "15 min slack"]
    empty = replace(ROUTE, stops=())
    assert sums_of(empty) == ["nobody"]
    assert sums_of(replace(empty, off="holiday")) == ["holiday"]
    assert (hours_of(ROUTE), hours_of(empty)) == ("8:05-14:00", "")


def test_of_very_many_left_out_the_rest_is_a_number() -> None:
    """Forty are named."""
    left = tuple(LeftOut(LIND, NO_ROOM) for _ in range(50))
    rows = list(left_rows(replace(PLAN, left=left)))
    assert len(rows) == 41
    assert rows[0] == ("Åsa Lindqvist", "no room")
    assert rows[-1] == ("+10 more", "")


def test_who_is_not_on_the_drawing() -> None:
    """Those without a point are named; nobody where all have one."""
    assert unplaced_words(ROUTE) == "Not on the drawing: Amber Ng."
    assert unplaced_words(replace(ROUTE, stops=STOPS[:2])) == ""


def test_what_it_rests_on() -> None:
    """Whose minutes, and whether it has slack and was thought to its end."""
    assert list(rests_on(PLAN)) == ["Minutes on the way: estimated from the distance."]
    other = replace(STOPS[2], basis="matrix")
    mixed = Proposal((replace(ROUTE, stops=(STOPS[0], other)),), is_tight=True, is_cut_short=True)
    assert list(rests_on(mixed)) == [
        "Minutes on the way: estimated from the distance, from your own table.",
        "What was agreed stands close together: this plan has no slack.",
        "The time ran out before the effort was spent: another run may differ.",
    ]
    assert list(rests_on(Proposal(()))) == []


def test_chinese() -> None:
    """A title is put together as Chinese does."""
    i18n.bind("zh_CN")
    assert title_of(PLAN, CLOCK, "zh_CN") == "11月24日 周二"
