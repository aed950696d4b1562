"""A room's fields become options; each command that has them takes each once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Run


@pytest.mark.parametrize("command", ["provider add", "provider edit", "account add"])
def test_fields_are_options(run: Run, command: str) -> None:
    """Help lists every field with what its help says behind the name."""
    text = run(*command.split(), "--help").out
    assert "--phone" in text
    assert "--json" in text
    assert text.count("--departments" if "account" in command else "--given-name") == 1


def test_help_says_what_follows_the_name(run: Run) -> None:
    """The option bears the name already, so its help begins behind the colon."""
    lines = run("provider", "add", "--help").out.splitlines()
    (tier,) = [line for line in lines if "--tier" in line]
    assert tier.split() == ["--tier", "<str>", "A,", "B,", "C", "or", "D"]


def test_an_unknown_option_is_named(run: Run) -> None:
    """A misspelt option is a usage error that names it."""
    answer = run("provider", "add", "x", "--fone", "1")
    assert (answer.code, answer.out) == (2, "")
    assert "--fone" in answer.err


def test_help_in_a_process_of_its_own(repplan: Run) -> None:
    """The same help comes from the program itself, in both languages, without a store."""
    for language in ("en", "zh_CN"):
        answer = repplan("provider", "add", "--help", REPPLAN_LANG=language)
        assert (answer.code, answer.err) == (0, "")
        assert "--nicknames" in answer.out
