"""Briefs in files: the form by the ending, whose they are, what the command says."""

from __future__ import annotations

import json
import stat
from typing import TYPE_CHECKING

import pytest

from repplan.brief.files import ENDINGS, write_file
from repplan.errors import BadValue, CantWrite, FileThere
from tests.brief.making import CLOCK, DAY, written

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run


@pytest.mark.parametrize("ending", [*ENDINGS, ".HTML", ".Pdf"])
def test_a_file_is_its_owners_alone(tmp_path: Path, ending: str) -> None:
    """Each form is written with mode 0600, and nothing else is left in the folder."""
    written(tmp_path, f"day{ending}")
    [path] = tmp_path.iterdir()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("name", "said"),
    [("day.txt", ".txt"), ("day", "day"), (".html", ".html"), ("a.html.zip", ".zip")],
)
def test_another_ending_is_refused(tmp_path: Path, name: str, said: str) -> None:
    """What the file's name doesn't tell is not guessed: the four forms are named."""
    with pytest.raises(BadValue) as refusal:
        written(tmp_path, name)
    assert refusal.value.facts() == {
        "field": "the ending of the file",
        "value": said,
        "allowed": ".html, .pdf, .md, .ics",
    }
    assert list(tmp_path.iterdir()) == []


def test_a_file_there_is_left_alone(tmp_path: Path) -> None:
    """Without leave to replace it, a file stays as it is."""
    path = tmp_path / "day.md"
    path.write_text("mine")
    with pytest.raises(FileThere):
        write_file(DAY, path, language="en", clock=CLOCK, may_replace=False)
    assert path.read_text() == "mine"


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    """No folder is made behind the rep's back."""
    with pytest.raises(CantWrite) as refusal:
        written(tmp_path, "nowhere/day.html")
    assert refusal.value.problem == f"there is no folder {tmp_path / 'nowhere'}"


@pytest.fixture
def plans(run: Run) -> None:
    """Plan two visits for today; one of them is with somebody of whom we know a private thing."""
    for name, at in (("Anjali Patel, MD", "today 8:40"), ("Daniel Cho, MD", "today 15:20")):
        assert run("provider", "add", name, "--account", "Valley Cardiology").code == 0
        assert run("visit", "plan", name.split()[1].strip(","), "--at", at).code == 0
    note = "Showed me the table; ^ plays the cello"
    assert run("log", "patel", note, "--at", "8:40", now="2026-11-17T18:00:00-06:00").code == 0


@pytest.mark.usefixtures("plans")
@pytest.mark.parametrize("ending", ENDINGS)
def test_the_command_says_what_it_wrote(run: Run, tmp_path: Path, ending: str) -> None:
    """``--to`` answers with the count and the file, and replaces one only with ``--force``."""
    path = tmp_path / f"day{ending}"
    done = run("brief", "--day", "--to", str(path))
    assert (done.code, done.out, done.err) == (0, f"2 briefs in {path}\n", "")
    content = path.read_bytes()
    again = run("brief", "--day", "--to", str(path))
    assert (again.code, again.out) == (6, "")
    assert again.err == (
        f"There is a file at {path} already; it was left alone.\n"
        "Write over it with --force, or name another file.\n"
    )
    done = run("brief", "patel", "--to", str(path), "--force")
    assert (done.code, done.out) == (0, f"1 brief in {path}\n")
    assert path.read_bytes() != content


@pytest.mark.usefixtures("plans")
@pytest.mark.parametrize("ending", [".html", ".md", ".ics"])
def test_what_is_personal_stays_at_home(run: Run, tmp_path: Path, ending: str) -> None:
    """A file may be shared: personal notes are never in it."""
    path = tmp_path / f"day{ending}"
    assert run("brief", "--day", "--to", str(path)).code == 0
    content = path.read_text(encoding="utf-8")
    assert "Showed me the table" in content
    assert "cello" not in content


@pytest.mark.usefixtures("plans")
def test_the_command_refuses_in_one_line(run: Run, tmp_path: Path) -> None:
    """A wrong ending is exit 2, a folder that isn't there exit 8; as JSON where asked."""
    done = run("brief", "--day", "--to", "day.txt")
    assert (done.code, done.err) == (
        2,
        "“.txt” is no value of “the ending of the file”.\nUse one of: .html, .pdf, .md, .ics.\n",
    )
    path = tmp_path / "nowhere" / "day.html"
    done = run("brief", "--day", "--to", str(path), "--json")
    assert (done.code, json.loads(done.err)["error"]) == (8, "cant-write")


@pytest.mark.usefixtures("plans")
def test_json_and_a_file_go_together(run: Run, tmp_path: Path) -> None:
    """With ``--json`` the answer is the briefs, and the file is written all the same."""
    path = tmp_path / "day.html"
    done = run("brief", "--day", "--json", "--to", str(path))
    assert len(json.loads(done.out)["briefs"]) == 2
    assert path.exists()
