"""Searches that would take all memory, or all day: bounded, and right within the bounds."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from repplan.find.queries import MOST_WORDS
from repplan.text import fts_query

if TYPE_CHECKING:
    from tests.conftest import Run


def found(run: Run, words: str) -> list[str]:
    """Return the excerpts of what a search finds."""
    done = run("find", words, "--json")
    assert done.code == 0, done.err
    return [hit["excerpt"] for hit in json.loads(done.out)["hits"]]


def keep(run: Run, text: str) -> None:
    """Keep a note on somebody new."""
    assert run("provider", "add", "Ann Lee").code == 0
    assert run("note", "add", "lee", text).code == 0


@pytest.mark.parametrize("word", ["dose", "医"])
def test_a_long_text_shows_its_beginning(run: Run, word: str) -> None:
    """What stands thousands of times in one note is found; the note's beginning is shown."""
    keep(run, f"First of all: {f'{word} ' * 12_000}")
    (excerpt,) = found(run, word)
    assert excerpt.startswith("First of all:")
    assert word in excerpt
    assert len(excerpt) < 200


def test_words_said_again_ask_nothing_more(run: Run) -> None:
    """So many different words are looked for, however often each is said."""
    words = " ".join(f"word{number}" for number in range(MOST_WORDS))
    keep(run, words)
    assert len(found(run, f"{words} " * 20)) == 1


@pytest.mark.parametrize(
    ("words", "query"),
    [("tab renal tab", '"renal" "tab"*'), ("renal tab renal", '"tab" "renal"*')],
)
def test_of_several_the_last_stays(words: str, query: str) -> None:
    """The last word may be only begun, so that is where a word said again stands."""
    assert fts_query(words) == query
