"""The strict YAML of packs: every text as typed, every trick refused at its place."""

from __future__ import annotations

import time

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from repplan.exchange import pack_tree
from repplan.exchange.pack_tree import MOST_BYTES, Node, Problem, Unreadable, decoded, read_tree


@pytest.fixture(params=["libyaml", "python"], autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read with libyaml, and as where it isn't built in: both answer the same."""
    if request.param == "python":
        monkeypatch.setattr(pack_tree, "_LOADER", yaml.SafeLoader)


def refused(text: str) -> list[Problem]:
    """Return what is wrong with a text, whether or not it can be read on."""
    try:
        return read_tree(decoded(text.encode()))[1]
    except Unreadable as error:
        return [error.problem]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("1.10", "1.10"),
        ("no", "no"),
        ("2026-12-31", "2026-12-31"),
        ("0x1F", "0x1F"),
        ("12:30:00", "12:30:00"),
        ("1_000", "1_000"),
        ("'null'", "null"),
        ('"~"', "~"),
        ("null", None),
        ("~", None),
        ("", None),
        ('""', None),
        ("  blanks round it  ", "blanks round it"),
        ('"caf\\u00e9"', "café"),
        ("低于45 eGFR", "低于45 eGFR"),
        ("|\n    one\n    two", "one\ntwo"),
        (">-\n    one\n    two", "one two"),
        ("'<<'", "<<"),
    ],
)
def test_a_text_stays_what_was_typed(typed: str, text: str | None) -> None:
    """No text becomes a number, a day or a truth; only what says nothing is nothing."""
    tree, problems = read_tree(f"a: {typed}\n")
    assert (tree.plain(), problems) == ({"a": text}, [])


def test_where_things_stand() -> None:
    """A part is found by its path, a missing one by what would hold it, an unnamed one by its name."""
    tree, _problems = read_tree(
        "pack: x\nmessages:\n  - code: a\n    text:\n      20s: hi\n  - b:\n"
    )
    assert tree.place(("messages", 0)) == (3, 5)
    assert tree.place(("messages", 0, "text", "20s")) == (5, 12)
    assert tree.place(("messages", 0, "text", "20s"), of_name=True) == (5, 7)
    assert tree.place(("messages", 0, "limitation")) == (3, 5)
    assert tree.place(("messages", 1, "b")) == (6, 5)
    assert tree.at(("messages", 7)) is None
    assert tree.at(("pack", "deeper")) is None


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("a: &x 1\n", 1, 4, "no anchors (&): write it out where it is needed"),
        ("a: &x [1]\nb: *x\n", 2, 4, "no aliases (*): write it out"),
        ("a: !!python/object:os.system x\n", 1, 4, "no tags (!)"),
        ("a: !!str x\n", 1, 4, "no tags (!)"),
        ("<<: {a: 1}\n", 1, 1, "no merged fields (<<): write them out"),
        ("a: 1\nb: 2\na: 3\n", 3, 1, "“a” stands here twice, first in line 1"),
        ("? [a, b]\n: 1\n", 1, 3, "a field's name is one word"),
        ("a: 1\n---\nb: 2\n", 2, 1, "a second document (---): a file holds one pack"),
        ("a: b: c\n", 1, 5, "a text with a colon in it: put the text in quotes"),
        ("a:\n\tb: c\n", 2, 1, "a tab: indent with blanks"),
        ("a: @home\n", 1, 4, "a text can't begin with “@”: put the text in quotes"),
        ("a: [1, 2\n", 2, 1, "this can't be read as YAML"),
        ("a: 'x\n", 2, 1, "this can't be read as YAML"),
        ("a: " + "[" * 30 + "]" * 30, 1, 23, "more than 20 levels deep"),
        ("a: \x1b[31m\n", 1, 4, "a character that can't be seen (U+001B): take it out"),
        ("ok: 1\na: x\u2028y\n", 2, 5, "a character that can't be seen (U+2028)"),
        ('a: "\\e[31m"\n', 1, 4, "a character that can't be seen: take it out"),
    ],
)
def test_tricks_and_slips(text: str, line: int, column: int, words: str) -> None:
    """What could hide something, blow up or mean two things is told by its line and column."""
    problems = refused(text)
    assert any(
        (one.line, one.column) == (line, column) and words in one.text for one in problems
    ), problems


def test_a_bomb_of_aliases_is_only_its_text() -> None:
    """Nine levels of aliases, a thousand million texts once built, are refused and never built."""
    lines = ["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    begun = time.process_time()
    problems = refused("\n".join(lines))
    assert len(problems) == 100
    assert time.process_time() - begun < 2


def test_too_much() -> None:
    """A list of a hundred thousand texts is no pack."""
    (problem,) = refused("a:\n" + "- x\n" * 100_001)
    assert problem.text == "there is too much in this file"
    assert problem.line == 99_999


@pytest.mark.parametrize(
    ("content", "line", "column", "words"),
    [
        (b"a: 1\nb: \xff\n", 2, 4, "this is not UTF-8"),
        ("a: 王\n".encode("utf-16"), 1, 1, "this is not UTF-8"),
        ("a: 1\nb: 王建国\n".encode("gb18030"), 2, 4, "this is not UTF-8"),
        (b"a: 1\nb: " + b"x" * 10_000_000, 2, 1, "a pack has 2 MB at most"),
        (b"a: |\n" + b"  x\n" * 600_000, 500_000, 1, "a pack has 2 MB at most"),
    ],
)
def test_bytes_that_are_no_text(content: bytes, line: int, column: int, words: str) -> None:
    """Another encoding and a text of ten megabytes are told by where they begin to be one."""
    with pytest.raises(Unreadable) as told:
        decoded(content[: MOST_BYTES + 1])
    found = told.value.problem
    assert (found.line, found.column) == (line, column)
    assert words in found.text


def test_a_byte_order_mark_is_nothing() -> None:
    """What Windows puts before a text is no part of it; in the middle it is refused."""
    assert decoded("\ufeffa: 1".encode()) == "a: 1"
    with pytest.raises(Unreadable):
        decoded("a: \ufeff1".encode())


@example(content=b"[")
@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes(content: bytes) -> None:
    """Whatever the bytes are, they are read or refused at a place, and nothing else happens."""
    try:
        tree, problems = read_tree(decoded(content))
    except Unreadable as error:
        tree, problems = Node(1, 1, None), [error.problem]
    assert tree.line >= 1
    assert all(one.text and one.line >= 1 and one.column >= 1 for one in problems)
