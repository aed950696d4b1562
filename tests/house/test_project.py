"""What is declared twice is the same twice; every dependency and exclusion carries its reason."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import pytest

from tests.house.tree import ROOT, assert_none

PROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
PINS = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;]+)", re.MULTILINE)
PLACES = re.compile(r"https?://|file:|/simple\b|--(extra-)?index-url|--find-links|(^|\s)/\w+/")


def settings() -> dict[str, Any]:
    """Return pyproject.toml."""
    return tomllib.loads(PROJECT)


def pins(name: str) -> dict[str, str]:
    """Return the locked versions of one requirements file."""
    return dict(PINS.findall((ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")))


def test_build_requirements_stand_the_same_in_both_places() -> None:
    """What a build installs by itself and what requirements/build.txt locks are one list."""
    project = settings()
    assert project["dependency-groups"]["build"] == project["build-system"]["requires"]


@pytest.mark.parametrize("part", ["run", "build"])
def test_locked_versions_agree(part: str) -> None:
    """Tests run on the very versions that users get: dev.txt holds run.txt and build.txt."""
    assert pins(part).items() <= pins("dev").items()


@pytest.mark.parametrize("part", ["run", "build", "dev"])
def test_locked_requirements_are_hashed_and_name_no_place(part: str) -> None:
    """Each pin has a hash; no registry's address and no machine's path is in the file."""
    text = (ROOT / "requirements" / f"{part}.txt").read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=[A-Za-z])", text)
    assert_none(block for block in blocks if PINS.match(block) and "--hash=sha256:" not in block)
    assert_none(line for line in text.splitlines() if PLACES.search(line))
    assert pins(part)


def test_every_dependency_is_locked() -> None:
    """What pyproject.toml names, run.txt pins: a dependency added without `make lock` shows."""
    names = (re.match(r"[\w.-]+", entry) for entry in settings()["project"]["dependencies"])
    assert_none(name[0] for name in names if name and name[0].lower() not in pins("run"))


def test_every_dependency_and_every_exclusion_carries_its_reason() -> None:
    """Each entry of these lists has a comment behind it, or above its line."""
    lists = (
        r"^dependencies = \[\n(.*?)^\]",
        r"^requires = \[\n(.*?)^\]",
        r"^dev = \[\n(.*?)^\]",
        r"^ignore = \[\n(.*?)^\]",
        r"^\[tool\.ruff\.lint\.per-file-ignores\]\n(.*?)^\[",
    )
    for pattern in lists:
        found = re.search(pattern, PROJECT, re.MULTILINE | re.DOTALL)
        assert found, pattern
        assert_none(_without_reason(found[1].splitlines()))


def _without_reason(lines: list[str]) -> list[str]:
    bare, is_explained, inside = [], False, False
    for line in map(str.strip, lines):
        if line.startswith("#"):
            is_explained = True
        elif not line:
            is_explained = False
        elif "#" not in line and not is_explained and not inside and line != "]":
            bare.append(line)
        # A list over several lines explains itself inside; one comment above serves a block.
        inside = (inside or line.endswith("= [")) and line != "]"
    return bare
