"""The screen: lines of styled words, plain when piped; JSON; and what goes to stderr.

A line is text, or a tuple of (text, style) spans. Everything that comes out passes
``text.shown``, so a name can't move the cursor or colour the screen; the codes of our few styles are
put in behind that. Rich would cost a quarter of a command's time to write the same: it is loaded
only where codes may not be understood.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from gettext import gettext as _
from io import UnsupportedOperation
from typing import TYPE_CHECKING, TextIO, TypeAlias

from repplan.i18n.phrases import choice_word, listed
from repplan.text import clip, pad, shown, width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from repplan.fields import Field

Span = tuple[str, str]
Line: TypeAlias = str | Sequence[Span]

STYLES = {
    "": ("", ""),
    "head": ("bold", "1"),
    "mark": ("bold cyan", "1;36"),
    "late": ("bold red", "1;31"),
    "warn": ("yellow", "33"),
    "good": ("green", "32"),
    "faint": ("dim", "2"),
}
"""Our few styles in Rich's words, and as terminals' codes; nothing else colours a screen.

Source: ECMA-48, 8.3.117 (select graphic rendition).
"""

PLAIN_WIDTH = 80
_NARROWEST = 8
_NARROWEST_REMARK = 20


def screen_width() -> int:
    """Return the columns to write in: the terminal's, COLUMNS, or 80 when piped."""
    return _columns_of(sys.stdout)


def _columns_of(stream: TextIO) -> int:
    said = os.environ.get("COLUMNS", "")
    if said.isdigit() and int(said) > 0:
        return int(said)
    try:
        return os.get_terminal_size(stream.fileno()).columns or PLAIN_WIDTH
    except (OSError, ValueError):
        return PLAIN_WIDTH


def has_colour() -> bool:
    """Whether styles are shown: on a terminal, unless NO_COLOR or a dumb one."""
    return (
        sys.stdout.isatty()
        and not os.environ.get("NO_COLOR")
        and os.environ.get("TERM", "") != "dumb"
    )


def out(lines: Iterable[Line]) -> None:
    """Write an answer to stdout."""
    if has_colour() and os.name == "nt":
        _out_by_rich(lines)
    elif has_colour():
        sys.stdout.write(coloured(lines))
    else:
        sys.stdout.write("".join(f"{plain(line)}\n" for line in lines))
    # Whoever is started next writes behind this, not before it.
    sys.stdout.flush()


def plain(line: Line) -> str:
    """Return a line's text without styles, safe for any screen."""
    text = line if isinstance(line, str) else "".join(span[0] for span in line)
    return shown(text).rstrip()


def out_json(answer: Mapping[str, object]) -> None:
    """Write an answer to stdout as one JSON object."""
    sys.stdout.write(f"{json_text(answer, indent=2)}\n")


def out_json_line(answer: Mapping[str, object]) -> None:
    """Write an answer to stdout as one line of JSON, at once: whoever reads along waits for it."""
    sys.stdout.write(f"{json_text(answer)}\n")
    sys.stdout.flush()


def out_json_rows(
    answer: Mapping[str, object], name: str, rows: Iterable[Mapping[str, object]]
) -> None:
    """Write an answer and, as its last part ``name``, rows: one a line, never all in memory."""
    sys.stdout.write(json_text(answer, indent=2).removesuffix("\n}"))
    sys.stdout.write(f',\n  "{name}": [')
    comma = ""
    for row in rows:
        sys.stdout.write(f"{comma}\n    {json_text(row)}")
        comma = ","
    sys.stdout.write("\n  ]\n}\n" if comma else "]\n}\n")


