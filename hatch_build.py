"""Compile the message catalogues (.po → .mo): in wheels, sdists and editable installs alike.

hatchling runs this hook in every build; ``python hatch_build.py`` does the same by hand. A .mo
is made, never edited and never committed.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LOCALES = "src/repplan/i18n/locales"


class CatalogueHook(BuildHookInterface[Any]):
    """The hook that hatchling finds here: every build begins with fresh catalogues."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Compile what is older than its source, before files are collected."""
        compile_catalogues(Path(self.root))

    def clean(self, versions: list[str]) -> None:  # noqa: ARG002 - hatchling's signature
        """Remove what was compiled."""
        for made in Path(self.root, LOCALES).rglob("*.mo"):
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
        partial = target.with_suffix(".mo.new")
        partial.write_bytes(compiled.getvalue())
        partial.replace(target)
        made.append(target)
    return made


if __name__ == "__main__":
    compile_catalogues(Path(__file__).parent)
