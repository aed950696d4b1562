"""Marked notes: every row of the table, days, what is asked, and that nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.i18n.dates import DayContext, Direction
from repplan.visits.marks import Mark, pieces, tidy
from repplan.visits.notation import Ask, AskKind, Note, Segment, read_note

TUESDAY = DayContext(date(2026, 11, 24))
PRODUCTS = ("Cardexa", "Cardexa XR", "Zenoril", "泽康平")
NAMES = ("周一鸣", "Dr May", "May")


def note(text: str, *, is_no_see: bool = False) -> Note:
    """Return the note as this territory reads it."""
    return read_note(text, TUESDAY, products=PRODUCTS, names=NAMES, is_no_see=is_no_see)


def only(text: str) -> Segment:
    """Return the one segment of a note about which nothing is asked."""
    read = note(text)
    assert read.asks == ()
    (segment,) = read.segments
    assert segment.raw == text.strip()
    return segment


@pytest.mark.parametrize(
    ("text", "mark", "said"),
    [
        ("Show me renal before I switch", Mark.SAID, "Show me renal before I switch"),
        ("> renal table", Mark.PROMISE, "renal table"),
        ("p: renal table", Mark.PROMISE, "renal table"),
        ("答应：剂量表", Mark.PROMISE, "剂量表"),
        ("< count of pts", Mark.THEY, "count of pts"),
        ("they: count of pts", Mark.THEY, "count of pts"),
        ("对方:名单", Mark.THEY, "名单"),
        ("? ok in dialysis", Mark.ASKED, "ok in dialysis"),
        ("问：透析能用吗", Mark.ASKED, "透析能用吗"),
        ("d: renal table", Mark.DONE, "renal table"),
        ("已办：剂量表", Mark.DONE, "剂量表"),
        ("! too new for me", Mark.OBJECTION, "too new for me"),
        ("+ article on CKD", Mark.VALUE, "article on CKD"),
        ("gave: intro to Dr Osei", Mark.VALUE, "intro to Dr Osei"),
        ("r: met", Mark.RESULT, ""),
        ("# Cardexa", Mark.PRODUCT, ""),
        ("= Cardexa 10mg x4 lot A123", Mark.SAMPLE, "Cardexa 10mg x4 lot A123"),
        ("样品：泽康平 2盒", Mark.SAMPLE, "泽康平 2盒"),
        ("^ her son is at Purdue", Mark.PERSONAL, "her son is at Purdue"),
        ("~ fri", Mark.NEXT, "fri"),
        ("c: low pressure over 75", Mark.CARES, "low pressure over 75"),
        ("关注：低血压", Mark.CARES, "低血压"),
        ("me: she has decided", Mark.READING, "she has decided"),
        ("agreed: two patients to start", Mark.AGREED, "two patients to start"),
        ("rival: cut their price", Mark.RIVAL, "cut their price"),
        ("竞品：降价了", Mark.RIVAL, "降价了"),
        (r"> table\; both pages", Mark.PROMISE, "table; both pages"),
        ("<60 eGFR is her worry", Mark.SAID, "<60 eGFR is her worry"),
        ("#1 issue is price", Mark.SAID, "#1 issue is price"),
        ("# of pts is down", Mark.SAID, "# of pts is down"),
        ("~ half of her pts", Mark.SAID, "~ half of her pts"),
        ("+ve on the registry", Mark.SAID, "+ve on the registry"),
    ],
)
def test_each_mark(text: str, mark: Mark, said: str) -> None:
    """Each row of the table gives its mark and the text without it."""
    segment = only(text)
    assert (segment.mark, segment.text) == (mark, said)


@pytest.mark.parametrize(
    ("text", "said", "on"),
    [
        ("> renal table by fri", "renal table", date(2026, 11, 27)),
        ("> by fri renal table", "renal table", date(2026, 11, 27)),
        ("p: table before 15 dec", "table", date(2026, 12, 15)),
        ("> 周五前 剂量表", "剂量表", date(2026, 11, 27)),
        ("> 剂量表 周五前", "剂量表", date(2026, 11, 27)),
        ("< 下周三约主任", "约主任", date(2026, 12, 2)),
        ("? dialysis on mon", "dialysis", date(2026, 11, 30)),
        ("> call 周一鸣", "call 周一鸣", None),
        ("> 周一鸣要的指南", "周一鸣要的指南", None),
        ("> paper for Dr May", "paper for Dr May", None),
        ("> renal table", "renal table", None),
        ("! price until fri", "price until fri", None),
        ("d: table by fri", "table by fri", None),
    ],
)
def test_days(text: str, said: str, on: date | None) -> None:
    """A day at either end is taken out of ours, theirs and questions; a name never is."""
    segment = only(text)
    assert (segment.text, segment.on) == (said, on)


def test_days_look_forward() -> None:
    """A note logged for a day behind us still promises ahead."""
    behind = DayContext(date(2026, 11, 24), direction=Direction.BACKWARD)
    assert read_note("> table by fri", behind).segments[0].on == date(2026, 11, 27)


@pytest.mark.parametrize(
    ("text", "on", "at", "said"),
    [
        ("~ fri", date(2026, 11, 27), None, "fri"),
        ("~ 2 weeks", date(2026, 12, 8), None, "2 weeks"),
        ("～ 两周", date(2026, 12, 8), None, "两周"),
        ("~ fri 8:40", date(2026, 11, 27), time(8, 40), "fri 8:40"),
        ("n: +3d", date(2026, 11, 27), None, "+3d"),
        ("下次：下周三", date(2026, 12, 2), None, "下周三"),
        ("next: fri show registry", date(2026, 11, 27), None, "show registry"),
        ("next: after the committee", None, None, "after the committee"),
    ],
)
def test_next_visits(text: str, on: date | None, at: time | None, said: str) -> None:
    """The next visit is a date or an interval, maybe with its time; its word may carry text."""
    segment = only(text)
    assert (segment.mark, segment.on, segment.at, segment.text) == (Mark.NEXT, on, at, said)


@pytest.mark.parametrize(
    ("text", "product", "reaction", "said"),
    [
        ("# Cardexa ++", "Cardexa", "++", ""),
        ("# cardexa xr ~ too new", "Cardexa XR", "~", "too new"),
        ("#Cardexa-- price", "Cardexa", "--", "price"),
        ("# Cardexa —", "Cardexa", "--", ""),
        ("＃ Cardexa －", "Cardexa", "-", ""),
        ("# Cardexa ＋＋", "Cardexa", "++", ""),
        ("# Cardexa liked the registry +", "Cardexa", "+", "liked the registry"),
        ("# Cardexa keen", "Cardexa", "++", ""),
        ("# Cardexa ok, wants data", "Cardexa", "~", "wants data"),
        ("# Cardexa cool", "Cardexa", "-", ""),
        ("# Cardexa: no", "Cardexa", "--", ""),
        ("# Cardexa no renal data yet", "Cardexa", None, "no renal data yet"),
        ("# Cardexa too new, no", "Cardexa", "--", "too new"),
        ("# Cardexa -5 mmHg was news", "Cardexa", None, "-5 mmHg was news"),
        ("# 泽康平 认可", "泽康平", "++", ""),
        ("产品：泽康平：一般", "泽康平", "~", ""),
        ("# 泽康平冷淡,嫌贵", "泽康平", "-", "嫌贵"),
        ("product: Zenoril 反对", "Zenoril", "--", ""),
        ("# Zenoril", "Zenoril", None, ""),
    ],
)
def test_products(text: str, product: str, reaction: str | None, said: str) -> None:
    """The longest known product, its reaction by sign or word, and what was said about it."""
    segment = only(text)
    assert (segment.product, segment.reaction, segment.text) == (product, reaction, said)


@pytest.mark.parametrize(
    ("text", "result", "why"),
    [
        ("r: met", "met", ""),
        ("result: partly, one patient of two", "partly", "one patient of two"),
        ("r: missed no time", "missed", "no time"),
        ("r: renal start partly", "partly", "renal start"),
        ("r: not met", "missed", ""),
        ("目标：达成", "met", ""),
        ("目标：部分达成，只谈了剂量", "partly", "只谈了剂量"),
        ("目标：未达成 加号太多", "missed", "加号太多"),
    ],
)
def test_results(text: str, result: str, why: str) -> None:
    """The objective's result and why, or which objective is meant."""
    segment = only(text)
    assert (segment.mark, segment.result, segment.text) == (Mark.RESULT, result, why)


