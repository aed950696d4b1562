"""The rooms and their tests stand side by side, and the contracts know every room's commands."""

from __future__ import annotations

import tomllib

from tests.house.tree import (
    PACKAGE,
    ROOT,
    TESTS,
    Source,
    assert_none,
    files,
    functions,
    imports,
    modules,
)

OWN_FOLDERS = frozenset({"bench", "house", "tools"})
"""Folders of tests that mirror no room: they look at the whole."""


def test_every_test_mirrors_a_module() -> None:
    """tests/ROOM/test_X.py tests ROOM/X.py, or one side of it: test_X_SIDE.py."""
    known = {source.path.relative_to(PACKAGE).with_suffix("").as_posix() for source in modules()}
    stray = []
    for path in sorted(TESTS.rglob("test_*.py")):
        at = path.relative_to(TESTS)
        if at.parts[0] in OWN_FOLDERS:
            continue
        words = at.stem.removeprefix("test_").split("_")
        stems = ["_".join(words[:end]) for end in range(1, len(words) + 1)]
        if not any((at.parent / stem).as_posix() in known for stem in (*stems, f"__{stems[0]}__")):
            stray.append(at.as_posix())
    assert_none(stray)


def test_every_file_has_its_tests() -> None:
    """A file with functions has tests that bear its name or import it, or stands behind one."""
    tested = {
        found.target
        for source in files()
        if source.path.is_relative_to(TESTS) and source.path.parent.name not in OWN_FOLDERS
        for found in imports(source)
    }
    tested |= {source.name for source in modules() if _has_tests(source)}
    behind = {
        source.name: {f.target for f in imports(source) if _room_of(f.target) == source.room}
        for source in modules()
    }
    # Parts of one subject are tested through its front, in the same room.
    while more := set().union(*(behind.get(name, set()) for name in tested)) - tested:
        tested |= more
    assert_none(
        str(source)
        for source in modules()
        if source.name not in tested and not source.path.stem.startswith("__")
        if "migrations" not in source.path.parts and any(functions(source))
    )


def _has_tests(source: Source) -> bool:
    """Whether tests bear the file's name; a room's roles, rules excepted, share the room's."""
    shares_tests = source.role not in {"", "rules"}
    pattern = "test_*.py" if shares_tests else f"test_{source.path.stem}*.py"
    return any((TESTS / source.path.relative_to(PACKAGE).parent).glob(pattern))


def _room_of(name: str) -> str:
    return name.removeprefix("repplan.").rpartition(".")[0].partition(".")[0]


def test_contracts_know_every_leaf() -> None:
    """import-linter has no pattern for ``*_commands``, ``*_views``: pyproject.toml names each."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    order, *others = settings["tool"]["importlinter"]["contracts"]
    protected = {name for contract in others for name in contract.get("protected_modules", ())}
    free = {line.partition(" -> ")[0] for line in order["ignore_imports"]}
    leaves = {f"repplan.*.{s.path.stem}" for s in modules() if s.role in {"commands", "views"}}
    assert_none(leaves - (protected & free))
