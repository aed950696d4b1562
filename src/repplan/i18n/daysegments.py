"""The day inside a segment of a note: at its end, or at its start.

At the end stands ``by|on|before DATE``, ``DATE前``, or a bare day that can hardly be another
word (``send it fri``, ``发资料 明天``; not ``sat``, ``12/15`` or ``2w``); a time of day may follow.
At the start stands ``by DATE``, ``周五前`` or a bare day, in Chinese also behind a subject
(``我周五前…``). A name wins over a day. A day that belongs to something else ("every friday",
"Friday's clinic", 明天的手术, 周一到周三) is text, as is one behind us where we look ahead.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from repplan.i18n.dayrules import compiled
from repplan.i18n.days import mended_day, parse_interval, read_day
from repplan.i18n.daywords import WEEKDAYS
from repplan.records import dataclass, replace
from repplan.text import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

    from repplan.i18n.daycontext import DayContext
    from repplan.i18n.days import Reading


@dataclass(frozen=True)
class FoundDay:
    """A day and the segment without it. ``said``: the words that named it, as typed."""

    on: date
    rest: str
    said: str


@dataclass(frozen=True)
class NearMissDay:
    """Words where a day should stand, that aren't one. ``meant``: what they may be, or empty.

    Two readings of a day stand in ``meant`` as two ISO dates parted by `` / ``. ``is_gone``: they
    are a day, but one gone by.
    """

    said: str
    meant: str
    is_gone: bool = False


Answer = FoundDay | NearMissDay | None


def day_in_segment(text: str, ctx: DayContext, *, names: Collection[str] = ()) -> Answer:
    """Return the day that a segment of a note names, None where it names none.

    A NearMissDay is what to ask about: a slip (firday), a day that doesn't exist (by 30 feb), or
    one that reads two ways (by 3/4), or has gone by (by yesterday). ``names``: people who may be
    spoken of; no word of theirs is read as a day.
    """
    segment = _Segment(text.strip().rstrip(" .,;!?。，；！？、"), ctx, names)
    whole = segment.judged(0, len(segment.text), is_led=True)
    if whole:
        return whole
    at_start, is_led = _at_start(segment)
    if at_start and is_led:
        return at_start
    return _at_end(segment) or _at_end_with_time(segment) or at_start


_LONGEST = 30  # "the day before yesterday" has 24 characters
_TITLE = r"(?i)\b(?:dr|prof|mr|mrs|ms|miss|nurse|sister)\.?\s+$"


@dataclass(frozen=True)
class _Segment:
    text: str
    ctx: DayContext
    names: Collection[str]

    def judged(self, start: int, end: int, *, is_led: bool, is_limit: bool = False) -> Answer:
        """Return what a stretch of the text names; ``rest`` is all that stands round it.

        ``is_led``: a "by" or 前 says that a day should stand here; ``is_limit``: it was 前.
        """
        said = self.text[start:end]
        reading = read_day(said, self.ctx)
        # A Chinese word one character off is a word as well: only 前 says that it was a day.
        may_slip = is_limit or said.isascii()
        meant = mended_day(said, self.ctx) if may_slip and not reading else ""
        reading = read_day(meant, self.ctx) if meant else reading
        if reading is None or not (is_led or reading.is_bare):
            return None
        if is_limit and parse_interval(said):  # 3天前 is three days ago
            return None
        if self._is_name(start, end, bool(meant)):
            return None
        if self._points_away(reading, is_led=is_led):
            is_end = self._ends_a_promise(start, end, is_limit=is_limit)
            return NearMissDay(said, "", is_gone=True) if is_end else None
        if meant or reading.on is None:
            return NearMissDay(said, meant)
        if reading.other:
            first, second = sorted((reading.on, reading.other))
            return NearMissDay(said, f"{first} / {second}")
        return FoundDay(reading.on, joined(self.text[:start], self.text[end:]), said)

    def _points_away(self, reading: Reading, *, is_led: bool) -> bool:
        """Say whether the day lies behind: "what he asked yesterday" is no promise's day."""
        if reading.on is None or reading.other or self.ctx.is_ahead(reading.on):
            return False
        return not (is_led and reading.is_dated)

    def _ends_a_promise(self, start: int, end: int, *, is_limit: bool) -> bool:
        """Say whether words at the end can only be a promise's day, though they look back."""
        before, said = self.text[:start], self.text[start:end]
        if not start or compiled(_AFTER_LIMIT).fullmatch(self.text, end) is None:
            return False
        # Nobody says in Chinese what was yesterday at the end: 单页 昨天.
        is_alone = not said.isascii() and before[-1:].isspace()
        # "the data dropped by yesterday" says what was done until then.
        is_due = compiled(_DUE).search(before) and not compiled(_WAS_DONE).search(before)
        return is_limit or is_alone or bool(is_due)

    def _is_name(self, start: int, end: int, is_slip: bool) -> bool:  # noqa: FBT001 - one caller
        """Say whether these words are someone's name, or part of one that goes on."""
        if compiled(_TITLE).search(self.text[:start]):
            return True
        words = set(fold(self.text[start:end]).split())
        lowered = self.text.casefold()
        for name in self.names:
            if is_slip and words & set(fold(name).split()):
                return True
            if name and name.casefold() in lowered:
                found = re.finditer(re.escape(name), self.text, re.IGNORECASE)
                if any(self._takes(match, start, end) for match in found):
                    return True
        return False

    def _takes(self, name: re.Match[str], start: int, end: int) -> bool:
        """Say whether a name found here takes the words: not the May of "May 15"."""
        if name.end() <= start or name.start() >= end:
            return False
        around = self.text[: name.start()][-1:] + self.text[name.end() :][:1]
        if name[0].isascii() and any(char.isalnum() for char in around):
            return False
        is_inside = start <= name.start() and name.end() <= end
        return not is_inside or name.span() == (start, end)


