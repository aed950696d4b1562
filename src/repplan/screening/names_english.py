"""Where English text tells a patient's name: any name beside an age, an illness, a use, a bed."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from repplan.screening import around_english as around
from repplan.screening import people_english as people
from repplan.screening import persons
from repplan.screening.around_english import has_age, is_colleague, is_office, is_patients, sides

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repplan.screening.phrases import Token

_TOLD = frozenset("is was has had got hes shes on takes in needs who whos".split())
_TITLES = frozenset(
    "mr mrs ms miss mx father rev reverend pastor deacon captain capt sgt col coach judge bishop senator sheriff mayor councillor".split()
)
_OWNED = frozenset(
    "cardiologist doctor doc gp nephrologist specialist plan insurance insurer".split()
)
"""Whom and what a patient has, and a colleague doesn't: ``Miriam Adler's cardiologist``."""
_SERVED = people.MEDS | frozenset("pa auth preauth chart labs ecg scan denial".split())
_CALLS = frozenset("called rang phoned asked wants wanted came emailed texted".split())
_JOINED = frozenset(", and & +".split())
_FOLK = frozenset(
    "lady gentleman guy boy girl woman man fella bloke couple family twins kid".split()
)
_USES = frozenset("on takes taking uses started likes".split())
_THEIR = frozenset("her his my their our".split())
_BOTH = frozenset("both hes shes theyre he she".split())
_AFTER_COMMA = people.ILLS | frozenset("takes had has on".split())
_LISTED = frozenset("start starts started starting switched switching list names".split())
_ABBREVIATED = frozenset(
    """hf ra pe cp iv ok tv uk us eu dm hx dx rx tx sx cv ct bb ua iud ibs ibd cad pad oa op od bd
    im sc po prn cc kg ml q qd pcp ent obs gyn pft lft ldl hdl inr ppi hfref hfpef ace arb ccb
    nsaid mri msl kol ceo cfo roi faq pdf pm am aka tbc tba eod eta fyi asap nb ps hq""".split()
)


def english_names(text: str, toks: Sequence[Token], drugs: frozenset[str]) -> list[tuple[int, int]]:
    """Return (start, end) of each patient's name, in tokens."""
    words = ["xdrugx" if one.word in drugs else one.word for one in toks]
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(words):
        end = _span(text, toks, words, at)
        stop = end if end == at else _turned_end(text, toks, words, end)
        if end == at or _is_initials(text, toks, words, at, end):
            if end > at or _is_initials(text, toks, words, at, at + 1):
                found.append((at, max(end, at + 1)))
        elif stop > end and _is_turned(words, at, stop):
            found.append((at, stop))
            end = stop
        elif _is_patient(text, toks, words, at, end) or _is_next(words, at, end, found):
            found.append((at, end))
        at = max(end, at + 1)
    return found


def _is_patient(text: str, toks: Sequence[Token], words: list[str], at: int, end: int) -> bool:
    """Whether it is a patient's name: two words or more, a titled one, or one that needs more."""
    is_titled = bool(_TITLES.intersection(words[max(0, at - 2) : at]))
    if not is_titled and _size(words, at, end) < 2:
        return _is_surnamed(words, at, end) or _is_single(words, at, end)
    is_own = text[: toks[end - 1].end].endswith(("'s", "\u2019s"))
    if _is_surnamed(words, at, end):
        return True
    return (
        (is_own and _is_owner(words, at, end))
        or is_patients(words, at, end)
        or (is_titled and (_is_caller(words, at, end) or _is_served(words, at, end)))
        or _is_written(text, toks, words, at)
    )


def _is_surnamed(words: list[str], at: int, end: int) -> bool:
    """Whether a patient's surname is told as such: ``surname Achterberg, htn``."""
    before, behind = sides(words, at, end)
    near = [word for word in before[-4:] if word not in {":", "is", "was"}]
    is_said = near[-1:] == ["surname"] or (
        near[-1:] == ["name"] and bool({"last", "first", "family", "full"} & set(near))
    )
    all_near = {*before, *behind}
    return is_said and bool((people.ILLS | people.FORMS | people.WORDS | around.OWN) & all_near)


def _is_owner(words: list[str], at: int, end: int) -> bool:
    """Whether whoever is named has a doctor, a plan, a kin that asks: ``Ada Poe's cardiologist``."""
    before, behind = sides(words, at, end)
    return bool(behind) and behind[0] in _OWNED and not is_colleague(before)


def _is_caller(words: list[str], at: int, end: int) -> bool:
    """Whether a Mrs or Mr calls about what only a patient takes or has."""
    before, behind = sides(words, at, end)
    return (
        bool(behind)
        and behind[0] in _CALLS
        and bool(people.CHARTS & set(behind[1:12]))
        and not people.ACADEMIC & set(behind)
        and not is_office(before, behind)
    )


def _is_served(words: list[str], at: int, end: int) -> bool:
    """Whether a prescription or its approval is a Mrs or Mr's: ``a new PA for Mr. Bhatt``."""
    before, behind = sides(words, at, end)
    is_for = bool({"for", "of"} & set(before[-4:-1]))
    return is_for and bool(_SERVED & set(before[-6:])) and not is_office(before, behind)


