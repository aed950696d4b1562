"""How much a text reads like what has to be asked about: weights learned from labelled sentences.

Written rules know the words that they list; people have more. Here each word, its beginning and
end, and each run of two or three words has a weight (of Chinese: each run of one to four
characters); their mean says how much a sentence reads like those that were labelled so. What a rule
has found counts beside it. ``tools/likeness.py`` learns the weights, by logistic regression over
features weighed by their log-count ratio (Wang and Manning, ACL 2012), and says how well they do on
sentences that they never saw.
"""

from __future__ import annotations

import json
import math
from functools import cache
from itertools import pairwise
from mmap import ACCESS_READ, mmap
from operator import mul
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from repplan.records import dataclass
from repplan.screening.meaning import Meaning, Word
from repplan.screening.phrases import DRUG, named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from repplan.screening.phrases import Token

BITS = 17
"""Features share two to the power of so many weights, by their checksum."""

WORDING = "wording"
"""The kind of what reads like it, and no rule found."""

FOLDER = Path(__file__).parent
"""Where the weights lie: one file for each language."""

_EDGE = ("^", "$")
_MARKS = frozenset("?!,;:>+/.\n")
_ENDS = frozenset(".;!?\n")
_CLAUSE_ENDS = frozenset(".,;:!?>\n")
_LONGEST = 45
"""Units of a text that is read as a whole too; of a longer one two sentences at a time are."""

_LONGEST_CLAUSE = {"english": 12, "chinese": 20}
"""Units of a clause that is shown whole."""

_SHOWN = {"english": 7, "chinese": 12}
"""Units shown of a longer one."""


@dataclass(frozen=True)
class Unit:
    """One word, or one Chinese character, and where it stands in the text."""

    said: str
    start: int
    end: int


@dataclass(frozen=True)
class Learned:
    """What was learned of one label: reads like it where ``score`` is above ``least``.

    A weight is a whole number times ``scale``; ``ruled`` is what a rule's find adds to the score,
    ``answers`` what each filter's answer counts.
    """

    weights: memoryview
    scale: float
    bias: float
    ruled: float
    least: float
    answers: tuple[float, ...]


@dataclass(frozen=True)
class Stretch:
    """The whole text, or a sentence of it: its units, its words, the places of their weights.

    ``answers`` is what each filter says of the words.
    """

    units: tuple[Unit, ...]
    words: tuple[Word, ...]
    places: frozenset[int]
    answers: tuple[float, ...]

    @property
    def letters(self) -> list[str]:
        """Its units but products, marks, numbers and what they count: ``2w``, ``2周``."""
        said = [one.said for one in self.units]
        return [
            word
            for before, word in zip(["", *said], said, strict=False)
            if word[0].isalpha() and word != DRUG and not (before == "0" and len(word) == 1)
        ]

    @property
    def is_short(self) -> bool:
        """Whether it is a word or two: too little for weights that learned from sentences."""
        letters = self.letters
        return 0 < len(letters) < (3 if letters[0].isascii() else 5)

    @property
    def start(self) -> int:
        """Where it begins, in characters."""
        return self.units[0].start

    @property
    def end(self) -> int:
        """Where it ends, in characters."""
        return self.units[-1].end


