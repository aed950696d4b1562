"""What the rules of a place are: facts, each with its source, and the layers they came in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from repplan.records import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Mapping

OWN = "own"
"""The layer of the employer's own file."""

BLOCK, WARN, OFF = ACTIONS = ("block", "warn", "off")


@dataclass(frozen=True)
class Fact:
    """One rule: what it says, what it does, and who says so."""

    name: str
    value: object
    action: str
    source: str
    checked_on: str
    layer: str

    @property
    def is_in_force(self) -> bool:
        """Whether it says anything: not off, and no flag that is down."""
        return self.action != OFF and self.value is not False


@dataclass(frozen=True)
class Policy:
    """The rules somebody works under: a packaged policy, and the employer's file over it.

    ``rows`` are the facts as they are stored: value, action, source, checked, layer.
    """

    name: str
    rows: Mapping[str, tuple[Any, str, str, str, str]] = field(default_factory=dict)

    def fact(self, name: str) -> Fact | None:
        """Return a fact in force; None: nothing known, off, or a flag that is down."""
        found = self.known(name)
        return found if found and found.is_in_force else None

    def known(self, name: str) -> Fact | None:
        """Return a fact, though it be off; None: no layer knows it."""
        row = self.rows.get(name)
        return Fact(name, *row) if row else None

    def every(self) -> list[Fact]:
        """Return all facts of all layers, those that are off too, by name."""
        return [Fact(name, *self.rows[name]) for name in sorted(self.rows)]

    def number(self, name: str) -> float | int | None:
        """Return a number in force; None: nothing known, or off."""
        found = self.fact(name)
        is_number = found is not None and isinstance(found.value, int | float)
        return found.value if found and is_number else None  # type: ignore[return-value]  # just seen

    def text(self, name: str) -> str | None:
        """Return a text or a choice in force; None: nothing known, or off."""
        found = self.fact(name)
        return found.value if found and isinstance(found.value, str) else None

    def words(self, name: str) -> tuple[str, ...]:
        """Return a list of words in force; empty: nothing known, or off."""
        found = self.fact(name)
        return tuple(found.value) if found and isinstance(found.value, list | tuple) else ()

    def of_year(self, name: str, year: int) -> tuple[Fact, int | None] | None:
        """Return a fact that changes by the year, and the year that it is of; None: nothing known.

        ``of_year("spend.item_from", 2026)`` reads ``spend.year.2026.item_from``; of a year that
        nobody knows yet the newest before it, else the oldest: say so where the year isn't the
        one asked for. A plain ``spend.item_from`` counts for every year (its year is None) where
        no year is known, and where the employer's own file says it. What is off is off: no other
        year takes its place.
        """
        room, _dot, what = name.partition(".")
        plain = self.known(name)
        dated = {
            int(known.split(".")[2]): known
            for known in self.rows
            if known.startswith(f"{room}.year.") and known.endswith(f".{what}")
        }
        if plain and (not dated or plain.layer == OWN):
            return (plain, None) if plain.is_in_force else None
        if not dated:
            return None
        earlier = [at for at in dated if at <= year]
        best = max(earlier) if earlier else min(dated)
        found = self.fact(dated[best])
        return (found, best) if found else None