def json_text(answer: Mapping[str, object], *, indent: int | None = None) -> str:
    """Return JSON that is safe on a screen: what would act there is written as an escape."""
    text = json.dumps(answer, ensure_ascii=False, indent=indent, default=str)
    if text.isascii() and "\x7f" not in text:
        return text
    return _acting().sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    """Return a character as JSON's escapes: two where it needs a pair."""
    units = found[0].encode("utf-16-be", errors="surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


@cache
def _acting() -> re.Pattern[str]:
    """Return the pattern of C1 controls, separators, bidi and invisible marks, half characters."""
    return re.compile(
        "[\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
        "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
    )


def saved(batch: str) -> Line:
    """Return the line that every command which writes ends with: how to take it back.

    ``batch`` is empty where all was so already.
    """
    if not batch:
        return [(_("It was so already: nothing was changed."), "faint")]
    return [(_("Saved. Take it back: repplan undo {batch}").format(batch=batch), "faint")]


def say(text: str) -> None:
    """Write a remark to stderr: whatever is no answer. Nobody need listen.

    At a terminal a long line breaks at its blanks; for a pipe it stays one.
    """
    _to_stderr(fitted(shown(text)))


def fitted(text: str, spare: int = 0) -> str:
    """Return a remark or a question as a terminal shows it: broken at blanks; else as it is.

    ``spare`` cells of each line stay free. A command at the end of a line is never broken.
    """
    if not sys.stderr.isatty():
        return text
    room = max(_columns_of(sys.stderr), _NARROWEST_REMARK) - spare
    return "\n".join(_broken(line, room) for line in text.split("\n"))


def say_json(answer: Mapping[str, object]) -> None:
    """Write an error to stderr as one JSON object on one line, also at a terminal."""
    _to_stderr(shown(json_text(answer)))


def _broken(line: str, room: int) -> str:
    """Return a line in as many as it needs; what follows stands under its first word."""
    if width(line) <= room:
        return line
    said, called, command = line.rpartition(" repplan ")
    if called and 0 < width(command) + len("  repplan ") <= room:
        return f"{_broken(said, room)}\n  repplan {command}"
    lead = re.match(r"\s*(?:\d+\s\s+)?", line)
    head = lead[0] if lead else ""
    rest = wrap(line[len(head) :], room - len(head), may_cut=False)
    return head + ("\n" + " " * len(head)).join(rest)


def _to_stderr(text: str) -> None:
    try:
        sys.stderr.write(f"{text}\n")
    except OSError:
        hush(sys.stderr)


def hush(stream: TextIO) -> None:
    """Let what is still to be written to a stream that takes no more end nowhere, quietly."""
    with suppress(UnsupportedOperation):  # text in memory stands in for it
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def table(headings: Sequence[str], rows: Iterable[Sequence[str]], *, limit: int = 0) -> list[Line]:
    """Return rows in aligned columns, by cells; the widest gives way to fit ``limit``.

    The last column is never cut: refs stand there.
    """
    body = [[" ".join(shown(cell).replace("\t", " ").splitlines()) for cell in row] for row in rows]
    widths = [
        max(width(cells[column]) for cells in [list(headings), *body])
        for column in range(len(headings))
    ]
    over = sum(widths) + 2 * (len(widths) - 1) - (limit or screen_width())
    may_give = range(len(widths) - 1)
    while over > 0 and max((widths[column] for column in may_give), default=0) > _NARROWEST:
        widest = max(may_give, key=widths.__getitem__)
        widths[widest] -= 1
        over -= 1
    lines: list[Line] = [[(_row(headings, widths), "head")]]
    lines.extend(_row(cells, widths) for cells in body)
    return lines


def told_apart(names: Iterable[tuple[str, str, str]]) -> dict[str, str]:
    """Return ref → short name, but the whole one where two of a screen are called the same.

    Shape of ``names``: ref, short name, whole name.
    """
    known = {ref: (short, whole) for ref, short, whole in names}
    called = Counter(short for short, _whole in known.values())
    return {ref: whole if called[short] > 1 else short for ref, (short, whole) in known.items()}


def facts(told: Iterable[tuple[str, str]]) -> list[Line]:
    """Return labels and texts in two columns, by cells; what has no text takes no line."""
    known = [(name, text) for name, text in told if text]
    left = max((width(name) for name, _text in known), default=0) + 2
    room = max(screen_width() - left, 20)
    lines: list[Line] = []
    for name, text in known:
        first, *rest = [part for line in text.split("\n") for part in wrap(shown(line), room)]
        lines.append([(pad(name, left), "mark"), (first, "")])
        lines.extend(" " * left + part for part in rest)
    return lines


def value(field: Field, cell: object) -> str:
    """Return a field's value on the screen: choices in the language of the screen."""
    if isinstance(cell, tuple):
        return listed(cell)
    if cell is None:
        return ""
    text = str(cell)
    return choice_word(field.column, text) if field.choices and text else text


def label(field: Field) -> str:
    """Return a field's name on the screen: its help up to the colon."""
    return _(field.help).replace("：", ":").partition(":")[0]


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    fitted = (pad(clip(cell, size), size) for cell, size in zip(cells, widths, strict=True))
    return "  ".join(fitted).rstrip()


def coloured(lines: Iterable[Line]) -> str:
    """Return lines with the codes of their styles, safe for any screen."""
    parts = []
    for line in lines:
        for text, style in [(line, "")] if isinstance(line, str) else line:
            code = STYLES[style][1]
            parts.append(f"\x1b[{code}m{shown(text)}\x1b[0m" if code and text else shown(text))
        parts.append("\n")
    return "".join(parts)


def _out_by_rich(lines: Iterable[Line]) -> None:
    """Older Windows consoles take no codes: Rich colours them by other means."""
    from rich.console import Console
    from rich.text import Text

    # All in one: a screen of lines printed one by one costs several times as much.
    screen = Text(end="")
    for line in lines:
        for text, style in [(line, "")] if isinstance(line, str) else line:
            screen.append(shown(text), STYLES[style][0])
        screen.append("\n")
    console = Console(highlight=False, soft_wrap=True, emoji=False, markup=False)
    console.print(screen, end="")
