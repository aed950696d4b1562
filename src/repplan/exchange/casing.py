"""Registers write in capitals: names and places in the case that people use.

Only words that stand wholly in capitals are touched; what somebody wrote in mixed case stays.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from repplan.i18n.namewords import CREDENTIALS

_KEPT = 4096
"""Words kept in memory: a register repeats its streets, towns and names."""

_PARTICLES = frozenset(
    """af av bin bint d da das de degli dei del della den der des di do dos du e ibn ten ter van
    vanden vander von vom y zu zum zur""".split()
)
_BEHIND_PARTICLE = frozenset({"la", "las", "le", "los", "het", "'t"})
"""Lower case behind a particle (de la Cruz), a name's own beginning elsewhere (La Rosa)."""

_GENERATIONS = frozenset({"ii", "iii", "iv", "vi", "vii"})

# Names that begin with Mac and go on with a capital; others are Mack, Macias, Machado.
_MACS = frozenset(
    """allister alister arthur aulay bain bean beth bride callum cabe cartney carthy clellan coll
    cormack cormick cracken crae culloch daniel dermott donald donell donnell dougal dougall
    dowell duff eachern ewan ewen farland farlane gill gillivray gowan gregor guire ilroy innes
    innis intosh intyre isaac iver kay kenna kenzie kie killop kinley kinnon lachlan laren laughlin
    laurin lean leish lellan lennan leod manus martin master michael millan mullen murray nab
    namara naughton neal neil neill neish nicol niven pherson phail phee quarrie queen rae
    roberts ritchie swain sween taggart tavish vicar vey vicker whorter william williams""".split()
)

_PLACE_CAPITALS = frozenset(
    "n s e w ne nw se sw po us usa afb nas fm cr sr ih jfk mlk va ii iii iv".split()
)
_PLACE_SMALL = frozenset("of the and on by at in for de del d du des".split())
_ARTICLES = frozenset({"la", "las", "los"})


def person_case(words: str, *, is_family: bool = False) -> str:
    """Return a person's given or family name in the case people use.

    >>> person_case("MCDONALD", is_family=True), person_case("O'BRIEN-SMITH", is_family=True)
    ('McDonald', "O'Brien-Smith")
    >>> person_case("DE LA CRUZ", is_family=True), person_case("MARY JO")
    ('de la Cruz', 'Mary Jo')
    """
    return _person_case(words, is_family)


@lru_cache(maxsize=_KEPT)
def _person_case(words: str, is_family: bool) -> str:  # noqa: FBT001 - a cache's key
    parts = words.split()
    if not words.isupper():
        return " ".join(parts)
    cased = []
    for at, part in enumerate(parts):
        low = part.lower()
        is_last = at == len(parts) - 1
        behind = at > 0 and parts[at - 1].lower() in _PARTICLES
        if low in _GENERATIONS and at:
            cased.append(part)
        elif (
            is_family
            and not is_last
            and (low in _PARTICLES or (behind and low in _BEHIND_PARTICLE))
        ):
            cased.append(low)
        elif not is_family and len(part) == 2 and not set(low) & set("aeiouy'"):
            cased.append("Md" if low == "md" else part)  # JP and TJ are initials, Md is Mohammed
        else:
            cased.append(_word(part))
    return " ".join(cased)


def place_case(words: str) -> str:
    """Return a street, a building or a town in the case people use.

    >>> place_case("1801 W 40TH AVE"), place_case("COEUR D ALENE"), place_case("ST LUKE'S WAY")
    ('1801 W 40th Ave', 'Coeur d Alene', "St Luke's Way")
    """
    parts = words.split()
    if not words.isupper():
        return " ".join(parts)
    cased, before = [], ""
    last = len(parts) - 1
    for at, part in enumerate(parts):
        cased.append(_place_word(part, before) if at < last else _ending(part, before))
        before = part
    return " ".join(cased)


@lru_cache(maxsize=_KEPT)
def town_case(name: str) -> str:
    """Return a town in the case people use: a register repeats few of them often."""
    return place_case(name)


@lru_cache(maxsize=_KEPT)
def credential_case(text: str) -> str:
    """Return credentials as people write them, parted by commas.

    >>> credential_case("M.D., PH.D."), credential_case("RN MSN ACNS"), credential_case("PA-C")
    ('MD, PhD', 'RN, MSN, ACNS', 'PA-C')
    """
    text = _pattern(r"\b(PH|PHARM|[A-Z]) (D|N|O|A|PH)\b").sub(r"\1\2", text.replace(".", ""))
    shown: list[str] = []
    for word in _pattern(r"[\s,;/&]+").split(text):
        credential = _credential(word)
        if credential and credential not in shown:
            shown.append(credential)
    return ", ".join(shown)


def _credential(word: str) -> str:
    base, dash, how = word.partition("-")
    whole = CREDENTIALS.get(word.casefold())
    return whole or CREDENTIALS.get(base.casefold(), base) + dash + how


def _place_word(part: str, before: str) -> str:
    """Return one word of a place; ``before`` is the word in front of it."""
    # The first word of a town, or behind a house number, is a name: DES MOINES, 12 LA BREA AVE.
    if part.lower() in _PLACE_SMALL and before and not before.isdigit():
        return part.lower()
    return _ending(part, before)


def _ending(part: str, before: str) -> str:
    """Return a place's last word: "of" and "de" have something behind them elsewhere."""
    if before and not before.isdigit():
        low = part.lower()
        if low in _ARTICLES and before == "DE":
            return low
        if low.startswith("d'"):
            return "d'" + _word(part[2:])
    return _own_case(part)


@lru_cache(maxsize=_KEPT)
def _own_case(part: str) -> str:
    """Return a word that the ones beside it don't change."""
    if part.lower().strip(".,") in _PLACE_CAPITALS:
        return part
    if any(char.isdigit() for char in part):
        return part.lower() if _pattern(r"\d+(ST|ND|RD|TH),?").fullmatch(part) else part
    return _word(part)


def _word(word: str) -> str:
    """Return one word: each run of letters begins with a capital, Mc and Mac names with two."""
    runs = _pattern(r"([^\W\d_]+)").split(word.lower())
    for at in range(1, len(runs), 2):
        run, before = runs[at], runs[at - 1]
        is_ending = before.endswith(("'", "’")) and at > 1 and run in {"s", "t"}
        runs[at] = run if is_ending else _capital(run)
    return "".join(runs)


def _capital(run: str) -> str:
    if run.startswith("mc") and len(run) > 3:
        return "Mc" + run[2:].capitalize()
    if run.startswith("mac") and run[3:] in _MACS:
        return "Mac" + run[3:].capitalize()
    return run.capitalize()


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
