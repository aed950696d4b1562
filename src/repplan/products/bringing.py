"""What to take along to a talk, and which material these words are: rules without SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.products.conditions import covers
from repplan.products.model import OWN_NEWS
from repplan.products.topics import ENOUGH, clearest, closeness, is_thing, likeness, shared
from repplan.records import dataclass
from repplan.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from repplan.products.choosing import Why
    from repplan.products.model import Material


_MOSTLY = 0.6
"""How much of a title or a topic a message must be about to bring the material."""


@dataclass(frozen=True)
class Bring:
    """Something to take along and why: a ``material``, or ``what`` was promised in words."""

    what: str
    why: Why
    material: Material | None = None
    ref: str | None = None


@dataclass(frozen=True)
class Wish:
    """What makes one bring things: promise, question, concern, objection, objective or message.

    ``text`` is its words, of a message what is said in it.
    """

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

    ``materials`` are approved ones; what is only for the rep to know is left out. A promise stands
    in its own words where no material is it; all else brings what is about it, or nothing.
    ``given``: ids that they already have.
    """
    has = set(given)
    materials = [one for one in materials if one.kind not in OWN_NEWS]
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
        among = [one for one in among if one.id not in has]
        if wish.term == "concern":
            # Whom it is about is looked at where it is near: that is told at a tenth of the time.
            among = [
                one
                for one in among
                if closeness(wish.text, _words_of(one)) >= ENOUGH
                and covers(wish.text, _words_of(one), "")
            ]
        find = _of_message if wish.term == "message" else _about
        one = find(wish.text, among)
        if one:
            found.setdefault(one.id, Bring(one.title, why, one, wish.ref))
    return tuple(found.values())[:most]


def _words_of(one: Material) -> str:
    return "; ".join((one.title, one.summary or "", *one.topics))


def _about(said: str, materials: Sequence[Material]) -> Material | None:
    """The material that is most about these words; the first of equals, None: none is."""
    return _most([closeness(said, _words_of(one)) for one in materials], materials, ENOUGH)


def _of_message(said: str, materials: Sequence[Material]) -> Material | None:
    """The material that what is said in a message is most about; None: none is."""
    return _most(
        [
            max(closeness(text, said) if shared(text, said) else 0.0 for text in _named(one))
            for one in materials
        ],
        materials,
        _MOSTLY,
    )


def _named(one: Material) -> tuple[str, ...]:
    """Its title and its topics, each by itself."""
    return (one.title, *one.topics)


def _most(fits: Sequence[float], materials: Sequence[Material], least: float) -> Material | None:
    best = max(range(len(fits)), key=lambda at: (fits[at], -at), default=-1)
    return materials[best] if best >= 0 and fits[best] >= least else None


def meant_material(said: str, materials: Sequence[Material]) -> Material | None:
    """Return the one material whose title these words are; None: none, or not one alone."""
    best = clearest([(likeness(said, one.title), one) for one in materials])
    return best[0] if len(best) == 1 else None
