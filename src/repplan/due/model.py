"""What the queue is made of, beside ``day``'s items: a part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.records import dataclass

if TYPE_CHECKING:
    from repplan.day import QueueItem


@dataclass(frozen=True)
class Part:
    """The best items of a group, in order, and how many it holds; ``is_capped``: at least so many."""

    items: tuple[QueueItem, ...]
    count: int
    is_capped: bool = False
