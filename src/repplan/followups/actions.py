"""Act on promises: make one, keep it, waive it, break it, put it off; note what they care about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.config import read_settings
from repplan.errors import AlreadyClosed
from repplan.followups import queries, rules
from repplan.followups.model import BROKEN, CHECK_IN, US, WAIVED, Concern, Followup
from repplan.inquiries import actions as inquiries
from repplan.inquiries import queries as asked
from repplan.inquiries.rules import WithMedical, is_with_medical
from repplan.store.write import change, insert

if TYPE_CHECKING:
    from datetime import date

    from repplan.store.work import Work
    from repplan.store.write import Value


def promise(  # noqa: PLR0913 - one parameter for each thing that a promise may say
    work: Work,
    *,
    what: str,
    provider_id: str | None = None,
    account_id: str | None = None,
    visit_id: str | None = None,
    rollout_id: str | None = None,
    by: str = US,
    kind: str = "promise",
    due_on: str | None = None,
    via_id: str | None = None,
    channel: str | None = None,
    made_on: date | None = None,
) -> Followup:
    """Return the new follow-up. One of ours without a day is due in a few working days, assumed.

    ``due_on`` is ISO text; theirs may have none. ``made_on`` None is today.
    """
    day = made_on or work.today
    is_assumed = due_on is None and by == US
    if is_assumed:
        due_on = rules.assumed_due(day, read_settings(work.db)).isoformat()
    identity, _ref = insert(
        work,
        "followup",
        {
            "provider_id": provider_id,
            "account_id": account_id,
            "visit_id": visit_id,
            "rollout_id": rollout_id,
            "by": by,
            "kind": kind,
            "what": what,
            "channel": channel,
            "via_id": via_id,
            "via_since_on": day.isoformat() if via_id else None,
            "made_on": day.isoformat(),
            "due_on": due_on,
            "is_assumed": int(is_assumed),
        },
    )
    return queries.followup(work.db, identity)


def close(
    work: Work, followup_id: str, proof: str | None = None, *, on: date | None = None
) -> Followup:
    """Return the follow-up, now kept, or late. ``on`` None is today.

    A question that medical affairs has answered is handed over with it.
    Raises: AlreadyClosed; WithMedical (they haven't answered).
    """
    item = _open(work, followup_id)
    day = on or work.today
    inquiry = asked.of_followup(work.db, followup_id)
    if inquiry is not None:
        if is_with_medical(inquiry):
            raise WithMedical(item.what, inquiry.ref)
        inquiries.hand(work, inquiry.id, on=day)
    # A check-in was promised to nobody: after its day it is no late word.
    state = rules.closing_state(None if item.kind == CHECK_IN else item.due_on, day)
    return _end(work, item, state, {"proof": proof, "closed_on": day.isoformat()})


def waive(work: Work, followup_id: str, why: str | None = None) -> Followup:
    """Return the follow-up, now no longer wanted: it counts neither way.

    Raises: AlreadyClosed; WithMedical: the inquiry is withdrawn instead.
    """
    return _end(work, _ours(work, followup_id), WAIVED, {"why": why})


def drop(work: Work, followup_id: str, why: str | None = None) -> Followup:
    """Return the follow-up, now broken: we won't keep it.

    Raises: AlreadyClosed; WithMedical: the inquiry is withdrawn instead.
    """
    return _end(work, _ours(work, followup_id), BROKEN, {"why": why})


def snooze(work: Work, followup_id: str, until: date, because: str | None = None) -> Followup:
    """Return the follow-up, out of sight until a day; its due day stays what was promised.

    Raises: AlreadyClosed; BadValue for a day that isn't to come.
    """
    item = _open(work, followup_id)
    rules.check_snooze(until, work.today)
    cells: dict[str, Value] = {"snoozed_until": until.isoformat(), "snoozed_because": because}
    change(work, "followup", item.id, cells)
    return queries.followup(work.db, item.id)


def care(
    work: Work,
    provider_id: str,
    what: str,
    visit_id: str | None = None,
    *,
    on: date | None = None,
) -> Concern:
    """Return what a provider cares about from ``on`` (None: today), until a visit settles it."""
    identity, _ref = insert(
        work,
        "concern",
        {
            "provider_id": provider_id,
            "visit_id": visit_id,
            "what": what,
            "raised_on": (on or work.today).isoformat(),
        },
    )
    return queries.concern(work.db, identity)


def settle_concern(work: Work, concern_id: str, *, on: date | None = None) -> None:
    """Settle what a provider cared about. ``on`` None is today."""
    change(work, "concern", concern_id, {"settled_on": (on or work.today).isoformat()})


def _open(work: Work, followup_id: str) -> Followup:
    item = queries.followup(work.db, followup_id)
    if not item.is_open:
        raise AlreadyClosed(item.what, item.state, item.ref)
    return item


def _ours(work: Work, followup_id: str) -> Followup:
    """Return what is open and no inquiry waits behind. Raises: AlreadyClosed, WithMedical."""
    item = _open(work, followup_id)
    inquiry = asked.of_followup(work.db, followup_id)
    if inquiry is not None:
        raise WithMedical(item.what, inquiry.ref)
    return item


def _end(work: Work, item: Followup, state: str, cells: dict[str, Value]) -> Followup:
    closing: dict[str, Value] = {"state": state, "closed_on": work.today.isoformat(), **cells}
    change(work, "followup", item.id, closing)
    return queries.followup(work.db, item.id)
