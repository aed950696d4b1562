"""Act on inquiries: ask, mend before it is sent, send, answer, hand over, withdraw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.clock import from_instant
from repplan.inquiries import queries, rules
from repplan.inquiries.model import ANSWERED, HANDED, SENT, WITHDRAWN
from repplan.store.write import change, insert

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from repplan.inquiries.model import Inquiry
    from repplan.store.work import Work
    from repplan.store.write import Value


def ask(  # noqa: PLR0913 - one parameter for each thing that an inquiry says
    work: Work,
    *,
    provider_id: str,
    question: str,
    product_id: str | None = None,
    visit_id: str | None = None,
    followup_id: str | None = None,
    is_unsolicited: bool = True,
    answer_by: str | None = None,
    routed_to: str | None = None,
    asked_on: date | None = None,
) -> Inquiry:
    """Return a new inquiry, the question verbatim. ``asked_on`` None is today."""
    identity, _ref = insert(
        work,
        "inquiry",
        {
            "provider_id": provider_id,
            "product_id": product_id,
            "visit_id": visit_id,
            "followup_id": followup_id,
            "question": question,
            "is_unsolicited": int(is_unsolicited),
            "answer_by": answer_by,
            "routed_to": routed_to,
            "asked_on": (asked_on or work.today).isoformat(),
        },
    )
    return queries.inquiry(work.db, identity)


def edit_inquiry(work: Work, inquiry_id: str, cells: Mapping[str, Value]) -> Inquiry:
    """Return the inquiry with these cells. Raises: Locked (it was sent), InquiryClosed."""
    check_unlocked(queries.inquiry(work.db, inquiry_id))
    change(work, "inquiry", inquiry_id, cells)
    return queries.inquiry(work.db, inquiry_id)


def send(work: Work, inquiry_id: str) -> Inquiry:
    """Return the inquiry, sent now and locked from now on. Raises: Locked, InquiryClosed."""
    check_unlocked(queries.inquiry(work.db, inquiry_id))
    change(work, "inquiry", inquiry_id, {"state": SENT, "sent_at": work.clock.instant})
    return queries.inquiry(work.db, inquiry_id)


def answer(work: Work, inquiry_id: str, text: str) -> Inquiry:
    """Return the inquiry with what medical affairs said. Raises: NotSent, InquiryClosed."""
    rules.check_sent(queries.inquiry(work.db, inquiry_id))
    cells = {"state": ANSWERED, "answered_on": work.today.isoformat(), "answer": text}
    change(work, "inquiry", inquiry_id, cells)
    return queries.inquiry(work.db, inquiry_id)


def hand(work: Work, inquiry_id: str, *, on: date | None = None) -> Inquiry:
    """Return the inquiry, its answer handed over. Raises: NotAnswered, InquiryClosed."""
    rules.check_answered(queries.inquiry(work.db, inquiry_id))
    day = (on or work.today).isoformat()
    change(work, "inquiry", inquiry_id, {"state": HANDED, "handed_on": day})
    return queries.inquiry(work.db, inquiry_id)


def withdraw(work: Work, inquiry_id: str, why: str) -> Inquiry:
    """Return the inquiry, no longer wanted. Raises: InquiryClosed."""
    rules.check_waiting(queries.inquiry(work.db, inquiry_id))
    change(work, "inquiry", inquiry_id, {"state": WITHDRAWN, "why": why})
    return queries.inquiry(work.db, inquiry_id)


def check_unlocked(one: Inquiry) -> None:
    """Raise Locked for what was sent, InquiryClosed for what was withdrawn."""
    if one.sent_at:
        raise rules.Locked(one.ref, f"{from_instant(one.sent_at):%Y-%m-%d %H:%M}")
    rules.check_waiting(one)
