"""Whether English words tell of an adverse event, or of a complaint about a product."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from repplan.screening import context_english as context
from repplan.screening import events_english as more
from repplan.screening import everyday_english as everyday
from repplan.screening import lexicon_english as lexicon
from repplan.screening import safety_english as words_of
from repplan.screening.english_pairs import is_everyday, pairs
from repplan.screening.english_words import is_ill, kind_of, weak
from repplan.screening.phrases import DRUG, Phrases, named, sentences
from repplan.screening.safety_english import (
    COMPLAINT,
    DEATH,
    EFFECT,
    ERROR,
    HOSPITAL,
    MISUSE,
    PREGNANCY,
    SYMPTOM,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repplan.screening.phrases import Token

_ORGANS = frozenset(["failure", "disease"])
_BORN = frozenset("utero defect defects malformation exposed miscarried stillborn".split())
_MANY = frozenset("patients pts people women men those cases adults".split())
_COUNTS = (["two"], ["three"], ["four"], ["five"], ["several"], ["2"], ["3"], ["4"], ["5"])
_SPANS = frozenset(["day", "week", "month", "night"])
_UNABLE = frozenset("cant cannot couldnt can could unable struggles struggled barely".split())
_BODILY = frozenset("taste smell swallow breathe breathing urinate pee awake eyes upright".split())
_MEANT = frozenset("back hand hands palm balance period cycle grip mood sleep bottom spine voice mind prostate brain concentration nerves".split())  # fmt: skip
_ORGANIC = frozenset("heart pulse liver kidney kidneys lung head face arm arms mouth smell taste speech skin eye eyes chest breast thyroid hearing vision stomach foot feet muscle hip knee".split())  # fmt: skip
_HIS = frozenset(["his", "her", "their", "whose"])
_HANDED = frozenset("took taken given swallowed used finished injected ate chewed".split())
_SEEN = frozenset("see saw seen seeing any much benefit".split())
_OWN_PATIENT = frozenset(
    "patient patients pt pts hers mine theirs case cases lady resident".split()
)
_STRONG_USE = frozenset(
    f"""took taking takes taken swallowed injected inhaled mg mcg starting starts began {DRUG}
    switching switched""".split()
) | (context.FORMS - {"one", "product", "brand", "agent", "stuff", "batch", "lot", "generic"})


class Event:
    """What may have happened: its kind, and the words from one place to another."""

    __slots__ = ("end", "is_told", "is_weak", "kind", "start")

    def __init__(
        self,
        kind: str,
        start: int,
        end: int,
        is_weak: bool = False,  # noqa: FBT001, FBT002 - as a row of a table
        *,
        is_told: bool = False,
    ) -> None:
        self.kind, self.start, self.end = kind, start, end
        self.is_weak, self.is_told = is_weak, is_told


class _Sentence:
    """One sentence's words, and what stands in it beside the events."""

    def __init__(
        self, words: list[str], *, is_question: bool, has_owned_before: bool, is_backed: bool
    ) -> None:
        self.words = words
        self.is_question = is_question
        found = {name: list(_table(name).all(words)) for name in _CONTEXTS}
        self.harmless = found["harmless"]
        self.questions = found["question"]
        self.talk = found["talk"]
        self.is_backed = is_backed or bool(found["backed"])
        self.used_for = found["used-for"]
        self.owned = [one for one in found["person"] if not self._is_unreal(one[1])]
        self.used = found["exposed"]
        self.is_study = any(word in context.STUDY for word in words)
        self.is_admin = any(word in context.ADMIN for word in words)
        self.has_patient = has_owned_before or any(word in _OWN_PATIENT for word in words)
        self.has_person = has_owned_before or bool(self.owned)

    def _is_unreal(self, at: int) -> bool:
        return any(word in context.UNREAL for word in self.words[max(0, at - 3) : at])

    def individuals(self) -> list[int]:
        """Return where a person stands of whom something is told that happened."""
        return [
            start
            for _tag, start, end in self.owned
            if any(word in context.HAPPENED for word in self.words[end - 1 : end + 6])
            or any(word in context.HAPPENED for word in self.words[max(0, start - 3) : start])
        ]

    def is_used(self, event: Event, *, strongly: bool = False) -> bool:
        """Whether somebody uses a product, by other words than the event's own."""
        for _tag, start, end in self.used:
            if start >= event.start and end <= event.end:
                continue
            if not strongly or any(word in _STRONG_USE for word in self.words[start:end]):
                return True
        return False


def english_safety(toks: Sequence[Token], drugs: frozenset[str]) -> list[tuple[str, int, int]]:
    """Return (kind, start, end) of what may have to be reported, in characters."""
    found: list[tuple[str, int, int]] = []
    has_owned = False
    for begin, end, is_question in sentences(toks):
        part = toks[begin:end]
        words = [named(one.word, drugs) for one in part]
        events = list(_events(words))
        if not events and not has_owned:
            has_owned = _has_person(words)
            continue
        sentence = _Sentence(
            words,
            is_question=is_question,
            has_owned_before=has_owned,
            is_backed=is_question and _is_backed(toks[end + 1 : end + 8]),
        )
        found += [
            (event.kind, part[event.start].start, part[event.end - 1].end)
            for event in events
            if _is_real(event, sentence, events)
        ]
        has_owned = has_owned or bool(sentence.owned)
    return found


