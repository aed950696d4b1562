"""``repplan import csv``: what it answers, word for word; what it writes, and what never."""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING

import pexpect
import pytest

from tests.conftest import SOURCE
from tests.exchange.register import counts

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from repplan.providers.model import Provider
    from tests.conftest import Run
    from tests.exchange.conftest import Table

SAME = "It was so already: nothing was changed.\n"
DRY = "Nothing was written: this was a dry run.\n"
NEXT = "Next: repplan provider list | repplan due\nSaved. Take it back: repplan undo b-*\n"


def told(out: str) -> str:
    """Return an answer's counts without the file's name."""
    return out.partition("\n")[0].removeprefix("mine.csv  ")


def test_a_table_comes_in(run: Run, table: Table) -> None:
    """Name, account, tier and last visit are enough; what was taken stands where it belongs."""
    path = table(
        "Name;Hospital;City;Tier;Last visit;Room;Specialty;Licence",
        '"Lee, Ann, MD";Valley Clinic;Dayton;a;2026-10-31;suite 2;cardiology;oh 35.1',
        "王建国 主任医师;市一医院;上海;B;;;心内科;",
    )
    assert run("import", "csv", path).masked == (
        "mine.csv  new 2  changed 0  same 0  unclear 0  refused 0\n" + NEXT
    )
    assert run("provider", "show", "lee").masked == (
        "Lee, Ann, MD  p-*\n"
        "at           Valley Clinic, suite 2\n"
        "title        MD\n"
        "role         physician\n"
        "specialties  cardiology\n"
        "tier         A\n"
        "state        active\n"
        "last seen    2026-10-31\n"
        "licence      OH 35.1\n"
    )
    assert run("provider", "show", "wjg").out.startswith("王建国 主任医师")


def test_a_dry_run_writes_nothing(run: Run, table: Table, db: sqlite3.Connection) -> None:
    """A dry run answers what the import would, with no ref and no batch."""
    before = counts(db)
    path = table("name,account", "Ann Lee,Valley", ",Valley")
    answer = run("import", "csv", path, "--dry-run")
    assert answer.out == (
        "New      Account  Specialty\n"
        "Ann Lee  Valley\n"
        "\n"
        "mine.csv  new 1  changed 0  same 0  unclear 0  refused 1\n"
        "  line 3  refused  the name is missing\n" + DRY
    )
    told_json = run("import", "csv", path, "--dry-run", "--json").json
    assert (told_json["batch"], told_json["rows"][0]["ref"]) == (None, None)
    assert counts(db) == before
    assert db.execute("SELECT count(*) FROM batch").fetchone()[0] == 0


def test_a_dry_run_shows_the_first_rows(run: Run, table: Table) -> None:
    """The first ten of those who are new stand in 80 columns, then how many more there are."""
    people = [f"Person {chr(65 + number)}son,Valley,cardiology" for number in range(12)]
    long = (
        "Ann Lee,The Very Long Name of a Clinic that Nobody Ever Says Aloud,a;b;c;d;e;f;g;h;i;j;k"
    )
    path = table("name,account,specialties", long, *people)
    done = run("import", "csv", path, "--dry-run")
    lines = done.out.splitlines()
    assert lines[:3] == [
        "New          Account                                    Specialty",
        "Ann Lee      The Very Long Name of a Clinic that Nob..  a, b, c, d, e, f, g, h..",
        "Person Ason  Valley                                     cardiology",
    ]
    assert max(map(len, lines)) <= 80
    assert lines[11:] == [
        "3 more: --json lists all",
        "",
        "mine.csv  new 13  changed 0  same 0  unclear 0  refused 0",
        DRY.strip(),
    ]
    run("import", "csv", path)
    again = run("import", "csv", path, "--dry-run")
    assert again.out == "mine.csv  new 0  changed 0  same 13  unclear 0  refused 0\n" + DRY


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminal")
def test_the_bar_is_gone_before_the_counts(table: Table, store: Path) -> None:
    """At a terminal nothing of the bar is drawn, or cleared, behind what is answered."""
    letters = ("bcdfghjklm"[int(digit)] for digit in "".join(f"{n:04}" for n in range(3000)))
    people = ["Ann Lee" + "".join(four) for four in zip(*[letters] * 4, strict=True)]
    path = table("name", *people)
    env = {**os.environ, "PYTHONPATH": SOURCE, "REPPLAN_STORE": str(store), "TERM": "xterm"}
    screen = pexpect.spawn(
        sys.executable,
        ["-m", "repplan", "import", "csv", path, "--dry-run"],
        env=env,
        encoding="utf-8",
        timeout=60,
        dimensions=(24, 80),
    )
    screen.expect(pexpect.EOF)
    before, _table, after = str(screen.before).partition("New ")
    assert "reading" in before
    assert "writing" not in after
    assert "\x1b[2K" not in after
    assert "mine.csv  new 3,000" in after
    assert after.replace("\r", "").endswith(DRY)


