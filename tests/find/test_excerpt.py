"""What a line shows of a found text: its beginning, or what stands round the match, whole words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.find.excerpt import Found, excerpt, found_in, without_json
from repplan.text import spaced_ideographs, width

if TYPE_CHECKING:
    from tests.conftest import Run

ENGLISH = (
    "she wants to see renal data before she moves anybody over from the old tablets and she asked "
    "for the dosing table twice"
)
CHINESE = (
    "她说老年患者里肾功能不好的占一半,先给她看剂量调整的数据,再谈换药;上次说的头晕文献还没收到"
)


def found(text: str, words: str) -> Found:
    """Return a text with the place of these words in it."""
    start = text.index(words)
    return Found(text, start, start + len(words))


@pytest.mark.parametrize(
    ("text", "words", "cells", "shown"),
    [
        ("the renal table", "renal", 40, "the renal table"),
        (ENGLISH, "renal", 40, "she wants to see renal data before .."),
        (ENGLISH, "she", 40, "she wants to see renal data before .."),
        (ENGLISH, "tablets", 40, ".. from the old tablets and she asked .."),
        (ENGLISH, "twice", 40, ".. she asked for the dosing table twice"),
        (CHINESE, "肾功能", 40, "她说老年患者里肾功能不好的占一半,先给 .."),
        (CHINESE, "换药", 40, ".. 整的数据,再谈换药;上次说的头晕文献 .."),
        (CHINESE, "文献", 40, ".. 据,再谈换药;上次说的头晕文献还没收到"),
    ],
)
def test_excerpt(text: str, words: str, cells: int, shown: str) -> None:
    """The beginning where the match is near it, else a part from the middle, marked as one."""
    assert excerpt(found(text, words), cells) == shown


@given(
    st.lists(st.text(st.sampled_from("abcé王头晕"), min_size=1, max_size=8), min_size=1),
    st.data(),
    st.integers(16, 80),
)
def test_no_word_is_cut(words: list[str], data: st.DataObject, cells: int) -> None:
    """Whatever is left out, the line fits, holds the match, and its words are words of the text."""
    at = data.draw(st.integers(0, len(words) - 1))
    start = len(" ".join(words[:at])) + (at > 0)
    text = " ".join(words)
    shown = excerpt(Found(text, start, start + len(words[at])), cells)
    assert width(shown) <= cells
    if width(words[at]) <= cells - 6:
        assert words[at] in shown
    pieces = {piece for word in words for piece in spaced_ideographs(word).split()}
    assert set(spaced_ideographs(shown).split()) - {".."} <= pieces


@pytest.mark.parametrize(
    ("marked", "text", "match"),
    [
        ("a \x01renal\x02 table", "a renal table", "renal"),
        ("75 岁 \x01以 上\x02 eGFR", "75岁以上eGFR", "以上"),
        ("(\x01renal\x02), café au \x01renal\x02", "(renal), café au renal", "renal"),
        ("no mark", "no mark", ""),
        ("", "", ""),
    ],
)
def test_what_the_index_marks(marked: str, text: str, match: str) -> None:
    """The blanks of the index go, those of the text stay, and the first mark is found."""
    one = found_in(marked)
    assert (one.text, one.text[one.start : one.end]) == (text, match)


def test_a_line_of_find(run: Run) -> None:
    """On 80 columns a note shows its beginning, or the words round the match."""
    assert run("provider", "add", "Ann Lee").code == 0
    assert run("note", "add", "lee", ENGLISH).code == 0
    lines = [run("find", word).out.splitlines()[0] for word in ("renal", "dosing")]
    assert [line[: line.rindex(" n-")].rstrip() for line in lines] == [
        "note      Ann Lee Tue 24 Nov: she wants to see renal data before she ..",
        "note      Ann Lee Tue 24 Nov: .. she asked for the dosing table twice",
    ]
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ('["bleeding", "\x01antidote\x02"] 2', "bleeding, \x01antidote\x02 2"),
        ('[" 出  血 ", "x"] []', "出  血, x "),
        (r'x ["a \"b\"", "c"]', 'x a "b", c'),
        ("see [1] and [2]", "see [1] and [2]"),
    ],
)
def test_lists_are_words(stored: str, shown: str) -> None:
    """A stored list is never shown as JSON; other brackets are text."""
    assert without_json(stored) == shown


def test_what_is_found_has_its_title(run: Run, store: object) -> None:
    """A match in the topics stands behind the title, as words."""
    assert store
    run("material", "add", "Reversal card", "--topic", "bleeding; antidote", "--edition", "2")
    assert run("find", "antidote").masked.split("  ")[1:2] == [
        "Reversal card: bleeding, antidote 2"
    ]
    assert run("find", "antidote", "--json").json["hits"][0]["excerpt"] == "bleeding, antidote 2"
    assert "Reversal card  " in run("find", "reversal").masked