@pytest.mark.parametrize(
    ("text", "kind", "options"),
    [
        ("> table by firday", AskKind.DAY, ("> table by friday",)),
        ("p: table by firday", AskKind.DAY, ("p: table by friday",)),
        ("> table by 3/4", AskKind.DAY, ("> table by 2027-03-04", "> table by 2027-04-03")),
        ("> table by 30 feb", AskKind.DAY, ()),
        ("~ firday", AskKind.DAY, ("~ friday",)),
        ("> table by 31/11", AskKind.DAY, ()),
        ("> table by 32/13", AskKind.DAY, ()),
        ("> 单页 32/13前", AskKind.DAY, ()),
        ("> table by yesterday", AskKind.DAY, ()),
        ("< table due last fri", AskKind.DAY, ()),
        ("> 单页 昨天", AskKind.DAY, ()),
        ("> 单页 昨天前", AskKind.DAY, ()),
        ("> send what they need by yesterday", AskKind.DAY, ()),
        ("~ feb 30", AskKind.DAY, ()),
        ("~ feb 30 9:00", AskKind.DAY, ()),
        ("~ 32/13", AskKind.DAY, ()),
        ("~ yesterday", AskKind.DAY, ()),
        ("~ 下下下周", AskKind.DAY, ()),
        ("n: 下下下周", AskKind.DAY, ()),
        ("> 发资料 周八前", AskKind.DAY, ()),
        ("> 发资料 周舞前", AskKind.DAY, ("> 发资料 周五前",)),
        ("~2w", AskKind.NEXT, ("~ 2w",)),
        ("will drop the table off", AskKind.PROMISE, ("> drop the table off",)),
        (r"will send a\; b", AskKind.PROMISE, (r"> send a\; b",)),
        ("she'll pull the list", AskKind.THEY, ("< pull the list",)),
        ("问透析能不能用", AskKind.QUESTION, ("? 透析能不能用",)),
        ("给了单页", AskKind.KEPT, ("d: 给了单页",)),
        ("# Cardexaa ++", AskKind.PRODUCT, ("# Cardexa ++", "# Cardexa XR ++")),
        ("# Zenorl price", AskKind.PRODUCT, ("# Zenoril price",)),
        ("# zen", AskKind.PRODUCT, ("# Zenoril",)),
        ("product: Foo ++", AskKind.PRODUCT, ()),
        ("r: dunno", AskKind.RESULT, ("r: met dunno", "r: partly dunno", "r: missed dunno")),
    ],
)
def test_what_is_unclear_is_asked(text: str, kind: AskKind, options: tuple[str, ...]) -> None:
    """An unclear segment keeps its text; its options are segments that raise no such question."""
    read = note(text)
    (ask,) = read.asks
    assert replace(ask, said="", is_gone=False) == Ask(text, " / ".join(options), kind, options)
    assert (ask.kind is AskKind.DAY, ask.said in text) == (bool(ask.said), True)
    assert ask.is_gone == any(day in ask.said for day in ("yesterday", "last", "昨"))
    assert [segment.raw for segment in read.segments] == [text]
    for option in options:
        again = note(option)
        assert len(again.segments) == 1
        assert kind not in {ask.kind for ask in again.asks}


