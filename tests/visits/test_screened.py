"""What the rules find in a log: what is asked, opened, masked, refused, in every way of logging."""

from __future__ import annotations

import io
import shlex
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
DIZZY = "a patient of hers got dizzy on it"
OUTSIDE = "? can she use Cardexa for migraine"
PATIENT = "Mr John Smith, 67, did well on it"


class Typed(io.StringIO):
    """Keys at a terminal."""

    def isatty(self) -> bool:
        """Say that somebody is there."""
        return True


class Interrupted(Typed):
    """Keys at a terminal, the last of them Ctrl-C."""

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]  # typeshed allows None
        """Return the next line; after the last one it is interrupted."""
        line = super().readline(size)
        if not line:
            raise KeyboardInterrupt
        return line


class Terminal(Protocol):
    """Run a command line at which these lines are typed, one after the other."""

    def __call__(self, *argv: str, typed: str, now: str = AT_NOON) -> Result:
        """Return what it left."""


@pytest.fixture
def day(run: Run, people: object) -> Run:
    """Return the command line on a store with two products, at noon."""
    assert people
    assert run("product", "add", "Cardexa", "--indications", "hypertension").code == 0
    assert run("product", "add", "泽康平", "--indications", "高血压").code == 0
    return run


@pytest.fixture
def at(day: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """Return the command line at a terminal, in the same store."""
    assert day("product", "list").code == 0

    def run_at(*argv: str, typed: str, now: str = AT_NOON) -> Result:
        monkeypatch.setattr(sys, "stdin", Typed(typed))
        monkeypatch.setenv("REPPLAN_NOW", now)
        capsys.readouterr()
        code = program.run(list(argv))
        left = capsys.readouterr()
        return Result(code, left.out, left.err)

    return run_at


def counts(db: sqlite3.Connection) -> dict[str, int]:
    """Return how many visits, reports, inquiries and overrides there are."""
    tables = ("visit", "safety_report", "inquiry", "override")
    return {one: db.execute(f"SELECT count(*) FROM {one}").fetchone()[0] for one in tables}


def test_a_yes_opens_both_in_one_batch(at: Terminal, day: Run, db: sqlite3.Connection) -> None:
    """Yes opens a report and an inquiry beside the visit, with its product, in one batch."""
    told = at("log", "anjali", "--at", "11:10", f"{DIZZY}; # Cardexa +; {OUTSIDE}", typed="y\ny\n")
    assert told.code == 0
    assert "something that must be reported? [y/n]" in told.err
    assert "a question for medical affairs? [Y/n]" in told.err
    assert "\nsafety      report by Wed 2026-11-25 11:10, then:\n" in told.out
    assert "\n            repplan safety report e-" in told.out
    assert "\ninquiry     for medical affairs, don't answer it: " in told.out
    (report,) = day("safety", "list", "--json", now=AT_NOON).json["safety"]
    assert (report["what"], report["product"]) == (DIZZY, "Cardexa")
    assert report["provider"]["name"] == "Anjali Patel, MD"
    assert (report["heard_at"], report["due_at"]) == (
        "2026-11-24T17:10:00Z",
        "2026-11-25T17:10:00Z",
    )
    (asked,) = day("inquiry", "list", "--json", now=AT_NOON).json["inquiries"]
    assert (asked["question"], asked["product"]) == ("can she use Cardexa for migraine", "Cardexa")
    (owed,) = day("followup", "list", "anjali", "--json").json["follow_ups"]
    assert asked["follow_up"] == owed["ref"]
    assert asked["visit"] == report["visit"]
    assert told.out.splitlines()[-2:] == [
        "Saved. Undo doesn't stop its clock. No event after all:",
        f"  repplan safety not-an-event {report['ref'][:6]}",
    ]
    batch = day("undo", "--list", "--json").json["batches"][0]["batch"]
    for force in ((), ("--force",)):
        assert day("undo", batch, *force, now=AT_NOON).code == 5
    assert counts(db)["visit"] == 1
    assert day("safety", "not-an-event", report["ref"], "--because", "a film").code == 0
    assert day("undo", batch, now=AT_NOON).code == 0
    assert counts(db) == {"visit": 0, "safety_report": 0, "inquiry": 0, "override": 0}


def test_a_no_labels_nothing(at: Terminal, day: Run, db: sqlite3.Connection) -> None:
    """No keeps the words as they were said; Enter is no answer, and asked again."""
    asked = at("log", "anjali", "--at", "11:10", DIZZY, typed="\n\nn\n")
    assert asked.code == 0
    assert asked.err.count("Please answer y or n.") == 2
    assert counts(db) == {"visit": 1, "safety_report": 0, "inquiry": 0, "override": 0}
    assert db.execute("SELECT said FROM visit").fetchone()[0] == DIZZY
    told = day("visit", "show", "anjali", now=AT_NOON).out
    assert "safety" not in told


def test_json_lists_what_was_opened(at: Terminal) -> None:
    """Scripts get the hits, and the refs of what was opened."""
    told = at("log", "anjali", "--at", "11:10", f"{DIZZY}; {OUTSIDE}", "--json", typed="y\ny\n")
    answer = told.json
    assert [one["label"] for one in answer["screening"]] == ["safety", "offlabel"]
    assert set(answer["screening"][0]) >= {"label", "rule", "words", "action"}
    assert [ref[:2] for ref in answer["safety"] + answer["inquiries"]] == ["e-", "i-"]
    assert answer["asks"] == []


def test_without_a_terminal(day: Run, db: sqlite3.Connection) -> None:
    """Nobody to ask: nothing is written; with --yes the visit is kept and both lists name it."""
    refused = day("log", "anjali", DIZZY, now=AT_NOON)
    assert refused.code == 2
    assert refused.err == (
        f"1 unclear, so nothing was written:\n  “{DIZZY}”  something that must be reported?\n"
        "Log it at a terminal; or add --yes: the command that opens each is said then.\n"
    )
    kept = day("log", "anjali", DIZZY, "--yes", "--json", now=AT_NOON).json
    assert [one["segment"] for one in kept["asks"]] == [DIZZY]
    assert [one["label"] for one in kept["screening"]] == ["safety"]
    assert (kept["safety"], kept["inquiries"]) == ([], [])
    assert counts(db) == {"visit": 1, "safety_report": 0, "inquiry": 0, "override": 0}


def test_unanswered_names_the_command(day: Run, db: sqlite3.Connection, tmp_path: Path) -> None:
    """What nobody answered is told with the command that opens it, whole; it can be run."""
    heard = 'one of hers felt dizzy on "it", $5'
    inbox = tmp_path / "in.txt"
    inbox.write_text(f"@ anjali 11:10\n! {heard}\n{OUTSIDE}\n", encoding="utf-8")
    told = day("log", "--inbox", str(inbox), "--yes", now=AT_NOON)
    assert told.code == 0
    asked = f"unclear “! {heard}” something that must be reported? If so: repplan safety add - "
    assert asked in " ".join(told.out.split())
    openers = [line for line in told.out.splitlines() if line.startswith("  repplan ")]
    assert [line.split(" ", 5)[:5] for line in openers] == [
        ["", "", "repplan", "safety", "add"],
        ["", "", "repplan", "inquiry", "add"],
    ]
    for line in openers:
        done = day(*shlex.split(line)[1:], now=AT_NOON)
        assert done.code == 0, done.err
    (report,) = day("safety", "list", "--json", now=AT_NOON).json["safety"]
    assert (report["what"], report["provider"]["name"]) == (heard, "Anjali Patel, MD")
    assert report["heard_at"] == "2026-11-24T17:10:00Z"
    assert counts(db) == {"visit": 1, "safety_report": 1, "inquiry": 1, "override": 0}


@pytest.mark.parametrize("mark", ["", "> ", "< ", "! ", "^ ", "c: ", "me: ", "rival: "])
def test_in_any_segment(day: Run, mark: str) -> None:
    """Whatever the mark before it, it is asked about."""
    told = day("log", "anjali", f"fine; {mark}her aunt got a rash from Cardexa", "--yes",
               "--dry-run", "--json", now=AT_NOON).json  # fmt: skip
    assert "safety" in [one["label"] for one in told["screening"]]


@pytest.mark.parametrize("said", ["c: dizziness", "! dizziness", "关注：头晕", "c: itching"])
def test_a_worry_alone_is_no_event(day: Run, said: str) -> None:
    """A symptom alone, as what they care about or object, is nobody's; with somebody it is."""
    assert day("log", "anjali", said, "--json", now=AT_NOON).json["screening"] == []
    more = day(
        "log", "dev", f"{said}; her aunt got dizzy on it", "--dry-run", "--json", now=AT_NOON
    )
    assert [one["label"] for one in more.json["screening"]] == ["safety"]


def test_in_chinese(at: Terminal, day: Run) -> None:
    """Chinese words lead to the same question, and the same report."""
    told = at("log", "王建国", "--at", "11:20", "他的患者服泽康平后住院了", typed="y\n")
    assert told.code == 0
    (report,) = day("safety", "list", "--json", now=AT_NOON).json["safety"]
    assert (report["what"], report["product"]) == ("他的患者服泽康平后住院了", "泽康平")


def test_harmless_words_ask_nothing(day: Run) -> None:
    """What only sounds like it is kept at once."""
    told = day("log", "anjali", "no side effects so far; # Cardexa +", "--json", now=AT_NOON)
    assert (told.code, told.json["screening"]) == (0, [])


def test_without_a_label_nothing_is_outside(run: Run, people: object) -> None:
    """Where no product has its indications on record, a question is a question that we owe."""
    assert people
    assert run("product", "add", "Cardexa").code == 0
    told = run("log", "anjali", "# Cardexa; ? ok in dialysis", "--json", now=AT_NOON)
    assert (told.code, told.json["screening"]) == (0, [])


def test_heard_on_a_day_gone_by(at: Terminal, day: Run) -> None:
    """Logged a day late without an hour, the clock runs from when that day's work began."""
    at("log", "anjali", "--at", "mon", DIZZY, typed="y\n")
    (report,) = day("safety", "list", "--json", now=AT_NOON).json["safety"]
    assert report["heard_at"] == "2026-11-23T14:30:00Z"


def test_heard_today_out_of_hours(day: Run, at: Terminal) -> None:
    """Logged at night without an hour, the clock runs from when today's work began."""
    at("log", "anjali", DIZZY, typed="y\n", now="2026-11-24T22:00:00-06:00")
    (report,) = day("safety", "list", "--json", now=AT_NOON).json["safety"]
    assert report["heard_at"] == "2026-11-24T14:30:00Z"


def test_a_clock_set_back(day: Run, at: Terminal, db: sqlite3.Connection) -> None:
    """No deadline is counted from it; the hint names what a log takes."""
    day("followup", "add", "anjali", "table", now="2026-11-24T16:00:00-06:00")
    refused = at("log", "anjali", DIZZY, typed="y\n")
    assert refused.code == 5
    assert refused.err.endswith("or say when it was: --at 14:20\n")
    assert counts(db)["visit"] == 0
    assert at("log", "anjali", "--at", "11:10", DIZZY, typed="y\n").code == 0


def test_a_name_inside_a_word_is_no_product(day: Run, at: Terminal) -> None:
    """A product is a whole word of a Latin text; within Chinese there are no blanks."""
    for name in ("Vera", "Zeda"):
        assert day("product", "add", name).code == 0
    for who, text, product in (
        ("anjali", "several of hers got dizzy", None),
        ("dev", "dizzy on Vera's lowest dose", "Vera"),
        ("lindqvist", "dizzy on Vera or Zeda", None),
        ("王建国", "患者服Zeda后头晕", "Zeda"),
    ):
        assert at("log", who, "--at", "11:10", text, typed="y\n").code == 0
        report = day("safety", "list", "--json", now=AT_NOON).json["safety"][-1]
        assert (report["what"], report["product"]) == (text, product)
        assert day("safety", "report", report["ref"], "--reference", "1", now=AT_NOON).code == 0


@pytest.mark.parametrize("typed", ["y\ny\n", "y\nn\n"])
def test_a_yes_never_vanishes(at: Terminal, day: Run, typed: str) -> None:
    """Safety is asked first; whatever another answer makes of the segment, the report is there."""
    text = "# Cardexo she got a rash on it"
    told = at("log", "anjali", "--at", "11:10", text, typed=typed)
    first, second = told.err.split(f"“{text}”  ")[1:]
    assert first.startswith("something that must be reported?")
    assert second.startswith("no product of yours: # Cardexa she got a rash on it?")
    (report,) = day("safety", "list", "--json", now=AT_NOON).json["safety"]
    assert "she got a rash on it" in report["what"]


def test_a_yes_to_what_is_left_out_or_masked(at: Terminal, day: Run) -> None:
    """A segment that another answer takes away, or masks, is reported once all the same."""
    assert at("log", "dev", "--at", "11:10", f"{PATIENT} but got dizzy", typed="y\n\n").code == 0
    (masked,) = day("safety", "list", "--json", now=AT_NOON).json["safety"]
    assert "Smith" not in masked["what"]
    day("safety", "report", masked["ref"], "--reference", "1", now=AT_NOON)
    said = "^ his wife got dizzy from Cardexa, she has cancer"
    assert at("log", "anjali", "--at", "11:10", said, typed="y\n\n").code == 0
    (left,) = day("safety", "list", "--json", now=AT_NOON).json["safety"]
    assert left["what"].startswith("his wife got dizzy")
    assert left["product"] == "Cardexa"


def test_interrupted_at_a_question(
    day: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl-C at a question gives the words back: nobody types them twice."""
    assert day("product", "list").code == 0
    monkeypatch.setattr(sys, "stdin", Interrupted(f"{DIZZY}\n\n"))
    capsys.readouterr()
    assert program.run(["log", "anjali", "--at", "6:10"]) == 130
    err = capsys.readouterr().err
    assert f"\nYour words: {DIZZY}\n" in err
    assert "Nothing was written" in err
    for way, keys in (((), f"{DIZZY}\n"), (("--guided",), f"\n{DIZZY}\n")):
        monkeypatch.setattr(sys, "stdin", Interrupted(keys))
        assert program.run(["log", "anjali", "--at", "6:10", *way]) == 130
        assert f"\nYour words: {DIZZY}\n" in capsys.readouterr().err


def test_refused_after_it_was_typed(at: Terminal, db: sqlite3.Connection) -> None:
    """What was typed at a prompt is given back with a refusal; a command line outlives it."""
    assert at("log", "anjali", "--at", "11:10", typed="keen on it\n\n").code == 0
    again = at("log", "anjali", "--at", "11:10", typed="keen on it\n\n")
    assert again.code == 6
    assert "Your words: keen on it\n" in again.err
    assert "Your words" not in at("log", "anjali", "keen on it", "--at", "11:10", typed="").err
    left = at("log", "anjali", "--at", "11:20", typed=f"{DIZZY}\n\n")
    assert left.code == 10
    assert f"Your words: {DIZZY}\n" in left.err
    assert counts(db)["visit"] == 1


def test_a_refused_sample_asks_nothing(
    at: Terminal, day: Run, db: sqlite3.Connection, tmp_path: Path
) -> None:
    """What no answer can mend is refused before the questions; an inbox names its line."""
    assert day("config", "set", "samples", "on").code == 0
    assert day("sample", "receive", "Cardexa", "10", "--lot", "A123").code == 0
    said = f"{DIZZY}; = Cardexa x20 lot A123"
    refused = at("log", "anjali", "--at", "11:10", typed=f"{said}\n\n")
    assert refused.code == 5
    assert "must be reported" not in refused.err
    assert f"Your words: {said}\nCardexa, lot A123: 10 left" in refused.err
    asked = at("log", "anjali", "--at", "11:10", typed="= Cardexa x20 lot B\n\ny\n")
    assert (asked.code, "Your words: = Cardexa x20 lot B\n" in asked.err) == (5, True)
    twice = "= Cardexa x6 lot A123; = Cardexa x6 lot A123"
    inbox = tmp_path / "in.txt"
    inbox.write_text(f"@ dev 11:00\nfine\n@ anjali 11:10\n{twice}\n", encoding="utf-8")
    bad = day("log", "--inbox", str(inbox), now=AT_NOON)
    assert (bad.code, bad.err.startswith("in.txt:3: Cardexa, lot A123: 10 left")) == (5, True)
    assert counts(db)["visit"] == 0


def test_a_patient_is_masked_everywhere(at: Terminal, db: sqlite3.Connection) -> None:
    """Enter takes the masked words: the name is in no table and in no journal."""
    told = at("log", "anjali", "--at", "11:10", f"{PATIENT}; keen", typed="\n")
    assert told.code == 0
    assert db.execute("SELECT said FROM visit").fetchone()[0].startswith("Mr [patient], 67")
    dump = "\n".join(
        str(tuple(row))
        for table in ("visit", "journal", "search_doc")
        for row in db.execute(f"SELECT * FROM {table}")
    )
    assert "Smith" not in dump


def test_a_patient_is_refused(at: Terminal, day: Run, db: sqlite3.Connection) -> None:
    """A no at the question, or nobody to ask: nothing is written, the rule is named."""
    assert at("log", "anjali", "--at", "11:10", PATIENT, typed="n\n").code == 10
    for yes in ((), ("--yes",)):
        refused = day("log", "anjali", PATIENT, *yes, "--json", now=AT_NOON)
        assert refused.code == 5
        assert '"rule": "identity' in refused.err
        assert "Smith" not in refused.err
    assert counts(db)["visit"] == 0


def test_an_inbox_and_a_group(day: Run, db: sqlite3.Connection, tmp_path: Path) -> None:
    """A phone's file goes the same way, all of it or nothing; a group too."""
    file = tmp_path / "inbox.txt"
    file.write_text(f"@ Anjali 8:40\nkeen\n\n@ 王建国 9:10\n{DIZZY}\n", encoding="utf-8")
    assert day("log", "--inbox", str(file), now=AT_NOON).code == 2
    assert counts(db)["visit"] == 0
    kept = day("log", "--inbox", str(file), "--yes", "--json", now=AT_NOON).json
    labels = [[hit["label"] for hit in one["screening"]] for one in kept["visits"]]
    assert labels == [[], ["safety"]]
    group = day("log", "valley", f"{DIZZY}; {OUTSIDE}", "--yes", "--json", now=AT_NOON).json
    assert {one["label"] for one in group["screening"]} == {"safety", "offlabel"}


def test_a_group_tells_it(at: Terminal, day: Run) -> None:
    """Of a group nobody by name told it, and no inquiry is asked about: it has no name."""
    told = at("log", "valley", "--at", "11:10", f"{DIZZY}; {OUTSIDE}", typed="y\n")
    assert told.code == 0
    (report,) = day("safety", "list", "--json", now=AT_NOON).json["safety"]
    assert report["provider"] is None


def test_what_a_policy_bars(at: Terminal, day: Run, db: sqlite3.Connection) -> None:
    """Where the policy blocks, nothing helps; where it warns, a reason is asked and kept."""
    barred = "she asked for a gift card"
    assert day("config", "set", "policy", "cn").code == 0
    for words in ((), ("--yes",), ("--because", "she joked")):
        assert day("log", "anjali", barred, *words, now=AT_NOON).code == 5
    assert day("config", "set", "policy", "none").code == 0
    hits = day("log", "anjali", barred, "--dry-run", "--json", now=AT_NOON).json["screening"]
    assert [one["action"] for one in hits] == ["warn"]
    assert day("log", "anjali", barred, "--yes", now=AT_NOON).code == 5
    assert at("log", "anjali", "--at", "11:10", barred, typed="n\n\n").code == 10
    assert counts(db)["visit"] == 0
    assert at("log", "anjali", "--at", "11:10", barred, typed="n\nshe joked\n").code == 0
    assert counts(db) == {"visit": 1, "safety_report": 0, "inquiry": 0, "override": 1}
    kept = day("log", "dev", barred, "--because", "a joke", "--yes", now=AT_NOON)
    assert kept.code == 0
    assert counts(db)["override"] == 2
