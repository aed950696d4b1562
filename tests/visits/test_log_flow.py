"""``log`` at a terminal: what is asked, asked again, and that nothing typed is lost."""

from __future__ import annotations

import io
import json
import re
import sys
from typing import TYPE_CHECKING, Protocol

import pytest

from repplan import __main__ as program
from tests.conftest import Result

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from tests.conftest import Run

AT_NOON = "2026-11-24T12:00:00-06:00"


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
def at(rp: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """Return the command line at a terminal, on a small territory with an open promise."""
    assert rp("followup", "add", "patel", "renal dosing table", "--due", "today").code == 0
    assert rp("followup", "add", "patel", "fall poster", "--due", "today").code == 0

    def run_at(*argv: str, typed: str) -> Result:
        monkeypatch.setattr(sys, "stdin", Typed(typed))
        monkeypatch.setenv("REPPLAN_NOW", AT_NOON)
        capsys.readouterr()
        code = program.run(list(argv))
        left = capsys.readouterr()
        return Result(code, left.out, left.err)

    return run_at


def last(db: sqlite3.Connection) -> tuple[str, str | None]:
    """Return outcome and words of the visit that was logged last; ("", None) if none was."""
    rows = db.execute(
        "SELECT outcome, said FROM visit WHERE state IN ('logged', 'cancelled') ORDER BY rowid DESC"
    )
    row = rows.fetchone()
    return tuple(row) if row else ("", None)


@pytest.mark.parametrize("typed", ["\n", ""])
def test_nothing_typed_writes_nothing(at: Terminal, db: sqlite3.Connection, typed: str) -> None:
    """Enter or Ctrl-D at the prompt is no visit."""
    assert at("log", "patel", typed=typed).code == 10
    assert last(db) == ("", None)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("no show", "no-see"),
        ("没见到，她出差", "no-see"),
        ("Not seen. Snow day", "no-see"),
        ("cancelled; desk was kind", "cancelled"),
        ("brief, in the hall", "brief"),
        ("liked the table", "seen"),
    ],
)
def test_a_note_may_begin_with_its_outcome(
    rp: Run, db: sqlite3.Connection, text: str, outcome: str
) -> None:
    """Words of an outcome that stand for themselves are the outcome, in every way of logging."""
    done = rp("log", "patel", text, now=AT_NOON)
    assert done.code == 0, done.err
    assert last(db)[0] == outcome


@pytest.mark.parametrize(
    "text",
    ["not in today, desk said later", "no see policy here", "她今天出差", "missed her by a minute"],
)
def test_what_may_be_a_no_see_is_asked(
    rp: Run, at: Terminal, db: sqlite3.Connection, text: str
) -> None:
    """Words that run on are asked about; with --yes they are listed and the visit counts as seen."""
    assert rp("log", "patel", text, now=AT_NOON).code == 2
    asks = rp("log", "patel", text, "--yes", "--dry-run", "--json", now=AT_NOON).json["asks"]
    assert asks[0]["reading"] == "no-see"
    assert at("log", "patel", text, typed="y\n" * 3).code == 0
    assert last(db)[0] == "no-see"
    assert at("log", "brandt", text, typed="n\n" * 3).code == 0
    assert last(db)[0] == "seen"


def test_a_namesake_is_told_apart(rp: Run, at: Terminal, db: sqlite3.Connection) -> None:
    """Where two have one name, the prompt and each question say by the initial who is meant."""
    assert rp("provider", "add", "Dev Patel", "--account", "Oakwood Internal Medicine").code == 0
    assert rp("visit", "plan", "dev patel", "--at", "today 9:00").code == 0
    line = at("log", "anjali", typed="no see, back on wednesday\n\ny\n")
    assert line.code == 0, line.err
    assert line.err == (
        "Patel A > Patel A > Patel A: “back on wednesday”  plan it: ~ wednesday? [y/N] "
    )
    guided = at("log", "anjali", "--guided", typed="no-see\n\n\n\n\n")
    assert guided.err.startswith("Patel A\nWere they seen? ")
    walked = at("log", typed="no see\n\n")
    assert walked.code == 0, walked.err
    assert walked.err == "Patel D 9:00 > Patel D 9:00 > "
    assert last(db) == ("no-see", None)


