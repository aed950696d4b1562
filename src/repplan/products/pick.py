"""Which product, message, objection or material these words mean: for commands alone.

It is asked at a terminal where it is unclear.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from repplan.cli.pick import pick
from repplan.errors import N_, NotFound, SeveralMatch
from repplan.products import queries
from repplan.products.model import Material, Message, Objection
from repplan.products.rules import holds
from repplan.records import dataclass
from repplan.store.refs import short_ref
from repplan.text import clip, fold

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from repplan.products.model import Coverage, Product

Said = TypeVar("Said", Message, Objection, Material)

_SAID = 60
_MOST = 5


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
    """Return the product meant. Raises: NotFound (naming ours), Ambiguous, Declined."""
    return pick(
        said,
        queries.called(db, said),
        lambda one: f"{one.name}  {short_ref(db, 'product', one.ref)}",
        nearest=lambda: tuple(one.name for one in queries.products(db)),
    )


def pick_message(db: sqlite3.Connection, said: str) -> Message:
    """Return the message meant. Raises: NoSuchMessage, SeveralMatch, Declined."""

    def line(one: Message) -> str:
        return _line(db, "message", one.ref, one.product, one.claim)

    return pick(
        said,
        queries.messages_called(db, said),
        line,
        nearest=lambda: tuple(map(line, _nearest(queries.messages(db), said))),
        several=SeveralMatch,
        missing=NoSuchMessage,
    )


def pick_objection(db: sqlite3.Connection, said: str) -> Objection:
    """Return the objection meant. Raises: NoSuchObjection, SeveralMatch, Declined."""

    def line(one: Objection) -> str:
        return _line(db, "objection", one.ref, one.product, one.text)

    return pick(
        said,
        queries.objections_called(db, said),
        line,
        nearest=lambda: tuple(map(line, _nearest(queries.objections(db), said))),
        several=SeveralMatch,
        missing=NoSuchObjection,
    )


def pick_material(db: sqlite3.Connection, said: str) -> Material:
    """Return the material meant. Raises: NoSuchMaterial, SeveralMatch, Declined."""

    def line(one: Material) -> str:
        return _line(db, "material", one.ref, one.product, one.title)

    return pick(
        said,
        queries.materials_called(db, said),
        line,
        nearest=lambda: tuple(map(line, _nearest(queries.materials(db), said))),
        several=SeveralMatch,
        missing=NoSuchMaterial,
    )


def pick_covered(lines: Sequence[Coverage], payer: str) -> Coverage:
    """Return the line of coverage that counts, the last to begin. Raises: NotFound."""
    if not lines:
        raise NoSuchCoverage(payer)
    return lines[0]


def _line(db: sqlite3.Connection, table: str, ref: str, product: str | None, text: str) -> str:
    parts = (product, clip(text, _SAID), short_ref(db, table, ref))
    return "  ".join(part for part in parts if part)


def _nearest(ours: Sequence[Said], said: str) -> Sequence[Said]:
    """Return the first of the product that one of the words names; else the first of all."""
    words = fold(said).split()
    of_product = [
        one for one in ours if one.product and any(holds([word], one.product) for word in words)
    ]
    return (of_product or ours)[:_MOST]
