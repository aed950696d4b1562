"""Calendar files as they shouldn't be: each fault is named, none costs more than itself."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.exchange import ics_lines
from repplan.exchange.faults import BadWholeFile
from repplan.exchange.ics_lines import Block, blocks
from repplan.exchange.ics_model import NotUnderstoodEvent
from repplan.exchange.ics_reading import Zones, read_event
from repplan.exchange.source import Source

HEAD, FOOT = b"BEGIN:VCALENDAR\r\n", b"END:VCALENDAR\r\n"


def read(raw: bytes) -> list[Block]:
    """Return the blocks of a file."""
    return list(blocks(Source("mine.ics", stream(raw), len(raw))))


def stream(raw: bytes) -> io.BufferedReader:
    """Return bytes as a file that is open."""
    return io.BufferedReader(io.BytesIO(raw))


def event(*lines: str) -> bytes:
    """Return one event of these lines."""
    return "\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT", ""]).encode()


def test_folded_lines_are_one() -> None:
    """A line goes on behind a blank or a tab, also where a character was cut in two."""
    raw = "SUMMARY:拜访王建国主任".encode()
    folded = raw[:10] + b"\r\n " + raw[10:15] + b"\n\t" + raw[15:]
    (one,) = read(HEAD + b"BEGIN:VEVENT\r\n" + folded + b"\r\nEND:VEVENT\r\n" + FOOT)
    assert one.lines == ["SUMMARY:拜访王建国主任"]
    assert one.line == 2


def test_what_nobody_needs_is_dropped() -> None:
    """A picture of ten megabytes, alarms and descriptions are passed over."""
    picture = b"ATTACH:" + b"x" * 10_000_000
    alarm = b"BEGIN:VALARM\r\nDESCRIPTION:no\r\nSUMMARY:no\r\nEND:VALARM\r\n"
    raw = (
        b"BEGIN:VEVENT\r\nUID:1\r\n" + picture + b"\r\n" + alarm + b"SUMMARY:yes\r\nEND:VEVENT\r\n"
    )
    (one,) = read(HEAD + raw + FOOT)
    assert (one.lines, one.problem) == (["UID:1", "SUMMARY:yes"], "")


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b"", "it is no calendar"),
        (b"name,city\nAnn,Dayton\n", "it is no calendar"),
        (b"BEGIN:VCARD\nEND:VCARD\n", "it is no calendar"),
        (b"BEGIN:A\r\n" * 31, "more than 30 deep"),
        (HEAD.decode().encode("utf-16"), "it is no calendar"),
    ],
)
def test_what_is_refused_whole(raw: bytes, problem: str) -> None:
    """What is no calendar, or is made to break one, is refused in a line."""
    with pytest.raises(BadWholeFile) as caught:
        read(raw)
    assert problem in caught.value.problem


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file has so many bytes and so many events, also where nobody knows its size before."""
    monkeypatch.setattr(ics_lines, "MOST_EVENTS", 3)
    with pytest.raises(BadWholeFile, match="events"):
        read(HEAD + event("UID:1") * 4 + FOOT)
    monkeypatch.setattr(ics_lines, "MOST_BYTES", 1_000_000)
    for size in (0, 2_000_000):
        with pytest.raises(BadWholeFile, match="1 MB"):
            list(blocks(Source("-", stream(HEAD + b"X" * 2_000_000), size)))


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (["SUMMARY:" + "x" * 30_000], "too long"),
        (["ATTENDEE:mailto:a@b.c"] * 2_001, "too long"),
        (["DTSTART:20261126T090000"], "no UID"),
        (["UID:1"], "no day"),
        (["UID:1", "DTSTART:garbage"], "no day"),
        (["UID:1", "DTSTART;;VALUE=DATE-TIME:20140409T093000"], "no day"),
        (["UID:1", "DTSTART:20261126T090000", "DTEND:20261126T080000"], "ends before"),
        (["UID:1", "DTSTART:20261126", "DTEND:20261126T080000"], "ends with an hour"),
        (["UID:1", "DTSTART:20261126T090000Z", "DTEND:20261126T100000"], "one of its times"),
        (["UID:1", "DTSTART:20261126T090000", "DTEND:garbage"], "end can't be read"),
        (["UID:1", "DTSTART:20261126T090000", "DTEND:20361126T090000"], "more than a year"),
        (["UID:1", "DTSTART:20261126T090000", "DURATION:P9999999999999999W"], "can't be read"),
        (["UID:1", "DTSTART:20261126T090000", "DURATION:P9999W"], "more than a year"),
        (["UID:1", "DTSTART:00011126T090000"], "day can't be"),
        (["UID:1", "DTSTART:99991126T090000Z"], "day can't be"),
        (["UID:1", "DTSTART;TZID=Mars/Phobos:20261126T090000"], "Mars/Phobos"),
        (["UID:1", "DTSTART:20261126T090000", "DTSTART:20261127T090000"], "twice"),
        (["UID:1", "DTSTART:20261126T090000", "RRULE:FREQ=SECONDLY"], "how it repeats"),
        (["UID:1", "DTSTART:20261126T090000", "RRULE:FREQ=DAILY;BYHOUR=9,10"], "how it repeats"),
        (["UID:1", "DTSTART:20261126T090000", "RRULE:FREQ=DAILY;INTERVAL=0"], "how it repeats"),
        (["UID:1", "DTSTART:20261126T090000", "RRULE:FREQ=YEARLY;BYMONTHDAY=99"], ""),
        (["UID:1", "DTSTART:20261126T090000", "RRULE:nonsense"], ""),
        (["UID:1", "DTSTART:20261126T090000", "RRULE:FREQ=DAILY", "RRULE:FREQ=WEEKLY"],
         "how it repeats"),
        (["UID:1", "DTSTART:20261126T090000", "EXRULE:FREQ=DAILY"], "how it repeats"),
        (["UID:1", "DTSTART:20261126T090000",
          "RDATE:" + ",".join(["20261127T090000"] * 1_000)] + ["RDATE:" + ",".join(
              ["20261127T090000"] * 1_000)] * 2, "too long"),
    ],
)  # fmt: skip
def test_an_event_that_cant_be_read(lines: list[str], problem: str) -> None:
    """Each is refused by itself, and says why; the one behind it is read."""
    broken, sound = read(HEAD + event(*lines) + event("UID:2", "DTSTART:20261126T090000") + FOOT)
    with pytest.raises(NotUnderstoodEvent) as caught:
        read_event(broken, Zones())
    assert problem in str(caught.value)
    assert str(caught.value)
    assert read_event(sound, Zones()).uid == "2"


