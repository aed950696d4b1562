"""Which transfer of value these words mean: for commands alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from repplan.cli.pick import pick
from repplan.errors import N_, NotFound, SeveralMatch
from repplan.records import dataclass
from repplan.spending import queries
from repplan.spending.money import shown_amount
from repplan.store.refs import short_ref

if TYPE_CHECKING:
    import sqlite3

    from repplan.spending.model import Spend


@dataclass(eq=False)
class NoSuchSpend(NotFound):
    """No transfer of value fits these words."""

    slug: ClassVar[str] = "no-such-spend"
    message: ClassVar[str] = N_("No transfer of value fits “{said}”.")
    hint: ClassVar[str] = N_("See them: repplan spend list")


def pick_spend(db: sqlite3.Connection, said: str) -> Spend:
    """Return the one meant. Raises: NoSuchSpend, SeveralMatch, Declined."""
    return pick(
        said,
        queries.called(db, said),
        lambda one: line(db, one),
        several=SeveralMatch,
        missing=NoSuchSpend,
    )


def line(db: sqlite3.Connection, one: Spend) -> str:
    """Return one transfer of value in a line: its day, amount and ref."""
    amount = shown_amount(one.minor, one.currency)
    return f"{one.on_date}  {amount}  {short_ref(db, 'spend', one.ref)}"
