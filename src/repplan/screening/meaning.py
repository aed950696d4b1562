"""What words mean, as far as it was learned: words that mean alike answer alike.

Weights of words know the words that they were learned from. Here each of some ten thousand words
has numbers of its own, learned so that words that are used alike have numbers alike: what was
learned of "wobbly" holds of "shaky". A filter adds a word's numbers, or those of three words in a
row, and answers with its strongest place in the text: a convolution (Kim, EMNLP 2014) whose
products were all multiplied out beforehand, so that only sums are left to do.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING
from zlib import crc32

from repplan.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

UNKNOWN = ""
"""The word that stands for every word without numbers."""

LONGEST = 5
"""Characters of the longest Chinese word."""


@dataclass(frozen=True)
class Word:
    """A word: which row of numbers it has, its first unit and the one behind its last."""

    row: int
    begin: int
    end: int


@dataclass(frozen=True)
class Meaning:
    """The numbers of each word: signed bytes, ``scale`` times smaller than what they stand for.

    ``words`` are the words' codes, sorted, which puts ``UNKNOWN`` first. A row holds what the word
    adds to each of the ``alone`` filters of one word; then, to each of the ``beside`` filters of
    three, what it adds as the first, the middle and the last. ``least`` is what is added to each
    filter's strongest sum.
    """

    words: Sequence[int]
    rows: memoryview
    scale: float
    alone: int
    beside: int
    least: Sequence[float]

    @property
    def width(self) -> int:
        """Numbers of a row."""
        return self.alone + 3 * self.beside

    def row_of(self, word: str) -> int:
        """Return which row a word has; 0 where it has none."""
        code = code_of(word)
        at = bisect_left(self.words, code)
        return at if at < len(self.words) and self.words[at] == code else 0

    def found(self, said: Sequence[str], language: str) -> tuple[Word, ...]:
        """Return the words of some units."""
        bounds = (
            zip(range(len(said)), range(1, len(said) + 1), strict=True)
            if language == "english"
            else parted(said, lambda word: self.row_of(word) > 0)
        )
        return tuple(Word(self.row_of("".join(said[a:b])), a, b) for a, b in bounds)

    def answers(self, words: Sequence[Word]) -> list[float]:
        """Return each filter's answer to some words, at least one: never below 0."""
        strongest = [max(sums) for sums in zip(*self._alone(words), strict=True)]
        strongest += [max(sums) for sums in zip(*self._beside(words), strict=True)]
        return [
            max(0.0, self.scale * most + least)
            for most, least in zip(strongest, self.least, strict=True)
        ]

    def places(self, words: Sequence[Word]) -> list[tuple[int, int]]:
        """Return, for each filter, (first unit, unit behind the last) of where it answers."""
        last = len(words) - 1
        found: list[tuple[int, int]] = []
        for sums in zip(*self._alone(words), strict=True):
            one = words[sums.index(max(sums))]
            found.append((one.begin, one.end))
        for sums in zip(*self._beside(words), strict=True):
            at = sums.index(max(sums))
            found.append((words[max(at - 1, 0)].begin, words[min(at + 1, last)].end))
        return found

    def _alone(self, words: Sequence[Word]) -> list[memoryview]:
        return [self._numbers(one, 0, self.alone) for one in words]

    def _beside(self, words: Sequence[Word]) -> list[list[int]]:
        """Return the sums of each word and its neighbours; beyond the edges are none."""
        first, middle, last = (
            [self._numbers(one, self.alone + at * self.beside, self.beside) for one in words]
            for at in range(3)
        )
        none = memoryview(bytes(self.beside))
        return [
            [a + b + c for a, b, c in zip(*three, strict=True)]
            for three in zip([none, *first[:-1]], middle, [*last[1:], none], strict=True)
        ]

    def _numbers(self, one: Word, begin: int, many: int) -> memoryview:
        at = one.row * self.width + begin
        return self.rows[at : at + many]


def code_of(word: str) -> int:
    """Return the number by which a word is looked up: quicker to load than ten thousand words."""
    return crc32(word.encode())


def parted(said: Sequence[str], is_known: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """Yield (first, behind the last) of each Chinese word: the longest known one, else a sign."""
    at = 0
    while at < len(said):
        end = next(
            (
                end
                for end in range(min(at + LONGEST, len(said)), at + 1, -1)
                if is_known("".join(said[at:end]))
            ),
            at + 1,
        )
        yield at, end
        at = end
