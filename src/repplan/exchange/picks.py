"""What of the register is wanted, and how a line is passed by without taking it apart."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.errors import BadForm
from repplan.records import dataclass
from repplan.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence


@dataclass(frozen=True)
class Picks:
    """What is wanted; empty: all of it. ``wants`` looks at the taxonomy codes.

    States are upper case, towns folded, postcodes as they begin.
    """

    states: frozenset[str] = frozenset()
    cities: frozenset[str] = frozenset()
    postcodes: tuple[str, ...] = ()
    wants: Callable[[Collection[str]], bool] | None = None

    @property
    def is_all(self) -> bool:
        """Whether nothing narrows it."""
        return not (self.states or self.cities or self.postcodes or self.wants)


def picks_of(
    states: Sequence[str],
    cities: Sequence[str],
    postcodes: Sequence[str],
    wants: Callable[[Collection[str]], bool] | None = None,
) -> Picks:
    """Return what was asked for, as the register writes it. Raises: BadForm."""
    for state in states:
        if not (len(state.strip()) == 2 and state.strip().isalpha()):
            raise BadForm("--state", state, _("two letters, such as TX"))
    for postcode in postcodes:
        if not postcode.strip():
            raise BadForm("--postcode", postcode, _("the beginning of one: 787"))
    return Picks(
        frozenset(state.strip().upper() for state in states),
        frozenset(fold(city) for city in cities),
        tuple(postcode.strip().replace("-", "") for postcode in postcodes),
        wants,
    )


class Glance:
    """Passes by the lines that are surely not wanted: of nine gigabytes a state is a twentieth.

    Only a line that is laid out as the register lays it out (number and kind first, every cell in
    quotes, one row a line) can be told so; any other is left to be read. It counts what it passes.
    """

    _KIND = slice(12, 17)
    """Where the kind stands behind a number of ten digits: ``"1234567890","1",``."""

    def __init__(self, heading: Sequence[str], picks: Picks) -> None:
        """Look at what the file's heading allows; without a state or postcode nothing is passed."""
        is_laid_out = [fold(name) for name in heading[:2]] == ["npi", "entity type code"]
        marks = [f'"{state}"' for state in picks.states] or [f'"{c}' for c in picks.postcodes]
        self._marks = marks if is_laid_out else []
        self._joints = len(heading) - 1
        self.people = 0
        self.organisations = 0

    def passes_by(self, line: str) -> bool:
        """Whether the line is surely not wanted. Such a line is counted."""
        kind = line[self._KIND]
        if not self._marks or kind not in {',"1",', ',"2",'}:
            return False
        if kind == ',"1",' and any(mark in line for mark in self._marks):
            return False
        # A row that isn't sound is read, so that it is named.
        if line.count('","') != self._joints or line.count('"') % 2:
            return False
        if kind == ',"1",':
            self.people += 1
        else:
            self.organisations += 1
        return True
