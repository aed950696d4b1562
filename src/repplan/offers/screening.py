"""What a watch word is called by: itself."""

from __future__ import annotations

from gettext import pgettext

from repplan.cli.complete import Offer, Typing
from repplan.offers.completers import asking
from repplan.offers.queries import MOST
from repplan.offers.rules import begins
from repplan.screening.own_words import word_list


def words(typing: Typing) -> list[Offer]:
    """Return the words that the rep has added to those that are watched for."""
    with asking(typing) as asked:
        found = [word for word in word_list(asked.db) if begins(word.text, typing.text)]
        return [Offer(word.text, pgettext("label", word.label)) for word in found[:MOST]]
