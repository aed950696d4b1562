"""``repplan import nppes``: the public register, picked, taken in, taken back."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.exchange.register import (
    BRANDT,
    CLINIC,
    CRUZ,
    GONE,
    LEE,
    counts,
    real,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from tests.conftest import Run
    from tests.exchange.conftest import Register, Table

SAME = "It was so already: nothing was changed.\n"
NEXT = "Next: repplan provider list | repplan due\nSaved. Take it back: repplan undo b-*\n"
ALL = (LEE, CRUZ, BRANDT, CLINIC, GONE)


def names(db: sqlite3.Connection) -> list[str]:
    """Return the names of all providers, in their order."""
    return [row[0] for row in db.execute("SELECT name FROM provider ORDER BY name")]


def test_a_register_comes_in(run: Run, register: Register) -> None:
    """People come in; organisations are counted, deactivated numbers refused with their day."""
    answer = run("import", "nppes", register(*ALL))
    assert (answer.code, answer.err) == (0, "")
    assert answer.masked == (
        "npi.csv  new 3  changed 0  same 0  unclear 0  refused 1\n"
        "  left out by the filters 0, organisations 1\n"
        "  line 6  refused  1000000005  the NPI was deactivated on 2021-03-03\n" + NEXT
    )
    assert run("provider", "show", "cruz").masked == (
        "Maria de la Cruz  p-*\n"
        "at           1200 Oak St, Kettering, suite 210\n"
        "role         nurse practitioner\n"
        "specialties  family medicine\n"
        "NPI number   1000000002\n"
        "state        unverified\n"
        "licence      OH RN77\n"
    )


def test_one_address_is_one_account(run: Run, register: Register, db: sqlite3.Connection) -> None:
    """Who practises at one address shares the account, written two ways or met in two imports."""
    run("import", "nppes", register(LEE, {**CRUZ, "npi": "1000000008"}, BRANDT))
    run("import", "nppes", register(CRUZ))
    places = db.execute(
        "SELECT a.name, count(*) FROM affiliation w JOIN account a ON a.id = w.account_id "
        "GROUP BY a.id ORDER BY a.name"
    )
    assert [tuple(row) for row in places] == [
        ("1200 Oak St, Kettering", 3),
        ("5 Elm Rd, Austin", 1),
    ]


def test_never_met_is_not_overdue(run: Run, register: Register) -> None:
    """Whoever the register alone knows is unverified, has no tier and isn't due."""
    run("import", "nppes", register(*ALL))
    people = run("provider", "list", "--json").json["providers"]
    assert {(one["state"], one["tier"]) for one in people} == {("unverified", None)}
    assert run("due", "--json").json["items"] == []


def test_a_dry_run_writes_nothing(run: Run, register: Register, db: sqlite3.Connection) -> None:
    """A dry run says what the import would, and leaves nothing."""
    before = counts(db)
    assert run("import", "nppes", register(*ALL), "--dry-run").out == (
        "New               Account                     Specialty\n"
        "Ann Lee           1200 Oak St, Kettering      cardiology\n"
        "Maria de la Cruz  1200 Oak Street, Kettering  family medicine\n"
        "Jo Brandt         5 Elm Rd, Austin\n"
        "\n"
        "npi.csv  new 3  changed 0  same 0  unclear 0  refused 1\n"
        "  left out by the filters 0, organisations 1\n"
        "  line 6  refused  1000000005  the NPI was deactivated on 2021-03-03\n"
        "Nothing was written: this was a dry run.\n"
    )
    assert counts(db) == before
    assert db.execute("SELECT count(*) FROM batch").fetchone()[0] == 0