@dataclass(frozen=True)
class Read:
    """A text taken apart: the whole of it first (or two sentences at a time), then each sentence."""

    language: str
    stretches: tuple[Stretch, ...]
    is_mixed: bool

    def asked(
        self, label: str, ruled: Callable[[], list[tuple[str, int, int]]]
    ) -> list[tuple[str, int, int]]:
        """Return (kind, start, end) of what has to be asked about: by how it reads, and by rules.

        What doesn't read like it is asked about for no rule (``ruled`` is called only where it
        could matter), what does is asked about without one, as ``WORDING``. Of a word or two, and
        where both languages are mixed, the rules alone speak.
        """
        if self.is_mixed:
            return ruled()
        learned = self.learned(label)
        scores = [self.score(label, one) for one in self.stretches]
        if not any(score is None or score + learned.ruled > learned.least for score in scores):
            return []
        found = ruled()
        sure: dict[tuple[str, int, int], None] = {}
        best: tuple[float, Stretch] | None = None
        for stretch, score in zip(self.stretches, scores, strict=True):
            inside = [one for one in found if stretch.start <= one[1] < stretch.end]
            if score is None:
                sure |= dict.fromkeys(inside)
            elif score + learned.ruled * bool(inside) > learned.least:
                sure |= dict.fromkeys(inside)
                best = max(best or (score, stretch), (score, stretch), key=lambda one: one[0])
        if best is None or sure:
            return list(sure)
        return [(WORDING, *self.said(label, best[1]))]

    def learned(self, label: str) -> Learned:
        """Return what was learned of a label in its language."""
        return learned_of(self.language).labels[label]

    def score(self, label: str, stretch: Stretch) -> float | None:
        """Return how much a stretch reads like a label; None: it is short, the rules' alone.

        A number, or a product's name with its marks, reads like nothing.
        """
        if stretch.is_short:
            return None
        if not stretch.letters:
            return -math.inf
        learned = self.learned(label)
        weights = learned.weights
        total: int = sum(weights[place] for place in stretch.places)
        meant: float = sum(map(mul, learned.answers, stretch.answers))
        return learned.bias + learned.scale * total / math.sqrt(len(stretch.places)) + meant

    def said(self, label: str, stretch: Stretch) -> tuple[int, int]:
        """Return the words that weigh most, in characters: their clause, or the few themselves."""
        units = stretch.units
        weighed = self._weighed(label, stretch)
        clauses = _clauses(units)
        longest = _SHOWN[self.language]
        begin, end = max(
            (
                (a, b)
                for first, last in clauses
                for a in range(first, last)
                for b in range(a + 1, min(a + longest, last) + 1)
            ),
            key=lambda one: sum(weighed[one[0] : one[1]]),
        )
        whole = next((a, b) for a, b in clauses if a <= begin < b)
        if whole[1] - whole[0] <= _LONGEST_CLAUSE[self.language]:
            begin, end = whole
        return units[begin].start, units[end - 1].end

    def _weighed(self, label: str, stretch: Stretch) -> list[float]:
        """Return how much each unit weighs: its share of every feature and answer that it is in."""
        learned = self.learned(label)
        weighed = [0.0] * len(stretch.units)

        def share(weight: float, begin: int, end: int) -> None:
            inside = range(max(begin, 0), min(end, len(weighed)))
            for at in inside:
                weighed[at] += weight / len(inside)

        scale = learned.scale / math.sqrt(len(stretch.places))
        for feature, begin, end in features(stretch.units, self.language):
            share(scale * learned.weights[place_of(feature)], begin, end)
        meant = map(mul, learned.answers, stretch.answers)
        places = learned_of(self.language).meaning.places(stretch.words)
        for weight, (begin, end) in zip(meant, places, strict=True):
            share(weight, begin, end)
        return weighed


def read(flat: str, toks: Sequence[Token], drugs: frozenset[str]) -> Read:
    """Return a text that ``plain`` and ``tokens`` made, taken apart."""
    language, units = units_of(flat, toks, drugs)
    bounds = [0]
    for at, one in enumerate(units):
        is_number = one.said == "." and units[at + 1 : at + 2] and units[at + 1].said == "0"
        if one.said in _ENDS and not is_number:
            bounds.append(at + 1)
    bounds.append(len(units))
    sentences = list(pairwise(bounds))
    longer = (
        [(0, len(units))]
        if len(units) <= _LONGEST
        else [(a, d) for (a, _b), (_c, d) in pairwise(sentences)]
    )
    ranges = dict.fromkeys([*longer, *sentences])
    stretches = [
        _stretch(tuple(units[a:b]), language)
        for a, b in ranges
        if b - a > 1 or (b and (a, b) == (0, len(units)))
    ]
    return Read(language, tuple(stretches), is_mixed=_is_mixed(flat, toks, drugs))


def units_of(flat: str, toks: Sequence[Token], drugs: frozenset[str]) -> tuple[str, list[Unit]]:
    """Return by which language's weights a text is read, and its units."""
    language = language_of(flat, toks)
    of_english = language == "english"
    return language, english_units(toks, drugs) if of_english else chinese_units(flat, drugs)


def _stretch(units: tuple[Unit, ...], language: str) -> Stretch:
    meaning = learned_of(language).meaning
    words = meaning.found([one.said for one in units], language)
    answers = tuple(meaning.answers(words))
    return Stretch(units, words, places_of(units, language), answers)


