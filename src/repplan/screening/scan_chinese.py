"""Many Chinese words looked for at once, and what stands beside them: who, a use, a number."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Span = tuple[str, int, int]
_VERBS = frozenset("吃用服打喝换停加减输吸抹涂滴贴含嚼服挂扎种植戴")
_ASPECTS = frozenset("了完着过后上的到成这咱我你他第一两三半药□就出得坏片粒颗针下泽安")
_USES = (
    "以后 之后 药后 针后 服药 用药 吃药 给药 停药 换药 加量 减量 服用 注射 输液 输注 化疗后 起始 首剂 在吃 在用 在打 "
    "还吃 还用 正吃 一直吃 一直用 长期吃 规律吃 规律服 这药 咱药 我们药 你们药 咱家 我们家 你们家 我们的药 你们的药 咱们的药 "
    "疗程 剂量 药引起 药有关 药相关 跟药 和药 与药 药的事 因为药 是药 药片 开始吃 开始用 停掉 毫克 mg 片 颗 粒 药 针"
).split()
_WEAK_USES = frozenset("药 片 颗 粒 针 剂量 药片 疗程 起始".split())


class Lexicon:
    """Words by kind, found at a place by what stands there: the longest of each place."""

    def __init__(self, table: Mapping[str, str]) -> None:
        """Read kind → words; ``a..b`` is up to six characters between two parts."""
        self._kinds: dict[str, str] = {}
        self._gaps: dict[str, list[tuple[str, str]]] = {}
        for kind, said in table.items():
            words = said.lower().split()
            self._kinds |= dict.fromkeys(words, kind)
            for word in words:
                if ".." in word:
                    first, _gap, last = word.partition("..")
                    self._gaps.setdefault(first, []).append((last, kind))
        self._sizes = range(max(map(len, self._kinds)), 0, -1)
        self._first = {word[0] for word in self._kinds}

    def find(self, text: str) -> Iterator[Span]:
        """Yield (kind, start, end) of each place where a word begins."""
        kinds, gaps, begins = self._kinds, self._gaps, self._first
        for at, char in enumerate(text):
            if char not in begins:
                continue
            for size in self._sizes:
                part = text[at : at + size]
                if part in kinds:
                    yield kinds[part], at, at + len(part)
                    break
                if part in gaps:
                    found = next(self._over(text, at + len(part), gaps[part]), None)
                    if found:
                        yield found[0], at, found[1]
                        break

    @staticmethod
    def _over(text: str, start: int, ends: list[tuple[str, str]]) -> Iterator[tuple[str, int]]:
        for last, kind in ends:
            end = text.find(last, start)
            if 0 <= end - start <= 6:
                yield kind, end + len(last)


@lru_cache(maxsize=64)
def uses(text: str) -> tuple[tuple[int, int, bool], ...]:
    """Return (start, end, whether surely) of each use of a product that a text tells of."""
    found = [
        (at, at + 2, char not in "加减停换打" or text[at + 1 : at + 2] in "药针后到□")
        for at, char in enumerate(text)
        if char in _VERBS
        and text[at + 1 : at + 2] in _ASPECTS
        and text[at - 1 : at] not in _NOT_BEFORE
    ]
    for word in _USES:
        at = text.find(word)
        if at >= 0:
            found.append((at, at + len(word), word not in _WEAK_USES))
    return tuple(found)


_NOT_BEFORE = frozenset("费作实适")


def number_at(text: str, start: int) -> tuple[float, int]:
    """Return the number that begins at a place or within two characters of it, and its end."""
    at = start
    while at < min(len(text), start + 3) and not text[at].isdigit():
        at += 1
    end = at
    while end < len(text) and (text[end].isdigit() or (text[end] == "." and end > at)):
        end += 1
    said = text[at:end].rstrip(".")
    return (float(said), at + len(said)) if said and said.isascii() else (-1.0, start)
