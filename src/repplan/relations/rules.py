"""Decisions about relations and stances: what may not be, and what counts where."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from repplan.errors import N_, AlreadyThere, NotFound, Refused, UsageProblem
from repplan.records import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from repplan.providers.model import Provider
    from repplan.relations.model import Stance


@dataclass(eq=False)
class ReportsInALoop(Refused):
    """Somebody would report to themselves in the end. ``line``: from ``name`` up to ``name``.

    ``ref``: the relation of the line by which it comes back, the only one if there is one.
    """

    slug: ClassVar[str] = "reports-in-a-loop"
    message: ClassVar[str] = N_("{name} would report to themselves: {line}.")
    hint: ClassVar[str] = N_("End the one that is over: repplan relation retire {ref}")
    name: str
    line: str
    ref: str


@dataclass(eq=False)
class WithThemselves(Refused):
    """A relation of somebody to themselves."""

    slug: ClassVar[str] = "with-themselves"
    message: ClassVar[str] = N_("That is one person twice: {name}.")
    hint: ClassVar[str] = N_("A relation is between two people.")
    name: str


@dataclass(eq=False)
class HasLeft(Refused):
    """Somebody who has left stands nowhere any more."""

    slug: ClassVar[str] = "has-left"
    message: ClassVar[str] = N_("{name} has left.")
    hint: ClassVar[str] = N_("If they are back: repplan provider edit {ref} --state active")
    name: str
    ref: str


def refuse_left(one: Provider) -> None:
    """Raise HasLeft for somebody who has: nothing is given to them, and nothing begins there."""
    if one.state == "left":
        raise HasLeft(one.name, one.ref)


@dataclass(eq=False)
class NotThere(Refused):
    """A stance at an account where somebody doesn't work."""

    slug: ClassVar[str] = "not-there"
    message: ClassVar[str] = N_("{name} doesn't work at {account}.")
    hint: ClassVar[str] = N_('If they do: repplan provider edit {ref} --account "{account}"')
    name: str
    account: str
    ref: str


@dataclass(eq=False)
class EndsBeforeStart(Refused):
    """An end that lies before the beginning. Days are ISO text."""

    slug: ClassVar[str] = "ends-before-start"
    message: ClassVar[str] = N_("It can't end on {until}: it began on {since}.")
    hint: ClassVar[str] = N_("Change one of the days: --since, --until.")
    since: str
    until: str


@dataclass(eq=False)
class NotedAhead(UsageProblem):
    """A stance of a day to come."""

    slug: ClassVar[str] = "noted-ahead"
    message: ClassVar[str] = N_("{when} is still to come.")
    hint: ClassVar[str] = N_("A stance is noted when it was seen: today, or a day gone by.")
    when: str


@dataclass(eq=False)
class RelationThere(AlreadyThere):
    """The same relation is there, and lasts."""

    slug: ClassVar[str] = "relation-there"
    message: ClassVar[str] = N_("That relation is already here ({ref}): {name}.")
    hint: ClassVar[str] = N_("Change it with: repplan relation edit {ref}")


@dataclass(eq=False)
class GivenTwice(AlreadyThere):
    """The same material went to the same person on the same day."""

    slug: ClassVar[str] = "given-twice"
    message: ClassVar[str] = N_("{name} got {what} on {on} already: it is noted.")
    hint: ClassVar[str] = N_("Another day: --on DAY")
    what: str = ""
    on: str = ""


@dataclass(eq=False)
class NoSuchRelation(NotFound):
    """No relation answers to these words."""

    slug: ClassVar[str] = "no-such-relation"
    message: ClassVar[str] = N_("No relation fits “{said}”.")
    hint: ClassVar[str] = N_("See what there is: repplan relation list")


@dataclass(eq=False)
class NoSuchStance(NotFound):
    """No stance answers to these words."""

    slug: ClassVar[str] = "no-such-stance"
    message: ClassVar[str] = N_("No stance fits “{said}”.")
    hint: ClassVar[str] = N_("See what there is: repplan stance list WHO")


def loop(above: Mapping[str, Sequence[str]], who: str, whom: str) -> tuple[str, ...]:
    """Return the line from ``who`` over ``whom`` back to ``who``; empty if there would be none.

    ``above``: id → the ids of those whom somebody reports to now.

    >>> loop({"b": ["c"], "c": ["a"]}, "a", "b")
    ('a', 'b', 'c', 'a')
    >>> loop({"b": ["c"]}, "a", "b")
    ()
    """
    lines: list[tuple[str, ...]] = [(who, whom)]
    seen = {whom}
    while lines:
        line = lines.pop(0)
        if line[-1] == who:
            return line
        for one in above.get(line[-1], ()):
            if one == who or one not in seen:
                seen.add(one)
                lines.append((*line, one))
    return ()


def check_span(since: str | None, until: str | None) -> None:
    """Raise EndsBeforeStart where an end (exclusive) lies before the beginning."""
    if since and until and until < since:
        raise EndsBeforeStart(since, until)


def differing(
    stances: Sequence[Stance], now: Stance | None, *, account_id: str | None = None
) -> tuple[Stance, ...]:
    """Return where one person stands on products, by name, where that differs from ``now``, in general."""
    said = {one.product_id: one.product or "" for one in stances if one.product_id and one.stance}
    general = now.stance if now and not now.product_id else None
    found = []
    for product_id in sorted(said, key=lambda one: (said[one], one)):
        one = standing(stances, account_id=account_id, product_id=product_id)
        is_its = one is not None and one.product_id == product_id
        if one and is_its and one.stance != general:
            found.append(one)
    return tuple(found)


def standing(
    stances: Iterable[Stance],
    *,
    account_id: str | None = None,
    product_id: str | None = None,
) -> Stance | None:
    """Return where one person stands at an account on a product; None: nobody ever said.

    Of a product asked about, what was said on it comes before what was said in general, and what was
    said on another product doesn't count. Then what was said of this account or of everywhere
    comes before what was said of other places. Of what is left the newest counts. The influence is
    found the same way by itself, and may have been said with any product.
    """
    known = sorted(stances, key=lambda one: (one.noted_on, one.id), reverse=True)

    def place(one: Stance) -> int:
        return int(account_id is not None and one.account_id not in {None, account_id})

    def subject(one: Stance) -> int:
        return int(one.product_id != product_id)

    by_rank = sorted(known, key=lambda one: (subject(one), place(one)))
    said = [
        one
        for one in by_rank
        if one.stance and (product_id is None or one.product_id in {None, product_id})
    ]
    weight = [one for one in by_rank if one.influence]
    if not said and not weight:
        return None
    best = said[0] if said else weight[0]
    return replace(
        best,
        stance=said[0].stance if said else None,
        influence=weight[0].influence if weight else None,
    )
