"""Decisions about samples: whole quantities, what a balance allows, what the policy asks for."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from repplan.errors import N_, BadForm, BadNumber, MissingValue
from repplan.fields import NUMBERLESS, name_text, refuse_placeholder
from repplan.samples.model import EXPIRED, MISSING
from repplan.samples.refusals import (
    GO_ON,
    NOTE_IT,
    STAYS,
    CameExpired,
    LicenceNotValid,
    LicenceOver,
    LotExpired,
    MovesAhead,
    NoLicence,
    OverLimit,
    ReceiptMissing,
    RequestMissing,
)
from repplan.text import as_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repplan.policies.model import Fact, Policy
    from repplan.samples.model import Drop, LicenceState, Lot
    from repplan.samples.refusals import AgainstPolicy

MOST = 9999
"""Pieces of one movement: more is a slip of the keyboard."""


def read_quantity(said: str, field: str = "quantity") -> int:
    """Return a whole number of pieces, one at least. Raises: BadNumber.

    >>> read_quantity("4")
    4
    """
    text = _plain(said)
    if not _whole().fullmatch(text) or not 1 <= int(text) <= MOST:
        raise BadNumber(field, text[:40], f"1 - {MOST}")
    return int(text)


def read_found(said: str) -> int:
    """Return how many were counted: a whole number, zero too. Raises: BadNumber."""
    text = _plain(said)
    if not _whole().fullmatch(text) or int(text) > MOST:
        raise BadNumber("found", text[:40], f"0 - {MOST}")
    return int(text)


def read_change(said: str) -> int:
    """Return what an adjustment adds or takes away. Raises: BadForm, BadNumber.

    >>> read_change("+2"), read_change("-1")
    (2, -1)
    """
    text = _plain(said)
    if text[:1] not in {"+", "-"}:
        raise BadForm("the change", text[:40], "+2, -1")
    return read_quantity(text[1:], "the change") * (-1 if text[0] == "-" else 1)


def read_number(said: str) -> str:
    """Return a lot's number on one line. Raises: MissingValue, BadForm."""
    text = " ".join(said.split())
    if not text:
        raise MissingValue(N_("lot"))
    refuse_placeholder(N_("lot"), text, NUMBERLESS)
    if len(text) > 60:
        raise BadForm("lot", f"{text[:40]}", "A123")
    return text


def read_paper(name: str, said: str | None) -> str | None:
    """Return the number of a signed paper on one line; None: there is none. Raises: Placeholder."""
    if not said or not said.strip():
        return None
    number = name_text(name, said)
    refuse_placeholder(name, number, NUMBERLESS)
    return number


def read_month(said: str) -> str | None:
    """Return the last day of a month as packages print it; None: it is no month.

    >>> read_month("2027-02"), read_month("02/2027"), read_month("2027-02-03")
    ('2027-02-28', '2027-02-28', None)
    """
    found = _month().fullmatch(said.strip())
    if found is None:
        return None
    year, month = int(found["y"] or found["year"]), int(found["m"] or found["month"])
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - timedelta(1)).isoformat()


def check_day(on: str, today: str) -> None:
    """Raise MovesAhead for a day to come."""
    if on > today:
        raise MovesAhead(on)


def check_expiry(one: Lot, on: str) -> None:
    """Raise LotExpired where the lot's last day has gone by."""
    if one.expires_on and on > one.expires_on:
        raise LotExpired(
            one.what,
            one.number,
            one.expires_on,
            on,
            named=as_word(one.product),
            numbered=as_word(one.number),
        )


def check_came(one: Lot, on: str) -> None:
    """Raise CameExpired where a lot that comes has expired."""
    if one.expires_on and on > one.expires_on:
        raise CameExpired(one.product, one.number, one.expires_on)


def breaches(
    one: Drop,
    policy: Policy,
    licence: LicenceState,
    before: Sequence[tuple[str, int]],
) -> Iterator[AgainstPolicy]:
    """Yield what the policy has against a drop, by its facts.

    ``before``: day and pieces of the product's other drops with this provider.
    """
    fact = policy.fact("samples.licence")
    if fact and not licence.is_valid:
        yield _licence_problem(one, licence, fact)
    fact = policy.fact("samples.request")
    if fact and not one.request:
        yield RequestMissing(*_of(fact), provider=one.provider)
    fact = policy.fact("samples.receipt")
    if fact and not one.receipt:
        yield ReceiptMissing(*_of(fact), provider=one.provider)
    fact, days = policy.fact("samples.max_pieces"), policy.number("samples.max_days")
    if fact is None or not days:
        return
    limit = int(str(fact.value))
    had = most_within(before, one.on, int(days))
    if had + one.pieces > limit:
        yield OverLimit(
            *_of(fact),
            provider=one.provider,
            product=one.lot.product,
            had=had,
            wanted=one.pieces,
            limit=limit,
            days=int(days),
        )


def most_within(before: Sequence[tuple[str, int]], on: str, days: int) -> int:
    """Return the most pieces of any period of so many days that holds this day.

    >>> most_within([("2026-01-01", 2), ("2026-01-20", 3)], "2026-01-10", 30)
    5
    """
    day = date.fromisoformat(on)
    found = 0
    ends = {day, *(date.fromisoformat(one) for one, _pieces in before)}
    for end in ends:
        if not day <= end < day + timedelta(days):
            continue
        first = (end - timedelta(days - 1)).isoformat()
        last = end.isoformat()
        found = max(found, sum(pieces for at, pieces in before if first <= at <= last))
    return found


def _licence_problem(one: Drop, licence: LicenceState, fact: Fact) -> AgainstPolicy:
    if licence.state == MISSING:
        name, source, action, advice = _of(fact)
        advice = NOTE_IT if advice == STAYS else advice
        return NoLicence(name, source, action, advice, provider=one.provider)
    if licence.state == EXPIRED:
        return LicenceOver(
            *_of(fact),
            provider=one.provider,
            number=licence.number,
            expires_on=licence.expires_on or "",
        )
    return LicenceNotValid(*_of(fact), provider=one.provider, number=licence.number)


def _of(fact: Fact) -> tuple[str, str, str, str]:
    """Name, source, action and advice of a fact."""
    advice = STAYS if fact.action == "block" else GO_ON
    return fact.name, fact.source, fact.action, advice


def _plain(said: str) -> str:
    """Return a number as it is compared: full-width digits and signs are those of a keyboard."""
    return unicodedata.normalize("NFKC", said).strip().replace("\N{MINUS SIGN}", "-")


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(r"\d{1,9}", re.ASCII)


@cache
def _month() -> re.Pattern[str]:
    month = r"0?[1-9]|1[0-2]"
    return re.compile(
        rf"(?P<y>20\d\d)[-/.年](?P<m>{month})月?|(?P<month>{month})[/.](?P<year>20\d\d)"
    )
