"""Questions to the person: only at a terminal; without one, what is missing is an error."""

from __future__ import annotations

import contextlib
import sys
import unicodedata
from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.cli.incoming import checked, decoded
from repplan.cli.show import fitted, say
from repplan.errors import Declined, MissingValue
from repplan.text import fold, is_in, shown

if TYPE_CHECKING:
    from collections.abc import Sequence


_ANSWER = 4
"""Cells for a blank and a short answer behind a question."""


def may_ask() -> bool:
    """Whether a person can answer: standard input is a terminal."""
    return sys.stdin is not None and sys.stdin.isatty()


def ask(question: str, *, what: str = "") -> str:
    """Return one line that was typed.

    Raises: MissingValue (no terminal), Declined (Ctrl-D), TooLong, BadFile (no text).
    """
    if not may_ask():
        raise MissingValue(what or question)
    head, parted, last = fitted(shown(question), _ANSWER).rpartition("\n")
    if parted:
        say(head)
    try:
        return _input(f"{last} ")
    except EOFError:
        sys.stderr.write("\n")
        raise Declined from None


def ask_key(question: str) -> str:
    """Return one key, empty for Enter; a line where the terminal can't tell single keys.

    Raises: as ``ask``.
    """
    from repplan.cli.keys import read_key

    if not may_ask():
        raise MissingValue(question)
    sys.stderr.write(f"{shown(question)} ")
    sys.stderr.flush()
    try:
        key = read_key()
        if key is None:
            return _input("")
    except EOFError:
        sys.stderr.write("\n")
        raise Declined from None
    sys.stderr.write(f"{shown(key)}\n" if key.isprintable() else "\n")
    return key


YES = frozenset({"y", "yes", "是", "是的", "好", "好的", "对", "对的"})
NO = frozenset({"n", "no", "否", "不", "不是", "不对", "不用"})


def confirm(question: str, *, is_usual: bool | None = False) -> bool:
    """Return whether the person said yes; what is neither yes nor no is asked again.

    An empty answer is ``is_usual``; None: it is none, and asked again. Raises: MissingValue (no
    terminal), Declined (Ctrl-D).
    """
    keys = "[y/n]" if is_usual is None else "[Y/n]" if is_usual else "[y/N]"
    while True:
        said = unicodedata.normalize("NFKC", ask(f"{question} {keys}")).strip().casefold()
        if not said and is_usual is not None:
            return is_usual
        if said in YES or said == _("yes"):
            return True
        if said in NO or said == _("no"):
            return False
        say(_("Please answer y or n."))


def choose(question: str, options: Sequence[str], *, may_leave: bool = False) -> int:
    """Return the position of the option that was picked, by its number or words of it alone.

    ``may_leave``: Enter picks none. Raises: Declined for that, and at Ctrl-D.
    """
    for number, option in enumerate(options, 1):
        say(f"{number:>3}  {option}")
    while True:
        said = ask(question).strip()
        if said.isdecimal() and 1 <= int(said) <= len(options):
            return int(said) - 1
        if may_leave and not said:
            raise Declined
        meant = [
            at for at, option in enumerate(options) if said and is_in(fold(said), fold(option))
        ]
        if len(meant) == 1 and not said.isdecimal():
            return meant[0]
        say(_("Please answer with a number, 1 to {most}, or words.").format(most=len(options)))


def read_lines(prompt: str) -> str:
    """Return the lines typed until an empty one or Ctrl-D.

    Raises: MissingValue (no terminal), TooLong, BadFile (no text).
    """
    if not may_ask():
        raise MissingValue(_("the text"))
    lines: list[str] = []
    while True:
        try:
            line = _input(f"{shown(prompt)} ")
        except EOFError:
            sys.stderr.write("\n")
            break
        except KeyboardInterrupt:
            say("")
            give_back(lines)
            raise
        if not line.strip():
            break
        lines.append(line)
    return checked("\n".join(lines))


def give_back(lines: Sequence[str]) -> None:
    """Show what was typed before it came to nothing: nobody types it twice."""
    text = "\n".join(lines).strip()
    if text:
        say(_("Your words: {text}").format(text=text))


def _input(prompt: str) -> str:
    """Read one line, with arrow keys where the platform has them; stdout stays the answer's."""
    if not sys.stdout.isatty():
        sys.stderr.write(prompt)
        sys.stderr.flush()
        prompt = ""
    else:
        with contextlib.suppress(ImportError):
            import readline  # noqa: F401 - importing it is what gives input() line editing
    try:
        line = input(prompt)
    except UnicodeDecodeError as error:
        # A terminal that isn't set to the encoding it sends.
        line = decoded("-", error.object, error.encoding)
    return checked(line)
