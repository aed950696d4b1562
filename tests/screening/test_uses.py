"""What screening reads of a store: the products that are ours, the policy, the rep's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.screening.queries import own_words, screener, uses_of
from repplan.store.write import insert

if TYPE_CHECKING:
    from repplan.store.work import Work


def test_a_store_says_what_is_inside_the_label(work: Work) -> None:
    """A question inside a product's indications passes; own words and others are found."""
    cells = {"name": "Zelvia", "folded": "zelvia", "indications": '["gout in adults"]'}
    insert(work, "product", {"ref": "p-zelv", **cells})
    word = {"label": "safety", "text": "zigzag", "folded": "zigzag", "noted_on": "2026-11-22"}
    insert(work, "watch_word", word)
    assert [(one.name, one.indications) for one in uses_of(work.db)] == [
        ("Zelvia", ("gout in adults",))
    ]
    assert own_words(work.db) == {"safety": ("zigzag",)}
    ask = screener(work.db)
    assert ask("does Zelvia work in gout?") == ()
    assert [hit.rule for hit in ask("does Zelvia work in asthma?")] == ["offlabel.question"]
    assert [hit.rule for hit in ask("pure zigzags")] == ["safety.own"]
