"""Completion in a real bash, at a terminal: the words that repplan would get."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from repplan.cli.complete import Offer
from repplan.cli.installing import script
from repplan.cli.shells import SHELLS, Cursor
from tests.cli.terminals import TAB, Terminal, bash, environment, needs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = needs("bash")


@pytest.fixture(scope="module")
def terminal(
    programs: Path, made_territory: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Terminal]:
    """Yield one bash for all tests: each line is typed at an empty prompt."""
    with pytest.MonkeyPatch.context() as env:
        env.setenv("REPPLAN_STORE", str(made_territory))
        home = tmp_path_factory.mktemp("bash")
        (home / "visits of today.txt").touch()
        opened = bash(programs, home)
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
        ("rp brief pat\ta\t", ["rp", "brief", "Patel, Anjali"]),
        ("rp brief patel@oak\t", ["rp", "brief", "patel@Oakwood Clinic"]),
        ("rp brief obr\t", ["rp", "brief", "O'Brien"]),
        ("rp brief O'Br\t", ["rp", "brief", "O'Brien"]),
        ('rp brief "o\'b\t', ["rp", "brief", "O'Brien"]),
        (r"rp brief o\'b" + TAB, ["rp", "brief", "O'Brien"]),
        ("rp brief wangj\t", ["rp", "brief", "王建国"]),
        ("rp brief 建\t", ["rp", "brief", "王建国"]),
        ("rp brief wang\t", ["rp", "brief", "wang"]),
        ("rp brief nun\t", ["rp", "brief", "Núñez"]),
        ("rp brief zz\t", ["rp", "brief", "zz"]),
        ("rp done pat\tta\t", ["rp", "done", "Patel", "table"]),
        ("rp log patel --outcome no\t", ["rp", "log", "patel", "--outcome", "no-see"]),
        ("rp provider list --tier=b\t", ["rp", "provider", "list", "--tier=B"]),
        ("rp provider edit x --role nurse\\ p\t", ["rp", "provider", "edit", "x", "--role",
                                                  "nurse practitioner"]),
        ("rp log --inbox ~/visits\t", ["rp", "log", "--inbox", "{home}/visits of today.txt"]),
        ("rp --store /nowhere.db brief anj\t", ["rp", "--store", "/nowhere.db", "brief", "anj"]),
        ("false | rp brief anj\t", None),
        ("LANG=C rp brief anj\t", None),
    ],
)  # fmt: skip
def test_a_tab_puts_one_word(terminal: Terminal, typed: str, words: list[str] | None) -> None:
    """Names with blanks, quotes and brackets are one word, whatever quote was open before them."""
    if words is None:
        assert "Anjali" in terminal.shown(typed, "Patel")
        return
    home = str(terminal.told.parent)
    assert terminal.words(typed) == [word.replace("{home}", home) for word in words]


def test_an_awkward_name_is_one_word(terminal: Terminal) -> None:
    """Nothing in a name acts: no variable, no command, no pattern, no comment."""
    for typed in ("rp brief ann\t", 'rp brief "ann\t', "rp brief 'ann\t"):
        _program, _command, name = terminal.words(typed)
        assert name.startswith("Ann $H")
        assert "`ls`" in name


def test_a_second_tab_lists_with_help(terminal: Terminal) -> None:
    """Words come with what they are of; names with title and place."""
    screen = terminal.shown("rp done patel \t\t", "Dr Cruz")
    assert "(Patel: send the renal table · 2026-11-27)" in screen
    screen = terminal.shown("rp brief wang\t\t", "协和医院)")
    assert "王建国" in screen


def test_without_a_line_the_words_do(programs: Path, territory: Path, tmp_path: Path) -> None:
    """Front ends that set COMP_WORDS alone are answered too."""
    ask = 'COMP_WORDS=(rp brief anj); COMP_CWORD=2; _repplan rp; printf "%s\\n" "${COMPREPLY[@]}"'
    done = subprocess.run(
        ["bash", "-c", f"{script('bash')}\n{ask}"],
        env={**environment(programs, tmp_path), "REPPLAN_STORE": str(territory)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert (done.stdout, done.stderr) == ("Anjali\\ Patel\n", "")


PRINTABLE = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1)


@settings(max_examples=40)
@given(st.lists(st.tuples(PRINTABLE, st.sampled_from(["", "'", '"'])), min_size=5))
def test_whatever_bash_is_given_is_one_word(cases: list[tuple[str, str]]) -> None:
    """Bash reads back exactly the words that were offered, whichever quote was open."""
    line = ""
    for word, quote in cases:
        _head, reply = SHELLS["bash"].write([Offer(word)], Cursor((), "", quote))
        # readline leaves out a quote that it finds doubled at the beginning, and closes the open.
        doubled = quote and reply.startswith(quote)
        line += f" {quote}{reply[1:] if doubled else reply}{quote}"
    told = subprocess.run(
        ["bash", "-s"],
        input=f"printf '%s\\0'{line}\n".encode(),
        env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        check=True,
    )
    assert told.stdout.decode().split("\0")[:-1] == [word for word, _quote in cases]
