"""Words of a text and phrases over them: what rules about language are written in.

No big patterns: compiling one takes longer than logging a visit. A phrase is a line of words;
``a|b`` is one of them, ``[x]`` may be missing, ``*3`` is up to three words of any kind, ``@set``
a named set, ``stem~`` whatever begins so. Apostrophes are left out: ``dont``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_PLAIN = str.maketrans(
    {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    | {0x3000: " ", 0xA0: " ", 0x2019: "'", 0x2018: "'", 0x201C: '"', 0x201D: '"', 0x2013: "-"}
    | {0x2014: ";", 0x3002: ".", 0x2026: "."}
)
MIXED = {
    "不想": "", "没有": "no", "未见": "no", "否认": "denies", "没出现": "no", "没": "no", "无": "no",
    "不": "not", "患者": "patient", "病人": "patient", "试验": "trial", "研究": "trial",
    "问": "asked", "会不会": "asked", "是否": "asked", "吗": "?", "发生率": "rate",
    "吃了": "took", "用了": "took", "服药": "took", "打了": "took",
}  # fmt: skip
"""Chinese that rules an English word beside it in a mixed sentence."""


DRUG = "xdrugx"
"""What stands for a product's name among the words."""
_SUFFIXES = (
    "pril", "sartan", "statin", "gliptin", "gliflozin", "flozin", "dipine", "prazole", "xaban",
    "gatran", "mab", "tinib", "glutide", "tide", "formin", "cillin", "mycin", "floxacin", "azole",
    "olol", "triptan", "setron", "oxetine", "azepam", "profen", "insulin", "warfarin", "parib",
)  # fmt: skip
_STOPS = frozenset(".;!?\n>")
_ABBREVIATIONS = frozenset("dr mrs mr ms prof st pt approx eg ie no vs".split())


class Token:
    """One word, lower case and without apostrophes, and where it stands."""

    __slots__ = ("end", "start", "word")

    def __init__(self, word: str, start: int, end: int) -> None:
        self.word, self.start, self.end = word, start, end


def plain(text: str) -> str:
    """Return a text of the same length in half-width characters and lower case."""
    text = text.translate(_PLAIN)
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(one if len(one.lower()) != 1 else one.lower() for one in text)


def tokens(flat: str) -> list[Token]:
    """Return the words and marks of a text that ``plain`` has made; Chinese as what it rules."""
    found = [
        Token(match[0].replace("'", ""), match.start(), match.end())
        for match in _token().finditer(flat)
    ]
    if flat.isascii():
        return found
    for start, end in _chinese_runs(flat):
        word = flat[start:end]
        ruled = [one for chinese, one in MIXED.items() if one and chinese in word]
        found += [Token(one, start, end) for one in ruled[:2]]
    return sorted(found, key=lambda one: one.start)


def _chinese_runs(flat: str) -> list[tuple[int, int]]:
    """Return (start, end) of each run of Chinese characters."""
    found = []
    start = -1
    for at, char in enumerate(f"{flat} "):
        is_chinese = "\u2e80" <= char <= "\u9fff"
        if is_chinese and start < 0:
            start = at
        elif not is_chinese and start >= 0:
            found.append((start, at))
            start = -1
    return found


@cache
def _token() -> re.Pattern[str]:
    # No range of Chinese here: a pattern with a wide one takes 6 ms to compile.
    return re.compile(r"[a-zà-ÿ]+(?:'[a-zà-ÿ]+)*|\d+(?:[.,]\d+)*|[%?!.,;:()/&+>\n]")


def sentences(toks: Sequence[Token]) -> list[tuple[int, int, bool]]:
    """Return (begin, end, whether it ends in a question mark) of each sentence."""
    found = []
    begin = 0
    for at, one in enumerate(toks):
        if one.word not in _STOPS:
            continue
        if one.word == "." and at and toks[at - 1].word in _ABBREVIATIONS:
            continue
        if at > begin:
            found.append((begin, at, one.word == "?"))
        begin = at + 1
    if begin < len(toks):
        found.append((begin, len(toks), False))
    return found


def named(word: str, drugs: frozenset[str]) -> str:
    """Return a word, or what stands for a product where it is one's name."""
    return DRUG if word in drugs or (len(word) > 6 and word.endswith(_SUFFIXES)) else word


