"""Rules in words."""

from __future__ import annotations

import pytest

from repplan.screening.model import LABELS, Hit
from repplan.screening.naming import rule_words


@pytest.mark.parametrize("label", LABELS)
def test_every_label_has_words(label: str) -> None:
    """A rule that nobody has named is told by its label, never by its slug alone."""
    said = rule_words(Hit(label, f"{label}.unheard", "x", "ask"))
    assert " " in said
    assert "." not in said
