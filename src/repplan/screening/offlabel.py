"""Whether a text asks for a use of a product that its indications don't name."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from repplan.screening import diseases_english as diseases
from repplan.screening import uses as known
from repplan.screening.phrases import DRUG, Phrases, named, plain, sentences, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repplan.screening.model import ProductUses
    from repplan.screening.phrases import Token

_DISEASES = frozenset(
    "syndrome disease disorder deficiency failure fibrosis infection infections".split()
)


def offlabel(
    flat: str, toks: Sequence[Token], drugs: frozenset[str], uses: Sequence[ProductUses]
) -> list[tuple[int, int]]:
    """Return where a text asks for a use outside the label: the words of the use, in characters."""
    found = _english(toks, drugs, flat, uses)
    if any(char >= "\u2e80" for char in flat):
        found += _chinese(flat, uses)
    return found


def is_inside(flat: str, toks: Sequence[Token], uses: Sequence[ProductUses]) -> bool:
    """Return whether a text names whom or what for, all in the label, and no way of use."""
    meant = _meant(flat, uses)
    inside = _inside(meant)
    words = [one.word for one in toks]
    ways = (word for said in known.CHINESE_HOW.values() for word in said.split())
    if _has(_how(), words) or any(word in flat for word in ways):
        return False
    found = [(tag, words[a:b]) for tag, a, b in _concepts().all(words)]
    found += [(tag, [word]) for tag, said in _chinese_concepts() for word in said if word in flat]
    if {tag for tag, _said in found} == {"adults"} and any(_is_disease(word) for word in words):
        return False
    return bool(found) and all(_is_inside(tag, said, inside, meant) for tag, said in found)


def _english(
    toks: Sequence[Token], drugs: frozenset[str], flat: str, uses: Sequence[ProductUses]
) -> list[tuple[int, int]]:
    found = []
    for begin, end, is_question in sentences(toks):
        part = toks[begin:end]
        words = [named(one.word, drugs) for one in part]
        if len(words) < 2 or (_using().isdisjoint(words) and _prepositions().isdisjoint(words)):
            continue
        if _is_logistics(words):
            continue
        is_asked = is_question or (begin > 0 and toks[begin - 1].word == "?")
        if not is_asked and not _has(_asking(), words) and not _has(_asking_too(), words):
            continue
        if _is_of_label(words):
            continue
        meant = _meant(flat, uses)
        inside = _inside(meant)
        for tag, start, stop in _wanted(words):
            if not _is_inside(tag, words[start:stop], inside, meant):
                found.append((part[start].start, part[stop - 1].end))
    return found


def _has(table: Phrases, words: list[str]) -> bool:
    return any(True for _one in table.all(words))


def _is_of_label(words: list[str]) -> bool:
    """Whether the label itself or harm is asked about: no other use."""
    return _has(_label(), words) and diseases.OUTSIDE.isdisjoint(words)


def _wanted(words: list[str]) -> list[tuple[str, int, int]]:
    """Return (concept or way of use, start, end) of what a sentence asks for."""
    has_use = not _using().isdisjoint(words)
    wanted = [
        (tag, start, stop)
        for tag, start, stop in _concepts().all(words)
        if not set(words[stop : stop + 2]) & known.PLACES
        and (has_use or (words[start - 1 : start] != [] and _is_led(words, start)))
    ]
    if has_use:
        is_compared = bool(
            {"compare", "compares", "compared", "versus", "vs", "comparison"} & set(words)
        )
        ways = (*_how().all(words), *_ways().all(words))
        wanted += [one for one in ways if one[0] != "combination" or not is_compared]
    for at, word in enumerate(words):
        is_disease = _is_disease(word) and (has_use or _is_led(words, at))
        is_place = not known.PLACES.isdisjoint(words[at + 1 : at + 3])
        if is_disease and not is_place and not any(a <= at < b for _t, a, b in wanted):
            wanted.append(("", max(0, at - 1) if word in _DISEASES else at, at + 1))
    for at in range(len(words) - 1):
        if words[at] in {"off", "outside"} and "label" in words[at + 1 : at + 3]:
            wanted.append(("off-label", at, at + 2))
    return wanted


def _is_disease(word: str) -> bool:
    if word in diseases.NOT_DISEASES:
        return False
    return (
        word in diseases.DISEASES
        or word in _DISEASES
        or (len(word) > 5 and word.endswith(diseases.ENDINGS))
    )


def _is_led(words: list[str], at: int) -> bool:
    """Whether a word shortly before leads to what something is for: ``in``, ``for``, ``about``."""
    return not _prepositions().isdisjoint(words[max(0, at - 4) : at])


def _is_logistics(words: list[str]) -> bool:
    has_other = any(word in _logistics() for word in words)
    return has_other and not any(word in known.STRONG_USING for word in words)


def _meant(flat: str, uses: Sequence[ProductUses]) -> list[ProductUses]:
    """Return the products that a text names, or all where it names none."""
    named_ = [one for one in uses if any(name.lower() in flat for name in one.names if name)]
    return named_ or list(uses)


@cache
def _concepts_of(indication: str) -> frozenset[str]:
    flat = plain(indication)
    words = [one.word for one in tokens(flat)]
    found = {tag for tag, _start, _end in _concepts().all(words)}
    found |= {tag for tag, said in _chinese_concepts() if any(word in flat for word in said)}
    return frozenset(found)


def _inside(uses: Sequence[ProductUses]) -> frozenset[str]:
    return frozenset(tag for one in uses for said in one.indications for tag in _concepts_of(said))


def _is_inside(
    tag: str, words: Sequence[str], inside: frozenset[str], uses: Sequence[ProductUses]
) -> bool:
    if tag in inside:
        return True
    if tag == "hypertension" and "pulmonary-hypertension" not in inside and not uses:
        return True
    if tag == "hfpef" and "heart-failure" in inside:
        said = " ".join(one for use in uses for one in use.indications).lower()
        return "reduced" not in said and "hfref" not in said and "降低" not in said
    if tag == "adults":
        return "children" not in inside
    if tag == "renal":
        return "dialysis" in inside
    if tag in {"combination", ""}:
        said = plain(" ".join(one for use in uses for one in use.indications))
        rest = [word for word in words if word not in {"with", "and", "to", "of", "in", "on"}]
        return any(word in said for word in rest if len(word) > 3)
    return False


def _chinese(flat: str, uses: Sequence[ProductUses]) -> list[tuple[int, int]]:
    found = []
    meant = _meant(flat, uses)
    inside = _inside(meant)
    for name in {name.lower() for one in uses for name in one.names if len(name) > 1}:
        flat = flat.replace(name, ("这药" + "□" * len(name))[: len(name)])
    from repplan.screening.offlabel_chinese import parts, wanted

    for begin, sentence in parts(flat):
        for tag, word, start, end in wanted(sentence):
            if tag == "prophylaxis" or _is_within(tag, word, inside, meant):
                continue
            found.append((begin + start, begin + end))
        at = max(sentence.find("超适应"), sentence.find("超说明书"))
        if at >= 0:
            found.append((begin + at, begin + at + 3))
    return found


def _is_within(tag: str, word: str, inside: frozenset[str], uses: Sequence[ProductUses]) -> bool:
    """Whether an indication holds what a Chinese question asks for."""
    if tag == "combination":
        return False
    if tag == "angina-other":
        return any(word in said for use in uses for said in use.indications)
    if not tag:
        words = {one for name, said in _chinese_concepts() if name in inside for one in said}
        return any(one in word for one in words) or not uses
    return _is_inside(tag, [word], inside, uses)


@cache
def _sets() -> dict[str, frozenset[str]]:
    return {"drug": frozenset([DRUG]), "partner": frozenset([*known.PARTNERS.split(), DRUG])}


@cache
def _concepts() -> Phrases:
    return Phrases(known.CONCEPTS, _sets())


@cache
def _how() -> Phrases:
    return Phrases(known.HOW, _sets())


@cache
def _asking() -> Phrases:
    return Phrases(known.ASKING, _sets())


@cache
def _ways() -> Phrases:
    return Phrases(diseases.WAYS, _sets())


@cache
def _asking_too() -> Phrases:
    return Phrases(diseases.ASKING, _sets())


@cache
def _label() -> Phrases:
    return Phrases(diseases.LABEL, _sets())


@cache
def _prepositions() -> frozenset[str]:
    return frozenset("in for about on re regarding with against during help helps treat".split())


@cache
def _using() -> frozenset[str]:
    return frozenset(known.USING.split())


@cache
def _logistics() -> frozenset[str]:
    return frozenset(known.LOGISTICS.split())


@cache
def _chinese_concepts() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((tag, tuple(said.split())) for tag, said in known.CHINESE.items())
