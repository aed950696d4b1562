"""Slips of the thumb in day words: what was nearly said. Never acts, only proposes."""

from __future__ import annotations

import re
from functools import cache

from repplan.i18n.daywords import COUNTS, MONTHS, RELATIVE, SHIFTS, WEEKDAYS

# Words short or common enough that a letter more or less is another word are no targets.
_TARGETS = (
    *(word for word in WEEKDAYS if len(word) >= 6),
    "today",
    "tomorrow",
    "yesterday",
    "january",
    "february",
    "april",
    "august",
    "september",
    "october",
    "november",
    "december",
)
# "text friday" is one letter from "next friday": the slips of short words are listed.
_LISTED = dict.fromkeys(("nex", "nxet", "netx", "enxt", "neext", "nextt", "nect", "mext"), "next")
_LISTED |= dict.fromkeys(("lst", "lsat", "lasst"), "last")
_LISTED |= {"tommorow": "tomorrow", "2moro": "tomorrow", "tomoz": "tomorrow"}
_GLUE = (
    "week",
    "weeks",
    "month",
    "months",
    "days",
    "end",
    "of",
    "on",
    "in",
    "coming",
    "eow",
    "eom",
)
_ORDINARY = frozenset({"sundae", "sundry", "toady", "toddy"})
_KNOWN = frozenset(
    word
    for words in (WEEKDAYS, MONTHS, COUNTS, SHIFTS, " ".join(RELATIVE).split(), _GLUE)
    for word in words
)


# What a phone writes for a weekday: the character beside the one that sounds like it.
_HEARD = {
    char: meant
    for meant, chars in {
        "一": "以已衣依医译意易亿壹",
        "二": "而儿耳尔贰",
        "三": "叁散山伞",
        "四": "似是寺肆死",
        "五": "无午舞伍武吴误物吾",
        "六": "流刘留溜陆",
        "日": "入曰",
        "天": "田填甜添",
    }.items()
    for char in chars
}


def mended(said: str) -> str:
    """Return the folded words with their slips mended; empty if there are none, or no help.

    >>> mended("next firday"), mended("fridays"), mended("sunny"), mended("下周舞")
    ('next friday', '', '', '下周五')
    """
    words = said.split()
    if not said.isascii():
        return _mended_chinese(said)
    if not 1 <= len(words) <= 6:
        return ""
    meant = [_mended_word(word) for word in words]
    return " ".join(meant) if all(meant) and meant != words else ""


def _mended_chinese(said: str) -> str:
    found = re.fullmatch("(.{0,2}(?:周|星期|礼拜))(.)", said)
    return f"{found[1]}{_HEARD[found[2]]}" if found and found[2] in _HEARD else ""


@cache
def _mended_word(word: str) -> str:
    if word in _ORDINARY:
        return ""
    if word in _KNOWN or not word.isalpha():
        return "" if word.removesuffix("'s") != word else word
    if word in _LISTED:
        return _LISTED[word]
    if word.removesuffix("s") in _KNOWN:  # "fridays" is a habit, not a slip
        return ""
    near = [(off, target) for target in _TARGETS if (off := _slips(word, target))]
    return min(near)[1] if near else ""


def _slips(word: str, target: str) -> int:
    """Return how many slips make the target of the word; 0 for none, or too many to believe."""
    allowed = 2 if len(target) >= 8 and len(word) >= 7 else 1
    if len(word) < 4 or abs(len(word) - len(target)) > allowed:
        return 0
    # A slip puts one letter in another's place at most: most words need no closer look.
    if len(set(word) ^ set(target)) > 2 * allowed:
        return 0
    off = distance(word, target)
    return off if off <= allowed else 0


def distance(one: str, other: str) -> int:
    """Return how many letters added, left out, changed or swapped with a neighbour part them.

    >>> distance("firday", "friday"), distance("wensday", "wednesday")
    (1, 2)
    """
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, char in enumerate(one, start=1):
        line = [row]
        for column, against in enumerate(other, start=1):
            cost = min(above[column] + 1, line[-1] + 1, above[column - 1] + (char != against))
            swapped = row > 1 and column > 1 and one[row - 2] == against
            if swapped and char == other[column - 2]:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        before, above = above, line
    return above[-1]