def test_guided_asks_again(at: Terminal, db: sqlite3.Connection) -> None:
    """An unknown answer is neither yes nor a day."""
    typed = "she was out\nbrief\nfine\n\n\nsometime\n2w\n"
    done = at("log", "patel", "--guided", typed=typed)
    assert done.code == 0, done.err
    assert last(db) == ("brief", "fine")
    assert "Not understood: she was out" in done.err
    assert "No day or interval: sometime" in done.err


def test_a_kept_mark_stays_in_what_was_said(rp: Run, db: sqlite3.Connection) -> None:
    """With --yes a d: or r: that fits nothing is what was said."""
    text = "d: gave lung atlas; r: met two in mind; n: someday"
    assert rp("log", "patel", text, "--yes", now=AT_NOON).code == 0
    assert last(db)[1] == "gave lung atlas; met two in mind; someday"


@pytest.mark.parametrize(
    ("typed", "settled", "said"), [("the poster\n2\n", 1, None), ("3\n", 0, "gave atlas")]
)
def test_what_it_settles_is_picked(
    at: Terminal, db: sqlite3.Connection, typed: str, settled: int, said: str | None
) -> None:
    """The open items are offered by number; nothing that is typed there becomes part of the note."""
    done = at("log", "patel", "d: gave atlas", "--json", typed=typed)
    assert done.code == 0, done.err
    assert len(json.loads(done.out)["settled"]) == settled
    assert last(db)[1] == said


@pytest.mark.parametrize(
    ("text", "what", "due"),
    [
        ("I'll send him the frax paper by fri", "send him the frax paper", "2026-11-27"),
        ("答应周五前发指南解读", "发指南解读", "2026-11-27"),
        ("asked if it is safe in dialysis", "it is safe in dialysis", "2026-11-26"),
    ],
)
def test_a_confirmed_hint_has_no_lead_in(at: Terminal, text: str, what: str, due: str) -> None:
    """Enter confirms a promise or a question, which is kept without what leads to it."""
    done = at("log", "patel", text, "--json", typed="\n")
    (one,) = json.loads(done.out)["follow_ups"]
    assert (one["what"], one["due_on"]) == (what, due)


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("下次 两周后", "~ 两周后"),
        ("next 2w", "~ 2w"),
        ("product Cardexa keen", "product: Cardexa keen"),
    ],
)
def test_a_mark_without_its_colon_is_asked(rp: Run, text: str, option: str) -> None:
    """A mark's word with what fits it is asked about once."""
    answer = rp("log", "patel", text, "--yes", "--json", now=AT_NOON).json
    assert answer["asks"] == [{"segment": text, "reading": option}]


def test_an_editor_keeps_the_words(
    at: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, db: sqlite3.Connection
) -> None:
    """Words whose log is declined are in a file that is named; once written it is gone."""
    editor = tmp_path / "editor.sh"
    editor.write_text(
        f'cp "$1" {tmp_path}/template; echo "I\'ll send the paper" > "$1"\n', encoding="utf-8"
    )
    monkeypatch.setenv("VISUAL", f"sh {editor}")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    done = at("log", "patel", "--edit", typed="")
    assert done.code == 10
    (kept,) = tmp_path.glob("repplan-*.txt")
    assert f"Your words are in {kept}." in re.sub(r"\n(?=\S*repplan-)", "", done.err)
    assert "Patel Tue 24 Nov" in (tmp_path / "template").read_text(encoding="utf-8")
    kept.unlink()
    assert at("log", "patel", "--edit", typed="y\n").code == 0
    assert not list(tmp_path.glob("repplan-*.txt"))
    assert last(db)[0] == "seen"


def test_an_inbox_names_all_bad_headers(rp: Run, at: Terminal, tmp_path: Path) -> None:
    """Without a terminal every bad header is told at once; at one, a name is picked or skipped."""
    inbox = tmp_path / "inbox.txt"
    inbox.write_text("@ Patell 8:40\nI'll send it\n\n@ Zzyzx 9:10\nfine\n", encoding="utf-8")
    refused = rp("log", "--inbox", str(inbox), now=AT_NOON)
    assert refused.code == 3
    assert "inbox.txt:1: " in refused.err
    assert "inbox.txt:4: " in refused.err
    done = at("log", "--inbox", str(inbox), "--json", typed="1\n1\n\n")
    assert done.code == 0, done.err
    assert len(json.loads(done.out)["visits"]) == 1


