"""A pack's parts as cells of the store, and what a pack calls each column."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repplan.exchange.pack import (
        CoverageLine,
        MaterialPart,
        MessagePart,
        ObjectionPart,
        ProductPart,
    )
    from repplan.products.packs import Stored

PACK_NAMES = {
    "text_20s": "20s",
    "text_2m": "2m",
    "text_10m": "10m",
    "expires_on": "approved_until",
    "dated_on": "dated",
    "from_on": "from",
    "until_on": "until",
    "product_id": "product",
}
"""Column → what a pack calls it, where that is another word."""


def _list(words: Sequence[str]) -> str:
    return json.dumps(words, ensure_ascii=False)


def product_cells(part: ProductPart) -> Stored:
    """Return the cells of the facts that the pack names; the others stay as they are."""
    cells: Stored = {
        "generic_name": part.generic_name,
        "indications": _list(part.indications),
        "mechanism": part.mechanism,
        "trials": _list(part.trials),
        "safety_profile": part.safety_profile,
        "comparisons": _list(
            [f"{rival}: {text}" if text else rival for rival, text in part.comparisons.items()]
        ),
        "labelling": part.labelling,
    }
    named = {name: cell for name, cell in cells.items() if name in part.model_fields_set}
    return {"name": part.name, **named}


def coverage_cells(part: CoverageLine) -> Stored:
    """Return a line's cells, without its product."""
    return {
        "payer": part.payer,
        "state": part.state,
        "steps": part.steps,
        "from_on": part.from_,
        "until_on": part.until,
    }


def message_cells(part: MessagePart) -> Stored:
    """Return a message's cells, ``product`` as the pack names it."""
    return {
        "product": part.product,
        "roles": _list(part.audience.roles),
        "specialties": _list(part.audience.specialties),
        "angle": part.angle,
        "text_20s": part.text.in_20s,
        "text_2m": part.text.in_2m,
        "text_10m": part.text.in_10m,
        "claim": part.claim,
        "limitation": part.limitation,
        "citation": part.citation,
        "figure": part.figure,
        "expires_on": part.approved_until,
    }


def objection_cells(part: ObjectionPart) -> Stored:
    """Return an objection's cells, ``product`` as the pack names it."""
    return {
        "product": part.product,
        "category": part.category,
        "text": part.text,
        "answer": part.answer,
        "citation": part.citation,
        "expires_on": part.approved_until,
    }


def material_cells(part: MaterialPart) -> Stored:
    """Return a material's or a piece of news's cells, ``product`` as the pack names it."""
    return {
        "product": part.product,
        "title": part.title,
        "kind": part.kind,
        "version": part.version,
        "summary": part.summary,
        "topics": _list(part.topics),
        "place": part.place,
        "dated_on": part.dated,
        "expires_on": part.approved_until,
    }
