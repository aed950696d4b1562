"""``demo``: a territory to play in at any hour, made anew where it is the demo's, never elsewhere."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run


@pytest.mark.parametrize("hour", ["03:00", "07:05", "08:45", "12:00", "23:55"])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_at_any_hour(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hour: str, language: str
) -> None:
    """It is made also when the first visit of its day has gone by."""
    monkeypatch.setenv("REPPLAN_NOW", f"2026-11-24T{hour}:00-06:00")
    mine = str(tmp_path / "mine.db")
    made = run("--store", mine, "--lang", language, "demo", "--json")
    assert (made.code, made.err) == (0, "")
    demo = str(tmp_path / "demo.db")
    due = json.loads(run("--store", demo, "--lang", language, "due", "--json").out)
    assert {item["group"] for item in due["items"]} >= {"promises", "today", "waiting"}
    assert run("--store", demo, "check").code == 0


def test_anew(run: Run, tmp_path: Path) -> None:
    """What was played in it goes; without the wish for it the demo stays as it is."""
    demo = str(tmp_path / "demo.db")
    here = ("--store", str(tmp_path / "mine.db"), "demo")
    run(*here)
    run("--store", demo, "product", "add", "Zzz")
    run(*here)
    assert "Zzz" in run("--store", demo, "product", "list").out
    assert run(*here, "--anew").code == 0
    assert "Zzz" not in run("--store", demo, "product", "list").out


def test_a_store_of_that_name_is_left_alone(run: Run, tmp_path: Path) -> None:
    """Somebody's own store that is called demo.db is no demo."""
    demo = tmp_path / "demo.db"
    run("--store", str(demo), "init", "--name", "Jo", "--yes")
    done = run("--store", str(tmp_path / "mine.db"), "demo", "--anew")
    assert (done.code, done.out) == (6, "")
    assert done.err == (
        f"There is a file at {demo} already; it was left alone.\n"
        "If it is your store, look at it with: repplan due      make another with: --store PATH\n"
    )
    assert demo.exists()


def test_in_another_language(run: Run, tmp_path: Path) -> None:
    """The demo that is there names somebody of its own, and how to have yours."""
    here = ("--store", str(tmp_path / "mine.db"))
    run(*here, "--lang", "zh_CN", "demo")
    lines = run(*here, "demo").out.splitlines()
    assert lines[1] == "It is in another language. To have it in yours: repplan demo --anew"
    assert "  repplan brief 王主任" in lines
    anew = run(*here, "demo", "--anew").out.splitlines()
    assert "  repplan brief patel" in anew
    assert run(*here, "demo").out.splitlines()[1:] == anew[1:]


def test_its_people_are_gone(run: Run, tmp_path: Path) -> None:
    """A demo that was played with until nobody is called so any more is one all the same."""
    here = ("--store", str(tmp_path / "mine.db"))
    run(*here, "demo")
    demo = ("--store", str(tmp_path / "demo.db"))
    renamed = run(
        *demo, "provider", "edit", "patel", "--name", "Robin Other", "--family-name", "Other"
    )
    assert renamed.code == 0, renamed.err
    assert run(*demo, "brief", "patel").code == 3
    assert run(*here, "demo").code == 0


def test_cut_while_it_is_made(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C on the way to a new demo leaves the one before, and nothing half-made."""
    here = ("--store", str(tmp_path / "mine.db"), "demo")
    run(*here)
    before = (tmp_path / "demo.db").read_bytes()

    def cut(*_args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("repplan.upkeep.demo.build.tie", cut)
    assert run(*here, "--anew").code == 130
    assert [one.name for one in tmp_path.iterdir() if "demo" in one.name] == ["demo.db"]
    assert (tmp_path / "demo.db").read_bytes() == before
    (tmp_path / "demo.db").unlink()
    assert run(*here).code == 130
    assert [one.name for one in tmp_path.iterdir() if "demo" in one.name] == []
