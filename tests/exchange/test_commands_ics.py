"""``repplan import ics``: what it answers, what it writes, and what it leaves alone."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from repplan.timeoff import queries
from repplan.visits.uids import event_uid, sequence, visit_id_of

if TYPE_CHECKING:
    import sqlite3

    from tests.conftest import Run
    from tests.exchange.conftest import Calendar

pytestmark = pytest.mark.usefixtures("people")

DRY = "Nothing was written: this was a dry run.\n"
SAME = "It was so already: nothing was changed.\n"
PATEL = "DTSTART:20261125T084000\nDTEND:20261125T085000\nSUMMARY:Anjali Patel"
TEAM = "DTSTART:20261125T150000Z\nDTEND:20261125T153000Z\nSUMMARY:Team"


def busy(db: sqlite3.Connection, day: int, month: int = 11, year: int = 2026) -> list[str]:
    """Return the busy hours of a day: ``9:00-9:30 Team``."""
    return [
        f"{one.from_min // 60}:{one.from_min % 60:02}-{one.until_min // 60}:{one.until_min % 60:02}"
        f" {one.what}"
        for one in queries.busy(db, date(year, month, day))
    ]


def visits(run: Run) -> list[tuple[str, str, str]]:
    """Return the visits, the first first: their day, hour (UTC) and state."""
    found = run("visit", "list", "--json").json["visits"]
    return sorted((one["date"], one["start"] or "", one["state"]) for one in found)


def test_appointments_come_back(run: Run, calendar: Calendar, db: sqlite3.Connection) -> None:
    """Who is recognised is visited; other appointments take their hours; once is enough."""
    path = calendar(
        PATEL, TEAM, "DTSTART:20261124T080000\nDTEND:20261124T081500\nSUMMARY:拜访王主任"
    )
    said = run("import", "ics", path)
    assert said.masked == (
        "mine.ics  new 3  changed 0  same 0  unclear 0  refused 0\n"
        "  line 3  new  Wed 25 Nov 8:40 Anjali Patel  visit: Anjali Patel, MD\n"
        "  line 15  new  Tue 24 Nov 8:00 拜访王主任  visit: 王建国 主任医师\n"
        "Next: repplan visit list --state planned | repplan timeoff list\n"
        "Saved. Take it back: repplan undo b-*\n"
    )
    assert visits(run) == [
        ("2026-11-24", "2026-11-24T14:00:00Z", "planned"),
        ("2026-11-25", "2026-11-25T14:40:00Z", "planned"),
    ]
    assert busy(db, 25) == ["9:00-9:30 Team"]
    one = run("visit", "show", "anjali", "--json").json
    assert (one["appointment"], one["minutes_planned"]) == ("agreed", 10)
    again = run("import", "ics", path)
    assert again.out == f"mine.ics  new 0  changed 0  same 3  unclear 0  refused 0\n{SAME}"
    assert run("undo").code == 0
    assert visits(run) == []
    assert busy(db, 25) == []


def test_a_dry_run_writes_nothing(run: Run, calendar: Calendar, db: sqlite3.Connection) -> None:
    """A dry run answers what the import would, with no ref and no batch."""
    done = run("import", "ics", calendar(PATEL, TEAM), "--dry-run", "--json")
    assert done.json["counts"]["new"] == 2
    assert done.json["batch"] is None
    assert [one["ref"] for one in done.json["rows"]] == [None, None]
    assert run("import", "ics", calendar(PATEL), "--dry-run").out.endswith(DRY)
    assert visits(run) == []
    assert busy(db, 25) == []


def test_moved_and_called_off(run: Run, calendar: Calendar, db: sqlite3.Connection) -> None:
    """A newer version moves what it became, an older one is ignored, CANCELLED calls it off."""
    run("import", "ics", calendar(f"{PATEL}\nSEQUENCE:1", f"{TEAM}\nSEQUENCE:1"))
    moved = calendar(
        f"{PATEL.replace('T08', 'T11')}\nSEQUENCE:2",
        f"{TEAM.replace('25T15', '26T16')}\nSEQUENCE:2",
    )
    assert "changed 2" in run("import", "ics", moved).out
    assert visits(run) == [("2026-11-25", "2026-11-25T17:40:00Z", "planned")]
    assert (busy(db, 25), busy(db, 26)) == ([], ["10:00-10:30 Team"])
    older = run("import", "ics", calendar(f"{PATEL}\nSEQUENCE:1", f"{TEAM}\nSEQUENCE:1"))
    assert "left aside: older versions 2" in older.out
    assert busy(db, 26) == ["10:00-10:30 Team"]
    off = calendar(
        f"{PATEL}\nSEQUENCE:3\nSTATUS:CANCELLED", f"{TEAM}\nSEQUENCE:3", head="METHOD:CANCEL"
    )
    assert "changed 2" in run("import", "ics", off).out
    assert visits(run) == [("2026-11-25", "2026-11-25T17:40:00Z", "cancelled")]
    assert busy(db, 26) == []
    assert run("import", "ics", moved).out.endswith(SAME)
    again = calendar(f"{TEAM}\nUID:2@example.org\nSEQUENCE:4")
    assert "new 1" in run("import", "ics", again).out
    assert busy(db, 25) == ["9:00-9:30 Team"]


def test_what_the_rep_ended_stays_ended(
    run: Run, calendar: Calendar, db: sqlite3.Connection
) -> None:
    """Busy time that was ended here, and a visit that was called off, don't come back."""
    path = calendar(PATEL, TEAM)
    run("import", "ics", path)
    run("timeoff", "end", "team")
    run("visit", "cancel", "anjali")
    assert "same 2" in run("import", "ics", path).out
    assert busy(db, 25) == []
    assert visits(run)[0][2] == "cancelled"


