"""How a log walks: who and when, what was said, what has to be asked, one Work, what is shown.

The body of ``repplan log`` in its several ways; commands alone call it.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum
from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.accounts import queries as accounts
from repplan.cli.ask import confirm, may_ask, read_lines
from repplan.cli.editor import let_go, until_written
from repplan.cli.incoming import read_stdin
from repplan.cli.show import out, out_json, say, screen_width
from repplan.clock import from_instant
from repplan.config import read_settings
from repplan.errors import Declined, MissingValue
from repplan.fields import Field, Kind, read_cell
from repplan.followups import queries as followups
from repplan.i18n.dates import show_day
from repplan.i18n.phrases import listed
from repplan.providers import queries as providers
from repplan.providers.namesakes import short_names
from repplan.records import dataclass, replace
from repplan.store.journal import last_seq
from repplan.text import clean
from repplan.visits import queries
from repplan.visits.actions import log_visit, refuse_second_log
from repplan.visits.asking import answer_all, refuse_unclear
from repplan.visits.drafting import draft_visit
from repplan.visits.log_views import (
    Logged,
    logged_json,
    logged_lines,
    planned_by,
    planned_followups,
)
from repplan.visits.model import VisitRequest
from repplan.visits.party import Party, moment, part_name, party_of, refuse_quoted
from repplan.visits.rules import check_past
from repplan.visits.screened import refuse_screened
from repplan.visits.stops import stops_of
from repplan.visits.writing import edited_text, guided_text, named_at, words_back

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime, time

    from repplan.cli.runtime import Runtime
    from repplan.store.work import Work
    from repplan.visits.model import LoggedVisit, Visit, VisitDraft
    from repplan.visits.writing import Written


class Way(Enum):
    """How the words are asked for where none were given."""

    LINE = "line"
    GUIDED = "guided"
    EDITED = "edited"


@dataclass(frozen=True)
class Options:
    """The options of one ``log``, as typed; ``outcome`` None: not said."""

    outcome: str | None = None
    at: str | None = None
    channel: str = ""
    others: tuple[str, ...] = ()
    minutes: int | None = None
    heads: int | None = None
    is_dry: bool = False
    is_yes: bool = False
    is_json: bool = False
    because: str = ""


def one_of(field: str, said: str | None, allowed: tuple[str, ...]) -> str:
    """Return the choice meant, the first where none was said. Raises: BadValue, MissingValue."""
    if said is None:
        return allowed[0]
    return str(read_cell(Field(field, "", Kind.CHOICE, allowed, is_needed=True), said))


def log_one(runtime: Runtime, who: str, text: str, options: Options, way: Way) -> tuple[str, ...]:
    """Log one visit and show what was written; return the refs of visits that it planned."""
    with runtime.reading() as db:
        who, text = part_name(db, who, text)
        if not text:
            refuse_quoted(db, who)
        party = party_of(db, who, options.others)
    on, at = moment(runtime, options.at)
    check_past(on, at, runtime.clock.now)
    request = request_of(text, on, at, party, options)
    path = None
    if text == "-":
        request = replace(request, text=read_stdin())
    elif not text.strip() and way is not Way.LINE:
        said = _asked_for(runtime, who, request, way)
        path = said.path
        request = replace(
            request,
            text=said.text,
            outcome=said.outcome or request.outcome,
            is_outcome_said=request.is_outcome_said or said.outcome is not None,
        )
    elif not text.strip() and may_ask():
        request = replace(request, text=read_lines(f"{_heading(runtime, who, request)} >"))
        if not request.text.strip() and options.outcome is None:
            raise Declined
    if not request.text.strip() and options.outcome in {None, "seen"} and not may_ask():
        raise MissingValue(_("What was said"))
    with until_written(path), words_back([] if path else [request.text], is_asked_for=not text):
        logged = write(runtime, request, options)
    if options.is_dry and path:
        say(_("Your words are in {path}.").format(path=path))
    else:
        let_go(path)
    show(runtime, [logged], options)
    return planned_by([logged])


def log_today(runtime: Runtime, options: Options) -> tuple[str, ...]:
    """Go through the day's planned visits that aren't logged yet; return the next ones' refs."""
    if not may_ask():
        raise MissingValue("WHO")
    with runtime.reading() as db:
        today = runtime.clock.today
        waiting = [
            one
            for one in queries.planned(db, start="", until=(today + timedelta(1)).isoformat())
            if one.start_at is None or one.start_at <= runtime.clock.instant
        ]
    if not waiting:
        out([_("Every visit up to now is logged.")])
        return ()
    return tuple(
        ref for visit in waiting for ref in planned_by(log_waiting(runtime, visit, options))
    )


