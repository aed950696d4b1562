"""The header of a visit in an inbox: ``@ WHO``, then in any order time, outcome and the like."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from repplan.errors import BadTime
from repplan.i18n.dates import parse_time
from repplan.records import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import time

OUTCOME_WORDS = {
    "no-see": (
        r"no[ -]?see|no[ -]?show|not seen|没[有能]?[见碰遇](?:到|着|上)(?:人|本人|面)?"
        "|未见(?:到|着)?"
    ),
    "cancelled": r"cancell?ed|(?:已|被)?取消(?:了|拜访)?",
    "brief": r"brief(?:ly)?|seen briefly|短暂(?:见到|见面)?|匆匆(?:见到|一面)?|简短(?:见面)?",
    "staff": r"staff(?: only)?|只?见到?(?:了)?(?:助理|秘书|护士)(?!长)|(?:护士|助理|同事)接待",
    "seen": r"seen|(?:见到|见着)(?:了|本人)?(?=$|[\s\d,，。:：;；、(（电微视])|见面了",
}

CHANNEL_WORDS = {
    "in-person": r"in[ -]person|f2f|face to face|当面|面对面|面访|现场",
    "phone": r"phone|(?:by|on the) phone|phone call|电话(?:拜访)?",
    "video": r"video(?: call)?|zoom|teams|视频(?:会议|通话)?|腾讯会议",
    "email": r"e-?mail|邮件|电子邮件",
    "message": r"message|msg|sms|wechat|whatsapp|微信|短信|消息",
    "event": r"event|会议活动|学术会",
}


@dataclass(frozen=True)
class Header:
    """What a header says; None where it doesn't. ``note`` is what begins behind it."""

    who: str
    at: time | None = None
    outcome: str | None = None
    channel: str | None = None
    minutes: int | None = None
    heads: int | None = None
    note: str = ""


def read_header(text: str, *, is_known: Callable[[str], bool]) -> Header:
    """Return what stands behind the @ of a header line.

    WHO is the longest beginning that ``is_known``; where none is, the words up to the first fact,
    punctuation or mark, or what has the shape of a name.
    """
    known = (end for end in _ends_of_who(text) if is_known(text[:end].strip(_AROUND)))
    end = next(known, None)
    if end is None:
        end = _end_of_unknown(text)
    header = Header(text[:end].strip(_AROUND))
    while fact := _fact_at(text, _past_separators(text, end)):
        if getattr(header, fact.kind) is not None:
            break
        header, end = replace(header, **{fact.kind: fact.value}), fact.end
    return replace(header, note=text[end:].lstrip(_AROUND).rstrip())


_AROUND = " \t,，:：;；、|·。"
_TITLES_ZH = "(?:副?主任(?:医师)?|医生|医师|大夫|护士长?|药师|教授|副?院长|科长|老师|秘书|助理)"
_MARKS = ">＞》<＜《#＃?？!！+＋=＝^~～"
_MOST_WORDS = 8
_MOST_IDEOGRAPHS = 24

# "Chen an hour late" is not An Chen: such a word ends a name only where the name really ends.
_SMALL_WORDS = frozenset(
    "a an and as at but by do for had has he her his i in is it me my no not of on or our she so"
    " the they to was we with you".split()
)


@dataclass(frozen=True)
class _Fact:
    """A fact found in a header: its field in ``Header``, its value, and where it ends."""

    kind: str
    value: Any
    end: int


def _past_separators(text: str, start: int) -> int:
    """Return where the next word begins; a bracket or dash is passed only before a fact."""
    match = re.compile(r"[\s,，:：;；、|·。]*(?:[(（]|[-–—/](?=\s))?[\s)）]*").match(text, start)
    return match.end() if match else start


def _fact_at(text: str, start: int) -> _Fact | None:
    """Return the fact whose words begin exactly here, None where there is none."""
    if start >= len(text):
        return None
    for kind, pattern in _patterns():
        match = pattern.match(text, start)
        if match is None:
            continue
        end = match.end() + (text[match.end() : match.end() + 1] in (")", "）"))
        if kind == "at":
            at = _time(match[1])
            if at is not None:
                return _Fact("at", at, end)
        elif kind in ("minutes", "heads"):
            return _Fact(kind, _number(match), end)
        else:
            return _Fact(kind, match.lastgroup.replace("_", "-") if match.lastgroup else None, end)
    return None


def _time(said: str) -> time | None:
    try:
        return parse_time(said)
    except BadTime:
        return None


def _number(match: re.Match[str]) -> int:
    """Return the minutes or heads of a match; hours count 60, 半小时 30."""
    if match.groupdict().get("hours"):
        return round(float(match["hours"]) * 60)
    digits = re.search(r"\d+", match[0])
    return int(digits[0]) if digits else 30


def _ends_of_who(text: str) -> Iterator[int]:
    """Yield where WHO could end, the longest first; those that end with a fact come last."""
    facts = _facts_in(text)
    inside = {at for start, end in facts for at in range(start + 1, end)}
    ends = [at for at in _boundaries(text) if at not in inside and not _is_cut_short(text, at)]
    with_fact = {end for _, end in facts}
    yield from (end for end in reversed(ends) if end not in with_fact)
    yield from (end for end in reversed(ends) if end in with_fact)


