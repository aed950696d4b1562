"""Decisions about promises: how one ends, when it is due, which one is meant."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Protocol, TypeVar

from repplan.errors import NotAhead
from repplan.followups.model import KEPT, LATE
from repplan.text import fold, is_in
from repplan.workdays import moved

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from repplan.config import Settings


def closing_state(due_on: str | None, closed_on: date) -> str:
    """Return what a promise that is done becomes: kept up to its due day, late after it."""
    return KEPT if due_on is None or closed_on.isoformat() <= due_on else LATE


def assumed_due(today: date, settings: Settings) -> date:
    """Return the day by which a promise without a day is due."""
    return moved(today, settings.number("promise.days"), settings.workdays)


def check_snooze(until: date, today: date) -> None:
    """Raise NotAhead for a day that isn't to come: putting off until then hides nothing."""
    if until <= today:
        raise NotAhead(until.isoformat())


def is_about(words: Sequence[str], what: str) -> bool:
    """Whether every folded word is in ``what``: a word's beginning, or any part of Chinese text.

    Words that every promise may hold (``the``, ``sent``) need not be there, if others are.
    """
    telling = [word for word in words if word not in _EMPTY] or list(words)
    folded = fold(what)
    return all(is_in(word, folded) for word in telling)


class _HasWhat(Protocol):
    """Anything that was promised or said: its words."""

    @property
    def what(self) -> str: ...


Said = TypeVar("Said", bound=_HasWhat)


def meant(said: str, items: Sequence[Said]) -> list[Said]:
    """Return the items that these words speak of: those with all of them, else with most.

    For words around the item (``sent her the renal table``, 剂量表给了) as for the item's own. An
    item that shares no telling word is never meant; several are returned where the words don't
    tell them apart.
    """
    words = fold(said).split()
    whole = [item for item in items if words and is_about(words, item.what)]
    if whole:
        return whole
    shares = [(_shared(words, item.what), item) for item in items]
    most = max((share for share, _item in shares), default=0)
    return [item for share, item in shares if share == most > 0]


def split_via(text: str) -> tuple[str, str] | None:
    """Return what is promised and the name of whom it waits on (``… via amy``); None: no such end.

    Whether the name is a colleague's is for the store to say.
    """
    match = _via().fullmatch(text.strip())
    return (match["what"].rstrip(" ,;，；、"), match["name"]) if match else None


_EMPTY = frozenset(
    "a an the to of for on in at with and or by her his him them their she he it its my our is was "
    "has have had sent send gave give given got done did told brought bring showed shown emailed "
    "mailed delivered dropped handed answered called over off out about today yesterday".split()
)
"""Words that say that something was done, not what."""


def _shared(words: Sequence[str], what: str) -> int:
    """Return how much these words share with an item: words, or two ideographs in a row."""
    folded = fold(what)
    whole = sum(is_in(word, folded) for word in words if word not in _EMPTY)
    pairs = {pair for word in words for pair in _pairs(word)}
    return 2 * whole + sum(pair in folded for pair in pairs)


def _pairs(word: str) -> list[str]:
    """Return each two neighbours of a run of Chinese, without those that say it was done."""
    runs = [] if word.isascii() else _done_words().split(word)
    return [run[at : at + 2] for run in runs for at in range(len(run) - 1)]


@cache
def _via() -> re.Pattern[str]:
    return re.compile(
        r"(?P<what>.*\S)(?:[\s,;，；]+via\s+|[\s,;，；]*(?:通过|经由|请|由|找)\s*)(?P<name>\S.*?)[.。]?",
        re.IGNORECASE | re.DOTALL,
    )


@cache
def _done_words() -> re.Pattern[str]:
    return re.compile("[已经给了过把的他她您我们]+|发送|送给|发给|寄给|办好|完成|转交|[a-z0-9]+")
