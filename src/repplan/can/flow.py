"""The check before a visit is planned or moved: what ``can`` refuses isn't written.

A warning is overridden with a reason, which is kept beside the visit. Commands alone call this.
"""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, ClassVar

from repplan.can.model import BLOCK, WARN
from repplan.can.queries import may, may_there
from repplan.can.words import reason_text, step_text
from repplan.cli.ask import ask, may_ask
from repplan.cli.show import say
from repplan.errors import N_, Declined, Refused
from repplan.i18n.daysshown import show_day
from repplan.i18n.phrases import message_of
from repplan.providers import queries as providers
from repplan.records import dataclass
from repplan.screening.actions import override
from repplan.screening.model import BARRED, Hit
from repplan.text import clean
from repplan.visits import queries as visits
from repplan.visits.model import GROUP
from repplan.visits.party import Party

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence
    from datetime import date, time

    from repplan.can.model import Answer, Reason
    from repplan.cli.runtime import Runtime
    from repplan.fields import Cell
    from repplan.store.work import Work
    from repplan.visits.model import Visit

    Told = tuple[str, str, Answer, Reason]
    """Of whom, by name and ref: one reason of their answer."""

_OWN_ERRORS = frozenset({"visits.one-a-day", "day.past"})
"""What planning itself refuses, in words of its own."""


@dataclass(eq=False)
class CantVisit(Refused):
    """A rule says that this visit can't be on that day; what is possible is named."""

    slug: ClassVar[str] = "cant"
    message: ClassVar[str] = N_("{name} on {day}: {reason}. Rule: {rule}; source: {source}.")
    hint: ClassVar[str] = N_("Next: {next}. All reasons: repplan can {who} --on {on}")
    name: str
    day: str
    on: str
    who: str
    reason: str
    rule: str
    source: str
    next: str


@dataclass(eq=False)
class CantGroup(CantVisit):
    """The same of a group at an account, about which ``can`` isn't asked."""

    slug: ClassVar[str] = "cant"
    hint: ClassVar[str] = N_("Next: {next}. How they receive: repplan reception list {who}")


@dataclass(eq=False)
class NoDayFor(CantVisit):
    """The same where waiting doesn't help and no step is known."""

    slug: ClassVar[str] = "cant"
    hint: ClassVar[str] = N_("All reasons: repplan can {who} --on {on}")


@dataclass(eq=False)
class NeedsReason(CantVisit):
    """A rule warns of this visit: it may be planned for a reason that is kept."""

    slug: ClassVar[str] = "needs-reason"
    hint: ClassVar[str] = N_("If it is right all the same, say why: --because TEXT")


@dataclass(frozen=True)
class Allowed:
    """A visit that may be planned; ``overridden`` are rules in spite of which it is, and why."""

    overridden: tuple[Reason, ...] = ()
    reason: str = ""

    def keep(self, work: Work, visit_id: str) -> None:
        """Write each rule that was overridden, beside the visit, in its own Work."""
        for one in self.overridden:
            override(
                work, Hit(BARRED, one.rule, "", WARN, one.source), "visit", visit_id, self.reason
            )


def check_visit(
    runtime: Runtime,
    db: sqlite3.Connection,
    party: Party,
    cells: Mapping[str, Cell],
    *,
    on: date,
    at: time | None,
    because: str | None,
) -> Allowed:
    """Return how a visit may be planned; ``because`` is why, where a rule warns of it.

    ``cells`` are the visit's: where it comes from, and its channel.
    Raises: CantVisit (a rule blocks it), NeedsReason (no terminal), Declined.
    """
    if on < runtime.clock.today:
        # That a plan lies ahead, planning itself says.
        return Allowed()
    provider_ids = party.provider_ids
    is_group = party.account_id is not None
    account_id, department = party.account_id or party.place_id, party.department
    origin, channel = _said(cells.get("origin")), _said(cells.get("channel"))
    people = [providers.provider(db, one) for one in provider_ids]
    answers: list[tuple[str, str, Answer]] = []
    if is_group and account_id:
        there = may_there(db, runtime.clock, account_id, department, on=on, start=at,
                          with_ids=provider_ids)  # fmt: skip
        answers.append((there.name, there.ref, there.answer))
    for one in people:
        if not one.is_colleague and not is_group:
            answer = may(db, runtime.clock, one, on=on, account_id=account_id, origin=origin,
                         department=department, start=at, with_ids=provider_ids,
                         channel=channel)  # fmt: skip
            answers.append((one.name, one.ref, answer))
    warned: dict[str, Told] = {}
    for name, ref, answer in answers:
        for reason in answer.reasons:
            if reason.rule in _OWN_ERRORS:
                continue
            if reason.action == BLOCK:
                raise _error(runtime, (name, ref, answer, reason))
            if reason.action == WARN:
                warned.setdefault(reason.rule, (name, ref, answer, reason))
    return _overridden(runtime, list(warned.values()), clean(because or "").strip())


def check_move(
    runtime: Runtime, visit: Visit, *, on: date | None, at: time | None, because: str | None
) -> Allowed:
    """Return how a planned visit may be moved to another day; others aren't asked about.

    Raises: as ``check_visit``.
    """
    if on is None or visit.is_actual or on.isoformat() == visit.on_date:
        return Allowed()
    with runtime.reading() as db:
        people = visits.provider_ids(db, visit.id)
        is_group = visit.origin == GROUP
        party = Party(
            provider_ids=people,
            account_id=visit.account_id if is_group else None,
            department=visit.department,
            place_id=visit.account_id,
        )
        cells = {"origin": visit.origin, "channel": visit.channel}
        return check_visit(runtime, db, party, cells, on=on, at=at, because=because)


def _said(cell: Cell) -> str | None:
    return str(cell) if cell else None


def _overridden(runtime: Runtime, warned: Sequence[Told], because: str) -> Allowed:
    if not warned:
        return Allowed()
    if not because:
        errors = [_error(runtime, one, NeedsReason) for one in warned]
        if not may_ask():
            raise errors[0]
        for error in errors:
            say(message_of(error))
        because = clean(ask(_("Why is it planned all the same? (Enter: it isn't)"))).strip()
        if not because:
            raise Declined
    return Allowed(tuple(one[3] for one in warned), because)


def _error(runtime: Runtime, told: Told, of: type[CantVisit] = CantVisit) -> CantVisit:
    name, ref, answer, reason = told
    today, language = runtime.clock.today, runtime.language
    step = step_text(answer, ref, today, language)
    if of is CantVisit and not step:
        of = NoDayFor
    elif of is CantVisit and ref.startswith("a-"):
        of = CantGroup
    return of(
        name=name,
        day=show_day(answer.on, today, language),
        on=answer.on.isoformat(),
        who=ref,
        reason=reason_text(reason, today, language),
        rule=reason.rule,
        source=_(reason.source),
        next=step,
    )