def test_again_and_back(run: Run, register: Register, db: sqlite3.Connection) -> None:
    """The same file again changes nothing; one undo takes all of the first back."""
    before, path = counts(db), register(*ALL)
    run("import", "nppes", path)
    assert run("import", "nppes", path).out == (
        "npi.csv  new 0  changed 0  same 3  unclear 0  refused 1\n"
        "  left out by the filters 0, organisations 1\n"
        "  line 6  refused  1000000005  the NPI was deactivated on 2021-03-03\n" + SAME
    )
    assert run("undo").code == 0
    assert counts(db) == before
    assert run("check").out == "The store is whole.\n"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (
            ("--taxonomy", "dermatology"),
            (
                "  nobody is left: --taxonomy left out 3\n"
                "  specialties in the file: cardiology; family medicine; pharmacist\n"
            ),
        ),
        (("--state", "NY"), "  nobody is left: --state left out 3\n"),
        (("--postcode", "999"), "  nobody is left: --postcode left out 3\n"),
        (
            ("--city", "austin", "--taxonomy", "cardiology"),
            (
                "  nobody is left: --city left out 2, --taxonomy left out 1\n"
                "  specialties in the file: pharmacist\n"
            ),
        ),
    ],
)
def test_filters_that_leave_nobody(
    run: Run, register: Register, options: tuple[str, ...], told: str
) -> None:
    """Where nobody is kept, the report says which filter did it, and what there is instead."""
    answer = run("import", "nppes", register(LEE, CRUZ, BRANDT), *options)
    assert (answer.code, answer.out) == (
        0,
        "npi.csv  new 0  changed 0  same 0  unclear 0  refused 0\n"
        "  left out by the filters 3, organisations 0\n" + told + SAME,
    )


def test_a_specialty_that_no_list_has(run: Run, register: Register) -> None:
    """A word that is no specialty at all is refused before the file is read."""
    answer = run("import", "nppes", register(LEE), "--taxonomy", "wizardry")
    assert (answer.code, answer.out, answer.err) == (
        2,
        "",
        "“wizardry” is no value of “--taxonomy”.\nWrite it like: 207RC0000X, 207R, cardiology.\n",
    )


@pytest.mark.parametrize(
    ("options", "taken", "left_out"),
    [
        (("--state", "TX"), ["Jo Brandt"], 2),
        (("--state", "tx", "--state", "OH"), ["Ann Lee", "Jo Brandt", "Maria de la Cruz"], 0),
        (("--city", "kettering"), ["Ann Lee", "Maria de la Cruz"], 1),
        (("--postcode", "454"), ["Ann Lee", "Maria de la Cruz"], 1),
        (("--postcode", "45429-12"), ["Ann Lee", "Maria de la Cruz"], 1),
        (("--taxonomy", "207R"), ["Ann Lee"], 2),
        (("--taxonomy", "cardiology", "--taxonomy", "183500000X"), ["Ann Lee", "Jo Brandt"], 1),
        (("--state", "OH", "--taxonomy", "family medicine"), ["Maria de la Cruz"], 2),
        (("--state", "OH", "--city", "Austin"), [], 3),
    ],
)
def test_picks(
    run: Run,
    register: Register,
    db: sqlite3.Connection,
    options: tuple[str, ...],
    taken: list[str],
    left_out: int,
) -> None:
    """Filters of one kind add, of different kinds narrow; numbers nobody here has stay quiet."""
    answer = run("import", "nppes", register(*ALL), *options, "--json")
    assert (answer.code, names(db)) == (0, taken)
    told = answer.json
    assert (told["counts"]["new"], told["counts"]["refused"]) == (len(taken), 0)
    # The deactivated number counts as left out.
    assert (told["left_out"], told["organisations"]) == (left_out + 1, 1)


@pytest.mark.parametrize(
    ("options", "err"),
    [
        (
            ("--state", "Texas"),
            "“Texas” is no value of “--state”.\nWrite it like: two letters, such as TX.",
        ),
        (
            ("--postcode", " "),
            "“ ” is no value of “--postcode”.\nWrite it like: the beginning of one: 787.",
        ),
        (
            ("--taxonomy", "alchemy"),
            "“alchemy” is no value of “--taxonomy”.\nWrite it like: 207RC0000X, 207R, cardiology.",
        ),
    ],
)
def test_picks_that_pick_nothing(
    run: Run, register: Register, options: tuple[str, ...], err: str
) -> None:
    """A filter that can't be meant is refused before the file is read."""
    answer = run("import", "nppes", register(*ALL), *options)
    assert (answer.code, answer.out, answer.err) == (2, "", f"{err}\n")


