"""What a note begins with where it says an outcome, or may."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.visits import outcomes

MAY_SAY = (
    "he is not in", "she wasn't available", "wasnt there", "isnt around today", "out sick", "off today",
    "away until mon", "on vacation this week", "on leave", "dr. patel on holiday", "on pto",
    "in surgery all day", "couldn't see him", "did not meet her", "couldnt reach her",
    "didnt get to see him", "never got to see her", "unable to see him", "failed to meet him",
    "turned away at the desk", "nobody there", "no one in", "missed him", "we missed the doctor",
    "no see policy", "NO SHOW rate", "not seen by him", "主任今天不在", "没来", "未到", "出差", "休假了",
    "外出", "请假", "停诊", "没上班", "还不上班", "没出诊", "张主任见不到", "扑空", "白跑一趟", "没见到他",
    "未见到", "cancelled", "Canceled by the desk", "临时取消", "已取消了",
)  # fmt: skip


@pytest.mark.parametrize("text", MAY_SAY)
def test_what_may_say_an_outcome_is_asked_about(text: str) -> None:
    """Each kind of such words is found, although few texts are held against the long pattern."""
    assert outcomes._asked(text) is not None


@given(words=st.lists(st.sampled_from([w for text in MAY_SAY for w in text.split()]), max_size=6))
def test_no_text_is_passed_over(words: list[str]) -> None:
    """Whatever the long pattern finds holds one of the words that it is compiled for."""
    text = " ".join(words)
    match = outcomes._maybe().match(text)
    assert (outcomes._asked(text) is not None) is (match is not None)
