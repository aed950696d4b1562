"""What time off completes to: its ref, with what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.cli.complete import Typing
from repplan.offers.timeoff import time_off

if TYPE_CHECKING:
    from tests.conftest import Run


@pytest.mark.usefixtures("store")
def test_refs(run: Run) -> None:
    """What counts from today on, in order; nothing behind it; what has ended isn't offered."""
    run("timeoff", "add", "fri", "--what", "dentist")
    run("timeoff", "add", "thu", "--what", "training")
    first, second = time_off(Typing(""))
    assert first.word.startswith("h-")
    assert "training" in first.help
    assert "dentist" in second.help
    assert [one.word for one in time_off(Typing(first.word[:4]))] == [first.word]
    assert time_off(Typing("", (first.word,))) == []
    run("timeoff", "end", first.word)
    assert [one.word for one in time_off(Typing(""))] == [second.word]
