"""Questions to the person: only at a terminal; without one, what is missing is an error."""

from __future__ import annotations

import contextlib
import re
import sys
import unicodedata
from functools import cache
from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.cli.incoming import checked, decoded
from repplan.cli.show import fitted, say
from repplan.errors import Declined, MissingValue
from repplan.ids import ALPHABET, REF_LENGTH, SHORTEST
from repplan.text import fold, is_ideograph, is_in, shown

if TYPE_CHECKING:
    from collections.abc import Sequence


_ANSWER = 4
"""Cells for a blank and a short answer behind a question."""

_LETTERS, _IDEOGRAPHS = 3, 2
"""From so many of either on a word says which of several is meant."""


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
_LEAVING = NO | {"q", "quit", "退出"}
"""What leaves a choice, and never names one of it."""


def confirm(question: str, *, is_usual: bool | None = False, what: str = "") -> bool:
    """Return whether the person said yes; what is neither yes nor no is asked again.

    An empty answer is ``is_usual``; None: it is none, and asked again. Raises: MissingValue (no
    terminal, naming ``what``), Declined (Ctrl-D).
    """
    keys = "[y/n]" if is_usual is None else "[Y/n]" if is_usual else "[y/N]"
    while True:
        said = (
            unicodedata.normalize("NFKC", ask(f"{question} {keys}", what=what)).strip().casefold()
        )
        if not said and is_usual is not None:
            return is_usual
        if said in YES or said == _("yes"):
            return True
        if said in NO or said == _("no"):
            return False
        say(_("Please answer y or n."))


def choose(question: str, options: Sequence[str], *, may_leave: bool = False) -> int:
    """Return the position of the option that was picked, by its number, its ref or words of it.

    ``may_leave``: Enter or a no picks none. Raises: Declined for that, and at Ctrl-D.
    """
    for number, option in enumerate(options, 1):
        say(f"{number:>3}  {option}")
    while True:
        typed = ask(question).strip()
        said = fold(typed)
        if typed.isdecimal():
            meant = [int(typed) - 1] if 1 <= int(typed) <= len(options) else []
        elif not said or said in _LEAVING or said == _("no"):
            if may_leave:
                raise Declined
            meant = []
        else:
            meant = [at for at, option in enumerate(options) if _says(said, fold(option))]
        if len(meant) == 1:
            return meant[0]
        say(_("Please answer with a number, 1 to {most}, or words.").format(most=len(options)))


def _says(said: str, option: str) -> bool:
    """Whether words are of this option: what is shorter is a slip, a ref is whole."""
    words = option.split()
    if _ref().fullmatch(said):
        return said in words
    if sum(map(str.isalnum, said)) < _LETTERS and sum(map(is_ideograph, said)) < _IDEOGRAPHS:
        return False
    return is_in(said, " ".join(word for word in words if not _ref().fullmatch(word)))


@cache
def _ref() -> re.Pattern[str]:
    return re.compile(f"[a-z]-[{ALPHABET}]{{{SHORTEST},{REF_LENGTH}}}")


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
