"""What samples refuse: each with its rule, and a hint that can be run."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from repplan.errors import N_, Conflict, NotFound, Refused, UsageProblem
from repplan.records import dataclass
from repplan.text import as_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repplan.providers.model import Provider
    from repplan.samples.model import Lot

GO_ON = N_("If it is right all the same, say why: --because WHY (in a log: because WHY).")
STAYS = N_("Nothing was written. Your employer's rules say what to do now.")
ANEW = N_("Note it anew, with why: repplan sample drop WHO PRODUCT QTY --on DAY --because WHY")
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
class StrengthNeeded(UsageProblem):
    """A lot of this number is here, of a strength that wasn't said."""

    slug: ClassVar[str] = "strength-needed"
    message: ClassVar[str] = N_("{product}: lot {lot} is here already, of {strength}.")
    hint: ClassVar[str] = N_(
        "If it is that one: --strength {strength}      another: its own strength"
    )
    product: str
    lot: str
    strength: str


@dataclass(eq=False)
class NobodyToGet(Refused):
    """A colleague, or somebody who has left, is no one to leave samples with."""

    slug: ClassVar[str] = "nobody-to-get"
    rule: str
    provider: str


@dataclass(eq=False)
class NoneForColleague(NobodyToGet):
    """Samples for a colleague are transferred, not dropped."""

    message: ClassVar[str] = N_(
        "{provider} is one of your own team: nothing is left there ({rule})."
    )
    hint: ClassVar[str] = N_("Hand them on: repplan sample transfer PRODUCT QTY --to NAME")


@dataclass(eq=False)
class NoneForGone(NobodyToGet):
    """Nobody leaves samples with somebody who has left."""

    message: ClassVar[str] = N_("{provider} has left: nothing is left there ({rule}).")
    hint: ClassVar[str] = N_("If that is wrong: repplan provider edit WHO --state active")


@dataclass(eq=False)
class NotEnough(Refused):
    """The balance would go below zero, on that day or a later one."""

    slug: ClassVar[str] = "not-enough"
    message: ClassVar[str] = N_(
        "{product}, lot {lot}: {left} left on {on}, so {wanted} can't go ({rule})."
    )
    hint: ClassVar[str] = N_("Count them: repplan sample count {named} FOUND --lot {numbered}")
    product: str
    lot: str
    left: int
    on: str
    wanted: int
    named: str
    numbered: str
    rule: str = "samples.balance"


@dataclass(eq=False)
class LotExpired(Refused):
    """Nothing of a lot is left with anybody after its last day."""

    slug: ClassVar[str] = "lot-expired"
    message: ClassVar[str] = N_(
        "{product}, lot {lot} expired on {expires_on}: nobody gets it on {on} ({rule})."
    )
    hint: ClassVar[str] = N_("Send it back: repplan sample return {named} QTY --lot {numbered}")
    product: str
    lot: str
    expires_on: str
    on: str
    named: str
    numbered: str
    rule: str = "samples.expiry"


@dataclass(eq=False)
class CameExpired(Refused):
    """Nothing is received of a lot whose last day has gone by."""

    slug: ClassVar[str] = "lot-expired"
    message: ClassVar[str] = N_("{product}, lot {lot} expired on {expires_on} ({rule}).")
    hint: ClassVar[str] = N_("Not received here: send it back to whoever sent it.")
    product: str
    lot: str
    expires_on: str
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


@dataclass(eq=False)
class PapersMissing(AgainstPolicy):
    """The numbers of the signed request and of the signed receipt are missing."""

    message: ClassVar[str] = N_(
        "{provider}: the numbers of the signed request and receipt are missing: "
        "--request NO --receipt NO, in a log req NO rec NO ({rule}: {source})."
    )
    provider: str


def with_both_papers(problem: AgainstPolicy, found: Sequence[AgainstPolicy]) -> AgainstPolicy:
    """Return what is told of a problem: where both papers are missing, both at once."""
    papers = {type(one) for one in found} & {RequestMissing, ReceiptMissing}
    if not isinstance(problem, RequestMissing | ReceiptMissing) or len(papers) == 1:
        return problem
    return PapersMissing(
        problem.rule, problem.source, problem.action, problem.advice, provider=problem.provider
    )


def of_a_redo(problem: AgainstPolicy) -> AgainstPolicy:
    """Return the problem with what to do where ``undo`` meets it: there no reason can be given."""
    problem.advice = STAYS if problem.advice == NOTE_IT or not problem.may_go_on else ANEW
    return problem


def strength_needed(one: Lot) -> StrengthNeeded:
    """Return the refusal of a lot that is here, its strength as it is typed."""
    return StrengthNeeded(one.product, one.number, as_word(one.strength))


def nobody_to_get(who: Provider) -> NobodyToGet:
    """Return the refusal of a drop with a colleague, or with somebody who has left."""
    kind = NoneForColleague if who.is_colleague else NoneForGone
    return kind("samples.recipient", who.name)


def not_enough(one: Lot, left: int, on: str, wanted: int) -> NotEnough:
    """Return the refusal of more than is left, with a hint that can be run."""
    named, numbered = as_word(one.product), as_word(one.number)
    return NotEnough(one.what, one.number, left, on, wanted, named=named, numbered=numbered)
