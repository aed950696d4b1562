"""How messages are found in commands."""

from __future__ import annotations

import io

from tools.messages import commands

SOURCE = b'''"""A module's docstring is no help."""

def due(ctx):
    """Show what is due.

    Even late.
    """
    return _("what is marked")

def _hidden():
    """No command."""

class Other:
    """No command either."""
'''


def test_docstrings_of_commands_are_messages() -> None:
    """What is marked is found, and the docstring of each command, as ``--help`` shows it."""
    found = commands(io.BytesIO(SOURCE), {"_": None}, [], {})
    assert [(mark, message) for _line, mark, message, _comments in found] == [
        ("_", "what is marked"),
        ("_", "Show what is due.\n\nEven late."),
    ]
