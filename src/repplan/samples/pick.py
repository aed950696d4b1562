"""Which lot these words mean, asked at a terminal where it is unclear: for commands alone."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, ClassVar

from repplan.cli.ask import confirm, may_ask
from repplan.cli.pick import pick
from repplan.errors import N_, SeveralMatch
from repplan.records import dataclass
from repplan.samples import queries
from repplan.samples.refusals import LotDiffers, NoSuchLot, NothingLeft, strength_needed
from repplan.store.refs import short_ref

if TYPE_CHECKING:
    import sqlite3

    from repplan.products.model import Product
    from repplan.samples.model import Lot

_MOST = 5


@dataclass(eq=False)
class WhichLot(SeveralMatch):
    """The product has several lots, and none was named; the first to expire comes first."""

    slug: ClassVar[str] = "which-lot"
    message: ClassVar[str] = N_("{said}: which of {count} lots?")
    hint: ClassVar[str] = N_("Name it: --lot NUMBER")


def pick_lot(db: sqlite3.Connection, product: Product, said: str | None, on: str) -> Lot:
    """Return the lot meant; None said: the one of which something is left on that day.

    Raises: NoSuchLot (naming those known), WhichLot, Declined.
    """
    if said is not None:
        found = queries.lots_called(db, product.id, said)
    else:
        found = [one.lot for one in queries.stock(db, on, product_id=product.id)]
    if not found and said is None:
        raise NothingLeft(product.name)
    if not found:
        raise NoSuchLot(said or "", known_lots(db, product.id), product.name)
    return pick(said or product.name, found, lambda one: lot_line(db, one), several=WhichLot)


def meant_strength(
    db: sqlite3.Connection, product: Product, number: str, expires_on: str | None
) -> str:
    """Return the strength of the one lot that has this number, where it is said to be that one.

    Empty without a terminal, and where nothing is to be asked.
    Raises: LotDiffers, StrengthNeeded (it is another one), Declined.
    """
    found = queries.lots_called(db, product.id, number, by_ref=False)
    if len(found) != 1 or not found[0].strength or not may_ask():
        return ""
    one = found[0]
    if expires_on and one.expires_on and expires_on != one.expires_on:
        raise LotDiffers(one.what, one.number, one.expires_on, expires_on, one.ref)
    text = _("Is it the lot that is here: {lot}?")
    if not confirm(text.format(lot=lot_line(db, one)), is_usual=True):
        raise strength_needed(one)
    return one.strength


def known_lots(db: sqlite3.Connection, product_id: str) -> tuple[str, ...]:
    """Return the numbers of a product's lots, those with something left first."""
    every = queries.stock(db, "9999-12-31", product_id=product_id, with_empty=True)
    every.sort(key=lambda one: one.balance <= 0)
    return tuple(one.lot.number for one in every[:_MOST])


def lot_line(db: sqlite3.Connection, one: Lot) -> str:
    """Return a lot in one line that tells it from the others."""
    ref = short_ref(db, "sample_lot", one.ref)
    return "  ".join(part for part in (one.what, one.number, one.expires_on, ref) if part)
