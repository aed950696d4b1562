"""What a consent is called by: its ref, else the provider whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.cli.complete import one_of, provider_names
from repplan.consents.model import CHANNELS
from repplan.offers import queries
from repplan.offers.completers import asking, by_ref
from repplan.offers.rules import looks_like_ref

if TYPE_CHECKING:
    from repplan.cli.complete import Offer, Typing


def consents(typing: Typing) -> list[Offer]:
    """Return consents by ref, the newest first; a name begun: people, and behind it the channel."""
    if typing.before:
        return one_of(*CHANNELS)(typing)
    if typing.text and not looks_like_ref(typing.text):
        return provider_names(typing)
    with asking(typing) as asked:
        return by_ref(asked, "consent", queries.consents(asked.db, asked.text))
