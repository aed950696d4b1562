"""Decisions about what is said of a product: what it needs, whose words mean it."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar

from repplan.errors import N_, MissingValue, Refused, UsageProblem
from repplan.fields import Field, Kind, list_of, read_cell, read_cells
from repplan.products.model import (
    MATERIAL_FIELDS,
    MATERIAL_KINDS,
    MESSAGE_FIELDS,
    NEWS_KINDS,
    ROLES,
)
from repplan.records import dataclass
from repplan.text import clean, fold, is_in, spaced_ideographs, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from repplan.fields import Cell
    from repplan.products.model import Material


@dataclass(eq=False)
class NoLimitation(Refused):
    """A message says what its claim can't say, or it is none."""

    slug: ClassVar[str] = "no-limitation"
    message: ClassVar[str] = N_("No limitation, no message.")
    hint: ClassVar[str] = N_("Say what the claim can't say: --limitation TEXT")
    rule: str = "limitation"
    source: str = ""


@dataclass(eq=False)
class ApprovalPast(UsageProblem):
    """An approval that has ended already is none."""

    slug: ClassVar[str] = "approval-past"
    message: ClassVar[str] = N_("The approval ended on {until}: today is {today}.")
    hint: ClassVar[str] = N_("Give the last day on which it may be used, or leave it out.")
    until: str
    today: str


@dataclass(eq=False)
class EndsFirst(UsageProblem):
    """Something that ends on or before the day on which it begins."""

    slug: ClassVar[str] = "ends-first"
    message: ClassVar[str] = N_("It would end {until}, before it begins {since}.")
    hint: ClassVar[str] = N_("Give the day on which it ends, later than its first.")
    since: str
    until: str


@dataclass(eq=False)
class NotApproved(Refused):
    """A material that is retired, or whose approval has run out, isn't given to anybody."""

    slug: ClassVar[str] = "not-approved"
    message: ClassVar[str] = N_("“{what}” may not be given: its approval ended {until}.")
    hint: ClassVar[str] = N_("If it goes on: repplan material edit {ref} --approved-until DAY")
    what: str
    until: str
    ref: str
    rule: str = "approval"
    source: str = ""


@dataclass(eq=False)
class GivenAhead(UsageProblem):
    """Something can't have been given on a day to come."""

    slug: ClassVar[str] = "given-ahead"
    message: ClassVar[str] = N_("{day} is still to come: it can't have been given then.")
    hint: ClassVar[str] = N_("What you will bring is a promise: repplan followup add WHO TEXT")
    day: str


def message_cells(given: Mapping[str, str | None], *, is_new: bool) -> dict[str, Cell]:
    """Return the cells of a message as they were typed. ``is_new``: all that it needs is there.

    Raises: NoLimitation, MissingValue, BadValue, BadDay, BadLength.
    """
    limitation = given.get("limitation")
    if (limitation is None and is_new) or (
        limitation is not None and not clean(limitation).strip()
    ):
        raise NoLimitation
    cells = said_cells(MESSAGE_FIELDS, given, is_new=is_new)
    if "roles" in cells:
        cells["roles"] = read_roles(cells["roles"])
    return cells


def said_cells(
    fields: Sequence[Field], given: Mapping[str, str | None], *, is_new: bool
) -> dict[str, Cell]:
    """Return the cells of an objection or a material as they were typed.

    Raises: MissingValue, BadValue, BadDay, BadLength.
    """
    if is_new:
        for one in fields:
            if one.is_needed and given.get(one.column) is None:
                raise MissingValue(one.name)
    return read_cells(fields, given)


def material_cells(given: Mapping[str, str | None], today: str) -> dict[str, Cell]:
    """Return the cells of a new material as they were typed: an article where no kind is said.

    News without its day is of today (ISO). Raises: MissingValue, BadValue, BadDay, BadLength.
    """
    said = {**given, "kind": given.get("kind") or MATERIAL_KINDS[0]}
    cells = said_cells(MATERIAL_FIELDS, said, is_new=True)
    if cells["kind"] in NEWS_KINDS and not cells.get("dated_on"):
        cells["dated_on"] = today
    return cells


def check_gift(one: Material, on: str, today: str) -> None:
    """Refuse to have given a material on a day (ISO) to come, or that it wasn't approved for.

    Raises: GivenAhead, NotApproved.
    """
    if on > today:
        raise GivenAhead(on)
    for last, is_over in (
        (one.retired_on, on >= (one.retired_on or "9")),
        (one.expires_on, on > (one.expires_on or "9")),
    ):
        if last and is_over:
            raise NotApproved(one.title, last, one.ref)


