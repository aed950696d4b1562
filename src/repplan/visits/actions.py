"""Act on visits: plan, move, cancel, and log one with everything it promises, in one Work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.accounts import queries as accounts
from repplan.clock import local_instant
from repplan.followups.model import THEM
from repplan.providers import queries as providers
from repplan.providers.contact import recount, verify
from repplan.store.write import change, insert
from repplan.visits import queries
from repplan.visits.keeping import promise_all, settle_all, write_talk
from repplan.visits.marks import Mark, marked, pieces, tidy
from repplan.visits.model import (
    ASKED,
    CANCELLED,
    CONTACT,
    FILED,
    GROUP,
    LOGGED,
    PLANNED,
    WISHED,
    LoggedVisit,
)
from repplan.visits.personal import opened_with
from repplan.visits.rules import (
    CalledOff,
    LoggedTwice,
    NotLogged,
    PlannedTwice,
    check_past,
    check_plan,
    check_planned,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence
    from datetime import date, time

    from repplan.fields import Cell
    from repplan.samples.model import Movement
    from repplan.store.work import Work
    from repplan.visits.model import Opened, Visit, VisitDraft, VisitRequest


def plan_visit(
    work: Work,
    *,
    on: date,
    at: time | None,
    provider_ids: Sequence[str],
    account_id: str | None,
    cells: Mapping[str, Cell],
    place_id: str | None = None,
) -> Visit:
    """Return the planned visit.

    ``account_id``: a visit to a group there, whoever is named; ``place_id``: where these people are
    met, None: where they mainly work.
    Raises: PastPlan; PlannedTwice (one plan per provider and day).
    """
    check_plan(on, at, work.clock.now)
    if account_id:
        department = str(cells.get("department") or "")
        _refuse_second_group(work, account_id, department, on.isoformat())
    for provider_id in queries.visited(work.db, provider_ids):
        _refuse_second_plan(work, provider_id, on.isoformat())
    known: dict[str, Cell] = {key: value for key, value in cells.items() if value is not None}
    row: dict[str, Cell] = {
        "appointment": "agreed" if "agreed_with" in known else WISHED,
        "origin": GROUP if account_id else None,
        **known,
        "state": PLANNED,
        "on_date": on.isoformat(),
        "start_at": local_instant(on, at) if at else None,
        "account_id": account_id or place_id or _main_account(work, provider_ids),
    }
    identity, _ref = insert(work, "visit", row)
    _attend(work, identity, provider_ids)
    return queries.visit(work.db, identity)


def amend_visit(
    work: Work,
    visit_id: str,
    cells: Mapping[str, Cell],
    *,
    on: date | None = None,
    at: time | None = None,
    is_filed: bool | None = None,
) -> Visit:
    """Return the visit with these cells, and maybe another day or time.

    ``on`` None leaves both as they are, ``at`` None alone makes the time unknown. ``is_filed`` says
    whether it stands in the employer's system; None leaves that. A filed visit is amended like a
    logged one and stays filed: the journal keeps what it was.
    Raises: PastPlan, FutureVisit, PlannedTwice, NotLogged, CalledOff.
    """
    before = queries.visit(work.db, visit_id)
    if before.state == CANCELLED:
        raise CalledOff(before.ref)
    row = dict(cells)
    if (is_filed is not None or "outcome" in row) and not before.is_actual:
        raise NotLogged(before.ref, before.state, before.on_date)
    if "department" in row:
        row["department"] = row["department"] or ""
    if is_filed is not None:
        row["state"] = FILED if is_filed else LOGGED
    if row.get("outcome") == CANCELLED:
        row |= {"state": CANCELLED, "cancelled_by": THEM}
    if on is not None:
        _check_move(work, before, on, at)
        row |= {"on_date": on.isoformat(), "start_at": local_instant(on, at) if at else None}
    change(work, "visit", visit_id, row)
    recount(work, queries.provider_ids(work.db, visit_id))
    return queries.visit(work.db, visit_id)


def ask_for_visit(work: Work, visit_id: str) -> Visit:
    """Return the planned visit, asked for if it was only wished. Raises: NotPlanned."""
    before = queries.visit(work.db, visit_id)
    check_planned(before)
    if before.appointment in {None, WISHED}:
        change(work, "visit", visit_id, {"appointment": ASKED})
    return queries.visit(work.db, visit_id)


def cancel_visit(work: Work, visit_id: str, *, by: Cell = None, why: Cell = None) -> Visit:
    """Return the planned visit, now called off. ``by`` us or them, None: not known.

    Raises: NotPlanned.
    """
    before = queries.visit(work.db, visit_id)
    check_planned(before)
    row: dict[str, Cell] = {"state": CANCELLED, "cancelled_by": by, "outcome": CANCELLED}
    change(work, "visit", visit_id, row | ({"said": why} if why else {}))
    return queries.visit(work.db, visit_id)


def log_visit(work: Work, draft: VisitDraft) -> LoggedVisit:
    """Return what was written of a visit: itself, its promises, what it settled, what is next.

    A planned visit of that day becomes this one. Raises: FutureVisit, LoggedTwice.
    """
    request = draft.request
    check_past(request.on, request.at, work.clock.now)
    people = request.provider_ids
    refuse_second_log(work.db, request)
    planned = queries.visit(work.db, draft.planned_id) if draft.planned_id else None
    row = _visit_row(draft)
    if planned:
        change(work, "visit", planned.id, row)
        visit_id = planned.id
        people_before = queries.provider_ids(work.db, visit_id)
        _attend(work, visit_id, [one for one in people if one not in people_before])
    else:
        row["account_id"] = request.account_id or request.place_id or _main_account(work, people)
        row["origin"] = GROUP if request.account_id else None
        visit_id, _ref = insert(work, "visit", row)
        _attend(work, visit_id, people)
    there = queries.provider_ids(work.db, visit_id)
    opening_id = opened_with(work, draft, there)
    if opening_id:
        # Asked for before this visit tells anything new: it is what the brief said.
        change(work, "visit", visit_id, {"opening_id": opening_id})
    write_talk(work, draft, visit_id)
    moved = _leave(work, draft, visit_id)
    made = promise_all(work, draft, visit_id)
    reports, inquiries = _open_beside(work, draft, visit_id, made)
    settled = settle_all(work, draft, visit_id)
    recount(work, {*people, *there})
    if request.outcome in CONTACT:
        verify(work, there)
    return LoggedVisit(
        visit=queries.visit(work.db, visit_id),
        provider_ids=queries.provider_ids(work.db, visit_id),
        followup_ids=made,
        settled=settled,
        result=draft.result,
        asks=draft.asks,
        next_ref=_plan_next(work, draft),
        moved=moved,
        reports=reports,
        inquiries=inquiries,
    )


def _leave(work: Work, draft: VisitDraft, visit_id: str) -> tuple[Movement, ...]:
    if not draft.left:
        return ()
    from repplan.visits.sampling import leave

    return leave(work, draft, visit_id)


def _open_beside(
    work: Work, draft: VisitDraft, visit_id: str, followup_ids: Sequence[str]
) -> tuple[tuple[Opened, ...], tuple[Opened, ...]]:
    request = draft.request
    if not (request.reports or request.medical or request.because):
        return (), ()
    from repplan.visits.opened import keep_screened

    return keep_screened(work, draft, visit_id, followup_ids)


def _visit_row(draft: VisitDraft) -> dict[str, Cell]:
    """The visit's own cells: what was said stays in the order it was said."""
    request = draft.request

    def joined(*marks: Mark, using: str = "text") -> str | None:
        return "; ".join(getattr(s, using) for s in draft.note.segments if s.mark in marks) or None

    next_on = next((s.on for s in draft.note.segments if s.mark is Mark.NEXT and s.on), None)
    row: dict[str, Cell] = {
        "state": CANCELLED if request.outcome == CANCELLED else LOGGED,
        "outcome": request.outcome,
        "on_date": request.on.isoformat(),
        "start_at": draft.start_at,
        "channel": draft.channel,
        # What a group cares about hangs on nobody's name: it stays with what was said.
        "said": joined(Mark.SAID) if request.provider_ids else joined(Mark.SAID, Mark.CARES),
        "agreed": joined(Mark.AGREED),
        "reading": joined(Mark.READING),
        "rival": joined(Mark.RIVAL),
        "sample_text": joined(Mark.SAMPLE, using="raw"),
        "next_on": next_on.isoformat() if next_on else None,
        "typed": typed_words(request),
    }
    if request.outcome == CANCELLED:
        row["cancelled_by"] = THEM
    # What wasn't said stays as it was planned.
    said = {
        "minutes": request.minutes,
        "heads": request.heads,
        "department": request.department or None,
    }
    return row | {column: value for column, value in said.items() if value is not None}