def _is_backed(toks: Sequence[Token]) -> bool:
    """Whether what stands behind a question says that it has happened: ``? he has had five``."""
    return _table("backed").find([one.word for one in toks], 0) is not None if toks else False


def _has_person(words: list[str]) -> bool:
    return any(word in context.PATIENTISH for word in words) and any(
        True for _one in _table("person").all(words)
    )


_CONTEXTS = "backed harmless question talk used-for person exposed".split()


@cache
def _table(name: str) -> Phrases:
    """Return a table of phrases, made when it is first asked for."""
    sets = {
        "drug": frozenset([DRUG, "insulin", "statin", "statins", "metformin"]),
        "about": context.ABOUT,
        "admin": context.ADMIN,
        "form": context.FORMS,
        "whom": everyday.PERSONS,
    }
    said = {
        "event": words_of.EVENTS,
        "more": more.SURE,
        "told": words_of.TOLD,
        "defect": everyday.DEFECTS,
        "after": context.AFTER_NEGATIVE,
        "harmless": context.HARMLESS,
        "question": context.QUESTION,
        "backed": everyday.BACKED,
        "talk": context.TALK,
        "used-for": context.USED_FOR,
        "person": context.PERSON,
        "exposed": context.EXPOSED,
    }
    return Phrases(said[name], sets)


def _reach(found: tuple[str, int] | None) -> int:
    return found[1] if found else 0


def _events(words: list[str]) -> list[Event]:
    table, others = _table("event"), _table("more")
    found: list[Event] = []
    taken = 0
    for at, word in enumerate(words):
        if at < taken:
            continue
        phrase = max(table.find(words, at), others.find(words, at), key=_reach)
        if phrase:
            kind, end = phrase
            is_weak = end == at + 1 and word in weak()
            is_unable = word in _UNABLE and _BODILY.isdisjoint(words[at:end])
            is_weak = is_weak or is_unable or words[end - 1] in _ORGANS
            found.append(Event(kind, at, end, is_weak))
            taken = end
            continue
        kind = kind_of(word)
        if kind:
            found.append(Event(kind, at, at + 1, word in weak()))
        elif word in weak() or is_ill(word):
            found.append(Event(SYMPTOM, at, at + 1, is_weak=True))
    inside = {at for one in found if not one.is_weak for at in range(one.start, one.end)}
    for kind, start, end, is_weak in pairs(words):
        if inside.isdisjoint(range(start, end)) or not is_weak:
            found.append(Event(kind, start, end, is_weak))
    found += _complaints(words)
    if not found:
        found = _bodily(words)
    if not found and not context.PATIENTISH.isdisjoint(words):
        found = [
            Event(kind, start, end, is_weak=True, is_told=True)
            for kind, start, end in _table("told").all(words)
        ][:2]
    return found


def _bodily(words: list[str]) -> list[Event]:
    """Return where somebody's body is told of: ``her head``; an event where a use is, and no good."""
    return [
        Event(SYMPTOM, at, at + 1, is_weak=True, is_told=True)
        for at, word in enumerate(words)
        if word in lexicon.BODY
        and word not in _MEANT
        and (
            not _HIS.isdisjoint(words[max(0, at - 2) : at])
            or (word not in _ORGANIC and not context.PATIENTISH.isdisjoint(words))
        )
    ][:1]


def _complaints(words: list[str]) -> list[Event]:
    """Return what is broken, where it is what a product comes in."""
    places = [at for at, word in enumerate(words) if word in context.OBJECTS]
    if not places:
        return []
    found = []
    single = ((at, at + 1) for at, word in enumerate(words) if word in lexicon.DEFECT_WORDS)
    for start, end in (*single, *((a, b) for _tag, a, b in _table("defect").all(words))):
        near = [at for at in places if start - 7 <= at <= end + 3 and not start < at < end - 1]
        near = [at for at in near if not (set(words[at : at + 3]) & context.PAPERS)]
        if near and not set(words[max(0, start - 5) : end + 4]) & context.PAPERS:
            found.append(Event(COMPLAINT, start, end))
    return found


def _is_real(event: Event, sentence: _Sentence, events: list[Event]) -> bool:
    """Whether nothing in its sentence takes an event back, and it has the company it needs."""
    if _is_compound(event, sentence) or _is_negated(event, sentence, events):
        return False
    if is_everyday(event, sentence):
        return False
    persons = sentence.individuals()
    is_individual = bool(persons)
    if not is_individual and _is_general(event, sentence):
        return False
    if is_individual and sentence.is_study and not sentence.has_patient:
        return False
    if {"luck", "joy"} & set(sentence.words[event.start : event.end]) and not (
        sentence.has_patient or sentence.is_used(event, strongly=True)
    ):
        return False
    is_told = bool(sentence.owned) and sentence.is_used(event)
    is_handed = event.kind in {ERROR, MISUSE} and not _HANDED.isdisjoint(
        sentence.words[event.start : event.end]
    )
    if sentence.is_admin and not sentence.has_patient and not is_told and not is_handed:
        if event.kind == COMPLAINT:
            return True
        if is_individual and is_ill(sentence.words[event.start]):
            return True
        if (event.is_weak or event.kind in {EFFECT, ERROR, MISUSE, DEATH}) and not sentence.is_used(
            event, strongly=True
        ):
            return False
    return _has_company(event, sentence, is_individual=is_individual)


