"""What answers a concern, at which depth, for whom; and what is told where nothing does."""

from __future__ import annotations

import pytest

from repplan.products.choosing import Told, message_for
from repplan.records import replace
from tests.products.test_choosing import DOCTOR, ONE, TWO, chosen, message


def test_a_text_of_others_answers_nothing_and_the_longer_one_may() -> None:
    """The depth that answers is told; what neither depth covers isn't answered."""
    one = message(
        "a",
        claim="Bleeding in 3.1 %.",
        text_2m="Bleeding on dialysis was 4 %; with aspirin nobody was studied.",
    )
    for concern, depth in (
        ("bleeding", "20s"),
        ("bleeding on dialysis", "2m"),
        ("透析病人出血", "2m"),
        ("bleeding on aspirin", None),
        ("bleeding on mechanical valves", None),
    ):
        choice = message_for(replace(DOCTOR, concerns=(concern,)), (one,), (ONE,))
        assert (choice.depth if choice.message else None) == depth, concern


def test_an_answer_for_others_is_named() -> None:
    """Where only the audience keeps an answer from them it is told, and isn't given."""
    who = replace(DOCTOR, concerns=("low pressure",))
    other = message("a", claim="Low pressure is rare.", roles=("pharmacist",))
    choice = message_for(who, (other,), (ONE,))
    assert (choice.message, choice.elsewhere) == (None, other)
    assert message_for(who, (message("b", roles=("nurse",)),), (ONE,)).elsewhere is None


@pytest.mark.parametrize(
    ("concerns", "answered", "unanswered"),
    [
        (("travel", "cost"), "cost", "travel"),
        (("cost", "travel"), "cost", "travel"),
        (("cost", "travel", "parking"), "cost", "travel"),
        (("cost",), "cost", ""),
    ],
)
def test_the_newest_unanswered_is_kept(
    concerns: tuple[str, ...], answered: str, unanswered: str
) -> None:
    """Beside the answered concern stands the newest that isn't."""
    who = replace(DOCTOR, concerns=concerns)
    choice = message_for(who, (message("a", claim="The price is lower."),), (ONE,))
    assert (choice.concern, choice.unanswered) == (answered, unanswered)


def test_the_last_visits_product_is_not_left_silently() -> None:
    """Where another product's message comes, it is told why."""
    mine, foreign = message("a", product_id="two"), message("b", roles=("nurse",))
    about = (("one", "last"), TWO)
    choice = message_for(DOCTOR, (mine, foreign), about)
    assert (choice.message, choice.passed, choice.passed_on) == (mine, "one", "")
    who = replace(DOCTOR, told=(Told("one", "c", "2026-11-17", None),))
    choice = message_for(who, (mine, message("c")), about)
    assert (choice.message, choice.passed, choice.passed_on) == (mine, "one", "2026-11-17")
    assert message_for(DOCTOR, (mine,), (("two", "last"),)).passed == ""
    assert message_for(DOCTOR, (foreign,), about).passed == "one"


def test_the_script_of_their_name_comes_first() -> None:
    """A Chinese text for a Chinese name, of two alike and of two answers."""
    latin = message("en", claim="Low pressure is rare.")
    chinese = message("zh", claim="低血压少见。", text_20s="低血压少见。")
    for concerns in ((), ("low pressure",)):
        who = replace(DOCTOR, concerns=concerns)
        assert chosen(who, chinese, latin) == "en"
        assert chosen(replace(who, is_chinese=True), latin, chinese) == "zh"
