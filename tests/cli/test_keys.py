"""One key at a real terminal: no Enter, and the terminal is as it was afterwards."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from repplan.cli.keys import read_key
from tests.cli.test_ask import terminal

if TYPE_CHECKING:
    import pexpect

LINES = "(__import__('termios').tcgetattr(0)[3] & 10)"
"""Echo and line mode, both on."""


def asked(typed: str) -> pexpect.spawn[str]:
    """Return a question for one key with this typed; after it stands how the terminal was left."""
    process = terminal(f"(__import__('repplan.cli.ask').cli.ask.ask_key('Key?'), {LINES})")
    process.expect_exact("Key?")
    process.send(typed)
    return process


@pytest.mark.parametrize(
    ("typed", "got"),
    [("3", "3"), ("\r", ""), ("\n", ""), ("４", "４"), ("\x1b[A", "\\x1b"), ("q", "q")],
)
def test_one_key(typed: str, got: str) -> None:
    """A key is enough, Enter is an empty one; an arrow is one key that means nothing."""
    asked(typed).expect_exact(f"got ('{got}', 10)")


def test_what_is_typed_ahead_stays() -> None:
    """A second key waits for the next question."""
    process = terminal("[__import__('repplan.cli.ask').cli.ask.ask_key('Key?') for _ in 'ab']")
    process.expect_exact("Key?")
    process.send("12")
    process.expect_exact("got ['1', '2']")


def test_ctrl_d() -> None:
    """Ctrl-D is a no."""
    asked("\x04").expect_exact("declined")


def test_ctrl_c() -> None:
    """Ctrl-C goes on as an interrupt, and the terminal is as before."""
    stopped = (
        "from repplan.cli.ask import ask_key\\n"
        "try: ask_key('Key?')\\n"
        f"except KeyboardInterrupt: print('stopped', {LINES})"
    )
    process = terminal(f'exec("{stopped}")')
    process.expect_exact("Key?")
    process.send("\x03")
    process.expect_exact("stopped 10")


def test_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where standard input is none, or has no keys, nothing is read."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("3\n"))
    assert read_key() is None
    assert sys.stdin.read() == "3\n"
    monkeypatch.setattr(sys, "stdin", None)
    assert read_key() is None
