"""Learn how what must be asked about reads: writes ``src/repplan/screening/*.weights``.

    make weights

From the labelled sentences of ``tests/screening``: those that the written rules were mended with,
and ``sentences/taught``; ``sentences/kept`` are never learned from, ``make bench`` scores them.
What a rule's find is worth beside the weights, and above which score something is asked about, is
settled on taught sentences by weights that were learned without them, file by file.
"""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from bench.screening import USES, rule_sets, sentences_of
from repplan.screening import likeness
from repplan.screening.likeness import BITS, read
from repplan.screening.model import OFFLABEL, SAFETY
from repplan.screening.phrases import plain, tokens
from repplan.screening.rules import drugs_of, is_of_label, offlabel_ruled, safety_ruled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from repplan.screening.likeness import Read
    from repplan.screening.model import ProductUses

TAUGHT = Path("tests/screening/sentences/taught")
FALSE_ALARMS = {
    ("english", SAFETY): 0.05,
    ("english", OFFLABEL): 0.04,
    ("chinese", SAFETY): 0.075,
    ("chinese", OFFLABEL): 0.03,
}
"""How many of the harmless taught sentences may be asked about: most of those are near misses."""

RULED = {SAFETY: 2.5, OFFLABEL: 0.0}
"""What a rule's find adds at least: a missed event costs more than a question."""

STRENGTH, RATIO, LOWEST = 15.0, 0.7, 1.0
"""Of the regression (C), of the log-count ratios (their power), what is added to each count."""


class Sentence:
    """One labelled sentence, read, and which labels the written rules give it."""

    def __init__(self, label: str, text: str, uses: Sequence[ProductUses]) -> None:
        """Read it as the screen does."""
        flat = plain(text)
        toks = tokens(flat)
        drugs = drugs_of(uses)
        self.label = label
        self.is_of_label = is_of_label(flat, toks, uses)
        self.read: Read = read(flat, toks, drugs)
        self._ruled: dict[str, Callable[[], list[tuple[str, int, int]]]] = {
            SAFETY: lambda: safety_ruled(flat, toks, drugs),
            OFFLABEL: lambda: offlabel_ruled(flat, toks, drugs, uses),
        }

    def finds(self, label: str) -> list[tuple[str, int, int]]:
        """Return what the written rules find."""
        return self._ruled[label]()


class Learner:
    """Weights of one label, learned from sentences."""

    def __init__(self, label: str, taught: Sequence[Sentence]) -> None:
        """Learn them."""
        x = _matrix(one.read.stretches[0].places for one in taught)
        y = np.array([one.label == label for one in taught])
        counts = (x > 0).astype(float)
        yes = np.asarray(counts[y].sum(0)).ravel() + LOWEST
        no = np.asarray(counts[~y].sum(0)).ravel() + LOWEST
        ratios = np.abs(np.log((yes / yes.sum()) / (no / no.sum()))) ** RATIO
        model = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=5000)
        model.fit(x.multiply(ratios).tocsr(), y)
        weights = model.coef_[0] * ratios
        self.scale = float(np.abs(weights).max() / 127)
        self.weights = np.round(weights / self.scale).astype(np.int8)
        self.bias = float(model.intercept_[0])

    def scores(self, one: Sentence) -> list[float]:
        """Return how each stretch of a sentence reads."""
        x = _matrix(stretch.places for stretch in one.read.stretches)
        return [float(it) for it in x @ (self.weights * self.scale) + self.bias]


def _matrix(places: Iterable[frozenset[int]]) -> csr_matrix:
    rows = [sorted(one) for one in places]
    ends = np.cumsum([0, *(len(one) for one in rows)])
    values = np.concatenate([np.full(len(one), 1 / np.sqrt(len(one))) for one in rows])
    return csr_matrix((values, np.concatenate(rows), ends), shape=(len(rows), 1 << BITS))


def settle(
    label: str, files: Sequence[Sequence[Sentence]], base: Sequence[Sentence], share: float
) -> tuple[float, float]:
    """Return (what a rule's find adds, above which score something is asked about).

    ``share`` of the harmless ones may be.

    Each file, and the base, is scored by what was learned of the others. What rules are worth is
    seen in the files alone, and of those in the ones without ordinary notes: the rules were mended
    with the base, ordinary notes were chosen for no rule's finding anything there, or are plain.
    """
    rows: list[tuple[bool, bool, bool]] = []
    scored: list[list[tuple[float, bool]]] = []
    for file in (*files, base):
        rest = [one for other in (*files, base) if other is not file for one in other]
        learner = Learner(label, rest)
        counts = file is not base and all(one.label != "ordinary" for one in file)
        for one in file:
            found = one.finds(label)
            scored.append(
                [
                    (score, any(part.start <= start < part.end for _kind, start, _end in found))
                    for part, score in zip(one.read.stretches, learner.scores(one), strict=True)
                ]
            )
            rows.append((one.label == label, one.label in {"none", ""}, counts))
    is_it, is_harmless, is_fair = np.array(rows).T
    best = np.array([max(score for score, _is in one) for one in scored])
    has_found = np.array([any(is_ruled for _score, is_ruled in one) for one in scored], dtype=float)
    model = LogisticRegression(C=100, class_weight="balanced").fit(
        np.c_[best, has_found][is_fair], is_it[is_fair]
    )
    ruled = float(max(RULED[label], model.coef_[0][1] / model.coef_[0][0]))
    scores = np.array([max(score + ruled * is_ruled for score, is_ruled in one) for one in scored])
    if label == OFFLABEL:
        passed = [one.is_of_label for file in (*files, base) for one in file]
        scores[np.array(passed) & (has_found == 0)] = -99
    harmless = np.sort(scores[is_harmless])[::-1]
    least = float(harmless[int(share * len(harmless))])
    hit = np.mean(scores[is_it & is_fair] > least)
    print(f"  {label}: a rule adds {ruled:.2f}, least {least:.2f}; of unseen files {hit:.3f} found")
    return ruled, least


def main() -> None:
    """Learn each language's weights and write them."""
    base = [Sentence(label, text, USES) for name in rule_sets() for label, _policy, text in name]
    files = [
        [Sentence(label, text, uses) for label, text, uses in sentences_of(path)]
        for path in sorted(TAUGHT.glob("*.tsv"))
    ]
    for language in ("english", "chinese"):
        own = [[one for one in file if _is_in(one, language)] for file in files]
        own = [file for file in own if file]
        rest = [one for one in base if _is_in(one, language)]
        whole = [*rest, *(one for file in own for one in file)]
        print(f"{language}: {Counter(one.label for one in whole)}")
        head: dict[str, object] = {}
        blocks = b""
        for label in (SAFETY, OFFLABEL):
            ruled, least = settle(label, own, rest, FALSE_ALARMS[language, label])
            learner = Learner(label, whole)
            facts = {"scale": learner.scale, "bias": learner.bias, "ruled": ruled, "least": least}
            head[label] = {name: round(value, 6) for name, value in facts.items()}
            blocks += learner.weights.tobytes()
        told = {
            "learned_on": datetime.now(UTC).date().isoformat(),
            "sentences": len(whole),
            "labels": head,
        }
        path = likeness.FOLDER / f"{language}.weights"
        path.write_bytes(json.dumps(told).encode() + b"\n" + blocks)


def _is_in(one: Sentence, language: str) -> bool:
    return one.read.language == language and bool(one.read.stretches)


if __name__ == "__main__":
    main()
