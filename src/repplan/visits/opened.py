"""What a log opens beside the visit: reports, inquiries, reasons. Loaded where there is some."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.clock import to_instant
from repplan.config import read_settings
from repplan.followups.medical import ask_medical
from repplan.safety.actions import check_clock, open_report
from repplan.safety.rules import ClockSetBackInLog, heard_moment
from repplan.screening.actions import override
from repplan.screening.model import IDENTITY, WARN
from repplan.screening.queries import screener, uses_of
from repplan.screening.refusals import of_action
from repplan.screening.rules import masked
from repplan.store.refs import short_ref
from repplan.text import fold, is_ideograph
from repplan.visits import queries
from repplan.visits.marks import FOLLOWUPS, Mark, marked
from repplan.visits.model import Opened
from repplan.visits.notation import Segment

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from repplan.store.work import Work
    from repplan.visits.model import VisitDraft
    from repplan.visits.screened import Screen


def keep_screened(
    work: Work, draft: VisitDraft, visit_id: str, followup_ids: Sequence[str]
) -> tuple[tuple[Opened, ...], tuple[Opened, ...]]:
    """Write what was said yes to, and what was kept for a reason; return reports and inquiries.

    ``followup_ids`` are the promises and questions of the visit, in the order of their segments.
    What was said yes to never vanishes: where another answer changed its segment, the words that
    were asked about are kept.
    """
    request = draft.request
    if request.because:
        for hit in of_action([one.hit for one in draft.found], WARN):
            override(work, hit.rule, "visit", visit_id, request.because)
    segments = {one.raw: one for one in draft.note.segments}
    reports = tuple(
        _report(work, draft, segments.get(raw) or _alone(raw), visit_id) for raw in request.reports
    )
    owed = [one.raw for one in draft.note.segments if one.mark in FOLLOWUPS]
    questions = dict(zip(owed, followup_ids, strict=True))
    asked = tuple(
        _inquiry(work, draft, segments.get(raw) or _alone(raw), visit_id, questions.get(raw))
        for raw in request.medical
    )
    return reports, asked


def _alone(raw: str) -> Segment:
    """Return words that are no segment of the note any more."""
    return Segment(Mark.SAID, marked(raw).rest, raw)


def _report(work: Work, draft: VisitDraft, segment: Segment, visit_id: str) -> Opened:
    people = queries.visited(work.db, draft.request.provider_ids)
    screen = screener(work.db)
    one = open_report(
        work,
        provider_id=people[0] if people else None,
        product_id=_product_of(work.db, draft, segment),
        visit_id=visit_id,
        heard_at=_heard_at(work, draft),
        what=_hidden(segment.text, screen),
    )
    return Opened(one.ref, short_ref(work.db, "safety_report", one.ref), one.due_at)


def _inquiry(
    work: Work, draft: VisitDraft, segment: Segment, visit_id: str, followup_id: str | None
) -> Opened:
    request = draft.request
    people = queries.visited(work.db, request.provider_ids) or list(request.provider_ids)
    one = ask_medical(
        work,
        provider_id=people[0],
        question=_hidden(segment.text, screener(work.db)),
        product_id=_product_of(work.db, draft, segment),
        visit_id=visit_id,
        followup_id=followup_id,
        asked_on=request.on,
    )
    return Opened(one.ref, short_ref(work.db, "inquiry", one.ref))


def _heard_at(work: Work, draft: VisitDraft) -> str | None:
    """Return when it was heard: as the visit began, else as its day's work did; never after now.

    Raises: ClockSetBackInLog where that is counted from a clock that can't be right.
    """
    request = draft.request
    if request.at is None and request.on == work.today:
        check_clock(work, ClockSetBackInLog)
    if draft.start_at is not None:
        return min(draft.start_at, work.clock.instant)
    opens = read_settings(work.db).hours[0]
    return to_instant(heard_moment(request.on, None, opens, work.clock.now))


def _product_of(db: sqlite3.Connection, draft: VisitDraft, segment: Segment) -> str | None:
    """Return the product that a segment names, else the only one that was talked about."""
    text = fold(f"{segment.product or ''} {segment.text}")
    named = [
        use.name for use in uses_of(db) if any(_is_named(fold(name), text) for name in use.names)
    ]
    if len(named) == 1:
        row = db.execute("SELECT id FROM product WHERE name = ?", (named[0],)).fetchone()
        return str(row[0])
    talked = {product_id for product_id, _reaction, _said in draft.products}
    return talked.pop() if len(talked) == 1 and not named else None


def _is_named(name: str, text: str) -> bool:
    """Whether a name stands in a text as a word of its own; Chinese has no blanks round words."""
    at = text.find(name) if name else -1
    while at >= 0:
        end = at + len(name)
        is_begun = at == 0 or not _goes_on(text[at - 1], name[0])
        if is_begun and (end == len(text) or not _goes_on(name[-1], text[end])):
            return True
        at = text.find(name, at + 1)
    return False


def _goes_on(one: str, other: str) -> bool:
    """Whether two letters side by side are of one word."""
    return all(char.isalnum() and not is_ideograph(char) for char in (one, other))


def _hidden(text: str, screen: Screen) -> str:
    """Return the words as a report may hold them: no patient in them, whatever the policy says."""
    return masked(text, [hit for hit in screen(text) if hit.label == IDENTITY])
