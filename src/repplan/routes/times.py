"""Weekdays and hours written in words, as far as they can be read: ``Tue, Thu 8-12 clinic``.

A small closed grammar, like that of days. Days and hours beside a word that it doesn't know bind
nobody: ``1st Tue 8-12`` isn't every Tuesday. What may mean two things isn't read either.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from repplan.records import dataclass, replace
from repplan.routes.model import DAY_MIN
from repplan.routes.times_words import EVERY_DAY, Said, Unread, parts_of, run_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True)
class Times:
    """Weekdays (ISO; none: any) and the minutes of the day. ``is_open`` False: nobody receives."""

    weekdays: frozenset[int]
    first: int
    until: int
    is_open: bool = True


def read_times(said: str | None) -> tuple[Times, ...]:
    """Return what a text says of weekdays and hours; empty where that can't be read for certain.

    >>> [(sorted(one.weekdays), one.first, one.until) for one in read_times("Tue, Thu 8-12 clinic")]
    [([2, 4], 480, 720)]
    >>> [one.is_open for one in read_times("周四手术日; 周二门诊 8:00-11:30")]
    [False, True]
    """
    found: list[Said] = []
    try:
        for tokens in parts_of(said or ""):
            if all(one.kind != "unknown" for one in tokens):
                found += _statements(_joined(_joined(_ranged(tokens), "days"), "hours"))
            elif any(one.days or one.hours for one in tokens):
                return ()
        found = _together(found)
    except Unread:
        return ()
    return tuple(
        Times(one.days, first, until, one.kind != "shut")
        for one in found
        for first, until in one.hours or ((0, DAY_MIN),)
    )


def open_on(times: Iterable[Times], weekday: int) -> list[tuple[int, int]] | None:
    """Return when somebody is there on a weekday, in minutes; None: nothing is said of it.

    Where hours are written down for some weekdays, there are none on the others.
    """
    times = list(times)
    there = [one for one in times if one.is_open]
    shut = [one for one in times if not one.is_open and weekday in (one.weekdays or EVERY_DAY)]
    if not there and not shut:
        return None
    spans = [(one.first, one.until) for one in there if weekday in (one.weekdays or EVERY_DAY)]
    left = sorted(spans if there else [(0, DAY_MIN)])
    for one in shut:
        left = [
            part
            for first, until in left
            for part in ((first, min(until, one.first)), (max(first, one.until), until))
            if part[0] < part[1]
        ]
    found: list[tuple[int, int]] = []
    for first, until in left:
        if found and first <= found[-1][1]:
            begun, ends = found.pop()
            found.append((begun, max(until, ends)))
        else:
            found.append((first, until))
    return found


def _ranged(tokens: Sequence[Said]) -> list[Said]:
    """Return tokens with ranges of days as days, each row of commas as one."""
    found: list[Said] = []
    is_range = False
    for one, following in zip_longest(tokens, tokens[1:], fillvalue=Said()):
        before = found[-1] if found else Said()
        if is_range:
            if len(before.days) > 1 or len(one.days) > 1:
                raise Unread
            found[-1] = Said("days", run_of(*before.days, *one.days))
        elif one.kind == "to" and not (before.days and (following.days or following.hours)):
            raise Unread
        elif one.kind != "to" and (one.kind, before.kind) != ("join", "join"):
            found.append(one)
        is_range = one.kind == "to" and bool(following.days)
    return found


def _joined(tokens: Sequence[Said], what: str) -> list[Said]:
    """Return tokens with days, or hours, that stand in a row as one."""
    found: list[Said] = []
    for one in tokens:
        row = found[:-1] if found and found[-1].kind == "join" else found
        if row and getattr(one, what) and getattr(row[-1], what):
            before = row[-1]
            if what == "days":
                merged = replace(before, days=before.days | one.days)
            else:
                merged = _both(before, one)
            found = [*row[:-1], merged]
        else:
            found.append(one)
    return found


def _both(one: Said, other: Said) -> Said:
    """Return hours that stand beside each other: ``mornings before 10`` is what they share."""
    shared = tuple(
        (max(first, begins), min(until, ends))
        for first, until in one.hours
        for begins, ends in other.hours
        if max(first, begins) < min(until, ends)
    )
    kinds = {one.kind, other.kind}
    if shared and kinds == {"span"}:
        raise Unread
    kind = "span" if "span" in kinds else one.kind
    return Said(kind, hours=shared if shared and kinds != {"half"} else one.hours + other.hours)


def _statements(tokens: Sequence[Said]) -> list[Said]:
    """Return what each row of tokens says; Raises: Unread."""
    rows: list[list[Said]] = [[]]
    for one in tokens:
        if one.kind in {"join", "not"}:
            rows.append([])
        if one.kind != "join":
            rows[-1].append(one)
    return [_statement(piece) for row in rows for piece in _pieces(row) if piece]


def _pieces(row: list[Said]) -> list[list[Said]]:
    """``Tue clinic Thu theatre`` are two statements: each begins as the first does."""
    heads = [one for one in row if one.days or one.hours]
    by = "days" if heads and heads[0].days else "hours"
    if sum(bool(one.days) for one in heads) < 2 and sum(bool(one.hours) for one in heads) < 2:
        return [row]
    if row[0].kind in {"shut", "not"}:
        raise Unread
    found: list[list[Said]] = [[]]
    for one in row:
        if getattr(one, by) and any(getattr(each, by) for each in found[-1]):
            found.append([])
        found[-1].append(one)
    return found


def _statement(piece: Sequence[Said]) -> Said:
    kinds = {one.kind for one in piece}
    days = [one.days for one in piece if one.days]
    hours = [one.hours for one in piece if one.hours]
    is_shut = not kinds.isdisjoint({"shut", "not"})
    if len(kinds & {"shut", "not", "kind"}) > 1 or len(days) > 1 or len(hours) > 1:
        raise Unread
    if is_shut and (
        not (days or hours) or ("not" in kinds and hours and days and len(days[0]) > 1)
    ):
        raise Unread
    kind = "shut" if is_shut else "kind" if "kind" in kinds else "open"
    return Said(kind, days[0] if days else frozenset(), hours[0] if hours else ())


def _together(found: list[Said]) -> list[Said]:
    """Return statements that don't leave it open which hours belong to which days."""
    found = [one for one in found if one.days or one.hours]
    there = [one for one in found if one.kind != "shut"]
    bare = [one for one in there if one.kind == "open" and not one.hours]
    loose = [one for one in there if not one.days]
    if len(found) == len(there) == 2 and len(bare) == len(loose) == 1:
        return [Said("open", bare[0].days, loose[0].hours)]
    if (bare and any(one.hours for one in there)) or (loose and any(one.days for one in there)):
        raise Unread
    return found
