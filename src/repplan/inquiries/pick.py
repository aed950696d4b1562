"""Which inquiry these words mean, asked at a terminal where it is unclear: for commands alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from repplan.cli.pick import pick_called
from repplan.errors import N_, NotFound
from repplan.inquiries import queries
from repplan.inquiries.actions import check_unlocked
from repplan.records import dataclass
from repplan.store.refs import short_ref
from repplan.text import clip

if TYPE_CHECKING:
    import sqlite3

    from repplan.inquiries.model import Inquiry

_MOST = 5
_SAID = 50


@dataclass(eq=False)
class NoSuchInquiry(NotFound):
    """No inquiry answers to these words; ``nearest`` are those that wait."""

    slug: ClassVar[str] = "no-such-inquiry"
    message: ClassVar[str] = N_("No inquiry fits “{said}”.")
    hint: ClassVar[str] = N_("See them all: repplan inquiry list --all")


def pick_inquiry(db: sqlite3.Connection, said: str, *, is_final: bool = False) -> Inquiry:
    """Return the inquiry meant; ``is_final``: what follows can't be undone, a guess is confirmed.

    Raises: NoSuchInquiry, SeveralMatch, Unsure, Declined, Locked, InquiryClosed.
    """
    return pick_called(
        said,
        queries.called(db, said),
        lambda one: _line(db, one),
        nearest=lambda: tuple(_line(db, one) for one in queries.waiting(db)[:_MOST]),
        missing=NoSuchInquiry,
        check=check_unlocked if is_final else None,
    )


def _line(db: sqlite3.Connection, one: Inquiry) -> str:
    ref = short_ref(db, "inquiry", one.ref)
    return f"{one.provider}  {clip(one.question, _SAID)}  {ref}"
