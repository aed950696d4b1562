"""What was found, on the screen and as JSON."""

from __future__ import annotations

from datetime import date
from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.errors import N_
from repplan.i18n.dates import show_day
from repplan.text import clip, pad, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repplan.cli.show import Line
    from repplan.find.queries import Hit

KINDS = {
    "provider": N_("provider"),
    "account": N_("account"),
    "objective": N_("objective"),
    "visit": N_("visit"),
    "followup": N_("follow-up"),
    "concern": N_("cares"),
    "note": N_("note"),
    "product": N_("product"),
}
_KIND = 10
_REF = 7


def hit_lines(
    found: Sequence[Hit], said: str, language: str, today: date, columns: int
) -> list[Line]:
    """Return a line for each hit: what it is, whose and when, its words, its ref."""
    if not found:
        return [_("Nothing found for “{said}”.").format(said=clip(said, columns))]
    lines: list[Line] = []
    for hit in found:
        day = show_day(date.fromisoformat(hit.on), today, language) if hit.on else ""
        head = "  ".join(part for part in (hit.who, day) if part)
        text = hit.title if hit.kind in {"provider", "account"} else hit.excerpt or hit.title
        if hit.kind == "provider" and hit.excerpt:
            text = f"{hit.title}  {hit.excerpt}"
        room = columns - _KIND - _REF - 1
        said_here = f"{head}: {text}" if head else text
        shown = clip(" ".join(said_here.split()), room)
        lines.append(
            [
                (pad(_(KINDS[hit.kind]), _KIND), "mark"),
                (pad(shown, room) if width(shown) < room else shown, ""),
                (f" {hit.short}", "faint"),
            ]
        )
    return lines


def hits_json(found: Sequence[Hit]) -> dict[str, object]:
    """Return what was found as JSON."""
    return {
        "hits": [
            {
                "ref": hit.ref,
                "kind": hit.kind,
                "title": hit.title,
                "excerpt": hit.excerpt,
                "score": hit.score,
                "provider": hit.who or None,
                "date": hit.on,
            }
            for hit in found
        ]
    }
