"""The words and clocks that weekdays and hours are written with, one by one."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from repplan.i18n.daywords import COUNTS, SIMPLIFIED, WEEKDAYS, WEEKDAYS_ZH, number
from repplan.records import dataclass
from repplan.routes.model import DAY_MIN
from repplan.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    Minutes = tuple[tuple[int, int], ...]

_NOON = 12 * 60
_HALVES = {
    "am": (8 * 60, _NOON),
    "pm": (13 * 60, 17 * 60 + 30),
    "noon": (11 * 60 + 30, 13 * 60 + 30),
    "eve": (17 * 60, 21 * 60),
    "all": (0, DAY_MIN),
}
_HALF_WORDS = {
    "am": r"a\.?m\b\.?|mornings?\b|上午|早上|早晨",
    "pm": r"p\.?m\b\.?|afternoons?\b|下午|午后",
    "noon": r"lunch ?times?\b|中午|午间",
    "eve": r"evenings?\b|晚上|傍晚",
    "all": r"all day\b|any ?time\b|全天|整天",
}
_HALF = "|".join(_HALF_WORDS.values())
EVERY_DAY = frozenset(range(1, 8))
_DAYS: dict[str, frozenset[int]] = {
    **{word: frozenset({at + 1}) for word, at in WEEKDAYS.items()},
    **{word: frozenset({at}) for at, word in enumerate("mo tu we th fr sa su".split(), 1)},
    **dict.fromkeys(("tth", "tuth"), frozenset({2, 4})),
    **dict.fromkeys(("weekend", "周末", "双休日"), frozenset({6, 7})),
    **dict.fromkeys(("weekday", "工作日"), frozenset(range(1, 6))),
    **dict.fromkeys(("daily", "everyday", "每天", "每日"), EVERY_DAY),
    "mwf": frozenset({1, 3, 5}),
}
_LETTERS = {"m": "mo", "t": "tu", "w": "we", "f": "fr"}
_ZH = "(?:周|星期|礼拜)"
_ZH_NAMES = "[一二三四五六日天]+(?![点时])"
_ZH_DAYS = (
    rf"{_ZH}(?:{_ZH_NAMES}(?:\s*[、,和及至到~–-]\s*{_ZH}?{_ZH_NAMES})*"
    rf"|[1-7](?:[、至到~–-]{_ZH}?[1-7])*(?![\d:.点时]))"
)
_KINDS = (
    r"(?:clinics?|wards?|rounds?|office|outpatients?|opd|admin|labs?)\b"
    r"|专家门诊|专科门诊|特需门诊|专家|门诊|坐诊|出诊|病房|病区|查房|办公室"
)
_FILLERS = (
    r"(?:hours|hrs|only|in|at|on|from|the|every|each|is|are|best|usually|mostly|there|available"
    r"|free|open|days?)\b|[每都在]|[\s.:()]+"
)
_SHUT = (
    r"(?:theatres?|theaters?|operating(?: rooms?)?|in surgery|surgery days?|procedures?|off|away"
    r"|closed)\b|手术日?|休息日?|停诊|不在|出差"
)
"""Then nobody is received; it stands on either side of when that is. What ``_NOT`` begins is shut too.

