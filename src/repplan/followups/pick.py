"""Which follow-up these words mean, asked at a terminal where it is unclear: for commands alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from repplan.accounts import queries as accounts
from repplan.cli.pick import pick
from repplan.errors import N_, NotFound, SeveralMatch, UsageProblem
from repplan.followups import queries
from repplan.inquiries import queries as inquiries
from repplan.inquiries.rules import HandInstead
from repplan.providers import queries as providers
from repplan.providers.pick import describe, describe_account, nearest_of
from repplan.records import dataclass
from repplan.safety import queries as safety
from repplan.safety.rules import ReportInstead
from repplan.store.refs import ids_by_ref, short_ref

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from repplan.accounts.model import Account
    from repplan.followups.model import Followup
    from repplan.providers.model import Provider


@dataclass(eq=False)
class LogInstead(UsageProblem):
    """The ref is a visit's: a visit isn't done, it is logged."""

    slug: ClassVar[str] = "log-instead"
    message: ClassVar[str] = N_("“{said}” is a visit.")
    hint: ClassVar[str] = N_("Write it down with: repplan log WHO")
    said: str


@dataclass(eq=False)
class NothingOpen(NotFound):
    """No follow-up answers to these words; ``nearest`` is what is open of whom they name."""

    slug: ClassVar[str] = "nothing-open"
    message: ClassVar[str] = N_("Nothing that is open fits “{said}”.")
    hint: ClassVar[str] = N_("See what is open: repplan followup list")


def pick_followup(db: sqlite3.Connection, said: str) -> Followup:
    """Return the follow-up meant. Raises: NothingOpen, SeveralMatch, Declined, LogInstead and its like."""
    matches = queries.by_words(db, said)
    if matches:
        return pick(said, matches, lambda one: _line(db, one), several=SeveralMatch)
    if ids_by_ref(db, "visit", said):
        raise LogInstead(said)
    if ids_by_ref(db, "safety_report", said):
        raise ReportInstead(said)
    if ids_by_ref(db, "inquiry", said):
        raise HandInstead(said)
    reports, _is_sure = safety.called(db, said)
    if len(reports) == 1:
        raise ReportInstead(short_ref(db, "safety_report", reports[0].ref))
    asked, _is_sure = inquiries.called(db, said)
    if len(asked) == 1:
        raise HandInstead(short_ref(db, "inquiry", asked[0].ref))
    raise NothingOpen(said, _nearest(db, said))


def pick_followups(db: sqlite3.Connection, words: Sequence[str]) -> list[Followup]:
    """Return the follow-ups meant: one for each ref, or the one that all the words mean."""
    if len(words) > 1 and all(ids_by_ref(db, "followup", word) for word in words):
        found = [pick_followup(db, word) for word in words]
        return list({one.id: one for one in found}.values())
    return [pick_followup(db, " ".join(words))]


def pick_party(db: sqlite3.Connection, said: str) -> Provider | Account:
    """Return whom a promise is made to: a provider, else an account. Raises: as ``pick``."""
    people = providers.called(db, said)
    places = [] if people else accounts.called(db, said)
    if places:
        return pick(said, places, lambda one: describe_account(db, one))
    return pick(said, people, lambda one: describe(db, one), nearest=lambda: nearest_of(db, said))


def pick_colleague(db: sqlite3.Connection, said: str) -> Provider:
    """Return the colleague meant. Raises: NotFound (naming the team), Ambiguous, Declined."""
    return pick(
        said,
        queries.colleagues_called(db, said),
        lambda one: describe(db, one),
        nearest=lambda: tuple(one.name for one in providers.colleagues(db)),
    )


def _line(db: sqlite3.Connection, one: Followup) -> str:
    parts = (one.short_name or one.account, one.what, one.due_on)
    return "  ".join([*(part for part in parts if part), short_ref(db, "followup", one.ref)])


def _nearest(db: sqlite3.Connection, said: str) -> tuple[str, ...]:
    """Return what is open of whom the first word means, else the nearest names to it."""
    first = said.partition(" ")[0]
    people = providers.called(db, first)
    items = [item for one in people for item in queries.open_of_provider(db, one.id)]
    if people:
        return tuple(_line(db, item) for item in items[:5])
    return nearest_of(db, first)
