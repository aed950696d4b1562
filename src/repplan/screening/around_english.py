"""What stands around a name in English: an age, an illness, an office, a colleague's title."""

from __future__ import annotations

from itertools import pairwise

from repplan.screening import people_english as people
from repplan.screening import persons
from repplan.screening.phrases import DRUG, named

AGES = frozenset("y yo yr yrs year years yearold aged age yro f m".split())
_SKIPPED = frozenset(
    ", ( is aged age f m female male - : a now / was just turned who whos shes hes nearly almost".split()
)
_AGING = frozenset("shes hes she he aged age turned turns turning nearly almost whos".split())
WORKING = persons.WORKS - frozenset("treated do uses will presented wants".split())
_ENDS = frozenset(";!?\n")
MARKS = frozenset(",.:()/")
_OF = frozenset("of for on about from re".split())
_TAKEN = frozenset("tablets pills xdrugx meds medication insulin dialysis chemo mg".split())
_KIN = frozenset(
    "wife husband daughter son carer mother father nephew niece grandson granddaughter".split()
)
_MEETING = frozenset("met meet with spoke visited visiting by thank thanks emailed".split())
_TREATING = frozenset("treat treats treating".split())
_RUNNING = frozenset("ran runs lead leads".split())
_DECIDED = frozenset("approved denied rejected pending cleared declined".split())
_LISTED = frozenset("list form label script box bag screen sheet chart".split())
_PIECES = frozenset("tab tabs tablet tablets pill pills dose doses bottle script".split())
_NAMED = frozenset("named called name names".split())
_DRUG = frozenset((DRUG,))
_ORDERS = frozenset(
    "failed hold start stop increase continue restart titrate uptitrate switch".split()
)
PATIENT = frozenset(("patient", "pt"))
_OF_HIS = frozenset("of here there . , too".split())
_THEY = frozenset("he she hes shes who whos been doing now currently stable".split())
_PRESCRIBING = frozenset("patients pts uses using prescribes likes puts people them sold keen starts".split())  # fmt: skip
OWN = frozenset("patient pt patients case lady gentleman resident man woman".split())


def sides(words: list[str], at: int, end: int) -> tuple[list[str], list[str]]:
    """Return the words before and behind a name, as far as its sentence goes."""
    begin = at
    while begin > 0 and words[begin - 1] not in _ENDS and at - begin < 12:
        begin -= 1
    stop = end
    while stop < len(words) and words[stop] not in _ENDS and stop - end < 16:
        stop += 1
    return words[begin:at], words[end:stop]


def is_patients(words: list[str], at: int, end: int) -> bool:
    """Whether the name that stands here is a patient's, by what stands around it."""
    before, behind = sides(words, at, end)
    title = [word for word in before[-3:] if word not in MARKS]
    if all(len(word) == 1 for word in words[at:end]) and title[-1:] not in (
        ["mr"],
        ["mrs"],
        ["ms"],
    ):
        return False
    if title and title[-1] in persons.TELLING:
        return False
    is_aged = has_age(before, behind)
    if is_aged and not is_office(before, behind):
        return True
    if behind[:1] and behind[0] in people.PLACES:
        return False
    if words[end - 1].endswith("s") and behind[:1] and behind[0] in _KIN:
        return not is_office(before, behind)
    if _is_enrolled(before, behind) or _is_family(before, behind, title):
        return True
    if (
        _has_own(behind)
        and not (title and title[-1] in persons.COLLEAGUES)
        and not is_office(before, behind)
    ):
        return True
    is_sister = bool(title) and title[-1] in persons.COLLEAGUES
    is_using = bool({"on", "takes", "taking", "took"} & set(behind)) and bool(_TAKEN & set(behind))
    if (
        (is_sister and not is_using)
        or is_office(before, behind)
        or (behind[:1] and behind[0] in persons.WORKS - {"from"})
    ):
        return False
    if behind[:1] == ["from"] and set(behind[1:5]) & persons.WORKS:
        return False
    if words[end - 1].endswith("s") and set(behind[:2]) & people.CHARTS:
        return True
    return _is_said(before, behind, title)


