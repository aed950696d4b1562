"""Decisions about drills: what is asked now, and in which order."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, ClassVar

from repplan.drills.model import KINDS
from repplan.errors import N_, UsageProblem
from repplan.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repplan.drills.model import Asked


@dataclass(eq=False)
class OneOnly(UsageProblem):
    """Two of the ways to narrow a drill were asked for at once."""

    slug: ClassVar[str] = "one-only"
    message: ClassVar[str] = N_("A drill is about one thing.")
    hint: ClassVar[str] = N_("Use one of: --product, --account, --role-play.")


def to_practise(cards: Sequence[Asked], now: str, most_new: int) -> list[Asked]:
    """Return what is asked now, in order: what is due, the longest due first, then new ones.

    Of what was never practised at most ``most_new`` come, a kind after the other in turn, each in
    the order given. ``now`` is an instant.
    """
    known = [(one.card, one) for one in cards if one.card]
    due = [(card.due_at, *one.key, one) for card, one in known if card.due_at <= now]
    new = [[one for one in cards if one.kind == kind and not one.card] for kind in KINDS]
    in_turn = [one for row in zip_longest(*new) for one in row if one]
    return [one for *_rank, one in sorted(due, key=lambda row: row[:3])] + in_turn[:most_new]


def next_due(cards: Sequence[Asked], now: str) -> str | None:
    """Return the instant at which the next card comes that isn't due yet; None: none is known."""
    later = (one.card.due_at for one in cards if one.card and one.card.due_at > now)
    return min(later, default=None)
