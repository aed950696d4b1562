"""Whose record these words mean: names before text, and a word by its beginning alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from repplan.providers.queries import called, splits
from repplan.text import fold, is_in

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence


class _Owned(Protocol):
    @property
    def provider_id(self) -> str | None: ...


Item = TypeVar("Item", bound=_Owned)


def meant(
    db: sqlite3.Connection, said: str, items: Sequence[Item], text: Callable[[Item], str]
) -> tuple[list[Item], bool]:
    """Return the items that these words mean, and whether a name tells whose they are.

    Those of whom the first words mean, with all the others in their text (``patel dizzy``); else
    those with all the words in it, which is a guess: so it is where several are called so.
    """
    texts = {id(item): fold(text(item)) for item in items}
    for who, words in splits(said):
        people = {one.id for one in called(db, who)}
        found = [
            item
            for item in items
            if item.provider_id in people and all(is_in(word, texts[id(item)]) for word in words)
        ]
        if found:
            return found, len(people) == 1
    words = fold(said).split()
    return [
        item for item in items if words and all(is_in(w, texts[id(item)]) for w in words)
    ], False
