"""What screening finds in a text, and what it has to know of the products."""

from __future__ import annotations

from repplan.records import dataclass

SAFETY, OFFLABEL, IDENTITY, BARRED = "safety", "offlabel", "identity", "barred"
LABELS = (SAFETY, OFFLABEL, IDENTITY, BARRED)
ASK, WARN, BLOCK = "ask", "warn", "block"
ACTIONS = (ASK, WARN, BLOCK)


@dataclass(frozen=True)
class Hit:
    """Words in a text that some rule is about. ``rule`` is a stable slug: ``safety.symptom``.

    ``words`` stand in the text as written, from ``start`` on; ``source`` is the law or list that
    the rule comes from, empty where it is ours.
    """

    label: str
    rule: str
    words: str
    action: str
    source: str = ""
    start: int = 0


@dataclass(frozen=True)
class ProductUses:
    """What a product is for, by the rep's own record of it. ``names``: brand and generic."""

    name: str
    names: tuple[str, ...]
    indications: tuple[str, ...]
