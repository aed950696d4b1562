"""Hostile names and any words at all: nothing that was typed acts on a screen, or is a bug."""

from __future__ import annotations

import json
import sys
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from repplan.cli import completion
from repplan.store.journal import verify
from repplan.store.write import change

if TYPE_CHECKING:
    import sqlite3

    from tests.conftest import Result, Run, Writing

NAMES = [
    ("[/b]", "[/b]"),
    ("[red]Ann[/red] {said} {0} %s", "[red]Ann[/red] {said} {0} %s"),
    ("'; DROP TABLE provider; --", "'; DROP TABLE provider; --"),
    ("$(reboot) `reboot`", "$(reboot) `reboot`"),
    ("\x1b[31mAnn\x1b[0m \x1b]0;title\x07", "�[31mAnn�[0m �]0;title�"),
    ("Ann\x9b2J\x85Lee", "Ann�2J�Lee"),
    ("Ann\u202eeeL\u2066", "AnneeL"),
    ("A\0nn\x08 \x7fLee", "A�nn� �Lee"),
    ("Ann\nLee\r\n\tMD", "Ann Lee MD"),
    ("Ann\u2028Lee\u2029", "Ann�Lee�"),
    ("A\u200bnn\ufeff\u00ad L\u2060ee", "Ann Lee"),
    ("Ann \ud83d Lee", "Ann � Lee"),
    ("Ann \U000e0041 Lee", "Ann Lee"),
    ("אבי כהן", "אבי כהן"),
    ("مریم امینی", "مریم امینی"),
    ("👨‍👩‍👧 Family", "👨‍👩‍👧 Family"),
    ("Z̸̛͕͚̄a̵͔̓l̴̰͒g̶̢͐o̷̘͗", "Z̸̛͕͚̄a̵͔̓l̴̰͒g̶̢͐o̷̘͗"),
    ("Ａｎｎ　Ｌｅｅ", "Ａｎｎ Ｌｅｅ"),
    ("A" * 500, "A" * 500),
    ("王" * 500, "王" * 500),
]
"""Name as typed → name as it is kept and shown."""

SCREENS = (
    ("provider", "list"),
    ("provider", "show", "{ref}"),
    ("brief", "{ref}"),
    ("brief", "{ref}", "--full"),
    ("due", "--all"),
    ("due", "--why"),
    ("followup", "list"),
    ("note", "list", "{ref}"),
    ("visit", "list"),
    ("find", "table"),
    ("history", "{ref}"),
    ("undo", "--list"),
    ("log", "{ref}", "liked it; > one more", "--dry-run"),
)
SHELLS = {"bash": ["repplan brief "], "zsh": ["brief", ""], "fish": ["brief", ""]}


def acting(text: str) -> set[str]:
    """Return the characters of a text that a terminal acts on, or can't show.

    A line break and a tab move no further than text does; joiners belong to letters.
    """
    kinds = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    return {one for one in text if unicodedata.category(one) in kinds} - set("\n\t\u200c\u200d")


def assert_harmless(done: Result) -> None:
    """Fail where a command line crashed, or wrote what acts."""
    assert done.code == 0, done.err
    assert acting(done.out + done.err) == set()


def met(run: Run, name: str) -> str:
    """Add a provider of this name, promise, note and log something; return their ref."""
    added = run("provider", "add", "--json", "--", name)
    assert added.code == 0, added.err
    ref = str(json.loads(added.out)["provider"]["ref"])
    for line in (
        ("followup", "add", ref, f"table for {name}"),
        ("note", "add", ref, f"the table of {name}"),
        ("log", ref, f"spoke of {name}", "--yes", "--at", "yesterday 8:40"),
    ):
        assert_harmless(run(*line))
    return ref


def every_screen(run: Run, ref: str) -> None:
    """Look at somebody on every screen, as text and as JSON."""
    for line in SCREENS:
        argv = [word.format(ref=ref) for word in line]
        assert_harmless(run(*argv))
        told = run(*argv, "--json")
        assert_harmless(told)
        json.loads(told.out)


