"""A plan as a calendar: a whole file, what changes it, what takes a visit out of it again."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from icalendar import Calendar

from repplan import i18n
from repplan.brief.choosing import NothingPlanned
from repplan.records import replace
from repplan.routes.calendar import NotAccepted, _instant
from repplan.routes.model import Proposal
from repplan.visits import queries as visits
from repplan.visits.actions import amend_visit, cancel_visit, plan_visit
from repplan.visits.uids import event_uid
from tests.routes.kept import plan_of, plan_tuesday, written
from tests.routes.plans import DAY, HOSTILE, PLAN, ROUTE

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping
    from pathlib import Path

    from repplan.providers.model import Provider
    from tests.conftest import Run, Writing

WHOLE = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//repplan//brief//EN
METHOD:PUBLISH
BEGIN:VEVENT
SUMMARY:Anjali Patel\\, MD
DTSTART:20261124T143000Z
DTEND:20261124T145000Z
DTSTAMP:20261124T000500Z
UID:*@repplan
SEQUENCE:0
CLASS:PRIVATE
DESCRIPTION:Leave Home by 8:05\\, 25 minutes on the way.\\nA\\, cardiology\\, \
Tue 24 Nov 8:30\\, 20 min\\, agreed with Dana\\nIN: Valley Cardiology\\n\
@ Anjali Patel 8:30
GEO:41.5031;-81.621
LAST-MODIFIED:20261124T130500Z
LOCATION:Valley Cardiology
STATUS:CONFIRMED
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:Leave Home by 8:05\\, 25 minutes on the way. Anjali Patel\\, MD
TRIGGER:-PT35M
END:VALARM
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture(autouse=True)
def tuesday(writing: Writing, people: Mapping[str, Provider]) -> None:
    """Plan the Tuesday of all these tests."""
    plan_tuesday(writing, people)


def events(content: bytes) -> dict[str, Any]:
    """Return the events that a calendar program finds, by their summary."""
    return {str(one["SUMMARY"]): one for one in Calendar.from_ical(content).events}


def test_a_whole_file(db: sqlite3.Connection, tmp_path: Path) -> None:
    """One visit, unfolded: place, point, when to leave, the brief, an alarm before leaving."""
    whole = plan_of(db)
    content = written(db, tmp_path, proposal=whole)
    first = content.partition(b"END:VEVENT")[0] + b"END:VEVENT\r\nEND:VCALENDAR\r\n"
    text = re.sub(r"UID:[0-9a-f-]{36}@", "UID:*@", first.decode().replace("\r\n ", ""))
    assert text == WHOLE.replace("\n", "\r\n")


def test_a_calendar_program_reads_it_back(db: sqlite3.Connection, tmp_path: Path) -> None:
    """Each visit is one event with its own hours; a Chinese name and an alarm on foot too."""
    found = events(written(db, tmp_path, proposal=plan_of(db)))
    assert list(found) == ["Anjali Patel, MD", "王建国 主任医师"]
    one = found["王建国 主任医师"]
    start = datetime(2026, 11, 24, 16, tzinfo=UTC)
    assert (one["DTSTART"].dt, one["DTEND"].dt) == (start, start + timedelta(minutes=25))
    assert one["GEO"].to_ical() == "41.506;-81.6068"
    assert one["LOCATION"] == "市一医院"
    assert one["STATUS"] == "TENTATIVE"
    told = one["DESCRIPTION"].splitlines()[0]
    assert told == "Leave Valley Cardiology by 9:52, 8 minutes on foot."
    [alarm] = one.subcomponents
    assert alarm["TRIGGER"].dt == timedelta(minutes=-18)


def test_lines_are_as_the_standard_wants_them(
    db: sqlite3.Connection, tmp_path: Path, writing: Writing, people: Mapping[str, Provider]
) -> None:
    """CRLF, at most 75 octets, and no name begins a line of its own (RFC 5545, 3.1)."""
    with writing() as work:
        plan_visit(
            work, on=DAY, at=time(15), provider_ids=[people["zhou"].id], account_id=None,
            cells={"agreed_with": HOSTILE + "血压" * 90},
        )  # fmt: skip
    content = written(db, tmp_path, proposal=plan_of(db))
    lines = content.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert b"\r" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    found = events(content)
    assert sorted(found) == ["Anjali Patel, MD", "周一鸣", "王建国 主任医师"]
    assert "血压" * 90 in found["周一鸣"]["DESCRIPTION"]
    assert len(re.findall(rb"(?m)^SUMMARY", content)) == len(found)


def test_a_change_is_a_newer_version(
    db: sqlite3.Connection, tmp_path: Path, writing: Writing
) -> None:
    """A visit that is moved keeps its UID, and its SEQUENCE and LAST-MODIFIED grow."""
    before = events(written(db, tmp_path, proposal=plan_of(db)))["Anjali Patel, MD"]
    [visit, _other] = visits.planned(db, start="2026-11-24", until="2026-11-25")
    with writing("visit amend", now="2026-11-24T08:00:00-06:00") as work:
        amend_visit(work, visit.id, {}, on=DAY, at=time(9, 15))
    after = events(written(db, tmp_path, proposal=plan_of(db)))["Anjali Patel, MD"]
    assert after["UID"] == before["UID"] == event_uid(visit.id)
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)
    assert before["LAST-MODIFIED"].dt < after["LAST-MODIFIED"].dt
    assert after["DTSTART"].dt == datetime(2026, 11, 24, 15, 15, tzinfo=UTC)


def test_brief_and_plan_agree_on_the_version(
    db: sqlite3.Connection, tmp_path: Path, run: Run
) -> None:
    """The same visit in a calendar of briefs has the same UID, SEQUENCE and hours."""
    path = tmp_path / "brief.ics"
    assert run("brief", "--day", "--to", str(path)).code == 0
    briefs = events(path.read_bytes())
    plans = events(written(db, tmp_path, proposal=plan_of(db)))
    assert list(briefs) == list(plans)
    for name in plans:
        for key in ("UID", "SEQUENCE", "LAST-MODIFIED", "LOCATION", "STATUS"):
            assert briefs[name][key] == plans[name][key]
        assert briefs[name]["DTSTART"].dt == plans[name]["DTSTART"].dt


def test_a_visit_called_off_is_taken_out(
    db: sqlite3.Connection, tmp_path: Path, writing: Writing
) -> None:
    """A cancelled visit is written with its newer version, nothing of its brief, and no alarm."""
    uids = {name: one["UID"] for name, one in _events(db, tmp_path).items()}
    [visit, _other] = visits.planned(db, start="2026-11-24", until="2026-11-25")
    with writing("visit cancel") as work:
        cancel_visit(work, visit.id)
    found = _events(db, tmp_path)
    assert {name: one["UID"] for name, one in found.items()} == uids
    one = found["Anjali Patel, MD"]
    assert (one["STATUS"], one["SEQUENCE"]) == ("CANCELLED", 1)
    assert "DESCRIPTION" not in one
    assert one.subcomponents == []
    assert found["王建国 主任医师"]["STATUS"] == "TENTATIVE"


def test_a_plan_taken_back_is_taken_out(db: sqlite3.Connection, tmp_path: Path, run: Run) -> None:
    """What ``undo`` removed from the store is cancelled in the next calendar of those days."""
    uids = {str(one["UID"]) for one in _events(db, tmp_path).values()}
    assert run("undo").code == 0
    content = written(db, tmp_path, proposal=Proposal((replace(ROUTE, stops=()),)))
    gone = list(Calendar.from_ical(content).events)
    assert {str(one["UID"]) for one in gone} == uids
    assert {(str(one["STATUS"]), one["SEQUENCE"]) for one in gone} == {("CANCELLED", 1)}
    assert {str(one["SUMMARY"]) for one in gone} == {"Valley Cardiology", "市一医院"}


def test_a_visit_moved_to_another_day_is_there(
    db: sqlite3.Connection, tmp_path: Path, writing: Writing
) -> None:
    """A calendar that has it on the old day moves it: the same UID on the new day, a new version."""
    before = _events(db, tmp_path)["Anjali Patel, MD"]
    [visit, _other] = visits.planned(db, start="2026-11-24", until="2026-11-25")
    with writing("visit amend") as work:
        amend_visit(work, visit.id, {}, on=date(2026, 11, 27), at=time(9))
    after = _events(db, tmp_path)["Anjali Patel, MD"]
    assert (after["UID"], after["SEQUENCE"]) == (before["UID"], 1)
    assert after["DTSTART"].dt == datetime(2026, 11, 27, 15, tzinfo=UTC)


def test_what_never_was_planned_isnt_cancelled(
    db: sqlite3.Connection, tmp_path: Path, run: Run
) -> None:
    """A visit that was only ever logged as called off has never been in a calendar."""
    done = run("log", "dev", "cancelled", "--outcome", "cancelled", "--at", "9:00",
               now="2026-11-24T18:00:00-06:00")  # fmt: skip
    assert done.code == 0, done.err
    assert set(_events(db, tmp_path)) == {"Anjali Patel, MD", "王建国 主任医师"}


def test_a_call_is_an_event_too(
    db: sqlite3.Connection, tmp_path: Path, writing: Writing, people: Mapping[str, Provider]
) -> None:
    """What is planned for the day and on no route, a telephone call, isn't lost."""
    with writing() as work:
        plan_visit(
            work, on=DAY, at=time(16), provider_ids=[people["dev"].id], account_id=None,
            cells={"channel": "phone", "minutes_planned": 10},
        )  # fmt: skip
    whole = plan_of(db)
    route = replace(whole.routes[0], stops=whole.routes[0].stops[:2])
    found = events(written(db, tmp_path, proposal=Proposal((route,))))
    assert found["Dev Patel"]["DTSTART"].dt == datetime(2026, 11, 24, 22, tzinfo=UTC)
    assert found["Dev Patel"].subcomponents == []


