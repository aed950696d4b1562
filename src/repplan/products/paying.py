"""Which lines of coverage count at an account: its own, and those of the payers it names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from repplan.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from repplan.products.model import Coverage


def counting_at(lines: Iterable[Coverage], payers: Sequence[str]) -> list[Coverage]:
    """Return the lines that count where these payers pay: theirs, and an account's own lines.

    No payers: nobody said who pays, and every line counts.
    """
    if not payers:
        return list(lines)
    return [
        one
        for one in lines
        if one.account_id is not None or any(is_same_payer(one.payer, payer) for payer in payers)
    ]


def is_same_payer(one: str, other: str) -> bool:
    """Whether two names mean the same payer: all the words of one are in the other.

    >>> is_same_payer("Medicare", "Medicare Part D"), is_same_payer("国家医保", "国家医保目录")
    (True, True)
    >>> is_same_payer("BlueRiver", "国家医保")
    False
    """
    a, b = fold(one), fold(other)
    if not a.isascii() or not b.isascii():
        a, b = a.replace(" ", ""), b.replace(" ", "")
        return bool(a and b) and (a in b or b in a)
    words, others = (frozenset(re.findall(r"[a-z0-9]+", text)) for text in (a, b))
    return bool(words and others) and (words <= others or others <= words)
