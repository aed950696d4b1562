"""``find``: whatever was written is found, in any script, and nothing typed breaks it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from repplan.find.queries import hits

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from tests.conftest import Run


@pytest.fixture
def written(run: Run, store: Path) -> Run:  # noqa: ARG001 - the store is where it happens
    """Return ``run`` on a store with a few things written in two scripts."""
    for argv in (
        ("provider", "add", "Anjali Patel, MD", "--account", "Valley Cardiology"),
        ("provider", "add", "王建国", "--account", "市一医院", "--department", "心内科"),
        ("note", "add", "patel", "chairs the renal board"),
        ("followup", "add", "王建国", "老年患者头晕的文献", "--due", "fri"),
        ("note", "add", "patel", "--personal", "plays the cello"),
    ):
        assert run(*argv).code == 0, argv
    return run


def test_a_person_stands_before_what_mentions_them(written: Run) -> None:
    """Names come first, then everything that holds the words."""
    said = written("find", "patel")
    kinds = [line.split()[0] for line in said.out.splitlines()]
    assert said.code == 0
    assert kinds[0] == "provider"
    assert "Anjali Patel, MD Valley Cardiology" in said.out.splitlines()[0]


@pytest.mark.parametrize("words", ["医", "头晕", "老年", "头晕的文献", "心内", "wang", "wjg"])
def test_chinese_is_found_at_any_length(written: Run, words: str) -> None:
    """One character, two, a phrase, or the pinyin of a name."""
    answer = json.loads(written("find", words, "--json").out)
    assert answer["hits"], words
    assert set(answer["hits"][0]) >= {"ref", "kind", "title", "excerpt", "score"}


def test_personal_notes_are_not_found(written: Run) -> None:
    """What they told us of themselves is in no answer."""
    said = written("find", "cello")
    assert (said.code, said.out) == (0, "Nothing found for “cello”.\n")


def test_nothing_found_is_no_error(written: Run) -> None:
    """An empty answer is an answer."""
    assert json.loads(written("find", "zzz", "--json").out) == {"nearest": [], "hits": []}


def test_an_unknown_kind_is_refused(written: Run) -> None:
    """A kind that doesn't exist names those that do."""
    said = written("find", "x", "--kind", "doctor")
    assert said.code == 2
    assert "provider, account" in said.err


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(words=st.text(max_size=30))
def test_no_search_string_breaks_it(db: sqlite3.Connection, words: str) -> None:
    """Quotes, operators, NUL and brackets are words like any other."""
    assert hits(db, words) == []


def test_nothing_found_offers_the_nearest_names(people: object, run: Run) -> None:  # noqa: ARG001 - they are in the store
    """A misspelt name or account leads to what it is like; other kinds have no names."""
    said = run("find", "patle")
    assert (said.code, said.out.splitlines()[:2]) == (
        0,
        ["Nothing found for “patle”.", "These names are like it:"],
    )
    assert "  Anjali Patel, MD" in said.out.splitlines()
    assert run("find", "valey cardiology").out.splitlines()[-1] == "  Valley Cardiology"
    assert "  王建国 主任医师" in run("find", "王见国").out.splitlines()
    assert run("find", "patle", "--kind", "note").out == "Nothing found for “patle”.\n"
    assert "Anjali Patel, MD" in run("find", "patle", "--json").json["nearest"]
