"""What importing does: no knots, nothing that leans on another's turn, no weight."""

from __future__ import annotations

import graphlib
import json
import subprocess
import sys

import pytest

from tests.house.tree import assert_none, imports, modules

NEEDS_ALEMBIC = frozenset({"repplan.store.migrations.env"})
"""Run by Alembic with its own context, never imported."""


def test_no_module_imports_itself_through_others() -> None:
    """There is no import cycle, not even through imports that wait or serve types only."""
    known = {source.name for source in modules()}
    graph = {
        source.name: {found.target for found in imports(source)} & known - {source.name}
        for source in modules()
    }
    try:
        graphlib.TopologicalSorter(graph).prepare()
    except graphlib.CycleError as knot:
        # graphlib walks from the imported to the importer.
        pytest.fail(" imports ".join(reversed(knot.args[1])), pytrace=False)


# One bare interpreter forks a child for each module: fresh every time, started once.
IMPORT_EACH = """
import importlib, json, os, sys, traceback
failed = {}
for name in json.loads(sys.stdin.read()):
    read, write = os.pipe()
    child = os.fork()
    if not child:
        try:
            importlib.import_module(name)
        except BaseException:
            os.write(write, traceback.format_exc(limit=-2).encode())
        os._exit(0)
    os.close(write)
    with open(read, "rb") as pipe:
        if trace := pipe.read():
            failed[name] = trace.decode(errors="replace")
    os.waitpid(child, 0)
print(json.dumps(failed))
"""


def test_every_module_imports_alone() -> None:
    """Each module can be the first that a fresh interpreter imports."""
    names = [source.name for source in modules() if source.name not in NEEDS_ALEMBIC]
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", IMPORT_EACH],
        input=json.dumps(names),
        capture_output=True,
        text=True,
        check=True,
    )
    assert_none(f"{name}: {trace}" for name, trace in json.loads(run.stdout).items())


def test_leaves_are_light() -> None:
    """The top of a model, of rules and of commands imports nothing from outside but typer."""
    leaves = [s for s in modules() if s.role in {"commands", "model", "rules"}]
    allowed = sys.stdlib_module_names | {"repplan", "typer"}
    assert_none(
        f"{source}:{found.line} {found.target}"
        for source in leaves
        for found in imports(source)
        if not found.inside and found.target.partition(".")[0] not in allowed
    )
