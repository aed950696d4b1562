"""As much of a found text as a line holds, with the words that were looked for in it."""

from __future__ import annotations

import re
from functools import cache

from repplan.records import dataclass
from repplan.text import clip, is_ideograph, width, wrap

BEGIN, END = "\x01", "\x02"
"""What the index puts round each match: no stored text holds them."""

_CUT = ".."
_LEAST = 12
"""Cells of which there is no beginning and end to show: such a line is only cut."""

_LEADING = " ,;:<>+#=^~，；：、《》"
_PUNCTUATION = "，。；：！？、,.;:!?"


@dataclass(frozen=True)
class Found:
    """A text, and where the first match begins and ends in it; both 0: nobody knows."""

    text: str
    start: int = 0
    end: int = 0


def found_in(marked: str) -> Found:
    """Return an indexed text as it was written, and where its first mark stands.

    The index holds a blank round each ideograph, and the marks round each match.
    """
    text, start, end = "", None, None
    for word in marked.split():
        bare = word.replace(BEGIN, "").replace(END, "")
        if bare:
            text += " " if text and not _is_tight(text[-1], bare[0]) else ""
        if start is None and BEGIN in word:
            start = len(text) + len(word.partition(BEGIN)[0])
        text += bare
        if end is None and END in word:
            end = len(text) - len(word.partition(END)[2].replace(BEGIN, "").replace(END, ""))
    return Found(text, start or 0, end or 0)


def without_json(marked: str) -> str:
    """Return an indexed text with its stored lists as words: ``["a", "b"]`` as ``a, b``."""
    return _list().sub(lambda found: _words_of(found[0]), marked)


def _words_of(stored: str) -> str:
    words = (re.sub(r"\\(.)", r"\1", word).strip() for word in _item().findall(stored))
    return ", ".join(word for word in words if word)


@cache
def _item() -> re.Pattern[str]:
    return re.compile(r'"((?:[^"\\]|\\.)*)"')


@cache
def _list() -> re.Pattern[str]:
    item = _item().pattern.replace("((?:", "(?:(?:")
    return re.compile(rf"\[\s*(?:{item}(?:\s*,\s*{item})*)?\s*\]")


def excerpt(found: Found, cells: int) -> str:
    """Return what of a text fits into a line: its beginning where the match stands in that.

    Else what stands round the match. ``..`` stands where something was left out; no word is cut
    in half, unless it is wider than the line.
    """
    text = found.text
    if width(text) <= cells:
        return text
    if cells < _LEAST:
        return clip(text, cells)
    beginning = wrap(text, cells - len(_CUT) - 1)[0]
    if found.end <= len(beginning):
        return _cut(beginning)
    room = cells - len(_CUT) - 1
    left = room - len(_CUT) - 1 - width(text[found.start : found.end])
    # A match near the end has the line to itself: then more of what stands before it is shown.
    before = max(min(cells // 3, left), room - width(text[found.start :]), 0)
    rest = text[_begin(text, found.start, before) :]
    if width(rest) > room:
        rest = _cut(wrap(rest, room - len(_CUT) - 1)[0])
    return f"{_CUT} {rest}"


def _cut(text: str) -> str:
    """Return a beginning that shows that more follows, without a mark at its end that led to it."""
    return f"{text.rstrip(_LEADING) or text} {_CUT}"


def _begin(text: str, start: int, room: int) -> int:
    """Return where a word begins so that at most ``room`` cells stand before the match."""
    at = start
    while at and width(text[at - 1 : start]) <= room:
        at -= 1
    while at < start and not _may_begin(text, at):
        at += 1
    while at and not _may_begin(text, at):
        at -= 1
    return at


def _may_begin(text: str, at: int) -> bool:
    if text[at].isspace() or text[at] in _PUNCTUATION:
        return False
    before = text[at - 1 : at]
    return not before.strip() or is_ideograph(text[at]) or is_ideograph(before)


def _is_tight(before: str, after: str) -> bool:
    """Whether no blank stands between two characters: one of them is Chinese."""
    return is_ideograph(before) or is_ideograph(after)
