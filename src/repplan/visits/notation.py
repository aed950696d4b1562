"""Marked notes: what a rep types after a visit, taken apart by segment.

The grammar is the same in every way of logging. Nothing is lost and nothing is guessed: a mark
that can't be read leaves its text as it was said, and what may have been meant becomes an ``Ask``
whose options are segments in the grammar itself, so that a yes is read like anything typed.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from repplan.errors import BadDay, BadTime, UnclearDay
from repplan.i18n.dates import (
    DayContext,
    Direction,
    FoundDay,
    NearMissDay,
    day_in_segment,
    parse_interval,
    parse_moment,
)
from repplan.records import dataclass, replace
from repplan.visits.hints import looks_like
from repplan.visits.leadins import without_lead_in
from repplan.visits.marks import Mark, Marked, bare_mark, marked, pieces, plain, tidy, unescaped
from repplan.visits.verdicts import (
    nearest_products,
    objection_kind,
    objection_said,
    product_said,
    result_said,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date, time

__all__ = ["Ask", "AskKind", "Mark", "Note", "Segment", "read_note"]


class AskKind(StrEnum):
    """Why a segment is asked about."""

    DAY = "day"  # a near miss, or a date that reads two ways
    PROMISE = "promise"  # unmarked, and looks like one of ours
    THEY = "they"  # the same, of theirs
    QUESTION = "question"  # the same, a question we owe an answer
    KEPT = "kept"  # the same, a promise that was kept
    PRODUCT = "product"  # a product that isn't known
    RESULT = "result"  # an objective's result without met, partly or missed
    NEXT = "next"  # a day for the next visit, not marked as one
    SETTLES = "settles"  # what it closes isn't clear, or isn't there
    OUTCOME = "outcome"  # the note begins as one of a visit that didn't come about
    PERSONAL = "personal"  # what no personal note may hold, or whose isn't known
    SAMPLE = "sample"  # which product, how many or which lot was left isn't clear
    MARKED = "marked"  # a word mark without its colon, and what fits it
    IDENTITY = "identity"  # it tells who a patient is: masked, or not kept
    BARRED = "barred"  # a rule warns of it: it is kept for a reason
    SAFETY = "safety"  # what may have to be reported
    INQUIRY = "inquiry"  # a question that only medical affairs may answer


@dataclass(frozen=True)
class Segment:
    """One segment of a note. ``text`` is without its mark and day, ``raw`` as it was typed.

    ``on``: the day of a promise, theirs, a question or the next visit; None where none was said.
    ``at``: the time of the next visit. ``product``: the known product, and ``text`` what was said
    about it. ``result``: met, partly or missed, and ``text`` why. ``objection_kind``: clinical,
    financial, logistical, or None where the words don't tell; ``answer``: what was said to it (empty:
    the approved answer), and ``has_landed`` whether that came over, each None where it wasn't noted.
    """

    mark: Mark
    text: str
    raw: str
    on: date | None = None
    at: time | None = None
    product: str | None = None
    reaction: str | None = None
    result: str | None = None
    objection_kind: str | None = None
    answer: str | None = None
    has_landed: bool | None = None


@dataclass(frozen=True)
class Ask:
    """A segment (as typed) that is unclear. ``options``: what it may mean, as segments to read.

    ``reading`` shows the options; both are empty where nothing can be offered. ``picks`` are the
    open records (their ids) that the options are, where a record is asked for. ``said`` are the words
    that are no day, ``is_gone``: they are one gone by.
    """

    segment: str
    reading: str
    kind: AskKind
    options: tuple[str, ...] = ()
    picks: tuple[str, ...] = ()
    said: str = ""
    is_gone: bool = False


@dataclass(frozen=True)
class Note:
    """A whole note: its segments in order, and what is unclear about them."""

    segments: tuple[Segment, ...]
    asks: tuple[Ask, ...]


def read_note(
    text: str,
    ctx: DayContext,
    *,
    products: Sequence[str] = (),
    names: Collection[str] = (),
    is_no_see: bool = False,
) -> Note:
    """Return the segments of a note and what is to be asked; nothing blank gives a segment.

    ``names``: people who may be spoken of, so that none of them is read as a day. ``is_no_see``:
    nobody was met, and an unmarked weekday is offered as the next try. Days look forward.
    """
    reader = _Reader(replace(ctx, direction=Direction.FORWARD), tuple(products), names, is_no_see)
    segments: list[Segment] = []
    asks: dict[tuple[str, AskKind], Ask] = {}
    for piece in pieces(tidy(text)):
        segment, ask = reader.read(piece)
        if segment:
            segments.append(segment)
        if ask:
            asks.setdefault((ask.segment, ask.kind), ask)
    return Note(tuple(segments), tuple(asks.values()))


_Read = tuple[Segment | None, Ask | None]

_DATED = (Mark.PROMISE, Mark.THEY, Mark.ASKED)

_HINTS = {
    Mark.PROMISE: (AskKind.PROMISE, "> "),
    Mark.THEY: (AskKind.THEY, "< "),
    Mark.ASKED: (AskKind.QUESTION, "? "),
    Mark.DONE: (AskKind.KEPT, "d: "),
}


@dataclass(frozen=True)
class _Reader:
    """What one note is read against."""

    ctx: DayContext
    products: tuple[str, ...]
    names: Collection[str]
    is_no_see: bool

    def read(self, piece: str) -> _Read:
        """Return the segment of a typed piece, None for a mark without text, and what to ask."""
        said = marked(piece)
        text = _text(said.rest)
        if not text:
            return None, None
        segment = Segment(said.mark, text, piece)
        if said.mark is Mark.SAID:
            return self._unmarked(segment, said)
        if said.mark is Mark.PRODUCT:
            return self._product(segment, said)
        if said.mark is Mark.NEXT:
            return self._next(segment, said)
        if said.mark is Mark.RESULT:
            return _result(segment)
        if said.mark is Mark.OBJECTION:
            return _objection(segment), None
        if said.mark in _DATED:
            return self._dated(segment, said)
        return segment, None

    def _dated(self, segment: Segment, said: Marked) -> _Read:
        found = day_in_segment(segment.text, self.ctx, names=self.names)
        if isinstance(found, FoundDay):
            return replace(segment, text=found.rest.strip() or segment.text, on=found.on), None
        if found is None:
            return segment, None
        return segment, _ask_day(segment, _lead(said), found)

    def _unmarked(self, segment: Segment, said: Marked) -> _Read:
        if said.rest[:1] and plain(said.rest[:1]) == "~":
            moment = self._moment(_text(said.rest[1:]))
            if isinstance(moment, tuple):  # ~2w: by the grammar text, and surely meant
                return segment, _ask(segment, AskKind.NEXT, f"~ {_text(said.rest[1:])}")
        if self.is_no_see and (weekday := _weekday().search(segment.text)):
            return segment, _ask(segment, AskKind.NEXT, f"~ {weekday[0]}")
        mark = looks_like(segment.text)
        if mark in (Mark.PROMISE, Mark.THEY, Mark.ASKED, Mark.DONE):
            kind, lead = _HINTS[mark]
            return segment, _ask(
                segment, kind, lead + _escaped(without_lead_in(segment.text, mark))
            )
        return segment, self._without_colon(segment)

    def _without_colon(self, segment: Segment) -> Ask | None:
        """Return the question about a word mark that lacks its colon, None where nothing fits."""
        said = bare_mark(segment.text)
        if said is None:
            return None
        rest = said.rest
        if said.mark is Mark.NEXT and isinstance(self._moment(rest), tuple):
            whole = isinstance(self._moment(segment.text), tuple)
            return _ask(segment, AskKind.NEXT, f"~ {segment.text if whole else rest}")
        fits = (
            (said.mark is Mark.PRODUCT and product_said(rest, self.products))
            or (said.mark is Mark.SAMPLE and product_said(rest, self.products))
            or (said.mark is Mark.RESULT and result_said(rest.split()[0])[0])
            or (said.mark is Mark.OBJECTION and objection_kind(rest))
            or (said.mark in _DATED and (not said.sign.isascii() or self._has_day(rest)))
        )
        return _ask(segment, AskKind.MARKED, f"{said.sign}: {_escaped(rest)}") if fits else None

    def _has_day(self, text: str) -> bool:
        return isinstance(day_in_segment(text, self.ctx, names=self.names), FoundDay)

    def _product(self, segment: Segment, said: Marked) -> _Read:
        found = product_said(segment.text, self.products)
        if found:
            said_of_it = replace(segment, product=found.product, reaction=found.reaction)
            return replace(said_of_it, text=found.remark), None
        near, rest = nearest_products(segment.text, self.products)
        kept = _as_said(segment, said)
        if near or said.is_word:
            options = [f"# {name} {_escaped(rest)}".rstrip() for name in near]
            return kept, _ask(segment, AskKind.PRODUCT, *options)
        return self._unmarked(kept, Marked(Mark.SAID, segment.raw))

    def _next(self, segment: Segment, said: Marked) -> _Read:
        moment = self._moment(segment.text)
        if isinstance(moment, tuple) and moment[0] < self.ctx.today:
            moment = NearMissDay(segment.text, "", is_gone=True)
        if isinstance(moment, tuple):
            on, at = moment
            return replace(segment, on=on, at=at), None
        if moment is None:
            moment = self._no_moment(segment.text)
        if moment:
            kept = segment if said.is_word else _as_said(segment, said)
            return kept, _ask_day(segment, _lead(said), moment)
        if said.is_word:
            return self._dated(segment, said)
        return self._unmarked(_as_said(segment, said), Marked(Mark.SAID, segment.raw))

    def _no_moment(self, text: str) -> NearMissDay | None:
        """Return the day that a text names and that doesn't exist: feb 30; None: it is text."""
        found = day_in_segment(text, self.ctx)
        if not isinstance(found, NearMissDay) or found.meant or not text.startswith(found.said):
            return None
        return found

    def _moment(self, text: str) -> tuple[date, time | None] | NearMissDay | None:
        """Return what the whole text means as a day or interval, None where it is text."""
        try:
            interval = parse_interval(text)
            if interval:
                return interval.after(self.ctx.today), None
            return parse_moment(text, self.ctx)
        except BadDay as problem:
            return NearMissDay(text, problem.meant) if problem.meant else None
        except UnclearDay as problem:
            return NearMissDay(text, f"{problem.first} / {problem.second}")
        except (BadTime, ValueError, OverflowError):  # the last two: beyond the calendar
            return None


