"""How a note is read: what it is about, the day that comes back, what it may never hold."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from repplan.errors import (
    N_,
    BadValue,
    MissingValue,
    NotFound,
    Refused,
    UsageProblem,
)
from repplan.notes.model import (
    ACHIEVEMENT,
    AVOID,
    DATE,
    DRIVES,
    FAMILY,
    FOOD,
    FRUSTRATES,
    INTEREST,
    PERSONAL,
    PLACE,
    STORY,
    TEAM,
    TOLD,
    TOPICS,
)
from repplan.notes.sensitive import HARMLESS, NAMED, WORDS
from repplan.notes.yearly import DAY_WORDS, refuse_no_day, yearly_in
from repplan.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from repplan.fields import Cell
    from repplan.notes.model import Note

TOPIC_WORDS: Mapping[str, tuple[str, ...]] = {
    INTEREST: ("interest", "interests", "hobby", "hobbies", "爱好", "兴趣"),
    FOOD: ("food", "drink", "饮食", "口味", "爱吃"),
    FAMILY: ("family", "家人", "家庭"),
    TEAM: ("team", "teams", "球队", "队"),
    STORY: ("story", "stories", "故事", "经历"),
    DRIVES: ("drives", "drive", "动力", "看重"),
    FRUSTRATES: ("frustrates", "frustration", "烦", "困扰"),
    TOLD: ("told", "讲过", "我讲过"),
    DATE: ("date", "birthday", "anniversary", "日子", "生日", "纪念日"),
    AVOID: ("avoid", "不提", "别提"),
    PLACE: ("place", "地点", "场合"),
}
"""The words, before a colon, by which a personal note says what it is about."""


@dataclass(eq=False)
class Sensitive(Refused):
    """A personal note that would hold what nobody may keep. ``rule`` names it, ``said`` the word.

    Source: GDPR, Article 9(1); PIPL of China, Article 28. Checked 2026-11-22.
    """

    slug: ClassVar[str] = "sensitive-note"
    message: ClassVar[str] = N_("A personal note never holds {rule}: “{said}”.")
    hint: ClassVar[str] = N_(
        "Leave it out. What they study or treat is no personal note: without --personal."
    )
    words: ClassVar[tuple[str, ...]] = ("rule",)
    rule: str
    said: str
    source: str = "GDPR Art. 9, PIPL Art. 28"


@dataclass(eq=False)
class ExpiredAlready(UsageProblem):
    """A note that would count on no day."""

    slug: ClassVar[str] = "expired-already"
    message: ClassVar[str] = N_("{day} is gone by: today is {today}.")
    hint: ClassVar[str] = N_("Give a last day to come. One that counts no longer: note retire REF")
    day: str
    today: str


@dataclass(eq=False)
class StillAhead(UsageProblem):
    """What somebody will do is no achievement yet."""

    slug: ClassVar[str] = "still-ahead"
    message: ClassVar[str] = N_("{day} is still to come: an achievement is one when it is done.")
    hint: ClassVar[str] = N_("Until then, without --achievement: repplan note add WHO TEXT")
    day: str


@dataclass(eq=False)
class NoSuchNote(NotFound):
    """No note answers to these words; ``nearest`` are those of whom they name."""

    slug: ClassVar[str] = "no-such-note"
    message: ClassVar[str] = N_("There is no note “{said}”.")
    hint: ClassVar[str] = N_("See them with their refs: repplan note list WHO, also --personal")


def read_personal(text: str) -> tuple[str | None, str, str | None]:
    """Return (topic, text, yearly day) of a personal note: the topic stands before a colon.

    >>> read_personal("family: son at Purdue")
    ('family', 'son at Purdue', None)
    >>> read_personal("birthday: 3 may")
    ('date', 'birthday: 3 may', '05-03')
    >>> read_personal("不提：竞聘的事")
    ('avoid', '竞聘的事', None)
    """
    word, colon, rest = text.replace("：", ":", 1).partition(":")
    topic = _topics().get(word.strip().casefold()) if colon and rest.strip() else None
    if topic is None:
        day = yearly_in(text) if re.search(DAY_WORDS, text, re.IGNORECASE) else None
        return (DATE, text, day) if day else (None, text, None)
    # "birthday" says what day it is, so it stays.
    is_only_topic = re.fullmatch(DAY_WORDS, word.strip(), re.IGNORECASE) is None
    words = rest.strip() if is_only_topic else text
    return topic, words, yearly_in(rest) if topic == DATE else None


def with_topic(text: str, cells: Mapping[str, Cell]) -> tuple[str, dict[str, Cell]]:
    """Return a personal note's words and cells, with the topic and the day that the words say.

    Raises: MissingValue for a day that comes back, and isn't said, BadDay for one that is none.
    """
    topic, words, day = read_personal(text)
    known = dict(cells)
    if known.get("topic") is None:
        known["topic"] = topic
    else:
        words, day = text, yearly_in(text) if known["topic"] == DATE else None
    if known.get("yearly") is None:
        refuse_no_day(text)
        known["yearly"] = day
    if known["topic"] == DATE and known["yearly"] is None:
        raise MissingValue("--yearly")
    return words, known


def check_days(cells: Mapping[str, Cell], today: str) -> None:
    """Refuse a note that has expired already, and an achievement to come. Days are ISO.

    Raises: ExpiredAlready, StillAhead.
    """
    expires, happened = cells.get("expires_on"), cells.get("happened_on")
    if expires and str(expires) < today:
        raise ExpiredAlready(str(expires), today)
    if cells.get("topic") == ACHIEVEMENT and happened and str(happened) > today:
        raise StillAhead(str(happened))


def check_apart(*, is_personal: bool, is_achievement: bool, has_topic: bool) -> None:
    """Raise what keeps a note from being kept so: an achievement is public, a topic personal."""
    if is_personal and is_achievement:
        raise BadValue("--achievement", "--personal", N_("one of the two"))
    if has_topic and not is_personal:
        raise MissingValue("--personal")


def topic_change(before: Note, cells: Mapping[str, Cell]) -> dict[str, Cell]:
    """Return what has to change with the kind: an achievement isn't personal, a topic not public.

    Raises: BadValue where the topic that was asked for isn't one of that kind.
    """
    kind = cells.get("kind", before.kind)
    allowed = TOPICS if kind == PERSONAL else (ACHIEVEMENT,)
    topic = cells.get("topic", before.topic)
    if topic is None or topic in allowed:
        return {}
    if "topic" in cells:
        raise BadValue("topic", str(topic), ", ".join(allowed))
    return {"topic": None}


def sensitive(text: str) -> tuple[str, str] | None:
    """Return what a text tells that nobody may keep, and the word that does; None: nothing.

    The first is health, religion, politics or sex life. Words are a reminder and not a proof; what
    only looks like it is passed over, and so is the name of a band, a team or the like.

    >>> sensitive("had her knee replaced"), sensitive("plays bass in a band called Cancer Bats")
    (('health', 'knee replaced'), None)
    """
    left = _harmless().sub(";", text.replace("’", "'"))
    for kind in WORDS:
        for found in _forbidden(kind).finditer(left):
            if not _is_in_a_name(kind, left, found):
                return kind, found[0].strip()
    return None


def refuse_sensitive(text: str) -> None:
    """Raise Sensitive where a personal note would hold what nobody may keep."""
    found = sensitive(text)
    if found:
        raise Sensitive(*found)


def _is_in_a_name(kind: str, text: str, found: re.Match[str]) -> bool:
    """Whether it is part of a capitalised name, and the text speaks of a band, a team, a film."""
    cues = NAMED.get(kind)
    if cues is None or not found[0][:1].isupper():
        return False
    before, after = text[: found.start()].split(), text[found.end() :].split()
    follows_cue = bool(before) and re.fullmatch(f"(?:{cues})[,:]?", before[-1], re.IGNORECASE)
    neighbours = [*before[-1:], *after[:1], *found[0].split()[1:]]
    has_name = any(word[:1].isupper() for word in neighbours)
    is_cued = re.search(rf"(?<![a-z])(?:{cues})(?![a-z])", text, re.IGNORECASE) is not None
    return bool(follows_cue) or (has_name and is_cued)


@cache
def _topics() -> dict[str, str]:
    return {word: topic for topic, words in TOPIC_WORDS.items() for word in words}


@cache
def _harmless() -> re.Pattern[str]:
    words = [rf"\b{one}\b" if one[0].isascii() and one[0] not in "[(" else one for one in HARMLESS]
    return re.compile("|".join(words), re.IGNORECASE)


@cache
def _forbidden(kind: str) -> re.Pattern[str]:
    english, chinese = WORDS[kind]
    words = [
        rf"\b(?:{word[:-1]})\w*" if word.endswith("*") else rf"\b(?:{word.rstrip()})\b"
        for word in english
    ]
    return re.compile("|".join((*words, *chinese)), re.IGNORECASE)
