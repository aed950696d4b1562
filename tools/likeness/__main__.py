"""Learn how what must be asked about reads: writes ``src/repplan/screening/*.weights``.

    make weights

Each language's net learns from what teachers say of variants of the taught sentences, and from the
sentences themselves. The English teachers are language models. For Chinese no such model is to be had
as a package: there the teachers are three wider nets, learned from the sentences and varied words.
What a rule's find is worth beside the net, and above which score something is asked about, is
settled on sentences that nothing was learned from.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch

from repplan.screening.meaning import UNKNOWN
from repplan.screening.model import IDENTITY, OFFLABEL, SAFETY
from tools.likeness.net import Net, Row, Shape, learn
from tools.likeness.sentences import LABELS, settled, taught
from tools.likeness.variants import Varying
from tools.likeness.vectors import vectors_of
from tools.likeness.written import write, write_least

if TYPE_CHECKING:
    from tools.likeness.sentences import Sentence
    from tools.likeness.teacher import Teacher

SEED = 1
VARIANTS = 100_000
SMALL = Shape(alone=16, beside=48, left_out=0.2, words_left_out=0.05, rounds=3)
WIDE = Shape(alone=64, beside=128, left_out=0.5, words_left_out=0.2, rounds=10)
TEACHERS = {"english": 2, "chinese": 3}
"""How many are asked: language models, or wide nets where there is none."""

NEAR = 8
"""Neighbours of a word."""

COMMON = 6_000
"""How many of the most frequent words are kept though no taught sentence has one like them."""

OFTEN = 3
"""A word without a vector is kept if so many sentences have it."""

_SURE = 99.0

FALSE_ALARMS = {SAFETY: 0.045, OFFLABEL: 0.02, IDENTITY: 0.025}
"""How many of the harmless settled sentences may be asked about: most of those are near misses."""

RULED = {
    SAFETY: (0.0, 0.5, 1.0, 1.5, 2.0, 2.5),
    OFFLABEL: (0.0, 0.5, 1.0, 1.5, 2.0),
    IDENTITY: (0.0,),
}
"""What a rule's find may add. Names are told by rules; what reads otherwise is but remarked."""

NAMED = 4.0
"""What a name adds: of four hundred that rules found aside one reads less like it."""


def main() -> None:
    """Learn each language's weights and write them."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--vectors", type=Path, required=True, help="where they are unpacked")
    options.add_argument("--kept", type=Path, required=True, help="what is made on the way")
    options.add_argument("--settle", action="store_true", help="learn nothing, settle anew")
    options.add_argument("languages", nargs="*", default=["english", "chinese"])
    told = options.parse_args()
    told.kept.mkdir(exist_ok=True)
    for language in told.languages:
        if not told.settle:
            _learn(language, told.vectors, told.kept)
        write_least(language, settle(language))


class Course:
    """What one language is learned from: its sentences, their words, and variants of them."""

    def __init__(self, language: str, folder: Path) -> None:
        """Read it."""
        self.language = language
        self.sentences = taught(language)
        self.rows = [Row(tuple(one.said), one.targets) for one in self.sentences]
        self.vectors = vectors_of(language, folder)
        by_length = Varying(language, [], {"": self.vectors.words}, SEED)
        counts = Counter(word for one in self.sentences for word in set(by_length.words(one.said)))
        near = self.vectors.neighbours(counts, NEAR)
        kept = {word for word, n in counts.items() if word in self.vectors.index or n >= OFTEN}
        kept |= {one for others in near.values() for one in others}
        kept |= set(self.vectors.words[:COMMON])
        self.words = [UNKNOWN, *sorted(one for one in kept if one.strip())]
        self.varying = Varying(language, self.sentences, near, SEED)
        self.variants = self.varying.many(VARIANTS)

    def net(self, shape: Shape, seed: int) -> Net:
        """Return a net that knows nothing yet but the words' vectors."""
        torch.manual_seed(seed)
        return Net(self.language, self.words, self.vectors, shape)


def _learn(language: str, folder: Path, kept: Path) -> None:
    course = Course(language, folder)
    counts = dict(Counter(one.label for one in course.sentences))
    print(f"{language}: {counts}; {len(course.words)} words; seed {SEED}", flush=True)
    shares = 1 / (1 + np.exp(-_taught_by(course, kept)))
    lesson = [Row(one.said, share) for one, share in zip(course.variants, shares, strict=False)]
    for one, share in zip(course.rows, shares[len(course.variants) :], strict=True):
        both = np.where(np.isnan(one.targets), share, (one.targets + share) / 2)
        lesson += [Row(one.said, both)] * 2
    net = learn(course.net(SMALL, SEED), lesson, SEED)
    write(net, len(course.sentences))


def _taught_by(course: Course, kept: Path) -> np.ndarray:
    """Return (variants and rows, labels): what the teachers say, on average."""
    each: list[np.ndarray] = []
    for seed in range(SEED, SEED + TEACHERS[course.language]):
        path = kept / f"{course.language}_{seed}.npy"
        if not path.exists():
            np.save(path, _said_by(course, seed))
        each.append(np.load(path))
    found: np.ndarray = np.mean(each, axis=0)
    return found


def _said_by(course: Course, seed: int) -> np.ndarray:
    """Return (variants and rows, labels): what one teacher says."""
    asked = [*course.variants, *course.rows]
    teacher: Net | Teacher
    if course.language == "english":
        from tools.likeness.teacher import tuned

        teacher = tuned(course.rows, len(LABELS), seed)
    else:
        teacher = learn(course.net(WIDE, seed), course.rows, seed, course.varying.alike)
    found: np.ndarray = teacher.scores(asked)
    return found


def settle(language: str) -> dict[str, tuple[float, float]]:
    """Return label → (what a rule's find adds, above which score something is asked about)."""
    sentences = settled(language)
    found: dict[str, tuple[float, float]] = {}
    is_harmless = np.array([one.is_harmless for one in sentences])
    for label in LABELS:
        is_it = np.array([one.label == label for one in sentences])
        best = (-1.0, 0.0, 0.0)
        scored = [_scored(one, label) for one in sentences]
        for ruled in RULED[label]:
            scores = np.array([max(a + ruled * b for a, b in one) for one in scored])
            if label == OFFLABEL:
                passed = [one.is_of_label and not one.finds(label) for one in sentences]
                scores[np.array(passed)] = -_SURE
            harmless = np.sort(scores[is_harmless])[::-1]
            least = float(harmless[int(FALSE_ALARMS[label] * len(harmless))])
            best = max(best, (float(np.mean(scores[is_it] > least)), ruled, least))
        print(f"  {label}: {best[0]:.3f} found, a rule adds {best[1]}, least {best[2]:.2f}")
        found[label] = (NAMED if label == IDENTITY else best[1], best[2])
    return found


def _scored(one: Sentence, label: str) -> list[tuple[float, bool]]:
    """Return how each stretch reads, and whether a rule found something there.

    Of short ones, and of mixed texts, the rules alone speak.
    """
    ruled = one.finds(label)
    found: list[tuple[float, bool]] = []
    for part in one.read.stretches:
        is_ruled = any(part.start <= at < part.end for _kind, at, _end in ruled)
        score = None if one.read.is_mixed else one.read.score(label, part)
        if score is None:
            score = _SURE if is_ruled else -_SURE
        found.append((score, is_ruled))
    return found


if __name__ == "__main__":
    main()
