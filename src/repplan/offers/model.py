"""What a word being typed may mean: a person, a place, a record with a ref."""

from __future__ import annotations

from repplan.records import dataclass


@dataclass(frozen=True)
class Person:
    """A provider as completion names them; what isn't known is empty.

    ``keys`` are the search words of theirs that begin as typed, ``place`` the account where they
    work: the one that was asked for, else the main one.
    """

    id: str
    ref: str
    name: str
    given: str
    family: str
    native: str
    title: str
    place: str = ""
    keys: tuple[str, ...] = ()

    @property
    def whole(self) -> str:
        """The name without titles, in the order people say it."""
        return self.native or f"{self.given} {self.family}".strip() or self.name


@dataclass(frozen=True)
class Place:
    """An account. ``is_sole``: no other open one has its name."""

    ref: str
    name: str
    city: str
    is_sole: bool


@dataclass(frozen=True)
class Item:
    """A record with a ref: whose it is, what it says, its day as ISO text; empty: none."""

    ref: str
    whose: str
    what: str
    day: str = ""
