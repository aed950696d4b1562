"""Bad input as ``bad_input.py`` lists it: refused in the exact words, nothing written, no trace.

Whatever is refused says so on stderr alone. With ``--json`` the same refusal is one object.
"""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING

import pytest

from repplan.text import shown
from tests import abuse
from tests.bad_input import CASES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bad_input import Case
    from tests.conftest import Run

TERRITORY = (
    ("provider", "add", "Anjali Patel, MD", "--account", "Valley Cardiology"),
    ("provider", "add", "Dev Patel", "--account", "Oakwood Internal Medicine"),
    ("provider", "add", "Åsa Lindqvist", "--role", "pharmacist"),
    ("followup", "add", "lindqvist", "renal table", "--due", "today"),
    ("visit", "plan", "lindqvist", "--at", "fri 8:40"),
)


@pytest.fixture(scope="module")
def territory(tmp_path_factory: pytest.TempPathFactory, blank_store: Path) -> Path:
    """Return a store with two Patels and something owed, made once: each case has a copy."""
    path = tmp_path_factory.mktemp("territory") / "repplan.db"
    return abuse.build(path, blank_store, TERRITORY)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_bad_input_is_refused(run: Run, store: Path, territory: Path, case: Case) -> None:
    """The exact words on stderr, nothing on stdout, the exit code; the store's bytes as before."""
    shutil.copy2(territory, store)
    with case.given(store):
        before = abuse.bytes_of(store)
        done = run(*case.argv, stdin=case.stdin, **case.env)
        told = run(*case.argv, "--json", stdin=case.stdin, **case.env)
        left = abuse.bytes_of(store)
    assert masked(done.err) == case.err.replace("{store}", str(store)) + "\n"
    assert (done.code, done.out) == (told.code, told.out) == (case.code, "")
    assert left == before
    answer = json.loads(told.err)
    assert list(answer)[:3] == ["error", "message", "hint"]
    assert done.err.startswith(shown(answer["message"]))
    assert done.err.endswith(shown(answer["hint"]) + "\n")
    assert list(store.parent.glob("repplan-trace-*")) == []


def masked(text: str) -> str:
    """Return a text with every ref as its letter, but for those that were typed."""
    return re.sub(r"\b([a-z])-(?!2{8})[2-9b-df-hj-km-np-tv-xz]{4,8}\b", r"\1-*", text)
