"""The source tree as the house tests see it: found by walking, so that nothing needs listing."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "repplan"
TESTS = ROOT / "tests"

ROLES = frozenset({"model", "rules", "tables", "queries", "actions", "views", "commands"})
"""The file names that mean the same in every room."""


@dataclass(frozen=True)
class Import:
    """One imported module. ``inside``: the function it waits in, empty at the top of the file."""

    target: str
    line: int
    inside: str


@dataclass(frozen=True)
class Source:
    """One Python file; ``name`` is its dotted name, or its path outside the package."""

    path: Path
    name: str

    def __str__(self) -> str:
        """Return the path from the root, as a failing test names it."""
        return self.path.relative_to(ROOT).as_posix()

    @cached_property
    def text(self) -> str:
        """The file's text."""
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        """The file's syntax tree."""
        return ast.parse(self.text, str(self.path))

    @property
    def room(self) -> str:
        """The folder directly under the package; empty for files that stand alone."""
        parts = self.path.relative_to(PACKAGE).parts
        return parts[0] if len(parts) > 1 else ""

    @property
    def role(self) -> str:
        """What a file's name says it is; ``log_views`` is views. Empty for a subject's own file."""
        last = self.path.stem.rpartition("_")[2]
        return last if last in ROLES else ""

    def at(self, node: ast.AST) -> str:
        """Return ``path:line``, which an editor opens."""
        return f"{self}:{getattr(node, 'lineno', 1)}"


@cache
def modules() -> tuple[Source, ...]:
    """Return every module of the package, by name; Alembic's numbered versions are no modules."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = ("repplan", *path.relative_to(PACKAGE).with_suffix("").parts)
        if all(part.isidentifier() for part in parts):
            found.append(Source(path, ".".join(parts).removesuffix(".__init__")))
    return tuple(found)


@cache
def files() -> tuple[Source, ...]:
    """Return every Python file that people write: the program, its tests, its tools."""
    tops = ("src", "tests", "tools", "bench")
    inside = (path for top in tops for path in (ROOT / top).rglob("*.py"))
    paths = sorted((*inside, ROOT / "hatch_build.py"))
    return tuple(Source(path, path.relative_to(ROOT).as_posix()) for path in paths)


def assert_none(findings: Iterable[str]) -> None:
    """Fail with the findings, each on its line, as ``path:line`` and what is wrong there."""
    if found := sorted(findings):
        pytest.fail("\n".join(["", *found]), pytrace=False)


def functions(source: Source) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function of a file, methods and nested ones too."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def imports(source: Source) -> Iterator[Import]:
    """Yield all that a file imports, wherever it stands: in functions and for types only, too."""
    yield from _imports(source.tree, inside="")


def _imports(node: ast.AST, *, inside: str) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.Import(names=names):
                yield from (Import(name.name, child.lineno, inside) for name in names)
            case ast.ImportFrom(module=str(module), names=names, level=0):
                targets = dict.fromkeys(_submodule(module, name.name) for name in names)
                yield from (Import(target, child.lineno, inside) for target in targets)
            case ast.Call(
                func=ast.Attribute(attr="import_module") | ast.Name(id="import_module"),
                args=[ast.Constant(value=str(module)), *_],
            ):
                yield Import(module, child.lineno, inside)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield from _imports(child, inside=inside or name)
                continue
        yield from _imports(child, inside=inside)


def _submodule(module: str, name: str) -> str:
    known = {source.name for source in modules()}
    return f"{module}.{name}" if f"{module}.{name}" in known else module
