"""Days laid out: who may be visited and where, what is remarked on, and which ways are counted."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from repplan.accounts.actions import add_account
from repplan.config import Settings, read_settings
from repplan.errors import SeveralMatch
from repplan.routes.ends import NoSuchPlace
from repplan.routes.everybody import Pin
from repplan.routes.gathering import PlannedAlready
from repplan.routes.hours import Hours
from repplan.routes.layout import Layout, Options, slack_of
from repplan.routes.model import LUNCH
from repplan.routes.places import CITY, Known
from repplan.routes.travel import HOME, MATRIX, Legs, travel_of
from repplan.timeoff.actions import add_busy
from tests.routes.laying import add_due, laid_out, plan_at, put
from tests.routes.territory import HOME as HERE

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from repplan.routes.travel import Spot
    from tests.conftest import Writing
    from tests.routes.territory import Territory

TUE, WED, THU = date(2026, 11, 24), date(2026, 11, 25), date(2026, 11, 26)
HOTEL = "41.65,-83.54"
NO_END = "Where your day ends isn't known, so the way back isn't counted: config set home"
NO_START = "Where your day starts isn't known, so the way there isn't counted: config set home"


def _names(laid: Layout) -> set[str]:
    return {one.name for one in laid.prospects}


@pytest.mark.parametrize(
    ("setting", "said", "slack"),
    [
        ("", None, 0.15),
        ("20", None, 0.2),
        ("0", None, 0.0),
        ("99", None, 0.99),
        ("20", 0.05, 0.05),
        ("20", 0.0, 0.0),
    ],
)
def test_slack(setting: str, said: float | None, slack: float) -> None:
    """Slack is what the plan was asked for, none too, else the setting's percents."""
    settings = Settings({"route.slack": setting})
    assert slack_of(settings, Options(slack=said)) == pytest.approx(slack)


def test_days_laid_out(territory: Territory, db: sqlite3.Connection) -> None:
    """Who is due has a spot at their account, each day both its ends and its hours, in order."""
    laid = laid_out(db, WED, THU)
    assert _names(laid) == {
        "Anjali Patel, MD", "Daniel Cho, MD", "Marco Reyes, MD", "Karin Brandt, NP",
        "Lucia Ruiz, MD", "Sam Vole, MD",
    }  # fmt: skip
    assert [frame.day for frame in laid.frames] == [WED, THU]
    assert [(frame.start_name, frame.end_name) for frame in laid.frames] == [(HERE, HERE)] * 2
    (start, end), other = laid.ground.ends
    assert (start, end) == other
    assert laid.ground.spots[start].account_id == HOME
    for one in laid.prospects:
        spot = laid.ground.spots[laid.ground.spot_of[one.key]]
        assert spot.account_id == one.door.account_id
        assert not one.is_unplaced
    assert laid.travel == travel_of(read_settings(db))
    assert laid.remarks == ()
    assert set(laid.people.accounts) == set(territory.houses.values())


@pytest.mark.parametrize(
    ("home", "begins", "ends", "is_told"),
    [
        (HERE, "", "", False),
        ("", "", "", True),
        ("Nirgendwo", "", "", True),
        ("", HOTEL, "", False),
        (HERE, "", HOTEL, False),
    ],
)
def test_where_the_day_starts(
    territory: Territory,
    db: sqlite3.Connection,
    writing: Writing,
    home: str,
    begins: str,
    ends: str,
    is_told: bool,
) -> None:
    """Where a day starts that nobody knows is remarked on, and no way is counted from there."""
    assert territory.houses
    put(writing, {"home": home})
    laid = laid_out(db, options=Options(begins=begins, ends=ends))
    assert (NO_START in laid.remarks) == is_told
    # Where neither is known one line says it.
    assert (NO_END in laid.remarks) == (home != HERE and not ends and not is_told)
    start, end = laid.ground.ends[0]
    assert (start == laid.ground.free) == is_told
    assert (end == laid.ground.free) == (not ends and home != HERE)
    assert laid.frames[0].start_name == (begins or home)
    assert laid.frames[0].end_name == (ends or home)


@pytest.mark.parametrize(
    "options",
    [
        Options(begins="Nirgendwo"),
        Options(ends="Nirgendwo"),
        Options(nights={WED: "Nirgendwo"}),
        Options(begins="0,0"),
        Options(ends="Nobody House"),
    ],
)
def test_places_that_nobody_knows(
    territory: Territory, db: sqlite3.Connection, writing: Writing, options: Options
) -> None:
    """An option that names no place is refused, and says what was typed."""
    assert territory.houses
    add_due(writing, "Nobody")
    said = options.begins or options.ends or options.nights[WED]
    with pytest.raises(NoSuchPlace) as refused:
        laid_out(db, options=options)
    assert refused.value.said == said


