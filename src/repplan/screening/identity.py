"""Whether a text tells who a patient is: a name beside an age or an illness, a number, an address."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from repplan.screening import persons
from repplan.screening.english_words import kind_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repplan.screening.phrases import Token

Found = tuple[str, int, int]
NAME = "name"
_RECORDS = tuple(
    "file encounter emis hosp claim rx group mrn chart record policy member medicare medicaid insurance nhs ssn patient".split()
)
_STREETS = frozenset(
    """flat apt apartment st street rd road lane ln ave avenue drive court close terrace row crescent gardens grove blvd mews
    lives""".split()
)
_ONLY = frozenset(
    """mayor mayors vicar vicars pastor pastors priest rector rabbi imam headmaster headmasters headmistress
    headteacher sheriff sheriffs senator senators congressman councillor postmaster postmistress
    judge judges bishop governor governors""".split()
)
_KIN = frozenset("wife husband son daughter mother father mum mom dad brother sister".split())
_VERBAL = frozenset("mark bill rose grace jack frank don ray rob sue pat drew".split())
"""Given names that are a word too: only a capital makes them names."""
_THE = frozenset("the our their local towns".split())
_BEFORE_AGES = frozenset(", ( is shes hes aged age f m female male - : a now uh um".split())
_YEARS = frozenset("y yo yr yrs year years yearold aged age yro y/o f m".split())


def identity(
    text: str,
    toks: Sequence[Token],
    flat: str,
    policy: str,
    drugs: frozenset[str] = frozenset(),
) -> list[Found]:
    """Return (kind, start, end) of what tells who a patient is, in characters."""
    found = _english_names(text, toks)
    found += _roles([one.word for one in toks], toks, drugs)
    if not text.islower():
        from repplan.screening.names_english import english_names

        found += [
            (NAME, toks[first].start, toks[end - 1].end)
            for first, end in english_names(text, toks, drugs)
        ]
    if any(char >= "\u2e80" for char in flat):
        from repplan.screening.identity_chinese import chinese_identity

        found += chinese_identity(flat)
    if (
        "@" in flat
        or "dob" in flat
        or "d.o.b" in flat
        or not _STREETS.isdisjoint(one.word for one in toks)
        or "living at" in flat
        or "postcode" in flat
        or "b. " in flat
        or "address" in flat
        or "birth" in flat
        or "born" in flat
        or "出生" in flat
        or "生于" in flat
    ):
        from repplan.screening.numbers import births_and_addresses

        found += births_and_addresses(flat, toks)
    digits = sum(char.isascii() and char.isdigit() for char in flat)
    if digits > 5 or (digits > 4 and any(word in flat for word in _RECORDS)):
        from repplan.screening.identity_chinese import is_office
        from repplan.screening.numbers import is_staffs, numbers

        is_staff = is_office(flat) or is_staffs(toks)
        found += [one for one in numbers(flat, policy) if one[0] != "phone" or not is_staff]
    return found


# --- names ----------------------------------------------------------------------------------------


def _roles(words: list[str], toks: Sequence[Token], drugs: frozenset[str]) -> list[Found]:
    """Return who a town has but one of, and what illness is told: ``the mayor's wife takes …``."""
    if _ONLY.isdisjoint(words):
        return []
    found: list[Found] = []
    for at, word in enumerate(words):
        if word not in _ONLY:
            continue
        end = at + 1
        end += next((far for far in (1, 2) if _KIN.intersection(words[at + far : at + far + 1])), 0)
        if end < at + 3 and not _THE.intersection(words[max(0, at - 2) : at]):
            continue
        behind = words[end : end + 9]
        is_told = bool(_VERBS.intersection(behind[:4])) or behind[:1] == [","]
        has_any = any(one in persons.CLINICAL or one in drugs or kind_of(one) for one in behind)
        if is_told and has_any and not {"patients", "pts", "committee", "slides"} & set(behind):
            found.append((NAME, toks[at].start, toks[end - 1].end))
    return found


