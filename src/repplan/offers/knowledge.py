"""What messages, objections and materials complete to: refs, products, words that tell one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.offers import queries
from repplan.offers.completers import asking, by_ref, each_once, telling
from repplan.offers.rules import begins, looks_like_ref
from repplan.products.rules import holds
from repplan.records import replace
from repplan.text import fold

if TYPE_CHECKING:
    from repplan.cli.complete import Offer, Typing


def messages(typing: Typing) -> list[Offer]:
    """Return messages in use by ref; behind other words, a word that tells one."""
    return _offered(typing, "message", "claim")


def objections(typing: Typing) -> list[Offer]:
    """Return objections in use by ref; behind other words, a word that tells one."""
    return _offered(typing, "objection", "text")


def materials(typing: Typing) -> list[Offer]:
    """Return materials in use by ref; behind other words, a word that tells one."""
    return _offered(typing, "material", "title")


def _offered(typing: Typing, table: str, column: str) -> list[Offer]:
    with asking(typing) as asked:
        found = queries.said_of_products(asked.db, table, column)
        if not typing.text or looks_like_ref(typing.text):
            if typing.before and not all(map(looks_like_ref, typing.before)):
                return []
            begun = [one for one in found if one.ref.startswith(typing.text.lower())]
            return by_ref(asked, table, begun[: queries.MOST])
        words = [fold(word) for word in typing.before]
        fit = [one for one in found if holds(words, one.what, name=one.whose)]
        whole = [replace(one, what=f"{one.whose} {one.what}") for one in fit]
        begun = [one for one in whole if any(begins(w, typing.text) for w in one.what.split())]
        return each_once(telling(begun, typing))[: queries.MOST]
