"""Identity: UUIDv7 for every record, and a short ref that people type and say.

Source: RFC 9562, section 5.7 (UUIDv7, with the 12 bits of rand_a as a counter within one
millisecond, section 6.2, method 1).
"""

from __future__ import annotations

import os
import random
from functools import cache

ALPHABET = "23456789bcdfghjkmnpqrstvwxz"
"""No vowels (no ref spells a word), no 0 1 l (no ref is misread)."""

REF_LENGTH = 8
SHORTEST = 4

LETTERS = {
    "provider": "p",
    "account": "a",
    "affiliation": "w",
    "objective": "o",
    "visit": "v",
    "followup": "f",
    "note": "n",
    "product": "d",
    "message": "k",
    "objection": "x",
    "material": "m",
    "relation": "r",
    "stance": "t",
    "rollout": "u",
    "drill_card": "q",
    "safety_report": "e",
    "inquiry": "i",
    "consent": "c",
    "sample_lot": "l",
    "sample_movement": "s",
    "spend": "g",
    "time_off": "h",
    "batch": "b",
}
"""Table → the letter of its refs. A table that isn't here has no refs."""

TABLES = {letter: table for table, letter in LETTERS.items()}


class Ids:
    """A source of identities: random, or repeatable from a seed for tests and the demo."""

    def __init__(self, seed: str | None = None) -> None:
        """``seed`` None draws from the operating system."""
        self._seed = seed
        self._random: random.Random = random.SystemRandom() if seed is None else random.Random(seed)
        self._last = 0

    def follow(self, seq: int, at_ms: int) -> None:
        """Go on behind a store's ``seq``-th change, so that no command repeats another's draws.

        Without a seed nothing repeats anyway. With one, and a clock that stands still, this is also
        what makes a later command's records sort later.
        """
        if self._seed is not None:
            self._random.seed(f"{self._seed}:{seq}")
            self._last = max(self._last, (at_ms << 12) + seq)

    def uuid7(self, at_ms: int) -> str:
        """Return the next UUIDv7; later calls sort later. Units: milliseconds since 1970."""
        stamp = max(at_ms << 12, self._last + 1)
        self._last = stamp
        tail = self._random.getrandbits(62) | (0b10 << 62)
        text = f"{stamp >> 12:012x}7{stamp & 0xFFF:03x}{tail:016x}"
        return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"

    def uuid7s(self, at_ms: int, count: int) -> list[str]:
        """Return as many UUIDv7 as asked for, in order: one draw for all of them."""
        first = max(at_ms << 12, self._last + 1)
        self._last = first + count - 1
        tails = self._drawn(8, count)
        return [
            f"{stamp >> 28:08x}-{stamp >> 12 & 0xFFFF:04x}-7{stamp & 0xFFF:03x}"
            f"-{tail >> 48 & 0x3FFF | 0x8000:04x}-{tail & 0xFFFFFFFFFFFF:012x}"
            for stamp, tail in enumerate(tails, first)
        ]

    def ref(self, letter: str) -> str:
        """Return a fresh short ref, ``f-7k2m9xpq``. Uniqueness is the table's to check."""
        number = self._random.getrandbits(48)
        word = ""
        for _ in range(REF_LENGTH):
            number, digit = divmod(number, len(ALPHABET))
            word += ALPHABET[digit]
        return f"{letter}-{word}"

    def refs(self, letter: str, count: int) -> list[str]:
        """Return as many fresh refs as asked for; two of them may be the same."""
        pairs, found = _pairs(), []
        for number in self._drawn(6, count):
            rest, first = divmod(number, len(pairs))
            rest, second = divmod(rest, len(pairs))
            rest, third = divmod(rest, len(pairs))
            fourth = rest % len(pairs)
            found.append(f"{letter}-{pairs[first]}{pairs[second]}{pairs[third]}{pairs[fourth]}")
        return found

    def _drawn(self, size: int, count: int) -> list[int]:
        """Return ``count`` random numbers of ``size`` bytes, drawn at once."""
        drawn = self._random.getrandbits(8 * size * count).to_bytes(size * count, "big")
        return [int.from_bytes(drawn[at : at + size], "big") for at in range(0, len(drawn), size)]


def read_ids() -> Ids:
    """Return the process's source of identities; ``REPPLAN_SEED`` makes it repeatable."""
    return Ids(os.environ.get("REPPLAN_SEED"))


@cache
def _pairs() -> tuple[str, ...]:
    """Return every two characters of a ref: refs drawn by the hundred are put together of them."""
    return tuple(low + high for high in ALPHABET for low in ALPHABET)


@cache
def _alphabet() -> frozenset[str]:
    return frozenset(ALPHABET)


def ref_prefix(text: str) -> tuple[str | None, str] | None:
    """Return (letter or None, prefix) when the text can be a ref or the start of one, else None.

    >>> ref_prefix("f-7k2m")
    ('f', '7k2m')
    >>> ref_prefix("7k2m9xpq")
    (None, '7k2m9xpq')
    >>> ref_prefix("patel") is None
    True
    """
    text = text.strip().lower()
    letter, dash, rest = text.partition("-")
    if dash and len(letter) == 1:
        is_ref = letter in TABLES and SHORTEST <= len(rest) <= REF_LENGTH
        return (letter, rest) if is_ref and set(rest) <= _alphabet() else None
    is_bare = SHORTEST <= len(text) <= REF_LENGTH and set(text) <= _alphabet()
    return (None, text) if is_bare else None
