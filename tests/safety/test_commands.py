"""``repplan safety``: what it answers, word for word, and what it refuses."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

pytestmark = pytest.mark.usefixtures("people")

HEARD = (
    *("safety", "add", "anjali", "dizzy on Cardexa", "--product", "card"),
    *("--heard", "mon 14:20", "--age-band", "67", "--sex", "female"),
)
OPENED = (
    "dizzy on Cardexa  e-*\n"
    "heard from  Anjali Patel, MD\n"
    "heard       Mon 2026-11-23 14:20\n"
    "product     Cardexa\n"
    "patient     60-69, female\n"
    "report by   Tue 2026-11-24 14:20\n"
    "7h15 left\n"
)


@pytest.fixture(autouse=True)
def _product(run: Run) -> None:
    assert run("product", "add", "Cardexa").code == 0


def test_add(run: Run) -> None:
    """It says who told it, when, until when, and that an age is a band."""
    answer = run(*HEARD)
    assert answer.masked == (
        OPENED + "“67” is kept as 60-69: an age is kept as a band alone.\n"
        "Report it where your company says, then: repplan safety report e-*\n"
        "Saved. Undo doesn't stop its clock. No event after all:\n"
        "  repplan safety not-an-event e-*\n"
    )
    assert run("safety", "show", "dizzy").masked == OPENED
    assert run("safety", "list").masked == (
        "Clock      Heard      From              What                        Ref\n"
        "7h15 left  Mon 14:20  Anjali Patel, MD  dizzy on Cardexa (Cardexa)  e-*\n"
    )


def test_json(run: Run) -> None:
    """Scripts get instants, the band alone, and minutes left."""
    run(*HEARD)
    (one,) = run("safety", "list", "--json").json["safety"]
    assert one["heard_at"] == "2026-11-23T20:20:00Z"
    assert one["due_at"] == "2026-11-24T20:20:00Z"
    assert (one["age_band"], one["sex"], one["minutes_left"]) == ("60-69", "female", 435)
    assert one["provider"]["name"] == "Anjali Patel, MD"
    assert run("safety", "show", one["ref"], "--json").json == one


def test_nobody_named_and_in_chinese(run: Run) -> None:
    """At the gym nobody of the list told it; a Chinese name needs no blank behind it."""
    at_gym = run("safety", "add", "a neighbour fell ill on it", "--json").json["safety"]
    assert (at_gym["provider"], at_gym["heard_at"]) == (None, "2026-11-24T13:05:00Z")
    for words in (("-", "fell", "ill"), ("-", "fell ill")):
        nobody = run("safety", "add", *words, "--json").json["safety"]
        assert (nobody["provider"], nobody["what"]) == (None, "fell ill")
    told = run("safety", "add", "王建国", "服泽康平后起疹", "--json").json["safety"]
    assert told["provider"]["name"] == "王建国 主任医师"
    assert told["what"] == "服泽康平后起疹"


def test_the_policy_sets_the_deadline(run: Run, tmp_path: Path) -> None:
    """The hours are the policy's: the employer's own file shortens them."""
    file = tmp_path / "acme.toml"
    file.write_text(
        '[safety.report_hours]\nvalue = 4\naction = "block"\nsource = "SOP 7"\n'
        "checked = 2026-11-01\n",
        encoding="utf-8",
    )
    assert run("config", "policy", "set", str(file)).code == 0
    one = run("safety", "add", "anjali", "dizzy", "--json").json["safety"]
    assert one["due_at"] == "2026-11-24T17:05:00Z"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("add", "anjali", "dizzy", "--heard", "23:00"), 2, "still to come"),
        (("add", "anjali", "dizzy", "--heard", "32 nov"), 2, "32 nov"),
        (("add", "anjali", "dizzy", "--age-band", "55-69"), 2, "60-69"),
        (("add", "anjali", "dizzy", "--sex", "x"), 2, "female"),
        (("add", "anjali", "dizzy", "--product", "nothing"), 3, "nothing"),
        (("add", "patel", "dizzy"), 4, "patel"),
        (("add", " "), 2, "missing"),
        (("add", "-"), 2, "missing"),
        (("add", "anjalo", "rash on Cardexa"), 3, "Anjali Patel, MD"),
        (("add", "anjalo", "rash", "on", "it"), 3, "repplan safety add - TEXT"),
        (("show", "nothing"), 3, "No safety report fits"),
        (("report", "nothing", "--reference", "1"), 3, "No safety report fits"),
        (("edit", "nothing"), 2, "missing"),
    ],
)
def test_refused(
    run: Run, db: sqlite3.Connection, words: tuple[str, ...], code: int, said: str
) -> None:
    """A wrong word ends with one clear line, and nothing is written."""
    answer = run("safety", *words)
    assert (answer.code, answer.out) == (code, "")
    assert said in answer.err
    assert db.execute("SELECT count(*) FROM safety_report").fetchone()[0] == 0


def test_a_patient_is_masked(run: Run, db: sqlite3.Connection) -> None:
    """A name or number is refused, and the words without it are offered."""
    answer = run("safety", "add", "anjali", "Mr John Smith, 67, got dizzy", "--json")
    assert answer.code == 5
    assert "[patient]" in answer.err
    assert "Smith" not in answer.err
    assert run("safety", "add", "anjali", "patient 212-555-0142 got dizzy").code == 5
    assert db.execute("SELECT count(*) FROM safety_report").fetchone()[0] == 0


def test_a_clock_set_back(run: Run) -> None:
    """No deadline counts from a clock that stands before the last command; said, it counts."""
    run("followup", "add", "anjali", "table")
    back = "2026-11-24T03:00:00-06:00"
    answer = run("safety", "add", "anjali", "dizzy", now=back)
    assert answer.code == 5
    assert answer.err.startswith(
        "The clock says 2026-11-24 03:00, but the store was last written at 2026-11-24 07:05"
    )
    assert run("safety", "add", "anjali", "dizzy", "--heard", "mon 14:20", now=back).code == 0
    soon = run("safety", "report", "anjali", "--reference", "1", now="2026-11-23T08:00:00-06:00")
    assert soon.code == 5
    assert "can't have been reported at 2026-11-23 08:00" in soon.err


def test_the_latest_of_all_counts(run: Run) -> None:
    """A command at a clock set back doesn't make the next one's clock right."""
    back = "2026-11-24T03:00:00-06:00"
    for instant in ("2026-11-24T07:05:00-06:00", back):
        assert run("followup", "add", "anjali", "table", now=instant).code == 0
    assert run("safety", "add", "anjali", "dizzy", now=back).code == 5


def test_heard_in_a_visit(run: Run) -> None:
    """It counts from when the visit began, of one without an hour from that day's work."""
    at, other = (
        run("log", *words, "keen", "--json").json["visit"]["ref"]
        for words in (("anjali", "--at", "mon 14:20"), ("dev", "--at", "mon"))
    )
    for visit, heard in ((at, "2026-11-23T20:20:00Z"), (other, "2026-11-23T14:30:00Z")):
        one = run("safety", "add", "dizzy on it", "--visit", visit, "--json").json["safety"]
        assert (one["visit"], one["heard_at"]) == (visit, heard)
    said = run("safety", "add", "ill", "--visit", at, "--heard", "mon 15:00", "--json")
    assert said.json["safety"]["heard_at"] == "2026-11-23T21:00:00Z"