def log_planned(runtime: Runtime, visit: Visit, options: Options) -> bool:
    """Ask for one line on a planned visit and log it; return whether anything was said.

    How to take it back is left to who walks through several.
    """
    return bool(log_waiting(runtime, visit, options, has_undo=False))


def log_waiting(
    runtime: Runtime, visit: Visit, options: Options, *, has_undo: bool = True
) -> list[Logged]:
    """Ask for one line on a planned visit and return its log; empty: nothing was said."""
    with runtime.reading() as db:
        people, name = queries.provider_ids(db, visit.id), _name_of(db, visit.id)
    start_at = from_instant(visit.start_at) if visit.start_at else None
    on = date.fromisoformat(visit.on_date)
    said = read_lines(f"{_headed(runtime, name, on, start_at)} >")
    if not said.strip():
        return []
    request = VisitRequest(
        text=said,
        on=on,
        at=start_at.time() if start_at else None,
        provider_ids=people,
        account_id=visit.account_id if not people else None,
        department=visit.department if not people else "",
    )
    with words_back([said]):
        logged = write(runtime, request, options)
    show(runtime, [logged], options, has_undo=has_undo)
    return [logged]


def write(runtime: Runtime, request: VisitRequest, options: Options) -> Logged:
    """Return one visit, written."""
    return write_all(runtime, [request], options)[0]


def write_all(runtime: Runtime, requests: list[VisitRequest], options: Options) -> list[Logged]:
    """Return the visits, written in one Work after every question was answered."""
    with runtime.reading() as db:
        read_at = last_seq(db)
        asks_first = read_settings(db).text("log.ask") == "always"
        drafts = [_first_draft(runtime, db, request, options) for request in requests]
        if any(draft.asks for draft in drafts) and not options.is_yes and not options.is_dry:
            if not may_ask():
                refuse_unclear(drafts)
            is_one = len(requests) == 1
            pairs = [_answered(runtime, db, one, is_alone=is_one) for one in requests]
            requests = [pair[0] for pair in pairs]
            drafts = [pair[1] for pair in pairs]
        shown = [_unwritten(runtime, db, draft) for draft in drafts]
    if options.is_dry:
        return shown
    if asks_first and may_ask() and not options.is_yes:
        show(runtime, shown, options)
        if not confirm(_("Save it?")):
            raise Declined
    with runtime.writing("log") as work:
        done, seconds = [], []
        for request, read in zip(requests, drafts, strict=True):
            is_as_read = last_seq(work.db) == read_at
            draft = read if is_as_read else _draft(runtime, work.db, request)
            if _is_second(work.db, request):
                seconds.append(whose_of(runtime, work.db, request))
            with named_at(request.where):
                result = log_visit(work, draft)
            done.append(_written(runtime, work, draft, result))
    for whose in seconds:
        say(_("{whose}: the second visit that day.").format(whose=whose))
    return done


def _first_draft(
    runtime: Runtime, db: sqlite3.Connection, request: VisitRequest, options: Options
) -> VisitDraft:
    """Return a draft that no rule refuses, whatever is answered about it.

    Before any question: answers to what can't be written would be for nothing.
    Raises: LoggedTwice, PatientRefused, TextRefused, ReasonNeeded; as ``samples.actions.drop``.
    """
    with named_at(request.where):
        draft = _draft(runtime, db, request)
        if options.is_dry:
            return draft
        refuse_second_log(db, request)
        refuse_screened(draft, may_ask=may_ask() and not options.is_yes)
        _refuse_samples(runtime, db, draft)
    return draft


def _answered(
    runtime: Runtime, db: sqlite3.Connection, request: VisitRequest, *, is_alone: bool
) -> tuple[VisitRequest, VisitDraft]:
    """Return the request with every question answered, and its draft. Raises: as the first one."""

    def redrafted(one: VisitRequest) -> VisitDraft:
        draft = _draft(runtime, db, one)
        _refuse_samples(runtime, db, draft)
        return draft

    is_clear = is_alone and not _has_namesake(db, request)
    with named_at(request.where):
        pair = answer_all(request, redrafted, "" if is_clear else whose_of(runtime, db, request))
        refuse_screened(pair[1], may_ask=False)
    return pair


def _refuse_samples(runtime: Runtime, db: sqlite3.Connection, draft: VisitDraft) -> None:
    if draft.left:
        from repplan.visits.sampling import refuse_samples

        refuse_samples(db, draft, runtime.clock.today.isoformat())


def _is_second(db: sqlite3.Connection, request: VisitRequest) -> bool:
    on = request.on.isoformat()
    return queries.is_logged_on(db, on, request.provider_ids, request.account_id)


