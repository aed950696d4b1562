"""Questions to the person: only at a terminal; without one, what is missing is an error."""

from __future__ import annotations

import contextlib
import sys
from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.cli.incoming import checked, decoded
from repplan.errors import Declined, MissingValue
from repplan.text import shown

if TYPE_CHECKING:
    from collections.abc import Sequence


def may_ask() -> bool:
    """Whether a person can answer: standard input is a terminal."""
    return sys.stdin is not None and sys.stdin.isatty()


def ask(question: str, *, what: str = "") -> str:
    """Return one line that was typed.

    Raises: MissingValue (no terminal), Declined (Ctrl-D), TooLong, BadFile (no text).
    """
    if not may_ask():
        raise MissingValue(what or question)
    try:
        return _input(f"{shown(question)} ")
    except EOFError:
        sys.stderr.write("\n")
        raise Declined from None


def confirm(question: str) -> bool:
    """Return whether the person said yes. An empty answer is no."""
    return ask(f"{question} [y/N]").strip().lower() in {"y", "yes", "是", "好", _("yes")}


def choose(question: str, options: Sequence[str]) -> int:
    """Return the position of the option that was picked. Raises: Declined for anything else."""
    for number, option in enumerate(options, 1):
        sys.stderr.write(f"{number:>3}  {shown(option)}\n")
    said = ask(question).strip()
    if said.isdecimal() and 1 <= int(said) <= len(options):
        return int(said) - 1
    raise Declined


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
        if not line.strip():
            break
        lines.append(line)
    return checked("\n".join(lines))


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
