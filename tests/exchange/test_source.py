"""Whatever a path may lead to that is no table is refused by name; archives hold one table."""

from __future__ import annotations

import errno
import io
import os
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from repplan.exchange.faults import BadWholeFile
from repplan.exchange.source import open_source
from tests.exchange.register import BRANDT, LEE, counts, register_text

if TYPE_CHECKING:
    import sqlite3

    from tests.conftest import Run
    from tests.exchange.conftest import Table

WHOLE = "Nothing was written.\n"


def archive(path: Path, **members: str) -> str:
    """Write a zip archive; return its path."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in members.items():
            made.writestr(name.replace("__", "."), text)
    return str(path)


@pytest.mark.parametrize("kind", ["csv", "nppes"])
@pytest.mark.parametrize(
    ("made", "problem"),
    [
        ("missing", "there is no such file"),
        ("folder", "it is a folder, not a file"),
        ("fifo", "it is no regular file; to pipe something in, give - as the file"),
        ("empty", "it is empty"),
        ("blank", "it is empty"),
        ("mark", "it is empty"),
    ],
)
def test_no_table(
    run: Run, db: sqlite3.Connection, tmp_path: Path, kind: str, made: str, problem: str
) -> None:
    """What can't be a table is refused with exit code 8, without waiting, and nothing is written."""
    path = tmp_path / f"{made}.csv"
    match made:
        case "folder":
            path.mkdir()
        case "fifo":
            os.mkfifo(path)
        case "empty" | "blank" | "mark":
            path.write_bytes({"empty": b"", "blank": b"\r\n\n", "mark": b"\xff\xfe"}[made])
    result = run("import", kind, str(path))
    assert (result.code, result.out, result.err) == (8, "", f"{made}.csv: {problem}\n{WHOLE}")
    assert db.execute("SELECT count(*) FROM batch").fetchone()[0] == 0


@pytest.mark.parametrize("said", [".", "..", "/"])
def test_folders_without_a_name(run: Run, said: str) -> None:
    """A folder that is no name of its own is called what was typed."""
    result = run("import", "csv", said)
    assert (result.code, result.err) == (8, f"{said}: it is a folder, not a file\n{WHOLE}")


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_a_full_disk_is_no_fault_of_the_file(table: Table, code: int) -> None:
    """What has no room elsewhere while the file is open is passed on as it is."""
    with pytest.raises(OSError, match="no room"), open_source(table("name", "Ann Lee")):
        raise OSError(code, "no room")


def test_a_disk_that_fails_is_told_of_the_file(table: Table) -> None:
    """What the system says of reading is told with the file's name."""
    with pytest.raises(BadWholeFile) as refusal, open_source(table("name", "Ann Lee")):
        raise OSError(errno.EIO, "Input/output error")
    assert (refusal.value.file, refusal.value.problem) == ("mine.csv", "Input/output error")


def test_a_name_too_long(run: Run) -> None:
    """A name that the system can't have is refused in the system's words."""
    result = run("import", "csv", "x" * 300)
    assert (result.code, result.err) == (8, f"{'x' * 300}: File name too long\n{WHOLE}")


