"""Decisions about promises: how one ends, when it is due, which one is meant."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Protocol, TypeVar

from repplan.errors import BadForm
from repplan.followups.model import BROKEN, KEPT, LATE
from repplan.text import fold, spaced_ideographs

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from repplan.config import Settings


class Named(Protocol):
    """What can be meant by its words: a follow-up, a concern, an objective."""

    @property
    def what(self) -> str:
        """Its words."""


Item = TypeVar("Item", bound=Named)


def closing_state(due_on: str | None, closed_on: date) -> str:
    """Return what a promise that is done becomes: kept up to its due day, late after it."""
    return KEPT if due_on is None or closed_on.isoformat() <= due_on else LATE


def kept_rate(states: Iterable[str]) -> float | None:
    """Return the share of closed promises that were kept in time; None when none is closed.

    Late and broken ones count against it, waived and open ones not at all.
    """
    counted = [state for state in states if state in {KEPT, LATE, BROKEN}]
    return counted.count(KEPT) / len(counted) if counted else None


def working_days_after(day: date, count: int, workdays: Collection[int]) -> date:
    """Return the ``count``-th working day after ``day``; with none to count, ``day`` itself.

    ``workdays`` are ISO weekdays, Monday is 1.

    >>> working_days_after(date(2026, 11, 26), 2, {1, 2, 3, 4, 5})
    datetime.date(2026, 11, 30)
    """
    if not workdays:
        return day + timedelta(count)
    while count > 0:
        day += timedelta(1)
        count -= day.isoweekday() in workdays
    return day


def assumed_due(today: date, settings: Settings) -> date:
    """Return the day by which a promise without a day is due."""
    return working_days_after(today, settings.number("promise.days"), settings.workdays)


def check_snooze(until: date, today: date) -> None:
    """Raise BadValue for a day that isn't to come: putting off until then hides nothing."""
    if until <= today:
        raise BadForm("until", until.isoformat(), f"{today + timedelta(1)} …")


def is_about(words: Sequence[str], what: str) -> bool:
    """Whether every folded word is in ``what``: a word's beginning, or any part of Chinese text.

    Words that every promise may hold (``the``, ``sent``) need not be there, if others are.
    """
    telling = [word for word in words if word not in _EMPTY] or list(words)
    return all(_is_in(word, what) for word in telling)


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


def _is_in(word: str, what: str) -> bool:
    if word.isascii():
        # Punctuation parts words on both sides: "follow-up" is asked for as "follow up" too.
        asked = " ".join(_words(word))
        return bool(asked) and f" {asked}" in f" {' '.join(_words(fold(what)))}"
    return word in fold(what).replace(" ", "")


def _shared(words: Sequence[str], what: str) -> int:
    """Return how much these words share with an item: words, or two ideographs in a row."""
    whole = sum(_is_in(word, what) for word in words if word not in _EMPTY)
    pairs = {pair for word in words for pair in _pairs(word)}
    return 2 * whole + sum(pair in fold(what) for pair in pairs)


def _pairs(word: str) -> list[str]:
    """Return each two neighbours of a run of Chinese, without those that say it was done."""
    runs = [] if word.isascii() else _done_words().split(word)
    return [run[at : at + 2] for run in runs for at in range(len(run) - 1)]


def _words(folded: str) -> list[str]:
    return _word().findall(spaced_ideographs(folded))


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+")


@cache
def _via() -> re.Pattern[str]:
    return re.compile(
        r"(?P<what>.*\S)(?:[\s,;，；]+via\s+|[\s,;，；]*(?:通过|经由|请|由|找)\s*)(?P<name>\S.*?)[.。]?",
        re.IGNORECASE | re.DOTALL,
    )


@cache
def _done_words() -> re.Pattern[str]:
    return re.compile("[已经给了过把的他她您我们]+|发送|送给|发给|寄给|办好|完成|转交|[a-z0-9]+")
