"""What filters answer to words, and how Chinese is parted into them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.screening.meaning import LONGEST, UNKNOWN, Meaning, code_of, parted

ROWS = {
    UNKNOWN: (0, 0, 0, 0),
    # To the filter of one word; as the first, the middle, the last of three.
    "faint": (9, 0, 5, 0),
    "shaky": (-3, 1, 2, 3),
    "she": (2, 4, 0, -4),
}


def meaning(least: tuple[float, float] = (0.0, 0.0)) -> Meaning:
    """Return four words, a filter of one word and one of three."""
    rows = sorted((code_of(word), row) for word, row in ROWS.items())
    numbers = memoryview(bytes(one % 256 for _code, row in rows for one in row)).cast("b")
    return Meaning([code for code, _row in rows], numbers, 0.5, 1, 1, least)


def answers(said: str, least: tuple[float, float] = (0.0, 0.0)) -> list[float]:
    """Return what the filters answer to an English text."""
    one = meaning(least)
    return one.answers(one.found(said.split(), "english"))


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("she faint", [4.5, 4.5]),  # 9; before "faint" stands "she": 4 + 5
        ("faint she", [4.5, 0.5]),  # 5 of "faint" - 4 of "she" behind it
        ("faint", [4.5, 2.5]),
        ("she shaky", [1.0, 3.0]),  # 4 + 2
        ("nobody said", [0.0, 0.0]),
        ("shaky", [0.0, 1.0]),  # below nothing there is nothing
    ],
)
def test_answers(said: str, answer: list[float]) -> None:
    """Each filter answers with its strongest place; a word without numbers adds nothing."""
    assert answers(said) == answer


def test_answers_begin_somewhere() -> None:
    """What a filter adds to its strongest sum."""
    assert answers("she faint", (-4.0, 1.0)) == [0.5, 5.5]


def test_places() -> None:
    """Where a filter answers: its word, or its three."""
    one = meaning()
    words = one.found(["well", "she", "faint", "today", "again"], "english")
    assert one.places(words) == [(2, 3), (1, 4)]


def test_no_word_has_the_lowest_code() -> None:
    """What has no numbers is the first row."""
    assert code_of(UNKNOWN) == 0
    assert meaning().row_of("nobody") == 0


def test_chinese_words() -> None:
    """The longest known word is taken; what is in none stands alone."""
    known = {"头", "头晕", "吃了", "吃"}
    said = [*"她吃了药头晕"]
    assert list(parted(said, known.__contains__)) == [(0, 1), (1, 3), (3, 4), (4, 6)]
    codes = sorted(map(code_of, {UNKNOWN, *known}))
    words = Meaning(codes, memoryview(bytes(99)), 1.0, 1, 1, (0.0, 0.0)).found(said, "chinese")
    assert [one.row for one in words] == [
        0,
        codes.index(code_of("吃了")),
        0,
        codes.index(code_of("头晕")),
    ]


@given(st.lists(st.sampled_from([*"头晕吃了药", "0", "药x"]), max_size=30), st.data())
def test_words_are_all_of_a_text(said: list[str], data: st.DataObject) -> None:
    """Words follow each other without a gap, and none is longer than the longest."""
    known = data.draw(st.sets(st.text("头晕吃了药", min_size=1, max_size=6)))
    bounds = list(parted(said, known.__contains__))
    assert [end for _begin, end in bounds[:-1]] == [begin for begin, _end in bounds[1:]]
    assert [*bounds[:1], *bounds[-1:]] == [] or (bounds[0][0], bounds[-1][1]) == (0, len(said))
    assert all(0 < end - begin <= LONGEST for begin, end in bounds)
