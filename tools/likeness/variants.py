"""Variants of taught sentences: other words of like use, parts of two joined, a word left out.

What they are labelled is the teacher's to say (Jiao et al., EMNLP Findings 2020, vary so); where
there is no teacher, only what can't change a label is varied.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import numpy as np

from repplan.screening.meaning import parted
from tools.likeness.net import Row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tools.likeness.sentences import Sentence

_MARKS = frozenset(",;.>")
_LONGEST = {"english": 40, "chinese": 60}
_JOINED = 0.35
_SHARES = (0.1, 0.2, 0.4)
"""How many of a variant's words are others."""


class Varying:
    """Variants of some sentences."""

    def __init__(
        self,
        language: str,
        taught: Sequence[Sentence],
        near: Mapping[str, Sequence[str]],
        seed: int,
    ) -> None:
        """``near``: word → the words used most like it."""
        self.language = language
        self.near = near
        self.chance = random.Random(seed)
        self.known = frozenset(near).union(*near.values())
        self.rows = [self.words(one.said) for one in taught]
        self.plain = [
            self.words(one.said) for one in taught if one.is_harmless and len(one.said) < 14
        ]

    def words(self, said: Sequence[str]) -> list[str]:
        """Return the words of some units."""
        if self.language == "english":
            return list(said)
        return ["".join(said[a:b]) for a, b in parted(said, self.known.__contains__)]

    def many(self, count: int) -> list[Row]:
        """Return so many variants, labelled nothing."""
        unknown = np.full(3, np.nan)
        found: list[Row] = []
        while len(found) < count:
            words = list(self.chance.choice(self.rows))
            if self.chance.random() < _JOINED:
                words = self._joined(words)
            if not 3 <= len(words) <= _LONGEST[self.language]:
                continue
            words = self._others(words, self.chance.choice(_SHARES))
            if len(words) > 5 and self.chance.random() < 0.3:
                del words[self.chance.randrange(len(words))]
            found.append(Row(self._units(words), unknown))
        return found

    def alike(self, row: Row) -> Row:
        """Return a row of the same label: few other words, a plain sentence before or behind."""
        words = self.words(row.said)
        if self.chance.random() < 0.5:
            words = self._others(words, 0.15)
        if self.chance.random() < 0.2:
            plain = self.chance.choice(self.plain)
            words = [*words, ",", *plain] if self.chance.random() < 0.5 else [*plain, ",", *words]
        return Row(self._units(words), row.targets)

    def _joined(self, words: Sequence[str]) -> list[str]:
        other = self.chance.choice(self.rows)
        return [*words[: self._cut(words)], *other[self._cut(other) :]]

    def _cut(self, words: Sequence[str]) -> int:
        """Return where a sentence is cut: every other time behind a mark, if there is one."""
        marks = [at + 1 for at, word in enumerate(words) if word in _MARKS]
        if marks and self.chance.random() < 0.5:
            return self.chance.choice(marks)
        return self.chance.randrange(len(words))

    def _others(self, words: Sequence[str], share: float) -> list[str]:
        return [
            self.chance.choice(self.near[word])
            if self.near.get(word) and self.chance.random() < share
            else word
            for word in words
        ]

    def _units(self, words: Sequence[str]) -> tuple[str, ...]:
        if self.language == "english":
            return tuple(words)
        return tuple(unit for word in words for unit in ([word] if word == "药x" else word))
