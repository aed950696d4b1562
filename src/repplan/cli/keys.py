"""One key as it is pressed, without Enter: by termios, or by the Windows console."""

from __future__ import annotations

import codecs
import os
import sys
from io import UnsupportedOperation

if sys.platform == "win32":
    import msvcrt
else:
    import select
    import termios
    import tty

_INTERRUPT, _ENDS = "\x03", frozenset({"\x04", "\x1a"})
_ESCAPE = "\x1b"
_REST_OF_ESCAPE = 0.02
"""Seconds within which the rest of an arrow key comes."""


def read_key() -> str | None:
    """Return one key, empty for Enter; None where keys can't be read one by one.

    An arrow or another key without a character is an escape character. The terminal is left as it
    was found, also at Ctrl-C. Raises: EOFError (Ctrl-D), KeyboardInterrupt.
    """
    try:
        console = sys.stdin.fileno()
    except (AttributeError, UnsupportedOperation, ValueError):
        return None
    key = _pressed(console) if os.isatty(console) else None
    if key is not None and key in _ENDS:
        raise EOFError
    return "" if key in {"\r", "\n"} else key


if sys.platform == "win32":

    def _pressed(console: int) -> str | None:  # noqa: ARG001 - as on the other platforms
        key = msvcrt.getwch()
        if key == _INTERRUPT:
            raise KeyboardInterrupt
        if key in {"\x00", "\xe0"}:
            msvcrt.getwch()
            return _ESCAPE
        return key

else:

    def _pressed(console: int) -> str | None:
        try:
            before = termios.tcgetattr(console)
        except termios.error:
            return None
        try:
            # Keys that were typed ahead stay, and Ctrl-C stays a signal.
            tty.setcbreak(console, termios.TCSADRAIN)
            return _one(console)
        finally:
            termios.tcsetattr(console, termios.TCSADRAIN, before)

    def _one(console: int) -> str:
        """Return the next character, however many bytes it has."""
        decode = codecs.getincrementaldecoder(sys.stdin.encoding or "utf-8")("replace").decode
        key = ""
        while not key:
            byte = os.read(console, 1)
            if not byte:
                raise EOFError
            key = decode(byte)
        if key == _ESCAPE:
            while select.select([console], [], [], _REST_OF_ESCAPE)[0] and os.read(console, 1):
                pass
        return key
