"""How the grammars of hints work: rules over letters, one letter for the part a word plays.

A language has its words (``hints_words.py``, the top of ``hints_chinese.py``) and its rules. Each
rule is named for what it sees, so that every hint can be explained by one name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from repplan.visits.marks import Mark

if TYPE_CHECKING:
    from collections.abc import Mapping


class Rule(NamedTuple):
    """One thing that a text can look like; ``mark`` None: harmless.

    ``settles``: what it matches is read no further.
    """

    mark: Mark | None
    name: str
    patterns: tuple[str, ...]
    settles: bool = False


def rule(mark: Mark, name: str, *patterns: str) -> Rule:
    """Return a rule whose match is weighed against those of the other rules."""
    return Rule(mark, name, patterns)


def settled(mark: Mark | None, name: str, *patterns: str) -> Rule:
    """Return a rule whose match no later rule reads again."""
    return Rule(mark, name, patterns, settles=True)


@dataclass(frozen=True)
class Grammar:
    """The rules of a language.

    ``short``: what single signs and ``{names}`` in patterns stand for, none of it inside brackets.
    ``filler``: the letter of words that play no part.
    """

    rules: tuple[Rule, ...]
    short: Mapping[str, str]
    filler: str

    def read(self, letters: str) -> Rule | None:
        """Return the rule that fits, None where the letters are only news.

        The match furthest to the left decides, among those the first rule; a kept promise only
        where nothing is open.
        """
        best: tuple[bool, int, int] | None = None
        found: Rule | None = None
        for rank, (one, pattern, needed) in enumerate(self._patterns):
            if not needed.issubset(letters):
                continue
            match = self._compiled(pattern).search(letters)
            if match is None:
                continue
            if one.settles:
                blank = self.filler * len(match[0])
                letters = letters[: match.start()] + blank + letters[match.end() :]
            if one.mark is not None:
                place = (one.mark is Mark.DONE, match.start(), rank)
                if best is None or place < best:
                    best, found = place, one
        return found

    @cached_property
    def _patterns(self) -> tuple[tuple[Rule, str, frozenset[str]], ...]:
        """Each pattern with its rule and the letters without which it can't fit.

        Most patterns need a letter that most texts don't have; those are never compiled.
        """
        return tuple(
            (one, pattern, self._needed(pattern)) for one in self.rules for pattern in one.patterns
        )

    def _needed(self, pattern: str) -> frozenset[str]:
        outside = re.sub(r"\[[^\]]*\]", " ", pattern)
        outside = re.sub(r".\{0,[0-9]+\}|\{[^}]*\}", " ", outside)
        while "(" in outside:
            outside = re.sub(r"\([^()]*\)", " ", outside)
        certain = re.findall(r"[A-Za-z0-9;!%](?!\?)", outside)
        return frozenset(certain) - self.short.keys()

    def _compiled(self, pattern: str) -> re.Pattern[str]:
        known = self._known.get(pattern)
        if known is None:
            known = self._known[pattern] = re.compile(self._spelled_out(pattern))
        return known

    @cached_property
    def _known(self) -> dict[str, re.Pattern[str]]:
        return {}

    def _spelled_out(self, pattern: str) -> str:
        """Return a rule's pattern as Python's."""
        for name, meant in self.short.items():
            pattern = pattern.replace(f"{{{name}}}", meant)
        parted = re.split(r"(\[[^\]]*\]|\(\?<?[!=:])", pattern)
        return "".join(
            part if at % 2 else "".join(self.short.get(sign, sign) for sign in part)
            for at, part in enumerate(parted)
        )
