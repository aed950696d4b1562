"""Notes complete by ref, personal ones without their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.cli import complete
from repplan.cli.complete import Typing

if TYPE_CHECKING:
    from tests.conftest import Run


def test_by_ref_and_by_whom(run: Run) -> None:
    """The newest first, with what they say; a name begun completes to people."""
    run("provider", "add", "Anjali Patel, MD")
    refs = {}
    for words in (("reads registries",), ("--personal", "--topic", "family", "son at Purdue")):
        refs[words[-1]] = run("note", "add", "patel", *words, "--json").json["note"]["ref"]
    offers = complete.note_refs(Typing("n-"))
    assert [(one.word, one.help) for one in offers] == [
        (refs["son at Purdue"][:6], "Anjali Patel, MD: ^ · 2026-11-24"),
        (refs["reads registries"][:6], "Anjali Patel, MD: reads registries · 2026-11-24"),
    ]
    (own,) = complete.note_refs(Typing(refs["reads registries"]))
    assert own.word == refs["reads registries"]
    assert [one.word for one in complete.note_refs(Typing("pat"))] == ["Patel"]
    assert complete.note_refs(Typing("reg", ("patel",))) == []
