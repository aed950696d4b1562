"""What a log opens beside the visit: reports, inquiries, reasons. Loaded where there is some."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.clock import to_instant
from repplan.config import read_settings
from repplan.followups.medical import ask_medical
from repplan.safety.actions import open_report
from repplan.safety.rules import heard_moment
from repplan.screening.actions import override
from repplan.screening.model import IDENTITY, WARN
from repplan.screening.queries import screener, uses_of
from repplan.screening.refusals import of_action
from repplan.screening.rules import masked
from repplan.store.refs import short_ref
from repplan.text import fold
from repplan.visits import queries
from repplan.visits.model import FOLLOWUPS, Opened

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from repplan.store.work import Work
    from repplan.visits.model import VisitDraft
    from repplan.visits.notation import Segment
    from repplan.visits.screened import Screen


def keep_screened(
    work: Work, draft: VisitDraft, visit_id: str, followup_ids: Sequence[str]
) -> tuple[tuple[Opened, ...], tuple[Opened, ...]]:
    """Write what was said yes to, and what was kept for a reason; return reports and inquiries.

    ``followup_ids`` are the promises and questions of the visit, in the order of their segments.
    """
    request = draft.request
    if request.because:
        for hit in of_action([one.hit for one in draft.found], WARN):
            override(work, hit, "visit", visit_id, request.because)
    segments = {one.raw: one for one in draft.note.segments}
    reports = tuple(
        _report(work, draft, segments[raw], visit_id) for raw in request.reports if raw in segments
    )
    owed = [one.raw for one in draft.note.segments if one.mark in FOLLOWUPS]
    questions = dict(zip(owed, followup_ids, strict=True))
    asked = tuple(
        _inquiry(work, draft, segments[raw], visit_id, questions[raw])
        for raw in request.medical
        if raw in segments and raw in questions
    )
    return reports, asked


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
    work: Work, draft: VisitDraft, segment: Segment, visit_id: str, followup_id: str
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
    """Return when it was heard: as the visit began, never after now; None: now."""
    now = work.clock.instant
    if draft.start_at is not None:
        return draft.start_at if draft.start_at < now else None
    on = draft.request.on
    if on == work.today:
        return None
    opens = read_settings(work.db).hours[0]
    return to_instant(heard_moment(on, None, opens, work.clock.now))


def _product_of(db: sqlite3.Connection, draft: VisitDraft, segment: Segment) -> str | None:
    """Return the product that a segment names, else the only one that was talked about."""
    text = fold(f"{segment.product or ''} {segment.text}")
    named = [
        use.name for use in uses_of(db) if any(fold(name) in text for name in use.names if name)
    ]
    if len(named) == 1:
        row = db.execute("SELECT id FROM product WHERE name = ?", (named[0],)).fetchone()
        return str(row[0])
    talked = {product_id for product_id, _reaction, _said in draft.products}
    return talked.pop() if len(talked) == 1 and not named else None


def _hidden(text: str, screen: Screen) -> str:
    """Return the words as a report may hold them: no patient in them, whatever the policy says."""
    return masked(text, [hit for hit in screen(text) if hit.label == IDENTITY])
