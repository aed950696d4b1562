"""A record's editable fields, declared once: options, imports, screens and checks read them.

A room lists its fields as a tuple of ``Field`` in its ``model.py``. ``add`` and ``edit`` offer
each as an option, imports as a column, ``show`` as a line.
"""

from __future__ import annotations

import json
import math
from datetime import date
from enum import Enum
from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.errors import BadDay, BadLength, BadNumber, BadValue, MissingValue, Placeholder
from repplan.i18n.phrases import choice_word, with_note
from repplan.records import dataclass
from repplan.text import clean, clip, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Cell = str | int | float | None

LONGEST_NAME = 500
"""Characters of what a record is called; a name is looked for by each of its words."""

LONGEST_TEXT = 20_000
"""Characters of any other text: more than anybody says in ten minutes."""

PLACEHOLDERS = frozenset({"why", "text", "ref", "原因", "理由", "编号"})
"""What our own hints write where a person's words belong."""

NUMBERLESS = frozenset({"no", "number"})
"""And where a number belongs that others gave."""

_SHOWN = 40
_SEPARATORS = str.maketrans(dict.fromkeys("；,，、", ";"))
_ENDS = str.maketrans(dict.fromkeys("；\n", ";"))


class Kind(Enum):
    """What a field's text is read as."""

    TEXT = "text"
    LIST = "list"
    """Words, parted by ; or a comma."""
    SENTENCES = "sentences"
    """Longer texts, parted by ; or a line break: they may hold commas."""
    CHOICE = "choice"
    DAY = "day"
    COUNT = "count"
    DEGREES = "degrees"
    FLAG = "flag"


@dataclass(frozen=True)
class Field:
    """One field: its column, its help (a message id), how its text is read.

    The help begins with the field's name on the screen, up to a colon, where more follows.
    ``flag`` is the option's name where it isn't the column's with dashes. ``empty`` is what the
    store holds when it is emptied; ``is_needed`` fields can't be. ``longest`` counts characters.
    """

    column: str
    help: str
    kind: Kind = Kind.TEXT
    choices: tuple[str, ...] = ()
    flag: str = ""
    is_needed: bool = False
    empty: str | None = None
    longest: int = 0

    @property
    def option(self) -> str:
        """The option as it is typed: ``--given-name``."""
        return self.flag or "--" + self.column.replace("_", "-")

    @property
    def name(self) -> str:
        """What an error calls it: the option, in words."""
        return self.option.removeprefix("--").replace("-", " ")


def read_cell(field: Field, text: str) -> Cell:
    """Return what the store holds for a typed text. Empty text empties the field.

    Raises: BadValue, BadDay, BadLength, MissingValue.
    """
    _check_length(field.name, text, field.longest or LONGEST_TEXT)
    text = clean(text).strip()
    if field.kind in _PARTED:
        words = [word.strip() for word in text.translate(_PARTED[field.kind]).split(";")]
        return json.dumps([word for word in words if word], ensure_ascii=False)
    if not text:
        if field.is_needed:
            raise MissingValue(field.name)
        return field.empty
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
    return name_text(field.name, text, field.longest) if field.is_needed else text


def name_text(name: str, text: str, longest: int = 0) -> str:
    """Return what a record is called: cleaned, on one line wherever it was copied from.

    Raises: MissingValue, BadLength.
    """
    words = " ".join(needed_text(name, text).split())
    _check_length(name, words, longest or LONGEST_NAME)
    return words


def needed_text(name: str, text: str) -> str:
    """Return a typed text, cleaned. Raises: MissingValue where nothing is left of it."""
    cleaned = clean(text).strip()
    if not cleaned:
        raise MissingValue(name)
    return cleaned


def refuse_placeholder(name: str, said: str, not_just: frozenset[str] = frozenset()) -> None:
    """Raise Placeholder where a text has no digit and no letter, or is a hint's own word.

    ``not_just``: folded words that alone are none of it either.
    """
    is_bare = said and not any(char.isalnum() for char in said)
    if is_bare or fold(said) in PLACEHOLDERS | not_just:
        raise Placeholder(name, said)


def read_cells(fields: Iterable[Field], given: Mapping[str, str | None]) -> dict[str, Cell]:
    """Return column → cell for every field that was given; None means not given."""
    cells: dict[str, Cell] = {}
    for field in fields:
        text = given.get(field.column)
        if text is not None:
            cells[field.column] = read_cell(field, text)
    return cells


def choice(column: str, said: str | None, choices: tuple[str, ...]) -> str | None:
    """Return the one of ``choices`` that was said; None: nothing was. Raises: BadValue, BadLength."""
    cell = read_cell(Field(column, "", Kind.CHOICE, choices), said) if said else None
    return str(cell) if cell else None


def list_of(cell: str | None) -> tuple[str, ...]:
    """Return the words of a stored list."""
    return tuple(json.loads(cell)) if cell else ()


_PARTED = {Kind.LIST: _SEPARATORS, Kind.SENTENCES: _ENDS}


def _check_length(name: str, text: str, longest: int) -> None:
    if len(text) > longest:
        most = _("{most} characters at most").format(most=longest)
        raise BadLength(name, clip(" ".join(text[:LONGEST_NAME].split()), _SHOWN), most)


def _choice(field: Field, text: str) -> str:
    wanted = _bare(text)
    for choice in field.choices:
        if wanted in {_bare(choice), _bare(choice_word(field.column, choice))}:
            return choice
    raise BadValue(field.name, text, ", ".join(_told(field, one) for one in field.choices))


def _told(field: Field, choice: str) -> str:
    """Return a choice with its word in the language of the screen, which is taken as well."""
    word = choice_word(field.column, choice)
    return choice if word == choice else with_note(word, choice)


def _bare(word: str) -> str:
    """Return a choice as it is compared: e-mail is email, no see is no-see."""
    return word.casefold().translate({ord(mark): None for mark in " -_"})


def _iso_day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise BadDay(text) from None


def _number(field: Field, text: str, *, whole: bool) -> int | float:
    try:
        number: int | float = int(text) if whole else float(text)
    except ValueError:
        number = math.inf
    limit = 180 if field.kind is Kind.DEGREES else 100_000
    if not (-limit <= number <= limit) or (whole and number < 0):
        least = 0 if whole else -limit
        raise BadNumber(field.name, text, _("{least} to {most}").format(least=least, most=limit))
    return number
