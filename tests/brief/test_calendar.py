"""The calendar: one event a planned visit, read back as a calendar program reads it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from icalendar import Calendar

from repplan.brief.choosing import NothingPlanned
from repplan.day import BriefItem
from repplan.records import replace
from tests.brief.making import AT_8_40, FIRST, HOSTILE, SECOND, brief, hostile, written

if TYPE_CHECKING:
    from pathlib import Path


def events(content: bytes) -> list[Any]:
    """Return the events that a calendar program finds; what they hold is of many types."""
    return list(Calendar.from_ical(content).events)


def test_a_calendar_has_one_event_a_visit(tmp_path: Path) -> None:
    """Hours, place, who, and the brief's lines; the whole day where the start isn't known."""
    content = written(tmp_path, "day.ics")
    first, second = events(content)
    start = datetime(2026, 11, 24, 14, 40, tzinfo=UTC)
    assert (first["DTSTART"].dt, first["DTEND"].dt) == (start, start + timedelta(minutes=10))
    assert first["DTSTAMP"].dt == datetime(2026, 11, 24, 13, 5, tzinfo=UTC)
    assert (first["UID"], second["UID"]) == ("018f-1@repplan", "018f-2@repplan")
    assert (first["SUMMARY"], second["SUMMARY"]) == ("Anjali Patel, MD", "王建国 主任医师")
    assert first["LOCATION"] == "Valley Cardiology, suite 210, 200 Ridge Road, Kettering"
    assert (first["STATUS"], second["STATUS"]) == ("CONFIRMED", "TENTATIVE")
    assert (first["CLASS"], second["CLASS"]) == ("PRIVATE", "PRIVATE")
    assert (second["DTSTART"].dt, second["DTEND"].dt) == (date(2026, 11, 24), date(2026, 11, 25))
    assert first["DESCRIPTION"].splitlines() == [
        "A, cardiology, Tue 24 Nov 8:40, 10 min, agreed with Dana",
        "IN: suite 210; Lot C",
        "OWED: renal dosing table, 1 day late",
        "OWED: copay sheet, today",
        "STOP: sees no reps",
        'LAST: Tue 17 Nov seen "Show me renal"',
        "LAST: Tue 3 Nov",
        "WHEN: Tue seen 4 of 5",
        "@ Patel 8:40",
    ]


def test_a_calendar_is_as_the_standard_wants_it(tmp_path: Path) -> None:
    """Lines end in CRLF and have at most 75 octets, Chinese ones too (RFC 5545, 3.1)."""
    long = replace(SECOND, sections=brief(person=[BriefItem("NOTE", "血压" * 200)]).sections)
    content = written(tmp_path, "day.ics", [FIRST, long, hostile()])
    lines = content.split(b"\r\n")
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"\r\nMETHOD:PUBLISH\r\n" in content
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    assert "血压" * 200 in events(content)[1]["DESCRIPTION"]
    assert events(content)[2]["DESCRIPTION"].count(HOSTILE) >= 3


def test_an_event_without_minutes_has_no_end(tmp_path: Path) -> None:
    """How long it takes is not made up."""
    one = brief(visit=replace(AT_8_40, minutes_planned=None))
    [event] = events(written(tmp_path, "day.ics", [one]))
    assert "DTEND" not in event


def test_no_visit_no_calendar(tmp_path: Path) -> None:
    """A brief without a plan can't be an event: it is refused and no file is made."""
    path = tmp_path / "patel.ics"
    with pytest.raises(NothingPlanned):
        written(tmp_path, path.name, [brief(visit=None, start=None)])
    assert not path.exists()
