"""Whom and when a line means: people or an account, the day and the time. For commands alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from repplan.accounts import queries as accounts
from repplan.cli.days import day_context
from repplan.cli.pick import pick
from repplan.errors import N_, NotFound
from repplan.i18n.dates import Direction, parse_moment
from repplan.i18n.names import read_who
from repplan.i18n.phrases import placed
from repplan.providers import queries as providers
from repplan.providers.pick import pick_account, pick_provider
from repplan.records import dataclass
from repplan.text import as_word, fold

if TYPE_CHECKING:
    import sqlite3
    from datetime import date, time

    from repplan.cli.runtime import Runtime

_LONGEST_NAME = 4
"""Words of a line that may belong to the name."""

_FEWEST_SAID = 2
"""Words behind a name that are a text rather than the name's misspelt rest."""


@dataclass(eq=False)
class QuotedWhole(NotFound):
    """A name and what was said, in one pair of quotes: ``name`` and ``text``, as they are typed."""

    slug: ClassVar[str] = "quoted-whole"
    hint: ClassVar[str] = N_("The name stands before the quotes: repplan log {name} {text}")
    name: str = ""
    text: str = ""


@dataclass(frozen=True)
class Party:
    """Whom a visit is with: people by name, or a group: an account and maybe a department.

    ``place_id`` is where the people are met, if that was said.
    """

    provider_ids: tuple[str, ...] = ()
    account_id: str | None = None
    department: str = ""
    place_id: str | None = None


def part_name(db: sqlite3.Connection, who: str, text: str) -> tuple[str, str]:
    """Return (name, text): the name takes further words only where the first ones need them."""
    if " " in who.strip():
        return who, text
    words = [who, *text.split(" ")]
    for count in range(1, min(_LONGEST_NAME, len(words)) + 1):
        name = " ".join(words[:count])
        found = len(providers.called(db, name))
        if found == 1:
            return name, " ".join(words[count:])
        if found == 0 and read_who(name).words:
            break
    return who, text


def refuse_quoted(db: sqlite3.Connection, said: str) -> None:
    """Raise QuotedWhole where one word of the line holds a name and what was said as well."""
    words = said.split()
    if len(words) <= _FEWEST_SAID or providers.called(db, said) or accounts.called(db, said):
        return
    for end in range(min(_LONGEST_NAME, len(words) - _FEWEST_SAID), 0, -1):
        name = " ".join(words[:end])
        if providers.called(db, name):
            raise QuotedWhole(said, name=as_word(name), text=as_word(" ".join(words[end:])))


def party_of(db: sqlite3.Connection, who: str, others: tuple[str, ...] = ()) -> Party:
    """Return whom these words mean: a provider, else an account or one of its departments.

    A department must be known: ``patl@valley`` is a misspelt name, not a group.
    Raises: NotFound, Ambiguous, Declined.
    """
    more = tuple(pick_provider(db, other).id for other in others)
    if providers.called(db, who):
        one = pick_provider(db, who)
        people = tuple(dict.fromkeys((one.id, *more)))
        return Party(people, place_id=_place_of(db, one.id, who))
    wholes = [one.id for one in accounts.called(db, who)]
    department, _at, place = who.partition("@")
    found = accounts.with_department(db, department)
    if place and found:
        here = pick_account(db, place).id
        found = [pair for pair in found if pair[0] == here]
    found = [pair for pair in found if pair[0] not in wholes]
    if wholes and not found:
        return Party(more, pick_account(db, who).id)
    if found:
        # "cardiology" is a part of one account's name, and a department of another.
        found = [*((one, "") for one in wholes), *found]
        account_id, name = pick(who, found, lambda pair: placed((_account(db, pair[0]), pair[1])))
        return Party(more, account_id, name)
    return Party((pick_provider(db, who).id, *more))


def _place_of(db: sqlite3.Connection, provider_id: str, who: str) -> str | None:
    """The account that ``patel@oakwood`` names, where they work there."""
    words = fold(read_who(who).place).split()
    if not words:
        return None
    for at in providers.affiliations(db, provider_id):
        if all(word in fold(f"{at.account} {at.department}") for word in words):
            return at.account_id
    return None


def _account(db: sqlite3.Connection, account_id: str) -> str:
    return accounts.account(db, account_id).name


def moment(runtime: Runtime, said: str | None) -> tuple[date, time | None]:
    """Return the day and time of a visit gone by; today and unknown where nothing was said."""
    if said is None:
        return runtime.clock.today, None
    return parse_moment(said, day_context(runtime, Direction.BACKWARD))