def test_a_link(run: Run, table: Table, tmp_path: Path) -> None:
    """A link is refused with what it leads to: nobody is led elsewhere than they think."""
    path = table("name", "Ann Lee")
    (tmp_path / "link.csv").symlink_to(path)
    result = run("import", "csv", str(tmp_path / "link.csv"))
    assert (result.code, result.err) == (
        8,
        f"link.csv: it is a link: give the file it leads to, {path}\n{WHOLE}",
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_not_to_be_read(run: Run, table: Table) -> None:
    """A file that one may not read is refused in the system's words."""
    path = table("name", "Ann Lee")
    Path(path).chmod(0)
    result = run("import", "csv", path)
    assert (result.code, result.err) == (8, f"mine.csv: Permission denied\n{WHOLE}")


def test_standard_input(run: Run) -> None:
    """``-`` reads what is piped in."""
    assert run("import", "csv", "-", "--dry-run", stdin="name\nAnn Lee\n").out == (
        "New      Account  Specialty\n"
        "Ann Lee\n"
        "\n"
        "-  new 1  changed 0  same 0  unclear 0  refused 0\n"
        "Nothing was written: this was a dry run.\n"
    )


def test_what_was_read_is_counted(table: Table) -> None:
    """A source knows its size and how much of it has been read."""
    with open_source(table("name", "Ann")) as source:
        assert (source.size, source.name) == (9, "mine.csv")
        source.stream.read()
        assert source.done == 9


# --- archives -------------------------------------------------------------------------------------


def test_the_public_archive(run: Run, db: sqlite3.Connection, tmp_path: Path) -> None:
    """Of the public archive the people's table is taken, not its header's file or other tables."""
    path = archive(
        tmp_path / "npi.zip",
        npidata_pfile_20260101__csv=register_text(LEE, BRANDT),
        npidata_pfile_20260101_fileheader__csv=register_text(),
        pl_pfile_20260101__csv="NPI,Place\n1,x\n",
        readme__pdf="x",
    )
    assert run("import", "nppes", path).masked.startswith("npi.zip  new 2  changed 0")
    assert counts(db)["provider"] == 2


def test_tables_of_ones_own_are_not_unpacked(run: Run, tmp_path: Path) -> None:
    """A spreadsheet is an archive too: the way out is said."""
    path = archive(tmp_path / "mine.xlsx", workbook__xml="<x/>")
    result = run("import", "csv", path)
    assert (result.code, result.err) == (
        8,
        f"mine.xlsx: it is an archive or a spreadsheet: save the table as CSV\n{WHOLE}",
    )


def test_several_tables(run: Run, tmp_path: Path) -> None:
    """Two tables in one archive are named, and neither is chosen."""
    path = archive(tmp_path / "npi.zip", npidata_pfile_1__csv="x", npidata_pfile_2__csv="x")
    assert run("import", "nppes", path).err == (
        f"npi.zip: several tables are in it: npidata_pfile_1.csv, npidata_pfile_2.csv\n{WHOLE}"
    )


def test_an_archive_that_only_fills_the_disk(run: Run, tmp_path: Path) -> None:
    """A table packed a thousand times smaller than it is isn't unpacked."""
    path = archive(tmp_path / "npi.zip", npidata_pfile_1__csv="0" * 1_000_000)
    assert run("import", "nppes", path).err == (
        f"npi.zip: unpacked it is more than 100 times its size\n{WHOLE}"
    )


@pytest.mark.parametrize("kept", [0.3, 0.9])
def test_a_cut_archive(run: Run, tmp_path: Path, kept: float) -> None:
    """An archive that was cut off is damaged, wherever the cut is."""
    path = Path(archive(tmp_path / "npi.zip", npidata_pfile_1__csv=register_text(LEE)))
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * kept)])
    assert run("import", "nppes", str(path)).err == (
        f"npi.zip: the zip archive is damaged, cut off or locked\n{WHOLE}"
    )


def test_an_archive_with_a_wrong_byte(run: Run, db: sqlite3.Connection, tmp_path: Path) -> None:
    """A byte that changed inside is found at the table's end at the latest."""
    path = Path(archive(tmp_path / "npi.zip", npidata_pfile_1__csv=register_text(LEE)))
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 0xFF
    path.write_bytes(raw)
    result = run("import", "nppes", str(path))
    assert (result.code, counts(db)["provider"]) == (8, 0)


def test_text_stands_in_for_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where standard input has no bytes to give, its text is read."""
    monkeypatch.setattr("sys.stdin", io.StringIO("name\n"))
    with open_source("-") as source:
        assert source.stream.read() == b"name\n"


def test_the_member_must_be_there(tmp_path: Path) -> None:
    """An archive without any table is refused."""
    path = archive(tmp_path / "npi.zip", readme__txt="x")
    with pytest.raises(BadWholeFile), open_source(path, member="npidata_pfile"):
        pass