def _has_own(behind: list[str]) -> bool:
    """Whether an illness or a prescription is the named one's: ``asked if it helps her angina``."""
    return not people.ACADEMIC & set(behind) and any(
        word in {"her", "his"}
        and after in (people.WORDS | people.MEDS if place < 4 else people.ILLS | people.MEDS)
        for place, (word, after) in enumerate(pairwise(behind[:13]))
    )


def _is_said(before: list[str], behind: list[str], title: list[str]) -> bool:
    """Whether a name's bearer is told to be ill, treated, or somebody's patient."""
    if _is_on_form(before, behind) or _is_using(behind) or _is_ill(before, behind, title):
        return True
    if any(word in PATIENT and after in _OF_HIS for word, after in pairwise([*behind[:14], "."])):
        return True
    has_clinical = bool(set(behind[:12]) & people.WORDS)
    near = [word for word in behind if word not in MARKS][:2]
    is_told = bool(near) and (near[0] in people.STATES or near[0] in people.WORDS)
    if (
        has_clinical
        and is_told
        and not (
            {"patients", "pts", "clinics"} & set(behind[:8])
            or people.ACADEMIC & {*before[-6:], *near, *behind[:5]}
        )
    ):
        return True
    is_charted = bool(title) and title[-1] in _OF and bool(set(before[-4:]) & people.CHARTS)
    is_charted = is_charted or bool(
        {"chart", "record", "patient", "pt", "bed", "script", "letter"} & set(before[-3:])
    )
    if is_charted:
        return True
    is_related = bool(set(before[-6:]) & people.RELATIONS) or bool(
        set(title[-1:]) & {"mr", "mrs", "ms", "miss"}
    )
    has_any = (
        has_clinical or bool(set(before) & people.WORDS) or bool({"bed", "patient"} & set(behind))
    )
    return is_related and has_any


def _is_ill(before: list[str], behind: list[str], title: list[str]) -> bool:
    """Whether an illness stands near a name that nothing makes a colleague's or an author's."""
    if not people.ILLS & set(behind[:13]) and not people.ILLS & set(before[-2:]):
        return False
    near = [word for word in behind[:5] if word not in MARKS]
    if near[1:2] == ["over"]:
        return False
    if near and near[0] in {"whos", "who"} and people.ILLS & set(near):
        return True
    near = near[:2]
    return not (
        people.ACADEMIC & {*(set(before[-6:]) - _TREATING), *behind}
        or _MEETING & set(title[-2:])
        or WORKING & set(near)
    )


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
    if (
        title[-1:]
        and title[-1] in people.RELATIONS
        and {"pt", "pts", "patient", "patients"} & set(before[-3:])
    ):
        return True
    is_of = title[-1:] == ["of"] and bool(set(before[-4:]) & people.RELATIONS)
    is_who = bool(title) and title[-1] in {"was", "is"} and bool(OWN & set(before))
    is_who = is_who or (
        before[-1:] == [","]
        and any(word in PATIENT and after in {"is", "was"} for word, after in pairwise(before))
    )
    return (is_of and bool((set(before) | set(behind)) & clinical)) or (
        is_who and not is_office(before, behind)
    )


def _is_on_form(before: list[str], behind: list[str]) -> bool:
    """Whether a name stands on a patient's form, or before a disease's code: ``, I10``."""
    if before[-1:] == [":"] and set(before[-6:]) & (people.FORMS | PATIENT | _NAMED):
        return True
    if behind[:1] and behind[0] in _DECIDED and (people.FORMS | {DRUG}) & set(before[-5:]):
        return True
    if "belongs" in before[-3:] or (behind[:1] == ["name"] and _LISTED & set(behind[1:7])):
        return True
    if (
        behind[:1]
        and behind[0] in _ORDERS
        and any(named(word, _DRUG) == DRUG for word in behind[:4])
    ):
        return True
    for place, word in enumerate(behind[:5][:-1]):
        number = behind[place + 1].replace(".", "")
        is_code = len(word) == 1 and word.isalpha() and number.isdigit()
        if is_code and len(number) < 5 and len(behind[place + 1].partition(".")[0]) == 2:
            return True
        if word == "xdrugx" and behind[0] == "," and number.isdigit():
            return True
        if behind[place + 1] in {"mg", "mcg"} and word.isdigit() and place < 2:
            return True
    return False