def test_json(run: Run, register: Register) -> None:
    """JSON has the promised names, and what only a register has beside them."""
    told = run("import", "nppes", register(LEE, CLINIC, GONE), "--json").json
    rows = told.pop("rows")
    assert told.pop("batch").startswith("b-")
    assert told == {
        "kind": "nppes",
        "counts": {"new": 1, "changed": 0, "same": 0, "unclear": 0, "refused": 1},
        "left_out": 0,
        "organisations": 1,
        "left_out_by": {},
        "specialties": [],
    }
    assert rows[0].pop("ref").startswith("p-")
    assert rows == [
        {"line": 2, "status": "new", "record": "Ann Lee", "reason": None},
        {
            "line": 4,
            "status": "refused",
            "ref": None,
            "record": "1000000005",
            "reason": "the NPI was deactivated on 2021-03-03",
        },
    ]


def test_what_changed_is_named(run: Run, register: Register, db: sqlite3.Connection) -> None:
    """A later file changes what it fills, never what it leaves empty, nor what a rep has set."""
    run("import", "nppes", register({**LEE, "phone": "9375550100"}))
    run("provider", "edit", "lee", "--tier", "A", "--state", "active")
    moved = {**LEE, "street": "9 ELM ST", "family": "LEE-CHU", "credential": ""}
    rows = run("import", "nppes", register(moved), "--json").json["rows"]
    assert (rows[0]["status"], rows[0]["reason"]) == ("changed", "name, family_name, account")
    one = db.execute("SELECT name, title, phone, tier, state FROM provider").fetchone()
    assert tuple(one) == ("Ann Lee-Chu", "MD", "937-555-0100", "A", "active")
    assert "Ann Lee-Chu" in run("find", "chu").out


def test_both_names_find(run: Run, register: Register) -> None:
    """Who is registered under another name too is found by both; a generation is kept."""
    run("import", "nppes", register({**LEE, "other_family": "MCCOY", "suffix": "JR."}))
    for words in ("lee", "mccoy"):
        assert run("provider", "show", words).out.startswith("Ann Lee Jr  p-")


def test_deactivated_and_known(run: Run, register: Register) -> None:
    """Who is here and has lost the number is told of, also under a filter, with what to do."""
    run("import", "nppes", register(LEE))
    gone = {**GONE, "npi": LEE["npi"]}
    answer = run("import", "nppes", register(gone), "--state", "TX")
    assert answer.masked == (
        "npi.csv  new 0  changed 0  same 0  unclear 0  refused 1\n"
        "  line 2  refused  1000000001  p-*  the NPI was deactivated on 2021-03-03; "
        "if they left: repplan provider retire p-*\n" + SAME
    )
    again = run("import", "nppes", register({**LEE, "gone": "03/03/2021", "back": "04/01/2021"}))
    assert again.out.startswith("npi.csv  new 0  changed 0  same 1")


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"npi": "12"}, "“12” is no NPI: ten digits"),
        ({"npi": "１０００００００００"}, "“１０００００００００” is no NPI: ten digits"),
        ({"family": ""}, "no last name"),
        ({"entity": ""}, "neither a person (1) nor an organisation (2)"),
    ],
)
def test_refused_rows(run: Run, register: Register, cells: Mapping[str, str], reason: str) -> None:
    """A row that can't be taken says why; those beside it are taken."""
    rows = run("import", "nppes", register({**CRUZ, **cells}, LEE), "--json").json["rows"]
    assert [(row["status"], row["reason"]) for row in rows] == [("refused", reason), ("new", None)]


def test_a_number_twice(run: Run, register: Register, db: sqlite3.Connection) -> None:
    """A number that stands twice in a file: the same is the same, another name is unclear."""
    rows = run("import", "nppes", register(LEE, LEE, {**LEE, "family": "LI"}), "--json").json[
        "rows"
    ]
    assert [row["status"] for row in rows] == ["new", "same", "unclear"]
    assert rows[2]["reason"] == "line 3 says otherwise: name, family_name"
    assert names(db) == ["Ann Lee"]


