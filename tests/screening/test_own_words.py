"""Words of one's own: added once, listed with their day, taken away, taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.errors import AlreadyThere, MissingValue
from repplan.screening.actions import add_word, remove_word
from repplan.screening.own_words import word_called, word_list
from repplan.screening.refusals import NoSuchWord, WordThere
from repplan.text import fold

if TYPE_CHECKING:
    from repplan.store.work import Work


def test_a_word_is_known_by_its_folded_text(work: Work) -> None:
    """Case and width don't make another word; safety words stand before barred ones."""
    add_word(work, "rebate", "barred")
    kept = add_word(work, "  Brain   Fog ")
    assert (kept.text, kept.label, kept.noted_on) == ("Brain Fog", "safety", "2026-11-24")
    assert [word.text for word in word_list(work.db)] == ["Brain Fog", "rebate"]
    assert word_called(work.db, fold("BRAIN fog")) == kept
    with pytest.raises(WordThere) as there:
        add_word(work, "brain fog", "barred")
    assert (there.value.name, there.value.label) == ("Brain Fog", "safety")
    assert not isinstance(there.value, AlreadyThere)
    remove_word(work, "brain FOG")
    assert [word.text for word in word_list(work.db)] == ["rebate"]
    with pytest.raises(NoSuchWord):
        remove_word(work, "brain fog")


def test_nothing_is_no_word(work: Work) -> None:
    """Blanks are no word to watch for."""
    with pytest.raises(MissingValue):
        add_word(work, "   ")
    assert word_list(work.db) == []
