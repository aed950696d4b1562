"""Act on safety reports: open one with its clock, mend it, report it, close it as no event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.clock import from_instant, to_instant
from repplan.policies.load import policy_of
from repplan.safety import queries, rules
from repplan.safety.model import HOURS, NOT_AN_EVENT, REPORTED
from repplan.store.write import change, insert

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from repplan.safety.model import SafetyReport
    from repplan.store.work import Work
    from repplan.store.write import Value


def open_report(
    work: Work,
    *,
    provider_id: str | None,
    product_id: str | None,
    visit_id: str | None,
    heard_at: str | None,
    what: str,
    age_band: str | None = None,
    sex: str | None = None,
) -> SafetyReport:
    """Return a new safety report, whose clock runs from when it was heard.

    ``heard_at`` is an instant; None: now. Raises: HeardLater, ClockSetBack.
    """
    if heard_at is None:
        check_clock(work)
    heard = from_instant(heard_at) if heard_at else work.clock.now
    identity, _ref = insert(
        work,
        "safety_report",
        {
            "provider_id": provider_id,
            "product_id": product_id,
            "visit_id": visit_id,
            **_clock(work, heard),
            "what": what,
            "age_band": age_band,
            "sex": sex,
        },
    )
    return queries.report(work.db, identity)


def check_clock(work: Work, refused: type[rules.ClockSetBack] = rules.ClockSetBack) -> None:
    """Raise ``refused`` where the machine's clock can't be counted from."""
    last = queries.last_written_at(work.db)
    rules.check_clock(work.clock.now, from_instant(last) if last else None, refused)


def edit_report(
    work: Work,
    report_id: str,
    cells: Mapping[str, Value],
    *,
    heard_at: str | None = None,
) -> SafetyReport:
    """Return the report with these cells; another ``heard_at`` gives less time, never more.

    Raises: Stands, NoEvent, HeardLater.
    """
    one = queries.report(work.db, report_id)
    rules.check_open(one)
    clock = _clock(work, from_instant(heard_at)) if heard_at else {}
    if clock:
        clock["due_at"] = min(str(clock["due_at"]), one.due_at)
    change(work, "safety_report", report_id, {**cells, **clock})
    return queries.report(work.db, report_id)


def report(
    work: Work, report_id: str, reference: str, *, at: datetime | None = None
) -> SafetyReport:
    """Return the report, reported under a number: from now on it stands. ``at`` None is now.

    Raises: Stands, NoEvent, ReportedBefore.
    """
    one = queries.report(work.db, report_id)
    rules.check_open(one)
    moment, now = at or work.clock.now, work.clock.now
    if to_instant(moment) < one.heard_at or moment > now:
        heard = from_instant(one.heard_at)
        raise rules.ReportedBefore(*(f"{it:%Y-%m-%d %H:%M}" for it in (heard, moment, now)))
    cells = {"state": REPORTED, "reference": reference, "reported_at": to_instant(moment)}
    change(work, "safety_report", report_id, cells)
    return queries.report(work.db, report_id)


def close_as_no_event(work: Work, report_id: str, why: str) -> SafetyReport:
    """Return the report, closed: it was no safety event. Raises: Stands, NoEvent."""
    rules.check_open(queries.report(work.db, report_id))
    change(work, "safety_report", report_id, {"state": NOT_AN_EVENT, "why": why})
    return queries.report(work.db, report_id)


def _clock(work: Work, heard: datetime) -> dict[str, Value]:
    """Return when it was heard and until when it is to be reported, as cells."""
    if to_instant(heard) > work.clock.instant:
        raise rules.HeardLater(f"{heard:%Y-%m-%d %H:%M}")
    hours = policy_of(work.db).number(HOURS)
    return {"heard_at": to_instant(heard), "due_at": to_instant(rules.due_after(heard, hours))}
