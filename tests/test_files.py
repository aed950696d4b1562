"""Files for people: whole or not at all, nobody else's, nothing left behind."""

from __future__ import annotations

import errno
import stat
from pathlib import Path

import pytest

from repplan import files
from repplan.errors import CantWrite, FileThere
from repplan.files import write_whole


def test_a_file_is_new_whole_and_private(tmp_path: Path) -> None:
    """The bytes are in the file, mode 0600, and no partial file stands beside it."""
    path = tmp_path / "day.html"
    write_whole(path, b"told", may_replace=False)
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (b"told", [path])
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_is_replaced_only_with_leave(tmp_path: Path) -> None:
    """Without leave the old one stays; with it the new one takes its place, private again."""
    path = tmp_path / "day.html"
    path.write_bytes(b"old")
    path.chmod(0o644)
    with pytest.raises(FileThere) as refusal:
        write_whole(path, b"new", may_replace=False)
    assert (refusal.value.exit_code, refusal.value.slug) == (6, "file-exists")
    assert path.read_bytes() == b"old"
    write_whole(path, b"new", may_replace=True)
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (b"new", [path])
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_link_is_never_followed(tmp_path: Path) -> None:
    """A link of that name counts as a file, even a dangling one; replaced is the link itself."""
    target, link = tmp_path / "target", tmp_path / "day.html"
    link.symlink_to(target)
    with pytest.raises(FileThere):
        write_whole(link, b"told", may_replace=False)
    target.write_bytes(b"theirs")
    write_whole(link, b"told", may_replace=True)
    assert (target.read_bytes(), link.read_bytes(), link.is_symlink()) == (
        b"theirs",
        b"told",
        False,
    )


def test_a_file_made_meanwhile_is_left_alone(tmp_path: Path) -> None:
    """A file that appears between looking and naming stays: the name is taken by linking."""
    path, partial = tmp_path / "day.html", tmp_path / "partial"
    path.write_bytes(b"theirs")
    partial.write_bytes(b"ours")
    with pytest.raises(FileExistsError):
        files.give_name(partial, path)
    assert path.read_bytes() == b"theirs"


def test_a_file_of_the_longest_name_is_written(tmp_path: Path) -> None:
    """The partial file's name stays within what a folder takes."""
    path = tmp_path / ("n" * 250 + ".html")
    write_whole(path, b"told", may_replace=False)
    assert path.read_bytes() == b"told"


@pytest.mark.parametrize("name", ["nowhere/day.html", "file/day.html"])
def test_a_missing_folder_is_named(tmp_path: Path, name: str) -> None:
    """A folder that isn't there, or is a file, is named; nothing is written."""
    (tmp_path / "file").write_bytes(b"")
    path = tmp_path / name
    with pytest.raises(CantWrite) as refusal:
        write_whole(path, b"told", may_replace=False)
    assert refusal.value.exit_code == 8
    assert str(refusal.value) == (f"{path} can't be written: there is no folder {path.parent}.")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """A folder of that name is never replaced, and the partial file is gone."""
    path = tmp_path / "day.html"
    path.mkdir()
    with pytest.raises(CantWrite) as refusal:
        write_whole(path, b"told", may_replace=True)
    assert refusal.value.problem == "it is a folder"
    assert list(tmp_path.iterdir()) == [path]


PROBLEMS = [
    (errno.EACCES, "the folder or the file is read-only"),
    (errno.EROFS, "the folder or the file is read-only"),
    (errno.ENOSPC, "the disk is full"),
    (errno.EDQUOT, "the disk is full"),
    (errno.EIO, "Input/output error"),
]


@pytest.mark.parametrize(("code", "problem"), PROBLEMS)
def test_what_is_in_the_way_is_said(code: int, problem: str) -> None:
    """Common faults of a disk are told in the reader's words, others in the system's."""
    fault = OSError(code, "Input/output error")
    assert files._problem(fault, Path("/folder/day.html")) == problem
