"""Kinds, stances and gifts, as they are typed in both languages."""

from __future__ import annotations

import pytest

from repplan.errors import BadValue
from repplan.relations.model import INFLUENCES, KINDS, STANCES, VALUE_KINDS
from repplan.relations.words import (
    begins_kind,
    kind_of_gift,
    read_influence,
    read_kind,
    read_stance,
)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        *((kind, kind) for kind in KINDS),
        ("reports-to", "reports to"),
        ("Reports To", "reports to"),
        ("reports", "reports to"),
        ("汇报", "reports to"),
        ("转诊给", "refers to"),
        ("带教", "mentors"),
        ("影响", "influences"),
        ("合作", "works with"),
    ],
)
def test_a_kind_in_both_languages(said: str, kind: str) -> None:
    """A kind is understood with a blank, a dash, as its first word, and in Chinese."""
    assert read_kind(said) == kind


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        *((stance, stance) for stance in STANCES),
        ("支持者", "supporter"),
        ("反对者", "blocker"),
        ("存疑", "skeptic"),
        ("sceptic", "skeptic"),
        ("SKEPTIC", "skeptic"),
    ],
)
def test_a_stance_in_both_languages(said: str, stance: str) -> None:
    """A stance is understood in both languages, and as the British write it."""
    assert read_stance(said) == stance


@pytest.mark.parametrize(
    ("said", "influence"),
    [
        *((influence, influence) for influence in INFLUENCES),
        ("decision maker", "decision-maker"),
        ("拍板", "decision-maker"),
        ("把关人", "gatekeeper"),
        ("把关者", "gatekeeper"),
    ],
)
def test_an_influence_in_both_languages(said: str, influence: str) -> None:
    """An influence is understood in both languages."""
    assert read_influence(said) == influence


@pytest.mark.parametrize("read", [read_kind, read_stance, read_influence])
def test_another_word_is_refused(read: object) -> None:
    """A word that is none of them is refused, and nothing nearest is taken."""
    assert callable(read)
    with pytest.raises(BadValue):
        read("chmpion")


def test_empty_words() -> None:
    """An empty stance or influence is none; two words make a kind only if they are one."""
    assert (read_stance(""), read_influence(" ")) == (None, None)
    assert begins_kind("Reports", "To") == "reports to"
    assert begins_kind("mentors", "haas") is None


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("the AHA paper on renal dosing", "article"),
        ("sent two reprints", "article"),
        ("老年人肾功能文献", "article"),
        ("2025指南解读", "article"),
        ("introduced her to Prof Stein", "introduction"),
        ("put her in touch with the registry", "introduction"),
        ("引荐了外院专家", "introduction"),
        ("介绍张教授认识", "introduction"),
        ("trained two nurses on the pump", "training"),
        ("in-service for the ward", "training"),
        ("科会讲了剂量调整", "training"),
        ("paper on training nurses", "article"),
        ("training on the new paper", "training"),
        ("copay sheet", "other"),
        ("the newspapers", "other"),
        ("介绍产品", "other"),
        ("", "other"),
    ],
)
def test_the_kind_of_a_gift(said: str, kind: str) -> None:
    """The first word that tells decides; without one it is other."""
    assert kind_of_gift(said) == kind
    assert kind in VALUE_KINDS
