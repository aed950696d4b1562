"""Which safety report these words mean, asked at a terminal where it is unclear: for commands alone."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, ClassVar

from repplan.cli.pick import pick_called
from repplan.clock import from_instant
from repplan.errors import N_, NotFound
from repplan.records import dataclass
from repplan.safety import queries
from repplan.safety.rules import check_open
from repplan.store.refs import short_ref
from repplan.text import clip

if TYPE_CHECKING:
    import sqlite3

    from repplan.safety.model import SafetyReport

_MOST = 5
_SAID = 50


@dataclass(eq=False)
class NoSuchReport(NotFound):
    """No safety report answers to these words; ``nearest`` are those whose clock runs."""

    slug: ClassVar[str] = "no-such-safety-report"
    message: ClassVar[str] = N_("No safety report fits “{said}”.")
    hint: ClassVar[str] = N_("See them all: repplan safety list --all")


def pick_report(db: sqlite3.Connection, said: str, *, is_final: bool = False) -> SafetyReport:
    """Return the safety report meant; ``is_final``: what follows can't be undone, a guess is confirmed.

    Raises: NoSuchReport, SeveralMatch, Unsure, Declined, Stands, NoEvent.
    """
    return pick_called(
        said,
        queries.called(db, said),
        lambda one: _line(db, one),
        nearest=lambda: tuple(_line(db, one) for one in queries.open_reports(db)[:_MOST]),
        missing=NoSuchReport,
        check=check_open if is_final else None,
    )


def _line(db: sqlite3.Connection, one: SafetyReport) -> str:
    heard = _("heard {moment}").format(moment=f"{from_instant(one.heard_at):%Y-%m-%d %H:%M}")
    ref = short_ref(db, "safety_report", one.ref)
    parts = (one.provider, clip(one.what, _SAID), heard, ref)
    return "  ".join(part for part in parts if part)
