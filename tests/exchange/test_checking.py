"""Under the rules, ``import csv`` reads no volumes, and refuses what tells who a patient is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

TABLE = (
    "name,account,TRx Q3,处方量,weather,patients\n"
    'Jo Brandt,Oakwood,412,88,rain,"over 75, many on Medicare"\n'
    'Bo Lee,Oakwood,9,3,sun,"patient John Smith, 67, melanoma, DOB 4/12/1959"\n'
)


@pytest.fixture
def table(tmp_path: Path) -> str:
    """Return the path of a table with volumes, and with a patient in it."""
    path = tmp_path / "own.csv"
    path.write_text(TABLE, encoding="utf-8")
    return str(path)


def test_volumes_are_not_read_where_they_are_barred(run: Run, table: str) -> None:
    """Under ``cn`` the columns are named with the rule and its source, and nothing of them is kept."""
    assert run("config", "set", "policy", "cn").code == 0
    done = run("import", "csv", table, "--json")
    assert done.code == 0
    assert done.json["barred"] == ["TRx Q3", "处方量"]
    assert "统方" in done.json["barred_by"]
    assert done.json["ignored"] == ["weather"]
    shown = run("import", "csv", table, "--dry-run").out
    assert "not read: TRx Q3; 处方量 (rule" in " ".join(shown.split())
    assert "412" not in shown
    kept = run("provider", "show", "brandt", "--json").out
    assert "412" not in kept
    assert "Medicare" in kept


def test_a_column_mapped_by_hand_is_barred_too(run: Run, table: str) -> None:
    """``--map`` makes no volume a habit."""
    assert run("config", "set", "policy", "cn").code == 0
    line = ("import", "csv", table, "--map", "TRx Q3=prescribing", "--json")
    assert run(*line).json["barred"] == ["TRx Q3", "处方量"]
    assert run("provider", "show", "brandt", "--json").json["prescribing"] is None


def test_elsewhere_they_are_columns_nobody_knows(run: Run, table: str) -> None:
    """Without the rule the columns are ignored as any other, and none is called barred."""
    answer = run("import", "csv", table, "--dry-run", "--json").json
    assert answer["barred"] == []
    assert answer["barred_by"] is None
    assert answer["ignored"] == ["TRx Q3", "处方量", "weather"]


def test_a_patient_is_refused_with_the_row(run: Run, table: str) -> None:
    """The row isn't taken in; the reason names heading, rule and source, and no word of the cell."""
    done = run("import", "csv", table, "--json")
    assert done.json["counts"] | {"new": 1, "refused": 1} == done.json["counts"]
    (refused,) = [row for row in done.json["rows"] if row["status"] == "refused"]
    assert refused["record"] == "Bo Lee"
    assert refused["reason"].startswith("patients: ")
    assert "(rule identity." in refused["reason"]
    assert "Smith" not in done.out
    assert run("provider", "show", "lee").code == 3
