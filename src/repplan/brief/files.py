"""Briefs in a file for the phone, in the form that the file's ending names."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.brief.markdown import markdown
from repplan.brief.page import page
from repplan.errors import BadValue
from repplan.files import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from repplan.brief.model import Brief
    from repplan.clock import Clock

ENDINGS = (".html", ".pdf", ".md", ".ics")


def write_file(
    briefs: Sequence[Brief], path: Path, *, language: str, clock: Clock, may_replace: bool
) -> None:
    """Write the briefs to a file, at full length.

    Raises: BadValue for another ending; FileThere unless ``may_replace``; CantWrite;
    NothingPlanned for a calendar when no visit is planned.
    """
    content = _form(path)(briefs, language=language, clock=clock)
    write_whole(path, content, may_replace=may_replace)


def _form(path: Path) -> Callable[..., bytes]:
    match path.suffix.lower():
        case ".html":
            return page
        case ".md":
            return markdown
        case ".pdf":
            from repplan.brief.pdf import pdf

            return pdf
        case ".ics":
            from repplan.brief.calendar import calendar

            return calendar
        case ending:
            said = ending or path.name
            raise BadValue(_("the ending of the file"), said, ", ".join(ENDINGS))
