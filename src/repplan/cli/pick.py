"""One of several: take the only match, ask at a terminal, else fail with the list."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, ClassVar, TypeVar

from repplan.cli.ask import choose, confirm, may_ask
from repplan.cli.show import say
from repplan.errors import N_, Ambiguous, Declined, NotFound, SeveralMatch
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


def pick_called(
    said: str,
    called: tuple[Sequence[Item], bool],
    name: Callable[[Item], str],
    *,
    nearest: Callable[[], tuple[str, ...]],
    missing: type[NotFound],
    check: Callable[[Item], None] | None = None,
) -> Item:
    """Return the one meant of those that answer to words, and whether that is sure.

    ``check`` is given where what follows can't be undone: it must pass, and a guess is confirmed.
    Raises: ``missing``, SeveralMatch, Unsure, Declined, what ``check`` raises.
    """
    found, is_sure = called
    one = pick(said, found, name, nearest=nearest, several=SeveralMatch, missing=missing)
    if check:
        check(one)
        if not is_sure and len(found) == 1:
            be_sure(said, name(one))
    return one


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
