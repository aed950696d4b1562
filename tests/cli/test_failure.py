"""How an error is told: message, lines, hint; as JSON one object; without what must not show."""

from __future__ import annotations

import json

import pytest

from repplan.cli.failure import tell
from repplan.errors import Ambiguous, BadDay, ChangedSince, Declined, NotFound, RepplanError

CASES = [
    (
        NotFound("patl", ("Anjali Patel",)),
        3,
        "Nobody and nothing here is called “patl”.\n  Anjali Patel\nTry: repplan find patl\n",
    ),
    (
        Ambiguous("pat", ("Anjali Patel", "Vikram Patel"), 2),
        4,
        (
            "“pat” could be 2 of them:\n  Anjali Patel\n  Vikram Patel\n"
            "Add a place (patel@oakwood), a first name, or use the ref.\n"
        ),
    ),
    (
        ChangedSince("b-2222", ("p-2222  Anjali Patel  tier",)),
        6,
        (
            "b-2222 can't be taken back: this has changed since.\n  p-2222  Anjali Patel  tier\n"
            "Take that back first, or override: repplan undo b-2222 --force\n"
        ),
    ),
    (
        BadDay("firday", "friday"),
        2,
        (
            "“firday” is no day I know.\nDid you mean “friday”?\n"
            "Try 2026-12-15, fri, next fri, +3d, 15 dec, eow, 下周三.\n"
        ),
    ),
    (Declined(), 10, "Left as it was.\n"),
]


@pytest.mark.parametrize(("error", "code", "err"), CASES)
def test_told_to_a_person(
    capsys: pytest.CaptureFixture[str], error: RepplanError, code: int, err: str
) -> None:
    """The message, what it is about line by line, and what to do; nothing on stdout."""
    assert tell(error, is_json=False) == code
    assert capsys.readouterr() == ("", err)


@pytest.mark.parametrize(("error", "code", "err"), CASES)
def test_told_to_a_script(
    capsys: pytest.CaptureFixture[str], error: RepplanError, code: int, err: str
) -> None:
    """One object on stderr with slug, message, hint and every fact."""
    assert tell(error, is_json=True) == code
    out, told = capsys.readouterr()
    answer = json.loads(told)
    assert (out, told.count("\n")) == ("", 1)
    assert answer["error"] == error.slug
    assert err.startswith(answer["message"])
    assert set(error.facts()) <= set(answer)


def test_where_it_stands_is_told_first(capsys: pytest.CaptureFixture[str]) -> None:
    """A note on the error says in which line of which file the words stand."""
    error = BadDay("firday")
    error.add_note("inbox.txt:12")
    tell(error, is_json=False)
    assert capsys.readouterr().err.startswith("inbox.txt:12: “firday” is no day I know.\n")


@pytest.mark.parametrize("is_json", [False, True])
def test_hostile_facts_do_not_act(capsys: pytest.CaptureFixture[str], *, is_json: bool) -> None:
    """What a fact holds can't move the cursor, turn the line round or be read as a place."""
    tell(NotFound("\x1b[2J{hint}\x9b1m\u202e[red]", ("{0}\x07",)), is_json=is_json)
    told = capsys.readouterr().err
    assert not {"\x1b", "\x9b", "\u202e", "\x07"} & set(told)
    assert "[red]" in told
