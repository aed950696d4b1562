"""Whom these words mean, asked at a terminal where it is unclear: for commands alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.accounts import queries as accounts
from repplan.cli.pick import pick
from repplan.providers import queries
from repplan.store.refs import short_ref

if TYPE_CHECKING:
    import sqlite3

    from repplan.accounts.model import Account
    from repplan.providers.model import Provider


def pick_provider(db: sqlite3.Connection, said: str) -> Provider:
    """Return the provider meant. Raises: NotFound, Ambiguous, Declined."""
    return pick(
        said,
        queries.called(db, said),
        lambda one: describe(db, one),
        nearest=lambda: nearest_of(db, said),
    )


def pick_account(db: sqlite3.Connection, said: str) -> Account:
    """Return the account meant. Raises: NotFound, Ambiguous, Declined."""
    return pick(
        said,
        accounts.called(db, said),
        lambda one: describe_account(db, one),
        nearest=lambda: _nearest_account(db, said),
    )


def describe(db: sqlite3.Connection, one: Provider) -> str:
    """Return a provider in one line that tells them from their namesakes."""
    title = "" if one.title in one.name else one.title
    ref = short_ref(db, "provider", one.ref)
    return "  ".join(
        part for part in (one.name, title, queries.main_place(db, one.id), ref) if part
    )


def describe_account(db: sqlite3.Connection, one: Account) -> str:
    """Return an account in one line that tells it from others of its name."""
    ref = short_ref(db, "account", one.ref)
    return "  ".join(part for part in (one.name, one.street, one.city, ref) if part)


def nearest_of(db: sqlite3.Connection, said: str) -> tuple[str, ...]:
    """Return the nearest names to a misspelt one; they are offered, never acted on."""
    # Comparing with every name loads a library that a name found at once never needs.
    from repplan.providers.nearest import nearest_names

    return nearest_names(db, said)


def likest(db: sqlite3.Connection, said: str) -> tuple[str, ...]:
    """Return the nearest names of people, then of accounts, to words that found nothing."""
    return (*nearest_of(db, said), *_nearest_account(db, said))


def _nearest_account(db: sqlite3.Connection, said: str) -> tuple[str, ...]:
    from repplan.providers.nearest import nearest_accounts

    return nearest_accounts(db, said)