def test_twice_is_once(run: Run, table: Table, db: sqlite3.Connection) -> None:
    """The same table again changes nothing and makes no batch."""
    path = table("name,account,city", "Ann Lee,Valley,Dayton", "Bo Lee,Valley,Dayton")
    run("import", "csv", path)
    before = counts(db)
    assert run("import", "csv", path).out == (
        "mine.csv  new 0  changed 0  same 2  unclear 0  refused 0\n" + SAME
    )
    assert (counts(db), db.execute("SELECT count(*) FROM batch").fetchone()[0]) == (before, 1)


@pytest.mark.usefixtures("people")
def test_undo_takes_all_of_it_back(run: Run, table: Table, db: sqlite3.Connection) -> None:
    """One undo takes back who is new, what changed, and all that follows from it."""
    before = counts(db)
    whole = db.execute("SELECT * FROM provider ORDER BY id").fetchall()
    keys = db.execute("SELECT * FROM name_key ORDER BY key, provider_id").fetchall()
    path = table(
        "name,account,tier,licence,phone",
        "Ann Lee,Valley Cardiology,B,OH 1,",
        "Bo Lee,Elsewhere,C,OH 2,",
        "Dev Patel,Oakwood Internal Medicine,A,OH 3,555-0100",
    )
    answer = run("import", "csv", path)
    assert told(answer.out) == "new 2  changed 1  same 0  unclear 0  refused 0"
    assert run("undo").code == 0
    assert counts(db) == before
    assert db.execute("SELECT * FROM provider ORDER BY id").fetchall() == whole
    assert db.execute("SELECT * FROM name_key ORDER BY key, provider_id").fetchall() == keys
    assert run("check").out == "The store is whole.\n"
    assert told(run("import", "csv", path).out) == told(answer.out)


@pytest.mark.usefixtures("people")
def test_every_status(run: Run, table: Table) -> None:
    """Each row says what became of it and why; a row that is refused stops none."""
    run("provider", "add", "Ann Lee", "--account", "East")
    run("provider", "add", "Ann Lee", "--account", "West")
    path = table(
        "name,account,tier,weather",
        "Jo Brandt,Valley Cardiology,B,",
        "Dev Patel,Oakwood Internal Medicine,A,",
        '"Anjali Patel, MD",Valley Cardiology,A,rain',
        "Ann Lee,,,",
        "Bo Lee,,X,",
    )
    answer = run("import", "csv", path)
    assert (answer.code, answer.err) == (0, "")
    assert re.sub(r"p-\*, p-\*", "p-*, p-*", answer.masked) == (
        "mine.csv  new 1  changed 1  same 1  unclear 1  refused 1\n"
        "  columns nobody knows, ignored: weather\n"
        "  line 3  changed  Dev Patel  p-*  tier\n"
        "  line 5  unclear  Ann Lee  several have this name: p-*, p-*\n"
        "  line 6  refused  Bo Lee  tier: “X” is no value of “tier”. Use one of: A, B, C, D.\n"
        + NEXT
    )