@pytest.mark.parametrize(
    "text",
    [
        "> what he asked yesterday",
        "> the plan we made on last fri",
        "> table for bp on 120/80",
        "> 找他昨天说的单页",
        "> 昨天之前答应的单页",
        "> 他昨天之前说的单页",
        "> resend the data dropped by yesterday",
        "> table of what she had seen by yesterday",
        "> table of what we agreed by yesterday",
        "< data reviewed by last week",
        "~ 20/35 of them",
        "~ 20 patients",
    ],
)
def test_what_looks_back_is_text(text: str) -> None:
    """A day gone by inside a promise, and numbers that are none, raise no question."""
    (segment,) = note(text).segments
    assert (segment.on, note(text).asks) == (None, ())


def test_an_unmarked_guess_decides_nothing() -> None:
    """What looks like a promise stays what was said until somebody says yes."""
    read = note("ill email copay form by fri")
    assert read.segments == (
        Segment(Mark.SAID, "ill email copay form by fri", "ill email copay form by fri"),
    )
    (ask,) = read.asks
    (meant,) = note(ask.options[0]).segments
    assert (meant.mark, meant.on) == (Mark.PROMISE, date(2026, 11, 27))


def test_the_same_is_asked_once() -> None:
    """Typed twice, asked once."""
    assert len(note("will send it; will send it").asks) == 1


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("desk says try thu", "~ thu"),
        ("加号,护士说下周三来", "~ 下周三"),
        ("come back next mon, she said", "~ next mon"),
    ],
)
def test_a_no_see_offers_the_next_try(text: str, option: str) -> None:
    """Where nobody was met, a weekday is offered as the next try; elsewhere it isn't."""
    assert [ask.options for ask in note(text, is_no_see=True).asks] == [(option,)]
    assert AskKind.NEXT not in {ask.kind for ask in note(text).asks}


