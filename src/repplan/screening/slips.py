"""Whether a word is another one with a usual slip: a letter more, less, other, or two swapped."""

from __future__ import annotations


def is_near(word: str, stem: str) -> bool:
    """Whether a word begins as a stem does but for one slip behind its first letter.

    >>> is_near("diziness", "dizzine"), is_near("nasuea", "nausea"), is_near("vomitted", "vomit")
    (True, True, False)
    """
    at = 0
    size = len(stem)
    while at < size and at < len(word) and word[at] == stem[at]:
        at += 1
    if at < 2 or at == size or at >= len(word):
        return False
    left = stem[at:]
    rest = word[at:]
    return (
        (
            rest.startswith(left[1:])  # one is missing
            and len(left) > 1
        )
        or rest[1:].startswith(left)  # one too many
        or (len(left) > 1 and rest[1:].startswith(left[1:]))  # another one
        or (len(left) > 1 and rest.startswith(left[1] + left[0]) and rest[2:].startswith(left[2:]))
    )
