"""What was learned, as the bytes that ``repplan.screening`` adds up."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import numpy as np
import torch

from repplan.screening.likeness import FOLDER, learned_of
from repplan.screening.meaning import code_of
from tools.likeness.sentences import LABELS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tools.likeness.net import Net

_HIGHEST = 127


def write(net: Net, sentences: int) -> None:
    """Write a language's weights; above which score something is asked about isn't settled yet."""
    weights, weight_scales = _bytes(net.weights.weight.detach().T.numpy())
    codes = np.array([code_of(word) for word in net.words], np.uint32)
    order = np.argsort(codes)
    rows, (row_scale,) = _bytes(_table(net)[None, order])
    out = net.out.weight.detach().numpy()
    first = np.concatenate([net.alone.bias.detach().numpy(), net.beside.bias.detach().numpy()])
    head = {
        "learned_on": datetime.now(UTC).date().isoformat(),
        "sentences": sentences,
        "labels": {
            label: {
                "scale": _rounded(weight_scales[at]),
                "bias": _rounded(net.out.bias.detach().numpy()[at]),
                "ruled": 0.0,
                "least": 0.0,
                "answers": [_rounded(one) for one in out[at]],
            }
            for at, label in enumerate(LABELS)
        },
        "meaning": {
            "words": len(net.words),
            "scale": _rounded(row_scale),
            "alone": net.shape.alone,
            "beside": net.shape.beside,
            "least": [_rounded(one) for one in first],
        },
    }
    _file(net.language, head, codes[order].tobytes() + weights.tobytes() + rows.tobytes())


def write_least(language: str, least: Mapping[str, tuple[float, float]]) -> None:
    """Write label → (what a rule's find adds, above which score something is asked about)."""
    head, _newline, rest = (FOLDER / f"{language}.weights").read_bytes().partition(b"\n")
    told = json.loads(head)
    for label, (ruled, score) in least.items():
        told["labels"][label] |= {"ruled": _rounded(ruled), "least": _rounded(score)}
    _file(language, told, rest)
    learned_of.cache_clear()


def _file(language: str, head: Mapping[str, object], rest: bytes) -> None:
    told = json.dumps(head)
    filled = told + " " * (-(len(told) + 1) % 4) + "\n"
    (FOLDER / f"{language}.weights").write_bytes(filled.encode() + rest)


def _table(net: Net) -> np.ndarray:
    """Return a row for each word: what it adds to each filter, in each place."""
    with torch.no_grad():
        numbers = net.numbers.weight[: len(net.words)]
        alone = numbers @ net.alone.weight[:, :, 0].T
        beside = [numbers @ net.beside.weight[:, :, at].T for at in range(3)]
        return np.concatenate([alone.numpy(), *(one.numpy() for one in beside)], 1)


def _bytes(values: np.ndarray) -> tuple[np.ndarray, list[float]]:
    """Return signed bytes, and what one of them stands for in each row.

    The rarest of them are cut: a byte's step is small enough for all the others.
    """
    highest = [float(np.quantile(np.abs(row[row != 0]), 0.9999)) for row in values]
    scales = [one / _HIGHEST for one in highest]
    steps = np.array(scales).reshape(-1, *[1] * (values.ndim - 1))
    return np.clip(np.round(values / steps), -_HIGHEST, _HIGHEST).astype(np.int8), scales


def _rounded(value: float) -> float:
    return float(f"{value:.6g}")
