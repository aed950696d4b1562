"""How to say whom or what one means: short, clear, and beginning as it was typed if possible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.ids import ALPHABET, TABLES
from repplan.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from repplan.offers.model import Item, Person

_SHORT = 3
"""Words up to this length (the, by, of) tell no item from another."""


def way_to_say(person: Person, typed: str, is_sole: Callable[[str], bool]) -> str:
    """Return the shortest way to say this person that means nobody else.

    It begins as typed if one of their names does: then a shell can go on from it. ``patel`` for
    two of that name becomes ``Patel, Anjali``, for namesakes ``Patel, Anjali@Oakwood``; where
    nothing tells them apart it is the ref.
    """
    who, at, _place = typed.partition("@")
    every = _names(person)
    names = [name for name in every if begins(name, who)] or every
    if not at:
        for name in names:
            if is_sole(name):
                return name
    for name in names if person.place else ():
        if is_sole(f"{name}@{person.place}"):
            return f"{name}@{person.place}"
    return person.ref


def whole_way(person: Person, typed: str) -> str:
    """Return the whole name, whoever else may have it; the family name first if so begun."""
    who, at, _place = typed.partition("@")
    names = [name for name in _names(person) if name != person.family] or [person.whole]
    name = next((name for name in names if begins(name, who)), names[0])
    return f"{name}@{person.place}" if at and person.place else name


def key_for(person: Person, said: str, typed: str) -> str:
    """Return a search word of theirs that begins letter by letter as typed; empty: none does.

    The one that is ``said`` without its blanks and marks, else the longest, which tells most;
    with the place, where ``said`` needs it.
    """
    name, at, place = said.partition("@")
    begun = [key for key in person.keys if key.startswith(typed.casefold())]
    best = max(begun, key=lambda key: (key == _plain(name), len(key)), default="")
    return f"{best}{at}{place}" if best else ""


def next_words(person: Person, typed: str) -> list[str]:
    """Return the parts of a name that begin as typed: how a name of several words goes on."""
    parts = f"{person.given} {person.family} {person.native}".split()
    return [part for part in dict.fromkeys(parts) if begins(part, typed)]


def begins(word: str, typed: str) -> bool:
    """Whether a word begins as typed, but for case and accents, blanks and marks."""
    return fold(word).startswith(fold(typed)) or _plain(word).startswith(_plain(typed) or "\0")


def looks_like_ref(typed: str) -> bool:
    """Whether this is the beginning of a ref: a letter, a dash, and what refs are made of."""
    letter, dash, rest = typed.lower().partition("-")
    return bool(dash) and letter in TABLES and set(rest) <= set(ALPHABET)


def telling_words(items: Sequence[Item], typed: str) -> list[tuple[str, Item]]:
    """Return for each item a word of its text that begins as typed and that tells it best.

    That is the one that the fewest others have, the longest of them. What a shell can't take as
    one word is left out.
    """
    words = [{fold(word.strip(_AROUND)): word.strip(_AROUND) for word in item.what.split()}
             for item in items]  # fmt: skip
    told = []
    for item, own in zip(items, words, strict=True):
        begun = [key for key in own if key.startswith(fold(typed)) and _tells(key)]
        if begun:
            best = min(begun, key=lambda key: (sum(key in other for other in words), -len(key)))
            told.append((own[best], item))
    return told


_AROUND = ".,;:!?()[]\"'“”‘’。，；：！？（）"


def _plain(word: str) -> str:
    return "".join(filter(str.isalnum, fold(word)))


def _tells(word: str) -> bool:
    return len(word) > _SHORT or not word.isascii()


def _names(person: Person) -> list[str]:
    """Return all names of a person, the best first; a Chinese family name alone is nobody's."""
    given, family = person.given, person.family
    names = [person.native]
    if family.isascii() or not person.native:
        turned = f"{family}, {given}" if given and family else ""
        names += [family, f"{given} {family}".strip(), turned]
    return list(dict.fromkeys(name for name in [*names, person.whole] if name))
