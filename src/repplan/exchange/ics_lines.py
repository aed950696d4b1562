"""A calendar file, event by event: its lines unfolded, what nobody needs dropped, all bounded.

Each event is handed on by itself, so that one that is broken costs its own row and no other. What
isn't read (pictures, alarms, descriptions) is passed over however large it is.

Source: RFC 5545, section 3.1 (content lines and folding).
"""

from __future__ import annotations

import codecs
from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.exchange.faults import BadWholeFile
from repplan.records import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from repplan.exchange.source import Source

EVENT, ZONE, METHOD = "VEVENT", "VTIMEZONE", "METHOD"

MOST_BYTES = 50_000_000
MOST_EVENTS = 100_000
"""Of one file; ten years of a full calendar are some 30,000."""

_CHUNK = 64 * 1024
"""Bytes of a line that are read at once; what is longer comes in pieces."""

_LONGEST = 20_000
"""Bytes of a property that is kept: a name of a meeting, or a year of dates left out."""

_MOST_KEPT = 2_000
"""Lines that are kept of one event or time zone."""

_DEEPEST = 30
"""Components inside one another: a calendar has three."""

_KEPT = frozenset(
    """UID SEQUENCE DTSTAMP LAST-MODIFIED SUMMARY LOCATION CATEGORIES CLASS STATUS TRANSP ATTENDEE
    DTSTART DTEND DURATION RRULE RDATE EXDATE EXRULE RECURRENCE-ID X-MICROSOFT-CDO-BUSYSTATUS
    """.split()
)


@dataclass
class Block:
    """One event or time zone: where it begins, its lines, why it can't be read (else empty).

    Of a calendar's METHOD the one line is the method.
    """

    name: str
    line: int
    lines: list[str] = field(default_factory=list)
    problem: str = ""

    @property
    def text(self) -> str:
        """The component as a file of its own."""
        return "\r\n".join([f"BEGIN:{self.name}", *self.lines, f"END:{self.name}", ""])


def blocks(source: Source) -> Iterator[Block]:
    """Yield the events, time zones and methods of a calendar file, in order.

    Raises: BadWholeFile (no calendar, too large, too many, too deep).
    """
    reader = _Reader(source.name)
    if 0 < MOST_BYTES < source.size:
        raise _too_large(source.name)
    for number, line in _unfolded(source):
        yield from reader.take(number, line)
    yield from reader.finish()


def _too_large(name: str) -> BadWholeFile:
    problem = _("it is larger than {most} MB").format(most=MOST_BYTES // 1_000_000)
    return BadWholeFile(name, 0, 0, problem)


def _unfolded(source: Source) -> Iterator[tuple[int, bytes]]:
    """Yield the number and bytes of each logical line; of one that is too long its beginning.

    A character may be folded in its middle, so lines are joined before they are read as text.
    """
    number, begun, held, size = 0, 0, b"", 0
    is_inside = False
    while piece := source.stream.readline(_CHUNK):
        size += len(piece)
        if size > MOST_BYTES:
            raise _too_large(source.name)
        is_more = is_inside or piece[:1] in {b" ", b"\t"}
        number += not is_inside
        if not is_more:
            if begun:
                yield begun, held
            begun, held = number, b""
        body = piece.rstrip(b"\r\n")
        # One byte too many is enough to tell that it is too long.
        held = (held + (body if is_inside or not is_more else body[1:]))[: _LONGEST + 1]
        is_inside = not piece.endswith(b"\n")
    if begun:
        yield begun, held


class _Reader:
    """Takes logical lines; knows inside which components they stand."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._stack: list[str] = []
        self._block: Block | None = None
        self._events = 0
        self._is_calendar = False

    def take(self, number: int, line: bytes) -> Iterator[Block]:
        """Yield what ends with this line."""
        if number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)
        head = (
            line.replace(b";", b":").partition(b":")[0].strip().upper().decode("ascii", "replace")
        )
        if head == "BEGIN":
            self._begin(number, _word(line))
        elif head == "END":
            yield from self._end(_word(line))
        elif head == METHOD and len(self._stack) == 1:
            yield Block(METHOD, number, [_word(line)])
        elif self._block is not None:
            self._keep(self._block, head, line)

    def finish(self) -> Iterator[Block]:
        """Yield the event in which the file ends. Raises: BadWholeFile where it is no calendar."""
        if not self._is_calendar:
            raise BadWholeFile(self._name, 0, 0, _("it is no calendar (iCalendar, .ics)"))
        if self._block is not None:
            self._block.problem = _("the file ends in the middle of it")
            yield self._block

    def _begin(self, number: int, name: str) -> None:
        self._stack.append(name)
        if len(self._stack) > _DEEPEST:
            problem = _("components lie inside one another more than {most} deep")
            raise BadWholeFile(self._name, number, 1, problem.format(most=_DEEPEST))
        self._is_calendar = self._is_calendar or name in {"VCALENDAR", EVENT}
        if self._block is None and name in {EVENT, ZONE}:
            self._block = Block(name, number)
            self._events += name == EVENT
            if self._events > MOST_EVENTS:
                problem = _("more than {most} events are in it").format(most=f"{MOST_EVENTS:,}")
                raise BadWholeFile(self._name, number, 1, problem)
        elif self._block is not None and self._block.name == ZONE:
            self._block.lines.append(f"BEGIN:{name}")

    def _end(self, name: str) -> Iterator[Block]:
        if name not in self._stack:
            return
        # What was begun inside and never ended ends here.
        while (ended := self._stack.pop()) != name:
            pass
        block = self._block
        if block is None:
            return
        if ended == block.name and block.name not in self._stack:
            self._block = None
            yield block
        elif block.name == ZONE:
            block.lines.append(f"END:{name}")

    def _keep(self, block: Block, head: str, line: bytes) -> None:
        if block.name == EVENT and (self._stack[-1] != EVENT or head not in _KEPT):
            return
        if len(line) > _LONGEST or len(block.lines) >= _MOST_KEPT:
            block.problem = _("a part of it is too long")
            return
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            block.problem = _("it isn't UTF-8")
            return
        block.lines.append(
            "".join(one if one.isprintable() or one == "\t" else " " for one in text)
        )


def _word(line: bytes) -> str:
    return line.partition(b":")[2].strip().upper()[:50].decode("ascii", "replace")
