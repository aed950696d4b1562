"""How many promises and questions are asked about, and how much harmless news."""

from __future__ import annotations

from repplan.visits.hints import looks_like
from tests.visits.hints_cases import FRESH, FRESH_HARMLESS, HARMLESS, LEARNT, rounds

RECALL, FALSE_ALARMS = 0.90, 0.05
"""Bounds: at least 54 of 60 are asked about, at most 5 % of what is harmless."""


def score() -> list[tuple[str, int, int, int, int]]:
    """Return a row for each set of cases: (name, asked about, of, false alarms, of)."""
    later = rounds()
    sets = (
        ("the grammar was built with", LEARNT, HARMLESS),
        ("written after it stood", FRESH, FRESH_HARMLESS),
        (
            "written later, by others",
            tuple(case for case in later if case[1] != "harmless"),
            tuple(text for text, kind in later if kind == "harmless"),
        ),
    )
    return [
        (
            name,
            sum(looks_like(text) == kind for text, kind in cases),
            len(cases),
            sum(looks_like(text) is not None for text in harmless),
            len(harmless),
        )
        for name, cases, harmless in sets
    ]