@pytest.mark.usefixtures("people")
def test_json(run: Run, table: Table) -> None:
    """JSON has every row, the plain ones too, under the names that are promised."""
    path = table(
        "name,account,tier,weather",
        "Jo Brandt,,B,",
        '"Anjali Patel, MD",Valley Cardiology,A,rain',
        "Bo Lee,,X,",
    )
    answer = run("import", "csv", path, "--json").json
    rows = answer.pop("rows")
    assert re.fullmatch("b-[0-9a-z]{4,8}", answer.pop("batch"))
    assert answer == {
        "kind": "csv",
        "counts": {"new": 1, "changed": 0, "same": 1, "unclear": 0, "refused": 1},
        "ignored": ["weather"],
        "barred": [],
        "barred_by": None,
    }
    assert [list(row) for row in rows] == [["line", "status", "ref", "record", "reason"]] * 3
    assert [(row["line"], row["status"], row["record"]) for row in rows] == [
        (2, "new", "Jo Brandt"),
        (3, "same", "Anjali Patel, MD"),
        (4, "refused", "Bo Lee"),
    ]
    assert rows[0]["ref"].startswith("p-")
    assert (rows[2]["ref"], rows[2]["reason"]) == (
        None,
        "tier: “X” is no value of “tier”. Use one of: A, B, C, D.",
    )


@pytest.mark.parametrize(
    ("heading", "row", "reason"),
    [
        ("name,tier", "Bo,X", "tier: “X” is no value of “tier”. Use one of: A, B, C, D."),
        ("name,npi", "Bo,12", "npi: “12” is no value of “npi”. Write it like: ten digits."),
        (
            "name,email",
            "Bo,x",
            "email: “x” is no value of “email”. Write it like: name@example.org.",
        ),
        (
            "name,last seen on",
            "Bo,2027-01-01",
            "last_seen_on: “2027-01-01” is no value of “last_seen_on”. Write it like: a day gone by.",
        ),
        (
            "name,ideal days",
            "Bo,soon",
            "ideal_days: “soon” is no value of “ideal days”. It takes a number: 0 to 100000.",
        ),
        ("name,room", "Bo,12", "room: of which account?"),
        ("name,tier", ",A", "the name is missing"),
        (
            "name,ideal days,maximum days",
            "Bo,30,20",
            "“20” is no value of “maximum days”.",
        ),
        (
            "name,tier,npi",
            "Bo,X,1",
            (
                "tier: “X” is no value of “tier”. Use one of: A, B, C, D.; "
                "npi: “1” is no value of “npi”. Write it like: ten digits."
            ),
        ),
    ],
)
def test_refused_rows(run: Run, table: Table, heading: str, row: str, reason: str) -> None:
    """A cell that can't be is named with what it takes; all of a row's faults at once."""
    path = table(heading, f"Ann Lee{',' * heading.count(',')}", row)
    answer = run("import", "csv", path, "--json")
    good, bad = answer.json["rows"]
    assert (answer.code, good["status"], bad["status"]) == (0, "new", "refused")
    assert bad["reason"] == reason


def test_a_last_visit_that_is_no_day(run: Run, table: Table) -> None:
    """A day that can be read two ways is refused, never guessed."""
    path = table("name,last_seen_on", "Bo,3/4/2026", "Jo,never")
    rows = run("import", "csv", path, "--json", LC_ALL="en_GB.UTF-8").json["rows"]
    assert [row["status"] for row in rows] == ["refused", "refused"]
    assert "can be read two ways" in rows[0]["reason"]


def test_an_empty_cell_empties_nothing(run: Run, table: Table, db: sqlite3.Connection) -> None:
    """What the file leaves empty stays; what it fills wins, and the row names it."""
    columns = "name,account,tier,phone,specialties,room"
    run("import", "csv", table(columns, "Ann Lee,Valley,A,555-0100,cardiology;sleep,7"))
    assert told(run("import", "csv", table(columns, "Ann Lee,Valley,,,,")).out).startswith(
        "new 0  changed 0  same 1"
    )
    rows = run("import", "csv", table(columns, "Ann Lee,Valley,B,,,9"), "--json").json["rows"]
    assert (rows[0]["status"], rows[0]["reason"]) == ("changed", "tier, room")
    one = db.execute("SELECT tier, phone, specialties FROM provider").fetchone()
    assert tuple(one) == ("B", "555-0100", '["cardiology", "sleep"]')


