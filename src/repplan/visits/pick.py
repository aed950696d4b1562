"""Which visit, which objective, which new time these words mean: for commands alone."""

from __future__ import annotations

from datetime import date, timedelta
from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.accounts import queries as accounts
from repplan.cli import days
from repplan.cli.days import day_context
from repplan.cli.pick import pick
from repplan.clock import from_instant
from repplan.errors import BadDay, BadTime, UnclearDay
from repplan.fields import Field, Kind, read_cell
from repplan.followups import rules as wording
from repplan.i18n.dates import Direction, parse_day, parse_moment, parse_time
from repplan.i18n.phrases import listed
from repplan.objectives import queries as objectives
from repplan.objectives.rules import NoSuchObjective
from repplan.providers import queries as providers
from repplan.providers.pick import pick_account, pick_provider
from repplan.store.refs import short_ref
from repplan.visits import queries
from repplan.visits.meant import Side, is_somebody, meant
from repplan.visits.model import STATES, Wanted
from repplan.visits.party import Party, party_of
from repplan.visits.rules import NoSuchVisit, NotTheirs

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from datetime import time

    from repplan.cli.runtime import Runtime
    from repplan.objectives.model import Objective
    from repplan.visits.model import Visit

_STATE = Field("state", "", Kind.CHOICE, STATES)

NEXT, LAST = (Side.NEXT,), (Side.LAST,)
EITHER = (Side.NEXT, Side.LAST)


def pick_visit(
    runtime: Runtime, db: sqlite3.Connection, said: str, *wanted: Sequence[Side]
) -> Visit:
    """Return the visit meant. ``wanted``: which sides, in turn; the first with any decides.

    Raises: NotFound, NoSuchVisit, Ambiguous, Declined.
    """
    found: list[Visit] = []
    for sides in wanted:
        found = found or meant(db, said, day_context(runtime), sides)
    if not found:
        if is_somebody(db, said):
            raise NoSuchVisit(said)
        # Nobody is called so: the refusal offers the nearest names.
        pick_provider(db, said)
    return pick(said, found, lambda one: describe(db, one))


def describe(db: sqlite3.Connection, visit: Visit) -> str:
    """Return a visit in one line that tells it from the others."""
    start = f"{from_instant(visit.start_at):%H:%M}" if visit.start_at else ""
    people = [providers.provider(db, one).name for one in queries.provider_ids(db, visit.id)]
    place = accounts.account(db, visit.account_id).name if visit.account_id else ""
    ref = short_ref(db, "visit", visit.ref)
    parts = (visit.on_date, start, listed(people) or place, _(visit.outcome or visit.state), ref)
    return "  ".join(part for part in parts if part)


def pick_objective(db: sqlite3.Connection, said: str, provider_ids: Sequence[str]) -> Objective:
    """Return the objective meant, of one of these providers: by ref, or by its words.

    Raises: NoSuchObjective, Ambiguous, Declined; NotTheirs for a ref of somebody else's.
    """
    theirs = [one for provider_id in provider_ids for one in objectives.open_of(db, provider_id)]
    found = wording.meant(said, theirs) or objectives.called(db, said)
    one = pick(
        said,
        found,
        lambda one: f"{one.what}  {short_ref(db, 'objective', one.ref)}",
        nearest=lambda: tuple(one.what for one in theirs),
        missing=NoSuchObjective,
    )
    if one.provider_id not in provider_ids:
        raise NotTheirs(one.what, one.provider)
    return one


def wanted(
    runtime: Runtime,
    db: sqlite3.Connection,
    *,
    who: str | None,
    account: str | None,
    state: str | None,
    since: str | None,
    until: str | None,
) -> Wanted:
    """Return what a list is asked for, as typed: WHO may be a provider or an account.

    Raises: NotFound, Ambiguous, Declined, BadValue, BadDay, UnclearDay.
    """
    party = party_of(db, who) if who else Party()
    first = days.since(runtime, since) if since else None
    last = _last_day(runtime, until, first) if until else None
    return Wanted(
        provider_id=party.provider_ids[0] if party.provider_ids else None,
        account_id=pick_account(db, account).id if account else party.account_id,
        department=party.department,
        state=str(read_cell(_STATE, state)) if state else None,
        since=first,
        until=(last + timedelta(1)).isoformat() if last else None,
    )


def new_moment(runtime: Runtime, visit: Visit, said: str) -> tuple[date, time | None]:
    """Return the day and time a visit moves to: a day alone keeps its time, a time alone its day.

    Forward for a planned visit, backward for one that was. Raises: BadDay, UnclearDay, BadTime.
    """
    direction = Direction.BACKWARD if visit.is_actual else Direction.FORWARD
    context = day_context(runtime, direction)
    start = from_instant(visit.start_at).time() if visit.start_at else None
    try:
        return parse_day(said, context), start
    except BadDay:
        pass
    try:
        return date.fromisoformat(visit.on_date), parse_time(said)
    except BadTime:
        return parse_moment(said, context)


def _last_day(runtime: Runtime, said: str, since: str | None) -> date:
    """Return the last day of a list: read forward from today, unless that passes a nearer one.

    With ``since`` (ISO) the first such day from there on counts: ``--since "1 oct" --until "31
    oct"``. Raises: BadDay, UnclearDay.
    """
    behind = parse_day(said, day_context(runtime, Direction.BACKWARD))
    if since and behind.isoformat() >= since:
        return behind
    try:
        return parse_day(said, day_context(runtime, Direction.FORWARD))
    except UnclearDay:  # of a list a date just gone by is meant, not next year's
        return behind
