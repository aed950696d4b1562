"""One of several: taken, asked for at a terminal, or listed and refused."""

from __future__ import annotations

import io
import sys

import pytest

from repplan.cli.pick import Unsure, be_sure, not_twice, pick
from repplan.errors import Ambiguous, Declined, NotFound, SeveralMatch


class Terminal(io.StringIO):
    """Standard input at which a person types these lines."""

    def isatty(self) -> bool:
        """It is a terminal."""
        return True


def test_the_only_one_is_taken() -> None:
    """One match needs no question."""
    assert pick("x", ["one"], str) == "one"


def test_none_names_the_nearest() -> None:
    """Without a match the nearest names are told, and none is taken."""
    with pytest.raises(NotFound) as refusal:
        pick("x", [], str, nearest=lambda: ("xy",))
    assert refusal.value.nearest == ("xy",)


@pytest.mark.parametrize("kind", [Ambiguous, SeveralMatch])
def test_several_are_listed(kind: type[Ambiguous]) -> None:
    """Without a terminal several matches are listed, twelve at most, and all counted."""
    with pytest.raises(kind) as refusal:
        pick("x", [f"x{n}" for n in range(20)], str.upper, several=kind)
    assert refusal.value.matches[:2] == ("X0", "X1")
    assert (len(refusal.value.matches), refusal.value.count) == (12, 20)


def test_a_person_is_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """At a terminal the matches are numbered on stderr and a number takes one."""
    monkeypatch.setattr(sys, "stdin", Terminal("2\n"))
    assert pick("x", ["one", "two"], str.upper) == "two"
    assert capsys.readouterr().err.startswith("  1  ONE\n  2  TWO\n")


@pytest.mark.parametrize("typed", ["\n", "3\n", "0\n", "tw\n", "three\n", "n\n", ""])
def test_anything_else_declines(monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    """An answer that is no number and no word of the list takes none."""
    monkeypatch.setattr(sys, "stdin", Terminal(typed))
    with pytest.raises(Declined):
        pick("x", ["one", "two"], str)


def test_a_guess_is_confirmed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What can't be undone shows what was guessed: only y goes on, and nobody there refuses it."""
    with pytest.raises(Unsure) as refusal:
        be_sure("x", "one x")
    assert (refusal.value.matches, refusal.value.exit_code) == (("one x",), 4)
    monkeypatch.setattr(sys, "stdin", Terminal("\ny\n"))
    be_sure("x", "one x")
    assert capsys.readouterr().err.startswith("  one x\nIs it this one? It can't be undone. [y/n]")
    monkeypatch.setattr(sys, "stdin", Terminal("n\n"))
    with pytest.raises(Declined):
        be_sure("x", "one x")


def test_the_same_once_more(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is remarked on for a script; a person says yes to it, and Enter is none."""
    not_twice("there is one", "Again?")
    assert capsys.readouterr().err == "there is one\n"
    monkeypatch.setattr(sys, "stdin", Terminal("y\n"))
    not_twice("there is one", "Again?")
    monkeypatch.setattr(sys, "stdin", Terminal("\n"))
    with pytest.raises(Declined):
        not_twice("there is one", "Again?")
