"""One of several: take the only match, ask at a terminal, else fail with the list."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, TypeVar

from repplan.cli.ask import choose, may_ask
from repplan.errors import Ambiguous, NotFound

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Item = TypeVar("Item")

_SHOWN = 12


def pick(
    said: str,
    matches: Sequence[Item],
    name: Callable[[Item], str],
    *,
    nearest: Callable[[], tuple[str, ...]] = tuple,
    several: type[Ambiguous] = Ambiguous,
    missing: type[NotFound] = NotFound,
) -> Item:
    """Return the one match.

    Raises: ``missing`` (with the nearest names), ``several`` (no terminal), Declined (no choice).
    """
    if not matches:
        raise missing(said, nearest())
    if len(matches) == 1:
        return matches[0]
    names = tuple(name(match) for match in matches[:_SHOWN])
    if may_ask():
        return matches[choose(_("Which one? Enter leaves it:"), names, may_leave=True)]
    raise several(said, names, len(matches))
