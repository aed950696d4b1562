"""Drawn maps: whole files that load nothing, hold no private thing, and take any name."""

from __future__ import annotations

import re
import stat
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from tests.relations.valley import build

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

NASTY = "<script>alert(1)</script> & “Eve”"


@pytest.fixture
def valley(run: Run, people: object) -> None:  # noqa: ARG001 - they work there
    """Fill an account; somebody there has a nasty name, and somebody a private note."""
    build(run)
    run("provider", "add", NASTY, "--account", "valley", "--department", "A <b> ward")
    assert run("relation", "add", "eve", "works with", "cho").code == 0
    run("log", "anjali", "fine; ^ plays the cello", "--at", "8:40", now="2026-11-24T18:00:00-06:00")


def drawn(run: Run, path: Path, who: str = "valley", **env: str) -> str:
    """Return the text of a map's file."""
    answer = run("map", who, "--to", str(path), **env)
    assert (answer.code, answer.err) == (0, "")
    return path.read_text(encoding="utf-8")


@pytest.mark.usefixtures("valley")
@pytest.mark.parametrize("who", ["valley", "anjali"])
def test_svg(run: Run, tmp_path: Path, who: str) -> None:
    """A drawing is well-formed, names everybody with their stance, and only its owner reads it."""
    path = tmp_path / "map.svg"
    text = drawn(run, path, who)
    root = ET.fromstring(text)  # noqa: S314 - made here
    said = ["".join(one.itertext()) for one in root.iter("{http://www.w3.org/2000/svg}text")]
    assert {"Cho MD", "skeptic", "decision-maker", "Patel MD", "champion"} <= set(said)
    assert any("was supporter; Brandt reported to them" in one for one in said)
    assert "cello" not in text
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")


@pytest.mark.usefixtures("valley")
def test_html(run: Run, tmp_path: Path) -> None:
    """A page holds all it needs and lets nothing in; what was typed is text on it."""
    text = drawn(run, tmp_path / "map.html")
    assert "default-src 'none'" in text
    assert "script-src" not in text
    assert not re.search(r"<script|<img|<link|src=|@import|url\(h", text)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "A &lt;b&gt; ward" in text
    assert "cello" not in text
    # What the drawing shows stands in words too, for those who can't see it.
    assert "<li>Jo Brandt NP reports to Tom Haas, MD</li>" in text
    assert "<td>skeptic</td>" in text


@pytest.mark.usefixtures("valley")
@pytest.mark.parametrize("ending", [".svg", ".html"])
def test_the_same_map_is_the_same_file(run: Run, tmp_path: Path, ending: str) -> None:
    """A map drawn twice is the same to the byte."""
    first = drawn(run, tmp_path / f"one{ending}")
    assert drawn(run, tmp_path / f"two{ending}") == first


@pytest.mark.usefixtures("valley")
def test_a_file_there_is_left_alone(run: Run, tmp_path: Path) -> None:
    """A file is replaced only with --force; the command says where it wrote."""
    path = tmp_path / "map.svg"
    path.write_text("mine")
    assert run("map", "valley", "--to", str(path)).code == 6
    assert path.read_text() == "mine"
    answer = run("map", "valley", "--to", str(path), "--force")
    assert answer.out == f"Map written to {path}.\n"
    assert path.read_text().startswith("<?xml")


def test_chinese(run: Run, people: object, tmp_path: Path) -> None:  # noqa: ARG001 - they work there
    """A Chinese account is drawn with fonts that have its characters."""
    run("relation", "add", "周一鸣", "汇报", "王建国")
    text = drawn(run, tmp_path / "map.svg", "市一", REPPLAN_LANG="zh_CN")
    assert "王建国 主任医师" in text
    assert '"Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei"' in text


@pytest.mark.usefixtures("valley")
def test_nobody_is_known(run: Run, tmp_path: Path) -> None:
    """An account without anybody, and a person without an account, are drawn too."""
    run("account", "add", "Empty Clinic")
    assert "Empty Clinic" in drawn(run, tmp_path / "empty.svg", "empty clinic")
    assert "Lindqvist" in drawn(run, tmp_path / "alone.html", "lindqvist")


@pytest.mark.usefixtures("valley")
def test_a_stance_on_one_product_is_drawn(run: Run, tmp_path: Path) -> None:
    """The picture and its table say on which product somebody stands otherwise."""
    run("product", "add", "Cardexa")
    run("stance", "add", "cho", "blocker", "--product", "cardexa")
    assert ">blocker on Cardexa</text>" in drawn(run, tmp_path / "map.svg")
    text = drawn(run, tmp_path / "map.html")
    assert "<td>skeptic; blocker on Cardexa</td>" in text
    # It shrinks to a narrow window before it scrolls.
    assert re.search(r"figure svg { min-width: \d+px", text)
