"""``log``, cut short at any point, killed and crowded: a visit is there whole, or not at all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import SOURCE
from tests.house.tree import ROOT
from tests.store import cuts as store_cuts
from tests.visits import cuts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run

AT_NOON = "2026-11-24T12:00:00-06:00"
EVERY_MARK = (
    "Read it twice; d: renal table; > registry one-pager by fri; ? is dialysis studied; "
    "< names one patient by 15 dec; # Cardexa ++ for the old; ! too new; + leaflet, large print; "
    "r: partly two in mind; c: falls; me: wants it; agreed: start low; rival: Zolex is cheaper; "
    "= Cardexa 10mg x4; ^ daughter at Purdue; ~ 2w"
)
INBOX = "@ Patel 8:40\n> table by fri\n\n@ Cho 9:10 no see\nclinic ran late\n"


@pytest.fixture
def day(run: Run) -> Run:
    """Return ``run`` on a small territory: Patel planned and owed a table, with an objective."""
    for line in (
        ("product", "add", "Cardexa"),
        ("provider", "add", "Anjali Patel, MD", "--tier", "A", "--account", "Valley Cardiology"),
        ("provider", "add", "Daniel Cho, MD", "--account", "Valley Cardiology"),
        ("followup", "add", "patel", "renal table", "--due", "today"),
        ("objective", "add", "patel", "She names one patient to start", "--until", "15 dec"),
        ("visit", "plan", "patel", "--at", "8:40"),
    ):
        assert run(*line).code == 0, line
    return run


# --- an exception after each write ----------------------------------------------------------------


def logging(day: Run, *, ends: int) -> Callable[[], None]:
    """Return a log with every mark; cut short it ends with this exit code."""

    def act() -> None:
        done = day("log", "patel", EVERY_MARK, now=AT_NOON)
        assert (done.code, done.out) == (ends, "") or done.code == 0, done.err
        assert done.code == 0 or "Nothing was written." in done.err

    return act


def test_an_exception_after_each_write_leaves_nothing(day: Run, store: Path) -> None:
    """Whichever write of a log fails: no row, no journal, no index, no key, no contact is left."""
    assert store_cuts.fail_after_each_write(store, logging(day, ends=1), fewest=40) < 200


def test_ctrl_c_after_each_write_leaves_nothing(
    day: Run, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Interrupted behind any write it is exit 130, nothing is left, and that is said."""
    monkeypatch.setattr(store_cuts, "Cut", KeyboardInterrupt)
    assert store_cuts.fail_after_each_write(store, logging(day, ends=130), fewest=40) < 200


def test_an_exception_in_an_inbox_leaves_nothing(day: Run, store: Path) -> None:
    """The visits of an inbox are one command: cut in the last of them, the first is gone too."""

    def act() -> None:
        day("log", "--inbox", "-", stdin=INBOX, now=AT_NOON)

    assert store_cuts.fail_after_each_write(store, act, fewest=15) < 100


def test_the_cuts_would_find_a_bug(day: Run, store: Path) -> None:
    """Two visits logged by two commands are found out."""

    def act() -> None:
        for words in ("liked it", "liked it a lot"):
            day("log", "patel", words, now=AT_NOON)

    with pytest.raises(AssertionError, match="something was left"):
        store_cuts.fail_after_each_write(store, act, fewest=5)


# --- killed, and in a crowd -----------------------------------------------------------------------

forks = pytest.mark.skipif(sys.platform == "win32", reason="the harness forks")


@pytest.fixture
def territory(day: Run, store: Path) -> Path:  # noqa: ARG001 - it is what was made there
    """Return the store with the small territory in it."""
    return store


def harness(*argv: object) -> dict[str, Any]:
    """Run a harness in a process of its own; return what it saw."""
    done = subprocess.run(
        [sys.executable, cuts.__file__, *map(str, argv)],
        env={**os.environ, "PYTHONPATH": f"{SOURCE}{os.pathsep}{ROOT}", "REPPLAN_NOW": AT_NOON},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


def assert_whole(seen: dict[str, Any]) -> None:
    """Fail where something that was acknowledged is lost, halved, or derived wrongly."""
    assert [seen[name] for name in ("broken", "lost", "halves", "twice", "derived")] == [[]] * 5
    assert seen["logged"] == seen["batches"] >= seen["told"]
    assert seen["contact"] == "2026-11-24"


@forks
@pytest.mark.parametrize("rounds", [25, pytest.param(200, marks=pytest.mark.torture)])
def test_kills_lose_no_acknowledged_log(territory: Path, rounds: int) -> None:
    """Killed at any moment: what was acknowledged is there with each mark, the rest not at all."""
    seen = harness("kill", territory, rounds)
    assert_whole(seen)
    # It was tried: nearly all were killed after a first commit, and they had promised a lot.
    assert seen["rounds"] == rounds
    assert seen["late_kills"] >= rounds * 3 // 4
    assert seen["told"] >= rounds * 3 // 2


@forks
@pytest.mark.parametrize(("bug", "sign"), [("early", "lost"), ("halves", "halves")])
def test_the_kills_would_find_a_bug(territory: Path, bug: str, sign: str) -> None:
    """A log that is acknowledged before its commit, or written by two, is found out."""
    assert harness("kill", territory, 50, bug)[sign]


@forks
@pytest.mark.parametrize("each", [4, pytest.param(40, marks=pytest.mark.torture)])
def test_eight_who_log_at_once_lose_nothing(territory: Path, each: int) -> None:
    """Eight processes that log at the same time come to their turn, and every log is there."""
    seen = harness("crowd", territory, 8, each)
    assert_whole(seen)
    assert seen["failed"] == 0
    assert seen["told"] == seen["logged"] == 8 * each


@forks
def test_the_crowd_would_find_a_bug(territory: Path) -> None:
    """A program that doesn't wait for its turn, and says that all went well, is found out."""
    assert harness("crowd", territory, 8, 4, "deaf")["lost"]
