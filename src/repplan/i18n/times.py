"""Times of day as reps thumb them, in English and Chinese."""

from __future__ import annotations

import re
from datetime import time
from functools import cache

from repplan.errors import BadTime
from repplan.i18n.daywords import NUMBER, SIMPLIFIED, number
from repplan.text import fold

_WORDS = {"noon": time(12), "midday": time(12), "中午": time(12), "正午": time(12)}
_MINUTES_ZH = {"半": 30, "一刻": 15, "三刻": 45}

_COLON = r"(?P<hour>[0-9]{1,2})[:.](?P<minute>[0-9]{2})(?::[0-9]{2})?"
_HALF = "(?P<half>上午|早上|早晨|清晨|凌晨|早|中午|下午|午后|傍晚|晚上|晚|夜里)"
_PATTERNS = (
    f"{_COLON}(?: ?(?P<ampm>[ap])m?)?",
    "(?P<hour>[0-9]{1,2}) ?(?P<ampm>[ap])m?",
    "(?P<hour>[0-9]{1,2})(?P<minute>[0-9]{2})(?: ?(?P<ampm>[ap])m)?",
    f"{_HALF} ?{_COLON}",
    (
        f"{_HALF}? ?(?P<hour>{NUMBER}|零)[点时](?:整|(?P<part>半|[一三]刻)|钟"
        f"|(?P<minute>[0零〇]?[1-9一二三四五六七八九]|{NUMBER})分?)?"
    ),
)
_AFTERNOON = frozenset({"p", "下午", "午后", "傍晚", "晚上", "晚", "夜里"})


def parse_time(text: str) -> time:
    """Return the time of day these words mean: ``840 8:40 2pm 14:20 9点10分 下午3点``.

    A bare hour (8) is none: it could be either half of the day. Raises: BadTime.
    """
    said = " ".join(fold(text).translate(SIMPLIFIED).replace(".m", "m").split()).rstrip(" .,")
    if said in _WORDS:
        return _WORDS[said]
    for pattern in _PATTERNS:
        match = _compiled(pattern).fullmatch(said)
        if match is not None and (at := _time(match)) is not None:
            return at
    raise BadTime(said=text.strip())


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _time(match: re.Match[str]) -> time | None:
    said = {name: value or "" for name, value in match.groupdict().items()}
    number_said = number(said["hour"].replace("零", "0"))
    hour = _hour(number_said, said.get("ampm", ""), said.get("half", ""))
    minute = _MINUTES_ZH.get(said.get("part", "")) or _minute(said.get("minute", ""))
    return time(hour, minute) if hour is not None and 0 <= minute < 60 else None


def _minute(said: str) -> int:
    return number(said.lstrip("零〇")) if said else 0


def _hour(hour: int, ampm: str, half: str) -> int | None:
    """Return the hour of 24; None where it doesn't exist, or could be two (晚上12点)."""
    if ampm:
        if not 1 <= hour <= 12:
            return None
        return hour % 12 + (12 if ampm == "p" else 0)
    if half in {"晚上", "晚", "夜里"} and hour in {0, 12}:
        return None
    is_late = half in _AFTERNOON or (half == "中午" and hour < 3)
    if is_late and hour < 12:
        hour += 12
    return hour if hour < 24 else None
