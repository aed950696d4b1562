"""Before a text is kept: refused whole, kept for a reason, or only remarked on. Everywhere the same."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Protocol

import pytest

from repplan import __main__ as program
from tests.conftest import SOURCE, Result

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from tests.conftest import Run

pytestmark = pytest.mark.usefixtures("people")

PATIENT = "patient John Smith, 67, melanoma, DOB 4/12/1959"
GIFT = "she wants a gift card"
EVENT = "a patient of hers got a rash on Cardexa and was hospitalised"
WHY = "her words; I said no"


class Typed(io.StringIO):
    """Keys at a terminal."""

    def isatty(self) -> bool:
        """Say that somebody is there."""
        return True


class Terminal(Protocol):
    """Run a command line at which these lines are typed, one after the other."""

    def __call__(self, *argv: str, typed: str) -> Result:
        """Return what it left."""


@pytest.fixture
def at(run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """Return the command line at a terminal."""
    del run

    def run_at(*argv: str, typed: str) -> Result:
        monkeypatch.setattr(sys, "stdin", Typed(typed))
        capsys.readouterr()
        code = program.run(list(argv))
        left = capsys.readouterr()
        return Result(code, left.out, left.err)

    return run_at


@pytest.fixture
def visit(run: Run, people: object) -> str:
    """Return the ref of a visit with Anjali Patel."""
    del people
    done = run("log", "anjali", "keen on the table", "--at", "7:00", "--json")
    assert done.code == 0
    return str(done.json["visit"]["ref"])


LINES = {
    "note add": ("note", "add", "anjali", "{text}"),
    "note add, personal": ("note", "add", "anjali", "--personal", "{text}"),
    "followup add": ("followup", "add", "anjali", "{text}", "--due", "fri"),
    "objective add": ("objective", "add", "anjali", "{text}", "--until", "15 dec"),
    "objective, measure": ("objective", "add", "anjali", "starts", "--measure", "{text}"),
    "provider add": ("provider", "add", "Jo Brandt", "--likes", "{text}"),
    "provider edit": ("provider", "edit", "anjali", "--patients", "{text}"),
    "provider edit, two": ("provider", "edit", "anjali", "--likes", "x", "--prescribing", "{text}"),
    "visit amend": ("visit", "amend", "anjali", "--said", "{text}"),
}
"""Every command that keeps a text, but ``log``."""

KEEPING = pytest.mark.parametrize("line", LINES.values(), ids=LINES)


def filled(line: tuple[str, ...], text: str) -> list[str]:
    """Return a command line with the text in its place."""
    return [text if word == "{text}" else word for word in line]


def changes(db: sqlite3.Connection) -> int:
    """Return how much was ever written."""
    return int(db.execute("SELECT count(*) FROM journal").fetchone()[0])


@KEEPING
@pytest.mark.usefixtures("visit")
def test_a_patient_is_refused(run: Run, db: sqlite3.Connection, line: tuple[str, ...]) -> None:
    """Exit 5 with rule and source, nothing written, no word of it repeated, not even with a reason."""
    before = changes(db)
    for more in ([], ["--because", WHY], ["--json"]):
        done = run(*filled(line, PATIENT), *more)
        assert (done.code, done.out) == (5, ""), done.err
        assert not any(word in done.err for word in ("John", "Smith", "67", "melanoma", "1959"))
        assert "identity." in done.err
    refused = json.loads(run(*filled(line, PATIENT), "--json").err)
    assert refused["error"] == "text-refused"
    assert refused["rule"].startswith("identity.")
    assert refused["source"]
    assert changes(db) == before


@KEEPING
@pytest.mark.usefixtures("visit")
def test_a_warning_needs_a_reason(run: Run, db: sqlite3.Connection, line: tuple[str, ...]) -> None:
    """Without one exit 5 and the way out; with one it is kept, and the reason with it."""
    before = changes(db)
    refused = run(*filled(line, GIFT))
    assert (refused.code, refused.out) == (5, "")
    assert refused.err.endswith("why it is kept all the same: --because TEXT\n")
    assert changes(db) == before
    kept = run(*filled(line, GIFT), "--because", WHY)
    assert (kept.code, kept.err) == (0, "")
    assert f"Why: {WHY}" in " ".join(kept.out.split())
    assert kept.out.splitlines()[-1].startswith("Saved. Take it back: repplan undo b-")
    tbl, record_id, reason, noted_on = db.execute(
        "SELECT tbl, record_id, reason, noted_on FROM override"
    ).fetchone()
    assert (reason, noted_on) == (WHY, "2026-11-24")
    assert db.execute(f"SELECT 1 FROM {tbl} WHERE id = ?", (record_id,)).fetchone()
    run("undo")
    assert db.execute("SELECT count(*) FROM override").fetchone()[0] == 0


@KEEPING
@pytest.mark.usefixtures("visit")
def test_json_tells_what_was_overridden(run: Run, line: tuple[str, ...]) -> None:
    """``overrides`` is there always: empty, or rule, source and reason of each."""
    plain = run(*filled(line, "one chart, then silence"), "--json")
    assert plain.json["overrides"] == []
    if line[:2] == ("provider", "add"):
        run("undo")
    (one,) = run(*filled(line, GIFT), "--because", WHY, "--json").json["overrides"]
    assert one.keys() == {"rule", "source", "reason"}
    assert one["reason"] == WHY
    assert one["source"]


def test_history_and_undo_tell_it(run: Run) -> None:
    """The record's history has the rule and the reason; undo names it beside the record."""
    ref = run("note", "add", "anjali", GIFT, "--because", WHY, "--json").json["note"]["ref"]
    assert f": {WHY}  added" in run("history", ref).out
    told = run("undo").out
    assert "1 note (she wants a gift card)" in told
    assert "1 rule overridden (" in told