def _has_company(event: Event, sentence: _Sentence, *, is_individual: bool) -> bool:
    kind = event.kind
    is_used = sentence.is_used(event)
    if kind in {DEATH, PREGNANCY}:
        is_born = kind == PREGNANCY and not _BORN.isdisjoint(sentence.words)
        is_known = kind == DEATH and "ward" in sentence.words
        return is_known or is_born or is_used or sentence.has_patient
    if kind == HOSPITAL:
        return event.end - event.start == 1 or is_used or sentence.has_person
    if kind == ERROR:
        return sentence.has_person or not (_STRONG_USE | everyday.DISPENSED).isdisjoint(
            sentence.words
        )
    if kind == MISUSE:
        return True
    if not event.is_weak or sentence.is_backed:
        return True
    if event.is_told:
        is_used = is_used or (sentence.words[event.start] in _UNABLE and sentence.has_patient)
        is_about_one = bool(sentence.owned) or sentence.has_patient
        if sentence.words[event.start] in lexicon.BODY and (
            sentence.is_admin or not context.NEGATIONS.isdisjoint(sentence.words)
        ):
            return False
        return is_used and is_about_one and not set(sentence.words) & context.GOOD
    return (
        (is_used and (sentence.has_person or not sentence.is_admin))
        or (
            event.end - event.start > 1
            and event.start < len(sentence.words)
            and sentence.has_patient
        )
        or (is_individual and (sentence.has_patient or is_ill(sentence.words[event.start])))
    )


def _is_compound(event: Event, sentence: _Sentence) -> bool:
    for _tag, start, end in sentence.harmless:
        if start <= event.start < end and event.end <= end:
            return True
    after = sentence.words[event.end : event.end + 1]
    return (
        event.kind in {SYMPTOM, PREGNANCY, DEATH, "overdose"}
        and bool(after)
        and after[0] in context.ABOUT
        and not (after[0] in _SPANS and event.end - event.start > 1)
        and not sentence.individuals()
    )


def _is_negated(event: Event, sentence: _Sentence, events: list[Event]) -> bool:
    words = sentence.words
    if event.kind == EFFECT and words[event.start] in _SEEN:
        return False
    after = event.end < len(words) and _table("after").find(words, event.end)
    if after:
        return True
    if words[event.start] in context.NEGATIONS:  # "didn't sleep" is what it says
        return any(
            word in {"nobody", "none", "never"}
            for word in words[max(0, event.start - 2) : event.start]
        )
    inside = {at for one in events for at in range(one.start, one.end)}
    steps = 0
    for at in range(event.start - 1, -1, -1):
        word = words[at]
        if at in inside or word in context.LISTED:
            if word == "," and not _is_list(words, at, inside):
                return False
            continue
        if word in context.NEGATIONS:
            return words[at + 1] not in context.BREAKERS
        if word in context.BREAKERS:
            return False
        steps += 1
        if steps > 6:
            return False
    return False


def _is_list(words: list[str], at: int, inside: set[int]) -> bool:
    """Whether a comma parts things of one list: ``no rash, dizziness or nausea``."""
    behind = at + 1 in inside or (at + 2 in inside and words[at + 1] in context.LISTED)
    return at - 1 in inside and (behind or words[at + 1] in {"nor", "or", "no"})


def _is_general(event: Event, sentence: _Sentence) -> bool:
    """Whether it is asked about, studied, shown or treated, and not told of anybody."""
    words = sentence.words
    if sentence.is_backed and event.kind in {SYMPTOM, HOSPITAL, DEATH, EFFECT}:
        return False
    if sentence.is_question or (
        sentence.is_study
        and event.kind != COMPLAINT
        and context.STUDY.isdisjoint(words[event.start : event.end])
    ):
        return True
    for one in (sentence.questions, sentence.talk):
        for _tag, start, end in one:
            if words[end : end + 1] == ["me"]:
                continue
            if start < event.end and not _is_parted(words, start, event.start):
                return True
    if event.kind in {EFFECT, COMPLAINT, ERROR, MISUSE}:
        return False
    return any(
        end <= event.start
        and event.start - end <= 2
        and start < event.start
        and not any(word in context.HAPPENED for word in words[end : event.start])
        for _tag, start, end in sentence.used_for
        if not (words[start] in _MANY and words[start - 1 : start] in _COUNTS and not event.is_weak)
    )


def _is_parted(words: list[str], start: int, end: int) -> bool:
    """Whether something new begins between two places: ``asked about X but one had Y``."""
    return any(word in {"but", "however", "because", "as", "although"} for word in words[start:end])