def read_roles(cell: Cell) -> str:
    """Return the stored roles of an audience, each a provider's role. Raises: BadValue."""
    words = list_of(str(cell) if cell else None)
    return json.dumps([read_cell(_ROLE, word) for word in words], ensure_ascii=False)


def check_approval(cells: Mapping[str, Cell], today: str) -> None:
    """Raise ApprovalPast where the approval given ended before today (ISO)."""
    until = cells.get("expires_on")
    if until and str(until) < today:
        raise ApprovalPast(str(until), today)


def check_coverage(cells: Mapping[str, Cell], *, is_new: bool) -> None:
    """Refuse a line of coverage that says nothing, a new one without a state, one without a day.

    Raises: MissingValue, EndsFirst.
    """
    if not cells or (is_new and not cells.get("state")):
        raise MissingValue("state")
    begins, ends = cells.get("from_on"), cells.get("until_on")
    if begins and ends and str(ends) <= str(begins):
        raise EndsFirst(str(begins), str(ends))


def holds(words: Iterable[str], *texts: str, name: str = "") -> bool:
    """Whether every folded word is in the texts or in a product's name.

    A word's beginning is enough, and any part of Chinese text. Chinese needs no blank behind the
    product's name.

    >>> holds(["cardexa", "ren"], "Renal dosing", name="Cardexa")
    True
    """
    own = fold(name)
    text = fold(" ".join((name, *texts)))
    return all(is_in(word[len(own) :] if _is_joined(word, own) else word, text) for word in words)


def topics_of(title: str, topics: Sequence[str]) -> tuple[str, ...]:
    """Return what a material is about: its topics, else the telling words of its title as one."""
    if topics:
        return tuple(topics)
    words = [word for word in words_of(fold(title)) if not word.isdigit()]
    return (" ".join(word for word in words if word not in _TITLE_WORDS),)


def speaks_of(topics: Iterable[str], text: str) -> bool:
    """Whether a text holds all the words of one of the topics, in any order.

    One more or less ``s`` at a word's end is the same word; Chinese is found anywhere.

    >>> speaks_of(["renal dosing"], "asked how dosing goes with renal patients")
    True
    """
    there, squeezed = _spoken(text)
    return any(
        bool(words) and all(_is_there(word, there, squeezed) for word in words)
        for words in map(_topic_words, topics)
    )


def topics_query(topics: Iterable[str]) -> str:
    """Return the topics as a query of the search index: what ``speaks_of`` looks for.

    Whole words only: a prefix would be gathered from every record that holds one. Empty: nothing
    to look for.
    """
    asked = []
    for words in map(_topic_words, topics):
        forms = [" OR ".join(f'"{spaced_ideographs(one)}"' for one in _forms(w)) for w in words]
        if forms:
            asked.append(" AND ".join(f"({form})" for form in forms))
    return " OR ".join(f"({one})" for one in asked)


@lru_cache(maxsize=512)
def _spoken(text: str) -> tuple[frozenset[str], str]:
    """A text's words, and the text without blanks; several topics are looked for in it."""
    folded = fold(text)
    return frozenset(words_of(folded)), folded.replace(" ", "")


@lru_cache(maxsize=64)
def _topic_words(topic: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words_of(fold(topic))))


def _is_there(word: str, there: frozenset[str], squeezed: str) -> bool:
    if word.isascii():
        return any(form in there for form in _forms(word))
    return word in squeezed


@lru_cache(maxsize=128)
def _forms(word: str) -> tuple[str, ...]:
    """A word as one and as many: ``statin``, ``statins``."""
    if not word.isascii() or not word.isalpha() or len(word) < _LONG or word.endswith("ss"):
        return (word,)
    return (word, word[:-1]) if word.endswith("s") else (word, f"{word}s")


def _is_joined(word: str, own: str) -> bool:
    return bool(own) and not word.isascii() and word != own and word.startswith(own)


_LONG = 4
"""Letters of a word that may stand for one and for many."""

_TITLE_WORDS = frozenset(
    "a an the of for in on with and or to from by new update updated guideline guidelines paper "
    "study studies trial trials review article leaflet evidence consensus report "
    "指南 共识 研究 文献 更新 新版 最新 综述 解读".split()
)
"""Words of a title that say what it is, not what it is about."""

_ROLE = Field("role", "", Kind.CHOICE, ROLES)