def test_bytes_that_are_no_text() -> None:
    """An event in another encoding is named; a file that is cut off says so of its last event."""
    raw = HEAD + b"BEGIN:VEVENT\r\nSUMMARY:\xcd\xf5\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2\r\n"
    other, cut = read(raw)
    assert other.problem == "it isn't UTF-8"
    assert cut.problem == "the file ends in the middle of it"


def test_a_zone_that_would_never_answer_isnt_asked() -> None:
    """A time zone of the file's own is used where its clock changes are those of clocks."""
    zone = (
        "BEGIN:VTIMEZONE\r\nTZID:{name}\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
        "TZOFFSETFROM:+0500\r\nTZOFFSETTO:+0500\r\n{rule}END:STANDARD\r\nEND:VTIMEZONE\r\n"
    )
    for name, rule, is_known in (
        ("One", "", True),
        ("Two", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n", True),
        ("Three", "RRULE:FREQ=SECONDLY\r\n", False),
        ("Four", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\r\n", False),
    ):
        zones = Zones()
        meeting = event("UID:1", f"DTSTART;TZID={name}:20261126T090000")
        definition, one = read(HEAD + zone.format(name=name, rule=rule).encode() + meeting + FOOT)
        zones.add(definition)
        if not is_known:
            with pytest.raises(NotUnderstoodEvent):
                read_event(one, zones)
            continue
        start = read_event(one, zones).start
        assert start.isoformat() == "2026-11-26T09:00:00+05:00"


@given(st.binary(max_size=300))
def test_any_bytes(raw: bytes) -> None:
    """Whatever the bytes are, each event is read or refused with a reason, the file at the worst."""
    try:
        found = read(HEAD + b"BEGIN:VEVENT\r\nUID:1\r\n" + raw + b"\r\nEND:VEVENT\r\n" + FOOT)
    except BadWholeFile:
        return
    for one in found:
        if one.name == ics_lines.EVENT:
            try:
                assert read_event(one, Zones()).uid
            except NotUnderstoodEvent:
                continue