def test_empty_marks_give_nothing() -> None:
    """A mark, bullet or word without text is no segment; blank text is an empty note."""
    assert note(">; p:; -; # ;\n\n；") == Note((), ())
    assert note("") == Note((), ())


WIDE = str.maketrans(">?!#~+:;<", "＞？！＃～＋：；＜")
TYPED = st.lists(
    st.sampled_from([*"><?!#~+:;\n ", "Cardexa ", "by fri", "p", "ab", "问", "5"]), max_size=20
).map("".join)


@given(TYPED)
def test_full_width_forms_read_the_same(text: str) -> None:
    """Full-width marks give the same marks, days and reactions as the ASCII ones."""

    def read(typed: str) -> list[tuple[object, ...]]:
        return [
            (one.mark, one.on, one.at, one.product, one.reaction, one.result)
            for one in note(typed).segments
        ]

    assert read(text) == read(text.translate(WIDE))


PARTS = st.sampled_from(
    [
        *(
            "> ",
            "< ",
            "? ",
            "! ",
            "+ ",
            "# ",
            "= ",
            "^ ",
            "~ ",
            "p: ",
            "r: ",
            "c: ",
            "答应：",
            "n: ",
        ),
        *("; ", "；", "\n", ". p: ", "\\;", "- ", "1. ", "《", "》", "++", " --", "—", "’", "％"),
        *(
            "Cardexa",
            "泽康平",
            "met",
            "by fri",
            "by firday",
            "3/4",
            "周五前",
            "周一鸣",
            "2w",
            "8:40",
        ),
        *(
            "table",
            "剂量表",
            "will send",
            "问",
            "price",
            "<60",
            "\ud83d",
            "\u202e",
            "\0",
            "e\u0301",
        ),
    ]
)


@given(st.lists(PARTS | st.text(max_size=5), max_size=12).map("".join))
def test_nothing_is_lost_and_nothing_raised(text: str) -> None:
    """Each piece is some segment's raw, in order, unless it holds no more than its mark."""
    read = note(text)
    kept = [segment.raw for segment in read.segments]
    lone = [piece for piece in pieces(tidy(text)) if not note(piece).segments]
    assert sorted(kept + lone) == sorted(pieces(tidy(text)))
    assert kept == [piece for piece in pieces(tidy(text)) if piece not in lone]
    words = {"table", "剂量表", "send", "price", "met", "Cardexa", "泽康平"}
    assert not any(word in piece for piece in lone for word in words)


@given(st.lists(PARTS, max_size=8).map("".join))
def test_a_yes_is_read_like_anything_typed(text: str) -> None:
    """Every option is one segment, and none leads back to itself: the questions run out."""
    for ask in note(text).asks:
        for option in ask.options:
            again = note(option)
            assert len(again.segments) == 1
            assert not any(option in one.options for one in again.asks)