def request_of(
    text: str, on: date, at: time | None, party: Party, options: Options
) -> VisitRequest:
    """Return what is to be logged, as it was typed."""
    return VisitRequest(
        text=text,
        on=on,
        at=at,
        provider_ids=party.provider_ids,
        account_id=party.account_id,
        place_id=party.place_id,
        department=party.department,
        outcome=options.outcome or "seen",
        is_outcome_said=options.outcome is not None,
        channel=options.channel,
        minutes=options.minutes,
        heads=options.heads,
        because=clean(options.because).strip(),
    )


def _draft(runtime: Runtime, db: sqlite3.Connection, request: VisitRequest) -> VisitDraft:
    return draft_visit(
        db,
        request,
        clock=runtime.clock,
        settings=read_settings(db),
        is_month_first=runtime.is_month_first,
    )


def _unwritten(runtime: Runtime, db: sqlite3.Connection, draft: VisitDraft) -> Logged:
    people = tuple(providers.provider(db, one) for one in draft.request.provider_ids)
    promised = planned_followups(draft, read_settings(db))
    settled = tuple(one.what for one in draft.settles)
    stops = stops_of(runtime, db, draft, promised)
    return Logged(draft, people, _account(db, draft), None, promised, settled, None, stops)


def _written(runtime: Runtime, work: Work, draft: VisitDraft, result: LoggedVisit) -> Logged:
    db = work.db
    people = tuple(providers.provider(db, one) for one in result.provider_ids)
    promised = tuple(followups.followup(db, one) for one in result.followup_ids)
    settled = tuple(one.what for one in draft.settles)
    stops = stops_of(runtime, db, draft, promised)
    account = _account(db, draft)
    return Logged(draft, people, account, result, promised, settled, work.batch, stops)


def _account(db: sqlite3.Connection, draft: VisitDraft) -> str:
    account_id = draft.request.account_id
    return accounts.account(db, account_id).name if account_id else ""


def show(
    runtime: Runtime, logged: list[Logged], options: Options, *, has_undo: bool = True
) -> None:
    """Show what was written, or would be; that a clock runs on is told with or without its undo."""
    if options.is_json:
        out_json(logged_json(logged[0]))
        return
    for number, one in enumerate(logged, 1):
        is_last = number == len(logged)
        has_clock = bool(one.result and one.result.reports)
        has_foot = is_last and (has_undo or has_clock)
        out(logged_lines(one, runtime.language, screen_width(), has_foot=has_foot))
        if not is_last:
            out([""])


def _asked_for(runtime: Runtime, who: str, request: VisitRequest, way: Way) -> Written:
    if way is Way.GUIDED:
        say(_heading(runtime, who, request))
        return guided_text(request, is_month_first=runtime.is_month_first)
    return edited_text(_heading(runtime, who, request, has_day=True))


def _heading(runtime: Runtime, who: str, request: VisitRequest, *, has_day: bool = False) -> str:
    """Whose visit it is: ``Patel 8:40``, the day where it isn't today; the planned time counts."""
    with runtime.reading() as db:
        planned = queries.planned_on(
            db,
            request.on.isoformat(),
            request.provider_ids,
            request.account_id,
            request.department,
        )
        name = short_names(db, request.provider_ids[:1])[0] if request.provider_ids else who
    start = from_instant(planned.start_at) if planned and planned.start_at else None
    return _headed(runtime, name, request.on, request.at or start, has_day=has_day)


def _headed(
    runtime: Runtime, name: str, on: date, at: time | datetime | None, *, has_day: bool = False
) -> str:
    today = runtime.clock.today
    day = show_day(on, today, runtime.language) if has_day or on != today else ""
    start = f"{at.hour}:{at.minute:02}" if at else ""
    return " ".join(part for part in (name, day, start) if part)


def whose_of(runtime: Runtime, db: sqlite3.Connection, request: VisitRequest) -> str:
    """Return whom or what a visit is to, with its day and time where they must be said."""
    if request.provider_ids:
        name = listed(short_names(db, request.provider_ids))
    else:
        name = accounts.account(db, request.account_id).name if request.account_id else ""
    return _headed(runtime, name, request.on, request.at)


def _has_namesake(db: sqlite3.Connection, request: VisitRequest) -> bool:
    """Whether the short name of somebody it is with is another one's too."""
    people = [providers.provider(db, one).short_name for one in request.provider_ids]
    return short_names(db, request.provider_ids) != people


def _name_of(db: sqlite3.Connection, visit_id: str) -> str:
    people = queries.provider_ids(db, visit_id)
    if people:
        return listed(short_names(db, people))
    account_id = queries.visit(db, visit_id).account_id
    return accounts.account(db, account_id).name if account_id else ""
