"""Plans in files: the form by the ending, whose they are, what is refused."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from repplan.errors import BadValue, CantWrite, FileThere
from repplan.routes.files import ENDINGS, write_file
from repplan.routes.model import Proposal
from tests.routes.kept import plan_of, plan_tuesday, written
from tests.routes.plans import CLOCK, PLAN, ROUTE

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping
    from pathlib import Path

    from repplan.providers.model import Provider
    from tests.conftest import Writing


@pytest.mark.parametrize("ending", [*ENDINGS, ".HTML", ".Ics"])
def test_a_file_is_its_owners_alone(
    db: sqlite3.Connection,
    tmp_path: Path,
    writing: Writing,
    people: Mapping[str, Provider],
    ending: str,
) -> None:
    """Each form is written with mode 0600, and nothing else is left in the folder."""
    folder = tmp_path / "to"
    folder.mkdir()
    plan_tuesday(writing, people)
    written(db, folder, f"day{ending}", plan_of(db))
    [path] = folder.iterdir()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("name", "said"), [("day.md", ".md"), ("day", "day"), (".html", ".html"), ("a.ics.zip", ".zip")]
)
def test_another_ending_is_refused(
    db: sqlite3.Connection, tmp_path: Path, name: str, said: str
) -> None:
    """What the file's name doesn't tell is not guessed: the three forms are named."""
    with pytest.raises(BadValue) as refusal:
        written(db, tmp_path, name)
    assert refusal.value.facts() == {
        "field": "the ending of the file",
        "value": said,
        "allowed": ".html, .pdf, .ics",
    }
    assert not (tmp_path / name).exists()


def test_a_file_there_is_left_alone(db: sqlite3.Connection, tmp_path: Path) -> None:
    """Without leave to replace it, a file stays as it is."""
    path = tmp_path / "day.html"
    path.write_text("mine")
    with pytest.raises(FileThere):
        write_file(
            PLAN, path, db=db, language="en", clock=CLOCK, is_personal=False, may_replace=False
        )
    assert path.read_text() == "mine"


def test_a_folder_that_is_missing_is_named(db: sqlite3.Connection, tmp_path: Path) -> None:
    """No folder is made behind the rep's back."""
    with pytest.raises(CantWrite) as refusal:
        written(db, tmp_path, "nowhere/day.html")
    assert refusal.value.problem == f"there is no folder {tmp_path / 'nowhere'}"


@pytest.mark.parametrize(("ending", "begins"), [(".html", b"<!doctype html>"), (".pdf", b"%PDF-")])
def test_the_ending_chooses(
    db: sqlite3.Connection, tmp_path: Path, ending: str, begins: bytes
) -> None:
    """A page is a page, a PDF a PDF."""
    assert written(db, tmp_path, f"day{ending}", Proposal((ROUTE,))).startswith(begins)
