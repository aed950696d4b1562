"""What a text holds that somebody must be asked about, warned of or kept from: pure, and quick."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from repplan.screening.likeness import WORDING, read
from repplan.screening.model import ASK, BARRED, BLOCK, IDENTITY, OFFLABEL, SAFETY, WARN, Hit
from repplan.screening.phrases import plain, tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from repplan.policies.model import Policy
    from repplan.screening.likeness import Read
    from repplan.screening.model import ProductUses
    from repplan.screening.phrases import Token

    Found = Callable[[], list[tuple[str, int, int]]]
    """What the written rules find: (kind, start, end) in characters."""

LONGEST = 4000
"""Characters that are read at a time: a longer text is read in pieces of so many."""


def screen(
    text: str,
    *,
    policy: Policy,
    uses: Sequence[ProductUses] = (),
    own: Mapping[str, Sequence[str]] | None = None,
) -> tuple[Hit, ...]:
    """Return what a text holds, in its order; empty where there is nothing to say.

    ``own`` are the rep's own watch words by label: safety, barred. Of each rule the first place
    is told, of who a patient is every one.
    """
    found: list[Hit] = []
    drugs = drugs_of(uses)
    for begin in range(0, len(text), LONGEST):
        part = text[begin : begin + LONGEST]
        flat = plain(part)
        toks = tokens(flat)
        if not toks and not any(char >= "\u2e80" for char in flat):
            continue
        read_ = read(flat, toks, drugs)
        safety = _safety(part, read_, partial(safety_ruled, flat, toks, drugs))
        hits = [
            *safety,
            *_offlabel(
                part,
                read_,
                partial(offlabel_ruled, flat, toks, drugs, uses),
                partial(is_of_label, flat, toks, uses),
            ),
            *_identity(
                part,
                read_,
                partial(identity_ruled, part, flat, toks, policy.name, drugs),
                policy,
                may_guess=not safety,
            ),
            *_barred(part, flat, toks, policy, own or {}),
        ]
        found += [
            Hit(one.label, one.rule, one.words, one.action, one.source, one.start + begin)
            for one in hits
        ]
    return _sorted(found)


_MASKS = ("[patient]", "[number]")
"""What stands for a name, and for what else tells who a patient is."""


def masked(text: str, hits: Sequence[Hit]) -> str:
    """Return a text whose identity words are ``[patient]`` (a name) or ``[number]`` (the others)."""
    for hit in sorted(hits, key=lambda one: one.start, reverse=True):
        end = hit.start + len(hit.words)
        is_sure = hit.label == IDENTITY and hit.action != ASK
        if is_sure and text[hit.start : end] == hit.words:
            word = _MASKS[hit.rule != "identity.name"]
            text = text[: hit.start] + word + text[end:]
    return text


def _sorted(hits: list[Hit]) -> tuple[Hit, ...]:
    """Return hits in their order in the text, of each rule but identity's and words' the first."""
    kept: list[Hit] = []
    seen: set[str] = set()
    places: list[tuple[int, int]] = []
    begun: set[tuple[str, int]] = set()
    for hit in sorted(hits, key=lambda one: (one.start, -len(one.words), one.rule)):
        end = hit.start + len(hit.words)
        if hit.label == IDENTITY:
            if any(start < end and hit.start < stop for start, stop in places):
                continue
            places.append((hit.start, end))
        elif hit.label == BARRED and (hit.rule, hit.start) in begun:
            # Listed in two ways: "kickback", "kick back".
            continue
        elif hit.rule in seen and hit.label != BARRED:
            continue
        begun.add((hit.rule, hit.start))
        seen.add(hit.rule)
        kept.append(hit)
    return tuple(kept)


def drugs_of(uses: Sequence[ProductUses]) -> frozenset[str]:
    """Return the words by which products are named, lower case."""
    return frozenset(
        word
        for one in uses
        for name in one.names
        for word in plain(name).replace("-", " ").split()
        if len(word) > 3 or (len(word) > 1 and word >= "\u2e80")
    )


def _safety(part: str, text: Read, ruled: Found) -> list[Hit]:
    found = text.asked(SAFETY, ruled)
    return [Hit(SAFETY, f"safety.{kind}", part[a:b], ASK, "", a) for kind, a, b in found]


def _offlabel(part: str, text: Read, ruled: Found, is_inside: Callable[[], bool]) -> list[Hit]:
    found = text.asked(OFFLABEL, ruled)
    if any(kind == WORDING for kind, _a, _b in found) and is_inside():
        return []
    return [Hit(OFFLABEL, f"offlabel.{kind}", part[a:b], ASK, "", a) for kind, a, b in found]


def safety_ruled(
    flat: str, toks: Sequence[Token], drugs: frozenset[str]
) -> list[tuple[str, int, int]]:
    """Return (kind, start, end) of what the written rules take for a safety event."""
    from repplan.screening.safety import english_safety

    has_latin = flat.isascii() or any("a" <= char <= "z" for char in flat)
    found = english_safety(toks, drugs) if has_latin else []
    if any(char >= "\u2e80" for char in flat):
        from repplan.screening.chinese import chinese_safety

        for name in drugs:
            if name in flat:
                flat = flat.replace(name, ("这药" + "□" * len(name))[: len(name)])
        about = ("上报", "报告", "流程", "监测", "培训", "数据", "发生率", "中心", "系统")
        found = [one for one in found if not flat[one[2] :].lstrip().startswith(about)]
        found += chinese_safety(flat)
    return found


def offlabel_ruled(
    flat: str, toks: Sequence[Token], drugs: frozenset[str], uses: Sequence[ProductUses]
) -> list[tuple[str, int, int]]:
    """Return (kind, start, end) of what the written rules take for a use outside the label."""
    from repplan.screening.offlabel import offlabel

    return [("question", a, b) for a, b in offlabel(flat, toks, drugs, uses)]


def is_of_label(flat: str, toks: Sequence[Token], uses: Sequence[ProductUses]) -> bool:
    """Whether a text names whom or what for, and all of it stands in the label.

    Where no label is known, nothing is outside of one.
    """
    from repplan.screening.offlabel import is_inside

    return not any(one.indications for one in uses) or is_inside(flat, toks, uses)


def identity_ruled(
    part: str, flat: str, toks: Sequence[Token], policy: str, drugs: frozenset[str]
) -> list[tuple[str, int, int]]:
    """Return (kind, start, end) of what the written rules take for who a patient is."""
    from repplan.screening.identity import identity

    return identity(part, toks, flat, policy, drugs)


def _identity(part: str, text: Read, ruled: Found, policy: Policy, *, may_guess: bool) -> list[Hit]:
    """A name or a number is what it is; what only reads like one is remarked, and bars nothing.

    ``may_guess``: beside what may have to be reported no guess counts; of that is asked anyway.
    """
    known = policy.known("notes.identity")
    if known and not known.is_in_force:
        return []
    action, source = (known.action, known.source) if known else (BLOCK, "")
    # A number is one however the text reads; whether a name is a patient's depends on it.
    found = ruled() if _has_number(part) else text.asked(IDENTITY, ruled)
    sure = [
        Hit(IDENTITY, f"identity.{kind}", part[a:b], action, source, a)
        for kind, a, b in found
        if kind != WORDING
    ]
    if sure or not may_guess or any(mask in part for mask in _MASKS):
        return sure
    return [
        Hit(IDENTITY, f"identity.{WORDING}", part[a:b], ASK, source, a)
        for _kind, a, b in text.asked(IDENTITY, list)
    ]


def _has_number(part: str) -> bool:
    """Whether a number may stand there that identifies somebody, or an address of mail."""
    return "@" in part or sum(char.isdigit() for char in part) > 4


def _barred(
    part: str, flat: str, toks: Sequence[Token], policy: Policy, own: Mapping[str, Sequence[str]]
) -> list[Hit]:
    from repplan.screening.barred import barred_words, volumes

    hits: list[Hit] = []
    for name, rule in (("notes.barred", "barred.word"), ("notes.promises", "barred.promise")):
        fact = policy.fact(name)
        if fact is None:
            continue
        found = barred_words(flat, toks, policy.words(name))
        hits += [Hit(BARRED, rule, part[a:b], fact.action, fact.source, a) for _w, a, b in found]
    fact = policy.fact("notes.volumes")
    if fact is not None:
        hits += [
            Hit(BARRED, "barred.volumes", part[a:b], fact.action, fact.source, a)
            for a, b in volumes(flat)
        ]
    for label, rule, action in ((SAFETY, "safety.own", ASK), (BARRED, "barred.own", WARN)):
        found = barred_words(flat, toks, own.get(label, ()))
        hits += [Hit(label, rule, part[a:b], action, "", a) for _w, a, b in found]
    return hits