class Phrases:
    """A table of phrases, each with a tag: the words that may come first find them.

    The first words of all lines stand in one text, which is searched for a word when it is first
    met; a line is taken apart when its first word is met. Most never are.
    """

    def __init__(
        self, table: Mapping[str, str], sets: Mapping[str, frozenset[str]] | None = None
    ) -> None:
        """Read tag → lines of phrases."""
        self._sets = sets or {}
        self._by_word: dict[str, list[_Line]] = {}
        self._by_stem: dict[str, list[_Line]] = {}
        self._met: dict[str, list[_Line]] = {}
        self._made: dict[int, _Line] = {}
        self._said: list[str] = []
        self._tags: list[tuple[int, str]] = []
        for tag, lines in table.items():
            self._said += [one for one in map(str.strip, lines.split("\n")) if one]
            self._tags.append((len(self._said), tag))
        firsts = [one.partition(" ")[0] for one in self._said]
        self._firsts = f"|{'|'.join(firsts)}|"
        self._begins = [0, *accumulate([len(one) + 1 for one in firsts])]
        for at, first in enumerate(firsts):
            if "@" in first or "~" in first or first[0] == "[":
                self._enter(self._line(at), 0)

    def _line(self, at: int) -> _Line:
        """Return a line by its number, made when it is first asked for."""
        line = self._made.get(at)
        if line is None:
            tag = next(tag for end, tag in self._tags if at < end)
            line = self._made[at] = _Line(tag, self._said[at])
        return line

    def find(self, words: Sequence[str], at: int) -> tuple[str, int] | None:
        """Return (tag, end) of the longest phrase that begins at a word; None: none does."""
        best: tuple[str, int] | None = None
        word = words[at]
        met = self._met.get(word)
        if met is None:
            met = self._met[word] = self._meet(word)
        for line in met:
            if line.parts is None:
                line.parts = tuple(self._part(said) for said in line.said.split())
            end = _end(words, at, line.parts)
            if end and (best is None or end > best[1]):
                best = (line.tag, end)
        return best

    def _meet(self, word: str) -> list[_Line]:
        """Return the lines that may begin with a word."""
        found = [*self._by_word.get(word, ()), *self._by_stem.get(word[:3], ())]
        place = self._firsts.find(f"|{word}|")
        while place >= 0:
            line = self._line(bisect_right(self._begins, place) - 1)
            if line not in found:
                found.append(line)
            place = self._firsts.find(f"|{word}|", place + 1)
        return found

    def all(self, words: Sequence[str]) -> Iterable[tuple[str, int, int]]:
        """Yield (tag, start, end) of each place where a phrase begins, the longest of each."""
        for at in range(len(words)):
            found = self.find(words, at)
            if found:
                yield found[0], at, found[1]

    def _enter(self, line: _Line, at: int) -> None:
        """Enter a line by the words that it may begin with, from one of its parts on."""
        whole = line.said.split()
        said = whole[at]
        for one in said.strip("[]").split("|"):
            if one[0] == "@":
                for word in self._sets[one[1:]]:
                    self._by_word.setdefault(word, []).append(line)
            elif one[-1] == "~":
                self._by_stem.setdefault(one[:3], []).append(line)
            else:
                self._by_word.setdefault(one, []).append(line)
        if said[0] == "[" and at + 1 < len(whole):
            self._enter(line, at + 1)

    def _part(self, said: str) -> _Part:
        if said[0] == "*":
            return _Part(frozenset(), (), int(said[1:]), may_miss=True)
        may_miss = said[0] == "["
        words: set[str] = set()
        stems: list[str] = []
        for one in said.strip("[]").split("|"):
            if one[0] == "@":
                words |= self._sets[one[1:]]
            elif one[-1] == "~":
                stems.append(one[:-1])
            else:
                words.add(one)
        return _Part(frozenset(words), tuple(stems), 0, may_miss=may_miss)


class _Line:
    """A phrase as written, and as taken apart once it was needed."""

    __slots__ = ("parts", "said", "tag")

    def __init__(self, tag: str, said: str) -> None:
        self.tag, self.said = tag, said
        self.parts: tuple[_Part, ...] | None = None


class _Part:
    __slots__ = ("gap", "may_miss", "stems", "words")

    def __init__(
        self, words: frozenset[str], stems: tuple[str, ...], gap: int, *, may_miss: bool
    ) -> None:
        self.words, self.stems, self.gap, self.may_miss = words, stems, gap, may_miss

    def fits(self, word: str) -> bool:
        return word in self.words or (bool(self.stems) and word.startswith(self.stems))


_STOPS = frozenset(".;!?\n")


def _end(words: Sequence[str], at: int, parts: tuple[_Part, ...]) -> int:
    """Return where a phrase ends that begins here; 0: it doesn't fit."""
    if not parts:
        return at
    first = parts[0]
    if first.gap:
        for skipped in range(first.gap + 1):
            if skipped and (at + skipped > len(words) or words[at + skipped - 1] in _STOPS):
                return 0
            end = _end(words, at + skipped, parts[1:])
            if end:
                return end
        return 0
    if at < len(words) and first.fits(words[at]):
        end = _end(words, at + 1, parts[1:])
        if end:
            return end
    return _end(words, at, parts[1:]) if first.may_miss else 0