@pytest.mark.usefixtures("visit")
def test_an_event_is_remarked_on_and_kept(run: Run) -> None:
    """What may have to be reported is never labelled by itself: kept, and said where to report it."""
    done = run("note", "add", "anjali", EVENT)
    assert done.code == 0
    assert "that may be something to report: repplan safety add" in done.err
    assert EVENT in " ".join(done.out.split())


def test_the_reason_is_checked_too(run: Run, db: sqlite3.Connection) -> None:
    """A patient in the reason is refused as one in the text is."""
    before = changes(db)
    done = run("note", "add", "anjali", GIFT, "--because", PATIENT)
    assert done.code == 5
    assert "Smith" not in done.err
    assert changes(db) == before


def test_a_reason_for_nothing_is_said_to_be_none(run: Run, db: sqlite3.Connection) -> None:
    """Where no rule warned, the note is kept and the reason isn't."""
    done = run("note", "add", "anjali", "one chart", "--because", WHY)
    assert (done.code, done.err) == (0, "No rule had anything against it: the reason isn't kept.\n")
    assert db.execute("SELECT count(*) FROM override").fetchone()[0] == 0


@pytest.mark.parametrize(
    "line",
    [
        ("followup", "done", "anjali", "--proof"),
        ("done", "anjali", "--proof"),
        ("snooze", "anjali", "fri", "--because"),
        ("followup", "waive", "anjali", "--because"),
        ("followup", "drop", "anjali", "--because"),
        ("objective", "retire", "anjali", "--because"),
        ("visit", "cancel", "anjali", "--because"),
        ("stance", "add", "anjali", "skeptic", "--evidence"),
        ("stance", "edit", "dev", "--evidence"),
        ("relation", "add", "anjali", "mentors", "dev", "--evidence"),
        ("relation", "edit", "zhou", "--evidence"),
    ],
    ids=" ".join,
)
def test_why_something_is_so_names_no_patient(run: Run, line: tuple[str, ...]) -> None:
    """A patient is refused there too; a word that is only warned of stands in nobody's way."""
    run("followup", "add", "anjali", "renal table", "--due", "fri")
    run("objective", "add", "anjali", "starts one", "--until", "15 dec")
    run("visit", "plan", "anjali", "--at", "fri 9:00")
    run("stance", "add", "dev", "supporter")
    run("relation", "add", "zhou", "reports to", "wjg")
    done = run(*line, PATIENT)
    assert (done.code, done.out) == (5, ""), done.err
    assert "Smith" not in done.err
    assert run(*line, GIFT).code == 0


def test_of_several_fields_the_one_is_named(run: Run) -> None:
    """Which field holds it is said; what it holds isn't."""
    done = run("provider", "edit", "anjali", "--likes", "charts", "--prescribing", PATIENT)
    assert done.err.startswith("prescribing: This isn't kept: ")


@pytest.mark.parametrize(("typed", "code"), [(f"{WHY}\n", 0), ("\n", 10), ("", 10), ("   \n", 10)])
def test_at_a_terminal_the_reason_is_asked_for(
    at: Terminal, db: sqlite3.Connection, typed: str, code: int
) -> None:
    """A reason keeps it; Enter or Ctrl-D leaves it, and nothing is written."""
    before = changes(db)
    done = at("note", "add", "anjali", GIFT, typed=typed)
    assert done.code == code, done.err
    assert "A rule warns of this: " in done.err
    assert "Why is it kept all the same?" in done.err
    if code:
        assert changes(db) == before
    else:
        assert db.execute("SELECT reason FROM override").fetchone()[0] == WHY


@pytest.mark.parametrize(("typed", "code"), [("y\n", 0), ("\n", 0), ("n\n", 10), ("", 10)])
def test_at_a_terminal_a_masked_text_is_offered(
    at: Terminal, db: sqlite3.Connection, typed: str, code: int
) -> None:
    """Yes keeps the text without the patient; no keeps nothing."""
    done = at("note", "add", "anjali", "spoke of", "patient John Smith, 67, melanoma", typed=typed)
    assert done.code == code, done.err
    kept = [row[0] for row in db.execute("SELECT text FROM note")]
    assert len(kept) == (code == 0)
    assert not any("Smith" in text for text in kept)
    assert all("[patient]" in text for text in kept)


def test_nothing_is_loaded_where_there_is_no_text(store: Path, people: object) -> None:
    """A command that changes no words of one's own doesn't wait for what screens them."""
    del people
    code = (
        "import sys; from repplan.__main__ import run; code = run(sys.argv[1:]); "
        "sys.stderr.write(str((code, 'repplan.screening.rules' in sys.modules)))"
    )
    told = []
    for line in (("--tier", "B"), ("--likes", "charts")):
        done = subprocess.run(
            [sys.executable, "-c", code, "provider", "edit", "anjali", *line],
            env={**os.environ, "PYTHONPATH": SOURCE, "REPPLAN_STORE": str(store)},
            capture_output=True,
            text=True,
            check=False,
        )
        told.append(done.stderr)
    assert told == ["(0, False)", "(0, True)"]
