"""An inquiry as a draft for a mail program. Loaded for a mail alone: the library weighs much."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import TYPE_CHECKING

from repplan.inquiries.letter import letter_subject

if TYPE_CHECKING:
    from datetime import datetime

    from repplan.inquiries.model import Inquiry


def mail_draft(one: Inquiry, text: str, at: datetime) -> bytes:
    """Return a mail that a mail program opens as a draft.

    Source: RFC 5322; X-Unsent is what Outlook and Apple Mail open as unsent.
    """
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = letter_subject(one)
    if one.routed_to and _is_address(one.routed_to):
        mail["To"] = one.routed_to
    mail["Date"] = format_datetime(at)
    mail["X-Unsent"] = "1"
    mail.set_content(text)
    return mail.as_bytes()


def _is_address(said: str) -> bool:
    name, at, host = said.partition("@")
    return bool(name and at and "." in host) and said.isascii() and not set(said) & set(' ,;<>"()')