def test_somebody_without_a_number(run: Run, register: Register) -> None:
    """Who has the name and no number may be the same person: said, not guessed."""
    run("provider", "add", "Ann Lee, MD")
    assert run("import", "nppes", register(LEE)).masked == (
        "npi.csv  new 1  changed 0  same 0  unclear 0  refused 0\n"
        "  line 2  new  Ann Lee  p-* has this name and no NPI: the same person?\n" + NEXT
    )


def test_another_list_of_codes(run: Run, register: Register, table: Table) -> None:
    """``--taxonomy-file`` names codes that the shipped table leaves as they are."""
    listed = table("Code,Classification,Specialization", "101Y00000X,Counselor,", file="codes.csv")
    path = register({**LEE, "code": "101Y00000X"})
    run("import", "nppes", path, "--taxonomy-file", listed)
    assert "specialties  counselor\n" in run("provider", "show", "lee").out


def test_no_register(run: Run, table: Table) -> None:
    """Another table is refused with the first heading that it lacks."""
    answer = run("import", "nppes", table("name,tier", "Ann Lee,A"))
    assert (answer.code, answer.out, answer.err) == (
        8,
        "",
        (
            "mine.csv, line 1, column 1: no column “NPI”: is this the NPI file?\n"
            "Nothing was written. Mend the file and run it again.\n"
        ),
    )


def test_a_fault_at_the_end(run: Run, register: Register, db: sqlite3.Connection) -> None:
    """A broken last line leaves nothing of those before it, filtered or not."""
    path = register(LEE, CRUZ, BRANDT)
    with Path(path).open("a", encoding="utf-8", newline="") as opened:
        opened.write('"1000000009","1","","\r\n')
    for options in ((), ("--state", "TX")):
        answer = run("import", "nppes", path, *options)
        assert (answer.code, answer.err.split("\n")[0]) == (
            8,
            "npi.csv, line 5, column 21: a quote that is never closed",
        )
    assert names(db) == []


# --- rows as published ----------------------------------------------------------------------------


def test_two_hundred_real_people(run: Run, db: sqlite3.Connection) -> None:
    """200 public rows are 200 people; again they are the same; one undo takes all back."""
    before, path = counts(db), real("npidata_pfile_200.csv")
    assert run("import", "nppes", path).masked == (
        "npidata_pfile_200.csv  new 200  changed 0  same 0  unclear 0  refused 0\n" + NEXT
    )
    assert run("import", "nppes", path).out == (
        "npidata_pfile_200.csv  new 0  changed 0  same 200  unclear 0  refused 0\n" + SAME
    )
    assert not [name for name in names(db) if name.isupper()]
    assert run("check").out == "The store is whole.\n"
    assert run("undo").code == 0
    assert counts(db) == before


def test_real_filters_agree_with_the_file(run: Run, db: sqlite3.Connection) -> None:
    """Picking a state takes just the rows in which a plain reading of the file finds it."""
    path = real("npidata_pfile_200.csv")
    region = "Provider Business Practice Location Address State Name"
    with Path(path).open(encoding="utf-8", newline="") as opened:
        wanted = sum(row[region] in {"OH", "TX"} for row in csv.DictReader(opened))
    told = run("import", "nppes", path, "--state", "OH", "--state", "TX", "--json").json
    assert (told["counts"]["new"], told["left_out"]) == (wanted, 200 - wanted)
    assert counts(db)["provider"] == wanted > 0


def test_rows_as_published(run: Run) -> None:
    """Eight rows as published: five people, two organisations, a deactivated number refused."""
    answer = run("import", "nppes", real("npidata_pfile_sample.csv"))
    assert answer.masked == (
        "npidata_pfile_sample.csv  new 5  changed 0  same 0  unclear 0  refused 1\n"
        "  left out by the filters 0, organisations 2\n"
        "  line 5  refused  1306849450  the NPI was deactivated on 2021-03-03\n" + NEXT
    )
