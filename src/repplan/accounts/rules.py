"""Decisions about accounts: what may stand above one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from repplan.errors import N_, Refused
from repplan.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repplan.accounts.model import Account


@dataclass(eq=False)
class AboveItself(Refused):
    """An account would become a part of itself."""

    slug: ClassVar[str] = "above-itself"
    message: ClassVar[str] = N_("{name} can't be a part of {parent}: {parent} is a part of it.")
    hint: ClassVar[str] = N_("Change the parent of {parent} first.")
    name: str
    parent: str


def check_parent(account: Account, line: Sequence[Account]) -> None:
    """Raise AboveItself where ``account`` is in the line of its new parent: that one, and above."""
    if line and account.id in {one.id for one in line}:
        raise AboveItself(account.name, line[0].name)
