"""What is thin on the map of an account, and which stances moved: pure, of what was gathered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.errors import N_
from repplan.relations.model import (
    BLOCKER,
    CHAMPION,
    DECIDES,
    REPORTS,
    SKEPTIC,
    SUPPORTER,
    Move,
    Thin,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from repplan.relations.model import Relation, Spot, Stance

NO_THREAD, ONE_THREAD = "no-thread", "one-thread"
NO_CHAMPION, NOBODY_DECIDES = "no-champion", "nobody-decides"
NEVER_SEEN, UNANSWERED, LEFT = "never-seen", "unanswered", "left"
MESSAGES = {
    NO_THREAD: N_("nobody here was seen in 12 months"),
    ONE_THREAD: N_("one thread: only {names} was seen in 12 months"),
    NO_CHAMPION: N_("no champion"),
    NOBODY_DECIDES: N_("who decides isn't known"),
    NEVER_SEEN: N_("decides, and never seen: {names}"),
    # L10n: each name has "since …" behind it.
    UNANSWERED: N_("doubts that nobody has answered: {names}"),
    LEFT: N_("{names} has left: {was}"),
}
"""Kind of what is thin → what a person is told."""


def threads(spots: Sequence[Spot], since: str) -> tuple[str, ...]:
    """Return the ids of those who are here and had a real contact since a day."""
    return tuple(one.id for one in spots if one.is_here and (one.last_contact_on or "") >= since)


def thin(
    spots: Sequence[Spot],
    relations: Sequence[Relation],
    seen: Sequence[str],
    answered_on: Mapping[str, str],
    gone: Collection[str],
) -> tuple[Thin, ...]:
    """Return what is thin, in the order in which one would mend it.

    ``answered_on``: id → the last day on which an objection of theirs was answered; ``gone``: ids
    of those who have left, wherever they were. An account where nobody is known is thin all over:
    nothing is said of it.
    """
    here = [one for one in spots if one.is_here]
    if not here:
        return _left(spots, relations, gone)
    found = list(_left(spots, relations, gone))
    found += [
        Thin(NEVER_SEEN, (one.id,))
        for one in here
        if one.influence == DECIDES and not one.last_contact_on
    ]
    found += [
        Thin(UNANSWERED, (one.id,))
        for one in here
        if one.stance
        and one.stands in {SKEPTIC, BLOCKER}
        and answered_on.get(one.id, "") < one.stance.noted_on
    ]
    if not seen:
        found.append(Thin(NO_THREAD))
    elif len(seen) == 1 and len(here) > 1:
        found.append(Thin(ONE_THREAD, (seen[0],)))
    if all(one.stands != CHAMPION for one in here):
        found.append(Thin(NO_CHAMPION))
    if all(one.influence != DECIDES for one in here):
        found.append(Thin(NOBODY_DECIDES))
    return tuple(found)


def _left(
    spots: Sequence[Spot], relations: Sequence[Relation], gone: Collection[str]
) -> tuple[Thin, ...]:
    """Return those who left and whom somebody still counts on: by a report, a stance, a say."""
    here = {one.id for one in spots if one.is_here}
    was = {one.id: one for one in spots if not one.is_here}
    found = []
    for who in dict.fromkeys([*was, *gone]):
        below = tuple(
            one.provider_id
            for one in relations
            if one.kind == REPORTS and one.other_id == who and one.provider_id in here
        )
        spot = was.get(who)
        roles = (spot.stands, spot.influence) if spot else ()
        mattered = tuple(role for role in roles if role in {CHAMPION, SUPPORTER, DECIDES})
        if below or mattered:
            found.append(Thin(LEFT, (who,), below, mattered))
    return tuple(found)


def moves(history: Sequence[Stance], since: str) -> list[Move]:
    """Return the stances that differ from what was said before of the same, the newest first.

    ``history``: every stance of the people asked about. What was said first of an account or a
    product is compared with what was said of them in general.
    """
    known = sorted(history, key=lambda one: (one.noted_on, one.id))
    found = []
    for at, now in enumerate(known):
        if now.noted_on < since:
            continue
        was = _before(known[:at], now, "stance")
        had = _before(known[:at], now, "influence")
        if (now.stance and now.stance != was) or (now.influence and now.influence != had):
            found.append(Move(now, was, had))
    return found[::-1]


def _before(known: Sequence[Stance], now: Stance, what: str) -> str | None:
    """Return what was said last before, of the same account and product, else more generally."""
    earlier = [one for one in known if one.provider_id == now.provider_id and getattr(one, what)]
    for account_id, product_id in dict.fromkeys(
        (
            (now.account_id, now.product_id),
            (None, now.product_id),
            (now.account_id, None),
            (None, None),
        )
    ):
        for one in reversed(earlier):
            if (one.account_id, one.product_id) == (account_id, product_id):
                value: str = getattr(one, what)
                return value
    return None
