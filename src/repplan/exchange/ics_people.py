"""Whom an appointment is with: by e-mail, else by a name in what it is called. Nothing is guessed.

A family name alone says little ("Long meeting"): it counts with a title or an initial before it, or
where it is all there is, but for a word such as "visit" before it. Those of whom several fit are all named.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from repplan.i18n.namewords import CREDENTIALS, PREFIXES, TITLES_ZH
from repplan.records import dataclass, field
from repplan.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_NO_PART = frozenset(
    """visit visiting meet meeting appointment appt call phone see seeing with at w re lunch coffee
    zoom teams video the a an to rep detail""".split()
)
"""Words beside a name that aren't one."""

_LONGEST_NATIVE = 4
"""Characters of a Chinese name that is looked for inside a sentence."""


@dataclass(frozen=True)
class Person:
    """What somebody may be recognised by. Names are folded; ``native`` is in Chinese characters."""

    id: str
    ref: str
    name: str
    given: tuple[str, ...]
    family: tuple[str, ...]
    native: str = ""
    title: str = ""
    email: str = ""


@dataclass
class People:
    """All who may be meant, by what recognises them."""

    by_email: dict[str, list[Person]] = field(default_factory=dict)
    by_family: dict[str, list[Person]] = field(default_factory=dict)
    by_native: dict[str, list[Person]] = field(default_factory=dict)

    def add(self, one: Person) -> None:
        """Take somebody in."""
        if one.email:
            self.by_email.setdefault(one.email.strip().casefold(), []).append(one)
        if one.native:
            self.by_native.setdefault(one.native, []).append(one)
        if one.family:
            self.by_family.setdefault(one.family[-1], []).append(one)

    def meant(self, summary: str, emails: Iterable[str]) -> list[Person]:
        """Return whom an appointment is with; several: any of them, empty: nobody is known."""
        invited = [one for email in emails for one in self.by_email.get(email, ())]
        return _once(invited) or self._named(summary)

    def _named(self, summary: str) -> list[Person]:
        native = self._in_chinese(summary)
        if native:
            return native
        words = re.findall(r"[\w'’-]+", fold(summary))
        levels: dict[int, list[Person]] = {}
        for at, word in enumerate(words):
            for one in self.by_family.get(word, ()):
                if level := _level(one, words, at):
                    levels.setdefault(level, []).append(one)
        return _once(levels[max(levels)]) if levels else []

    def _in_chinese(self, summary: str) -> list[Person]:
        """Who is named in Chinese characters: the whole name, else a surname with a title."""
        found: dict[str, list[Person]] = {}
        taken: set[int] = set()
        for length in range(_LONGEST_NATIVE, 1, -1):
            for at in range(len(summary) - length + 1):
                part = summary[at : at + length]
                # 王建 isn't named where 王建国 is.
                if part in self.by_native and taken.isdisjoint(range(at, at + length)):
                    found[part] = self.by_native[part]
                    taken.update(range(at, at + length))
        if found:
            return _once(one for people in found.values() for one in people)
        return _once(
            one
            for said in _titled().finditer(summary)
            for name, people in self.by_native.items()
            if name.startswith(said["surname"])
            for one in people
            if said["title"] in one.title
        )


def person(  # noqa: PLR0917 - as a row tells them
    identity: str, ref: str, name: str, given: str, family: str, native: str, title: str, email: str
) -> Person:
    """Return somebody as a row of the store tells them."""
    return Person(
        id=identity,
        ref=ref,
        name=name,
        given=() if native and not given.isascii() else tuple(fold(given).split()),
        family=() if not family.isascii() and native else tuple(fold(family).split()),
        native=native,
        title=title,
        email=email or "",
    )


def _level(one: Person, words: list[str], at: int) -> int:
    """How surely somebody is named whose family name ends at a word; 0: not at all."""
    begin = at - len(one.family) + 1
    if begin < 0 or tuple(words[begin : at + 1]) != one.family:
        return 0
    before, after = words[:begin], words[at + 1 :]
    given = one.given[0] if one.given else ""
    if given and (given in {*before[-2:], *after[:1]}):
        return 3
    if before and before[-1] != given and before[-1] in PREFIXES:
        return 2
    if given and before and before[-1] == given[0]:
        return 2
    if after and after[0] in CREDENTIALS and after[0] not in _NO_PART:
        return 2
    return 1 if not after and all(word in _NO_PART for word in before) else 0


def _once(people: Iterable[Person]) -> list[Person]:
    return list({one.id: one for one in people}.values())


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(f"(?P<surname>[一-鿿])(?P<title>{'|'.join(TITLES_ZH)})")