def every_shell(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> dict[str, str]:
    """Return what a Tab behind ``brief`` answers in each shell."""
    answers = {}
    for shell, words in SHELLS.items():
        monkeypatch.setenv("_REPPLAN_COMPLETE", shell)
        monkeypatch.setattr(sys, "argv", ["repplan", *words])
        assert completion.run() == 0
        answers[shell] = capfd.readouterr().out
    return answers


@pytest.mark.parametrize(("typed", "kept"), NAMES, ids=lambda name: ascii(name)[:30])
def test_hostile_names(
    run: Run,
    typed: str,
    kept: str,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """A name that was typed is kept clean, and harmless on every screen and at a Tab."""
    ref = met(run, typed)
    assert json.loads(run("provider", "show", ref, "--json").out)["name"] == kept
    every_screen(run, ref)
    for answer in every_shell(monkeypatch, capfd).values():
        assert acting(answer) == set()


def test_hostile_names_that_were_not_typed_here(
    run: Run, writing: Writing, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """What came into the store by another way is harmless on every screen too."""
    ref = met(run, "Ann")
    with writing() as work:
        hostile = "A\x1b[31m\x9b\u202e\u200b\0[/b]\nLee\t\x07\u00ad\U000e0041"
        for table, column in (
            ("provider", "name"), ("provider", "family_name"), ("provider", "likes"),
            ("followup", "what"), ("note", "text"), ("visit", "said"), ("visit", "typed"),
        ):  # fmt: skip
            (identity,) = work.db.execute(f"SELECT id FROM {table}").fetchone()
            change(work, table, identity, {column: hostile})
    every_screen(run, ref)
    for answer in every_shell(monkeypatch, capfd).values():
        assert acting(answer) == set()


HOSTILE = "\x1b[31mX\u202e\u200bY\0Z\x07\u2028W\x9b"


def test_what_is_typed_is_kept_clean(run: Run, db: sqlite3.Connection) -> None:
    """Whichever option or argument it came by, no cell and no journal row holds what acts."""
    for line in (
        ("config", "set", "home", HOSTILE),
        ("product", "add", f"Prod {HOSTILE}", "--generic", HOSTILE),
        ("account", "add", f"Clinic {HOSTILE}", "--city", HOSTILE, "--departments", HOSTILE),
        ("provider", "add", "Ann Lee", "--licence", f"TX {HOSTILE}", "--department", HOSTILE,
         "--account", f"Ward {HOSTILE}", "--specialty", HOSTILE, "--likes", HOSTILE),
        ("objective", "add", "lee", HOSTILE, "--measure", HOSTILE),
        ("followup", "add", "lee", f"table {HOSTILE}"),
        ("note", "add", "lee", HOSTILE),
        ("visit", "plan", "lee", "--at", "fri 8:40"),
        ("visit", "cancel", "lee", "--because", HOSTILE),
        ("snooze", "lee", "fri", "--because", HOSTILE),
        ("log", "lee", f"{HOSTILE}; > {HOSTILE}; c: {HOSTILE}; ^ {HOSTILE}; = {HOSTILE}", "--yes",
         "--at", "yesterday 8:40"),
        ("followup", "drop", "table", "--because", HOSTILE),
        ("objective", "retire", "lee", "--because", HOSTILE),
        ("provider", "edit", "lee", "--name", f"Ann {HOSTILE}"),
    ):  # fmt: skip
        done = run(*line)
        assert (done.code, done.err) == (0, ""), line
    tables = db.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    ).fetchall()
    for (table,) in tables:
        for row in db.execute(f"SELECT * FROM {table}"):
            # The journal writes values as JSON, control characters as escapes.
            texts = [cell for cell in row if isinstance(cell, str)]
            assert not [text for text in texts if acting(text) or "\\u00" in text], table
    assert list(verify(db)) == []


ANY_WORDS = st.one_of(
    st.text(max_size=60),
    st.text(st.sampled_from("ab 12\"'*():^-+~<>?!#;@,.[]{}%\\/\0\x1b\u202e\ud800王医 é周五主任"), max_size=40),
    st.lists(st.sampled_from(["patel", "NEAR", "AND", "OR", "NOT", "title:", "@", "dr", "fri", "via",
                              "p-2222", "-", "--", '"', "*", "王", "主任"]), max_size=40).map(" ".join),
)  # fmt: skip


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(said=ANY_WORDS)
@pytest.mark.usefixtures("people")
def test_any_search(run: Run, said: str) -> None:
    """Whatever is searched for, there is an answer, and it is harmless."""
    assert_harmless(run("find", "--", said))


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    said=ANY_WORDS,
    line=st.sampled_from(
        [
            ("provider", "show", "--"),
            ("brief", "--"),
            ("due", "--"),
            ("done", "--"),
            ("undo", "--"),
            ("history", "--"),
            ("snooze", "--", "patel"),
            ("visit", "show", "--"),
            ("log", "--dry-run", "--", "lindqvist"),
            ("log", "--dry-run", "--"),
            ("visit", "plan", "lindqvist", "--at"),
            ("followup", "add", "--", "lindqvist"),
        ]
    ),
)
@pytest.mark.usefixtures("people")
def test_any_words_anywhere(run: Run, said: str, line: tuple[str, ...]) -> None:
    """Whatever is typed as a name, a ref, a day or a note is understood or refused, never a bug."""
    done = run(*line, said)
    assert done.code in {0, 2, 3, 4, 5, 6}, (line, said, done.err)
    assert acting(done.out + done.err) == set()
