"""What screening refuses, and what it asks a reason for.

The words of a refusal are no fact of it: they may name a patient, and others read errors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from repplan.errors import N_, BadLength, Conflict, NotFound, Refused
from repplan.records import dataclass
from repplan.screening.model import BLOCK, IDENTITY, WARN, Hit
from repplan.screening.naming import OWN_RULE, rule_words
from repplan.text import clean, width

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LONGEST_WORD = 60
"""Characters of a watch word."""

_NARROWEST = 2
"""Cells of a watch word: one Chinese character says something, one letter stands everywhere."""


@dataclass(eq=False)
class TextRefused(Refused):
    """A text holds what a rule bars. The words themselves are no fact: they may name a patient."""

    slug: ClassVar[str] = "text-refused"
    message: ClassVar[str] = N_("This isn't kept: {what} (rule {rule}; source: {source}).")
    hint: ClassVar[str] = N_("Nothing was written. Say it without that.")
    words: ClassVar[tuple[str, ...]] = ("what", "source")
    rule: str
    what: str
    source: str


@dataclass(eq=False)
class PatientRefused(TextRefused):
    """A text tells who a patient is."""

    hint: ClassVar[str] = N_(
        "Nothing was written. Say it without name or number: “a patient, about 60”."
    )


@dataclass(eq=False)
class ReasonNeeded(TextRefused):
    """A rule warns of a text: it is kept for a reason alone, and nobody is there to give one."""

    slug: ClassVar[str] = "reason-needed"
    message: ClassVar[str] = N_("A rule warns of this: {what} (rule {rule}; source: {source}).")
    hint: ClassVar[str] = N_(
        "Nothing was written. Say it without that, or why it is kept all the same: --because TEXT"
    )


@dataclass(eq=False)
class WordThere(Conflict):
    """The word is one of the rep's own already."""

    slug: ClassVar[str] = "already-there"
    message: ClassVar[str] = N_("“{name}” is one of your words already ({label}).")
    hint: ClassVar[str] = N_("All of yours: repplan note words")
    name: str
    label: str


@dataclass(eq=False)
class NoSuchWord(NotFound):
    """No word of the rep's own is written so."""

    slug: ClassVar[str] = "no-such-word"
    message: ClassVar[str] = N_("“{said}” is none of your words.")
    hint: ClassVar[str] = N_("All of yours: repplan note words")


def check_word(text: str) -> int:
    """Return how long a watch word may be. Raises: BadLength where it would stand everywhere."""
    word = clean(text).strip()
    if word and width(word) < _NARROWEST:
        raise BadLength("add", word, N_("a word of two letters or more"))
    return LONGEST_WORD


def of_action(hits: Iterable[Hit], action: str) -> list[Hit]:
    """Return the hits that come to this action, the first of each rule."""
    found: dict[str, Hit] = {}
    for hit in hits:
        if hit.action == action:
            found.setdefault(hit.rule, hit)
    return list(found.values())


def is_against(hit: Hit) -> bool:
    """Whether a hit speaks against keeping the text; others lead to a question."""
    return hit.action in {BLOCK, WARN}


def refusal(hits: Sequence[Hit], action: str) -> TextRefused:
    """Return the refusal that the first of these hits is."""
    hit = hits[0]
    told = (hit.rule, rule_words(hit), hit.source or OWN_RULE)
    if action == WARN:
        return ReasonNeeded(*told)
    return PatientRefused(*told) if hit.label == IDENTITY else TextRefused(*told)
