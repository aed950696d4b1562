"""Decisions about consent: which record decides whether somebody may be reached."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from repplan.consents.model import EXPIRED, NO_CONSENT, OPTED_OUT, Standing
from repplan.errors import N_, AlreadyThere, Conflict, Refused, UsageProblem
from repplan.records import dataclass
from repplan.text import fold, spaced_ideographs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from repplan.consents.model import Consent
    from repplan.policies.model import Fact

NEEDED = "needed"
"""What a policy says of a channel where consent must be on record; else it is assumed."""


@dataclass(eq=False)
class OptedOut(Refused):
    """They said that they don't want to be reached so: that wins over all else."""

    slug: ClassVar[str] = "opted-out"
    message: ClassVar[str] = N_(
        "{name} has said no to {channel} ({ref}, {day}). Rule: {rule}; source: {source}."
    )
    hint: ClassVar[str] = N_(
        "Bring it along, or ask at the next visit; if they agree then: repplan consent end {ref}"
    )
    words: ClassVar[tuple[str, ...]] = ("channel", "source")
    name: str
    channel: str
    day: str
    ref: str
    rule: str
    source: str


@dataclass(eq=False)
class NoConsent(Refused):
    """The policy asks for their consent, and none is on record."""

    slug: ClassVar[str] = "no-consent"
    message: ClassVar[str] = N_(
        "{name} hasn't agreed to {channel} yet. Rule: {rule}; source: {source}."
    )
    hint: ClassVar[str] = N_(
        "Ask at the next visit; if they agree: repplan consent add {who} {way} in"
    )
    words: ClassVar[tuple[str, ...]] = ("channel",)
    name: str
    channel: str
    who: str
    way: str
    rule: str
    source: str


@dataclass(eq=False)
class ConsentExpired(NoConsent):
    """Their consent was given for a time, and that has gone by."""

    slug: ClassVar[str] = "consent-expired"
    message: ClassVar[str] = N_(
        "{name}'s consent to {channel} ran out on {day}. Rule: {rule}; source: {source}."
    )
    hint: ClassVar[str] = N_(
        "Ask again at the next visit; if they agree: repplan consent add {who} {way} in"
    )
    day: str


@dataclass(eq=False)
class AlreadyEnded(Conflict):
    """The consent counts no longer since a day."""

    slug: ClassVar[str] = "consent-ended"
    message: ClassVar[str] = N_("That consent ended on {day} already ({ref}).")
    hint: ClassVar[str] = N_("See when, and by which command: repplan history {ref}")
    day: str
    ref: str


@dataclass(eq=False)
class SaidBefore(AlreadyThere):
    """They said the same of this channel."""

    message: ClassVar[str] = N_("{name}: {channel} is already here ({ref}).")
    words: ClassVar[tuple[str, ...]] = ("channel",)
    channel: str = ""


@dataclass(eq=False)
class ExpiresBefore(UsageProblem):
    """Its last day is before the day on which it was given."""

    slug: ClassVar[str] = "expires-before"
    message: ClassVar[str] = N_("It was given on {given} and can't end on {until}, before that.")
    given: str
    until: str


@dataclass(eq=False)
class StillToBeGiven(UsageProblem):
    """A consent is written down once it was given, not before."""

    slug: ClassVar[str] = "still-to-be-given"
    message: ClassVar[str] = N_(
        "{day} is still to come: a consent is written down once it is given."
    )
    day: str


def standing(
    records: Iterable[Consent],
    channel: str,
    on: str,
    *,
    fact: Fact | None,
    value: str = "",
    topic: str = "",
) -> Standing:
    """Return whether somebody may be reached, of the records on them.

    ``on`` is an ISO day. ``value`` is the address it goes to, empty where it isn't known; ``topic``
    is what it is about: an in's topic counts where its whole words are in it, an out's where its
    letters are. An out wins while it counts, also over a later in: only its own end lets them be
    reached again. Where the address isn't known, an out for any address counts, an in for one
    doesn't.
    """
    mine = [one for one in records if one.channel == channel]
    outs = [one for one in mine if not one.is_in and one.may_count(on)]
    for one in outs:
        if _is_for(one, value) and _is_about(one, topic):
            return Standing(why=OPTED_OUT, consent=one, fact=fact)
    ins = [one for one in mine if one.is_in and not one.has_ended(on) and one.given_on <= on]
    fitting = [one for one in ins if _is_for(one, value) and _is_about(one, topic)]
    counting = [one for one in fitting if not one.has_expired(on)]
    if counting:
        return Standing(consent=counting[0], fact=fact)
    if fact is None or fact.value != NEEDED:
        return Standing(fact=fact)
    if fitting:
        last = max(fitting, key=lambda one: one.expires_on or "")
        return Standing(why=EXPIRED, consent=last, fact=fact)
    return Standing(why=NO_CONSENT, fact=fact)


def topics_allowed(records: Iterable[Consent], channel: str, on: str) -> tuple[str, ...]:
    """Return the topics on which alone somebody agreed to a channel."""
    return tuple(
        one.topic
        for one in records
        if one.channel == channel and one.is_in and one.topic and one.may_count(on)
    )


def check_days(given_on: str, expires_on: str | None, today: str) -> None:
    """Raise StillToBeGiven, ExpiresBefore for days that can't be."""
    if given_on > today:
        raise StillToBeGiven(given_on)
    if expires_on is not None and expires_on < given_on:
        raise ExpiresBefore(given_on, expires_on)


def bare_address(value: str) -> str:
    """Return an address as two are compared: +1 (555) 010-2030 is 15550102030.

    >>> bare_address("+1 (555) 010-2030")
    '15550102030'
    >>> bare_address("Ann@Example.org")
    'ann@example.org'
    """
    folded = _extension().sub("", fold(value)).replace(" ", "")
    digits = "".join(sign for sign in folded if sign.isdecimal())
    is_number = digits and not any(sign.isalpha() or sign == "@" for sign in folded)
    return digits if is_number else folded


def is_same_address(one: str, other: str) -> bool:
    """Whether two addresses are one; a number with and without its country's is.

    >>> is_same_address("(555) 010-2030", "+1 555 010 2030")
    True
    >>> is_same_address("07700 900123", "+44 7700 900123")
    True
    """
    bare, there = bare_address(one), bare_address(other)
    if bare == there or not (bare.isdecimal() and there.isdecimal()):
        return bare == there
    short, long = sorted((bare.lstrip("0"), there.lstrip("0")), key=len)
    return len(short) >= _NUMBER and long.endswith(short)


_NUMBER = 7
"""Digits of a telephone number without any code before it."""


@cache
def _extension() -> re.Pattern[str]:
    return re.compile(r"(?<=\d)[\s,;.]*(ext(ension)?\.?|x|转|分机)\s*\d{1,6}$")


def _is_for(one: Consent, value: str) -> bool:
    if not one.value:
        return True
    if not value:
        # Whether this is the address isn't known: then an out counts, an in doesn't.
        return not one.is_in
    return is_same_address(one.value, value)


def _is_about(one: Consent, topic: str) -> bool:
    if not one.topic:
        return True
    if not one.is_in:
        return fold(one.topic) in fold(topic)
    wanted = _words(one.topic)
    return bool(wanted) and f" {wanted} " in f" {_words(topic)} "


def _words(text: str) -> str:
    """The words of a text, one blank between; each ideograph is a word."""
    return " ".join(re.findall(r"[^\W_]+", spaced_ideographs(fold(text))))
