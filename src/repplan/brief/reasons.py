"""Why something in a brief was chosen, in words: what ``--why`` prints and JSON carries."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext
from typing import TYPE_CHECKING

from repplan.errors import N_
from repplan.text import clip

if TYPE_CHECKING:
    from repplan.brief.door import Door
    from repplan.products.choosing import Why

WORDS = {
    "concern": N_("they care about it: {text}"),
    "none-answers": N_("no approved message is about: {text}"),
    "objective": N_("of the objective: {text}"),
    "last": N_("{text} was the last visit's product"),
    "ours": N_("{text} is ours, and no other comes first"),
    "script": N_("{text} has a message for them in their language"),
    "asked": N_("about {text}"),
    "role": N_("for their role: {text}"),
    "specialty": N_("for their specialty: {text}"),
    "angle": N_("fits what is known of them: {text}"),
    "usual": N_("what their role asks for first: {text}"),
    "landed": N_("messages on this landed with them: {text}"),
    "cool": N_("messages on this left them cool: {text}"),
    "words": N_("speaks of what is known of them: {text}"),
    "not-said": N_("not said to them yet"),
    "said-then": N_("said to them on {text}"),
    "promise": N_("promised: {text}"),
    "question": N_("they asked: {text}"),
    "objection": N_("they objected: {text}"),
    "message": N_("on what the message says: {text}"),
    "theirs": N_("they said it on {text}, and no answer is known to have landed"),
    "theirs-landed": N_("they said it on {text}; the answer landed then"),
}
"""Term → its words; ``others``, which counts people, and the gaps are put below."""

GAPS = {
    "concern": N_("open: what they care about"),
    "objection": N_("open: their last objection, and the answer didn't land"),
    "decides": N_("not known: who decides here"),
    "patients": N_("not known: their patients"),
    "prescribing": N_("not known: what they prescribe, and why"),
    "coverage": N_("not known: who pays"),
    "measure": N_("not known: how the objective is measured"),
    "consequence": N_("not known: what follows from it"),
    "next": N_("not known: what they would do then"),
}
_DAYS = frozenset({"said-then", "theirs", "theirs-landed"})
_ROLES_AND_ANGLES = frozenset({"role", "usual", "landed", "cool"})
_LONGEST = 60
"""Cells of a fact inside a reason."""

Reasons = tuple[dict[str, str], ...]


def reasons(door: Door, why: Why) -> Reasons:
    """Return reasons as JSON carries them: each its term, and its words for people."""
    return tuple({"term": term, "text": _said(door, term, text)} for term, text in why)


def reading(seconds: int) -> dict[str, str]:
    """Return how long a text takes to be read aloud, among the reasons."""
    said = ngettext("read aloud in about {n} second", "read aloud in about {n} seconds", seconds)
    return {"term": "reading", "text": said.format(n=seconds)}


def _said(door: Door, term: str, text: str) -> str:
    if term in GAPS:
        return _(GAPS[term]) if not text else _(WORDS[term]).format(text=clip(text, _LONGEST))
    if term == "others":
        count = int(text)
        said = ngettext(
            "{n} person of their specialty and role said it",
            "{n} people of their specialty and role said it",
            count,
        )
        return said.format(n=count)
    if term in _DAYS:
        text = door.day(text)
    elif term in _ROLES_AND_ANGLES:
        text = _(text)
    return _(WORDS[term]).format(text=clip(text, _LONGEST))
