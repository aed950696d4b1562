"""Decisions about inquiries: what may still be changed, and who may answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from repplan.errors import N_, Refused, UsageProblem
from repplan.inquiries.model import ANSWERED, OPEN, SENT
from repplan.records import dataclass

if TYPE_CHECKING:
    from repplan.inquiries.model import Inquiry


@dataclass(eq=False)
class Locked(Refused):
    """It was sent: who asked what stands as medical affairs has it."""

    slug: ClassVar[str] = "inquiry-locked"
    message: ClassVar[str] = N_("{ref} was sent at {sent}: an inquiry is locked once sent.")
    hint: ClassVar[str] = N_("Withdraw it and ask anew: repplan inquiry withdraw {ref}")
    ref: str
    sent: str


@dataclass(eq=False)
class NotSent(Refused):
    """Medical affairs doesn't have the question yet: there is no answer to it."""

    slug: ClassVar[str] = "inquiry-not-sent"
    message: ClassVar[str] = N_("{ref} isn't sent yet: medical affairs can't have answered it.")
    hint: ClassVar[str] = N_("Send it first: repplan inquiry send {ref}")
    ref: str


@dataclass(eq=False)
class NotAnswered(Refused):
    """There is no answer of medical affairs to hand over."""

    slug: ClassVar[str] = "inquiry-not-answered"
    message: ClassVar[str] = N_("{ref} isn't answered: there is nothing to hand over yet.")
    hint: ClassVar[str] = N_("What medical affairs says goes in with: repplan inquiry answer {ref}")
    ref: str


@dataclass(eq=False)
class WithMedical(Refused):
    """The question is with medical affairs: nobody else answers it."""

    slug: ClassVar[str] = "with-medical"
    message: ClassVar[str] = N_(
        "“{what}” is a question for medical affairs ({ref}): don't answer it yourself."
    )
    hint: ClassVar[str] = N_(
        "See how it stands: repplan inquiry show {ref}\n"
        "No longer wanted: repplan inquiry withdraw {ref}"
    )
    what: str
    ref: str


@dataclass(eq=False)
class InquiryRuns(Refused):
    """A question for medical affairs can't be put off."""

    slug: ClassVar[str] = "inquiry-runs"
    message: ClassVar[str] = N_(
        "“{what}” is a question for medical affairs ({ref}): it can't be put off."
    )
    hint: ClassVar[str] = N_("See how it stands: repplan inquiry show {ref}")
    what: str
    ref: str


@dataclass(eq=False)
class HandInstead(UsageProblem):
    """The ref is an inquiry's: it isn't done, its answer is handed over."""

    slug: ClassVar[str] = "hand-instead"
    message: ClassVar[str] = N_("“{said}” is a question for medical affairs.")
    hint: ClassVar[str] = N_("When their answer is handed over: repplan inquiry hand {said}")
    said: str


@dataclass(eq=False)
class InquiryClosed(Refused):
    """It was handed over, or withdrawn: nothing is left to do."""

    slug: ClassVar[str] = "inquiry-closed"
    message: ClassVar[str] = N_("{ref} is closed already ({state}).")
    hint: ClassVar[str] = N_("See it: repplan inquiry show {ref}")
    words: ClassVar[tuple[str, ...]] = ("state",)
    ref: str
    state: str


def check_waiting(one: Inquiry) -> None:
    """Raise InquiryClosed for what was handed over or withdrawn."""
    if not one.is_waiting:
        raise InquiryClosed(one.ref, one.state)


def check_sent(one: Inquiry) -> None:
    """Raise NotSent, or InquiryClosed: only what is with medical affairs gets an answer."""
    check_waiting(one)
    if one.state == OPEN:
        raise NotSent(one.ref)


def check_answered(one: Inquiry) -> None:
    """Raise NotAnswered, or InquiryClosed: only an answer is handed over."""
    check_waiting(one)
    if one.state != ANSWERED:
        raise NotAnswered(one.ref)


def is_with_medical(one: Inquiry | None) -> bool:
    """Whether medical affairs is to answer first."""
    return one is not None and one.state in {OPEN, SENT}
