"""The labelled sentences: which are learned from, and which settle when something is asked about.

Both are of ``tests/screening``: learned from are those that the written rules were mended with, and
``sentences/taught``. By ``sentences/settled`` it is settled above which score something is asked
about: scores of what was learned from would flatter. ``sentences/kept`` are for neither:
``make bench`` scores them.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bench.screening import USES, rule_sets, sentences_of
from repplan.screening.likeness import read, units_of
from repplan.screening.model import IDENTITY, OFFLABEL, SAFETY
from repplan.screening.phrases import plain, tokens
from repplan.screening.rules import (
    drugs_of,
    identity_ruled,
    is_of_label,
    offlabel_ruled,
    safety_ruled,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repplan.screening.likeness import Read
    from repplan.screening.model import ProductUses

FOLDER = Path(__file__).parents[2] / "tests" / "screening" / "sentences"
LABELS = (SAFETY, OFFLABEL, IDENTITY)
"""In their order: of what is several the first is its label."""

ORDINARY = "ordinary"
"""The label of plain notes in which nobody looked for near misses."""


class Sentence:
    """One labelled sentence, as the screen reads it, and which labels the written rules give it."""

    def __init__(self, label: str, text: str, uses: Sequence[ProductUses]) -> None:
        """Take it apart."""
        self.label = label.replace("none", "")
        self._text, self._uses = text, uses
        self._flat = plain(text)
        self._toks = tokens(self._flat)
        self._drugs = drugs_of(uses)
        self.language, units = units_of(self._flat, self._toks, self._drugs)
        self.said = [one.said for one in units]

    @cached_property
    def read(self) -> Read:
        """How it is read: by the weights that lie in the program now."""
        return read(self._flat, self._toks, self._drugs)

    @property
    def is_of_label(self) -> bool:
        """Whether all that it is for stands in the label."""
        return is_of_label(self._flat, self._toks, self._uses)

    @property
    def is_harmless(self) -> bool:
        """Whether nothing in it is to be asked about."""
        return self.label in {"", ORDINARY}

    @property
    def targets(self) -> np.ndarray:
        """Return whether it is of each label; not a number where that isn't known."""
        found = np.array([float(self.label == label) for label in LABELS])
        if self.label == SAFETY:
            found[LABELS.index(IDENTITY)] = np.nan
        if self.label == IDENTITY:
            found[LABELS.index(OFFLABEL)] = np.nan
        return found

    def finds(self, label: str) -> list[tuple[str, int, int]]:
        """Return what the written rules find."""
        flat, toks, drugs = self._flat, self._toks, self._drugs
        if label == SAFETY:
            return safety_ruled(flat, toks, drugs)
        if label == OFFLABEL:
            return offlabel_ruled(flat, toks, drugs, self._uses)
        return identity_ruled(self._text, flat, toks, "us", drugs)


def taught(language: str) -> list[Sentence]:
    """Return the sentences of a language that are learned from."""
    rows = [(label, text, USES) for name in rule_sets() for label, _policy, text in name]
    return _in(language, [*rows, *_files("taught")])


def settled(language: str) -> list[Sentence]:
    """Return the sentences of a language by which thresholds are settled."""
    return _in(language, _files("settled"))


def _files(name: str) -> list[tuple[str, str, tuple[ProductUses, ...]]]:
    return [row for path in sorted((FOLDER / name).glob("*.tsv")) for row in sentences_of(path)]


def _in(language: str, rows: Sequence[tuple[str, str, tuple[ProductUses, ...]]]) -> list[Sentence]:
    found = [Sentence(*row) for row in rows]
    return [one for one in found if one.language == language and len(one.said) > 1]
