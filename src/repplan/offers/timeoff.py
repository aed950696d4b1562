"""What time off is called by: its ref."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.offers import queries
from repplan.offers.completers import asking, by_ref

if TYPE_CHECKING:
    from repplan.cli.complete import Offer, Typing


def time_off(typing: Typing) -> list[Offer]:
    """Return the time off that counts from today on, by ref; words of it are typed without help."""
    if typing.before:
        return []
    with asking(typing) as asked:
        return by_ref(asked, "time_off", queries.time_off(asked.db, asked.text, asked.today))
