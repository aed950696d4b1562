"""What people type comes out whole, safe, findable, and as wide as it says."""

from __future__ import annotations

import shlex
import sqlite3
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan import text

ANY_TEXT = st.text(st.characters(), max_size=40)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Patel", "Patel"),
        ("e\u0301", "é"),
        ("a\tb\nc", "a\tb\nc"),
        ("a\r\nb", "a\nb"),
        ("a\rb", "a\ufffdb"),
        ("\x1b[31mred", "\ufffd[31mred"),
        ("nul\0", "nul\ufffd"),
        ("c1\x9b", "c1\ufffd"),
        ("line\u2028end", "line\ufffdend"),
        ("half \ud83d emoji", "half \ufffd emoji"),
        ("\u202a+1 555\u202c", "+1 555"),
        ("\ufeff王\u200b建国", "王建国"),
        ("e\u200b\u0301", "é"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d⚕️", "👩\u200d⚕️"),
        ("\u200dedge \u200d here\u200d", "edge  here"),
        ("[/b] =cmd() 100%", "[/b] =cmd() 100%"),
    ],
)
def test_clean_keeps_what_is_meant(typed: str, kept: str) -> None:
    """Typed text keeps all that can be read and nothing that acts or hides."""
    assert text.clean(typed) == kept


@pytest.mark.parametrize(
    ("stored", "seen"),
    [
        ("Patel\n王", "Patel\n王"),
        ("a\u202eb", "a\ufffdb"),
        ("\ufeffa\u200b", "\ufffda\ufffd"),
        ("\x1b]0;title\x07", "\ufffd]0;title\ufffd"),
        ("a \u200d", "a \ufffd"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_shown_hides_nothing(stored: str, seen: str) -> None:
    """What got past the input is marked at the output, not dropped."""
    assert text.shown(stored) == seen


@given(ANY_TEXT)
def test_clean_is_settled_at_once(typed: str) -> None:
    """Cleaning twice is cleaning once; clean text is shown as it is and can be stored."""
    once = text.clean(typed)
    assert text.clean(once) == once
    assert text.shown(once) == once
    once.encode()


@given(ANY_TEXT)
def test_nothing_shown_steers_a_terminal(stored: str) -> None:
    """No control character but newline and tab reaches a screen."""
    controls = [
        c for c in text.shown(stored) if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"}
    ]
    assert set(controls) <= {"\n", "\t"}


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("", 0),
        ("Patel", 5),
        ("王建国", 6),
        ("Müller", 6),
        ("Mu\u0308ller", 6),
        ("心内 5楼", 8),
        ("ＣＴ", 4),
        ("「先看」", 8),
        ("👍", 2),
        ("👩\u200d⚕️ ok", 5),
        ("한국", 4),
        ("\ufffd", 1),
        ("a\x1bb", 2),
        ("王\x1b", 2),
        ("“so”…", 5),
    ],
)
def test_width(line: str, cells: int) -> None:
    """A line is as wide as a terminal draws it, ambiguous characters narrow."""
    assert text.width(line) == cells


@given(st.text(st.characters(max_codepoint=0xFFFF, exclude_categories=["C"]), max_size=8))
def test_the_quick_width_is_the_right_one(line: str) -> None:
    """The short way for plain lines measures as the full tables do."""
    from wcwidth import wcswidth

    assert text.width(line) == max(0, wcswidth("".join(line.splitlines())))


@pytest.mark.parametrize(
    ("args", "padded"),
    [
        (("Cho", 5), "Cho  "),
        (("王", 5), "王   "),
        (("Okafor", 3), "Okafor"),
    ],
)
def test_pad(args: tuple[str, int], padded: str) -> None:
    """Columns line up by cells, and nothing is cut."""
    assert text.pad(*args) == padded


@pytest.mark.parametrize(
    ("line", "cells", "cut"),
    [
        ("Patel", 5, "Patel"),
        ("Lindqvist", 6, "Lind.."),
        ("Valley Cardiology", 9, "Valley.."),
        ("主任医师", 8, "主任医师"),
        ("主任医师", 7, "主任.."),
        ("主任医师", 6, "主任.."),
        ("主任医师", 5, "主.."),
        ("cafe\u0301 noir", 6, "cafe\u0301.."),
        ("👩\u200d⚕️👩\u200d⚕️👩\u200d⚕️", 5, "👩\u200d⚕️.."),
        ("abc", 2, ".."),
        ("abc", 1, "."),
        ("abc", 0, ""),
        ("", 0, ""),
    ],
)
def test_clip(line: str, cells: int, cut: str) -> None:
    """A cut line says so, fits, and never ends in half a character."""
    assert text.clip(line, cells) == cut


@given(ANY_TEXT, st.integers(0, 30))
def test_clip_fits(line: str, cells: int) -> None:
    """Whatever is clipped fits."""
    assert text.width(text.clip(line, cells)) <= cells


@given(st.text(max_size=40))
def test_a_word_is_one_word_of_a_command_line(word: str) -> None:
    """A shell reads back the text that was quoted, whatever stands in it."""
    assert shlex.split(text.as_word(word)) == [word]


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("PATEL", "patel"),
        ("  Ana   María\tGómez ", "ana maria gomez"),
        ("Müller-Łukasz", "muller-lukasz"),
        ("O’Brien", "o'brien"),
        ("Straße", "strasse"),
        ("Søren Æbelø", "soren aebelo"),
        ("İpek Işık", "ipek isik"),
        ("Ｄｒ．１５", "dr.15"),
        ("王\u3000建国", "王 建国"),
        ("Pa\u200btel", "patel"),
        ("がん", "がん"),
        ("한국", "한국"),
        ("Ὀδυσσεύς", "οδυσσευσ"),
    ],
)
def test_fold(typed: str, folded: str) -> None:
    """The same word in any dress folds to the same text; marks that are letters stay."""
    assert text.fold(typed) == folded


