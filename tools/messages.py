"""How messages are found in commands: their docstrings are the help that ``--help`` shows.

``make messages`` names this to pybabel; everything else is read by Babel's own reader of Python.
"""

from __future__ import annotations

import ast
import io
from typing import IO, TYPE_CHECKING, Any, cast

from babel.messages.extract import extract_python

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

Found = tuple[int, str, Any, list[str]]
"""Line, name of the function that marks it, message or messages, comments."""


def commands(
    file: IO[bytes],
    keywords: Mapping[str, Any],
    comment_tags: Collection[str],
    options: Mapping[str, Any],
) -> Iterator[Found]:
    """Yield the messages of a file of commands: those that are marked, and each docstring."""
    source = file.read()
    # What Babel declares is not what its readers yield.
    marked: Any = extract_python(io.BytesIO(source), keywords, comment_tags, cast("Any", options))
    yield from marked
    for one in ast.parse(source).body:
        if isinstance(one, ast.FunctionDef) and not one.name.startswith("_"):
            help_text = ast.get_docstring(one)
            if help_text:
                yield one.body[0].lineno, "_", help_text, []
