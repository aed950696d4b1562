"""What the queue is made of, beside ``day``'s items: a part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from repplan.day import QueueItem


LATE_ALONE = 8
"""So many late promises have a line each on the one screen; those beyond share one a person."""

EXPIRED = "expired"
"""The kind of an item: what is said of a product, whose approval ran out."""

LEFT = "left"
"""The kind of the one item for what was promised to people who have left."""


@dataclass(frozen=True)
class Part:
    """The best items of a group, in order, and how many it holds.

    ``is_capped``: it wasn't counted to its end, there are more.
    """

    items: tuple[QueueItem, ...]
    count: int
    is_capped: bool = False

    def __add__(self, other: Part) -> Part:
        """Return both as one part."""
        return Part(
            self.items + other.items, self.count + other.count, self.is_capped or other.is_capped
        )


def whole(items: Iterable[QueueItem]) -> Part:
    """Return a part that holds these items and no more."""
    found = tuple(items)
    return Part(found, len(found))
