"""Completion in a real fish: what it offers, and what it puts into the line."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from repplan.cli.installing import script
from tests.cli.terminals import environment, needs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Offered = Callable[[str], list[str]]

pytestmark = needs("fish")


@pytest.fixture
def offered(programs: Path, territory: Path, tmp_path: Path) -> Offered:
    """Return a function that asks fish what it offers for a line."""

    def ask(line: str) -> list[str]:
        done = subprocess.run(
            ["fish", "--no-config", "-c", f"{script('fish')}\ncomplete -C $LINE"],
            env={
                **environment(programs, tmp_path),
                "REPPLAN_STORE": str(territory),
                "LINE": line,
            },
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        assert done.stderr == ""
        return done.stdout.splitlines()

    return ask


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("repplan bri", ["brief\twhat to know before the door"]),
        ("rp brief anj", ["Anjali Patel\tMD · Oakwood Clinic"]),
        ('rp brief "anj', ["Anjali Patel\tMD · Oakwood Clinic"]),
        ("rp brief 'o\\'b", ["O'Brien\tSean O'Brien"]),
        ("rp brief o\\'b", ["O'Brien\tSean O'Brien"]),
        ("rp brief obr", ["obrien\tO'Brien · Sean O'Brien"]),
        ("rp brief nun", ["nunez\tNúñez · José Núñez"]),
        ("rp brief 王建", ["王建国\t主任医师 · 人民医院"]),
        ("rp brief wangj", ["wangjianguo\t王建国 · 主任医师 · 人民医院"]),
        ("rp brief patel@oak", ["Patel@Oakwood Clinic\tAnjali Patel · MD · Oakwood Clinic"]),
        ("rp done pat", ["Patel\tAnjali Patel · MD · Oakwood Clinic"]),
        ("rp done patel ta", ["table\tPatel: send the renal table · 2026-11-27"]),
        ("rp provider list --tier=", ["--tier=A", "--tier=B", "--tier=C", "--tier=D"]),
        ("rp provider list --ti", ["--tier\tA, B, C or D"]),
        ("rp --store /nowhere.db brief anj", []),
        ("REPPLAN_STORE=/nowhere.db rp brief anj", []),
        ("rp no-such ", []),
    ],
)
def test_what_fish_offers(offered: Offered, line: str, lines: list[str]) -> None:
    """Each word, a tab and its help; what fish would drop comes as a key that begins as typed."""
    assert offered(line) == lines


def test_refs_come_with_what_they_are_of(offered: Offered) -> None:
    """The nearest due day first."""
    helps = [line.partition("\t")[2] for line in offered("rp done ")]
    assert helps[0] == "O'Brien: call the lab · 2026-11-25"
    assert len(helps) == 4


def test_files_where_files_belong(offered: Offered, tmp_path: Path) -> None:
    """Behind an option that takes one, in both its forms."""
    (tmp_path / "visits of today.txt").touch()
    path = f"{tmp_path}/visits of today.txt"
    assert offered(f"rp log --inbox {tmp_path}/vis") == [path]
    assert offered(f"rp log --inbox={tmp_path}/vis") == [f"--inbox={path}"]


def test_fish_finds_it_where_it_is_installed(
    programs: Path, territory: Path, tmp_path: Path
) -> None:
    """A fish that starts after the installation completes both names by itself."""
    env = {**environment(programs, tmp_path), "REPPLAN_STORE": str(territory)}
    subprocess.run(
        ["repplan", "completion", "fish", "--install"], env=env, check=True, capture_output=True
    )
    for name in ("repplan", "rp"):
        done = subprocess.run(
            ["fish", "-c", f"complete -C '{name} brief anj'"],
            env=env,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        assert done.stdout == "Anjali Patel\tMD · Oakwood Clinic\n"
