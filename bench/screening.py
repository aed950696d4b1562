"""How much that has to be asked about is found, and how much that is harmless."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

from repplan.policies.load import policy_named
from repplan.screening.model import BARRED, IDENTITY, OFFLABEL, SAFETY, ProductUses
from repplan.screening.rules import screen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

RECALL = {SAFETY: 0.97, OFFLABEL: 0.9, IDENTITY: 0.9, BARRED: 0.9}
FALSE_ALARMS = 0.05
"""Bounds: at least so much is found of each label, at most so much of what is harmless."""

KEPT = Path(__file__).parents[1] / "tests" / "screening" / "sentences" / "kept"
"""Sentences that neither the rules were mended with nor the weights learned from."""

SETS = (
    ("the rules were mended with", "tests.screening.sentences_one"),
    ("the same, other voices", "tests.screening.sentences_two"),
    ("the same, longer talk", "tests.screening.sentences_three"),
    ("the same, at the wheel", "tests.screening.sentences_four"),
    ("the same, hearsay, devices", "tests.screening.sentences_five"),
    ("Chinese: an independent writer", "tests.screening.sentences_chinese_one"),
    ("Chinese: counters and dialects", "tests.screening.sentences_chinese_two"),
    ("Chinese: hearsay and complaints", "tests.screening.sentences_chinese_three"),
    ("Chinese: after the rules stood", "tests.screening.sentences_chinese_after"),
    ("English: an independent writer, terse", "tests.screening.sentences_english_one"),
    ("English: hearsay and slang", "tests.screening.sentences_english_two"),
    ("English: plain notes", "tests.screening.sentences_english_three"),
    ("English: plain notes, the last", "tests.screening.sentences_english_four"),
    ("English: a second independent set", "tests.screening.sentences_english_five"),
    ("English: siblings of its misses", "tests.screening.sentences_english_six"),
    ("English: siblings, odder ones", "tests.screening.sentences_english_seven"),
    ("who somebody is, English", "tests.screening.sentences_identity_english"),
    ("who somebody is, Chinese", "tests.screening.sentences_identity_chinese"),
    ("written after the rules stood", "tests.screening.sentences_after"),
)
USES = (
    ProductUses(
        "Cardexa",
        ("Cardexa", "cardoxanib", "卡德沙"),
        ("hypertension in adults", "chronic heart failure with reduced ejection fraction"),
    ),
    ProductUses("Lumivast", ("Lumivast", "lumivastine"), ("stable angina in adults",)),
    ProductUses("泽康平", ("泽康平",), ("成人高血压",)),
    ProductUses("安络缓", ("安络缓",), ("成人稳定型心绞痛",)),
)


def sentences(name: str) -> Iterator[tuple[str, str, str]]:
    """Yield (label, policy, sentence) of one set; harmless ones have no label."""
    module = import_module(name)
    for part, label, policy in (
        ("SAFETY", SAFETY, "us"),
        ("OFFLABEL", OFFLABEL, "us"),
        ("IDENTITY", IDENTITY, "us"),
        ("BARRED_CN", BARRED, "cn"),
        ("HARMLESS", "", "cn"),
    ):
        for line in getattr(module, part, "").strip().splitlines():
            yield label, policy, line.strip()


def rule_sets() -> Iterator[list[tuple[str, str, str]]]:
    """Yield the sets that the written rules were mended with, as ``sentences`` gives them."""
    for _said, name in SETS:
        yield list(sentences(name))


def sentences_of(path: Path) -> list[tuple[str, str, tuple[ProductUses, ...]]]:
    """Return (label, sentence, products) of a file; harmless ones are ``none``.

    Its first lines name the products: ``#product``, name, what it is for; then a label and a
    sentence a line, parted by tabs.
    """
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line]
    uses = tuple(ProductUses(one[1], (one[1],), (one[2],)) for one in rows if one[0] == "#product")
    return [(one[0], one[1], uses) for one in rows if one[0] != "#product"]


def labels_of(text: str, policy: str, uses: Sequence[ProductUses] = USES) -> set[str]:
    """Return what a text is screened as."""
    return {hit.label for hit in screen(text, policy=policy_named(policy), uses=uses)}


def score() -> list[tuple[str, str, int, int, int, int]]:
    """Return a row for each set and label: (set, label, found, of, false alarms, of)."""
    rows: list[tuple[str, str, int, int, int, int]] = []
    for said, name in SETS:
        found = [(label, labels_of(text, policy)) for label, policy, text in sentences(name)]
        rows += _rows(said, found)
    for path in sorted(KEPT.glob("*.tsv")):
        policy = "cn" if path.stem.startswith("chinese") else "us"
        found = [
            (label.replace("none", ""), labels_of(text, policy, uses))
            for label, text, uses in sentences_of(path)
        ]
        rows += _rows(f"never learned from: {path.stem}", found)
    return rows


def _rows(
    said: str, found: Sequence[tuple[str, set[str]]]
) -> Iterator[tuple[str, str, int, int, int, int]]:
    harmless = [labels for label, labels in found if not label]
    for label in RECALL:
        own = [labels for one, labels in found if one == label]
        alarms = sum(label in labels for labels in harmless)
        yield said, label, sum(label in labels for labels in own), len(own), alarms, len(harmless)


def seconds_a_line() -> float:
    """Return what screening a line takes, once everything is loaded: CPU of this process."""
    lines = [(text, policy_named(policy)) for _l, policy, text in sentences(SETS[0][1])]
    start = process_time()
    for text, policy in lines:
        screen(text, policy=policy, uses=USES)
    return (process_time() - start) / len(lines)


def is_over(label: str, hit: int, of: int, alarms: int, harmless: int) -> bool:
    """Whether a row misses a bound."""
    return hit < RECALL[label] * of or alarms > FALSE_ALARMS * harmless
