"""``repplan timeoff``, and where it is heard: word for word."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from repplan.config import read_settings
from repplan.timeoff import queries

if TYPE_CHECKING:
    import sqlite3

    from tests.conftest import Run

SAVED = "Saved. Take it back: repplan undo b-*\n"
THURSDAY = date(2026, 11, 26)
SAME = "It was so already: nothing was changed.\n"


def test_a_vacation(run: Run, db: sqlite3.Connection) -> None:
    """From a day until another: both are off, and neither is worked."""
    assert run("timeoff", "add", "thu", "next mon", "--what", "vacation").masked == (
        "off   Thu 2026-11-26 - Mon 2026-11-30\nwhat  vacation\n" + SAVED
    )
    days = queries.days_off(db, date(2026, 11, 24), date(2026, 11, 28))
    assert [(one.day, one.what) for one in days] == [
        (date(2026, 11, 26), "vacation"),
        (date(2026, 11, 27), "vacation"),
        (date(2026, 11, 28), "vacation"),
    ]
    workdays = read_settings(db).workdays
    assert not workdays.is_workday(THURSDAY)
    assert workdays.of_others.is_workday(THURSDAY)
    assert run("timeoff", "list").masked == (
        "When                     What            Source  Ref\n"
        "Thu 26 Nov - Mon 30 Nov  off (vacation)          h-*\n"
    )


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        ("next mon", "fri", ("2026-11-30", "2026-12-05")),
        ("fri", "+3d", ("2026-11-27", "2026-11-28")),
        ("2026-12-24", "2027-01-01", ("2026-12-24", "2027-01-02")),
        ("下周一", "下周三", ("2026-11-30", "2026-12-03")),
        ("today", "tomorrow", ("2026-11-24", "2026-11-26")),
    ],
)
def test_days_as_they_are_said(run: Run, first: str, last: str, days: tuple[str, str]) -> None:
    """The last day is read from the first on where it would lie before it."""
    told = run("timeoff", "add", first, last, "--json").json["time_off"]
    assert (told["from_on"], told["until_on"]) == days


def test_hours(run: Run, db: sqlite3.Connection) -> None:
    """Hours that are taken leave the day a working day."""
    assert run("timeoff", "add", "fri", "--from", "1pm", "--to", "15:00").masked == (
        "busy   Fri 2026-11-27\nhours  13:00-15:00\n" + SAVED
    )
    (one,) = queries.busy(db, date(2026, 11, 27))
    assert (one.from_min, one.until_min, one.what) == (780, 900, None)
    assert queries.busy(db, date(2026, 11, 28)) == []
    assert queries.days_off(db, THURSDAY, date(2026, 11, 30)) == []
    assert read_settings(db).workdays.is_workday(date(2026, 11, 27))


def test_the_hour_that_a_clock_change_leaves_out(run: Run, db: sqlite3.Connection) -> None:
    """Hours are those on the clock, also on the day that has 23 of them."""
    run("timeoff", "add", "2027-03-14", "--from", "1:30", "--to", "3:30", "--what", "flight")
    (one,) = queries.busy(db, date(2027, 3, 14))
    assert (one.from_min, one.until_min) == (90, 210)


def test_a_weekend_that_is_worked(run: Run, db: sqlite3.Connection) -> None:
    """A make-up day is a working day; one's own day off still comes first."""
    run("timeoff", "add", "sat", "--workday")
    assert read_settings(db).workdays.is_workday(date(2026, 11, 28))
    run("timeoff", "add", "sat", "--what", "wedding")
    assert not read_settings(db).workdays.is_workday(date(2026, 11, 28))


def test_its_end(run: Run, db: sqlite3.Connection) -> None:
    """What was ended counts no longer from today on; what was before stays as it was."""
    run("timeoff", "add", "today", "fri", "--what", "sick")
    ended = run("timeoff", "end", "sick", now="2026-11-26T08:00:00-06:00")
    assert ended.masked == (
        "off    Tue 2026-11-24 - Fri 2026-11-27\nwhat   sick\nended  Thu 2026-11-26\n" + SAVED
    )
    days = queries.days_off(db, date(2026, 11, 24), date(2026, 11, 30))
    assert [one.day.day for one in days] == [24, 25]
    assert run("timeoff", "list", now="2026-11-26T08:00:00-06:00").out == (
        "No time off is written down: repplan timeoff add fri --what vacation\n"
    )
    assert "ended" in run("timeoff", "list", "--all").out
    ref = run("timeoff", "list", "--all", "--json").json["time_off"][0]["ref"]
    assert run("timeoff", "end", ref).code == 6
    assert run("undo").code == 0
    assert len(queries.days_off(db, date(2026, 11, 24), date(2026, 11, 30))) == 4


@pytest.mark.parametrize(
    ("line", "code", "slug"),
    [
        ("add 2026-12-24 2026-12-20", 2, "days-turned"),
        ("add 2026-12-01 2036-12-01", 2, "days-too-many"),
        ("add fri --from 13:00", 2, "hours-of-one-day"),
        ("add fri --to 13:00", 2, "hours-of-one-day"),
        ("add fri --from 15:00 --to 13:00", 2, "hours-of-one-day"),
        ("add fri mon --from 13:00 --to 15:00", 2, "hours-of-one-day"),
        ("add sat --workday --from 13:00 --to 15:00", 2, "hours-of-one-day"),
        ("add firday", 2, "bad-day"),
        ("add fri --from 25:00 --to 26:00", 2, "bad-time"),
        ("end nobody", 3, "no-such-time-off"),
        ("end h-2222", 3, "no-such-time-off"),
        ("holidays XX", 3, "no-such-calendar"),
        ("holidays US --year 1900", 2, "bad-year"),
    ],
)
def test_what_is_refused(run: Run, line: str, code: int, slug: str) -> None:
    """Each refusal has its code and its slug, and writes nothing."""
    done = run("timeoff", *line.split(), "--json")
    assert (done.code, done.out) == (code, "")
    assert f'"error": "{slug}"' in done.err
    assert run("timeoff", "list", "--json").json["time_off"] == []


