"""One's own table, row by row: validated by a model made from the headings, returned as drafts."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, create_model  # noqa: TID253 - an import is no daily command
from pydantic_core import PydanticCustomError

from repplan.accounts.address import address_key
from repplan.errors import BadFile, BadForm, BadValue, RepplanError
from repplan.exchange.headings import ACCOUNT, INSIDE, PROVIDER, heading_of, headings
from repplan.exchange.model import Cells, Draft
from repplan.fields import Kind, list_of, read_cell
from repplan.i18n.dates import parse_day
from repplan.i18n.names import split_name
from repplan.i18n.phrases import hint_of, message_of
from repplan.providers.actions import name_cells
from repplan.providers.rules import check_forms, check_gaps
from repplan.spreadsheet import FORMULA_SIGNS
from repplan.text import clean, fold

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from repplan.exchange.checking import Check
    from repplan.exchange.headings import Heading
    from repplan.exchange.sheet import Sheet
    from repplan.fields import Cell
    from repplan.i18n.dates import DayContext

_APOSTROPHES = ("'", "’")

_NEEDED = ("name", "family_name", "native_name")


class OwnTable:
    """One file's columns, and how its rows are read.

    ``ignored`` are the columns nobody knows, ``barred`` those that a rule keeps from being read.
    """

    def __init__(
        self, sheet: Sheet, renamed: Mapping[str, str], days: DayContext, check: Check
    ) -> None:
        """Find the columns; ``renamed`` says of some of theirs which of ours they are.

        Raises: BadFile (no name, one heading twice), BadValue (a heading that isn't there).
        """
        self._check = check
        self.barred = check.barred(sheet.heading)
        self._columns = _columns(sheet, renamed, self.barred)
        known = {position for position, _heading in self._columns}
        self.ignored = tuple(
            name
            for position, name in enumerate(sheet.heading)
            if name and position not in known and name not in self.barred
        )
        found = {heading.name for _position, heading in self._columns}
        if not found & set(_NEEDED):
            problem = _("no column “name”; the headings are in docs/reference/csv.md")
            raise BadFile(sheet.name, sheet.heading_line, 1, problem)
        self._model = _model([heading for _position, heading in self._columns], days)

    def draft(self, line: int, cells: Sequence[str]) -> Draft | None:
        """Return a row as a draft, refused with its reason if a cell can't be; None if blank."""
        said = {
            heading.name: text
            for position, heading in self._columns
            if (text := _plain(cells[position]))
        }
        if not said:
            return None
        name = said.get("name") or _name_of(said)
        if against := self._check.refusal(said):
            return Draft(line, name, refusal=against)
        try:
            row = self._model.model_validate(said)
        except ValidationError as errors:
            return Draft(line, name, refusal="; ".join(_told(one) for one in errors.errors()))
        values = {
            column: value
            for column, value in row.model_dump(exclude_unset=True).items()
            if value not in {None, "", "[]"}
        }
        return _draft(line, name, values)


def _columns(
    sheet: Sheet, renamed: Mapping[str, str], barred: Sequence[str]
) -> list[tuple[int, Heading]]:
    """Return the position of each heading that is known and not barred. Raises: BadFile, BadValue."""
    ours = {fold(theirs): heading_of(name) for theirs, name in renamed.items()}
    theirs = {fold(name) for name in sheet.heading}
    for name in renamed:
        if fold(name) not in theirs:
            raise BadValue("--map", name, ", ".join(name for name in sheet.heading if name))
    columns: list[tuple[int, Heading]] = []
    taken: dict[str, str] = {}
    for position, name in enumerate(sheet.heading):
        heading = ours.get(fold(name)) or heading_of(name)
        if heading is None or name in barred:
            continue
        if heading.name in taken:
            problem = _("“{first}” and “{second}” are both {heading}: leave one out, or --map it")
            facts = {"first": taken[heading.name], "second": name, "heading": heading.name}
            column = sheet.column_of(position)
            raise BadFile(sheet.name, sheet.heading_line, column, problem.format(**facts))
        taken[heading.name] = name
        columns.append((position, heading))
    return columns


# --- cells ----------------------------------------------------------------------------------------


class _Row(BaseModel):
    """What every table's rows have in common: a heading that isn't known is none."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _model(found: Sequence[Heading], days: DayContext) -> type[_Row]:
    """Return the model of a row: each heading reads its text as its field does."""
    columns: dict[str, Any] = {
        heading.name: (Annotated[Any, BeforeValidator(_reader(heading, days))], None)
        for heading in found
    }
    return create_model("OwnRow", __base__=_Row, **columns)


def _reader(heading: Heading, days: DayContext) -> Callable[[str], Cell]:
    def read(text: str) -> Cell:
        try:
            return _cell(heading, text, days)
        except RepplanError as error:
            words = f"{message_of(error)} {hint_of(error)}".rstrip()
            raise PydanticCustomError("cell", "{words}", {"words": words}) from None

    return read


def _cell(heading: Heading, text: str, days: DayContext) -> Cell:
    if heading.field.kind is Kind.DAY:
        day = parse_day(text, days)
        if day > days.today:
            raise BadForm(heading.name, text, _("a day gone by"))
        return day.isoformat()
    check_forms({heading.name: text})
    return read_cell(heading.field, text)


def _told(error: Any) -> str:  # noqa: ANN401 - pydantic's own dictionary
    return f"{error['loc'][0]}: {error['msg']}"


def _plain(cell: str) -> str:
    """Return a cell as it was meant, without the apostrophe that kept a spreadsheet from acting."""
    cell = clean(cell).strip()
    if cell.startswith(_APOSTROPHES) and cell[1:].startswith(FORMULA_SIGNS):
        return cell[1:].strip()
    return cell


# --- rows -----------------------------------------------------------------------------------------


def _name_of(said: Mapping[str, str]) -> str:
    """Return the name that its parts make, in the order of their script."""
    given, family = said.get("given_name", ""), said.get("family_name", "")
    if split_name(family + given).native:
        return family + given
    return f"{given} {family}".strip() or said.get("native_name", "")


def _draft(line: int, name: str, values: Mapping[str, Cell]) -> Draft:
    parts: dict[str, Cells] = {PROVIDER: {}, ACCOUNT: {}, INSIDE: {}}
    for heading in headings().values():
        if heading.part in parts and heading.name in values:
            parts[heading.part][heading.field.column] = values[heading.name]
    provider, account, inside = parts[PROVIDER], parts[ACCOUNT], parts[INSIDE]
    refusal = _refusal(name, provider, account, inside)
    if refusal:
        return Draft(line, name, refusal=refusal)
    licences = list_of(str(values.get("licence") or ""))
    return Draft(
        line,
        name,
        {**provider, "name": name},
        _placed(account),
        inside,
        tuple(_licence(said) for said in licences),
        {**name_cells(name), "state": "active"},
    )


def _refusal(
    name: str, provider: Mapping[str, Cell], account: Mapping[str, Cell], inside: Mapping[str, Cell]
) -> str:
    """Return why a row that is sound cell by cell can't be taken; empty if it can."""
    if not name:
        return _("the name is missing")
    if (account or inside) and not (account.get("name") or account.get("street")):
        columns = ", ".join([*account, *inside])
        return _("{columns}: of which account?").format(columns=columns)
    try:
        check_gaps(provider)
    except BadValue as error:
        return message_of(error)
    return ""


def _placed(account: Cells) -> Cells:
    """Return the account with its key, named by street and town where it has no other name."""
    if not account:
        return {}
    street, postcode, country = (
        str(account.get(column) or "") for column in ("street", "postcode", "country")
    )
    key = address_key(street, postcode, country)
    words = (street, str(account.get("city") or ""))
    named = account.get("name") or ", ".join(word for word in words if word)
    return {**account, "name": named} | ({"address_key": key} if key else {})


def _licence(said: str) -> tuple[str, str]:
    region, _blank, number = said.strip().upper().rpartition(" ")
    return region, number
