"""What the rules find in a log: what is asked, and what is refused.

Nothing is labelled by itself: only a yes opens a report or an inquiry.
"""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.records import replace
from repplan.screening.likeness import WORDING
from repplan.screening.model import ASK, BARRED, BLOCK, IDENTITY, OFFLABEL, SAFETY, WARN
from repplan.screening.naming import rule_words
from repplan.screening.queries import screener, uses_of
from repplan.screening.refusals import of_action, refusal
from repplan.screening.rules import masked
from repplan.text import fold
from repplan.visits.marks import Mark
from repplan.visits.model import Found
from repplan.visits.notation import Ask, AskKind

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Sequence

    from repplan.screening.model import Hit
    from repplan.visits.model import VisitDraft, VisitRequest
    from repplan.visits.notation import Segment

    Screen = Callable[[str], tuple[Hit, ...]]

_QUESTIONS = frozenset({Mark.ASKED, Mark.SAID})
"""What a provider asked stands in one of these."""

_KEPT_OUT = frozenset({IDENTITY, BARRED})
"""Labels of what isn't kept as it is: found in a segment as typed, to be masked there."""

_TOPICS = frozenset({Mark.CARES, Mark.OBJECTION})
"""Segments that name a worry, though it be one word."""


def without_patients(db: sqlite3.Connection, request: VisitRequest) -> VisitRequest:
    """Return the request with every patient masked, where that was agreed; else as it is."""
    if not request.is_masked:
        return request
    screen = screener(db)

    def hidden(text: str) -> str:
        return masked(text, [hit for hit in screen(text) if hit.label == IDENTITY])

    typed = hidden(request.typed) if request.typed is not None else None
    # What was answered about a segment before it was masked is about the masked one.
    return replace(
        request,
        text=hidden(request.text),
        typed=typed,
        kept=request.kept | {(hidden(raw), kind) for raw, kind in request.kept},
        reports=tuple(hidden(raw) for raw in request.reports),
        medical=tuple(hidden(raw) for raw in request.medical),
    )


def found_in(
    db: sqlite3.Connection, request: VisitRequest, segments: Sequence[Segment]
) -> tuple[Found, ...]:
    """Return what the rules find in each segment, and in the whole of what was said."""
    screen = _labelled(db, screener(db))
    whole = screen(request.text)
    is_kept_out = any(hit.label in _KEPT_OUT for hit in whole)
    found: dict[tuple[str, str, str], Found] = {}
    for segment in segments:
        # A marked question is one though it bears no question mark; a mark is no word.
        text = segment.text.rstrip("?？") + "?" if segment.mark is Mark.ASKED else segment.text
        hits = [hit for hit in screen(text) if hit.label not in _KEPT_OUT]
        hits += (
            [hit for hit in screen(segment.raw) if hit.label in _KEPT_OUT] if is_kept_out else []
        )
        for hit in hits:
            found.setdefault((segment.raw, hit.rule, hit.words), Found(segment.raw, hit))
    there = {(one.hit.label, one.hit.words) for one in found.values()}
    found = {key: one for key, one in found.items() if not _is_topic(one, segments)}
    for hit in whole:
        # What is told over several segments; how those read together says nothing.
        if (hit.label, hit.words) not in there and not hit.rule.endswith(WORDING):
            raws = [one.raw for one in segments if hit.words in one.raw]
            raw = raws[0] if raws else segments[0].raw if segments else ""
            found.setdefault((raw, hit.rule, hit.words), Found(raw, hit))
    because = of_action(screen(request.because), BLOCK) if request.because else []
    return (*found.values(), *(Found("", hit) for hit in because))


def _is_topic(one: Found, segments: Sequence[Segment]) -> bool:
    """Whether a symptom alone is what somebody cares about or objects: nobody had it."""
    return one.hit.label == SAFETY and any(
        it.raw == one.segment and it.mark in _TOPICS and fold(it.text) == fold(one.hit.words)
        for it in segments
    )


def _labelled(db: sqlite3.Connection, screen: Screen) -> Screen:
    """Return what screens a text; with no indication on record nothing is outside of one."""

    def screened(text: str) -> tuple[Hit, ...]:
        hits = screen(text)
        if not any(hit.label == OFFLABEL for hit in hits):
            return hits
        has_label = any(use.indications for use in uses_of(db))
        return tuple(hit for hit in hits if has_label or hit.label != OFFLABEL)

    return screened


def identity_asks(found: Iterable[Found], request: VisitRequest) -> list[Ask]:
    """Return what is asked before a text is read on: whether a patient is masked."""
    if request.is_masked:
        return []
    asks = {}
    for one in found:
        if one.hit.label == IDENTITY and one.hit.action == BLOCK and one.segment:
            hits = [it.hit for it in found if it.segment == one.segment]
            hidden = masked(one.segment, [hit for hit in hits if hit.label == IDENTITY])
            asks[one.segment] = Ask(one.segment, hidden, AskKind.IDENTITY)
    return list(asks.values())


def safety_asks(found: Iterable[Found], request: VisitRequest) -> list[Ask]:
    """Return what is asked before anything else: whether something must be reported."""
    asks: dict[str, Ask] = {}
    for one in found:
        if one.hit.label == SAFETY and one.hit.action == ASK:
            asks.setdefault(one.segment, Ask(one.segment, one.hit.words, AskKind.SAFETY))
    return [ask for raw, ask in asks.items() if (raw, AskKind.SAFETY) not in request.kept]


def screening_asks(
    found: Iterable[Found], request: VisitRequest, segments: Sequence[Segment]
) -> list[Ask]:
    """Return what is asked last: why it is kept, what is for medical affairs."""
    every = tuple(found)
    asks = {}
    if not request.because:
        for one in every:
            if one.hit.action == WARN:
                reading = _(rule_words(one.hit))
                asks[(one.segment, AskKind.BARRED)] = Ask(one.segment, reading, AskKind.BARRED)
    marks = {segment.raw: segment.mark for segment in segments}
    kind = AskKind.INQUIRY
    for one in every:
        is_asked = one.hit.label == OFFLABEL and one.hit.action == ASK
        if is_asked and marks.get(one.segment) in _QUESTIONS and request.provider_ids:
            asks.setdefault((one.segment, kind), Ask(one.segment, one.hit.words, kind))
    return [ask for key, ask in asks.items() if key not in request.kept]


def refuse_screened(draft: VisitDraft, *, may_ask: bool) -> None:
    """Raise what a rule refuses: whatever is asked, or where there is nobody to ask.

    Raises: PatientRefused, TextRefused, ReasonNeeded.
    """
    hits = [one.hit for one in draft.found]
    blocked = of_action(hits, BLOCK)
    if may_ask:
        # Who a patient is can be masked; the reason for another rule can't.
        blocked = [hit for hit in blocked if hit.label != IDENTITY]
        blocked += [one.hit for one in draft.found if one.hit.action == BLOCK and not one.segment]
    if blocked:
        raise refusal(blocked, BLOCK)
    warned = of_action(hits, WARN)
    if warned and not draft.request.because and not may_ask:
        raise refusal(warned, WARN)