def test_said_twice(run: Run) -> None:
    """The same days again are refused by ref; words that fit several list them."""
    run("timeoff", "add", "thu", "--what", "training A")
    assert run("timeoff", "add", "thu").code == 6
    run("timeoff", "add", "fri", "--what", "training B")
    assert run("timeoff", "end", "training").code == 4
    assert run("timeoff", "end", "training b").code == 0
    run("timeoff", "add", "fri", "--from", "8:00", "--to", "9:00")
    assert run("timeoff", "add", "fri", "--from", "8:00", "--to", "9:00").code == 6
    assert run("timeoff", "add", "fri", "--from", "8:00", "--to", "9:30").code == 0


@pytest.mark.usefixtures("people")
def test_what_is_planned_there_is_told(run: Run) -> None:
    """A visit that is planned on a day that is off now is named, with what moves it."""
    run("visit", "plan", "anjali", "--at", "thu 9:00")
    said = run("timeoff", "add", "thu")
    assert said.code == 0
    assert "Thu 26 Nov Anjali Patel, MD is planned: repplan visit amend v-" in said.err


def test_holidays(run: Run, db: sqlite3.Connection) -> None:
    """A year a line; again nothing is written; what was ended stays so; one command takes it back."""
    assert run("timeoff", "holidays", "us", "--year", "2026").masked == (
        "US\n2026  12 holidays\n12 new\n" + SAVED
    )
    assert run("timeoff", "holidays", "US", "--year", "2026").out == (
        "US\n2026  12 holidays\n" + SAME
    )
    assert [one.what for one in queries.days_off(db, THURSDAY, THURSDAY)] == ["Thanksgiving Day"]
    run("timeoff", "end", "thanksgiving")
    assert run("timeoff", "holidays", "US", "--year", "2026").out.endswith(SAME)
    assert queries.days_off(db, THURSDAY, THURSDAY) == []
    both = run("timeoff", "holidays", "us-ca", "--json").json
    assert [one["year"] for one in both["years"]] == [2026, 2027]
    new = {one["day"] for one in both["new"]}
    assert "2026-11-26" not in new
    assert "2026-11-27" in new
    assert run("undo").code == 0
    assert run("undo").code == 0
    assert [one.kind for one in queries.days_off(db, THURSDAY, THURSDAY)] == ["holiday"]


def test_chinese_holidays(run: Run, db: sqlite3.Connection) -> None:
    """The weekends that are worked instead come too, and a year not announced yet is told."""
    said = run("timeoff", "holidays", "CN", "--year", "2026", "--year", "2030",
               now="2026-01-02T08:00:00+08:00")  # fmt: skip
    assert "2026  22 holidays, 6 make-up working days\n" in said.out
    assert "2030: no make-up working days are known yet." in said.out
    workdays = read_settings(db).workdays
    assert workdays.is_workday(date(2026, 2, 14))
    assert not workdays.is_workday(date(2026, 2, 16))
    assert not workdays.is_workday(date(2026, 2, 15))


def test_the_head_of_due(run: Run) -> None:
    """The morning says the next day off within a week; on a day off, when one is back."""
    run("timeoff", "holidays", "US", "--year", "2026")
    head = run("due").out.partition("\n")[0]
    assert head == "Tue 24 Nov 07:05    0 visits    you owe nothing    Thu 26 off: Thanksgiving Day"
    assert run("due", "--json").json["day_off"] == {
        "day": "2026-11-26", "what": "Thanksgiving Day",
    }  # fmt: skip
    there = run("due", now="2026-11-26T07:05:00-06:00").out.partition("\n")[0]
    assert there.endswith("    off today, back Fri 27 Nov")
    run("timeoff", "end", "thanksgiving")
    assert run("due").out.partition("\n")[0].endswith("you owe nothing")
    assert run("due", "--json").json["day_off"] is None


@pytest.mark.usefixtures("people")
def test_can_skips_a_day_off(run: Run) -> None:
    """A day off refuses nothing, and is never the next day that is proposed."""
    run("reception", "add", "valley", "--days", "wed,thu,fri")

    def asked() -> str:
        return str(run("can", "anjali", "--on", "today", "--json").json["next"]["on"])

    assert asked() == "2026-11-25"
    run("timeoff", "add", "tomorrow", "thu")
    assert asked() == "2026-11-27"
    assert run("can", "anjali", "--on", "tomorrow", "--json").json["answer"] == "yes"


def test_a_promise_waits_for_a_working_day(run: Run, people: dict[str, object]) -> None:
    """A promise without a day is due in two working days: a holiday is none."""
    assert people
    run("timeoff", "holidays", "US", "--year", "2026")
    run("log", "anjali", "fine; > send the table")
    (one,) = run("followup", "list", "--json").json["follow_ups"]
    assert one["due_on"] == "2026-11-27"