``surgery`` alone is a theatre in one country and open hours in another: it isn't read.
"""
_NOT = r"(?:but not|not|no|never|except|excluding)\b"
_TO = r"-|–|—|~|(?:to|till?|until|thru|through|bis)\b|到|至"
_CLOCK = (
    rf"(?:(?P<half#>{_HALF})\s*)?(?:(?:12\s*)?(?P<noon#>noon\b|midday\b)|(?P<hour#>\d{{1,2}})"
    r"(?:[:.h](?P<minute#>\d\d)(?!\d)|\s*[点时](?:(?P<and#>半)|(?P<fen#>\d\d)分?)?)?"
    r"\s*(?:(?:h|hrs?|o'?clock)\b|钟)?\s*(?P<ap#>a\.?m\b\.?|p\.?m\b\.?|[ap]\b)?)"
)
_ENDS = r"(?![a-z]*\d|[.:/-]\d)"
_A, _B, _C = (_CLOCK.replace("#", name) for name in "abc")
_TOKENS = (
    ("days", _ZH_DAYS),
    ("span", rf"(?:from\s+)?{_A}\s*(?:{_TO})\s*{_B}{_ENDS}"),
    ("edge", rf"(?:(?P<before>before|until|till?|by)|after|from|since)\s+{_C}{_ENDS}"),
    (
        "edge",
        rf"{_C.replace('c>', 'd>')}\s*(?:(?P<sooner>以前|之前|前)|以后|之后|后|起|onwards?\b)",
    ),
    ("half", _HALF),
    ("shut", _SHUT),
    ("not", _NOT),
    ("kind", _KINDS),
    ("join", r"[,、/&+]|(?:and|or)\b|和|及"),
    ("to", _TO),
    ("day", r"每[天日]|工作日|周末|双休日"),
    ("filler", _FILLERS),
    ("day", r"[a-z]+"),
    ("unknown", r"\d[\w.:/-]*|."),
)
_LEAST_MIN, _LATEST = 15, 21 * 60
"""A span that is shorter or ends later is something else: a date, a range of rooms.

It may end later where it can be nothing but hours: ``20-22``, ``8:00-22:00``, ``7-10 pm``.
"""


@dataclass(frozen=True)
class Said:
    """What a few characters say, or a statement. ``kind``: a token's; of a statement open, shut, kind."""

    kind: str = ""
    days: frozenset[int] = frozenset()
    hours: Minutes = ()


class Unread(Exception):
    """This isn't of the grammar."""


def parts_of(said: str) -> Iterator[list[Said]]:
    """Yield what is said in each part of a text, word by word. Raises: Unread."""
    for part in re.split("[;|。]", _plain(said)):
        tokens = [_token(match) for match in _pattern().finditer(part)]
        yield [one for one in tokens if one.kind != "filler"]


def _plain(said: str) -> str:
    """Return a text folded, with what has several spellings in one of them."""

    def theatre(match: re.Match[str]) -> str:
        is_both = all((word or "").lower() in _DAYS for word in match.groups())
        return f"{match[1] or ''} {'?' if is_both else 'theatre'} {match[2] or ''}"

    def letters(match: re.Match[str]) -> str:
        row = match[0].replace("-", ",") if match[0].count("-") > 1 else match[0]
        return re.sub(r"\b[mtwf]\b", lambda one: _LETTERS[one[0]], row)

    text = re.sub(r"(?:\b(\w+)\.?\s+)?\bOR\b(?:\s+(\w+))?", theatre, re.sub(r"[\r\n]+", ";", said))
    text = fold(text).translate(SIMPLIFIED | str.maketrans("診術門專間", "诊术门专间"))
    words = "|".join(word for word in COUNTS if len(word) > 2)
    text = re.sub(rf"\b(?:{words})\b", lambda one: str(COUNTS[one[0]]), text)
    text = re.sub(
        "(?:十[一二]?|[一二两三四五六七八九])(?=[点时])", lambda one: str(number(one[0])), text
    )
    text = re.sub(r"\bin the (?:(morning)|afternoon)\b", lambda one: "am" if one[1] else "pm", text)
    text = re.sub(r"\bbetween (\S+(?: ?[ap]\.?m\.?)?) and ", r"\1 - ", text)
    four = r"([01]\d|2[01])([0-5][05])"
    text = re.sub(
        rf"(?<![a-z\d.:/-]){four}\s*(?:-|–|to)\s*{four}(?![\w.:/-])", r"\1:\2-\3:\4", text
    )
    letter = "(?:m|tu?|w|th|f)"
    return re.sub(rf"(?<!\w){letter}(?:\s?[-/,&]\s?{letter})+(?!\w)", letters, text)


