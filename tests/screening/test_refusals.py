"""What is refused names its rule and its source, and repeats no word of the text."""

from __future__ import annotations

import pytest

from repplan.errors import BadLength, RepplanError
from repplan.i18n.phrases import hint_of, message_of
from repplan.screening.model import ASK, BARRED, BLOCK, IDENTITY, SAFETY, WARN, Hit
from repplan.screening.refusals import check_word, is_against, of_action, refusal

SECRET = "Jon Doe, 61, melanoma"  # noqa: S105 - a patient to look for in what is told


def hit(label: str, action: str, rule: str = "x.y", source: str = "a law") -> Hit:
    """Return a hit on the secret words."""
    return Hit(label, rule, SECRET, action, source)


@pytest.mark.parametrize(
    ("found", "slug", "message"),
    [
        (hit(IDENTITY, BLOCK), "text-refused", "who a patient is (rule x.y; source: a law)"),
        (
            hit(BARRED, BLOCK),
            "text-refused",
            "words that your policy bars (rule x.y; source: a law)",
        ),
        (
            hit(BARRED, WARN),
            "reason-needed",
            "words that your policy bars (rule x.y; source: a law)",
        ),
        (
            hit(BARRED, BLOCK, source=""),
            "text-refused",
            "words that your policy bars (rule x.y; source: a rule of repplan itself)",
        ),
        (hit("other", BLOCK), "text-refused", "x.y (rule x.y; source: a law)"),
    ],
)
def test_a_refusal_names_its_rule(found: Hit, slug: str, message: str) -> None:
    """Exit 5; rule and source are facts; the words are in no fact, message or hint."""
    error = refusal([found], found.action)
    assert (error.slug, error.exit_code) == (slug, 5)
    said = "A rule warns of this" if found.action == WARN else "This isn't kept"
    assert message_of(error) == f"{said}: {message}."
    assert error.facts()["rule"] == "x.y"
    told = f"{message_of(error)} {hint_of(error)} {error.facts()} {error}"
    assert not any(word in told for word in SECRET.split(", "))
    assert ("--because" in hint_of(error)) is (found.action == WARN)


def test_each_rule_once() -> None:
    """Of an action's hits the first of each rule; safety asks, and is against nothing."""
    hits = [hit(BARRED, WARN), hit(SAFETY, ASK), hit(BARRED, WARN), hit(BARRED, WARN, "z")]
    assert [one.rule for one in of_action(hits, WARN)] == ["x.y", "z"]
    assert [is_against(one) for one in hits] == [True, False, True, True]
    assert of_action(hits, BLOCK) == []


@pytest.mark.parametrize(
    ("word", "is_good"), [("晕", True), ("ae", True), ("a", False), (" x ", False)]
)
def test_a_word_must_say_something(word: str, is_good: bool) -> None:
    """One letter would stand in every text; one Chinese character says something."""
    if is_good:
        assert check_word(word) > 2
        return
    with pytest.raises(BadLength):
        check_word(word)


def test_they_are_all_errors_of_ours() -> None:
    """What is refused here is told by the one exit."""
    assert isinstance(refusal([hit(IDENTITY, BLOCK)], BLOCK), RepplanError)
