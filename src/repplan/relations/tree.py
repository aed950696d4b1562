"""Who stands under whom on the map of an account, and who is shown where there are many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.records import dataclass
from repplan.relations.model import DECIDES, INFLUENCES, REPORTS, STANCES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from repplan.relations.model import Relation, Spot

FEW = 30
"""People whom a map shows without asking who of them matters."""

_MOST = 30


@dataclass(frozen=True)
class Branch:
    """A department with those of its people who are shown, each with their depth, in order.

    ``count`` are all who work there; the name is empty for those of no department.
    """

    name: str
    count: int
    people: tuple[tuple[int, Spot], ...]


def rank(spot: Spot) -> tuple[object, ...]:
    """Return what people are ordered by: influence, tier, stance, name."""
    influence, stands = spot.influence, spot.stands
    return (
        INFLUENCES.index(influence) if influence else len(INFLUENCES),
        spot.tier or "Z",
        STANCES.index(stands) if stands else len(STANCES),
        spot.last_contact_on is None,
        spot.name,
        spot.id,
    )


def chosen(spots: Sequence[Spot], relations: Iterable[Relation], *, is_full: bool) -> list[Spot]:
    """Return whom a map shows: all of a few, else those of whom something is known, best first."""
    here = [one for one in spots if one.is_here]
    if is_full or len(here) <= FEW:
        return here
    weights = _weights(here, list(relations))
    known = [one for one in here if weights[one.id]]
    known.sort(key=lambda one: (-weights[one.id], rank(one)))
    return known[:_MOST]


def _weights(spots: Iterable[Spot], relations: Sequence[Relation]) -> dict[str, int]:
    """Return id → how much is known of somebody that a map is for; 0: nothing."""
    leading = {one.other_id for one in relations if one.kind == REPORTS}
    tied = {one for pair in relations for one in (pair.provider_id, pair.other_id)}
    return {
        one.id: (
            4 * (one.influence == DECIDES)
            + 3 * (one.id in leading)
            + 2 * bool(one.influence)
            + 2 * bool(one.stands)
            + (one.id in tied)
            + bool(one.contacts)
            + (one.tier == "A")
        )
        for one in spots
    }


def tree(
    departments: Sequence[str],
    spots: Sequence[Spot],
    shown: Iterable[Spot],
    relations: Iterable[Relation],
) -> list[Branch]:
    """Return the departments in the account's order, and in each who reports to whom.

    Departments that the account doesn't list follow by name, those of none last.
    """
    here = [one for one in spots if one.is_here]
    names = {one.department for one in here}
    listed = [name for name in dict.fromkeys(departments) if name in names]
    rest = sorted(names - {*listed, ""})
    kept = {one.id for one in shown}
    above = boss_of(relations)
    branches = []
    for name in [*listed, *rest, *([""] if "" in names else [])]:
        members = [one for one in here if one.department == name]
        people = tuple(_under(sorted((m for m in members if m.id in kept), key=rank), above))
        branches.append(Branch(name, len(members), people))
    return branches


def boss_of(relations: Iterable[Relation]) -> dict[str, list[str]]:
    """Return id → the ids of those whom somebody reports to."""
    above: dict[str, list[str]] = {}
    for one in relations:
        if one.kind == REPORTS:
            above.setdefault(one.provider_id, []).append(one.other_id)
    return above


def parent_of(spot_id: str, among: Collection[str], above: dict[str, list[str]]) -> str | None:
    """Return under whom somebody stands among these people; None: under nobody."""
    return next((one for one in above.get(spot_id, ()) if one in among), None)


def _under(people: Sequence[Spot], above: dict[str, list[str]]) -> list[tuple[int, Spot]]:
    """Return the people with their depths, each behind the one they report to."""
    by_id = {one.id: one for one in people}
    below: dict[str | None, list[Spot]] = {}
    for one in people:
        below.setdefault(parent_of(one.id, by_id, above), []).append(one)
    placed: dict[str, tuple[int, Spot]] = {}
    waiting = [(0, one) for one in reversed(below.get(None, []))]
    while waiting:
        depth, one = waiting.pop()
        if one.id not in placed:
            placed[one.id] = (depth, one)
            waiting += [(depth + 1, child) for child in reversed(below.get(one.id, []))]
    # A loop that came by an import: nobody of it is lost.
    return [*placed.values(), *((0, one) for one in people if one.id not in placed)]
