"""How a note is read: topics, days that come back, what no personal note may hold."""

from __future__ import annotations

import pytest

from repplan.notes.model import TOPICS
from repplan.notes.rules import (
    TOPIC_WORDS,
    read_personal,
    sensitive,
)
from repplan.notes.sensitive import WORDS


@pytest.mark.parametrize(
    ("said", "topic", "text", "day"),
    [
        ("plays the cello", None, "plays the cello", None),
        ("family: son at Purdue", "family", "son at Purdue", None),
        ("Team : the Colts", "team", "the Colts", None),
        ("avoid: the practice sale", "avoid", "the practice sale", None),
        ("不提：竞聘的事", "avoid", "竞聘的事", None),
        ("爱好: 钓鱼", "interest", "钓鱼", None),
        ("讲过：修船的事", "told", "修船的事", None),
        ("birthday: 3 may", "date", "birthday: 3 may", "05-03"),
        ("date: wedding, June 12th", "date", "wedding, June 12th", "06-12"),
        ("生日5月3日", "date", "生日5月3日", "05-03"),
        ("医师节 8月19日", "date", "医师节 8月19日", "08-19"),
        # A day of anything else is part of what was said.
        ("ran the marathon on 3 may", None, "ran the marathon on 3 may", None),
        ("birthday is in spring", None, "birthday is in spring", None),
        # An unknown word before a colon is text, and so is a topic with nothing behind it.
        ("motto: less is more", None, "motto: less is more", None),
        ("family:", None, "family:", None),
    ],
)
def test_a_topic_stands_before_a_colon(
    said: str, topic: str | None, text: str, day: str | None
) -> None:
    """The first word says what it is about, in either language; nothing else is taken away."""
    assert read_personal(said) == (topic, text, day)


def test_every_topic_has_words_in_both_languages() -> None:
    """Each topic can be typed in English and in Chinese, and no word means two."""
    assert set(TOPIC_WORDS) == set(TOPICS)
    for topic, words in TOPIC_WORDS.items():
        assert topic in words
        assert any(not word.isascii() for word in words)
    every = [word for words in TOPIC_WORDS.values() for word in words]
    assert len(every) == len(set(every))


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("had knee surgery in May", "health"),
        ("her breast cancer in 2020", "health"),
        ("allergic to nuts", "health"),
        ("他去年做手术", "health"),
        ("太太怀孕了", "health"),
        ("goes to church on Sundays", "religion"),
        ("周日做礼拜", "religion"),
        ("他信佛", "religion"),
        ("voted for the mayor", "politics"),
        ("是党员", "politics"),
    ],
)
def test_what_no_personal_note_holds(said: str, kind: str) -> None:
    """Health, religion and politics are known in both languages."""
    found = sensitive(said)
    assert found is not None
    assert found[0] == kind
    assert found[1] in said


@pytest.mark.parametrize(
    "said",
    [
        "son in med school", "two strokes off her best round", "Christian likes golf",
        "daughter at Temple University", "fishes at the lake", "a sick guitar solo",
        "下礼拜五去爬山", "周日打球", "儿子中考", "爱吃辣", "hates meetings", "the Cardinals",
        "loves early surgery lists", "party animal", "works out at six",
    ],
)  # fmt: skip
def test_what_only_looks_like_it(said: str) -> None:
    """A weekday, a name, a sport that holds such a word are no refusal."""
    assert sensitive(said) is None


def test_words_stand_once() -> None:
    """The lists hold no word twice, and both languages of each kind."""
    for english, chinese in WORDS.values():
        assert english
        assert len(english) == len(set(english))
        assert len(chinese) == len(set(chinese))
        assert all(not word.isascii() for word in chinese)
