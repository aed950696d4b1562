"""What comes in: as much as one text may be, and text."""

from __future__ import annotations

import codecs
import io
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from repplan.cli.incoming import (
    LONGEST,
    TooLong,
    check_line,
    checked,
    decoded,
    read_stdin,
    stdin_bytes,
)
from repplan.errors import BadFile, MissingValue

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Run


def typed(monkeypatch: pytest.MonkeyPatch, data: bytes, encoding: str = "utf-8") -> None:
    """Have these bytes on standard input."""
    stream = io.TextIOWrapper(io.BytesIO(data), encoding=encoding, errors="surrogateescape")
    monkeypatch.setattr(sys, "stdin", stream)


def test_as_much_as_may_be() -> None:
    """A text and a line of that many characters pass, in any script; one more is refused."""
    assert checked("王" * LONGEST) == "王" * LONGEST
    check_line(["log", "patel", "a" * (LONGEST - 8)])
    for refused in (
        lambda: checked("a" * (LONGEST + 1)),
        lambda: check_line(["log", "patel", "a" * (LONGEST - 7)]),
        lambda: check_line(["a"] * (LONGEST + 1)),
    ):
        with pytest.raises(TooLong):
            refused()


@pytest.mark.parametrize("char", ["a", "é", "王", "👍"])
def test_standard_input_may_be_as_long(monkeypatch: pytest.MonkeyPatch, char: str) -> None:
    """Characters are counted, however many bytes each takes."""
    typed(monkeypatch, (char * LONGEST).encode())
    assert read_stdin() == char * LONGEST
    typed(monkeypatch, (char * (LONGEST + 1)).encode())
    with pytest.raises(TooLong):
        read_stdin()


def test_standard_input_is_read_no_further(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stream without end is refused, not read to its end."""

    class Measured(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            assert size is not None
            assert 0 < size < 5 * LONGEST
            return super().read(size)

    endless = SimpleNamespace(buffer=Measured(b"a" * 1_000_000), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", endless)
    with pytest.raises(TooLong):
        read_stdin()


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        ("naïve 王".encode(), None, "naïve 王"),
        (codecs.BOM_UTF8 + b"Ann", None, "Ann"),
        (codecs.BOM_UTF8 + b"Ann", "utf-8", "Ann"),
        ("naïve".encode("utf-16"), None, "naïve"),
        ("naïve".encode("utf-16"), "latin-1", "naïve"),
        ("王".encode("gb18030"), "gb18030", "王"),
        ("naïve".encode(), "ANSI_X3.4-1968", "naïve"),
        (b"", None, ""),
    ],
)
def test_bytes_become_text(data: bytes, encoding: str | None, text: str) -> None:
    """UTF-8 with or without its mark, UTF-16 by its mark, else as the terminal is set."""
    assert decoded("x", data, encoding) == text


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"\xff", 1, 1),
        (b"na\xefve", 1, 3),
        (b"one\ntwo\nna\xefve", 3, 3),
        ("王王".encode() + b"\xff", 1, 3),
        (b"\xe7\x8e", 1, 1),
        (codecs.BOM_UTF16_LE + b"a\0\n\0b\0\x00\xd8", 2, 2),
    ],
)
def test_bytes_that_are_no_text_are_placed(data: bytes, line: int, column: int) -> None:
    """The refusal names the line and the character, whatever stands before it."""
    with pytest.raises(BadFile) as refused:
        decoded("inbox.txt", data)
    assert (refused.value.file, refused.value.line, refused.value.column) == (
        "inbox.txt",
        line,
        column,
    )


@pytest.mark.parametrize("read", [read_stdin, lambda: stdin_bytes(9)])
def test_no_standard_input(monkeypatch: pytest.MonkeyPatch, read: Callable[[], object]) -> None:
    """Where it is closed, the text is what is missing."""
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(MissingValue):
        read()


def test_a_stand_in_without_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A session whose standard input is text alone is read as well."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("naïve"))
    assert read_stdin() == "naïve"


@pytest.mark.parametrize(
    "line",
    [
        "note add anjali -",
        "followup add anjali -",
        "objective add anjali -",
        "objective add anjali table --measure -",
        "inquiry add anjali -",
        "safety add anjali -",
        "safety add -",
        "safety add - -",
        "material add - --kind article",
        "visit amend anjali --said -",
    ],
)
def test_a_dash_is_standard_input(run: Run, people: object, line: str) -> None:
    """Every command that takes a text reads it from standard input for a lone dash."""
    assert people
    if line.startswith("visit"):
        assert run("log", "anjali", "fine").code == 0
    done = run(*line.split(), "--json", stdin="likes coffee\n")
    assert done.code == 0, done.err
    assert '"likes coffee' in done.out
    nothing = run(*line.split(), stdin="\n")
    assert (nothing.code, "It was empty" in nothing.err) == (2, True)
