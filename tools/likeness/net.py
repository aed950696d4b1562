"""The net that is learned: weights of words and of their runs, and filters over what words mean.

What ``repplan.screening.likeness`` and ``meaning`` add up is here once more, as something that can
be learned; ``written.py`` turns it into their bytes.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch.nn import functional

from repplan.screening.likeness import BITS, Unit, features, place_of
from repplan.screening.meaning import parted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tools.likeness.vectors import Vectors

BATCH, POOL = 64, 20
RATE, WEIGHT_RATE, WORD_RATE = 2e-3, 2e-2, 5e-4
"""How far a step goes: of the filters, of the weights, of the words' own numbers."""


@dataclass(frozen=True)
class Row:
    """Some units and what they are labelled: a share for each label, not a number if unknown."""

    said: tuple[str, ...]
    targets: np.ndarray


@dataclass(frozen=True)
class Shape:
    """How many filters of one and of three words; what is left out by chance while learning."""

    alone: int
    beside: int
    left_out: float
    words_left_out: float
    rounds: int


@dataclass(frozen=True)
class Ready:
    """A row as the net reads it: rows of its words, places of its features."""

    words: np.ndarray
    places: np.ndarray
    targets: np.ndarray


class Net(torch.nn.Module):
    """Weights and filters of one language."""

    def __init__(self, language: str, words: Sequence[str], vectors: Vectors, shape: Shape) -> None:
        """Begin with what others learned of the words; ``words`` are sorted, UNKNOWN first."""
        super().__init__()
        self.language = language
        self.shape = shape
        self.words = list(words)
        self.index = {word: at for at, word in enumerate(words)}
        known = torch.tensor(vectors.of(words))
        strange = known.abs().sum(1) == 0
        known[strange] = torch.randn(int(strange.sum()), known.shape[1]) * 0.1
        known[0] = 0
        # One row more: what fills up a shorter text.
        self.numbers = torch.nn.Embedding.from_pretrained(
            torch.cat([known, torch.zeros(1, known.shape[1])]), freeze=False
        )
        size = known.shape[1]
        self.alone = torch.nn.Conv1d(size, shape.alone, 1)
        self.beside = torch.nn.Conv1d(size, shape.beside, 3)
        self.out = torch.nn.Linear(shape.alone + shape.beside, LABELS)
        self.weights = torch.nn.EmbeddingBag(1 << BITS, LABELS, mode="sum")
        torch.nn.init.zeros_(self.weights.weight)

    def ready(self, row: Row) -> Ready:
        """Return a row as it is read."""
        bounds = (
            [(at, at + 1) for at in range(len(row.said))]
            if self.language == "english"
            else list(parted(row.said, lambda word: word in self.index))
        )
        words = [self.index.get("".join(row.said[a:b]), 0) for a, b in bounds]
        units = [Unit(one, 0, 0) for one in row.said]
        places = {place_of(feature) for feature, _a, _b in features(units, self.language)}
        return Ready(np.array(words, np.int64), np.array(sorted(places), np.int64), row.targets)

    def forward(self, rows: Sequence[Ready]) -> torch.Tensor:
        """Return (rows, labels): how much each reads like each label."""
        filler = len(self.words)
        longest = max(len(row.words) for row in rows)
        words = torch.tensor(
            np.stack(
                [
                    np.pad(row.words, (0, longest - len(row.words)), constant_values=filler)
                    for row in rows
                ]
            )
        )
        is_word = (words != filler).unsqueeze(1)
        numbers = self.numbers(words) * is_word.transpose(1, 2)
        if self.training:
            kept = torch.rand(words.shape) > self.shape.words_left_out
            numbers = numbers * kept.unsqueeze(-1)
        numbers = functional.dropout(numbers, self.shape.left_out / 2, self.training).transpose(
            1, 2
        )
        answers = [
            torch.relu(sums.masked_fill(~is_word, -99.0).max(2)[0])
            for sums in (self.alone(numbers), self.beside(functional.pad(numbers, (1, 1))))
        ]
        read = functional.dropout(torch.cat(answers, 1), self.shape.left_out, self.training)
        return self.out(read) + self._weighed(rows)

    def _weighed(self, rows: Sequence[Ready]) -> torch.Tensor:
        begins = np.cumsum([0, *(len(row.places) for row in rows)])[:-1]
        shares = np.concatenate(
            [np.full(len(row.places), len(row.places) ** -0.5, np.float32) for row in rows]
        )
        places = np.concatenate([row.places for row in rows])
        return self.weights(
            torch.tensor(places), torch.tensor(begins), per_sample_weights=torch.tensor(shares)
        )

    @torch.no_grad()
    def scores(self, rows: Sequence[Row]) -> np.ndarray:
        """Return (rows, labels)."""
        self.eval()
        ready = [self.ready(row) for row in rows]
        parts = [self(ready[at : at + 256]).numpy() for at in range(0, len(ready), 256)]
        return np.concatenate(parts)


LABELS = 3


def loss_of(scores: torch.Tensor, rows: Sequence[Row] | Sequence[Ready]) -> torch.Tensor:
    """Return how far scores are from what rows are labelled, where that is known."""
    targets = torch.tensor(np.stack([row.targets for row in rows]), dtype=torch.float32)
    is_known = ~targets.isnan()
    return functional.binary_cross_entropy_with_logits(scores[is_known], targets[is_known])


def learn(
    net: Net, rows: Sequence[Row], seed: int, varied: Callable[[Row], Row] | None = None
) -> Net:
    """Return the net, learned from rows; ``varied`` makes another row of each, each round anew."""
    chance = random.Random(seed)
    ready = [] if varied else [net.ready(row) for row in rows]
    parts = [
        ([*net.alone.parameters(), *net.beside.parameters(), *net.out.parameters()], RATE),
        (net.weights.parameters(), WEIGHT_RATE),
        (net.numbers.parameters(), WORD_RATE),
    ]
    steps = torch.optim.AdamW(
        [{"params": params, "lr": rate} for params, rate in parts], weight_decay=0
    )
    many = net.shape.rounds * (len(rows) // BATCH + len(rows) // (BATCH * POOL) + 2)
    rates = torch.optim.lr_scheduler.OneCycleLR(
        steps, [rate for _params, rate in parts], total_steps=many, pct_start=0.1
    )
    net.train()
    for at in range(net.shape.rounds):
        loss = torch.zeros(())
        order = chance.sample(range(len(rows)), len(rows))
        for begin in range(0, len(order), BATCH * POOL):
            pool = [
                net.ready(varied(rows[it])) if varied else ready[it]
                for it in order[begin : begin + BATCH * POOL]
            ]
            pool.sort(key=lambda row: len(row.words))
            for first in range(0, len(pool), BATCH):
                part = pool[first : first + BATCH]
                loss = loss_of(net(part), part)
                steps.zero_grad()
                loss.backward()
                steps.step()
                rates.step()
        print(f"  net: round {at + 1} of {net.shape.rounds}, loss {float(loss.detach()):.3f}")
    return net
