"""Relations, stances and gifts in words: as they are typed in both languages, and as they are said.

Data and what reads it: no store, no screen.
"""

from __future__ import annotations

import re
from functools import cache
from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.errors import N_, BadValue
from repplan.fields import Field, Kind, read_cell
from repplan.i18n.phrases import choice_word, clauses, listed
from repplan.relations.model import INFLUENCES, KINDS, STANCES
from repplan.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from repplan.relations.model import Relation, Stance

_KIND_WORDS = {
    "reports": "reports to", "reporting to": "reports to", "汇报": "reports to",
    "汇报给": "reports to", "向其汇报": "reports to", "下属": "reports to", "上级是": "reports to",
    "refers": "refers to", "转诊": "refers to", "转诊给": "refers to", "推荐病人给": "refers to",
    "mentor": "mentors", "mentor of": "mentors", "teaches": "mentors", "带教": "mentors",
    "指导": "mentors", "导师": "mentors",
    "influence": "influences", "影响": "influences",
    "works": "works with", "work with": "works with", "合作": "works with", "共事": "works with",
    "同事": "works with",
}  # fmt: skip
_STANCE_WORDS = {
    "advocate": "champion", "倡导者": "champion", "坚定支持": "champion", "铁杆": "champion",
    "support": "supporter", "支持": "supporter", "支持者": "supporter",
    "中立": "neutral", "观望": "neutral", "undecided": "neutral",
    "sceptic": "skeptic", "sceptical": "skeptic", "skeptical": "skeptic",
    "存疑": "skeptic", "怀疑": "skeptic", "怀疑者": "skeptic", "质疑": "skeptic",
    "blocks": "blocker", "against": "blocker", "反对": "blocker", "反对者": "blocker",
    "阻挠": "blocker", "阻碍者": "blocker",
}  # fmt: skip
_INFLUENCE_WORDS = {
    "decides": "decision-maker", "decider": "decision-maker", "决策者": "decision-maker",
    "拍板": "decision-maker", "决策人": "decision-maker",
    "influences": "influencer", "影响者": "influencer", "有影响力": "influencer",
    "gate": "gatekeeper", "把关": "gatekeeper", "把关人": "gatekeeper", "把关者": "gatekeeper", "守门人": "gatekeeper",
    "uses": "user", "使用者": "user", "用户": "user",
}  # fmt: skip


def read_kind(said: str) -> str:
    """Return a kind of relation as it is kept, from either language. Raises: BadValue."""
    return _read(Field("relation", "", Kind.CHOICE, KINDS), said, _KIND_WORDS)


def read_stance(said: str) -> str | None:
    """Return a stance as it is kept, from either language; None if empty. Raises: BadValue."""
    return _read(Field("stance", "", Kind.CHOICE, STANCES), said, _STANCE_WORDS) or None


def read_influence(said: str) -> str | None:
    """Return an influence as it is kept, from either language; None if empty. Raises: BadValue."""
    return _read(Field("influence", "", Kind.CHOICE, INFLUENCES), said, _INFLUENCE_WORDS) or None


def begins_kind(first: str, second: str) -> str | None:
    """Return the kind that two words are together, as typed without quotes; None if they aren't.

    >>> begins_kind("reports", "to")
    'reports to'
    """
    both = fold(f"{first} {second}")
    return both if both in KINDS else None


def _read(field: Field, said: str, words: Mapping[str, str]) -> str:
    known = words.get(fold(said).replace("-", " "))
    if known:
        return known
    try:
        return str(read_cell(field, said) or "")
    except BadValue as error:
        # In the reader's words: each of them can be typed.
        allowed = listed(choice_word(field.column, one) for one in field.choices)
        raise BadValue(error.field, error.value, allowed) from None


SENTENCES = {
    "reports to": N_("{name} reports to {other}"),
    "refers to": N_("{name} refers to {other}"),
    "mentors": N_("{name} mentors {other}"),
    "influences": N_("{name} influences {other}"),
    "works with": N_("{name} works with {other}"),
}
_OURS = {
    "reports to": N_("reports to {names}"),
    "refers to": N_("refers to {names}"),
    "mentors": N_("mentors {names}"),
    "influences": N_("influences {names}"),
    "works with": N_("works with {names}"),
}
_THEIRS = {
    # L10n: said of one person: these others report to them.
    "reports to": N_("reporting to them: {names}"),
    "refers to": N_("gets patients from {names}"),
    "mentors": N_("mentored by {names}"),
    "influences": N_("influenced by {names}"),
    "works with": N_("works with {names}"),
}


def said_of(one: Relation) -> str:
    """Return a relation as a sentence."""
    return _(SENTENCES[one.kind]).format(name=one.provider, other=one.other)


def tie(kind: str, names: str, *, is_theirs: bool) -> str:
    """Return what a person has to others; ``is_theirs``: the others are the first of the pair."""
    return _((_THEIRS if is_theirs else _OURS)[kind]).format(names=names)


def stance_words(one: Stance) -> str:
    """Return a stance and an influence in words: ``skeptic, decision-maker``."""
    return listed((stance_word(one.stance), influence_word(one.influence)))


def on_product(word: str, product: str | None) -> str:
    """Return a stance with the product that alone it is said of: ``blocker on Cardexa``."""
    if not (word and product):
        return word
    # L10n: a stance on one product: "blocker on Cardexa".
    return _("{stance} on {product}").format(stance=word, product=product)


def on_products(stances: Iterable[Stance]) -> str:
    """Return stances that hold for a product alone: ``blocker on Cardexa; champion on Lumiva``."""
    return clauses(on_product(stance_word(one.stance), one.product) for one in stances)


def stance_word(stance: str | None) -> str:
    """Return a stance in the reader's language; empty for none."""
    return choice_word("stance", stance) if stance else ""


def influence_word(influence: str | None) -> str:
    """Return an influence in the reader's language; empty for none."""
    return choice_word("influence", influence) if influence else ""


_GIFTS = {
    "introduction": (
        r"introduc\w*|intro\b|put \w+ in touch|connected \w+ (?:with|to)|expert\b|"
        r"引荐|引见|牵线|介绍.{0,8}(?:专家|教授|主任|老师|医生|认识)|请.{0,8}(?:专家|教授)"
    ),
    "training": (
        r"train\w*|workshop|in-?service|webinar|course\b|taught|teach-?in|lunch and learn|"
        r"demonstrat\w*|培训|讲课|授课|科会|演示|示教|讲座"
    ),
    "article": (
        r"articles?\b|papers?\b|reprints?\b|stud(?:y|ies)\b|reviews?\b|guidelines?\b|"
        r"publications?\b|registry\b|文献|文章|论文|指南|综述|共识|单页|研究"
    ),
}
"""Kind of what was given → the words that say so; the first word in the text decides."""


def kind_of_gift(text: str) -> str:
    """Return what kind of value a text says was given; other where no word tells.

    >>> kind_of_gift("the AHA paper on training nurses"), kind_of_gift("科会讲了一次剂量调整")
    ('article', 'training')
    >>> kind_of_gift("a copay sheet")
    'other'
    """
    found = _gifts().search(fold(text))
    return str(found.lastgroup) if found else "other"


@cache
def _gifts() -> re.Pattern[str]:
    parts = (f"(?P<{kind}>{_bounded(words)})" for kind, words in _GIFTS.items())
    return re.compile("|".join(parts))


def _bounded(words: str) -> str:
    """Return words of which a Latin one begins where a word does: ``intro``, not ``maintro``."""
    return "|".join(
        rf"\b{word}" if word[:1].isascii() else word for word in re.split(r"\|(?![^(]*\))", words)
    )