def test_a_visit_without_an_hour_takes_the_routes(
    db: sqlite3.Connection, tmp_path: Path, writing: Writing, people: Mapping[str, Provider]
) -> None:
    """Where the store knows only the day, the plan says when."""
    with writing() as work:
        plan_visit(
            work, on=DAY, at=None, provider_ids=[people["zhou"].id], account_id=None, cells={}
        )
    one = _events(db, tmp_path)["周一鸣"]
    start = datetime(2026, 11, 24, 17, tzinfo=UTC)
    assert (one["DTSTART"].dt, one["DTEND"].dt) == (start, start + timedelta(minutes=15))


def test_what_isnt_accepted_is_no_event(db: sqlite3.Connection, tmp_path: Path) -> None:
    """A proposal, or an hour that the store doesn't have, is refused; no file is made."""
    with pytest.raises(NotAccepted) as refusal:
        written(db, tmp_path, proposal=PLAN)
    assert refusal.value.count == 5
    whole = plan_of(db)
    first, *rest = whole.routes[0].stops
    later = replace(first, starts=first.starts + 15, ends=first.ends + 15)
    moved = Proposal((replace(whole.routes[0], stops=(later, *rest)),))
    with pytest.raises(NotAccepted) as refusal:
        written(db, tmp_path, proposal=moved)
    assert refusal.value.count == 1
    assert not (tmp_path / "day.ics").exists()


