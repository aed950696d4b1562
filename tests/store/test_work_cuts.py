"""Commands that are cut short: killed, crowded, or failing after any write, they leave no harm."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from repplan.store.write import change, delete, insert
from tests.store import cuts

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Writing

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the harness forks")


def harness(*argv: object) -> dict[str, Any]:
    """Run a harness in a process of its own, where nothing else has threads or connections."""
    done = subprocess.run(
        [sys.executable, cuts.__file__, *map(str, argv)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


@pytest.fixture
def counted(store: Path, writing: Writing) -> Path:
    """Return a store whose commands can be counted."""
    with writing("config set") as work:
        insert(work, "setting", {"id": "count", "value": "0"})
    return store


@pytest.mark.parametrize("rounds", [40, pytest.param(200, marks=pytest.mark.torture)])
def test_kills_lose_nothing_that_was_acknowledged(counted: Path, rounds: int) -> None:
    """Writers killed at any moment: what they acknowledged is there, and no half of a command."""
    seen = harness("kill", counted, rounds)
    assert seen["broken"] == seen["lost"] == seen["halves"] == seen["twice"] == []
    assert seen["commands"] == seen["batches"] == seen["counter"]
    # It was tried: nearly all were killed after a first commit, and they had promised a lot.
    assert seen["rounds"] == rounds
    assert seen["late_kills"] >= rounds * 3 // 4
    assert seen["told"] >= rounds * 3 // 2


@pytest.mark.parametrize(("bug", "sign"), [("early", "lost"), ("halves", "halves")])
def test_the_kills_would_find_a_bug(counted: Path, bug: str, sign: str) -> None:
    """A program that acknowledges before it commits, or commits in two parts, is found out."""
    seen = harness("kill", counted, 100, bug)
    assert seen[sign]


@pytest.mark.parametrize("each", [10, pytest.param(100, marks=pytest.mark.torture)])
def test_eight_who_write_at_once_lose_nothing(counted: Path, each: int) -> None:
    """Eight processes that read, then write: nobody fails, and each has counted on from another."""
    seen = harness("crowd", counted, 8, each)
    assert seen["failed"] == 0
    assert seen["broken"] == seen["lost"] == seen["halves"] == seen["twice"] == []
    assert seen["told"] == seen["commands"] == seen["batches"] == seen["counter"] == 8 * each


def test_the_crowd_would_find_a_bug(counted: Path) -> None:
    """A program that reads before it takes the lock writes over what another one wrote."""
    seen = harness("crowd", counted, 8, 10, "stale")
    assert seen["counter"] < seen["told"]


def test_an_exception_after_each_write_leaves_nothing(store: Path, writing: Writing) -> None:
    """Whichever write of a command fails, its own or the journal's: none of it stays."""

    def act() -> None:
        with writing("test") as work:
            provider, _ref = insert(work, "provider", {"name": "Anjali Patel"})
            change(work, "provider", provider, {"tier": "A"})
            note = {"provider_id": provider, "text": "keen", "noted_on": "2026-11-24"}
            insert(work, "note", note)
            delete(work, "note", insert(work, "note", note)[0])

    # Five of the command, and those of the Work: its context, the seal, the index, the batch.
    assert cuts.fail_after_each_write(store, act, fewest=12) < 40


def test_the_cuts_would_find_a_bug(store: Path, writing: Writing) -> None:
    """A command of two transactions is found out."""

    def act() -> None:
        for name in ("one", "two"):
            with writing("test") as work:
                insert(work, "account", {"name": name})

    with pytest.raises(AssertionError, match="something was left"):
        cuts.fail_after_each_write(store, act, fewest=5)


def test_a_command_that_writes_nothing_is_no_proof(store: Path) -> None:
    """The harness refuses to be satisfied by nothing."""
    with pytest.raises(AssertionError, match="wrote nothing"):
        cuts.fail_after_each_write(store, lambda: None, fewest=0)
