"""The header of a visit in an inbox: who, then the facts in any order, then the note."""

from __future__ import annotations

from datetime import time
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.visits.headers import Header, read_header
from repplan.visits.marks import header_for

NAMES = ("patel", "brandt", "chen", "王主任", "李敏药师", "周一鸣", "oakwood clinic", "chen wei")
FULL = {"an chen", "norah patel", "anjali patel"}


def is_known(words: str) -> bool:
    """Say whether a small territory knows a WHO; words are beginnings, as in the real one."""
    who, _, place = words.casefold().partition("@")
    said = who.split()
    people = [name.split() for name in (*NAMES, *FULL)]
    return (
        bool(said)
        and place in {"", "oakwood", "心内"}
        and any(
            all(any(part.startswith(word) for part in person) for word in said) for person in people
        )
    )


def read(text: str) -> Header:
    """Return a header as this territory reads it."""
    return read_header(text, is_known=is_known)


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ("Patel", Header("Patel")),
        ("Patel 8:40", Header("Patel", time(8, 40))),
        ("patel 840", Header("patel", time(8, 40))),
        ("Patel 2pm", Header("Patel", time(14))),
        ("王主任 9点10分", Header("王主任", time(9, 10))),
        ("王主任9点半", Header("王主任", time(9, 30))),
        ("Patel at 14:20", Header("Patel", time(14, 20))),
        ("Patel no see", Header("Patel", outcome="no-see")),
        ("Patel no-see", Header("Patel", outcome="no-see")),
        ("Patel noshow", Header("Patel", outcome="no-see")),
        ("Patel cancelled", Header("Patel", outcome="cancelled")),
        ("Patel SEEN", Header("Patel", outcome="seen")),
        ("Patel brief", Header("Patel", outcome="brief")),
        ("Patel staff", Header("Patel", outcome="staff")),
        ("王主任没见到", Header("王主任", outcome="no-see")),
        ("王主任 取消", Header("王主任", outcome="cancelled")),
        ("王主任 见到", Header("王主任", outcome="seen")),
        ("Patel phone", Header("Patel", channel="phone")),
        ("Patel video", Header("Patel", channel="video")),
        ("Patel e-mail", Header("Patel", channel="email")),
        ("Patel message", Header("Patel", channel="message")),
        ("Patel wechat", Header("Patel", channel="message")),
        ("李敏药师微信", Header("李敏药师", channel="message")),
        ("李敏药师 电话", Header("李敏药师", channel="phone")),
        ("Patel 10m", Header("Patel", minutes=10)),
        ("Patel 10 min", Header("Patel", minutes=10)),
        ("王主任 10分钟", Header("王主任", minutes=10)),
        ("王主任半小时", Header("王主任", minutes=30)),
        ("Patel 1h", Header("Patel", minutes=60)),
        ("Oakwood Clinic +5", Header("Oakwood Clinic", heads=5)),
        ("Oakwood Clinic ＋5", Header("Oakwood Clinic", heads=5)),
        ("王主任 12人", Header("王主任", heads=12)),
        ("王主任9点10分电话10分钟", Header("王主任", time(9, 10), None, "phone", 10)),
        (
            "Patel, 8:40 (10 min), seen: ok",
            Header("Patel", time(8, 40), "seen", None, 10, None, "ok"),
        ),
    ],
)
def test_each_fact(text: str, header: Header) -> None:
    """Each fact is read in the ways it is typed, in English and Chinese."""
    assert read(text) == header


@pytest.mark.parametrize("facts", list(permutations(["840", "no see", "phone", "10m", "+5"])))
def test_facts_stand_in_any_order(facts: tuple[str, ...]) -> None:
    """The order of the facts makes no difference."""
    header = read(f"Patel {' '.join(facts)} desk says thu")
    assert header == Header("Patel", time(8, 40), "no-see", "phone", 10, 5, "desk says thu")


@pytest.mark.parametrize(
    ("text", "who", "note"),
    [
        ("Patel liked the chart", "Patel", "liked the chart"),
        ("Chen wei said no", "Chen wei", "said no"),
        ("Chen an hour late", "Chen", "an hour late"),
        ("Chen an 8:40", "Chen an", ""),
        ("Patel a bit late", "Patel", "a bit late"),
        ("Patel 500 mg asked", "Patel", "500 mg asked"),
        ("Patel 300 pts on it", "Patel", "300 pts on it"),
        ("Patel +ve about data", "Patel", "+ve about data"),
        ("Patel > table by fri", "Patel", "> table by fri"),
        ("Patel; > table", "Patel", "> table"),
        ("Patel 8:40 9:15 she said", "Patel", "9:15 she said"),
        ("Patel videos were liked", "Patel", "videos were liked"),
        ("patel@oakwood 8:40 ok", "patel@oakwood", "ok"),
        ("王主任@心内没见到", "王主任@心内", ""),
        ("王主任聊了电话随访", "王主任", "聊了电话随访"),
        ("王主任 见到护士长", "王主任", "见到护士长"),
        ("周一鸣 周三没见到", "周一鸣", "周三没见到"),
        ("Smyth 8:40 liked it", "Smyth", "liked it"),
        ("Smyth liked the chart", "Smyth", "liked the chart"),
        ("Dr. Maria de la Cruz wants data", "Dr. Maria de la Cruz", "wants data"),
        ("Smyth: liked it", "Smyth", "liked it"),
        ("赵医生没见到", "赵医生", ""),
        ("赵医生聊得不错", "赵医生", "聊得不错"),
        ("8:40 no see", "", ""),
        ("", "", ""),
    ],
)
def test_who_and_note(text: str, who: str, note: str) -> None:
    """The longest known name is WHO, else what has the shape of one; other words are the note."""
    header = read(text)
    assert (header.who, header.note) == (who, note)


@pytest.mark.parametrize(
    ("who", "at", "header"),
    [
        ("Patel", time(8, 40), "@ Patel 8:40"),
        ("Patel", time(14, 5), "@ Patel 14:05"),
        ("Patel", None, "@ Patel"),
        ("王主任", time(9, 10), "@王主任 09:10"),
        ("王主任", None, "@王主任"),
    ],
)
def test_headers_to_copy(who: str, at: time | None, header: str) -> None:
    """The header that the brief shows, as each language types it."""
    assert header_for(who, at) == header


@given(st.sampled_from(["Patel", "王主任", "Brandt", "周一鸣"]), st.times() | st.none())
def test_a_copied_header_is_read_back(who: str, at: time | None) -> None:
    """What ``header_for`` writes, ``read_header`` reads."""
    at = at.replace(second=0, microsecond=0) if at else None
    assert read(header_for(who, at).lstrip("@ ")) == Header(who, at)


@given(
    st.text(max_size=60) | st.text(st.sampled_from("Patel王主任 840:点分没见到+5m@> "), max_size=40)
)
def test_no_word_is_lost(text: str) -> None:
    """WHO and the note are stretches of the line, WHO first; nothing raises."""
    header = read(text)
    assert text.strip(" ,，:：;；、|·。\t").startswith(header.who)
    assert text.rstrip().endswith(header.note)
