"""Which product these words mean, and what is said where nothing answers: for commands alone.

It is asked at a terminal where it is unclear.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from repplan.cli.pick import pick
from repplan.errors import N_, NotFound
from repplan.products import queries
from repplan.records import dataclass
from repplan.store.refs import short_ref

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from repplan.products.model import Coverage, Product


@dataclass(eq=False)
class NoSuchProduct(NotFound):
    """No product of ours is called so; ``nearest`` are those that we have."""

    slug: ClassVar[str] = "no-such-product"
    message: ClassVar[str] = N_("No product of yours is called “{said}”.")
    hint: ClassVar[str] = N_("See them all: repplan product list")


@dataclass(eq=False)
class NoSuchMessage(NotFound):
    """No key message in use answers to these words; ``nearest`` are those that may be meant."""

    slug: ClassVar[str] = "no-such-message"
    message: ClassVar[str] = N_("No message fits “{said}”.")
    hint: ClassVar[str] = N_("See them all: repplan message list")


@dataclass(eq=False)
class NoSuchObjection(NotFound):
    """No objection in use answers to these words; ``nearest`` are those that may be meant."""

    slug: ClassVar[str] = "no-such-objection"
    message: ClassVar[str] = N_("No objection fits “{said}”.")
    hint: ClassVar[str] = N_("See them all: repplan objection list")


@dataclass(eq=False)
class NoSuchMaterial(NotFound):
    """No material in use answers to these words; ``nearest`` are those that may be meant."""

    slug: ClassVar[str] = "no-such-material"
    message: ClassVar[str] = N_("No material fits “{said}”.")
    hint: ClassVar[str] = N_("See them all: repplan material list")


@dataclass(eq=False)
class NoSuchCoverage(NotFound):
    """Nothing is known of what this payer says of the product there."""

    slug: ClassVar[str] = "no-such-coverage"
    message: ClassVar[str] = N_("Nothing is known of “{said}” there.")
    hint: ClassVar[str] = N_("See who pays: repplan product show PRODUCT")


def pick_product(db: sqlite3.Connection, said: str) -> Product:
    """Return the product meant. Raises: NoSuchProduct, Ambiguous, Declined."""
    return pick(
        said,
        queries.called(db, said),
        lambda one: f"{one.name}  {short_ref(db, 'product', one.ref)}",
        nearest=lambda: tuple(one.name for one in queries.products(db)),
        missing=NoSuchProduct,
    )


def pick_covered(lines: Sequence[Coverage], payer: str) -> Coverage:
    """Return the line of coverage that counts, the last to begin. Raises: NotFound."""
    if not lines:
        raise NoSuchCoverage(payer)
    return lines[0]
