"""Events that no single word tells of: a body's part and how it goes wrong, a value and its change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.screening import context_english as context
from repplan.screening import everyday_english as everyday
from repplan.screening import lexicon_english as lexicon
from repplan.screening.safety_english import (
    COMPLAINT,
    EFFECT,
    ERROR,
    HOSPITAL,
    MISUSE,
    OVERDOSE,
    SYMPTOM,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, Protocol

    class _Event(Protocol):
        @property
        def kind(self) -> str: ...
        @property
        def start(self) -> int: ...
        @property
        def end(self) -> int: ...

    class _Said(Protocol):
        words: list[str]
        has_patient: bool
        owned: list[tuple[str, int, int]]

        def is_used(self, event: Any, *, strongly: bool = False) -> bool: ...  # noqa: ANN401 - an event of safety.py, which imports this


Pair = tuple[str, int, int, bool]
"""(kind, start, end, whether it needs a person or a use beside it)."""

_STOPS = frozenset(".;!?\n>")
_OWNED = (["his"], ["her"], ["their"])
_COMPLAINED = context.OBJECTS - {"sample", "samples", "alarm", "product", "line", "bag", "bags"}
_EFFECTS = frozenset("bp pressure pressures sugar sugars glucose".split())
_WELL = frozenset(
    "nicely well good great better target goal pleased happy thrilled delighted impressive".split()
)
_COUNTED = frozenset([OVERDOSE, MISUSE, ERROR, EFFECT, COMPLAINT])
_LINKS = frozenset("is are was were has have had been so all both very really still always it its his her their the a of on up in got get gets getting been just".split())  # fmt: skip
_TARGETS = frozenset("target goal normal range controlled control down better fine good great nicely settled improved normalised normalized stable".split())  # fmt: skip
_FROM = frozenset("from above over exceeding exceeds uncontrolled below under target goal against < > if than threshold anyone those whose patients people pts anybody down cut".split())  # fmt: skip
_PACKED = frozenset("count carton box bottle pack packet blister strip strips contained held containing inside counted".split())  # fmt: skip
_PLANNED = frozenset("prescribed ordered charted supposed meant script prescription intended instructed told scripted".split())  # fmt: skip
_GOT = frozenset("handed given gave got dispensed took takes taking received administered used picked swallowed injected supplied popped".split())  # fmt: skip
_OUTDATED = frozenset("expiry expired expiration expires outdated share shares sharing".split())
_HANDS = frozenset("took taken takes taking swallowed injected given ate finished used using chemist pharmacy pharmacist dispensed couple they".split())  # fmt: skip
_CLINICAL = frozenset("spray gtn nitro rescue reliever inhaler mrs mr".split())
_STRONG_LABS = frozenset(["ck", "hb", "qt"])
_TURNS = frozenset("but instead not yet when although though mistakenly and".split())


def pairs(words: list[str]) -> Iterator[Pair]:
    """Yield what two kinds of words tell of together, near each other in one clause."""
    for at, word in enumerate(words):
        if word in lexicon.BODY:
            found = _beside(words, at, lexicon.BODY_BAD, 4)
            if found:
                yield SYMPTOM, *found, words[at - 1 : at] not in _OWNED
        elif word in lexicon.LABS:
            found = _lab(words, at)
            if found:
                yield SYMPTOM, *found, len(word) < 3 and word not in _STRONG_LABS
        elif word == "/" and _is_high(words, at):
            yield EFFECT, at - 1, at + 2, True
        elif word in _PLANNED:
            end = _other_than(words, at)
            if end:
                yield ERROR, at, end, False
    yield from _counts(words)


def _beside(words: list[str], at: int, bad: frozenset[str], reach: int) -> tuple[int, int] | None:
    """Return where a word of a set and this one begin and end, if it is near in the same clause."""
    for place in range(at + 1, min(len(words), at + reach + 1)):
        if words[place] in _STOPS or words[place] in {"but", ","}:
            break
        if words[place] in bad and words[place] != words[at]:
            return at, place + 1
    for place in range(at - 1, max(-1, at - 3), -1):
        if words[place] in _STOPS or words[place] in {"but", ","}:
            break
        if words[place] in bad:
            return place, at + 1
        if words[place] not in _LINKS:
            break
    return None


_DESCRIBES = frozenset(["egfr", "gfr"])
_CHANGED = frozenset(["now", "came", "back", "only"])


def _lab(words: list[str], at: int) -> tuple[int, int] | None:
    near = words[at + 1 : at + 6]
    if set(near) & _TARGETS and not set(near) & {"through"}:
        return None
    found = _beside(words, at, lexicon.LAB_BAD, 4)
    if found:
        return found
    if words[at] in _DESCRIBES and not set(near) & _CHANGED:
        # "under eGFR 30", "her eGFR 30-45 patients": which patients, not what became of one.
        return None
    for place in range(at + 1, min(len(words), at + 4)):
        word = words[place]
        if word[0].isdigit():
            return at, place + 1
        if word not in {
            "of",
            "at",
            "was",
            "is",
            "now",
            "to",
            "came",
            "back",
            "only",
            "around",
            "=",
            ":",
            "interval",
            "count",
            "level",
            "ratio",
        }:
            return None
    return None


def _is_high(words: list[str], at: int) -> bool:
    """Whether a blood pressure stands here that is far too high, or too low: 168/95, 80/40."""
    if not 0 < at < len(words) - 1:
        return False
    upper, lower = words[at - 1], words[at + 1]
    if not (upper.isdigit() and lower.isdigit() and 30 <= int(lower) < int(upper) - 10):
        return False
    if not 60 <= int(upper) <= 280 or 92 < int(upper) < 150:
        return False
    return not set(words[max(0, at - 4) : at - 1]) & _FROM and "to" not in words[at + 2 : at + 4]


def _other_than(words: list[str], at: int) -> int:
    """Return where it ends that something else was given than was meant; 0: it wasn't."""
    has_turned = False
    for place in range(at + 1, min(len(words), at + 9)):
        word = words[place]
        if word in _STOPS:
            return 0
        has_turned = has_turned or word in _TURNS
        if has_turned and word in _GOT:
            return place + 1
    return 0