def _token(match: re.Match[str]) -> Said:
    kind, word = _TOKENS[int((match.lastgroup or "")[1:])][0], match[0]
    if kind == "days":
        found: frozenset[int] = frozenset()
        bare = re.sub(rf"{_ZH}|[、,和及\s]", "", word)
        for first, last in re.findall(r"(\w)(?:[至到~–-](\w))?", bare):
            found |= run_of(WEEKDAYS_ZH[first] + 1, WEEKDAYS_ZH[last or first] + 1)
        return Said(kind, found)
    if kind == "day":
        days = _DAYS.get(word) or _DAYS.get(word.removesuffix("s"))
        return Said("days", days) if days else Said("unknown")
    if kind == "half":
        return Said(kind, hours=(_HALVES[_half(word)],))
    if kind == "span":
        first, half, until, other = *_clock(match, "a"), *_clock(match, "b")
        # 12-22 is a day of December as well, and 20.10-22.10 are two of October.
        is_clear = first > _NOON or other in {"am", "pm"} or bool(re.search("[:h点时]", word))
        latest = DAY_MIN if is_clear and not re.search(r"\d\.\d", word) else _LATEST
        return Said(kind, hours=(_span(first, half, until, other, latest=latest),))
    return Said(kind, hours=(_edge(match),)) if kind == "edge" else Said(kind)


def run_of(first: int, last: int) -> frozenset[int]:
    """Return the weekdays from one to another: from Friday to Monday there are four."""
    return frozenset((first + by - 1) % 7 + 1 for by in range((last - first) % 7 + 1))


def _half(word: str) -> str:
    return next(
        (half for half, said in _HALF_WORDS.items() if re.match(said, word)), word[:1] + "m"
    )


def _clock(match: re.Match[str], name: str) -> tuple[int, str]:
    """Return a minute of the day, and how it is meant: am, pm, 24 (as it stands), or unsaid."""
    said = {key[:-1]: text for key, text in match.groupdict().items() if key[-1] == name and text}
    if "noon" in said:
        return _NOON, "24"
    hour, minute = int(said["hour"]), int(said.get("minute") or said.get("fen") or 0)
    minute = 30 if "and" in said else minute
    halves = {_half(said[key]).replace("eve", "pm") for key in ("half", "ap") if key in said}
    half = "".join(halves & {"am", "pm"})
    is_fixed = said["hour"][0] == "0" or hour > 12
    if hour > 23 or minute > 59 or minute % 5 or len(half) > 2 or (half == "am" and hour > 11):
        raise Unread
    if half == "pm" and hour < 12:
        hour += 12
    return hour * 60 + minute, half or ("24" if is_fixed else "")


def _span(first: int, half: str, until: int, other: str, *, latest: int) -> tuple[int, int]:
    if not half and first < 6 * 60 and not other:
        # Nobody receives at one at night.
        first, until = first + _NOON, until + (_NOON if until < _NOON else 0)
    elif not half and other == "pm" and first + _NOON < until:
        first += _NOON
    elif not other and (until <= first or (half == "pm" and until < _NOON)):
        until += _NOON
    elif not half and not other and first < 7 * 60:
        raise Unread
    if not 5 * 60 <= first <= until - _LEAST_MIN <= latest - _LEAST_MIN:
        raise Unread
    return first, until


def _edge(match: re.Match[str]) -> tuple[int, int]:
    at, half = _clock(match, "c" if match["hourc"] or match["noonc"] else "d")
    if not half and 6 * 60 <= at < 8 * 60:
        raise Unread
    at += _NOON if not half and at < 6 * 60 else 0
    if not 6 * 60 <= at <= _LATEST:
        raise Unread
    return (0, at) if match["before"] or match["sooner"] else (at, DAY_MIN)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<t{at}>{said})" for at, (_kind, said) in enumerate(_TOKENS)))
