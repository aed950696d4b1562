"""Nothing grows past what one can hold in mind; complexity is ruff's C901."""

from __future__ import annotations

from tests.house.tree import assert_none, files, functions

LONGEST_FILE = 400
LONGEST_FUNCTION = 60


def test_files_are_short() -> None:
    """A file has at most 400 lines; a longer one is parted by subject."""
    lengths = {source: source.text.count("\n") for source in files()}
    assert_none(f"{source} {long}" for source, long in lengths.items() if long > LONGEST_FILE)


def test_functions_are_short() -> None:
    """A function has at most 60 lines from its def to its end."""
    assert_none(
        f"{source.at(function)} {function.name} {lines}"
        for source in files()
        for function in functions(source)
        if (lines := (function.end_lineno or 0) - function.lineno + 1) > LONGEST_FUNCTION
    )
