"""Words as they would be typed after a command, in any shell."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import category

from repplan.text import width

if TYPE_CHECKING:
    from repplan.day import Person

_MOST_WIDE = 6
"""Characters of a script that writes no blanks: enough to be found by."""

_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼ`"))


def typed_word(text: str) -> str:
    """Return one telling word of a text, the last long one; empty where there is none.

    Letters, digits and hyphens within it alone: no shell takes them for anything else.
    """
    bare = text.translate(_APOSTROPHES)
    plain = "".join(char if char == "-" or category(char)[0] in "LMN" else " " for char in bare)
    words = [word.strip("-") for word in plain.split()]
    word = max(reversed(words), key=len, default="").lower()
    return word[:_MOST_WIDE] if width(word) > len(word) else word


def typed_name(one: Person) -> str:
    """Return what names a person on the screen: a word, their ref where an initial tells them apart."""
    given = one.given_name
    is_apart = bool(given) and one.short_name.endswith((f" {given}", f" {given[0]}"))
    return one.ref if is_apart else typed_word(one.short_name)
