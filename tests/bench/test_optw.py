"""The benchmark's own checker finds what is wrong, and its distances are exact."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from bench.optw import Instance, Point, faults, main, problem_of, read, runs, summary

if TYPE_CHECKING:
    from pathlib import Path

LINES = """2 1 3 1
0 100
  0 0.00 0.00 0.00 0.00 0 0 0 100
  1 3.00 4.00 10.00 7.00 1 1 1 5 20
  2 6.00 8.00 10.00 5.00 1 2 1 2 0 30
  3 60.00 80.00 10.00 9.00 1 1 1 0 90
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with one small instance."""
    (tmp_path / "instances").mkdir()
    (tmp_path / "instances" / "r999.txt").write_text(LINES, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("routes", "wrong"),
    [
        ([[1, 2]], ()),
        ([[1], [2]], ()),
        ([[]], ()),
        ([[1, 1]], ("point 1: visited twice",)),
        ([[1], [1]], ("point 1: visited twice",)),
        ([[0]], ("no such points: [0]",)),
        ([[4]], ("no such points: [4]",)),
        ([[], [], []], ("3 routes for 2 tours",)),
        ([[2, 1]], ("tour 1: point 1 begins at 250, after 200",)),
        ([[3]], ("tour 1: point 3 begins at 1000, after 900", "tour 1: back at 2100, after 1000")),
    ],
)
def test_the_checker(folder: Path, routes: list[list[int]], wrong: tuple[str, ...]) -> None:
    """Windows, the horizon, once each, so many tours, and points that there are."""
    assert tuple(faults(read(folder / "instances" / "r999.txt"), 2, routes)) == wrong


@pytest.mark.parametrize(
    ("x", "parts", "distance"),
    [
        (20_000, 10, 20),
        (19_999, 10, 19),
        (14_142, 100, 141),
        (0, 100, 0),
    ],
)
def test_distances_are_rounded_down(x: int, parts: int, distance: int) -> None:
    """To the unit and exactly: 2.0 stays 2.0, a hair less is 1.9."""
    points = (Point(0, 0, 0, 0, 0, 9), Point(x, 0, 0, 0, 0, 9))
    assert Instance("x", parts, points).distance(0, 1) == distance


def test_a_problem_is_the_instance(folder: Path) -> None:
    """Point 0 is where each day starts and ends; the horizon is its closing."""
    problem = problem_of(read(folder / "instances" / "r999.txt"), 2)
    assert [(one.place, one.worth, one.service) for one in problem.candidates] == [
        (1, 7, 100),
        (2, 5, 100),
        (3, 9, 100),
    ]
    assert [(day.opens, day.closes) for day in problem.days] == [(0, 1000)] * 2
    assert problem.travel[0] == [0, 50, 100, 1000]
    assert problem.travel[2][1] == 50


def test_a_run_is_one_line_of_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each line says what was asked for; without bks.csv nothing is known as best."""
    main([str(folder), "--tours", "1", "2", "--seconds", "0.05", "--engine", "search"])
    out, err = capsys.readouterr()
    lines = [json.loads(line) for line in out.splitlines()]
    assert [
        (each["instance"], each["m"], each["score"], each["best_known"], each["feasible"])
        for each in lines
    ] == [("r999", 1, 12, None, True), ("r999", 2, 12, None, True)]
    assert lines[0]["routes"] == [[1, 2]]
    assert all(0 < each["seconds"] < 5 for each in lines)
    assert "seed 1" in err


def test_gaps_are_to_the_best_known(folder: Path) -> None:
    """A score of 12 where 16 is known is a quarter behind."""
    (folder / "bks.csv").write_text("instance,m,best_known\nr999,1,16\n", encoding="utf-8")
    results = list(runs(folder, ["r999"], [1, 2], 0.05, engine="search"))
    assert [each.gap for each in results] == [25.0, None]
    assert summary(results)[0] == "Solomon, 1 tours: mean gap 25.00 % of 1, worst 25.00 %"