def _is_written(text: str, toks: Sequence[Token], words: list[str], at: int) -> bool:
    """Whether a list of those who are on a product, or start, begins with a name."""
    if not at:
        return False
    between = text[toks[at - 1].end : toks[at].start].strip(" '\"")
    if words[at - 1] != ":" and not between.endswith("-"):
        return False
    before, behind = sides(words, at, at)
    near = before[-9:]
    is_on = any(one == "on" and two == "xdrugx" for one, two in pairwise(near))
    return (is_on or bool(_LISTED & set(near))) and not is_office(before[-4:], behind[:8])


def _is_next(words: list[str], at: int, end: int, found: list[tuple[int, int]]) -> bool:
    """Whether a name follows a patient's in a list: ``Bob Eklund, Tess Moran``."""
    if not found or _size(words, at, end) < 2:
        return False
    between = words[found[-1][1] : at]
    return (
        0 < len(between) < 3
        and all(word in _JOINED for word in between)
        and not is_office([], words[end : end + 6])
    )


def _is_single(words: list[str], at: int, end: int) -> bool:
    """Whether one word is a patient's name: of whom an age, an illness or a household is told."""
    before, behind = sides(words, at, end)
    near = [word for word in behind if word not in around.MARKS]
    is_kin = bool(before) and before[-1] in people.RELATIONS
    if (
        not near
        or is_office([] if is_kin else before, behind)
        or people.ACADEMIC & set(behind)
        or is_colleague(before)
    ):
        return False
    is_using = any(one in _USES and two == "xdrugx" for one, two in pairwise(near[:6]))
    word, is_ill = words[at], is_using or bool(people.ILLS & set(behind[:11]))
    if before[-1:] == ["the"] and near[0] in _FOLK:
        return is_ill
    if before[-1:] == ["the"] and word.endswith("s"):
        return bool(_BOTH & set(behind[:10])) and is_ill
    if before[-1:] == [","] and around.PATIENT & set(before[-8:]):
        return bool(people.WORDS & set(behind[:9])) or has_age(before, behind)
    if behind[0] == "," and behind[1:2] and behind[1] in _THEIR and behind[2] in people.RELATIONS:
        return is_ill or has_age(before, behind)
    if before[-1:] and before[-1] in around.PATIENT and near[0] in _CALLS | _TOLD:
        return word not in persons.PROGRAMME
    title = [one for one in before[-3:] if one not in around.MARKS]
    is_aged = has_age(before, behind)
    if title and title[-1] in people.RELATIONS | around.PATIENT:
        return is_aged or is_ill or bool(people.WORDS & set(behind[:6]))
    is_sexed = any(one in around.AGES for one in behind[1:4]) or behind[0] == "("
    if is_aged and behind[0] == "," and people.ILLS & set(behind[2:5]):
        return True
    if is_aged and is_sexed and behind[0] != ",":
        return is_ill or bool({"pts", "patients"} & set(before))
    if word not in persons.GIVEN or (before and before[-1] in persons.TITLES):
        return False
    if is_aged and is_ill:
        return True
    is_told = near[0] in _TOLD or (behind[0] == "," and bool(_TOLD & set(behind[2:9])))
    is_told = is_told or (
        near[0] in {"from", "down", "at"} and bool(_AFTER_COMMA & _behind_commas(behind))
    )
    return is_told and is_ill and not around.WORKING & set(behind[1:3])


def _behind_commas(behind: list[str]) -> set[str]:
    return {after for word, after in pairwise(behind) if word == ","}


def _turned_end(text: str, toks: Sequence[Token], words: list[str], end: int) -> int:
    """Return where a given name ends that follows a family name and a comma; ``end``: none does."""
    if words[end : end + 1] != [","]:
        return end
    stop = _span(text, toks, words, end + 1)
    is_office_held = bool(people.COMPANY & set(words[end + 1 : stop]))
    return stop if end + 1 < stop < end + 4 and not is_office_held else end


def _is_turned(words: list[str], at: int, stop: int) -> bool:
    """Whether a patient stands as on a form, family name first: ``Hobart, Leon, 66M``."""
    before, behind = sides(words, at, stop)
    if is_office(before, behind) or is_colleague(before):
        return False
    is_given = any(word in persons.GIVEN for word in words[at:stop])
    is_form = bool((people.FORMS | people.CHARTS | around.OWN) & set(before[-6:]))
    is_ill = bool(people.ILLS & set(behind[:8])) or has_age(before, behind) or "dob" in behind[:3]
    is_given = is_given or len(words[stop - 1].strip(".")) < 2
    return (is_given and is_ill) or (is_form and (is_given or is_ill or "xdrugx" in behind[:2]))


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
    if not word[0].isalpha():
        return False
    said = text[token.start : token.end]
    if len(word) == 1:
        behind = text[token.end : token.end + 1]
        return said.isupper() and (behind == "." or (behind == " " and word not in {"i", "a"}))
    if word in people.NOT_NAMES or word == "xdrugx":
        return False
    return said[0].isupper() and (not said.isupper() or len(said) > 3)


def _size(words: list[str], at: int, end: int) -> int:
    return sum(1 for word in words[at:end] if word != ".")


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
    before, behind = sides(words, at, end)
    while behind[:1] in (["."], [","]):
        behind = behind[1:]
    near = [*before[-6:], *behind[:9]]
    is_ill = bool(set(near) & people.WORDS) or "patient" in near or "pt" in near
    has_age = bool(behind) and (bool(persons.age_end(behind, 0)) or _is_year(behind[0]))
    return is_ill and has_age and not is_office(before, behind)


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.startswith(("19", "200", "201")) and word.isdigit()


def _is_new(word: str) -> bool:
    return word not in people.NOT_NAMES and word not in _ABBREVIATED