def test_a_later_moment_gives_no_more_time(run: Run) -> None:
    """The moment is kept as it is said now, the deadline stays; it says so."""
    run(*HEARD)
    later = run("safety", "edit", "dizzy", "--heard", "7:00", "--json").json
    assert later["safety"]["heard_at"] == "2026-11-24T13:00:00Z"
    assert later["safety"]["due_at"] == "2026-11-24T20:20:00Z"
    assert later["remarks"] == [
        "Heard later, it isn't due later: a deadline only ever moves nearer."
    ]
    assert run("safety", "edit", "dizzy", "--sex", "male", "--json").json["remarks"] == []


def test_an_earlier_moment_is_an_earlier_deadline(run: Run) -> None:
    """What is open can be changed; heard earlier, it is due earlier."""
    run(*HEARD)
    changed = run("safety", "edit", "dizzy", "--heard", "mon 10:00", "--sex", "male", "--json")
    assert changed.json["safety"]["due_at"] == "2026-11-24T16:00:00Z"
    assert changed.json["safety"]["sex"] == "male"


def test_report(run: Run) -> None:
    """It needs its number; then it stands, whatever is tried."""
    run(*HEARD)
    assert run("safety", "report", "anjali").code == 2
    empty = run("safety", "report", "anjali", "--reference", " ")
    assert (empty.code, empty.err) == (
        2,
        "The reference number is missing.\nIt was empty: say it in words.\n",
    )
    for at, code, said in (
        (
            "mon",
            2,
            "“mon” says no hour: which hour was it reported?\nSay it with the day: --at mon",
        ),
        ("mon 14:00", 5, "It was heard at 2026-11-23 14:20: it can't have been reported at"),
        ("23:00", 5, "It was heard at 2026-11-23 14:20: it can't have been reported at"),
    ):
        refused = run("safety", "report", "anjali", "--reference", "AE-17", "--at", at)
        assert (refused.code, refused.err[: len(said)]) == (code, said)
    done = run("safety", "report", "anjali", "--reference", "AE-17", "--at", "7:00")
    assert done.masked == (
        OPENED.removesuffix("report by   Tue 2026-11-24 14:20\n7h15 left\n")
        + "reported    Tue 2026-11-24 07:00\n"
        "reference   AE-17\n"
        "Saved. It stands as it was reported: undo can't take it back.\n"
    )
    assert run("safety", "list").out == "Nothing heard that waits to be reported.\n"
    (one,) = run("safety", "list", "--all", "--json").json["safety"]
    for words in (
        ("edit", one["ref"], "--sex", "male"),
        ("report", one["ref"], "--reference", "2"),
        ("not-an-event", one["ref"], "--because", "none"),
    ):
        refused = run("safety", *words)
        assert refused.code == 5
        assert refused.err.startswith(f"{one['ref']} was reported as AE-17")
    assert run("safety", "show", one["ref"], "--json").json == one


