"""What unmarked notes look like: measured on what reps thumb, and on what is only news."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.visits.hints import looks_like
from repplan.visits.hints_chinese import chinese_hint
from repplan.visits.hints_english import english_hint
from repplan.visits.marks import Mark
from tests.visits.hints_cases import FRESH, FRESH_HARMLESS, HARMLESS, LEARNT, rounds

ROUNDS = rounds()
OPEN_ROUNDS = tuple((text, kind) for text, kind in ROUNDS if kind != "harmless")
HARMLESS_ROUNDS = tuple(text for text, kind in ROUNDS if kind == "harmless")


@pytest.mark.parametrize("cases", [LEARNT, FRESH, OPEN_ROUNDS], ids=["learnt", "fresh", "rounds"])
def test_promises_and_questions_are_asked_about(cases: tuple[tuple[str, str], ...]) -> None:
    """Of promises, questions and kept ones at least 54 in 60 are asked about, as what they are."""
    assert len(cases) >= 60
    missed = [text for text, kind in cases if looks_like(text) != kind]
    assert len(missed) <= 0.1 * len(cases), missed


@pytest.mark.parametrize(
    ("cases", "least"),
    [(HARMLESS, 100), (FRESH_HARMLESS, 60), (HARMLESS_ROUNDS, 900)],
    ids=["learnt", "fresh", "rounds"],
)
def test_news_is_left_alone(cases: tuple[str, ...], least: int) -> None:
    """Of harmless segments at most 5 % are asked about."""
    assert len(cases) >= least
    bothered = [text for text in cases if looks_like(text) is not None]
    assert len(bothered) <= 0.05 * len(cases), bothered


@pytest.mark.parametrize(
    ("text", "mark", "rule"),
    [
        ("ill send her the table", Mark.PROMISE, "I will send"),
        ("he was ill last week", None, None),
        ("will drop it by thurs", Mark.PROMISE, "will send"),
        ("Will Chen joined us", None, None),
        ("will try on 2 pts", Mark.THEY, "will try"),
        ("will not try it", None, None),
        ("will call me mon", Mark.THEY, "will send me"),
        ("told her id shoot over the link", Mark.PROMISE, "I would send"),
        ("id badge needed", None, None),
        ("shell pull the list", Mark.THEY, "she will send"),
        ("shell station next door", None, None),
        ("asked abt dialysis", Mark.ASKED, "asked about"),
        ("asked me to wait", None, None),
        ("no questions", None, None),
        ("can it be crushed", Mark.ASKED, "can it, does she"),
        ("can see why", None, None),
        ("brign her teh table", Mark.PROMISE, "email her the table"),
        ("gave the reprint", Mark.DONE, "gave it"),
        ("gave up", None, None),
        ("gave the reprint, will send the other", Mark.PROMISE, "will send"),
    ],
)
def test_english_rules(text: str, mark: Mark | None, rule: str | None) -> None:
    """A rule says by its name what it saw; its look-alike is news."""
    hint = english_hint(text)
    assert (hint.mark if hint else None) == mark
    assert (hint.name if hint else None) == rule


@pytest.mark.parametrize(
    ("text", "mark", "rule"),
    [
        ("我会发给她", Mark.PROMISE, "我会送"),
        ("会诊去了", None, None),
        ("答应周五送剂量表", Mark.PROMISE, "答应送"),
        ("没答应", None, None),
        ("主任答应科会上提一下", Mark.THEY, "他答应"),
        ("他会试两例", Mark.THEY, "他会试"),
        ("他会英语", None, None),
        ("问能不能掰开", Mark.ASKED, "问能不能"),
        ("没问题", None, None),
        ("问候了家人", None, None),
        ("给了单页", Mark.DONE, "给了单页"),
        ("给了五分钟", None, None),
        ("给了单页,回头发文献", Mark.PROMISE, "会后给他"),
    ],
)
def test_chinese_rules(text: str, mark: Mark | None, rule: str | None) -> None:
    """The same in Chinese, where a longer word wins over the one inside it."""
    hint = chinese_hint(text)
    assert (hint.mark if hint else None) == mark
    assert (hint.name if hint else None) == rule


@pytest.mark.parametrize(
    ("typed", "same_as"),
    [
        ("I’ll send it", "ill send it"),
        ("ILL SEND IT", "ill send it"),
        ("ｗｉｌｌ ｓｅｎｄ ｉｔ", "will send it"),
        ("she'll ask", "shell ask"),
        ("theyll review it", "they'll review it"),
        ("asked abt price", "asked about price"),
        ("prmsd samples", "promised samples"),
        ("能不能用？", "能不能用?"),
        ("答应 周五 送 文献", "答应周五送文献"),
        ("will send 她那篇 paper", "will send paper"),
    ],
)
def test_thumbed_spelling_reads_the_same(typed: str, same_as: str) -> None:
    """Apostrophes, capitals, width and slips of the thumb make no difference."""
    assert looks_like(typed) == looks_like(same_as)
    assert looks_like(typed) is not None


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_any_text_has_an_answer(text: str) -> None:
    """Whatever is typed, there is an answer, and it is one of four marks or None."""
    assert looks_like(text) in {None, Mark.PROMISE, Mark.THEY, Mark.ASKED, Mark.DONE}


@pytest.mark.parametrize("text", ["will " * 20_000, "我发" * 20_000, "?" * 60_000, "给" * 60_000])
def test_endless_text_is_read_in_time(text: str) -> None:
    """What somebody pasted doesn't hang the log: only its beginning is read."""
    assert looks_like(text) == looks_like(text[:1000])
