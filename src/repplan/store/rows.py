"""Rows into the model's dataclasses, by name: one mapper, with its plan made once a class."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from repplan.records import field_types

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

Model = TypeVar("Model")


@cache
def columns(model: type) -> tuple[str, ...]:
    """Return the names of a model's fields: the columns that a query of it selects."""
    return tuple(field_types(model))


@cache
def _readers(model: type) -> tuple[Any, ...]:
    return tuple(
        _list if kind.startswith("tuple[str") else bool if kind == "bool" else None
        for kind in field_types(model).values()
    )


def select(model: type, table: str, joined: Mapping[str, str] | None = None) -> str:
    """Return ``SELECT t.a, t.b, t.c FROM table t`` for all fields of a model.

    ``joined`` names the fields that come from other tables (field → ``alias.column``); the caller
    adds their joins behind.
    """
    sources = joined or {}
    names = ", ".join(sources.get(name, f"t.{name}") for name in columns(model))
    return f"SELECT {names} FROM {table} t"


def to_model(model: type[Model], row: sqlite3.Row) -> Model:
    """Return the row as a model: JSON lists become tuples, 0 and 1 of a bool field booleans."""
    kind: type = model
    return model(
        *(
            value if reader is None else reader(value)
            for reader, value in zip(_readers(kind), row, strict=True)
        )
    )


def _list(value: str | None) -> tuple[str, ...]:
    # Most lists are empty: that is told without reading them as JSON.
    return tuple(json.loads(value)) if value and value != "[]" else ()
