"""Questions for medical affairs: the inquiry, and the question that we owe, in one Work.

The follow-up stands in the queue when the answer is here to be handed over; until then nobody but
medical affairs can settle it.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from repplan.config import read_settings
from repplan.followups import queries, rules
from repplan.followups.actions import close, promise
from repplan.followups.model import US, WAIVED
from repplan.inquiries import actions as inquiries
from repplan.inquiries import queries as asked
from repplan.store.write import change
from repplan.text import fold

if TYPE_CHECKING:
    from repplan.followups.model import Followup
    from repplan.inquiries.model import Inquiry
    from repplan.store.work import Work


def ask_medical(  # noqa: PLR0913 - one parameter for each thing that an inquiry says
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
    """Return a new inquiry; the question that we owe is made unless it is there already.

    One that stands open in the same words is taken, with its visit and the day it was asked on.
    """
    owed = None if followup_id else _owed(work, provider_id, question)
    if owed:
        followup_id, visit_id = owed.id, visit_id or owed.visit_id
        asked_on = asked_on or date.fromisoformat(owed.made_on)
    if followup_id is None:
        followup_id = promise(
            work,
            what=question,
            provider_id=provider_id,
            visit_id=visit_id,
            kind="question",
            made_on=asked_on,
        ).id
    return inquiries.ask(
        work,
        provider_id=provider_id,
        question=question,
        product_id=product_id,
        visit_id=visit_id,
        followup_id=followup_id,
        is_unsolicited=is_unsolicited,
        answer_by=answer_by,
        routed_to=routed_to,
        asked_on=asked_on,
    )


def _owed(work: Work, provider_id: str, question: str) -> Followup | None:
    """Return what we owe somebody in just these words, that isn't with medical affairs yet."""
    said = fold(question)
    for one in queries.open_of_provider(work.db, provider_id):
        is_same = one.by == US and fold(one.what) == said
        if is_same and asked.of_followup(work.db, one.id) is None:
            return one
    return None


def take_answer(work: Work, inquiry_id: str, text: str) -> Inquiry:
    """Return the inquiry with its answer; where nobody named a day, we owe it from today on.

    Raises: NotSent, InquiryClosed.
    """
    one = inquiries.answer(work, inquiry_id, text)
    owed = queries.followup(work.db, one.followup_id) if one.followup_id else None
    if owed and owed.is_open and owed.is_assumed:
        due = rules.assumed_due(work.today, read_settings(work.db))
        change(work, "followup", owed.id, {"due_on": due.isoformat()})
    return one


def hand_over(work: Work, inquiry_id: str) -> Inquiry:
    """Return the inquiry, its answer handed over; the question that we owed is settled.

    Raises: NotAnswered, InquiryClosed.
    """
    one = asked.inquiry(work.db, inquiry_id)
    owed = queries.followup(work.db, one.followup_id) if one.followup_id else None
    if owed and owed.is_open and one.is_waiting:
        close(work, owed.id)
        return asked.inquiry(work.db, inquiry_id)
    return inquiries.hand(work, inquiry_id)


def withdraw(work: Work, inquiry_id: str, why: str) -> Inquiry:
    """Return the inquiry, no longer wanted; the question that we owed is waived.

    Raises: InquiryClosed.
    """
    one = inquiries.withdraw(work, inquiry_id, why)
    owed = queries.followup(work.db, one.followup_id) if one.followup_id else None
    if owed and owed.is_open:
        cells = {"state": WAIVED, "closed_on": work.today.isoformat(), "why": why}
        change(work, "followup", owed.id, cells)
    return one
