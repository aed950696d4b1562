"""What the rules of screening are about, in words: a slug says it to scripts alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.errors import N_
from repplan.screening.model import BARRED, IDENTITY, OFFLABEL, SAFETY

if TYPE_CHECKING:
    from repplan.screening.model import Hit

OWN_RULE = N_("a rule of repplan itself")
"""The source of a rule that no law is behind."""

_LABELS = {
    SAFETY: N_("what may have to be reported"),
    OFFLABEL: N_("a use outside the label"),
    IDENTITY: N_("who a patient is"),
    BARRED: N_("words that your policy bars"),
}

_RULES = {
    "safety.own": N_("a word that you watch for"),
    "identity.name": N_("a patient's name"),
    "identity.phone": N_("a phone number"),
    "identity.email": N_("an e-mail address"),
    "identity.birth": N_("a date of birth"),
    "identity.record": N_("the number of a record"),
    "identity.number": N_("a number that identifies somebody"),
    "barred.promise": N_("a promise that your policy bars"),
    "barred.volumes": N_("how much one doctor prescribes"),
    "barred.own": N_("a word that you don't want written"),
}
"""Rule → what it is about, where its label alone says too little."""


def rule_words(hit: Hit) -> str:
    """Return what a hit's rule is about: a message id."""
    return _RULES.get(hit.rule) or _LABELS.get(hit.label, hit.rule)