def test_not_an_event(run: Run) -> None:
    """It stops with its reason kept, and undo takes that back."""
    run(*HEARD)
    assert run("safety", "not-an-event", "dizzy").code == 2
    closed = run("safety", "not-an-event", "dizzy", "--because", "drug safety: a film plot")
    assert closed.masked.splitlines()[-2:] == [
        "no event    drug safety: a film plot",
        "Saved. Take it back: repplan undo b-*",
    ]
    assert run("undo").code == 0
    assert "7h15 left" in run("safety", "list").out


def test_undo(run: Run, db: sqlite3.Connection) -> None:
    """A clock that runs and what is reported stand, by force too; what was no event goes."""
    added = run(*HEARD, "--json").json
    ref, batch = added["safety"]["ref"], added["batch"]
    for force in ((), ("--force",)):
        refused = run("undo", batch, *force)
        assert refused.code == 5
        assert refused.err == (
            f"{batch} opened a safety clock ({ref}) that still runs: it ends by repplan safety "
            f"report {ref}, or repplan safety not-an-event {ref}.\n"
            f"Once it was no event, the rest goes: repplan undo {batch}\n"
        )
    assert run("safety", "not-an-event", ref, "--because", "a film").code == 0
    assert run("undo", batch).code == 0
    assert db.execute("SELECT count(*) FROM safety_report").fetchone()[0] == 0
    added = run(*HEARD, "--json").json
    edited = run("safety", "edit", "dizzy", "--product", "card", "--sex", "male", "--json").json
    reported = run("safety", "report", "anjali", "--reference", "AE-17", "--json").json
    for batch in (reported["batch"], edited["batch"], added["batch"]):
        for force in ((), ("--force",)):
            refused = run("undo", batch, *force)
            assert refused.code == 5
            assert refused.err.splitlines()[0] == (
                f"{batch} can't be taken back: {added['safety']['ref']} was reported as AE-17, "
                "and a reported safety item stands."
            )
    (kept,) = db.execute("SELECT state, sex FROM safety_report").fetchall()
    assert tuple(kept) == ("reported", "male")


