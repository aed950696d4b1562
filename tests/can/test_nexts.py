"""What a log says of the next visit that it planned, where a rule speaks against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.can.nexts import next_remarks
from repplan.cli.runtime import settle

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run


@pytest.mark.usefixtures("people")
def test_what_speaks_against_it_is_said(run: Run, store: Path) -> None:
    """The day on which nobody is received is named with the command that moves the visit."""
    run("visit", "plan", "anjali", "--at", "fri 9:00")
    ref = run("visit", "list", "--json").json["visits"][0]["ref"]
    runtime = settle(str(store), "en")
    assert next_remarks(runtime, []) == []
    assert next_remarks(runtime, [ref]) == []
    run("reception", "add", "valley", "--days", "thu")
    said = "\n".join(next_remarks(runtime, [ref]))
    assert "Thu" in said
    assert "repplan visit amend" in said
