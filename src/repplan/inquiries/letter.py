"""An inquiry as medical affairs gets it: plain text, which a mail bears as well."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

from repplan.i18n.daysshown import iso_words

if TYPE_CHECKING:
    from repplan.inquiries.model import Inquiry


def letter_text(one: Inquiry, *, sender: str, place: str, language: str) -> str:
    """Return the inquiry as text: the question verbatim, on a line of its own.

    ``sender`` is the rep, ``place`` where the provider works; each may be empty.
    """
    asked = iso_words(one.asked_on, language)
    told = [
        (_("To"), one.routed_to or _("medical affairs")),
        (_("Product"), one.product or _("not said")),
        (
            _("Asked by"),
            _("{who}, {place}").format(who=one.provider, place=place) if place else one.provider,
        ),
        (_("Asked on"), asked),
        (_("Unsolicited"), _("yes") if one.is_unsolicited else _("no, prompted")),
        (_("Answer wanted by"), _(one.answer_by) if one.answer_by else _("not said")),
        (_("Reference"), one.ref),
        (_("From"), sender),
    ]
    head = [f"{name}: {text}" for name, text in told if text]
    return "\n".join(
        [
            _("A question for medical affairs, in the provider's own words:"),
            "",
            one.question,
            "",
            *head,
            "",
        ]
    )


def letter_subject(one: Inquiry) -> str:
    """Return what the mail is about: the product and the ref, nobody's name."""
    if one.product:
        return _("Medical inquiry {ref}: {product}").format(ref=one.ref, product=one.product)
    return _("Medical inquiry {ref}").format(ref=one.ref)
