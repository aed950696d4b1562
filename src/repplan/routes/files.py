"""A plan in a file for the phone, in the form that the file's ending names."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.errors import BadValue
from repplan.files import check_place, write_whole
from repplan.routes.itinerary import discreet
from repplan.routes.page import page

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from repplan.clock import Clock
    from repplan.routes.model import Proposal

ENDINGS = (".html", ".pdf", ".ics")


def check_target(path: Path, *, may_replace: bool) -> None:
    """Raise BadValue for another ending, FileThere, CantWrite: before all else is done."""
    if path.suffix.lower() not in ENDINGS:
        said = path.suffix or path.name
        raise BadValue(_("the ending of the file"), said, ", ".join(ENDINGS))
    check_place(path, may_replace=may_replace)


def write_file(
    proposal: Proposal,
    path: Path,
    *,
    db: sqlite3.Connection,
    language: str,
    clock: Clock,
    is_personal: bool,
    may_replace: bool,
) -> None:
    """Write a plan to a file.

    Raises: BadValue for another ending; NotAccepted for a calendar of what isn't in the store,
    NothingPlanned for one without a visit; FileThere unless ``may_replace``; CantWrite.
    """
    check_target(path, may_replace=may_replace)
    proposal = proposal if is_personal else discreet(proposal)
    match path.suffix.lower():
        case ".html":
            content = page(proposal, language=language, clock=clock, is_personal=is_personal)
        case ".pdf":
            from repplan.routes.pdf import pdf

            content = pdf(proposal, language=language, clock=clock, is_personal=is_personal)
        case _:
            from repplan.routes.calendar import calendar

            content = calendar(
                proposal, db=db, language=language, clock=clock, is_personal=is_personal
            )
    write_whole(path, content, may_replace=may_replace)