def typed_words(request: VisitRequest) -> str:
    """The words as they were typed, but for personal ones: those are kept as notes, apart.

    Searches and lists show the visit's words.
    """
    text = tidy(request.typed if request.typed is not None else request.text).strip()
    every = pieces(text)
    kept = [piece for piece in every if marked(piece).mark is not Mark.PERSONAL]
    if len(kept) == len(every):
        return text
    return ("\n" if "\n" in text else "; ").join(kept)


def _plan_next(work: Work, draft: VisitDraft) -> str | None:
    """Plan the next visit (wished) where ``~`` named a day to come; return its ref.

    Who is planned on that day already isn't planned again.
    """
    said = next((s for s in draft.note.segments if s.mark is Mark.NEXT and s.on), None)
    request = draft.request
    if said is None or said.on is None or said.on < work.today:
        return None
    on, at, day = said.on, said.at, said.on.isoformat()
    people = queries.visited(work.db, request.provider_ids)
    free = [one for one in people if queries.planned_on(work.db, day, [one], None) is None]
    if request.account_id:
        if queries.planned_on(work.db, day, (), request.account_id, request.department):
            return None
    elif not free:
        return None
    planned = plan_visit(
        work,
        on=on,
        at=at if at and local_instant(on, at) >= work.clock.instant else None,
        provider_ids=free,
        account_id=request.account_id,
        cells={"department": request.department or None},
        place_id=request.place_id,
    )
    return planned.ref


