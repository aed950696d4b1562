"""Words that go to others: without who the patient is. For commands alone."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.cli.ask import confirm, may_ask
from repplan.cli.show import say
from repplan.errors import Declined
from repplan.i18n.phrases import message_of
from repplan.safety.rules import PatientNamed
from repplan.screening.model import IDENTITY
from repplan.screening.naming import rule_words
from repplan.screening.queries import screener
from repplan.screening.refusals import is_against
from repplan.screening.rules import masked

if TYPE_CHECKING:
    import sqlite3


def without_patient(db: sqlite3.Connection, text: str) -> str:
    """Return the text as it may be kept; at a terminal the masked one is offered.

    Raises: PatientNamed (no terminal), Declined.
    """
    found = [hit for hit in screener(db)(text) if hit.label == IDENTITY and is_against(hit)]
    if not found:
        return text
    hidden = masked(text, found)
    refused = PatientNamed(_(rule_words(found[0])), hidden)
    if not may_ask():
        raise refused
    say(message_of(refused))
    if not confirm(_("Keep it like this: “{text}”?").format(text=hidden), is_usual=True):
        raise Declined
    return hidden
