"""Samples in the field's words: lots, what moved, what was counted."""

from __future__ import annotations

from repplan.errors import N_, NP_
from repplan.records import dataclass

RECEIVED, DROPPED = NP_("movement", "received"), NP_("movement", "dropped")
RETURNED, LOST = NP_("movement", "returned"), NP_("movement", "lost")
TRANSFERRED, ADJUSTED = NP_("movement", "transferred"), NP_("movement", "adjusted")

VALID, EXPIRED = N_("valid"), N_("expired")
SUSPENDED, MISSING = N_("suspended"), N_("missing")
"""How a provider's licence stands on a day."""


class _Named:
    product: str
    strength: str

    @property
    def what(self) -> str:
        """The product with its strength."""
        return f"{self.product} {self.strength}".rstrip()


@dataclass(frozen=True)
class Lot(_Named):
    """A lot of a product's samples. ``expires_on``: the last day on which one may be left."""

    id: str
    ref: str
    product_id: str
    product: str
    strength: str
    number: str
    expires_on: str | None


@dataclass(frozen=True)
class Stock:
    """How many of a lot are there."""

    lot: Lot
    balance: int


@dataclass(frozen=True)
class Movement(_Named):
    """What came or went. ``quantity`` is signed: what it does to the balance."""

    id: str
    ref: str
    lot_id: str
    product: str
    strength: str
    number: str
    kind: str
    quantity: int
    on_date: str
    provider_id: str | None
    provider: str | None
    visit_id: str | None
    request: str | None
    receipt: str | None
    to_whom: str | None
    why: str | None
    corrects_id: str | None


@dataclass(frozen=True)
class Count(_Named):
    """A lot counted by hand."""

    id: str
    product: str
    strength: str
    number: str
    on_date: str
    found: int
    expected: int


@dataclass(frozen=True)
class LicenceState:
    """How a provider's licence stands on a day: valid, expired, suspended or missing.

    ``number`` and ``expires_on`` are of the licence that counts: the valid one, else the last.
    """

    state: str
    number: str = ""
    expires_on: str | None = None

    @property
    def is_valid(self) -> bool:
        """Whether samples may be left on it."""
        return self.state == VALID


@dataclass(frozen=True)
class Drop:
    """A drop as it is asked for; ``pieces`` is how many are left with the provider."""

    lot: Lot
    provider_id: str
    provider: str
    pieces: int
    on: str
    request: str | None = None
    receipt: str | None = None


@dataclass(frozen=True)
class Left:
    """A sample that a log says was left: the lot meant, how many, and the papers' numbers."""

    raw: str
    lot: Lot
    pieces: int
    request: str | None = None
    receipt: str | None = None
    reason: str | None = None
