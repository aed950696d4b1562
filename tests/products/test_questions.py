"""Three questions by SPIN, from what isn't known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.products.model import ROLES
from repplan.products.questions import GAPS, TABLE, questions_for

STAGES = ["situation", "problem", "implication", "need"]
EVERYTHING = {
    "product": "Cardexa", "decides": "", "patients": "", "prescribing": "", "coverage": "",
    "measure": "", "objection": "too new",
}  # fmt: skip


def gaps_of(role: str, gaps: dict[str, str]) -> list[str]:
    """Return the gaps that the questions close."""
    return [one.gap for one in questions_for(role, gaps)]


def test_a_concern_is_asked_about_alone() -> None:
    """Problem, implication and need of what they care about; nothing else."""
    found = questions_for("physician", {**EVERYTHING, "concern": "low pressure"})
    assert [(one.stage, one.gap) for one in found] == [
        ("problem", "concern"), ("implication", "concern"), ("need", "concern"),
    ]  # fmt: skip
    assert dict(found[0].fills) == {"concern": "low pressure"}


def test_the_most_telling_gaps_first_and_each_kind() -> None:
    """Kinds of question that aren't there yet come before a second of the same kind."""
    assert gaps_of("physician", EVERYTHING) == ["decides", "objection", "measure"]
    assert gaps_of("physician", {"product": "Cardexa", "patients": "", "coverage": ""}) == [
        "patients", "coverage", "consequence",
    ]  # fmt: skip


def test_when_all_is_known_the_open_ones_are_asked() -> None:
    """What follows, and what they would do: nobody knows that beforehand."""
    assert gaps_of("physician", {"product": "Cardexa"}) == ["consequence", "next"]


def test_each_is_asked_in_their_own_terms() -> None:
    """A pharmacist, a practice manager and a physician are asked other things of one gap."""
    words = {
        role: questions_for(role, {"product": "Cardexa", "patients": ""})[0].words
        for role in ("physician", "pharmacist", "practice manager", "nurse")
    }
    assert len(set(words.values())) == 4


@pytest.mark.parametrize("role", [*ROLES, "colleague"])
@given(gaps=st.sets(st.sampled_from(GAPS)), product=st.sampled_from(["", "Cardexa"]))
def test_what_holds_of_all_questions(role: str, gaps: set[str], product: str) -> None:
    """At most three, none twice, in the order of SPIN, of open gaps, with every place filled."""
    known = {"product": product, **dict.fromkeys(gaps, "their words")}
    found = questions_for(role, known)
    assert found == questions_for(role, dict(known))
    assert len({one.words for one in found}) == len(found) <= 3
    order = [STAGES.index(one.stage) for one in found]
    assert order == sorted(order)
    for one in found:
        assert one.gap in {*gaps, "consequence", "next"}
        text = one.words.format(**dict(one.fills))
        assert "{" not in text
        assert not ("{product}" in one.words and not product)


def test_the_table_knows_every_gap() -> None:
    """Whatever isn't known, everybody can be asked for it."""
    for role in ("physician", "pharmacist", "nurse", "practice manager"):
        for gap in GAPS:
            assert gap in gaps_of(role, {"product": "Cardexa", gap: "words"})
    assert {one.gap for one in TABLE} == {*GAPS, "consequence", "next"}