def test_namesakes(territory: Territory, db: sqlite3.Connection, writing: Writing) -> None:
    """A place that two accounts are called is refused, with both."""
    assert territory.houses
    with writing("account add") as work:
        add_account(work, {"name": "Valley Cardiology", "city": "Toledo"})
    with pytest.raises(SeveralMatch) as refused:
        laid_out(db, options=Options(begins="Valley Cardiology"))
    assert refused.value.count == 2


@pytest.mark.parametrize(
    ("pin", "is_skipped", "is_refused"),
    [
        ((None, None), False, False),
        ((WED, 600), False, False),
        ((WED, 630), False, True),
        ((THU, None), False, True),
        (None, True, True),
        (None, False, False),
    ],
)
def test_what_is_planned_otherwise(
    territory: Territory,
    db: sqlite3.Connection,
    writing: Writing,
    pin: tuple[date | None, int | None] | None,
    is_skipped: bool,
    is_refused: bool,
) -> None:
    """A pin or skip of somebody who is planned otherwise is refused; the same again is no matter."""
    who = territory.people["patel"]
    plan_at(writing, who, WED, time(10))
    pins = (Pin(who, *pin),) if pin else ()
    skipped = frozenset({who} if is_skipped else ())
    if is_refused:
        with pytest.raises(PlannedAlready):
            laid_out(db, WED, THU, pins=pins, skipped=skipped)
        return
    (one,) = [each for each in laid_out(db, WED, THU, pins=pins).prospects if each.is_must]
    assert (one.name, one.pinned_on, one.pinned_at) == ("Anjali Patel, MD", WED, 600)


def test_better_minutes(territory: Territory, db: sqlite3.Connection) -> None:
    """Minutes from elsewhere take the estimate's place; they are asked for once, and remarks kept."""
    assert territory.houses
    asked: list[Sequence[Spot]] = []

    def asking(spots: Sequence[Spot]) -> tuple[Legs, tuple[str, ...]]:
        asked.append(spots)
        count = len(spots)
        table = [[0 if a == b else 17 for b in range(count)] for a in range(count)]
        return Legs(table, [[MATRIX] * count for _ in spots]), ("Three ways are missing.",)

    laid = laid_out(db, options=Options(asking=asking))
    (spots,) = asked
    assert list(spots) == list(laid.ground.spots)
    assert {each for row in laid.ground.legs.minutes for each in row} == {0, 17}
    assert laid.ground.minutes[0][1] == 17
    assert laid.remarks == ("Three ways are missing.",)


def test_who_says_where_addresses_lie(
    territory: Territory, db: sqlite3.Connection, writing: Writing
) -> None:
    """Accounts without coordinates lie where ``knowing`` says, as days' ends and as doors."""
    assert territory.houses
    house = add_due(writing, "Ng", city="Nowhere", country="US")
    places = {"Ng House": Known(CITY, (39.7, -84.0))}
    options = Options(ends="Ng House", knowing=lambda one: places.get(one.name, Known()))
    laid = laid_out(db, options=options)
    found = [one for one in laid.ground.spots if one.account_id == house]
    assert {(one.latitude, one.longitude) for one in found} == {(39.7, -84.0)}
    door, end = laid.ground.spot_of[_key(laid, "Ng")], laid.ground.ends[0][1]
    assert laid.ground.minutes[door][end] == 0


def _key(laid: Layout, name: str) -> str:
    return next(one.key for one in laid.prospects if one.name == name)


def test_a_night_too_far(territory: Territory, db: sqlite3.Connection) -> None:
    """A night hours away from everybody takes no way; home stays where those days begin and end."""
    assert territory.houses
    laid = laid_out(db, TUE, WED, options=Options(nights={TUE: "40.71,-74.01"}))
    (start, evening), (morning, end) = laid.ground.ends
    free = laid.ground.free
    assert (evening, morning) == (free, free)
    assert laid.ground.spots[start] == laid.ground.spots[end]
    names = [(one.start_name, one.end_name) for one in laid.frames]
    assert names == [(HERE, ""), ("", HERE)]
    (remark,) = laid.remarks
    assert remark.startswith("40.71,-74.01 is ")
    assert remark.endswith(" from everybody: the way isn't counted. Is it the right place?")