def _boundaries(text: str) -> list[int]:
    """Return where a word or an ideograph ends, up to what could be the longest name."""
    ends, words, ideographs = [], 0, 0
    for at in range(1, len(text) + 1):
        before, after = text[at - 1], text[at : at + 1]
        if before in _AROUND or before in _MARKS:
            continue
        is_ideograph = not before.isascii() and before.isalpha()
        is_end = not (before.isascii() and before.isalnum() and after.isascii() and after.isalnum())
        is_end = is_end or before.isdigit() != after.isdigit()
        # Only the first run is cut (王主任没见到): behind a blank, a name is a run of its own.
        is_whole = not (is_ideograph and after.isalpha() and not after.isascii())
        is_first = not set(text[:at]) & {" ", "\t"}
        if (is_ideograph or is_end) and (is_whole or is_first):
            ends.append(at)
        ideographs += is_ideograph
        words += is_end and not is_ideograph and (not after or after in _AROUND)
        if words >= _MOST_WORDS or ideographs >= _MOST_IDEOGRAPHS:
            break
    return ends


def _is_cut_short(text: str, end: int) -> bool:
    """Say whether a small word of the note would be taken for the end of a name."""
    words = text[:end].split()
    if len(words) < 2 or (len(words[-1]) > 1 and words[-1] not in _SMALL_WORDS):
        return False
    after = text[end:].lstrip(" \t")
    is_more = bool(after) and after[0].isalpha()
    return is_more and _fact_at(text, len(text) - len(after)) is None


def _facts_in(text: str) -> list[tuple[int, int]]:
    """Return the spans of all facts, wherever they stand in the line."""
    spans, at = [], 0
    while at < len(text):
        before = text[at - 1 : at]
        is_start = not (before.isascii() and before.isalnum() and text[at].isascii())
        fact = _fact_at(text, at) if is_start or before.isdigit() != text[at].isdigit() else None
        if fact:
            spans.append((at, fact.end))
        at = fact.end if fact else at + 1
    return spans


def _end_of_unknown(text: str) -> int:
    """Return where the words end that should name someone, though nobody answers to them."""
    stops = [start for start, _ in _facts_in(text)]
    stops += [match.start() for match in re.finditer(rf"[,，:：;；、。({{{_MARKS}（]", text)]
    stop = min(stops, default=len(text))
    said = text[:stop].rstrip(_AROUND)
    chinese = re.match(rf"[\u4e00-\u9fff]{{0,4}}?{_TITLES_ZH}(?:[@＠]\S+)?", said)
    if chinese:
        return chinese.end()
    if said[:1] and not said[0].isascii():
        run = re.match(r"\S*", said)
        return min(run.end() if run else 0, 3)
    if stop < len(text) and len(said.split()) <= 4:
        return len(said)
    name = re.match(
        r"(?:(?:dr|prof|mr|mrs|ms|np|pa|rn)\.?\s+)?\S+"
        r"(?:\s+(?-i:[A-Z][\w'’.-]*)|\s+(?:de|la|van|von|der|el|al|bin)\b)*",
        said,
        re.IGNORECASE,
    )
    return name.end() if name else 0


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return each kind of fact with its pattern; the first kind that fits wins."""
    unit = r"(?!\s*(?:mg|mcg|ml|g|pts?|patients?|units?|bucks|dollars|x)\b|\s*[%元例人个号片盒岁])"
    half = "(?:上午|早上|下午|中午|晚上)"
    numeral = "[0-9一二两三四五六七八九十]"
    at = (
        rf"(?:at\s+)?((?:{half}\s?)?[0-9]{{1,2}}[:：.][0-9]{{2}}(?![0-9])(?:\s?[ap]\.?m?\b\.?)?"
        rf"|[0-9]{{1,2}}\s?[ap]m?\b|[0-9]{{3,4}}(?:\s?[ap]m?)?(?![0-9A-Za-z.:]){unit}"
        rf"|(?:{half}\s?)?{numeral}{{1,3}}[点时](?:半|[一三]刻|整|{numeral}{{1,3}}分?)?|noon\b|中午)"
    )
    minutes = (
        r"[0-9]{1,3}\s?(?:m|mins?|minutes?|')(?![A-Za-z0-9])|[0-9]{1,3}\s?分钟?|半个?小时"
        r"|(?P<hours>[0-9](?:\.5)?)\s?(?:h|hrs?|hours?|个?小时)(?![A-Za-z0-9])"
    )
    heads = (
        rf"[+＋]\s?[0-9]{{1,3}}(?![0-9A-Za-z%.]){unit}"
        r"|[0-9]{1,3}\s?(?:人|位(?!置)|(?:people|heads?|pax|attendees)\b)"
    )
    ends = "(?:(?<![A-Za-z])|(?![A-Za-z0-9]))"  # only of an English word
    return tuple(
        (kind, re.compile(pattern, re.IGNORECASE))
        for kind, pattern in (
            ("at", at),
            ("minutes", minutes),
            ("heads", heads),
            ("outcome", _either(OUTCOME_WORDS) + ends),
            ("channel", _either(CHANNEL_WORDS) + ends),
        )
    )


def _either(words: dict[str, str]) -> str:
    return "(?:" + "|".join(f"(?P<{k.replace('-', '_')}>{v})" for k, v in words.items()) + ")"
