"""The one screen: what always stands on it, what is folded, what it suggests to type."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import pytest

from repplan.due.typed import typed_word
from repplan.text import width

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

LAST_WEEK = "2026-11-16T07:00:00-06:00"


@pytest.fixture
def typed(run: Run, store: Path) -> Run:  # noqa: ARG001 - the store is where it happens
    """Return ``run`` on a store with five people, two of them called Webb."""
    for argv in (
        ("provider", "add", "Marcus Webb, MD", "--tier", "B", "--account", "Oakwood"),
        ("provider", "add", "Dana Webb", "--account", "Valley Cardiology"),
        ("provider", "add", "Sean O'Brien", "--tier", "A"),
        ("provider", "add", "Lucia Ruiz", "--tier", "A", "--last-seen-on", "2026-09-21"),
        ("provider", "add", "王建国 主任医师"),
    ):
        assert run(*argv).code == 0, argv
    return run


def screen(run: Run, **env: str) -> list[str]:
    """Return the lines of ``due``."""
    said = run("due", **env)
    assert said.code == 0, said.err
    lines: list[str] = said.out.splitlines()
    return lines


def test_visits_gone_by_stand_after_todays_in_one_line(typed: Run) -> None:
    """Old visits that nobody logged never hide today's, which are never cut."""
    for day in ("16 nov", "17 nov", "18 nov"):
        assert typed("visit", "plan", "o'brien", "--at", day, now=LAST_WEEK).code == 0
    assert typed("visit", "plan", "ruiz", "--at", "24 nov 9:00", now=LAST_WEEK).code == 0
    assert typed("config", "set", "due.lines", "10").code == 0
    lines = screen(typed)
    assert lines[1].split() == ["TODAY", "9:00", "Ruiz", "A", "not", "asked", "yet"]
    assert lines[2] == (
        "TO LOG 3  O'Brien Mon 16 Nov, O'Brien Tue 17 Nov, O'Brien Wed 18 Nov   due today"
    )


def test_today_is_never_cut(typed: Run) -> None:
    """However little the screen has, each of today's visits has its line."""
    for hour, who in enumerate(("ruiz", "o'brien", "marcus webb", "dana webb"), 8):
        assert typed("visit", "plan", who, "--at", f"{hour}:00").code == 0
    for number in range(9):
        assert typed("followup", "add", "王建国", f"paper {number}", "--due", "mon",
                     now=LAST_WEEK).code == 0  # fmt: skip
    assert typed("config", "set", "due.lines", "10").code == 0
    text = "\n".join(screen(typed))
    for said in ("8:00", "9:00", "10:00", "11:00", "Webb M B", "Webb D"):
        assert said in text


def test_many_late_promises_share_a_line_a_person(typed: Run) -> None:
    """Eight late promises have their lines; the rest is counted per person, none is left out."""
    for number in range(9):
        assert typed("followup", "add", "ruiz", f"paper {number}", "--due", "17 nov",
                     now=LAST_WEEK).code == 0  # fmt: skip
    for what in ("dialysis", "article", "leaflet"):
        assert typed("followup", "add", "marcus webb", what, "--due", "18 nov",
                     now=LAST_WEEK).code == 0  # fmt: skip
    lines = screen(typed)
    late = [line for line in lines if " late " in line and "owe" not in line]
    assert len(late) == 10
    (folded,) = [line for line in lines if "3 late" in line]
    assert folded.startswith("       3 late      Webb M B")
    assert folded.endswith("due webb")
    for what in ("dialysis", "article", "leaflet"):
        assert what in folded
    assert any(line.startswith("COLD") for line in lines)


def test_a_cut_group_says_how_much_of_it_stands(typed: Run) -> None:
    """The label of the second line is short enough for its column."""
    for number in range(13):
        assert typed("followup", "add", "ruiz", f"paper {number}", "--due", "fri").code == 0
    assert typed("config", "set", "due.lines", "10").code == 0
    lines = screen(typed)
    assert lines[2].split()[0] in {"6/13", "7/13"}


def test_another_years_day_is_short(typed: Run) -> None:
    """A day of another year widens no row."""
    assert typed("visit", "plan", "ruiz", "--at", "9:00").code == 0
    assert typed("followup", "add", "ruiz", "the registry", "--due", "2027-02-20").code == 0
    assert screen(typed)[1].startswith("OWED   20 Feb '27  Ruiz A       the registry")


def test_every_suggestion_can_be_typed(typed: Run) -> None:
    """What NEXT suggests is taken by a shell as it stands."""
    assert typed("visit", "plan", "o'brien", "--at", "7:00", now=LAST_WEEK).code in {0, 5}
    assert typed("visit", "plan", "o'brien", "--at", "9:00").code == 0
    assert typed("followup", "add", "王建国", "他问透析能不能用?", "--due", "today").code == 0
    line = screen(typed, COLUMNS="200")[-1]
    steps = line.removeprefix("NEXT").strip().split(" | ")
    assert "done 王建国 他问透析能不" in steps
    for step in steps:
        assert shlex.split(step)
    assert typed("done", "王建国", "他问透析能不").code == 0


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("O'Brien", "obrien"),
        ("$(reboot) |a1 `x`", "reboot"),
        ("他问透析能不能用?", "他问透析能不"),
        ("--force", "force"),
        ("Smith-Jones", "smith-jones"),
        ("?!", ""),
    ],
)
def test_a_typed_word_is_plain(text: str, word: str) -> None:
    """One word without anything that a shell acts on."""
    assert typed_word(text) == word
    assert shlex.split(word) == ([word] if word else [])


def test_no_line_is_wider_than_the_screen(typed: Run) -> None:
    """The folded lines too end where the screen does."""
    for day in ("16 nov", "17 nov", "18 nov", "19 nov"):
        assert typed("visit", "plan", "王建国", "--at", day, now=LAST_WEEK).code == 0
    assert max(width(line) for line in screen(typed)) <= 80
