"""The program as a user installs it: from its wheel, beside nothing but what it depends on."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import venv
import zipfile
from importlib import metadata
from typing import TYPE_CHECKING

import pytest

from repplan import __version__
from tests.house.tree import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel of this tree, built offline."""
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT))
    return next(folder.glob("repplan-*.whl"))


@pytest.fixture(scope="module")
def bin_folder(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where the program's scripts lie in an environment without dev packages."""
    folder = tmp_path_factory.mktemp("user")
    venv.create(folder, symlinks=True)
    python = folder / "bin" / "python"
    site = next((folder / "lib").glob("python*/site-packages"))
    for path in run_time_packages():
        (site / path.name).symlink_to(path)
    pip("--python", str(python), "install", "--no-deps", "--no-index", str(wheel))
    return python.parent


def run_time_packages() -> Iterator[Path]:
    """Yield what the pinned run-time requirements have put into this environment, by top name."""
    pinned = (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8")
    seen: set[str] = set()
    for name in re.findall(r"^([\w.-]+)==", pinned, re.MULTILINE):
        try:
            package = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # for another platform
        for top in {path.parts[0] for path in package.files or ()} - {"..", "__pycache__"} - seen:
            seen.add(top)
            yield package.locate_file(top)  # type: ignore[misc]  # a Path in every real environment


def pip(*words: str) -> None:
    """Run this environment's pip, offline and quiet."""
    subprocess.run([sys.executable, "-m", "pip", "--quiet", "--quiet", *words], check=True)


def say(folder: Path, home: Path, *words: str) -> str:
    """Return what an installed script writes; it must succeed and keep stderr clean of traces."""
    hidden = {"PYTHONPATH", "REPPLAN_NOW", "REPPLAN_STORE", "VIRTUAL_ENV", "XDG_DATA_HOME"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    done = subprocess.run(
        [folder / words[0], *words[1:]],
        env={**environment, "HOME": str(home), "REPPLAN_LANG": "en", "COLUMNS": "80"},
        stdin=subprocess.DEVNULL,
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{words}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def test_wheel_carries_the_catalogues(wheel: Path) -> None:
    """Each catalogue in the tree is in the wheel, compiled."""
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    sources = sorted((ROOT / "src").glob("repplan/i18n/locales/*/LC_MESSAGES/*.po"))
    compiled = {path.relative_to(ROOT / "src").with_suffix(".mo").as_posix() for path in sources}
    assert compiled
    assert compiled <= held


def test_wheel_carries_the_policies(wheel: Path) -> None:
    """Each policy is in the wheel, as it is written and as it is read."""
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    sources = sorted((ROOT / "src").glob("repplan/policies/*.toml"))
    wanted = {
        path.relative_to(ROOT / "src").with_suffix(suffix).as_posix()
        for path in sources
        for suffix in (".toml", ".json")
    }
    assert wanted
    assert wanted <= held


@pytest.mark.parametrize("script", ["repplan", "rp"])
def test_version(bin_folder: Path, tmp_path: Path, script: str) -> None:
    """Both names of the program say which version it is."""
    assert say(bin_folder, tmp_path, script, "--version") == f"repplan {__version__}\n"


def test_module_runs(bin_folder: Path, tmp_path: Path) -> None:
    """``python -m repplan`` is the same program."""
    told = say(bin_folder, tmp_path, "python", "-m", "repplan", "--version")
    assert told == f"repplan {__version__}\n"


def test_help(bin_folder: Path, tmp_path: Path) -> None:
    """``--help`` answers, and leaves nothing behind in the home folder."""
    assert "due" in say(bin_folder, tmp_path, "repplan", "--help")
    assert list(tmp_path.iterdir()) == []


def test_demo_plays(bin_folder: Path, tmp_path: Path) -> None:
    """A day can be played with what a user installs, twice with the same words."""
    first = say(bin_folder, tmp_path, "repplan", "demo", "--play")
    assert first
    assert say(bin_folder, tmp_path, "repplan", "demo", "--play") == first