def _objection(segment: Segment) -> Segment:
    found = objection_said(segment.text)
    return replace(
        segment,
        text=found.said,
        objection_kind=objection_kind(found.said),
        answer=found.answer,
        has_landed=found.has_landed,
    )


def _result(segment: Segment) -> _Read:
    result, why = result_said(segment.text)
    if result:
        return replace(segment, result=result, text=why), None
    options = [f"r: {word} {_escaped(segment.text)}" for word in ("met", "partly", "missed")]
    return segment, _ask(segment, AskKind.RESULT, *options)


def _as_said(segment: Segment, said: Marked) -> Segment:
    """Return the segment as unmarked text, with the sign that turned out to be no mark."""
    colon = ": " if said.is_word else " " if segment.raw.startswith((said.sign + " ",)) else ""
    return replace(segment, mark=Mark.SAID, text=f"{said.sign}{colon}{segment.text}")


def _ask(segment: Segment, kind: AskKind, *options: str) -> Ask:
    return Ask(segment.raw, " / ".join(options), kind, options)


def _ask_day(segment: Segment, lead: str, miss: NearMissDay) -> Ask:
    """Return the question about a day: the segment again, with what may have been meant."""
    before, _, after = segment.text.rpartition(miss.said)
    meant = [day for day in miss.meant.split(" / ") if day]
    asked = _ask(segment, AskKind.DAY, *(lead + _escaped(f"{before}{day}{after}") for day in meant))
    return replace(asked, said=miss.said, is_gone=miss.is_gone)


def _lead(said: Marked) -> str:
    return f"{said.sign}: " if said.is_word else f"{said.sign} "


def _text(typed: str) -> str:
    return unescaped(typed).strip()


def _escaped(text: str) -> str:
    return re.sub("([;；])", r"\\\1", text)


@cache
def _weekday() -> re.Pattern[str]:
    english = "mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    chinese = "(?:下个?|这|本)?(?:周|星期|礼拜)[一二三四五六日天]"
    return re.compile(rf"\b(?:next )?(?:{english})\b|{chinese}", re.IGNORECASE)
