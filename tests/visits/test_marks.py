"""How a segment begins: parted from the others, its bullet dropped, its mark recognised."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.visits.marks import MARK_WORDS, SYMBOLS, Mark, marked, pieces, tidy, unescaped


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("a; b；c\nd\r\ne", ["a", "b", "c", "d", "e"]),
        ("one\u2028two\x85three\rfour", ["one", "two", "three", "four"]),
        ("\u200e> x", ["> x"]),
        (r"a\; b", [r"a\; b"]),
        (r"甲\；乙；丙", [r"甲\；乙", "丙"]),
        (";;\n ; ", []),
        ("Liked it. p: table by fri", ["Liked it.", "p: table by fri"]),
        ("Liked it, they: list! q: dialysis", ["Liked it,", "they: list!", "q: dialysis"]),
        ("聊得好。承诺：剂量表，对方：名单", ["聊得好。", "承诺：剂量表，", "对方：名单"]),
        ("good talk - p: table", ["good talk -", "p: table"]),
        ("good talk p: table", ["good talk p: table"]),
        ("meet at 5.30, see p. 4", ["meet at 5.30, see p. 4"]),
        ("note: http://x.y", ["note: http://x.y"]),
        ("map: c://x", ["map: c://x"]),
        ("follow-p: x", ["follow-p: x"]),
        ("Liked it. P： table", ["Liked it.", "P： table"]),
    ],
)
def test_segments_are_parted(text: str, parted: list[str]) -> None:
    """Semicolons, line breaks and word marks after punctuation part; nothing else does."""
    assert pieces(tidy(text)) == parted


@pytest.mark.parametrize("mark", MARK_WORDS)
def test_every_word_is_its_mark(mark: Mark) -> None:
    """Each word of the table marks with its colon, of either width, in any case, and only so."""
    for word in MARK_WORDS[mark]:
        for typed in (f"{word}: it", f"{word.upper()}：it", f"- {word} : it", f"1. {word}:it"):
            said = marked(typed)
            assert (said.mark, said.rest, said.is_word) == (mark, "it", True)
        assert marked(f"{word} it").mark is Mark.SAID


@pytest.mark.parametrize(
    ("forms", "mark"),
    [
        (">＞》›»〉", Mark.PROMISE),
        ("<＜《‹«〈", Mark.THEY),
        ("?？¿", Mark.ASKED),
        ("!！", Mark.OBJECTION),
        ("+＋", Mark.VALUE),
        ("#＃", Mark.PRODUCT),
        ("=＝", Mark.SAMPLE),
        ("^＾ˆ", Mark.PERSONAL),
        ("~～〜∼˜", Mark.NEXT),
    ],
)
def test_every_form_of_a_symbol_is_its_mark(forms: str, mark: Mark) -> None:
    """Full-width and autocorrected forms are the same marks, with a blank behind or none."""
    for form in forms:
        for typed in (f"{form} it", f"{form}it", f"• {form} it", f"2) {form}it"):
            assert (marked(typed).mark, marked(typed).rest) == (mark, "it")


@pytest.mark.parametrize(
    "text",
    [
        *("<60 eGFR", ">65", "#1 issue", "+ve", "+VE result", "+5 heads", "~20% of pts", "<%"),
        *("＜６０ eGFR", "＞65", "＋ve", "？5", ">=65", "<=30", "++ keen", "=> table"),
        *("《指南》很好", "<b>bold", "promise it", "t it", "a: b", "p; x", "1.5 mg a day"),
    ],
)
def test_what_is_no_mark_is_text(text: str) -> None:
    """A symbol before a digit, % or ve, a title in its brackets, a word without colon: text."""
    assert (marked(text).mark, marked(text).rest) == (Mark.SAID, text)


@pytest.mark.parametrize(
    ("piece", "rest"),
    [
        *(("- it", "it"), ("* it", "it"), ("• it", "it"), ("– it", "it"), ("1. it", "it")),
        *(("-it", "it"), ("12) it", "it"), ("2、it", "it"), ("·it", "it"), ("－ it", "it")),
        *(("-5 mg", "-5 mg"), ("-ve", "-ve"), ("1.5 mg", "1.5 mg"), ("--", "--")),
        *(("2 pts", "2 pts"), ("**it", "**it"), ("2026. it", "2026. it")),
    ],
)
def test_bullets_are_dropped(piece: str, rest: str) -> None:
    """A leading bullet or list number goes; a number, a minus and a rule stay."""
    assert marked(piece).rest == rest


@given(
    st.sampled_from(sorted(SYMBOLS)), st.from_regex(r"[a-z]{3,9}( [a-z]{3,9}){0,3}", fullmatch=True)
)
def test_marks_come_back(symbol: str, text: str) -> None:
    """A text written under a mark is read under it, whole."""
    said = marked(f"{symbol} {text}")
    assert (said.mark, said.rest, said.sign) == (SYMBOLS[symbol], text, symbol)


@given(st.text(st.sampled_from("ab>?;；\\\n .,:：p问- 1"), max_size=60))
def test_no_character_is_lost(text: str) -> None:
    """The pieces hold every character of the text but blanks and what parts them."""
    kept = "".join("".join(pieces(text)).split())
    parting = text.replace("\\;", "\0").replace("\\；", "\1")
    left = "".join(parting.replace(";", " ").replace("；", " ").split())
    assert kept == left.replace("\0", "\\;").replace("\1", "\\；")


def test_semicolons_are_unescaped() -> None:
    r"""``\;`` and ``\；`` are the semicolons they stand for."""
    assert unescaped(r"a\;b\；c\d") == r"a;b；c\d"
