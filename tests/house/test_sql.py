"""Every SQL text of the program is one that a migrated store understands."""

from __future__ import annotations

import ast
import importlib
import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from repplan.store.connect import open_read
from tests.house.tree import Source, modules

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SQL = re.compile(r"\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|WITH)\s", re.ASCII)
QUOTED = re.compile(r"'[^']*'")
PLACE = re.compile(r"\?(\d*)")
NAMED = re.compile(r"(?<![\w:]):(\w+)")
FORMATTED = re.compile(r"\{\w*\}")
FORMATTED_ORDER = re.compile(r"(ORDER BY [\w.]+) \{\w*\}")
FEWEST = 100
"""So many texts are found at least: a test that finds none proves nothing."""


def test_every_sql_text_prepares(store: Path) -> None:
    """SQLite can prepare each text that stands in the code, on the schema that migrations make."""
    wrong, count = [], 0
    with closing(open_read(store)) as db:
        db.execute("PRAGMA query_only = 0")
        for place, sql in texts():
            count += 1
            try:
                db.execute(f"EXPLAIN {sql}", values(sql))
            except sqlite3.Error as error:
                # The beginning of a statement that is put together elsewhere is none by itself.
                if str(error) != "incomplete input":
                    wrong.append(f"{place} {error}: {sql}")
    if wrong:
        pytest.fail("\n".join(["", *wrong]), pytrace=False)
    assert count >= FEWEST


def texts() -> Iterator[tuple[str, str]]:
    """Yield the place and text of each statement whose parts are known without running it."""
    for source in modules():
        if "migrations" in source.path.parts or source.name == "repplan.__main__":
            continue
        for node in whole_texts(source):
            text = value_of(source, node)
            if text and SQL.match(text):
                yield source.at(node), text


def whole_texts(source: Source) -> Iterator[ast.expr]:
    """Yield text constants, f-strings and sums of them, the longest of each."""
    inside: set[ast.AST] = set()
    for node in ast.walk(source.tree):
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        is_sum = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add)
        if node in inside or not (is_text or is_sum or isinstance(node, ast.JoinedStr)):
            continue
        inside.update(ast.walk(node))
        yield node  # type: ignore[misc]  # each of the three is an expression


def value_of(source: Source, node: ast.expr) -> str:
    """Return the text; empty where it is put together from what only a call knows."""
    if not SQL.match(first_words(node)):
        return ""
    names = vars(importlib.import_module(source.name))
    try:
        code = compile(ast.Expression(node), str(source), "eval")
        text = eval(code, dict(names))  # noqa: S307 - our own source, nothing else
    except (NameError, TypeError, KeyError, AttributeError):
        return ""
    return filled(text) if isinstance(text, str) else ""


def filled(sql: str) -> str:
    """Return a text with something for each place that is formatted later: a condition, mostly."""
    return FORMATTED.sub("1", FORMATTED_ORDER.sub(r"\1", sql))


def first_words(node: ast.expr) -> str:
    """Return what a text begins with, as far as it stands there; a name is taken for a SELECT."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=[first, *_]):
            return first_words(first)
        case ast.BinOp(left=left):
            return first_words(left)
        case ast.FormattedValue(value=ast.Name()) | ast.Name():
            return "SELECT "
    return ""


def values(sql: str) -> list[None] | dict[str, None]:
    """Return a value for each place that a statement has, by name or by number."""
    bare = QUOTED.sub("''", sql)
    if names := NAMED.findall(bare):
        return dict.fromkeys(names)
    numbers = PLACE.findall(bare)
    return [None] * max([int(number) for number in numbers if number], default=len(numbers))
