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
) -> Item:
    """Return the one match.

    Raises: NotFound (with the nearest names), ``several`` (no terminal), Declined (no choice).
    """
    if not matches:
        raise NotFound(said, nearest())
    if len(matches) == 1:
        return matches[0]
    names = tuple(name(match) for match in matches[:_SHOWN])
    if may_ask():
        return matches[choose(_("Which one?"), names)]
    raise several(said, names, len(matches))