def test_the_store_itself_keeps_it(run: Run, store: Path) -> None:
    """Another program can't change what was reported either: the file's own triggers refuse."""
    run(*HEARD)
    run("safety", "report", "anjali", "--reference", "AE-17")
    other = sqlite3.connect(store)
    columns = [row[1] for row in other.execute("PRAGMA table_info(safety_report)")]
    assert "sex" in columns
    changes = [f"UPDATE safety_report SET {column} = 'x'" for column in columns]
    for sql in (*changes, "DELETE FROM safety_report"):
        with pytest.raises(sqlite3.IntegrityError, match=r"stands once reported|an id never"):
            other.execute(sql)
    other.close()


def test_no_patient_in_a_reason_or_reference(run: Run, db: sqlite3.Connection) -> None:
    """Who the patient is goes into no reason and no reference either; a code is none."""
    run(*HEARD)
    for words in (
        ("not-an-event", "dizzy", "--because", "call 212-555-0142, it was the heat"),
        ("report", "anjali", "--reference", "MRN 12345678"),
    ):
        refused = run("safety", *words, "--json")
        assert refused.code == 5
        assert "patient-refused" in refused.err or "identity." in refused.err
        assert "555" not in refused.err
    assert db.execute("SELECT state FROM safety_report").fetchone()[0] == "open"
    closed = run("safety", "not-an-event", "dizzy", "--because", "dizzy from the heat")
    assert (closed.code, closed.err) == (0, "")


def test_two_alike_say_when_they_were_heard(run: Run) -> None:
    """The same words twice: the moment tells them apart."""
    for moment in ("mon 14:20", "mon 15:30"):
        assert run("safety", "add", "anjali", "皮疹", "--heard", moment).code == 0
    unsure = run("safety", "not-an-event", "皮疹", "--because", "none")
    assert unsure.code == 4
    assert "皮疹  heard 2026-11-23 14:20  e-" in unsure.err
    assert "皮疹  heard 2026-11-23 15:30  e-" in unsure.err


@pytest.mark.parametrize(
    ("said", "code", "words"),
    [
        ("zz", 3, "No safety report fits"),
        ("cho", 3, "No safety report fits"),
        ("dizzy", 4, "“dizzy” is too little for what can't be undone. Only this fits:"),
        ("Cardexa", 4, "If you mean it, use its ref."),
        ("patel", 4, "“patel” is too little for what can't be undone."),
        ("anj dizz", 0, ""),
    ],
)
def test_no_clock_stops_by_a_guess(run: Run, said: str, code: int, words: str) -> None:
    """A name stops it, a ref too; a word of the text is a guess, a piece of a word is nothing."""
    run("safety", "add", "anjali", "dizzy after the echocardiogram", "--product", "card")
    answer = run("safety", "report", *said.split(), "--reference", "AE-1")
    assert (answer.code, words in answer.err) == (code, True)
    assert ("1" if code else "0") == str(len(run("safety", "list", "--json").json["safety"]))


@pytest.mark.parametrize("said", ["NO", "no", "???", "编号", "WHY"])
def test_a_placeholder_is_no_number(run: Run, said: str) -> None:
    """What a hint writes for the number, and marks alone, are none."""
    run(*HEARD)
    refused = run("safety", "report", "anjali", "--reference", said)
    assert refused.code == 2
    assert refused.err == (
        f"The reference number is missing: “{said}” only stands for it.\n"
        "Put the real one in its place.\n"
    )
    if said.upper() != "NO":
        assert run("safety", "not-an-event", "anjali", "--because", said).code == 2
    assert len(run("safety", "list", "--json").json["safety"]) == 1


@pytest.mark.parametrize("words", [("anjali",), ("Anjali", "Patel"), ("王建国",)])
def test_a_name_alone_opens_no_clock(run: Run, words: tuple[str, ...]) -> None:
    """Who told it, and nothing behind: what happened is missing, and no clock runs."""
    refused = run("safety", "add", *words)
    assert (refused.code, refused.err.splitlines()[0]) == (2, "What happened is missing.")
    assert run("safety", "list", "--json").json["safety"] == []


def test_an_edit_that_changes_nothing(run: Run) -> None:
    """It was so already: there is nothing to take back."""
    run(*HEARD)
    again = run("safety", "edit", "anjali", "--sex", "female")
    assert again.out.splitlines()[-1] == "It was so already: nothing was changed."
