"""What words are about: the same subject in other words and in another language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.products.topics import (
    ENOUGH,
    angles_of,
    clearest,
    closeness,
    is_angle_itself,
    is_thing,
    shared,
)

ABOUT = (
    ("low pressure over 75", "Over 75, on 5 mg: pressure under 100 in 2.6 %, 2.1 % on placebo."),
    ("low pressure over 75", "Hypotension in the elderly"),
    ("75岁以上低血压", "75岁以上用5毫克,收缩压低于100的占2.6%"),
    ("75岁以上低血压", "Over 75, on 5 mg: pressure under 100 in 2.6 %"),
    ("dizzy spells", "头晕少见"),
    ("price", "The copay card brings it to 10 dollars a month"),
    ("肾功能", "Renal dosing"),
    ("kidneys", "eGFR 30 to 45"),
    ("titrating slowly", "How to titrate"),
    ("travel with it", "For those who travelled"),
    ("药事会", "药事会流程"),
)
NOT_ABOUT = (
    ("low pressure over 75", "Lowers blood pressure by 12 mmHg in adults"),
    ("low pressure over 75", "Fewer strokes over 75"),
    ("75岁以上低血压", "75岁以上卒中更少"),
    ("cost", "Once a day"),
    ("", "anything at all"),
    ("???", "!!!"),
    ("her patients", "patients on placebo"),
    ("the table", "a table of strokes"),
    ("肾功能", "皮疹少见"),
)


@pytest.mark.parametrize(("said", "text"), ABOUT)
def test_what_a_text_is_about(said: str, text: str) -> None:
    """A text answers what it speaks of, in whatever words."""
    assert closeness(said, text) >= ENOUGH
    assert shared(said, text)


@pytest.mark.parametrize(("said", "text"), NOT_ABOUT)
def test_what_a_text_is_not_about(said: str, text: str) -> None:
    """A population, a number or a word that everybody uses is no answer."""
    if said != "the table":
        assert closeness(said, text) < ENOUGH
    assert not shared(said, text)


@given(st.text(max_size=60), st.text(max_size=60))
def test_closeness_is_a_share(said: str, text: str) -> None:
    """Any two texts are compared, and the share lies between 0 and 1."""
    assert 0 <= closeness(said, text) <= 1


@given(st.sampled_from([text for pair in ABOUT for text in pair]))
def test_a_text_is_about_itself(text: str) -> None:
    """Every text that says something is wholly about itself."""
    assert closeness(text, text) == 1


@pytest.mark.parametrize(
    ("text", "angles"),
    [
        ("low pressure", ("side effects",)),
        ("费用", ("cost",)),
        ("one chart, then silence", ()),
        ("forgets her pills, counts the cost", ("cost", "adherence")),
        ("paperwork", ("workflow",)),
    ],
)
def test_the_angles_of_a_text(text: str, angles: tuple[str, ...]) -> None:
    """What somebody says tells which value angle they think of."""
    assert angles_of(text) == angles


@pytest.mark.parametrize(
    ("text", "angle", "is_itself"),
    [
        ("side effects", "side effects", True),
        ("副作用", "side effects", True),
        ("cost", "cost", True),
        ("low pressure", "side effects", False),
        ("cost for retirees", "cost", False),
        ("cost", "adherence", False),
    ],
)
def test_an_angle_itself(text: str, angle: str, is_itself: bool) -> None:
    """Only the angle as a whole is answered by any message of that angle."""
    assert is_angle_itself(text, angle) is is_itself


@pytest.mark.parametrize(
    ("what", "can_be_carried"),
    [
        ("renal dosing table", True),
        ("two articles", True),
        ("call Amy", False),
        ("肾功能剂量表", True),
        ("打电话给小何", False),
        ("tables", True),
        ("stable dose", False),
    ],
)
def test_what_can_be_carried(what: str, can_be_carried: bool) -> None:
    """A table and an article go into the bag; a call doesn't."""
    assert is_thing(what) is can_be_carried


def test_two_that_fit_alike_are_neither_clear() -> None:
    """The clearest is one alone, or all that are as near; nothing weak is clear."""
    assert clearest([(0.9, "a"), (0.6, "b")]) == ["a"]
    assert clearest([(0.9, "a"), (0.85, "b")]) == ["a", "b"]
    assert clearest([(0.3, "a")]) == []
    assert clearest([]) == []
