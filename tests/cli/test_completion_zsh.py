"""Completion in a real zsh, at a terminal: the words that repplan would get."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.terminals import TAB, Terminal, needs, zsh

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = needs("zsh")


@pytest.fixture(scope="module")
def terminal(
    programs: Path, made_territory: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Terminal]:
    """Yield one zsh for all tests: each line is typed at an empty prompt."""
    with pytest.MonkeyPatch.context() as env:
        env.setenv("REPPLAN_STORE", str(made_territory))
        home = tmp_path_factory.mktemp("zsh")
        (home / "visits of today.txt").touch()
        opened = zsh(programs, home)
        yield opened
        opened.process.close(force=True)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("repplan bri\t", ["repplan", "brief"]),
        ("rp bri\tanj\t", ["rp", "brief", "Anjali Patel"]),
        ('rp brief "anj\t', ["rp", "brief", "Anjali Patel"]),
        ("rp brief 'anj\t", ["rp", "brief", "Anjali Patel"]),
        (r"rp brief anjali\ p" + TAB, ["rp", "brief", "Anjali Patel"]),
        ("rp brief patel@oak\t", ["rp", "brief", "Patel@Oakwood Clinic"]),
        ("rp brief obr\t", ["rp", "brief", "O'Brien"]),
        ("rp brief O'Br\t", ["rp", "brief", "O'Brien"]),
        ("rp brief \"o'b\t", ["rp", "brief", "O'Brien"]),
        (r"rp brief o\'b" + TAB, ["rp", "brief", "O'Brien"]),
        ("rp brief wangj\t", ["rp", "brief", "王建国"]),
        ("rp brief 建\t", ["rp", "brief", "王建国"]),
        ("rp brief wang\t", ["rp", "brief", "王建国"]),
        ("rp brief wang\t\t", ["rp", "brief", "王伟@人民医院"]),
        ("rp brief nun\t", ["rp", "brief", "Núñez"]),
        ("rp brief zz\t", ["rp", "brief", "zz"]),
        ("rp done pat\tta\t", ["rp", "done", "Patel", "table"]),
        ("rp log patel --outcome no\t", ["rp", "log", "patel", "--outcome", "no-see"]),
        ("rp provider list --tier=b\t", ["rp", "provider", "list", "--tier=B"]),
        ("rp log --inbox ~/visits\t", ["rp", "log", "--inbox", "{home}/visits of today.txt"]),
        ("rp log --inbox=~/visits\t", ["rp", "log", "--inbox=~/visits of today.txt"]),
        ("rp --store /nowhere.db brief anj\t", ["rp", "--store", "/nowhere.db", "brief", "anj"]),
    ],
)
def test_a_tab_puts_one_word(terminal: Terminal, typed: str, words: list[str]) -> None:
    """Names with blanks, quotes and brackets are one word, whatever quote was open before them."""
    home = str(terminal.told.parent)
    assert terminal.words(typed) == [word.replace("{home}", home) for word in words]


def test_an_awkward_name_is_one_word(terminal: Terminal) -> None:
    """Nothing in a name acts: no variable, no command, no pattern, no comment."""
    for typed in ("rp brief ann\t", 'rp brief "ann\t', "rp brief 'ann\t"):
        _program, _command, name = terminal.words(typed)
        assert name.startswith("Ann $H")
        assert "`ls`" in name


def test_a_tab_lists_with_help(terminal: Terminal) -> None:
    """Words come with what they are of; names with title and place."""
    screen = terminal.shown("rp done patel \t", "Dr Cruz")
    assert "  -- Patel: send the renal table · 2026-11-27" in screen
    assert "  -- MD · Oakwood" in terminal.shown("rp brief \t", "Oakwood")
