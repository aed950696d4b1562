"""A provider as a text to edit: one field a line, its help above it; and what was changed there."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, ClassVar

from repplan.cli.show import label
from repplan.errors import N_, BadFile, RepplanError
from repplan.fields import read_cell
from repplan.i18n.phrases import hint_of, message_of
from repplan.providers.model import FIELDS
from repplan.records import dataclass

if TYPE_CHECKING:
    from repplan.fields import Cell, Field
    from repplan.providers.model import Provider


@dataclass(eq=False)
class BadEdit(BadFile):
    """A line of the edited text that can't be taken over; the text is kept in its file."""

    slug: ClassVar[str] = "bad-edit"
    hint: ClassVar[str] = N_("Nothing was written. Edit again: your text waits in that file.")


_MORE = "  "
"""What the further lines of a value begin with."""


def template(one: Provider) -> str:
    """Return every field as ``field: value``, its help as a comment above it."""
    lines = [
        f"# {one.name}  {one.ref}",
        _(
            "# One field a line. An empty value empties it; a line that is taken out changes nothing."
        ),
        _("# A value may go on in lines that begin with two blanks. Lines with # are left out."),
    ]
    for field in FIELDS:
        lines += ["", f"# {_(field.help)}", _written(field, one)]
    return "\n".join(lines) + "\n"


def changed(text: str, one: Provider, file: str) -> dict[str, Cell]:
    """Return column → cell of every field whose value is another than the provider's.

    Raises: BadEdit with the line: no field of that name, one twice, a value it can't hold.
    """
    known = {name: field for field in FIELDS for name in _names(field)}
    cells: dict[str, Cell] = {}
    seen: dict[str, int] = {}
    for number, name, value in _lines(text, file):
        field = known.get(name.casefold())
        if field is None:
            raise BadEdit(file, number, 1, _("there is no field “{name}”").format(name=name))
        if field.column in seen:
            first = seen[field.column]
            said = _("“{name}” stands in line {line} already").format(name=name, line=first)
            raise BadEdit(file, number, 1, said)
        seen[field.column] = number
        if value.split() == _value(field, one).split():
            continue
        try:
            cells[field.column] = read_cell(field, value)
        except RepplanError as error:
            # A refusal of the field's own, with its line: the text is kept for the next try.
            said = " ".join(part for part in (message_of(error), hint_of(error)) if part)
            raise BadEdit(file, number, len(name) + 3, said) from None
    return cells


def _lines(text: str, file: str) -> list[tuple[int, str, str]]:
    """(line, name, value) of each field written; lines that go on belong to the one before."""
    found: list[tuple[int, str, str]] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith((_MORE, "\t")) and found:
            at, name, value = found[-1]
            found[-1] = (at, name, f"{value}\n{line.strip()}")
            continue
        name, colon, value = line.replace("：", ":", 1).partition(":")
        if not colon:
            raise BadEdit(file, number, 1, _("a field needs its colon: “{line}”").format(line=line))
        found.append((number, name.strip(), value.strip()))
    return found


def _written(field: Field, one: Provider) -> str:
    first, *rest = _value(field, one).split("\n")
    return "\n".join([f"{field.name}: {first}".rstrip(), *(_MORE + line for line in rest)])


def _value(field: Field, one: Provider) -> str:
    cell = getattr(one, field.column)
    if isinstance(cell, tuple):
        return "; ".join(cell)
    return "" if cell is None else str(cell)


def _names(field: Field) -> set[str]:
    """What a line may call it: the option in words, the column, the label of the screen."""
    return {field.name, field.column.replace("_", " "), label(field).casefold()}