def test_an_inbox_again_logs_what_is_new(at: Terminal, tmp_path: Path) -> None:
    """What is logged already is named and not asked about; all of it there is exit 6."""
    inbox = tmp_path / "inbox.txt"
    inbox.write_text("@ Patel 8:40\nI'll send the table\n", encoding="utf-8")
    first = at("log", "--inbox", str(inbox), typed="y\n")
    assert first.code == 0, first.err
    assert at("log", "--inbox", str(inbox), typed="").code == 6
    with inbox.open("a", encoding="utf-8") as file:
        file.write("\n@ Brandt 9:10\nfine\n")
    again = at("log", "--inbox", str(inbox), typed="")
    assert again.code == 0, again.err
    assert "already logged: Patel 8:40" in again.err


def test_questions_of_several_visits_say_whose(at: Terminal, tmp_path: Path) -> None:
    """With several visits each question is headed by whose it is."""
    inbox = tmp_path / "inbox.txt"
    inbox.write_text("@ Patel 8:40\nI'll send the table\n@ Brandt 9:10\nfine\n", encoding="utf-8")
    done = at("log", "--inbox", str(inbox), typed="\n")
    assert "Patel 8:40: “I'll send the table”  we will do that? [Y/n]" in done.err


def test_a_second_visit_is_remarked(rp: Run) -> None:
    """A second visit of the day is written, and said to be one."""
    assert rp("log", "patel", "fine", now=AT_NOON).err == ""
    again = rp("log", "patel", "fine again", now=AT_NOON)
    assert (again.code, again.err) == (0, "Patel: the second visit that day.\n")


def test_no_word_is_lost(rp: Run, db: sqlite3.Connection) -> None:
    """Every word of a note is in the visit, its follow-ups or its notes, whatever its mark."""
    marks = "> < ? ! + = ^ d: r: c: me: agreed: rival: n: product:".split()
    words = [f"w{chr(97 + at)}rd{chr(97 + at)}" for at in range(len(marks))]
    text = "; ".join(
        f"{mark} {word} by fri via amy" for mark, word in zip(marks, words, strict=True)
    )
    assert rp("log", "patel", text, "--yes", now=AT_NOON).code == 0
    notes = [row[0] for row in db.execute("SELECT text FROM note")]
    kept = " ".join([rp("visit", "show", "patel", "--json").out, *notes])
    assert [word for word in words if word not in kept] == []


@pytest.mark.parametrize(
    ("text", "typed", "day"),
    [
        ("> x by feb 30", "foo\n5 dec\n", "2026-12-05"),
        ("> x by 31/11", "1 dec\n", "2026-12-01"),
        ("> leaflet by yesterday", "+3d\n", "2026-11-27"),
        ("> 单页 昨天", "12/15\n", "2026-12-15"),
        ("> x by firday", "n\nsat\n", "2026-11-28"),
        ("> x by firday", "y\n", "2026-11-27"),
        ("> x by feb 30", "\n", "2026-11-26"),
    ],
)
def test_a_day_that_is_none_is_asked_for(
    at: Terminal, db: sqlite3.Connection, text: str, typed: str, day: str
) -> None:
    """A day that can't be is asked for until it is one; Enter keeps the words."""
    done = at("log", "patel", text, typed=typed)
    assert done.code == 0
    assert ("“foo” is no day I know.\n" in done.err) == typed.startswith("foo")
    row = db.execute("SELECT due_on, is_assumed FROM followup ORDER BY rowid DESC").fetchone()
    assert tuple(row) == (day, int(typed == "\n"))


@pytest.mark.parametrize("text", ["~ feb 30", "~ 32/13", "~ yesterday", "~ 下下下周", "n: feb 30"])
def test_a_next_visit_is_not_lost(at: Terminal, db: sqlite3.Connection, text: str) -> None:
    """A next visit on no day is asked for; an interval is an answer as well."""
    done = at("log", "patel", text, typed="2w\n")
    assert done.code == 0
    assert db.execute("SELECT on_date FROM visit WHERE state = 'planned'").fetchone()[0] == (
        "2026-12-08"
    )


