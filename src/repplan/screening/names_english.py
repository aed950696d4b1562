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
_KIN = frozenset("wife husband daughter son carer mother father".split())
_THEY = frozenset("he she hes shes who whos been doing now currently stable".split())
_PRESCRIBING = frozenset("patients pts uses using prescribes likes puts people them sold keen starts".split())  # fmt: skip
_OWN = frozenset("patient pt patients case lady gentleman resident man woman".split())
_ABBREVIATED = frozenset(
    """hf ra pe cp iv ok tv uk us eu dm hx dx rx tx sx cv ct bb ua iud ibs ibd cad pad oa op od bd
    im sc po prn cc kg ml q qd pcp ent obs gyn pft lft ldl hdl inr ppi hfref hfpef ace arb ccb
    nsaid mri msl kol ceo cfo roi faq pdf pm am aka tbc tba eod eta fyi asap nb ps hq""".split()
)
_ONLY_COLLEAGUES = persons.COLLEAGUES - frozenset("sister resident with met meet fellow do".split())


def english_names(text: str, toks: Sequence[Token], drugs: frozenset[str]) -> list[tuple[int, int]]:
    """Return (start, end) of each patient's name, in tokens."""
    words = ["xdrugx" if one.word in drugs else one.word for one in toks]
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(words):
        end = _span(text, toks, words, at)
        if end == at:
            if _is_initials(text, toks, words, at, at + 1):
                found.append((at, at + 1))
            at += 1
            continue
        if _is_initials(text, toks, words, at, end):
            found.append((at, end))
            at = end
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
    if words[end - 1].endswith("s") and behind[:1] and behind[0] in _KIN:
        return not _is_office(before, behind)
    if _is_enrolled(before, behind) or _is_family(before, behind, title):
        return True
    is_sister = bool(title) and title[-1] in persons.COLLEAGUES
    is_using = bool({"on", "takes", "taking", "took"} & set(behind)) and bool(_TAKEN & set(behind))
    if (
        (is_sister and not is_using)
        or _is_office(before, behind)
        or (behind[:1] and behind[0] in persons.WORKS - {"from"})
    ):
        return False
    if behind[:1] == ["from"] and set(behind[1:5]) & persons.WORKS:
        return False
    if words[end - 1].endswith("s") and set(behind[:2]) & people.CHARTS:
        return True
    return _is_said(before, behind, title)


def _is_said(before: list[str], behind: list[str], title: list[str]) -> bool:
    """Whether a name's bearer is told to be ill, treated, or somebody's patient."""
    if _is_on_form(before, behind) or _is_using(behind):
        return True
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


def _is_initials(text: str, toks: Sequence[Token], words: list[str], at: int, end: int) -> bool:
    """Whether it is initials only, beside an age and an illness: ``D.K., 58, hypertensive``."""
    if end == at + 1:
        said = text[toks[at].start : toks[at].end]
        is_said = "initials" in words[max(0, at - 3) : at]
        if not (said.isupper() and len(said) in {2, 3} and (is_said or _is_new(words[at]))):
            return False
        if is_said:
            return True
    elif not all(len(word) == 1 for word in words[at:end]) or _size(words, at, end) < 2:
        return False
    begin, stop = _around(words, at, end)
    before, behind = words[begin:at], words[end:stop]
    while behind[:1] in (["."], [","]):
        behind = behind[1:]
    near = [*before[-6:], *behind[:9]]
    is_ill = bool(set(near) & people.WORDS) or "patient" in near or "pt" in near
    has_age = behind[:1] != [] and behind[0].isdigit() and 0 < int(behind[0]) < 111
    return is_ill and has_age and not _is_office(before, behind)


def _is_new(word: str) -> bool:
    return word not in people.NOT_NAMES and word not in _ABBREVIATED


def _is_enrolled(before: list[str], behind: list[str]) -> bool:
    """Whether a name's bearer is put into a programme for patients."""
    return bool(
        set(before[-3:]) & people.ENROLLED
        and set(behind[:7]) & people.PROGRAMMES
        and not set(before[-3:]) & persons.COLLEAGUES
        and not set(behind[:7]) & {"speaker", "trainer", "rep", "staff", "clinic", "training"}
    )


def _is_family(before: list[str], behind: list[str], title: list[str]) -> bool:
    """Whether it is whose daughter somebody is, or who a patient was: ``the patient was …``."""
    clinical = people.WORDS | people.CHARTS
    is_of = title[-1:] == ["of"] and bool(set(before[-4:]) & people.RELATIONS)
    is_who = bool(title) and title[-1] in {"was", "is"} and bool(_OWN & set(before))
    return (is_of and bool((set(before) | set(behind)) & clinical)) or (
        is_who and not _is_office(before, behind)
    )


def _is_on_form(before: list[str], behind: list[str]) -> bool:
    """Whether a name stands on a patient's form, or before a disease's code: ``, I10``."""
    if before[-1:] == [":"] and set(before[-4:]) & people.FORMS:
        return True
    for place, word in enumerate(behind[:5][:-1]):
        number = behind[place + 1].replace(".", "")
        is_code = len(word) == 1 and word.isalpha() and number.isdigit()
        if is_code and len(number) < 5 and len(behind[place + 1].partition(".")[0]) == 2:
            return True
        if word == "xdrugx" and behind[0] == "," and number.isdigit():
            return True
    return False


def _is_using(behind: list[str]) -> bool:
    """Whether somebody is on the product: ``, he is doing great on it``."""
    near = [word for word in behind if word not in _MARKS][:9]
    if set(near) & _PRESCRIBING:
        return False
    return (
        bool(near)
        and near[0] in _THEY
        and any(
            word in {"on", "takes", "taking", "started"} and near[place + 1] in _TAKEN
            for place, word in enumerate(near[:-1])
        )
    )


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
