"""Watch words complete to themselves, with what they are watched for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.cli import complete
from repplan.cli.complete import Offer, Typing

if TYPE_CHECKING:
    from tests.conftest import Run


def test_words_of_ones_own(run: Run) -> None:
    """Those that begin as typed."""
    run("note", "words", "--add", "brain fog")
    run("note", "words", "--add", "rebate", "--label", "barred")
    assert complete.watch_words(Typing("")) == [
        Offer("brain fog", "safety"),
        Offer("rebate", "barred"),
    ]
    assert [one.word for one in complete.watch_words(Typing("re"))] == ["rebate"]
    assert complete.watch_words(Typing("fog")) == []
