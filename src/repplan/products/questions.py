"""Questions to ask, by SPIN, from what isn't known yet: rules and the table of their words.

Situation, problem, implication, need: what is so, what is hard about it, what that leads to, what
would help. A question is in the table by the gap that it closes and by what its hearer does.
Source: N. Rackham, SPIN Selling (1988), for the four kinds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.errors import N_, NP_
from repplan.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

SITUATION, PROBLEM, IMPLICATION, NEED = (
    NP_("spin", "situation"), NP_("spin", "problem"), NP_("spin", "implication"),
    NP_("spin", "need"),
)  # fmt: skip
_STAGES = (SITUATION, PROBLEM, IMPLICATION, NEED)

_HANDS = {
    "practice manager": "office", "administrator": "office", "pharmacist": "pharmacist",
    "nurse": "nurse",
}  # fmt: skip
"""What somebody does with a product, by role; everybody else prescribes."""


@dataclass(frozen=True)
class Template:
    """The words of one question (a message id), the gap that it closes, and who is asked it."""

    gap: str
    stage: str
    hands: str
    words: str


@dataclass(frozen=True)
class Question:
    """One question: its words with ``fills`` in their places, its kind, and the gap: why."""

    words: str
    stage: str
    gap: str
    fills: tuple[tuple[str, str], ...]


GAPS = (
    "concern",
    "objection",
    "decides",
    "patients",
    "prescribing",
    "coverage",
    "measure",
)
"""What may not be known, the most telling first. A concern stands alone: no second topic."""

_ALWAYS = ("consequence", "next")
"""What nobody knows beforehand: asked where too little else is."""

_EVERYBODY = ""
TABLE = (
    Template("concern", PROBLEM, "prescriber",
             N_('"{concern}": where did you meet it last?')),
    Template("concern", PROBLEM, "pharmacist",
             N_('"{concern}": how does it reach you?')),
    Template("concern", PROBLEM, "nurse",
             N_('"{concern}": what do patients tell you about it?')),
    Template("concern", PROBLEM, "office",
             N_('"{concern}": how often does it come up here?')),
    Template("concern", IMPLICATION, "office",
             N_("What does that take from your staff's day?")),
    Template("concern", IMPLICATION, _EVERYBODY,
             N_("What did you change because of it?")),
    Template("concern", NEED, _EVERYBODY,
             N_("What would put you at ease?")),
    Template("objection", PROBLEM, _EVERYBODY,
             N_('"{objection}": what would answer that for you?')),
    Template("decides", SITUATION, "prescriber",
             N_("Who else decides on a switch here?")),
    Template("decides", SITUATION, "pharmacist",
             N_("Who is heard here before the list changes?")),
    Template("decides", SITUATION, "office",
             N_("Who signs for something new here?")),
    Template("decides", SITUATION, "nurse",
             N_("Whom do you ask here when a treatment doesn't fit?")),
    Template("patients", SITUATION, "prescriber",
             N_("Which of your patients come to mind for {product}?")),
    Template("patients", SITUATION, "pharmacist",
             N_("Whose prescriptions for {product} reach you?")),
    Template("patients", SITUATION, "office",
             N_("Which patients here wait longest for a decision?")),
    Template("patients", SITUATION, "nurse",
             N_("Which patients call you most about their treatment?")),
    Template("prescribing", PROBLEM, "prescriber",
             N_("What do you begin with today, and why change it?")),
    Template("prescribing", PROBLEM, "pharmacist",
             N_("Which of today's choices brings you the most queries?")),
    Template("prescribing", PROBLEM, "office",
             N_("Which step of a new prescription takes longest here?")),
    Template("prescribing", PROBLEM, "nurse",
             N_("What do patients find hardest in what they take now?")),
    Template("coverage", SITUATION, "prescriber",
             N_("Which payers do most of these patients have?")),
    Template("coverage", SITUATION, "pharmacist",
             N_("How does {product} stand on your list?")),
    Template("coverage", SITUATION, "office",
             N_("Which payers ask you for forms before {product}?")),
    Template("coverage", SITUATION, "nurse",
             N_("What do patients say they pay for it?")),
    Template("measure", NEED, "prescriber",
             N_("Two weeks in, what would you check first?")),
    Template("measure", NEED, _EVERYBODY,
             N_("What would tell you, in two weeks, that it works?")),
    Template("consequence", IMPLICATION, "prescriber",
             N_("What happens to those who stay as they are?")),
    Template("consequence", IMPLICATION, _EVERYBODY,
             N_("What does that lead to, over a month?")),
    Template("next", NEED, _EVERYBODY,
             N_("If that were solved, what would you do differently?")),
)  # fmt: skip


def questions_for(role: str, gaps: Mapping[str, str], *, most: int = 3) -> tuple[Question, ...]:
    """Return the questions to ask, in the order of SPIN.

    ``gaps``: what isn't known → what stands in its question's words, and ``product`` with its name.
    An open concern is asked about alone. Otherwise each gap is asked for once, kinds of question
    that aren't there yet first, and what nobody can know beforehand last.
    """
    hands = _HANDS.get(role, "prescriber")
    fills: tuple[tuple[str, str], ...] = (("product", gaps.get("product", "")),)
    own = [one for one in TABLE if one.hands in {hands, _EVERYBODY}]
    if "concern" in gaps:
        own = [one for one in own if one.gap == "concern"]
        fills = (("concern", gaps["concern"]),)
    else:
        known = [gap for gap in GAPS if gap in gaps]
        own = [one for one in own if one.gap in known or one.gap in _ALWAYS]
        own = [one for one in own if "{product}" not in one.words or gaps.get("product")]
        fills = (*fills, ("objection", gaps.get("objection", "")))
    taken: list[Template] = []
    while own and len(taken) < most:
        best = min(own, key=lambda one: _rank(one, taken, own))
        taken.append(best)
        own = [one for one in own if (one.gap, one.stage) != (best.gap, best.stage)]
        if best.gap != "concern":
            own = [one for one in own if one.gap != best.gap]
    taken.sort(key=lambda one: _STAGES.index(one.stage))
    return tuple(Question(one.words, one.stage, one.gap, fills) for one in taken)


def _rank(one: Template, taken: list[Template], own: list[Template]) -> tuple[int, int, int, int]:
    order = (*GAPS, *_ALWAYS)
    return (
        int(one.gap in _ALWAYS),
        sum(other.stage == one.stage for other in taken),
        order.index(one.gap),
        own.index(one),
    )
