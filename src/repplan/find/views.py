"""What was found, on the screen and as JSON."""

from __future__ import annotations

from gettext import gettext as _
from gettext import pgettext
from typing import TYPE_CHECKING

from repplan.errors import NP_
from repplan.find.excerpt import excerpt
from repplan.find.model import MARKS
from repplan.i18n.daysshown import iso_short
from repplan.text import clip, pad, width, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from repplan.cli.show import Line
    from repplan.find.excerpt import Found
    from repplan.find.queries import Hit

KINDS = {
    "provider": NP_("kind", "provider"),
    "account": NP_("kind", "account"),
    "objective": NP_("kind", "objective"),
    "visit": NP_("kind", "visit"),
    "followup": NP_("kind", "follow-up"),
    "concern": NP_("kind", "cares"),
    "note": NP_("kind", "note"),
    "product": NP_("kind", "product"),
    "message": NP_("kind", "message"),
    "objection": NP_("kind", "objection"),
    "material": NP_("kind", "material"),
    "safety": NP_("kind", "safety"),
    "inquiry": NP_("kind", "inquiry"),
    "spend": NP_("kind", "spend"),
}
_KIND = 10
_REF = 7


def hit_lines(
    found: Sequence[Hit],
    said: str,
    language: str,
    today: date,
    columns: int,
    *,
    near: Sequence[str] = (),
) -> list[Line]:
    """Return a line for each hit: what it is, whose and when, its words, its ref.

    ``near`` are the names like words that found nothing.
    """
    if not found and not said:
        return [_("Nothing found.")]
    if not found:
        nothing = _("Nothing found for “{said}”.").format(said=clip(said, columns))
        likest = [_("These names are like it:"), *(f"  {name}" for name in near)]
        return [nothing, *(likest if near else [])]
    lines: list[Line] = []
    for hit in found:
        day = iso_short(hit.on, today, language)
        head = "  ".join(part for part in (hit.who, day) if part)
        room = columns - _KIND - _REF - 1
        shown = clip(" ".join(_said(hit, head, room).split()), room)
        lines.append(
            [
                (pad(_label(hit), _KIND), "mark"),
                (pad(shown, room) if width(shown) < room else shown, ""),
                (f" {hit.short}", "faint"),
            ]
        )
        if hit.limitation:
            but = _("but: {limitation}").format(limitation=" ".join(hit.limitation.split()))
            lines += [" " * _KIND + part for part in wrap(but, columns - _KIND)]
    return lines


def _label(hit: Hit) -> str:
    return pgettext("mark", MARKS[hit.mark]) if hit.mark else pgettext("kind", KINDS[hit.kind])


def _said(hit: Hit, head: str, room: int) -> str:
    if hit.kind == "account":
        return hit.title
    if hit.kind == "provider":
        return _after(f"{hit.title}  ", hit, room)
    if hit.kind in _TITLED and hit.found and not _holds(hit.title, hit.found):
        title = clip(hit.title, max(room // 2, _LEAST))
        return _after(f"{title}: ", hit, room)
    return _after(f"{head}: " if head else "", hit, room)


_TITLED = frozenset({"product", "message", "objection", "material"})
"""Kinds with a title of their own: it stands before what else of them was found."""


def _holds(title: str, found: Found) -> bool:
    """Whether a text is (of) a title."""
    return " ".join(found.text.split()) in " ".join(title.split())


def _after(lead: str, hit: Hit, room: int) -> str:
    """Return as much of the text as fits behind a lead."""
    if hit.found is None:
        return lead + (hit.excerpt or ("" if lead else hit.title))
    return lead + excerpt(hit.found, max(room - width(lead), _LEAST))


_LEAST = 16
"""The least cells of a text behind whose it is."""


def hits_json(found: Sequence[Hit], near: Sequence[str] = ()) -> dict[str, object]:
    """Return what was found as JSON, and the names like the words where nothing was."""
    return {
        "nearest": list(near),
        "hits": [
            {
                "ref": hit.ref,
                "kind": hit.kind,
                "title": hit.title,
                "excerpt": hit.excerpt,
                "score": hit.score,
                "provider": hit.who or None,
                "date": hit.on,
                "mark": hit.mark or None,
                "limitation": hit.limitation or None,
            }
            for hit in found
        ],
    }
