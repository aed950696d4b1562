"""The words by which an objection is told from another, and which product a slip means."""

from __future__ import annotations

import pytest

from repplan.visits.verdicts import (
    nearest_products,
    objection_kind,
    product_said,
    result_said,
    settled_said,
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("price", "financial"),
        ("costs too much", "financial"),
        ("copay is a killer", "financial"),
        ("can't afford it", "financial"),
        ("太贵", "financial"),
        ("医保不报", "financial"),
        ("side effects", "clinical"),
        ("no efficacy in women", "clinical"),
        ("wants more data", "clinical"),
        ("数据不够", "clinical"),
        ("怕低血压", "clinical"),
        ("never in stock", "logistical"),
        ("prior auth takes weeks", "logistical"),
        ("late delivery", "logistical"),
        ("还没进院", "logistical"),
        ("断货", "logistical"),
        ("data, then price", "clinical"),
        ("price, then data", "financial"),
        ("she is not a fan", None),
        ("spare me", None),
        ("没感觉", None),
        ("", None),
    ],
)
def test_objections_have_their_kind(text: str, kind: str | None) -> None:
    """The first word that tells decides; unknown words tell nothing and are no error."""
    assert objection_kind(text) == kind


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("Cardexaa ++", ("Cardexa",)),
        ("crdexa", ("Cardexa",)),
        ("cadrexa", ("Cardexa",)),
        ("card ++", ("Cardexa",)),
        ("泽康", ("泽康平",)),
        ("of pts", ()),
        ("ca", ()),
        ("issue", ()),
        ("", ()),
    ],
)
def test_a_slip_is_near(text: str, near: tuple[str, ...]) -> None:
    """One slip of the thumb or a beginning is near; a short or other word is not."""
    assert nearest_products(text, ("Cardexa", "泽康平"))[0] == near


@pytest.mark.parametrize("text", ["Cardexas", "Cardexa2", "XCardexa", ""])
def test_a_product_is_a_whole_word(text: str) -> None:
    """A name inside another word is no product."""
    assert product_said(text, ("Cardexa", "")) is None


@pytest.mark.parametrize("text", ["", "she met him and missed me twice over", "hm"])
def test_no_result_is_guessed(text: str) -> None:
    """Without a result, or with two of them in the middle, there is none."""
    assert result_said(text) == (None, text)


@pytest.mark.parametrize(
    ("text", "settles"),
    [
        ("settled", ""),
        ("None.", ""),
        ("no more", ""),
        ("没有了", ""),
        ("无", ""),
        ("dosing is settled", "dosing"),
        ("剂量问题解决了", "剂量"),
        ("renal dosing", None),
        ("none of the data holds", None),
        ("settled patients relapse", None),
        ("无医保", None),
        ("", None),
    ],
)
def test_what_settles_a_concern(text: str, settles: str | None) -> None:
    """A word alone, or one at the end; what begins like one is a concern like any other."""
    assert settled_said(text) == settles
