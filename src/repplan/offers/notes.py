"""What a note is called by: its ref, else the provider that it is on, and a word of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.cli.complete import provider_names
from repplan.offers import queries
from repplan.offers.completers import asking, by_ref
from repplan.offers.rules import looks_like_ref

if TYPE_CHECKING:
    from repplan.cli.complete import Offer, Typing


def notes(typing: Typing) -> list[Offer]:
    """Return the newest notes by ref, personal ones without their words; a name begun: people."""
    if typing.before:
        return []
    if typing.text and not looks_like_ref(typing.text):
        return provider_names(typing)
    with asking(typing) as asked:
        return by_ref(asked, "note", queries.notes(asked.db, asked.text))
