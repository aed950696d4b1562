"""The nearest names: what a slip of the finger is offered, and never acted on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from repplan.providers.nearest import nearest_accounts, nearest_names

if TYPE_CHECKING:
    import sqlite3

    from tests.conftest import Run

pytestmark = pytest.mark.usefixtures("people")


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("patle", "Anjali Patel, MD"),
        ("lindquist", "Åsa Lindqvist"),
        ("anjalli", "Anjali Patel, MD"),
        ("wang jiangou", "王建国 主任医师"),
        ("zhuo", "周一鸣"),
        ("Dr Patell", "Anjali Patel, MD"),
    ],
)
def test_nearest_names(db: sqlite3.Connection, said: str, name: str) -> None:
    """A misspelt name is near the right one."""
    assert name in nearest_names(db, said)


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("王见国", ("王建国 主任医师",)),
        ("王建过", ("王建国 主任医师",)),
        ("汪建国", ("王建国 主任医师",)),
        ("忘见过", ("王建国 主任医师",)),
        ("王见国主任", ("王建国 主任医师",)),
        ("王见国@心内", ("王建国 主任医师",)),
        ("周一名", ("周一鸣",)),
        ("间国", ("王建国 主任医师",)),
        ("李大伟", ()),
        ("王卫东", ()),
        ("建华国", ()),
    ],
)
def test_nearest_chinese_names(db: sqlite3.Connection, said: str, names: tuple[str, ...]) -> None:
    """One character other, or the same sound, is near; two others that sound otherwise are not."""
    assert nearest_names(db, said) == names


def test_the_nearest_sound_comes_first(run: Run, db: sqlite3.Connection) -> None:
    """Of those with one character other, who sounds like what was typed stands first."""
    for name in ("王卫国", "王爱国"):
        assert run("provider", "add", name).code == 0
    assert nearest_names(db, "王见国")[0] == "王建国 主任医师"
    assert set(nearest_names(db, "王见国")) == {"王建国 主任医师", "王卫国", "王爱国"}


def test_a_misspelt_chinese_name_is_offered(run: Run) -> None:
    """The nearest is named in the refusal, and nothing is done to anybody."""
    done = run("brief", "王见国")
    assert (done.code, done.out, done.err) == (
        3,
        "",
        (
            "Nobody and nothing here is called “王见国”.\n  王建国 主任医师\n"
            "Try: repplan find 王见国\n"
        ),
    )
    assert run("log", "王见国", "认可").code == 3


@pytest.mark.parametrize("said", ["", "xxxx", "%%%", "Quetzalcoatl"])
def test_nothing_is_near(db: sqlite3.Connection, said: str) -> None:
    """What is like no name is near none."""
    assert nearest_names(db, said) == ()


def test_nearest_accounts(db: sqlite3.Connection) -> None:
    """A misspelt account is near the right one; another name is not."""
    assert nearest_accounts(db, "valey cardiology") == ("Valley Cardiology",)
    assert nearest_accounts(db, "Riverside") == ()
