"""Which rollout these words mean, asked at a terminal where it is unclear: for commands alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from repplan.cli.pick import pick
from repplan.errors import N_, NotFound, SeveralMatch
from repplan.records import dataclass
from repplan.rollouts import queries
from repplan.store.refs import short_ref

if TYPE_CHECKING:
    import sqlite3

    from repplan.rollouts.model import Rollout


@dataclass(eq=False)
class NoSuchRollout(NotFound):
    """No rollout that goes on answers to these words; ``nearest`` are those that do go on."""

    slug: ClassVar[str] = "no-such-rollout"
    message: ClassVar[str] = N_("No rollout fits “{said}”.")
    hint: ClassVar[str] = N_("See them all: repplan rollout list --all")


def pick_rollout(db: sqlite3.Connection, said: str) -> Rollout:
    """Return the rollout meant. Raises: NoSuchRollout, SeveralMatch, Declined."""
    return pick(
        said,
        queries.called(db, said),
        lambda one: _line(db, one),
        nearest=lambda: tuple(_line(db, one) for one in queries.rollouts(db)[:_MOST]),
        several=SeveralMatch,
        missing=NoSuchRollout,
    )


def _line(db: sqlite3.Connection, one: Rollout) -> str:
    return f"{one.product}, {one.where}  {short_ref(db, 'rollout', one.ref)}"


_MOST = 5