def test_map(run: Run, table: Table) -> None:
    """A heading that nobody knows is told; one that the file lacks is refused with those it has."""
    path = table("Doctor,Grade", "Ann Lee,A")
    assert told(run("import", "csv", path, "--map", "Doctor=name", "--map", "grade=tier").out) == (
        "new 1  changed 0  same 0  unclear 0  refused 0"
    )
    assert "tier   A\n" in run("provider", "show", "lee").out
    missing = run("import", "csv", path, "--map", "Doc=name")
    assert (missing.code, missing.out, missing.err) == (
        2,
        "",
        "“Doc” is no value of “--map”.\nUse one of: Doctor, Grade.\n",
    )
    assert run("import", "csv", path, "--map", "Doctor").code == 2


def test_two_columns_of_one_heading(run: Run, table: Table) -> None:
    """Two columns that mean the same are refused with the second's place."""
    result = run("import", "csv", table("name,Tier,级别", "Ann Lee,A,B"))
    assert (result.code, result.err) == (
        8,
        (
            "mine.csv, line 1, column 11: “Tier” and “级别” are both tier: leave one out, or --map it\n"
            "Nothing was written. Mend the file and run it again.\n"
        ),
    )


def test_rows_of_one_person_that_disagree(run: Run, table: Table, db: sqlite3.Connection) -> None:
    """Within one file the first row counts; a later one that says otherwise is unclear."""
    path = table("name,npi,tier", "Ann Lee,1000000001,A", "Ann Lee,1000000001,B")
    rows = run("import", "csv", path, "--json").json["rows"]
    assert (rows[1]["status"], rows[1]["reason"]) == ("unclear", "line 2 says otherwise: tier")
    assert db.execute("SELECT tier FROM provider").fetchall()[0][0] == "A"


def test_hostile_cells(run: Run, table: Table) -> None:
    """What would act on a terminal or in a spreadsheet is taken in as harmless text."""
    path = table("name,likes", "An\x1b[31mn Lee,'=1+1", "\u202eBo Lee,-5")
    rows = run("import", "csv", path, "--json").json["rows"]
    assert [row["record"] for row in rows] == ["An�[31mn Lee", "Bo Lee"]
    assert "likes  =1+1\n" in run("provider", "show", rows[0]["ref"]).out


def test_who_was_never_met_is_not_overdue(run: Run, table: Table) -> None:
    """Rows of one's own table are active; only from a last visit on do the days count."""
    path = table("name,tier,last_seen_on", "Ann Lee,A,", "Bo Lee,A,2026-06-01")
    run("import", "csv", path)
    people = run("provider", "list", "--json").json["providers"]
    states = {one["name"]: one["state"] for one in people}
    assert states == {"Ann Lee": "active", "Bo Lee": "active"}
    assert [item["ref"] for item in run("due", "--json").json["items"]] == [
        one["ref"] for one in people if one["name"] == "Bo Lee"
    ]


def test_only_headings(run: Run, table: Table) -> None:
    """A table without rows is no fault, and changes nothing."""
    assert run("import", "csv", table("name,tier")).out == (
        "mine.csv  new 0  changed 0  same 0  unclear 0  refused 0\n" + SAME
    )


def test_more_than_is_shown(run: Run, table: Table) -> None:
    """Ten rows to look at are shown, the others counted; JSON lists them all."""
    path = table("name,tier", *(f"Person {chr(65 + at)},X" for at in range(12)))
    answer = run("import", "csv", path)
    assert answer.out.count("refused  Person") == 10
    assert answer.out.endswith("  2 more: --json lists all\n" + SAME)
    assert len(run("import", "csv", path, "--json").json["rows"]) == 12


def test_somebody_with_a_number(run: Run, table: Table, people: dict[str, Provider]) -> None:
    """A licence that is held names its holder, whatever the name in the row is."""
    run("provider", "edit", people["dev"].ref, "--licence", "OH 9")
    path = table("name,licence,tier", "Devendra Patel,oh 9,A")
    rows = run("import", "csv", path, "--json").json["rows"]
    assert (rows[0]["status"], rows[0]["ref"][:5]) == ("changed", people["dev"].ref[:5])
