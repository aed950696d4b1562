"""The one entrance and the one exit: language, store, errors → text and exit code."""

from __future__ import annotations

import gc
import io
import os
import re
import sys
from contextlib import closing, suppress
from typing import TYPE_CHECKING, NoReturn

from repplan import __version__, i18n
from repplan.cli.incoming import check_line
from repplan.errors import MissingValue, RepplanError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repplan.cli.runtime import Runtime

_NO_TEXT = "[\0\ud800-\udfff]"
"""NUL, and what Python makes of bytes that are no text: neither can be stored, or be in a path."""

_WITH_VALUE = {"--store": "PATH", "--lang": "en|zh_CN"}


def main() -> NoReturn:
    """Run the command line and end the process with its exit code."""
    # Whatever is made (the store, its log, traces, exports) is its owner's alone.
    os.umask(0o077)
    # A command makes modules, rows and lines, and hardly a cycle: look for dead ones rarely.
    gc.set_threshold(100_000, 50, 100)
    if "_REPPLAN_COMPLETE" in os.environ:
        from repplan.cli import completion

        _leave(completion.run())
    _open_streams()
    _leave(run(sys.argv[1:]))


def _leave(code: int) -> NoReturn:
    """End the process at once: every file and store was closed by its own block.

    Python would take each module and object apart first, a tenth of a short command's time; mypy
    leaves the same way (``mypy.util.hard_exit``).
    """
    for stream in (sys.stdout, sys.stderr):
        # What was begun before an error; the error has been told.
        if stream is not None:
            with suppress(OSError, ValueError):
                stream.flush()
    os._exit(code)


def run(argv: Sequence[str]) -> int:
    """Return the exit code of one command line; what it has to say is written."""
    runtime: Runtime | None = None
    is_json = "--json" in _before_dashes(argv)
    # A line that can't be read is refused in the language of the environment.
    i18n.bind(i18n.usual_language())
    try:
        options, rest = global_options(argv)
        language = i18n.choose_language(options.get("--lang"))
        i18n.bind(language)
        from repplan.cli.runtime import settle

        if "--version" in options:
            sys.stdout.write(f"repplan {__version__}\n")
        else:
            runtime = settle(options.get("--store"), language)
            check_line(rest)
            with closing(runtime.doors):
                _invoke([_text(word) for word in rest], runtime)
        sys.stdout.flush()
    except BrokenPipeError:
        _hush()
        return 0
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the one place that ends all
        return _tell(error, runtime, argv, is_json=is_json)
    return 0


def _invoke(args: list[str], runtime: Runtime) -> None:
    from repplan.cli.app import program

    group = program()
    with group.make_context("repplan", args or ["--help"], obj=runtime) as ctx:
        group.invoke(ctx)


def _tell(
    error: BaseException, runtime: Runtime | None, argv: Sequence[str], *, is_json: bool
) -> int:
    from repplan.cli import failure

    if isinstance(error, RepplanError):
        return failure.tell(error, is_json=is_json, command=_command_of(argv))
    if isinstance(error, Exception):
        return failure.tell_other(error, runtime, is_json=is_json)
    return failure.tell_interrupt(runtime)


def _command_of(argv: Sequence[str]) -> str:
    """Return the command that a line begins with, of one word or two; empty where there is none."""
    from repplan.cli.app import COMMANDS

    words = [word for word in argv if not word.startswith("-")]
    starts = (" ".join(words[at : at + size]) for size in (2, 1) for at in range(2))
    return next((start for start in starts if start in COMMANDS), "")


def global_options(argv: Sequence[str]) -> tuple[dict[str, str], list[str]]:
    """Return the options that may stand anywhere before ``--``, and the rest of the line."""
    found: dict[str, str] = {}
    rest: list[str] = []
    words = iter(argv)
    for word in words:
        name, equals, value = word.partition("=")
        if word == "--":
            rest += [word, *words]
        elif name in _WITH_VALUE:
            given = value if equals else next(words, "")
            if not given:
                raise MissingValue(f"{name} {_WITH_VALUE[name]}")
            found[name] = given
        elif word == "--version":
            found[word] = "yes"
        else:
            rest.append(word)
    return found, rest


def _text(word: str) -> str:
    """Return a word of the line as text: bytes that are none show as U+FFFD, but in files' names."""
    if word.isprintable() or os.path.lexists(word):
        return word
    return re.sub(_NO_TEXT, "\ufffd", word)


def _open_streams() -> None:
    """Make sure that there is something to write to, and that no name is a crash there."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            # Closed by the caller (>&-): what is written goes nowhere.
            setattr(sys, name, io.TextIOWrapper(io.BytesIO()))
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _before_dashes(argv: Sequence[str]) -> Sequence[str]:
    return argv[: argv.index("--")] if "--" in argv else argv


def _hush() -> None:
    from repplan.cli.show import hush

    hush(sys.stdout)


if __name__ == "__main__":
    main()
