"""How a refusal, a usage error or a bug is told: stderr, one exit code, no personal data."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
from gettext import gettext as _
from typing import TYPE_CHECKING, Any, ClassVar

from repplan.cli.ask import may_ask
from repplan.cli.show import hush, say, say_json
from repplan.errors import N_, MissingValue, RepplanError
from repplan.i18n.phrases import hint_of, message_of
from repplan.i18n.typer_words import sentence
from repplan.records import dataclass

if TYPE_CHECKING:
    from repplan.cli.runtime import Runtime

BUG = 1
USAGE = 2
INTERRUPTED = 130

LISTED = ("matches", "nearest", "changes", "problems")
"""Facts that are shown line by line under the message."""


_LOST = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}
"""What an operating system says of a stream that takes no more; of a file it says its name too."""


@dataclass(eq=False)
class AnswerLost(RepplanError):
    """The answer could not be written to where it was sent. ``saved``: what was written before."""

    slug: ClassVar[str] = "answer-lost"
    exit_code: ClassVar[int] = 8
    message: ClassVar[str] = N_("The answer can't be written: {problem}.")
    hint: ClassVar[str] = "{saved}"
    problem: str
    saved: str


def tell(error: RepplanError, *, is_json: bool, command: str = "") -> int:
    """Write a refusal to stderr; return its exit code. ``command`` is the one that was typed."""
    facts = error.facts()
    # A note says where in a file the refused words stand: "inbox.txt:12".
    where = "".join(f"{note}: " for note in getattr(error, "__notes__", ()))
    message = where + message_of(error)
    hint = hint_of(error)
    if error.hint == MissingValue.hint and may_ask():
        # Somebody is there, and nothing was asked: what is needed stands in the help.
        hint = _("See: {command} --help").format(command=f"repplan {command}".strip())
    if is_json:
        _tell_json(error.slug, message, hint, facts)
        return error.exit_code
    say(message)
    if meant := facts.get("meant"):
        say(_("Did you mean “{meant}”?").format(meant=meant))
    for key in LISTED:
        names = facts.get(key)
        if isinstance(names, tuple):
            for name in names:
                say(f"  {name}")
    if hint:
        say(hint)
    return error.exit_code


def tell_other(error: Exception, runtime: Runtime | None, *, is_json: bool) -> int:
    """Write what Typer says of the line that was typed, what the file says, or that it is a bug.

    Return the exit code.
    """
    import typer

    if isinstance(error, typer.Exit):
        return error.exit_code
    if isinstance(error, typer.Abort):
        return tell_interrupt(runtime)
    # Typer's own Click has no public name; its errors of usage are what BadParameter is made of.
    usage_error: Any = typer.BadParameter.__mro__[1]
    if isinstance(error, usage_error):
        return _tell_usage(error, is_json=is_json)
    fault = _lost(error, runtime) or _fault(error, runtime)
    return tell(fault, is_json=is_json) if fault else _tell_bug(error, runtime, is_json=is_json)


def tell_interrupt(runtime: Runtime | None) -> int:
    """Write that Ctrl-C ended it, and whether anything was written before; return the code."""
    say("\n" + _("Interrupted.") + " " + _what_is_saved(runtime))
    return INTERRUPTED


def _tell_usage(error: Any, *, is_json: bool) -> int:  # noqa: ANN401 - Typer's own type is private
    context = error.ctx
    command = context.command_path if context else "repplan"
    message = sentence(error.format_message())
    needed: Any = getattr(error, "param", None)
    if type(error).__name__ == "MissingParameter" and needed and needed.help:
        message += "\n  " + _(needed.help)
    hint = _("See: {command} --help").format(command=command)
    if is_json:
        _tell_json("usage", message, hint, {})
    else:
        say(message)
        say(hint)
    return USAGE


def _lost(error: Exception, runtime: Runtime | None) -> RepplanError | None:
    """Return that the answer is lost, where its stream is full; None when it is anything else."""
    if not isinstance(error, OSError) or error.filename or error.errno not in _LOST:
        return None
    hush(sys.stdout)
    is_full = error.errno in {errno.ENOSPC, errno.EDQUOT}
    problem = _("the disk is full") if is_full else error.strerror or type(error).__name__
    return AnswerLost(problem, _what_is_saved(runtime))


def _fault(error: Exception, runtime: Runtime | None) -> RepplanError | None:
    """Return what the store's file said, when it was the file; None when it is a bug."""
    sqlite3 = sys.modules.get("sqlite3")
    if sqlite3 is None or not isinstance(error, sqlite3.Error):
        return None
    from repplan.store.faults import fault_of

    return fault_of(error, str(runtime.store) if runtime else _("the store"))


def _tell_bug(error: Exception, runtime: Runtime | None, *, is_json: bool) -> int:
    """Put the trace into a file that only its owner reads; write where it is."""
    path = _write_trace(error, runtime)
    message = _("Something went wrong inside repplan ({kind}).").format(kind=type(error).__name__)
    hint = _what_is_saved(runtime)
    if path:
        # An undo keeps its line to itself: it is copied.
        hint += "\n" if "\n" in hint else " "
        hint += _("The trace, without names, is in {path}.").format(path=path)
    if is_json:
        _tell_json("bug", message, hint, {"path": path or None})
    else:
        say(message)
        say(hint)
    return BUG


def _what_is_saved(runtime: Runtime | None) -> str:
    if runtime is None or not runtime.saved:
        return _("Nothing was written.")
    # A line each, to be copied whole: the newest first, as the others may hang on it.
    undos = [f"  repplan undo {batch}" for batch in reversed(runtime.saved)]
    return "\n".join([_("What was saved before stays; to take it back:"), *undos])


def _write_trace(error: Exception, runtime: Runtime | None) -> str:
    """Return the path of the trace, beside the store or among temporary files; empty if nowhere."""
    import traceback

    # Frames without their values, errors without their words: either may hold a person's name.
    lines: list[str] = []
    link: BaseException | None = error
    while link is not None:
        lines.append(f"{type(link).__module__}.{type(link).__qualname__}\n")
        lines.extend(traceback.format_tb(link.__traceback__))
        link = link.__cause__ or link.__context__
    for folder in (runtime.store.parent if runtime else None, None):
        try:
            handle, path = tempfile.mkstemp(prefix="repplan-trace-", suffix=".txt", dir=folder)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.writelines(lines)
        except OSError:
            continue
        return path
    return ""


def _tell_json(slug: str, message: str, hint: str, facts: dict[str, object]) -> None:
    answer = {"error": slug, "message": message, "hint": hint, **facts}
    say_json(answer)
