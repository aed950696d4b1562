"""The check before a visit is planned or moved: what ``can`` refuses isn't written.

A warning is overridden with a reason, which is kept beside the visit. Commands alone call this.
"""

from __future__ import annotations

from datetime import date
from gettext import gettext as _
from typing import TYPE_CHECKING, ClassVar

from repplan.can.model import BLOCK, PEOPLE, WARN
from repplan.can.queries import may, may_there
from repplan.can.rules import step_of
from repplan.can.words import apply_text, reason_text, step_text
from repplan.cli.ask import ask, may_ask
from repplan.cli.show import say
from repplan.clock import from_instant
from repplan.errors import N_, Declined, Refused
from repplan.i18n.daysshown import show_day
from repplan.i18n.phrases import message_of
from repplan.providers import queries as providers
from repplan.records import dataclass, replace
from repplan.screening.actions import override
from repplan.store.refs import short_ref
from repplan.text import clean
from repplan.visits import queries as visits
from repplan.visits.model import GROUP, PLANNED
from repplan.visits.party import Party

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence
    from datetime import time

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


@dataclass(eq=False)
class NeedsCompany(NeedsReason):
    """The same where they want more of us to come: somebody may be taken along."""

    hint: ClassVar[str] = N_(
        "Take somebody along: --with NAME. If it is right all the same, say why: --because TEXT"
    )


@dataclass(frozen=True)
class Allowed:
    """A visit that may be planned; ``overridden`` are rules in spite of which it is, and why.

    ``asking`` says how they want to be asked first; None: they don't, or were.
    """

    overridden: tuple[Reason, ...] = ()
    reason: str = ""
    asking: Reason | None = None

    def keep(self, work: Work, visit_id: str) -> None:
        """Write each rule that was overridden, beside the visit, in its own Work."""
        for one in self.overridden:
            override(work, one.rule, "visit", visit_id, self.reason)


def check_visit(
    runtime: Runtime,
    db: sqlite3.Connection,
    party: Party,
    cells: Mapping[str, Cell],
    *,
    on: date,
    at: time | None,
    because: str | None,
    moving: Visit | None = None,
) -> Allowed:
    """Return how a visit may be planned; ``because`` is why, where a rule warns of it.

    ``cells`` are the visit's: where it comes from, its channel, how many receive; ``moving`` is the
    planned visit that is to be so.
    Raises: CantVisit (a rule blocks it), NeedsReason (no terminal), Declined.
    """
    if on < runtime.clock.today:
        # That a plan lies ahead, planning itself says.
        return Allowed()
    told = _told(runtime, db, party, cells, on=on, at=at, moving=moving)
    warned: dict[str, Told] = {}
    for one in told:
        if one[3].action == BLOCK:
            raise _error(runtime, one)
        if one[3].action == WARN:
            warned.setdefault(one[3].rule, one)
    done = _overridden(
        runtime, list(warned.values()), clean(because or "").strip(), is_new=moving is None
    )
    return replace(done, asking=next((it[3] for it in told if it[3].rule == _ASK), None))


def _told(
    runtime: Runtime,
    db: sqlite3.Connection,
    party: Party,
    cells: Mapping[str, Cell],
    *,
    on: date,
    at: time | None,
    moving: Visit | None = None,
) -> list[Told]:
    """Every reason of everybody on whom a visit hangs, but for what planning itself refuses."""
    provider_ids = party.provider_ids
    is_group = party.account_id is not None
    account_id, department = party.account_id or party.place_id, party.department
    origin, channel = _said(cells.get("origin")), _said(cells.get("channel"))
    people = [providers.provider(db, one) for one in provider_ids]
    staff = sum(not one.is_colleague for one in people)
    heads = int(str(cells.get("heads") or 0)) or (staff if staff > 1 else None)
    answers: list[tuple[str, str, Answer]] = []
    if is_group and account_id:
        account, answer = may_there(db, runtime.clock, account_id, department, on=on, start=at,
                                    with_ids=provider_ids, heads=heads, moving=moving)  # fmt: skip
        answers.append((account.name, account.ref, answer))
    for one in people:
        if not one.is_colleague and not is_group:
            answer = may(db, runtime.clock, one, on=on, account_id=account_id, origin=origin,
                         department=department, start=at, with_ids=provider_ids,
                         channel=channel, heads=heads, moving=moving)  # fmt: skip
            answers.append((one.name, one.ref, answer))
    return [
        (name, ref, answer, reason)
        for name, ref, answer in answers
        for reason in answer.reasons
        if reason.rule not in _OWN_ERRORS
    ]


