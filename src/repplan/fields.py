"""A record's editable fields, declared once: options, imports, screens and checks read them.

A room lists its fields as a tuple of ``Field`` in its ``model.py``. ``add`` and ``edit`` offer
each as an option, imports as a column, ``show`` as a line.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from repplan.errors import BadDay, BadValue
from repplan.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Cell = str | int | float | None


class Kind(Enum):
    """What a field's text is read as."""

    TEXT = "text"
    LIST = "list"
    CHOICE = "choice"
    DAY = "day"
    COUNT = "count"
    DEGREES = "degrees"
    FLAG = "flag"


@dataclass(frozen=True)
class Field:
    """One field: its column, its help (a message id), how its text is read.

    ``flag`` is the option's name where it isn't the column's with dashes. ``is_needed`` fields
    can't be emptied.
    """

    column: str
    help: str
    kind: Kind = Kind.TEXT
    choices: tuple[str, ...] = ()
    flag: str = ""
    is_needed: bool = False

    @property
    def option(self) -> str:
        """The option as it is typed: ``--given-name``."""
        return self.flag or "--" + self.column.replace("_", "-")


def read_cell(field: Field, text: str) -> Cell:
    """Return what the store holds for a typed text. Empty text empties the field.

    Raises: BadValue, BadDay.
    """
    text = clean(text).strip()
    if field.kind is Kind.LIST:
        words = [word.strip() for word in text.replace("；", ";").replace(",", ";").split(";")]
        return json.dumps([word for word in words if word], ensure_ascii=False)
    if not text:
        if field.is_needed:
            raise BadValue(field.column, text, "a value")
        return None
    if field.kind is Kind.CHOICE:
        return _choice(field, text)
    if field.kind is Kind.DAY:
        return _iso_day(text)
    if field.kind is Kind.COUNT:
        return _number(field, text, whole=True)
    if field.kind is Kind.DEGREES:
        return _number(field, text, whole=False)
    if field.kind is Kind.FLAG:
        return int(text.lower() in {"yes", "y", "true", "1", "是"})
    return text


def read_cells(fields: Iterable[Field], given: Mapping[str, str | None]) -> dict[str, Cell]:
    """Return column → cell for every field that was given; None means not given."""
    cells: dict[str, Cell] = {}
    for field in fields:
        text = given.get(field.column)
        if text is not None:
            cells[field.column] = read_cell(field, text)
    return cells


def list_of(cell: str | None) -> tuple[str, ...]:
    """Return the words of a stored list."""
    return tuple(json.loads(cell)) if cell else ()


def _choice(field: Field, text: str) -> str:
    wanted = text.lower().replace("_", "-")
    for choice in field.choices:
        if choice.lower().replace(" ", "-") == wanted.replace(" ", "-"):
            return choice
    raise BadValue(field.column, text, ", ".join(field.choices))


def _iso_day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise BadDay(text) from None


def _number(field: Field, text: str, *, whole: bool) -> int | float:
    try:
        number = int(text) if whole else float(text)
    except ValueError:
        raise BadValue(field.column, text, "a number") from None
    limit = 180 if field.kind is Kind.DEGREES else 100_000
    if not (-limit <= number <= limit) or (whole and number < 0):
        raise BadValue(field.column, text, f"0 … {limit}" if whole else f"-{limit} … {limit}")
    return number
