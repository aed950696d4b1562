"""A drawn map in a file, in the form that the file's ending names."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.errors import BadValue
from repplan.files import write_whole
from repplan.relations.drawing import svg
from repplan.relations.page import page
from repplan.relations.sketch import sketch

if TYPE_CHECKING:
    from pathlib import Path

    from repplan.clock import Clock
    from repplan.relations.model import AnyMap

ENDINGS = (".svg", ".html")


def write_map(
    found: AnyMap,
    path: Path,
    *,
    language: str,
    clock: Clock,
    is_full: bool,
    may_replace: bool,
) -> None:
    """Write a map to a file.

    Raises: BadValue for another ending; FileThere unless ``may_replace``; CantWrite.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        said = ending or path.name
        raise BadValue(_("the ending of the file"), said, ", ".join(ENDINGS))
    drawn = sketch(found, language=language, is_full=is_full)
    content = svg(drawn) if ending == ".svg" else page(drawn, language=language, clock=clock)
    write_whole(path, content, may_replace=may_replace)