def check_move(
    runtime: Runtime,
    visit: Visit,
    cells: Mapping[str, Cell],
    *,
    on: date | None,
    at: time | None,
    because: str | None,
) -> Allowed:
    """Return how a planned visit may be changed: it is checked as it will be.

    ``on`` None: its day and time stay. Asked about only where its day or time, where it comes from,
    its channel, its department or its heads change.
    Raises: as ``check_visit``.
    """
    changed = {key for key in _ASKED_ABOUT & set(cells) if cells[key] != getattr(visit, key)}
    if visit.state != PLANNED or (on is None and not changed):
        return Allowed()
    will_be: dict[str, Cell] = {key: getattr(visit, key) for key in _ASKED_ABOUT}
    will_be |= {key: cells[key] for key in changed}
    with runtime.reading() as db:
        party = _party_of(db, visit, department=str(will_be["department"] or ""))
        day, start = (on, at) if on else _moment_of(visit)
        return check_visit(
            runtime, db, party, will_be, on=day, at=start, because=because, moving=visit
        )


def next_remark(runtime: Runtime, db: sqlite3.Connection, visit: Visit) -> list[str]:
    """Return what speaks against a visit that is planned, and the command that moves it.

    For a visit that a log planned: nothing is refused any more, so it is said.
    """
    on, at = _moment_of(visit)
    party = _party_of(db, visit, department=visit.department)
    cells: dict[str, Cell] = {key: getattr(visit, key) for key in _ASKED_ABOUT}
    told = _told(runtime, db, party, cells, on=on, at=at, moving=visit)
    found = next((one for one in told if one[3].action in {BLOCK, WARN}), None)
    if found is None:
        return []
    _name, _ref, answer, reason = found
    error = _error(runtime, found, NeedsReason if reason.action == WARN else CantVisit)
    remarks = [message_of(error)]
    day = answer.next_on if answer.next_on != on else None
    ref = short_ref(db, "visit", visit.ref)
    if day is not None and reason.action == BLOCK:
        shown = show_day(day, runtime.clock.today, runtime.language)
        text = _("The next possible day is {day}: repplan visit amend {ref} --at {on}")
        remarks.append(text.format(day=shown, ref=ref, on=day.isoformat()))
    elif reason.action == BLOCK:
        step = step_text(answer, found[1], runtime.clock.today, runtime.language)
        text = _("Next: {step}. Or take it off: repplan visit cancel {ref}")
        remarks.append(text.format(step=step or _("no day is known"), ref=ref))
    return remarks


def apply_remark(runtime: Runtime, db: sqlite3.Connection, allowed: Allowed, ref: str) -> list[str]:
    """Return by when to apply for a visit that was just planned; nothing where none is set."""
    if allowed.asking is None:
        return []
    short = short_ref(db, "visit", ref)
    text = apply_text(allowed.asking, short, runtime.clock.today, runtime.language)
    return [text] if text else []


_ASKED_ABOUT = frozenset({"origin", "channel", "department", "heads"})
"""Cells of a visit on which rules hang, beside its day and time."""

_ASK = "reception.ask"


def _moment_of(visit: Visit) -> tuple[date, time | None]:
    start = from_instant(visit.start_at).time() if visit.start_at else None
    return date.fromisoformat(visit.on_date), start


def _party_of(db: sqlite3.Connection, visit: Visit, *, department: str) -> Party:
    return Party(
        provider_ids=visits.provider_ids(db, visit.id),
        account_id=visit.account_id if visit.origin == GROUP else None,
        department=department,
        place_id=visit.account_id,
    )


def _said(cell: Cell) -> str | None:
    return str(cell) if cell else None


def _overridden(runtime: Runtime, warned: Sequence[Told], because: str, *, is_new: bool) -> Allowed:
    if not warned:
        return Allowed()
    if not because:
        # Whoever comes along is said when a visit is planned; a plan is changed without them.
        errors = [
            _error(runtime, one, NeedsCompany if is_new and one[3].rule == PEOPLE else NeedsReason)
            for one in warned
        ]
        if not may_ask():
            raise errors[0]
        for error in errors:
            say(message_of(error))
        if any(isinstance(error, NeedsCompany) for error in errors):
            say(_("To take somebody along, add: --with NAME"))
        because = clean(ask(_("Why is it planned all the same? (Enter: it isn't)"))).strip()
        if not because:
            raise Declined
    return Allowed(tuple(one[3] for one in warned), because)


def _error(runtime: Runtime, told: Told, of: type[CantVisit] = CantVisit) -> CantVisit:
    name, ref, answer, reason = told
    today, language = runtime.clock.today, runtime.language
    step = step_text(replace(answer, next_step=step_of(answer, reason)), ref, today, language)
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
