"""What a rollout is called by: its ref, else its product and behind that where it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.cli.complete import Offer, Typing
from repplan.offers.completers import asking
from repplan.offers.queries import MOST
from repplan.offers.rules import begins, looks_like_ref
from repplan.rollouts import queries
from repplan.store.refs import short_refs

if TYPE_CHECKING:
    from repplan.rollouts.model import Rollout


def rollouts(typing: Typing) -> list[Offer]:
    """Return the rollouts that go on, by ref; a word begun: the products, then their places."""
    with asking(typing) as asked:
        found = queries.rollouts(asked.db)[:MOST]
        if typing.before:
            product = " ".join(typing.before)
            places = [one.where for one in found if begins(one.product, product)]
            return [Offer(place) for place in dict.fromkeys(places) if begins(place, typing.text)]
        if typing.text and not looks_like_ref(typing.text):
            products = dict.fromkeys(one.product for one in found)
            return [Offer(name) for name in products if begins(name, typing.text)]
        refs = short_refs(asked.db, "rollout", [one.ref for one in found])
        return [
            Offer(refs[one.ref], _told(one)) for one in found if one.ref.startswith(typing.text)
        ]


def _told(one: Rollout) -> str:
    return f"{one.product}, {one.where}"