def _english_names(text: str, toks: Sequence[Token]) -> list[Found]:
    words = [one.word for one in toks]
    found: list[Found] = []
    taken = 0
    for at in range(len(words)):
        if at < taken:
            continue
        first, end = _name_at(text, toks, words, at)
        if end > first:
            found.append((NAME, toks[first].start, toks[end - 1].end))
            taken = end
    return found


def _name_at(text: str, toks: Sequence[Token], words: list[str], at: int) -> tuple[int, int]:
    """Return where the name of a patient begins and ends that is announced here; (0, 0): none."""
    word = words[at]
    none = (0, 0)
    if word in persons.COLLEAGUES:
        return none
    before = words[max(0, at - 2) : at]
    titles = persons.COLLEAGUES | {"."}
    if (
        before[1:]
        and before[0] in titles
        and (before[1] in titles | persons.GIVEN or _is_capital(text, toks[at - 1]))
    ):
        return none
    if word in persons.TITLES:
        first = at + 2 if words[at + 1 : at + 2] == ["."] else at + 1
        end = _end_of_name(text, toks, words, first, 3)
        if end > first and _is_patient(words, at, end, need_clinical=True):
            return first, end
        return none
    if word in {"patient", "pt", "patients", "case"}:
        return _named_patient(text, toks, words, at)
    if at and words[at - 1] in persons.COLLEAGUES:
        return none
    is_given = word in persons.GIVEN
    is_capital = _is_capital(text, toks[at])
    if not is_given and not (is_capital and _is_capital_at(text, toks, at + 1)):
        return none
    end = _end_of_name(text, toks, words, at, 3, any_case=is_given)
    if end - at < 2:
        return none
    if set(words[end : end + 8]) & persons.OFFICES:
        return none
    has_age = _age_near(words, at, end)
    if words[end : end + 1] and words[end] in persons.WORKS:
        return none
    near = _clinical_near(words, at, end)
    is_named = is_given and (is_capital or (word not in _VERBAL and text.islower()))
    is_told = is_named and _is_predicate(words, end)
    return (at, end) if (has_age and (near or is_given)) or is_told else none


def _named_patient(text: str, toks: Sequence[Token], words: list[str], at: int) -> tuple[int, int]:
    first = at + 1
    is_called = False
    while first < len(words) and (
        words[first]
        in {
            "named",
            "called",
            "is",
            "name",
            ":",
            ",",
            "(",
            "-",
            "was",
            "mr",
            "mrs",
            "ms",
            ".",
            "of",
            "hers",
            "his",
            "her",
        }
    ):
        is_called = is_called or words[first] in {"named", "called", "name", "mr", "mrs", "ms", ":"}
        first += 1
    if first >= len(words) or words[first] in persons.PROGRAMME:
        return 0, 0
    end = _end_of_name(text, toks, words, first, 3, any_case=words[first] in persons.GIVEN)
    if end == first:
        return 0, 0
    is_name = (
        words[first] in persons.GIVEN
        or (is_called and _is_capital(text, toks[first]))
        or (end - first >= 2 and first == at + 1)
        or (words[at] in {"patient", "pt"} and words[end - 1 : end] and _is_listed(words, at, end))
        or (
            words[at] in {"patient", "pt"}
            and _is_capital(text, toks[first])
            and first == at + 1
            and _is_predicate(words, end)
        )
    )
    is_work = words[end : end + 1] and words[end] in {"programme", "program", "support"}
    return (first, end) if is_name and not is_work else (0, 0)


def _is_listed(words: list[str], at: int, end: int) -> bool:
    """Whether the family name stands first, as on a form: ``pt: smith, john``."""
    behind = words[end : end + 3]
    return (
        words[at + 1 : at + 2] == [":"]
        and behind[:1] == [","]
        and len(behind) > 1
        and behind[1].isalpha()
        and behind[2:] in ([","], ["."], [], ["("])
    )