def _check_move(work: Work, visit: Visit, on: date, at: time | None) -> None:
    """Raise what keeps a visit from being on another day or at another time."""
    if visit.is_actual:
        check_past(on, at, work.clock.now)
        return
    check_plan(on, at, work.clock.now)
    if on.isoformat() != visit.on_date:
        people = queries.provider_ids(work.db, visit.id)
        for provider_id in queries.visited(work.db, people):
            _refuse_second_plan(work, provider_id, on.isoformat())


def _attend(work: Work, visit_id: str, provider_ids: Sequence[str]) -> None:
    for provider_id in dict.fromkeys(provider_ids):
        insert(work, "visit_provider", {"visit_id": visit_id, "provider_id": provider_id})


def _main_account(work: Work, provider_ids: Sequence[str]) -> str | None:
    for provider_id in provider_ids:
        here = providers.affiliations(work.db, provider_id, work.today.isoformat())
        if here:
            return here[0].account_id
    return None


def _refuse_second_plan(work: Work, provider_id: str, on: str) -> None:
    there = queries.planned_on(work.db, on, [provider_id], None)
    if there:
        raise PlannedTwice(providers.provider(work.db, provider_id).name, on, there.ref)


def _refuse_second_group(work: Work, account_id: str, department: str, on: str) -> None:
    there = queries.planned_on(work.db, on, (), account_id, department)
    if there and there.department == department:
        raise PlannedTwice(accounts.account(work.db, account_id).name, on, there.ref)


def logged_before(db: sqlite3.Connection, request: VisitRequest) -> str | None:
    """Return the ref of the visit that was logged with these very words that day, or None."""
    typed = typed_words(request)
    if not typed:
        return None
    return queries.logged_with(
        db,
        on=request.on.isoformat(),
        typed=typed,
        provider_id=request.provider_ids[0] if request.provider_ids else None,
        account_id=request.account_id,
    )


def refuse_second_log(db: sqlite3.Connection, request: VisitRequest) -> None:
    """Raise LoggedTwice where these very words were logged that day."""
    ref = logged_before(db, request)
    if ref:
        people = request.provider_ids
        name = (
            providers.provider(db, people[0]).name
            if people
            else accounts.account(db, str(request.account_id)).name
        )
        raise LoggedTwice(name, request.on.isoformat(), ref)