@given(ANY_TEXT)
def test_fold_is_settled(typed: str) -> None:
    """Folding twice is folding once, and case never matters afterwards."""
    once = text.fold(typed)
    assert text.fold(once) == once


@pytest.mark.parametrize(
    ("typed", "spaced"),
    [
        ("renal table", "renal table"),
        ("头晕", "头 晕"),
        ("75岁以上eGFR低", "75 岁 以 上 eGFR 低"),
        ("𠮷野", "𠮷 野"),
        ("人々", "人 々"),
    ],
)
def test_spaced_ideographs(typed: str, spaced: str) -> None:
    """Each ideograph stands alone, other words stay whole."""
    assert text.spaced_ideographs(typed) == spaced


@pytest.mark.parametrize(
    ("words", "query"),
    [
        ("", ""),
        (" \t", ""),
        ("*", ""),
        ('"', ""),
        ("renal", '"renal"*'),
        ("renal tab", '"renal" "tab"*'),
        ('renal "tab', '"renal" """tab"*'),
        ("头晕", '"头 晕"*'),
        ("a\0b", '"ab"*'),
        ("NOT AND", '"NOT" "AND"*'),
        ("col:x -y", '"col:x" "-y"*'),
    ],
)
def test_fts_query(words: str, query: str) -> None:
    """Typed words become quoted phrases, the last one open at its end."""
    assert text.fts_query(words) == query


def _index(*rows: str) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE page USING fts5(body)")
    for row in rows:
        spaced = text.spaced_ideographs(text.clean(row))
        connection.execute("INSERT INTO page VALUES (?)", (spaced,))
    return connection


@pytest.mark.parametrize("words", ["头", "头晕", "晕 泽康平", "说头晕", "cardexa", "dizz", "10m"])
def test_fts_query_finds_any_length(words: str) -> None:
    """One ideograph, a word or a beginning each find the row that holds it, and only that one."""
    connection = _index("患者说头晕 泽康平 Cardexa 10mg dizzy", "肾功能剂量表 renal table")
    found = connection.execute(
        "SELECT rowid FROM page WHERE page MATCH ?", (text.fts_query(words),)
    )
    assert found.fetchall() == [(1,)]


@given(ANY_TEXT)
def test_fts_query_never_breaks_the_search(words: str) -> None:
    """Whatever is typed is a query that SQLite takes, or empty."""
    query = text.fts_query(words)
    if query:
        _index("x").execute("SELECT rowid FROM page WHERE page MATCH ?", (query,)).fetchall()


@pytest.mark.parametrize(
    ("paragraph", "cells", "lines"),
    [
        ("", 10, []),
        ("one two three", 8, ["one two", "three"]),
        ("one\n\ntwo", 8, ["one", "", "two"]),
        ("患者说头晕,要看数据。", 10, ["患者说头", "晕,要看数", "据。"]),
        ("他说「先看图」再谈", 6, ["他说", "「先看", "图」再", "谈"]),
        ("用Cardexa后好转", 10, ["用Cardexa", "后好转"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("ab abcdefgh", 3, ["ab", "abc", "def", "gh"]),
        ("e\u0301" * 5, 3, ["e\u0301" * 3, "e\u0301" * 2]),
    ],
)
def test_wrap(paragraph: str, cells: int, lines: list[str]) -> None:
    """Lines break where a reader of that script expects it."""
    assert text.wrap(paragraph, cells) == lines


@given(st.text(st.characters(exclude_categories=["C", "M", "Zl", "Zp"])), st.integers(2, 20))
def test_wrap_loses_nothing_and_fits(paragraph: str, cells: int) -> None:
    """Wrapped lines fit and hold every visible character in order."""
    lines = text.wrap(paragraph, cells)
    assert all(text.width(line) <= cells for line in lines)
    assert "".join("".join(lines).split()) == "".join(paragraph.split())


@given(st.text(st.characters(exclude_categories=["C", "M", "Zl", "Zp"])), st.integers(2, 20))
def test_wrap_may_leave_words_whole(paragraph: str, cells: int) -> None:
    """Where a word may not be cut, a line is too long only if it is one word that can't break."""
    lines = text.wrap(paragraph, cells, may_cut=False)
    assert all(text.width(line) <= cells or len(line.split()) == 1 for line in lines)
    assert "".join("".join(lines).split()) == "".join(paragraph.split())


def test_a_whole_word_stays_whole() -> None:
    """A path that is longer than the line stands on a line of its own, in one piece."""
    assert text.wrap("see /a/long/path.txt now", 8, may_cut=False) == [
        "see",
        "/a/long/path.txt",
        "now",
    ]


def test_wrap_refuses_a_line_too_narrow_for_an_ideograph() -> None:
    """One cell can't hold every character, so it is refused."""
    with pytest.raises(ValueError, match="two cells"):
        text.wrap("王", 1)