def _clauses(units: Sequence[Unit]) -> list[tuple[int, int]]:
    """Return (first, behind the last) of each clause, without the marks between them."""
    found: list[tuple[int, int]] = []
    begin = 0
    for at, one in enumerate((*units, Unit(".", 0, 0))):
        if one.said in _CLAUSE_ENDS:
            if at > begin:
                found.append((begin, at))
            begin = at + 1
    return found or [(0, len(units))]


def places_of(units: Sequence[Unit], language: str) -> frozenset[int]:
    """Return which weights the features of some units have."""
    return frozenset(place_of(feature) for feature, _begin, _end in features(units, language))


def language_of(flat: str, toks: Sequence[Token]) -> str:
    """Return by which language's weights a text is read: the one that most of it is in."""
    return "chinese" if _characters(flat) >= len(toks) else "english"


def _is_mixed(flat: str, toks: Sequence[Token], drugs: frozenset[str]) -> bool:
    """Whether a good part of a text is in either language: neither's weights know it."""
    words = sum(one.word.isascii() and one.word.isalpha() and one.word not in drugs for one in toks)
    few, many = sorted((_characters(flat), words))
    return few > 0 and many <= 4 * few


def _characters(flat: str) -> int:
    return sum("\u2e80" <= char <= "\u9fff" for char in flat)


def english_units(toks: Sequence[Token], drugs: frozenset[str]) -> list[Unit]:
    """Return words and marks: numbers as ``0``, products and their like as one word."""
    return [
        Unit("0" if one.word[0].isdigit() else named(one.word, drugs), one.start, one.end)
        for one in toks
        if one.word[0].isalnum() or one.word in _MARKS
    ]


def chinese_units(flat: str, drugs: frozenset[str]) -> list[Unit]:
    """Return characters without blanks: numbers as ``0``, products as two."""
    for name in drugs:
        if name in flat:
            flat = flat.replace(name, "\ue000" * len(name))
    units: list[Unit] = []
    before = ""
    for at, char in enumerate(flat):
        kind = "0" if char.isdigit() else char
        if kind in {"0", "\ue000"} and kind == before:
            units[-1] = Unit(units[-1].said, units[-1].start, at + 1)
        elif not char.isspace():
            units.append(Unit("药x" if kind == "\ue000" else kind, at, at + 1))
        before = kind
    return units


def features(units: Sequence[Unit], language: str) -> Iterator[tuple[str, int, int]]:
    """Yield (feature, first unit, unit behind its last); edges of the text count as units."""
    said = [_EDGE[0], *(one.said for one in units), _EDGE[1]]
    joint, longest = (" ", 3) if language == "english" else ("", 4)
    for at, word in enumerate(said):
        for size in range(1, min(longest, len(said) - at) + 1):
            yield joint.join(said[at : at + size]), at - 1, at + size - 1
        if language == "english" and len(word) > 4:
            for size in (4, 5, 6):
                yield f"{word[:size]}~", at - 1, at
            yield f"~{word[-4:]}", at - 1, at


def place_of(feature: str) -> int:
    """Return which weight a feature has."""
    return crc32(feature.encode()) & ((1 << BITS) - 1)


@dataclass(frozen=True)
class Lesson:
    """What was learned of a language: of each label, and of what its words mean."""

    labels: dict[str, Learned]
    meaning: Meaning


@cache
def learned_of(language: str) -> Lesson:
    """Return what was learned of a language.

    A file is one line of JSON, filled up to a multiple of four bytes; then the words' codes, four
    bytes each, lowest first; then each label's weights, and each word's numbers, a signed byte each.
    """
    with (FOLDER / f"{language}.weights").open("rb") as file:
        # A sentence needs a few thousand of some millions of bytes: only their pages are read.
        data = mmap(file.fileno(), 0, access=ACCESS_READ)
    first = data.find(b"\n") + 1
    told = json.loads(data[:first])
    said = told["meaning"]
    many = said.pop("words")
    codes = memoryview(data)[first : first + 4 * many].cast("I")
    blocks = memoryview(data)[first + 4 * many :].cast("b")
    size = 1 << BITS
    labels = {
        label: Learned(blocks[at * size : (at + 1) * size], **facts)
        for at, (label, facts) in enumerate(told["labels"].items())
    }
    rows = blocks[len(labels) * size :]
    return Lesson(labels, Meaning(words=codes, rows=rows, **said))
