"""What a file says of a provider, and what became of it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from repplan.records import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Mapping

Cell = str | int | float | None
Cells = dict[str, Cell]


class Status(StrEnum):
    """What an import does with a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    UNCLEAR = "unclear"
    REFUSED = "refused"


@dataclass(frozen=True)
class Draft:
    """One row of a file, read: only what it says, nothing empty.

    ``account`` holds ``name`` and what is known of the place, or is empty; ``inside`` the cells of
    the affiliation; ``licences`` are (region, number); ``initial`` the provider's cells that count
    only where the provider is new. A ``refusal`` says why the row can't be taken. A row that
    ``is_aside`` matters only if the provider is in the store.
    """

    line: int
    name: str
    provider: Cells = field(default_factory=dict)
    account: Cells = field(default_factory=dict)
    inside: Cells = field(default_factory=dict)
    licences: tuple[tuple[str, str], ...] = ()
    initial: Cells = field(default_factory=dict)
    refusal: str = ""
    is_aside: bool = False

    @property
    def npi(self) -> str:
        """The NPI, empty where the file has none."""
        return str(self.provider.get("npi") or "")


@dataclass(frozen=True)
class Known:
    """A provider in the store.

    Shape: ``cells`` the provider's columns; ``places`` the affiliations, open ones first, past ones
    too, each with ``account`` (its name) and ``address_key``; ``licences`` (region, number).
    """

    cells: Mapping[str, Cell]
    places: list[Mapping[str, Cell]] = field(default_factory=list)
    licences: set[tuple[str, str]] = field(default_factory=set)

    @property
    def id(self) -> str:
        """The provider's id."""
        return str(self.cells["id"])

    @property
    def ref(self) -> str:
        """The provider's ref."""
        return str(self.cells["ref"])


@dataclass(frozen=True)
class Row:
    """What became of one row. ``ref`` is None where there is no record, ``reason`` may be empty."""

    line: int
    status: Status
    ref: str | None
    record: str
    reason: str = ""


@dataclass
class Report:
    """What became of a file: counts, and the rows that a person should see first.

    ``first`` are the first who are new, as the file tells them: what a dry run would write. Where
    nobody was kept, ``left_out_by`` is option → people, and ``specialties`` what some of them have.
    ``barred`` are columns that weren't read, ``barred_by`` the source of the rule.
    """

    kind: str
    file: str
    counts: dict[Status, int] = field(default_factory=lambda: dict.fromkeys(Status, 0))
    shown: list[Row] = field(default_factory=list)
    first: list[Draft] = field(default_factory=list)
    left_out: int = 0
    organisations: int = 0
    left_out_by: dict[str, int] = field(default_factory=dict)
    specialties: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    barred: tuple[str, ...] = ()
    barred_by: str = ""
    batch: str | None = None
    is_dry: bool = False

    MOST_SHOWN = 10

    def add(self, row: Row) -> None:
        """Count a row; the first that are neither new nor the same are kept to be shown."""
        self.counts[row.status] += 1
        is_plain = row.status in {Status.NEW, Status.SAME} and not row.reason
        if not is_plain and len(self.shown) < self.MOST_SHOWN:
            self.shown.append(row)
