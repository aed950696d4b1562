"""THE list: every command is where it says, and asking for help imports none of them."""

from __future__ import annotations

import importlib
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from repplan.cli.app import COMMANDS, GROUPS, PANELS, load, program

if TYPE_CHECKING:
    from tests.conftest import Run


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_where_the_list_says(name: str) -> None:
    """Its module has a function of that name, with a docstring that help begins with."""
    module, _colon, function = COMMANDS[name].target.partition(":")
    callback = getattr(importlib.import_module(f"repplan.{module}"), function)
    assert callback.__doc__
    assert load(name).name == name.rpartition(" ")[2]


def test_commands_are_loaded_once() -> None:
    """The second time a command is asked for it is the same."""
    assert load("undo") is load("undo")


def test_groups_list_their_commands_in_order() -> None:
    """A group has exactly the commands that the list gives it."""
    group = program()
    for name in GROUPS:
        room = group.get_command(None, name)
        found = [f"{name} {command}" for command in room.list_commands(None)]
        assert found == [command for command in COMMANDS if command.startswith(f"{name} ")]


@pytest.mark.parametrize("name", ["", "provider add", "nonsense", "provider nonsense", "Undo"])
def test_what_the_list_does_not_know(name: str) -> None:
    """Only the names of the list are commands, as they are written."""
    assert program().get_command(None, name) is None or name == "provider add"


def test_every_command_has_one_line_of_help(run: Run) -> None:
    """``--help`` shows each with its line, in its panel, cut to 80 columns."""
    told = run("--help").out
    for heading, names in PANELS.items():
        assert f"\n{heading}:\n" in told
        for name in names:
            line = GROUPS.get(name) or COMMANDS[name].help
            assert f"  {name} " in told
            assert line[:40] in told
    assert max(map(len, told.splitlines())) <= 80


LOADED = """
import sys
from repplan.__main__ import run
run(sys.argv[1:])
print(sorted(name for name in sys.modules if name.endswith("commands")), file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("argv", "loaded"),
    [
        (["--help"], "[]"),
        (["provider"], "[]"),
        (["nonsense"], "[]"),
        (["undo", "--help"], "['repplan.upkeep.commands']"),
        (["config", "show"], "['repplan.upkeep.config_commands']"),
    ],
)
def test_only_what_is_asked_for_is_imported(argv: list[str], loaded: str) -> None:
    """A run imports the one file of commands that it needs."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *argv], capture_output=True, text=True, check=True
    )
    assert done.stderr.splitlines()[-1] == loaded
