"""Decisions about objectives: what one lacks to be SMART. It names, it never refuses.

The words that decide are in ``words.py``: whether the sentence tells what *they* will do or know,
holds a number of things that can be counted, asks for all at once, says what they gain.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from repplan.errors import N_, NotFound
from repplan.objectives import words
from repplan.objectives.model import WIN, Lack, Smart
from repplan.records import dataclass
from repplan.text import fold

if TYPE_CHECKING:
    from datetime import date

    from repplan.objectives.model import Objective

VAGUE = N_("“{said}” can't be seen: what will they do or know?")
OURS = N_("“{said}” is what you do: what will they do or know?")
NO_ACT = N_("no act of theirs: what will they do or know?")
NO_MEASURE = N_("no measure: how will you know that it happened?")
ALL_AT_ONCE = N_("“{said}” is a lot for one step: what is the next one?")
NO_BENEFIT = N_("no benefit to them: what do they or their patients gain?")
NO_DAY = N_("no day: until when?")
PAST_DAY = N_("its day is past: {said}")


@dataclass(eq=False)
class NoSuchObjective(NotFound):
    """No open objective answers to these words; ``nearest`` are those that may be meant."""

    slug: ClassVar[str] = "no-such-objective"
    message: ClassVar[str] = N_("No objective fits “{said}”.")
    hint: ClassVar[str] = N_("See what is open: repplan objective list")


def smart(objective: Objective, today: date) -> tuple[Lack, ...]:
    """Return what an objective lacks, in the order of the word; empty when it is complete."""
    what = fold(objective.what)
    lacks = (
        _specific(what, objective.kind),
        _measurable(what, objective.measure),
        _achievable(what),
        _relevant(what, objective.benefit),
        _time_bound(objective.until_on, today),
    )
    return tuple(lack for lack in lacks if lack)


def _specific(what: str, kind: str) -> Lack | None:
    if words.their_act(what):
        return None
    if said := words.vague(what):
        return Lack(Smart.SPECIFIC, VAGUE, said)
    # To bring, to answer and to learn something are acts of ours, with a thing to act on.
    if kind != WIN and words.has_object(what):
        return None
    if said := words.our_act(what):
        return Lack(Smart.SPECIFIC, OURS, said)
    return Lack(Smart.SPECIFIC, NO_ACT)


def _measurable(what: str, measure: str | None) -> Lack | None:
    return None if measure or words.quantity(what) else Lack(Smart.MEASURABLE, NO_MEASURE)


def _achievable(what: str) -> Lack | None:
    said = words.all_at_once(what)
    return Lack(Smart.ACHIEVABLE, ALL_AT_ONCE, said) if said else None


def _relevant(what: str, benefit: str | None) -> Lack | None:
    return None if benefit or words.gain(what) else Lack(Smart.RELEVANT, NO_BENEFIT)


def _time_bound(until_on: str | None, today: date) -> Lack | None:
    if until_on is None:
        return Lack(Smart.TIME_BOUND, NO_DAY)
    if until_on < today.isoformat():
        return Lack(Smart.TIME_BOUND, PAST_DAY, until_on)
    return None
