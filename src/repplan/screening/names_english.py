"""Where English text tells a patient's name: any name beside an age, an illness, a use, a bed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.screening import people_english as people
from repplan.screening import persons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repplan.screening.phrases import Token

_AGES = frozenset("y yo yr yrs year years yearold aged age yro f m".split())
_NOT_AGES = frozenset(
    """mg mcg ml units % percent patients pts boxes packs minutes min hours days weeks months km miles beds am pm
    scripts visits doctors people slides pages tablets samples pens kg usd eur gbp th st nd rd pm doses times
    count hrs mins stores offices""".split()
)
_SKIPPED = frozenset(", ( is aged age f m female male - : a now / was just turned who whos".split())
_ENDS = frozenset(";!?\n")
_MARKS = frozenset(",.:()/")
_OF = frozenset("of for on about from re".split())
_TITLES = frozenset("mr mrs ms miss mx".split())
_TAKEN = frozenset("tablets pills xdrugx meds medication insulin dialysis chemo mg".split())
_ONLY_COLLEAGUES = persons.COLLEAGUES - frozenset("sister resident with met meet fellow do".split())


def english_names(text: str, toks: Sequence[Token], drugs: frozenset[str]) -> list[tuple[int, int]]:
    """Return (start, end) of each patient's name, in tokens."""
    words = ["xdrugx" if one.word in drugs else one.word for one in toks]
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(words):
        end = _span(text, toks, words, at)
        if end == at:
            at += 1
            continue
        is_titled = bool(_TITLES.intersection(words[max(0, at - 2) : at]))
        if (is_titled or _size(words, at, end) > 1) and _is_patients(words, at, end):
            found.append((at, end))
        at = end
    return found


def _span(text: str, toks: Sequence[Token], words: list[str], at: int) -> int:
    """Return where capitalised words end that may be a name and begin here; ``at``: none."""
    end = at
    while end < len(words) and end - at < 5:
        word = words[end]
        is_dot = word == "." and end > at and len(words[end - 1]) == 1
        if not is_dot and not _is_part(text, toks[end], word):
            break
        if end > at and "\n" in text[toks[end - 1].end : toks[end].start]:
            break
        end += 1
    while end > at and words[end - 1] == "." and end - at > 2:
        end -= 1
    return end


def _is_part(text: str, token: Token, word: str) -> bool:
    if not word[0].isalpha() or word in people.NOT_NAMES or word == "xdrugx":
        return False
    said = text[token.start : token.end]
    if len(word) == 1:
        return said.isupper() and text[token.end : token.end + 1] in {".", " "} and word != "i"
    return said[0].isupper() and (not said.isupper() or len(said) > 3)


def _size(words: list[str], at: int, end: int) -> int:
    return sum(1 for word in words[at:end] if word != ".")


def _is_patients(words: list[str], at: int, end: int) -> bool:
    """Whether the name that stands here is a patient's, by what stands around it."""
    if all(len(word) == 1 for word in words[at:end]):
        return False
    begin, stop = _around(words, at, end)
    before, behind = words[begin:at], words[end:stop]
    title = [word for word in before[-3:] if word not in _MARKS]
    if title and title[-1] in _ONLY_COLLEAGUES:
        return False
    has_age = _has_age(before, behind)
    if has_age and not _is_office(before, behind):
        return True
    if behind[:1] and behind[0] in people.PLACES:
        return False
    is_sister = bool(title) and title[-1] in persons.COLLEAGUES
    is_using = bool({"on", "takes", "taking", "took"} & set(behind)) and bool(_TAKEN & set(behind))
    if (
        (is_sister and not is_using)
        or _is_office(before, behind)
        or (behind[:1] and behind[0] in persons.WORKS - {"from"})
    ):
        return False
    if words[end - 1].endswith("s") and set(behind[:2]) & people.CHARTS:
        return True
    return _is_said(before, behind, title)


def _is_said(before: list[str], behind: list[str], title: list[str]) -> bool:
    """Whether a name's bearer is told to be ill, treated, or somebody's patient."""
    has_clinical = bool(set(behind[:12]) & people.WORDS)
    near = [word for word in behind if word not in _MARKS][:2]
    is_told = bool(near) and (near[0] in people.STATES or near[0] in people.WORDS)
    if has_clinical and is_told and not {"patients", "pts", "clinics"} & set(behind[:8]):
        return True
    is_charted = bool(title) and title[-1] in _OF and bool(set(before[-4:]) & people.CHARTS)
    is_charted = is_charted or bool(
        {"chart", "record", "patient", "pt", "bed", "script", "letter"} & set(before[-3:])
    )
    if is_charted:
        return True
    if any(
        word in {"her", "his"} and behind[place + 1] in people.WORDS
        for place, word in enumerate(behind[:5][:-1])
    ):
        return True
    is_related = bool(set(before[-6:]) & people.RELATIONS) or bool(
        set(title[-1:]) & {"mr", "mrs", "ms", "miss"}
    )
    has_any = (
        has_clinical or bool(set(before) & people.WORDS) or bool({"bed", "patient"} & set(behind))
    )
    return is_related and has_any


def _around(words: list[str], at: int, end: int) -> tuple[int, int]:
    begin = at
    while begin > 0 and words[begin - 1] not in _ENDS and at - begin < 12:
        begin -= 1
    stop = end
    while stop < len(words) and words[stop] not in _ENDS and stop - end < 16:
        stop += 1
    return begin, stop


def _is_office(before: list[str], behind: list[str]) -> bool:
    return bool(set(behind[:7]) & people.COMPANY) or bool(set(before[-3:]) & people.COMPANY)


def _has_age(before: list[str], behind: list[str]) -> bool:
    """Whether an age stands right behind a name or before it: ``, 67,`` ``(67)`` ``67yo``."""
    if behind[:1] == ["("] and ")" in behind[:9]:
        held = behind[1 : behind.index(")")]
        behind = held[-1:] if held[-1:] and held[-1].isdigit() and len(held[-1]) == 2 else behind
        if len(behind) == 1:
            return True
    for place, word in enumerate(behind[:6]):
        if word.isdigit():
            after = behind[place + 1 : place + 2]
            is_unit = bool(after) and after[0] in _NOT_AGES
            is_age = 0 < int(word) < 111 and len(word) < 4 and not is_unit
            is_date = behind[place + 1 : place + 2] == ["/"] and (
                behind[place + 2 : place + 3] and behind[place + 2].isdigit()
            )
            return (
                (is_age and place > 0)
                or bool(is_date)
                or (is_age and bool(after) and after[0] in _AGES)
            )
        if word not in _SKIPPED:
            break
    near = [word for word in before[-6:] if word != "-"]
    return any(
        word.isdigit() and 0 < int(word) < 111 and near[place + 1] in _AGES
        for place, word in enumerate(near[:-1])
    )
