"""The nearest names to a misspelt one. Loaded only where nobody answered to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import distance, process

from repplan.accounts import queries as accounts
from repplan.i18n.names import read_who
from repplan.providers import queries
from repplan.text import fold, is_ideograph

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

_LIKE = 0.82
"""How alike two words must be (Jaro-Winkler, 1 is the same) to be offered."""

_MOST = 5


def nearest_names(db: sqlite3.Connection, said: str) -> tuple[str, ...]:
    """Return up to five provider names like these words, the likest first. It never acts."""
    keys = queries.keys(db)
    who = read_who(said)
    names: dict[str, None] = {}
    if who.title:  # their name is known, their title is another
        names.update(dict.fromkeys(one.name for one in queries.called(db, " ".join(who.words))))
    for word in sorted(who.words, key=len, reverse=True):
        is_chinese = all(map(is_ideograph, word))
        for key in _like_chinese(word, keys) if is_chinese else _like(word, keys):
            names.update(dict.fromkeys(queries.names_with_key(db, key)))
    return tuple(names)[:_MOST]


def _like(word: str, keys: Sequence[str]) -> list[str]:
    """Return the keys that a word is like, the likest first."""
    found = process.extract(
        word, keys, scorer=distance.JaroWinkler.similarity, limit=_MOST, score_cutoff=_LIKE
    )
    return [key for key, _score, _index in found]


def _like_chinese(word: str, keys: Sequence[str]) -> list[str]:
    """Return the keys that sound like a Chinese name, then those with one character other.

    Of the latter those that sound most like it come first: 王见国 is rather 王建国 than 王卫国.
    """
    # A big dictionary, that no misspelling in letters needs.
    from repplan.i18n.pinyin import pinyin_of

    sound = fold(pinyin_of(word)).replace(" ", "")
    same = [key for key in keys if key == sound] if len(word) > 1 else []
    if not _SHORTEST <= len(word) <= _LONGEST:
        return same
    near = {
        key: distance.Levenshtein.distance(sound, fold(pinyin_of(key)).replace(" ", ""))
        for key in keys
        if len(key) == len(word) and _off(word, key) == 1
    }
    return [*same, *sorted(near, key=lambda key: (near[key], key))]


def _off(one: str, other: str) -> int:
    """Return how many characters of two words of one length differ."""
    return sum(a != b for a, b in zip(one, other, strict=True))


_SHORTEST, _LONGEST = 2, 4
"""Characters of a Chinese name of which one may be wrong."""


def nearest_accounts(db: sqlite3.Connection, said: str) -> tuple[str, ...]:
    """Return up to five names of accounts like these words, the likest first."""
    found = process.extract(
        fold(said),
        accounts.names(db),
        processor=fold,
        scorer=distance.JaroWinkler.similarity,
        limit=_MOST,
        score_cutoff=0.85,
    )
    return tuple(name for name, _score, _index in found)