def test_without_a_visit_there_is_no_calendar(db: sqlite3.Connection, tmp_path: Path) -> None:
    """A calendar of nothing is none: it is refused and no file is made."""
    other = replace(ROUTE, day=date(2026, 12, 1), stops=())
    with pytest.raises(NothingPlanned):
        written(db, tmp_path, proposal=Proposal((other,)))
    assert not (tmp_path / "day.ics").exists()


@pytest.mark.parametrize(
    ("day", "minute", "instant"),
    [
        (date(2026, 11, 24), 510, "2026-11-24T14:30:00Z"),
        (date(2026, 11, 24), 24 * 60, "2026-11-25T06:00:00Z"),
        (date(2026, 11, 1), 60, "2026-11-01T06:00:00Z"),  # comes twice: the first
        (date(2026, 11, 1), 540, "2026-11-01T15:00:00Z"),  # a day of 25 hours
        (date(2027, 3, 14), 150, "2027-03-14T08:30:00Z"),  # left out: the hour after
    ],
)
def test_minutes_are_the_clocks_on_the_wall(day: date, minute: int, instant: str) -> None:
    """A minute of a plan is a local one, on the days that the clocks change too."""
    assert _instant(day, minute) == instant


def test_an_hour_with_seconds_is_the_plans(
    db: sqlite3.Connection, tmp_path: Path, writing: Writing
) -> None:
    """What another calendar put seconds to is still at its minute: accepted, and written as it is."""
    with writing() as work:
        work.db.execute(
            "UPDATE visit SET start_at = '2026-11-24T14:30:20Z' WHERE agreed_with = 'Dana'"
        )
    one = _events(db, tmp_path)["Anjali Patel, MD"]
    assert one["DTSTART"].dt == datetime(2026, 11, 24, 14, 30, 20, tzinfo=UTC)


def test_what_is_personal_stays_at_home(db: sqlite3.Connection, tmp_path: Path, run: Run) -> None:
    """Personal notes are in a calendar only if they were asked for."""
    note = "Showed me the table; ^ plays the cello"
    assert run("log", "anjali", note, "--at", "8:40", now="2026-11-17T18:00:00-06:00").code == 0
    plain = _events(db, tmp_path)["Anjali Patel, MD"]["DESCRIPTION"]
    assert "Showed me the table" in plain
    assert "cello" not in plain
    asked = events(written(db, tmp_path, proposal=plan_of(db), is_personal=True))
    assert "cello" in asked["Anjali Patel, MD"]["DESCRIPTION"]


def test_chinese(db: sqlite3.Connection, tmp_path: Path) -> None:
    """Its words are the reader's."""
    i18n.bind("zh_CN")
    content = written(db, tmp_path, proposal=plan_of(db), language="zh_CN")
    assert "11月24日 周二" in events(content)["王建国 主任医师"]["DESCRIPTION"]


def _events(db: sqlite3.Connection, folder: Path) -> dict[str, Any]:
    return events(written(db, folder, proposal=plan_of(db)))