def test_our_own_events(run: Run, calendar: Calendar, db: sqlite3.Connection) -> None:
    """An event that repplan wrote moves its visit, and calls it off; the plan's newer word counts."""
    run("visit", "plan", "anjali", "--at", "wed 9:00", "--minutes", "10")
    (identity,) = db.execute("SELECT id FROM visit").fetchone()
    uid = f"UID:{event_uid(identity)}\nSUMMARY:PATEL, Anjali MD"
    there = f"{uid}\nDTSTART:20261125T150000Z\nDTEND:20261125T151000Z"
    assert "same 1" in run("import", "ics", calendar(there)).out
    moved = f"{uid}\nDTSTART:20261127T160000Z\nDTEND:20261127T162000Z"
    assert "moved as in the calendar" in run("import", "ics", calendar(moved)).out
    assert visits(run) == [("2026-11-27", "2026-11-27T16:00:00Z", "planned")]
    assert run("visit", "show", "anjali", "--json").json["minutes_planned"] == 20
    # What was read back is no newer version; what the rep changes here is.
    assert sequence(db, identity) == 0
    run("visit", "amend", "anjali", "--at", "30 nov 9:00")
    assert sequence(db, identity) == 1
    assert "the plan is newer than this file" in run("import", "ics", calendar(moved)).out
    there = f"{uid}\nDTSTART:20261130T150000Z\nDTEND:20261130T152000Z"
    assert run("import", "ics", calendar(there)).out.endswith(
        f"same 1  unclear 0  refused 0\n{SAME}"
    )
    assert "newer" in run("import", "ics", calendar(f"{there}\nSTATUS:CANCELLED")).out
    newer = f"{moved}\nSEQUENCE:1"
    assert "changed 1" in run("import", "ics", calendar(newer)).out
    off = f"{newer}\nSTATUS:CANCELLED"
    assert "called off in the calendar" in run("import", "ics", calendar(off)).out
    assert visits(run)[0][2] == "cancelled"
    assert run("import", "ics", calendar(off)).out.endswith(SAME)
    strange = moved.replace(identity, "0193605a-1d2e-7000-8000-0242ac120002")
    assert "a visit that isn't in this store" in run("import", "ics", calendar(strange)).out
    assert visit_id_of("x@repplan") is None


def test_what_was_exported_is_the_same(run: Run, tmp_path: Path) -> None:
    """A plan that was written for the phone and read back changes nothing."""
    run("visit", "plan", "anjali", "--at", "wed 9:00", "--minutes", "10")
    run("visit", "plan", "wang", "--at", "thu")
    path = str(tmp_path / "plan.ics")
    for who in ("anjali", "wang"):
        run("brief", who, "--to", path, "--force")
        assert run("import", "ics", path).out.endswith(SAME)


def test_undo_of_what_an_appointment_was_taken_for(run: Run, calendar: Calendar) -> None:
    """A plan made before is known by its appointment; taken back, it is gone, and planned anew."""
    made = run("visit", "plan", "anjali", "--at", "wed 8:40", "--minutes", "10", "--json").json
    assert "planned already" in run("import", "ics", calendar(PATEL)).out
    undone = run("undo", made["batch"])
    assert undone.code in {0, 6}, undone.err
    assert run("check").code == 0
    assert run("import", "ics", calendar(PATEL)).code == 0
    assert len(visits(run)) == 1


def test_a_rule_is_kept(run: Run, calendar: Calendar, db: sqlite3.Connection) -> None:
    """What a rule refuses is no visit: it takes its hours, and the reason is told."""
    run("reception", "add", "valley", "--days", "tue")
    said = run("import", "ics", calendar(PATEL))
    assert "busy time: Valley Cardiology receives on Tue only" in said.out
    assert busy(db, 25) == ["8:40-8:50 Anjali Patel"]
    assert visits(run) == []
    run("reception", "end", "valley")
    # Now it may be: the hours become the visit's.
    assert "new 1" in run("import", "ics", calendar(PATEL)).out
    assert busy(db, 25) == []
    assert len(visits(run)) == 1


