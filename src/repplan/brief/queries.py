"""Ask for a brief: each section from the room that knows, in the order of the doorstep."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from repplan.brief import access, message, owing, person
from repplan.brief.door import Door
from repplan.brief.model import SECTIONS, Brief
from repplan.clock import from_instant
from repplan.config import read_settings
from repplan.day import BriefSection
from repplan.providers import queries as providers
from repplan.visits import queries as visits
from repplan.visits.marks import header_for
from repplan.visits.model import Wanted
from repplan.visits.uids import changed_at, sequence

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from repplan.accounts.model import Account
    from repplan.clock import Clock
    from repplan.day import BriefItem
    from repplan.providers.model import Provider
    from repplan.visits.model import Visit


def brief_of(
    db: sqlite3.Connection,
    clock: Clock,
    language: str,
    provider: Provider,
    *,
    depth: str | None = None,
) -> Brief:
    """Return the brief of a provider, for their next planned visit where there is one.

    ``depth`` is how long its message may take, here and below; None: as the settings say.
    """
    wanted = Wanted(provider_id=provider.id, state="planned", since=clock.today.isoformat())
    ahead = visits.visits(db, wanted, most=1)
    return _brief(db, clock, language, provider, ahead[0] if ahead else None, depth=depth)


def brief_of_visit(
    db: sqlite3.Connection, clock: Clock, language: str, visit: Visit, *, depth: str | None = None
) -> Brief:
    """Return the brief of a planned visit: of its first provider, or of a group at an account."""
    people = visits.visited(db, visits.provider_ids(db, visit.id))
    provider = providers.provider(db, people[0]) if people else None
    return _brief(db, clock, language, provider, visit, depth=depth)


def next_visit(db: sqlite3.Connection, clock: Clock) -> Visit | None:
    """Return the next planned visit; None when nothing is planned."""
    return visits.next_planned(db, now=clock.instant, today=clock.today.isoformat())


def briefs_of_day(
    db: sqlite3.Connection,
    clock: Clock,
    language: str,
    on: date,
    provider: Provider | None = None,
    *,
    depth: str | None = None,
) -> list[Brief]:
    """Return the briefs of a day's planned visits, in the order of the day; of one provider's."""
    until = (on + timedelta(1)).isoformat()
    who = provider.id if provider else None
    day = visits.planned(db, start=on.isoformat(), until=until)
    return [
        brief_of_visit(db, clock, language, one, depth=depth)
        for one in day
        if who is None or who in visits.provider_ids(db, one.id)
    ]


def _brief(
    db: sqlite3.Connection,
    clock: Clock,
    language: str,
    provider: Provider | None,
    visit: Visit | None,
    *,
    depth: str | None,
) -> Brief:
    depth = depth or read_settings(db).text("brief.depth")
    door = Door(db, clock, language, provider, visit, depth)
    start = from_instant(visit.start_at).time() if visit and visit.start_at else None
    header = header_for(_called(db, provider, door.account), start)
    sections = {name: tuple(ask(door)) for name, ask in _ROOMS.items()}
    sections["access"] += access.header(header)
    return Brief(
        as_of=clock.today,
        provider=provider,
        account=door.account,
        places=tuple(door.places),
        visit=visit,
        start=start,
        sections=tuple(BriefSection(name, sections.get(name, ())) for name in SECTIONS),
        header=header,
        others=_others(db, provider, visit),
        sequence=sequence(db, visit.id) if visit else 0,
        changed_at=changed_at(db, visit.id) if visit else None,
    )


def _called(db: sqlite3.Connection, provider: Provider | None, account: Account | None) -> str:
    """Return what the header names them: the short name, unless others answer to it as well.

    Then given and family name, without the credentials that may stand in the whole name.
    """
    if provider is None:
        return account.name if account else ""
    is_one = len(providers.called(db, provider.short_name)) == 1
    if is_one or provider.native_name:
        return provider.short_name
    return f"{provider.given_name} {provider.family_name}".strip() or provider.name


def _others(
    db: sqlite3.Connection, provider: Provider | None, visit: Visit | None
) -> tuple[str, ...]:
    """Return the names of who else is expected at a visit."""
    ids = visits.provider_ids(db, visit.id) if visit else ()
    others = (providers.provider(db, one) for one in ids if not provider or one != provider.id)
    return tuple(one.short_name for one in others)


_ROOMS: dict[str, Callable[[Door], Sequence[BriefItem]]] = {
    "owed": owing.owed,
    "stops": person.stops,
    "person": person.person,
    "last": person.last_visits,
    "objective": owing.objective,
    "message": message.message,
    "objections": message.objections,
    "questions": message.questions,
    "bring": message.bring,
    "access": access.access,
}
"""Section → who answers for it. A room that speaks in a brief is one line here."""
