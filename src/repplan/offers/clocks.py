"""What runs is called by: safety reports and inquiries by ref, else by who told or asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.cli.complete import Offer
from repplan.inquiries import queries as asked_questions
from repplan.offers.completers import asking, each_once
from repplan.offers.queries import MOST
from repplan.offers.rules import begins, looks_like_ref
from repplan.safety import queries as safety
from repplan.store.refs import short_refs
from repplan.text import clip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repplan.cli.complete import Typing
    from repplan.offers.completers import Asked

_SAID = 40


def reports(typing: Typing) -> list[Offer]:
    """Return the safety reports whose clock runs; a word begun: who told them."""
    with asking(typing) as asked:
        found = safety.open_reports(asked.db)[:MOST]
        told = [(one.ref, one.provider or "", one.what) for one in found]
        return _offered(asked, "safety_report", told)


def inquiries(typing: Typing) -> list[Offer]:
    """Return the inquiries that wait; a word begun: who asked."""
    with asking(typing) as asked:
        found = asked_questions.waiting(asked.db)[:MOST]
        told = [(one.ref, one.provider, one.question) for one in found]
        return _offered(asked, "inquiry", told)


def _offered(asked: Asked, table: str, told: Sequence[tuple[str, str, str]]) -> list[Offer]:
    """Return them by ref; a word that is none: the names (ref, who, what)."""
    if asked.typing.before:
        return []
    if asked.text and not looks_like_ref(asked.text):
        return each_once(Offer(who) for _ref, who, _what in told if who and begins(who, asked.text))
    refs = short_refs(asked.db, table, [ref for ref, _who, _what in told])
    return [
        Offer(refs[ref], clip(f"{who}  {what}".strip(), _SAID))
        for ref, who, what in told
        if ref.startswith(asked.text)
    ]