def test_several_may_be_meant(run: Run, calendar: Calendar, db: sqlite3.Connection) -> None:
    """Nobody is guessed; an e-mail address decides."""
    said = run("import", "ics", calendar(PATEL.replace("Anjali", "Dr")))
    assert "several may be meant: Anjali Patel, MD p-" in said.out
    assert busy(db, 25) == ["8:40-8:50 Dr Patel"]
    run("provider", "edit", "dev", "--email", "dev@example.org")
    invited = PATEL.replace("Anjali", "Dr") + "\nATTENDEE;CN=Dev:MAILTO:Dev@example.org"
    assert "visit: Dev Patel" in run("import", "ics", calendar(invited)).out


def test_one_plan_a_day(run: Run, calendar: Calendar) -> None:
    """A visit that is planned already is the same one; at another hour it is told, and untouched."""
    run("visit", "plan", "anjali", "--at", "wed")
    assert "changed 1" in run("import", "ics", calendar(PATEL)).out
    assert visits(run) == [("2026-11-25", "2026-11-25T14:40:00Z", "planned")]
    other = PATEL.replace("T08", "T16") + "\nUID:other"
    assert "is planned with them that day at 08:40" in run("import", "ics", calendar(other)).out
    assert len(visits(run)) == 1


SERIES = "UID:w\nDTSTART;TZID=America/Chicago:20261027T090000\nDURATION:PT30M\nSUMMARY:Team"


def test_series(run: Run, calendar: Calendar, db: sqlite3.Connection) -> None:
    """A series is read sixty days ahead; one left out, moved or called off is; its past isn't told."""
    weekly = f"{SERIES}\nRRULE:FREQ=WEEKLY\nEXDATE;TZID=America/Chicago:20261201T090000"
    one = SERIES.replace("20261027T09", "20261208T14") + "\nRECURRENCE-ID:20261208T150000Z"
    gone = f"{SERIES}\nRECURRENCE-ID:20261215T150000Z\nSTATUS:CANCELLED"
    said = run("import", "ics", calendar(weekly, one, gone))
    assert "what repeats was read up to 2027-01-23" in said.out
    assert [busy(db, day, 12) for day in (1, 8, 15, 22)] == [
        [], ["14:00-14:30 Team"], [], ["9:00-9:30 Team"],
    ]  # fmt: skip
    assert busy(db, 24) == ["9:00-9:30 Team"]
    assert busy(db, 26, 1, 2027) == []
    # Later it ends before Christmas: what is no longer in it goes.
    shorter = weekly.replace("WEEKLY", "WEEKLY;UNTIL=20261210T000000Z") + "\nSEQUENCE:1"
    assert "changed" in run("import", "ics", calendar(shorter, one)).out
    assert busy(db, 22, 12) == []
    assert busy(db, 8, 12) == ["14:00-14:30 Team"]
    assert "changed" in run("import", "ics", calendar(f"{shorter}\nSTATUS:CANCELLED")).out
    assert busy(db, 24) == []


def test_across_a_clock_change(run: Run, calendar: Calendar, db: sqlite3.Connection) -> None:
    """Nine in Berlin is two in Chicago, three for the weeks in which only one has changed; hours hold."""
    daily = ("DTSTART;TZID=Europe/Berlin:20270301T150000\nDURATION:PT1H\nRRULE:FREQ=DAILY\n"
             "SUMMARY:Call")  # fmt: skip
    now = "2027-03-01T06:00:00-06:00"
    run("import", "ics", calendar(daily), now=now)
    assert [busy(db, day, 3, 2027) for day in (12, 14, 27, 28)] == [
        ["8:00-9:00 Call"], ["9:00-10:00 Call"], ["9:00-10:00 Call"], ["8:00-9:00 Call"],
    ]  # fmt: skip
    night = "DTSTART;TZID=America/Chicago:20270313T230000\nDURATION:PT6H\nSUMMARY:Night"
    run("import", "ics", calendar(night, file="night.ics"), now=now)
    assert busy(db, 14, 3, 2027)[0] == "0:00-6:00 Night"


def test_times_in_other_zones(run: Run, calendar: Calendar, db: sqlite3.Connection) -> None:
    """UTC, a zone, a zone as Windows calls it, and no zone at all: each in local time."""
    hours = ["DTSTART:20261125T150000Z", "DTSTART;TZID=Europe/London:20261125T150000",
             "DTSTART;TZID=China Standard Time:20261125T230000", "DTSTART:20261125T090000"]  # fmt: skip
    run("import", "ics", calendar(*(f"{one}\nDURATION:PT15M\nSUMMARY:x" for one in hours)))
    assert busy(db, 25) == ["9:00-9:15 x"] * 4


