"""What a consent completes to: its ref, whose it is, the channel."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.cli.complete import Typing
from repplan.offers.consents import consents

if TYPE_CHECKING:
    from tests.conftest import Run


@pytest.mark.usefixtures("people")
def test_refs_people_channels(run: Run) -> None:
    """Nothing typed: refs, newest first; a name begun: people; behind it: the channels."""
    run("consent", "add", "anjali", "email", "out")
    (one,) = consents(Typing(""))
    assert one.word.startswith("c-")
    assert "email out" in one.help
    assert "Anjali" in consents(Typing("anj"))[0].word + consents(Typing("anj"))[0].help
    assert [offer.word for offer in consents(Typing("e", ("anjali",)))] == ["email"]
