"""Which relation, which stance, whose map these words mean: for commands alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.accounts import queries as accounts
from repplan.cli.pick import pick
from repplan.errors import SeveralMatch
from repplan.providers import queries as providers
from repplan.providers.model import Provider
from repplan.providers.pick import (
    describe,
    describe_account,
    nearest_of,
    pick_account,
    pick_provider,
)
from repplan.relations import queries
from repplan.relations.rules import NoSuchRelation, NoSuchStance
from repplan.relations.words import said_of, stance_words
from repplan.store.refs import short_ref
from repplan.text import fold

if TYPE_CHECKING:
    import sqlite3

    from repplan.accounts.model import Account
    from repplan.relations.model import Relation, Stance


def pick_relation(db: sqlite3.Connection, said: str) -> Relation:
    """Return the relation meant. Raises: NoSuchRelation, SeveralMatch, Declined."""
    return pick(
        said,
        queries.called(db, said),
        lambda one: f"{said_of(one)}  {short_ref(db, 'relation', one.ref)}",
        several=SeveralMatch,
        missing=NoSuchRelation,
    )


def pick_stance(db: sqlite3.Connection, said: str) -> Stance:
    """Return the stance meant, by its ref. Raises: NoSuchStance, SeveralMatch, Declined."""
    return pick(
        said,
        queries.stances_called(db, said),
        lambda one: f"{one.provider}  {stance_words(one)}  {short_ref(db, 'stance', one.ref)}",
        several=SeveralMatch,
        missing=NoSuchStance,
    )


def pick_side(db: sqlite3.Connection, said: str) -> Provider | Account:
    """Return the provider or the account meant: an account by its whole name beats a person's part.

    Raises: NotFound, Ambiguous, Declined.
    """
    people = providers.called(db, said)
    places = accounts.called(db, said)
    whole = [one for one in places if fold(one.name) == fold(said)]
    if not people and not places and nearest_of(db, said):
        return pick_provider(db, said)
    if whole or not people:
        return pick_account(db, said)
    if not places or (len(people) == 1 and fold(people[0].name) == fold(said)):
        return pick_provider(db, said)
    both: list[Provider | Account] = [*people, *places]
    return pick(said, both, lambda one: _described(db, one))


def _described(db: sqlite3.Connection, one: Provider | Account) -> str:
    if isinstance(one, Provider):
        return describe(db, one)
    return describe_account(db, one)


def people_of(db: sqlite3.Connection, said: str, today: str) -> list[str]:
    """Return the ids of whom these words mean: one person, or all who work at an account.

    Raises: NotFound, Ambiguous, Declined.
    """
    side = pick_side(db, said)
    if isinstance(side, Provider):
        return [side.id]
    return queries.ids_at(db, side.id, today)
