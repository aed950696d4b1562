"""Compile catalogues (.po → .mo) and policies (.toml → .json): wheels, sdists, editable installs.

hatchling runs this hook in every build; ``python hatch_build.py`` does the same by hand. What is
made is never edited and never committed.
"""

from __future__ import annotations

import io
import json
import tomllib
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LOCALES = "src/repplan/i18n/locales"
POLICIES = "src/repplan/policies"


class CatalogueHook(BuildHookInterface[Any]):
    """The hook that hatchling finds here: every build begins with fresh catalogues."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Compile what is older than its source, before files are collected."""
        compile_catalogues(Path(self.root))
        compile_policies(Path(self.root))

    def clean(self, versions: list[str]) -> None:  # noqa: ARG002 - hatchling's signature
        """Remove what was compiled."""
        for made in Path(self.root, LOCALES).rglob("*.mo"):
            made.unlink()
        for made in Path(self.root, POLICIES).glob("*.json"):
            made.unlink()


def compile_catalogues(root: Path) -> list[Path]:
    """Return the .mo files that were made: those missing or older than their .po.

    Each appears whole or not at all, so that a program started meanwhile never reads half of one.
    """
    made: list[Path] = []
    for source in sorted((root / LOCALES).glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as text:
            catalogue = read_po(text, abort_invalid=True)
        compiled = io.BytesIO()
        write_mo(compiled, catalogue)
        _appear(target, compiled.getvalue())
        made.append(target)
    return made


def compile_policies(root: Path) -> list[Path]:
    """Return the .json files that were made: those missing or older than their .toml.

    A daily command reads them: importing a reader of TOML would cost it 8 ms.
    """
    made: list[Path] = []
    for source in sorted((root / POLICIES).glob("*.toml")):
        target = source.with_suffix(".json")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        tree = tomllib.loads(source.read_text(encoding="utf-8"))
        _appear(target, json.dumps(tree, ensure_ascii=False, default=str).encode())
        made.append(target)
    return made


def _appear(target: Path, content: bytes) -> None:
    partial = target.with_name(f"{target.name}.new")
    partial.write_bytes(content)
    partial.replace(target)


if __name__ == "__main__":
    compile_catalogues(Path(__file__).parent)
    compile_policies(Path(__file__).parent)