def test_whole_days(run: Run, calendar: Calendar, db: sqlite3.Connection) -> None:
    """Whole days are time off where they say so; a birthday, a reminder and free time take nothing."""
    path = calendar(
        "DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261227\nSUMMARY:Away\n"
        "X-MICROSOFT-CDO-BUSYSTATUS:OOF",
        "DTSTART;VALUE=DATE:20261230\nSUMMARY:年假",
        "DTSTART;VALUE=DATE:20261130\nSUMMARY:Birthday of Mum",
        "DTSTART;VALUE=DATE:20261130\nSUMMARY:Out of office\nTRANSP:TRANSPARENT",
        f"{TEAM}\nTRANSP:TRANSPARENT",
        "DTSTART:20261130T090000\nSUMMARY:Reminder",
    )
    said = run("import", "ics", path)
    assert "new 2" in said.out
    assert "left aside: not busy 3, whole days, not out of office 1" in said.out
    days = queries.days_off(db, date(2026, 11, 24), date(2027, 1, 1))
    assert [(one.day.day, one.what) for one in days] == [
        (24, "Away"), (25, "Away"), (26, "Away"), (30, "年假"),
    ]  # fmt: skip


def test_gone_by_private_and_broken(run: Run, calendar: Calendar) -> None:
    """What is over is counted; a private event has no words here; a broken one costs itself alone."""
    path = calendar(
        "DTSTART:20261124T060000\nDTEND:20261124T070500\nSUMMARY:early",
        "DTSTART:20200101T060000\nSUMMARY:old",
        f"{TEAM}\nCLASS:PRIVATE",
        "DTSTART:garbage\nSUMMARY:broken",
        "DTSTART:20261130T090000\nDTEND:20261130T080000\nSUMMARY:turned",
    )
    said = run("import", "ics", path)
    assert "new 1  changed 0  same 0  unclear 0  refused 2" in said.out
    assert "left aside: gone by 2" in said.out
    assert "refused  broken  it has no day that can be read" in said.out
    assert "refused  turned  it ends before it begins" in said.out
    assert "Team" not in run("timeoff", "list").out


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        ("", "it is no calendar"),
        ("Ann,Dayton\n", "it is no calendar"),
        ("BEGIN:X\n" * 50, "more than 30 deep"),
    ],
)
def test_what_is_no_calendar(run: Run, tmp_path: Path, raw: str, problem: str) -> None:
    """It is refused whole: exit 8, one clear line, nothing written."""
    path = tmp_path / "mine.ics"
    path.write_text(raw, encoding="utf-8")
    done = run("import", "ics", str(path))
    assert (done.code, done.out) == (8, "")
    assert problem in done.err
    assert run("import", "ics", str(tmp_path / "none.ics")).code == 8
    assert run("import", "ics", "-", stdin=raw).code == 8


def test_millions_of_repeats(run: Run, calendar: Calendar) -> None:
    """Rules that repeat each second, each day for a thousand years or never end in a moment."""
    rules = ["FREQ=SECONDLY", "FREQ=DAILY;COUNT=9999999", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
             "FREQ=YEARLY;BYDAY=60MO", "FREQ=DAILY;INTERVAL=999999999"]  # fmt: skip
    events = [f"DTSTART:20260101T090000\nDURATION:PT5M\nRRULE:{one}\nSUMMARY:x" for one in rules]
    done = run("import", "ics", calendar(*events))
    assert done.code == 0
    assert "how it repeats isn't understood" in done.out
    every = f"DTSTART:20260101T090000\nDURATION:PT5M\nRRULE:{rules[1]}\nSUMMARY:x"
    many = run("import", "ics", calendar(*[every] * 100))
    assert many.code == 8
    assert "more than 5,000 appointments are still to come" in many.err


SAMPLES = os.environ.get("REPPLAN_DATA", "")


@pytest.mark.skipif(not SAMPLES, reason="REPPLAN_DATA isn't set: the folder of sample files")
def test_what_other_programs_write(run: Run) -> None:
    """Each file of other programs is read or refused in a line, and the second time changes nothing."""
    files = sorted(Path(SAMPLES).glob("formats/ics/*.ics"))
    assert len(files) >= 10
    for path in files:
        done = run("import", "ics", str(path), now="2014-04-01T07:00:00-05:00")
        assert done.code == 0, path.name
        assert re.match(rf"{path.name}  new \d+ ", done.out)
        again = run("import", "ics", str(path), now="2014-04-01T07:00:00-05:00")
        assert again.out.endswith(SAME), path.name