def test_quoted_whole(rp: Run) -> None:
    """A name and its text in one pair of quotes are told apart; nothing in the hint acts."""
    refused = rp("log", "patel fine; > table by fri")
    assert refused.code == 3
    assert refused.err == (
        "Nobody and nothing here is called “patel fine; > table by fri”.\n"
        'The name stands before the quotes: repplan log patel "fine; > table by fri"\n'
    )
    nobody = rp("log", "patell fine; > table")
    assert nobody.err.endswith('\nTry: repplan find "patell fine; > table"\n')


def test_a_department_is_no_part_of_a_name(rp: Run) -> None:
    """A department of one account that is a part of another's name is asked about, and shown."""
    assert rp("account", "add", "Mercy Lane", "--departments", "cardiology; ward 2").code == 0
    several = rp("log", "cardiology", "hi")
    assert (several.code, "Mercy Lane, cardiology" in several.err) == (4, True)
    told = rp("log", "ward 2", "hi")
    assert told.out.startswith("Mercy Lane, ward 2  seen  ")


def test_one_sentence_one_question(rp: Run, at: Terminal, db: sqlite3.Connection) -> None:
    """A question for medical affairs is owed an answer too: it is asked about once."""
    assert rp("product", "edit", "Cardexa", "--indications", "hypertension").code == 0
    said = "asked whether Cardexa works in children under 12"
    off = rp("log", "patel", said, now=AT_NOON)
    assert (off.code, off.err.splitlines()[0]) == (2, "1 unclear, so nothing was written:")
    done = at("log", "patel", said, typed="y\n")
    assert done.code == 0
    assert done.err.endswith("a question for medical affairs? [Y/n] ")
    assert done.err.count("[Y/n]") == 1
    owed = db.execute("SELECT what, kind FROM followup ORDER BY rowid DESC").fetchone()
    assert tuple(owed) == ("Cardexa works in children under 12", "question")
    refused = at("log", "brandt", said, typed="n\ny\n")
    assert refused.err.count("a question we owe an answer?") == 1


def test_a_promise_on_no_day_is_asked_for(at: Terminal, db: sqlite3.Connection) -> None:
    """``followup add`` asks as well, and Enter writes nothing; off a terminal it is refused."""
    done = at("followup", "add", "brandt", "f1 by 31/11", typed="foo\n1 dec\n")
    assert done.code == 0
    assert done.err.startswith("“31/11” is no day I know.\nWhich day? (Enter: nothing is written)")
    row = db.execute("SELECT what, due_on FROM followup ORDER BY rowid DESC").fetchone()
    assert tuple(row) == ("f1", "2026-12-01")
    left = at("followup", "add", "brandt", "f2 by yesterday", typed="\n")
    assert (left.code, left.err.count("“yesterday” isn't ahead: say a day to come.")) == (2, 2)


def test_a_recap_leaves_medical_its_questions(rp: Run, at: Terminal) -> None:
    """What medical affairs answer is no promise of the rep's, in a letter either."""
    assert rp("product", "edit", "Cardexa", "--indications", "hypertension").code == 0
    said = "? ok in children; ? when is the lunch; > table by fri"
    assert at("log", "patel", said, typed="y\n").code == 0
    letter = rp("visit", "recap", "patel", now=AT_NOON).out
    assert "I will:\n- answer your question: when is the lunch\n- table, by" in letter
    assert "\nOur medical affairs will answer:\n- ok in children\n" in letter


def test_hints_know_what_was_typed(rp: Run, at: Terminal) -> None:
    """WHO and WHEN in a hint are what was typed; at a terminal nobody says there is none."""
    assert rp("log", "patel", "hi", "--at", "23:00").err.endswith(
        "repplan visit plan patel --at 23:00\n"
    )
    assert (
        rp("visit", "plan", "patel", "--at", "mon 9:00", now="2026-11-24T12:00:00-06:00").code == 0
    )
    assert rp("visit", "plan", "patel", "--at", "today 5:00").err.endswith(
        'That is: repplan log patel --at "today 5:00"\n'
    )
    missing = at("find", typed="")
    assert missing.err == "What to look for is missing.\nSee: repplan find --help\n"
    assert rp("log", "patel", "hi", "--at", "25:00").err.startswith("“25:00” is no time I know.")
    option = rp("spend", "add", "12.50", "patel")
    assert option.err.startswith("Missing option '--nature'.\n  ")