def _is_using(behind: list[str]) -> bool:
    """Whether somebody is on the product: ``, he is doing great on it``."""
    near = [word for word in behind if word not in MARKS][:12]
    if set(near) & _PRESCRIBING:
        return False
    if any(
        one in _PIECES and two == "of" and three == DRUG
        for one, two, three in zip(near, near[1:], near[2:], strict=False)
    ):
        return True
    near = near[:9]
    return (
        bool(near)
        and near[0] in _THEY
        and any(
            word in {"on", "takes", "taking", "started"} and near[place + 1] in _TAKEN
            for place, word in enumerate(near[:-1])
        )
    )


def is_office(before: list[str], behind: list[str]) -> bool:
    """Whether an office is told of a name; not what a patient does: ``the diabetic who runs …``."""
    if "who" in behind[:7] and people.ILLS & set(behind[: behind.index("who")]):
        behind = behind[: behind.index("who")]
    behind = [
        word
        for place, word in enumerate(behind[:8])
        if behind[place - 1 : place] != [","]
        or behind[place + 1 : place + 2] == [","]
        or not persons.WORKS & set(behind[place + 1 : place + 2])
    ]
    return bool((set(behind[:7]) | (set(before[-3:]) - _RUNNING)) & people.COMPANY)


def has_age(before: list[str], behind: list[str]) -> bool:
    """Whether an age stands right behind a name or before it: ``, 67,`` ``(67)`` ``67yo``."""
    if behind[:1] == ["("] and ")" in behind[:9]:
        held = behind[1 : behind.index(")")]
        behind = held[-1:] if held[-1:] and held[-1].isdigit() and len(held[-1]) == 2 else behind
        if len(behind) == 1:
            return True
    for place, word in enumerate(behind[:6]):
        end = persons.age_end(behind, place)
        if end or word.isdigit():
            after = behind[place + 1 : place + 5]
            is_date = _is_date([one for one in (word, *after) if one != "/"][:3])
            return is_date or (bool(end) and (place > 0 or (bool(after) and after[0] in AGES)))
        if word not in _SKIPPED:
            break
    for place, word in enumerate(behind[:12]):
        if (
            word in {"b", "born"}
            and place < 3
            and any(one.isdigit() for one in behind[place + 1 : place + 4])
        ):
            return True
        later = place + 2 if behind[place + 1 : place + 2] == ["is"] else place + 1
        if word in _AGING and persons.age_end(behind, later):
            return True
        end = persons.age_end(behind, place)
        is_apart = behind[place - 1] in {",", "/"} and behind[end : end + 1] in ([","], ["/"], [])
        if end and place and is_apart and (people.ILLS | _TAKEN | {"type"}) & set(behind):
            return True
    near = [word for word in before[-6:] if word != "-"]
    return any(
        word.isdigit() and 0 < int(word) < 111 and near[place + 1] in AGES
        for place, word in enumerate(near[:-1])
    )


def _is_date(figures: list[str]) -> bool:
    """Whether three figures are a day: ``3 4 1951``, ``1951 03 04``."""
    sizes = [len(one) for one in figures if one.isdigit()]
    return len(sizes) == 3 and sizes[1] < 3 and {sizes[0], sizes[2]} <= {1, 2, 4}


def is_colleague(before: list[str]) -> bool:
    """Whether the word before a name is a title that only a colleague has: ``Dr``, ``the NP``."""
    title = [word for word in before[-3:] if word not in MARKS]
    return bool(title) and title[-1] in persons.TELLING