def _end_of_name(
    text: str,
    toks: Sequence[Token],
    words: list[str],
    first: int,
    most: int,
    *,
    any_case: bool = False,
) -> int:
    """Return where a name ends that begins here: capitalised words, or two after a title."""
    at = first
    while at < len(words) and at - first < most:
        word = words[at]
        is_word = word[:1].isalpha() and word not in persons.PROGRAMME
        is_initial = is_word and len(word) == 1
        is_fine = is_word and (_is_capital(text, toks[at]) or (any_case and at - first < 2))
        if word == "." and at > first and len(words[at - 1]) == 1:
            at += 1
            continue
        if not (is_fine or is_initial) or word in persons.CLINICAL or word in persons.WORKS:
            break
        at += 1
    if at == first and at < len(words) and words[at][:1].isalpha():
        is_lower = words[at] not in persons.PROGRAMME | persons.WORKS | persons.CLINICAL
        return at + 1 if is_lower and len(words[at]) > 1 else first
    return at


def _is_capital(text: str, token: Token) -> bool:
    said = text[token.start : token.end]
    return said[:1].isupper() and (len(said) == 1 or not said.isupper() or len(said) > 4)


def _is_capital_at(text: str, toks: Sequence[Token], at: int) -> bool:
    return at < len(toks) and toks[at].word[:1].isalpha() and _is_capital(text, toks[at])


def _is_patient(words: list[str], at: int, end: int, *, need_clinical: bool) -> bool:
    is_from = words[end : end + 1] == ["from"] and not (persons.WORKS - {"street"}) & set(
        words[end + 1 : end + 5]
    )
    if words[end : end + 1] and words[end] in persons.WORKS and not is_from:
        return False
    if words[end : end + 1] in (["("], [","]) and set(words[end : end + 4]) & persons.WORKS:
        return False
    has_age = _age_near(words, at, end)
    if has_age:
        return True
    if any(
        word in {"her", "his"} and after in persons.CLINICAL
        for word, after in pairwise(words[end : end + 9])
    ):
        return True
    return need_clinical and _is_predicate(words, end)


def _age_near(words: list[str], at: int, end: int) -> bool:
    """Whether an age stands right behind a name, or before it: ``, 67,`` ``(67)`` ``67yo``."""
    for place in range(end, min(len(words), end + 4)):
        stop = persons.age_end(words, place)
        if stop:
            return place > end or stop < len(words) or end == len(words) - 1
        if words[place] not in _BEFORE_AGES:
            break
    before = [word for word in words[max(0, at - 7) : at] if word != "-"]
    return any(
        word.isdigit()
        and 0 < int(word) < 111
        and before[place + 1] in _YEARS
        and not set(before[place + 1 :]) & persons.COLLEAGUES
        for place, word in enumerate(before[:-1])
    )


def _clinical_near(words: list[str], at: int, end: int) -> bool:
    return any(
        word in persons.CLINICAL or word in _YEARS or kind_of(word)
        for word in [*words[max(0, at - 6) : at], *words[end : end + 10]]
    )


_DONE = frozenset(
    "ablation angioplasty angiogram operation op tests room bay ward pacemaker cardexa beta".split()
)
_VERBS = frozenset(
    "is was has had hes shes both in needs takes took started on gets got needs stopped began since switched her his diagnosed admitted suffers who came".split()
)


def _is_predicate(words: list[str], end: int) -> bool:
    """Whether something clinical is said of a name: ``is on dialysis``, ``was diagnosed``."""
    behind = words[end : end + 7]
    while behind and behind[0] in {",", "(", "-", ":"}:
        behind = behind[1:]
    if not behind or (behind[0] not in _VERBS and behind[0] not in persons.CLINICAL):
        return False
    return any(
        word in persons.CLINICAL or word in _DONE or bool(kind_of(word))
        for word in (behind[1:] if behind[0] == "switched" else behind)
    ) and not (
        set(behind[:3])
        & (
            persons.WORKS - {"from"}
            | {"patients", "committee", "clinics", "clinic", "over", "lead", "unit", "units"}
        )
    )
