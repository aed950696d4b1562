"""Shells at a terminal: keys go in, and the words that a program would get come out."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pexpect
import pytest

from repplan.cli.installing import script

if TYPE_CHECKING:
    from pathlib import Path

TAB, HOME, CLEAR, ENTER = "\t", "\x01", "\x05\x15", "\r"
_READY = "ready-for-keys"
_TOLD = "told-them-all"

# The text must not stand in what the terminal echoes, so it is put together from two.
_START_BASH = """
PS1='ready''-for-keys '
told() {{ printf '%s\\0' "$@" >'{told}'; echo told'-'them-all; }}
{script}
"""
_START_ZSH = """
PS1='ready-for-keys '
bindkey -e
told() {{ printf '%s\\0' "$@" >'{told}'; echo told'-'them-all; }}
{script}
"""


@dataclass
class Terminal:
    """One shell at a terminal."""

    process: pexpect.spawn[str]
    told: Path

    def words(self, line: str) -> list[str]:
        """Type a line, tabs and all; return the words that the command line then has."""
        self.told.unlink(missing_ok=True)
        self.process.send(f"{line}{HOME}told {ENTER}")
        self.process.expect_exact(_TOLD)
        self.process.expect_exact(_READY)
        return self.told.read_text(encoding="utf-8").split("\0")[:-1]

    def shown(self, line: str, last: str) -> str:
        """Type a line, tabs and all; return what is on the screen as soon as ``last`` is."""
        self.process.send(line)
        self.process.expect_exact(last)
        screen = f"{self.process.before}{last}"
        self.process.send(f"{CLEAR}told{ENTER}")
        self.process.expect_exact(_TOLD)
        self.process.expect_exact(_READY)
        return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|\r", "", screen)


def needs(shell: str) -> pytest.MarkDecorator:
    """Return the mark of tests that need a shell, and say so where it is missing."""
    return pytest.mark.skipif(shutil.which(shell) is None, reason=f"{shell} is not on this machine")


def environment(programs: Path, home: Path) -> dict[str, str]:
    """Return what a shell starts with: our programs on PATH, a home of its own."""
    return {
        **os.environ,
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(home),
        "ZDOTDIR": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "LC_ALL": "C.UTF-8",
        "TERM": "dumb",
    }


def bash(programs: Path, home: Path) -> Terminal:
    """Return a bash with completion."""
    told, start = home / "told", home / "start.bash"
    start.write_text(_START_BASH.format(told=told, script=script("bash")), encoding="utf-8")
    return _started("bash", ["--noprofile", "--rcfile", str(start)], programs, home)


def zsh(programs: Path, home: Path) -> Terminal:
    """Return a zsh with completion."""
    start = _START_ZSH.format(told=home / "told", script=script("zsh"))
    (home / ".zshrc").write_text(start, encoding="utf-8")
    return _started("zsh", ["-i"], programs, home)


def _started(shell: str, words: list[str], programs: Path, home: Path) -> Terminal:
    process = pexpect.spawn(
        shell,
        words,
        env=environment(programs, home),
        encoding="utf-8",
        timeout=30,
        dimensions=(60, 120),
    )
    process.delaybeforesend = None
    process.expect_exact(_READY)
    return Terminal(process, home / "told")
