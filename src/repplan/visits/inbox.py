"""The inbox: many visits typed on a phone, one after the other, each under its header.

A header is ``@ WHO`` and then, in any order, what stands in ``headers.py``; the first other word
begins the note. What mail and chat programs add around it is set aside, never lost.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from repplan.records import dataclass, replace
from repplan.visits.chatter import after_chat_header, is_chatter, is_sign_off
from repplan.visits.headers import read_header
from repplan.visits.marks import Mark, marked, tidy

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import time


@dataclass(frozen=True)
class InboxVisit:
    """One visit of an inbox. ``line`` counts from 1, ``header`` is that line as typed.

    ``who`` is as typed too, maybe unknown, empty where the header names nobody; what the header
    doesn't say is None.
    """

    line: int
    who: str
    at: time | None
    outcome: str | None
    channel: str | None
    minutes: int | None
    heads: int | None
    note: str
    header: str


@dataclass(frozen=True)
class Inbox:
    """The visits of an inbox in order, and the lines that belong to none, with their numbers."""

    visits: tuple[InboxVisit, ...]
    skipped: tuple[tuple[int, str], ...]


def read_inbox(text: str, *, is_known: Callable[[str], bool]) -> Inbox:
    """Return the visits typed in a text, and what was skipped.

    ``is_known`` says whether a WHO answers to these words: the longest that does is the header's.
    Skipped are chat headers, mail signatures, and what stands before the first header.
    """
    visits: list[InboxVisit] = []
    notes: list[list[str]] = []
    skipped: list[tuple[int, str]] = []
    lines = tidy(text).split("\n")
    signed_until = 0
    for number, line in enumerate(lines, start=1):
        body, said_by = after_chat_header(line)
        if said_by:
            skipped.append((number, said_by))
            signed_until = 0
        if not body.strip():
            continue
        header = _header_in(body)
        if header is not None:
            signed_until = 0
            visit, note = _visit(number, body.strip(), header, is_known)
            visits.append(visit)
            notes.append([note] if note else [])
        elif number <= signed_until or is_chatter(body, is_in_mail_head=_ends_at(skipped, number)):
            skipped.append((number, body.strip()))
        elif is_sign_off(body):
            signed_until = _end_of_signature(lines, number)
            skipped.append((number, body.strip()))
        elif visits:
            notes[-1].append(body.strip())
        else:
            skipped.append((number, body.strip()))
    full = (replace(v, note="\n".join(note)) for v, note in zip(visits, notes, strict=True))
    return Inbox(tuple(full), tuple(skipped))


def _ends_at(skipped: Sequence[tuple[int, str]], number: int) -> bool:
    """Say whether the line just before this one was skipped too."""
    return bool(skipped) and skipped[-1][0] == number - 1


def _header_in(line: str) -> str | None:
    """Return what follows the @ of a header line, None where the line is none."""
    match = re.match(r"\s*(?:[-*•–>]\s+|\d{1,2}[.)]\s+)?[@＠](?![@＠])", line)
    return line[match.end() :].strip() if match else None


def _visit(
    number: int, line: str, header: str, is_known: Callable[[str], bool]
) -> tuple[InboxVisit, str]:
    read = read_header(header, is_known=is_known)
    visit = InboxVisit(
        number, read.who, read.at, read.outcome, read.channel, read.minutes, read.heads, "", line
    )
    return visit, read.note


_LONGEST_SIGNATURE = 8


def _end_of_signature(lines: Sequence[str], delimiter: int) -> int:
    """Return the last line of the signature that a delimiter line (``--``) begins.

    It ends at the next header. A long block, or one with a marked segment, is a note under a ruled
    line and no signature: then only the delimiter goes.
    """
    block: list[str] = []
    for line in lines[delimiter:]:
        if _header_in(line) is not None or after_chat_header(line)[1]:
            break
        block.append(line)
    filled = [line for line in block if line.strip()]
    is_note = any(marked(line.strip()).mark is not Mark.SAID for line in filled)
    return delimiter + (0 if is_note or len(filled) > _LONGEST_SIGNATURE else len(block))