def _counts(words: list[str]) -> Iterator[Pair]:
    """Yield a count that is wrong: ``27 rather than 28``, ``14 of 28``, beside a pack."""
    if not _PACKED & set(words):
        return
    for at in range(1, len(words) - 2):
        if not words[at - 1].isdigit():
            continue
        for size in (1, 2):
            said = " ".join(words[at : at + size])
            behind = words[at + size : at + size + 1]
            if (
                said in {"instead of", "rather than", "not", "out of", "instead"}
                and behind
                and (behind[0].isdigit())
            ):
                yield COMPLAINT, at - 1, at + size + 1, False


def is_everyday(event: _Event, sentence: _Said) -> bool:
    """Whether it is the rep's or a doctor's own day that is told of, and no product's."""
    words = sentence.words
    if event.kind == COMPLAINT and not everyday.PROMOTION.isdisjoint(words):
        return True
    own = words[event.start : event.end]
    if event.kind in {ERROR, MISUSE} and not _OUTDATED.isdisjoint(own):
        return not (sentence.has_patient or sentence.owned or _HANDS & set(words))
    return _CLINICAL.isdisjoint(words[event.start : event.end + 2]) and _is_own_day(event, sentence)


def _is_own_day(event: _Event, sentence: _Said) -> bool:
    words = sentence.words
    near = words[max(0, event.start - 1) : event.end + 3]
    if event.kind in _COUNTED and not everyday.OFFICE.isdisjoint(near):
        return event.kind != COMPLAINT or _COMPLAINED.isdisjoint(words)
    if words[event.start] in {"went", "gone", "shot"} and near[0] in everyday.OFFICE:
        return True
    if words[event.start] in _EFFECTS and not _WELL.isdisjoint(words):
        return True
    if event.kind == ERROR and words[event.start] == "out" and "date" not in words:
        return True
    if sentence.has_patient or sentence.is_used(event, strongly=True):
        return False
    if not everyday.OTHERS.isdisjoint(words):
        return True
    if event.kind not in {SYMPTOM, HOSPITAL}:
        return False
    rest = [*words[: event.start], *words[event.end :]]
    if not everyday.LEISURE.isdisjoint(rest) and not sentence.is_used(event):
        return True
    before = words[: event.start]
    if not sentence.owned and not everyday.FIRST.isdisjoint(before[-4:]):
        return True
    return (
        before[:1] != []
        and before[0] in everyday.DOCTORS
        and len(before) < 7
        and not sentence.is_used(event)
        and everyday.SAYING.isdisjoint(before)
        and not sentence.owned
    )
