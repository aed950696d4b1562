"""Where a store should not lie: found by the folders' names and by what is mounted there."""

from __future__ import annotations

from pathlib import Path

import pytest

from repplan.store.place import risky_place

MOUNTS = """\
/dev/sda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
server:/export /home/kim nfs4 rw 0 0
/dev/sdb1 /home/kim/local ext4 rw 0 0
//nas/share /mnt/my\\040share cifs rw 0 0
C:\\ /mnt/c 9p rw,dirsync 0 0
kim@host:/ /mnt/ssh fuse.sshfs rw 0 0
/dev/sdc1 /media/stick fuseblk rw 0 0
tmpfs /tmp tmpfs rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/ana/.local/share/repplan/repplan.db", ""),
        ("/home/ana/OneDrive/repplan.db", "OneDrive"),
        ("/home/ana/OneDrive - Acme Pharma/reps/repplan.db", "OneDrive"),
        ("/home/ana/Dropbox (Personal)/repplan.db", "Dropbox"),
        ("/Users/ana/Google Drive/My Drive/repplan.db", "Google Drive"),
        ("/Users/ana/Library/CloudStorage/GoogleDrive-ana@example.com/x.db", "CloudStorage"),
        ("/Users/ana/Library/Mobile Documents/com~apple~CloudDocs/repplan.db", "iCloud"),
        ("/home/ana/坚果云/repplan.db", "坚果云"),
        ("/home/ana/onedrive.db", ""),
        ("/home/ana/my onedrive notes/repplan.db", ""),
        ("/home/kim/repplan.db", "nfs4"),
        ("/home/kim/local/repplan.db", ""),
        ("/home/kimberley/repplan.db", ""),
        ("/mnt/my share/repplan.db", "cifs"),
        ("/mnt/c/Users/ana/repplan.db", "9p"),
        ("/mnt/ssh/repplan.db", "fuse.sshfs"),
        ("/media/stick/repplan.db", ""),
        ("/tmp/repplan.db", ""),  # noqa: S108 - a path to judge, nothing is written
    ],
)
def test_risky_places(path: str, kind: str) -> None:
    """A network or cloud folder is named; a local disk is not, nor a file that only sounds so."""
    assert risky_place(Path(path), MOUNTS) == kind


def test_without_a_list_of_mounts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system has no such list only names are judged."""
    monkeypatch.setattr("repplan.store.place._MOUNTS", Path("/nowhere/mounts"))
    assert risky_place(Path("/home/kim/repplan.db")) == ""
    assert risky_place(Path("/home/kim/Dropbox/repplan.db")) == "Dropbox"


def test_relative_paths(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A relative path is judged by where it leads."""
    (tmp_path / "Dropbox").mkdir()
    monkeypatch.chdir(tmp_path / "Dropbox")
    assert risky_place(Path("repplan.db"), MOUNTS) == "Dropbox"
