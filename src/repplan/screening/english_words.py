"""What single English words tell of, also misspelled."""

from __future__ import annotations

from functools import cache

from repplan.screening import context_english as context
from repplan.screening import lexicon_english as lexicon
from repplan.screening import safety_english as words_of
from repplan.screening.safety_english import SYMPTOM

_ILLS = ("itis", "emia", "aemia", "algia", "penia", "osis", "opathy", "plegia", "rrhoea", "rrhea")


@cache
def _single() -> tuple[dict[str, str], dict[str, list[tuple[str, str]]], frozenset[str]]:
    """Return word → kind, first letter → (stem, kind), and the words that are none."""
    whole = {word: kind for kind, said in words_of.WORDS.items() for word in said.split()}
    whole |= dict.fromkeys(words_of.SLIPS.split(), SYMPTOM)
    whole |= dict.fromkeys(lexicon.SURE.split(), SYMPTOM)
    stems: dict[str, list[tuple[str, str]]] = {}
    for kind, said in words_of.STEMS.items():
        for stem in said.split():
            stems.setdefault(stem[0], []).append((stem, kind))
    return whole, stems, frozenset(words_of.NOT_STEMS.split())


@cache
def weak() -> frozenset[str]:
    """Return the words that tell of an event only beside a person or a use."""
    return frozenset(words_of.WEAK.split() + lexicon.LIKELY.split())


def kind_of(word: str) -> str:
    """Return the kind of event that a word tells of by itself, also misspelled; empty: of none."""
    if len(word) < 2 or not word[0].isalpha():
        return ""
    whole, stems, harmless = _single()
    if word in whole:
        return whole[word]
    if word in harmless:
        return ""
    bucket = stems.get(word[0], ())
    for stem, kind in bucket:
        if word.startswith(stem):
            return kind
    if len(word) > 6 and word not in context.ABOUT and word not in weak():
        for stem, kind in bucket:
            if len(stem) > 5 and is_near(word, stem):
                return kind
    return ""


def is_ill(word: str) -> bool:
    """Whether a word is an illness's by its ending."""
    return len(word) > 6 and word.endswith(_ILLS)


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
