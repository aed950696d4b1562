"""What the demo made, and how to play with it."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from repplan.cli.show import Line


def demo_lines(path: Path, counts: dict[str, int], who: str, *, is_yours: bool) -> list[Line]:
    """Return where the demo store is, what is in it, and three commands to try.

    ``who`` is somebody in it; ``is_yours``: it is in the language of the screen.
    """
    lines: list[Line] = []
    if counts:
        lines.append(
            _("A made-up territory: {provider} people, {account} accounts, {visit} visits.").format(
                **counts
            )
        )
    else:
        lines.append(_("Your demo territory is still there (make it anew: --anew)."))
    if not is_yours:
        lines.append(_("It is in another language. To have it in yours: repplan demo --anew"))
    lines += [
        _("Your own store isn't touched. To play in this terminal:"),
        f"  export REPPLAN_STORE={path}",
        "  repplan due",
        f"  repplan brief {who}",
        _("or see a day played: repplan demo --play"),
    ]
    return lines


def demo_json(path: Path, counts: dict[str, int]) -> dict[str, object]:
    """Return the demo store's path and what was put into it; no counts: it was there."""
    return {"store": str(path), "counts": counts or None}