@pytest.mark.parametrize(("begins", "start"), [("", "Valley Cardiology"), (HOTEL, HOTEL)])
def test_in_the_middle_of_a_day(
    territory: Territory,
    db: sqlite3.Connection,
    writing: Writing,
    monkeypatch: pytest.MonkeyPatch,
    begins: str,
    start: str,
) -> None:
    """The day goes on from where one is, behind what has begun; what isn't logged is named."""
    plan_at(writing, territory.people["patel"], TUE, time(9, 55))
    monkeypatch.setenv("REPPLAN_NOW", "2026-11-24T10:01:00-06:00")
    laid = laid_out(db, TUE, options=Options(begins=begins))
    assert laid.frames[0].start_name == start
    assert laid.frames[0].end_name == HERE
    assert laid.frames[0].bare == Hours(610, 1050)
    assert [one.partition(".")[0] for one in laid.remarks] == ["Not logged yet: Patel 9:55"]
    later = laid_out(db, TUE, options=Options(free_from=660))
    assert later.frames[0].bound == 660


LOST_HERE = (
    "Where is Ng House? The way from there isn't counted. Say it: account edit ACCOUNT --postcode"
)


@pytest.mark.parametrize(
    ("home", "begins", "told"),
    [
        (HERE, "", [LOST_HERE]),
        ("", "", [LOST_HERE, NO_END]),
        (HERE, HOTEL, []),
        ("", HOTEL, [NO_END]),
    ],
)
def test_where_one_is_by_now_is_not_known(
    territory: Territory,
    db: sqlite3.Connection,
    writing: Writing,
    monkeypatch: pytest.MonkeyPatch,
    home: str,
    begins: str,
    told: list[str],
) -> None:
    """An account that can't be located is named as such: home isn't blamed for it."""
    assert territory.houses
    put(writing, {"home": home})
    house = add_due(writing, "Ng")
    who = db.execute("SELECT provider_id FROM affiliation WHERE account_id = ?", (house,))
    plan_at(writing, who.fetchone()[0], TUE, time(9, 55))
    monkeypatch.setenv("REPPLAN_NOW", "2026-11-24T10:01:00-06:00")
    laid = laid_out(db, TUE, options=Options(begins=begins))
    assert [one for one in laid.remarks if one in {LOST_HERE, NO_START, NO_END}] == told


def test_a_later_start_that_nobody_knows(
    territory: Territory, db: sqlite3.Connection, writing: Writing
) -> None:
    """Each day's start counts, not the first one's alone."""
    assert territory.houses
    put(writing, {"home": ""})
    told = laid_out(db, WED, THU, options=Options(nights={TUE: HOTEL, WED: HOTEL})).remarks
    assert [one for one in told if one in {NO_START, NO_END}] == [NO_END]
    told = laid_out(db, WED, THU, options=Options(nights={TUE: HOTEL})).remarks
    assert [one for one in told if one in {NO_START, NO_END}] == [NO_START]


def test_only_what_is_planned(
    territory: Territory,
    db: sqlite3.Connection,
    writing: Writing,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Looked at, a day has what is planned alone, and all its hours, though much has gone by."""
    plan_at(writing, territory.people["patel"], TUE, time(9, 55))
    monkeypatch.setenv("REPPLAN_NOW", "2026-11-24T12:10:00-06:00")
    laid = laid_out(db, TUE, is_planned_only=True)
    assert _names(laid) == {"Anjali Patel, MD"}
    assert [(one.first, one.until) for one in laid.frames[0].hours.gaps] == [(720, 750)]
    assert laid.frames[0].hours.opens == 510
    assert (laid.frames[0].start_name, laid.remarks) == (HERE, ())


def test_hours_that_are_taken(
    territory: Territory, db: sqlite3.Connection, writing: Writing
) -> None:
    """What is planned in hours that are taken is remarked on, and more slack moves lunch farther."""
    plan_at(writing, territory.people["patel"], WED, time(12, 40))
    with writing("timeoff add") as work:
        add_busy(work, WED, ("12:35", "13:30"))
    firsts = []
    for slack in (0.0, 0.9):
        laid = laid_out(db, options=Options(slack=slack))
        assert laid.remarks == ("Patel 12:40 lies in hours that are taken otherwise.",)
        firsts += [gap.first for gap in laid.frames[0].hours.gaps if gap.kind == LUNCH]
    assert len(firsts) == 2
    assert firsts[1] < firsts[0]
