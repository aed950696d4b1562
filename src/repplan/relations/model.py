"""Who stands where, who moves whom, what each was given, in the field's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from repplan.errors import N_, NP_
from repplan.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from repplan.accounts.model import Account
    from repplan.providers.model import Provider

REPORTS = "reports to"
CHAMPION, SUPPORTER, SKEPTIC, BLOCKER = "champion", "supporter", "skeptic", "blocker"
DECIDES = "decision-maker"

KINDS = (
    NP_("relation", "reports to"), NP_("relation", "refers to"), NP_("relation", "mentors"),
    NP_("relation", "influences"), NP_("relation", "works with"),
)  # fmt: skip
STANCES = (
    NP_("stance", "champion"), NP_("stance", "supporter"), NP_("stance", "neutral"),
    NP_("stance", "skeptic"), NP_("stance", "blocker"),
)  # fmt: skip
INFLUENCES = (
    NP_("influence", "decision-maker"), NP_("influence", "influencer"),
    NP_("influence", "gatekeeper"), NP_("influence", "user"),
)  # fmt: skip
VALUE_KINDS = (N_("article"), N_("introduction"), N_("training"), N_("other"))
"""What a gift may be, for the catalogue: ``words.kind_of_gift`` tells which it is."""


@dataclass(frozen=True)
class Relation:
    """``provider`` reports to, refers to, mentors, influences or works with ``other``: names.

    ``until_on`` is exclusive, None: it lasts.
    """

    id: str
    ref: str
    provider_id: str
    provider_ref: str
    provider: str
    other_id: str
    other_ref: str
    other: str
    kind: str
    from_on: str | None
    until_on: str | None
    evidence: str | None


@dataclass(frozen=True)
class Stance:
    """Where a provider stood on a day. ``account_id`` or ``product_id`` None: everywhere, on all.

    ``stance`` or ``influence`` None: that wasn't said then. The others are names.
    """

    id: str
    ref: str
    provider_id: str
    provider_ref: str
    provider: str
    account_id: str | None
    account: str | None
    product_id: str | None
    product: str | None
    stance: str | None
    influence: str | None
    noted_on: str
    evidence: str | None


@dataclass(frozen=True)
class Given:
    """Something of use that was given, on a day (ISO)."""

    id: str
    provider_id: str | None
    visit_id: str | None
    kind: str
    what: str
    given_on: str


@dataclass(frozen=True)
class Spot:
    """Somebody's place on the map of an account. Empty text and None both mean: not known.

    ``post`` is what they are there; ``contacts`` counts the real ones of the last 12 months;
    ``is_here``: they work there now, else they did within the last 12 months. ``differing`` are the
    stances on a product that are another than the one in general.
    """

    id: str
    ref: str
    name: str
    short_name: str
    title: str
    role: str
    tier: str | None
    state: str
    department: str
    post: str | None
    last_contact_on: str | None
    is_here: bool
    contacts: int = 0
    stance: Stance | None = None
    differing: tuple[Stance, ...] = ()

    @property
    def stands(self) -> str | None:
        """The stance in a word; None: nobody said."""
        return self.stance.stance if self.stance else None

    @property
    def influence(self) -> str | None:
        """The influence in a word; None: nobody said."""
        return self.stance.influence if self.stance else None


@dataclass(frozen=True)
class Thin:
    """One thing that is thin on a map: which, and whom it is about (ids).

    ``others`` are the ids of whom it leaves behind; ``was`` what somebody who left was to us.
    """

    kind: str
    people: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    was: tuple[str, ...] = ()


@dataclass(frozen=True)
class AccountMap:
    """The map of an account on a day: who is there, who is tied to whom, what is thin.

    ``threads`` are the ids of those seen in the last 12 months; ``names`` are id → name of
    everybody the relations speak of, ``gone`` the ids of those of them who have left; ``parts`` are the names of its parts, each with its people.
    """

    account: Account
    as_of: date
    short_ref: str
    spots: tuple[Spot, ...]
    relations: tuple[Relation, ...]
    names: Mapping[str, str]
    gone: tuple[str, ...]
    threads: tuple[str, ...]
    thin: tuple[Thin, ...]
    parts: tuple[tuple[str, int], ...] = ()

    @property
    def here(self) -> tuple[Spot, ...]:
        """Those who work there now."""
        return tuple(one for one in self.spots if one.is_here)


@dataclass(frozen=True)
class Move:
    """A stance that moved: what it was before, in the same place and on the same subject.

    ``was`` and ``had`` are stance and influence before; None: nobody had said.
    """

    now: Stance
    was: str | None
    had: str | None

    @property
    def is_first(self) -> bool:
        """Whether nothing moved: what is known now, nobody had said before."""
        return not (
            (self.was and self.now.stance and self.now.stance != self.was)
            or (self.had and self.now.influence and self.now.influence != self.had)
        )


@dataclass(frozen=True)
class PersonMap:
    """The map round one person on a day: what was noted of them, and the accounts they work at.

    ``stances`` are all of theirs, the newest first; ``others`` id → where the other one of a
    relation stands, ``gone`` the ids of those who have left.
    """

    provider: Provider
    as_of: date
    short_ref: str
    stances: tuple[Stance, ...]
    relations: tuple[Relation, ...]
    others: Mapping[str, Stance]
    gone: tuple[str, ...]
    given: tuple[Given, ...]
    accounts: tuple[AccountMap, ...]

    def near(self, one: AccountMap) -> tuple[Spot, ...]:
        """Return those of an account who stand next to this person: tied, or of the department."""
        tied = {who for pair in self.relations for who in (pair.provider_id, pair.other_id)}
        own = {spot.department for spot in one.here if spot.id == self.provider.id} - {""}
        return tuple(
            spot
            for spot in one.here
            if spot.id == self.provider.id or spot.id in tied or spot.department in own
        )


AnyMap: TypeAlias = "AccountMap | PersonMap"