def joined(before: str, after: str) -> str:
    """Return what is left of a segment, one blank where the day stood."""
    before, after = before.rstrip(" ,，、;:：(（-–—@"), after.lstrip(" ,，、;:：)）-–—")
    is_spaced = before.isascii() or after.isascii()
    return before + (" " if before and after and is_spaced else "") + after


def _is_day(text: str, ctx: DayContext) -> bool:
    """Say whether the whole text is a day on its own, and no number or stretch."""
    reading = read_day(text, ctx)
    return reading is not None and (reading.is_bare or fold(text) in WEEKDAYS)


# --- at the end ---------------------------------------------------------------------------------

_LEAD_ZH = "(?:最晚|最迟|截止到?|赶在|在|于)"
_LEAD = rf"(?i)(?:\b(?:due(?: by| on)?|by|on|before)\s+|{_LEAD_ZH}\s*)$"
_DUE = r"(?i)(?:\b(?:due|due on|by)\s+|(?:最晚|最迟|截止到?|赶在)\s*)$"
_SOFT_LEAD = r"(?i)\b(?:for|at|to)\s+$"
_LIMIT = "(?:之前|以前|前)"
_AFTER_LIMIT = rf"\s*{_LIMIT}?[)）]?"
_WAS_DONE = (
    r"(?i)\b(?:was|were|had|been|\w+[^\We]ed|left|sent|made|done|given|gave|taken|took|seen|saw"
    r"|agreed|said|told|written|wrote|shown|got|gotten|brought|sold|lost|met|paid|held|kept|chosen)\b"
)
# What makes a day a habit or someone's: "every friday", "since monday", 每周三, 第15日.
_BARRED = (
    r"(?i)(?:\b(?:every|each|since|until|till?|from|of|a|an|the|his|their|my|our|your|no|not|per"
    r"|than|vs|like|last)\s+|[每逢隔单双从自第]\s*)$"
)
_BETWEEN_DAYS = r"(?i)\s*(?:[到至和或及与、/&]|[-~～–—]+|(?:to|and|or|thru|through)\s)\s*$"
_TIME = (
    r"(?:[0-9]{1,2}[:：][0-9]{2}(?:\s?[ap]m)?|[0-9]{1,2}(?:\.[0-9]{2})?\s?[ap]m|noon|(?:上午|早上"
    r"|中午|下午|晚上)?[0-9一二两三四五六七八九十]{1,2}[点时](?:半|一刻|[0-9]{1,2}分?)?)"
)
_TIME_AT_END = rf"(?i)[\s,，]*(?:\bat |@)?\s*({_TIME}{_LIMIT}?)$"
_INSIDE = frozenset("-/.'$+#<>=")
_NUMERALS = frozenset("0123456789一二三四五六七八九十廿卅")


def _at_end(segment: _Segment) -> Answer:
    text, end = segment.text, len(segment.text)
    if text.endswith((")", "）")):
        end = len(text[:-1].rstrip())
    limit = compiled(rf"\s*{_LIMIT}$").search(text[:end])
    stops = ((limit.start(), True), (end, False)) if limit else ((end, False),)
    for stop, is_limit in stops:
        for start in _starts(text, stop):
            lead = compiled(_LEAD).search(text[:start])
            is_led = bool(lead) or is_limit
            found = segment.judged(start, stop, is_led=is_led, is_limit=is_limit)
            if found is None:
                continue
            if not is_led and _is_barred(text[:start], found.said, segment.ctx):
                return None
            soft = lead or compiled(_SOFT_LEAD).search(text[:start])
            before = text[: soft.start()] if soft else text[:start]
            return replace(found, rest=joined(before, "")) if isinstance(found, FoundDay) else found
    return None


def _starts(text: str, end: int) -> Iterator[int]:
    """Yield where a day that ends here could begin, the longest first."""
    for start in range(max(0, end - _LONGEST), end):
        char, before = text[start], text[:start][-1:]
        if char.isspace() or char in ",，、;:：)）":
            continue
        if char in _NUMERALS and before in _NUMERALS:
            continue
        is_inside = before in _INSIDE or (before.isascii() and before.isalnum())
        if char.isascii() and is_inside:
            continue
        yield start


