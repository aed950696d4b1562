"""Decisions about samples: whole quantities, what a balance allows, what the policy asks for."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from repplan.errors import (
    N_,
    BadForm,
    BadNumber,
    Conflict,
    MissingValue,
    NotFound,
    Refused,
    UsageProblem,
)
from repplan.records import dataclass
from repplan.samples.model import EXPIRED, MISSING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repplan.policies.model import Fact, Policy
    from repplan.samples.model import Drop, LicenceState

MOST = 9999
"""Pieces of one movement: more is a slip of the keyboard."""

GO_ON = N_("If it is right all the same, say why: --because WHY (in a log: because WHY).")
STAYS = N_("Nothing was written. Your employer's rules say what to do now.")
NOTE_IT = N_('Once you have checked it, note it: repplan provider edit WHO --licence "OH 12345"')


@dataclass(eq=False)
class SamplesOff(Refused):
    """The memo isn't kept: the employer's ledger is the record."""

    slug: ClassVar[str] = "samples-off"
    message: ClassVar[str] = N_("Your employer's ledger is the record of samples; no memo is kept.")
    hint: ClassVar[str] = N_("To keep one here as well: repplan config set samples on")


@dataclass(eq=False)
class NoSuchLot(NotFound):
    """The product has no lot of this number; ``nearest`` are those it has."""

    slug: ClassVar[str] = "no-such-lot"
    message: ClassVar[str] = N_("{product} has no lot “{said}” here.")
    hint: ClassVar[str] = N_("What there is: repplan sample stock      new: sample receive")
    product: str = ""


@dataclass(eq=False)
class NothingLeft(NotFound):
    """No lot of the product has anything left; ``said`` is its name."""

    slug: ClassVar[str] = "nothing-left"
    message: ClassVar[str] = N_("Nothing is left of any lot of {said}.")
    hint: ClassVar[str] = N_("What there was: repplan sample stock --all")


@dataclass(eq=False)
class NotEnough(Refused):
    """The balance would go below zero, on that day or a later one."""

    slug: ClassVar[str] = "not-enough"
    message: ClassVar[str] = N_(
        "{product}, lot {lot}: {left} left on {on}, so {wanted} can't go ({rule})."
    )
    hint: ClassVar[str] = N_("Count them: repplan sample count {product} --lot {lot} FOUND")
    product: str
    lot: str
    left: int
    on: str
    wanted: int
    rule: str = "samples.balance"


@dataclass(eq=False)
class LotExpired(Refused):
    """Nothing of a lot is left with anybody after its last day."""

    slug: ClassVar[str] = "lot-expired"
    message: ClassVar[str] = N_(
        "{product}, lot {lot} expired on {expires_on}: nobody gets it on {on} ({rule})."
    )
    hint: ClassVar[str] = N_("Send it back: repplan sample return {product} QTY --lot {lot}")
    product: str
    lot: str
    expires_on: str
    on: str
    rule: str = "samples.expiry"


@dataclass(eq=False)
class NotReceivedYet(Refused):
    """The lot came later than the day of the movement."""

    slug: ClassVar[str] = "not-received-yet"
    message: ClassVar[str] = N_(
        "{product}, lot {lot} came on {since}: nothing of it can go on {on} ({rule})."
    )
    hint: ClassVar[str] = N_("What came when: repplan sample report")
    product: str
    lot: str
    since: str
    on: str
    rule: str = "samples.balance"


@dataclass(eq=False)
class MovesAhead(UsageProblem):
    """A movement of a day to come."""

    slug: ClassVar[str] = "moves-ahead"
    message: ClassVar[str] = N_("{on} is still to come: samples move today, or moved before.")
    hint: ClassVar[str] = N_("Say a day gone by, or leave --on out.")
    on: str


@dataclass(eq=False)
class LotDiffers(Conflict):
    """The lot is here with another day of expiry, and some of it is left."""

    slug: ClassVar[str] = "lot-differs"
    message: ClassVar[str] = N_(
        "{product}, lot {lot} is here, expiring on {known}: it can't also expire on {said}."
    )
    hint: ClassVar[str] = N_("Look at the package. If the first was wrong: repplan history {ref}")
    product: str
    lot: str
    known: str
    said: str
    ref: str


@dataclass(eq=False)
class AgainstPolicy(Refused):
    """A fact of the policy is against it: ``rule`` its name, ``source`` where it comes from.

    ``action`` is block or warn; ``advice`` what to do.
    """

    slug: ClassVar[str] = "against-policy"
    hint: ClassVar[str] = N_("{advice}")
    words: ClassVar[tuple[str, ...]] = ("advice",)
    rule: str
    source: str
    action: str
    advice: str

    @property
    def may_go_on(self) -> bool:
        """Whether a reason is enough."""
        return self.action != "block"


@dataclass(eq=False)
class OverLimit(AgainstPolicy):
    """More pieces of a product than a provider may have in the period."""

    message: ClassVar[str] = N_(
        "{provider}: {had} of {product} within {days} days, {wanted} more pass {limit} "
        "({rule}: {source})."
    )
    provider: str
    product: str
    had: int
    wanted: int
    limit: int
    days: int


@dataclass(eq=False)
class NoLicence(AgainstPolicy):
    """No licence of the provider is known."""

    message: ClassVar[str] = N_("{provider}: no licence is known ({rule}: {source}).")
    provider: str


@dataclass(eq=False)
class LicenceNotValid(AgainstPolicy):
    """The licence known isn't valid on that day: suspended, revoked."""

    message: ClassVar[str] = N_("{provider}: licence {number} isn't valid ({rule}: {source}).")
    provider: str
    number: str


@dataclass(eq=False)
class LicenceOver(AgainstPolicy):
    """The licence known has expired."""

    message: ClassVar[str] = N_(
        "{provider}: licence {number} expired on {expires_on} ({rule}: {source})."
    )
    provider: str
    number: str
    expires_on: str


@dataclass(eq=False)
class RequestMissing(AgainstPolicy):
    """The number of the written, signed request is missing."""

    message: ClassVar[str] = N_(
        "{provider}: the number of the signed request is missing: --request NO, in a log req NO "
        "({rule}: {source})."
    )
    provider: str


@dataclass(eq=False)
class ReceiptMissing(AgainstPolicy):
    """The number of the signed receipt is missing."""

    message: ClassVar[str] = N_(
        "{provider}: the number of the signed receipt is missing: --receipt NO, in a log rec NO "
        "({rule}: {source})."
    )
    provider: str


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
    if len(text) > 60:
        raise BadForm("lot", f"{text[:40]}", "A123")
    return text


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


def check_expiry(product: str, number: str, expires_on: str | None, on: str) -> None:
    """Raise LotExpired where the lot's last day has gone by."""
    if expires_on and on > expires_on:
        raise LotExpired(product, number, expires_on, on)


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
