"""What to take along to a talk, and which material these words are: rules without SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.products.topics import ENOUGH, clearest, closeness, is_thing, likeness
from repplan.records import dataclass
from repplan.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from repplan.products.choosing import Why
    from repplan.products.model import Material


@dataclass(frozen=True)
class Bring:
    """Something to take along and why: a ``material``, or ``what`` was promised in words."""

    what: str
    why: Why
    material: Material | None = None
    ref: str | None = None


@dataclass(frozen=True)
class Wish:
    """What makes one bring things: ``term`` promise, question, concern or objective, its words."""

    term: str
    text: str
    ref: str | None = None


def bring(
    wishes: Sequence[Wish],
    materials: Sequence[Material],
    *,
    product_id: str | None,
    given: Iterable[str] = (),
    most: int = 4,
) -> tuple[Bring, ...]:
    """Return what to take along, promises first, each thing once.

    ``materials`` are approved ones. A promise stands in its own words where no material is it; a
    question, a concern and the objective bring what is about them; the product's own leaflet or
    article only where no other material does, and they care about nothing else. ``given``: ids that
    they already have.
    """
    has = set(given)
    found: dict[str, Bring] = {}
    # A talk on one product is not one on another: what they asked for, and were promised, may be.
    own = [one for one in materials if one.product_id in {None, product_id} or not product_id]
    of_talk = {one.id for one in own}
    others = [one for one in materials if one.id not in of_talk]
    for wish in wishes:
        why = ((wish.term, wish.text),)
        if wish.term == "promise":
            if is_thing(wish.text):
                one = meant_material(wish.text, materials)
                key = one.id if one else fold(wish.text)
                found.setdefault(key, Bring(wish.text, why, one, wish.ref))
            continue
        among = [*own, *others] if wish.term == "question" else own
        one = _about(wish.text, [other for other in among if other.id not in has])
        if one:
            found.setdefault(one.id, Bring(one.title, why, one, wish.ref))
    cares = any(wish.term == "concern" for wish in wishes)
    if product_id and not cares and not any(one.material for one in found.values()):
        theirs = (one for one in own if one.product_id and one.id not in has)
        one = next((one for one in theirs if one.kind in {"leaflet", "article"}), None)
        if one:
            found[one.id] = Bring(one.title, (("product", one.product or ""),), one)
    return tuple(found.values())[:most]


def _about(said: str, materials: Sequence[Material]) -> Material | None:
    """The material that is most about these words; the first of equals, None: none is."""
    scored = [
        (
            closeness(said, "; ".join((one.title, one.summary or "", *one.topics))),
            -at,
            one,
        )
        for at, one in enumerate(materials)
    ]
    best = max(scored, key=lambda pair: pair[:2], default=None)
    return best[2] if best and best[0] >= ENOUGH else None


def meant_material(said: str, materials: Sequence[Material]) -> Material | None:
    """Return the one material whose title these words are; None: none, or not one alone."""
    best = clearest([(likeness(said, one.title), one) for one in materials])
    return best[0] if len(best) == 1 else None
