"""Personal notes are a class of their own: every command is asked whether it tells one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.conftest import NOW, Result, Run

if TYPE_CHECKING:
    from pathlib import Path

SECRETS = ("canoe", "Purdue", "orchid", "Thai", "钓鱼")
"""A word of each personal note that ``told`` keeps."""

YESTERDAY = "2026-11-23T12:00:00-06:00"


@pytest.fixture
def told(run: Run) -> Run:
    """Return ``run`` on a store with five personal notes on Patel, typed, changed and taken back."""
    for line in (
        ("provider", "add", "Anjali Patel, MD", "--account", "Valley Cardiology", "--tier", "A"),
        ("product", "add", "Cardexa"),
        ("note", "add", "patel", "told: our canoe trip", "--personal"),
        ("note", "add", "patel", "birthday 25 nov, orchids", "--personal"),
        ("log", "patel", "keen; > table by fri; ^ family: son at Purdue; ^ 爱好：钓鱼"),
        ("note", "add", "patel", "food: Thai", "--personal"),
        ("visit", "plan", "patel", "--at", "2026-11-24 8:40"),
    ):
        assert run(*line, now=YESTERDAY).code == 0, line
    return run


def lines(done: Result) -> list[str]:
    """Return the secrets that an answer tells, on stdout or stderr."""
    return [word for word in SECRETS if word in done.out + done.err]


@pytest.mark.parametrize(
    "line",
    [
        # In words "nothing found" repeats what was looked for.
        "find canoe --json", "find Purdue --json", "find Thai --json", "find 钓鱼 --json",
        "find table", "find son", "find thai --kind note --json",
        "note list patel", "note list patel --all", "note list patel --json",
        "history", "history --json", "history patel", "history patel --json", "undo --list",
        "undo --list --json", "provider show patel", "provider show patel --json",
        "provider show patel --full", "provider show patel --full --json", "provider list --json",
        "brief patel --json", "brief --json", "brief --day today --json", "due --json",
        "due --all --json", "visit list", "visit list --json", "followup list --json",
        "account show valley --json", "check", "check --json", "map patel", "map patel --json",
        "map valley", "map valley --json",
    ],
)  # fmt: skip
def test_no_answer_tells_what_is_personal(told: Run, line: str) -> None:
    """What doesn't ask for personal notes by name never says a word of them."""
    done = told(*line.split(), now=NOW)
    assert done.code == 0, done.err
    assert lines(done) == []


@pytest.mark.parametrize("ending", ["md", "html", "ics", "pdf"])
def test_no_file_tells_what_is_personal(told: Run, tmp_path: Path, ending: str) -> None:
    """A brief for the phone leaves it out, and tells it where it is asked for by name."""
    for extra, expected in ((), False), (("--personal",), True):
        path = tmp_path / f"{len(extra)}.{ending}"
        assert told("brief", "--to", str(path), *extra).code == 0
        text = path.read_bytes().decode(errors="replace").replace("\r\n ", "")
        if ending != "pdf":
            assert any(word in text for word in SECRETS) is expected
        else:
            assert path.stat().st_size > 0


def test_who_asks_for_them_sees_them(told: Run) -> None:
    """The other side: each of these has something to hide, so the tests above can fail."""
    assert lines(told("note", "list", "patel", "--personal")) == list(SECRETS)
    assert lines(told("provider", "show", "patel", "--personal")) == list(SECRETS)
    assert lines(told("provider", "show", "patel", "--personal", "--json")) == list(SECRETS)
    assert lines(told("brief", "patel")) == ["canoe", "orchid", "Thai"]
    assert lines(told("brief", "patel", "--json", "--personal")) == ["canoe", "orchid", "Thai"]
    assert lines(told("due")) == ["orchid"]


def test_the_history_of_one_tells_that_it_changed(told: Run) -> None:
    """Of a personal note history says what was changed, and not from what to what."""
    notes = told("note", "list", "patel", "--personal", "--json").json["notes"]
    ref = next(one["ref"] for one in notes if "canoe" in one["text"])
    told("note", "edit", ref, "--text", "our canoe trip to Thai rivers", "--topic", "story")
    for line in (("history", ref), ("history", ref, "--json"), ("history", "note")):
        assert lines(told(*line)) == []
    assert "    text: kept apart, as personal\n" in told("history", ref).out
    cells = told("history", ref, "--json").json["batches"][0]["cells"]
    assert {(one["column"], one["old"], one["new"], one["personal"]) for one in cells} == {
        ("text", None, None, True),
        ("topic", None, None, True),
    }


def test_what_was_personal_once_stays_so_in_history(told: Run) -> None:
    """Made professional its words of today are seen; those from before are not."""
    notes = told("note", "list", "patel", "--personal", "--json").json["notes"]
    ref = next(one["ref"] for one in notes if "canoe" in one["text"])
    assert told("note", "edit", ref, "--professional", "--text", "rows").code == 0
    assert lines(told("history", ref)) == lines(told("history", ref, "--json")) == []
    assert "rows" in told("find", "rows").out


def test_undo_tells_nothing(told: Run) -> None:
    """Taking a personal note back, and having it again, names no word of it; nor does a clash."""
    for _again in range(2):
        assert lines(told("undo")) == []
    added = told("note", "add", "patel", "avoid: canoe talk", "--personal", "--json")
    ref, batch = added.json["note"]["ref"], added.json["batch"]
    assert lines(added) == []
    told("note", "edit", ref, "--text", "canoe jokes")
    clash = told("undo", batch)
    assert (clash.code, lines(clash)) == (6, [])
    assert lines(told("undo", "--list")) == []


def test_the_search_index_does_not_hold_them(told: Run, store: Path) -> None:
    """No copy of their words lies in the index, also after one became personal."""
    told("note", "add", "patel", "zither player")
    notes = told("note", "list", "patel", "--json").json["notes"]
    ref = next(one["ref"] for one in notes if "zither" in one["text"])
    assert "zither" in told("find", "zither").out
    assert told("note", "edit", ref, "--personal").code == 0
    with closing(sqlite3.connect(store)) as db:
        words = " ".join(row[0] for row in db.execute("SELECT title || ' ' || body FROM search"))
        typed = " ".join(row[0] or "" for row in db.execute("SELECT typed FROM visit"))
    for word in ("zither", *SECRETS[:-1], "钓"):
        assert word not in words
        assert word not in typed
    assert told("check").code == 0


def test_an_error_tells_nothing(told: Run) -> None:
    """Several notes of one person are named by what they are, personal ones by no word."""
    done = told("note", "edit", "patel", "o", "--text", "x")
    assert done.code == 3
    assert lines(done) == []
    assert lines(told("note", "edit", "n-", "--text", "x")) == []
