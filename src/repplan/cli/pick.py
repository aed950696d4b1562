"""One of several: take the only match, ask at a terminal, else fail with the list."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, ClassVar, TypeVar

from repplan.cli.ask import choose, confirm, may_ask
from repplan.cli.show import say
from repplan.errors import N_, Ambiguous, Declined, NotFound
from repplan.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Item = TypeVar("Item")

_SHOWN = 12


@dataclass(eq=False)
class Unsure(Ambiguous):
    """One alone fits, but by words of its text, and what follows can't be undone."""

    slug: ClassVar[str] = "unsure"
    message: ClassVar[str] = N_("“{said}” is too little for what can't be undone. Only this fits:")
    hint: ClassVar[str] = N_("If you mean it, use its ref.")


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


def be_sure(said: str, name: str) -> None:
    """Ask whether it is the one that was guessed: what follows can't be undone.

    Raises: Unsure (no terminal), Declined.
    """
    if not may_ask():
        raise Unsure(said, (name,), 1)
    say(f"  {name}")
    if not confirm(_("Is it this one? It can't be undone."), is_usual=None):
        raise Declined


def not_twice(told: str, question: str) -> None:
    """Remark on what looks like the same once more; at a terminal go on for a yes alone.

    Raises: Declined.
    """
    say(told)
    if may_ask() and not confirm(question):
        raise Declined