def _is_barred(before: str, said: str, ctx: DayContext) -> bool:
    """Say whether what stands before a bare day makes it something else than the segment's day."""
    if said.endswith(("号", "日")) and len(said) < 4 and before[-1:].strip(" ,，、:：(（"):
        return compiled("[0-9一二三四五六七八九十]").match(said) is not None  # 住院楼3号
    if compiled(_BARRED).search(before):
        return True
    between = compiled(_BETWEEN_DAYS).search(before)
    if between is None:
        return False
    end = between.start()
    return any(_is_day(before[start:end], ctx) for start in _starts(before, end))


def _at_end_with_time(segment: _Segment) -> Answer:
    """Return a day that only a time of day follows; the time stays in the rest."""
    time = compiled(_TIME_AT_END).search(segment.text)
    if time is None or not time.start():
        return None
    found = _at_end(replace(segment, text=segment.text[: time.start()]))
    if isinstance(found, FoundDay):
        return replace(found, rest=joined(found.rest, segment.text[time.start(1) :]))
    return found


# --- at the start -------------------------------------------------------------------------------

_SUBJECT = "(?:我们|咱们|他们|她们|对方|我|他|她)?"
_WILL = "(?:会|将|要|得|说|就){0,2}"
_START_LEAD = rf"(?i)(?:(?:due(?: by| on)?|by|on|before)\s+|{_LEAD_ZH}\s*)?"
_LIMIT_AFTER = rf"\s*{_LIMIT}(?![面台列路言])"
_BETWEEN_AFTER = r"(?i)\s*(?:[到至和或及与、/&]|[-~～–—]+|(?:to|and|or|thru|through)\s)?\s*"
_ROOMS = "楼病床诊门厅线文房室院馆桌柜台的"
_TITLE_ZH = "(?:副?主任|医生|大夫|护士长|护士|药师|教授|老师|院长|科长)?"
# "friday send the table" is a day, "friday clinic list" is a clinic.
_DOING = (
    r"\s+(?:ask|book|bring|call|check|come|confirm|deliver|do|drop|e-?mail|follow|get|give|hand"
    r"|i(?:['’]ll)?|mail|meet|order|print|see|send|set|share|show|talk|text|visit|we(?:['’]ll)?"
    r"|will)\b"
)
_PARTED = r"\s*[,:，：、]|\s+[-–—]+\s"


def _at_start(segment: _Segment) -> tuple[Answer, bool]:
    """Return the day that the segment begins with, and whether a "by" or 前 says so."""
    text = segment.text
    subject = _subject(segment)
    lead = compiled(_START_LEAD).match(text, subject)
    start = lead.end() if lead else subject
    for end in range(min(len(text), start + _LONGEST), start, -1):
        if not _ends_here(text, end):
            continue
        limit = compiled(_LIMIT_AFTER).match(text, end)
        is_led = start > subject or limit is not None
        found = segment.judged(start, end, is_led=is_led, is_limit=limit is not None)
        if found is None:
            continue
        after = text[limit.end() if limit else end :]
        if limit is None and not _may_open(found.said, after, segment.ctx, is_led=is_led):
            return None, False
        if isinstance(found, FoundDay):
            found = replace(found, rest=joined(text[:subject], after))
        return found, is_led
    return None, False


def _subject(segment: _Segment) -> int:
    """Return where the subject before a day ends: 我, 他会, or a known Chinese name."""
    text = segment.text
    named = [name for name in segment.names if not name.isascii() and text.startswith(name)]
    pattern = _SUBJECT
    if named:
        pattern = re.escape(max(named, key=len)) + _TITLE_ZH
    match = re.match(pattern + _WILL, text)
    return match.end() if match else 0


def _ends_here(text: str, end: int) -> bool:
    """Say whether a day at the start could end here, not inside a word or number."""
    last, after = text[end - 1], text[end : end + 1]
    if last.isspace() or last in ",:;，、：；!?":
        return False
    if not after:
        return True
    if after in "'’%/":
        return False
    follows = text[end : end + 2]
    if last.isdigit() and (after in "点时月年" or compiled(r"[-:：.][0-9]").match(follows)):
        return False
    if after == "-" and follows[1:].strip():
        return False
    return not (last.isascii() and after.isascii() and last.isalnum() and after.isalnum())


def _may_open(said: str, after: str, ctx: DayContext, *, is_led: bool) -> bool:
    """Say whether a day that begins a segment is its day, by what follows it."""
    rest = compiled(_BETWEEN_AFTER).sub("", after, count=1)
    ends = (end for end in range(1, len(rest[:14]) + 1) if _ends_here(rest, end))
    if any(_is_day(rest[:end], ctx) for end in ends):  # one of two days: "周一到周三"
        return False
    if not said.isascii():
        return not after.lstrip().startswith(tuple(_ROOMS))
    if is_led or said.casefold() not in WEEKDAYS or len(said) < 6:
        return True
    return compiled(f"(?i:{_PARTED}|{_DOING})").match(after) is not None
